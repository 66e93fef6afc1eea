//! What can be typed about the output of a check: files to write, and what is said besides.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Format;
use crate::mistake::nearest;

/// Where else findings are written, and what is said besides.
#[derive(Debug, Args)]
pub struct Output {
    /// Write the findings to this file, not to standard output; with FORMAT=, write them there as
    /// well, in that format. May be given again
    #[arg(
        short = 'o',
        long = "output",
        value_name = "[FORMAT=]FILE",
        value_parser = target,
        help_heading = "Output"
    )]
    pub targets: Vec<Target>,
    /// Count the findings by rule, after them; with -q, instead of them
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,
    /// Say which settings, rules and files are used, and what is left out
    #[arg(short, long, help_heading = "Output")]
    pub verbose: bool,
}

/// A file to write findings to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its own format; without one, the file has what would go to standard output.
    pub format: Option<Format>,
    /// The file.
    pub file: PathBuf,
}

/// What `--output` takes: `findings.txt`, `sarif=findings.sarif`.
///
/// # Errors
/// What is wrong with it, for the person who typed it.
fn target(typed: &str) -> Result<Target, String> {
    let plain = Target {
        format: None,
        file: PathBuf::from(typed),
    };
    let (name, file) = match typed.split_once('=') {
        Some((name, file)) if !name.contains(['/', '\\', '.']) => (name, file),
        _ if typed == "-" => {
            return Err("standard output has the findings without --output".to_owned());
        }
        _ => return Ok(plain),
    };
    let Ok(format) = Format::from_str(name, false) else {
        return Err(unknown(name, typed));
    };
    match file {
        "" | "-" => Err(format!(
            "write the name of a file after {name}=; for standard output there is --format {name}"
        )),
        file => Ok(Target {
            format: Some(format),
            file: PathBuf::from(file),
        }),
    }
}

fn unknown(name: &str, typed: &str) -> String {
    let formats: Vec<String> = Format::value_variants()
        .iter()
        .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
        .collect();
    let meant = match nearest(name, formats.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the formats are {}.", formats.join(", ")),
    };
    format!("`{name}` is no format; {meant} A file of this name is ./{typed}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_format_of_its_own_or_the_main_one() {
        assert_eq!(
            target("sarif=out/a=b.sarif").unwrap(),
            Target {
                format: Some(Format::Sarif),
                file: PathBuf::from("out/a=b.sarif")
            }
        );
        for typed in ["findings.txt", "out/sarif=a", "./a=b"] {
            let file = PathBuf::from(typed);
            assert_eq!(target(typed).unwrap(), Target { format: None, file });
        }
    }

    #[test]
    fn what_is_mistyped_is_not_taken_for_a_file() {
        assert_eq!(
            target("sarfi=a.sarif").unwrap_err(),
            "`sarfi` is no format; did you mean `sarif`? A file of this name is ./sarfi=a.sarif"
        );
        assert_eq!(
            target("-").unwrap_err(),
            "standard output has the findings without --output"
        );
        assert_eq!(
            target("json=").unwrap_err(),
            "write the name of a file after json=; for standard output there is --format json"
        );
    }
}
