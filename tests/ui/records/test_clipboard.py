"""Blocks go to Excel and come back unchanged."""

from hypothesis import given
from hypothesis import strategies as st

from ui.records.clipboard import from_block, to_block

CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r"), max_size=12)


@given(
    st.integers(1, 4)
    .flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
    .filter(lambda rows: rows[-1] != [""])
)
def test_what_was_copied_is_pasted(rows):
    assert from_block(to_block(rows)) == rows


def test_a_block_from_excel_ends_with_a_line_end_that_is_no_row():
    assert from_block("a\tb\r\nc\td\r\n") == [["a", "b"], ["c", "d"]]


def test_a_cell_of_several_lines_stays_one_cell():
    assert from_block('1\t"Open the chat\nWait"\tok\n2\tb\tc') == [
        ["1", "Open the chat\nWait", "ok"],
        ["2", "b", "c"],
    ]


def test_doubled_quotes_are_one_quote():
    assert from_block('"say ""hello"""\tx') == [['say "hello"', "x"]]


def test_a_quote_inside_a_cell_is_an_ordinary_letter():
    assert from_block('a 5" screen\tb') == [['a 5" screen', "b"]]


def test_a_quote_that_never_ends_is_kept_as_text():
    assert from_block('"half\tb') == [['"half', "b"]]


def test_nothing_copied_is_no_row():
    assert from_block("") == []
