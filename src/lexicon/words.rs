//! What a lexicon file holds: the groups of words and what each is for.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Language, Words};
use crate::document::AnnexKind;

/// The words of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lexicon {
    /// Which language.
    pub language: Language,
    /// The commonest words of running text, in small letters.
    pub common: Words,
    /// What mastheads print.
    pub masthead: MastheadWords,
    /// The names of the six languages.
    pub languages: LanguageWords,
    /// Months, weekdays, the words between.
    pub dates: DateWords,
    /// Numbers in words, of sessions and years.
    pub ordinals: OrdinalWords,
    /// The titles of communications and the type lines of other documents.
    pub title: TitleWords,
    /// Annexes, enclosures, and how they are announced.
    pub annex: AnnexWords,
    /// Signature blocks.
    pub signature: SignatureWords,
    /// Notes at the foot of a page.
    pub notes: NoteWords,
    /// What resolutions and meeting records say of themselves.
    pub acts: ActWords,
    /// How a letter asks to be circulated.
    pub circulation: CirculationWords,
    /// Whom letters are addressed to.
    pub addressees: AddresseeWords,
    /// The formulas of notes verbales.
    pub compliments: ComplimentWords,
}

/// What mastheads print.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MastheadWords {
    /// The name of the Organization.
    pub united_nations: Words,
    /// Organs by their full name.
    pub organs: Words,
    /// The principal organs, by the body of their symbols.
    pub principal: BTreeMap<String, Words>,
    /// How the line of another organ begins.
    pub organ_beginnings: Words,
    /// `Distr.`
    pub distribution_labels: Words,
    /// `Original`
    pub original_labels: Words,
    /// `only`, after a language.
    pub only: Words,
    /// `session`, at the end of its line, or at the beginning as in Arabic.
    pub session: Words,
    /// `year`, of the Security Council; likewise.
    pub year: Words,
    /// `Agenda item`
    pub agenda: Words,
    /// `of the provisional agenda`
    pub agenda_of: Words,
    /// `Page`, in running heads.
    pub page: Words,
    /// `Official Records`
    pub records: Words,
    /// `ADVANCE VERSION`
    pub notices: Words,
    /// `Supplement No.`, of the Official Records.
    pub supplements: Words,
    /// The categories.
    pub distribution: DistributionWords,
}

/// The categories of distribution.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DistributionWords {
    /// General.
    pub general: Words,
    /// Limited.
    pub limited: Words,
    /// Restricted.
    pub restricted: Words,
    /// Provisional, without a label.
    pub provisional: Words,
}

/// The names of the six languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageWords {
    /// The six in the alphabetical order of their names.
    pub alphabetical: Vec<Language>,
    /// Arabic.
    pub ar: Words,
    /// Chinese.
    pub zh: Words,
    /// English.
    pub en: Words,
    /// French.
    pub fr: Words,
    /// Russian.
    pub ru: Words,
    /// Spanish.
    pub es: Words,
}

impl LanguageWords {
    /// The names of one language.
    pub fn of(&self, language: Language) -> &Words {
        match language {
            Language::Arabic => &self.ar,
            Language::Chinese => &self.zh,
            Language::English => &self.en,
            Language::French => &self.fr,
            Language::Russian => &self.ru,
            Language::Spanish => &self.es,
        }
    }
}

/// Months, weekdays, the words between.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateWords {
    /// Twelve lists of names.
    pub months: Vec<Words>,
    /// Seven, from Monday.
    pub weekdays: Words,
    /// `de`
    pub connectors: Words,
    /// `er`
    pub day_endings: Words,
    /// Behind year, month and day, in languages that write dates in figures: `年`, `月`, `日`.
    pub marks: Words,
}

/// Numbers in words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrdinalWords {
    /// From the first to the nineteenth, each in every form.
    pub units: Vec<Words>,
    /// `twenty`, before a unit, or behind one as in Arabic; from twenty.
    pub tens: Words,
    /// `twentieth`; from twenty to a hundred, each in every form.
    pub round: Vec<Words>,
    /// `th`, behind figures.
    pub endings: Words,
}

/// The titles of communications and the type lines of other documents.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TitleWords {
    /// `Letter`
    pub letter: Words,
    /// `Identical letters`
    pub identical_letters: Words,
    /// `Note verbale`
    pub note_verbale: Words,
    /// `的信`, where a title begins with the date and ends with the form.
    pub letter_endings: Words,
    /// `的同文信`
    pub identical_letters_endings: Words,
    /// `的普通照会`
    pub note_verbale_endings: Words,
    /// `给`, between sender and addressee there.
    pub before_addressee: Words,
    /// `dated`
    pub dated: Words,
    /// `from`
    pub from: Words,
    /// Whether the sender stands right behind the form, without such a word.
    pub sender_follows: bool,
    /// `by`
    pub by: Words,
    /// `addressed to`
    pub addressed_to: Words,
    /// `to`
    pub to: Words,
    /// `and`
    pub and: Words,
    /// `the`
    pub articles: Words,
    /// Offices by their full name.
    pub offices: Words,
    /// How an office begins.
    pub office_beginnings: Words,
    /// How such an office ends.
    pub office_endings: Words,
    /// `of the`, behind an office that is then another one's beginning.
    pub office_links: Words,
    /// `for`, `on`: other words that lead on to the next one, so that no title ends with them.
    pub leading: Words,
    /// How the body of a letter begins.
    pub openings: Words,
    /// Adjectives that can stand before the kind: `special`, `monthly`.
    pub qualifiers: Words,
    /// `Working Group`, whose reports are titles by themselves, beside the organs.
    pub bodies: Words,
    /// How a type line begins.
    pub kinds: KindWords,
    /// How a title ends that says its kind.
    pub endings: TitleEndings,
}

