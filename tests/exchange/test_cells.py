"""Cell text comes through clean, and the same whatever program wrote it."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.cells import CellValue, as_text, cleaned_row


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (1200300.0, "1200300"),
        (-3.0, "-3"),
        (1.5, "1.5"),
        (1e300, "1e+300"),
        (7, "7"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2024, 2, 26), "2024-02-26"),
        (datetime(2024, 2, 26), "2024-02-26"),
        (datetime(2024, 2, 26, 13, 5), "2024-02-26 13:05:00"),
        (time(9, 30), "09:30:00"),
        ("a_x000D_\nb", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("no\u00a0break", "no break"),
        ("  spaces \n", "spaces"),
        ("bell\x07", "bell"),
        ("cafe\u0301", "café"),
        ("\t=1", "\t=1"),
        ("“quoted” – dashed", "“quoted” – dashed"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_a_cell_reads_as_a_person_would_write_it(value: CellValue, text: str) -> None:
    assert as_text(value) == text


@given(st.lists(st.text("é e\u0301_x0D\r\n\u00a0\u3000\x07✔", max_size=9), max_size=4))
def test_a_cell_reads_the_same_whatever_stands_beside_it(row: list[str]) -> None:
    assert cleaned_row(row, as_text) == [as_text(text) for text in row]
