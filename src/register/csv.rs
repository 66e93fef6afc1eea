//! The register as comma-separated values (RFC 4180: a heading, CRLF, quotes where they are
//! needed), fit to be opened in a spreadsheet.

use std::io::{self, Write};

use super::row::COLUMNS;
use crate::record::Record;

/// What a cell begins with that a spreadsheet runs as a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The names of the columns.
pub fn heading(out: &mut impl Write) -> io::Result<()> {
    write(out, &COLUMNS.map(|column| column.name))
}

/// One record.
pub fn line(out: &mut impl Write, record: &Record) -> io::Result<()> {
    write(out, &COLUMNS.map(|column| harmless(column.words(record))))
}

fn write(out: &mut impl Write, cells: &[impl AsRef<[u8]>]) -> io::Result<()> {
    let mut line = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    line.write_record(cells)?;
    let line = line.into_inner().map_err(|error| error.into_error())?;
    out.write_all(&line)
}

/// A cell that no spreadsheet runs: an apostrophe in front says that it is text.
fn harmless(cell: String) -> String {
    match cell.starts_with(FORMULA) {
        true => format!("'{cell}"),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_never_run() {
        let mut out = Vec::new();
        let cells = [
            "=1+1",
            "@x",
            "-2",
            "+3",
            "\tx",
            "a, b",
            "say \"no\"",
            "two\nlines",
            "",
        ];
        write(&mut out, &cells.map(|cell| harmless(cell.to_owned()))).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "'=1+1,'@x,'-2,'+3,'\tx,\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n"
        );
    }
}
