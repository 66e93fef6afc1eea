//! A record as a row: one cell for each thing, lists with a semicolon between their entries.

use crate::record::Record;

/// The names of the columns.
pub const COLUMNS: [&str; 22] = [
    "file",
    "symbols",
    "kind",
    "language",
    "date",
    "distribution",
    "organs",
    "original",
    "session",
    "agenda_items",
    "title",
    "letter_dated",
    "letter_from",
    "letter_to",
    "annexes",
    "signatures",
    "job_number",
    "job_language",
    "footer_dates",
    "barcode",
    "pages",
    "running_symbols",
];

/// The cells of a record; what it does not say is empty.
pub fn row(record: &Record) -> [String; COLUMNS.len()] {
    let front = &record.front;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let list = |entries: &[String]| entries.join("; ");
    let letter = front.letter.as_ref();
    [
        record.file.clone(),
        list(&front.symbols),
        front.kind.to_owned(),
        word(front.language),
        text(&front.date),
        word(front.distribution),
        list(&front.organs),
        front.original.join("; "),
        text(&front.session),
        list(&front.agenda_items),
        text(&front.title),
        letter.map_or_else(String::new, |letter| text(&letter.dated)),
        letter.map_or_else(String::new, |letter| text(&letter.from)),
        letter.map_or_else(String::new, |letter| list(&letter.to)),
        record.annexes.len().to_string(),
        list(&record.signatures),
        text(&record.job_number),
        record.job_language.map_or_else(String::new, String::from),
        list(&record.footer_dates),
        text(&record.barcode),
        record
            .pages
            .last
            .map_or_else(String::new, |last| last.to_string()),
        list(&record.running_symbols),
    ]
}
