"""The page Requirements: what must work, which scripts test it, and where that stands."""

from collections.abc import Sequence

from changedesk.uat.records import Requirement
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.page import RecordPage
from ui.uat.importing import open_import
from ui.uat.link_dialog import LinkDialog
from ui.uat.requirement_reading import LinkChoices, read_choices, write_links

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
IMPORT = ActionSpec(
    "requirements.import",
    QT_TRANSLATE_NOOP("Actions", "&Import…"),
    "file",
    "Ctrl+I",
    "import",
    PAGE,
)


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
