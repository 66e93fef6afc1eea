//! Lists the rule files, so that adding one is adding a file: they are embedded, and each gets a
//! test of its name. Makes the lexicons ready to be read.

#[path = "build/lexicons.rs"]
mod lexicons;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error, fs, io};

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=build");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut list = String::from("static BUILTIN: &[Builtin] = &[\n");
    let mut tests = String::new();
    for part in sorted(&root.join("rules"))? {
        if !part.is_dir() {
            continue;
        }
        for file in sorted(&part)? {
            let (Some(part), Some(id)) = (name(&part), name(&file)) else {
                continue;
            };
            // Named from the manifest's folder: checkouts that share a target folder have each its own.
            let path = format!("/rules/{part}/{id}.toml");
            let _ = writeln!(
                list,
                "    Builtin {{ part: {part:?}, id: {id:?}, text: \
                 include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})) }},",
            );
            let _ = writeln!(
                tests,
                "#[test]\nfn {}() {{\n    examples_are_sound({id:?});\n}}",
                id.replace('-', "_")
            );
        }
    }
    list.push_str("];\n");
    fs::write(out.join("builtin_rules.rs"), list)?;
    fs::write(out.join("rule_tests.rs"), tests)?;
    let lexicons = lexicons::as_json(&root.join("src/lexicon"))?;
    Ok(fs::write(out.join("lexicons.json"), lexicons)?)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str()
}
