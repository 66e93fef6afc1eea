//! Each kind of markup and the characters that look like it.

use super::{read, source_of};

#[track_caller]
fn stays(source: &str) {
    assert_eq!(read(source), source);
}

#[test]
fn headings() {
    assert_eq!(read("# Annex I"), "Annex I");
    assert_eq!(read("  ### **Annex** II ###\nx"), "Annex II\nx");
    assert_eq!(read("> ## Enclosure"), "Enclosure");
    assert_eq!(read("# a <img ##\n>b ##\nx"), "a b ##\nx");
    stays("#1 in the list");
    stays("####### seven");
    stays("Item # 4 #");
}

#[test]
fn quote_marks() {
    assert_eq!(
        read("> (Signed) A. Name\n>\n>> > deep"),
        "(Signed) A. Name\n\ndeep"
    );
    stays(">= 5");
    stays("a > b");
}

#[test]
fn emphasis() {
    assert_eq!(
        read("(*Signed*) Mohamed **ElBaradei**"),
        "(Signed) Mohamed ElBaradei"
    );
    assert_eq!(
        read("***Annex*** __I__ _to_ *the* letter"),
        "Annex I to the letter"
    );
    assert_eq!(read("**S**/2018/272"), "S/2018/272");
    assert_eq!(read("**S/2018/272**\\*"), "S/2018/272*");
    assert_eq!(read("**S/2018/272***"), "S/2018/272*");
    assert_eq!(read("**/2018/272**"), "/2018/272");
    assert_eq!(read("*it **bold*** x"), "it bold x");
    assert_eq!(read("**bold *it*** x"), "bold it x");
    assert_eq!(read("***bold** it* x"), "bold it x");
    assert_eq!(read("**Council* and more** x"), "Council* and more x");
    assert_eq!(read("**_Annex_**<br>x"), "Annex\nx");
    assert_eq!(source_of("the **_Annex_** x", "Annex"), "Annex");
    assert_eq!(
        source_of("(*Signed*) A **B**", "(Signed) A B"),
        "(*Signed*) A **B"
    );
}

#[test]
fn what_is_no_emphasis() {
    stays("*1600870*");
    stays("*1137476**1137474*");
    stays("* Reissued for technical reasons.");
    stays("S/2018/272*");
    stays("A. Name (United Kingdom)** B. Name (United States)***");
    stays("the letter,** will be issued, the annex,* too");
    stays("____________________");
    stays("Exchange rate used:_______");
    stays("______* The list was issued");
    stays("an_example_of_snake_case __init__x");
    stays("an asterisk (*) here and an asterisk (*) there");
    stays("* * *");
    stays("*an opener\nand a closer*");
    stays("_—_ me");
}

#[test]
fn escapes() {
    assert_eq!(read("\\*0166958\\*"), "*0166958*");
    assert_eq!(read("18-04937\\* (E)"), "18-04937* (E)");
    assert_eq!(read("A \\_x\\_ \\\\ US\\$5\\"), "A _x_ \\ US$5");
    assert_eq!(
        read("\\[Original: French\\]\\(see\\)"),
        "[Original: French](see)"
    );
    stays("UN/~m(\\ ro, C:\\dir");
}

#[test]
fn code() {
    assert_eq!(read("the `S/2020/1*` and ``a`b``"), "the S/2020/1* and a`b");
    assert_eq!(read("`*a*`"), "*a*");
    assert_eq!(read("```markdown\n# Annex\n```\nx"), "\nAnnex\n\nx");
    stays("the `plan' and the `list'");
    stays("```never closed\nx");
}

#[test]
fn links() {
    assert_eq!(
        read("see [S/2020/1](https://undocs.org/S/2020/1(a)) x"),
        "see S/2020/1 x"
    );
    assert_eq!(read("[**1**](#note \"a title\") [x](./y)"), "**1** x");
    assert_eq!(read("[**S/1**](/a)[b](mailto:a@b)"), "S/1b");
    assert_eq!(read("A ![*emblem*](_page_0.png) B"), "A  B");
    assert_eq!(
        source_of("see [S/2020/1](http://x) y", "S/2020/1"),
        "S/2020/1"
    );
    stays("[Original: French]");
    stays("[2](a) [b](see annex) [c] (http://x)");
    stays("[a](http://x y)");
}

#[test]
fn tables() {
    assert_eq!(
        read("|  | United Nations | FCCC/SBI/2014/8 |\n|---|:--|--:|\n| a\\|b | *c* |\n"),
        "\nUnited Nations\nFCCC/SBI/2014/8\n\na|b\nc\n"
    );
    assert_eq!(read("| *a | b* |"), "*a\nb*");
    assert_eq!(source_of("| a | S/2020/1 |", "S/2020/1"), "S/2020/1");
    stays("| a row that does not end");
    stays("a | b |");
    stays("| an escaped end \\".trim_end_matches('\\').trim_end());
    assert_eq!(read("| x \\|"), "| x |");
}

#[test]
fn mathematics() {
    for (source, words) in [
        ("$S_{/2023/463}$", "S/2023/463"),
        ("$S/2007/347$\\*", "S/2007/347*"),
        ("$\\mathrm{S} / 2023 / 463$", "S/2023/463"),
        ("\\(\\mathcal{S}/2023/463^{*}\\)", "S/2023/463*"),
        ("$\\S_{/1}$", "S/1"),
        ("the $13^{th}$ and the $2^nd$", "the 13th and the 2nd"),
        ("$^{1}$ Note", "1 Note"),
        (
            "$10\\%$ of $\\text{States Parties}$",
            "10% of States Parties",
        ),
        ("$5\\,000~\\mathbf{km}^2$", "5 000 km2"),
        ("$\\mathrm {a}\\_b\\ast$", "a_b*"),
        ("**$S_{/1}$**", "S/1"),
    ] {
        assert_eq!(read(source), words);
    }
}

#[test]
fn money() {
    stays("US$ 5 and $6");
    stays("from $25 million to $30 million");
    stays("between $150-$200 and $1 and $3");
    stays("US$2m under A/75/6 and US$3m");
    stays("$/23329");
    stays("$$$ $a$ $\\alpha x$");
}

#[test]
fn html() {
    assert_eq!(
        read("<p align=\"left\">United<BR/>Nations</p><Font size=2>x</font> 13<sup>th</sup>"),
        "United\nNations\nx 13th"
    );
    assert_eq!(
        read("<table>\n<tr><td> a </td><td>b</td></tr></table>"),
        "\n\na\nb\n\n"
    );
    assert_eq!(read("<h1>Annex</h1>I"), "Annex\nI");
    assert_eq!(read("a<!-- one\ntwo --> b <!-- three -->"), "a b");
    assert_eq!(read("<td\n width=3>x"), "x");
    stays("<name@host.org> a < b, <i am>, <unknown>, <!-- never closed, <p");
}

#[test]
fn entities() {
    assert_eq!(read("a&nbsp;b&#8211;c&#x2F;d&shy;e&eacute;"), "a b–c/deé");
    assert_eq!(read("a&nbsp;&nbsp;&nbsp;b"), "a\nb");
    assert_eq!(read("&lt;b&gt; \\&amp;"), "<b> &amp;");
    stays("R&D; &unknown; & ; &; AT&T");
}
