//! Reading the tables of `doclint.toml` of which there can be several: `[[override]]`, `[[allow]]`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::values::{Reader, span_of, type_of};
use crate::config::{Allow, Override};
use crate::source::Span;

/// The keys of `[[override]]`.
const OVERRIDE_KEYS: [&str; 4] = ["files", "select", "ignore", "severity"];

/// The keys of `[[allow]]`.
const ALLOW_KEYS: [&str; 4] = ["rule", "file", "text", "reason"];

impl Reader<'_> {
    /// What `read` makes of each table; it is given where the table stands.
    pub fn tables<T>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        read: fn(&mut Self, &DeTable<'_>, Span) -> Option<T>,
    ) -> Vec<T> {
        let help = format!("write [[{key}]] on a line, and under it what belongs to it");
        let DeValue::Array(entries) = value.get_ref() else {
            let message = format!(
                "`{key}` is {}, not a list of tables",
                type_of(value.get_ref())
            );
            self.mistake(span_of(value), message, Some(help));
            return Vec::new();
        };
        let mut tables = Vec::new();
        for entry in entries {
            match entry.get_ref() {
                DeValue::Table(table) => tables.extend(read(self, table, span_of(entry))),
                other => {
                    let message =
                        format!("`{key}` is a list of tables; this is {}", type_of(other));
                    self.mistake(span_of(entry), message, Some(help.clone()));
                }
            }
        }
        tables
    }

    pub(super) fn an_override(&mut self, table: &DeTable<'_>, span: Span) -> Option<Override> {
        let mut files = None;
        let (mut select, mut ignore, mut severity) = (None, Vec::new(), Vec::new());
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "files" => files = Some(self.patterns("files", value)),
                "select" => select = Some(self.rule_names("select", value)),
                "ignore" => ignore = self.rule_names("ignore", value),
                "severity" => severity = self.severities(value),
                unknown => self.unknown(unknown, &OVERRIDE_KEYS, "key of [[override]]", key),
            }
        }
        let Some(files) = files else {
            let message = "this override does not say for which files it is".to_owned();
            let help = "write files = [\"folder/**\"]".to_owned();
            self.mistake(span, message, Some(help));
            return None;
        };
        Some(Override {
            files,
            select,
            ignore,
            severity: severity
                .into_iter()
                .map(|(name, level, _)| (name, level))
                .collect(),
            place: self.place(span),
        })
    }

    pub(super) fn allow(&mut self, table: &DeTable<'_>, span: Span) -> Option<Allow> {
        let (mut rule, mut file, mut text, mut reason) = (None, None, None, None);
        let mut place = span;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "rule" => {
                    rule = self.text("rule", "the name of a rule", value);
                    if let Some(rule) = &rule {
                        self.named(rule, span_of(value), false);
                    }
                }
                "file" => {
                    let name = self.text("file", "the path of a file", value);
                    file = name.map(|name| self.compiled(vec![(name, span_of(value))]));
                }
                "text" => {
                    text = self.text("text", "the words at fault", value);
                    place = span_of(value);
                }
                "reason" => reason = self.text("reason", "words", value),
                unknown => self.unknown(unknown, &ALLOW_KEYS, "key of [[allow]]", key),
            }
        }
        for (key, is_there, help) in [
            (
                "rule",
                table.contains_key("rule"),
                "rule = \"date-impossible\"",
            ),
            (
                "file",
                table.contains_key("file"),
                "file = \"1994/letter.md\"",
            ),
        ] {
            if !is_there {
                let message = format!("this allowance names no {key}");
                self.mistake(span, message, Some(format!("write {help}")));
            }
        }
        Some(Allow {
            rule: rule?,
            file: file?,
            text: text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
            reason: reason.filter(|reason| !reason.trim().is_empty()),
            place: self.place(place),
        })
    }
}
