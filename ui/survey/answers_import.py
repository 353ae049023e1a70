"""The export of an online survey tool, taken in: shown as it is read first, then confirmed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.survey import words
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.jobs import Progress
from ui.page import Page
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

if TYPE_CHECKING:
    from changedesk.exchange.making import Taken
    from changedesk.exchange.surveys.drafts import ColumnGuess, QuestionDraft, SurveyImport

ANSWERS = ActionSpec(
    "surveys.import_answers", QT_TRANSLATE_NOOP("Actions", "Import &answers…"), "file",
    "Ctrl+Shift+T", "import", "surveys",
)  # fmt: skip
_KINDS = {one.code: one.label for one in words.KINDS}


@dataclass(frozen=True)
class Reading:
    """A file as it was read, and what taking it in would make."""

    found: "SurveyImport"
    tried: "Taken"


class AnswersImport(QObject):
    """Asks for a file, shows how it is read, and takes it in as one change."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._context = page, page.context
        page.add_action(ANSWERS, self.ask, self._writable)
        self.dialog: AnswersDialog | None = None

    def _writable(self) -> bool:
        return not self._context.workspace.read_only and self._context.project_id is not None

    def ask(self) -> None:
        """Ask which file holds the answers."""
        self._context.prompts.open_file(
            self._page, self.tr("Import answers"),
            self.tr("Answers (*.xlsx *.xls *.ods *.csv *.tsv *.txt)"), self.read,
        )  # fmt: skip

    def read(self, path: Path) -> None:
        """Read a file and show what it says; nothing is written yet."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> Reading:
            # The readers are many: they are loaded when there is something to read.
            from changedesk.exchange.reader import read_file  # noqa: PLC0415
            from changedesk.exchange.surveys.choices import Choices  # noqa: PLC0415
            from changedesk.exchange.surveys.remembered import read_as_before  # noqa: PLC0415
            from changedesk.survey.importing import import_answers  # noqa: PLC0415

            found = read_as_before(read_file(path), Choices())
            return Reading(found, import_answers(workspace, project, found, only_try=True))

        self._context.jobs.write(work, self._show, title=self.tr("Reading the answers"))

    def _show(self, reading: Reading) -> None:
        self.dialog = AnswersDialog(reading, self._context.theme, self._page)
        self.dialog.confirmed.connect(self._take)
        self.dialog.open()

    def _take(self, found: "SurveyImport") -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> "Taken":
            from changedesk.survey.importing import import_answers  # noqa: PLC0415

            return import_answers(workspace, project, found)

        self._context.jobs.write(work, self._taken, title=self.tr("Taking answers in"))

    def _taken(self, taken: "Taken") -> None:
        came = taken.created.get("response", 0) + taken.updated.get("response", 0)
        told = self.tr("%n response(s) taken in. Ctrl+Z takes it back.", "", came)
        self._context.messages.toast(told)


class AnswersDialog(QDialog):
    """How each column is read, and what would come of it; `confirmed` carries the import."""

    confirmed = Signal(object)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import answers"))
        self._found = reading.found
        self.table = LeanTable(
            theme, self.tr("Columns"),
            (
                Column(self.tr("Column"), share=4), Column(self.tr("Read as"), share=3),
                Column(self.tr("Why"), share=5),
            ),
        )  # fmt: skip
        self.table.show_rows([
            Row(self._line(column, draft.questions), at)
            for draft in reading.found.drafts
            for at, column in enumerate(draft.columns)
        ])  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(f"{reading.found.file}: {reading.found.source}", "heading"))
        self.made = plain_label(self._made(reading.tried), "soft", wrap=True)
        column.addWidget(self.made)
        column.addWidget(self.table, 1)
        drafts = reading.found.drafts
        said = [*reading.found.warnings, *(one for draft in drafts for one in draft.warnings)]
        self.warnings = plain_label(
            "\n".join(dict.fromkeys((*said, *reading.tried.warnings))), "soft", wrap=True
        )
        column.addWidget(self.warnings)
        column.addWidget(self._buttons(bool(reading.tried.created or reading.tried.updated)))
        self.resize(GRID * 120, GRID * 80)

    def _line(
        self, column: "ColumnGuess", questions: "tuple[QuestionDraft, ...]"
    ) -> tuple[str, str, str]:
        asked = next((one for one in questions if one.key == column.key), None)
        if column.use != "question" or asked is None:
            why = column.left_out or column.why
            return column.heading, self._uses().get(column.use, column.use), why
        kind = translate_label(_KINDS.get(asked.kind, asked.kind))
        read = kind if asked.sure else f"{kind} ?"
        return column.heading, read, asked.guess

    def _uses(self) -> dict[str, str]:
        return {
            "ignore": self.tr("left out"), "source_id": self.tr("number of the response"),
            "started": self.tr("when it began"), "submitted": self.tr("when it was sent"),
            "seconds": self.tr("how long it took"), "status": self.tr("state of the response"),
            "finished": self.tr("whether it is whole"), "email": self.tr("e-mail"),
            "name": self.tr("name"), "group": self.tr("group"), "site": self.tr("site"),
            "role": self.tr("role"), "wave": self.tr("wave"), "code": self.tr("own code"),
            "question": self.tr("question"),
        }  # fmt: skip

    def _made(self, tried: "Taken") -> str:
        new, there = tried.created, tried.unchanged
        parts = [
            self.tr("%n new response(s)", "", new.get("response", 0)),
            self.tr("%n there already", "", there),
        ]
        if new.get("survey"):
            parts.insert(0, self.tr("a new survey"))
        if new.get("wave"):
            parts.append(self.tr("%n new wave(s)", "", new["wave"]))
        if new.get("question"):
            parts.append(self.tr("%n new question(s)", "", new["question"]))
        return " · ".join(parts)

    def _buttons(self, brings: bool) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = box.addButton(self.tr("Take in"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.take)
        self.take.setDefault(True)
        self.take.setEnabled(brings)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def accept(self) -> None:
        self.confirmed.emit(self._found)
        super().accept()
