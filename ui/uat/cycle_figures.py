"""Where a cycle stands: figures with their bases, the burn-up, then by area, tester and day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from changedesk.people.shares import Share
from changedesk.uat.measures import Progress as RunFigures
from changedesk.uat.pace import BurnUp
from changedesk.uat.pace_queries import Pace
from changedesk.uat.queries import CycleRow
from ui.records.values import date_text
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.burn_up_chart import BurnUpChart
from ui.uat.cycle_reading import CycleView, Part
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.words import NOTHING, labelled, percent, word_of
from ui.widgets.text import plain_label
from ui.widgets.waiting import Waiting

ONE_ROW = GRID * 56
HARD_SPACE = "\N{NO-BREAK SPACE}"


class Figure(QWidget):
    """One figure, what it is, and what it is a share of."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = plain_label(NOTHING)
        self._base = plain_label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(plain_label(name, "soft", wrap=True))
        column.addWidget(self._value)
        column.addWidget(self._base)
        self._name = name
        theme.changed.connect(self._dress)
        self._dress()

    def show_figure(self, value: str, base: str) -> None:
        """Show a figure with its base."""
        self._value.setText(value)
        self._base.setText(base)
        self.setAccessibleName(f"{self._name}: {value}, {base}")

    def _dress(self) -> None:
        self._value.setFont(self._theme.font("figure"))


class Figures(QWidget):
    """Figures side by side, in two rows where there is no room for one."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        super().__init__()
        self._figures = figures
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID * 3)
        self._put(len(figures))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put(len(self._figures) if event.size().width() >= ONE_ROW else 2)

    def _put(self, columns: int) -> None:
        for place, figure in enumerate(self._figures):
            row, column = divmod(place, columns)
            self._grid.addWidget(figure, row, column, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)


class CycleFigures(QScrollArea):
    """The figures of a cycle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.executed = Figure(theme, self.tr("Executed"))
        self.passed = Figure(theme, self.tr("Pass rate"))
        self.first = Figure(theme, self.tr("First-pass yield"))
        self.defects = Figure(theme, self.tr("Open defects"))
        figures = Figures((self.executed, self.passed, self.first, self.defects))
        self.status = plain_label("", "heading", wrap=True)
        self.states = plain_label("", wrap=True)
        self.areas = _table(theme, self.tr("Area"))
        self.testers = _table(theme, self.tr("Tester"))
        self.days = _day_table(theme)
        self.chart = BurnUpChart(theme)
        self.pace = plain_label("", "soft", wrap=True)
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(self.status)
        column.addWidget(figures)
        column.addWidget(self.states)
        column.addWidget(self.chart)
        column.addWidget(self.pace)
        column.addWidget(self.areas)
        column.addWidget(self.testers)
        column.addWidget(self.days)
        column.addStretch(1)
        self.setWidget(inside)
        self.waiting = Waiting(self, self._is_blank)

    def _is_blank(self) -> bool:
        return self.widget().isHidden()

    def show_nothing(self) -> None:
        """Show no figures: those of another cycle must not stand under the name of this one."""
        self.widget().hide()

    def show_cycle(self, view: CycleView) -> None:
        """Show where a cycle stands."""
        self.widget().show()
        runs = view.progress.runs
        self.status.setText(self._standing(view.progress.cycle))
        self.executed.show_figure(
            *_shown(
                runs.executed_share,
                self.tr("{0} of %n run(s)", "", runs.executed_share.base),
                self.tr("nothing planned"),
            )
        )
        self.passed.show_figure(
            *_shown(
                runs.pass_rate,
                self.tr("{0} of %n decided run(s)", "", runs.pass_rate.base),
                self.tr("nothing executed"),
            )
        )
        self.first.show_figure(
            *_shown(
                view.progress.first_pass,
                self.tr("{0} of %n decided first attempt(s)", "", view.progress.first_pass.base),
                self.tr("nothing executed"),
            )
        )
        self._show_defects(view.progress.open_defects)
        self.states.setText(_states_in_words(runs))
        self.states.setVisible(bool(runs.planned))
        _fill(self.areas, view.areas, self.tr("no area"))
        _fill(self.testers, view.testers, self.tr("nobody yet"))
        pace = view.pace
        self.chart.show_series(pace.burn_up, pace.predicted_end, view.progress.cycle)
        self.pace.setText(self._pace_in_words(pace, done=runs.executed >= runs.planned))
        self.pace.setVisible(bool(self.pace.text()))
        _fill_days(self.days, pace.burn_up)

    def _pace_in_words(self, pace: Pace, *, done: bool) -> str:
        told = []
        if pace.per_day is not None:
            rate = QLocale().toString(round(pace.per_day, 1))
            told.append(self.tr("{0} runs a working day").format(rate))
        if pace.predicted_end is not None:
            day = date_text(pace.predicted_end.isoformat())
            when = self.tr("all done on {0}") if done else self.tr("at this pace done on {0}")
            told.append(when.format(day))
        if pace.retest_efficiency.base:
            retests = pace.retest_efficiency
            told.append(self.tr("{0} of %n retest(s) passed", "", retests.base).format(retests.n))
        if pace.evidence_rate.base:
            proof = pace.evidence_rate
            shown = self.tr("{0} of %n failure(s) with a picture", "", proof.base)
            told.append(shown.format(proof.n))
        ageing = pace.ageing
        if ageing.oldest_days is not None and ageing.median_days is not None:
            half = QLocale().toString(ageing.median_days, ord("g"), 4)
            words = self.tr("open defects: median {0} days, oldest {1}")
            told.append(words.format(half, ageing.oldest_days))
        return "  ·  ".join(text.replace(" ", HARD_SPACE) for text in told)

    def _standing(self, cycle: CycleRow) -> str:
        days = [date_text(day) for day in (cycle.starts, cycle.ends) if day]
        build = self.tr("build {0}").format(cycle.build) if cycle.build else ""
        parts = (labelled(cycle.status), " – ".join(days), build, cycle.environment)
        return "  ·  ".join(part for part in parts if part)

    def _show_defects(self, defects: dict[str, int]) -> None:
        total = sum(defects.values())
        order = ("critical", "high", "medium", "low")
        parts = [f"{defects[code]} {word_of(code).lower()}" for code in order if defects.get(code)]
        told = ", ".join(parts) or self.tr("none is open")
        self.defects.show_figure(QLocale().toString(total), told)


