"""A survey on paper: every question with its number, every answer with the code that is keyed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import survey_from_form, survey_from_ready
from changedesk.survey.asking import add_wave
from changedesk.survey.item_codes import item_codes
from changedesk.survey.paper import export_survey_paper
from changedesk.survey.queries import questions, waves
from changedesk.survey.ready import SURVEYS, ReadyOption


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud", go_live="2026-04-01")
    yield desk
    desk.close()


def said(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join(node.text or "" for node in body.iter("{*}t"))


@pytest.mark.parametrize("name", SURVEYS)
def test_every_question_of_a_ready_survey_stands_on_the_sheet(desk, tmp_path, name) -> None:
    survey = survey_from_ready(desk, 1, name)
    found = waves(desk, survey)
    wave = found[0].id if found else add_wave(desk, survey, "Once")
    export_survey_paper(desk, wave, tmp_path / "sheet.docx")
    text = said(tmp_path / "sheet.docx")
    for question in questions(desk, survey):
        assert question.text.splitlines()[0] in text
        for option in question.options:
            assert option.label in text or option.label.isdigit()


def test_conditions_codes_and_formulas_are_plain_words(desk, ask, tmp_path) -> None:
    asked = [
        ask("used", "single", [("y", "Yes"), ("n", "No")], text="Have you used it?"),
        ask("how", "text", text="=1+1", relevant="${used} = 'y'"),
        ask("first", "rank", [("a", "Speed"), ("b", "Calm")], text="What matters?"),
        ask("rec", "nps", text="Would you recommend it?"),
    ]
    survey = survey_from_form(desk, 1, "Pulse", asked, mode="anonymous", linked=True)
    wave = add_wave(desk, survey, "Before", closes="2026-05-01")
    export_survey_paper(desk, wave, tmp_path / "sheet.docx")
    text = said(tmp_path / "sheet.docx")
    for words in (
        "☐ 1", "☐ 2", "=1+1", "Only if it follows from your answer to 1.", "____  Speed",
        "☐ 0   ☐ 1", "☐ 10", "Your own code", "2026-05-01", "anonymous",
    ):  # fmt: skip
        assert words in text


def test_the_sheet_shows_the_codes_that_are_keyed(desk, ask, tmp_path) -> None:
    knows_not = ReadyOption("dk", "I cannot tell", None, "dont_know")
    figures = [ReadyOption(str(n), str(n), n) for n in range(11)]
    asked = [
        ask("way", "likert", text="It goes my way", least=1, most=7),
        ask("rec", "nps", [*figures, knows_not], text="Would you recommend it?"),
    ]
    survey = survey_from_form(desk, 1, "Pulse", asked)
    export_survey_paper(desk, add_wave(desk, survey, "Before"), tmp_path / "sheet.docx")
    text = said(tmp_path / "sheet.docx")
    assert "☐ 7" in text
    assert "☐ 10   ☐ 11 I cannot tell" in text
    for one in questions(desk, survey):
        assert all(f"☐ {code.code}" in text for code in item_codes(one))
