//! The grammar of the layout, in nom: one file a construct.

pub mod date;
pub mod symbol;
