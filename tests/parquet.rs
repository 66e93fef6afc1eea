//! `doclint record --format parquet`: the register with types, and a build without it.

// The helpers of tests are tests too: what fails in them fails the test.
#![allow(clippy::unwrap_used)]

mod common;

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_how_to_get_one_with_it() {
    let folder = common::program::folder(&[("a.txt", b"S/2023/9\n")]);
    for sort in ["file", "symbol"] {
        let record = ["record", "--format", "parquet", "--sort", sort];
        let ran = common::program::doclint(folder.path(), &record, "");
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
        assert_eq!(
            ran.error,
            "error: the records could not be written: this build of doclint has no Parquet; \
             `cargo install --locked --path . --features parquet` gives one that has\n"
        );
    }
}

#[cfg(feature = "parquet")]
mod with_parquet {
    use std::fs::File;
    use std::path::Path;
    use std::process::Stdio;

    use assert_cmd::cargo::cargo_bin;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::schema::printer::print_schema;

    use crate::common::program::{doclint, folder};

    const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

    /// The register of these files, with what the program says besides and its exit code.
    fn register(folder: &Path, more: &[&str]) -> (SerializedFileReader<File>, String, Option<i32>) {
        let file = tempfile::tempfile().unwrap();
        let ran = std::process::Command::new(cargo_bin("doclint"))
            .current_dir(folder)
            .args(["record", "--isolated", "--format", "parquet"])
            .args(more)
            .env("NO_COLOR", "1")
            .stdout(Stdio::from(file.try_clone().unwrap()))
            .output()
            .unwrap();
        let error = String::from_utf8(ran.stderr).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        (reader, error, ran.status.code())
    }

    /// Each row: the name of each column with its cell.
    fn rows(register: &SerializedFileReader<File>) -> Vec<String> {
        let rows = register.get_row_iter(None).unwrap();
        rows.map(|row| {
            let row = row.unwrap();
            row.get_column_iter()
                .map(|(name, cell)| format!("{name}: {cell}\n"))
                .collect()
        })
        .collect()
    }

    #[test]
    fn columns_have_types() {
        let (register, ..) = register(SEEDS.as_ref(), &["sound/languages"]);
        let file = register.metadata().file_metadata();
        let version = concat!("doclint version ", env!("CARGO_PKG_VERSION"));
        assert_eq!(file.created_by(), Some(version));
        assert_eq!(file.schema().name(), "record");
        let mut schema = Vec::new();
        print_schema(&mut schema, file.schema());
        let schema = String::from_utf8(schema).unwrap();
        for column in [
            "\n  OPTIONAL BYTE_ARRAY file (STRING);\n",
            "\n  OPTIONAL INT32 date (DATE);\n",
            "\n  OPTIONAL INT64 pages;\n",
            "\n  REQUIRED group letter_to (LIST) {\n    REPEATED group list {\n      \
             OPTIONAL BYTE_ARRAY element (STRING);\n    }\n  }\n",
            "\n  REQUIRED group footer_dates (LIST) {\n    REPEATED group list {\n      \
             OPTIONAL INT32 element (DATE);\n    }\n  }\n",
        ] {
            assert!(schema.contains(column), "{column} is not in {schema}");
        }
        let names: Vec<&str> = file
            .schema()
            .get_fields()
            .iter()
            .map(|f| f.name())
            .collect();
        let csv = ["record", "--format", "csv", "sound/languages"];
        let csv = doclint(SEEDS.as_ref(), &csv, "").out;
        assert_eq!(csv.lines().next(), Some(names.join(",").as_str()));
    }

