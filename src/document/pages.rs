//! Footers and running heads: which footer is page 1's, which are the later pages'.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::build::Parts;
use super::{At, Document, Footer, Head, Page};
use crate::grammar::footer::FooterPart;
use crate::grammar::{Production, Read};
use crate::source::Span;

/// Reads the page matter of a document into it.
pub(super) fn read(parts: &Parts<'_>, document: &mut Document) {
    let mut first_page = true;
    // Whether the last block was a footer of page 1.
    let mut in_first = false;
    for block in parts.blocks {
        match &block.production {
            Production::Footer(found) => {
                let span = parts.span(block.span);
                let page = page(parts, found, span);
                first_page &= page.number.is_none();
                let is_first = first_page && !(page.job.is_some() && has_job(document));
                let goes_on = in_first && page.number.is_none() && page.job.is_none();
                in_first = is_first || goes_on || completes_first(found, &page, document);
                if in_first {
                    first_footer(parts, found, span, document);
                }
                if page.number.is_some() || page.job.is_some() {
                    document.pages.push(page);
                }
            }
            Production::RunningHead(symbols, page) => {
                (first_page, in_first) = (false, false);
                let page = page.as_ref().map(|page| parts.at(page));
                document.heads.extend(symbols.iter().map(|symbol| Head {
                    symbol: parts.at(symbol),
                    page: page.clone(),
                }));
            }
            _ => in_first = false,
        }
    }
    document.job = most_frequent(document.pages.iter().filter_map(|page| page.job.as_ref()));
    document.page_total =
        most_frequent(document.pages.iter().filter_map(|page| page.total.as_ref()));
}

/// The value that is there most often; the first of those, in reading order.
fn most_frequent<'d, T: Ord + Clone + 'd>(
    values: impl Iterator<Item = &'d At<T>>,
) -> Option<At<T>> {
    let mut counted: BTreeMap<&T, (usize, &At<T>)> = BTreeMap::new();
    for value in values {
        counted.entry(&value.value).or_insert((0, value)).0 += 1;
    }
    let (_, most) = counted
        .into_values()
        .max_by_key(|(count, value)| (*count, Reverse(value.span)))?;
    Some(most.clone())
}

/// A second job number before any running head is a later page's whose running head was lost.
fn has_job(document: &Document) -> bool {
    document
        .footer
        .as_ref()
        .is_some_and(|footer| footer.job.is_some())
}

/// Whether a footer has what only page 1's prints, and none has been read: some converters put it at
/// the end of the text, or the bare job number of another page before it.
fn completes_first(found: &[Read<FooterPart>], page: &Page, document: &Document) -> bool {
    let footer = document.footer.as_ref();
    let is_missing = |part: &Read<FooterPart>| match part.value {
        FooterPart::Letter(_) => footer.is_none_or(|footer| footer.language.is_none()),
        FooterPart::Barcode(_) => footer.is_none_or(|footer| footer.barcode.is_none()),
        _ => false,
    };
    let mut jobs = document.pages.iter().filter_map(|page| page.job.as_ref());
    let is_own = |job: &At<String>| jobs.all(|known| known.value == job.value);
    page.number.is_none() && found.iter().any(is_missing) && page.job.as_ref().is_none_or(is_own)
}

fn page(parts: &Parts<'_>, found: &[Read<FooterPart>], span: Span) -> Page {
    let mut page = Page {
        span,
        number: None,
        total: None,
        job: None,
    };
    for part in found {
        match &part.value {
            FooterPart::Page(number, total) => {
                let words = parts.words(part.span);
                let stroke = part.span.start + words.find('/').unwrap_or(words.len());
                page.number = Some(parts.at(&Read {
                    value: *number,
                    span: Span::new(part.span.start, stroke),
                }));
                page.total = Some(parts.at(&Read {
                    value: *total,
                    span: Span::new(stroke + 1, part.span.end),
                }));
            }
            FooterPart::Job(job) => {
                page.job = Some(job_at(parts, job, part.span));
            }
            FooterPart::Letter(_) | FooterPart::Date(_) | FooterPart::Barcode(_) => {}
        }
    }
    page
}

/// The span is of the number alone: no reissue asterisks, no operator's code.
fn job_at(parts: &Parts<'_>, job: &str, span: Span) -> At<String> {
    let end = (span.start + job.len()).min(span.end);
    parts.at(&Read {
        value: job.to_owned(),
        span: Span::new(span.start, end),
    })
}

