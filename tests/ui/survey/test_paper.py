"""Keying papers with real keys: codes, Enter, the next paper; what is wrong, and taking one out."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from changedesk.people.records import Group, Person
from changedesk.survey.asking import close_wave, open_wave
from changedesk.survey.records import Response
from changedesk.survey.responding import waiting_answers
from ui.survey.kiosk_setup import CollectDialog
from ui.survey.paper_dialog import PaperDialog

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def four(ask):
    return [
        ask("used", "single", ["yes", "no"], required=True),
        ask("missing", "multi", ["notes", "names", ("other", "Else", None, "", True)],
            relevant="${used} = 'yes'"),
        ask("nps", "nps"),
        ask("order", "rank", ["x", "y", "z"]),
    ]  # fmt: skip


@pytest.fixture
def key_papers(hand, qtbot):
    """Give a function that opens the keying of papers of the wave in hand."""

    def do(**chosen: Any) -> PaperDialog:
        hand.act("surveys.key_paper")
        asked = hand.dialog(CollectDialog)
        hand.fill(asked, chosen)
        QTest.keyClick(asked, ENTER)
        dialog = hand.dialog(PaperDialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        assert isinstance(dialog, PaperDialog)
        return dialog

    return do


def at(dialog):
    return next(line.row.id for line in dialog.lines if line.edit.hasFocus())


def test_one_paper_after_another_is_keyed_without_the_mouse(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    hand.press("1", ENTER, "12", ENTER, "10", ENTER, "2 3 1", ENTER)
    assert at(dialog) == "used"
    hand.press("2", TAB, "7", TAB, ENTER)
    assert dialog.count.text() == "Papers kept: 2"
    assert [dialog.list.item(n).text() for n in range(2)] == [
        "✔ 2: 2 – – 7 –",
        "✔ 1: 1 12 – 10 2 3 1",
    ]
    told = sorted((one.answers for one in hand.given()), key=lambda one: one["used"])
    assert told[0]["missing"] == {"missing": "not_shown"}
    assert told[1] == {
        "used": "yes", "missing": ["notes", "names"], "nps": "10", "order": ["z", "x", "y"],
    }  # fmt: skip
    assert {one.channel for one in hand.given()} == {"paper"}


def test_what_follows_from_no_answer_is_skipped_and_words_are_asked_for(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    hand.press("2", ENTER)
    assert at(dialog) == "nps"
    hand.press(Qt.Key.Key_Up, "1", ENTER, "3", ENTER)
    assert at(dialog) == "missing/other"
    hand.press("a map", ENTER, ENTER, ENTER)
    answers = hand.given()[0].answers
    assert (answers["missing"], answers["missing/other"]) == (["other"], "a map")


def test_a_code_that_is_none_is_refused_where_it_stands(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    hand.press("5", ENTER)
    assert at(dialog) == "used"
    assert dialog.lines[0].wrong.text() == "“5” is none of the answers offered."
    hand.press("1", ENTER)
    assert at(dialog) == "missing"
    assert dialog.lines[0].meaning.text() == "Yes"


def test_a_paper_with_a_gap_is_kept_as_partial_at_the_second_enter(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    hand.press(ENTER, "7", ENTER, ENTER)
    assert dialog.said.text() == "Without an answer: 1. Enter again keeps it as partial."
    assert hand.given() == []
    hand.press(ENTER)
    (response,) = hand.given()
    assert response.partial
    assert response.answers["used"] == {"missing": "skipped"}
    assert "partial" in dialog.list.item(0).text()


def test_an_empty_paper_is_not_kept(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    QTest.keyClick(hand.focused(), ENTER, CONTROL)
    assert dialog.said.text() == "Nothing was keyed yet."
    assert hand.given() == []


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_undo_takes_the_newest_paper_out_to_be_mended(hand, four, key_papers, mode):
    hand.design(four, mode=mode)
    dialog = key_papers(group="nobody")
    hand.press("2", ENTER, "7", ENTER, ENTER, "2", ENTER, "9", ENTER, ENTER)
    QTest.keyClick(hand.focused(), Qt.Key.Key_Z, CONTROL)
    assert dialog.count.text() == "Papers kept: 1"
    assert [line.edit.text() for line in dialog.lines][-2:] == ["9", ""]
    hand.press(ENTER, "8", ENTER, ENTER)
    assert dialog.count.text() == "Papers kept: 2"
    if mode == "anonymous":
        assert waiting_answers(hand.workspace, hand.wave) == 2
        assert hand.workspace.find(Response) is None
    else:
        assert sorted(one.answers["nps"] for one in hand.given()) == ["7", "8"]


def test_an_earlier_paper_is_chosen_and_taken_out(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    for score in "123":
        hand.press("2", ENTER, score, ENTER, ENTER)
    hand.press("1")
    dialog.list.setCurrentRow(2)
    hand.click(dialog.out)
    assert sorted(one.answers["nps"] for one in hand.given()) == ["2", "3"]
    assert dialog.lines[0].edit.text() == "1"


def test_the_group_is_keyed_once_and_stays(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers()
    assert at(dialog) == "/group"
    hand.press("7", ENTER)
    assert dialog.lines[0].wrong.text() == "No group has this number."
    hand.press("1", ENTER, "2", ENTER, "7", ENTER, ENTER)
    assert at(dialog) == "used"
    hand.press("2", ENTER, "8", ENTER, ENTER)
    team = hand.workspace.find(Group).id
    assert [one.group for one in hand.given()] == [team, team]


def test_a_person_is_keyed_by_name_and_a_code_is_kept_as_a_hash(hand, four, key_papers):
    hand.design(four, mode="identified", linked=True)
    key_papers(group="nobody", passphrase="correct horse")
    hand.press("amira", ENTER, "MA 07", ENTER, "2", ENTER, "8", ENTER, ENTER)
    (response,) = hand.given()
    assert response.person == hand.workspace.find(Person, name="Amira").id
    assert response.link
    assert "07" not in response.link or len(response.link) == 32


def test_a_refused_paper_comes_back_into_the_lines(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    close_wave(hand.workspace, hand.wave)
    hand.press("2", ENTER, "7", ENTER, ENTER)
    assert "is not open" in dialog.said.text()
    assert dialog.lines[0].edit.text() == "2"
    open_wave(hand.workspace, hand.wave)
    QTest.keyClick(hand.focused(), ENTER, CONTROL)
    assert [one.answers["nps"] for one in hand.given()] == ["7"]
    assert dialog.list.count() == 1


def test_a_half_keyed_paper_is_not_lost_by_one_escape(hand, four, key_papers):
    hand.design(four)
    dialog = key_papers(group="nobody")
    hand.press("2", ESCAPE)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.said.text()
    hand.press(ESCAPE)
    assert QApplication.activeModalWidget() is None
