"""ADKAR on the page Stakeholders: groups, the profile of one, its people and its trend."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.impact import readings
from changedesk.impact.adkar import ELEMENTS, UNKNOWN, Profile
from changedesk.impact.readings import LATEST, GroupProfile
from changedesk.people import groups
from changedesk.people.days import today
from changedesk.people.queries import PersonRow, people
from changedesk.store.change import ChangeSet
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.impact.adkar_chart import AdkarChart
from ui.impact.reading_dialog import ReadingDialog, ReadingValues
from ui.impact.words import element_word
from ui.jobs import Progress
from ui.page import master_detail, on_surface
from ui.records.values import date_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import plain_label

CONCERNING = frozenset(("adkar_reading", "group", "person", "membership"))
NOTHING = "–"


@dataclass(frozen=True)
class AdkarView:
    """The profiles as of a day, and the days on which something was read."""

    profiles: tuple[GroupProfile, ...]
    days: tuple[str, ...]
    until: str


@dataclass(frozen=True)
class ReadingChoices:
    """Whom a reading can be about, and today."""

    people: tuple[PersonRow, ...]
    groups: tuple[groups.GroupNode, ...]
    today: str


def read_view(workspace: Workspace, project: int, until: str, limit: int) -> AdkarView:
    """Read the profiles; a day on which nothing was read any more counts as the newest."""
    days = tuple(sorted({one.taken for one in readings.readings(workspace, project)}, reverse=True))
    until = until if until in days else LATEST
    return AdkarView(tuple(readings.profiles(workspace, project, until, limit)), days, until)


class AdkarPanel(QWidget):
    """Groups on the left; on the right what holds the chosen one back."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: AdkarView | None = None
        theme = context.theme
        self.groups = LeanTable(
            theme,
            self.tr("Groups with readings"),
            (
                Column(self.tr("Group"), share=3),
                Column(self.tr("Read"), letters=4, right=True),
                Column(self.tr("Most held back by"), share=2),
            ),
        )
        self.chart = AdkarChart(theme)
        self.said = plain_label("", wrap=True)
        self.people = LeanTable(
            theme,
            self.tr("People of the group"),
            (Column(self.tr("Person"), share=3), *self._score_columns(), self._barrier_column()),
        )
        self.trend = LeanTable(
            theme,
            self.tr("Trend of the group"),
            (
                Column(self.tr("On"), letters=12),
                Column(self.tr("Wave"), share=3),
                Column(self.tr("Read"), letters=5, right=True),
                *self._score_columns(),
                self._barrier_column(),
            ),
        )
        self.until = QComboBox()
        self.until.setAccessibleName(self.tr("As of"))
        self.limit = QComboBox()
        self.limit.setAccessibleName(self.tr("What counts as a barrier"))
        self.limit.addItem(self.tr("Barrier: 3 or below"), 3)
        self.limit.addItem(self.tr("Barrier: below 3"), 2)
        self.empty = EmptyState(
            theme,
            "bars",
            self.tr("No ADKAR readings yet"),
            self.tr(
                "A reading says how far a person or a group is with each of the five elements, "
                "1 to 5. The first one at 3 or below is what holds them back."
            ),
        )
        self._build()
        self.groups.chosen.connect(self._show_group)
        self.until.activated.connect(self._fetch)
        self.limit.activated.connect(self._fetch)

    def offer(self, reading: QAction) -> None:
        """Put the action that adds a reading where it is looked for."""
        self.empty.add_button(reading, primary=True)
        self._head.addWidget(action_button(reading))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the panel up to date."""
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()

    def add_reading(self) -> None:
        """Ask for a reading of a person or a group."""
        workspace = self._context.workspace

        def work(_: Progress) -> ReadingChoices:
            known = [node for node in groups.tree(workspace) if not node.until]
            return ReadingChoices(tuple(people(workspace)), tuple(known), today(workspace))

        self._context.jobs.run(work, self._ask)

    # -- building ---------------------------------------------------------------------------------

    def _score_columns(self) -> list[Column]:
        # The initials that give the method its name; the chart above says them in full.
        return [Column(element_word(code)[:1], letters=3, right=True) for code in ELEMENTS]

    def _barrier_column(self) -> Column:
        return Column(self.tr("Barrier"), share=2)

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        self._head.setSpacing(GRID)
        self._head.addWidget(self.until)
        self._head.addWidget(self.limit)
        self._head.addStretch(1)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self.people, self.tr("People"))
        tabs.addTab(self.trend, self.tr("Trend"))
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.said)
        inside.addWidget(self.chart)
        inside.addWidget(tabs, 1)
        sides = master_detail(
            on_surface(self.groups, GRID * 2),
            right,
            (35, 65),
            settings=self._context.settings,
            name="adkar",
        )
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(sides, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)
        self.setFocusProxy(self.groups)

    # -- reading ----------------------------------------------------------------------------------

    def _fetch(self) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return
        until, limit = self.until.currentData() or LATEST, int(self.limit.currentData())

        def work(_: Progress) -> AdkarView:
            return read_view(workspace, project, until, limit)

        self._context.jobs.run(work, self._take)

    def _take(self, view: AdkarView) -> None:
        self._view = view
        self.until.clear()
        self.until.addItem(self.tr("The newest readings"), LATEST)
        for day in view.days:
            self.until.addItem(self.tr("As of {0}").format(date_text(day)), day)
        self.until.setCurrentIndex(max(0, self.until.findData(view.until)))
        self._stack.setCurrentIndex(1 if view.days else 0)
        self.groups.show_rows([self._group_row(one) for one in view.profiles])
        if view.profiles and not self.groups.currentIndex().isValid():
            self.groups.take_row(0)
        self._show_group()

    def _group_row(self, one: GroupProfile) -> Row:
        texts = (
            one.name or self.tr("Everybody"),
            str(one.profile.n),
            _listed(one.profile) or element_word(""),
        )
        return Row(texts, value=one.group or 0)

    def _show_group(self) -> None:
        key = self.groups.current_value()
        found = None
        if self._view is not None and key is not None:
            found = next((one for one in self._view.profiles if (one.group or 0) == key), None)
        self.chart.show_profile(found.profile if found else None, int(self.limit.currentData()))
        self.said.setText(self._in_words(found) if found else "")
        self.people.show_rows([self._person_row(one) for one in found.people] if found else [])
        self.trend.show_rows([self._trend_row(one) for one in found.trend] if found else [])

    def _in_words(self, found: GroupProfile) -> str:
        name = found.name or self.tr("Everybody")
        if found.whole:
            base = self.tr("%n reading(s) of the group as a whole", "", found.profile.n)
        else:
            base = self.tr("%n person(s) read", "", found.profile.n)
        parts = [name, base]
        by_mean, most = element_word(found.profile.by_mean), _listed(found.profile)
        if found.profile.misleading and found.profile.by_mean not in ("", UNKNOWN):
            told = self.tr("the mean points to {0}, but most are held back by {1}: begin there")
            parts.append(told.format(by_mean, most))
        elif most:
            parts.append(self.tr("most are held back by {0}: begin there").format(most))
        elif not found.profile.barriers[UNKNOWN]:
            parts.append(self.tr("nobody is held back"))
        return "   ·   ".join(parts)

    def _person_row(self, one: readings.PersonStanding) -> Row:
        name = f"{one.reading.name}  ({date_text(one.reading.taken)})"
        scores = [str(score) if score is not None else NOTHING for score in one.reading.scores]
        return Row((name, *scores, element_word(one.barrier)), value=one.reading.id)

    def _trend_row(self, one: readings.TrendPoint) -> Row:
        means = [
            QLocale().toString(float(figures.mean), ord("f"), 1)
            if figures.mean is not None
            else NOTHING
            for figures in one.profile.elements
        ]
        barrier = element_word(one.profile.by_mean)
        parts = (one.wave, self.tr("group as a whole") if one.whole else "")
        wave = " · ".join(part for part in parts if part)
        texts = (date_text(one.taken), wave, str(one.profile.n), *means, barrier)
        return Row(texts, value=one.taken)

    # -- adding -----------------------------------------------------------------------------------

    def _ask(self, choices: ReadingChoices) -> None:
        dialog = ReadingDialog(
            choices.people, choices.groups, choices.today, self._context, self.window()
        )
        dialog.chosen.connect(self._write)
        dialog.open()

    def _write(self, values: ReadingValues) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> int:
            return readings.add_reading(
                workspace, project, values.taken, values.scores, person=values.person,
                group=values.group, wave=values.wave, source=values.source, reason=values.reason,
            )  # fmt: skip

        self._context.jobs.write(work, None, self._context.messages.problem)


def _listed(found: Profile) -> str:
    return ", ".join(element_word(code) for code in found.modal)
