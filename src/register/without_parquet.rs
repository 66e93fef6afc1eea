//! What stands for Parquet in a build without it.

use std::io::Write;

use super::RegisterError;
use crate::record::Record;

/// A register in columns, of which there is none here.
pub enum Columns {}

impl Columns {
    /// Says that there is none.
    pub fn new() -> Result<Self, RegisterError> {
        Err(RegisterError::NoParquet)
    }

    /// The next record.
    pub fn add(&mut self, _record: Record, _out: &mut impl Write) -> Result<(), RegisterError> {
        match *self {}
    }

    /// The end.
    pub fn finish(self, _out: &mut impl Write) -> Result<(), RegisterError> {
        match self {}
    }
}
