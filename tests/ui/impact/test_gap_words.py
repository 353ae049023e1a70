"""Why a hard impact counts as not told in time, in the words of the window."""

from datetime import date

import pytest

from changedesk.impact.message_gaps import (
    LINK,
    NO_START,
    NOTHING,
    OVERDUE,
    TOO_LATE,
    UNDATED,
    UNNOTED,
    Answer,
    Told,
)
from ui.impact.gap_words import answer_words, gap_words
from ui.records.values import date_text

pytestmark = pytest.mark.usefixtures("qapp")
MAY = date(2026, 5, 10)
START = date(2026, 7, 1)


def told(why: str, day: date | None = None, starts: date | None = START) -> Told:
    others = () if why == NOTHING else (
        Answer(7, "COM-007", LINK, day, sent=False, why=why),
        Answer(8, "COM-008", LINK, None, sent=False, why="another"),
    )  # fmt: skip
    return Told(1, "CI-001", "New tool", "Leeds", 4, starts, (), others, why)


@pytest.mark.parametrize(
    ("why", "day", "words"),
    [
        (NOTHING, None, "no message"),
        (OVERDUE, MAY, "overdue since {0}: COM-007"),
        (UNNOTED, None, "sent, but no day noted: COM-007"),
        (TOO_LATE, MAY, "too late: COM-007"),
        (UNDATED, None, "no day: COM-007"),
    ],
)
def test_each_reason_has_its_own_words(why: str, day: date | None, words: str) -> None:
    words = words.format(date_text("2026-05-10"))
    assert gap_words(told(why, day)) == f"{words} · starts {date_text('2026-07-01')} · Leeds"


def test_an_impact_without_a_start_says_so() -> None:
    words = gap_words(told(NO_START, MAY, None))
    assert words == "the impact has no start day: COM-007 · Leeds"


def test_what_is_sent_without_a_day_counts_and_says_so() -> None:
    answer = Answer(7, "COM-007", LINK, None, sent=True)
    found = Told(1, "CI-001", "New tool", "Leeds", 4, START, (answer,), (), "")
    assert answer_words(found) == "✔ COM-007 no day noted (linked)"
