//! Short documents, made up, that together have every field: their example values are those they
//! give. They are no files of their own, so that doclint does not find them among the documents of
//! a folder.

/// The documents.
pub const SPECIMENS: &[&str] = &[LETTER, REPRODUCED, JOINT, REPORT, RESOLUTION, RECORD];

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

I have the honour to transmit herewith a letter (see annex). I should
be grateful if you would have the present letter and its annex
circulated as a document of the Security Council.

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

/// A document of two organs, reissued, whose second annex is lost.
const JOINT: &str = "\
A/78/417–S/2023/713*

United Nations

General Assembly
Security Council

Distr.: General
29 September 2023
Original: English

General Assembly
Seventy-eighth session
Agenda item 34
Prevention of armed conflict

Security Council
Seventy-eighth year

Letter dated 27 September 2023 from the Permanent Representative
of Malta to the United Nations addressed to the Secretary-General

I have the honour to transmit two lists that were drawn up on Monday,
4 September 2023 (see annexes I and II). I should be grateful if you would
have the present letter circulated as a document of the General Assembly,
under agenda item 34, and of the Security Council.

(Signed) Nora Vella
Permanent Representative

* Reissued for technical reasons on 3 October 2023.

Annex I

[Original: English]

The first list.
";

/// Numbered paragraphs and a note, under a masthead with a slip.
const REPORT: &str = "\
A/78/284

United Nations

General Assembly

Distr.: General
7 August 2023
Original: Portuguese

Seventy-eighth session
Item 19 of the provisional agenda*

Report of the Secretary-General

1. The wells of the upper valley were measured in the spring.

2. Most of them had water for the dry months.

3. Three of them had to be closed.

4. The closed wells were dug again by hand.

5. A list of them is kept in the district office.

6. The list is open to all of those who live in the valley.

7. The next measurement of the wells is in two years.

* A/78/150.
";

const RESOLUTION: &str = "\
S/RES/2690 (2023)

United Nations

Security Council

Distr.: General
1 June 2023

Resolution 2690 (2023)

Adopted by the Security Council at its 9331st meeting, on
1 June 2023

The Security Council,

1. Decides to keep the wells open.
";

const RECORD: &str = "\
United Nations                                   S/PV.9331

Security Council                                 Provisional

Seventy-eighth year

9331st meeting
Thursday, 1 June 2023, 10 a.m.
New York

President: Ms. Vella (Malta)

The meeting was called to order at 10.05 a.m.
";

/// Documents that belong together: a report, its language versions and its addendum.
pub const REPOSITORY: &[(&str, &str)] = &[
    ("S_2023_463.en.md", PARENT),
    ("S_2023_463.fr.md", VERSION),
    ("S_2023_463_Add.1.md", ADDENDUM),
];

const PARENT: &str = "\
S/2023/463

United Nations

Security Council

Distr.: General
29 June 2023

Original: English

Report of the Secretary-General on the patrols

1. The present report covers the patrols of the first half of the year,
which were held on foot and by boat, in four districts and on the lake.

2. The boats were repaired in March. Two of the engines could not be had in
the country and were brought from abroad, which took until the end of May.

3. The patrols of the second half of the year will begin when the roads are
dry; where they are not, the people of the district are told by radio.

23-12564 (E)
";

const VERSION: &str = "\
S/2023/463

Nations Unies

Conseil de sécurité

Distr. générale
29 juin 2023
Français
Original : anglais

Rapport du Secrétaire général sur les patrouilles

1. Le présent rapport porte sur les patrouilles du premier semestre, qui ont
été faites à pied et en bateau, dans quatre districts et sur le lac.

23-12564 (F)
";

const ADDENDUM: &str = "\
S/2023/463/Add.1

United Nations

Security Council

Distr.: General
3 July 2023

Original: English

Report of the Secretary-General on the patrols

Addendum

1. The patrols that the report counts (S/2023/463, para. 1) were eleven.

23-12570 (E)
";
