//! Dates as documents write them.

/// A day as it is written, which may be one that no calendar has (31 June).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    /// The year, four digits.
    pub year: i16,
    /// The month, from 1; always 1 to 12.
    pub month: u8,
    /// The day as written, 0 to 99.
    pub day: u8,
}

impl CalendarDate {
    /// The day in the calendar; `None` when there is no such day.
    pub fn civil(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(
            self.year,
            i8::try_from(self.month).ok()?,
            i8::try_from(self.day).ok()?,
        )
        .ok()
    }

    /// Days from this day to `other`; `None` when either does not exist.
    pub fn days_until(self, other: Self) -> Option<i64> {
        let span = self.civil()?.until(other.civil()?).ok()?;
        Some(i64::from(span.get_days()))
    }
}

impl std::fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
