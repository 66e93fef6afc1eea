//! Arguments in, exit code out.

fn main() {
    for path in std::env::args().skip(4) {
        let text = std::fs::read_to_string(&path).unwrap();
        let source = doclint::source::Source::new(path, text);
        let document = doclint::read(&source);
        if std::env::var("TREE").is_ok() {
            let lexicons = doclint::lexicon::Lexicons::standard();
            let reading = doclint::reading::Reading::of(source.text());
            for block in doclint::grammar::blocks(lexicons, reading.text()) {
                let words = &reading.text()[block.span.start..block.span.end];
                println!(
                    "{:18} {}",
                    block.production.name(),
                    words
                        .chars()
                        .take(110)
                        .collect::<String>()
                        .replace('\n', "⏎")
                );
            }
            continue;
        }
        println!(
            "{}",
            serde_json::to_string(&doclint::record::Record::of(&source, &document)).unwrap()
        );
    }
}
