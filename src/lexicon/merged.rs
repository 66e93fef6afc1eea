//! The words of all languages in one lexicon: most productions do not know the language of the text,
//! and one long list is searched faster than six short ones.

use toml::{Table, Value};

/// The files of several lexicons as one: lists end to end, lists of lists each with its like. What is
/// no list is the first file's.
pub fn merged(files: impl IntoIterator<Item = Table>) -> Table {
    let mut files = files.into_iter();
    let first = files.next().unwrap_or_default();
    files.fold(first, |mut all, file| {
        merge_tables(&mut all, file);
        all
    })
}

fn merge_tables(all: &mut Table, file: Table) {
    for (key, value) in file {
        match all.get_mut(&key) {
            Some(known) => merge_values(known, value),
            None => {
                all.insert(key, value);
            }
        }
    }
}

fn merge_values(known: &mut Value, value: Value) {
    match (known, value) {
        (Value::Table(known), Value::Table(value)) => merge_tables(known, value),
        (Value::Array(known), Value::Array(value)) => merge_lists(known, value),
        _ => {}
    }
}

fn merge_lists(known: &mut Vec<Value>, mut list: Vec<Value>) {
    if list.iter().all(Value::is_array) {
        let more = list.split_off(known.len().min(list.len()));
        for (known, value) in known.iter_mut().zip(list) {
            merge_values(known, value);
        }
        known.extend(more);
    } else {
        known.extend(list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined() {
        let files = [
            "a = ['x']\nb = [['1'], ['2']]\nc = 'first'",
            "a = ['y']\nb = [['3']]\nc = ''",
        ];
        let all = merged(files.map(|file| file.parse().unwrap()));
        let wanted = "a = ['x', 'y']\nb = [['1', '3'], ['2']]\nc = 'first'";
        assert_eq!(all, wanted.parse().unwrap());
    }
}
