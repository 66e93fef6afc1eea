//! What a lexicon file holds: the groups of words and what each is for.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Language;
use crate::document::AnnexKind;

/// The words of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lexicon {
    /// Which language.
    pub language: Language,
    /// The commonest words of running text, in small letters.
    pub common: Vec<String>,
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MastheadWords {
    /// The name of the Organization.
    pub united_nations: Vec<String>,
    /// Organs by their full name.
    pub organs: Vec<String>,
    /// The principal organs, by the body of their symbols.
    pub principal: BTreeMap<String, Vec<String>>,
    /// How the line of another organ begins.
    pub organ_beginnings: Vec<String>,
    /// `Distr.`
    pub distribution_labels: Vec<String>,
    /// `Original`
    pub original_labels: Vec<String>,
    /// `only`, after a language.
    pub only: Vec<String>,
    /// `session`, at the end of its line, or at the beginning as in Arabic.
    pub session: Vec<String>,
    /// `year`, of the Security Council; likewise.
    pub year: Vec<String>,
    /// `Agenda item`
    pub agenda: Vec<String>,
    /// `of the provisional agenda`
    pub agenda_of: Vec<String>,
    /// `Page`, in running heads.
    pub page: Vec<String>,
    /// `Official Records`
    pub records: Vec<String>,
    /// `ADVANCE VERSION`
    pub notices: Vec<String>,
    /// The categories.
    pub distribution: DistributionWords,
}

/// The categories of distribution.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DistributionWords {
    /// General.
    pub general: Vec<String>,
    /// Limited.
    pub limited: Vec<String>,
    /// Restricted.
    pub restricted: Vec<String>,
    /// Provisional, without a label.
    pub provisional: Vec<String>,
}

/// The names of the six languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageWords {
    /// The six in the alphabetical order of their names.
    pub alphabetical: Vec<Language>,
    /// Arabic.
    pub ar: Vec<String>,
    /// Chinese.
    pub zh: Vec<String>,
    /// English.
    pub en: Vec<String>,
    /// French.
    pub fr: Vec<String>,
    /// Russian.
    pub ru: Vec<String>,
    /// Spanish.
    pub es: Vec<String>,
}

impl LanguageWords {
    /// The names of one language.
    pub fn of(&self, language: Language) -> &[String] {
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DateWords {
    /// Twelve lists of names.
    pub months: Vec<Vec<String>>,
    /// Seven, from Monday.
    pub weekdays: Vec<String>,
    /// `de`
    pub connectors: Vec<String>,
    /// `er`
    pub day_endings: Vec<String>,
    /// Behind year, month and day, in languages that write dates in figures: `年`, `月`, `日`.
    pub marks: Vec<String>,
}

/// Numbers in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OrdinalWords {
    /// From the first to the nineteenth, each in every form.
    pub units: Vec<Vec<String>>,
    /// `twenty`, before a unit, or behind one as in Arabic; from twenty.
    pub tens: Vec<String>,
    /// `twentieth`; from twenty to a hundred, each in every form.
    pub round: Vec<Vec<String>>,
    /// `th`, behind figures.
    pub endings: Vec<String>,
}

/// The titles of communications and the type lines of other documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TitleWords {
    /// `Letter`
    pub letter: Vec<String>,
    /// `Identical letters`
    pub identical_letters: Vec<String>,
    /// `Note verbale`
    pub note_verbale: Vec<String>,
    /// `的信`, where a title begins with the date and ends with the form.
    pub letter_endings: Vec<String>,
    /// `的同文信`
    pub identical_letters_endings: Vec<String>,
    /// `的普通照会`
    pub note_verbale_endings: Vec<String>,
    /// `给`, between sender and addressee there.
    pub before_addressee: Vec<String>,
    /// `dated`
    pub dated: Vec<String>,
    /// `from`
    pub from: Vec<String>,
    /// Whether the sender stands right behind the form, without such a word.
    pub sender_follows: bool,
    /// `by`
    pub by: Vec<String>,
    /// `addressed to`
    pub addressed_to: Vec<String>,
    /// `to`
    pub to: Vec<String>,
    /// `and`
    pub and: Vec<String>,
    /// `the`
    pub articles: Vec<String>,
    /// Offices by their full name.
    pub offices: Vec<String>,
    /// How an office begins.
    pub office_beginnings: Vec<String>,
    /// How such an office ends.
    pub office_endings: Vec<String>,
    /// How the body of a letter begins.
    pub openings: Vec<String>,
    /// Adjectives that can stand before the kind: `special`, `monthly`.
    pub qualifiers: Vec<String>,
    /// How a type line begins.
    pub kinds: KindWords,
    /// How a title ends that says its kind.
    pub endings: TitleEndings,
}

