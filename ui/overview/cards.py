"""The figures of a project side by side, each the way to the page behind it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from changedesk.overview.standing import ProjectStanding
from changedesk.people.shares import Share
from changedesk.uat.queries import CycleProgress
from ui.overview.figure_card import FigureCard
from ui.theme.tokens import GRID
from ui.training.words import of
from ui.uat.words import NOTHING, labelled, percent, word_of
from ui.widgets.text import plain_tip

ONE_ROW = GRID * 130
_SEVERE = ("critical", "high")


class FigureCards(QWidget):
    """`opened` carries the key of a page."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tests = FigureCard(self.tr("Tests executed"), "cycles")
        self.defects = FigureCard(self.tr("Open defects"), "defects")
        self.told = FigureCard(self.tr("Told in time"), "communications")
        self.trained = FigureCard(self.tr("Trained"), "training")
        self.answers = FigureCard(self.tr("Survey answers"), "surveys")
        self.adoption = FigureCard(self.tr("At target"), "adoption")
        self._cards = (
            self.tests, self.defects, self.told, self.trained, self.answers, self.adoption,
        )  # fmt: skip
        for card in self._cards:
            card.opened.connect(self.opened)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID * 2)
        self._grid.setSpacing(GRID * 2)
        self._put(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put(len(self._cards) if event.size().width() >= ONE_ROW else 3)

    def _put(self, columns: int) -> None:
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(place, columns))
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def show_standing(self, found: ProjectStanding) -> None:
        """Show where a project stands."""
        self._show_tests(found)
        self._show_told(found.told)
        self._show_trained(found)
        self._show_answers(found)
        share = found.on_target
        if share is None:
            self.adoption.show_figure(NOTHING, self.tr("no measure has a target"))
        else:
            self.adoption.show_figure(
                QLocale().toString(share.n),
                self.tr("of %n adoption measure(s)", "", share.base),
                self.tr("✔ all of them") if share.n == share.base else "",
                "pass",
            )

    def _show_tests(self, found: ProjectStanding) -> None:
        if found.cycle is None:
            self.tests.show_figure(NOTHING, self.tr("no test cycle yet"))
            self.defects.show_figure(NOTHING, self.tr("no test cycle yet"))
            return
        cycle, runs = found.cycle.cycle, found.cycle.runs
        state = labelled("not_run") if not runs.pass_rate.base else f"✔ {percent(runs.pass_rate)}"
        if runs.failed:
            state = f"{state} · {labelled('failed')} {QLocale().toString(runs.failed)}"
        others = ""
        if found.others_open:
            others = self.tr(", and %n other open cycle(s)", "", found.others_open)
        self.tests.show_figure(
            percent(runs.executed_share),
            f"{cycle.code}: {of(runs.executed_share)}{others}",
            state,
            "fail" if runs.failed else "pass" if runs.pass_rate.base else "not_run",
        )
        self._show_defects(found.cycle)

    def _show_defects(self, found: CycleProgress) -> None:
        open_defects = found.open_defects
        graves = [f"{open_defects[one]} {word_of(one).lower()}" for one in _SEVERE
                  if open_defects.get(one)]  # fmt: skip
        if graves:
            state = f"▲ {', '.join(graves)}"
            code = "fail" if open_defects.get("critical") else "high"
        elif found.runs.executed_share.n:
            state, code = self.tr("✔ none critical or high"), "pass"
        else:
            state, code = self.tr("nothing was tested yet"), "not_run"
        self.defects.show_figure(
            QLocale().toString(sum(open_defects.values())),
            self.tr("found until {0}").format(found.cycle.code),
            state,
            code,
        )

    def _show_told(self, share: Share | None) -> None:
        if share is None:
            self.told.show_figure(NOTHING, self.tr("no hard impact yet"))
            return
        gaps = share.base - share.n
        state = self.tr("⚠ %n not told in time", "", gaps) if gaps else self.tr("✔ all of them")
        told = self.tr("{0} hard impacts").format(of(share))
        self.told.show_figure(percent(share), told, state, "high" if gaps else "pass")

    def _show_trained(self, found: ProjectStanding) -> None:
        training = found.training
        if training is None:
            self.trained.show_figure(NOTHING, self.tr("nobody must be trained yet"))
            return
        share, last = training.trained, training.last
        state, code = self.tr("✔ all of them"), "pass"
        if training.unsized:
            state, code = self.tr("⚠ %n group(s) without headcount", "", training.unsized), "high"
        elif last is not None and share.n < share.base:
            told = self.tr("least: {0}, {1}")
            state, code = told.format(last.name, of(last.standing.trained)), ""
        elif training.loose:
            state, code = self.tr("⚠ %n need(s) without a group", "", training.loose), "high"
        words = self.tr("{0} people").format(of(share)) if share.base else self.tr("nobody counted")
        self.trained.show_figure(percent(share), words, state, code)

    def _show_answers(self, found: ProjectStanding) -> None:
        asking = found.asking
        if asking is None:
            self.answers.show_figure(NOTHING, self.tr("nothing was asked yet"))
            return
        share = asking.share
        state = labelled("open") if asking.is_open else self.tr("✔ closed")
        if share.base:
            self.answers.show_figure(percent(share), f"{asking.code}: {of(share)}", state)
        else:
            told = self.tr("{0}: none invited by number").format(asking.code)
            self.answers.show_figure(QLocale().toString(share.n), told, state)
        self.answers.setToolTip(plain_tip(f"{asking.title}\n{asking.wave}"))
