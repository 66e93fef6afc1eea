//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    doclint::run::run(std::env::args_os())
}
