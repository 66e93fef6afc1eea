//! Document symbols: `S/2023/463`, `A/C.3/72/L.1**`.

/// A document symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The canonical form, reissue asterisks off: `S/2023/463`, `S/RES/2690 (2023)`.
    pub canonical: String,
}

impl Symbol {
    /// What two symbols are compared by: capitals, no spaces.
    pub fn key(&self) -> String {
        self.canonical
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_uppercase)
            .collect()
    }
}
