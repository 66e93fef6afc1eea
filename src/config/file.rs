//! Reading the TOML of `doclint.toml`. It is walked key by key, so that all mistakes of a file
//! are found in one run and each has the place of its own words.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Origin, Place, Settings, joined};
use crate::mistake::Mistake;
use crate::source::{Source, Span};
use values::{Reader, span_of};

mod tables;
mod values;

/// The settings there are, in the order in which they are listed.
pub(super) const KEYS: [&str; 12] = [
    "extend",
    "include",
    "exclude",
    "repository",
    "rules",
    "fail-on",
    "select",
    "ignore",
    "baseline",
    "severity",
    "override",
    "allow",
];

/// Another `doclint.toml` that a file says it builds on.
#[derive(Clone, Debug)]
pub struct Extended {
    /// Its path, joined to the folder of the file that names it.
    pub path: PathBuf,
    /// Where it is named.
    pub place: Place,
}

/// What the `doclint.toml` at `path` extends. What is wrong with the file is told when its
/// settings are read.
pub fn extended(path: &Path, source: &Source) -> Option<Extended> {
    let table = DeTable::parse(source.text()).ok()?;
    let value = table.get_ref().get("extend")?;
    let DeValue::String(named) = value.get_ref() else {
        return None;
    };
    Some(Extended {
        path: joined(&super::folder_of(path), named),
        place: Place {
            source: Arc::new(source.clone()),
            span: span_of(value),
        },
    })
}

/// Puts what a file in `folder` says in place of what `settings` say, and gives its mistakes.
pub(super) fn read(settings: &mut Settings, folder: &Path, source: Source) -> Vec<Mistake> {
    let source = Arc::new(source);
    let mut reader = Reader::new(&source, folder);
    // Only the first mistake of syntax is told: the others follow from it more often than not.
    match DeTable::parse(source.text()) {
        Ok(table) => {
            for (key, value) in table.get_ref() {
                reader.setting(settings, key, value);
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
    reader.names.sort_by_key(|named| named.place.span);
    settings.names.append(&mut reader.names);
    reader.mistakes.sort_by_key(|mistake| mistake.span);
    reader.mistakes
}

impl Reader<'_> {
    fn setting(
        &mut self,
        settings: &mut Settings,
        key: &Spanned<impl AsRef<str>>,
        value: &Spanned<DeValue<'_>>,
    ) {
        let name = key.get_ref().as_ref();
        match name {
            // It is followed before: see `extended`.
            "extend" => drop(self.text("extend", "the path of another file", value)),
            "include" => self.include(settings, value),
            "exclude" => settings.exclude = vec![self.patterns("exclude", value)],
            "repository" => {
                let folder = self.text("repository", "a folder", value);
                settings.repository = folder.map(|folder| joined(self.folder, &folder));
            }
            "rules" => {
                let folders = self.texts("rules", "folders", value);
                let folders = folders.iter().map(|(name, _)| joined(self.folder, name));
                settings.rules = folders.collect();
            }
            "fail-on" => {
                if let Some(level) = self.level("fail-on", value) {
                    settings.fail_on = level;
                }
            }
            "select" => settings.select = self.rule_names("select", value),
            "ignore" => settings.ignore = self.rule_names("ignore", value),
            "baseline" => {
                let file = self.text("baseline", "the path of a file", value);
                settings.baseline = file.map(|file| joined(self.folder, &file));
            }
            "severity" => return self.severity(settings, value),
            "override" => {
                let overrides = self.tables("override", value, Self::an_override);
                settings.overrides.extend(overrides);
                return;
            }
            "allow" => {
                return settings
                    .allow
                    .extend(self.tables("allow", value, Self::allow));
            }
            unknown => return self.unknown(unknown, &KEYS, "setting of doclint", key),
        }
        let origin = Origin::File(self.place(span_of(key)));
        settings.origins.insert(name.to_owned(), vec![origin]);
    }

    fn include(&mut self, settings: &mut Settings, value: &Spanned<DeValue<'_>>) {
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

    fn severity(&mut self, settings: &mut Settings, value: &Spanned<DeValue<'_>>) {
        for (name, level, span) in self.severities(value) {
            let origin = Origin::File(self.place(span));
            settings.severity.retain(|(known, _)| *known != name);
            settings
                .origins
                .insert(format!("severity.{name}"), vec![origin]);
            settings.severity.push((name, level));
        }
    }
}

#[cfg(test)]
mod tests;
