"""Codes beside the boxes of a paper form, and the answers that keyed ones mean."""

import pytest

from changedesk.survey.answer_values import fault_of
from changedesk.survey.item_codes import item_codes, keyed
from changedesk.survey.ready import ReadyOption

AGREE = [("1", "No", 1), ("2", "Half", 2), ("3", "Yes", 3), ReadyOption("na", "N/A", None, "na")]
RECOMMEND = [(str(n), f"{n} of ten", n) for n in range(11)]
COLOURS = ["red", "green", "blue"]


def test_answers_are_numbered_from_one_whatever_is_kept_of_them(ask):
    question = ask("pace", "single", [("0", "Slow"), ("1", "Right"), ("2", "Fast")])
    assert [one.code for one in item_codes(question)] == ["1", "2", "3"]
    assert [keyed(question, code) for code in "123"] == ["0", "1", "2"]


def test_an_answer_that_does_not_apply_has_a_code_too(ask):
    question = ask("know", "adkar", AGREE)
    assert keyed(question, "4") == "na"


@pytest.mark.parametrize("options", [RECOMMEND, ()])
def test_a_recommendation_goes_by_its_own_figures(ask, options):
    question = ask("nps", "nps", options)
    assert [one.code for one in item_codes(question)] == [str(n) for n in range(11)]
    assert [keyed(question, text) for text in ("0", "10")] == ["0", "10"]


def test_a_scale_without_words_goes_by_its_figures(ask):
    assert [one.code for one in item_codes(ask("s", "likert", least=1, most=7))] == list("1234567")
    assert item_codes(ask("age", "number")) == ()


@pytest.mark.parametrize("text", ["13", "1 3", "1, 3", "1;3"])
def test_several_codes_stand_apart_or_together(ask, text):
    assert keyed(ask("why", "multi", COLOURS), text) == ["red", "blue"]


def test_two_digit_codes_stand_apart(ask):
    question = ask("why", "multi", [f"v{n}" for n in range(1, 13)])
    assert keyed(question, "1 12") == ["v1", "v12"]
    assert keyed(question, "12") == ["v12"]


@pytest.mark.parametrize(
    ("text", "order"),
    [("2 3 1", ["blue", "red", "green"]), ("231", ["blue", "red", "green"]), ("1", ["red"]),
     ("- 1 2", ["green", "blue"]), ("-12", ["green", "blue"])],
)  # fmt: skip
def test_of_an_order_the_places_are_keyed_down_the_sheet(ask, text, order):
    assert keyed(ask("order", "rank", COLOURS), text) == order


@pytest.mark.parametrize("text", ["1 1 2", "4 1 2", "1 2 3 4", "x"])
def test_places_that_are_none_come_back_as_a_fault(ask, text):
    question = ask("order", "rank", COLOURS)
    assert fault_of(question, keyed(question, text)) is not None


def test_words_are_understood_as_well_and_nonsense_comes_back_as_it_is(ask):
    question = ask("know", "single", COLOURS)
    assert keyed(question, "green") == "green"
    assert keyed(question, "9") == "9"
    assert keyed(ask("day", "date"), "31.3.2026") == "2026-03-31"
