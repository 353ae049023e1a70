"""Assessments: what was answered and what it says, its trend, and the sheet that is filled in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.impact.assessments import (
    ATTRIBUTES,
    CHARACTERISTICS,
    READINESS,
    SPONSOR,
    Taken,
    assessments,
    newest_risk,
    questionnaire,
    record_assessment,
    trend,
)
from changedesk.impact.scoring import FEW
from changedesk.impact.words import ASSESSMENTS
from changedesk.people.days import today
from changedesk.store.change import ChangeSet
from changedesk.store.errors import ChangeDeskError
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.impact.question_sheet import QuestionSheet
from ui.impact.readiness_words import band_tone, band_words, kind_word, number, part_words
from ui.impact.trend_chart import TrendChart
from ui.jobs import Progress
from ui.page import on_surface
from ui.records.values import date_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

CONCERNING = frozenset(("assessment", "assessment_answer", "project", "group"))
_CODES = {"good": "pass", "bad": "fail", "warning": "blocked", "quiet": "na"}


class AssessmentsView(QStackedWidget):
    """One kind at a time; `turned` tells that a sheet was begun or left."""

    turned = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._taken: list[Taken] = []
        self._number = 0
        theme = context.theme
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Questionnaire"))
        for choice in ASSESSMENTS:
            self.kind.addItem(kind_word(choice.code), choice.code)
        self.about = plain_label("", "soft", wrap=True)
        self.verdict = plain_label("", "heading", wrap=True)
        self.chart = TrendChart(theme)
        self.table = LeanTable(
            theme, self.tr("What was answered"),
            (
                Column(self.tr("On"), letters=12), Column(self.tr("Assessed by"), share=2),
                Column(self.tr("About"), share=2), Column(self.tr("Parts"), share=5),
                Column(self.tr("Result"), share=2, coloured=True),
            ),
        )  # fmt: skip
        self.empty = EmptyState(theme, "readiness", "", "")
        self.sheet = QuestionSheet(theme)
        self.assessor, self.subject = QLineEdit(), QLineEdit()
        self.home = QWidget()
        self._results = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.home)
        self.kind.currentIndexChanged.connect(self._show)
        self.sheet.left.connect(self.leave_sheet)
        self.sheet.done.connect(self.keep)

    def _lay_out(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(GRID * 3, GRID, GRID * 3, 0)
        self._bar.setSpacing(GRID * 2)
        self._bar.addWidget(self.kind)
        self._bar.addWidget(self.about, 1)
        full = QWidget()
        inner = QVBoxLayout(full)
        inner.setContentsMargins(0, 0, 0, 0)
        self.verdict.setContentsMargins(GRID * 3, GRID, GRID * 3, 0)
        inner.addWidget(self.verdict)
        inner.addWidget(self.chart, 3)
        inner.addWidget(on_surface(self.table, GRID * 2), 2)
        self._results.addWidget(full)
        self._results.addWidget(self.empty)
        column = QVBoxLayout(self.home)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._bar)
        column.addWidget(self._results, 1)
        self.home.setFocusProxy(self.table)
        self.addWidget(self.home)
        filling = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3, GRID, GRID * 3, 0)
        for words, line in (
            (self.tr("Assessed by"), self.assessor), (self.tr("About"), self.subject),
        ):  # fmt: skip
            keep_on_one_line(line)
            line.setAccessibleName(words)
            row.addWidget(plain_label(words, "soft"))
            row.addWidget(line, 1)
            line.returnPressed.connect(self.sheet.setFocus)
        self._filling_row = row
        inside = QVBoxLayout(filling)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row)
        inside.addWidget(self.sheet, 1)
        self.addWidget(filling)
        self._filling = filling

    def offer(self, begin: QAction, keep: QAction) -> None:
        """Put the ways to begin and to keep a sheet where they are looked for."""
        self.empty.add_button(begin, primary=True)
        self._filling_row.addWidget(action_button(keep, primary=True))

    @property
    def filling(self) -> bool:
        """Tell whether a sheet is being filled in."""
        return self.currentWidget() is self._filling

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read what was answered."""
        if changes is not None and not CONCERNING & set(changes.touched):
            return
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        count = self._number
        if project is None:
            self._take((count, []))
            return

        def work(_: Progress) -> tuple[int, list[Taken]]:
            return count, assessments(workspace, project)

        self._context.jobs.run(work, self._take)

    def _take(self, answer: tuple[int, list[Taken]]) -> None:
        count, taken = answer
        if count == self._number:
            self._taken = taken
            self._show()

    def _show(self) -> None:
        kind = str(self.kind.currentData())
        asked = questionnaire(kind)
        self.about.setText(f"{translate_label(asked.about)} {translate_label(asked.source)}")
        rows = [one for one in self._taken if one.kind == kind]
        self._results.setCurrentIndex(0 if rows else 1)
        self.empty.say(
            self.tr("“{0}” was not answered yet").format(kind_word(kind)),
            self.tr("{0} questions, each answered by one digit; what is left blank stays "
                    "blank.").format(len(asked.items)),
        )  # fmt: skip
        if not rows:
            return
        self.chart.show_points(asked, trend(_alike(rows)))
        self.verdict.setText(self._verdict(kind, rows))
        means = kind in (READINESS, SPONSOR)
        self.table.show_rows(
            [
                Row(
                    (
                        date_text(one.day), one.assessor, one.subject or one.group_name,
                        " · ".join(f"{p.title} {part_words(p, means=means)}"
                                   for p in one.result.parts),
                        band_words(one.result.band),
                    ),
                    one.id, _CODES[band_tone(one.result.band)],
                )
                for one in reversed(rows)
            ]
        )  # fmt: skip

    def _verdict(self, kind: str, rows: list[Taken]) -> str:
        last = rows[-1]
        parts = [
            f"{part.title}: {band_words(part.band)}" for part in last.result.parts if part.band
        ]
        if kind == SPONSOR:
            newest = {one.subject: one for one in rows}
            parts = [f"{who}: {band_words(one.result.band)}" for who, one in newest.items()]
        if kind in (CHARACTERISTICS, ATTRIBUTES):
            risk = band_words(newest_risk(self._taken))
            parts.append(self.tr("Risk of the change: {0}").format(risk))
        if kind == READINESS:
            parts = [self._readiness(rows)]
        return "   ·   ".join(parts)

    def _readiness(self, rows: list[Taken]) -> str:
        point = trend(rows)[-1]
        told = [self.tr("%n answer sheet(s) on {0}", "", point.n).format(date_text(point.day))]
        for part in questionnaire(READINESS).parts:
            mean, alpha = point.figures[part.key], point.alphas[part.key]
            if mean is None:
                continue
            words = self.tr("{0}: mean {1}").format(part.title, number(float(mean)))
            if alpha is not None and point.n >= FEW:
                words += self.tr(", alpha {0}").format(f"{float(alpha):.2f}")
            told.append(words)
        return "   ·   ".join(told)

    # -- filling in ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin a blank sheet of the kind at hand."""
        self.sheet.ask(questionnaire(str(self.kind.currentData())))
        self.assessor.setText(self._context.workspace.actor)
        self.subject.clear()
        self.setFocusProxy(self.sheet)
        self.setCurrentWidget(self._filling)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def leave_sheet(self) -> None:
        """Leave the sheet; where something was answered, ask first."""
        if any(value is not None for value in self.sheet.answers.values()):
            self._context.prompts.ask(
                self,
                self.tr("Leave without keeping the answers?"),
                "",
                self.tr("Leave"),
                self._go_home,
            )
        else:
            self._go_home("")

    def keep(self) -> None:
        """Keep the sheet as one change."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None or not self.filling:
            return
        kind, answers = str(self.kind.currentData()), dict(self.sheet.answers)
        told = {"assessor": self.assessor.text().strip(), "subject": self.subject.text().strip()}

        def work(_: Progress) -> int:
            day = today(workspace)
            return record_assessment(workspace, project, kind, day, answers, **told)

        self._context.jobs.write(work, self._kept, self._refused)

    def _kept(self, _key: int) -> None:
        self._context.messages.toast(self.tr("Kept. Ctrl+Z takes it back."))
        self._go_home("")

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, ChangeDeskError):
            raise error
        self._context.messages.problem(error)

    def _go_home(self, _answer: str) -> None:
        self.setFocusProxy(self.home)
        self.setCurrentWidget(self.home)
        self.table.setFocus()
        self.turned.emit()


def _alike(rows: list[Taken]) -> list[Taken]:
    """Return those about what the newest one is about: the same sponsor, or the same group."""
    last = rows[-1]
    if last.kind == SPONSOR:
        return [one for one in rows if one.subject == last.subject]
    return [one for one in rows if one.group == last.group]
