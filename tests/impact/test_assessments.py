"""Questionnaires are data; a filled-in one is one change, and its results make a trend."""

from fractions import Fraction

import pytest

from changedesk.impact.assessments import (
    ATTRIBUTES,
    CHARACTERISTICS,
    PCT,
    READINESS,
    SPONSOR,
    assessments,
    newest_risk,
    questionnaire,
    record_assessment,
    trend,
)
from changedesk.impact.records import AssessmentAnswer
from changedesk.impact.words import ASSESSMENTS
from changedesk.people.actions import add_group, add_project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

SHAPES = {
    PCT: (10, 10, 10), CHARACTERISTICS: (12,), ATTRIBUTES: (12,), READINESS: (5, 7),
    SPONSOR: (1, 1, 2, 2, 2),
}  # fmt: skip


def every(kind: str, value: int) -> dict[str, int | None]:
    return {item.key: value for item in questionnaire(kind).items}


@pytest.mark.parametrize("kind", [choice.code for choice in ASSESSMENTS])
def test_each_questionnaire_is_whole(kind: str) -> None:
    asked = questionnaire(kind)
    assert tuple(len(part.items) for part in asked.parts) == SHAPES[kind]
    assert len(asked.answers) == (3 if kind == PCT else 5)
    keys = [item.key for item in asked.items]
    assert len(set(keys)) == len(keys)
    assert all(item.text for item in asked.items)
    assert all(bool(item.low) == bool(item.high) for item in asked.items)
    assert "wording is ours" in asked.source


def test_a_filled_in_questionnaire_is_one_change(desk: Workspace) -> None:
    project = add_project(desk, "CRM", "New CRM")
    answers = {**every(PCT, 2), "lead1": 1, "lead2": 1, "people3": None}
    key = record_assessment(desk, project, PCT, "2026-06-01", answers, assessor="Dana")
    one = assessments(desk, project)[0]
    assert (one.id, one.day, one.assessor) == (key, "2026-06-01", "Dana")
    lead, manage, people = one.result.parts
    assert (lead.total, lead.band) == (18, "at_risk")
    assert (manage.total, manage.band) == (20, "alert")
    assert (people.total, people.band, people.answered) == (None, "incomplete", 9)
    assert (one.result.band, one.result.answered, one.result.complete) == ("incomplete", 29, False)
    assert len(desk.rows(AssessmentAnswer.select(AssessmentAnswer.id))) == 30
    assert desk.undo() == "Assess: Project change triangle, 2026-06-01"
    assert assessments(desk, project) == []
    assert desk.rows(AssessmentAnswer.select(AssessmentAnswer.id)) == []


def test_the_triangle_stands_as_its_weakest_corner(desk: Workspace) -> None:
    project = add_project(desk, "CRM", "New CRM")
    answers = {**every(PCT, 3), "lead1": 1, "lead2": 1, "lead3": 1}
    record_assessment(desk, project, PCT, "2026-06-01", answers)
    assert assessments(desk, project)[0].result.band == "alert"


def test_what_cannot_be_an_answer_is_refused(desk: Workspace) -> None:
    project = add_project(desk, "CRM", "New CRM")
    with pytest.raises(UserError, match="at least one"):
        record_assessment(desk, project, PCT, "2026-06-01", {"lead1": None})
    with pytest.raises(UserError, match="from 1 to 3"):
        record_assessment(desk, project, PCT, "2026-06-01", {"lead1": 4})
    with pytest.raises(UserError, match="no item zzz"):
        record_assessment(desk, project, PCT, "2026-06-01", {"zzz": 1})
    with pytest.raises(UserError, match="which sponsor"):
        record_assessment(desk, project, SPONSOR, "2026-06-01", every(SPONSOR, 3), subject=" ")
    with pytest.raises(UserError, match="no questionnaire"):
        questionnaire("horoscope")


def test_methods_1_1_36_and_30_are_a_medium_risk_by_the_newest_complete_answers(
    desk: Workspace,
) -> None:
    project, group = add_project(desk, "CRM", "New CRM"), add_group(desk, "Leeds")
    thirty = {**every(ATTRIBUTES, 3), "need": 1, "capacity": 1, "culture": 1}
    record_assessment(desk, project, CHARACTERISTICS, "2026-05-01", every(CHARACTERISTICS, 1))
    record_assessment(desk, project, CHARACTERISTICS, "2026-06-01", every(CHARACTERISTICS, 3))
    assert newest_risk(assessments(desk, project)) == "incomplete"
    record_assessment(desk, project, ATTRIBUTES, "2026-06-01", thirty)
    assert newest_risk(assessments(desk, project)) == "medium"
    record_assessment(desk, project, ATTRIBUTES, "2026-06-02", every(ATTRIBUTES, 5), group=group)
    record_assessment(desk, project, ATTRIBUTES, "2026-06-03", {"need": 5})
    assert newest_risk(assessments(desk, project)) == "medium"


def test_the_trend_has_a_point_a_day_with_the_mean_of_who_answered_all(desk: Workspace) -> None:
    project = add_project(desk, "CRM", "New CRM")
    record_assessment(desk, project, READINESS, "2026-05-01", every(READINESS, 2))
    for value in (3, 4):
        record_assessment(desk, project, READINESS, "2026-06-01", every(READINESS, value))
    record_assessment(desk, project, READINESS, "2026-06-01", {"commit1": 1})
    first, second = trend(assessments(desk, project, READINESS))
    assert (first.day, first.n, first.figures["commitment"]) == ("2026-05-01", 1, Fraction(2))
    assert second.figures == {"commitment": Fraction(7, 2), "efficacy": Fraction(7, 2)}
    assert (second.n, second.alphas["commitment"]) == (3, Fraction(1))
    assert first.alphas["efficacy"] is None


def test_the_trend_of_the_triangle_is_of_sums(desk: Workspace) -> None:
    project = add_project(desk, "CRM", "New CRM")
    answers = {**every(PCT, 2), "lead1": None}
    record_assessment(desk, project, PCT, "2026-06-01", answers)
    assert trend(assessments(desk, project, PCT))[0].figures == {
        "lead": None, "project": 20, "people": 20,
    }  # fmt: skip
