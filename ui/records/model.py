"""The model of a table of records: keys in memory, rows fetched as they come into sight."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QBrush

from changedesk.store.change import ChangeSet
from changedesk.store.fields import Kind
from changedesk.store.listing import Listing, Order, record_ids, record_page
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.records.order_change import OrderChange, order_change
from ui.records.row_cache import Row, RowCache, row_of
from ui.records.values import editable_text, typed_in, zone_of
from ui.records.writing import Writer
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
VALUE_ROLE = Qt.ItemDataRole.UserRole + 2
FETCHED_ROWS = 100
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

READ_ONLY = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
READ_AND_WRITE = READ_ONLY | Qt.ItemFlag.ItemIsEditable
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True)
class Listed:
    """The answer to a query: its number, the keys before and after, and the way between."""

    number: int
    before: list[int]
    ids: list[int]
    change: OrderChange | None


class RecordTableModel(QAbstractTableModel):
    """The records of one type as rows, their shown fields as columns.

    Sorting and filtering happen in the database, on a worker. `listed` is emitted once the keys
    of a query are there, `fetched` when rows are, `refused` with the error of an edit or a query.
    """

    listed = Signal()
    fetched = Signal()
    refused = Signal(object)

    def __init__(
        self, context: DeskContext, record_type: type[Record], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._type = record_type
        self.spec = spec_of(record_type)
        self.fields: tuple[FieldSpec, ...] = self.spec.shown
        self.listing = Listing()
        self._locked = False
        self.writer = Writer(context, record_type, self)
        self.writer.refused.connect(self._take_refusal)
        self._ids: list[int] = []
        self._rows_by_key: dict[int, int] | None = {}
        self._cache = RowCache()
        self._asked: set[int] = set()
        self._wanted: set[int] = set()
        self._query_number = 0
        self._brushes: dict[tuple[int, str], QBrush] = {}
        self._flags: Mapping[int, str] = {}
        self._flagged = -1
        self._aligned = tuple(RIGHT if f.kind is Kind.INTEGER else LEFT for f in self.fields)
        self._fetch_soon = QTimer(self)
        self._fetch_soon.setSingleShot(True)
        self._fetch_soon.setInterval(0)
        self._fetch_soon.timeout.connect(self._fetch)
        context.theme.changed.connect(self._forget_colours)

    @property
    def editable(self) -> bool:
        """Tell whether records can be made and changed here."""
        return not (self._locked or self._context.workspace.read_only or self.spec.event)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed here, or let it be changed again."""
        self._locked = locked

    # -- what is listed -------------------------------------------------------------------------

    @property
    def keys(self) -> Sequence[int]:
        """Return the keys of the rows, in order."""
        return self._ids

    def key_at(self, row: int) -> int:
        """Return the key of a row."""
        return self._ids[row]

    def row_of_key(self, key: int) -> int:
        """Return the row of a key, or -1."""
        if self._rows_by_key is None:
            self._rows_by_key = {one: row for row, one in enumerate(self._ids)}
        return self._rows_by_key.get(key, -1)

    def row_values(self, row: int) -> tuple[Any, ...] | None:
        """Return the values of a row in the order of `fields`, or None while they are fetched."""
        found = self._cache.get(self._ids[row])
        return found.values if found else None

    def list_records(self, listing: Listing) -> None:
        """Show other records, or the same ones in another order."""
        self.listing = listing
        self.reload()

    def renew(self, listing: Listing) -> None:
        """Show records as they are now: changes may have been missed."""
        self._cache.clear()
        self.list_records(listing)
        self._tell_all()

    def restrict(self, words: str) -> None:
        """Show the records that hold all the words."""
        if words != self.listing.words:
            self.list_records(replace(self.listing, words=words))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        name = self.fields[column].name if 0 <= column < len(self.fields) else ""
        wanted = Order(name, order is Qt.SortOrder.DescendingOrder)
        if wanted != self.listing.order:
            self.list_records(replace(self.listing, order=wanted))

    def reload(self) -> None:
        """Ask the database again which records there are."""
        self._query_number += 1
        number, listing, before = self._query_number, self.listing, self._ids
        workspace, record_type = self._context.workspace, self._type

        def work(_progress: Progress) -> Listed:
            ids = record_ids(workspace, record_type, listing)
            return Listed(number, before, ids, order_change(before, ids))

        title = self.tr("Looking up {0}").format(translate_label(self.spec.plural).lower())
        self._context.jobs.run(work, self._take_ids, self._take_failure, title)

    def take_changes(self, changes: ChangeSet) -> None:
        """Fetch what a change touched, and list anew when it may have moved, added or removed."""
        others = {f.target for f in self.fields if f.target} & set(changes.touched)
        touched = changes.of(self.spec.type_name)
        if others:
            self._cache.clear()
            self._tell_all()
        elif touched:
            self._refetch(touched)
        if touched or others:
            self.reload()

    def flag(self, name: str, flags: Mapping[int, str]) -> None:
        """Mark the cells of a field at these keys as wrong; the tip of each says why."""
        if flags != self._flags:
            self._flagged = [field.name for field in self.fields].index(name)
            self._flags = flags
            self._tell_all()

    # -- Qt's questions -------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        key = self._ids[index.row()]
        row = self._cache.get(key)
        if role == KEY_ROLE:
            return key
        if row is None:
            if role == _DISPLAY:
                self._want(index.row())
            return None
        column = index.column()
        if column == self._flagged and key in self._flags:
            return self._flagged_data(row, key, role)
        return row.texts[column] if role == _DISPLAY else self._other_data(row, column, role)

    def _flagged_data(self, row: Row, key: int, role: int) -> Any:
        if role == _DISPLAY:
            return f"! {row.texts[self._flagged]}"
        if role == _FOREGROUND:
            return QBrush(self._context.theme.color("bad_ink"))
        return self._flags[key] if role == _TIP else self._other_data(row, self._flagged, role)

    def _other_data(self, row: Row, column: int, role: int) -> Any:
        if role == _ALIGNMENT:
            return self._aligned[column]
        if role == _FOREGROUND:
            return self._brush(column, row.values[column])
        if role == VALUE_ROLE:
            return row.values[column]
        if role == _EDIT:
            return editable_text(self.fields[column], row.values[column])
        if role == _TIP:
            return self._tip(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.fields):
            return None
        field = self.fields[section]
        if role == _DISPLAY:
            return column_title(field)
        if role == _ALIGNMENT:
            return self._aligned[section]
        if role == _TIP and field.about:
            return plain_tip(translate_label(field.about))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.editable and self.fields[index.column()].editable:
            return READ_AND_WRITE
        return READ_ONLY

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Save a value; what was typed as text is read first, and refused in a sentence."""
        if role not in (_EDIT, VALUE_ROLE) or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        return self.set_values({self._ids[index.row()]: {self.fields[index.column()].name: value}})

    def set_values(self, changes: Mapping[int, Mapping[str, Any]]) -> bool:
        """Save values of some records as one change; texts are read as they were typed."""
        return self.writer.set_values(
            {key: self._in_its_zone(key, values) for key, values in changes.items()}
        )

    def _in_its_zone(self, key: int, values: Mapping[str, Any]) -> Mapping[str, Any]:
        row = self._cache.get(key)
        zone = zone_of(self.fields, row.values) if row is not None else ""
        if not zone:
            return values
        fields = {field.name: field for field in self.fields}
        return {name: typed_in(zone, fields[name], value) for name, value in values.items()}

    # -- fetching -------------------------------------------------------------------------------

    def _want(self, row: int) -> None:
        self._wanted.add(row // FETCHED_ROWS)
        if not self._fetch_soon.isActive():
            self._fetch_soon.start()

    def _fetch(self) -> None:
        keys = [
            key
            for block in sorted(self._wanted)
            for key in self._ids[block * FETCHED_ROWS : (block + 1) * FETCHED_ROWS]
            if self._cache.get(key) is None and key not in self._asked
        ]
        self._wanted.clear()
        self._ask_for(keys)

    def _refetch(self, touched: frozenset[int]) -> None:
        # The old texts stay in sight until the new ones are here: nothing flickers.
        self._ask_for([key for key in touched if self._cache.get(key) is not None])

    def _ask_for(self, keys: list[int]) -> None:
        if not keys:
            return
        self._asked.update(keys)
        self._context.jobs.run(self._page_work(keys), self._take_rows, self._take_failure)

    def _page_work(self, keys: list[int]) -> Callable[[Progress], dict[int, Row | None]]:
        workspace, record_type, fields = self._context.workspace, self._type, self.fields

        def work(_progress: Progress) -> dict[int, Row | None]:
            found = record_page(workspace, record_type, keys)
            return {key: row_of(fields, found[key]) if key in found else None for key in keys}

        return work

    def _take_rows(self, rows: dict[int, Row | None]) -> None:
        self._asked.difference_update(rows)
        self._cache.put({key: row for key, row in rows.items() if row is not None})
        self._cache.drop([key for key, row in rows.items() if row is None])
        places = sorted(row for row in map(self.row_of_key, rows) if row >= 0)
        if places:
            self.dataChanged.emit(
                self.index(places[0], 0), self.index(places[-1], len(self.fields) - 1)
            )
        self.fetched.emit()

    def _take_ids(self, answer: Listed) -> None:
        if answer.number != self._query_number:
            return
        change, stale = answer.change, answer.before is not self._ids
        if change is None or stale or not self._ids:
            self._start_anew(answer.ids)
        elif change.differs:
            self._move(change, answer.ids)
        self.listed.emit()

    def _start_anew(self, ids: list[int]) -> None:
        self.beginResetModel()
        self._set_ids(ids)
        self.endResetModel()

    def _move(self, change: OrderChange, ids: list[int]) -> None:
        nowhere = QModelIndex()
        for first, last in change.removed:
            self.beginRemoveRows(nowhere, first, last)
            self._set_ids(self._ids[:first] + self._ids[last + 1 :])
            self.endRemoveRows()
        if change.reordered:
            self._reorder(list(change.kept))
        for first, last in change.inserted:
            self.beginInsertRows(nowhere, first, last)
            self._set_ids(self._ids[:first] + ids[first : last + 1] + self._ids[first:])
            self.endInsertRows()

    def _reorder(self, kept: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._ids[index.row()] for index in before]
        self._set_ids(kept)
        after = [
            self.index(self.row_of_key(key), index.column())
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _set_ids(self, ids: list[int]) -> None:
        self._ids = ids
        self._rows_by_key = None

    def _take_failure(self, error: BaseException) -> None:
        self._asked.clear()
        self.refused.emit(error)

    def _take_refusal(self, error: BaseException) -> None:
        # What was refused is shown as it stands.
        self._tell_all()
        self.refused.emit(error)

    # -- looks ----------------------------------------------------------------------------------

    def _brush(self, column: int, value: Any) -> QBrush | None:
        field = self.fields[column]
        if not field.choices or not value:
            return None
        known = self._brushes.get((column, value))
        if known is None:
            known = QBrush(self._context.theme.status_color(str(value)))
            self._brushes[column, value] = known
        return known

    def _tip(self, row: Row, column: int) -> str | None:
        value = row.values[column]
        text = getattr(value, "full", value)
        if isinstance(text, str) and len(text) > self.fields[column].facts.width:
            return plain_tip(text)
        return None

    def _forget_colours(self) -> None:
        self._brushes.clear()
        self._tell_all()

    def _tell_all(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.fields) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def column_title(field: FieldSpec) -> str:
    """Return what stands above a column: the label, and the unit if there is one."""
    label = translate_label(field.label)
    return f"{label} ({translate_label(field.facts.unit)})" if field.facts.unit else label
