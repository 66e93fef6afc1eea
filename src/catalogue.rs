//! The rules, their examples and the words they are written with, as things to read: lists, pages
//! and tables, for a terminal, for documentation and for programs.

pub mod list;
pub mod notice;
pub mod page;
mod specimen;
pub mod tested;
mod text;
pub mod words;
