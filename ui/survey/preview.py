"""How the question in hand looks to the person who answers it, while it is being written."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.store.workspace import Workspace
from changedesk.survey.answering import Page
from changedesk.survey.queries import Asking, questions
from changedesk.survey.records import Question
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.survey.kiosk_card import QuestionCard
from ui.survey.kiosk_look import KioskLook
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label

_SIZE = QSize(960, 540)


def read_page(workspace: Workspace, question: int) -> Page[Asking] | None:
    """Return what is shown at once with a question: itself, or its grid; on a worker."""
    survey = workspace.get(Question, question).survey_id
    every = questions(workspace, survey)
    one = next((found for found in every if found.id == question), None)
    if one is None:
        return None
    if one.kind != "matrix" or not one.block:
        return Page(one.block, (one,))
    rows = tuple(q for q in every if q.kind == "matrix" and q.block == one.block)
    return Page(one.block, rows)


class Preview(QWidget):
    """Shows one question as the kiosk does; what is answered in it goes nowhere."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question: int | None = None
        self._number = 0
        self.card: QuestionCard | None = None
        self._look = KioskLook(context.theme)
        self._look.fit(_SIZE)
        self._inner = QWidget()
        self._place = QVBoxLayout(self._inner)
        self._place.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self._place.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inner)
        self.told = plain_label("", "soft", wrap=True)
        self.told.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(scroll, 1)
        context.bus.changed.connect(self._hear)

    def show_records(self, keys: Sequence[int]) -> None:
        """Show the question in hand; nothing while several are."""
        self._question = keys[0] if len(keys) == 1 else None
        self.fetch()

    def showEvent(self, event: object) -> None:
        self.fetch()

    def fetch(self) -> None:
        """Read the question again."""
        question, workspace = self._question, self._context.workspace
        if not self.isVisible():
            return
        self._number += 1
        number = self._number
        if question is None:
            self._take((number, None))
            return

        def work(_: Progress) -> tuple[int, Page[Asking] | None]:
            return number, read_page(workspace, question)

        self._context.jobs.run(work, self._take, self._lost)

    def _lost(self, _error: BaseException) -> None:
        # The question was withdrawn while it was read.
        self._take((self._number, None))

    def _take(self, answer: tuple[int, Page[Asking] | None]) -> None:
        number, page = answer
        if number != self._number:
            return
        if self.card is not None:
            self._place.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if page is None:
            self.told.setText("")
            return
        one = page.questions[0]
        only = self.tr("Shown only if {0}.").format(one.relevant) if one.relevant else ""
        must = self.tr("Must be answered.") if one.required else ""
        self.told.setText(" ".join(part for part in (only, must) if part))
        self.card = QuestionCard(self._look, page)
        self._place.insertWidget(0, self.card)

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of("question") or changes.of("question_option"):
            self.fetch()
