"""Figures of a survey: each with its base, and nobody to be told from them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from changedesk.store.errors import UserError
from changedesk.survey.asking import close_wave, remind, set_invited
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.responding import Respondent, take_response
from changedesk.survey.results import Results, results
from tests.survey.asked import Asked, asked, level

Make = Callable[..., Asked]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(mode: str = "confidential", *questions: ReadyQuestion, **fields: Any) -> Asked:
        return asked(tmp_path / f"{mode}.changedesk", mode, questions, **fields)

    return made


def say(desk: Asked, group: int | None = None, site: str = "", **answers: Any) -> None:
    take_response(desk.ws, desk.wave, answers, Respondent(group, site=site))


def of(desk: Asked, **asked_for: object) -> Results:
    return results(desk.ws, desk.survey, **asked_for)  # type: ignore[arg-type]


def test_a_base_holds_only_who_answered(make: Make) -> None:
    desk = make()
    for value in ("1", "5", "5", "4", "4", ""):
        say(desk, easy=value, helps="3")
    (wave,) = of(desk).waves
    easy = wave.items[0]
    assert (easy.base, easy.missing, easy.reasons) == (5, 1, (("skipped", 1),))
    assert [bar.n for bar in easy.distribution] == [1, 0, 0, 2, 2]
    assert (easy.mean, easy.median) == (3.8, 4.0)
    assert easy.top2 is not None
    assert (easy.top2.n, easy.top2.base) == (4, 5)


def test_fewer_than_five_are_not_shown(make: Make) -> None:
    desk = make()
    for _ in range(4):
        say(desk, easy="5", helps="3")
    (wave,) = of(desk).waves
    assert wave.suppressed
    assert wave.responses == 4
    assert all(one.suppressed and one.base is None and one.mean is None for one in wave.items[:2])
    say(desk, easy="5", helps="3")
    (wave,) = of(desk).waves
    assert not wave.suppressed
    assert [one.base for one in wave.items] == [5, 5, 0], "nobody said why: nobody to protect"


def test_a_group_that_could_be_worked_out_is_hidden_too(make: Make) -> None:
    desk = make()
    back, front, chat = desk.groups
    for group, people in ((back, 9), (front, 6), (chat, 3)):
        for n in range(people):
            say(desk, group, easy=str(n % 5 + 1), helps="2")
    (wave,) = of(desk, by="group").waves
    assert [(one.label, one.suppressed) for one in wave.by] == [
        ("Back", False), ("Chat", True), ("Front", True),
    ]  # fmt: skip
    hidden = wave.by[1]
    assert hidden.responses is None
    assert all(item.base is None and item.distribution == () for item in hidden.items)
    shown = wave.by[0].items[0]
    assert (shown.base, shown.suppressed) == (9, False)


def test_a_question_few_of_a_group_answered_is_hidden_alone(make: Make) -> None:
    desk = make()
    back, front, _ = desk.groups
    for group in (back, front):
        for n in range(8):
            say(desk, group, easy="4", helps="3" if group == back or n < 2 else "")
    (wave,) = of(desk, by="group").waves
    easy, helps = wave.by[1].items[:2]
    assert not wave.by[1].suppressed
    assert not easy.suppressed
    assert helps.suppressed
    assert wave.by[0].items[1].suppressed is True, "the rest would tell it by subtraction"


def test_an_identified_survey_hides_nothing(make: Make) -> None:
    desk = make("identified")
    say(desk, desk.groups[0], easy="2", helps="3")
    (wave,) = of(desk, by="group").waves
    assert wave.items[0].mean == 2.0
    assert [one.suppressed for one in wave.by] == [False]


def test_an_open_anonymous_wave_shows_no_group(make: Make) -> None:
    desk = make("anonymous")
    for n in range(20):
        say(desk, desk.groups[n % 2], easy="4", helps="3")
    (wave,) = of(desk, by="group").waves
    assert wave.waiting
    assert not wave.suppressed
    assert wave.by
    assert all(one.suppressed for one in wave.by)
    close_wave(desk.ws, desk.wave)
    (wave,) = of(desk, by="group").waves
    assert [(one.label, one.suppressed) for one in wave.by] == [("Back", False), ("Front", False)]


def test_who_is_told_apart_by_an_answer(make: Make) -> None:
    used = ReadyQuestion(
        1, "used", "single", "Used it?", options=(ReadyOption("y", "Yes"), ReadyOption("n", "No"))
    )
    desk = make("confidential", used, level("easy"))
    for n in range(12):
        say(desk, used="y" if n % 2 else "n", easy=str(4 if n % 2 else 2))
    (wave,) = of(desk, by="Used it?").waves
    assert [(one.label, one.items[1].mean) for one in wave.by] == [("Yes", 4.0), ("No", 2.0)]
    with pytest.raises(UserError, match="told apart"):
        of(desk, by="shoe size")


def test_a_filter_whose_rest_is_small_is_hidden(make: Make) -> None:
    desk = make()
    for n in range(12):
        say(desk, site="Leeds" if n < 10 else "Cork", easy="4", helps="3")
    (wave,) = of(desk, by="site").waves
    assert [(one.label, one.suppressed, one.items[0].base) for one in wave.by] == [
        ("Cork", True, None), ("Leeds", True, None),
    ]  # fmt: skip


def test_several_answers_each_have_the_whole_base(make: Make) -> None:
    ways = tuple(ReadyOption(one, one.title()) for one in ("mail", "talk", "wiki"))
    desk = make("confidential", ReadyQuestion(1, "ways", "multi", "Which?", options=ways))
    for chosen in (["mail"], ["mail", "talk"], ["talk"], ["mail"], ["mail", "talk"], ""):
        say(desk, ways=chosen)
    (wave,) = of(desk).waves
    assert wave.items[0].base == 5
    assert [(bar.label, bar.n) for bar in wave.items[0].distribution] == [
        ("Mail", 4), ("Talk", 3), ("Wiki", 0),
    ]  # fmt: skip
    (wave,) = of(desk, by="ways").waves
    assert [one.label for one in wave.by] == ["Mail", "Talk"]


def test_recommending_is_scored_with_its_margin(make: Make) -> None:
    ask = ReadyQuestion(1, "rec", "nps", "Recommend?", least=0, most=10)
    desk = make("confidential", ask)
    for value in (10, 9, 9, 8, 7, 3, 0, 10):
        say(desk, rec=str(value))
    nps = of(desk).waves[0].items[0].nps
    assert nps is not None
    assert (nps.promoters, nps.passives, nps.detractors, nps.value) == (4, 2, 2, 25.0)


def test_elements_turn_round_what_is_asked_the_other_way(make: Make) -> None:
    desk = make(
        "confidential",
        level("noticed", element="reinforcement"),
        level("back", element="reinforcement", reverse=True),
    )
    for n in range(12):
        say(desk, noticed=str(4 + n % 2), back=str(2 - n % 2))
    (scale,) = of(desk).waves[0].scales
    assert (scale.composite.name, scale.n, scale.mean) == ("Reinforcement", 12, 4.5)
    assert scale.alpha is not None
    assert scale.alpha.value == pytest.approx(1.0)


def test_ten_usability_items_make_one_score(make: Make) -> None:
    items = [
        ReadyQuestion(n, f"s{n}", "sus", f"Item {n}", options=level("x").options)
        for n in range(1, 11)
    ]
    desk = make("confidential", *items)
    told: dict[str, Any] = {f"s{n}": "5" if n % 2 else "1" for n in range(1, 11)}
    for _ in range(6):
        say(desk, **told)
    (scale,) = of(desk).waves[0].scales
    assert (scale.composite.kind, scale.n, scale.mean, scale.grade) == ("sus", 6, 100.0, "A")


def test_who_is_missing_is_told_by_group(make: Make) -> None:
    desk = make()
    back, front, _ = desk.groups
    set_invited(desk.ws, desk.wave, {back: (10, 2), front: (8, None)})
    remind(desk.ws, desk.wave, "2026-09-10")
    for _ in range(6):
        say(desk, back, easy="4", helps="3")
    take_response(desk.ws, desk.wave, {"easy": "4"}, Respondent(front), reached="easy")
    (wave,) = of(desk).waves
    assert wave.rate is not None
    assert wave.rate.rate is not None
    assert (wave.rate.rate.n, wave.rate.rate.base, wave.partial) == (6, 16, 1)
    assert [(one.name, one.rate.complete, one.rate.missing) for one in wave.rates] == [
        ("Back", 6, 2), ("Front", 0, 8),
    ]  # fmt: skip
    assert wave.needed == 16
    assert wave.reminded == ("2026-09-10",)
