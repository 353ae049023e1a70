"""The height of a row is enough for its text, in any script, in bold, with long words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.office.measure import capacity, lines, row_height

ROOM = capacity(24)


def test_bold_letters_take_more_room_than_plain_ones():
    assert capacity(24, bold=True) < 0.95 * capacity(24)


def test_a_script_name_in_bold_has_the_three_lines_that_it_prints_on():
    name = "UAT-003 Service-level timers start, pause and warn"
    assert lines(name, capacity(24, bold=True)) == 3


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("", 1),
        ("short", 1),
        ("one\n\nthree", 3),
        ("word " * 40, 8),
        ("incomprehensibilities " * 4, 4),  # no two of them share a line
        ("x" * 100, 4),
        ("https://example.com/" + "a" * 60, 4),
        ("https://example.com/" + "averylongpath/" * 10, 10),  # broken behind each slash
        ("WWW MMM WWW MMM WWW MMM WWW", 2),  # letters that are broad
        ("漢字" * 20, 4),
        ("ทดสอบระบบการรับสายของลูกค้า" * 3, 4),
        ("مرحبا بالعالم " * 6, 4),
    ],
)
def test_a_text_gets_at_least_the_lines_that_it_prints_on(text: str, least: int) -> None:
    assert least <= lines(text, ROOM) <= 2 * least + 1


def test_lines_of_a_tall_script_are_higher():
    assert lines("ที่นี่\nที่นี่\nที่นี่\nที่นี่\nที่นี่", ROOM) >= 6


@given(st.text(max_size=200), st.text(max_size=50))
def test_more_text_never_takes_fewer_lines(text: str, more: str) -> None:
    assert 1 <= lines(text, ROOM) <= lines(f"{text}\n{more}", ROOM)
    assert row_height(lines(text, ROOM)) <= 409
