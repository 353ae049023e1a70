"""Coverage: how many of each group are trained, what to expect at go-live, and who is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.shares import Share
from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from changedesk.training.coverage import GroupCoverage, NeedCoverage, TrainingCoverage, coverage
from changedesk.training.proficiency import (
    CourseGain,
    SkillStanding,
    gains,
    skills_standing,
)
from changedesk.training.records import ProficiencyReading
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.page import master_detail
from ui.records.date_editor import DateEditor
from ui.records.values import date_text, parse, today_iso
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.training.coverage_bars import CoverageBars
from ui.training.words import between, of
from ui.uat.words import percent
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel, plain_label
from ui.widgets.two_lines import Line, TwoLineList

_DAY = spec_of(ProficiencyReading).field("taken")
Found = tuple[int, TrainingCoverage, list[CourseGain], list[SkillStanding]]
CONCERNING = frozenset(
    (
        "need", "course", "course_skill", "training_session", "enrolment", "attendance", "group",
        "person", "membership", "proficiency_reading", "project", "headcount_reading",
    )
)  # fmt: skip


class CoverageView(QWidget):
    """Figures above, groups as bars below, the group at hand beside them."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._number = 0
        self.found: TrainingCoverage | None = None
        self.figures = CoverageFigures()
        self._day = today_iso()
        self.day = DateEditor(_DAY, context)
        self.day.show_value(self._day)
        self.day.line.setAccessibleName(self.tr("Coverage on"))
        self.day.setFixedWidth(GRID * 20)
        self.day.committed.connect(self._take_day)
        self.bars = CoverageBars(context.theme)
        self.detail = GroupDetail(context.theme)
        self.bars.chosen.connect(self.detail.show_group)
        left = QFrame()
        left.setProperty("look", "surface")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.bars)
        self.splitter = master_detail(
            left, self.detail, (66, 34), settings=context.settings, name="training_coverage"
        )
        self.empty = EmptyState(
            context.theme,
            "training",
            self.tr("Nothing to cover yet"),
            self.tr("Coverage compares who attended with who must be trained: it needs training "
                    "needs with a group. Type one, or draw them from the impacts."),
        )  # fmt: skip
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.splitter, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setFocusProxy(self.bars)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID * 3 // 2)
        row.setSpacing(GRID)
        row.addWidget(self.figures, 1)
        on = QVBoxLayout()
        on.setSpacing(GRID // 2)
        on.addWidget(plain_label(self.tr("On"), "small"))
        on.addWidget(self.day)
        on.addStretch(1)
        row.addLayout(on)
        return row

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the figures up to date with a change, or wholly with None."""
        if changes is None or CONCERNING & set(changes.touched):
            self.fetch()

    def show_day(self, day: str) -> None:
        """Show the coverage on a day (ISO)."""
        self._day = day
        self.day.show_value(day)
        self.fetch()

    def _take_day(self, text: str) -> None:
        try:
            self.show_day(parse(_DAY, text) or today_iso())
        except UserError as error:
            self._context.messages.problem(error)
            self.day.show_value(self._day)

    def fetch(self) -> None:
        """Read the coverage on the day that is chosen."""
        project, workspace = self._context.project_id, self._context.workspace
        day = self._day
        self._number += 1
        number = self._number
        if project is None:
            self._stack.setCurrentIndex(1)
            return

        def work(_: Progress) -> Found:
            seen = skills_standing(workspace, project, day)
            return number, coverage(workspace, project, day), gains(workspace, project), seen

        self._context.jobs.run(work, self._take)

    def _take(self, answer: Found) -> None:
        number, found, learned, seen = answer
        if number != self._number:
            return
        self.found = found
        self._stack.setCurrentIndex(0 if found.groups else 1)
        self.figures.show_coverage(found)
        self.figures.show_learning(learned, seen)
        self.bars.show_groups(found.groups)


class CoverageFigures(QFrame):
    """The figures of all groups together, each with what it is of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trained, self.expected, self.missing = (plain_label("", "figure") for _ in range(3))
        self._under = [ElidedLabel() for _ in range(3)]
        self._notes = plain_label("", "small", wrap=True)
        self.learned = ElidedLabel()
        self.learned.setProperty("look", "soft")
        row = QHBoxLayout()
        row.setSpacing(GRID * 4)
        for figure, under in zip(
            (self.trained, self.expected, self.missing), self._under, strict=True
        ):
            part = QVBoxLayout()
            part.setSpacing(0)
            under.setProperty("look", "soft")
            part.addWidget(figure)
            part.addWidget(under)
            row.addLayout(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.learned)
        column.addWidget(self._notes)

    def show_learning(self, learned: Sequence[CourseGain], seen: Sequence[SkillStanding]) -> None:
        """Show what tests and readings say, in a line: the gains, and who was at the level."""
        parts = []
        found = [float(one.gain) for one in learned if one.gain is not None]
        if found:
            least, most = (
                QLocale().toString(gain, ord("f"), 2) for gain in (min(found), max(found))
            )
            told = least if least == most else self.tr("{0} to {1}").format(least, most)
            tested = sum(one.people for one in learned)
            words = self.tr("Tests: normalised gain {0} ({1} tested before and after)")
            parts.append(words.format(told, tested))
        share = Share(sum(one.share.n for one in seen), sum(one.share.base for one in seen))
        if share.base:
            words = self.tr("Readings: {0} at the level asked ({1})")
            parts.append(words.format(of(share), between(share)))
        self.learned.setText(" · ".join(parts))
        self.learned.setVisible(bool(parts))

    def show_coverage(self, found: TrainingCoverage) -> None:
        """Show the coverage of a project."""
        share, coming = found.trained, found.expected
        self.trained.setText(percent(share))
        self._under[0].setText(self.tr("trained: {0} people").format(of(share)))
        self.expected.setText(percent(coming))
        go_live = date_text(found.go_live) if found.go_live else self.tr("(no day yet)")
        self._under[1].setText(self.tr("expected at go-live {0}: {1}").format(go_live, of(coming)))
        self.missing.setText(str(share.base - share.n))
        self._under[2].setText(self.tr("still to be trained"))
        notes = [self.tr("Trained: who attended. Whether they work the new way is another figure.")]
        if found.without_group:
            codes = ", ".join(found.without_group)
            notes.append(self.tr("Not counted, for they name no group: {0}.").format(codes))
        if found.unsized:
            names = ", ".join(group.name for group in found.unsized)
            told = self.tr("Not counted, without a headcount and without people: {0}.")
            notes.append(told.format(names))
        self._notes.setText(" ".join(notes))


class GroupDetail(QFrame):
    """The group at hand: its needs with their shares, and who is missing by name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.heading = ElidedLabel()
        self.heading.setProperty("look", "heading")
        self.sure = plain_label("", "soft", wrap=True)
        self.needs = TwoLineList(theme, self.tr("Needs of the group"))
        self.missing = TwoLineList(theme, self.tr("Who is missing"))
        self._missing_head = plain_label("", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID * 3 // 2, 0, 0)
        column.setSpacing(GRID)
        for label in (self.heading, self.sure):
            label.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.needs, 2)
        self._missing_head.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        column.addWidget(self._missing_head)
        column.addWidget(self.missing, 3)

    def show_group(self, group: GroupCoverage | None) -> None:
        """Show a group, or nothing."""
        self.heading.setText(group.name if group is not None else "")
        self.needs.show_lines([self._need(one) for one in group.needs] if group else [])
        names: Sequence[str] = group.missing if group is not None else ()
        lines = [Line(name) for name in names]
        if group is not None and group.standing.unnamed:
            lines.append(Line(self.tr("+ %n not known by name", "", group.standing.unnamed)))
        self.missing.show_lines(lines)
        self.sure.setText(self._sentence(group) if group is not None else "")
        count = len(names) + (group.standing.unnamed if group is not None else 0)
        self._missing_head.setText(self.tr("Missing ({0})").format(count) if group else "")

    def _sentence(self, group: GroupCoverage) -> str:
        if group.unsized:
            return self.tr("Give the group a headcount, or people: nobody can be counted yet.")
        standing = group.standing
        base = self.tr("headcount") if group.from_headcount else self.tr("people in the group")
        parts = [self.tr("Trained {0} ({1}).").format(of(standing.trained), base)]
        if standing.able is not None:
            told = self.tr("Seen at the required level: {0}").format(of(standing.able))
            sure = between(standing.able)
            parts.append(f"{told} ({sure})." if sure else f"{told}.")
        return " ".join(parts)

    def _need(self, need: NeedCoverage) -> Line:
        share = need.standing.trained
        served = ", ".join(need.courses) or self.tr("⚠ no course serves it yet")
        parts = [served]
        if need.standing.able is not None:
            parts.append(self.tr("level {0}: {1}").format(need.level, of(need.standing.able)))
        note = f"{of(share)} · {percent(share)}"
        return Line(f"{need.code}  {need.title}", " · ".join(parts), need.id, note=note)
