"""Sending a wave out as forms and taking them back in, a folder of them in one go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from changedesk.overview.exportable import Wanted
from changedesk.people.queries import ProjectRow
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import wave_row, waves
from changedesk.survey.sheet_form_taking import FormsAccount, forms_in, take_forms
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.page import Page
from ui.project_documents import About, ProjectDocument, ProjectDocuments
from ui.survey.in_hand import SurveyInHand
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

PAGE = "surveys"
FORM = ActionSpec(
    "surveys.form", QT_TRANSLATE_NOOP("Actions", "Excel &form…"), "file", "Ctrl+E", "excel", PAGE
)
PAPER = ActionSpec(
    "surveys.paper_form", QT_TRANSLATE_NOOP("Actions", "&Paper form…"), "file", "", "word", PAGE
)
TAKE = ActionSpec(
    "surveys.take_forms", QT_TRANSLATE_NOOP("Actions", "&Take returned forms in…"), "file",
    "Ctrl+T", "import", PAGE,
)  # fmt: skip
REPORT = ActionSpec(
    "surveys.report", QT_TRANSLATE_NOOP("Actions", "Survey re&port…"), "file", "", "word", PAGE
)
WORKBOOK = ActionSpec(
    "surveys.workbook", QT_TRANSLATE_NOOP("Actions", "Survey &workbook…"), "file", "", "excel", PAGE
)
FORMS = (
    ProjectDocument("survey-form", FORM, ("xlsx",)),
    ProjectDocument("survey-paper", PAPER, ("docx",)),
    ProjectDocument("survey-report", REPORT, ("docx",)),
    ProjectDocument("survey-workbook", WORKBOOK, ("xlsx",)),
)


class Collecting(QObject):
    """Forms out of the wave in hand, and returned forms in."""

    def __init__(self, page: Page, in_hand: SurveyInHand, wave: Callable[[], int | None]) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._in_hand, self._wave = in_hand, wave
        self.documents = ProjectDocuments(page, FORMS, self._about)
        self.take: QAction = page.add_action(TAKE, self.ask, self._can_take)
        self.dialog: FormsDialog | None = None

    def _about(self) -> About:
        wave, survey = self._wave(), self._in_hand.key

        def about(workspace: Workspace, project: ProjectRow) -> Wanted:
            if wave is not None:
                return Wanted(project, wave=wave_row(workspace, wave).code)
            own = waves(workspace, survey) if survey is not None else []
            begun = [one for one in own if one.status != "planned"] or own
            return Wanted(project, wave=begun[-1].code if begun else "")

        return about

    def _can_take(self) -> bool:
        return not self._context.workspace.read_only

    def ask(self) -> None:
        """Ask for the folder with the forms that came back."""
        self._context.prompts.folder(self._page, self.tr("Folder of returned forms"), self.bring)

    def bring(self, *places: Path) -> None:
        """Take forms in, and those of whole folders."""
        workspace = self._context.workspace

        def work(progress: Progress) -> FormsAccount:
            return take_forms(workspace, forms_in(places), progress=progress)

        self._context.jobs.write(work, self._brought, title=self.tr("Taking forms in"))

    def _brought(self, account: FormsAccount) -> None:
        if not account.files:
            self._context.messages.tell(self.tr("There is no workbook in this folder."), "warning")
            return
        self.dialog = FormsDialog(account, self._page)
        self.dialog.open()


class FormsDialog(QDialog):
    """What became of each form: taken in, there already, refused and why."""

    def __init__(self, account: FormsAccount, page: Page) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Returned forms"))
        self.table = LeanTable(
            page.context.theme, self.tr("Returned forms"),
            (
                Column(self.tr("File"), share=3), Column(self.tr("What became of it"), letters=22,
                                                         coloured=True),
                Column(self.tr("More"), share=5),
            ),
        )  # fmt: skip
        self.table.show_rows(_rows(account))
        taken, known, refused = len(account.taken), len(account.known), len(account.refused)
        words = self.tr("{0} taken in, {1} there already, {2} refused")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(words.format(taken, known, refused), "heading"))
        column.addWidget(self.table, 1)
        box = QDialogButtonBox()
        close = box.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(close)
        box.accepted.connect(self.accept)
        column.addWidget(box)
        self.resize(GRID * 110, GRID * 60)


def _rows(account: FormsAccount) -> list[Row]:
    refused = QCoreApplication.translate("FormsDialog", "✖ refused")
    rows = [Row((name, refused, why), None, "failed") for name, why in account.refused]
    for one in account.taken:
        told = [one.wave, QCoreApplication.translate(
            "FormsDialog", "%n answer(s)", None, one.answered), *one.remarks]  # fmt: skip
        code = "passed_with_remark" if one.remarks else "passed"
        rows.append(Row((one.file, _taken_words(bool(one.remarks)), " · ".join(told)), None, code))
    already = QCoreApplication.translate("FormsDialog", "➔ there already")
    rows += [Row((name, already, ""), None, "skipped") for name in account.known]
    return rows


def _taken_words(remarks: bool) -> str:
    if remarks:
        return QCoreApplication.translate("FormsDialog", "✔* taken in, with remarks")
    return QCoreApplication.translate("FormsDialog", "✔ taken in")
