"""The page Readiness: assessments, resistance, champions, and what sponsors do."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from changedesk.impact.queries import groups
from changedesk.impact.records import Champion, ResistanceEntry, SponsorAction
from changedesk.people.queries import people
from changedesk.people.records import Person
from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.impact.assessments_view import AssessmentsView
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.records.page import paste_action, record_actions, table_keys
from ui.records.pane import RecordPane
from ui.training.late_view import LateView
from ui.uat.view_tabs import ViewTabs

PAGE = "readiness"
VIEWS = (
    ActionSpec(
        "readiness.assessments", QT_TRANSLATE_NOOP("Actions", "&Assessments"), "view",
        "Ctrl+Shift+1", "readiness", PAGE,
    ),
    ActionSpec(
        "readiness.resistance", QT_TRANSLATE_NOOP("Actions", "&Resistance log"), "view",
        "Ctrl+Shift+2", "", PAGE,
    ),
    ActionSpec(
        "readiness.champions", QT_TRANSLATE_NOOP("Actions", "&Champions"), "view",
        "Ctrl+Shift+3", "", PAGE,
    ),
    ActionSpec(
        "readiness.sponsors", QT_TRANSLATE_NOOP("Actions", "&Sponsor roadmap"), "view",
        "Ctrl+Shift+4", "", PAGE,
    ),
)  # fmt: skip
BEGIN = ActionSpec(
    "readiness.begin", QT_TRANSLATE_NOOP("Actions", "&Fill in"), "record", "Ctrl+E", "edit", PAGE,
    group=1,
)  # fmt: skip
KEEP = ActionSpec(
    "readiness.keep", QT_TRANSLATE_NOOP("Actions", "&Keep the answers"), "record", "Ctrl+Return",
    "check", PAGE, group=1,
)  # fmt: skip
RESISTANCE = QT_TRANSLATE_NOOP(
    "Pages",
    "What was seen or heard against the change, which element is missing, and what we do about it. "
    "Type one or paste a list.",
)
CHAMPIONS = QT_TRANSLATE_NOOP(
    "Pages",
    "A champion speaks for the change in a group. Name one for each group that is hit.",
)
SPONSORS = QT_TRANSLATE_NOOP(
    "Pages",
    "What each sponsor does and when: be seen, win the other managers, speak with people. Type "
    "it, paste a list or take the steps of a starter kit.",
)


class ChampionPane(RecordPane):
    """Champions; a new one begins with somebody, for it must name a person and a group."""

    def new_values(self) -> Mapping[str, Any]:
        workspace = self._context.workspace
        known = people(workspace)
        every = groups(workspace)
        if not known or not every:
            raise UserError(self.tr("Add people and groups first: a champion is one of them."))
        first = workspace.find(Person, id=known[0].id)
        own = first.group_id if first is not None else None
        values = {"person": known[0].id, "group": own or every[0].id}
        return {**super().new_values(), **values}


class ReadinessPage(Page):
    """How ready the project, the organisation and its people are, each on a view of its own."""

    key = PAGE

    def build(self) -> None:
        self.header.set_title(self.tr("Readiness"))
        self.views = ViewTabs(self.tr("Views of the readiness"))
        new, delete, find = record_actions(self.key)
        self._new = self.add_action(new, self._add_record, self._can_add)
        self.add_action(delete, self._delete, self._can_delete)
        self.add_action(find, self.header.focus_filter, self._has_pane)
        self._paste = self.add_action(paste_action(self.key), self._paste_rows, self._can_add)
        self._begin = self.add_action(BEGIN, self.begin, self._can_begin)
        keep = self.add_action(KEEP, self.keep, self._filling)
        self.assessments = AssessmentsView(self.context)
        self.assessments.offer(self._begin, keep)
        self.assessments.turned.connect(self.context.actions.refresh)
        self.views.add(self.assessments, self.tr("Assessments"))
        self._late = {
            "resistance": LateView(self._make_resistance, self._made),
            "champions": LateView(self._make_champions, self._made),
            "sponsors": LateView(self._make_sponsors, self._made),
        }
        titles = (self.tr("Resistance log"), self.tr("Champions"), self.tr("Sponsor roadmap"))
        for late, title in zip(self._late.values(), titles, strict=True):
            self.views.add(late, title)
        turns = (
            self.show_assessments, self.show_resistance, self.show_champions, self.show_sponsors,
        )  # fmt: skip
        for spec, turn in zip(VIEWS, turns, strict=True):
            self.add_action(spec, turn)
        self.body.addWidget(self.views)
        self.header.use_filter(self.tr("Filter")).filtered.connect(self._filter)
        self._begin_button = self.header.add_button(self._begin, primary=True)
        self._new_button = self.header.add_button(self._new, primary=True)
        self.views.turned.connect(self._turned)
        self.setFocusProxy(self.views)
        self._turned()

    def _make_resistance(self) -> QWidget:
        pane = RecordPane(self.context, ResistanceEntry, "readiness", RESISTANCE)
        pane.table.columns.hide_at_first("stakeholder", "action", "owner")
        pane.table.columns.lead_with("code", "title", "root", "status", then=("group", "due"))
        return pane

    def _make_champions(self) -> QWidget:
        return ChampionPane(self.context, Champion, "people", CHAMPIONS)

    def _make_sponsors(self) -> QWidget:
        pane = RecordPane(self.context, SponsorAction, "stakeholders", SPONSORS)
        pane.table.columns.lead_with("action", "sponsor", "due", "status", then=("role",))
        return pane

    def _made(self, view: QWidget) -> None:
        if isinstance(view, RecordPane):
            view.empty.add_button(self._new, primary=True)
            view.empty.add_button(self._paste)
            offer_kit(self.context, view.empty, view.spec.type_name)
            view.table.records.listed.connect(self._count)
            view.refresh(None)
        self._turned()

    # -- views --------------------------------------------------------------------------------

    @property
    def pane(self) -> RecordPane | None:
        """Return the table at hand; None where the view is no table."""
        late = self.views.current
        view = late.view if isinstance(late, LateView) and late.ready else None
        return view if isinstance(view, RecordPane) else None

    def show_assessments(self) -> None:
        """Show what was assessed."""
        self.views.turn_to(self.assessments)

    def show_resistance(self) -> None:
        """Show what was seen or heard against the change."""
        self._turn_to("resistance")

    def show_champions(self) -> None:
        """Show who speaks for the change."""
        self._turn_to("champions")

    def show_sponsors(self) -> None:
        """Show what sponsors do."""
        self._turn_to("sponsors")

    def refresh(self, changes: ChangeSet | None) -> None:
        self.assessments.refresh(changes)
        for pane in self._panes():
            pane.refresh(changes)

    def show_record(self, type_name: str, key: int) -> None:
        names = {"resistance_entry": "resistance", "champion": "champions"}
        if type_name == "assessment":
            self.show_assessments()
            return
        self.header.filter.clear_now()
        self._turn_to(names.get(type_name, "sponsors"))
        if self.pane is not None:
            self.pane.table.choose(key)

    def leave(self) -> None:
        for pane in self._panes():
            pane.leave()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("1 to 5 on a sheet"), self.tr("Answer and go on")),
            (self.tr("Del on a sheet"), self.tr("Leave the question blank")),
            (self.tr("Backspace on a sheet"), self.tr("Back to the question before")),
            (self.tr("Enter on a sheet"), self.tr("Keep the answers")),
            *table_keys(),
        )

    def _turn_to(self, name: str) -> None:
        late = self._late[name]
        assert late.view is not None
        self.views.turn_to(late)

    def _turned(self) -> None:
        self.header.filter.clear_now()
        pane = self.pane
        self.header.filter.setVisible(pane is not None)
        self._new_button.setVisible(pane is not None)
        self._begin_button.setVisible(self.views.current is self.assessments)
        self._count()
        self.context.actions.refresh()

    def _count(self) -> None:
        pane = self.pane
        self.header.set_count(len(pane.table.records.keys) if pane is not None else 0)

    def _filter(self, words: str) -> None:
        for pane in self._panes():
            pane.restrict(words if pane is self.pane else "")

    def _panes(self) -> list[RecordPane]:
        views = [late.view for late in self._late.values() if late.ready]
        return [view for view in views if isinstance(view, RecordPane)]

    # -- writing ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Fill in the questionnaire at hand."""
        self.show_assessments()
        self.assessments.begin()

    def keep(self) -> None:
        """Keep the answers of the sheet."""
        self.assessments.keep()

    def _add_record(self) -> None:
        if self.pane is not None:
            self.header.filter.clear_now()
            self.pane.add_record()

    def _delete(self) -> None:
        if self.pane is not None:
            self.pane.table.delete_chosen()

    def _paste_rows(self) -> None:
        if self.pane is not None:
            self.pane.table.paste_as_new()

    def _can_add(self) -> bool:
        return self.pane is not None and self.pane.editable

    def _can_delete(self) -> bool:
        return self._can_add() and self.pane is not None and bool(self.pane.table.chosen_keys())

    def _has_pane(self) -> bool:
        return self.pane is not None

    def _filling(self) -> bool:
        return self.views.current is self.assessments and self.assessments.filling

    def _can_begin(self) -> bool:
        at_hand = self.views.current is self.assessments and not self.assessments.filling
        writable = not self.context.workspace.read_only
        return at_hand and writable and self.context.project_id is not None
