"""What a tool adds to its exports is never taken for a question."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
def test_what_kobo_adds_is_no_question_and_in_no_answer(
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
    answers = repr([one.answers for one in draft.respondents])
    assert "secret-" not in answers
    assert "10:0" not in answers


def test_an_address_of_a_computer_never_leaves_the_file(csv_file: CsvFile, read: Reader) -> None:
    rows = [["IP address", "E-mail", "q_1", "q_2"],
            *([f"10.1.2.{at}", f"p{at}@firm.org", 1 + at % 5, 3] for at in range(8))]  # fmt: skip
    found = read(csv_file(rows))
    assert "10.1.2." not in repr(found)
    assert found.columns[0].left_out == "an address of a computer is never taken"
    assert found.respondents[3].email == "p3@firm.org"
