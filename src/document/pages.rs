//! Footers and running heads: which footer is page 1's, which are the later pages'.

use super::build::Parts;
use super::{Document, Footer, Head, Page};
use crate::grammar::footer::FooterPart;
use crate::grammar::{Production, Read};
use crate::source::Span;

/// Reads the page matter of a document into it.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let mut first_page = true;
    for block in parts.blocks {
        match &block.production {
            Production::Footer(found) => {
                let span = parts.span(block.span);
                if found
                    .iter()
                    .any(|part| matches!(part.value, FooterPart::Page(..)))
                {
                    first_page = false;
                    page(parts, found, span, document);
                } else if first_page {
                    first_footer(parts, found, span, document);
                } else {
                    jobs(parts, found, document);
                }
            }
            Production::RunningHead(symbols, page) => {
                first_page = false;
                document.heads.push(Head {
                    span: parts.span(block.span),
                    symbols: symbols.iter().map(|symbol| parts.at(symbol)).collect(),
                    page: page.as_ref().map(|page| parts.at(page)),
                });
            }
            _ => {}
        }
    }
}

fn page(parts: &Parts<'_>, found: &[Read<FooterPart>], span: Span, document: &mut Document) {
    for part in found {
        if let FooterPart::Page(number, total) = part.value {
            let words = parts.words(part.span);
            let stroke = part.span.start + words.find('/').unwrap_or(words.len());
            let job = found.iter().find_map(|part| match &part.value {
                FooterPart::Job(job) => Some(parts.at(&Read {
                    value: job.clone(),
                    span: part.span,
                })),
                _ => None,
            });
            document.pages.push(Page {
                span,
                number: parts.at(&Read {
                    value: number,
                    span: Span::new(part.span.start, stroke),
                }),
                total: Some(parts.at(&Read {
                    value: total,
                    span: Span::new(stroke + 1, part.span.end),
                })),
                job,
            });
        }
    }
    jobs(parts, found, document);
}

/// The parts of page 1's footer can stand in several blocks. A second job number there is a later
/// page's whose running head was lost.
fn first_footer(
    parts: &Parts<'_>,
    found: &[Read<FooterPart>],
    span: Span,
    document: &mut Document,
) {
    let has_job = found
        .iter()
        .any(|part| matches!(part.value, FooterPart::Job(_)));
    if has_job
        && document
            .footer
            .as_ref()
            .is_some_and(|footer| footer.job.is_some())
    {
        jobs(parts, found, document);
        return;
    }
    let footer = document.footer.get_or_insert_with(|| Footer {
        span,
        ..Footer::default()
    });
    footer.span = footer.span.to(span);
    for part in found {
        match &part.value {
            FooterPart::Job(job) => {
                footer.job = Some(parts.at(&Read {
                    value: job.clone(),
                    span: part.span,
                }))
            }
            FooterPart::Letter(letter) => {
                let inner = Span::new(part.span.start + 1, part.span.end - 1);
                footer.language = Some(parts.at(&Read {
                    value: *letter,
                    span: inner,
                }));
            }
            FooterPart::Date(date) => footer.dates.push(parts.at(&Read {
                value: *date,
                span: part.span,
            })),
            FooterPart::Barcode(digits) => {
                if footer.barcode.is_none() {
                    footer.barcode = Some(parts.at(&Read {
                        value: digits.clone(),
                        span: part.span,
                    }));
                }
            }
            FooterPart::Page(..) => {}
        }
    }
}

fn jobs(parts: &Parts<'_>, found: &[Read<FooterPart>], document: &mut Document) {
    for part in found {
        if let FooterPart::Job(job) = &part.value {
            document.jobs.push(parts.at(&Read {
                value: job.clone(),
                span: part.span,
            }));
        }
    }
}
