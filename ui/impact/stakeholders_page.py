"""The page Stakeholders: the register, power and interest, engagement, and ADKAR."""

from collections.abc import Sequence
from functools import partial

from changedesk.impact import stakeholders
from changedesk.impact.records import Stakeholder
from changedesk.impact.stakeholder_queries import StakeholderRow
from changedesk.impact.stakeholder_queries import stakeholders as stakeholder_rows
from changedesk.store.change import ChangeSet
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.impact.adkar_panel import AdkarPanel
from ui.impact.matrix_panels import EngagementPanel, PowerPanel
from ui.impact.stakeholder_edits import StakeholderEdits
from ui.jobs import Progress
from ui.kits.offer import offer_kit
from ui.records.page import RecordPage
from ui.uat.view_tabs import ViewTabs

PAGE = "stakeholders"
REGISTER = ActionSpec(
    "stakeholders.register",
    QT_TRANSLATE_NOOP("Actions", "&Register"),
    "view",
    "Ctrl+Shift+1",
    "list",
    PAGE,
)
POWER = ActionSpec(
    "stakeholders.power",
    QT_TRANSLATE_NOOP("Actions", "&Power and interest"),
    "view",
    "Ctrl+Shift+2",
    "bubbles",
    PAGE,
)
ENGAGEMENT = ActionSpec(
    "stakeholders.engagement",
    QT_TRANSLATE_NOOP("Actions", "&Engagement"),
    "view",
    "Ctrl+Shift+3",
    "matrix",
    PAGE,
)
ADKAR = ActionSpec(
    "stakeholders.adkar",
    QT_TRANSLATE_NOOP("Actions", "&ADKAR"),
    "view",
    "Ctrl+Shift+4",
    "bars",
    PAGE,
)
READING = ActionSpec(
    "stakeholders.reading",
    QT_TRANSLATE_NOOP("Actions", "Add ADKAR &reading…"),
    "record",
    "Ctrl+Shift+A",
    "add",
    PAGE,
    group=1,
)
QUADRANTS = (
    ("MC", QT_TRANSLATE_NOOP("Actions", "Move to manage closely")),
    ("KS", QT_TRANSLATE_NOOP("Actions", "Move to keep satisfied")),
    ("KI", QT_TRANSLATE_NOOP("Actions", "Move to keep informed")),
    ("MO", QT_TRANSLATE_NOOP("Actions", "Move to monitor")),
)
CONCERNING = frozenset(("stakeholder", "group"))
HIDDEN = (
    "organisation", "group", "person", "influence", "impact", "power_said", "interest_said",
    "influence_said", "impact_said", "legitimate", "urgent", "expectations", "requirements",
    "concerns", "gain", "strategy", "channel", "frequency", "manager", "location", "contact",
    "private_note", "source_id",
)  # fmt: skip


