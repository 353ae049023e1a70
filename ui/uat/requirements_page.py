"""The page Requirements: what must work, which scripts test it, and where that stands."""

from collections.abc import Sequence

from changedesk.store.change import ChangeSet
from changedesk.uat.coverage import CoveringScript
from changedesk.uat.records import Requirement
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.page import RecordPage
from ui.uat.coverage_panel import CoveragePanel, CoverageView, read_coverage
from ui.uat.importing import open_import
from ui.uat.link_dialog import LinkDialog
from ui.uat.requirement_reading import LinkChoices, read_choices, turn_link, write_links
from ui.uat.requirement_scripts import RequirementScripts
from ui.uat.view_tabs import ViewTabs

PAGE = "requirements"
LINK = ActionSpec(
    "requirements.link",
    QT_TRANSLATE_NOOP("Actions", "&Link scripts…"),
    "record",
    "Ctrl+L",
    "link",
    PAGE,
    group=1,
)
LIST = ActionSpec(
    "requirements.list",
    QT_TRANSLATE_NOOP("Actions", "&List"),
    "view",
    "Ctrl+Shift+1",
    "list",
    PAGE,
)
MATRIX = ActionSpec(
    "requirements.matrix",
    QT_TRANSLATE_NOOP("Actions", "&Coverage matrix"),
    "view",
    "Ctrl+Shift+2",
    "matrix",
    PAGE,
)
IMPORT = ActionSpec(
    "requirements.import",
    QT_TRANSLATE_NOOP("Actions", "&Import…"),
    "file",
    "Ctrl+I",
    "import",
    PAGE,
)
CONCERNING = frozenset(("requirement", "script", "link", "run", "cycle"))


class RequirementsPage(RecordPage):
    """Requirements with the scripts that test each; the coverage of all on a tab of its own."""

    key = PAGE
    record_type = Requirement
    icon = "requirements"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A requirement says what must work on the first day. Type one, or import a list; then "
        "Ctrl+L says which scripts test it.",
    )

    def extend(self) -> None:
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New requirement"))
        self._link = self.add_action(LINK, self.link_scripts, self._has_one)
        take_in = self.add_action(IMPORT, self.import_requirements, self._can_add)
        self.header.add_button(take_in)
        self.pane.empty.add_button(take_in)
        self.table.columns.hide_at_first("description", "acceptance", "source", "source_id")
        self.table.columns.lead_with("code", "title", "priority")
        self._view: CoverageView | None = None
        self.tests = RequirementScripts(self.context.theme, self._link)
        self.detail.add_tab(self.tests, self.tr("Scripts"))
        self.coverage = CoveragePanel(self.context.theme)
        self.views = ViewTabs(self.tr("Views of the requirements"))
        self.body.removeWidget(self.pane)
        self.views.add(self.pane, self.tr("List"))
        self.views.add(self.coverage, self.tr("Coverage matrix"))
        self.body.addWidget(self.views)
        self.setFocusProxy(self.views)
        self.add_action(LIST, self.show_list)
        self.add_action(MATRIX, self.show_matrix)
        self.pane.chosen.connect(self._show)
        self.tests.opened.connect(self._open_script)
        self.coverage.asked.connect(self._fetch)
        self.coverage.matrix.opened.connect(self._open_cell)
        self.coverage.matrix.tied.connect(self._tie)
        self.header.filter.filtered.connect(self.coverage.restrict)

    def show_list(self) -> None:
        """Show the requirements as a list with the one in hand."""
        self.views.turn_to(self.pane)

    def show_matrix(self) -> None:
        """Show which scripts test which requirements."""
        self.views.turn_to(self.coverage)

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Enter in the matrix"), self.tr("Open the run, or the script, of the cell")),
            (
                self.tr("Space in the matrix"),
                self.tr("Say that the script tests the requirement, or that it does not"),
            ),
        )

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()

    def show_record(self, type_name: str, key: int) -> None:
        super().show_record(type_name, key)
        self.views.turn_to(self.pane)

    def _fetch(self) -> None:
        project, workspace = self.context.project_id, self.context.workspace
        if project is None:
            return
        cycle = self.coverage.chosen_cycle()

        def work(_: Progress) -> CoverageView:
            return read_coverage(workspace, project, cycle)

        self.context.jobs.run(work, self._take)

    def _take(self, view: CoverageView) -> None:
        self._view = view
        self.coverage.show_view(view)
        self._show(self.table.chosen_keys())

    def _show(self, keys: Sequence[int]) -> None:
        rows = self._view.coverage.rows if self._view is not None else ()
        found = [row for row in rows if [row.id] == list(keys)]
        self.tests.show_requirement(found[0] if found else None)

    def _open_script(self, script: CoveringScript) -> None:
        if script.run is not None:
            self.context.go_to("run", "run", script.run)
        else:
            self.context.go_to("scripts", "script", script.id)

    def _open_cell(self, cell: tuple[int, int | None, int | None]) -> None:
        requirement, script, run = cell
        if run is not None:
            self.context.go_to("run", "run", run)
        elif script is not None:
            self.context.go_to("scripts", "script", script)
        else:
            self.show_record(Requirement.about.type_name, requirement)

    def _tie(self, cell: tuple[int, int]) -> None:
        (requirement, script), workspace = cell, self.context.workspace
        if not self.pane.editable:
            return

        def work(_: Progress) -> bool:
            return turn_link(workspace, requirement, script)

        self.context.jobs.write(work)

    # -- actions ------------------------------------------------------------------------------

    def link_scripts(self) -> None:
        """Choose which scripts test the requirement in hand."""
        keys, project = self.table.chosen_keys(), self.context.project_id
        workspace = self.context.workspace
        if len(keys) != 1 or project is None:
            return

        def work(_: Progress) -> LinkChoices:
            return read_choices(workspace, project, keys[0])

        self.context.jobs.run(work, self._open_links)

    def _open_links(self, choices: LinkChoices) -> None:
        dialog = LinkDialog(choices.name, choices.scripts, choices.now, self)
        dialog.setProperty("requirement", choices.requirement)
        dialog.linked.connect(self._write_links)
        dialog.open()

    def _write_links(self, scripts: Sequence[int]) -> None:
        requirement, workspace = int(self.sender().property("requirement")), self.context.workspace

        def work(_: Progress) -> int:
            return write_links(workspace, requirement, set(scripts))

        self.context.jobs.write(work)

    def import_requirements(self) -> None:
        """Take in requirements from a workbook or a file of another tool."""
        open_import(self.context, self)

    def _has_one(self) -> bool:
        return self.pane.editable and len(self.table.chosen_keys()) == 1
