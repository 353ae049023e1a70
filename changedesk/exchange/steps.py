"""Splits a cell into steps as people write them, and lays expected results beside them."""

import re
from dataclasses import dataclass

from changedesk.exchange.cells import trim

_STEP_WORD = (
    r"(?:step|test step|schritt|étape|etape|paso|passo|passaggio|stap|krok|шаг|крок|βήμα|βημα|"
    r"ขั้นตอนที่|ขั้นที่|bước|buoc|langkah|adım|adim|手順|步骤|步驟|단계|steg|trin|vaihe|lépés|pasul?)"
)
_NUMBER = re.compile(
    r"(?P<indent>[ \t\u3000]*)"
    r"(?:[(（\[]?(?P<plain>\d{1,3})(?:[.)）．、:：\]](?!\d)|\s+[-–—]\s)|(?P<circled>[①-⑳])"
    rf"|{_STEP_WORD}\s*(?:no\.?\s*)?#?(?P<worded>\d{{1,3}})\s*"
    r"(?:[.):：、\-–]+|(?=\s)|$))\s*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?P<indent>[ \t]*)(?P<first>\d{1,3})\.(?P<second>\d{1,3})[.):]?\s+")
_LETTER = re.compile(r"(?P<indent>[ \t]*)[(]?(?P<letter>[a-z])[.)]\s+", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[•●▪■◦‣·○*+–—_\-]|-+>|=+>|→|➔|➢|►|✓|❖)(?:\s+|(?=[^\W\d_]))")
_INLINE = re.compile(
    r"(?:(?<=[^\s])(?:[ \t\u3000]{2,}|\t))(?=\d{1,3}[.)）．](?!\d))"
    r"|(?<=[.;:!?)。])[ \t]+(?=\d{1,3}[.)](?!\d)\s*\S)"
    r"|[ \t]+(?=\d{1,3}\)\s*\S)"
)
_MAYBE_INLINE = re.compile(r"[ \t\u3000]\d{1,3}[.)．）]")
_GIVEN = re.compile(r"(?:^|(?<=[\n,.;]))\s*(?=(?:given|when|then)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a split cell; `number` is what the cell itself calls it (None: unnumbered)."""

    text: str
    number: int | None = None


def split(text: str) -> list[Item]:
    """Split a cell into items: by numbers if there are any, else bullets, letters or lines.

    Nothing is lost: what is no marker stays in the item it belongs to.
    """
    text = trim(text)
    if not text:
        return []
    lines = _unfold(text)
    if plain := _plainly_numbered(lines):
        return plain
    if len(lines) == 1 and not _NUMBER.match(text):
        return [Item(text)]
    for splitter in (_by_numbers, _by_dotted, _by_bullets, _by_letters):
        items = splitter(lines)
        if items:
            return items
    return _by_lines(lines)


def _plainly_numbered(lines: list[str]) -> list[Item]:
    """Split the usual spelling, "1. " at each line, without a pattern; most cells are so."""
    items = []
    for number, line in enumerate(lines, 1):
        mark = f"{number}. "
        text = line[len(mark) :]
        if not line.startswith(mark) or not text or text[0] in " \n" or text[-1] == " ":
            return []
        items.append(Item(text, number))
    return items


def _unfold(text: str) -> list[str]:
    """Return lines; a line that holds several consecutive numbers becomes several lines."""
    lines = text.split("\n")
    if not _MAYBE_INLINE.search(text):
        return lines
    return [part for line in lines for part in _unfold_line(line)]


def _unfold_line(line: str) -> list[str]:
    parts = _INLINE.split(line)
    if len(parts) == 1:
        return [line]
    result = [parts[0]]
    last = _leading_number(parts[0])
    for part in parts[1:]:
        number = _leading_number(part)
        if last is not None and number == last + 1:
            result.append(part)
            last = number
        else:
            result[-1] += " " + part
    return [part.rstrip() for part in result] if len(result) > 1 else [line]


def _leading_number(text: str) -> int | None:
    match = _NUMBER.match(text)
    return _number(match) if match else None


def _number(match: re.Match[str]) -> int:
    if match["circled"]:
        return ord(match["circled"]) - 0x245F
    return int(match["worded"] or match["plain"])


def _by_numbers(lines: list[str]) -> list[Item]:
    """Split at numbers that go on from the last one; others are text, such as "10. October"."""
    items: list[list[str]] = []
    numbers: list[int] = []
    before: list[str] = []
    indent = 0
    for line in lines:
        match = _NUMBER.match(line)
        if match and _continues(numbers, _number(match)):
            depth = len(match["indent"])
            if not items or depth <= indent + 2:
                indent = depth if not items else min(indent, depth)
                items.append([line[match.end() :]])
                numbers.append(_number(match))
                continue
        (items[-1] if items else before).append(line)
    if not items or (len(items) == 1 and (before or numbers[0] > 1)):
        return []
    texts = [trim("\n".join(item)) for item in items]
    if lead := trim("\n".join(before)):
        texts[0] = f"{lead}\n{texts[0]}"
    pairs = zip(texts, numbers, strict=True)
    return [Item(text, number) for text, number in pairs if text]


def _continues(numbers: list[int], number: int) -> bool:
    """Tell whether a number goes on: the first, the next, a gap of one, a twin, again 1."""
    if not numbers:
        return True
    last = numbers[-1]
    return last <= number <= last + 2 or (number == 1 and last > 1)


def _by_dotted(lines: list[str]) -> list[Item]:
    """Split "1.1 Open / 1.2 Save" where no plain numbers stand."""
    starts = [bool(_DOTTED.match(line)) for line in lines]
    if sum(starts) < 2 or not starts[0]:
        return []
    return [Item(text) for text in _gather(lines, starts, _DOTTED)]


def _by_bullets(lines: list[str]) -> list[Item]:
    """Split at bullets where the cell begins with one; else bullets belong to the line above."""
    marks = [bool(_BULLET.match(line)) for line in lines]
    if not marks[0] or sum(marks) < 2:
        return []
    return [Item(text) for text in _gather(lines, marks, _BULLET)]


def _by_letters(lines: list[str]) -> list[Item]:
    expected = "a"
    starts = []
    for line in lines:
        match = _LETTER.match(line)
        fits = bool(match) and match["letter"].lower() == expected if match else False
        starts.append(fits)
        if fits:
            expected = chr(ord(expected) + 1)
    if sum(starts) < 2 or not starts[0]:
        return []
    return [Item(text) for text in _gather(lines, starts, _LETTER)]


def _by_lines(lines: list[str]) -> list[Item]:
    """Make an item of every line; bullets and lettered lines stay with the line above."""
    items: list[list[str]] = []
    for line in lines:
        if not line.strip():
            continue
        below = items and (_BULLET.match(line) or _LETTER.match(line))
        if below or (items and items[-1][-1].rstrip().endswith((":", ","))):
            items[-1].append(line)
        else:
            items.append([line])
    return [Item(trim("\n".join(item))) for item in items]


def _gather(lines: list[str], starts: list[bool], marker: re.Pattern[str]) -> list[str]:
    items: list[list[str]] = []
    for line, begins in zip(lines, starts, strict=True):
        if begins:
            match = marker.match(line)
            items.append([line[match.end() :] if match else line])
        else:
            items[-1].append(line)
    return [text for item in items if (text := trim("\n".join(item)))]


def bare(text: str) -> str:
    """Return the text of a cell that is one step, without the number or bullet before it."""
    text = trim(text)
    match = _NUMBER.match(text)
    return trim(text[match.end() :]) or text if match else text


@dataclass(frozen=True, slots=True)
class Rounds:
    """Given/When/Then in one cell: what to do, and what is expected."""

    do: str
    expected: str


def split_scenario(text: str) -> list[Rounds]:
    """Split Given/When/Then text at each round; empty where the text is none."""
    parts = [part for piece in _GIVEN.split(text) if (part := trim(piece).rstrip(","))]
    words = [part.split(None, 1)[0].lower().rstrip(":,") for part in parts]
    if "then" not in words or not ({"given", "when"} & set(words)):
        return []
    rounds: list[Rounds] = []
    do: list[str] = []
    expected: list[str] = []
    for part, word in zip(parts, words, strict=True):
        if word != "then" and expected:
            rounds.append(Rounds("\n".join(do), "\n".join(expected)))
            do, expected = [], []
        (expected if word == "then" else do).append(part)
    rounds.append(Rounds("\n".join(do), "\n".join(expected)))
    return rounds


def pair(steps: list[Item], expected: str) -> tuple[list[str], str]:
    """Return an expected text for each step, and in a few words how that was decided."""
    count = len(steps)
    texts = [""] * count
    expected = trim(expected)
    if not expected or not count:
        return texts, ""
    if count == 1:
        return [expected], "one step with its expected result"
    items = split(expected)
    if len(items) == 1 and items[0].number is None:
        items = [Item(bare(expected), _leading_number(expected))]
    if len(items) == count:
        return [item.text for item in items], "one expected result for each step"
    numbers = [item.number for item in items]
    by_number = {step.number: index for index, step in enumerate(steps)}
    named = all(number is not None and number in by_number for number in numbers)
    if items and named and len(set(numbers)) == len(numbers):
        for item in items:
            texts[by_number[item.number]] = item.text
        return texts, "expected results laid on the steps by their numbers"
    texts[-1] = expected
    return texts, "expected result of the whole script, shown at the last step"
