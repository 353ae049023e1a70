"""The dialog of starter kits: see what a kit holds, tick, take with Enter, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from changedesk.handover.kits import KITS, PARTS, kit_called
from changedesk.people.records import Project
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.kits.dialog import KitDialog
from ui.kits.offer import IN_KITS
from ui.kits.preview import day_words, part_words, told


@pytest.fixture
def shown(context: DeskContext, workspace: Workspace, qtbot: QtBot) -> Callable[[], KitDialog]:
    assert context.project_id is not None
    with workspace.change("Set the go-live") as change:
        change.set_many(Project, {context.project_id: {"go_live": "2026-04-20"}})

    def make() -> KitDialog:
        dialog = KitDialog(context, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_every_kit_and_part_can_be_read_before_anything_is_taken(
    shown: Callable[[], KitDialog],
) -> None:
    dialog = shown()
    assert dialog.list.count() == len(KITS)
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        for part in range(dialog.parts.count()):
            dialog.parts.setCurrentRow(part)
            entry = dialog.kit.in_part(PARTS[part])[-1]
            assert entry.title in dialog.preview.toPlainText()
            assert str(len(dialog.kit.in_part(PARTS[part]))) in dialog.parts.item(part).text()


def test_enter_takes_what_is_ticked_and_one_undo_takes_it_back(
    shown: Callable[[], KitDialog], workspace: Workspace, qtbot: QtBot
) -> None:
    before = workspace.counts()
    dialog = shown()
    dialog.parts.item(PARTS.index("scripts")).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.taken):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    made = workspace.counts()
    kit = kit_called(KITS[0])
    assert made["impact"] == before["impact"] + len(kit.of("impact"))
    assert made["script"] == before["script"]
    assert not dialog.isVisible()
    workspace.undo()
    assert workspace.counts() == before


def test_what_is_there_already_is_said_and_taking_it_again_adds_nothing(
    shown: Callable[[], KitDialog], workspace: Workspace
) -> None:
    shown().accept()
    before = workspace.counts()
    again = shown()
    assert "there already" in again.parts.item(0).text()
    assert again.take.text() == "All there already"
    again.accept()
    assert workspace.counts() == before


def test_nothing_can_be_taken_with_no_part_ticked(
    shown: Callable[[], KitDialog], workspace: Workspace
) -> None:
    before = workspace.counts()
    dialog = shown()
    for row in range(dialog.parts.count()):
        dialog.parts.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.take.isEnabled()
    dialog.accept()
    assert workspace.counts() == before


def test_without_a_project_it_says_what_to_do_first(context: DeskContext, qtbot: QtBot) -> None:
    context.project_id = None
    dialog = KitDialog(context, None)
    qtbot.addWidget(dialog)
    assert not dialog.take.isEnabled()


def test_days_are_told_as_dates_once_the_go_live_is_known() -> None:
    assert day_words(-14).startswith("2 week")
    assert day_words(0) == "at go-live"
    assert "2026" in day_words(-14, "2026-04-20")


def test_every_kind_of_entry_is_offered_on_its_empty_page() -> None:
    kinds = {entry.kind.record.about.type_name for entry in kit_called(KITS[0]).entries}
    assert kinds == IN_KITS


@pytest.mark.parametrize("part", PARTS)
def test_entries_are_told_with_what_they_name(part: str) -> None:
    kit = kit_called("chatbot")
    assert part_words(part)
    assert len(told(kit, part)) == len(kit.in_part(part))
    texts = " ".join(text for one in told(kit, "impacts") for text in one.texts)
    assert "Answered by: What the bot will do" in texts
    assert "Communication: Written statement on jobs" in texts
