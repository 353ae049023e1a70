"""Ctrl+K: one line that finds pages, actions and records, worked by keys alone."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from changedesk.store.code_search import records_coded
from changedesk.store.listing import Named, owners_of, projects_of, record_names
from changedesk.store.search import Hit
from changedesk.store.spec import spec_of
from changedesk.store.text import shortened
from changedesk.store.workspace import Workspace
from ui.actions import ActionChosen, ActionRegistry
from ui.desk_context import DeskContext, Place
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.pages import PAGES, page_of
from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList

SEARCH_PAUSE_MS = 60
HITS = 40


class PaletteDialog(QDialog):
    """Opened over the window; Enter does the chosen entry, arrows move, Escape leaves."""

    chosen = Signal(object)

    def __init__(
        self, actions: ActionRegistry, theme: object, context: DeskContext | None, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find anything"))
        self.setProperty("look", "palette")
        self._actions = actions
        self._context = context
        self._coded: list[Line] = []
        self._records: list[Line] = []
        self._number = 0
        self._awaited = 0
        self._moved = False
        self._hurried = False
        self.line = QLineEdit()
        keep_on_one_line(self.line)
        self.line.setPlaceholderText(self.tr("Find a record, a page or an action"))
        self.line.setAccessibleName(self.tr("Find a record, a page or an action"))
        self.line.setProperty("look", "palette")
        self.list = TwoLineList(theme, self.tr("Found"))  # type: ignore[arg-type]
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.line)
        self.nothing = plain_label("", "soft", wrap=True)
        self.nothing.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.hide()
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._take_clicked)
        self.line.returnPressed.connect(self._enter)
        self._show()

    def open_over(self, window: QWidget) -> None:
        """Show the palette near the top of the window."""
        width = min(GRID * 84, window.width() - GRID * 8)
        height = min(GRID * 56, window.height() - GRID * 16)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + GRID * 10)
        self.show()
        self.line.setFocus()

    def take(self) -> None:
        """Do the chosen entry and close."""
        index = self.list.currentIndex()
        if index.isValid():
            value = self.list.entries.lines[index.row()].value
            self.close()
            self.chosen.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return False

    def _move(self, step: int) -> None:
        count = len(self.list.entries.lines)
        if count:
            self._moved = True
            row = max(0, min(count - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.list.entries.index(row, 0))

    def _typed(self) -> None:
        self._coded = []
        self._records = [] if not self.line.text().strip() else self._records
        self._moved = self._hurried = False
        self._pause.start()
        self._show()

    def _enter(self) -> None:
        # Whoever types fast means what is typed now, not what was found for its beginning.
        if self._moved or not (self._pause.isActive() or self._awaited):
            self.take()
            return
        self._hurried = True
        if self._pause.isActive():
            self._pause.stop()
            self._search()

    def _take_clicked(self) -> None:
        self.take()

    def _show(self) -> None:
        words = self.line.text().casefold().split()
        known = {line.value for line in self._coded}
        others = [line for line in self._records if line.value not in known]
        lines = [*self._coded, *self._pages(words), *others, *self._action_lines(words)]
        self.list.show_lines(lines)
        if lines:
            self.list.setCurrentIndex(self.list.entries.index(0, 0))
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        looking = self._pause.isActive() or self._awaited
        self.nothing.setText(self.tr("Looking…") if looking else self._why_nothing())

    def _why_nothing(self) -> str:
        text = shortened(self.line.text().strip())
        if self._context is None:
            return self.tr("No action is called “{0}”. Open a workspace to find records.").format(
                text
            )
        return self.tr(
            "Nothing is called “{0}”. Try fewer words or their beginnings, a code such as "
            "UAT-014, or the name of a page."
        ).format(text)

    def _pages(self, words: Sequence[str]) -> list[Line]:
        if self._context is None:
            return []
        return [
            Line(entry.words, "", Place(entry.key), entry.icon, self.tr("Page"))
            for entry in PAGES
            if _fits(entry.words, words)
        ]

    def _action_lines(self, words: Sequence[str]) -> list[Line]:
        found = []
        for spec in self._actions.reachable():
            if spec.id == "go.palette" or spec.id.startswith("go.page."):
                continue
            action = self._actions.action(spec.id)
            text = action.text().replace("&", "")
            if _fits(text, words):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                icon = spec.icon or "command"
                found.append(Line(text, "", ActionChosen(spec.id), icon, keys))
        return found

    def _search(self) -> None:
        text = self.line.text().strip()
        self._number += 1
        if not text or self._context is None:
            self._show()
            self._take_if_hurried()
            return
        self._awaited = self._number
        number, workspace, project = self._number, self._context.workspace, self._context.project_id

        def work(_progress: Progress) -> tuple[int, list[Line], list[Line]]:
            coded = record_lines(workspace, records_coded(workspace, text), project)
            coded.sort(key=lambda line: line.value.project not in (project, None))
            found = record_lines(workspace, workspace.search(text, HITS), project)
            return number, coded, found

        self._context.jobs.run(work, self._take_records, self._take_failure)

    def _take_records(self, answer: tuple[int, list[Line], list[Line]]) -> None:
        number, coded, lines = answer
        if number == self._number:
            self._awaited = 0
            self._coded, self._records = coded, lines
            self._show()
            self._take_if_hurried()

    def _take_failure(self, error: BaseException) -> None:
        self._awaited, self._hurried = 0, False
        if self._context is not None:
            self._context.messages.problem(error)

    def _take_if_hurried(self) -> None:
        if self._hurried:
            self._hurried = False
            self.take()


def record_lines(workspace: Workspace, hits: Sequence[Hit], project: int | None) -> list[Line]:
    """Return an entry for each record found; a part (a step) stands for what it is a part of.

    One of another project than the one at hand says of which.
    """
    places: list[tuple[str, int]] = []
    for hit in hits:
        place = shown_at(workspace, hit)
        if place is not None and place not in places:
            places.append(place)
    names: dict[str, dict[int, Named]] = {}
    projects: dict[int, int] = {}
    for type_name in {type_name for type_name, _ in places}:
        keys = [key for kind, key in places if kind == type_name]
        names[type_name] = record_names(workspace, type_name, keys)
        if type_name != "project":
            projects |= projects_of(workspace, type_name, keys)
    called = record_names(workspace, "project", sorted(set(projects.values())))
    lines = []
    for type_name, key in places:
        named = names[type_name].get(key)
        page = page_of(type_name)
        if named is not None and page is not None:
            label = translate_label(spec_of(workspace.schema.by_name[type_name]).label)
            of = projects.get(key)
            elsewhere = called[of].title if of in called and of != project else ""
            goal = Place(page.key, type_name, key, of)
            lines.append(Line(named.full, elsewhere, goal, page.icon, label))
    return lines


def shown_at(workspace: Workspace, hit: Hit) -> tuple[str, int] | None:
    """Return the record that a page shows for a hit: itself, or what it is a part of."""
    type_name, key = hit.type_name, hit.id
    while page_of(type_name) is None:
        type_name, owners = owners_of(workspace, type_name, [key])
        if key not in owners:
            return None
        key = owners[key]
    return type_name, key


def _fits(text: str, words: Sequence[str]) -> bool:
    parts = text.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words)
