"""The export of a survey tool comes in through the window: shown first, taken in when confirmed."""

import csv
from pathlib import Path

import pytest

from changedesk.people.records import Group
from changedesk.survey.queries import questions, surveys, waves
from changedesk.survey.results import results

HEADINGS = ("Respondent ID", "Team", "I feel safe", "I feel heard", "Why?")
WORDS = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


@pytest.fixture
def page(opened, qtbot):
    opened.window.desk_view.show_page("surveys")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.pane is not None)
    return page


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "mood.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for n in range(12):
            writer.writerow((n, "North", WORDS[n % 5], WORDS[n % 4], f"Because of {n}"))
    return path


def test_answers_are_shown_as_they_are_read_and_taken_in_once(page, desk, export, prompts, qtbot):
    project = page.context.project_id
    prompts.answers.append(export)
    page.window().services.actions.action("surveys.import_answers").trigger()
    qtbot.waitUntil(lambda: page.answers.dialog is not None)
    dialog = page.answers.dialog
    told = {row.texts[0]: row.texts[1] for row in dialog.table.lines.rows}
    assert told["Team"] == "group"
    assert told["I feel safe"].startswith("Agreement")
    assert "a new survey" in dialog.made.text()
    assert surveys(desk, project) == [], "nothing is written before it is confirmed"
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(surveys(desk, project)))
    (made,) = surveys(desk, project)
    assert [one.text for one in questions(desk, made.id)] == list(HEADINGS[2:])
    assert results(desk, made.id).waves[0].responses == 12
    assert desk.find(Group, name="North") is not None
    page.answers.read(export)
    qtbot.waitUntil(lambda: page.answers.dialog is not dialog)
    again = page.answers.dialog
    assert not again.take.isEnabled(), "the same file twice adds nothing"
    again.reject()
    assert len(waves(desk, made.id)) == 1


def test_a_file_without_answers_is_refused_in_a_sentence(page, desk, tmp_path, opened, qtbot):
    path = tmp_path / "notes.csv"
    path.write_text("just some words\n", encoding="utf-8")
    page.answers.read(path)
    assert page.answers.dialog is None
    assert surveys(desk, page.context.project_id) == []
