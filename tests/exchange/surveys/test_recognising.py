# ruff: noqa: E501 - sheets are shown as they are
"""A file of answers is told from other files: by its tool, or by a scale that columns share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from changedesk.exchange.reader import read_file
from changedesk.exchange.surveys.recognising import surely_answers, tool_of

Workbook = Callable[..., Path]

ANSWERS = [["Team", "I know why", "I can do it", "I want it", "Why?"],
           *(["NS"[at % 2], 1 + at % 5, 5 - at % 5, 1 + at % 4, f"So {at}"] for at in range(8))]  # fmt: skip
AGREE = ["Agree", "Disagree", "Neutral", "Strongly agree"]
WORDED = [["Team", "I know why", "I can do it", "I want it"],
          *(["N", AGREE[at % 4], AGREE[at % 3], AGREE[at % 2]] for at in range(8))]  # fmt: skip
FORMS = [["ID", "Start time", "Completion time", "Email", "Name", "Pick one"],
         [1, "3/1/24 9:00", "3/1/24 9:01", "anonymous", "", "A"]]  # fmt: skip
SCRIPTS = [["ID", "Title", "Steps", "Expected result", "Status", "Priority"],
           *([f"TC-{at}", f"Test {at}", "1. Open", "It opens", "Pass", 1 + at % 3] for at in range(8))]  # fmt: skip
IMPACTS = [["Group", "Impact", "Severity", "Likelihood"],
           *([f"Group {at}", f"New screen {at}", 1 + at % 5, 5 - at % 5] for at in range(8))]  # fmt: skip


@pytest.mark.parametrize(
    ("sheets", "sure", "tool"),
    [
        ({"Answers": ANSWERS}, True, ""),
        ({"Answers": WORDED}, True, ""),
        ({"Form1": FORMS}, True, "Microsoft Forms"),
        ({"UAT": SCRIPTS}, False, ""),
        ({"Impacts": IMPACTS}, False, ""),
        ({"survey": [["type", "name", "label"], ["text", "q1", "Why?"]]}, False, ""),
        ({"Empty": [["Team", "Item 1", "Item 2", "Item 3"]]}, False, ""),
    ],
    ids=["figures", "labels", "tool", "scripts", "impacts", "form", "no rows"],
)
def test_answers_are_told_from_other_files(
    workbook: Workbook, sheets: dict[str, Sequence[Sequence[object]]], sure: bool, tool: str
) -> None:
    file = read_file(workbook(sheets))
    assert (surely_answers(file), tool_of(file)) == (sure, tool)
