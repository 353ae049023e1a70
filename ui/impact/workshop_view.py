"""Workshop mode: one group, one impact at a time, the widest disagreements first, by keys alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from changedesk.impact import ratings
from changedesk.impact.ratings import GROUP, PROJECT
from changedesk.impact.words import ASPECTS
from changedesk.impact.workshop import GroupStanding, Item, items_of, standings
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.impact.workshop_board import WorkshopBoard
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.hints import elided
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel, plain_label

Key = int | str
"""What an item stands for: its impact, or the aspect that has none yet."""
LIST_WIDTH = GRID * 36
_LABELS = {choice.code: choice.label for choice in ASPECTS}
_STEPS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1,
}  # fmt: skip


@dataclass(frozen=True)
class Round:
    """What a group has to rate, and every group with where it stands; read on a worker."""

    group: int | None
    items: tuple[Item, ...]
    groups: tuple[GroupStanding, ...]


def read_round(workspace: Workspace, project: int, group: int | None) -> Round:
    """Return the round of a group; without one, that of the group with the most to discuss."""
    with workspace.snapshot():
        found = standings(workspace, project)
        if group is None and found:
            group = max(found, key=lambda one: (one.discuss, one.impacts - one.rated)).id
        items = items_of(workspace, project, group) if group is not None else []
    return Round(group, tuple(items), tuple(found))


class WorkshopView(QWidget):
    """The workshop on the whole page. `left` says Esc.

    The order of a round stays as it was when the group came up: what is rated does not move away
    under the hands of the room.
    """

    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._group: int | None = None
        self._groups: tuple[GroupStanding, ...] = ()
        self._items: dict[Key, Item] = {}
        self._order: list[Key] = []
        self._place = 0
        self._project_side = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Workshop"))
        self.name = ElidedLabel()
        self.name.setProperty("look", "title")
        self.standing = plain_label("", "soft")
        self.board = WorkshopBoard(context.theme)
        self.list = LeanTable(context.theme, self.tr("What is rated"), self._columns())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedWidth(LIST_WIDTH)
        self.hint = elided(
            self.tr("0–5 rate · P project · G group · Tab other side · ↑ ↓ next · R why · "
                    "Page Up, Page Down group · Ctrl+Z back · Esc leaves")
        )  # fmt: skip
        self.hint.setContentsMargins(GRID * 3, 0, GRID * 3, GRID)
        self.empty = EmptyState(
            context.theme,
            "group",
            self.tr("No groups yet"),
            self.tr(
                "A workshop is held with a group of people who are hit alike. Add the groups "
                "on the page People first; Esc leaves the workshop."
            ),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.list.clicked.connect(self._pick)
        for card, side in ((self.board.project, self.take_project), (self.board.group,
                           self.take_group)):  # fmt: skip
            card.clicked.connect(side)
            card.rated.connect(self.rate)
        self.board.reason.done.connect(self._write_reason)
        self.board.reason.left.connect(self.setFocus)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID)
        top.setSpacing(GRID * 2)
        top.addWidget(self.name, 1)
        top.addWidget(self.standing)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list)
        middle.addWidget(self.board, 1)
        round_at_hand = QWidget()
        column = QVBoxLayout(round_at_hand)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.hint)
        for face in (QWidget(), round_at_hand, self.empty):
            self._stack.addWidget(face)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("P"), letters=2, right=True),
            Column(self.tr("G"), letters=2, right=True),
            Column(self.tr("Apart"), letters=5, coloured=True),
            Column(self.tr("What changes"), share=1),
        )

    # -- what is shown ------------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """Return what is in hand."""
        return self._items[self._order[self._place]] if self._order else None

    @property
    def titles(self) -> list[str]:
        """Return what is rated, in the order of the round."""
        return [self._items[key].title for key in self._order]

    @property
    def group(self) -> int | None:
        """Return the group at hand."""
        return self._group

    def begin(self, group: int | None) -> None:
        """Begin a round with a group, or with the one that has the most to discuss."""
        self._group, self._order, self._items, self._place = None, [], {}, 0
        self._project_side = True
        self._stack.setCurrentIndex(0)
        self._fetch(group)

    def reload(self) -> None:
        """Bring the round up to date; its order stays."""
        if self._group is not None:
            self._fetch(self._group)

    def move_group(self, by: int) -> None:
        """Go to the round of another group."""
        keys = [one.id for one in self._groups]
        if self._group in keys:
            self.board.reason.keep()
            self.begin(keys[(keys.index(self._group) + by) % len(keys)])

    def _fetch(self, group: int | None) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> Round:
            return read_round(workspace, project, group)

        self._context.jobs.run(work, self._take)

    def _take(self, found: Round) -> None:
        if self._group is not None and found.group != self._group:
            return
        self._group, self._groups = found.group, found.groups
        fresh = {key_of(item): item for item in found.items}
        aspects = {item.aspect: key for key, item in fresh.items()}
        order: list[Key] = []
        for key in self._order:
            # An aspect that was blank may have its impact now, and none again after an undo.
            kept = key if key in fresh else aspects.get(self._items[key].aspect)
            moved = kept != key and isinstance(kept, int) and isinstance(key, int)
            if kept is not None and not moved and kept not in order:
                order.append(kept)
        self._order = [*order, *(key for key in fresh if key not in order)]
        self._items = fresh
        self._place = max(0, min(self._place, len(self._order) - 1))
        self._stack.setCurrentIndex(1 if self._order else 2)
        self._show()

    def _show(self) -> None:
        standing = next((one for one in self._groups if one.id == self._group), None)
        if standing is not None:
            self.name.setText(standing.name)
            words = self.tr("{0} of {1} rated by both").format(standing.rated, standing.impacts)
            if standing.discuss:
                words += self.tr(" · ◆ {0} to discuss").format(standing.discuss)
            self.standing.setText(words)
        if self.item is not None:
            self.board.show_item(self.item, project_side=self._project_side)
        self.list.show_rows([_row(key, self._items[key]) for key in self._order])
        if self._order:
            self.list.setCurrentIndex(self.list.lines.index(self._place, 0))

    # -- keys -----------------------------------------------------------------------------------

    def take_project(self) -> None:
        """Rate for the project from now on."""
        self._project_side = True
        self._show()

    def take_group(self) -> None:
        """Rate for the group from now on."""
        self._project_side = False
        self._show()

    def go(self, by: int) -> None:
        """Go to what comes further down or up."""
        if self._order:
            self.board.reason.keep()
            self._place = max(0, min(self._place + by, len(self._order) - 1))
            self._show()

    def ask_reason(self) -> None:
        """Put the cursor into the reason."""
        if self.item is not None and self.item.impact is not None:
            self.board.reason.setFocus()
            self.board.reason.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.go(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self.hasFocus():
            return super().focusNextPrevChild(forward)
        self._project_side = not self._project_side
        self._show()
        return True

    def _pick(self) -> None:
        self._place = max(0, self.list.currentIndex().row())
        self._show()

    # -- writing --------------------------------------------------------------------------------

    def rate(self, score: int) -> None:
        """Give what is in hand a rating for the side at hand: one durable, undoable change."""
        item, group, project = self.item, self._group, self._context.project_id
        if item is None or group is None or project is None or self._context.workspace.read_only:
            return
        side = PROJECT if self._project_side else GROUP
        workspace, impact, aspect = self._context.workspace, item.impact, item.aspect

        def work(_: Progress) -> None:
            if impact is not None:
                ratings.rate(workspace, impact, side, score)
            else:
                ratings.rate_aspect(workspace, project, group, aspect, side, score)

        self._context.jobs.write(work, None, self._refused)
        shown = self._items.get(key_of(item))
        if shown is not None and impact is not None:
            self._items[key_of(item)] = _rated(shown, score, project_side=self._project_side)
            self._show()

    def _write_reason(self, reason: str) -> None:
        item, workspace = self.item, self._context.workspace
        if item is None or item.impact is None:
            return
        impact = item.impact

        def work(_: Progress) -> None:
            ratings.give_reason(workspace, impact, reason)

        self._context.jobs.write(work, None, self._refused)

    def _refused(self, error: BaseException) -> None:
        # What was refused is shown as it stands.
        self.reload()
        self._context.messages.problem(error)


def key_of(item: Item) -> Key:
    """Return what an item stands for."""
    return item.impact if item.impact is not None else item.aspect


def _rated(item: Item, score: int, *, project_side: bool) -> Item:
    if project_side:
        return replace(item, severity=score)
    return replace(item, group_severity=score)


def _row(key: Key, item: Item) -> Row:
    apart = "○" if item.gap is None else f"◆ {item.gap}" if item.discuss else f"✔ {item.gap}"
    code = "blocked" if item.discuss else "passed" if item.gap is not None else "not_run"
    label = translate_label(_LABELS.get(item.aspect, item.aspect))
    words = label if item.impact is None else f"{item.title} · {label}"
    return Row((_score(item.severity), _score(item.group_severity), apart, words), key, code)


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)
