"""A returned workbook is dropped on the window, decided by keys, taken in and taken back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from changedesk.desk import new_desk, open_desk
from changedesk.documents.records import Return
from changedesk.people.actions import add_project
from changedesk.store.dump import dump
from tests.overview.returns.books import Hands, outcome, record
from ui.documents.return_dialog import ReturnDialog
from ui.drop_target import dropped_files

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dropping(hands, desktop):
    """Return what deals with drops, which is made by the first of them."""

    def now():
        return desktop.window.dropping

    return now


@pytest.fixture
def back(hands: Hands) -> Path:
    """Eight cells filled in, three of them where somebody here recorded something else."""
    path = hands.open().fill().save()
    record(hands.desk, 1, 1, "fail", "Seen by Dana")
    record(hands.desk, 1, 2, "blocked", "No licence")
    record(hands.desk, 2, 1, "fail", "Broke")
    return path


@pytest.fixture
def dialog(back, drop, dropping, qtbot) -> ReturnDialog:
    drop(back)
    qtbot.waitUntil(lambda: dropping() is not None and dropping().returning.dialog is not None)
    dialog = dropping().returning.dialog
    qtbot.waitUntil(lambda: bool(dialog.table.cells_in_hand()))
    return dialog


def in_hand(dialog: ReturnDialog) -> str:
    return dialog.table.cells_in_hand()[0].record


def test_a_dropped_workbook_is_decided_by_keys_taken_in_and_all_of_it_undone(
    dialog, hands, qtbot, desktop
):
    before = dump(hands.desk)
    rows = [row.texts[0] for row in dialog.table.lines.rows]
    assert "3 to decide" in rows[0]
    assert any("✔ 5 " in row for row in rows)
    first = in_hand(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_T)
    assert in_hand(dialog) != first
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    QTest.keyClick(dialog.table, Qt.Key.Key_B)
    assert dialog.deciding.undecided("conflicts") == 0
    dialog.returned_by.setText("Sara Lead")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: hands.desk.find(Return) is not None)
    assert [outcome(hands.desk, *place) for place in ((1, 1), (1, 2), (2, 1))] == [
        "pass", "blocked", "disputed",
    ]  # fmt: skip
    kept = hands.desk.find(Return)
    assert (kept.returned_by, kept.taken, kept.conflicts) == ("Sara Lead", 5, 3)
    assert "back.xlsx: 5 " in desktop.window.toast.label.text()
    assert hands.desk.undo() == "Take in back.xlsx"
    assert dump(hands.desk) == before
    assert hands.desk.verify() == []


def test_several_conflicts_are_decided_at_once(dialog):
    QTest.keyClick(dialog.table, Qt.Key.Key_Home, CONTROL)
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_K)
    assert set(dialog.deciding.decisions.values()) == {"keep"}
    assert len(dialog.deciding.decisions) == 3


def test_groups_open_and_close_by_keys(dialog):
    count = len(dialog.table.lines.rows)
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Left)
    assert len(dialog.table.lines.rows) == count - 3
    QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    assert len(dialog.table.lines.rows) == count


def test_an_unknown_word_is_answered_by_a_digit(hands, drop, dropping, qtbot):
    path = hands.open().fill({0: {"Outcome": "wunderbar"}, 1: {"Outcome": "Pass"}}).save()
    drop(path)
    qtbot.waitUntil(lambda: dropping() is not None and dropping().returning.dialog is not None)
    dialog = dropping().returning.dialog
    (cell,) = dialog.table.cells_in_hand()
    codes = [choice.code for choice in dialog.deciding.options(cell)]
    QTest.keyClick(dialog.table, Qt.Key.Key_1 + codes.index("fail"))
    assert dialog.deciding.answers == {cell.key: "fail"}
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outcome(hands.desk, 1, 1) == "fail")
    assert outcome(hands.desk, 1, 2) == "pass"


def test_what_changed_meanwhile_is_compared_again_and_decisions_hold(dialog, hands, qtbot):
    QTest.keyClick(dialog.table, Qt.Key.Key_T)
    record(hands.desk, 3, 1, "pass")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "compared again" in dialog.warning.text())
    assert hands.desk.find(Return) is None
    assert set(dialog.deciding.decisions.values()) == {"take"}
    QTest.keyClick(dialog.table, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: hands.desk.find(Return) is not None)


def test_several_files_come_one_after_another(hands, back, drop, dropping, qtbot):
    second = hands.open("second.xlsx").fill({10: {"Outcome": "Pass"}}).save()
    drop(back, second)
    qtbot.waitUntil(lambda: dropping() is not None and dropping().returning.dialog is not None)
    dialog = dropping().returning.dialog
    assert dialog.title.text() == "back.xlsx"
    dialog.reject()
    qtbot.waitUntil(
        lambda: (
            dropping().returning.dialog is not None and dropping().returning.dialog is not dialog
        )
    )
    assert dropping().returning.dialog.title.text() == "second.xlsx"
    dropping().returning.dialog.reject()
    assert hands.desk.find(Return) is None


def test_a_file_that_is_in_already_is_told_in_a_sentence(hands, drop, desktop, qtbot):
    drop(hands.sent)
    qtbot.waitUntil(lambda: "nothing was filled in" in desktop.window.message_bar.text)
    assert desktop.window.dropping.returning.dialog is None


def test_pictures_are_left_to_who_takes_pictures(tmp_path):
    data = QMimeData()
    paths = [tmp_path / "shot.png", tmp_path / "back.xlsx"]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert dropped_files(data) == []
    data.setUrls([QUrl.fromLocalFile(str(paths[1]))])
    assert dropped_files(data) == [paths[1]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zeros.xlsx", b"PK\x03\x04" + b"\x00" * 500),
        ("words.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600),
        ("empty.xlsx", b""),
        ("notes.pdf", b"%PDF-1.7 nothing of ours"),
        ("other.cdbundle", b"no bundle at all"),
        ("other.changedesk", b"SQLite format 3\x00" + b"\x01" * 900),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence_and_nothing_changes(
    name, content, hands, drop, desktop, tmp_path, qtbot
):
    before = hands.desk.head()
    (tmp_path / name).write_bytes(content)
    drop(tmp_path / name)
    bar = desktop.window.message_bar
    qtbot.waitUntil(lambda: bar.text != "")
    assert name in bar.text
    assert "\n" not in bar.text
    assert hands.desk.head() == before
    assert desktop.window.dropping.returning.dialog is None


def test_a_dropped_bundle_is_looked_at_and_taken_in_when_asked(
    hands, drop, desktop, prompts, tmp_path, monkeypatch, qtbot
):
    copy = tmp_path / "leeds" / "crm.changedesk"
    copy.parent.mkdir()
    shutil.copy(hands.desk.path, copy)
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / "leeds" / "home"))
    theirs = open_desk(copy, actor="Omar")
    record(theirs, 1, 3, "pass")
    theirs.bundle(tmp_path / "leeds.cdbundle")
    theirs.close()
    monkeypatch.undo()
    prompts.answers = ["yes"]
    drop(tmp_path / "leeds.cdbundle")
    qtbot.waitUntil(lambda: outcome(hands.desk, 1, 3) == "pass")
    assert "Take in what leeds.cdbundle has?" in prompts.asked


def test_a_sheet_of_somebody_s_own_goes_to_the_import(hands, drop, desktop, tmp_path, qtbot):
    path = tmp_path / "plan.csv"
    path.write_text("Title,Steps\nLog in,Open it\n", encoding="utf-8")
    drop(path)
    qtbot.waitUntil(lambda: desktop.window.dropping.importing is not None)
    desktop.window.dropping.importing.reject()
    qtbot.waitUntil(lambda: desktop.window.dropping.importing is None)


def test_a_folder_gives_what_came_back_in_it(hands, back, drop, desktop, tmp_path, qtbot):
    folder = tmp_path / "mail"
    folder.mkdir()
    shutil.copy(back, folder / "back.xlsx")
    (folder / "~$back.xlsx").write_bytes(b"lock")
    drop(folder)
    qtbot.waitUntil(lambda: desktop.window.dropping.returning.dialog is not None)
    desktop.window.dropping.returning.dialog.reject()
    assert desktop.window.message_bar.text == ""


def test_another_workspace_that_is_dropped_is_opened(hands, drop, desktop, tmp_path, qtbot):
    new_desk(tmp_path / "second.changedesk", actor="Dana").close()
    other = open_desk(tmp_path / "second.changedesk", actor="Dana")
    add_project(other, "TWO", "Another", manager="Dana", sponsor="Sam")
    other.close()
    drop(tmp_path / "second.changedesk")
    qtbot.waitUntil(lambda: desktop.session.desk.workspace.name == "second")
