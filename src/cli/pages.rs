//! What can be typed, for shells and for `man`.

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man as Page;

use super::{Check, Cli};

/// `doclint completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell that they are for
    #[arg(value_enum)]
    pub shell: Shell,
}

/// `doclint man`
#[derive(Debug, Args)]
pub struct Man {
    /// A verb; without it, the page is that of doclint
    pub verb: Option<String>,
}

/// The script that makes a shell complete doclint's verbs, flags and their values.
pub fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut whole(), "doclint", &mut script);
    script
}

/// The man page of doclint or of a verb, as roff; `None` when there is no such verb.
///
/// # Errors
/// What writing gives.
pub fn man(verb: Option<&str>) -> std::io::Result<Option<Vec<u8>>> {
    let mut command = whole();
    command.build();
    let command = match verb {
        None => command,
        Some(verb) => match command.find_subcommand(verb) {
            Some(found) => found.clone(),
            None => return Ok(None),
        },
    };
    let mut page = Vec::new();
    Page::new(command).render(&mut page)?;
    Ok(Some(page))
}

/// The command with what is understood without a verb: all that `check` understands.
fn whole() -> clap::Command {
    let command = Cli::command();
    let about = command.get_about().cloned();
    let long_about = command.get_long_about().cloned();
    Check::augment_args(command)
        .about(about.unwrap_or_default())
        .long_about(long_about.unwrap_or_default())
        .subcommand_required(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    fn page(verb: Option<&str>) -> String {
        String::from_utf8(man(verb).unwrap().unwrap()).unwrap()
    }

    #[test]
    fn every_shell_is_told_the_flags_that_need_no_verb() {
        for shell in Shell::value_variants() {
            let script = String::from_utf8(completions(*shell)).unwrap();
            for word in ["unsafe-fixes", "explain", "doclint"] {
                assert!(script.contains(word), "{shell}: {word}");
            }
        }
    }

    #[test]
    fn the_man_page_is_that_of_doclint_or_of_a_verb() {
        let whole = page(None);
        assert!(whole.contains(".TH doclint 1"), "{whole}");
        assert!(whole.contains("doclint \\- Check United Nations documents kept as text"));
        assert!(whole.contains("\\-\\-unsafe\\-fixes"));
        assert!(page(Some("explain")).contains(".TH doclint-explain 1"));
        assert!(man(Some("chek")).unwrap().is_none());
    }
}
