//! Months in every form, days of meetings.

use doclint::grammar::date::{CalendarDate, date, dates_in};
use doclint::grammar::masthead::MastheadField;
use doclint::lexicon::Lexicons;

use crate::fields;

/// The names of the months, a line a month, with what stands before and behind them in a date of the
/// fifth day.
const MONTHS: [(&str, &str, &str); 7] = [
    ("5 ", include_str!("months/en.txt"), " 2020"),
    ("5 ", include_str!("months/fr.txt"), " 2020"),
    ("5 de ", include_str!("months/es.txt"), " de 2020"),
    ("5 ", include_str!("months/ru.txt"), " 2020 года"),
    ("5 ", include_str!("months/ar.txt"), " 2020"),
    ("2020年", include_str!("months/zh.txt"), "5日"),
    ("2020 年 ", include_str!("months/zh.txt"), " 5 日"),
];

#[test]
fn every_month_in_every_form() {
    for (before, months, behind) in MONTHS {
        assert_eq!(months.lines().count(), 12);
        for (month, names) in (1..).zip(months.lines()) {
            for name in names.split(" | ") {
                let written = format!("{before}{name}{behind}");
                let (_, read) = date(Lexicons::standard())(&written).unwrap();
                let expected = CalendarDate {
                    year: 2020,
                    month,
                    day: 5,
                };
                assert_eq!(read, expected, "{written}");
            }
        }
    }
}

#[test]
fn months_are_found_in_running_text() {
    let found = |text: &str| {
        let dates = dates_in(Lexicons::standard(), text);
        let written = dates.into_iter().map(|(_, date)| date.to_string());
        written.collect::<Vec<_>>()
    };
    assert_eq!(found("réunis le 1er aout 2020 et"), ["2020-08-01"]);
    assert_eq!(found("el 1º de setiembre de 1994,"), ["1994-09-01"]);
    assert_eq!(found("signed on 21st June 1946"), ["1946-06-21"]);
    assert_eq!(found("письмо от 5 мая 2020 года"), ["2020-05-05"]);
    assert_eq!(
        found("المؤرخة 14 ابريل 2012 و 3 آب 2013"),
        ["2012-04-14", "2013-08-03"]
    );
}

#[test]
fn days_of_meetings() {
    for written in [
        "Friday, 9 December 2011, at 3 p.m.",
        "Vendredi 9 décembre 2011, à 15 heures",
        "Viernes 9 de diciembre de 2011, a las 15.00 horas",
        "Пятница, 9 декабря 2011 года, 15 ч. 00 м.",
        "الجمعة، 9 كانون الأول/ديسمبر 2011، الساعة 15/00",
        "2011年12月9日星期五下午3时",
    ] {
        let expected = CalendarDate {
            year: 2011,
            month: 12,
            day: 9,
        };
        assert_eq!(
            fields(written),
            [MastheadField::Date(expected)],
            "{written}"
        );
    }
}
