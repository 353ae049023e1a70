"""Settles by their cells what columns of impacts are whose headings can mean two things.

“From” is a day or how it was; “Impact” is what changes or how hard; “People” is a count or names.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from changedesk.exchange.change.scales import read_level, span_of
from changedesk.exchange.change.when import says_when
from changedesk.exchange.column_cells import looks_like_code
from changedesk.exchange.headings import normal

_ROWS = 200
_HALF = 0.5
_COUNT = re.compile(r"(?:~|ca\.?|about|approx\.?|rund|env\.?)?\s*\d[\d.,’'\s]{0,8}(?!\s*%)\D{0,24}")
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[ap]m)?", re.IGNORECASE)
_SURELY_COUNTED = re.compile(
    r"^#|^(?:number|no|nos|count|anzahl|anz|zahl|nombre d|nb|nbre|número de)"
    r"|head ?count|fte|effectif"
)
_SEVERITY = re.compile(r"severit|schwere|gravit|gravedad|gravidade|тяжест|критичн")
_OF_LATER = re.compile(r"residual|after|nach\b|restlich|résiduel|target|soll|group|gruppe|cible")
_NAMED = re.compile(r"title|titel|\bname\b|intitulé|libellé|título|titolo|summary|bezeichn|назван")
_TOLD = re.compile(r"change|impact|änderung|veränderung|auswirkung|effe|cambio|mudança|измен|влиян")
_AREA = re.compile(r"\barea\b|domaine|thema|área|област")
DETAILS = frozenset({
    "detail", "group_view", "residual", "direction", "confidence", "minutes", "frequency",
    "differs", "validated_by", "validated_on",
})  # fmt: skip
"""What a list of anything may have: it makes a table no surer to be one of impacts."""
_ONCE = (
    "as_is", "to_be", "starts", "ends", "timing", "people", "owner", "system", "status",
    *sorted(DETAILS - {"detail"}),
)  # fmt: skip


class _Columns:
    """Columns with their fields; those in `fixed` a person chose."""

    def __init__(
        self,
        headings: Sequence[str],
        fields: Mapping[int, str],
        rows: Sequence[Sequence[str]],
        fixed: Collection[int],
    ) -> None:
        self.headings = [normal(one) for one in headings]
        self.fields = dict(fields)
        self.fixed = fixed
        self.texts = {
            column: [row[column].strip() for row in rows[:_ROWS] if _says(row, column)]
            for column in fields
        }

    def of(self, *names: str) -> list[int]:
        """Return the columns of fields that nobody chose."""
        return [c for c, name in self.fields.items() if name in names and c not in self.fixed]

    def has(self, name: str) -> bool:
        return name in self.fields.values()

    def leave(self, column: int) -> None:
        """Take a column's field away: what it says is kept beside."""
        del self.fields[column]


def _says(row: Sequence[str], column: int) -> bool:
    return column < len(row) and bool(row[column].strip())


def settled(
    headings: Sequence[str],
    fields: Mapping[int, str],
    rows: Sequence[Sequence[str]],
    fixed: Collection[int] = (),
) -> dict[int, str]:
    """Return the fields by column, each settled by the texts in `rows` below the heading.

    “impact”, “from”, “till”, “affected” and “unit” are no fields any more; of fields that a row
    has once, one column is left.
    """
    columns = _Columns(headings, fields, rows, fixed)
    _settle_impact(columns)
    _settle_times(columns)
    _settle_people(columns)
    _settle_level(columns)
    _settle_title(columns)
    for name in _ONCE:
        _leave_one(columns, name)
    return columns.fields


def _share(texts: Sequence[str], holds: Collection[str]) -> float:
    return sum(text in holds for text in texts) / len(texts) if texts else 0.0


def scale_share(heading: str, texts: Sequence[str]) -> float:
    """Return which share of texts is a level of a scale."""
    span = span_of(heading, texts)
    return _share(texts, {text for text in texts if read_level(text, span).known})