class StakeholdersPage(RecordPage):
    """The register as table and form; three more views on tabs above it."""

    key = PAGE
    record_type = Stakeholder
    icon = "stakeholders"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A stakeholder is a person, a group or an outside party who can help or hinder the change. "
        "Type one, or paste a register from Excel; then drag the bubbles to rate them.",
    )

    def extend(self) -> None:
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New stakeholder"))
        self.table.columns.hide_at_first(*HIDDEN)
        self.table.columns.lead_with("code", "name", "role", "kind", "power", "interest")
        self._rows: list[StakeholderRow] = []
        self._words: list[str] = []
        self._edits = StakeholderEdits(self.context, self)
        self.power = PowerPanel(self.context.theme)
        self.engagement = EngagementPanel(self.context.theme)
        self.adkar = AdkarPanel(self.context)
        self.views = ViewTabs(self.tr("Views of the stakeholders"))
        self.body.removeWidget(self.pane)
        self.views.add(self.pane, self.tr("Register"))
        self.views.add(self.power, self.tr("Power and interest"))
        self.views.add(self.engagement, self.tr("Engagement"))
        self.views.add(self.adkar, self.tr("ADKAR"))
        self.body.addWidget(self.views)
        self.setFocusProxy(self.views)
        self._declare()
        self.power.chart.rated.connect(self._edits.rate)
        self.engagement.matrix.engaged.connect(self._edits.engage)
        self._edits.settled.connect(self._fetch)
        for view in (self.power.chart, self.engagement.matrix):
            view.opened.connect(self._open)
        self.power.chart.chosen.connect(self.context.actions.refresh)
        self.views.turned.connect(self._turned)
        self.header.filter.filtered.connect(self._restrict)

    def _declare(self) -> None:
        self.add_action(REGISTER, self.show_register)
        self.add_action(POWER, self.show_power)
        self.add_action(ENGAGEMENT, self.show_engagement)
        self.add_action(ADKAR, self.show_adkar)
        new, paste = (self.context.actions.action(f"{PAGE}.{name}") for name in ("new", "paste"))
        for panel in (self.power, self.engagement):
            panel.offer(new, paste)
            offer_kit(self.context, panel.empty, "stakeholder")
        reading = self.add_action(READING, self.add_reading, self._can_read)
        self.adkar.offer(reading)
        for code, text in QUADRANTS:
            spec = ActionSpec(f"{PAGE}.to_{code}", text, "record", page=PAGE, group=2)
            self.add_action(spec, partial(self.move_to, code), self._can_move)

    # -- views ------------------------------------------------------------------------------------

    def show_register(self) -> None:
        """Show the stakeholders as a table with the one in hand."""
        self.views.turn_to(self.pane)

    def show_power(self) -> None:
        """Show the chart of power and interest."""
        self.views.turn_to(self.power)

    def show_engagement(self) -> None:
        """Show the engagement matrix."""
        self.views.turn_to(self.engagement)

    def show_adkar(self) -> None:
        """Show what holds groups and people back."""
        self.views.turn_to(self.adkar)

    def show_record(self, type_name: str, key: int) -> None:
        self.views.turn_to(self.pane)
        super().show_record(type_name, key)

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Tab in the chart"), self.tr("Take the next bubble in hand")),
            (self.tr("Arrows in the chart"), self.tr("Change power or interest by one")),
            (self.tr("C, D in the matrix"), self.tr("They are here; they must be here")),
            (self.tr("Del in the matrix"), self.tr("Take the marks off the cell")),
            (self.tr("Enter in chart or matrix"), self.tr("Open the stakeholder")),
        )

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()
        self.adkar.refresh(changes)

    def add_record(self) -> None:
        self.views.turn_to(self.pane)
        super().add_record()

    def _open(self, key: int) -> None:
        self.show_record("stakeholder", key)
        self.table.setFocus()

    def _turned(self) -> None:
        key = self._in_hand()
        if key is not None and self.views.current is self.power:
            self.power.chart.choose(key)
        elif key is not None and self.views.current is self.engagement:
            self.engagement.matrix.choose(key)
        self.context.actions.refresh()

    def _in_hand(self) -> int | None:
        keys = self.table.chosen_keys()
        return keys[0] if keys else None

    # -- reading ----------------------------------------------------------------------------------

    def _fetch(self) -> None:
        project, workspace = self.context.project_id, self.context.workspace
        if project is None:
            return

        def work(_: Progress) -> list[StakeholderRow]:
            return stakeholder_rows(workspace, project)

        self.context.jobs.run(work, self._take)

    def _take(self, rows: list[StakeholderRow]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        locked = not self._can_add()
        self.power.chart.locked = self.engagement.matrix.locked = locked
        rows = [row for row in self._edits.over(self._rows) if _holds(row, self._words)]
        for panel in (self.power, self.engagement):
            panel.turn_empty(empty=not self._rows)
        self.power.show_rows(rows)
        self.engagement.show_rows(rows)

    def _restrict(self, words: str) -> None:
        self._words = words.casefold().split()
        self._show()

    # -- actions ----------------------------------------------------------------------------------

    def move_to(self, quadrant: str) -> None:
        """Move those in hand to a quadrant."""
        keys, workspace = self._chosen(), self.context.workspace

        def work(_: Progress) -> None:
            stakeholders.move_to_quadrant(workspace, keys, quadrant)

        self.context.jobs.write(work)

    def add_reading(self) -> None:
        """Ask for an ADKAR reading."""
        self.show_adkar()
        self.adkar.add_reading()

    def _chosen(self) -> list[int]:
        if self.views.current is self.power:
            key = self.power.chart.current
            return [] if key is None else [key]
        return self.table.chosen_keys() if self.views.current is self.pane else []

    def _can_move(self) -> bool:
        return self._can_add() and bool(self._chosen())

    def _can_read(self) -> bool:
        return self._can_add() and self.context.project_id is not None


def _holds(row: StakeholderRow, words: Sequence[str]) -> bool:
    said = f"{row.code} {row.name} {row.role}".casefold()
    return all(word in said for word in words)
