"""Decides how each question is answered, from its heading, its column and its neighbours."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from changedesk.exchange.surveys import several, singles
from changedesk.exchange.surveys.blocks import Block
from changedesk.exchange.surveys.choices import Choices, named
from changedesk.exchange.surveys.drafts import MissingReason, QuestionDraft, QuestionKind, Source
from changedesk.exchange.surveys.figures import Figures, figures_of, set_spans
from changedesk.exchange.surveys.items import Item, letters, names_of, with_words
from changedesk.exchange.surveys.joined import Joint, joint_of
from changedesk.exchange.surveys.keys import Keys
from changedesk.exchange.surveys.missing import NoAnswers
from changedesk.exchange.surveys.scales import Ladder, known_ladder, label_key, ladders_of, numbered
from changedesk.exchange.surveys.table import Column
from changedesk.exchange.surveys.values import folded, is_moment
from changedesk.exchange.yes_and_no import NO, YES

_MANY = 40
_SLIPS, _FEWEST = 0.05, 3
_NOT_SHOWN: MissingReason = "not_shown"
_CHOSEN = frozenset({"single", "multi", "rank"})


class Reading:
    """Knows all columns of a table, so that one column is read by what its neighbours show.

    `pools` are the labels of every known scale, `shares` count the columns that have it.
    """

    def __init__(self, blocks: Sequence[Block], source: Source, choices: Choices) -> None:
        self._source = source
        self._choices = choices
        self._keys = Keys()
        # LimeSurvey writes N/A where a question was not shown.
        usual = {"N/A": _NOT_SHOWN} if source == "limesurvey" else {}
        self._none = NoAnswers({**usual, **choices.missing})
        self.figures: dict[int, Figures] = {}
        self.pools: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._numbered: list[dict[str, int]] = []
        self.shares: Counter[tuple[str, str]] = Counter()
        plain = [c for block in blocks if block.shape in {"one", "grid"} for c in block.columns]
        for column in plain:
            found = figures_of(column, self._none) if not self._lists(column) else None
            if found is not None:
                self.figures[column.at] = found
                continue
            labels = self._labels(column)
            if places := numbered(labels):
                self._numbered.append(places)
            for known in ladders_of(labels)[:1] if len(labels) >= 2 else ():
                self.pools[known] += labels
                self.shares[known] += 1
        set_spans(list(self.figures.values()), choices.spans)

    def _lists(self, column: Column) -> bool:
        """Tell codes of several options, which Qualtrics joins as others write decimals: 1,2."""
        return self._source == "qualtrics" and any("," in text for text in column.texts)

    def _labels(self, column: Column) -> list[str]:
        return self._none.labels(column.texts, scale=True)

    def items(self, blocks: Sequence[Block]) -> list[Item]:
        """Return all questions in the order of the columns."""
        return [item for block in blocks for item in self._items(block)]

    def _items(self, block: Block) -> list[Item]:
        if block.shape == "boxes":
            return [several.boxes(block, self._keys, self._none, self._choices)]
        if block.shape == "ranks":
            return [several.ranks(block, self._keys)]
        if block.shape == "places":
            return [several.places(block, self._keys)]
        return [self._one(column, block) for column in block.columns]

    def _one(self, column: Column, block: Block) -> Item:
        whole = column.code != "" and column.code == column.base
        grid = block.title if block.shape == "grid" else "" if whole else column.block
        asked = f"{grid} {column.text}" if grid else column.text
        question = QuestionDraft(
            self._keys.take(column.code, asked), column.text or column.heading or column.letter,
            "text", block=grid,
            columns=letters([column, *block.others]),
        )  # fmt: skip
        kind = named(self._choices.kinds, names_of(question, column.heading))
        item = (
            self._on_scale(question, column, kind)
            or self._of_options(question, column, kind)
            or self._in_words(question, column, kind)
        )
        return with_words(item, block.others) if block.others else item

    def _on_scale(
        self, question: QuestionDraft, column: Column, kind: QuestionKind | None
    ) -> Item | None:
        """Return the question where it is answered with a place on a scale, or a figure."""
        if kind in {"text", "date"}:
            return None
        none = self._none
        if chosen := self._chosen_ladder(question, column):
            return singles.ladder(none, question, column, chosen, kind)
        if kind in _CHOSEN:
            return None
        if figures := self.figures.get(column.at):
            return singles.figures(none, question, column, figures, kind)
        if kind == "number":
            return None
        if ladder := self._found_ladder(column):
            return singles.ladder(none, question, column, ladder, kind)
        return singles.numbered_labels(none, question, column, self._numbered)

    def _of_options(
        self, question: QuestionDraft, column: Column, kind: QuestionKind | None
    ) -> Item | None:
        """Return the question where one option or several answer it."""
        none = self._none
        if kind in {None, "multi", "rank"}:
            offered = named(self._choices.options, names_of(question, column.heading)) or ()
            joint = joint_of(column.filled(), offered, spaces=self._source == "kobo")
            if joint is None and kind is not None:
                labels = none.labels(column.texts, scale=False)
                joint = Joint(";", tuple(labels), ordered=kind == "rank")
            if joint is not None:
                names = names_of(question, column.heading)
                base = named(self._choices.bases, names) or "answered"
                return singles.joined(none, question, column, joint, base)
        if kind == "single" or (kind is None and self._is_choice(column)):
            return singles.single(none, question, column)
        return None

    def _in_words(self, question: QuestionDraft, column: Column, kind: QuestionKind | None) -> Item:
        filled = column.filled()
        if kind is not None:
            question = replace(question, kind=kind, guess="chosen")
        elif filled and all(map(is_moment, filled)):
            question = replace(question, kind="date", guess="all of it are dates")
        return singles.text(self._none, question, column)

    def _is_choice(self, column: Column) -> bool:
        filled = column.filled()
        labels = {folded(text) for text in filled}
        if not filled or max(map(len, filled)) > 200:
            return False
        if labels <= YES | NO:
            return True
        return len(labels) <= min(_MANY, max(2.0, 0.55 * len(filled))) and len(labels) < len(filled)

    def _found_ladder(self, column: Column) -> Ladder | None:
        labels = self._labels(column)
        keys = ladders_of(labels)
        if not keys and (known := self._but_for_slips(column)):
            labels, keys = known, ladders_of(known)
        if not keys or len(labels) < 2:
            # One label alone is on a scale where the same grid shows the others.
            return self._pooled(column, labels)
        return known_ladder(labels, self.pools[keys[0]])

    def _but_for_slips(self, column: Column) -> list[str]:
        """Return the labels of a known scale beside which only a cell or two say something else.

        What they say does not count, and is told.
        """
        said = Counter(folded(text) for text in column.texts if self._is_answer(text))
        labels = [one for one in self._labels(column) if ladders_of([one])]
        slips = sum(said.values()) - sum(said[folded(one)] for one in labels)
        few = slips <= max(1, _SLIPS * sum(said.values()))
        return labels if few and len(labels) >= _FEWEST and ladders_of(labels) else []

    def _is_answer(self, text: str) -> bool:
        return bool(text) and not self._none.is_missing(text, scale=True)

    def _pooled(self, column: Column, labels: Sequence[str]) -> Ladder | None:
        if len(labels) != 1 or not column.base:
            return None
        for key in ladders_of(labels):
            if len(self.pools.get(key, ())) >= 2:
                return known_ladder(self.pools[key], ())
        return None

    def _chosen_ladder(self, question: QuestionDraft, column: Column) -> Ladder | None:
        orders = self._choices.orders
        order = named(orders, names_of(question, column.heading)) or self._kept_order(column)
        return Ladder("", order, sure=True, why="the order was chosen") if order else None

    def _kept_order(self, column: Column) -> tuple[str, ...]:
        """Return the order that was chosen for these labels; fewer may have been used this time."""
        labels = {folded(label) for label in self._none.labels(column.texts, scale=False)}
        for key, order in self._choices.orders.items():
            known = {folded(label) for label in order}
            if labels and labels <= known and key == label_key(order):
                return order
        return ()
