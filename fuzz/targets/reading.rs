//! Taking markup off: every character read has its place in the source, and the places run forward.

#![no_main]

use doclint::reading::Reading;
use doclint::source::Span;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let reading = Reading::of(text);
    let mut last = Span::empty(0);
    for (at, character) in reading.text().char_indices() {
        let span = reading.source_span(Span::new(at, at + character.len_utf8()));
        assert!(
            !span.is_empty() && text.get(span.start..span.end).is_some(),
            "{span:?}"
        );
        assert!(
            last.start <= span.start && last.end <= span.end,
            "{last:?}, {span:?}"
        );
        last = span;
    }
});
