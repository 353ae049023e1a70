"""Scenarios that a tool keeps as text in one cell: the examples in them are sets of data."""

from collections.abc import Iterator

from changedesk.exchange.drafts import DataSetDraft

_EXAMPLES = (
    "examples", "scenarios", "beispiele", "exemples", "ejemplos", "exemplos", "esempi",
    "voorbeelden", "przykłady", "примеры", "παραδείγματα", "例",
)  # fmt: skip


def examples(text: str) -> tuple[DataSetDraft, ...]:
    """Return one set of data for each row of the tables below "Examples:"."""
    return tuple(_data_sets(text.split("\n")))


def _data_sets(lines: list[str]) -> Iterator[DataSetDraft]:
    inside = False
    names: list[str] = []
    for line in lines:
        stripped = line.strip()
        word, colon, title = stripped.partition(":")
        if colon and word.strip().lower() in _EXAMPLES:
            inside, names = True, []
            set_name = title.strip()
        elif inside and stripped.startswith("|"):
            cells = [cell.strip() for cell in stripped.strip("|").split("|")]
            if not names:
                names = cells
            elif len(cells) == len(names):
                yield DataSetDraft(tuple(zip(names, cells, strict=True)), set_name)
        elif stripped and not stripped.startswith("#"):
            inside = False
