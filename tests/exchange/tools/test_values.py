"""Estimates, states and priorities as tools write them."""

import pytest

from changedesk.exchange.tools.scenario_text import examples
from changedesk.exchange.tools.values import (
    level,
    milliseconds_as_minutes,
    minutes_of,
    script_status,
)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1m 45s", 2), ("2h", 120), ("00:10:00", 10), ("1:30", 2), ("1d", 480), ("1w", 2400),
        ("1.5h", 90), ("1 hour, 5 minutes", 65), ("30s", 1), ("", None), ("soon", None),
        ("15", None), ("0m", None), ("5 m later", None),
    ],
)  # fmt: skip
def test_an_estimate_is_minutes_or_nothing(text: str, minutes: int | None) -> None:
    assert minutes_of(text) == minutes


def test_milliseconds_are_taken_only_where_a_format_says_so() -> None:
    assert milliseconds_as_minutes("90000") == 2
    assert milliseconds_as_minutes("00:10") is None


@pytest.mark.parametrize(
    ("word", "code"),
    [("Design", "draft"), ("Approved", "ready"), ("DEPRECATED", "retired"), ("purple", "")],
)
def test_a_state_of_a_tool_is_one_of_ours_or_none(word: str, code: str) -> None:
    assert script_status(word) == code


def test_a_figure_is_a_level_and_an_unknown_word_stays() -> None:
    assert [level(text) for text in ("1", "2", "3", "4", "5", "Urgent", "mauve")] == [
        "critical", "high", "medium", "low", "low", "critical", "mauve",
    ]  # fmt: skip


def test_examples_end_where_other_text_begins() -> None:
    text = "Given <a>\nExamples: first\n| a | b |\n| 1 | 2 |\n| broken |\nThen\n| 3 | 4 |"
    assert [(found.name, found.values) for found in examples(text)] == [
        ("first", (("a", "1"), ("b", "2")))
    ]