/// How a type line begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KindWords {
    /// `Report of`
    pub report: Vec<String>,
    /// `Note by`
    pub note: Vec<String>,
    /// `Resolution`
    pub resolution: Vec<String>,
    /// `Draft resolution`, `Draft decision`
    pub draft_resolution: Vec<String>,
    /// `Decision`
    pub decision: Vec<String>,
    /// `Statement by the President of the Security Council`
    pub presidential_statement: Vec<String>,
    /// `Summary record of`
    pub meeting_record: Vec<String>,
    /// `Provisional agenda`
    pub agenda: Vec<String>,
    /// `Corrigendum`
    pub corrigendum: Vec<String>,
    /// Lines under a title that belong to it no more.
    pub subtitle: Vec<String>,
}

/// How a title ends that says its kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TitleEndings {
    /// `的报告`, where a report is named last.
    pub report: Vec<String>,
    /// `的说明`
    pub note: Vec<String>,
    /// `draft resolution`
    pub draft_resolution: Vec<String>,
    /// `meeting`
    pub meeting_record: Vec<String>,
}

/// Annexes, enclosures, and how they are announced.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AnnexWords {
    /// `Annex`
    pub annex: Vec<String>,
    /// `Enclosure`
    pub enclosure: Vec<String>,
    /// `Appendix`
    pub appendix: Vec<String>,
    /// `Attachment`
    pub attachment: Vec<String>,
    /// Words that mean one of them.
    pub one: Vec<String>,
    /// Words that mean several.
    pub several: Vec<String>,
    /// Numbers in words, from two.
    pub counts: Vec<String>,
    /// The numbers of annexes in words, from one, each in every form.
    pub ordinals: Vec<Vec<String>>,
    /// `to the`, between an annex and its letter.
    pub to: Vec<String>,
    /// `Contents`
    pub contents: Vec<String>,
    /// `see`
    pub see: Vec<String>,
    /// `its`
    pub own: Vec<String>,
    /// `present`, `this`: what tells the own letter from another one.
    pub determiners: Vec<String>,
    /// `to the present letter`
    pub present: Vec<String>,
    /// Beginnings of words that announce without naming.
    pub enclosing: Vec<String>,
}

impl AnnexWords {
    /// Every word that names something annexed.
    pub fn named(&self) -> impl Iterator<Item = &String> {
        self.kinds().into_iter().flat_map(|(_, words)| words)
    }

    /// The words of each kind.
    pub fn kinds(&self) -> [(AnnexKind, &[String]); 4] {
        [
            (AnnexKind::Annex, &self.annex),
            (AnnexKind::Enclosure, &self.enclosure),
            (AnnexKind::Appendix, &self.appendix),
            (AnnexKind::Attachment, &self.attachment),
        ]
    }
}

/// Signature blocks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignatureWords {
    /// `(Signed)`
    pub marks: Vec<String>,
    /// `Yours sincerely`
    pub closings: Vec<String>,
    /// How an office begins after a name.
    pub roles: Vec<String>,
    /// What an office is.
    pub offices: OfficeWords,
}

/// The offices of missions, for comparing signatory and sender.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OfficeWords {
    /// Permanent Representative.
    pub permanent_representative: Vec<String>,
    /// Deputy Permanent Representative.
    pub deputy_permanent_representative: Vec<String>,
    /// Acting Permanent Representative.
    pub acting_permanent_representative: Vec<String>,
    /// Chargé d'affaires.
    pub charge_d_affaires: Vec<String>,
    /// Permanent Observer.
    pub permanent_observer: Vec<String>,
}

impl OfficeWords {
    /// The names of each office.
    pub fn kinds(&self) -> [(&'static str, &[String]); 5] {
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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NoteWords {
    /// `Reissued for technical reasons`
    pub reissue: Vec<String>,
}

/// What resolutions and meeting records say of themselves.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ActWords {
    /// `Resolution`, before a number.
    pub resolution: Vec<String>,
    /// `Adopted by`
    pub adopted: Vec<String>,
    /// `meeting`
    pub meeting: Vec<String>,
}

/// How a letter asks to be circulated.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CirculationWords {
    /// `circulated`
    pub asks: Vec<String>,
    /// `as a document`
    pub documents: Vec<String>,
    /// The principal organs as they stand there, by the body of their symbols.
    pub organs: BTreeMap<String, Vec<String>>,
    /// `agenda item`
    pub items: Vec<String>,
}

/// Whom letters are addressed to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddresseeWords {
    /// The Secretary-General.
    pub secretary_general: Vec<String>,
    /// The presidents of principal organs, by the body of their symbols.
    pub presidents: BTreeMap<String, Vec<String>>,
}

/// The formulas of notes verbales.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ComplimentWords {
    /// `presents its compliments to`
    pub presents: Vec<String>,
}
