"""Tells responses from other rows: tests, spam, strays below the data, damaged and doubled rows."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.drafts import RowNote
from changedesk.exchange.footers import why_footer
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.table import AnswerTable
from changedesk.exchange.surveys.uses import Used
from changedesk.exchange.surveys.values import folded, is_number

TEST = "it looks like a test row: take it if somebody really answered so"
STRAY = "it stands below the answers and is no answer"
NOTHING = "no question is answered in it"
_TESTS = re.compile(
    r"(?:(?:this is )?(?:just |only )?a? ?test(?:ing|s|ed)?(?: ?(?:row|answer|response|entry|user|"
    r"person|name|data|only))?(?: ?\d{1,3})?[.!]*|asdf\w*|qwerty?\w*|test ?test|(?:blah? ?)+|"
    r"dummy(?: \w+)?|lorem ipsum.*|prueba|teste|essai|probe|тест|テスト|测试|測試|x{2,})",
    re.IGNORECASE,
)
_TEST_MAIL = re.compile(r"test(?:er|ing|user)?\d*@.*", re.IGNORECASE)
_PREVIEW = {
    "1": "a preview", "2": "a test", "8": "marked as spam", "9": "a preview, marked as spam",
    "12": "a test, marked as spam", "survey preview": "a preview", "preview": "a preview",
    "survey test": "a test", "test": "a test", "spam": "marked as spam",
    "potential spam": "marked as spam", "possible spam": "marked as spam",
    "preview/spam": "a preview, marked as spam", "survey preview/spam": "a preview, marked as spam",
    "generated": "made up by the tool",
    "validation_status_not_approved": "not approved by who checked it",
    "not approved": "not approved by who checked it", "rejected": "rejected by who checked it",
}  # fmt: skip
_EDGE = 0.3
_STATISTIC = re.compile(
    r"(?:(?:the |overall |group |team )?(?:mean|average|avg|median|mode|sd|st\.? ?dev\.?|stdev|std|"
    r"standard deviation|variance|min(?:imum)?|max(?:imum)?|mittelwert|durchschnitt|mittel|schnitt|"
    r"standardabweichung|moyenne|écart[- ]type|médiane|media|promedio|mediana|desviación|média|"
    r"desvio(?: padrão)?|gemiddelde?|średnia|среднее|平均|合計))(?: score)?\s*[:=]?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Sieved:
    """Indexes into the table's rows that are responses, and the account of all others."""

    kept: list[int] = field(default_factory=list)
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)


def sieve(table: AnswerTable, used: Sequence[Used], choices: Choices) -> Sieved:
    """Return which rows are responses; every other row comes with its reason."""
    found = Sieved()
    judge = _Judge(table, used)
    take = set(choices.take)
    for at, index in enumerate(table.rows):
        where = table.place(index)
        why = judge.why_rejected(at, index)
        if why:
            found.rejected.append(RowNote(where, why))
            continue
        why = judge.why_skipped(at, index)
        if why and where not in take:
            found.skipped.append(RowNote(where, why))
            continue
        found.kept.append(at)
    return found


