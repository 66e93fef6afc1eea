//! Fields of the whole document.

use super::answer::{about, absent, one, text};
use super::{Field, FieldType, Lookup, Node, Value};
use crate::document::Kind;
use crate::lexicon::Lexicons;
use crate::source::Span;

pub(super) static FIELDS: &[Field] = &[
    Field {
        node: Node::Document,
        name: "layout",
        holds: FieldType::Flag,
        about: "whether the text has at least one part of the layout of a United Nations document",
        get: |scope| {
            if scope.document.has_layout() {
                about(scope, scope.document.masthead.first, Value::Flag(true))
            } else {
                absent(first_line(scope.source.text()), scope.document.span)
            }
        },
    },
    Field {
        node: Node::Document,
        name: "source",
        holds: FieldType::Text,
        about: "the whole file, markup and all",
        get: |scope| {
            if scope.document.has_layout() {
                about(scope, scope.document.span, Value::Text(scope.source.text()))
            } else {
                Lookup::NotApplicable
            }
        },
    },
    Field {
        node: Node::Document,
        name: "kind",
        holds: FieldType::Text,
        about: "what kind of document it is: letter, identical-letters, note-verbale, report, note, resolution, …",
        get: |scope| about(scope, place(scope), Value::Text(scope.document.kind.name())),
    },
    Field {
        node: Node::Document,
        name: "language",
        holds: FieldType::Text,
        about: "the language of this version: ar, en, es, fr, ru, zh",
        get: |scope| match scope.document.language {
            Some(language) => about(scope, language_place(scope), Value::Text(language.code())),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Document,
        name: "language-letter",
        holds: FieldType::Text,
        about: "the letter that job numbers have for the language of this version: A, C, E, F, R, S",
        get: |scope| match scope.document.language.filter(|_| is_stated(scope)) {
            Some(language) => about(
                scope,
                language_place(scope),
                Value::Text(language.letter_name()),
            ),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Document,
        name: "reissued",
        holds: FieldType::Flag,
        about: "whether the document says that it was reissued",
        get: |scope| {
            about(
                scope,
                place(scope),
                Value::Flag(scope.document.is_reissued()),
            )
        },
    },
    Field {
        node: Node::Document,
        name: "reissue",
        holds: FieldType::Flag,
        about: "the asterisk after the symbol together with its note \"Reissued …\"",
        get: |scope| {
            if scope.document.masthead.symbols.is_empty() {
                return Lookup::NotApplicable;
            }
            let note = scope.document.notes.iter().find(|note| note.reissue);
            let symbol = scope
                .document
                .masthead
                .symbols
                .iter()
                .find(|symbol| symbol.value.reissues > 0);
            match (symbol, note) {
                (Some(symbol), Some(_)) => one(symbol, Value::Flag(true)),
                // Its asterisks lead to a note on something else.
                (Some(symbol), None) if scope.document.has_note_of_stars(symbol.value.reissues) => {
                    Lookup::NotApplicable
                }
                (Some(symbol), None) => absent(symbol.span, scope.document.span),
                (None, Some(note)) => absent(note.span, scope.document.masthead.span),
                (None, None) => Lookup::NotApplicable,
            }
        },
    },
    Field {
        node: Node::Document,
        name: "job",
        holds: FieldType::Text,
        about: "the job number that most footers print",
        get: |scope| {
            let barcode = scope
                .document
                .footer
                .as_ref()
                .and_then(|footer| footer.barcode.as_ref())
                .map(|barcode| barcode.span);
            let page = scope.document.pages.first().map(|page| page.span);
            let otherwise = barcode
                .or(page)
                .map_or(Lookup::NotApplicable, |at| absent(at, scope.document.span));
            text(scope.document.job.as_ref(), otherwise)
        },
    },
    Field {
        node: Node::Document,
        name: "job-digits",
        holds: FieldType::Text,
        about: "that job number without the prefix of its duty station",
        get: |scope| match scope.document.job.as_ref() {
            Some(job) => one(
                job,
                Value::Text(job.value.rsplit('.').next().unwrap_or(&job.value)),
            ),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Document,
        name: "job-year",
        holds: FieldType::Number,
        about: "the year in that job number",
        get: |scope| match scope.document.job.as_ref() {
            Some(job) => job_year(&job.value)
                .map_or(Lookup::NotApplicable, |year| one(job, Value::Number(year))),
            None => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Document,
        name: "first-page-footer",
        holds: FieldType::Text,
        about: "the footer of page 1",
        get: |scope| match (
            &scope.document.footer,
            scope
                .document
                .pages
                .iter()
                .find(|page| page.number.is_some()),
        ) {
            (Some(footer), _) => about(scope, footer.span, Value::Text("")),
            (None, Some(page)) => absent(page.span, Span::new(0, page.span.start)),
            (None, None) => Lookup::NotApplicable,
        },
    },
    Field {
        node: Node::Document,
        name: "page-total",
        holds: FieldType::Number,
        about: "how many pages most page footers say there are",
        get: |scope| {
            super::answer::number(scope.document.page_total.as_ref(), Lookup::NotApplicable)
        },
    },
    Field {
        node: Node::Document,
        name: "title",
        holds: FieldType::Text,
        about: "the title",
        get: |scope| match &scope.document.title {
            Some(title) => about(scope, title.span, Value::Text(&title.text)),
            // Meeting records have a heading in its place.
            None if scope.document.kind == Kind::MeetingRecord => Lookup::NotApplicable,
            None if scope.document.masthead.agenda_titles => Lookup::NotApplicable,
            // Without a masthead nothing is under it.
            None if scope.document.masthead.span.is_empty() => Lookup::NotApplicable,
            None => absent(
                Span::empty(scope.document.masthead.span.end),
                scope.document.span,
            ),
        },
    },
    Field {
        node: Node::Document,
        name: "resolution",
        holds: FieldType::Text,
        about: "the number of the resolution in its heading: 77/182, 2690 (2023)",
        get: |scope| {
            text(
                scope.document.heading.resolution.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Document,
        name: "adopted",
        holds: FieldType::Date,
        about: "the day on which the resolution was adopted",
        get: |scope| {
            super::answer::date(
                scope.document.heading.adopted.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Document,
        name: "meeting",
        holds: FieldType::Number,
        about: "the number of the meeting in the heading of its record or agenda",
        get: |scope| {
            super::answer::number(
                scope.document.heading.meeting.as_ref(),
                Lookup::NotApplicable,
            )
        },
    },
    Field {
        node: Node::Document,
        name: "year",
        holds: FieldType::Number,
        about: "the latest year that the document gives itself, by its symbol or its masthead date",
        get: |scope| {
            let masthead = &scope.document.masthead;
            let Some(date) = &masthead.date else {
                return Lookup::NotApplicable;
            };
            let symbols = masthead
                .symbols
                .iter()
                .filter_map(|symbol| symbol.value.last_year());
            let latest = symbols.fold(i64::from(date.value.year), i64::max);
            one(date, Value::Number(latest))
        },
    },
    Field {
        node: Node::Document,
        name: "text-language",
        holds: FieldType::Text,
        about: "the language that the running text is written in, where its commonest words leave no doubt",
        get: |scope| {
            let document = scope.document;
            let own = || {
                document
                    .paragraphs
                    .iter()
                    .filter(|paragraph| paragraph.annex.is_none())
            };
            let Some(first) = own().next() else {
                return Lookup::NotApplicable;
            };
            let words = own().map(|paragraph| paragraph.text.as_str());
            match Lexicons::standard().common.surely(words) {
                Some(language) => about(scope, first.span, Value::Text(language.code())),
                None => Lookup::NotApplicable,
            }
        },
    },
];

/// Where the document says what it is: the title, or else the masthead.
fn place(scope: &super::Scope<'_>) -> Span {
    scope
        .document
        .title
        .as_ref()
        .map_or(scope.document.masthead.first, |title| title.span)
}

/// Whether the masthead contradicts the language that the text is told by: then that is the fault.
fn is_stated(scope: &super::Scope<'_>) -> bool {
    let masthead = &scope.document.masthead;
    match (&masthead.version, masthead.originals.as_slice()) {
        (None, [original]) => Some(original.value) == scope.document.language,
        _ => true,
    }
}

/// The line that names the language, or else where it would stand.
fn language_place(scope: &super::Scope<'_>) -> Span {
    let masthead = &scope.document.masthead;
    let original = masthead.originals.first().map(|language| language.span);
    masthead
        .version
        .as_ref()
        .map(|version| version.span)
        .or(original)
        .unwrap_or(masthead.first)
}

/// The years of job numbers have two digits; the Organization's first year is 1945.
fn job_year(job: &str) -> Option<i64> {
    let digits = job.rsplit('.').next()?.get(..2)?;
    let year: i64 = digits.parse().ok()?;
    Some(if year < 45 { 2000 + year } else { 1900 + year })
}

/// The first line with words, for saying something about the whole text.
fn first_line(text: &str) -> Span {
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Span::empty(0);
    }
    let start = text.len()
        - text
            .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .len();
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    Span::new(start, start + text[start..end].trim_end().len())
}
