"""Measures and benefits with what was read of them."""

from collections.abc import Sequence

from changedesk.people.records import Group
from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.records import Record
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption_actions import add_benefit_reading, add_reading, remove_readings
from changedesk.survey.adoption_queries import BenefitState, MeasureState, adoption
from changedesk.survey.records import Benefit, Measure
from ui.adoption import words
from ui.adoption.reading_panel import ReadingPanel, Shown, Typed
from ui.desk_context import DeskContext
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.pane import RecordPane
from ui.records.values import date_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Row

MEASURES = QT_TRANSLATE_NOOP(
    "Pages",
    "A measure is a behaviour that one can count: how many of those who could do it, do it. Read "
    "it from the usage reports of the new system.",
)
BENEFITS = QT_TRANSLATE_NOOP(
    "Pages",
    "A benefit is what the change is worth: where it started, where it must come to, and how much "
    "of the way is done.",
)
_CONCERNING = {
    "measure", "measure_reading", "benefit", "benefit_reading", "group", "project",
}  # fmt: skip


class _ReadPane(RecordPane):
    """Records with a tab for their readings."""

    def __init__(self, context: DeskContext, record_type: type[Record], about: str) -> None:
        super().__init__(context, record_type, "adoption", about)
        self._number = 0
        self.panel = ReadingPanel(context.theme)
        self.detail.add_tab(self.panel, self.tr("Readings"), first=True)
        self.splitter.setSizes([GRID * 56, GRID * 64])
        self.panel.typed.connect(self.add_typed)
        self.panel.removed.connect(self.take_out)
        self.chosen.connect(self._look)

    def state(self, workspace: Workspace, project: int, key: int) -> Shown | None:
        """Return what is shown of a record; on a worker."""
        raise NotImplementedError

    def write(self, workspace: Workspace, key: int, typed: Typed) -> int:
        """Note what was typed; on a worker."""
        raise NotImplementedError

    def _look(self, keys: Sequence[int]) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        self._number += 1
        number = self._number
        if len(keys) != 1 or project is None:
            self.panel.show_nothing()
            return
        key = keys[0]

        def work(_: Progress) -> tuple[int, Shown | None]:
            return number, self.state(workspace, project, key)

        self._context.jobs.run(work, self._show)

    def _show(self, answer: tuple[int, Shown | None]) -> None:
        number, shown = answer
        if number != self._number:
            return
        if shown is None:
            self.panel.show_nothing()
            return
        self.panel.setEnabled(True)
        self.panel.add.setEnabled(not self._context.workspace.read_only)
        self.panel.show_state(shown)

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is not None and _CONCERNING & set(changes.touched):
            self._look(self.table.chosen_keys())

    def add_typed(self, typed: Typed) -> None:
        """Note a reading of the record in hand."""
        keys, workspace = self.table.chosen_keys(), self._context.workspace
        if len(keys) != 1:
            return
        key = keys[0]

        def work(_: Progress) -> int:
            return self.write(workspace, key, typed)

        self._context.jobs.write(work, self._added, self._refused)

    def _added(self, _key: int) -> None:
        self.panel.taken()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.panel.tell(str(error))
        else:
            self._context.messages.problem(error)

    def take_out(self, keys: list[int]) -> None:
        """Take readings out; undo brings them back."""
        workspace, of_benefits = self._context.workspace, self.spec.type_name == "benefit"
        if not keys or workspace.read_only:
            return

        def work(_: Progress) -> None:
            remove_readings(workspace, keys, of_benefits=of_benefits)

        self._context.jobs.write(work)


class MeasurePane(_ReadPane):
    """The adoption measures of the project."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, Measure, MEASURES)
        self.table.columns.lead_with("code", "title", "kind", then=("target", "owner"))

    def state(self, workspace: Workspace, project: int, key: int) -> Shown | None:
        every = adoption(workspace, project)
        found = next((one for one in every.measures if one.id == key), None)
        if found is None:
            return None
        groups = tuple(
            (row.name, int(row.id))
            for row in workspace.rows(Group.select(Group.id, Group.name).order_by(Group.name))
        )
        effective = [
            f"{one.utilisation.code} × {one.proficiency.code}: "
            f"{words.percent(one.estimate.value)}, {words.interval_words(one.estimate)}"
            for one in every.effective
            if key in (one.utilisation.id, one.proficiency.id)
        ]
        more = [words.interval_words(found.estimate), words.speed_words(found.speed)]
        if effective:
            more.append(self.tr("Effective adoption {0}").format("; ".join(effective)))
        return Shown(
            _headline(found), " · ".join(part for part in more if part), tuple(_rows(found)),
            words.drawing_of_measure(found), found.is_share, groups,
        )  # fmt: skip

    def write(self, workspace: Workspace, key: int, typed: Typed) -> int:
        return add_reading(
            workspace, key, typed.day, count=typed.count, base=typed.base, value=typed.value,
            group=typed.group, source=typed.source,
        )  # fmt: skip


def _headline(measure: MeasureState) -> str:
    last = measure.latest
    told = words.point_words(measure, last) if last is not None else "–"
    return f"{told}   {words.standing_words(measure.standing)}"


def _rows(measure: MeasureState) -> list[Row]:
    rows = []
    for one in measure.readings:
        read = words.share_words(one.share) if one.share is not None else str(one.value or "–")
        texts = (date_text(one.day), one.group_name or "–", read, one.source)
        rows.append(Row(texts, one.id))
    return rows


class BenefitPane(_ReadPane):
    """The benefits of the project."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, Benefit, BENEFITS)
        self.table.columns.lead_with("code", "title", "baseline", then=("target", "owner"))

    def state(self, workspace: Workspace, project: int, key: int) -> Shown | None:
        found = next((one for one in adoption(workspace, project).benefits if one.id == key), None)
        if found is None:
            return None
        return Shown(
            self._told(found), self._way(found), tuple(_benefit_rows(found)),
            words.drawing_of_benefit(found), is_share=False,
        )  # fmt: skip

    def _told(self, benefit: BenefitState) -> str:
        actual = "–" if benefit.actual is None else f"{benefit.actual} {benefit.unit}".strip()
        return f"{actual}   {words.realised_words(benefit.realised)}"

    def _way(self, benefit: BenefitState) -> str:
        told = self.tr("from {0} to {1}").format(
            "–" if benefit.baseline is None else benefit.baseline,
            "–" if benefit.target is None else benefit.target,
        )
        if benefit.dependent is None:
            return told
        people = self.tr("{0} % of it comes only if people change").format(benefit.dependent)
        return f"{told} · {people}"

    def write(self, workspace: Workspace, key: int, typed: Typed) -> int:
        return add_benefit_reading(workspace, key, typed.day, typed.value, typed.source)


def _benefit_rows(benefit: BenefitState) -> list[Row]:
    return [
        Row((date_text(day), "–", f"{value} {benefit.unit}".strip(), source), key)
        for key, day, value, source in reversed(benefit.readings)
    ]
