"""The questions that a file of answers has: found in a survey that is here, or made."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from changedesk.exchange.making import Taken
from changedesk.exchange.surveys.drafts import OptionDraft, QuestionDraft
from changedesk.store.change import Change
from changedesk.store.text import on_one_line
from changedesk.survey.answer_values import RANGES
from changedesk.survey.queries import Asking
from changedesk.survey.records import Question, QuestionOption
from changedesk.survey.wording import free_key

SEVERAL = ("multi", "rank")
KNOWN_FROM = 0.6
"""The share of a file's questions by which a survey is known again."""
_NUMBERED = re.compile(r"(.+?)[_.\- ]?\d+[a-z]?", re.IGNORECASE)
_LEAST_ITEMS = 3


@dataclass
class Matched:
    """A question of a file and the one of the survey; `values` turns its codes into values.

    `known` is the survey's own question where the file was read as several answers in a cell and
    the question takes one: then its labels decide what the words mean. `instead_of` is the one of
    the same key that asks with other words: this one is a series of its own.
    """

    draft: QuestionDraft
    key: str
    values: dict[str, str] = field(default_factory=dict)
    known: Asking | None = None
    instead_of: Asking | None = None


def plain(text: str) -> str:
    """Return a text as it is compared: only its words count."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def share_known(drafts: Sequence[QuestionDraft], asked: Sequence[Asking]) -> float:
    """Return which share of a file's questions a survey has."""
    if not drafts:
        return 0.0
    keys, pairs = {one.key for one in asked}, _pairs(drafts, asked)
    return sum(one.key in keys or one.key in pairs for one in drafts) / len(drafts)


def _pairs(drafts: Sequence[QuestionDraft], asked: Sequence[Asking]) -> dict[str, Asking]:
    by_key = {one.key: one for one in asked}
    by_text: dict[str, list[Asking]] = defaultdict(list)
    for one in asked:
        by_text[plain(f"{one.block} {one.text}")].append(one)
    found: dict[str, Asking] = {}
    used: set[int] = set()
    for draft in drafts:
        same = by_key.get(draft.key)
        if same is not None and same.id not in used and not rewords(draft, same):
            found[draft.key] = same
            used.add(same.id)
    for draft in drafts:
        alike = [
            one
            for text in (f"{draft.block} {draft.text}", draft.text)
            for one in by_text.get(plain(text), ())
            if one.id not in used
        ]
        if draft.key not in found and alike:
            found[draft.key] = alike[0]
            used.add(alike[0].id)
    return found


def rewords(draft: QuestionDraft, one: Asking) -> bool:
    """Tell whether a file asks a question of this key with other words.

    A heading that is only the key tells no wording, and a shortened one tells its beginning.
    """
    theirs = [plain(f"{draft.block} {draft.text}"), plain(draft.text)]
    ours = [plain(f"{one.block} {one.text}"), plain(one.text)]
    untold = {"", plain(draft.key), plain(one.key)}
    if untold.intersection((theirs[1], ours[1])):
        return False
    return not any(a.startswith(b) or b.startswith(a) for a in theirs for b in ours)


def take_questions(
    change: Change,
    survey: int,
    drafts: Sequence[QuestionDraft],
    asked: Sequence[Asking],
    constructs: Mapping[str, str],
    taken: Taken,
) -> list[Matched]:
    """Find or make the questions of a file, and the answers that they offer.

    `constructs` names what questions measure together, by their keys in the file.
    """
    known = _pairs(drafts, asked)
    guessed = guessed_constructs(drafts)
    keys = {one.key for one in asked}
    fresh: list[dict[str, Any]] = []
    matched: list[Matched] = []
    offered: list[tuple[int, OptionDraft, str, int]] = []
    for draft in drafts:
        one = known.get(draft.key)
        if one is not None:
            takes_one = draft.kind in SEVERAL and one.kind not in SEVERAL
            told = Matched(draft, one.key, known=one) if takes_one else _met(draft, one, offered)
            matched.append(told)
            continue
        key = free_key(draft.key, keys)
        keys.add(key)
        construct = constructs.get(draft.key, guessed.get(draft.key, ""))
        fresh.append(_facts(draft, survey, key, len(asked) + len(fresh) + 1, construct))
        values = {option.code: on_one_line(option.code) for option in draft.options}
        same = next((one for one in asked if one.key == draft.key and not one.retired), None)
        matched.append(Matched(draft, key, values, instead_of=same))
    made = change.add_many(Question, fresh)
    by_key = dict(zip((row["key"] for row in fresh), made, strict=True))
    for match in matched:
        if match.key in by_key:
            options: dict[str, OptionDraft] = {}
            for option in match.draft.options:
                options.setdefault(match.values[option.code], option)
            offered += [
                (by_key[match.key], option, value, place)
                for place, (value, option) in enumerate(options.items(), 1)
            ]
    change.add_many(
        QuestionOption,
        [
            {
                "question": question, "position": place, "value": value, "label": option.label,
                "number": option.value, "other": option.other,
            }
            for question, option, value, place in offered
        ],
    )  # fmt: skip
    taken.add("question", len(made))
    return matched


