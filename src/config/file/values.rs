//! Reading single values of `doclint.toml`: texts, lists, patterns, levels, names of rules.

use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use crate::config::{Name, Patterns, Place, file_pattern};
use crate::finding::Severity;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// A file that is being read, and what is wrong with it so far.
pub(super) struct Reader<'s> {
    pub source: &'s Arc<Source>,
    /// The folder that its paths are relative to.
    pub folder: &'s Path,
    pub mistakes: Vec<Mistake>,
    pub names: Vec<Name>,
}

impl<'s> Reader<'s> {
    pub fn new(source: &'s Arc<Source>, folder: &'s Path) -> Self {
        Self {
            source,
            folder,
            mistakes: Vec::new(),
            names: Vec::new(),
        }
    }

    pub fn place(&self, span: Span) -> Place {
        Place {
            source: Arc::clone(self.source),
            span,
        }
    }

    pub fn mistake(&mut self, span: Span, message: String, help: Option<String>) {
        self.mistakes.push(Mistake {
            source: Arc::clone(self.source),
            span,
            message,
            help,
        });
    }

    /// That `written` is none of the `known` keys; `what` they are.
    pub fn unknown<T>(&mut self, written: &str, known: &[&str], what: &str, key: &Spanned<T>) {
        let all = match what {
            "setting of doclint" => "the settings are",
            _ => "the keys here are",
        };
        let help = did_you_mean(written, known, all);
        let message = format!("`{written}` is no {what}");
        self.mistake(span_of(key), message, Some(help));
    }

    /// One text; `of` says what it names.
    pub fn text(&mut self, key: &str, of: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.to_string());
        }
        let message = format!("`{key}` is {}, not {of}", type_of(value.get_ref()));
        let help = format!("write {key} = \"…\"");
        self.mistake(span_of(value), message, Some(help));
        None
    }

    /// A list of texts with their places.
    pub fn texts(
        &mut self,
        key: &str,
        of: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Vec<(String, Span)> {
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

    /// A list of patterns for files.
    pub fn patterns(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Patterns {
        let texts = self.texts(key, "patterns", value);
        self.compiled(texts)
    }

    /// Patterns of texts that stand at these places.
    pub fn compiled(&mut self, texts: Vec<(String, Span)>) -> Patterns {
        let mut globs = Vec::new();
        for (text, span) in texts {
            if text.starts_with('/') {
                let help = "patterns are relative to the folder of doclint.toml".to_owned();
                let message = format!("'{text}' begins at the root of the disk");
                self.mistake(span, message, Some(help));
                continue;
            }
            match file_pattern(&text) {
                Ok(pattern) => globs.push(pattern),
                Err(error) => {
                    let at = self.inside(span, &text, error.pos);
                    let message = format!("'{text}' is no pattern: {}", error.msg);
                    let help = "`*` is any part of a name, `**/` any folders, `?` any character, \
                                `[ab]` one of these";
                    self.mistake(at, message, Some(help.to_owned()));
                }
            }
        }
        Patterns {
            root: self.folder.to_owned(),
            globs,
        }
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

    /// A list of rules or parts.
    pub fn rule_names(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let names = self.texts(key, "rules", value);
        for (name, span) in &names {
            self.named(name, *span, true);
        }
        names.into_iter().map(|(name, _)| name).collect()
    }

    /// Notes the name of a rule, whose existence shows later.
    pub fn named(&mut self, name: &str, span: Span, may_be_part: bool) {
        self.names.push(Name {
            name: name.to_owned(),
            place: self.place(span),
            may_be_part,
        });
    }

    /// A table of levels by rule or part, in the order of the file, with the places of the names.
    pub fn severities(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Severity, Span)> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!("`severity` is {}, not a table", type_of(value.get_ref()));
            let help = "write [severity] on a line, and under it rule = \"level\"".to_owned();
            self.mistake(span_of(value), message, Some(help));
            return Vec::new();
        };
        let mut severities = Vec::new();
        for (rule, level) in table {
            let name = rule.get_ref().to_string();
            self.named(&name, span_of(rule), true);
            if let Some(level) = self.level(&name, level) {
                severities.push((name, level, span_of(rule)));
            }
        }
        severities.sort_by_key(|(.., span)| *span);
        severities
    }

    /// A level.
    pub fn level(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Severity> {
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

pub(super) fn span_of<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

pub(super) fn type_of(value: &DeValue<'_>) -> &'static str {
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
