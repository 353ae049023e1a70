"""What a source says beyond the fields of a record, kept so that an export can give it back."""

import json
from collections.abc import Iterable


def packed(pairs: Iterable[tuple[str, str]]) -> str:
    """Return (heading, text) pairs as the text of a field `further`; empty for none."""
    kept = [[heading, text] for heading, text in pairs]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def unpacked(text: str) -> tuple[tuple[str, str], ...]:
    """Return the (heading, text) pairs of a field `further`.

    A text that nobody packed comes back whole, under no heading: it is data, never an error.
    """
    if not text:
        return ()
    try:
        kept = json.loads(text)
    except ValueError:
        return (("", text),)
    if not isinstance(kept, list) or not all(_is_pair(one) for one in kept):
        return (("", text),)
    return tuple((heading, value) for heading, value in kept)


def merged(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return a field `further` with what a source says by now; what it leaves out stays.

    A source that says the same in another order changes nothing; an empty text takes a heading out.
    """
    old, told = unpacked(text), tuple(pairs)
    headings = dict.fromkeys(heading for heading, _ in (*old, *told))
    fresh = {heading for heading, _ in told}
    return packed(
        pair
        for heading in headings
        for pair in (told if heading in fresh else old)
        if pair[0] == heading and (pair[1] or heading not in fresh)
    )


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(part, str) for part in one)