/// The parts of page 1's footer can stand in several blocks.
fn first_footer(
    parts: &Parts<'_>,
    found: &[Read<FooterPart>],
    span: Span,
    document: &mut Document,
) {
    let footer = document.footer.get_or_insert_with(|| Footer {
        span,
        ..Footer::default()
    });
    footer.span = footer.span.to(span);
    for part in found {
        match &part.value {
            FooterPart::Job(job) => footer.job = Some(job_at(parts, job, part.span)),
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
            FooterPart::Barcode(digits) if footer.barcode.is_none() => {
                footer.barcode = Some(parts.at(&Read {
                    value: digits.clone(),
                    span: part.span,
                }));
            }
            FooterPart::Barcode(_) | FooterPart::Page(..) => {}
        }
    }
    // Arabic footers are printed from right to left, and so are their dates: what stands before the
    // job number comes last first.
    if let (Some(job), Some(letter)) = (&footer.job, &footer.language)
        && letter.value == 'A'
        && footer
            .dates
            .iter()
            .all(|date| date.span.end <= job.span.start)
        && found
            .iter()
            .any(|part| matches!(part.value, FooterPart::Letter(_)))
    {
        footer.dates.reverse();
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    fn footer_dates(footer: &str) -> Vec<String> {
        let text = format!(
            "S/2019/533\n\nSecurity Council\n\nDistr.: General\n28 June 2019\n\nNote\n\n{footer}\n"
        );
        let document = crate::read(&Source::new("text", text));
        let dates = document.footer.map(|footer| footer.dates);
        let dates = dates.unwrap_or_default();
        dates.iter().map(|date| date.value.to_string()).collect()
    }

    #[test]
    fn arabic_footers_are_read_from_right_to_left() {
        let in_order = ["2019-06-28", "2019-07-01"];
        assert_eq!(footer_dates("010719 280619 19-10866 (A)"), in_order);
        assert_eq!(footer_dates("19-10866 (A) 280619 010719"), in_order);
        assert_eq!(footer_dates("19-10866 (E) 280619 010719"), in_order);
    }

    #[test]
    fn the_dates_of_a_footer_stand_in_any_order() {
        let in_order = ["2019-06-28", "2019-07-01"];
        for footer in [
            "280619 010719\n19-10866 (E)\n*1910866*",
            "280619\n\n19-10866 (E) 010719",
            "19-10866 (E) 280619\n/...\n\n010719",
            "280619\n010719\n/...\n19-10866 (E)",
        ] {
            assert_eq!(footer_dates(footer), in_order, "{footer}");
        }
    }

    #[test]
    fn the_heads_of_a_meeting_record_have_its_day() {
        let page = "\n\n19-33837 (E)\n\n";
        for head in [
            "S/PV.8653 The upper valley 30/10/2019",
            "30/10/2019 The upper valley S/PV.8653",
            "30/10/2019\nThe upper valley\nS/PV.8653",
        ] {
            let text = format!(
                "United Nations S/PV.8653\nSecurity Council\n8653rd meeting\n\nThe meeting was called to order.{page}{head}\n\nThe President: I thank you."
            );
            let document = crate::read(&Source::new("text", &text));
            let heads: Vec<_> = document
                .heads
                .iter()
                .map(|head| &head.symbol.written)
                .collect();
            assert_eq!(heads, ["S/PV.8653"], "{head}");
        }
    }

    #[test]
    fn the_footer_of_page_1_can_stand_at_the_end() {
        let footer = |end: &str| {
            let text = format!(
                "United Nations S/2006/150\n\nSecurity Council\n\nDistr.: General\n9 March 2006\nOriginal: English\n\nWells\n\nOne.\n\n06-26573\n\n2\n\nS/2006/150\n\nTwo.\n\n{end}\n"
            );
            crate::read(&Source::new("text", text))
                .footer
                .unwrap_or_default()
        };
        let whole = footer("06-26573 (E) 090306\n*0626573*");
        assert_eq!(whole.language.map(|letter| letter.value), Some('E'));
        assert_eq!(whole.dates.len(), 1);
        assert_eq!(
            whole.barcode.map(|code| code.value).as_deref(),
            Some("0626573")
        );
        let other = footer("07-11111 (F) 090306");
        assert_eq!(other.language, None);
        let apart = footer("06-26573\n(E)");
        assert_eq!(apart.language.map(|letter| letter.value), Some('E'));
    }
}
