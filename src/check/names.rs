//! The names in a rule file: fields are looked up, types are asked for, and every mistake is kept
//! with its place.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::Named;
use crate::field::{FieldType, Node, fields_of, find};
use crate::mistake::{Mistake, nearest};
use crate::source::{Source, Span};

/// Looks names up for the node of a rule and keeps the mistakes.
#[derive(Debug)]
pub struct Names<'f> {
    source: &'f Arc<Source>,
    node: Node,
    is_carried: bool,
    /// The mistakes found so far.
    pub mistakes: Vec<Mistake>,
}

impl<'f> Names<'f> {
    /// Names for a rule with `each = node`.
    pub const fn new(source: &'f Arc<Source>, node: Node) -> Self {
        Self {
            source,
            node,
            is_carried: false,
            mistakes: Vec::new(),
        }
    }

    /// Names for a rule that doclint carries: what is slow to look into has been by its tests.
    pub fn carried(mut self) -> Self {
        self.is_carried = true;
        self
    }

    /// Whether doclint carries the rule.
    pub const fn is_carried(&self) -> bool {
        self.is_carried
    }

    /// The node.
    pub const fn node(&self) -> Node {
        self.node
    }

    /// The text of the rule file.
    pub fn source(&self) -> &Arc<Source> {
        self.source
    }

    /// Keeps a mistake at a place of the rule file.
    pub fn mistake(&mut self, place: Range<usize>, message: String, help: Option<String>) {
        self.mistakes.push(Mistake {
            source: Arc::clone(self.source),
            span: Span::new(place.start, place.end),
            message,
            help,
        });
    }

    /// The field of a path.
    pub fn field(&mut self, path: &Spanned<String>) -> Option<Named> {
        self.field_at(path.get_ref(), path.span())
    }

    /// The field of a path that stands at a place.
    pub fn field_at(&mut self, path: &str, place: Range<usize>) -> Option<Named> {
        if let Some(field) = find(self.node, path) {
            return Some(Named {
                path: path.to_owned(),
                field,
            });
        }
        let known: Vec<String> = fields_of(self.node).map(super::Field::path).collect();
        let help = match nearest(path, known.iter().map(String::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!(
                "a rule that looks at each {} can name: {}",
                self.node.name(),
                known.join(", ")
            ),
        };
        self.mistake(
            place,
            format!(
                "there is no field `{path}` for each = \"{}\"",
                self.node.name()
            ),
            Some(help),
        );
        None
    }

    /// The fields of several paths; at least `least` of them.
    pub fn fields(
        &mut self,
        paths: &Spanned<Vec<Spanned<String>>>,
        least: usize,
    ) -> Option<Vec<Named>> {
        if paths.get_ref().len() < least {
            self.mistake(
                paths.span(),
                format!("at least {least} fields are wanted here"),
                None,
            );
            return None;
        }
        let fields: Vec<Option<Named>> = paths
            .get_ref()
            .iter()
            .map(|path| self.field(path))
            .collect();
        fields.into_iter().collect()
    }

    /// A field that must hold one of these types.
    pub fn typed(
        &mut self,
        path: &Spanned<String>,
        wanted: &[FieldType],
        kind: &str,
    ) -> Option<Named> {
        let named = self.field(path)?;
        self.holds(&named, path.span(), wanted, kind)
            .then_some(named)
    }

    /// Whether a field holds one of these types; a mistake when not.
    pub fn holds(
        &mut self,
        named: &Named,
        place: Range<usize>,
        wanted: &[FieldType],
        kind: &str,
    ) -> bool {
        let sound = wanted.contains(&named.field.holds);
        if !sound {
            let names: Vec<&str> = wanted.iter().map(|holds| holds.name()).collect();
            let fitting: Vec<String> = fields_of(self.node)
                .filter(|field| field.node == named.field.node && wanted.contains(&field.holds))
                .map(super::Field::path)
                .collect();
            let help = match fitting.as_slice() {
                [] => "`doclint fields` lists what each field holds".to_owned(),
                [only] => format!("`{only}` holds one"),
                several => format!("these hold one: {}", several.join(", ")),
            };
            self.mistake(
                place,
                format!(
                    "`{}` is a {}; `{kind}` wants a {}",
                    named.path,
                    named.field.holds.name(),
                    names.join(" or a ")
                ),
                Some(help),
            );
        }
        sound
    }
}
