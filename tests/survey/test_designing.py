"""Designing a survey: questions stay what they were once somebody answered them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.store.errors import UserError
from changedesk.survey.actions import (
    copy_survey,
    follow_option_edits,
    follow_question_edits,
    make_questions,
    move_question,
    remove_options,
    remove_questions,
    remove_survey,
    reword,
    survey_from_ready,
)
from changedesk.survey.asking import (
    add_wave,
    close_wave,
    invite_groups,
    open_wave,
)
from changedesk.survey.linking import link_key, linked, match_rate
from changedesk.survey.promises import set_survey
from changedesk.survey.queries import asked_now, questionnaire, questions, surveys, waves
from changedesk.survey.records import Question, QuestionOption, Response
from changedesk.survey.responding import Arrival, take_response
from changedesk.survey.results import results
from changedesk.survey.sheet_form import survey_form
from tests.survey.asked import Asked, asked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Asked]:
    made = asked(tmp_path / "a.changedesk")
    yield made
    made.ws.close()


def keys(desk: Asked) -> list[str]:
    return [one.key for one in questions(desk.ws, desk.survey)]


def add(desk: Asked, text: str, **fields: object) -> int:
    with desk.ws.change("Add a question") as change:
        told = {"survey": desk.survey, "kind": "text", "text": text, "position": 9, **fields}
        (key,) = make_questions(desk.ws, change, [told])
    return key


def edit(desk: Asked, question: int, **fields: object) -> None:
    with desk.ws.change("Edit") as change:
        follow_question_edits(desk.ws, change, {question: fields})
        change.set_many(Question, {question: fields})


def remove(desk: Asked, *wanted: int) -> None:
    with desk.ws.change("Take out") as change:
        remove_questions(desk.ws, change, wanted)


def edit_answer(desk: Asked, option: int, **fields: object) -> None:
    with desk.ws.change("Edit") as change:
        follow_option_edits(desk.ws, change, {option: fields})
        change.set_many(QuestionOption, {option: fields})


def test_questions_are_added_moved_and_taken_out(desk: Asked) -> None:
    used = add(desk, "Did you use it?")
    assert keys(desk) == ["easy", "helps", "why", "did_you_use_it"]
    move_question(desk.ws, used, 1)
    assert keys(desk)[0] == "did_you_use_it"
    how = add(desk, "How?", relevant="${did_you_use_it} = 'y'")
    with pytest.raises(UserError, match="change that first"):
        remove(desk, used)
    remove(desk, used, how)
    assert [one.position for one in questions(desk.ws, desk.survey)] == [1, 2, 3]
    desk.ws.undo()
    with pytest.raises(UserError, match="no question here"):
        edit(desk, used, relevant="${nothing} = 1")
    with pytest.raises(UserError, match="already"):
        edit(desk, used, key="easy")
    with pytest.raises(UserError, match="cannot be a key"):
        add(desk, "Again", key="2 nd")
    again = add(desk, "Again", key="easy")
    assert desk.ws.get(Question, again).key == "easy_2", "no two questions have one key"


def test_a_question_that_nobody_answered_is_changed_at_will(desk: Asked) -> None:
    easy = questions(desk.ws, desk.survey)[0]
    edit(desk, easy.id, text="Something else", kind="csat", key="ease")
    edit_answer(desk, easy.options[0].id, label="Not at all", value="no")
    assert reword(desk.ws, easy.id, "Something else again") == easy.id
    assert keys(desk) == ["ease", "helps", "why"]


def test_an_answered_question_keeps_its_meaning(desk: Asked) -> None:
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    easy = questions(desk.ws, desk.survey)[0]
    for fields in ({"kind": "text"}, {"text": "Something else"}, {"most": 7}, {"block": "Grid"}):
        with pytest.raises(UserError, match="Reword the question"):
            edit(desk, easy.id, **fields)
    with pytest.raises(UserError, match="key stays"):
        edit(desk, easy.id, key="ease")
    with pytest.raises(UserError, match="Reword the question"):
        edit_answer(desk, easy.options[0].id, label="Not at all")
    with pytest.raises(UserError, match="value of an answer stays"):
        edit_answer(desk, easy.options[0].id, value="no")
    with pytest.raises(UserError, match="only be added"), desk.ws.change("Take out") as change:
        remove_options(desk.ws, change, [easy.options[0].id])
    edit(desk, easy.id, text=f"  {easy.text.upper()}!", required=True)
    edit_answer(desk, easy.options[0].id, label=easy.options[0].label.upper())


def test_a_reworded_question_is_a_series_of_its_own(desk: Asked) -> None:
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    easy = questions(desk.ws, desk.survey)[0]
    fresh = reword(desk.ws, easy.id, "Something else")
    told = {one.id: one for one in questions(desk.ws, desk.survey)}
    assert (told[fresh].key, told[fresh].position) == ("easy_2", 1)
    assert (told[fresh].replaces, told[easy.id].retired) == ("easy", True)
    assert [one.key for one in questionnaire(desk.ws, desk.survey).shown({})] == [
        "easy_2", "helps", "why",
    ]  # fmt: skip
    found = results(desk.ws, desk.survey)
    assert [(old.key, new.key) for old, new in found.reworded] == [("easy", "easy_2")]
    remove(desk, fresh)
    assert len(keys(desk)) == 4, "what was answered is asked no more and stays"
    desk.ws.undo()
    assert desk.ws.undo() == "Reword the question easy"
    assert not results(desk.ws, desk.survey).reworded


def test_forms_copies_and_conditions_go_by_what_is_asked_now(desk: Asked) -> None:
    add(desk, "Why so?", relevant="${easy} = '1'")
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    reword(desk.ws, questions(desk.ws, desk.survey)[0].id, "Something else")
    now = asked_now(desk.ws, desk.survey)
    assert [one.key for one in now] == ["easy_2", "helps", "why", "why_so"]
    assert now[3].relevant == "${easy_2} = '1'"
    twin = copy_survey(desk.ws, desk.survey, "Again")
    assert [one.key for one in questions(desk.ws, twin)] == [one.key for one in now]
    sheets = survey_form(desk.ws, desk.wave).sheets
    told = [line.text for line in sheets[0].lines]
    assert "Something else" in str(told)
    assert "About easy" not in str(told)


def test_what_a_file_was_guessed_to_ask_can_be_mended(desk: Asked) -> None:
    with desk.ws.change("Import") as change:
        change.add(Response(wave=desk.wave, channel="import", answers='{"easy":"4"}'))
    easy = questions(desk.ws, desk.survey)[0]
    edit(desk, easy.id, text="What the column was about", most=7)
    with pytest.raises(UserError, match="key stays"):
        edit(desk, easy.id, key="ease")


def test_what_was_promised_stays(desk: Asked) -> None:
    set_survey(desk.ws, desk.survey, min_cell=4)
    take_response(desk.ws, desk.wave, {"easy": "4", "helps": "2"})
    for looser in ({"mode": "identified"}, {"min_cell": 3}):
        with pytest.raises(UserError, match="promise"):
            set_survey(desk.ws, desk.survey, **looser)
    set_survey(desk.ws, desk.survey, min_cell=8, thanks="Thank you")
    with pytest.raises(UserError, match="promise"):
        set_survey(desk.ws, desk.survey, min_cell=None)


def test_the_mode_that_was_guessed_of_a_file_is_mended_but_never_made_anonymous(
    desk: Asked,
) -> None:
    with desk.ws.change("Import") as change:
        change.add(Response(wave=desk.wave, channel="import", answers='{"easy":"4"}'))
    set_survey(desk.ws, desk.survey, mode="identified", min_cell=3)
    with pytest.raises(UserError, match="promise"):
        set_survey(desk.ws, desk.survey, mode="anonymous")


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
