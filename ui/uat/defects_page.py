"""The page Defects: what does not do what these people need, with the proof; also as a board."""

from collections.abc import Sequence
from typing import Any

from changedesk.store.change import Change, ChangeSet
from changedesk.uat import queries, retesting
from changedesk.uat.queries import DefectRow
from changedesk.uat.records import Defect
from changedesk.uat.retesting import RetestRow
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.jobs import Progress
from ui.records.page import RecordPage
from ui.records.pane import RecordPane
from ui.theme.tokens import GRID
from ui.uat.defect_ageing import DefectAgeing
from ui.uat.defect_board import DefectBoard
from ui.uat.defect_evidence import DefectEvidence
from ui.uat.importing import open_import
from ui.uat.retest_view import RetestView
from ui.uat.view_tabs import ViewTabs
from ui.uat.words import word_of

PAGE = "defects"
TABLE = ActionSpec(
    "defects.table", QT_TRANSLATE_NOOP("Actions", "&Table"), "view", "Ctrl+Shift+1", "list", PAGE
)
BOARD = ActionSpec(
    "defects.board", QT_TRANSLATE_NOOP("Actions", "&Board"), "view", "Ctrl+Shift+2", "board", PAGE
)
RETESTS = ActionSpec(
    "defects.retests",
    QT_TRANSLATE_NOOP("Actions", "&Retest list"),
    "view",
    "Ctrl+Shift+3",
    "refresh",
    PAGE,
)
PLAN = ActionSpec(
    "defects.plan_retest",
    QT_TRANSLATE_NOOP("Actions", "&Plan retest"),
    "record",
    "Ctrl+T",
    "refresh",
    PAGE,
    group=1,
)
IMPORT = ActionSpec(
    "defects.import",
    QT_TRANSLATE_NOOP("Actions", "&Import…"),
    "file",
    "Ctrl+I",
    "import",
    PAGE,
)
EDIT_PICTURE = ActionSpec(
    "defects.edit_picture",
    QT_TRANSLATE_NOOP("Actions", "Crop or blur a picture"),
    "record",
    "",
    "picture",
    PAGE,
    group=1,
)


