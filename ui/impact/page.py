"""The page Impacts: what changes for whom, as a list, as heat maps, checked, and in a workshop."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from changedesk.impact.checks import Finding, check_impacts
from changedesk.impact.records import Impact, Mitigation
from changedesk.store.change import ChangeSet
from ui import change_documents
from ui.actions import ActionSpec
from ui.desk_context import Place
from ui.i18n import QT_TRANSLATE_NOOP
from ui.impact import impact_keys as keys
from ui.impact.bulk_entry import BulkEntry
from ui.impact.checks_panel import ChecksPanel
from ui.impact.heat_panel import HeatPanel, Target
from ui.impact.heat_reading import (
    Reading,
    behind_aspect,
    behind_month,
    grid_of_aspects,
    grid_of_months,
    read_maps,
)
from ui.impact.looks import CHANGES, COUNT, HOURS, REACH, SEVERITY, WEIGHTED
from ui.impact.workshop_view import WorkshopView
from ui.jobs import Progress
from ui.pages import page_of
from ui.project_documents import ProjectDocuments
from ui.records.page import RecordPage
from ui.records.parts import RecordParts
from ui.uat.view_tabs import ViewTabs
from ui.widgets.empty_state import EmptyState

CONCERNING = frozenset(
    (
        "impact", "mitigation", "group", "project", "busy_period", "link", "communication",
        "training_session", "enrolment", "course", "person", "uat_session", "session_tester",
    )
)  # fmt: skip
AT_FIRST_HIDDEN = (
    "differs", "direction", "phase", "frequency", "confidence", "validated_by", "validated_on",
    "residual", "remark", "source_id", "as_is", "to_be", "system", "minutes", "reason",
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What the views show; read on a worker."""

    maps: Reading
    findings: tuple[Finding, ...]


