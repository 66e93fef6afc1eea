//! Files that no one writes but every archive has: the built program reads them, says what there
//! is to say, and ends as it should.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use common::program::{Ran, doclint, folder};
use common::seed;

const HEAD: &str = "S/2023/463\n\nUnited Nations\n\nSecurity Council\n\nDistr.: General\n\
                    29 June 2023\nOriginal: English\n\n\
                    Letter dated 21 June 2023 from the Permanent Representative of Malta to the \
                    United Nations addressed to the President of the Security Council\n\n";
const END: &str = "\n\nKindly circulate the present letter as a document of the Security Council.\n\n\
                   (Signed) Nora Vella\nPermanent Representative\n";

/// Runs doclint on one file, with one line a finding.
fn concise(bytes: &[u8]) -> Ran {
    let folder = folder(&[("a.txt", bytes)]);
    doclint(folder.path(), &["-q", "--format", "concise", "a.txt"], "")
}

/// A sound letter with these words in it.
fn letter(words: &str) -> String {
    format!("{HEAD}{words}{END}")
}

#[test]
fn a_letter_of_a_few_lines_is_sound() {
    let ran = concise(letter("I write to you.").as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
}

#[test]
fn nothing_and_nearly_nothing_is_no_document() {
    for bytes in [&b""[..], b"a", b"\0"] {
        let ran = concise(bytes);
        assert_eq!(ran.code, Some(2), "{bytes:?}");
        assert_eq!(
            ran.out,
            "a.txt:1:1: advice[not-a-document] this text is not a United Nations document: \
             it has no masthead, no title of a letter and no footer\n"
        );
        assert_eq!(
            ran.error,
            "error: no document found in a.txt: \
             the one file read has no part of a document's layout\n"
        );
    }
}

#[test]
fn line_ends_and_marks_of_byte_order_are_no_fault() {
    let sound = letter("I write to you.");
    let crlf = sound.replace('\n', "\r\n");
    let marked = format!("\u{feff}{sound}");
    for text in [sound.trim_end(), &crlf, &marked] {
        let ran = concise(text.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{text:?}");
    }
    let faulty = sound.replace("29 June 2023\n", "19 June 2023\n");
    let plain = concise(faulty.as_bytes());
    assert!(plain.out.starts_with("a.txt:11:14: error[letter-after-"));
    let crlf = concise(faulty.replace('\n', "\r\n").as_bytes());
    assert_eq!(crlf.out, plain.out);
}

#[test]
fn nul_bytes_are_told_of_and_read_over() {
    let ran = concise(b"\0\0S/2023/463\0\n\nUnited Nations\0\n\nDistr.: General\n");
    assert_eq!(ran.code, Some(1));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "a.txt:1:1: warning[character-lost] characters were lost here in a conversion",
            "a.txt:1:3: advice[organ-missing] the masthead names no organ",
        ]
    );
}

#[test]
fn a_file_that_is_no_text_is_named_with_the_place_and_the_others_are_read() {
    let faulty = letter("I write to you.").replace("29 June 2023\n", "19 June 2023\n");
    let folder = folder(&[
        ("a.txt", b"Nations\nd\xE9claration\n"),
        ("b.txt", faulty.as_bytes()),
        ("c.txt", b"\xFF\xFES\0/\0"),
    ]);
    let ran = doclint(folder.path(), &["-q", "--format", "concise"], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.starts_with("b.txt:11:14: error[letter-after-"));
    assert_eq!(
        ran.error,
        "error: a.txt: not UTF-8: byte 0xE9 at line 2, column 2 (offset 9); convert it first, \
         for example: iconv -f WINDOWS-1252 -t UTF-8\n\
         error: c.txt: UTF-16, not UTF-8; convert it first, \
         for example: iconv -f UTF-16 -t UTF-8\n"
    );
}

