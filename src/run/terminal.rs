//! Standard output and standard error: colours, width, closed pipes.

use std::env;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};

use crate::cli::{Color, Verb};
use crate::report::{Look, draw_mistake, plain};
use crate::run::Failure;

/// The columns of a report where there is no terminal and `COLUMNS` does not say.
const WIDTH: usize = 100;
/// More columns than this make lines too long to read.
const MOST_WIDTH: usize = 120;
/// Fewer columns than this make no picture.
const LEAST_WIDTH: usize = 60;

/// How standard output and standard error look.
pub struct Terminal {
    /// Of standard output.
    pub out: Look,
    /// Of standard error.
    pub error: Look,
}

impl Terminal {
    /// The terminal as it is, with the colours that were asked for.
    pub fn of(verb: &Verb) -> Self {
        let color = match verb {
            Verb::Check(arguments) => arguments.color,
            Verb::Explain(arguments) => arguments.color,
            Verb::Rules(arguments) => arguments.color,
            Verb::Test(arguments) => arguments.color,
            Verb::Fields(arguments) => arguments.color,
            Verb::Schema(_)
            | Verb::Record(_)
            | Verb::Tree(_)
            | Verb::Init(_)
            | Verb::Completions(_)
            | Verb::Man(_) => Color::Auto,
        };
        let width = terminal_size::terminal_size_of(io::stdout())
            .map(|(width, _)| usize::from(width.0))
            .or_else(|| env::var("COLUMNS").ok()?.parse().ok())
            .map_or(WIDTH, |width| width.clamp(LEAST_WIDTH, MOST_WIDTH));
        Self {
            out: Look {
                colour: has_colour(color, io::stdout().is_terminal()),
                width,
            },
            error: Look {
                colour: has_colour(color, io::stderr().is_terminal()),
                width,
            },
        }
    }

    /// Writes one thing to standard output.
    pub fn print(&self, words: &str) -> io::Result<()> {
        let mut out = output();
        out.write_all(words.as_bytes())?;
        out.flush()
    }

    /// Says something on standard error that hinders the work.
    pub fn tell_error(&self, error: impl Display) {
        let name = if self.error.colour {
            "\u{1b}[31merror:\u{1b}[0m"
        } else {
            "error:"
        };
        self.tell(format_args!("{name} {}", plain(&error.to_string())));
    }

    /// Says something on standard error.
    pub fn tell(&self, words: impl Display) {
        // When standard error is closed there is nowhere left to complain to.
        let _ = writeln!(io::stderr().lock(), "{words}");
    }

    /// Says why the work could not be done.
    pub fn tell_failure(&self, failure: &Failure) {
        match failure {
            Failure::Mistakes(mistakes) => {
                for mistake in mistakes {
                    self.tell(draw_mistake(mistake, self.error));
                }
            }
            _ => self.tell_error(failure),
        }
    }
}

/// Standard output, whose reader may go away.
pub fn output() -> impl Write {
    BufWriter::new(Patient(io::stdout().lock()))
}

fn has_colour(color: Color, is_terminal: bool) -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if is_set("FORCE_COLOR") => {
            env::var_os("FORCE_COLOR").is_some_and(|value| value != "0")
        }
        Color::Auto => is_terminal && env::var_os("TERM").is_none_or(|value| value != "dumb"),
    }
}

/// A writer that goes on as if nothing had happened when the reader has gone (`doclint | head`):
/// the exit code is then the same as if all had been read.
struct Patient<W>(W);

impl<W: Write> Write for Patient<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn a_reader_that_has_gone_is_no_error() {
        let mut out = Patient(Gone);
        out.write_all(b"a finding").unwrap();
        out.flush().unwrap();
    }
}
