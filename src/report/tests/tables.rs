//! The grouped report, the page of Markdown, and what a finding between files looks like.

use super::*;
use crate::finding::{Edit, Fix};

/// Two findings of a file, the second with words of another file and a fix.
fn two() -> (Source, [Finding; 2]) {
    let source = Source::new("a_b.md", "S/2023/463\n\nAnnex dated 12 June 2023\n");
    let other = Arc::new(Source::new("c.md", "\nS/2023/463\n"));
    let mut twin = finding(label(span(&source, "S/2023/463"), "here"), vec![]);
    twin.rule = "symbol-twice".to_owned();
    twin.severity = Severity::Advice;
    twin.message = "two files have the symbol S/2023/463 | *both*".to_owned();
    twin.related = vec![related(&other, "S/2023/463", "the other")];
    let mut dated = finding(label(span(&source, "12 June 2023"), ""), vec![]);
    dated.fix = Some(Fix {
        safe: true,
        edits: vec![Edit {
            span: span(&source, "12 June 2023"),
            text: "21 June 2023".to_owned(),
        }],
    });
    (source, [twin, dated])
}

#[test]
fn the_grouped_report_is_aligned_under_the_name_of_the_file() {
    let (source, findings) = two();
    let sound = Source::new("sound.md", "S/2023/464");
    assert_eq!(
        print_all(
            Format::Grouped,
            context(80, &[]),
            &[(&sound, &[]), (&source, &findings)]
        ),
        concat!(
            "a_b.md\n",
            "   1:1  advice  symbol-twice         two files have the symbol S/2023/463 |\n",
            "                                     *both*\n",
            "                                     c.md:2:1 the other\n",
            "  3:13  error   annex-date-mismatch  the annex heading is dated 12 June 2023,\n",
            "                                     the letter 21 June 2023\n",
            "\n",
        )
    );
}

#[test]
fn findings_across_files_join_those_of_their_file() {
    let (source, [twin, dated]) = two();
    let other = Source::new("d.md", "S/2023/464");
    let files: [(&Source, &[Finding]); 3] = [
        (&source, std::slice::from_ref(&dated)),
        (&other, &[]),
        (&source, std::slice::from_ref(&twin)),
    ];
    let printed = |format| print_all(format, context(120, &[]), &files);
    let of_file = concat!(
        "a_b.md\n",
        "   1:1  advice  symbol-twice         two files have the symbol S/2023/463 | *both*\n",
        "                                     c.md:2:1 the other\n",
        "  3:13  error   annex-date-mismatch  the annex heading is dated 12 June 2023, the letter 21 ",
        "June 2023\n",
        "\n",
    );
    assert_eq!(printed(Format::Grouped), of_file);
    let cases = printed(Format::Junit);
    let names: Vec<&str> = cases
        .lines()
        .filter_map(|line| line.trim().strip_prefix("<testcase classname="))
        .filter_map(|line| line.split(" file=").next())
        .collect();
    assert_eq!(
        names,
        [
            "\"a_b.md\" name=\"symbol-twice at 1:1\"",
            "\"a_b.md\" name=\"annex-date-mismatch at 3:13\"",
            "\"d.md\" name=\"no faults\"",
        ]
    );
}

#[test]
fn the_page_has_the_numbers_and_the_gravest_first() {
    let (source, findings) = two();
    assert_eq!(
        print_all(Format::Markdown, context(80, &[]), &[(&source, &findings)]),
        concat!(
            "## doclint\n",
            "\n",
            "1 document: 1 error, 1 piece of advice; 1 can be fixed with --fix\n",
            "\n",
            "| severity | place | rule | what is wrong |\n",
            "|---|---|---|---|\n",
            "| error | a\\_b.md:3:13 | annex-date-mismatch | the annex heading is dated ",
            "12 June 2023, the letter 21 June 2023<br>fix: write \\`21 June 2023\\` (safe) |\n",
            "| advice | a\\_b.md:1:1 | symbol-twice | two files have the symbol S/2023/463 ",
            "\\| \\*both\\*<br>c.md:2:1 the other |\n",
        )
    );
    assert_eq!(
        print_all(Format::Markdown, context(80, &[]), &[(&source, &[])]),
        "## doclint\n\n1 document: no faults found\n"
    );
}

#[test]
fn a_page_that_would_be_too_long_says_what_it_leaves_out() {
    let (source, findings) = two();
    let many: Vec<Finding> = std::iter::repeat_n(findings, 501).flatten().collect();
    let page = print_all(Format::Markdown, context(80, &[]), &[(&source, &many)]);
    assert_eq!(
        page.lines().filter(|line| line.starts_with("| e")).count(),
        501
    );
    assert_eq!(
        page.lines().filter(|line| line.starts_with("| a")).count(),
        499
    );
    assert!(page.ends_with("\nand 2 more, which this page has no room for\n"));
}

#[test]
fn a_picture_is_drawn_of_every_file() {
    let (source, [twin, _]) = two();
    assert_eq!(
        print(Format::Full, 80, &source, twin),
        concat!(
            "advice[symbol-twice]\n",
            "\n",
            "  ☞ two files have the symbol S/2023/463 | *both*\n",
            "   ╭─[a_b.md:1:1]\n",
            " 1 │ S/2023/463\n",
            "   · ─────┬────\n",
            "   ·      ╰── here\n",
            "   ╰────\n",
            "   ╭─[c.md:2:1]\n",
            " 2 │ S/2023/463\n",
            "   · ─────┬────\n",
            "   ·      ╰── the other\n",
            "   ╰────\n",
            "  help: give the heading the letter's date\n",
            "  more: doclint explain symbol-twice\n",
            "\n",
        )
    );
}

#[test]
fn places_are_links_where_links_are_shown() {
    let (source, findings) = two();
    let context = Context {
        links: true,
        ..context(80, &[])
    };
    let open = "\u{1b}]8;;file:///home/records/a_b.md\u{1b}\\";
    let close = "\u{1b}]8;;\u{1b}\\";
    for (format, link) in [
        (Format::Concise, format!("{open}a_b.md:1:1{close}: advice")),
        (Format::Grouped, format!("{open}a_b.md{close}\n")),
        (Format::Full, format!("─[{open}a_b.md{close}:1:1]")),
    ] {
        let printed = print_all(format, context, &[(&source, &findings)]);
        assert!(printed.contains(&link), "{printed}");
    }
}
