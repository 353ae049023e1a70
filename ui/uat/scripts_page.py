"""The page Scripts: what is tested, step by step, and where else each script was run."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from changedesk.store.change import Change, ChangeSet
from changedesk.uat import scripts
from changedesk.uat.records import Script
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.lazily import load
from ui.records.page import RecordPage
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID
from ui.uat.importing import open_import

if TYPE_CHECKING:  # loaded with the first script in hand, after the list is painted
    from ui.uat.area_tree import AreaTree
    from ui.uat.data_sets import DataSets
    from ui.uat.script_runs import ScriptRuns
    from ui.uat.step_grid import StepGrid

IMPORT = ActionSpec(
    "scripts.import",
    QT_TRANSLATE_NOOP("Actions", "&Import scripts…"),
    "file",
    "Ctrl+I",
    "import",
    "scripts",
)
STEPS = ActionSpec(
    "scripts.steps",
    QT_TRANSLATE_NOOP("Actions", "&Write steps"),
    "record",
    "Ctrl+Return",
    "list",
    "scripts",
)
AREAS = ActionSpec(
    "scripts.areas",
    QT_TRANSLATE_NOOP("Actions", "&Areas"),
    "view",
    "Ctrl+B",
    "list",
    "scripts",
)


class ScriptPane(RecordPane):
    """Scripts with their steps; a new script comes with its first version.

    `opened` carries the key of a run that was asked for.
    """

    opened = Signal(object)

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.table.records.writer.make = add_scripts
        self._steps: StepGrid | None = None
        self._runs: ScriptRuns | None = None
        self._data: DataSets | None = None
        self.table.columns.hide_at_first("preconditions", "test_data")
        self._areas: AreaTree | None = None
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        self._beside.setHandleWidth(1)
        table = self.splitter.widget(0)
        self.splitter.replaceWidget(0, self._beside)
        self._beside.addWidget(table)
        self.splitter.setSizes([GRID * 54, GRID * 66])

    def turn_areas(self) -> None:
        """Show the areas beside the scripts, or hide them; hidden, all scripts are listed."""
        if self._areas is None:
            self._areas = load("ui.uat.area_tree:AreaTree")(self._context)
            self._areas.turned.connect(self._list_area)
            self._beside.insertWidget(0, self._areas)
            self._beside.setSizes([GRID * 20, GRID * 40])
            self._areas.fetch()
            self._areas.setFocus()
            return
        self._areas.setVisible(self._areas.isHidden())
        if self._areas.isHidden():
            self._list_area("")
            self.table.setFocus()
        else:
            self._areas.fetch()
            self._list_area(self._areas.path())
            self._areas.setFocus()

    @property
    def areas(self) -> "AreaTree | None":
        """Return the tree of areas, if it was ever shown."""
        return self._areas

    def _list_area(self, path: str) -> None:
        if path:
            self.list_within(area=path)
        else:
            self.list_within()

    @property
    def steps(self) -> "StepGrid":
        """Return the grid of the steps of the script in hand."""
        self.furnish_once()
        assert self._steps is not None
        return self._steps

    @property
    def runs(self) -> "ScriptRuns":
        """Return the list of the runs of the script in hand."""
        self.furnish_once()
        assert self._runs is not None
        return self._runs

    @property
    def data(self) -> "DataSets":
        """Return the data sets of the script in hand."""
        self.furnish_once()
        assert self._data is not None
        return self._data

    def furnishings(self) -> Sequence[Callable[[], None]]:
        return (self._make_steps, self._make_runs, self._make_data, self._lay_out)

    def _make_steps(self) -> None:
        self._steps = load("ui.uat.step_grid:StepGrid")(self._context)

    def _make_runs(self) -> None:
        self._runs = load("ui.uat.script_runs:ScriptRuns")(self._context)
        self._runs.opened.connect(self.opened)

    def _make_data(self) -> None:
        self._data = load("ui.uat.data_sets:DataSets")(self._context)

    def _lay_out(self) -> None:
        assert self._data is not None
        assert self._runs is not None
        assert self._steps is not None
        self.detail.add_tab(self._data, self.tr("Data sets"))
        self.detail.add_tab(self._runs, self.tr("Runs"))
        self.detail.add_tab(self._steps, self.tr("Steps"), first=True)
        self.chosen.connect(self._show)

    def _show(self, keys: Sequence[int]) -> None:
        one = keys[0] if len(keys) == 1 else None
        self.steps.steps.show_script(one)
        self.runs.show_script(one)
        self.data.show_script(one)
        if one is not None:
            self._fetch_parts(one)

    def _fetch_parts(self, script: int) -> None:
        # The history of a script is that of its steps too.
        workspace = self._context.workspace

        def work(_: Progress) -> list[int]:
            return scripts.parts_of(workspace, script)

        self._context.jobs.run(work, self._take_parts)

    def _take_parts(self, keys: list[int]) -> None:
        if self.table.chosen_keys() == keys[:1]:
            self.detail.history.show_records(keys)

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        chosen = self.table.chosen_keys()
        if changes is not None and changes.of("step") and len(chosen) == 1:
            self._fetch_parts(chosen[0])

    def leave(self) -> None:
        super().leave()
        if self._steps is not None:
            self._steps.commit()
        if self._data is not None:
            self._data.commit()


class ScriptsPage(RecordPage):
    """Scripts on the left, the steps of the script in hand on the right."""

    pane: "ScriptPane"
    key = "scripts"
    record_type = Script
    icon = "scripts"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A script says what somebody does, step by step, and what must happen. "
        "Type one, or import a workbook of any shape.",
    )

    def make_pane(self) -> RecordPane:
        return ScriptPane(self.context, self.record_type, self.icon, self.explanation)

    def extend(self) -> None:
        pane = self.pane
        assert isinstance(pane, ScriptPane)
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New script"))
        take_in = self.add_action(IMPORT, self.import_scripts, self._can_add)
        self.add_action(STEPS, self.write_steps, self._has_one)
        self.header.add_button(take_in)
        pane.empty.add_button(take_in)
        pane.opened.connect(self._open_run)
        self.add_action(AREAS, pane.turn_areas)

    def import_scripts(self) -> None:
        """Take in scripts, and results, from a workbook or a text file."""
        open_import(self.context, self)

    def write_steps(self) -> None:
        """Put the cursor into the first step of the script in hand."""
        pane = self.pane
        assert isinstance(pane, ScriptPane)
        pane.detail.tabs.setCurrentWidget(pane.steps)
        pane.steps.begin()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (
                self.tr("Tab, Enter in a step"),
                self.tr("On to the next cell; down to the next step"),
            ),
            (self.tr("Shift+Enter in a step"), self.tr("A new line in the cell")),
            (self.tr("Alt+Up, Alt+Down"), self.tr("Move the step up or down")),
            (
                self.tr("Ins, Del"),
                self.tr("Make a step above; empty the cells or take the step out"),
            ),
        )

    def _has_one(self) -> bool:
        return len(self.table.chosen_keys()) == 1

    def _open_run(self, run: int) -> None:
        self.context.go_to("run", "run", run)


def add_scripts(change: Change, records: Sequence[dict[str, Any]]) -> list[int]:
    """Add scripts without steps, each with its first version; on a worker."""
    none: list[Sequence[Mapping[str, str]]] = [() for _ in records]
    return scripts.add_scripts(change, records, none)
