//! Reading the TOML of `doclint.toml`. It is walked key by key, so that all mistakes of a file
//! are found in one run and each has the place of its own words.

use std::sync::Arc;

use glob::Pattern;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{Origin, Settings, file_pattern};
use crate::finding::Severity;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// The settings there are, in the order in which they are listed.
pub(super) const KEYS: [&str; 8] = [
    "include",
    "exclude",
    "repository",
    "rules",
    "fail-on",
    "select",
    "ignore",
    "severity",
];

/// `settings` with what the file says in place of what it says.
pub(super) fn read(mut settings: Settings, source: &Arc<Source>) -> Result<Settings, Vec<Mistake>> {
    let mut reader = Reader {
        source,
        mistakes: Vec::new(),
        names: Vec::new(),
    };
    // Only the first mistake of syntax is told: the others follow from it more often than not.
    match DeTable::parse(source.text()) {
        Ok(table) => {
            for (key, value) in table.get_ref() {
                reader.setting(&mut settings, key, value);
            }
        }
        Err(error) => {
            let end = source.text().len();
            let span = error
                .span()
                .map_or(Span::empty(end), |range| Span::new(range.start, range.end));
            reader.mistake(span, error.message().to_owned(), None);
        }
    }
    reader.mistakes.sort_by_key(|mistake| mistake.span);
    if !reader.mistakes.is_empty() {
        return Err(reader.mistakes);
    }
    reader.names.sort_by_key(|(_, span)| *span);
    settings.origin = Some(Origin {
        source: Arc::clone(source),
        names: reader.names,
    });
    Ok(settings)
}

struct Reader<'s> {
    source: &'s Arc<Source>,
    mistakes: Vec<Mistake>,
    names: Vec<(String, Span)>,
}