class DefectsPage(RecordPage):
    """Defects as a table with the one in hand beside it, and as a board by status."""

    key = PAGE
    record_type = Defect
    icon = "defects"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A defect is raised in run mode with Ctrl+D and knows its step, build, tester and picture. "
        "One that nobody tested for is added here; a list of another tool is imported.",
    )

    def make_pane(self) -> RecordPane:
        pane = super().make_pane()
        pane.table.records.writer.make = add_defects
        return pane

    def extend(self) -> None:
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New defect"))
        take_in = self.add_action(IMPORT, self.import_defects, self._can_add)
        self.header.add_button(take_in)
        self.pane.empty.add_button(take_in)
        self.table.columns.hide_at_first("description", "workaround")
        self.table.columns.lead_with("code", "title", "status", then=("severity",))
        self.evidence = DefectEvidence(self.context)
        self.detail.add_tab(self.evidence, self.tr("Evidence"))
        self.evidence.counted.connect(self._show_count)
        self.ageing = DefectAgeing(self.context)
        self.detail.add_tab(self.ageing, self.tr("Ageing"))
        self.pane.splitter.setSizes([GRID * 64, GRID * 56])
        self.pane.chosen.connect(self._show)
        self.add_action(EDIT_PICTURE, self.edit_picture, self._has_picture)
        self._make_views()

    def _make_views(self) -> None:
        self.board = DefectBoard(self.context.theme)
        self.views = ViewTabs(self.tr("Views of the defects"))
        self.body.removeWidget(self.pane)
        self.views.add(self.pane, self.tr("Table"))
        self.views.add(self.board, self.tr("Board"))
        plan = self.add_action(PLAN, self.plan_retest, self._can_plan)
        self.retests = RetestView(self.context.theme, plan)
        self.views.add(self.retests, self.tr("Retest list"))
        self.body.addWidget(self.views)
        self.setFocusProxy(self.views)
        self.add_action(TABLE, self.show_table)
        self.add_action(BOARD, self.show_board)
        self.add_action(RETESTS, self.show_retests)
        self.retests.opened.connect(self._open_retest)
        self.retests.table.chosen.connect(self.context.actions.refresh)
        self.views.turned.connect(self._fetch)
        self.board.moved.connect(self._move)
        self.board.opened.connect(self._open)
        self.board.picked.connect(self.table.choose)
        self.header.filter.filtered.connect(self._fetch)

    def import_defects(self) -> None:
        """Take in a list of defects from a workbook or a file of another tool."""
        open_import(self.context, self)

    def edit_picture(self) -> None:
        """Crop or blur the last picture of the defect in hand, or the one with the focus."""
        self.evidence.thumbs.edit_one()

    def _has_picture(self) -> bool:
        return bool(self.evidence.thumbs.thumbs()) and self.pane.editable

    def show_table(self) -> None:
        """Show the defects as a table."""
        self.views.turn_to(self.pane)

    def show_board(self) -> None:
        """Show the defects as a board; the one in hand stays in hand."""
        self.views.turn_to(self.board)

    def show_retests(self) -> None:
        """Show what waits for a retest."""
        self.views.turn_to(self.retests)

    def plan_retest(self) -> None:
        """Plan another attempt for the defects in hand, by whoever failed it."""
        keys, workspace = self.retests.chosen(), self.context.workspace

        def work(_: Progress) -> int:
            return len(retesting.plan_retests(workspace, keys))

        self.context.jobs.write(work, self._retests_planned)

    def _retests_planned(self, count: int) -> None:
        self.context.messages.toast(
            self.tr("%n retest(s) planned. Ctrl+Z takes it back.", "", count)
        )

    def _can_plan(self) -> bool:
        here = self.views.current is self.retests
        return here and self.pane.editable and bool(self.retests.chosen())

    def _open_retest(self, row: RetestRow) -> None:
        if row.retest_run is not None:
            self.context.go_to("run", "run", row.retest_run)
        else:
            self._open(row.defect)

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Left, Right on the board"), self.tr("On to the next column with a card")),
            (
                self.tr("Alt+Left, Alt+Right"),
                self.tr("Move the card to the status before or after; the mouse drags it"),
            ),
            (self.tr("Enter on the board"), self.tr("Open the defect in the table")),
        )

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or changes.of("defect") or changes.of("run"):
            self._fetch()

    def show_record(self, type_name: str, key: int) -> None:
        super().show_record(type_name, key)
        self.views.turn_to(self.pane)

    def _fetch(self) -> None:
        project, workspace = self.context.project_id, self.context.workspace
        self.context.actions.refresh()
        if project is None:
            return

        def waiting(_: Progress) -> list[RetestRow]:
            return retesting.retest_list(workspace, project)

        self.context.jobs.run(waiting, self._take_retests)
        if self.views.current is not self.board:
            return

        def work(_: Progress) -> list[DefectRow]:
            return queries.defects(workspace, project)

        self.context.jobs.run(work, self._take)

    def _take(self, defects: list[DefectRow]) -> None:
        words = self.header.filter.text().casefold().split()
        shown = [row for row in defects if _holds(row, words)]
        keys = self.table.chosen_keys()
        self.board.show_defects(shown, keys[0] if len(keys) == 1 else None)

    def _take_retests(self, rows: list[RetestRow]) -> None:
        self.retests.show_retests(rows)
        words = self.tr("Retest list ({0})").format(len(rows)) if rows else self.tr("Retest list")
        self.views.name(self.retests, words)
        self.context.actions.refresh()

    def _move(self, asked: tuple[int, str]) -> None:
        (defect, status), workspace = asked, self.context.workspace

        def work(_: Progress) -> tuple[str, str]:
            code = workspace.record_name(defect)
            with workspace.change(f"Move {code} to {status.replace('_', ' ')}") as change:
                change.set(workspace.get(Defect, defect), status=status)
            return code, status

        self.context.jobs.write(work, self._moved)

    def _moved(self, done: tuple[str, str]) -> None:
        code, status = done
        told = self.tr("{0} is now: {1}. Ctrl+Z takes it back.").format(code, word_of(status))
        self.context.messages.toast(told)

    def _open(self, defect: int) -> None:
        self.show_record(Defect.about.type_name, defect)

    def _show(self, keys: Sequence[int]) -> None:
        for part in (self.evidence, self.ageing):
            part.show_defect(keys[0] if len(keys) == 1 else None)

    def _show_count(self, count: int) -> None:
        place = self.detail.tabs.indexOf(self.evidence)
        words = self.tr("Evidence ({0})").format(count) if count else self.tr("Evidence")
        self.detail.tabs.setTabText(place, words)
        self.context.actions.refresh()


def _holds(row: DefectRow, words: Sequence[str]) -> bool:
    said = " ".join(
        (row.code, row.title, row.owner, row.vendor, row.script, translate_label(row.severity))
    ).casefold()
    return all(word in said for word in words)


def add_defects(change: Change, records: Sequence[dict[str, Any]]) -> list[int]:
    """Add defects that nobody's result raised, found now; on a worker."""
    found = [{"found": change.now_ms, **values} for values in records]
    return change.add_many(Defect, found)
