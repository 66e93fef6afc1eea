//! The kinds of things in documents, with the words for them in records and rule files.

/// What kind of document it is, known from the text itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A letter from one sender.
    Letter,
    /// One letter to several addressees.
    IdenticalLetters,
    /// A communication in the third person, unsigned.
    NoteVerbale,
    /// A report.
    Report,
    /// A note by the Secretary-General, the Secretariat or a president.
    Note,
    /// An adopted resolution.
    Resolution,
    /// A resolution that is proposed.
    DraftResolution,
    /// An adopted decision.
    Decision,
    /// A statement by the President of the Security Council.
    PresidentialStatement,
    /// A verbatim or summary record.
    MeetingRecord,
    /// A provisional or annotated agenda.
    Agenda,
    /// A correction of another document.
    Corrigendum,
    /// None of these, or not known.
    #[default]
    Other,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::Letter,
        Self::IdenticalLetters,
        Self::NoteVerbale,
        Self::Report,
        Self::Note,
        Self::Resolution,
        Self::DraftResolution,
        Self::Decision,
        Self::PresidentialStatement,
        Self::MeetingRecord,
        Self::Agenda,
        Self::Corrigendum,
        Self::Other,
    ];

    /// The kind of a word of records and rule files.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The word of records and rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::IdenticalLetters => "identical-letters",
            Self::NoteVerbale => "note-verbale",
            Self::Report => "report",
            Self::Note => "note",
            Self::Resolution => "resolution",
            Self::DraftResolution => "draft-resolution",
            Self::Decision => "decision",
            Self::PresidentialStatement => "presidential-statement",
            Self::MeetingRecord => "meeting-record",
            Self::Agenda => "agenda",
            Self::Corrigendum => "corrigendum",
            Self::Other => "other",
        }
    }
}

/// The form of a communication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `Letter dated …`
    Letter,
    /// `Identical letters dated …`
    IdenticalLetters,
    /// `Note verbale dated …`
    NoteVerbale,
}

impl Form {
    /// The word of records and rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::IdenticalLetters => "identical-letters",
            Self::NoteVerbale => "note-verbale",
        }
    }
}

/// How far a document is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// Full circulation.
    General,
    /// Drafts and other papers of a temporary nature.
    Limited,
    /// Confidential.
    Restricted,
    /// The word `Provisional` in the place of the distribution.
    Provisional,
    /// A distribution line with a word that is no category.
    Unknown,
    /// The label alone: its category stands elsewhere or is lost.
    Unstated,
}

impl Distribution {
    /// The word of records and rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Limited => "limited",
            Self::Restricted => "restricted",
            Self::Provisional => "provisional",
            Self::Unknown => "unknown",
            Self::Unstated => "unstated",
        }
    }

    /// The word, when it is a category at all.
    pub fn category(self) -> Option<&'static str> {
        (!matches!(self, Self::Unknown | Self::Unstated)).then(|| self.name())
    }
}

/// Which kind of annexed matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnexKind {
    /// `Annex`
    Annex,
    /// `Enclosure`
    Enclosure,
    /// `Appendix`
    Appendix,
    /// `Attachment`
    Attachment,
}

impl AnnexKind {
    /// The word of records and rule files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Annex => "annex",
            Self::Enclosure => "enclosure",
            Self::Appendix => "appendix",
            Self::Attachment => "attachment",
        }
    }

    /// The word for several.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Annex => "annexes",
            Self::Enclosure => "enclosures",
            Self::Appendix => "appendices",
            Self::Attachment => "attachments",
        }
    }
}
