"""Designing a survey: questions stay what they were once somebody answered them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.store.errors import UserError
from changedesk.survey.actions import (
    NEVER,
    add_question,
    copy_survey,
    move_question,
    remove_question,
    remove_survey,
    reword,
    set_options,
    set_question,
    set_survey,
    survey_from_ready,
)
from changedesk.survey.asking import (
    add_wave,
    close_wave,
    invite_groups,
    open_wave,
)
from changedesk.survey.linking import link_key, linked, match_rate
from changedesk.survey.queries import questionnaire, questions, surveys, waves
from changedesk.survey.ready import ReadyOption
from changedesk.survey.responding import Arrival, take_response
from tests.survey.asked import Asked, asked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk")
    yield made
    made.ws.close()


def keys(desk: Asked) -> list[str]:
    return [one.key for one in questions(desk.ws, desk.survey)]


def test_questions_are_added_moved_and_taken_out(desk: Asked) -> None:
    options = [ReadyOption("y", "Yes"), ReadyOption("n", "No")]
    used = add_question(desk.ws, desk.survey, "single", "Did you use it?", options)
    assert keys(desk) == ["easy", "helps", "why", "did_you_use_it"]
    move_question(desk.ws, used, 1)
    assert keys(desk)[0] == "did_you_use_it"
    how = add_question(desk.ws, desk.survey, "text", "How?", after=used,
                       relevant="${did_you_use_it} = 'y'")  # fmt: skip
    assert keys(desk)[1] == "how"
    assert [one.key for one in questionnaire(desk.ws, desk.survey).shown({})][1] == "easy"
    with pytest.raises(UserError, match="change that first"):
        remove_question(desk.ws, used)
    remove_question(desk.ws, how)
    assert [one.position for one in questions(desk.ws, desk.survey)] == [1, 2, 3, 4]
    with pytest.raises(UserError, match="no question here"):
        set_question(desk.ws, used, relevant="${nothing} = 1")
    with pytest.raises(UserError, match="already"):
        add_question(desk.ws, desk.survey, "text", "Again", key="easy")


def test_an_answered_question_keeps_its_meaning(desk: Asked) -> None:
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    easy = questions(desk.ws, desk.survey)[0]
    with pytest.raises(UserError, match="has been answered"):
        set_question(desk.ws, easy.id, kind="text")
    with pytest.raises(UserError, match="only be added"):
        set_options(desk.ws, easy.id, [ReadyOption("1", "Bad", 1)])
    set_question(desk.ws, easy.id, text="About easy, spelled well")
    fresh = reword(desk.ws, easy.id, "Something else")
    told = {one.id: one for one in questions(desk.ws, desk.survey)}
    assert (told[fresh].key, told[fresh].position) == ("easy_2", 1)
    assert told[easy.id].relevant == NEVER
    remove_question(desk.ws, fresh)
    assert len(keys(desk)) == 4, "what was answered is asked no more and stays"


def test_what_was_promised_stays(desk: Asked) -> None:
    set_survey(desk.ws, desk.survey, min_cell=4)
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    for looser in ({"mode": "identified"}, {"min_cell": 3}):
        with pytest.raises(UserError, match="promise"):
            set_survey(desk.ws, desk.survey, **looser)
    set_survey(desk.ws, desk.survey, min_cell=8, thanks="Thank you")


def test_a_ready_survey_comes_with_its_waves_from_go_live(desk: Asked) -> None:
    made = survey_from_ready(desk.ws, desk.project, "change-pulse", {"system": "Nova"})
    told = questions(desk.ws, made)
    assert any("Nova" in one.text for one in told)
    assert all(one.options for one in told if one.kind == "adkar")
    assert waves(desk.ws, made)[0].opens < "2026-09-01"
    twin = copy_survey(desk.ws, made, "Pulse of the second site")
    assert [one.text for one in questions(desk.ws, twin)] == [one.text for one in told]


def test_a_wave_goes_through_its_states(desk: Asked) -> None:
    wave = add_wave(desk.ws, desk.survey, "After", opens="2026-09-05")
    assert invite_groups(desk.ws, wave, desk.groups) == 60
    with pytest.raises(UserError, match="not open"):
        take_response(desk.ws, wave, {"easy": "4"})
    open_wave(desk.ws, wave)
    with pytest.raises(UserError, match="none of the answers"):
        take_response(desk.ws, wave, {"easy": "9"})
    left = take_response(desk.ws, wave, {"easy": "4"}, reached="easy")
    take_response(desk.ws, wave, {"easy": "4", "helps": "1"}, how=Arrival(continues=left))
    assert close_wave(desk.ws, wave) == 0
    with pytest.raises(UserError, match="not open"):
        take_response(desk.ws, wave, {"easy": "4"})


def test_a_survey_goes_with_all_that_belongs_to_it_and_comes_back(desk: Asked) -> None:
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    remove_survey(desk.ws, desk.survey)
    counts = desk.ws.counts()
    assert not any(counts[name] for name in ("survey", "question", "wave", "response"))
    desk.ws.undo()
    assert len(surveys(desk.ws, desk.project)) == 1
    assert desk.ws.counts()["response"] == 1


def test_codes_are_kept_as_keyed_hashes(desk: Asked) -> None:
    with pytest.raises(UserError, match="at least 8"):
        link_key(desk.ws, desk.survey, "short")
    one = link_key(desk.ws, desk.survey, "marmalade on both sides")
    other = link_key(desk.ws, desk.survey, "marmalade on one side")
    assert linked(one, "MA 07") == linked(one, "ma-07")
    assert linked(one, "MA07") != linked(other, "MA07")
    assert linked(one, " - ") == ""
    rate = match_rate(["a", "b", "c", "c", ""], ["a", "c", "d"])
    assert (rate.pairs, rate.before, rate.after, rate.refused) == (1, 3, 3, 1)