class _Judge:
    """Knows what a full row of this table looks like."""

    def __init__(self, table: AnswerTable, used: Sequence[Used]) -> None:
        self._table = table
        self._width = table.width
        self._broken = dict(table.sheet.broken)
        self._questions = [one.column for one in used if not one.system]
        self._by_use = {one.system: one.column for one in reversed(used) if one.system}
        self._people = [one.column for one in used if one.system in {"name", "first_name"}]
        fills = [self._filled(at) for at in range(len(table.rows))]
        self._marks = [self._by_use[name] for name in ("source_id", "submitted", "started")
                       if name in self._by_use]  # fmt: skip
        marked = [at for at in range(len(fills)) if not self._is_unmarked(at)]
        self._last_marked = marked[-1] if marked else len(fills)
        self._status = [one.column for one in used if one.system in {"status", "channel", "review"}]
        self._usual = sorted(fills)[len(fills) // 2] if fills else 0
        dense = [
            at for at, fill in enumerate(fills)
            if fill >= max(2, _EDGE * self._usual)
            and not _why_figures(table.sheet.rows[table.rows[at]])
        ]  # fmt: skip
        self._last_dense = dense[-1] if dense else -1
        self._heads = [
            tuple(folded(cell) for cell in cells if cell)
            for cells in zip(*(column.cells for column in table.columns), strict=True)
        ]
        self._free = [column for column in self._questions if _is_free(column.filled())]
        self._known: dict[int, str] = {}
        self._seen: dict[str, tuple[int, tuple[str, ...]]] = {}

    def _filled(self, at: int) -> int:
        return sum(bool(column.texts[at]) for column in self._questions)

    def why_rejected(self, at: int, index: int) -> str:
        """Return why a row cannot be read with certainty; "" for one that can."""
        sheet = self._table.sheet
        if index in self._broken:
            return self._broken[index]
        row = sheet.rows[index]
        if sheet.delimited and any(cell.strip() for cell in row[self._width :]):
            return (
                f"it has {len(row)} fields where the headings name {self._width}: a text in "
                "it holds the separator without quotation marks"
            )
        return self._why_doubled(at, index)

    def _why_doubled(self, at: int, index: int) -> str:
        column = self._by_use.get("source_id")
        ident = column.texts[at] if column is not None else ""
        if not ident or self._why_no_response(at, index):
            return ""
        content = tuple(one.texts[at] for one in self._questions)
        first, known = self._seen.setdefault(ident, (index, content))
        if first == index or known == content:
            return ""
        return (
            f"it has the id {ident} of {self._table.place(first)} and other answers: one of the "
            "two is not what was answered"
        )

    def why_skipped(self, at: int, index: int) -> str:
        """Return why a row is left out on purpose; "" for a response."""
        why = self._why_no_response(at, index)
        if why:
            return why
        column = self._by_use.get("source_id")
        ident = column.texts[at] if column is not None else ""
        if ident and self._seen.get(ident, (index,))[0] != index:
            return f"it says the same as {self._table.place(self._seen[ident][0])}"
        return ""

    def _why_no_response(self, at: int, index: int) -> str:
        if at not in self._known:
            self._known[at] = self._why_none(at, index)
        return self._known[at]

    def _why_none(self, at: int, index: int) -> str:
        row = self._table.sheet.rows[index]
        cells = tuple(folded(cell) for cell in row if cell.strip())
        if cells in self._heads:
            return "it repeats the headings"
        if self._is_unmarked(at) and (why := _why_figures(row)):
            return why
        for column in self._status:
            if what := _PREVIEW.get(folded(column.texts[at])):
                return f"it is {what}"
        fill = self._filled(at)
        if self._is_stray(at, fill):
            return STRAY
        if not fill:
            return NOTHING
        return TEST if self._is_test(at) else ""

    def _is_stray(self, at: int, fill: int) -> bool:
        if self._marks:
            return at > self._last_marked and self._is_unmarked(at)
        if len(self._questions) < 3 or at <= self._last_dense:
            return False
        return fill <= max(1, _EDGE * self._usual)

    def _is_unmarked(self, at: int) -> bool:
        """Tell a row without what the tool, or whoever counted the rows, puts to every response."""
        said = [text for column in self._marks if (text := column.texts[at])]
        # “Average” where the number of the response stands is the heading of figures, no number.
        return not said or (
            not any(letter.isdigit() for letter in said[0])
            and bool(_why_figures(self._table.sheet.rows[self._table.rows[at]]))
        )

    def _is_test(self, at: int) -> bool:
        mail = self._by_use.get("email")
        if mail is not None and _TEST_MAIL.fullmatch(mail.texts[at].strip()):
            return True
        if any(_TESTS.fullmatch(column.texts[at].strip()) for column in self._people):
            return True
        said = [text for column in self._free if (text := column.texts[at].strip())]
        return bool(said) and all(map(_TESTS.fullmatch, said))


def _why_figures(row: Sequence[str]) -> str:
    """Return why a row only tells figures of the rows above; "" for any other."""
    said = [text.strip() for text in row if text.strip()]
    if len(said) >= 2 and _STATISTIC.fullmatch(said[0]) and all(map(is_number, said[1:])):
        return "it tells figures of the answers above"
    return why_footer(row)


def _is_free(texts: Sequence[str]) -> bool:
    """Tell a column of free text: hardly anything occurs twice, or it is long."""
    if len(texts) < 2 or sum(map(is_number, texts)) > 0.5 * len(texts):
        return False
    counted = Counter(map(folded, texts))
    return len(counted) >= 0.7 * len(texts)


def kept_texts(texts: Sequence[str], kept: Sequence[int]) -> tuple[str, ...]:
    """Return the texts of the rows that are kept."""
    return tuple(_chosen(texts, kept))


def _chosen(texts: Sequence[str], kept: Sequence[int]) -> Iterator[str]:
    for at in kept:
        yield texts[at]
