//! The verbs for those who install doclint: completions and the man page.

use std::io::Write;

use crate::cli::{self, nearest_verb};
use crate::run::terminal::output;
use crate::run::{Failure, Outcome};

/// `doclint completions`
pub fn completions(arguments: &cli::Completions) -> Result<Outcome, Failure> {
    printed(&cli::completions(arguments.shell))
}

/// `doclint man`
pub fn man(arguments: &cli::Man) -> Result<Outcome, Failure> {
    match (cli::man(arguments.verb.as_deref())?, &arguments.verb) {
        (Some(page), _) => printed(&page),
        (None, verb) => {
            let name = verb.clone().unwrap_or_default();
            let near = nearest_verb(&name);
            Err(Failure::UnknownVerb { name, near })
        }
    }
}

fn printed(page: &[u8]) -> Result<Outcome, Failure> {
    let mut out = output();
    out.write_all(page)?;
    out.flush()?;
    Ok(Outcome::Passed)
}
