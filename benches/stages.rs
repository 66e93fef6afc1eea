//! How long each stage takes of the way from a text to its findings: `cargo bench`. The texts are
//! the sound specimens of `seeds/`, one after the other until there is enough.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use doclint::document::{Document, document_of};
use doclint::field::{self, Node};
use doclint::grammar;
use doclint::lexicon::Lexicons;
use doclint::reading::Reading;
use doclint::rule::RuleSet;
use doclint::source::Source;

/// Bytes of text at least: a letter, a report, a volume.
const SIZES: [usize; 3] = [4_000, 64_000, 1_000_000];

const SPECIMENS: [&str; 4] = [
    include_str!("../seeds/sound/S_2017_229.txt"),
    include_str!("../seeds/sound/S_2018_893.txt"),
    include_str!("../seeds/sound/S_2009_417.md"),
    include_str!("../seeds/sound/A_78_417-S_2023_713.txt"),
];

fn main() {
    divan::main();
}

/// Markup off.
#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    bencher
        .counter(bytes(&source))
        .bench(|| Reading::of(black_box(source.text())));
}

/// Blocks recognised in the text that was read.
#[divan::bench(args = SIZES)]
fn grammar(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    let reading = Reading::of(source.text());
    bencher
        .counter(bytes(&source))
        .bench(|| grammar::blocks(Lexicons::standard(), black_box(reading.text())));
}

/// The tree built of the blocks.
#[divan::bench(args = SIZES)]
fn document(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    let lexicons = Lexicons::standard();
    let reading = Reading::of(source.text());
    let blocks = grammar::blocks(lexicons, reading.text());
    bencher
        .counter(bytes(&source))
        .bench(|| document_of(&source, &reading, lexicons, black_box(&blocks)));
}

/// Every field of every node looked up once.
#[divan::bench(args = SIZES)]
fn fields(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    let document = doclint::read(&source);
    bencher
        .counter(bytes(&source))
        .bench(|| look_up(&source, black_box(&document)));
}

/// Every rule asked of a document that was read.
#[divan::bench(args = SIZES)]
fn rules(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    let document = doclint::read(&source);
    let rules = carried();
    bencher
        .counter(bytes(&source))
        .bench(|| rules.check(&source, black_box(&document)));
}

/// The whole way.
#[divan::bench(args = SIZES)]
fn check(bencher: Bencher<'_, '_>, size: usize) {
    let source = text(size);
    let rules = carried();
    bencher
        .counter(bytes(&source))
        .with_inputs(|| source.clone())
        .bench_values(|source| doclint::check(source, &rules, rules.wanted()));
}

/// The rules that doclint carries, made ready: what a run does once.
#[divan::bench]
fn loading() -> usize {
    carried().rules().count()
}

fn carried() -> RuleSet {
    RuleSet::builtin().unwrap_or_default()
}

/// A text of at least so many bytes.
fn text(size: usize) -> Source {
    let mut text = String::with_capacity(size + 4_000);
    for specimen in SPECIMENS.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(specimen);
        text.push('\n');
    }
    Source::new("specimens.txt", text)
}

fn bytes(source: &Source) -> BytesCount {
    BytesCount::of_str(source.text())
}

fn look_up(source: &Source, document: &Document) {
    for node in Node::ALL.into_iter().filter(|node| !node.is_across_files()) {
        for scope in field::scopes(source, document, node) {
            for field in field::fields_of(node).filter(|field| field.node == node) {
                black_box((field.get)(&scope));
            }
        }
    }
}
