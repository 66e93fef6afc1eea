//! How a letter asks to be circulated: `circulated as a document of the General Assembly, under
//! agenda item 34, and of the Security Council`.

use super::Read;
use super::masthead::agenda_items;
use super::text::{longest_of, word_of};
use crate::lexicon::{Lexicon, Lexicons, Words, word_starts};
use crate::source::Span;

/// The words that ask, and what they ask for. Spans are of the text that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The word that asks: `circulated`.
    pub span: Span,
    /// The principal organs whose document the letter is to be, by the body of their symbols.
    pub organs: Vec<Read<String>>,
    /// The agenda items under which: `34`, `73 (b)`.
    pub agenda_items: Vec<Read<String>>,
}

/// request = asks , … , documents , [ organ ] , { … , ( "item" , items | organ ) } , end of sentence ;
///
/// The first request of a text that names a document, or else the first word that can ask.
pub fn request(lexicons: &Lexicons, lexicon: &Lexicon, text: &str) -> Option<Request> {
    let words = &lexicon.circulation;
    let mut bare = None;
    let mut sentences = sentences(text);
    let mut end = 0;
    for asks in places_of(&words.asks, text) {
        if asks.start < end {
            continue;
        }
        let sentence = sentences.find(|sentence| asks.start < sentence.end)?;
        end = sentence.end;
        if let Some(document) = first_of(&words.documents, text, sentence) {
            return Some(Request {
                span: asks,
                organs: organs(lexicon, text, sentence, document),
                agenda_items: items(lexicons, lexicon, text, sentence),
            });
        }
        bare.get_or_insert(Request {
            span: asks,
            organs: Vec::new(),
            agenda_items: Vec::new(),
        });
    }
    bare
}

/// Where words of a list stand.
fn places_of(list: &Words, text: &str) -> impl Iterator<Item = Span> {
    word_starts(text).filter_map(|start| {
        let length = word_of(&text[start..], list)?;
        Some(Span::new(start, start + length))
    })
}

/// Where one of the words stands first in a sentence.
fn first_of(list: &Words, text: &str, sentence: Span) -> Option<Span> {
    let found = places_of(list, &text[sentence.start..sentence.end]).next()?;
    Some(Span::new(
        sentence.start + found.start,
        sentence.start + found.end,
    ))
}

/// The sentences of a text, each with its stop.
fn sentences(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    let stops = text.match_indices(['.', '。']);
    let ends = stops
        .map(|(at, stop)| at + stop.len())
        .filter(|end| text[..*end].ends_with('。') || text[*end..].starts_with(char::is_whitespace))
        .chain([text.len()]);
    ends.map(move |end| Span::new(std::mem::replace(&mut start, end), end))
}

/// The organs named behind the words for a document; right before them where none is.
fn organs(lexicon: &Lexicon, text: &str, sentence: Span, document: Span) -> Vec<Read<String>> {
    let organ = |start: usize| {
        let names = lexicon.circulation.organs.iter();
        let names = names.map(|(body, names)| (names, body));
        let (length, body) = longest_of(&text[start..sentence.end], names)?;
        Some(Read {
            value: body.clone(),
            span: Span::new(start, start + length),
        })
    };
    let mut found: Vec<Read<String>> = word_starts(&text[document.end..sentence.end])
        .filter_map(|start| organ(document.end + start))
        .collect();
    if found.is_empty() {
        let before = word_starts(&text[sentence.start..document.start])
            .filter_map(|start| organ(sentence.start + start));
        let stands_before = |organ: &Read<String>| {
            text[organ.span.end..document.start]
                .chars()
                .all(char::is_whitespace)
        };
        found.extend(before.filter(stands_before).last());
    }
    found
}

fn items(lexicons: &Lexicons, lexicon: &Lexicon, text: &str, sentence: Span) -> Vec<Read<String>> {
    let sound = &text[..sentence.end];
    let mut end = sentence.start;
    let mut found = Vec::new();
    for start in word_starts(&text[sentence.start..sentence.end]) {
        let start = sentence.start + start;
        if start < end {
            continue;
        }
        let Some(length) = word_of(&sound[start..], &lexicon.circulation.items) else {
            continue;
        };
        let (behind, items) = agenda_items(lexicons, sound, start + length);
        end = behind;
        found.extend(items);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    type Asked = (String, Vec<String>, Vec<String>);

    fn read(language: Language, text: &str) -> Option<Asked> {
        let lexicons = Lexicons::standard();
        let found = request(lexicons, lexicons.of(language).unwrap(), text)?;
        let values = |reads: Vec<Read<String>>| reads.into_iter().map(|read| read.value).collect();
        Some((
            text[found.span.start..found.span.end].to_owned(),
            values(found.organs),
            values(found.agenda_items),
        ))
    }

    fn asked(words: &str, organs: &[&str], items: &[&str]) -> Option<Asked> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Some((words.to_owned(), owned(organs), owned(items)))
    }

    #[test]
    fn requests_in_six_languages() {
        assert_eq!(
            read(
                Language::English,
                "The distribution of aid goes on. I should be grateful if you would have the \
                 present letter circulated as a document of the General Assembly, under agenda \
                 items 34 and 73 (b), and of the\nSecurity Council. Item 5 is another matter."
            ),
            asked("circulated", &["A", "S"], &["34", "73 (b)"])
        );
        assert_eq!(
            read(
                Language::French,
                "Je vous serais reconnaissante de bien vouloir faire distribuer le texte de la \
                 présente lettre comme document de l'Assemblée générale, au titre du point 34 de \
                 l'ordre du jour."
            ),
            asked("distribuer", &["A"], &["34"])
        );
        assert_eq!(
            read(
                Language::Spanish,
                "Agradecería que tuviera a bien hacer distribuir la presente carta como documento \
                 del Consejo de Seguridad."
            ),
            asked("distribuir", &["S"], &[])
        );
        assert_eq!(
            read(
                Language::Russian,
                "Буду признателен за распространение настоящего письма в качестве документа \
                 Генеральной Ассамблеи по пункту 34 повестки дня."
            ),
            asked("распространение", &["A"], &["34"])
        );
        assert_eq!(
            read(
                Language::Arabic,
                "وأرجو ممتنا تعميم هذه الرسالة باعتبارها وثيقة من وثائق مجلس الأمن."
            ),
            asked("تعميم", &["S"], &[])
        );
        assert_eq!(
            read(Language::Chinese, "请将本信作为安全理事会文件分发为荷。"),
            asked("分发", &["S"], &[])
        );
    }

    #[test]
    fn the_organ_addressed_is_none_that_the_letter_is_a_document_of() {
        assert_eq!(
            read(
                Language::English,
                "I ask the President of the Security Council to have this letter circulated as a \
                 document of the General Assembly."
            ),
            asked("circulated", &["A"], &[])
        );
        assert_eq!(
            read(
                Language::English,
                "Kindly have it circulated as a document."
            ),
            asked("circulated", &[], &[])
        );
        assert_eq!(
            read(Language::English, "I write to you on the drought."),
            None
        );
    }
}
