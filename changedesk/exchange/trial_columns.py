"""Columns that say how often a step is tried, and how many of the tries must pass."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from changedesk.exchange.drafts import Place, StepDraft
from changedesk.exchange.headings import Heading, normal
from changedesk.exchange.rows import RowGroup, TableView

_TRIES = (
    "tries, trials, attempts, number of tries, number of trials, number of attempts, no of tries, "
    "no of trials, no of attempts, repetitions, versuche, anzahl versuche, wiederholungen, essais, "
    "nombre d essais, intentos, número de intentos, tentativas, tentativi, pogingen, próby, "
    "liczba prób, попытки, количество попыток, 試行回数, 尝试次数, 시도 횟수"
)
_THRESHOLDS = (
    "threshold, pass threshold, pass at, required passes, passes required, passes needed, "
    "must pass, to pass, minimum passes, min passes, required pass rate, schwelle, schwellwert, "
    "schwellenwert, bestehensgrenze, seuil, umbral, limiar, soglia, drempel, próg, порог, "
    "しきい値, 閾値, 阈值, 기준값"
)
_WORDS = {
    name: frozenset(word.strip() for word in words.split(","))
    for name, words in (("trials", _TRIES), ("threshold", _THRESHOLDS))
}
_MOST = 1000
_COUNT = re.compile(r"(\d{1,4})\s*(?:[x×]|times|tries|trials|mal|fois|veces|volte)?")
_AT_LEAST = re.compile(r"^(?:>=|≥|at least|min(?:imum|destens)?\.?|mind\.)\s*")
_RATIO = re.compile(r"(\d{1,4})\s*(?:/|of|out of|von|sur|de|su|van|z|из)\s*(\d{1,4})")
_FIGURE = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(%?)")
_BLANK = re.compile(r"[\s\-–—_.]*")
_UNREAD = "does not say how often the step is tried and how many tries must pass"
_UNLAID = "does not say which step is tried several times: the row has {}"
_KEPT = "the row came in without it, and its text is kept"


def trial_columns(headings: Sequence[Heading], samples: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the columns "trials" and "threshold"; {} unless it is said how many tries must pass.

    Without that, "Tries" may as well count what was tried so far.
    """
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        for name, words in _WORDS.items():
            if normal(heading.text) in words:
                found.setdefault(name, column)
    if "threshold" not in found:
        return {}
    ratios = [_RATIO.fullmatch(_bare(text)) for text in samples[found["threshold"]]]
    counts = [_COUNT.fullmatch(text.lower()) for text in samples[found.get("trials", 0)]]
    if "trials" in found and sum(map(bool, counts)) < 0.5 * len(counts):
        del found["trials"]
    told = "trials" in found or (any(ratios) and sum(map(bool, ratios)) >= 0.5 * len(ratios))
    return found if told else {}


def rule_in(tries: str, threshold: str, *, shares: bool) -> tuple[int, int | None] | None:
    """Return how often a step is tried and the percentage to be passed.

    (1, None) is a step done once. `shares`: the thresholds are shares, so that 1 is all of them.
    None where it cannot be read with certainty.
    """
    tries, threshold = (
        "" if _BLANK.fullmatch(text) else text.lower() for text in (tries, threshold)
    )
    count = _COUNT.fullmatch(tries)
    if tries and count is None:
        return None
    bare = _bare(threshold)
    if ratio := _RATIO.fullmatch(bare):
        passed, base = int(ratio[1]), int(ratio[2])
        n = int(count[1]) if count else base
        percent = 100 * passed / base if 0 < passed <= base else 0.0
    else:
        n = int(count[1]) if count else 1
        percent = _percent(bare, n, shares=shares) if bare else 0.0
    if n == 1 and (not threshold or (count and percent == 100)):
        return 1, None
    if not 2 <= n <= _MOST or (threshold and not 0 < percent <= 100):
        return None
    return n, _whole(percent, n) if threshold else None


def _bare(threshold: str) -> str:
    return _AT_LEAST.sub("", threshold.strip().lower(), count=1)


def _percent(text: str, n: int, *, shares: bool) -> float:
    """Return the percentage that a figure means: a share, a percentage or a count of the tries."""
    match = _FIGURE.fullmatch(text)
    if match is None:
        return 0.0
    figure = float(match[1].replace(",", "."))
    if match[2] or (figure > n and figure.is_integer()):
        return figure
    if 0 < figure < 1 or (shares and figure == 1):
        return figure * 100
    # A bare 1 is one of the tries or, in a cell shown in percent, all of them.
    return 100 * figure / n if figure.is_integer() and figure != 1 else 0.0


def _whole(percent: float, n: int) -> int:
    """Return whole percents that ask for as many of `n` tries."""
    if round(percent, 6).is_integer():
        return round(percent)
    least = -int(-round(n * percent / 100, 6) // 1)
    return 100 * least // n


@dataclass(slots=True)
class TrialReader:
    """Reads the rules of trial steps of one table; `told` are the rows that cannot be read."""

    view: TableView
    told: dict[Place, str] = field(default_factory=dict)
    shares: bool = field(init=False)

    def __post_init__(self) -> None:
        rows = range(self.view.table.body, len(self.view.sheet.rows))
        cells = (self.view.get(row, "threshold") for row in rows)
        # A cell that Excel shows in percent holds a share, such as 0.9.
        self.shares = any(re.fullmatch(r"0[.,]\d+", cell) for cell in cells if cell)

    def laid_on(self, group: RowGroup, steps: tuple[StepDraft, ...]) -> tuple[StepDraft, ...]:
        """Return the steps with what their rows say of tries; one row may hold several steps."""
        if not {"trials", "threshold"} & self.view.columns.fields.keys():
            return steps
        made = list(steps)
        for row in group.rows:
            cells = self.cells(row)
            if not any(cells):
                continue
            place = self.view.place(row)
            own = [at for at, step in enumerate(made) if step.where in {place, None}]
            rule = rule_in(*cells, shares=self.shares)
            said = " / ".join(text for text in cells if text)
            if rule is None:
                self.told[place] = f"“{said}” {_UNREAD}; {_KEPT}"
            elif rule[0] > 1 and len(own) == 1:
                made[own[0]] = made[own[0]]._replace(trials=rule[0], threshold=rule[1])
            elif rule[0] > 1:
                count = f"{len(own)} steps" if own else "no step"
                self.told[place] = f"“{said}” {_UNLAID.format(count)}; {_KEPT}"
        return tuple(made)

    def cells(self, row: int) -> tuple[str, str]:
        """Return what a row says of tries and of the threshold."""
        tries, threshold = (self.view.get(row, name) for name in ("trials", "threshold"))
        return tries, threshold

    def left(self, group: RowGroup) -> list[tuple[str, str]]:
        """Return the cells of rows that could not be read, as (heading, text)."""
        columns = self.view.columns
        return [
            (columns.headings[columns.fields[name]].label, text)
            for row in group.rows
            if self.view.place(row) in self.told
            for name, text in zip(("trials", "threshold"), self.cells(row), strict=True)
            if text
        ]