#[test]
fn a_line_of_a_million_characters_is_read() {
    for piece in [
        "a", "word ", "*", "* ", "$", "$ ", "[", "](", "<", "|", "`", "\\", "é",
    ] {
        let line = piece.repeat(1_000_000 / piece.len());
        let ran = concise(letter(&format!("I write to you.\n{line}")).as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{piece:?}");
    }
}

#[test]
fn what_is_found_in_a_long_line_is_drawn_in_a_few_words() {
    let words = "word ".repeat(100_000);
    let text = letter(&format!("{words}(see annex) {words}"));
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let ran = doclint(folder.path(), &["-q", "a.txt"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("a.txt:13:500001"), "{:.400}", ran.out);
    assert!(ran.out.contains("word (see annex) word"));
    assert!(ran.out.chars().count() < 2000);
}

#[test]
fn ten_thousand_annexes_are_read() {
    let mut text = letter("I write to you.");
    for number in 1..=10_000 {
        let _ = write!(text, "\nAnnex {number}\n\nWords.\n");
    }
    let ran = concise(text.as_bytes());
    assert_eq!(ran.code, Some(1), "{:.400}", ran.out);
    let unannounced = |line: &str| line.contains("warning[annex-not-announced]");
    assert_eq!(
        ran.out.lines().filter(|line| unannounced(line)).count(),
        10_000
    );
}

#[test]
fn an_annex_announced_twenty_thousand_times_is_missed_once() {
    for words in ["Words (see annex).\n", "words (see annex) "] {
        let ran = concise(letter(&words.repeat(20_000)).as_bytes());
        assert_eq!(ran.code, Some(1));
        assert_eq!(
            ran.out,
            "a.txt:13:7: error[annex-missing] \"(see annex)\" announces what is not there: annex\n"
        );
    }
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    let folder = folder(&[]);
    let ran = doclint(folder.path(), &["-q", "nowhere"], "");
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.error,
        "error: nowhere: no such file or folder\n\
         error: no document found in nowhere: nothing could be read\n"
    );
}

#[cfg(unix)]
#[test]
fn links_that_go_round_are_not_followed_for_ever() {
    use std::os::unix::fs::symlink;
    let sound = letter("I write to you.");
    let folder = folder(&[("a/a.txt", sound.as_bytes())]);
    symlink(".", folder.path().join("a/again")).unwrap();
    let ran = doclint(folder.path(), &["a"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(ran.error.starts_with("1 document: "), "{}", ran.error);

    symlink("round", folder.path().join("round")).unwrap();
    let ran = doclint(folder.path(), &["-q", "round"], "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.error
            .starts_with("error: round: a link that leads back to itself\n")
    );
}

#[test]
fn folders_without_a_document_do_not_pass() {
    let folder = folder(&[
        ("empty/not-read.pdf", b""),
        ("prose/README.md", b"# Read me\n"),
    ]);
    let ran = doclint(folder.path(), &["-q", "empty"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.error
            .starts_with("error: no document found in empty: no file there is to be read"),
        "{}",
        ran.error
    );
    let ran = doclint(folder.path(), &["-q", "--format", "concise", "prose"], "");
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.out
            .starts_with("prose/README.md:1:1: advice[not-a-document]")
    );
    assert!(
        ran.error
            .starts_with("error: no document found in prose: the one file")
    );
}

#[test]
fn standard_input_is_read_under_its_name() {
    let folder = folder(&[]);
    let text = seed("S_2023_463.md");
    let arguments = [
        "-q",
        "--format",
        "concise",
        "--select",
        "masthead",
        "--stdin-filename",
    ];
    let named = doclint(
        folder.path(),
        &[&arguments[..], &["x/y.md", "-"]].concat(),
        &text,
    );
    assert_eq!(named.code, Some(1));
    assert_eq!(
        named.out,
        "x/y.md:2:1: advice[organ-missing] the masthead names no organ\n\
         x/y.md:2:1: warning[symbol-not-canonical] \
         the symbol is written $S_{/2023/463}$; it should read S/2023/463\n"
    );
}

#[test]
fn the_specimens_give_the_same_bytes_on_any_number_of_threads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for format in ["full", "concise", "json", "jsonl"] {
        let run = |jobs| doclint(root, &["-q", "-j", jobs, "--format", format, "seeds"], "");
        let (one, many) = (run("1"), run("16"));
        assert_eq!((one.code, many.code), (Some(1), Some(1)));
        let timeless = |ran: Ran| -> Vec<String> {
            let lines = ran.out.lines().filter(|line| !line.contains("\"seconds\""));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(timeless(one), timeless(many), "{format}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("doclint"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["-q", "seeds"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
