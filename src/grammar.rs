//! The grammar of the layout, in nom: one file a construct, and `layout` for which of them can
//! stand where. It holds shapes; the words are the lexicons'.

pub mod act;
pub mod annex;
pub mod block;
pub mod circulation;
pub mod date;
pub mod footer;
mod layout;
pub mod masthead;
pub mod mention;
pub mod number;
pub mod signature;
pub mod symbol;
pub mod text;
pub mod title;
pub mod type_line;

pub use block::{Block, Production};
pub use layout::blocks;
pub use masthead::MastheadField;

use crate::source::Span;

/// A value and where it was read: bytes of the reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    /// What the words mean.
    pub value: T,
    /// Bytes of the reading.
    pub span: Span,
}

/// paragraph number = digits , "." , ( space | end of line ) ; its length and value.
pub fn paragraph_number(line: &str) -> Option<(usize, u32)> {
    let end = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line[end..].strip_prefix('.')?;
    let apart = after.is_empty() || after.starts_with(' ');
    ((1..=3).contains(&end) && apart).then(|| Some((end + 1, line[..end].parse().ok()?)))?
}
