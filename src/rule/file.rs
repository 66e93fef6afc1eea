//! Reading a rule file, and every mistake that can be made in one.

use std::sync::Arc;

use toml::Spanned;

use super::condition::Condition;
use super::examples::{Example, ExampleFile, Examples};
use super::keys::{ExamplesFile, RuleFile};
use super::syntax::of_toml;
use super::{ExampleText, FixRule, Rule, Template};
use crate::check::{Check, Names};
use crate::field::Node;
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// What of a rule file is read to check a document: all before the examples. Where another table
/// follows them, that is the whole file.
pub(super) fn head(text: &str) -> &str {
    let mut end = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match table(line) {
            Some("pass" | "fail") => end = end.or(Some(start)),
            Some(_) if end.is_some() => return text,
            _ => {}
        }
        start += line.len();
    }
    &text[..end.unwrap_or(text.len())]
}

/// The name of the table that a line opens. Lines of a document in brackets, such as `[Signed]`,
/// look the same.
fn table(line: &str) -> Option<&str> {
    let inner = line.trim_start().strip_prefix('[')?.trim_start_matches('[');
    let (name, _) = inner.split_once(']')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || " _-.\"'".contains(c);
    name.chars().all(is_key).then(|| name.trim())
}

pub(super) fn parse(
    id: &str,
    part: &str,
    source: Arc<Source>,
    is_carried: bool,
) -> Result<Rule, Vec<Mistake>> {
    // What is wrong in the head alone is told as it is in the whole file.
    let file: RuleFile = toml::from_str(head(source.text()))
        .or_else(|_| toml::from_str(source.text()))
        .map_err(|error| vec![of_toml(&source, &error)])?;
    let mut mistakes = named_well(id, &source);
    let Some(node) = Node::from_name(file.each.get_ref()) else {
        mistakes.push(unknown_node(&file.each, &source));
        return Err(mistakes);
    };
    let mut names = Names::new(&source, node);
    if is_carried {
        names = names.carried();
    }
    for (words, key) in [
        (&file.title, "title"),
        (&file.why, "why"),
        (&file.report.message, "message"),
        (&file.report.help, "help"),
    ] {
        if words.get_ref().trim().is_empty() {
            names.mistake(words.span(), format!("`{key}` is empty"), None);
        }
    }
    let check = Check::of(&file.check, &mut names);
    let mut extras = file.check.extras().to_vec();
    if node.is_across_files() {
        extras.push("files");
    }
    let template = |names: &mut Names<'_>, words: &Spanned<String>| {
        Template::parse(words.get_ref(), words.span(), &extras, names)
    };
    let message = template(&mut names, &file.report.message);
    let help = template(&mut names, &file.report.help);
    let labels: Vec<_> = file
        .report
        .labels
        .iter()
        .map(|(path, words)| {
            let named = names.field(path);
            if let (Some(named), Some(check)) = (&named, &check)
                && !check.paths().contains(&named.path.as_str())
            {
                let paths = check.paths().join(", ");
                names.mistake(
                    path.span(),
                    format!("this check never points at `{}`", named.path),
                    Some(format!("it points at {paths}")),
                );
            }
            let words = template(&mut names, words);
            Some((named?.path, words?))
        })
        .collect();
    let fix = file.fix.as_ref().map(|fix| {
        (
            template(&mut names, &fix.with),
            names.field(&fix.replace),
            fix.safe,
        )
    });
    if let Some(fix) = &file.fix
        && node.is_across_files()
    {
        names.mistake(
            fix.replace.span(),
            "a rule across files has no fix".to_owned(),
            Some("which of the files is wrong is for a person to say".to_owned()),
        );
    }
    let when: Vec<_> = file
        .when
        .iter()
        .map(|(path, values)| Condition::load(path, values, &mut names))
        .collect();
    mistakes.append(&mut names.mistakes);
    if !mistakes.is_empty() {
        mistakes.sort_by_key(|mistake| mistake.span);
        return Err(mistakes);
    }
    let fix = match fix {
        Some((with, replace, safe)) => with.zip(replace).map(|(with, replace)| {
            Some(FixRule {
                replace,
                with,
                safe,
            })
        }),
        None => Some(None),
    };
    let whole = || {
        Some(Rule {
            id: id.to_owned(),
            part: part.to_owned(),
            title: file.title.into_inner(),
            severity: file.severity,
            is_on: file.enabled,
            why: file.why.into_inner(),
            authority: file.authority,
            node,
            when: when.into_iter().collect::<Option<_>>()?,
            check: check?,
            message: message?,
            help: help?,
            labels: labels.into_iter().collect::<Option<_>>()?,
            fix: fix?,
            examples: ExampleText::File(source),
        })
    };
    whole().ok_or_else(Vec::new)
}

