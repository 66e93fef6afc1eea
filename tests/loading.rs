//! How long it takes until the first document can be read: all rules that doclint carries, loaded.
//! `cargo test --release --test loading -- --nocapture` shows the figure.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use doclint::rule::RuleSet;

/// What may be taken in a release build, in which alone time means something.
const MOST: Duration = Duration::from_millis(3);

#[test]
fn rules_are_loaded_in_no_time() {
    let mut times: Vec<Duration> = (0..21)
        .map(|_| {
            let started = Instant::now();
            let rules = RuleSet::builtin().unwrap();
            assert!(rules.rules().next().is_some());
            started.elapsed()
        })
        .collect();
    let first = times[0];
    times.sort();
    let rules = RuleSet::builtin().unwrap().rules().count();
    println!("{rules} rules: {first:?} at first, {:?} usually", times[10]);
    if !cfg!(debug_assertions) {
        assert!(times[10] < MOST, "{times:?}");
    }
}
