"""Tells what became of a file's columns: those settled by their cells, and those in no field."""

import re
from collections.abc import Iterator, Sequence

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.drafts import ColumnNote

_LETTERS = re.compile(r"[A-Z]{1,2}")
_WORDS = {
    "title": "what changes",
    "level": "how severe it is",
    "starts": "when it starts",
    "ends": "when it ends",
    "as_is": "how it is today",
    "to_be": "how it will be",
    "people": "how many people it hits",
    "group": "which groups it hits",
}


def told_of_columns(notes: Sequence[ColumnNote], drafts: Sequence[ChangeDraft]) -> tuple[str, ...]:
    """Return a sentence for columns that could mean two things, and those for what has no field."""
    kept = {heading for draft in drafts for heading, _ in draft.further}
    several = len({note.sheet for note in notes}) > 1
    settled = dict.fromkeys(
        f"“{_line(note.heading)}” as {_WORDS[note.field]}"
        for note in notes
        if note.how == "content" and note.field in _WORDS and note.samples
    )
    # Sheets of one form say the same: a heading is named where it stands first.
    loose = {note.heading: note for note in reversed([*_loose(notes)])}
    named = {heading: _named(note, several=several) for heading, note in reversed(loose.items())}
    headless = kept - {note.heading for note in notes}
    beside = [words for heading, words in named.items() if heading in kept]
    beside += [f"column {one}" for one in sorted(headless) if _LETTERS.fullmatch(one)]
    lost = [
        words
        for heading, words in named.items()
        if heading not in kept and loose[heading].field is None and loose[heading].samples
    ]
    sentences = []
    if settled:
        sentences.append(f"By what their cells hold, columns are read so: {', '.join(settled)}.")
    if beside:
        sentences.append(
            f"No field was found for {', '.join(beside)}: what is written there is kept with each "
            "record, but shown in no field. Where it matters, head the column with the name of "
            "the field first; an import that was made already is taken back before."
        )
    if lost:
        sentences.append(f"Not taken: {', '.join(lost)}.")
    return tuple(sentences)


def _loose(notes: Sequence[ColumnNote]) -> Iterator[ColumnNote]:
    """Yield the columns without a field, and those whose field another column has already."""
    taken: set[tuple[str, str]] = set()
    for note in notes:
        if note.how == "chosen" and note.field is None:
            continue
        if note.field is None or (note.sheet, note.field) in taken:
            yield note
        else:
            taken.add((note.sheet, note.field))


def _named(note: ColumnNote, *, several: bool) -> str:
    sheet = f" of sheet “{note.sheet}”" if several and note.sheet else ""
    return f"“{_line(note.heading)}” (column {note.letter}{sheet})"


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
