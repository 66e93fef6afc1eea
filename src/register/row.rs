//! A record as a row: the one table of the columns, each with its name and what it holds.

use std::borrow::Cow;

use Cells::{Date, Dates, Number, Text, Texts};

use crate::record::{LetterRecord, Record};

/// A column of the register.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What of a record stands in it.
    pub cells: Cells,
}

/// What stands in a column, and where in a record it is.
pub enum Cells {
    /// Words.
    Text(fn(&Record) -> Option<Cow<'_, str>>),
    /// A day, `YYYY-MM-DD`; it may be one that no calendar has.
    Date(fn(&Record) -> Option<&str>),
    /// How many.
    Number(fn(&Record) -> Option<u32>),
    /// Words of which there may be several.
    Texts(fn(&Record) -> Vec<&str>),
    /// Days of which there may be several.
    Dates(fn(&Record) -> Vec<&str>),
}

/// The columns, in order.
pub const COLUMNS: [Column; 22] = [
    column("file", Text(|record| Some((&record.file).into()))),
    column("symbols", Texts(|record| all(&record.front.symbols))),
    column("kind", Text(|record| Some(record.front.kind.into()))),
    column(
        "language",
        Text(|record| record.front.language.map(Cow::from)),
    ),
    column("date", Date(|record| record.front.date.as_deref())),
    column(
        "distribution",
        Text(|record| record.front.distribution.map(Cow::from)),
    ),
    column("organs", Texts(|record| all(&record.front.organs))),
    column("original", Texts(|record| record.front.original.clone())),
    column("session", Text(|record| text(&record.front.session))),
    column(
        "agenda_items",
        Texts(|record| all(&record.front.agenda_items)),
    ),
    column("title", Text(|record| text(&record.front.title))),
    column(
        "letter_dated",
        Date(|record| letter(record)?.dated.as_deref()),
    ),
    column("letter_from", Text(|record| text(&letter(record)?.from))),
    column(
        "letter_to",
        Texts(|record| letter(record).map_or_else(Vec::new, |letter| all(&letter.to))),
    ),
    column(
        "annexes",
        Number(|record| u32::try_from(record.annexes.len()).ok()),
    ),
    column("signatures", Texts(|record| all(&record.signatures))),
    column("job_number", Text(|record| text(&record.job_number))),
    column(
        "job_language",
        Text(|record| Some(record.job_language?.to_string().into())),
    ),
    column("footer_dates", Dates(|record| all(&record.footer_dates))),
    column("barcode", Text(|record| text(&record.barcode))),
    column("pages", Number(|record| record.pages.last)),
    column(
        "running_symbols",
        Texts(|record| all(&record.running_symbols)),
    ),
];

impl Column {
    /// The cell of a record in words, lists with a semicolon between their entries; what the record
    /// does not say is empty.
    pub fn words(&self, record: &Record) -> String {
        match self.cells {
            Text(cell) => cell(record).unwrap_or_default().into_owned(),
            Date(cell) => cell(record).unwrap_or_default().to_owned(),
            Number(cell) => cell(record).map_or_else(String::new, |number| number.to_string()),
            Texts(cell) | Dates(cell) => cell(record).join("; "),
        }
    }
}

const fn column(name: &'static str, cells: Cells) -> Column {
    Column { name, cells }
}

fn letter(record: &Record) -> Option<&LetterRecord> {
    record.front.letter.as_ref()
}

fn text(text: &Option<String>) -> Option<Cow<'_, str>> {
    text.as_deref().map(Cow::from)
}

fn all(entries: &[String]) -> Vec<&str> {
    entries.iter().map(String::as_str).collect()
}
