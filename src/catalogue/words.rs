//! The words that rules are written with: the fields of each node with an example value of each,
//! and the kinds of check with their parameters.

use serde::Serialize;

use super::specimen::{REPOSITORY, SPECIMENS};
use super::text::{BOLD, DIM, WELL, item_in};
use crate::field::{Field, Found, Lookup, Node, Scope, Value, scopes, scopes_across, table};
use crate::grammar::text::one_line;
use crate::mistake::Mistake;
use crate::report::{Look, columns, counted, cut, plain};
use crate::rule::{Example, ExampleFile, RuleSet};
use crate::schema::{Kind, kinds};
use crate::source::{Source, Span};

/// How much of an example value is shown, in columns.
const MOST_SHOWN: usize = 40;
/// From this many columns on, a field is one line.
const WIDE: usize = 110;

/// The words that rules are written with.
#[derive(Clone, Debug, Serialize)]
pub struct Vocabulary {
    nodes: Vec<NodeEntry>,
    checks: Vec<Kind>,
}

#[derive(Clone, Debug, Serialize)]
struct NodeEntry {
    node: &'static str,
    /// Whether every rule can name its fields.
    everywhere: bool,
    fields: Vec<FieldEntry>,
}

#[derive(Clone, Debug, Serialize)]
struct FieldEntry {
    field: String,
    holds: &'static str,
    about: &'static str,
    /// A value that one of the examples gives.
    example: Option<String>,
}

impl Vocabulary {
    /// The words of these nodes; the checks too, when these are all nodes. Example values are
    /// those that the first documents with the field give, among specimens and the examples of
    /// the rules: the faulty ones last, since values in them may be the fault.
    ///
    /// # Errors
    /// The mistakes in the examples of the rules.
    pub fn of(rules: &RuleSet, nodes: &[Node]) -> Result<Self, Vec<Mistake>> {
        let (mut sound, mut faulty) = (Vec::new(), Vec::new());
        for rule in rules.rules() {
            let examples = rule.examples()?;
            sound.extend(examples.pass);
            faulty.extend(examples.fail);
        }
        let mut examples: Vec<Vec<Option<String>>> = nodes
            .iter()
            .map(|node| fields_of(*node).map(|_| None).collect())
            .collect();
        let texts = SPECIMENS.iter().map(|text| (*text).to_owned());
        let rest = sound.into_iter().chain(faulty);
        let rest: Vec<Example> = rest.collect();
        let texts = texts.chain(rest.iter().map(|example| example.text().to_owned()));
        for text in texts {
            let mut found = examples.iter().zip(nodes);
            if found.all(|(found, node)| is_whole(found, *node)) {
                break;
            }
            let source = Source::new("example", text);
            let document = crate::read(&source);
            for (node, found) in nodes.iter().zip(&mut examples) {
                fill(*node, found, || scopes(&source, &document, *node));
            }
        }
        let is_across = |node: &Node| node.is_across_files();
        let several = |example: &&Example| example.files.len() > 1;
        let specimens = specimens();
        let repositories = std::iter::once(&specimens).chain(rest.iter().filter(several));
        for example in repositories.filter(|_| nodes.iter().any(is_across)) {
            let (repository, _) = example.repository();
            for (node, found) in nodes.iter().zip(&mut examples) {
                fill(*node, found, || scopes_across(&repository, *node));
            }
        }
        let entry = |(node, found): (&Node, Vec<Option<String>>)| NodeEntry {
            node: node.name(),
            everywhere: node.is_singular(),
            fields: fields_of(*node)
                .zip(found)
                .map(|(field, example)| FieldEntry {
                    field: field.path(),
                    holds: field.holds.name(),
                    about: field.about,
                    example,
                })
                .collect(),
        };
        Ok(Self {
            nodes: nodes.iter().zip(examples).map(entry).collect(),
            checks: match nodes.len() == Node::ALL.len() {
                true => kinds(),
                false => Vec::new(),
            },
        })
    }

    /// The fields of which no example document has a value.
    pub fn without_example(&self) -> impl Iterator<Item = &str> {
        let fields = self.nodes.iter().flat_map(|node| &node.fields);
        fields
            .filter(|field| field.example.is_none())
            .map(|field| field.field.as_str())
    }

    /// For a terminal.
    pub fn table(&self, look: Look) -> String {
        let names = self.nodes.iter().flat_map(|node| &node.fields);
        let widest = names
            .map(|field| columns(&field.field))
            .max()
            .unwrap_or_default();
        let mut table = String::new();
        for node in &self.nodes {
            let place = match node.everywhere {
                true => "every rule can name these".to_owned(),
                false => format!("rules with each = \"{}\" can name these", node.node),
            };
            let heading = look.paint(BOLD, node.node);
            table.push_str(&format!("{heading}: {place}\n"));
            for field in &node.fields {
                table.push_str(&field.line(widest, look));
            }
            table.push('\n');
        }
        for kind in &self.checks {
            let heading = format!("[check.{}]", kind.name);
            let indent = columns(&heading) + 2;
            let heading = format!("{}  ", look.paint(BOLD, &heading));
            table.push_str(&item_in(&heading, indent, &kind.question, look.width));
            for parameter in &kind.parameters {
                let holds = if parameter.required { "" } else { "optional" };
                let beginning = format!(
                    "  {:14}  {}  ",
                    parameter.name,
                    look.paint(DIM, &format!("{holds:8}"))
                );
                table.push_str(&item_in(&beginning, 28, &parameter.about, look.width));
            }
            table.push('\n');
        }
        let fields = self.nodes.iter().map(|node| node.fields.len()).sum();
        let fields = counted(fields, "field", "fields");
        match self.checks.len() {
            0 => table + &format!("{fields}\n"),
            checks => {
                table
                    + &format!(
                        "{fields}, {}\n",
                        counted(checks, "kind of check", "kinds of check")
                    )
            }
        }
    }

