"""Questions with two answers: of a yes and a no the yes counts, of two others neither is better."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.responding import Respondent, take_response
from changedesk.survey.results import results
from changedesk.survey.told import survey_told
from changedesk.survey.told_words import judgement, moved
from tests.survey.asked import Asked, asked, level


def two(key: str, *labels: str) -> ReadyQuestion:
    options = tuple(ReadyOption(str(n), label) for n, label in enumerate(labels))
    return ReadyQuestion(1, key, "single", f"About {key}", options=options)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[object]:
    made: list[Asked] = []

    def of(*asked_: ReadyQuestion) -> Asked:
        desk = asked(tmp_path / f"{len(made)}.changedesk", questions=[level("easy"), *asked_])
        desk.second = add_wave(desk.ws, desk.survey, "After", opens="2027-01-01")
        open_wave(desk.ws, desk.second)
        made.append(desk)
        return desk

    yield of
    for desk in made:
        desk.ws.close()


def say(desk: Asked, wave: int, key: str, answers: Sequence[int], link: str = "") -> None:
    for n, answer in enumerate(answers):
        told = {"easy": "3", key: str(answer)}
        take_response(desk.ws, wave, told, Respondent(link=f"{link}{n}" if link else ""))


@pytest.mark.parametrize("labels", [("No", "Yes"), ("Yes", "No"), ("Nein", "Ja"), ("не", "Да")])
def test_more_yes_is_up_whichever_answer_stands_first(make, labels) -> None:
    yes = next(n for n, label in enumerate(labels) if label in ("Yes", "Ja", "Да"))
    desk = make(two("used", *labels))
    say(desk, desk.wave, "used", [yes] * 4 + [1 - yes] * 26)
    say(desk, desk.second, "used", [yes] * 26 + [1 - yes] * 4)
    (used,) = [one for one in results(desk.ws, desk.survey).comparisons if one.item == "used"]
    assert used.comparison.verdict == "up"
    assert used.name == f"About used (“{labels[yes]}”)"
    told = survey_told(desk.ws, desk.survey)
    assert judgement(told).text.startswith("Better")
    (sentence,) = moved(told)
    assert f"{labels[yes]} 13 %" in sentence
    assert f"{labels[yes]} 87 %" in sentence


def test_two_sites_differ_and_none_is_better(make) -> None:
    desk = make(two("site", "Leeds", "Porto"))
    say(desk, desk.wave, "site", [0] * 4 + [1] * 26)
    say(desk, desk.second, "site", [0] * 26 + [1] * 4)
    (site,) = [one for one in results(desk.ws, desk.survey).comparisons if one.item == "site"]
    assert site.comparison.verdict == "differs"
    assert judgement(survey_told(desk.ws, desk.survey)).text.startswith("No detectable change")


def test_fewer_pairs_than_the_minimum_tell_nothing(make) -> None:
    desk = make(two("used", "Yes", "No"))
    say(desk, desk.wave, "used", [0] * 8, "code ")
    for n in range(8):
        told = {"easy": "3"} if n else {"easy": "3", "used": "1"}
        take_response(desk.ws, desk.second, told, Respondent(link=f"code {n}"))
    for _ in range(6):
        take_response(desk.ws, desk.second, {"easy": "3", "used": "0"}, Respondent())
    items = [one.item for one in results(desk.ws, desk.survey).comparisons]
    assert items == ["easy"]


def test_the_few_of_a_hidden_answer_are_not_found_by_turning_the_table_round(make) -> None:
    who = two("who", "Women", "Men")
    desk = make(two("who", "Women", "Men"), two("used", "Yes", "No"))
    assert who.key == "who"
    for n in range(20):
        told = {"easy": str(1 + n % 2), "who": "0" if n < 2 else "1", "used": str(n % 2)}
        take_response(desk.ws, desk.wave, told, Respondent())
    by_who = results(desk.ws, desk.survey, by="who").waves[0].by
    assert [part.responses for part in by_who if part.label == "Women"] == [None]
    for part in results(desk.ws, desk.survey, by="used").waves[0].by:
        item = next(one for one in part.items if one.question.key == "who")
        assert item.suppressed
        assert not next(one for one in part.items if one.question.key == "easy").suppressed
