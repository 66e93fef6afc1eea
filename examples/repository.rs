//! The pass over the records of a repository: time and memory against the number of documents. One run
//! for each number, since memory is the most that a process has had:
//! `cargo run --release --example repository -- 1000000`. The cards are made up, which is not in
//! the time; every thousandth has the symbol of the one before. The processor's seconds are those
//! that other work on the machine leaves as they are.

use std::fs;
use std::time::Instant;

use doclint::repository::{Card, Repository, Wanted};
use doclint::rule::RuleSet;
use doclint::source::Source;

/// How often a second Linux counts the processor's time.
const TICKS: f64 = 100.0;

fn main() {
    let Ok(rules) = RuleSet::builtin() else {
        return;
    };
    println!("documents,seconds,processor's seconds,findings,peak MB");
    for count in std::env::args()
        .skip(1)
        .filter_map(|count| count.parse().ok())
    {
        let cards: Vec<Card> = (0..count).filter_map(made_up).collect();
        let (started, used_before) = (Instant::now(), used());
        let repository = Repository::new(cards, true);
        let findings = rules.check_across(&repository).len();
        let seconds = started.elapsed().as_secs_f64();
        let used = used() - used_before;
        println!("{count},{seconds:.2},{used:.2},{findings},{}", peak());
    }
}

/// The card of a made-up document; every seventh is an addendum.
fn made_up(number: usize) -> Option<Card> {
    let symbol = match number % 1000 {
        999 => number - 1,
        _ => number,
    };
    let (year, running) = (1994 + symbol % 30, symbol / 30 + 1);
    let (running, modifier) = match symbol % 7 {
        0 if running > 1 => (running - 1, "/Add.1"),
        _ => (running, ""),
    };
    let text = format!(
        "S/{year}/{running}{modifier}\nSecurity Council\nDistr.: General\n29 June {year}\n\
         Original: English\n\n{:02}-{number:07} (E)\n",
        year % 100
    );
    let name = format!(
        "archive/S_{year}_{running}{}.{number}.txt",
        modifier.replace('/', "_")
    );
    let source = Source::new(name, text);
    Card::of(&source, &doclint::read(&source), Wanted::default())
}

/// The most memory that this process has had, in megabytes; 0 where the system does not say.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// The processor's time that this process has had, in seconds; 0 where the system does not say.
fn used() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may have spaces.
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields = after_name.split_whitespace().skip(11).take(2);
    let ticks: u32 = fields.filter_map(|ticks| ticks.parse::<u32>().ok()).sum();
    f64::from(ticks) / TICKS
}
