"""Start from a kit: choose one, see what it holds, tick the parts that are wanted, take them."""

from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from changedesk.handover.kit_applying import Applied, apply_kit, parts_there
from changedesk.handover.kits import PARTS, Kit, kits
from changedesk.people.queries import projects
from ui.desk_context import DeskContext
from ui.jobs import Progress, Work
from ui.kits.preview import Told, day_words, part_words, told
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.text import PlainEdit, plain_label

_VALUE = int(Qt.ItemDataRole.UserRole)
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


@dataclass(frozen=True)
class Offer:
    """The kits, the go-live that days are counted from, and what is there by kit and part."""

    kits: tuple[Kit, ...] = ()
    go_live: str = ""
    there: dict[str, dict[str, int]] = field(default_factory=dict)


class KitPreview(PlainEdit):
    """The entries of one part, to be read and copied: titles stand out, facts step back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[Told] = []
        self.setReadOnly(True)
        self.setProperty("look", "card")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(GRID * 3 // 2)
        theme.changed.connect(self._write)

    def show_entries(self, entries: list[Told]) -> None:
        """Show these from the top."""
        self._shown = entries
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        heads = len({one.kind for one in self._shown}) > 1
        kind = ""
        for one in self._shown:
            if heads and one.kind != kind:
                self._line(cursor, one.kind, "accent", bold=True)
                cursor.insertText("\n")
            kind = one.kind
            self._line(cursor, one.title, "text", bold=True)
            if one.facts:
                self._line(cursor, one.facts, "text_soft")
            for text in one.texts:
                self._line(cursor, text, "text")
            cursor.insertText("\n")
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _line(self, cursor: QTextCursor, text: str, role: str, *, bold: bool = False) -> None:
        look = QTextCharFormat()
        look.setFont(self._theme.font("text", bold=bold))
        look.setForeground(self._theme.color(role))
        cursor.insertText(text + "\n", look)


class KitDialog(QDialog):
    """Reads and writes on workers. `taken` carries what was made."""

    taken = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._project = context.project_id
        self._offer = Offer()
        self._unticked: set[str] = set()
        self._taking = False
        self.setWindowTitle(self.tr("Start from a kit"))
        self.list = self._list(self.tr("Starter kits"))
        self.parts = self._list(self.tr("What is taken"))
        self.preview = KitPreview(context.theme)
        self.preview.setAccessibleName(self.tr("What this part holds"))
        self._title = plain_label("", "heading", wrap=True)
        self._summary = plain_label("", "soft", wrap=True)
        self._days = plain_label("", "soft", wrap=True)
        self._arrange()
        self.list.currentRowChanged.connect(self._show_kit)
        self.parts.currentRowChanged.connect(self._show_part)
        self.parts.itemChanged.connect(self._note_tick)
        context.jobs.run(self._read(), self._show)
        self.resize(GRID * 132, GRID * 80)
        self.list.setFocus()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setProperty("look", "card")
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSpacing(GRID // 2)
        return made

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(plain_label(self.tr("Starter kits"), "heading"))
        left.addWidget(self.list, 1)
        left.addWidget(plain_label(self.tr("What is taken"), "heading"))
        left.addWidget(self.parts, 1)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self._title)
        right.addWidget(self._summary)
        right.addWidget(self.preview, 1)
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 3)
        sides.addLayout(left, 2)
        sides.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(plain_label(self.tr("Start from a kit"), "title"))
        column.addLayout(sides, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = box.addButton(self.tr("Take it"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.take)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GRID * 2)
        foot.addWidget(self._days, 1)
        foot.addWidget(box)
        return foot

    # -- what there is ------------------------------------------------------------------------

    def _read(self) -> Work:
        workspace, project = self._context.workspace, self._project

        def work(_: Progress) -> Offer:
            found = kits()
            if project is None:
                return Offer(found)
            go_live = next((p.go_live for p in projects(workspace) if p.id == project), "")
            there = {kit.name: parts_there(workspace, kit, project) for kit in found}
            return Offer(found, go_live or "", there)

        return work

    def _show(self, offer: Offer) -> None:
        self._offer = offer
        for kit in offer.kits:
            item = QListWidgetItem(kit.title)
            item.setData(_VALUE, kit.name)
            self.list.addItem(item)
        if self._project is None:
            words = self.tr("Make a project first: it is what a kit is taken into.")
        elif offer.go_live:
            words = self.tr("Days are counted from go-live on {0}.").format(
                day_words(0, offer.go_live)
            )
        else:
            words = self.tr(
                "The project has no go-live yet: days stay empty, messages say in words when."
            )
        self._days.setText(words)
        self.list.setCurrentRow(0)

    @property
    def kit(self) -> Kit | None:
        """Return the kit in hand."""
        row = self.list.currentRow()
        return self._offer.kits[row] if 0 <= row < len(self._offer.kits) else None

    def ticked(self) -> list[str]:
        """Return the parts with a tick."""
        return [part for part in PARTS if part not in self._unticked]

    def _show_kit(self) -> None:
        kit = self.kit
        if kit is None:
            return
        self._title.setText(kit.title)
        self._summary.setText(kit.summary)
        row = max(0, self.parts.currentRow())
        self.parts.blockSignals(True)
        self.parts.clear()
        for part in PARTS:
            item = QListWidgetItem(self._part_said(kit, part))
            item.setData(_VALUE, part)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECK[part not in self._unticked])
            self.parts.addItem(item)
        self.parts.setCurrentRow(row)
        self.parts.blockSignals(False)
        self._show_part()
        self._refresh_button()

    def _part_said(self, kit: Kit, part: str) -> str:
        words = f"{part_words(part)}: {len(kit.in_part(part))}"
        there = self._offer.there.get(kit.name, {}).get(part, 0)
        return self.tr("{0}, {1} there already").format(words, there) if there else words

    def _show_part(self) -> None:
        kit, item = self.kit, self.parts.currentItem()
        if kit is not None and item is not None:
            self.preview.show_entries(told(kit, item.data(_VALUE), self._offer.go_live))

    def _note_tick(self, item: QListWidgetItem) -> None:
        part = item.data(_VALUE)
        if item.checkState() is Qt.CheckState.Checked:
            self._unticked.discard(part)
        else:
            self._unticked.add(part)
        self._refresh_button()

    def _refresh_button(self) -> None:
        kit = self.kit
        there = self._offer.there.get(kit.name, {}) if kit else {}
        fresh = sum(len(kit.in_part(p)) - there.get(p, 0) for p in self.ticked()) if kit else 0
        words = self.tr("Take %n entry(s)", "", fresh) if fresh else self.tr("All there already")
        self.take.setText(words if self.ticked() else self.tr("Nothing ticked"))
        possible = self._project is not None and not self._taking
        self.take.setEnabled(possible and bool(self.ticked()) and kit is not None)

    # -- taking it ----------------------------------------------------------------------------

    def accept(self) -> None:
        kit, project = self.kit, self._project
        if kit is None or project is None or not self.take.isEnabled():
            return
        self._taking = True
        self._refresh_button()
        work = _taking(self._context, kit, project, self.ticked())
        self._context.jobs.write(work, self._finish, self._fail, self.tr("Start from a kit"))

    def _finish(self, applied: Applied) -> None:
        count = sum(applied.made.values())
        if count:
            words = self.tr("%n record(s) made from the kit. Ctrl+Z takes them back.", "", count)
        else:
            words = self.tr("Everything of it is there already.")
        self._context.messages.toast(words)
        self.taken.emit(applied)
        super().accept()

    def _fail(self, error: BaseException) -> None:
        self._taking = False
        self._refresh_button()
        self._context.messages.problem(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)


def _taking(context: DeskContext, kit: Kit, project: int, parts: Collection[str]) -> Work:
    workspace = context.workspace

    def work(_: Progress) -> Applied:
        return apply_kit(workspace, kit, project, parts)

    return work
