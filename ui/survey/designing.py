"""Designing a survey: from a ready one, from an XLSForm, question by question."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from changedesk.office.files import replacing
from changedesk.survey.actions import (
    copy_survey,
    move_question,
    reword,
    survey_from_form,
    survey_from_ready,
)
from changedesk.survey.form_giving import form_of_questions
from changedesk.survey.form_taking import questions_of
from changedesk.survey.queries import SurveyRow, asked_now, survey_row
from changedesk.survey.ready import ready_surveys
from changedesk.survey.records import Question
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.jobs import Progress
from ui.page import Page
from ui.survey.in_hand import SurveyInHand
from ui.survey.ready_dialog import ReadyDialog

PAGE = "surveys"
READY = ActionSpec(
    "surveys.ready", QT_TRANSLATE_NOOP("Actions", "Take a &ready survey…"), "record", "Ctrl+R",
    "sample", PAGE, group=1,
)  # fmt: skip
READ = ActionSpec(
    "surveys.read_form", QT_TRANSLATE_NOOP("Actions", "Read an &XLSForm…"), "file", "", "import",
    PAGE,
)  # fmt: skip
WRITE = ActionSpec(
    "surveys.write_form", QT_TRANSLATE_NOOP("Actions", "Save as &XLSForm…"), "file", "", "export",
    PAGE,
)  # fmt: skip
COPY = ActionSpec(
    "surveys.copy", QT_TRANSLATE_NOOP("Actions", "&Copy the survey…"), "record", "", "copy", PAGE,
    group=1,
)  # fmt: skip
REWORD = ActionSpec(
    "surveys.reword", QT_TRANSLATE_NOOP("Actions", "Re&word the question…"), "record", "", "",
    PAGE, group=1,
)  # fmt: skip
UP = ActionSpec(
    "surveys.up", QT_TRANSLATE_NOOP("Actions", "Move the question &up"), "record", "Alt+Up", "",
    PAGE, group=1,
)  # fmt: skip
DOWN = ActionSpec(
    "surveys.down", QT_TRANSLATE_NOOP("Actions", "Move the question &down"), "record", "Alt+Down",
    "", PAGE, group=1,
)  # fmt: skip


class Designing(QObject):
    """What makes surveys and puts their questions in order.

    `question` gives the question in hand and its place among all, None where there is none.
    """

    def __init__(
        self,
        page: Page,
        in_hand: SurveyInHand,
        question: Callable[[], tuple[int, int] | None],
    ) -> None:
        super().__init__(page)
        self._page, self._context = page, page.context
        self._in_hand, self._question = in_hand, question
        self.ready: QAction = page.add_action(READY, self.offer, self._writable)
        self.read: QAction = page.add_action(READ, self.ask_form, self._writable)
        page.add_action(WRITE, self.ask_target, self._has_survey)
        page.add_action(COPY, self.ask_title, self._can_copy)
        page.add_action(REWORD, self.ask_wording, self._can_move)
        page.add_action(UP, self._up, self._can_move)
        page.add_action(DOWN, self._down, self._can_move)
        self.dialog: ReadyDialog | None = None

    def _writable(self) -> bool:
        return not self._context.workspace.read_only and self._context.project_id is not None

    def _has_survey(self) -> bool:
        return self._in_hand.key is not None

    def _can_copy(self) -> bool:
        return self._has_survey() and not self._context.workspace.read_only

    def _can_move(self) -> bool:
        return self._writable() and self._question() is not None

    # -- ready surveys ------------------------------------------------------------------------

    def offer(self) -> None:
        """Show the surveys that come with the program."""
        self.dialog = ReadyDialog(ready_surveys(), self._page)
        self.dialog.taken.connect(self.take_ready)
        self.dialog.open()

    def take_ready(self, name: str, blanks: dict[str, str]) -> None:
        """Make a survey of a ready one."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> int:
            return survey_from_ready(workspace, project, name, blanks, translate_label)

        self._context.jobs.write(work, self._made)

    def _made(self, survey: int) -> None:
        self._page.show_record("survey", survey)
        self._context.messages.toast(self.tr("The survey is made. Ctrl+Z takes it back."))

    # -- XLSForm ------------------------------------------------------------------------------

    def ask_form(self) -> None:
        """Ask which XLSForm is read."""
        self._context.prompts.open_file(
            self._page, self.tr("Read an XLSForm"), self.tr("XLSForms (*.xlsx *.xls)"),
            self.read_form,
        )  # fmt: skip

    def read_form(self, path: Path) -> None:
        """Make a survey of an XLSForm, and say what it could not take."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> tuple[int, tuple[str, ...]]:
            from changedesk.exchange.xlsform.reading import read_xlsform  # noqa: PLC0415 - slow

            form = read_xlsform(path)
            told = questions_of(form)
            made = survey_from_form(workspace, project, form.title or path.stem, told.questions)
            refused = (one.sentence for one in form.refused)
            return made, (*refused, *told.refused, *told.remarks)

        self._context.jobs.write(work, self._read)

    def _read(self, found: tuple[int, tuple[str, ...]]) -> None:
        survey, left_out = found
        self._made(survey)
        if left_out:
            more = self.tr("%n thing(s) of the form are not as they were:", "", len(left_out))
            self._context.prompts.tell(self._page, more, "\n".join(left_out))

    def ask_target(self) -> None:
        """Ask where the survey in hand goes as an XLSForm."""
        self._context.prompts.save_file(
            self._page, self.tr("Save as XLSForm"), "form.xlsx", self.tr("XLSForms (*.xlsx)"),
            self.write_form,
        )  # fmt: skip

    def write_form(self, path: Path) -> None:
        """Write the survey in hand as an XLSForm."""
        survey, workspace = self._in_hand.key, self._context.workspace
        if survey is None:
            return

        def work(_: Progress) -> Path:
            from changedesk.exchange.xlsform.writing import write_xlsform  # noqa: PLC0415 - slow

            row = survey_row(workspace, survey)
            form = form_of_questions(row.title, asked_now(workspace, survey), code=row.code)
            with replacing(path) as fresh:
                fresh.write_bytes(write_xlsform(form))
            return path

        self._context.jobs.run(work, self._written)

    def _written(self, path: Path) -> None:
        self._context.messages.toast(self.tr("{0} is written.").format(path.name))

    # -- a survey or a question again ---------------------------------------------------------

    def ask_title(self) -> None:
        """Ask what a copy of the survey in hand is called."""
        survey, workspace = self._in_hand.key, self._context.workspace
        if survey is None:
            return

        def offer(row: SurveyRow) -> None:
            self._context.prompts.text(
                self._page, self.tr("Copy the survey"),
                self.tr("Its questions are copied, without any answer. Title of the copy:"),
                self.tr("{0} (copy)").format(row.title), partial(self.copy, survey),
            )  # fmt: skip

        self._context.jobs.run(lambda _: survey_row(workspace, survey), offer)

    def copy(self, survey: int, title: str) -> None:
        """Make a survey with the questions of another one."""
        workspace = self._context.workspace
        if title.strip():
            self._context.jobs.write(
                lambda _: copy_survey(workspace, survey, title.strip()), self._made
            )

    def ask_wording(self) -> None:
        """Ask how the question in hand is worded from now on."""
        found, workspace = self._question(), self._context.workspace
        if found is None:
            return
        question = found[0]

        def offer(text: str) -> None:
            self._context.prompts.text(
                self._page, self.tr("Reword the question"),
                self.tr(
                    "Once it was answered, other words make another question: the old one keeps "
                    "its answers, and a series of its own begins. The question:"
                ),
                text, partial(self.reword, question),
            )  # fmt: skip

        self._context.jobs.run(lambda _: str(workspace.get(Question, question).text), offer)

    def reword(self, question: int, text: str) -> None:
        """Ask a question with other words from now on."""
        workspace = self._context.workspace
        if text.strip():
            self._context.jobs.write(lambda _: reword(workspace, question, text.strip()))

    # -- order --------------------------------------------------------------------------------

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        found, workspace = self._question(), self._context.workspace
        if found is None or found[1] + by < 1:
            return
        question, place = found

        def work(_: Progress) -> None:
            move_question(workspace, question, place + by)

        self._context.jobs.write(work)
