"""Tells what became of a file's columns: those settled by their cells, and those in no field."""

from collections.abc import Sequence

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.drafts import ColumnNote

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
    """Return a sentence for columns that could mean two things, and one for those in no field."""
    settled = [
        f"“{_line(note.heading)}” as {_WORDS[note.field]}"
        for note in notes
        if note.how == "content" and note.field in _WORDS and note.samples
    ]
    loose = [n for n in notes if n.field is None and n.how != "chosen" and n.samples]
    kept = {(draft.where.sheet, heading) for draft in drafts for heading, _ in draft.further}
    beside = [note for note in loose if _is_kept(note, kept)]
    lost = [note for note in loose if not _is_kept(note, kept)]
    sentences = []
    if settled:
        sentences.append(f"By what their cells hold, columns are read so: {', '.join(settled)}.")
    if beside:
        sentences.append(
            f"No field was found for {_listed(beside)}: what is written there is kept with each "
            "record, but shown in no field. Where it matters, take the import back, head the "
            "column with the name of the field, and import the file again."
        )
    if lost:
        sentences.append(f"Not taken: {_listed(lost)}.")
    return tuple(sentences)


def _is_kept(note: ColumnNote, kept: set[tuple[str, str]]) -> bool:
    return (note.sheet, note.heading) in kept or ("", note.heading) in kept


def _listed(notes: Sequence[ColumnNote]) -> str:
    return ", ".join(f"“{_line(note.heading)}” (column {note.letter})" for note in notes)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
