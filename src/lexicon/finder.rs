//! Finds any of many words in a text in a single pass. A table of the first three bytes of them
//! passes over nearly every place at once: on running text, with the few hundred forms that there
//! are, it is several times faster than an automaton, and takes no time to build.

use std::ops::Range;

use super::letters::without_accent;

/// How many bytes are looked up at each place; no word is shorter.
const BEGINNING: usize = 3;
/// How many places their hashes have.
const PLACES: usize = 1 << 13;

/// The words that are looked for in all of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
    /// The names of months.
    Month,
    /// The words for annexed matter.
    Annexed,
    /// The beginnings of words that announce something annexed without naming it.
    Enclosing,
}

impl Sought {
    const ALL: [Self; 3] = [Self::Month, Self::Annexed, Self::Enclosing];
}

/// Finds words, in small letters, with a capital, or in capitals, with their accents or without.
#[derive(Debug, Default)]
pub struct Finder {
    /// Those of each kind in order, so that forms that begin alike stand together, the longest last.
    forms: [Vec<String>; Sought::ALL.len()],
    /// A bit for each kind at each hash of the first bytes.
    beginnings: Vec<u8>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The first byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
}

/// Where the words of each kind stand, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits([Vec<Hit>; Sought::ALL.len()]);

impl Hits {
    /// Where the words of a kind stand, in order.
    pub fn of(&self, sought: Sought) -> &[Hit] {
        &self.0[sought as usize]
    }

    /// Those within a range of the text, in bytes of the range.
    pub fn within(&self, sought: Sought, span: Range<usize>) -> impl Iterator<Item = Hit> + '_ {
        let hits = self.of(sought);
        let first = hits.partition_point(|hit| hit.start < span.start);
        let hits = hits[first..].iter();
        hits.take_while(move |hit| hit.end <= span.end)
            .map(move |hit| Hit {
                start: hit.start - span.start,
                end: hit.end - span.start,
            })
    }
}

impl Finder {
    /// A finder of the words of each kind; each has three bytes at least.
    pub fn of<'w, W: Iterator<Item = &'w String>>(words: impl Fn(Sought) -> W) -> Self {
        let forms = Sought::ALL.map(|sought| forms(words(sought)));
        let mut beginnings = vec![0; PLACES];
        for (kind, forms) in forms.iter().enumerate() {
            for form in forms {
                beginnings[place(form.as_bytes())] |= 1 << kind;
            }
        }
        Self { forms, beginnings }
    }

    /// Where the words stand: at each place the longest of a kind that stands there. None begins
    /// with a sign in ASCII, or stands within a word in ASCII or within another one of its kind.
    pub fn find(&self, text: &str) -> Hits {
        let mut hits = Hits::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(beginning) = bytes.get(at..at + BEGINNING) {
            let role = ROLES[usize::from(beginning[0])];
            if role != Role::Sign {
                let kinds = self.beginnings.get(place(beginning));
                if let Some(kinds) = kinds.filter(|kinds| **kinds != 0) {
                    self.hit(&bytes[at..], at, *kinds, &mut hits);
                }
            }
            at += 1;
            if role == Role::OfWord {
                let rest = bytes[at..].iter();
                let is_of_word = |byte: u8| ROLES[usize::from(byte)] == Role::OfWord;
                at += rest.take_while(|byte| is_of_word(**byte)).count();
            }
        }
        hits
    }

    /// Adds the words of some kinds that the text from `at` begins with.
    fn hit(&self, text: &[u8], at: usize, kinds: u8, hits: &mut Hits) {
        for (kind, (forms, hits)) in self.forms.iter().zip(&mut hits.0).enumerate() {
            let is_free = || hits.last().is_none_or(|last| last.end <= at);
            if kinds >> kind & 1 != 0
                && is_free()
                && let Some(length) = longest_at(forms, text)
            {
                let end = at + length;
                hits.push(Hit { start: at, end });
            }
        }
    }
}

/// The forms of words in order.
fn forms<'w>(words: impl Iterator<Item = &'w String>) -> Vec<String> {
    let mut forms: Vec<String> = words
        .filter(|word| word.len() >= BEGINNING)
        .flat_map(|word| [word.to_lowercase(), capitalised(word), word.to_uppercase()])
        .flat_map(|form| [form.chars().map(without_accent).collect(), form])
        .collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The length of the longest form that the text begins with.
fn longest_at(forms: &[String], text: &[u8]) -> Option<usize> {
    let behind = forms.partition_point(|form| form.as_bytes() <= text);
    let before = forms[..behind].iter().rev();
    before
        .map(String::as_bytes)
        .take_while(|form| form[..BEGINNING] == text[..BEGINNING])
        .find(|form| text.starts_with(form))
        .map(<[u8]>::len)
}

/// What words can begin with a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A letter or figure in ASCII: one, where no other such byte stands before it.
    OfWord,
    /// The first byte of a character that ASCII lacks: one, wherever it stands.
    OfOther,
    /// None.
    Sign,
}

const ROLES: [Role; 256] = {
    let mut roles = [Role::Sign; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            roles[byte] = Role::OfWord;
        } else if byte >= 0xC0 {
            roles[byte] = Role::OfOther;
        }
        byte += 1;
    }
    roles
};

/// Where the bits of three bytes are.
fn place(beginning: &[u8]) -> usize {
    let bytes = beginning.iter().take(BEGINNING).rev();
    let bytes = bytes.fold(0, |all, byte| all << 8 | u32::from(*byte));
    (bytes.wrapping_mul(0x9E37_79B1) >> 19) as usize
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_at_each_place_is_found() {
        let words = ["annex", "annexes", "Élément", "附件"].map(str::to_owned);
        let finder = Finder::of(|sought| match sought {
            Sought::Annexed => words.iter(),
            Sought::Month => words[3..].iter(),
            Sought::Enclosing => [].iter(),
        });
        let text = "ANNEXES, Annex, element, anneXes, (annexed), unannexed, 附件一, an";
        let hits = finder.find(text);
        let words = |sought| -> Vec<&str> {
            let hits = hits.of(sought).iter();
            hits.map(|hit| &text[hit.start..hit.end]).collect()
        };
        assert_eq!(
            words(Sought::Annexed),
            ["ANNEXES", "Annex", "element", "annex", "附件"]
        );
        assert_eq!(words(Sought::Month), ["附件"]);
        let near: Vec<Hit> = hits.within(Sought::Annexed, 1..23).collect();
        assert_eq!(
            near,
            [Hit { start: 8, end: 13 }, Hit { start: 15, end: 22 }]
        );
        assert_eq!(finder.find(""), Hits::default());
        assert_eq!(Finder::default().find(text), Hits::default());
    }
}