def _settle_impact(columns: _Columns) -> None:
    for column in columns.of("impact"):
        texts = columns.texts[column]
        rated = scale_share(columns.headings[column], texts) >= _HALF if texts else False
        empty = not texts and columns.has("title")
        coded = _share(texts, {text for text in texts if looks_like_code(text)}) > _HALF
        if coded and not rated and not columns.has("id"):
            columns.fields[column] = "id"
        else:
            columns.fields[column] = "level" if rated or empty else "title"


def _settle_times(columns: _Columns) -> None:
    for column in columns.of("as_is", "to_be", "from", "till"):
        texts, name = columns.texts[column], columns.fields[column]
        first = name in {"as_is", "from"}
        if _share(texts, {text for text in texts if _TIME_OF_DAY.fullmatch(text)}) >= _HALF:
            columns.leave(column)
            continue
        if _share(texts, {text for text in texts if says_when(text)}) >= _HALF:
            columns.fields[column] = "starts" if first else "ends"
        else:
            columns.fields[column] = "as_is" if first else "to_be"


def _settle_people(columns: _Columns) -> None:
    unsure = columns.of("affected", "champions", "group", "unit", "people")
    shares = {
        column: _share(texts, {text for text in texts if _COUNT.fullmatch(text)})
        for column in unsure
        for texts in [columns.texts[column]]
    }
    counted = {column for column, share in shares.items() if share > _HALF}
    if any(columns.fields[column] == "group" for column in {*unsure} - counted):
        # Who is hit is told elsewhere: one figure among words is enough to make it a count.
        counted |= {c for c in unsure if shares[c] and columns.fields[c] in {"affected", "people"}}
    for column in unsure:
        name = columns.fields[column]
        sure = name == "people" and bool(_SURELY_COUNTED.search(columns.headings[column]))
        if column in counted or sure or (name == "people" and not columns.texts[column]):
            columns.fields[column] = "people"
        elif name == "champions":
            columns.leave(column)
        elif name != "group":
            columns.fields[column] = "unit"
    for column in columns.of("unit"):
        # Departments beside affected groups say where those are, not who is hit as well.
        names = [text for text in columns.texts[column] if len(text) <= 120]
        if columns.has("group") or not names:
            columns.leave(column)
        else:
            columns.fields[column] = "group"


def _settle_level(columns: _Columns) -> None:
    found = columns.of("level")

    def rank(column: int) -> tuple[bool, bool, bool, int]:
        heading = columns.headings[column]
        rated = scale_share(heading, columns.texts[column]) >= _HALF
        return (
            not rated, bool(_OF_LATER.search(heading)), not _SEVERITY.search(heading), column,
        )  # fmt: skip

    chosen = any(columns.fields.get(column) == "level" for column in columns.fixed)
    for column in sorted(found, key=rank)[not chosen :]:
        columns.leave(column)


def _settle_title(columns: _Columns) -> None:
    def rank(column: int) -> tuple[bool, int, int]:
        heading = columns.headings[column]
        wishes = (_NAMED, _TOLD, None, _AREA)
        place = next((i for i, one in enumerate(wishes) if one and one.search(heading)), 2)
        if _AREA.search(heading) and place == 1:
            place = 3
        return not columns.texts[column], place, column

    chosen = any(columns.fields.get(column) == "title" for column in columns.fixed)
    ranked = sorted(columns.of("title"), key=rank)
    for column in ranked[not chosen :]:
        columns.fields[column] = "detail"


def _leave_one(columns: _Columns, name: str) -> None:
    every = [column for column, told in columns.fields.items() if told == name]
    fixed = [column for column in every if column in columns.fixed]
    filled = [column for column in every if columns.texts[column]]
    kept = (fixed or filled or every)[:1]
    for column in every:
        if column not in kept:
            columns.leave(column)
