"""What changed between waves, and how groups differ: by the test that fits, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.survey.actions import reword
from changedesk.survey.asking import add_wave, open_wave, set_invited
from changedesk.survey.queries import questions
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.responding import Respondent, take_response
from changedesk.survey.results import results
from tests.survey.asked import Asked, asked, level

USED = ReadyQuestion(
    1, "used", "single", "Used it?", options=(ReadyOption("y", "Yes"), ReadyOption("n", "No"))
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk", questions=[level("easy"), USED])
    made.second = add_wave(made.ws, made.survey, "After", opens="2027-01-01")
    open_wave(made.ws, made.second)
    yield made
    made.ws.close()


def say(desk: Asked, wave: int, easy: int, link: str = "", group: int | None = None) -> None:
    answers = {"easy": str(easy), "used": "y" if easy > 3 else "n"}
    take_response(desk.ws, wave, answers, Respondent(group, link=link))


def test_people_who_are_linked_are_compared_with_themselves(desk: Asked) -> None:
    for n in range(12):
        say(desk, desk.wave, 1 + n % 3, f"code {n}")
        say(desk, desk.second, 3 + n % 3, f"code {n}")
    easy, used = results(desk.ws, desk.survey).comparisons
    assert (easy.item, easy.between) == ("easy", ("WV-01", "WV-02"))
    assert (easy.comparison.design, easy.comparison.n) == ("linked", (12, 12))
    assert easy.comparison.verdict == "up"
    assert easy.comparison.p_holm == pytest.approx(2 * 0.5**11)
    assert (used.comparison.kind, used.comparison.verdict) == ("share", "up")


def test_a_code_that_came_twice_pairs_nobody(desk: Asked) -> None:
    for n in range(10):
        say(desk, desk.wave, 2, f"code {n % 5}")
        say(desk, desk.second, 4, f"code {n}")
    easy = results(desk.ws, desk.survey).comparisons[0].comparison
    assert (easy.design, easy.n) == ("waves", (10, 10))


def test_too_few_to_tell_is_not_no_change(desk: Asked) -> None:
    for n in range(5):
        say(desk, desk.wave, 2, f"code {n}")
        say(desk, desk.second, 3, f"code {n}")
    easy = results(desk.ws, desk.survey).comparisons[0].comparison
    assert easy.p == pytest.approx(0.0625)
    assert easy.verdict == "too_few"
    assert easy.more is not None


def test_a_wave_that_is_hidden_is_not_compared(desk: Asked) -> None:
    for n in range(8):
        say(desk, desk.wave, 1 + n % 3)
    for _ in range(4):
        say(desk, desk.second, 5)
    assert results(desk.ws, desk.survey).comparisons == ()


def test_groups_are_compared_where_they_are_told_apart(desk: Asked) -> None:
    back, front, chat = desk.groups
    for n in range(10):
        say(desk, desk.wave, 1 + n % 2, group=back)
        say(desk, desk.wave, 4 + n % 2, group=front)
    (easy, used) = results(desk.ws, desk.survey, desk.wave, by="group").comparisons
    assert easy.between == ("Back", "Front")
    assert (easy.comparison.verdict, used.comparison.verdict) == ("down", "down")
    for n in range(9):
        say(desk, desk.wave, 1 + n % 5, group=chat)
    found = results(desk.ws, desk.survey, desk.wave, by="group").comparisons
    assert [one.between for one in found if one.item == "easy"] == [
        ("Back", "Chat", "Front"), ("Back", "Chat"), ("Back", "Front"), ("Chat", "Front"),
    ]  # fmt: skip


def test_where_everybody_answered_nothing_is_estimated(desk: Asked) -> None:
    for wave, easy in ((desk.wave, 2), (desk.second, 4)):
        set_invited(desk.ws, wave, {None: (8, None)})
        for _ in range(8):
            say(desk, wave, easy)
    easy_one = results(desk.ws, desk.survey).comparisons[0].comparison
    assert easy_one.p is None
    assert easy_one.verdict == "up"


def test_three_waves_of_the_same_people_are_compared_at_once_and_in_pairs(desk: Asked) -> None:
    third = add_wave(desk.ws, desk.survey, "Later", opens="2027-06-01")
    open_wave(desk.ws, third)
    for n in range(10):
        for at, wave in enumerate((desk.wave, desk.second, third)):
            say(desk, wave, 1 + at + n % 2, f"code {n}")
    say(desk, third, 1, "a code of somebody new")
    found = [one for one in results(desk.ws, desk.survey).comparisons if one.item == "easy"]
    overall, *pairs = found
    assert overall.between == ("WV-01", "WV-02", "WV-03")
    assert (overall.comparison.test, overall.comparison.n) == ("friedman_exact", (10, 10, 10))
    assert overall.comparison.verdict == "differs"
    assert [one.between for one in pairs] == [
        ("WV-01", "WV-02"), ("WV-02", "WV-03"), ("WV-01", "WV-03"),
    ]  # fmt: skip
    assert {one.comparison.design for one in pairs} == {"linked"}


def test_it_is_told_how_many_codes_pair_two_waves(desk: Asked) -> None:
    assert results(desk.ws, desk.survey).pairings == ()
    for n in range(8):
        say(desk, desk.wave, 2, f"code {n}")
    for n in (*range(2, 9), 2):
        say(desk, desk.second, 4, f"code {n}")
    (found,) = results(desk.ws, desk.survey).pairings
    assert found.between == ("WV-01", "WV-02")
    rate = found.rate
    assert (rate.pairs, rate.before, rate.after, rate.refused) == (5, 8, 7, 1)


def test_a_reworded_question_is_compared_with_no_answer_before(desk: Asked) -> None:
    for _ in range(10):
        say(desk, desk.wave, 2)
    easy, _ = questions(desk.ws, desk.survey)
    reword(desk.ws, easy.id, "It is easy for me now")
    for n in range(10):
        take_response(desk.ws, desk.second, {"easy_2": "5", "used": "yn"[n % 2]})
    found = results(desk.ws, desk.survey)
    assert {one.item for one in found.comparisons} == {"used"}
    assert [[item.base for item in wave.items] for wave in found.waves] == [
        [0, 10, 10], [10, 0, 10],
    ]  # fmt: skip


def test_a_score_with_a_reworded_question_is_another_score(tmp_path: Path) -> None:
    made = asked(
        tmp_path / "b.changedesk",
        questions=[level("one", element="awareness"), level("two", element="awareness")],
    )
    for _ in range(10):
        take_response(made.ws, made.wave, {"one": "2", "two": "2"})
    reword(made.ws, questions(made.ws, made.survey)[0].id, "Something else")
    second = add_wave(made.ws, made.survey, "After", opens="2027-01-01")
    open_wave(made.ws, second)
    for _ in range(10):
        take_response(made.ws, second, {"one_2": "4", "two": "4"})
    told = results(made.ws, made.survey)
    scores = [{one.composite.name: (one.n, one.mean) for one in wave.scales} for wave in told.waves]
    assert scores == [
        {"Awareness": (0, None), "Awareness (wording 1)": (10, 2.0)},
        {"Awareness": (10, 4.0), "Awareness (wording 1)": (0, None)},
    ]
    made.ws.close()