/// How a type line begins.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KindWords {
    /// `Report of`
    pub report: Words,
    /// `Note by`
    pub note: Words,
    /// `Resolution`
    pub resolution: Words,
    /// `Draft resolution`, `Draft decision`
    pub draft_resolution: Words,
    /// `Decision`
    pub decision: Words,
    /// `Statement by the President of the Security Council`
    pub presidential_statement: Words,
    /// `Summary record of`
    pub meeting_record: Words,
    /// `Provisional agenda`
    pub agenda: Words,
    /// `Corrigendum`
    pub corrigendum: Words,
    /// Lines under a title that belong to it no more.
    pub subtitle: Words,
}

/// How a title ends that says its kind.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TitleEndings {
    /// `的报告`, where a report is named last.
    pub report: Words,
    /// `的说明`
    pub note: Words,
    /// `号决议`
    pub resolution: Words,
    /// `draft resolution`
    pub draft_resolution: Words,
    /// `meeting`
    pub meeting_record: Words,
    /// `审议`, "consideration of": a title that begins so is about what it names last.
    pub about: Words,
}

/// Annexes, enclosures, and how they are announced.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnnexWords {
    /// `Annex`
    pub annex: Words,
    /// `Enclosure`
    pub enclosure: Words,
    /// `Appendix`
    pub appendix: Words,
    /// `Attachment`
    pub attachment: Words,
    /// Words that mean one of them.
    pub one: Words,
    /// Words that mean several.
    pub several: Words,
    /// Numbers in words, from two.
    pub counts: Words,
    /// The numbers of annexes in words, from one, each in every form.
    pub ordinals: Vec<Words>,
    /// `to the`, between an annex and its letter.
    pub to: Words,
    /// `Contents`
    pub contents: Words,
    /// `see`
    pub see: Words,
    /// `its`
    pub own: Words,
    /// `present`, `this`: what tells the own letter from another one.
    pub determiners: Words,
    /// `to the present letter`
    pub present: Words,
    /// Beginnings of words that announce without naming.
    pub enclosing: Words,
}

impl AnnexWords {
    /// Every word that names something annexed.
    pub fn named(&self) -> impl Iterator<Item = &String> {
        self.kinds().into_iter().flat_map(|(_, words)| words)
    }

    /// The words of each kind.
    pub fn kinds(&self) -> [(AnnexKind, &Words); 4] {
        [
            (AnnexKind::Annex, &self.annex),
            (AnnexKind::Enclosure, &self.enclosure),
            (AnnexKind::Appendix, &self.appendix),
            (AnnexKind::Attachment, &self.attachment),
        ]
    }
}

/// Signature blocks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignatureWords {
    /// `(Signed)`
    pub marks: Words,
    /// `Yours sincerely`
    pub closings: Words,
    /// How an office begins after a name.
    pub roles: Words,
    /// What an office is.
    pub offices: OfficeWords,
}

/// The offices of missions, for comparing signatory and sender.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OfficeWords {
    /// Permanent Representative.
    pub permanent_representative: Words,
    /// Deputy Permanent Representative.
    pub deputy_permanent_representative: Words,
    /// Acting Permanent Representative.
    pub acting_permanent_representative: Words,
    /// Chargé d'affaires.
    pub charge_d_affaires: Words,
    /// Permanent Observer.
    pub permanent_observer: Words,
}

impl OfficeWords {
    /// The names of each office.
    pub fn kinds(&self) -> [(&'static str, &Words); 5] {
        [
            ("permanent-representative", &self.permanent_representative),
            (
                "deputy-permanent-representative",
                &self.deputy_permanent_representative,
            ),
            (
                "acting-permanent-representative",
                &self.acting_permanent_representative,
            ),
            ("charge-d-affaires", &self.charge_d_affaires),
            ("permanent-observer", &self.permanent_observer),
        ]
    }
}

/// Notes at the foot of a page.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NoteWords {
    /// `Reissued for technical reasons`
    pub reissue: Words,
}

/// What resolutions and meeting records say of themselves.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ActWords {
    /// `Resolution`, before a number.
    pub resolution: Words,
    /// `Adopted by`
    pub adopted: Words,
    /// `meeting`
    pub meeting: Words,
}

/// How a letter asks to be circulated.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CirculationWords {
    /// `circulated`
    pub asks: Words,
    /// `as a document`
    pub documents: Words,
    /// The principal organs as they stand there, by the body of their symbols.
    pub organs: BTreeMap<String, Words>,
    /// `agenda item`
    pub items: Words,
}

/// Whom letters are addressed to.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddresseeWords {
    /// The Secretary-General.
    pub secretary_general: Words,
    /// The presidents of principal organs, by the body of their symbols.
    pub presidents: BTreeMap<String, Words>,
}

/// The formulas of notes verbales.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ComplimentWords {
    /// `presents its compliments to`
    pub presents: Words,
}
