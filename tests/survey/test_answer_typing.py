"""What people type on a keyed paper form or into a cell means the answer that they meant."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.survey.answer_typing import typed
from changedesk.survey.answer_values import fault_of
from changedesk.survey.ready import ReadyOption, ReadyQuestion, ready_surveys

AGREE: list[Any] = [
    ("1", "Disagree", 1), ("2", "Neither, nor", 2), ("3", "Agree", 3), ("na", "Not yet", None, "na")
]  # fmt: skip
PLACES: list[Any] = [
    ("a", "Mail"), ("b", "Phone, by day"), ("c", "Phone, by day and night"), ("d", "Chat")
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "options", "text", "answer"),
    [
        ("likert", AGREE, "3", "3"),
        ("likert", AGREE, " 3.0 ", "3"),
        ("likert", AGREE, "AGREE", "3"),
        ("likert", AGREE, "neither,  nor", "2"),
        ("likert", AGREE, "not yet", "na"),
        ("likert", AGREE, "7", "7"),
        ("single", [("yes", "Yes", 1)], "1", "yes"),
        ("nps", [], "10.00", "10"),
        ("multi", PLACES, "a;d;", ["a", "d"]),
        ("multi", PLACES, "a, d", ["a", "d"]),
        ("multi", PLACES, "a d", ["a", "d"]),
        ("multi", PLACES, "Mail\nChat", ["a", "d"]),
        ("multi", PLACES, "Phone, by day", ["b"]),
        ("multi", PLACES, "Mail, Phone, by day and night, Chat", ["a", "c", "d"]),
        ("multi", PLACES, "Mail; Fax", ["a", "Fax"]),
        ("rank", PLACES, "d c b a", ["d", "c", "b", "a"]),
        ("number", [], "12,50", "12.5"),
        ("number", [], "12.000", "12"),
        ("number", [], "100", "100"),
        ("number", [], "a lot", "a lot"),
        ("date", [], "31.3.2026", "2026-03-31"),
        ("date", [], "2026-3-31", "2026-03-31"),
        ("date", [], "3/4/2026", "3/4/2026"),
        ("text", [], " 3.0; x ", "3.0; x"),
        ("multi", PLACES, "  ", ""),
    ],
)
def test_what_is_typed_is_understood(
    ask: Callable[..., ReadyQuestion], kind: str, options: Any, text: str, answer: object
) -> None:
    assert typed(ask("q", kind, options), text) == answer


def test_the_order_of_day_and_month_can_be_told(ask: Callable[..., ReadyQuestion]) -> None:
    assert typed(ask("q", "date"), "3/4/2026", "day") == "2026-04-03"
    assert typed(ask("q", "date"), "3/4/2026", "month") == "2026-03-04"


CHOICES = [one for survey in ready_surveys() for one in survey.questions if one.options]


@given(st.sampled_from(CHOICES), st.data())
def test_each_value_and_label_of_our_own_surveys_is_understood(
    question: ReadyQuestion, data: st.DataObject
) -> None:
    option: ReadyOption = data.draw(st.sampled_from(question.options))
    wanted: object = [option.value] if question.kind == "multi" else option.value
    assert typed(question, option.value) == wanted
    assert typed(question, option.label.upper()) == wanted
    assert fault_of(question, wanted) is None


@given(st.sampled_from(CHOICES), st.text(max_size=20))
def test_any_text_is_an_answer_or_a_fault(question: ReadyQuestion, text: str) -> None:
    answer = typed(question, text)
    assert isinstance(answer, str | list)
    fault_of(question, answer)
