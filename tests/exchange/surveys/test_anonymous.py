"""An anonymous draft tells nothing of who answered, and still knows the same file again."""

import random
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.drafts import Place
from changedesk.exchange.surveys.anonymous import anonymise, sealed
from changedesk.exchange.surveys.drafts import (
    AnswerDraft,
    ColumnGuess,
    RespondentDraft,
    SurveyDraft,
)

CsvFile = Callable[..., Path]
Reader = Callable[..., SurveyDraft]
KEY = b"a key of this survey"
KEPT = {"identity", "answers", "complete", "group", "site", "role", "wave", "code"}


def draft(count: int) -> SurveyDraft:
    people = tuple(
        RespondentDraft(
            identity=f"row {at}", answers={"q": AnswerDraft(float(at), text=str(at))},
            source_id=f"R_{at}", submitted=datetime(2024, 3, 1, 9, at % 60),
            started=datetime(2024, 3, 1, 8, at % 60), seconds=60, group="North",
            email=f"a{at}@firm.org", name=f"Ann {at}", code=f"Ma {at % 3}",
            where=Place("", at + 2),
        )
        for at in range(count)
    )  # fmt: skip
    columns = (ColumnGuess("A", "Mail", "email"), ColumnGuess("B", "q", "question", "q"))
    return SurveyDraft("t", "own", "", "f", 1, (), people, columns=columns)


def test_nothing_that_tells_who_answered_is_left() -> None:
    nobody = RespondentDraft(identity="", answers={})
    found = anonymise(draft(20), random.Random(3).shuffle, KEY)
    assert found.anonymous
    for one in found.respondents:
        for field in fields(RespondentDraft):
            if field.name not in KEPT:
                assert getattr(one, field.name) == getattr(nobody, field.name), field.name
    shown = repr(found.respondents)
    for told in ("row ", "firm.org", "Ann", "R_1", "2024", "Ma "):
        assert told not in shown
    assert "left out" in found.columns[0].left_out
    assert found.columns[1].left_out == ""


def test_the_answers_are_all_there_in_an_order_of_chance() -> None:
    before = [one.answers["q"].number for one in draft(40).respondents]
    after = [
        [one.answers["q"].number for one in anonymise(draft(40), random.Random(seed).shuffle, KEY)
         .respondents] for seed in (1, 2)
    ]  # fmt: skip
    assert sorted(after[0], key=str) == sorted(after[1], key=str) == sorted(before, key=str)
    assert before != after[0] != after[1] != before


@given(st.permutations(range(12)), st.integers(0, 9))
def test_the_order_of_the_file_leaves_no_trace(order: list[int], seed: int) -> None:
    whole = draft(12)
    turned = replace(whole, respondents=tuple(whole.respondents[at] for at in order))
    assert (
        anonymise(turned, random.Random(seed).shuffle, KEY).respondents
        == anonymise(whole, random.Random(seed).shuffle, KEY).respondents
    )


def test_the_same_row_has_the_same_mark_with_the_same_key_only() -> None:
    one, again, other = (
        {person.identity
         for person in anonymise(draft(9), random.Random(at).shuffle, key).respondents}
        for at, key in enumerate((KEY, KEY, b"another"))
    )  # fmt: skip
    assert one == again
    assert not one & other
    assert sealed(KEY, "row 1") in one


def test_codes_of_their_own_pair_waves_whatever_their_case() -> None:
    codes = {
        person.code for person in anonymise(draft(9), random.Random(1).shuffle, KEY).respondents
    }
    assert codes == {sealed(KEY, f"ma {at}") for at in range(3)}


def test_without_a_key_nothing_is_sealed() -> None:
    with pytest.raises(ValueError, match="key"):
        anonymise(draft(3), random.Random(1).shuffle, b"")


def test_an_address_of_a_computer_never_leaves_the_file(csv_file: CsvFile, read: Reader) -> None:
    rows = [["IP address", "E-mail", "q_1", "q_2"],
            *([f"10.1.2.{at}", f"p{at}@firm.org", 1 + at % 5, 3] for at in range(8))]  # fmt: skip
    found = read(csv_file(rows))
    assert "10.1.2." not in repr(found)
    assert found.columns[0].left_out == "an address of a computer is never taken"
    assert found.respondents[3].email == "p3@firm.org"
