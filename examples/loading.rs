//! How long it takes until the first document can be read: all rules that doclint carries, loaded
//! over and over. `cargo run --release --example loading` shows the figure.

use std::time::{Duration, Instant};

use doclint::rule::RuleSet;

fn main() {
    let mut count = 0;
    let times: Vec<Duration> = (0..51)
        .map(|_| {
            let started = Instant::now();
            count = RuleSet::builtin().map_or(0, |rules| rules.rules().count());
            started.elapsed()
        })
        .collect();
    let shortest = times.iter().min().copied().unwrap_or_default();
    println!(
        "{count} rules: {:?} at first, {shortest:?} at best",
        times[0]
    );
}