pub(super) fn examples(source: &Arc<Source>) -> Result<Examples, Vec<Mistake>> {
    let file: ExamplesFile =
        toml::from_str(source.text()).map_err(|error| vec![of_toml(source, &error)])?;
    let mut mistakes: Vec<Mistake> = file
        .fail
        .iter()
        .filter(|fail| fail.expect.get_ref().is_empty())
        .map(|fail| Mistake {
            source: Arc::clone(source),
            span: Span::new(fail.expect.span().start, fail.expect.span().end),
            message: "a faulty example says what is found in it".to_owned(),
            help: Some("write expect = [{ line = 1 }] with the line of the fault".to_owned()),
        })
        .collect();
    let mut example = |name: Spanned<String>, text, files: Vec<ExampleFile>, expect| {
        let place = Span::new(name.span().start, name.span().end);
        let files = match (text, files.is_empty()) {
            (Some(text), true) => vec![ExampleFile::alone(text)],
            (None, false) => files,
            (text, _) => {
                mistakes.push(textless(source, place, text.is_some()));
                Vec::new()
            }
        };
        Example {
            place,
            name: name.into_inner(),
            files,
            expect,
        }
    };
    let pass = file.pass.into_iter();
    let pass = pass
        .map(|pass| example(pass.name, pass.text, pass.files, Vec::new()))
        .collect();
    let fail = file.fail.into_iter();
    let fail = fail
        .map(|fail| example(fail.name, fail.text, fail.files, fail.expect.into_inner()))
        .collect();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(Examples {
        file: Arc::clone(source),
        pass,
        fail,
    })
}

/// That an example has no document, or has it in two ways.
fn textless(source: &Arc<Source>, place: Span, twice: bool) -> Mistake {
    let message = match twice {
        true => "an example has either `text` or `files`",
        false => "this example has no document",
    };
    Mistake {
        source: Arc::clone(source),
        span: place,
        message: message.to_owned(),
        help: Some(
            "write text = '''…''', or for several documents \
             files = [{ name = \"S_2023_463.md\", text = '''…''' }]"
                .to_owned(),
        ),
    }
}

/// An id is what people write after `ignore`: small letters, figures and hyphens.
fn named_well(id: &str, source: &Arc<Source>) -> Vec<Mistake> {
    let sound = !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if sound {
        return Vec::new();
    }
    vec![Mistake {
        source: Arc::clone(source),
        span: Span::empty(0),
        message: format!("`{id}` is no name for a rule"),
        help: Some("name the file in small letters, figures and hyphens, after the fault: annex-date-mismatch.toml".to_owned()),
    }]
}

fn unknown_node(each: &Spanned<String>, source: &Arc<Source>) -> Mistake {
    let nodes = Node::ALL.map(Node::name);
    let help = match nearest(each.get_ref(), nodes) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("a rule can look at each {}", nodes.join(", ")),
    };
    Mistake {
        source: Arc::clone(source),
        span: Span::new(each.span().start, each.span().end),
        message: format!("there is no node `{}` to look at", each.get_ref()),
        help: Some(help),
    }
}
