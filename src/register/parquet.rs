//! The register as Parquet, for programs that read tables by their columns: dates are dates, numbers
//! numbers and lists lists. What the record does not say is null or an empty list.

use std::io::Write;
use std::mem;
use std::sync::Arc;

use jiff::civil::{self, Date};
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::RegisterError;
use super::row::{COLUMNS, Cells, Column};
use crate::record::Record;

/// The records that are held until their columns are written.
const GROUP: usize = 10_000;
/// The day from which Parquet counts the others.
const FIRST_DAY: Date = civil::date(1970, 1, 1);

/// A register in columns that is being written.
pub struct Columns {
    /// Writes to memory, from where each group is taken as soon as it is whole.
    file: SerializedFileWriter<Vec<u8>>,
    group: Vec<Record>,
}

impl Columns {
    /// A register without records.
    pub fn new() -> Result<Self, RegisterError> {
        let properties = WriterProperties::builder()
            // The form that readers take apart: a program, "version", its number.
            .set_created_by(format!("doclint version {}", env!("CARGO_PKG_VERSION")))
            .set_compression(Compression::SNAPPY)
            // A group has few pages: what is said of the group serves for them, and what is said of
            // each page would have to be kept to the end.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .build();
        let schema = Arc::new(parse_message_type(&schema())?);
        Ok(Self {
            file: SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?,
            group: Vec::new(),
        })
    }

    /// The next record.
    pub fn add(&mut self, record: Record, out: &mut impl Write) -> Result<(), RegisterError> {
        self.group.push(record);
        if self.group.len() < GROUP {
            return Ok(());
        }
        self.write_group()?;
        self.file.flush()?;
        out.write_all(&mem::take(self.file.inner_mut()))?;
        Ok(())
    }

    /// The end: what is left of the records, and where each group is.
    pub fn finish(mut self, out: &mut impl Write) -> Result<(), RegisterError> {
        if !self.group.is_empty() {
            self.write_group()?;
        }
        out.write_all(&self.file.into_inner()?)?;
        Ok(())
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let records = mem::take(&mut self.group);
        let mut group = self.file.next_row_group()?;
        for column in &COLUMNS {
            if let Some(mut writer) = group.next_column()? {
                write_column(column, &records, &mut writer)?;
                writer.close()?;
            }
        }
        group.close()?;
        Ok(())
    }
}

/// The columns in Parquet's own notation.
fn schema() -> String {
    let list = |name: &str, element: &str| {
        format!("required group {name} (LIST) {{ repeated group list {{ {element} }} }}")
    };
    let of = |Column { name, cells }: &Column| match cells {
        Cells::Text(_) => format!("optional binary {name} (STRING);"),
        Cells::Date(_) => format!("optional int32 {name} (DATE);"),
        Cells::Number(_) => format!("optional int64 {name};"),
        Cells::Texts(_) => list(name, "optional binary element (STRING);"),
        Cells::Dates(_) => list(name, "optional int32 element (DATE);"),
    };
    let columns: Vec<String> = COLUMNS.iter().map(of).collect();
    format!("message record {{ {} }}", columns.join("\n"))
}

fn write_column(
    column: &Column,
    records: &[Record],
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    let records = records.iter();
    match column.cells {
        Cells::Text(cell) => {
            write_cells::<ByteArrayType>(records.map(|record| Some(bytes(&cell(record)?))), writer)
        }
        Cells::Date(cell) => {
            write_cells::<Int32Type>(records.map(|record| day(cell(record)?)), writer)
        }
        Cells::Number(cell) => {
            write_cells::<Int64Type>(records.map(|record| cell(record).map(i64::from)), writer)
        }
        Cells::Texts(cell) => {
            let words = |words: &str| Some(bytes(words));
            write_lists::<ByteArrayType>(records.map(|record| cell(record)), words, writer)
        }
        Cells::Dates(cell) => {
            write_lists::<Int32Type>(records.map(|record| cell(record)), day, writer)
        }
    }
}

/// Writes a column of single values. The level of a cell says whether it has one.
fn write_cells<T: DataType>(
    cells: impl Iterator<Item = Option<T::T>>,
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    let mut values = Vec::new();
    let mut levels = Vec::new();
    for value in cells {
        levels.push(i16::from(value.is_some()));
        values.extend(value);
    }
    let writer = writer.typed::<T>();
    writer.write_batch(&values, Some(&levels), None)?;
    Ok(())
}

/// Writes a column of lists. The level of an entry is 2 with a value and 1 without; that of an empty
/// list is 0. What begins a list has 0 in `goes_on`, what continues it 1.
fn write_lists<'r, T: DataType>(
    lists: impl Iterator<Item = Vec<&'r str>>,
    value: impl Fn(&str) -> Option<T::T>,
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    let mut values = Vec::new();
    let mut levels = Vec::new();
    let mut goes_on = Vec::new();
    for list in lists {
        if list.is_empty() {
            levels.push(0);
            goes_on.push(0);
        }
        for (index, entry) in list.into_iter().enumerate() {
            let value = value(entry);
            levels.push(1 + i16::from(value.is_some()));
            goes_on.push(i16::from(index > 0));
            values.extend(value);
        }
    }
    let writer = writer.typed::<T>();
    writer.write_batch(&values, Some(&levels), Some(&goes_on))?;
    Ok(())
}

fn bytes(words: &str) -> ByteArray {
    words.into()
}

/// The number of a day; none when no calendar has it.
fn day(date: &str) -> Option<i32> {
    let span = FIRST_DAY.until(date.parse::<Date>().ok()?).ok()?;
    Some(span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    fn record() -> Record {
        let source = Source::new("a.txt", "S/2023/9\n\nA title\n");
        Record::of(&source, &crate::read(&source))
    }

    fn on_disk(bytes: &[u8]) -> std::fs::File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn groups_are_written_as_soon_as_they_are_whole() {
        let mut out = Vec::new();
        let mut columns = Columns::new().unwrap();
        let record = record();
        for _ in 1..GROUP {
            columns.add(record.clone(), &mut out).unwrap();
        }
        assert!(out.is_empty());
        columns.add(record.clone(), &mut out).unwrap();
        assert!(!out.is_empty() && columns.group.is_empty() && columns.file.inner().is_empty());
        columns.add(record.clone(), &mut out).unwrap();
        columns.finish(&mut out).unwrap();
        let file = SerializedFileReader::new(on_disk(&out)).unwrap();
        let groups = file.metadata().row_groups().iter();
        let rows: Vec<i64> = groups.map(|group| group.num_rows()).collect();
        assert_eq!(rows, [10_000, 1]);
        assert_eq!(file.into_iter().count(), GROUP + 1);
    }

    #[test]
    fn days_are_counted_from_1970_and_none_is_made_up() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("1945-10-24"), Some(-8835));
        assert_eq!(day("2023-06-21"), Some(19_529));
        assert_eq!(day("2023-06-31"), None);
    }
}
