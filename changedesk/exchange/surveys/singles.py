"""Questions of one column: scales, figures, choices, several options in a cell, text."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from changedesk.exchange.surveys.drafts import (
    AnswerDraft,
    Base,
    MissingReason,
    OptionDraft,
    QuestionDraft,
    QuestionKind,
    ScaleDraft,
)
from changedesk.exchange.surveys.figures import Figures, counts_something, outside, recommends
from changedesk.exchange.surveys.items import Item, by_text, odd_ones, scale_kind
from changedesk.exchange.surveys.joined import Joint
from changedesk.exchange.surveys.missing import NoAnswers
from changedesk.exchange.surveys.scales import Ladder, numbered
from changedesk.exchange.surveys.table import Column
from changedesk.exchange.surveys.values import folded, number

_NPS_HIGH = 10


def ladder(
    none: NoAnswers,
    question: QuestionDraft,
    column: Column,
    ladder: Ladder,
    kind: QuestionKind | None,
) -> Item:
    """Return a question whose answers are labels of a scale."""
    missing = none.among(column.texts, scale=True)
    options = tuple(
        OptionDraft(str(ladder.low + at), label, ladder.low + at)
        for at, label in enumerate(ladder.labels)
    )

    def read(text: str) -> AnswerDraft:
        if not text or text in missing:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        place = ladder.place(text)
        if place is None:
            return AnswerDraft(text=text, missing="skipped")
        return AnswerDraft(float(place), (str(place),), text=text)

    question = replace(
        question, kind=kind or scale_kind(question), options=options,
        missing=tuple(missing.items()),
        scale=ScaleDraft(ladder.low, ladder.low + len(ladder.labels) - 1, ladder.name),
        guess=ladder.why, sure=ladder.sure,
    )  # fmt: skip
    odd = odd_ones(column, lambda text: text not in missing and ladder.place(text) is None)
    return Item(question, [column], by_text(column, read), odd)


def numbered_labels(
    none: NoAnswers, question: QuestionDraft, column: Column, others: Sequence[Mapping[str, int]]
) -> Item | None:
    """Return a question whose labels begin with their figure; None for any other.

    `others` are such labels of other columns: where one is the same, they share the scale.
    """
    places = numbered(none.labels(column.texts, scale=True))
    if places is None or len(places) < 2:
        return None
    for other in others:
        if places.items() & other.items():
            places = {**other, **places}
    missing = none.among(column.texts, scale=True)
    count = counts_something(column)
    # No scale begins with 2: where nobody chose the lowest places, they are there all the same.
    low, high = min(*places.values(), 1), max(places.values())
    nps = high == _NPS_HIGH and recommends(column)
    low = 0 if nps else low
    usual: QuestionKind = "nps" if nps else scale_kind(question)
    labels = {place: label for label, place in places.items()}
    known = {folded(label): place for label, place in places.items()}
    options = () if count else tuple(
        OptionDraft(str(at), labels.get(at, str(at)), at) for at in range(low, high + 1)
    )  # fmt: skip

    def read(text: str) -> AnswerDraft:
        place = known.get(folded(text))
        if place is None:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        return AnswerDraft(float(place), () if count else (str(place),), text=text)

    question = replace(
        question, kind="number" if count else usual, options=options,
        scale=None if count else ScaleDraft(low, high), missing=tuple(missing.items()),
        guess="every label begins with its figure", sure=low in {0, 1} and high >= 4,
    )  # fmt: skip
    return Item(question, [column], by_text(column, read))


def figures(
    none: NoAnswers,
    question: QuestionDraft,
    column: Column,
    found: Figures,
    kind: QuestionKind | None,
) -> Item:
    """Return a question that is answered with figures: a scale, or a number."""
    is_scale = found.high > 0 and kind != "number"
    missing = {**none.among(column.texts, scale=True), **found.codes}
    if kind is None and set(found.real) in ({0, 1}, {1}) and not counts_something(column):
        return single(none, replace(question, missing=tuple(missing.items())), column)
    if kind in {"likert", "matrix", "csat", "sus", "adkar", "nps"} and not found.high:
        found.low, found.high = int(min(found.real)), int(max(found.real))
        is_scale = True
    if not is_scale:
        question = replace(question, kind="number", guess="figures", missing=tuple(missing.items()))
    else:
        question = _scaled(question, column, found, kind, tuple(missing.items()))
    scale = question.scale
    if scale is not None:
        found.low, found.high = scale.low, scale.high

    def read(text: str) -> AnswerDraft:
        place = number(text)
        if not text or text in missing or place is None:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        if scale is None:
            return AnswerDraft(place, text=text)
        if outside(text, found):
            return AnswerDraft(text=text, missing="skipped")
        return AnswerDraft(place, (str(int(place)),), text=text)

    odd = odd_ones(column, lambda text: text not in missing and (
        number(text) is None or (scale is not None and outside(text, found))
    ))  # fmt: skip
    return Item(question, [column], by_text(column, read), odd)


def joined(
    none: NoAnswers, question: QuestionDraft, column: Column, joint: Joint, base: Base
) -> Item:
    """Return a question whose cells hold several options."""
    missing = none.among(column.texts, scale=False)
    options = tuple(OptionDraft(text, text) for text in joint.options if text not in missing)
    codes = {folded(option.label): option.code for option in options}

    def read(text: str) -> AnswerDraft:
        if not text and base == "all" and not joint.ordered:
            return AnswerDraft()
        if not text or text in missing:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        parts = joint.split(text)
        picked = tuple(dict.fromkeys(codes.get(folded(part), part) for part in parts))
        ranks = tuple(range(1, len(picked) + 1)) if joint.ordered else ()
        return AnswerDraft(options=picked, ranks=ranks, text=text)

    kind: QuestionKind = "rank" if joint.ordered else "multi"
    mark = {"\n": "lines", " ": "spaces"}.get(joint.separator, f"“{joint.separator.strip()}”")
    what = "all options in order" if joint.ordered else "several options in one cell"
    question = replace(
        question, kind=kind, options=options, missing=tuple(missing.items()),
        base=base,
        guess=f"{what}, parted by {mark}", sure=joint.separator == ";",
    )  # fmt: skip
    return Item(question, [column], by_text(column, read))


def single(none: NoAnswers, question: QuestionDraft, column: Column) -> Item:
    """Return a question with one of several answers."""
    missing = {**none.among(column.texts, scale=False), **dict(question.missing)}
    counted = Counter(text for text in column.texts if text and text not in missing)
    shown: dict[str, str] = {}
    for text in counted:
        shown.setdefault(folded(text), text)
    order = sorted(shown, key=lambda key: _option_order(shown[key], counted))
    options = tuple(OptionDraft(shown[key], shown[key]) for key in order)

    def read(text: str) -> AnswerDraft:
        if not text or text in missing:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        return AnswerDraft(options=(shown[folded(text)],), text=text)

    question = replace(
        question, kind="single", options=options, missing=tuple(missing.items()),
        guess=f"{len(options)} different answers", sure=len(options) <= 12,
    )  # fmt: skip
    return Item(question, [column], by_text(column, read))


def text(none: NoAnswers, question: QuestionDraft, column: Column) -> Item:
    """Return a question that is answered in words, or with a day."""
    missing = none.among(column.texts, scale=True)

    def read(text: str) -> AnswerDraft:
        if not text or text in missing:
            return AnswerDraft(text=text, missing=missing.get(text, "skipped"))
        return AnswerDraft(text=text)

    guess = question.guess or ("free text" if column.filled() else "nobody answered it")
    question = replace(question, missing=tuple(missing.items()), guess=guess)
    return Item(question, [column], by_text(column, read))


def _scaled(
    question: QuestionDraft,
    column: Column,
    found: Figures,
    kind: QuestionKind | None,
    missing: tuple[tuple[str, MissingReason], ...],
) -> QuestionDraft:
    low, high = found.low, found.high
    asks = recommends(column)
    sure = high in {5, 7, 10} and bool(set(found.real) >= {low, high})
    guess = f"figures of a scale from {low} to {high}"
    if kind is None and asks and high == 10:
        kind = "nps"
        if 0 not in found.real and len(found.real) < 100:
            # Nobody has to choose 0; many answers without one tell a scale from 1.
            low, guess, sure = 0, "recommendation from 0 to 10", False
    if kind == "nps" and low == 0:
        guess = "recommendation from 0 to 10"
    options = tuple(OptionDraft(str(at), str(at), at) for at in range(low, high + 1))
    return replace(
        question, kind=kind or scale_kind(question), options=options, scale=ScaleDraft(low, high),
        missing=missing, guess=guess, sure=sure,
    )  # fmt: skip


def _option_order(text: str, counted: Mapping[str, int]) -> tuple[int, float, int, str]:
    """Order options by the figure they begin with (bands of age), else by how often they occur."""
    if re.fullmatch(r"[A-Za-z]{1,3}\d{1,3}", text):
        return (0, float("".join(filter(str.isdigit, text))), 0, text)
    digits = "".join(c if c.isdecimal() else " " for c in text.replace(",", "")).split()
    if digits and not text[0].isalpha():
        over = 1 if text[0] in ">+≥" or text.endswith("+") else 0
        return (0, float(digits[0][:9]) + over * 0.5, 0, text)
    return (1, 0.0, -counted[text], text)
