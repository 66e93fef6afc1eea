//! Short documents, made up, that together have most fields: their example values are those they
//! give. They are no files of their own, so that doclint does not find them among the documents of
//! a folder.

/// The documents.
pub const SPECIMENS: &[&str] = &[LETTER, REPRODUCED];

const LETTER: &str = "\
S/2023/463

United Nations

Security Council

Distr.: General
29 June 2023
English
Original: French

Letter dated 21 June 2023 from the Permanent Representative
of Malta to the United Nations addressed to the President of
the Security Council

I have the honour to transmit herewith a report on the patrols
held on 16 June 2023 (see annex). It follows the report of last
year (S/2022/371).

(Signed) Nora Vella
Ambassador
Permanent Representative

23-12564 (E)    290623    290623
*2312564*

S/2023/463

Annex to the letter dated 21 June 2023 from the Permanent
Representative of Malta to the United Nations addressed to
the President of the Security Council

[Original: English]

Report on the patrols

1. The patrols were held without incident.

2. The next patrols will be held in 2024.

2/2    23-12564
";

/// An annex that is a document with a masthead of its own.
const REPRODUCED: &str = "\
S/2023/463

United Nations

Security Council

Distr.: General
29 June 2023

Original: English

Letter dated 21 June 2023 from the Permanent Representative
of Malta to the United Nations addressed to the President of
the Security Council

I have the honour to transmit herewith a letter (see annex).

(Signed) Nora Vella
Ambassador
Permanent Representative

Annex

A/77/912

United Nations

General Assembly

Distr.: Limited
12 June 2023

Original: English

Letter dated 12 June 2023 from the Permanent Representative of
Malta to the United Nations addressed to the Secretary-General

The patrols were held without incident.

(Signed) Nora Vella
Permanent Representative
";
