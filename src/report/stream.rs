//! JSON whose one long list is written as its elements come, one a line.

use std::io::{self, Write};

use serde::Serialize;

/// A JSON text in three parts: what comes before the list, the list, what comes after it.
pub struct Stream<W> {
    out: W,
    head: String,
    any: bool,
}

impl<W: Write> Stream<W> {
    /// A text that begins with `head`, which ends where the list begins: `{"findings":`. Nothing
    /// is written before the first element.
    pub fn new(out: W, head: impl Into<String>) -> Self {
        Self {
            out,
            head: head.into(),
            any: false,
        }
    }

    /// The next element of the list.
    pub fn add(&mut self, element: &impl Serialize) -> io::Result<()> {
        if self.any {
            self.out.write_all(b",\n")?;
        } else {
            writeln!(self.out, "{}[", self.head)?;
        }
        self.any = true;
        serde_json::to_writer(&mut self.out, element)?;
        Ok(())
    }

    /// The end of the list and what comes after it: `}`.
    pub fn end(&mut self, tail: &str) -> io::Result<()> {
        if self.any {
            write!(self.out, "\n]{tail}")?;
        } else {
            write!(self.out, "{}[]{tail}", self.head)?;
        }
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}