    #[test]
    fn specimens_are_read_back() {
        let read = [
            (
                "faulty/addressee-order.txt",
                r#"file: "faulty/addressee-order.txt"
symbols: ["A/77/338"]
kind: "identical-letters"
language: "en"
date: 2022-09-02
distribution: "general"
organs: ["General Assembly"]
original: ["en"]
session: "Seventy-seventh session"
agenda_items: ["36"]
title: "Identical letters dated 30 August 2022 from the Permanent Representative of Uruguay to the United Nations addressed to the President of the General Assembly and the Secretary-General"
letter_dated: 2022-08-30
letter_from: "Permanent Representative of Uruguay to the United Nations"
letter_to: ["President of the General Assembly", "Secretary-General"]
annexes: 0
signatures: ["Lucía Arrospide"]
job_number: "22-13466"
job_language: "E"
footer_dates: [2022-09-06]
barcode: "2213466"
pages: null
running_symbols: []
"#,
            ),
            (
                "faulty/not-a-document.md",
                r#"file: "faulty/not-a-document.md"
symbols: []
kind: "other"
language: "en"
date: null
distribution: null
organs: []
original: []
session: null
agenda_items: []
title: null
letter_dated: null
letter_from: null
letter_to: []
annexes: 0
signatures: []
job_number: null
job_language: null
footer_dates: []
barcode: null
pages: null
running_symbols: []
"#,
            ),
            (
                "sound/languages/S_2019_533.ar.txt",
                r#"file: "sound/languages/S_2019_533.ar.txt"
symbols: ["S/2019/533"]
kind: "letter"
language: "ar"
date: 2019-06-28
distribution: "general"
organs: ["مجلس الأمن"]
original: ["en"]
session: null
agenda_items: []
title: "رسالة مؤرخة 24 حزيران/يونيه 2019 موجهة إلى رئيس مجلس الأمن من الممثل الدائم لمالطة لدى الأمم المتحدة"
letter_dated: 2019-06-24
letter_from: "الممثل الدائم لمالطة لدى الأمم المتحدة"
letter_to: ["رئيس مجلس الأمن"]
annexes: 1
signatures: ["جوزيف زاميت كارابوت"]
job_number: "19-10866"
job_language: "A"
footer_dates: [2019-06-28, 2019-07-01]
barcode: "1910866"
pages: 2
running_symbols: ["S/2019/533"]
"#,
            ),
        ];
        let (register, error, code) = register(SEEDS.as_ref(), &read.map(|(file, _)| file));
        assert_eq!((error.as_str(), code), ("", Some(0)));
        assert_eq!(rows(&register), read.map(|(_, row)| row));
    }

    #[test]
    fn a_day_that_does_not_exist_is_null() {
        let (register, ..) = register(SEEDS.as_ref(), &["faulty/footer-date-invalid.txt"]);
        let row = rows(&register).remove(0);
        assert!(row.contains("\nfooter_dates: [null]\n"), "{row}");
    }

    #[test]
    fn records_come_as_they_are_read_or_sorted() {
        let files = folder(&[
            ("a.txt", b"S/2023/10\n"),
            ("b.txt", b"S/2023/9\n"),
            ("c.txt", b"no symbol\n"),
        ]);
        let order = |more: &[&str]| {
            let (register, ..) = register(files.path(), more);
            let rows = rows(&register);
            let first: Vec<&str> = rows.iter().map(|row| row.lines().next().unwrap()).collect();
            first.join(" ")
        };
        let by_file = r#"file: "a.txt" file: "b.txt" file: "c.txt""#;
        let by_symbol = r#"file: "b.txt" file: "a.txt" file: "c.txt""#;
        assert_eq!(order(&[]), by_file);
        assert_eq!(order(&["--sort", "file"]), by_file);
        assert_eq!(order(&["--sort", "symbol"]), by_symbol);
    }

    #[test]
    fn no_file_is_a_register_without_rows() {
        for sort in ["file", "symbol"] {
            let (register, error, code) = register(folder(&[]).path(), &["--sort", sort]);
            assert_eq!(error, "error: no file to make a record of\n");
            assert_eq!(code, Some(2));
            let file = register.metadata().file_metadata();
            assert_eq!((file.num_rows(), register.num_row_groups()), (0, 0));
            assert_eq!(file.schema().get_fields().len(), 22);
        }
    }
}
