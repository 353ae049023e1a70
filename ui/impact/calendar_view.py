"""The calendar of messages: a month, the day at hand beside it, and who is not told in time."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from changedesk.impact.message_days import (
    ANNOUNCED,
    OVERDUE,
    PLANNED,
    SENT,
    UNNOTED,
    marks,
    without_day,
)
from changedesk.impact.message_gaps import MessagePlan
from ui.desk_context import DeskContext
from ui.impact.gap_words import gap_words
from ui.impact.month_grid import LOOKS, MonthGrid, add_months
from ui.records.values import date_text, today_iso
from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button, icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel, plain_label
from ui.widgets.two_lines import Line, TwoLineList

AROUND = timedelta(days=400)
NEAR = timedelta(days=200)
"""So far from the month at hand the next message can always be jumped to."""
FAR = timedelta(days=50)
"""Where nothing is nearer to today, the calendar begins elsewhere."""
SIDE = GRID * 40


class CalendarView(QStackedWidget):
    """`opened` carries the key of a message, `hit` that of an impact."""

    opened = Signal(object)
    hit = Signal(object)
    moved = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: MessagePlan | None = None
        self._settled = False
        self._undated = 0
        self._window: tuple[date, date] | None = None
        theme = context.theme
        self.grid = MonthGrid(theme, date.fromisoformat(today_iso()))
        self.month = plain_label("", "heading")
        self.tally = ElidedLabel()
        self.tally.setProperty("look", "soft")
        self.tally.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.heading = plain_label("", "heading", wrap=True)
        self.list = TwoLineList(theme, self.tr("Messages of the day"))
        self.gap_heading = plain_label("", "heading", wrap=True)
        self.gaps = TwoLineList(theme, self.tr("Not told in time"))
        self.empty = EmptyState(
            theme,
            "calendar",
            self.tr("No communications yet"),
            self.tr("Messages with a day, or with words such as “Every Wednesday”, stand here."),
        )
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._left(), 1)
        row.addWidget(self._right())
        self.addWidget(full)
        self.addWidget(self.empty)
        self.setFocusProxy(self.grid)
        self.grid.moved.connect(self._moved)
        self.grid.opened.connect(self._open_day)
        self.list.chosen.connect(self.opened)
        self.gaps.chosen.connect(self.hit)

    def _left(self) -> QVBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID * 3, GRID, GRID * 2, GRID)
        bar.setSpacing(GRID)
        theme = self._context.theme
        self._before: QToolButton = icon_button(theme.icon("left"), self.tr("Month before"), self)
        self._after: QToolButton = icon_button(theme.icon("forward"), self.tr("Next month"), self)
        self._before.clicked.connect(self.month_before)
        self._after.clicked.connect(self.next_month)
        for widget in (self._before, self._after, self.month):
            bar.addWidget(widget)
        bar.addWidget(self.tally, 1)
        self._bar = bar
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(bar)
        holder = QVBoxLayout()
        holder.setContentsMargins(GRID * 3, 0, GRID * 2, GRID)
        holder.setSpacing(GRID)
        holder.addWidget(self.grid, 1)
        legend = "   ".join(f"{LOOKS[state][0]} {word}" for state, word in self._words().items())
        keys = self.tr("{0} busy   ·   Arrows, PgUp, PgDn, T today").format("▨")
        holder.addWidget(plain_label(f"{legend}   {keys}", "soft"))
        column.addLayout(holder, 1)
        return column

    def _right(self) -> QFrame:
        side = QFrame()
        side.setProperty("look", "surface")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        for label in (self.heading, self.gap_heading):
            label.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 2)
        column.addWidget(self.gap_heading)
        column.addWidget(self.gaps, 3)
        return side

    def offer(self, export: QAction) -> None:
        """Put the way out where the days are."""
        self._bar.addWidget(action_button(export))

    # -- showing ------------------------------------------------------------------------------

    def show_plan(self, plan: MessagePlan) -> None:
        """Show messages and gaps; the first time, the month that is nearest to today."""
        self._plan, self._window = plan, None
        self.setCurrentIndex(0 if plan.rows else 1)
        self.grid.today = date.fromisoformat(today_iso())
        if plan.rows and not self._settled:
            self._settled = True
            nearest = self._nearest(plan)
            if nearest is not None:
                self.grid.go(nearest)
        self._undated = sum(1 for row in plan.rows if without_day(row))
        self._show_gaps(plan)
        self._show()

    def messages_of_day(self) -> list[int]:
        """Return the messages on the day at hand; the one chosen beside it alone, if one is."""
        found = [mark.message for mark in self.grid.marks_on(self.grid.day)]
        index = self.list.currentIndex()
        if self.list.hasFocus() and index.isValid():
            return [self.list.entries.lines[index.row()].value]
        return list(dict.fromkeys(found))

    def month_before(self) -> None:
        """Show the month before."""
        self.grid.go(add_months(self.grid.day, -1))

    def next_month(self) -> None:
        """Show the next month."""
        self.grid.go(add_months(self.grid.day, 1))

    def _nearest(self, plan: MessagePlan) -> date | None:
        today = self.grid.today
        days = [one.day for row in plan.rows for one in row.sendings]
        days += [row.planned for row in plan.rows if row.planned is not None]
        nearest = min(days, key=lambda day: abs(day - today), default=today)
        return nearest if abs(nearest - today) > FAR else None

    def _moved(self, _day: date) -> None:
        self._show()
        self.moved.emit()

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        grid = self.grid
        if self._window is None or not (
            self._window[0] <= grid.first - NEAR and grid.last + NEAR <= self._window[1]
        ):
            self._window = (grid.first - AROUND, grid.last + AROUND)
            grid.show_marks(marks(plan.rows, *self._window, grid.today), plan.busy, plan.go_live)
        month = QLocale().toString(grid.day.replace(day=1), "MMMM yyyy")  # type: ignore[call-overload]
        self.month.setText(self.tr("{0}", "a month and its year").format(month))
        here = [mark.state for day in grid.days() for mark in grid.marks_on(day)]
        told = self._words()
        parts = [f"{LOOKS[state][0]} {here.count(state)} {told[state]}" for state in told
                 if state in here and state != ANNOUNCED]  # fmt: skip
        if self._undated:
            parts.append(self.tr("{0} without a day").format(self._undated))
        self.tally.setText("   ".join(parts))
        self._show_day(plan)

    def _show_day(self, plan: MessagePlan) -> None:
        day = self.grid.day
        long = QLocale().toString(day, QLocale.FormatType.LongFormat)  # type: ignore[call-overload]
        self.heading.setText(self.tr("{0}", "a day, written out").format(long))
        rows = {row.id: row for row in plan.rows}
        words = self._words()
        lines = []
        for mark in self.grid.marks_on(day):
            row = rows[mark.message]
            names = sorted(plan.tree.names.get(group, "") for group in row.groups)
            soft = " · ".join(part for part in (words[mark.state], ", ".join(names)) if part)
            lines.append(Line(f"{LOOKS[mark.state][0]} {row.code}  {row.title}", soft, row.id))
        for busy in self.grid.busy_on(day):
            who = plan.tree.names.get(busy.group or 0, self.tr("Everybody"))
            until = self.tr("busy until {0}").format(date_text(busy.last.isoformat()))
            lines.append(Line(f"▨ {busy.why or self.tr('Busy')}", f"{who} · {until}"))
        if not lines:
            lines = [Line(self.tr("Nothing goes out on this day."))]
        self.list.show_lines(lines)

    def _show_gaps(self, plan: MessagePlan) -> None:
        gaps = [one for one in plan.told if one.gap]
        if gaps:
            told = self.tr("⚠ %n hard impact(s) not told in time", "", len(gaps))
        elif plan.told:
            told = self.tr("✔ Every hard impact is told in time")
        else:
            told = self.tr("No hard impacts yet")
        self.gap_heading.setText(told)
        self.gaps.show_lines(
            [Line(f"{one.code}  {one.title}", gap_words(one), one.impact) for one in gaps]
        )

    def _open_day(self, _day: date) -> None:
        keys = self.messages_of_day()
        if len(keys) == 1:
            self.opened.emit(keys[0])
        elif keys:
            self.list.setCurrentIndex(self.list.entries.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self) -> dict[str, str]:
        return {
            SENT: self.tr("sent"),
            PLANNED: self.tr("planned"),
            OVERDUE: self.tr("overdue"),
            UNNOTED: self.tr("sent, no day"),
            ANNOUNCED: self.tr("announced day"),
        }
