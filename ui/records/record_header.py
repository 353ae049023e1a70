"""The head of a table of records: how wide, in which order and which of the columns are shown."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec, RecordSpec
from ui.records.model import column_title
from ui.records.values import KNOWN_BY_NAME, choice_text, display
from ui.settings import Settings
from ui.theme.tokens import GRID

SAVE_COLUMNS_MS = 200
WIDEST = 44
NARROWEST_TITLE = GRID * 10
GOOD_TITLE = GRID * 24
"""So much room a title gets before a column comes into sight that need not be."""
ROWS_LOOKED_AT = 100
LONGEST_NUMBER = "0000"
SHORTEST_NAME = "Team of Leeds 2"
"""So much of the name of a group is kept in sight."""
A_DAY, A_MOMENT = "2028-08-28", 1851106080000  # wide digits


class RecordHeader(QHeaderView):
    """Remembers what its user chose. Give it to a view with its model, then call `begin`.

    What leads (see `lead_with`) is kept in sight: on a small screen the title gives way to it,
    then the others get no more than they need, unless the user has set the widths.
    """

    def __init__(self, settings: Settings, spec: RecordSpec, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._fields: Sequence[FieldSpec] = spec.shown
        self._title = spec.title_field
        self._prefix = spec.code_prefix
        self._key = f"columns/{spec.type_name}"
        self._leading: tuple[int, ...] = ()
        self._needed = 0
        self._first_widths: dict[int, int] = {}
        self._quiet = True
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_COLUMNS_MS)
        self._save_soon.timeout.connect(self.save)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self._fit)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortIndicatorClearable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_columns)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def begin(self) -> None:
        """Put the columns as they were left, or as they are at first; listen from now on."""
        letter = self.fontMetrics().averageCharWidth()
        for column, field in enumerate(self._fields):
            title = self.fontMetrics().horizontalAdvance(column_title(field)) + GRID * 4
            wanted = min(field.facts.width, WIDEST) * letter + GRID * 2
            self.resizeSection(column, max(title, wanted))
        state = self._settings.blob(self._key)
        self._fresh = state.isEmpty() or not self.restoreState(state)
        if self._fresh:
            for column, field in enumerate(self._fields):
                self.setSectionHidden(column, field.kind is Kind.LONG_TEXT and column > 3)
        # A column that is being hidden is told before it is: what is kept is how it all ends.
        self.sectionResized.connect(self._note_width)
        self.sectionMoved.connect(self._note)
        self.sortIndicatorChanged.connect(self._note)
        self._quiet = False
        model = self.model()
        if any(field.name == "time_zone" for field in self._fields):
            for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
                changed.connect(self._fit_soon.start)

    def hide_at_first(self, *names: str) -> None:
        """Hide columns, unless the user has arranged the columns of this type already."""
        with self._quietly():
            for column, field in enumerate(self._fields):
                if self._fresh and field.name in names:
                    self.setSectionHidden(column, True)

    def lead_with(self, *names: str, then: tuple[str, ...] = ()) -> None:
        """Put columns first, unless the user has arranged them already, and keep them in sight.

        Those of `then` follow, and are in sight where there is room.
        """
        columns = {field.name: column for column, field in enumerate(self._fields)}
        self._leading, self._needed = tuple(columns[name] for name in (*names, *then)), len(names)
        self._first_widths = {column: self.sectionSize(column) for column in self._leading}
        with self._quietly():
            for place, column in enumerate(self._leading if self._fresh else ()):
                self.moveSection(self.visualIndex(column), place)
        self._fit()

    def save_now(self) -> None:
        """Remember what has not been remembered yet."""
        if self._save_soon.isActive():
            self.save()

    def save(self) -> None:
        """Remember widths, order and visibility of the columns."""
        self._save_soon.stop()
        self._settings.remember(self._key, self.saveState())

    def shown_in_order(self) -> list[int]:
        """Return the columns that are shown, from left to right."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [column for column in order if not self.isSectionHidden(column)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._leading or self._settings.text(f"{self._key}/widths"):
            return
        with self._quietly():
            for column, width in self._widths().items():
                self.resizeSection(column, width)

    def _widths(self) -> dict[int, int]:
        title = next(c for c in self._leading if self._fields[c].name == self._title)
        wanted = self._first_widths[title]
        tight = {column: self._least_width(column) for column in self._leading}
        for count in range(len(self._leading), self._needed - 1, -1):
            others = [column for column in self._leading[:count] if column != title]
            room = self.viewport().width() - sum(tight[column] for column in others)
            least = NARROWEST_TITLE if count == self._needed else min(wanted, GOOD_TITLE)
            if room >= least:
                # The title first; what it leaves widens the others, in their order.
                widths = {**tight, title: min(wanted, room)}
                spare = room - widths[title]
                for column in others:
                    more = max(0, min(spare, self._first_widths[column] - tight[column]))
                    widths[column] += more
                    spare -= more
                return widths
        return {**tight, title: NARROWEST_TITLE}

    def _least_width(self, column: int) -> int:
        field, measure = self._fields[column], self.fontMetrics().horizontalAdvance
        texts = [choice_text(field.choices, choice.code) for choice in field.choices]
        if field.kind is Kind.CODE:
            texts.append(f"{self._prefix}-{LONGEST_NUMBER}")
        elif field.target in KNOWN_BY_NAME:
            texts.append(SHORTEST_NAME)
        elif field.kind in (Kind.DATE, Kind.MOMENT):
            texts.append(display(field, A_MOMENT if field.kind is Kind.MOMENT else A_DAY))
        wanted = max(map(measure, texts), default=0) + GRID * 2
        least = min(
            self._first_widths[column], max(wanted, measure(column_title(field)) + GRID * 3)
        )
        return max(least, self._placed_width(column)) if field.kind is Kind.MOMENT else least

    def _placed_width(self, column: int) -> int:
        """Return what the moments of the first rows need that name the place of their clock."""
        model, measure = self.model(), self.fontMetrics().horizontalAdvance
        texts = (
            str(model.index(row, column).data() or "")
            for row in range(min(model.rowCount(), ROWS_LOOKED_AT))
        )
        return max((measure(text) + GRID * 2 for text in texts if text.endswith(")")), default=0)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _note_width(self, column: int, before: int, after: int) -> None:
        if not self._quiet and before and after:
            self._settings.remember(f"{self._key}/widths", "by hand")
        self._note()

    def _note(self) -> None:
        if not self._quiet:
            self._save_soon.start()

    @Slot(QPoint)
    def _offer_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, field in enumerate(self._fields):
            action = QAction(column_title(field), menu)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setData(column)
            menu.addAction(action)
        menu.triggered.connect(self._toggle_column)
        menu.popup(self.mapToGlobal(place))

    @Slot(QAction)
    def _toggle_column(self, action: QAction) -> None:
        self.setSectionHidden(int(action.data()), not action.isChecked())
