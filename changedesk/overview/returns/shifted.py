"""Columns whose entries look moved: sorted without the others, or pushed up or down by a cell.

Ids and texts still stand beside each other then, so only what the column held before can tell.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from changedesk.overview.returns.model import Cell, Verdict

_FEWEST = 3
_FEWEST_MIXED = 5
_SHARE_MIXED = 0.25
_FEW_VALUES = 4

SORTED = (
    "the entries of this column stand there in another order, as if it was sorted without the "
    "others: nobody knows what is whose"
)
PUSHED = (
    "the entries of this column stand a row off, as if a cell was deleted or put in and the ones "
    "below moved along: nobody knows what is whose"
)

Pair = tuple[str, str]
"""What a cell said when it was exported, and what it says now."""


def doubted(cells: Sequence[Cell], before: Mapping[str, Mapping[str, str]]) -> Iterator[Cell]:
    """Yield the cells, those of columns that look moved refused, with what they say on offer.

    `before` is what the rows said at export, by id, in the order in which they stand now.
    """
    said = {(cell.column, cell.row): cell.value for cell in cells if cell.row and not cell.why}
    taken = Counter(cell.column for cell in cells if cell.verdict is Verdict.TAKE and cell.row)
    why = {
        column: found
        for column, count in taken.items()
        if count >= _FEWEST
        and (
            found := looks_moved(
                [
                    (then.get(column, ""), said.get((column, row), then.get(column, "")))
                    for row, then in before.items()
                ]
            )
        )
    }
    for cell in cells:
        if cell.column in why and cell.verdict is Verdict.TAKE and cell.row:
            yield cell._replace(
                verdict=Verdict.REJECTED, decision="keep", why=why[cell.column],
                suggestion=cell.returned, suggested=cell.value,
            )  # fmt: skip
        else:
            yield cell


def looks_moved(pairs: Sequence[Pair]) -> str:
    """Return why a column looks moved, row by row in its order; empty where it does not."""
    changed = [place for place, (was, now) in enumerate(pairs) if was != now]
    if len(changed) < _FEWEST:
        return ""
    was, now = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if Counter(was) == Counter(now):
        # Of few values (yes and no) as many as before is chance: sorted, each stands together.
        few = len(set(was)) <= _FEW_VALUES and len(list(groupby(now))) > len(set(now))
        mixed = not few and len(changed) >= max(_FEWEST_MIXED, _SHARE_MIXED * len(pairs))
        return SORTED if mixed or (_in_order(now) and not _in_order(was)) else ""
    first, last = changed[0], changed[-1]
    up = now[first:last] == was[first + 1 : last + 1] and not now[last]
    down = now[first + 1 : last + 1] == was[first:last] and not now[first]
    kept = sum(bool(text) for text in now[first : last + 1])
    return PUSHED if (up or down) and kept >= _FEWEST - 1 else ""


def _in_order(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    if "" in texts[: len(filled)]:
        return False
    keys = [_rank(text) for text in filled]
    return keys in (sorted(keys), sorted(keys, reverse=True))


def _rank(text: str) -> tuple[float, str]:
    plain = text.lstrip("-")
    return (float(text), "") if plain.isascii() and plain.isdigit() else (0.0, text.casefold())
