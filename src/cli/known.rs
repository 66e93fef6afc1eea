//! What can be typed about settings and known faults.

use std::path::PathBuf;

use clap::Args;

/// The faults of a repository that are known.
#[derive(Debug, Args)]
pub struct KnownFaults {
    /// Leave out the faults that this file holds
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "write_baseline",
        help_heading = "Known faults"
    )]
    pub baseline: Option<PathBuf>,
    /// Write the faults that are found to this file instead of showing them
    #[arg(long, value_name = "FILE", help_heading = "Known faults")]
    pub write_baseline: Option<PathBuf>,
    /// Take out of the baseline what is found no more
    #[arg(long, conflicts_with = "write_baseline", help_heading = "Known faults")]
    pub prune_baseline: bool,
}

/// `doclint init`
#[derive(Debug, Args)]
pub struct Init {
    /// The folder of the documents
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}
