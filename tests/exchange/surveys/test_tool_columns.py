"""What a tool adds to its exports is never taken for a question."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.surveys.anonymous import anonymise
from changedesk.exchange.surveys.drafts import SurveyDraft

CsvFile = Callable[..., Path]
Reader = Callable[..., SurveyDraft]

KOBO_SYSTEM = (
    "start", "end", "today", "deviceid", "username", "simserial", "phonenumber", "_id", "_uuid",
    "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
    "_tags", "_index",
)  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("headings", [KOBO_SYSTEM, ("_submission_time",)], ids=["all", "one"])
def test_what_kobo_adds_is_no_question_and_no_time_stays_when_anonymous(
    headings: tuple[str, ...], separator: str, csv_file: CsvFile, read: Reader
) -> None:
    told = {"__version__": "vX", "_validation_status": "", "_status": "submitted_via_web"}
    rows: list[list[object]] = [["team", "sat", "why", *headings]]
    for at in range(12):
        time = f"2026-03-01T10:{at:02}:33"
        times = dict.fromkeys(("start", "end", "_submission_time"), time)
        own = {name: f"secret-{name}-{at}" for name in headings} | told | times
        words = ["North", 1 + at % 5, f"Because {at}"]
        rows.append([*words, *(own[name] for name in headings)])
    draft = read(csv_file(rows, separator=separator))
    assert [one.key for one in draft.questions] == ["sat", "why"]
    anonymous = anonymise(draft, random.Random(1).shuffle, b"a key")
    shown = repr(anonymous.respondents)
    assert "secret-" not in shown
    assert "10:0" not in shown
