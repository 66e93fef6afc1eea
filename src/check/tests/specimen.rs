//! Small documents made by hand, and checks asked of them.

use std::sync::Arc;

use serde::Deserialize;

use crate::check::{Check, CheckFile, Names};
use crate::document::{At, Document, Footer, Form, Head, Note, Page, Paragraph, Title};
use crate::field::{Node, scopes};
use crate::grammar::date::CalendarDate;
use crate::grammar::symbol::{Series, Symbol};
use crate::source::{Source, Span};

/// A text and the document that it is taken for.
pub struct Specimen {
    pub source: Source,
    pub document: Document,
}

/// A breach as the tests look at it: the words at fault first.
#[derive(Debug, PartialEq)]
pub struct Broken {
    pub spans: Vec<Span>,
    pub shown: Vec<String>,
    pub extras: Vec<(&'static str, String)>,
}

/// The breaches of a rule that has only `each` and `check`.
pub fn breaches(rule: &str, specimen: &Specimen) -> Vec<Broken> {
    #[derive(Deserialize)]
    struct Bare {
        each: String,
        check: CheckFile,
    }
    let bare: Bare = toml::from_str(rule).unwrap();
    let node = Node::from_name(&bare.each).unwrap();
    let file = Arc::new(Source::new("rule.toml", rule));
    let mut names = Names::new(&file, node);
    let check = Check::of(&bare.check, &mut names);
    assert!(names.mistakes.is_empty(), "{:?}", names.mistakes);
    let Specimen { source, document } = specimen;
    check
        .unwrap()
        .breaches(scopes(source, document, node))
        .into_iter()
        .map(|breach| {
            let places = || std::iter::once(&breach.primary).chain(&breach.others);
            Broken {
                spans: places().map(|place| place.span).collect(),
                shown: places()
                    .map(|place| source.slice(place.span).to_owned())
                    .collect(),
                extras: breach.extras.clone(),
            }
        })
        .collect()
}

/// A letter of 21 June in a document of 29 June, with a running head of another symbol and footer
/// dates the wrong way round.
pub fn letter() -> Specimen {
    let mut specimen =
        plain("S/2023/463\n29 June 2023\nLetter dated 21 June 2023\nA/77/9\n300623 280623\n");
    let masthead = symbol(&specimen, "S/2023/463", "S/2023/463");
    specimen.document.masthead.symbols.push(masthead);
    specimen.document.masthead.date = Some(date(&specimen, "29 June 2023", 29));
    specimen.document.masthead.span = Span::new(0, 24);
    specimen.document.title = Some(Title {
        form: Some(at(&specimen, "Letter", Form::Letter)),
        dated: Some(date(&specimen, "21 June 2023", 21)),
        ..untitled()
    });
    specimen.document.heads.push(Head {
        symbol: symbol(&specimen, "A/77/9", "A/77/9"),
        page: None,
    });
    specimen.document.footer = Some(Footer {
        dates: vec![date(&specimen, "300623", 30), date(&specimen, "280623", 28)],
        ..Footer::default()
    });
    specimen
}

/// Page footers with these numbers, each of `total` pages.
pub fn pages(numbers: &[u32], total: u32) -> Specimen {
    let line = |number: &u32| format!("{number}/{total}\n");
    let mut specimen = plain(&numbers.iter().map(line).collect::<String>());
    let mut start = 0;
    for number in numbers {
        let at = |value: u32, start: usize| At {
            value,
            span: Span::new(start, start + value.to_string().len()),
            written: value.to_string(),
        };
        let slash = start + number.to_string().len();
        specimen.document.pages.push(Page {
            span: Span::new(start, start + line(number).len() - 1),
            number: Some(at(*number, start)),
            total: Some(at(total, slash + 1)),
            job: None,
        });
        start += line(number).len();
    }
    let first = specimen.document.pages.first();
    specimen.document.page_total = first.and_then(|page| page.total.clone());
    specimen
}

/// A text that is one paragraph and reads `read`.
pub fn paragraph(text: &str, read: &str) -> Specimen {
    let mut specimen = plain(text);
    specimen.document.paragraphs.push(Paragraph {
        span: Span::new(0, text.len()),
        text: read.to_owned(),
        number: None,
        annex: None,
        run: None,
    });
    specimen
}

/// Notes with these marks, a line each.
pub fn notes(marks: &[&str]) -> Specimen {
    let mut specimen = plain(&marks.join("\n"));
    let mut start = 0;
    for mark in marks {
        let span = Span::new(start, start + mark.len());
        specimen.document.notes.push(Note {
            span,
            mark: At {
                value: (*mark).to_owned(),
                span,
                written: (*mark).to_owned(),
            },
            text: String::new(),
            reissue: false,
            is_used: true,
        });
        start += mark.len() + 1;
    }
    specimen
}

/// A symbol whose canonical form is `canonical`.
pub fn symbol(specimen: &Specimen, written: &str, canonical: &str) -> At<Symbol> {
    let symbol = Symbol {
        canonical: canonical.to_owned(),
        body: String::new(),
        year: None,
        session: None,
        series: Series::General,
        modifier: None,
        reissues: 0,
    };
    at(specimen, written, symbol)
}

fn plain(text: &str) -> Specimen {
    Specimen {
        source: Source::new("specimen.txt", text),
        document: Document::default(),
    }
}

fn date(specimen: &Specimen, written: &str, day: u8) -> At<CalendarDate> {
    let (year, month) = (2023, 6);
    at(specimen, written, CalendarDate { year, month, day })
}

fn at<T>(specimen: &Specimen, written: &str, value: T) -> At<T> {
    At {
        value,
        span: span(specimen, written),
        written: written.to_owned(),
    }
}

fn span(specimen: &Specimen, words: &str) -> Span {
    let start = specimen.source.text().find(words).unwrap_or_default();
    Span::new(start, start + words.len())
}

fn untitled() -> Title {
    Title {
        text: String::new(),
        span: Span::default(),
        form: None,
        dated: None,
        sender: None,
        addressees: Vec::new(),
    }
}
