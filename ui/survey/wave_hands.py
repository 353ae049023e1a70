"""What is done with a wave: invite groups, open it, remind, close it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.people.records import Group
from changedesk.store.workspace import Workspace
from changedesk.survey.asking import close_wave, invite_groups, open_wave, remind
from changedesk.survey.queries import invitations, wave_row
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.page import Page
from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.widgets.buttons import make_primary

PAGE = "surveys"
OPEN = ActionSpec(
    "surveys.open_wave", QT_TRANSLATE_NOOP("Actions", "&Open the wave, or close it"), "record",
    "Ctrl+Shift+O", "run", PAGE, group=1,
)  # fmt: skip
INVITE = ActionSpec(
    "surveys.invite", QT_TRANSLATE_NOOP("Actions", "Invite &groups…"), "record", "Ctrl+Shift+I",
    "people", PAGE, group=1,
)  # fmt: skip
REMIND = ActionSpec(
    "surveys.remind", QT_TRANSLATE_NOOP("Actions", "Note a re&minder of today"), "record", "", "",
    PAGE, group=1,
)  # fmt: skip


class WaveHands(QObject):
    """Works on the wave in hand."""

    def __init__(self, page: Page, wave: Callable[[], int | None]) -> None:
        super().__init__(page)
        self._page, self._context, self._wave = page, page.context, wave
        self.open: QAction = page.add_action(OPEN, self.turn, self._has_wave)
        page.add_action(INVITE, self.ask, self._has_wave)
        page.add_action(REMIND, self.remind, self._has_wave)
        self.dialog: InviteDialog | None = None

    def _has_wave(self) -> bool:
        return self._wave() is not None and not self._context.workspace.read_only

    def turn(self) -> None:
        """Open the wave in hand, or close it if it is open."""
        wave, workspace = self._wave(), self._context.workspace
        if wave is None:
            return

        def work(_: Progress) -> tuple[str, bool, int]:
            row = wave_row(workspace, wave)
            if row.status == "open":
                return row.title, False, close_wave(workspace, wave)
            open_wave(workspace, wave)
            return row.title, True, 0

        self._context.jobs.write(work, self._turned)

    def _turned(self, done: tuple[str, bool, int]) -> None:
        title, opened, left_out = done
        if opened:
            self._context.messages.toast(self.tr("{0} is open.").format(title))
            return
        told = self.tr("{0} is closed.").format(title)
        if left_out:
            more = self.tr(
                "%n anonymous answer(s) stay out: fewer came than the smallest group has.", "",
                left_out,
            )  # fmt: skip
            self._context.messages.tell(f"{told} {more}", "warning", stays=True)
        else:
            self._context.messages.toast(told)

    def ask(self) -> None:
        """Choose which groups are invited, everybody in them."""
        wave, workspace = self._wave(), self._context.workspace
        if wave is None:
            return

        def work(_: Progress) -> tuple[int, str, list[tuple[str, int]], set[int]]:
            return wave, *_groups(workspace, wave)

        self._context.jobs.run(work, self._offer)

    def _offer(self, found: tuple[int, str, list[tuple[str, int]], set[int]]) -> None:
        wave, title, groups, invited = found
        self.dialog = InviteDialog(title, groups, invited, self._page)
        self.dialog.setProperty("wave", wave)
        self.dialog.invited.connect(self._invite)
        self.dialog.open()

    def _invite(self, groups: list[int]) -> None:
        wave, workspace = int(self.sender().property("wave")), self._context.workspace

        def work(_: Progress) -> int:
            return invite_groups(workspace, wave, groups)

        self._context.jobs.write(work, self._invited)

    def _invited(self, people: int) -> None:
        told = self.tr("%n person(s) invited. Ctrl+Z takes it back.", "", people)
        self._context.messages.toast(told)

    def remind(self) -> None:
        """Note that people were reminded today."""
        wave, workspace = self._wave(), self._context.workspace
        if wave is None:
            return

        def work(_: Progress) -> None:
            remind(workspace, wave)

        self._context.jobs.write(work, self._reminded)

    def _reminded(self, _nothing: None) -> None:
        self._context.messages.toast(self.tr("The reminder is noted."))


def _groups(workspace: Workspace, wave: int) -> tuple[str, list[tuple[str, int]], set[int]]:
    row = wave_row(workspace, wave)
    invited = {
        one.group
        for one in invitations(workspace, row.survey)
        if one.wave == wave and one.group is not None
    }
    query = Group.select(Group.id, Group.name, Group.headcount).order_by(Group.name)
    groups = [
        (f"{one.name} · {one.headcount if one.headcount is not None else '–'}", int(one.id))
        for one in workspace.rows(query)
    ]
    return row.title, groups, invited


class InviteDialog(QDialog):
    """`invited` carries the keys of the groups with a tick."""

    invited = Signal(object)

    def __init__(
        self, title: str, groups: list[tuple[str, int]], invited: set[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Invite groups"))
        self.groups = CheckList(self.tr("Who is invited to {0}?").format(title))
        self.groups.show_items(groups, ticked=invited)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = box.addButton(self.tr("Invite"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(keep)
        keep.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(self.groups, 1)
        column.addWidget(box)
        self.resize(GRID * 60, GRID * 60)

    def accept(self) -> None:
        self.invited.emit(self.groups.values())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)
