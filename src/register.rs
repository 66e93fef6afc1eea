//! The register: the records of many documents, one after the other or as one table.

use std::cmp::Ordering;
use std::io::{self, Write};

use thiserror::Error;

use crate::grammar::symbol::in_order;
use crate::record::Record;
use crate::report::Look;
use parquet::Columns;

mod csv;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(not(feature = "parquet"))]
#[path = "register/without_parquet.rs"]
mod parquet;
mod row;
mod table;

/// How a register is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One list.
    Json,
    /// One object a line.
    JsonLines,
    /// Comma-separated values, as RFC 4180 has them.
    Csv,
    /// For reading.
    Table,
    /// Columns with their types, in a build with the feature `parquet`.
    Parquet,
}

/// The order of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the files are read: each record is written as soon as it is there.
    File,
    /// By symbol, as people sort symbols; those without one come last, by file.
    Symbol,
}

/// Why a register could not be written.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// What writing gives.
    #[error(transparent)]
    Write(#[from] io::Error),
    /// A record that is no JSON; none is known.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// What writing in columns gives; nothing is known that does.
    #[cfg(feature = "parquet")]
    #[error(transparent)]
    Parquet(#[from] ::parquet::errors::ParquetError),
    /// Parquet was left out when doclint was built.
    #[cfg(not(feature = "parquet"))]
    #[error(
        "this build of doclint has no Parquet; `cargo install --locked --path . --features parquet` \
         gives one that has"
    )]
    NoParquet,
}

/// A register that is being written.
pub struct Register<W> {
    out: W,
    format: Format,
    look: Look,
    /// Records that wait for the others, so that all can be sorted or set in columns.
    waiting: Option<Vec<Record>>,
    /// What writes Parquet, where that is the format.
    columns: Option<Columns>,
    count: usize,
}

impl<W: Write> Register<W> {
    /// A register to `out`; `look` is that of a table.
    ///
    /// # Errors
    /// That this build cannot write the format.
    pub fn new(out: W, format: Format, order: Order, look: Look) -> Result<Self, RegisterError> {
        let waits = order == Order::Symbol || format == Format::Table;
        let is_parquet = format == Format::Parquet;
        Ok(Self {
            out,
            format,
            look,
            waiting: waits.then(Vec::new),
            columns: is_parquet.then(Columns::new).transpose()?,
            count: 0,
        })
    }

    /// The next record.
    ///
    /// # Errors
    /// What writing gives.
    pub fn add(&mut self, record: Record) -> Result<(), RegisterError> {
        self.count += 1;
        match &mut self.waiting {
            Some(waiting) => {
                waiting.push(record);
                Ok(())
            }
            None => self.write(record, self.count == 1),
        }
    }

    /// The end: `order` is that of the records that waited. Gives how many records there are.
    ///
    /// # Errors
    /// What writing gives.
    pub fn finish(mut self, order: Order) -> Result<usize, RegisterError> {
        if let Some(mut records) = self.waiting.take() {
            if order == Order::Symbol {
                records.sort_by(by_symbol);
            }
            if self.format == Format::Table {
                self.out
                    .write_all(table::table(&records, self.look).as_bytes())?;
            } else {
                for (index, record) in records.into_iter().enumerate() {
                    self.write(record, index == 0)?;
                }
            }
        }
        if let Some(columns) = self.columns.take() {
            columns.finish(&mut self.out)?;
        }
        match (self.format, self.count) {
            (Format::Json, 0) => self.out.write_all(b"[]\n")?,
            (Format::Json, _) => self.out.write_all(b"\n]\n")?,
            (Format::JsonLines | Format::Csv | Format::Table | Format::Parquet, _) => {}
        }
        self.out.flush()?;
        Ok(self.count)
    }

    fn write(&mut self, record: Record, is_first: bool) -> Result<(), RegisterError> {
        match self.format {
            Format::Json => {
                let before: &[u8] = if is_first { b"[\n" } else { b",\n" };
                self.out.write_all(before)?;
                serde_json::to_writer(&mut self.out, &record)?;
            }
            Format::JsonLines => {
                serde_json::to_writer(&mut self.out, &record)?;
                self.out.write_all(b"\n")?;
            }
            Format::Csv => {
                if is_first {
                    csv::heading(&mut self.out)?;
                }
                csv::line(&mut self.out, &record)?;
            }
            Format::Parquet => {
                if let Some(columns) = &mut self.columns {
                    columns.add(record, &mut self.out)?;
                }
            }
            // It is written as a whole.
            Format::Table => {}
        }
        Ok(())
    }
}

fn by_symbol(one: &Record, other: &Record) -> Ordering {
    let symbol = |record: &Record| record.front.symbols.first().cloned();
    match (symbol(one), symbol(other)) {
        (Some(first), Some(second)) => in_order(&first, &second),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
    .then_with(|| one.file.cmp(&other.file))
}
