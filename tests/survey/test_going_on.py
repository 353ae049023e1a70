"""Answers left half-way are gone on from by a code, and what was just taken in can be taken out."""

import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from changedesk.store import sealed
from changedesk.store.errors import UserError
from changedesk.survey import going_on
from changedesk.survey.actions import add_questions, add_survey
from changedesk.survey.asking import add_wave, close_wave, open_wave
from changedesk.survey.given import given
from changedesk.survey.queries import questionnaire, wave_row
from changedesk.survey.responding import (
    Arrival,
    Respondent,
    take_response,
    waiting_answers,
)


@pytest.fixture
def make(tmp_path, home, ask):
    """Give a function that opens a wave of a survey of three questions in a mode."""
    opened = []

    def do(mode):
        workspace = new_desk(tmp_path / f"{mode}.changedesk", actor="Dana")
        opened.append(workspace)
        project = add_project(workspace, "CS", "Service Cloud")
        survey = add_survey(workspace, project, "Pulse", mode=mode)
        told = [ask(key, "single", ["yes", "no"], required=True) for key in ("a", "b", "c")]
        with workspace.change("Ask") as change:
            add_questions(change, survey, told)
        wave = add_wave(workspace, survey, "First")
        open_wave(workspace, wave)
        return workspace, survey, wave

    yield do
    for workspace in opened:
        workspace.close()


WHOLE = {"a": "yes", "b": "no", "c": "yes"}


@pytest.mark.parametrize("mode", ["confidential", "anonymous", "identified"])
def test_half_done_answers_are_found_by_their_code_and_only_until_they_are_done(make, mode):
    workspace, survey, wave = make(mode)
    name = take_response(workspace, wave, {"a": "yes"}, Respondent(link="ab12"), reached="b")
    other = take_response(workspace, wave, {"a": "no"}, reached="a")
    code = going_on.code_of(name)
    found = going_on.half_done(workspace, wave, code=f" {code.lower().replace('-', ' ')} ")
    assert found is not None
    assert (found.name, found.link) == (name, "ab12")
    assert questionnaire(workspace, survey).resumed(found.answers) == {"a": "yes"}
    assert going_on.half_done(workspace, wave, link="ab12") == found
    assert going_on.half_done(workspace, wave, code="") is None
    take_response(workspace, wave, WHOLE, how=Arrival(continues=name))
    assert going_on.half_done(workspace, wave, code=code) is None
    assert going_on.half_done(workspace, wave, code=going_on.code_of(other)) is not None


def test_two_people_with_the_same_own_code_see_nothing_of_each_other(make):
    workspace, _, wave = make("confidential")
    for answer in ("yes", "no"):
        take_response(workspace, wave, {"a": answer}, Respondent(link="same"), reached="a")
    assert going_on.half_done(workspace, wave, link="same") is None


def test_the_two_halves_of_anonymous_answers_are_one_answer_in_a_batch(make):
    workspace, _, wave = make("anonymous")
    names = [
        take_response(workspace, wave, {"a": "yes"}, reached="a")
        for _ in range(4)
    ]  # fmt: skip
    for name in names:
        take_response(workspace, wave, WHOLE, how=Arrival(continues=name))
    assert waiting_answers(workspace, wave) == 4
    close_wave(workspace, wave)
    assert given(workspace, [wave_row(workspace, wave)]) == []


def test_a_third_half_still_replaces_a_first_one_that_was_sealed(make):
    workspace, _, wave = make("anonymous")
    first = take_response(workspace, wave, {"a": "yes"}, reached="a")
    where = wave_row(workspace, wave)
    for _ in range(30):
        take_response(workspace, wave, WHOLE)
        with workspace.connected() as sql:
            sealed_now = {row.key.hex() for row in sealed.standing(sql, [where.uid])}
        if first in sealed_now:
            break
    assert first in sealed_now
    second = take_response(workspace, wave, {"a": "no"}, how=Arrival(continues=first), reached="a")
    third = take_response(workspace, wave, WHOLE, how=Arrival(continues=second))
    close_wave(workspace, wave)
    keys = {one.key for one in given(workspace, [where])}
    assert third in keys
    assert not {first, second} & keys


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_a_response_just_taken_in_is_taken_out_again(make, mode):
    workspace, _, wave = make(mode)
    name = take_response(workspace, wave, WHOLE)
    going_on.take_out(workspace, wave, name)
    assert waiting_answers(workspace, wave) == 0
    assert given(workspace, [wave_row(workspace, wave)]) == []
    assert workspace.verify() == []


def test_sealed_answers_are_not_taken_out(make):
    workspace, _, wave = make("anonymous")
    names = [take_response(workspace, wave, WHOLE) for _ in range(10)]
    refused = []
    for name in names:
        try:
            going_on.take_out(workspace, wave, name)
        except UserError as error:
            refused.append(str(error))
    assert len(refused) == 5
    assert all("cannot be taken out" in sentence for sentence in refused)
    assert workspace.verify() == []


def test_a_response_that_is_gone_is_said_to_be_gone(make):
    workspace, _, wave = make("confidential")
    with pytest.raises(UserError, match="not there any more"):
        going_on.take_out(workspace, wave, "00" * 16)
