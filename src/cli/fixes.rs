//! What can be typed to have faults repaired.

use clap::Args;

/// Which repairs are made, and where they go.
#[derive(Debug, Args)]
pub struct Fixes {
    /// Repair what can be repaired with certainty, and report the rest
    #[arg(long, group = "repair", help_heading = "Fixes")]
    pub fix: bool,
    /// Print what --fix would change as a diff for patch -p1, and change nothing
    #[arg(long, group = "repair", help_heading = "Fixes")]
    pub diff: bool,
    /// With --fix or --diff: make the repairs too that a person has to look at
    #[arg(long, requires = "repair", help_heading = "Fixes")]
    pub unsafe_fixes: bool,
}