impl Reader<'_> {
    fn setting(
        &mut self,
        settings: &mut Settings,
        key: &Spanned<impl AsRef<str>>,
        value: &Spanned<DeValue<'_>>,
    ) {
        match key.get_ref().as_ref() {
            "include" => {
                settings.include = self.patterns("include", value);
                if let DeValue::Array(entries) = value.get_ref()
                    && entries.is_empty()
                {
                    let help = "leave it out to read all Markdown and text files";
                    self.mistake(
                        span_of(value),
                        "`include` is empty, so no file would be read".to_owned(),
                        Some(help.to_owned()),
                    );
                }
            }
            "exclude" => settings.exclude = self.patterns("exclude", value),
            "repository" => match value.get_ref() {
                DeValue::String(folder) => {
                    settings.repository = Some(settings.root.join(folder.as_ref()));
                }
                other => {
                    let message = format!("`repository` is {}, not a folder", type_of(other));
                    let help = "write repository = \".\" for the folder of doclint.toml";
                    self.mistake(span_of(value), message, Some(help.to_owned()));
                }
            },
            "rules" => {
                settings.rules = self
                    .texts("rules", "folders", value)
                    .into_iter()
                    .map(|(folder, _)| match settings.root.as_os_str() == "." {
                        true => folder.into(),
                        false => settings.root.join(folder),
                    })
                    .collect();
            }
            "fail-on" => {
                if let Some(level) = self.level("fail-on", value) {
                    settings.fail_on = level;
                }
            }
            "select" => settings.select = self.rule_names("select", value),
            "ignore" => settings.ignore = self.rule_names("ignore", value),
            "severity" => settings.severity = self.severities(value),
            unknown => {
                let help = did_you_mean(unknown, &KEYS, "the settings are");
                let message = format!("`{unknown}` is no setting of doclint");
                self.mistake(span_of(key), message, Some(help));
            }
        }
    }

    fn mistake(&mut self, span: Span, message: String, help: Option<String>) {
        self.mistakes.push(Mistake {
            source: Arc::clone(self.source),
            span,
            message,
            help,
        });
    }

    /// A list of texts with their places.
    fn texts(&mut self, key: &str, of: &str, value: &Spanned<DeValue<'_>>) -> Vec<(String, Span)> {
        let DeValue::Array(entries) = value.get_ref() else {
            let message = format!(
                "`{key}` is {}, not a list of {of}",
                type_of(value.get_ref())
            );
            let help = match value.get_ref() {
                DeValue::String(_) => {
                    format!(
                        "put it into brackets: [{}]",
                        self.source.slice(span_of(value))
                    )
                }
                _ => format!("write a list: {key} = [\"…\"]"),
            };
            self.mistake(span_of(value), message, Some(help));
            return Vec::new();
        };
        self.entries(key, entries)
    }

    fn entries(&mut self, key: &str, entries: &DeArray<'_>) -> Vec<(String, Span)> {
        let mut texts = Vec::new();
        for entry in entries {
            match entry.get_ref() {
                DeValue::String(text) => texts.push((text.to_string(), span_of(entry))),
                other => {
                    let message = format!("`{key}` is a list of texts; this is {}", type_of(other));
                    let help = "put it into quotation marks".to_owned();
                    self.mistake(span_of(entry), message, Some(help));
                }
            }
        }
        texts
    }

    fn patterns(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for (text, span) in self.texts(key, "patterns", value) {
            if text.starts_with('/') {
                let help = "patterns are relative to the folder of doclint.toml".to_owned();
                let message = format!("'{text}' begins at the root of the disk");
                self.mistake(span, message, Some(help));
                continue;
            }
            match file_pattern(&text) {
                Ok(pattern) => patterns.push(pattern),
                Err(error) => {
                    let at = self.inside(span, &text, error.pos);
                    let message = format!("'{text}' is no pattern: {}", error.msg);
                    let help = "`*` is any part of a name, `**/` any folders, `?` any character, \
                                `[ab]` one of these";
                    self.mistake(at, message, Some(help.to_owned()));
                }
            }
        }
        patterns
    }

    /// The place of the name in a pattern that has the character `position` (from 0); all of the
    /// pattern, when it is written with escapes. The TOML of the pattern stands at `span`.
    fn inside(&self, span: Span, text: &str, position: usize) -> Span {
        let Some(start) = self.source.slice(span).find(text) else {
            return span;
        };
        let at = text
            .char_indices()
            .nth(position)
            .map_or(text.len(), |(offset, _)| offset);
        let from = text[..at].rfind('/').map_or(0, |slash| slash + 1);
        let to = text[at..].find('/').map_or(text.len(), |slash| at + slash);
        Span::new(span.start + start + from, span.start + start + to)
    }

    fn rule_names(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let names = self.texts(key, "rules", value);
        self.names.extend(names.iter().cloned());
        names.into_iter().map(|(name, _)| name).collect()
    }

    fn severities(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Severity)> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!("`severity` is {}, not a table", type_of(value.get_ref()));
            let help = "write [severity] on a line, and under it rule = \"level\"".to_owned();
            self.mistake(span_of(value), message, Some(help));
            return Vec::new();
        };
        let mut severities = Vec::new();
        for (rule, level) in table {
            let name = rule.get_ref().to_string();
            if let Some(level) = self.level(&name, level) {
                severities.push((span_of(rule), name.clone(), level));
            }
            self.names.push((name, span_of(rule)));
        }
        severities.sort_by_key(|(span, ..)| *span);
        severities
            .into_iter()
            .map(|(_, name, level)| (name, level))
            .collect()
    }

    fn level(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Severity> {
        let names = Severity::ALL.map(Severity::name);
        let DeValue::String(written) = value.get_ref() else {
            let message = format!("`{key}` is {}, not a level", type_of(value.get_ref()));
            let help = format!("the levels are {}", list(&names));
            self.mistake(span_of(value), message, Some(help));
            return None;
        };
        let level = Severity::ALL
            .into_iter()
            .find(|level| level.name() == written);
        if level.is_none() {
            let help = did_you_mean(written, &names, "the levels are");
            let message = format!("`{written}` is no level");
            self.mistake(span_of(value), message, Some(help));
        }
        level
    }
}

fn span_of<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn did_you_mean(written: &str, known: &[&str], all: &str) -> String {
    match nearest(written, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("{all} {}", list(known)),
    }
}

fn list(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests;
