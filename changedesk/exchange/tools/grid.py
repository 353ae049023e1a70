"""A tool's table: its cells by exact heading, its rows in groups, and an account of every row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.drafts import Place, RowNote
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import Table, expected_width

_ROWS_TO_LOOK_AT = 15


def folded(heading: str) -> str:
    """Return a heading as tools' headings are compared: case and spaces do not count."""
    return " ".join(heading.lower().replace("*", " ").split())


@dataclass(frozen=True, slots=True)
class Grid:
    """A table below a row of headings; `columns` gives the positions of each folded heading."""

    sheet: SheetData
    head: int
    columns: dict[str, tuple[int, ...]]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as they stand in the file."""
        return self.sheet.rows[self.head]

    def column(self, *names: str, nth: int = 0) -> int | None:
        """Return the position of the first of these headings that the table has."""
        for name in names:
            found = self.columns.get(name, ())
            if nth < len(found):
                return found[nth]
        return None

    def has(self, *names: str) -> bool:
        """Tell whether the table has any of these headings."""
        return self.column(*names) is not None

    def get(self, row: int, *names: str, nth: int = 0) -> str:
        """Return the cell under the first of these headings that is there, trimmed."""
        column = self.column(*names, nth=nth)
        cells = self.sheet.rows[row]
        return cells[column].strip() if column is not None and column < len(cells) else ""

    def place(self, row: int) -> Place:
        """Return where a row stands, as a person counts."""
        return Place(self.sheet.name, self.sheet.number(row))

    def body(self) -> Iterator[int]:
        """Yield the index of each row below the headings that holds anything."""
        for index in range(self.head + 1, len(self.sheet.rows)):
            if any(text.strip() for text in self.sheet.rows[index]):
                yield index

    def rest(self, row: int, used: Iterable[str]) -> list[tuple[str, str]]:
        """Return (heading, text) of the cells of a row under all other headings."""
        taken = {column for name in used for column in self.columns.get(name, ())}
        cells = self.sheet.rows[row][: len(self.headings)]
        return [
            (" ".join(self.headings[column].split()), text)
            for column, cell in enumerate(cells)
            if column not in taken and (text := cell.strip()) and self.headings[column].strip()
        ]


def find_grid(sheet: SheetData, fits: Callable[[frozenset[str]], bool]) -> Grid | None:
    """Return the table of the sheet whose folded headings fit, looking at the first rows."""
    for index, row in enumerate(sheet.rows[:_ROWS_TO_LOOK_AT]):
        columns: dict[str, tuple[int, ...]] = {}
        for position, text in enumerate(row):
            if name := folded(text):
                columns[name] = (*columns.get(name, ()), position)
        if len(columns) > 1 and fits(frozenset(columns)):
            return Grid(sheet, index, columns)
    return None


def needs(*names: str | Sequence[str]) -> Callable[[frozenset[str]], bool]:
    """Return a test for headings: all of these names, of a tuple of names any one."""
    wanted = [{name} if isinstance(name, str) else set(name) for name in names]
    return lambda found: all(found & choice for choice in wanted)


@dataclass(slots=True)
class Ledger:
    """The account of rows as they are sorted."""

    read: int = 0
    made: int = 0
    continuation: int = 0
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)
    incomplete: dict[int, list[int]] = field(default_factory=dict)

    def skip(self, place: Place, why: str, rows: int = 1) -> None:
        """Note rows that make nothing."""
        self.read += rows
        self.skipped.append(RowNote(place, why, rows))

    def reject(self, place: Place, why: str) -> None:
        """Note a row that cannot be trusted."""
        self.read += 1
        self.rejected.append(RowNote(place, why))

    def move_to_skipped(self, place: Place, why: str, rows: int) -> None:
        """Note that rows counted as going on say nothing of their own."""
        if rows:
            self.continuation -= rows
            self.skipped.append(RowNote(place, why, rows))


def row_problem(grid: Grid) -> Callable[[int], str]:
    """Return who says why a row's fields cannot be laid on the headings ("" where they can)."""
    width = expected_width(grid.sheet.rows, Table(grid.head, grid.head, (), frozenset()))
    broken = dict(grid.sheet.broken)

    def problem(index: int) -> str:
        if why := broken.get(index):
            return why
        count = len(grid.sheet.rows[index])
        if not grid.sheet.delimited or 1 < count <= width or width < 3:
            return ""
        if count > width:
            return (
                f"it has {count} fields where the headings name {width}: a separator inside a "
                "text is not in quotation marks"
            )
        return f"it has 1 field where the headings name {width}"

    return problem


Begins = Callable[[Grid, int, int | None], bool | str]


def group_rows(grid: Grid, ledger: Ledger, begins: Begins) -> list[list[int]]:
    """Return the rows of each case, as indices; every other row is noted in the ledger.

    `begins` tells of a row, and of the first row of the case above it, whether it begins a case,
    or why it makes none (then nor do the rows that go on with it). Rows below a beginning that
    cannot be read are rejected with it; a case that lacks a row is named in `incomplete`.
    """
    problem = row_problem(grid)
    groups: list[list[int]] = []
    lost, left = False, ""
    for index in grid.body():
        first = groups[-1][0] if groups and not (lost or left) else None
        answer = begins(grid, index, first)
        why = problem(index)
        if why:
            ledger.reject(grid.place(index), why)
            if answer is True:
                lost, left = True, ""
            elif first is not None:
                ledger.incomplete.setdefault(first, []).append(index)
        elif isinstance(answer, str):
            left = answer
            ledger.skip(grid.place(index), answer)
        elif answer:
            lost, left = False, ""
            ledger.read += 1
            ledger.made += 1
            groups.append([index])
        elif left:
            ledger.skip(grid.place(index), left)
        elif first is None:
            why = "the row that begins its script cannot be read" if lost else _NO_BEGINNING
            ledger.reject(grid.place(index), why)
        else:
            ledger.read += 1
            ledger.continuation += 1
            groups[-1].append(index)
    return groups


_NO_BEGINNING = "it goes on with a script, but none begins above it"
