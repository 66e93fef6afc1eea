//! The register for reading: a line for each document, as wide as the terminal.

use super::row::COLUMNS;
use crate::record::Record;
use crate::report::{Look, columns, cut, plain};

/// The columns that are shown; the title has the room that the others leave.
const SHOWN: [&str; 6] = [
    "symbols",
    "language",
    "date",
    "distribution",
    "title",
    "file",
];
/// The widest that a column is which is not the title.
const WIDEST: usize = 32;
/// The narrowest that the title is.
const NARROWEST: usize = 16;
/// The columns between two cells.
const BETWEEN: usize = 2;
/// A terminal's dim letters.
const DIM: &str = "2";

/// The records as a table with a heading; nothing when there is none.
pub fn table(records: &[Record], look: Look) -> String {
    if records.is_empty() {
        return String::new();
    }
    let heading = SHOWN.map(str::to_owned);
    let rows: Vec<[String; SHOWN.len()]> = records.iter().map(shown).collect();
    let mut widths = [0; SHOWN.len()];
    for cells in std::iter::once(&heading).chain(&rows) {
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = (*width).max(columns(cell)).min(WIDEST);
        }
    }
    let title = SHOWN
        .iter()
        .position(|name| *name == "title")
        .unwrap_or_default();
    let others: usize = widths.iter().sum::<usize>() - widths[title];
    let room = look
        .width
        .saturating_sub(others + BETWEEN * (SHOWN.len() - 1));
    let longest = rows.iter().map(|cells| columns(&cells[title])).max();
    widths[title] = longest.unwrap_or_default().min(room).max(NARROWEST);
    let mut table = look.paint(DIM, line(&heading, &widths).trim_end()) + "\n";
    for cells in &rows {
        table.push_str(line(cells, &widths).trim_end());
        table.push('\n');
    }
    table
}

/// The cells that are shown of a record, as a terminal can show them.
fn shown(record: &Record) -> [String; SHOWN.len()] {
    SHOWN.map(|name| {
        let column = COLUMNS.iter().find(|column| column.name == name);
        column.map_or_else(String::new, |column| {
            plain(&column.words(record)).into_owned()
        })
    })
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let between = " ".repeat(BETWEEN);
    let padded = cells.iter().zip(widths).map(|(cell, width)| {
        let cell = cut(cell, *width);
        let blanks = " ".repeat(width.saturating_sub(columns(&cell)));
        format!("{cell}{blanks}")
    });
    padded.collect::<Vec<_>>().join(&between)
}
