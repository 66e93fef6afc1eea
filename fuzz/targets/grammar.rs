//! The layout: the blocks are in order, and between them is nothing but white space. The text is
//! taken as it stands, so that the grammar also meets what no reading gives.

#![no_main]

use doclint::grammar::blocks;
use doclint::lexicon::Lexicons;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for block in blocks(Lexicons::standard(), text) {
        let span = block.span;
        assert!(end <= span.start && span.start < span.end, "{block:?}");
        assert_eq!(text[end..span.start].trim(), "", "before {block:?}");
        assert!(text.get(span.start..span.end).is_some(), "{block:?}");
        end = span.end;
    }
    assert_eq!(text[end..].trim(), "", "behind the last block");
});
