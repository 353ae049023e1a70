"""Import a file: choose it, see what it would make, decide what is unclear, take it in."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.exchange.making import Taken
from changedesk.uat import queries
from changedesk.uat.queries import CycleRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.import_parts import ColumnsPart, QuestionsPart, RowsPart, SheetsPart
from ui.uat.import_previews import RecordsPart
from ui.uat.import_reading import (
    Decisions,
    Reading,
    first_reading,
    placed,
    read_again,
    record_count,
    result_count,
    take_in,
)
from ui.uat.import_telling import account, kind_word, what_it_makes, what_was_made
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

SUFFIXES = (
    ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".xml", ".feature", ".docx",
)  # fmt: skip
_FILE, _WAIT, _PREVIEW = range(3)


class ImportDialog(QDialog):
    """Reading and importing happen on workers. `imported` carries what was taken in."""

    imported = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.page = parent
        self._reading: Reading | None = None
        self._cycles: list[CycleRow] = []
        self._number = 0
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self._faces = QStackedWidget()
        self._faces.addWidget(self._file_face())
        self._faces.addWidget(self._wait_face())
        self._faces.addWidget(self._preview_face())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._faces, 1)
        column.addWidget(self._foot())
        self.resize(GRID * 124, GRID * 80)
        self._show(_FILE)

    # -- faces --------------------------------------------------------------------------------

    def _file_face(self) -> QWidget:
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        column.setSpacing(GRID)
        self._refused = plain_label("", "bad", wrap=True)
        self._refused.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._refused.hide()
        title = plain_label(self.tr("Drop a file here"), "heading")
        about = plain_label(
            self.tr(
                "Scripts, defects, stakeholders, impacts, communications, training, attendance, "
                "rosters: somebody’s own sheet or Word table in any shape and language, or the "
                "export of another tool. Nothing is written yet."
            ),
            "soft",
            wrap=True,
        )
        self._choose = QPushButton(self.tr("Choose a file…"))
        make_primary(self._choose)
        self._choose.clicked.connect(self.choose_file)
        column.addStretch(1)
        for label in (title, about, self._refused):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(GRID)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return face

    def _wait_face(self) -> QWidget:
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(GRID * 16, GRID * 4, GRID * 16, GRID * 4)
        column.setSpacing(GRID * 2)
        self._waiting_for = plain_label("", "soft")
        self._waiting_for.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Working"))
        column.addStretch(1)
        column.addWidget(self._waiting_for)
        column.addWidget(bar)
        column.addStretch(1)
        return face

    def _preview_face(self) -> QWidget:
        face = QWidget()
        column = QVBoxLayout(face)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, 0)
        column.setSpacing(GRID // 2)
        self._title = plain_label("", "title")
        self._about = plain_label("", "soft", wrap=True)
        top = self._kind_row()
        self._warning = plain_label("", wrap=True)
        self._warning_frame = QFrame()
        self._warning_frame.setProperty("look", "warning")
        inside = QVBoxLayout(self._warning_frame)
        inside.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        inside.addWidget(self._warning)
        self.records = RecordsPart(self._context.theme)
        self.scripts = self.records.scripts
        self.columns = ColumnsPart()
        self.sheets = SheetsPart()
        self.questions = QuestionsPart()
        self.rows = RowsPart(self._context.theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What the file holds"))
        for part in (self.records, self.columns, self.sheets, self.questions, self.rows):
            self.tabs.addTab(part, "")
        for place in range(self.tabs.count()):
            key = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            key.setProperty("place", place)
            key.activated.connect(self._to_tab)
        for part in (self.columns, self.sheets, self.questions):
            part.decided.connect(self._decide)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addWidget(self._remembered)
        column.addWidget(self._warning_frame)
        column.addSpacing(GRID)
        column.addWidget(self.tabs, 1)
        return face

    def _kind_row(self) -> QHBoxLayout:
        self._kind_of_it = plain_label(self.tr("Read as"), "soft")
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Read as"))
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.activated.connect(self._choose_kind)
        self._remembered = QPushButton(
            self.tr("Columns and answers are those of the last file like this. Begin anew")
        )
        self._remembered.setFlat(True)
        self._remembered.clicked.connect(self._begin_anew)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._kind_of_it)
        row.addWidget(self.kind)
        return row

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("look", "surface")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID * 3 // 2)
        row.setSpacing(GRID)
        self._results_to = plain_label(self.tr("Results go to"), "soft")
        self._cycle = QComboBox()
        self._cycle.setMinimumWidth(GRID * 32)
        self._cycle.setAccessibleName(self.tr("Results go to"))
        self._other = QPushButton(self.tr("Another file…"))
        self._other.clicked.connect(self.choose_file)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        self._import = QPushButton(self.tr("Import"))
        make_primary(self._import)
        self._import.setDefault(True)
        self._import.clicked.connect(self.take_in)
        row.addWidget(self._results_to)
        row.addWidget(self._cycle)
        row.addStretch(1)
        for button in (self._other, self._cancel, self._import):
            row.addWidget(button)
        return foot

    def _show(self, face: int) -> None:
        self._faces.setCurrentIndex(face)
        preview = face == _PREVIEW
        for widget in (self._other, self._import):
            widget.setVisible(preview)
        found = self._reading.found if preview and self._reading is not None else None
        defects = found is not None and found.kind == "defects"
        placed_in = defects or (found is not None and result_count(found) > 0)
        words = self.tr("Defects go to") if defects else self.tr("Results go to")
        self._results_to.setText(words)
        self._cycle.setAccessibleName(words)
        self._results_to.setVisible(placed_in)
        self._cycle.setVisible(placed_in)
        if face == _FILE:
            self._choose.setFocus()

    # -- the file -----------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file."""
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        self._context.prompts.open_file(
            self,
            self.tr("Which file shall be imported?"),
            self.tr("Workbooks and tables ({0})").format(pattern),
            self.read,
        )

    def read(self, path: Path) -> None:
        """Read a file, away from the window and in a process of its own."""
        self._wait(self.tr("Reading {0}").format(path.name))
        self._number += 1
        number, workspace, project = self._number, self._context.workspace, self._context.project_id

        def work(_: Progress) -> tuple[int, Reading, list[CycleRow]]:
            cycles = queries.cycles(workspace, project) if project is not None else []
            return number, placed(workspace, project, first_reading(path)), cycles

        self._context.jobs.run(work, self._take_first, self._refuse)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(
            Path(url.toLocalFile()).suffix.lower() in SUFFIXES for url in event.mimeData().urls()
        ):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    def _wait(self, words: str) -> None:
        self._waiting_for.setText(words)
        self._show(_WAIT)

    def _refuse(self, error: BaseException) -> None:
        self._refused.setText(str(error))
        self._refused.show()
        self._show(_FILE)

    def _take_first(self, answer: tuple[int, Reading, list[CycleRow]]) -> None:
        number, reading, cycles = answer
        if number != self._number:
            return
        self._refused.hide()
        self._cycles = cycles
        self.questions.forget()
        self._cycle.clear()
        defects = reading.found.kind == "defects"
        own = (
            self.tr("the cycle that the file names") if defects else self.tr("a cycle of their own")
        )
        self._cycle.addItem(own, None)
        for cycle in reversed(cycles):
            self._cycle.addItem(self.tr("{0}  {1}").format(cycle.code, cycle.title), cycle.id)
        self._take_reading(reading)
        first: QWidget = self.questions if reading.found.questions else self.records
        if not record_count(reading) and self.rows.count:
            first = self.rows
        self.tabs.setCurrentWidget(first)
        self._import.setFocus()

    def _take_reading(self, reading: Reading) -> None:
        self._reading = reading
        found = reading.found
        self._title.setText(what_it_makes(reading))
        self._about.setText(account(reading))
        self._remembered.setVisible(reading.remembered)
        self._show_kinds(reading)
        self._warning.setText("\n".join(found.warnings))
        self._warning_frame.setVisible(bool(found.warnings))
        self.records.show_records(reading)
        self.columns.show_columns(found, reading.decisions)
        self.sheets.show_sheets(reading)
        self.questions.show_questions(found, reading.decisions)
        self.rows.show_rows(reading)
        titles = (
            self.tr("{0} ({1})").format(kind_word(found.kind), record_count(reading)),
            self.tr("Columns ({0})").format(len(self.columns.boxes)),
            self.tr("Sheets ({0})").format(len(reading.file.sheets)),
            self.tr("Questions ({0})").format(len(found.questions)),
            self.tr("Rows left out ({0})").format(self.rows.count),
        )
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)
        decided = reading.decisions
        asked = bool(found.questions or decided.answers or decided.words)
        shown = (True, bool(self.columns.boxes), bool(reading.sheets), asked, self.rows.count > 0)
        for place, visible in enumerate(shown):
            self.tabs.setTabVisible(place, visible)
        self._import.setEnabled(record_count(reading) > 0 and self._context.project_id is not None)
        self._show(_PREVIEW)

    def _show_kinds(self, reading: Reading) -> None:
        self.kind.clear()
        for kind in reading.kinds:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(reading.found.kind))
        for widget in (self.kind, self._kind_of_it):
            widget.setVisible(len(reading.kinds) > 1)

    # -- decisions ----------------------------------------------------------------------------

    def _to_tab(self) -> None:
        place = int(self.sender().property("place"))
        if self.tabs.isTabVisible(place):
            self.tabs.setCurrentIndex(place)

    def _decide(self, decisions: Decisions) -> None:
        if self._reading is None:
            return
        self._number += 1
        number, file = self._number, self._reading.file
        workspace, project = self._context.workspace, self._context.project_id

        def work(_: Progress) -> tuple[int, Reading]:
            return number, placed(workspace, project, read_again(file, decisions))

        self._context.jobs.run(work, self._take_again, self._decide_otherwise)

    def _choose_kind(self) -> None:
        self.questions.forget()
        self._decide(Decisions(kind=str(self.kind.currentData())))

    def _begin_anew(self) -> None:
        self.questions.forget()
        self._decide(Decisions())

    def _decide_otherwise(self, error: BaseException) -> None:
        # What was decided cannot be read: what was shown before stands, and the reason is told.
        self._context.messages.problem(error)
        if self._reading is not None:
            self._take_reading(self._reading)

    def _take_again(self, answer: tuple[int, Reading]) -> None:
        number, reading = answer
        if number == self._number:
            self._take_reading(reading)

    # -- taking in ----------------------------------------------------------------------------

    def take_in(self) -> None:
        """Make the change, and close."""
        reading, project = self._reading, self._context.project_id
        if reading is None or project is None or not self._import.isEnabled():
            return
        self._wait(self.tr("Importing {0}").format(reading.found.file))
        workspace, cycle = self._context.workspace, self._cycle.currentData()

        def work(_: Progress) -> Taken:
            return take_in(workspace, project, reading, cycle)

        self._context.jobs.write(work, self._taken, self._not_taken)

    def _taken(self, taken: Taken) -> None:
        self._context.messages.toast(" ".join([what_was_made(taken), *taken.warnings]))
        self.imported.emit(taken)
        self.accept()

    def _not_taken(self, error: BaseException) -> None:
        self._show(_PREVIEW)
        self._context.messages.problem(error)
        self.reject()


def open_import(context: DeskContext, page: QWidget) -> ImportDialog:
    """Open the dialog over a page and ask for the file."""
    dialog = ImportDialog(context, page)
    dialog.open()
    dialog.choose_file()
    return dialog
