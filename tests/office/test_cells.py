"""Text stays text in every cell and csv, whatever it begins with."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from changedesk.office.cells import (
    MOST_CHARACTERS,
    csv_escape,
    csv_unescape,
    fit,
    looks_like_formula,
    put_text,
    safe_sheet_name,
)
from changedesk.office.escapes import escape, unescape
from changedesk.store.text import clean

NASTY = st.one_of(
    st.text(max_size=60),
    st.builds(str.__add__, st.sampled_from("=+-@\t\r'\"<&"), st.text(max_size=20)),
    st.sampled_from(
        [
            '=HYPERLINK("http://evil.example","click")',
            "=cmd|' /C calc'!A0",
            "@SUM(1)",
            "+1",
            "-1",
            "#N/A",
            "TRUE",
            "00123",
            "3E5",
            "2026-03-01",
            "_x0041_",
            "_x005F_x0041_",
            "<b>&amp;</b>",
            "]]>",
            " both ends ",
            "\n",
            "a\r\nb",
            "\x00\x07bell",
            "e\u0301",
            "\ud800",
            "\U0001f600",
        ]
    ),
)


@given(NASTY)
def test_text_put_into_a_cell_is_read_back_as_the_same_text(text):
    book = Workbook()
    put_text(book.create_sheet("Text")["A1"], text)
    out = BytesIO()
    book.save(out)
    cell = load_workbook(BytesIO(out.getvalue()))["Text"]["A1"]
    assert unescape(str(cell.value or "")) == clean(text)
    assert cell.data_type != "f"
    assert bool(cell.quotePrefix) == looks_like_formula(clean(text))


@given(st.text(alphabet="_x0041F5é ", max_size=30))
def test_text_that_looks_like_an_escape_is_not_one(text):
    assert unescape(escape(text)) == text


def test_a_text_too_long_for_a_cell_ends_in_a_visible_mark():
    text, was_cut = fit("é" * 40_000)
    assert was_cut
    assert len(text) == MOST_CHARACTERS
    assert text.endswith("… [cut]")


@example(MOST_CHARACTERS)
@given(st.integers(MOST_CHARACTERS - 3, MOST_CHARACTERS + 3))
def test_a_text_is_cut_only_when_it_must_be(length):
    text, was_cut = fit("x" * length)
    assert was_cut == (length > MOST_CHARACTERS)
    assert len(text) == min(length, MOST_CHARACTERS)


def test_letters_that_take_two_units_are_counted_as_two_and_never_halved():
    text, was_cut = fit("\U0001f600" * 20_000)
    assert was_cut
    assert len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert text.removesuffix("… [cut]").strip("\U0001f600") == ""


@given(st.lists(st.text(max_size=40), max_size=8))
def test_sheet_names_are_allowed_and_never_clash(names):
    taken: set[str] = set()
    for name in names:
        safe = safe_sheet_name(name, taken)
        assert safe.casefold() not in taken
        assert 0 < len(safe.encode("utf-16-le")) // 2 <= 31
        assert not set(safe) & set("[]:*?/\\\n")
        assert not safe.startswith("'")
        assert not safe.endswith("'")
        assert safe.casefold() != "history"
        taken.add(safe.casefold())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Steps", "Steps"),
        ("Q1/Q2: plan?", "Q1 Q2 plan"),
        ("History", "History list"),
        ("", "Sheet"),
        ("'quoted'", "quoted"),
    ],
)
def test_sheet_names_stay_readable(name, safe):
    assert safe_sheet_name(name) == safe


@given(NASTY)
def test_csv_text_is_never_a_formula_and_comes_back(text):
    escaped = csv_escape(text)
    assert not looks_like_formula(escaped)
    assert csv_unescape(escaped) == text


def test_csv_leaves_ordinary_text_and_apostrophes_alone():
    assert csv_escape("'tis 5 - 3") == "'tis 5 - 3"
    assert csv_escape("'=1") == "''=1"