    /// The fields in Markdown, then the checks.
    pub fn markdown(&self) -> String {
        match self.checks.as_slice() {
            [] => self.fields_in_markdown(),
            checks => format!(
                "{}\n{}",
                self.fields_in_markdown(),
                checks_in_markdown(checks)
            ),
        }
    }

    /// The fields in Markdown, a table for each node.
    pub fn fields_in_markdown(&self) -> String {
        let nodes = self.nodes.iter().map(|node| {
            let fields: String = node.fields.iter().map(FieldEntry::row).collect();
            format!(
                "**{}**\n\n| field | holds | what it is | for example |\n|---|---|---|---|\n{fields}",
                node.node
            )
        });
        nodes.collect::<Vec<_>>().join("\n")
    }

    /// All as one JSON object.
    ///
    /// # Errors
    /// None that is known of: everything in it is text.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|object| object + "\n")
    }
}

/// The kinds of check in Markdown.
pub fn checks_in_markdown(checks: &[Kind]) -> String {
    let mut table = "| check | question | parameters |\n|---|---|---|\n".to_owned();
    for kind in checks {
        let parameters = kind.parameters.iter().map(|parameter| {
            let optional = if parameter.required {
                ""
            } else {
                " (optional)"
            };
            format!("`{}`{optional}: {}", parameter.name, parameter.about)
        });
        let parameters = parameters.collect::<Vec<_>>().join("<br>");
        table.push_str(&format!(
            "| `{}` | {} | {parameters} |\n",
            kind.name, kind.question
        ));
    }
    table
}

impl FieldEntry {
    /// One line on a wide terminal; on another, what it is goes under it.
    fn line(&self, widest: usize, look: Look) -> String {
        let shown = self.example.as_deref().unwrap_or("–");
        let name = format!("{:widest$}", self.field);
        let holds = look.paint(DIM, &format!("{:6}", self.holds));
        let beginning = format!("  {name}  {holds}  ");
        let indent = widest + 12;
        if look.width < WIDE {
            let shown = cut(shown, look.width.saturating_sub(indent + 1));
            let about = item_in("      ", 6, self.about, look.width);
            return format!("{beginning}{}\n{about}", look.paint(WELL, &shown));
        }
        let example = (look.width - indent) * 2 / 5;
        let shown = cut(shown, example.saturating_sub(3)).into_owned();
        let padding = " ".repeat(example.saturating_sub(columns(&shown)));
        let beginning = format!("{beginning}{}{padding}", look.paint(WELL, &shown));
        item_in(&beginning, indent + example, self.about, look.width)
    }

    fn row(&self) -> String {
        let example = self.example.as_ref().map(|shown| format!("`{shown}`"));
        format!(
            "| `{}` | {} | {} | {} |\n",
            self.field,
            self.holds,
            self.about.replace('|', "\\|"),
            example.unwrap_or_default().replace('|', "\\|")
        )
    }
}

/// Whether every field of a node that documents have by themselves has a value.
fn is_whole(found: &[Option<String>], node: Node) -> bool {
    node.is_across_files() || found.iter().all(Option::is_some)
}

/// Gives the fields of a node that have no value yet those of the scopes.
fn fill<'d, S: Iterator<Item = Scope<'d>>>(
    node: Node,
    found: &mut [Option<String>],
    scopes: impl Fn() -> S,
) {
    for (field, found) in fields_of(node).zip(found) {
        if found.is_none() {
            *found = scopes().find_map(|scope| shown(&(field.get)(&scope)));
        }
    }
}

/// The documents that are compared with each other, as an example.
fn specimens() -> Example {
    let file = |(name, text): &(&str, &str)| ExampleFile {
        name: (*name).to_owned(),
        text: (*text).to_owned(),
    };
    Example {
        name: "specimens".to_owned(),
        place: Span::empty(0),
        files: REPOSITORY.iter().map(file).collect(),
        expect: Vec::new(),
    }
}

/// The fields of a node alone.
fn fields_of(node: Node) -> impl Iterator<Item = &'static Field> {
    table::fields().filter(move |field| field.node == node)
}

/// The first value of an answer, as `when` and `{….value}` have it; of a field that has words and
/// no value, the words.
fn shown(answer: &Lookup<'_>) -> Option<String> {
    let Lookup::Found(values) = answer else {
        return None;
    };
    let words = values.first().map(value)?;
    let shown = cut(&plain(&words), MOST_SHOWN).into_owned();
    (!shown.is_empty()).then_some(shown)
}

fn value(found: &Found<'_>) -> String {
    match found.value {
        Value::Text("") => one_line(found.written),
        Value::Text(text) => one_line(text),
        value => value.to_string(),
    }
}
