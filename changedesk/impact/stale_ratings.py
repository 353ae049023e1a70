"""Keeps a number from standing beside words of a file that it does not belong to.

A file says again how high something is. What cannot be read empties the number of the words
before, and one cell beyond a scale does not rate all the others anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.scales import Level, Span, of_five, of_severity, read_level
from changedesk.exchange.further import packed, unpacked
from changedesk.exchange.making import Taken
from changedesk.people.importing import folded
from changedesk.store.records import Record
from changedesk.store.spec import FieldSpec, RecordSpec, spec_of

Fields = dict[str, Any]
Known = tuple[Any, ChangeDraft, Fields]
"""A record as it is now, the row of the file that is about it, and what the row would set."""
_RATED: Mapping[str, Callable[[Level], int | None]] = {
    "severity": of_severity, "group_severity": of_severity, "residual": of_severity,
    "power": of_five, "interest": of_five, "influence": of_five,
    "impact": of_five,
}  # fmt: skip
_FIVE, _TEN, _ANY = Span(0, 5), Span(0, 10), Span(0, 999)
_MOST_TOLD = 5


def without_stale(record_type: type[Record], known: Sequence[Known], taken: Taken) -> None:
    """Alter what is to be set so that no old value stays beside new words that were not read.

    What was emptied, or kept on the scale of before, is told as warnings.
    """
    for name, as_number in _RATED.items():
        _keep_scale(name, as_number, [one for one in known if name in one[1].said], taken)
    for one in known:
        _forget_words(*one)
    spec = spec_of(record_type)
    emptied = [sentence for one in known for sentence in _empty(spec, *one)]
    taken.warnings += emptied[:_MOST_TOLD]
    if len(emptied) > _MOST_TOLD:
        taken.warnings.append(
            f"{len(emptied) - _MOST_TOLD} more values were emptied for the same reason; the "
            "history tells which."
        )


def _forget_words(record: Any, draft: ChangeDraft, fields: Fields) -> None:
    """Take words that were not read out of what is kept beside once the field is read again."""
    told = {heading for heading, _ in draft.further}
    headings = {draft.said[name][0] for name in draft.said if name in fields}
    stale = {heading for heading, _ in unpacked(record.further)} & headings - told
    if stale:
        fields["further"] = packed([*draft.further, *((heading, "") for heading in sorted(stale))])


def _empty(spec: RecordSpec, record: Any, draft: ChangeDraft, fields: Fields) -> Iterable[str]:
    for name, (heading, words) in draft.said.items():
        old = getattr(record, name)
        if fields.get(name) is not None or old in {None, ""}:
            continue
        if folded(words) in words_before(record, name, heading):
            continue
        fields[name] = None
        what = spec.field(name)
        yield (
            f"{record.code} “{draft.title}”: {what.label} was {_called(what, old)}, and the file "
            f"now says “{words}” ({draft.where}), which was not read. It is empty now: give it a "
            "value in the window, or mend the file and import it again."
        )


def words_before(record: Any, name: str, heading: str) -> set[str]:
    """Return the words that a record has of a field from its file.

    Where a file says them again, the value may be what somebody decided since, and stays.
    """
    found = {text for head, text in unpacked(record.further) if head == heading}
    found.add(getattr(record, f"{name}_said", ""))
    if name == "current":
        found.add(record.attitude)
    return {folded(text) for text in found if text}


def _called(what: FieldSpec, value: object) -> str:
    return next((one.label for one in what.choices if one.code == value), str(value))


def _keep_scale(
    name: str, as_number: Callable[[Level], int | None], known: Sequence[Known], taken: Taken
) -> None:
    """Read all on the scale of five where it was read so before and one cell is beyond it now.

    That cell makes the column look as if it were of ten: it would rate every other one anew.
    """
    by_heading: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        by_heading[one[1].said[name][0]].append(one)
    for heading, some in by_heading.items():
        beyond = [draft for _, draft, _ in some if _is_beyond(draft.said[name][1])]
        of_ten = beyond and _is_of_ten(name, as_number, some)
        if not of_ten or not _was_of_five(name, as_number, heading, [one[0] for one in some]):
            continue
        for _, draft, fields in some:
            level = read_level(draft.said[name][1], _FIVE)
            if not level.word:
                fields[name] = as_number(level)
                if fields[name] is None:
                    del fields[name]
        taken.warnings.append(
            f"“{heading}” was of 5 at the last import, and “{beyond[0].said[name][1]}” "
            f"({beyond[0].where}) is beyond that: all others are still read as of 5. Correct what "
            f"is beyond; if the scale is another one now, write its ends into the heading, such "
            f"as “{heading} (1-10)”."
        )


def _is_beyond(words: str) -> bool:
    return not read_level(words, _FIVE).known and read_level(words, _ANY).known


def _is_of_ten(name: str, as_number: Callable[[Level], int | None], known: Sequence[Known]) -> bool:
    """Tell whether the file was read as of ten, where that makes a difference."""
    read = [(read_level(draft.said[name][1], _TEN), fields.get(name)) for _, draft, fields in known]
    figures = [(as_number(level), now) for level, now in read if level.number is not None]
    return bool(figures) and all(number == now for number, now in figures)


def _was_of_five(
    name: str, as_number: Callable[[Level], int | None], heading: str, records: Sequence[Any]
) -> bool:
    """Tell whether the values that are there are rather of five than of ten."""
    votes = 0
    for record in records:
        for words in words_before(record, name, heading):
            five, ten = (as_number(read_level(words, span)) for span in (_FIVE, _TEN))
            votes += (five == getattr(record, name)) - (ten == getattr(record, name))
    return votes > 0
