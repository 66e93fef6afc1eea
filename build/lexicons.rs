//! Puts the lexicons into one JSON file, which is read several times faster than TOML: each language
//! as it is, and the words of all languages in one more lexicon. Most productions do not know the
//! language of the text, and one long list is searched faster than six short ones.

use std::error::Error;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

/// The files, in the order in which languages are tried.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// The lexicons of a folder as JSON.
pub fn as_json(folder: &Path) -> Result<String, Box<dyn Error>> {
    let read = |name: &str| -> Result<Table, Box<dyn Error>> {
        let file = folder.join(name).with_extension("toml");
        let text = fs::read_to_string(&file)?;
        let table = text.parse::<Table>();
        Ok(table.map_err(|error| format!("{}: {error}", file.display()))?)
    };
    let languages = LANGUAGES
        .iter()
        .map(|name| read(name))
        .collect::<Result<Vec<Table>, _>>()?;
    let mut all = Table::new();
    for language in &languages {
        merge_tables(&mut all, language);
    }
    Ok(serde_json::to_string(&serde_json::json!({
        "languages": languages,
        "all": all,
        "symbols": read("symbols")?,
    }))?)
}

/// Lists end to end, lists of lists each with its like. What is no list is the first file's.
fn merge_tables(all: &mut Table, file: &Table) {
    for (key, value) in file {
        match all.get_mut(key) {
            Some(known) => merge_values(known, value),
            None => {
                all.insert(key.clone(), value.clone());
            }
        }
    }
}

fn merge_values(known: &mut Value, value: &Value) {
    match (known, value) {
        (Value::Table(known), Value::Table(value)) => merge_tables(known, value),
        (Value::Array(known), Value::Array(value)) => merge_lists(known, value),
        _ => {}
    }
}

fn merge_lists(known: &mut Vec<Value>, list: &[Value]) {
    let of_lists = list.iter().all(Value::is_array);
    let alike = if of_lists {
        known.len().min(list.len())
    } else {
        0
    };
    for (known, value) in known.iter_mut().zip(&list[..alike]) {
        merge_values(known, value);
    }
    known.extend_from_slice(&list[alike..]);
}
