//! `doclint init`.

use std::fs::OpenOptions;
use std::io::{self, Write};

use crate::cli;
use crate::config::{FILE_NAME, TEMPLATE};
use crate::run::terminal::Terminal;
use crate::run::{Failure, Outcome};

const SNIPPETS: &str = r#"Before each commit, with pre-commit (.pre-commit-config.yaml):

  repos:
    - repo: local
      hooks:
        - id: doclint
          name: doclint
          entry: doclint check
          language: system
          files: \.(md|txt)$
          require_serial: true

Before each commit, without it (.git/hooks/pre-commit, executable):

  #!/bin/sh
  exec doclint

In GitHub Actions, once doclint is installed:

  - name: Check the documents
    run: doclint

In GitLab CI:

  doclint:
    script:
      - doclint

In any shell: exit code 0 nothing to fail on, 1 findings, 2 the work could not be done. Where many
old faults are known, `doclint --write-baseline doclint-baseline.json` writes them down, and
`baseline = "doclint-baseline.json"` in doclint.toml leaves them out.
"#;

/// Writes the settings to begin with, and shows what hooks and CI need.
pub fn init(arguments: &cli::Init, terminal: &Terminal) -> Result<Outcome, Failure> {
    let path = match arguments.folder.as_os_str() == "." {
        true => FILE_NAME.into(),
        false => arguments.folder.join(FILE_NAME),
    };
    let opened = OpenOptions::new().write(true).create_new(true).open(&path);
    opened
        .and_then(|mut file| file.write_all(TEMPLATE.as_bytes()))
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Taken { path: path.clone() },
            _ => Failure::Read {
                path: path.clone(),
                error,
            },
        })?;
    terminal.tell(format_args!("{} written", path.display()));
    terminal.print(SNIPPETS)?;
    Ok(Outcome::Passed)
}