def parts_of(runs: RunFigures) -> tuple[tuple[str, int], ...]:
    """Return the runs of a cycle by state, in the order in which bars show them."""
    return (
        ("passed", runs.passed),
        ("failed", runs.failed),
        ("blocked", runs.blocked),
        ("disputed", runs.disputed),
        ("in_progress", runs.in_progress),
        ("na", runs.not_applicable),
        ("not_run", runs.not_run),
    )


def _shown(share: Share, words: str, nothing: str) -> tuple[str, str]:
    if share.value is None:
        return NOTHING, nothing
    return percent(share), words.format(share.n)


def _states_in_words(runs: RunFigures) -> str:
    told = (f"{labelled(code)} {count}" for code, count in parts_of(runs) if count)
    return "   ".join(text.replace(" ", HARD_SPACE) for text in told)


def _table(theme: Theme, name: str) -> LeanTable:
    say = QCoreApplication.translate
    columns = (
        Column(name, share=4),
        Column(say("CycleFigures", "Runs"), letters=6, right=True),
        Column("", share=5, bar=True),
        Column(say("CycleFigures", "Executed"), letters=9, right=True),
        Column(say("CycleFigures", "Passed"), letters=9, right=True),
    )
    table = LeanTable(theme, name, columns)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _fill(table: LeanTable, parts: tuple[Part, ...], unnamed: str) -> None:
    rows = []
    for part in parts:
        runs = part.runs
        texts = (
            part.name or unnamed,
            QLocale().toString(runs.planned),
            "",
            percent(runs.executed_share),
            percent(runs.pass_rate),
        )
        rows.append(Row(texts, part.name, parts=parts_of(runs)))
    table.show_rows(rows)
    table.setVisible(bool(rows))
    height = table.horizontalHeader().sizeHint().height() + len(rows) * GRID * 4
    table.setFixedHeight(height + 2)


def _day_table(theme: Theme) -> LeanTable:
    say = QCoreApplication.translate
    columns = (
        Column(say("CycleFigures", "Day"), share=4),
        Column(say("CycleFigures", "Runs"), letters=6, right=True),
        Column("", share=5, bar=True),
        Column(say("CycleFigures", "Executed"), letters=9, right=True),
        Column(say("CycleFigures", "Passed"), letters=9, right=True),
    )
    table = LeanTable(theme, say("CycleFigures", "Day"), columns)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _fill_days(table: LeanTable, series: Sequence[BurnUp]) -> None:
    # Days on which something was executed, the newest first; runs are the totals up to then.
    rows, before = [], (0, 0)
    most = max((day.planned for day in series), default=0)
    for day in series:
        executed, passed = day.executed - before[0], day.passed - before[1]
        before = (day.executed, day.passed)
        if not executed:
            continue
        parts = (
            ("passed", day.passed),
            ("in_progress", day.executed - day.passed),
            ("not_run", most - day.executed),
        )
        name = date_text(day.day.isoformat())
        numbers = (QLocale().toString(day.executed), "", f"+{executed}", f"+{passed}")
        rows.append(Row((name, *numbers), name, parts=parts))
    table.show_rows(rows[::-1])
    table.setVisible(bool(rows))
    height = table.horizontalHeader().sizeHint().height() + len(rows) * GRID * 4
    table.setFixedHeight(height + 2)
