//! Mastheads of treaty bodies, commissions, programmes and the Secretariat, and the titles right
//! below them.

use doclint::document::Document;

fn read(symbol: &str, lines: &str) -> Document {
    super::read(&format!(
        "United Nations {symbol}\nDistr.: General\n2 March 2023\nOriginal: English\n{lines}"
    ))
}

fn organs(document: &Document) -> Vec<&str> {
    let organs = document.masthead.organs.iter();
    organs.map(|organ| organ.value.as_str()).collect()
}

fn title(document: &Document) -> &str {
    let title = document.title.as_ref();
    title.map_or("", |title| title.text.as_str())
}

#[test]
fn a_body_has_no_session_between_its_name_and_the_title() {
    for (body, name) in [
        (
            "Committee on the Elimination of Discrimination\nagainst Women",
            "Committee on the Elimination of Discrimination against Women",
        ),
        (
            "Comité des droits économiques,\nsociaux et culturels",
            "Comité des droits économiques, sociaux et culturels",
        ),
        (
            "Comité sobre los Derechos de las Personas\ncon Discapacidad",
            "Comité sobre los Derechos de las Personas con Discapacidad",
        ),
        ("Комитет по правам ребенка", "Комитет по правам ребенка"),
        ("لجنة حقوق الطفل", "لجنة حقوق الطفل"),
        ("儿童权利委员会", "儿童权利委员会"),
    ] {
        let lines = format!("{body}\nWells of Malta*\n1. The wells are dry.\n");
        let document = read("CRC/C/MLT/CO/7", &lines);
        assert_eq!(organs(&document), [name]);
        assert_eq!(title(&document), "Wells of Malta", "{name}");
    }
}

#[test]
fn a_body_of_no_list_ends_before_a_title() {
    let document = read(
        "A/AC.299/4",
        "Ad Hoc Committee on the Wells of\nDry Lands\nState of the wells\n\n1. The wells are dry.\n",
    );
    let name = ["Ad Hoc Committee on the Wells of Dry Lands"];
    assert_eq!(organs(&document), name);
    assert_eq!(title(&document), "State of the wells");
    let document = read(
        "A/AC.299/4",
        "Ad Hoc Committee on the\nWells of Dry Lands\nSecond session\nVienna, 6-8 March 2023\n\nState of the wells\n",
    );
    assert_eq!(organs(&document), name);
}

#[test]
fn names_of_organs_can_begin_with_that_of_the_organization() {
    let document = super::read(
        "United Nations TD/B/70/5\nUnited Nations Conference\non Trade and Development\nDistr.: General\n11 August 2023\nOriginal: English\nTrade and Development Board\nSeventieth session\n",
    );
    assert_eq!(
        organs(&document),
        [
            "United Nations Conference on Trade and Development",
            "Trade and Development Board"
        ]
    );
}

#[test]
fn an_issuance_of_the_secretariat_goes_on_with_its_author() {
    let document = super::read(
        "United Nations ST/SGB/2019/8\nSecretariat\n10 September 2019\nSecretary-General’s bulletin\nWells and the staff that\nkeeps them\nThe Secretary-General, pursuant to General Assembly resolution 52/252,\npromulgates the following:\n(Signed) Nora Vella\n",
    );
    assert_eq!(
        title(&document),
        "Secretary-General’s bulletin Wells and the staff that keeps them"
    );
    assert_eq!(document.signatures.len(), 1);
}

#[test]
fn a_title_does_not_run_on_through_the_text() {
    let text = "The Head of the Well Department, under the bulletin, promulgates what\nfollows for all the staff of it:\n".repeat(6);
    let document = super::read(&format!(
        "United Nations ST/AI/2018/6\nSecretariat\n25 June 2018\nAdministrative instruction\n{text}"
    ));
    assert_eq!(title(&document), "Administrative instruction");
}

#[test]
fn the_comma_before_what_stands_under_a_title_is_no_part_of_it() {
    let document = super::read(
        "Организация Объединенных Наций S/RES/2612 (2021)\nСовет Безопасности\nDistr.: General\n20 December 2021\nРезолюция 2612 (2021),\nпринятая Советом Безопасности на его 8936-м заседании\n",
    );
    assert_eq!(title(&document), "Резолюция 2612 (2021)");
}

#[test]
fn bodies_with_long_agendas_number_within_their_items() {
    let document = read(
        "ECE/TRANS/WP.29/2023/82",
        "World Forum for Wells\n190th session\nItem 4.8.3 (a) of the provisional agenda\n\nState of the wells\n",
    );
    let items = document.masthead.agenda_items.iter();
    let items: Vec<_> = items.map(|item| item.value.as_str()).collect();
    assert_eq!(items, ["4.8.3 (a)"]);
}

#[test]
fn place_and_dates_of_a_conference_are_no_title() {
    let document = read("NPT/CONF.2020/WP.35", "New York, 1–26 August 2022\nWells\n");
    assert_eq!(title(&document), "Wells");
    let document = read("A/HRC/51/L.34", "Wells, as they were on 26 August 2022\n");
    assert_eq!(title(&document), "Wells, as they were on 26 August 2022");
}

#[test]
fn a_meeting_record_is_titled_by_its_meeting() {
    let document = read(
        "E/2019/SR.33",
        "2019 session\nManagement segment\nSummary record of the 33rd meeting\nHeld at Headquarters, New York, on Monday, 22 July 2019, at 10 a.m.\n",
    );
    assert_eq!(title(&document), "Summary record of the 33rd meeting");
    let document = super::read(
        "Nations Unies S/PV.7643\nConseil de sécurité\nProvisoire\nPrésident : M. Vella . . . . (Malte)\nMembres : Norvège . . . . . M. Berg\n",
    );
    assert_eq!(title(&document), "");
}

#[test]
fn resolutions_are_titled_by_their_number() {
    for (line, adopted) in [
        (
            "القرار 2605 (2021)",
            "الذي اتخذه مجلس الأمن في 12 تشرين الثاني/نوفمبر 2021",
        ),
        (
            "第2610(2021)号决议",
            "2021年12月17日安全理事会第8934次会议通过",
        ),
    ] {
        let document = super::read(&format!(
            "联合国 S/RES/2605 (2021)\n安全理事会\nDistr.: General\n12 November 2021\n{line}\n{adopted}\n"
        ));
        assert_eq!(title(&document), line);
    }
}

#[test]
fn a_chapter_is_no_title() {
    let document = read(
        "A/AC.299/4",
        "Third session\nI. Proposal\nThe wells are dry.\n",
    );
    assert_eq!(title(&document), "");
}
