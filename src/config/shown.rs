//! The settings in force as a `doclint.toml` would have them, with the origin of each.

use std::path::Path;

use super::{Allow, Origin, Override, Place, Settings};
use crate::finding::Severity;

impl Settings {
    /// The settings in force, in TOML; behind each stands who set it.
    pub fn shown(&self) -> String {
        let mut shown = match &self.file {
            Some(file) => format!("# {}\n", path(file)),
            None => "# no doclint.toml\n".to_owned(),
        };
        let exclude: Vec<&str> = self.exclude.iter().flat_map(|some| some.texts()).collect();
        let rules: Vec<String> = self.rules.iter().map(|folder| path(folder)).collect();
        for (key, value) in [
            ("include", list(&self.include.texts())),
            ("exclude", list(&exclude)),
            ("rules", list(&rules)),
            ("fail-on", quoted(self.fail_on.name())),
            ("select", list(&self.select)),
            ("ignore", list(&self.ignore)),
        ] {
            shown.push_str(&self.line(key, &value, key));
        }
        for (key, value) in [
            ("repository", &self.repository),
            ("baseline", &self.baseline),
        ] {
            if let Some(value) = value {
                shown.push_str(&self.line(key, &quoted(&path(value)), key));
            }
        }
        if !self.severity.is_empty() {
            shown.push_str("\n[severity]\n");
        }
        for (rule, level) in &self.severity {
            let origin = format!("severity.{rule}");
            shown.push_str(&self.line(&key(rule), &quoted(level.name()), &origin));
        }
        shown.extend(self.overrides.iter().map(Override::shown));
        shown.extend(self.allow.iter().map(Allow::shown));
        shown
    }

    fn line(&self, key: &str, value: &str, origin: &str) -> String {
        let origins = self.origins.get(origin).map(Vec::as_slice);
        let said: Vec<String> = origins
            .unwrap_or_default()
            .iter()
            .map(Origin::shown)
            .collect();
        let said = match said.as_slice() {
            [] => "standard".to_owned(),
            said => said.join(", "),
        };
        format!("{key} = {value}  # {said}\n")
    }
}

impl Origin {
    fn shown(&self) -> String {
        match self {
            Self::File(place) => place.shown(),
            Self::CommandLine => "command line".to_owned(),
        }
    }
}

impl Place {
    /// The file and the line, from 1.
    fn shown(&self) -> String {
        let line = self.source.line_of(self.span.start);
        format!("{}:{line}", self.source.name())
    }
}

impl Override {
    fn shown(&self) -> String {
        let mut shown = format!("\n[[override]]  # {}\n", self.place.shown());
        shown.push_str(&format!("files = {}\n", list(&self.files.texts())));
        if let Some(select) = &self.select {
            shown.push_str(&format!("select = {}\n", list(select)));
        }
        if !self.ignore.is_empty() {
            shown.push_str(&format!("ignore = {}\n", list(&self.ignore)));
        }
        if !self.severity.is_empty() {
            shown.push_str(&format!("severity = {{ {} }}\n", levels(&self.severity)));
        }
        shown
    }
}

impl Allow {
    fn shown(&self) -> String {
        let mut shown = format!("\n[[allow]]  # {}\n", self.place.shown());
        let file = self.file.texts().join("");
        for (key, value) in [
            ("rule", Some(self.rule.as_str())),
            ("file", Some(file.as_str())),
            ("text", self.text.as_deref()),
            ("reason", self.reason.as_deref()),
        ] {
            if let Some(value) = value {
                shown.push_str(&format!("{key} = {}\n", quoted(value)));
            }
        }
        shown
    }
}

fn levels(severity: &[(String, Severity)]) -> String {
    let levels: Vec<String> = severity
        .iter()
        .map(|(rule, level)| format!("{} = {}", key(rule), quoted(level.name())))
        .collect();
    levels.join(", ")
}

fn list(texts: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", quoted.join(", "))
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A key as TOML writes it.
fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    match !name.is_empty() && name.chars().all(is_bare) {
        true => name.to_owned(),
        false => quoted(name),
    }
}

/// With `/` on every system.
fn path(path: &Path) -> String {
    path.display()
        .to_string()
        .replace(std::path::MAIN_SEPARATOR_STR, "/")
}
