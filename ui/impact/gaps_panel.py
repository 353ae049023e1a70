"""Gaps of the plan of messages: hard impacts and who tells of them, what does not fit, how often
each group hears of each element.
"""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.impact.message_days import NEEDED_AT_LEAST, NEEDED_AT_MOST, repetitions
from changedesk.impact.message_gaps import MessagePlan
from ui.impact.gap_words import answer_words, gap_words
from ui.impact.words import element_word
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.text import plain_label

AHEAD = timedelta(days=90)


class GapsPanel(QWidget):
    """`opened` carries (type name, key) of an impact or a communication."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told, self.wrong, self.heard = (
            plain_label("", "heading", wrap=True) for _ in range(3)
        )
        self.hits = LeanTable(
            theme, self.tr("Hard impacts and who tells of them"),
            (
                Column(self.tr("Impact"), letters=9), Column(self.tr("What changes"), share=3),
                Column(self.tr("Severity"), letters=8, right=True),
                Column(self.tr("Told before it starts"), share=4, coloured=True),
            ),
        )  # fmt: skip
        self.clashes = LeanTable(
            theme, self.tr("What does not fit in the plan"),
            (
                Column(self.tr("Message"), letters=9), Column(self.tr("Objective"), share=3),
                Column(self.tr("What does not fit"), share=4),
            ),
        )  # fmt: skip
        self.often = LeanTable(
            theme, self.tr("How often each group hears it"),
            (
                Column(self.tr("Group"), share=3), Column(self.tr("Element"), share=2),
                Column(self.tr("Sent"), letters=8, right=True),
                Column(self.tr("Planned"), letters=8, right=True),
                Column(self.tr("Enough?"), share=3, coloured=True),
            ),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label, table, share in (
            (self.told, self.hits, 3), (self.wrong, self.clashes, 2), (self.heard, self.often, 3),
        ):  # fmt: skip
            label.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
            column.addWidget(label)
            column.addWidget(on_surface(table, GRID * 2), share)
            table.opened.connect(self.opened)
        self.setFocusProxy(self.hits)

    def show_plan(self, plan: MessagePlan, today: date) -> None:
        """Show what is missing, what does not fit, and what is repeated too seldom."""
        gaps = sum(one.gap for one in plan.told)
        if not plan.told:
            said = self.tr("No hard impacts yet: nothing that somebody must be told of.")
        elif gaps:
            said = self.tr("⚠ %n hard impact(s) not told in time. Enter opens one.", "", gaps)
        else:
            said = self.tr("✔ Every hard impact is told in time.")
        self.told.setText(said)
        self.hits.show_rows(
            [
                Row(
                    (one.code, one.title, str(one.severity),
                     f"⚠ {gap_words(one)}" if one.gap else answer_words(one)),
                    ("impact", one.impact), "fail" if one.gap else "pass",
                )
                for one in plan.told
            ]
        )  # fmt: skip
        clashes = len(plan.clashes)
        if clashes:
            self.wrong.setText(self.tr("%n thing(s) in the plan that do not fit", "", clashes))
        elif plan.rows:
            self.wrong.setText(self.tr("✔ Nothing in the plan clashes."))
        else:
            self.wrong.setText(self.tr("No communications yet: nothing can clash."))
        self.clashes.show_rows(
            [
                Row((one.code, one.title, one.reason), ("communication", one.message))
                for one in plan.clashes
            ]
        )
        self._show_often(plan, today)

    def _show_often(self, plan: MessagePlan, today: date) -> None:
        until = max(plan.go_live or today, today) + AHEAD
        rows = repetitions(plan.rows, today, until, plan.tree)
        few = sum(not one.enough for one in rows)
        told = self.tr("Each group needs to hear it {0} to {1} times; {2} of {3} are on the way")
        if not rows:
            told = self.tr("Each group needs to hear it {0} to {1} times; no message names one yet")
        self.heard.setText(told.format(NEEDED_AT_LEAST, NEEDED_AT_MOST, len(rows) - few, len(rows)))
        self.often.show_rows(
            [
                Row(
                    (plan.tree.names.get(one.group, ""), element_word(one.element), str(one.sent),
                     str(one.planned),
                     self.tr("✔ yes") if one.enough
                     else self.tr("{0} more").format(NEEDED_AT_LEAST - one.sent - one.planned)),
                    None, "pass" if one.enough else "medium",
                )
                for one in sorted(
                    rows, key=lambda one: (one.enough, plan.tree.names.get(one.group, ""))
                )
            ]
        )  # fmt: skip