def _met(
    draft: QuestionDraft, one: Asking, offered: list[tuple[int, OptionDraft, str, int]]
) -> Matched:
    """Pair the answers of a known question; what it does not offer yet is offered from now on."""
    values: dict[str, str] = {}
    place = len(one.options)
    for option in draft.options:
        same = next(
            (
                known
                for alike in (_same_value, _same_label, _same_number)
                for known in one.options
                if alike(option, known.value, known.label, known.number)
            ),
            None,
        )
        if same is not None:
            values[option.code] = same.value
            continue
        value = on_one_line(option.code)
        again = value in values.values()
        # Words keep their lines; what is an answer offered is kept on one.
        values[option.code] = option.code if one.kind == "text" else value
        if again:
            continue
        if one.options or one.kind in ("single", "multi", "rank"):
            place += 1
            offered.append((one.id, option, value, place))
    return Matched(draft, one.key, values)


def _same_value(option: OptionDraft, value: str, _label: str, _number: int | None) -> bool:
    return on_one_line(option.code) == value


def _same_label(option: OptionDraft, _value: str, label: str, _number: int | None) -> bool:
    return bool(plain(label)) and plain(option.label) == plain(label)


def _same_number(option: OptionDraft, _value: str, _label: str, number: int | None) -> bool:
    return number is not None and option.value == number


def _facts(
    draft: QuestionDraft, survey: int, key: str, position: int, construct: str
) -> dict[str, Any]:
    scale = draft.scale
    bounds = (scale.low, scale.high) if scale is not None else (None, None)
    if bounds == RANGES.get(draft.kind):
        bounds = (None, None)
    return {
        "survey": survey, "position": position, "key": key, "kind": draft.kind,
        "text": draft.text, "block": draft.block, "reverse": draft.reverse,
        "scale": scale.name if scale is not None else "",
        "construct": construct or draft.scale_name, "least": bounds[0], "most": bounds[1],
    }  # fmt: skip


def guessed_constructs(drafts: Sequence[QuestionDraft]) -> dict[str, str]:
    """Return what items measure together, by their keys, where their column codes say so.

    Items such as trust_01, trust_02, trust_03 with one scale are one construct, and so are
    neighbours such as drv_cost, drv_safety, drv_law.
    """
    found: dict[str, str] = {}
    for name_of in (_numbered, _first_words):
        runs: list[tuple[tuple[str, object], list[str]]] = []
        for draft in drafts:
            name = name_of(draft) if draft.key not in found and draft.scale is not None else ""
            mark = (name, draft.scale)
            if runs and runs[-1][0] == mark:
                runs[-1][1].append(draft.key)
            else:
                runs.append((mark, [draft.key]))
        for (name, _scale), keys in runs:
            if name and len(keys) >= _LEAST_ITEMS:
                found |= dict.fromkeys(keys, name)
    return found


def _numbered(draft: QuestionDraft) -> str:
    match = _NUMBERED.fullmatch(draft.key)
    coded = match is not None and draft.text == draft.key and draft.kind != "sus"
    return match[1] if coded and match is not None else ""


def _first_words(draft: QuestionDraft) -> str:
    parts = draft.key.split("_")
    coded = draft.text == draft.key and len(parts) > 2 and draft.kind != "sus"
    return "_".join(parts[:2]) if coded else ""
