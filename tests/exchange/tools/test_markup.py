"""Text of other tools comes as plain text: nothing a reader sees is lost, no markup is left."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.tools.markup import IMAGE, plain_testrail, plain_text, plain_wiki

TABLE = (
    "<table><tbody><tr><td style='width:50%'>Name</td><td>Phone<br></td></tr>"
    "<tr><td>Ann</td><td>1</td></tr><tr><td><br></td><td><br></td></tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("", ""),
        ("a < b and c > d", "a < b and c > d"),
        ("First<br><br><strong>Second</strong><br/>", "First\n\nSecond"),
        ("<p>One</p>\n<p>Two&nbsp;and&nbsp;a half</p>", "One\nTwo and a half"),
        ("<p>One</p><p>&nbsp;</p><p>Two</p>", "One\n\nTwo"),
        ("Do:<ul><li>a</li><li><p>b</p></li></ul>then", "Do:\n- a\n- b\nthen"),
        ("<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>", "1. a\n  - x\n2. b"),
        ("<ul><li></li></ul>text", "text"),
        (f"See:<br>{TABLE}<br>More", "See:\nName | Phone\nAnn | 1\n\nMore"),
        ("Click &quot;Save&quot; &amp;lt; &#39;x&#39;", "Click \"Save\" &lt; 'x'"),
        ("Enter <var>Name</var>&nbsp;here", "Enter Name here"),
        ("Enter <username> and <address>", "Enter <username> and <address>"),
        ("<div>Окно <wtf>открыто</wtf></div>", "Окно <wtf>открыто</wtf>"),
        ('a<img src="https://x.example/a.png" alt="1 > 0">b', f"a{IMAGE}b"),
        ("![](index.php?/attachments/get/1)\nOpen", f"{IMAGE}\nOpen"),
        (
            '<a href="https://x.example/?q&amp;copy=2">page</a>',
            "page (https://x.example/?q&copy=2)",
        ),
        ('<a href="https://x.example">https://x.example/</a>', "https://x.example/"),
        ('<a href="javascript:alert(1)">go</a>', "go"),
        ("<style>p {color: red}</style><p>Seen</p><script>x()</script>", "Seen"),
        ("<!-- [if mso]> gone <![endif] --><p>Seen</p>", "Seen"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<div>one</div>\n<div>two\nthree</div>", "one\ntwo\nthree"),
        ("<p title=don't>It's</p>", "It's"),
        ("a_x000D_\r\nb\r\nc", "a\nb\nc"),
        ("https://x.example/?a=1&copy=2", "https://x.example/?a=1&copy=2"),
    ],
)
def test_html_is_shown_as_a_browser_breaks_it(html: str, shown: str) -> None:
    assert plain_text(html) == shown


@pytest.mark.parametrize(
    ("wiki", "shown"),
    [
        ("Bullets  \n  \n* *one*\n* _two_\n** three\n", "Bullets\n\n- one\n- two\n  - three"),
        ("# a\n# b\n\n# c", "1. a\n2. b\n\n3. c"),
        (
            "Seen:\n\n\n\n|| A || B ||\n| x |1|\n|  |  |\n\n  \nMore",
            "Seen:\nA | B\nx | 1\n\nMore",
        ),
        ("Bullet* one\n* two", "Bullet\n- one\n- two"),
        ("***Bold***_Italic_Under", "Bold\nItalic\nUnder"),
        ("call snake_case_name and __init__", "call snake_case_name and __init__"),
        ("2 * 3 * 4 and *.txt and *.doc", "2 * 3 * 4 and *.txt and *.doc"),
        ("from -5 to -3, a + b + c", "from -5 to -3, a + b + c"),
        ("[RUBY-811] or [a|b]", "[RUBY-811] or [a|b]"),
        ("[Link|https://x.example/a.png?v=1]", IMAGE),
        ("[the page|https://x.example/a]", "the page (https://x.example/a)"),
        ("| [the page|https://x.example/a] | b |", "the page (https://x.example/a) | b"),
        ("!shot 1.png|thumbnail! now!", f"{IMAGE} now!"),
        ("h2. Title\n----\n{color:red}red{color} {{mono}}", "Title\nred mono"),
        ("a\n{code:java}\n* x *y*\n{code}\nb", "a\n* x *y*\nb"),
        (r"\*kept\* and ${parameter} in C:\temp", r"*kept* and ${parameter} in C:\temp"),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_wiki_marks_are_shown_as_what_they_mean(wiki: str, shown: str) -> None:
    assert plain_wiki(wiki) == shown


def test_both_markups_of_one_text_come_to_the_same() -> None:
    html = f"Do<br><br><ul><li><b>a</b></li><li><em>b</em></li></ul><br>Table:<br>{TABLE}<br>end"
    wiki = "Do  \n  \n* *a*\n* _b_\n\n  \nTable:  \n\n\n| Name | Phone |\n| Ann | 1 |\n\n  \nend"
    assert plain_text(html) == plain_wiki(wiki)


def test_a_table_of_testrail_is_readable() -> None:
    text = "Rows:\n\n|||:Name 1|:Last name 2\n|| John .. | Smack |\n\n![](index.php?/get/1)"
    assert plain_testrail(text) == f"Rows:\nName 1 | Last name 2\nJohn .. | Smack\n\n{IMAGE}"


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&|"))
TAGS = (
    "<p> </p> <br> <b> </b> <ul> <ol> <li> </li> </ul> <table> <tr> <td> </td> </tr> </table> "
    "<div/class='x'> </div> <img/src=x> <a/href='https://x.example'> </a> <x> <pre> </pre>"
)
MARKS = "&nbsp; &lt; < > * _ | || {code} \n \\ [ ] ! <!-- --> h1./ */ #/ -/"
TAG = st.sampled_from([tag.replace("/", " ") if "=" in tag else tag for tag in TAGS.split(" ")])
PIECES = st.one_of(TAG, st.sampled_from([mark.replace("/", " ") for mark in MARKS.split(" ")]))
SOUP = st.lists(st.one_of(PIECES, WORDS), max_size=60).map("".join)
KNOWN = re.compile(r"</?(?:p|br|b|ul|ol|li|table|tr|td|div|img|a|pre)(?:\s[^<>]*)?>")


@given(SOUP)
def test_no_text_makes_them_raise_and_no_known_tag_stays(text: str) -> None:
    plain_wiki(text)
    plain_testrail(text)
    if "&" not in text:
        assert not KNOWN.search(plain_text(text))
    assert plain_text(text) == plain_text(text).strip(" \n")


@given(
    st.lists(st.tuples(PIECES.filter(lambda p: p[0] == "<" and p[-1] == ">"), st.integers(0, 9999)))
)
def test_what_stands_between_tags_is_kept_in_order(pieces: list[tuple[str, int]]) -> None:
    words = [f"w{number}" for _, number in pieces if number]
    html = "".join(f"{tag} w{number} " if number else tag for tag, number in pieces)
    assert re.findall(r"w\d+", plain_text(html)) == words


@given(st.lists(st.text("abc dé", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_text_without_markup_stays_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert plain_text(text) == plain_wiki(text) == plain_testrail(text) == text


@pytest.mark.parametrize(
    "piece",
    ["<", "<p ", "<!--", "<td>", "<table><td>", "*", "*a*", "*a***b*", "[", "!a", "{code}", "|a",
     "<ul><li>", "&#1;", "_a_", "\\", '<a "', "<a '<", "[a|https://", "* a\n", "<tr>", "{{", "\n"],
)  # fmt: skip
def test_no_text_takes_longer_than_its_length_asks(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.monotonic()
    for make in (plain_text, plain_wiki, plain_testrail):
        make(text)
    assert time.monotonic() - started < 10