class ImpactsPage(RecordPage):
    """Impacts with their mitigations; the heat maps and the checks on tabs; F5 is the workshop."""

    key = keys.PAGE
    record_type = Impact
    icon = "impacts"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "An impact says what changes for a group and how hard. Type one, paste a block from "
        "Excel, or rate the ten aspects together with a group in a workshop.",
    )

    def extend(self) -> None:
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New impact"))
        self.table.columns.hide_at_first(*AT_FIRST_HIDDEN)
        self.table.columns.lead_with(
            "code", "title", "group", "severity", "group_severity", then=("aspect", "people")
        )
        self._bulk = BulkEntry(self.context.workspace)
        self.table.records.writer.make = self._bulk.make
        self.table.past_end.connect(self._go_on_typing)
        self._found: Found | None = None
        new = self.add_action(keys.MITIGATION, self.add_mitigation, self._can_mitigate)
        self.mitigations = RecordParts(
            self.context,
            Mitigation,
            self.tr("What is done about this impact: a message, training, a job aid."),
            new,
        )
        self.detail.add_tab(self.mitigations, self.tr("Mitigations"))
        self.pane.chosen.connect(self.mitigations.show_records)
        self.body.removeWidget(self.pane)
        self._make_views()
        self._make_workshop()
        self.documents = ProjectDocuments(self, change_documents.IMPACTS)

    def _make_views(self) -> None:
        theme = self.context.theme
        empty = [
            EmptyState(
                theme,
                "impacts",
                self.tr("Nothing to show yet"),
                self.tr("The heat map fills itself from the impacts: those with a group, by "
                        "month also with a date."),
            )
            for _ in range(2)
        ]  # fmt: skip
        of_aspects = (SEVERITY, REACH, COUNT, WEIGHTED, HOURS)
        of_months = (HOURS, SEVERITY, REACH, COUNT, WEIGHTED, CHANGES)
        self.aspects = HeatPanel(theme, self.tr("Heat map by aspect"), of_aspects, empty[0])
        self.months = HeatPanel(theme, self.tr("Heat map by month"), of_months, empty[1])
        self.checks = ChecksPanel(theme)
        self.views = ViewTabs(self.tr("Views of the impacts"))
        for view, title in (
            (self.pane, self.tr("List")),
            (self.aspects, self.tr("Heat map by aspect")),
            (self.months, self.tr("Heat map by month")),
            (self.checks, self.tr("Checks")),
        ):
            self.views.add(view, title)
        for spec, slot in (
            (keys.LIST, self.show_list), (keys.HEAT, self.show_aspects),
            (keys.MONTHS, self.show_months), (keys.CHECKS, self.show_checks),
        ):  # fmt: skip
            self.add_action(spec, slot, self._is_home)
        self.add_action(keys.MEASURE, self.next_measure, self._on_map)
        self.aspects.wanted.connect(self._show_behind_aspect)
        self.months.wanted.connect(self._show_behind_month)
        for panel in (self.aspects, self.months):
            panel.opened.connect(self._open_target)
        self.checks.opened.connect(self._open_impact)
        self.views.turned.connect(self.context.actions.refresh)

    def _make_workshop(self) -> None:
        self.workshop = WorkshopView(self.context)
        self.faces = QStackedWidget()
        self.faces.addWidget(self.views)
        self.faces.addWidget(self.workshop)
        self.body.addWidget(self.faces)
        self.setFocusProxy(self.faces)
        self.faces.setFocusProxy(self.views)
        start = self.add_action(keys.WORKSHOP, self.begin_workshop, self._can_begin)
        self.header.add_button(start)
        self.pane.empty.add_button(start)
        for spec, slot in (
            (keys.PROJECT_SIDE, self.workshop.take_project),
            (keys.GROUP_SIDE, self.workshop.take_group),
            (keys.REASON, self.workshop.ask_reason),
            (keys.NEXT_GROUP, self._next_group),
            (keys.PREVIOUS_GROUP, self._previous_group),
        ):
            self._of_workshop(spec, slot)
        for number, spec in enumerate(keys.RATINGS):
            self._of_workshop(spec, self._rate)
            self.context.actions.action(spec.id).setData(number)
        self.workshop.left.connect(self.end_workshop)

    def _of_workshop(self, spec: ActionSpec, slot: Callable[[], None]) -> None:
        action = self.add_action(spec, slot, self._in_workshop)
        # A number is a key of the workshop, not of a box elsewhere in the window.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        self.workshop.addAction(action)

    # -- views --------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Show the impacts as a table with the one in hand."""
        self.views.turn_to(self.pane)

    def show_aspects(self) -> None:
        """Show groups × aspects."""
        self.views.turn_to(self.aspects)

    def show_months(self) -> None:
        """Show groups × months."""
        self.views.turn_to(self.months)

    def show_checks(self) -> None:
        """Show what is not consistent."""
        self.views.turn_to(self.checks)

    def next_measure(self) -> None:
        """Show the map at hand in its next measure."""
        panel = self.views.current
        if isinstance(panel, HeatPanel):
            box = panel.measure
            box.setCurrentIndex((box.currentIndex() + 1) % box.count())

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Enter or Tab in the last row"), self.tr("Go on with a new impact")),
            (self.tr("Enter in a heat map"), self.tr("Show what is behind the cell; Esc closes")),
            (self.tr("Tab in the workshop"), self.tr("Rate for the other side")),
            (self.tr("Arrows in the workshop"), self.tr("Go to what comes next, or before")),
        )

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        self.mitigations.refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()
            if self._in_workshop():
                self.workshop.reload()

    def show_record(self, type_name: str, key: int) -> None:
        self.end_workshop()
        super().show_record(type_name, key)
        self.views.turn_to(self.pane)

    def leave(self) -> None:
        super().leave()
        self.mitigations.leave()
        self.workshop.board.reason.keep()

    def _fetch(self) -> None:
        project, workspace = self.context.project_id, self.context.workspace
        if project is None:
            return

        def work(_: Progress) -> Found:
            return Found(read_maps(workspace, project), tuple(check_impacts(workspace, project)))

        self.context.jobs.run(work, self._take)

    def _take(self, found: Found) -> None:
        self._found = found
        self.aspects.show_grid(grid_of_aspects(found.maps.aspects), self._aspects_said(found))
        self.months.show_grid(grid_of_months(found.maps.months), self._months_said(found))
        self.checks.show_findings(found.findings)
        count = len({finding.impact for finding in found.findings})
        title = self.tr("Checks: {0}").format(count) if count else self.tr("Checks ✔")
        self.views.name(self.checks, title)

    def _aspects_said(self, found: Found) -> str:
        maps = found.maps.aspects
        discuss = sum(cell.discuss for cell in maps.cells.values())
        parts = [self.tr("%n group(s)", "", len(maps.groups))]
        if discuss:
            parts.append(self.tr("◆ {0} to discuss").format(discuss))
        if maps.without_group:
            parts.append(self.tr("{0} without a group").format(len(maps.without_group)))
        return " · ".join(parts)

    def _months_said(self, found: Found) -> str:
        maps = found.maps.months
        crowded = sum(1 for load in maps.cells.values() if load.cell.collision)
        parts = [self.tr("All projects"), self.tr("%n group(s)", "", len(maps.groups))]
        if crowded:
            parts.append(self.tr("◥ {0} times too much at once").format(crowded))
        if maps.undated:
            parts.append(self.tr("{0} without a date").format(maps.undated))
        return " · ".join(parts)

    def _show_behind_aspect(self, row: int, column: int) -> None:
        if self._found is not None:
            behind = behind_aspect(self._found.maps.aspects, row, column)
            self.aspects.show_behind(row, column, behind, dict(self._found.maps.codes))

    def _show_behind_month(self, row: int, column: int) -> None:
        if self._found is not None:
            behind = behind_month(self._found.maps.months, row, column)
            self.months.show_behind(row, column, behind, dict(self._found.maps.codes))

    def _open_target(self, target: Target) -> None:
        type_name, key, project = target
        entry = page_of(type_name)
        if type_name == Impact.about.type_name and project == self.context.project_id:
            self.show_record(type_name, key)
        elif entry is not None:
            self.context.wanted.emit(Place(entry.key, type_name, key, project))

    def _open_impact(self, key: int) -> None:
        self.show_record(Impact.about.type_name, key)

    # -- writing ------------------------------------------------------------------------------

    def add_mitigation(self) -> None:
        """Make a mitigation of the impact in hand."""
        self.detail.tabs.setCurrentWidget(self.mitigations)
        self.mitigations.add()

    def add_record(self) -> None:
        self._bulk.above = None
        super().add_record()

    def _go_on_typing(self) -> None:
        """Go on below the last row: the new impact is of the group and aspect above it."""
        self._bulk.above = self.table.current_key()
        self.pane.add_record()

    def _can_mitigate(self) -> bool:
        return self.pane.editable and len(self.table.chosen_keys()) == 1

    # -- the workshop -------------------------------------------------------------------------

    def begin_workshop(self) -> None:
        """Rate with the group of the heat map's cell, else the one that has most to discuss."""
        self.pane.leave()
        self.header.hide()
        self.faces.setFocusProxy(self.workshop)
        self.faces.setCurrentWidget(self.workshop)
        self.workshop.begin(self._group_in_hand())
        self.workshop.setFocus()
        self.context.actions.refresh()

    def end_workshop(self) -> None:
        """Go back to the table."""
        if not self._in_workshop():
            return
        self.workshop.board.reason.keep()
        self.header.show()
        self.faces.setFocusProxy(self.views)
        self.faces.setCurrentWidget(self.views)
        self.views.setFocus()
        self.context.actions.refresh()

    def _group_in_hand(self) -> int | None:
        panel = self.views.current
        if isinstance(panel, HeatPanel):
            return panel.group_in_hand()
        return None

    def _rate(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.workshop.rate(int(sender.data()))

    def _next_group(self) -> None:
        self.workshop.move_group(1)

    def _previous_group(self) -> None:
        self.workshop.move_group(-1)

    def _in_workshop(self) -> bool:
        return self.faces.currentWidget() is self.workshop

    def _is_home(self) -> bool:
        return not self._in_workshop()

    def _on_map(self) -> bool:
        return self._is_home() and isinstance(self.views.current, HeatPanel)

    def _can_begin(self) -> bool:
        return self._is_home() and self.pane.editable and self.context.project_id is not None
