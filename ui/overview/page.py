"""The page Overview: where the project stands, what is missing, and what comes next."""

from collections import defaultdict
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from changedesk.overview.coming import Coming
from changedesk.overview.gaps import Gap
from changedesk.store.change import ChangeSet
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.overview.cards import FigureCards
from ui.overview.reading import Figures, Missing, read_figures, read_missing
from ui.overview.words import coming_word, gap_word
from ui.page import Page, on_surface
from ui.pages import page_of
from ui.records.values import date_text, placed_clock
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList
from ui.window_actions import KIT

PAGE = "overview"
FIND = ActionSpec(
    "overview.filter", QT_TRANSLATE_NOOP("Actions", "&Filter"), "record", "Ctrl+F", "filter", PAGE
)
EXAMPLES = 3


class OverviewPage(Page):
    """Figures above; below them what is missing, by kind and one by one, and the coming days."""

    key = PAGE

    def build(self) -> None:
        self._number = 0
        self._begun = False
        self._all: tuple[Gap, ...] = ()
        self._gaps: dict[str, list[Gap]] = {}
        theme = self.context.theme
        self.header.set_title(self.tr("Overview"))
        self.header.use_filter(self.tr("Filter what is missing")).filtered.connect(self._filter)
        self.add_action(FIND, self.header.focus_filter)
        self.go_live = plain_label("", "heading")
        self.go_live.setContentsMargins(GRID * 3, 0, GRID * 3, GRID // 2)
        self.cards = FigureCards()
        self.cards.opened.connect(self.context.go_to)
        self.missing = plain_label("", "heading")
        self.kinds = TwoLineList(theme, self.tr("What is missing, by kind"))
        self.kinds.selectionModel().currentChanged.connect(self._turn_kind)
        self.kinds.chosen.connect(self._enter_kind)
        self.items = LeanTable(
            theme, self.tr("What is missing"),
            (Column(self.tr("Where"), share=2), Column(self.tr("Why"), share=5)),
        )  # fmt: skip
        self.items.opened.connect(self._open)
        self.kind, self.next = plain_label(" ", "heading"), plain_label("", "heading")
        self.days = TwoLineList(theme, self.tr("What is late, and the next two weeks"))
        self.days.chosen.connect(self._open)
        self.empty = EmptyState(
            theme, PAGE, self.tr("Nothing to tell yet"),
            self.tr("Here you see at once where the project stands, what is missing and what comes "
                    "next. Import what you have (drop a file on the window), type on any page, "
                    "or start from a kit."),
        )  # fmt: skip
        if any(spec.id == KIT.id for spec in self.context.actions.specs()):
            self.empty.add_button(self.context.actions.action(KIT.id), primary=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole())
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack)
        self.setFocusProxy(self.kinds)

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.go_live)
        column.addWidget(self.cards)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for part, share in (
            (_headed(self.missing, self.kinds, GRID), 30),
            (_headed(self.kind, self.items, 0), 40),
            (_headed(self.next, self.days, 0), 30),
        ):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([300, 400, 300])
        column.addWidget(splitter, 1)
        return whole

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        workspace, project = self.context.workspace, self.context.project_id
        self._number += 1
        number, today = self._number, date.today()
        if project is None:
            self._stack.setCurrentIndex(1)
            return

        def figures(_: Progress) -> Figures:
            return read_figures(workspace, project, today, number)

        def missing(_: Progress) -> Missing:
            return read_missing(workspace, project, today, number)

        self.context.jobs.run(figures, self._take_figures)
        self.kinds.waiting.follow(self.context.jobs.run(missing, self._take_missing))

    def _take_figures(self, found: Figures) -> None:
        if found.number != self._number:
            return
        standing = found.standing
        self.cards.show_standing(standing)
        self._show_go_live(standing.go_live, standing.days_left)
        self.days.show_lines([self._day(one, standing.today) for one in found.coming])
        late = sum(one.late(standing.today) for one in found.coming)
        soon = len(found.coming) - late
        told = [self.tr("Next two weeks ({0})").format(soon)]
        told += [self.tr("⚠ %n late", "", late)] if late else []
        self.next.setText(" · ".join(told))
        self._begun = standing.begun or standing.go_live is not None or bool(found.coming)
        self._show_something()

    def _show_something(self) -> None:
        self._stack.setCurrentIndex(0 if self._begun or self._all else 1)

    def _show_go_live(self, day: date | None, left: int | None) -> None:
        if day is None or left is None:
            self.go_live.setText(self.tr("No day for go-live yet"))
            return
        told = self.tr("Go-live {0}").format(date_text(day.isoformat()))
        if left > 0:
            when = self.tr("in %n day(s)", "", left)
        elif left < 0:
            when = self.tr("%n day(s) ago", "", -left)
        else:
            when = self.tr("today")
        self.go_live.setText(f"{told} · {when}")

    def _day(self, one: Coming, today: date) -> Line:
        when = date_text(one.day.isoformat())
        if one.starts:
            when = f"{when} {placed_clock(one.starts, one.zone)}"
        when = f"⚠ {when}" if one.late(today) else when
        soft = " · ".join(part for part in (one.code, coming_word(one.kind)) if part)
        return Line(one.title, f"{when} · {soft}", (one.type_name, one.key))

    # -- what is missing ----------------------------------------------------------------------

    def _take_missing(self, found: Missing) -> None:
        if found.number != self._number:
            return
        self._all = found.gaps
        self._show_kinds()
        self._show_something()

    def _filter(self, _words: str) -> None:
        self._show_kinds()

    def _show_kinds(self) -> None:
        words = self.header.filter.text().strip().casefold()
        kept = self._kind_at_hand()
        grouped: dict[str, list[Gap]] = defaultdict(list)
        for gap in self._all:
            if words in f"{gap_word(gap.kind)} {gap.record} {gap.why}".casefold():
                grouped[gap.kind].append(gap)
        self._gaps = dict(grouped)
        many = sum(map(len, grouped.values()))
        self.missing.setText(
            self.tr("⚠ %n thing(s) missing", "", many) if many else self.tr("✔ Nothing is missing")
        )
        self.kinds.show_lines([
            Line(gap_word(kind), _examples(some), kind, note=str(len(some)))
            for kind, some in grouped.items()
        ])  # fmt: skip
        kinds = list(grouped)
        if kinds:
            place = kinds.index(kept) if kept in kinds else 0
            self.kinds.setCurrentIndex(self.kinds.entries.index(place))
        else:
            self.kind.setText(" ")
            self.items.show_rows([])

    def _kind_at_hand(self) -> str:
        index = self.kinds.currentIndex()
        return str(self.kinds.entries.lines[index.row()].value) if index.isValid() else ""

    def _turn_kind(self, _current: QModelIndex, _before: QModelIndex) -> None:
        kind = self._kind_at_hand()
        some = self._gaps.get(kind, [])
        self.kind.setText(gap_word(kind) if some else " ")
        self.items.show_rows([Row((gap.record, gap.why), (gap.type_name, gap.key)) for gap in some])

    def _enter_kind(self, _kind: object) -> None:
        self.items.setFocus()
        self.items.take_row(0)

    def _open(self, what: tuple[str, int]) -> None:
        type_name, key = what
        entry = page_of(type_name)
        if entry is not None:
            self.context.go_to(entry.key, type_name, key)


def _examples(some: list[Gap]) -> str:
    named = list(dict.fromkeys(gap.record for gap in some))
    return ", ".join(named[:EXAMPLES]) + (", …" if len(named) > EXAMPLES else "")


def _headed(heading: QWidget, view: QWidget, left: int) -> QWidget:
    heading.setContentsMargins(GRID * 2 + left, GRID, GRID * 2, GRID)
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(on_surface(view, left), 1)
    return part
