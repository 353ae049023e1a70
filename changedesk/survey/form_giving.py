"""A survey as an XLSForm, so that a company can ask it with the tool that it has.

What those tools do not know, such as a reversed item, stands in columns of our own, which they
pass over and which bring it back when the form is read here.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol

from changedesk.exchange.xlsform.columns import TAG
from changedesk.exchange.xlsform.form import Choice, FormDraft, FormGroup, FormItem, FormQuestion
from changedesk.survey.answer_values import Asked, Offered, bounds
from changedesk.survey.conditions import parse, written
from changedesk.survey.form_values import nameable, rule_of, with_values
from changedesk.survey.wording import free_key, key_of

_PLAIN = {"text": "text", "date": "date", "note": "note", "number": "decimal", "multi":
          "select_multiple", "rank": "rank"}  # fmt: skip

_Facts = tuple[str, str, int | None, str, bool]


class Telling(Asked, Protocol):
    """A question with all that a form says of it."""

    @property
    def text(self) -> str:
        """Return what is asked."""

    @property
    def help(self) -> str:
        """Return what helps to answer."""

    @property
    def scale(self) -> str:
        """Return the name of the scale that it is answered on."""

    @property
    def reverse(self) -> bool:
        """Tell whether agreeing is bad news."""

    @property
    def element(self) -> str:
        """Return the ADKAR element that it asks for."""

    @property
    def construct(self) -> str:
        """Return what it measures together with others."""


def form_of_questions(
    title: str, questions: Iterable[Telling], *, code: str = "", language: str = ""
) -> FormDraft:
    """Return the form that asks these questions; `language` names that of the texts.

    Raises UserError where a condition cannot be read.
    """
    giver = _Giver(tuple(questions), language)
    items = giver.items()
    return FormDraft(
        title, code or key_of(title), default_language=language,
        languages=(language,) if language else (), items=items, lists=giver.lists,
    )  # fmt: skip


class _Giver:
    def __init__(self, questions: Sequence[Telling], language: str) -> None:
        self._questions, self._language = questions, language
        self.lists: dict[str, tuple[Choice, ...]] = {}
        self._named: dict[tuple[_Facts, ...], str] = {}
        self._names = {one.key: nameable(o.value for o in one.options) for one in questions}
        self._taken = {one.key for one in questions}

    def items(self) -> tuple[FormItem, ...]:
        made: list[FormItem] = []
        for grid, rows in groupby(self._questions, _grid):
            asked = tuple(self._question(one) for one in rows)
            if not grid:
                made += asked
                continue
            name = free_key("grid", self._taken)
            self._taken.add(name)
            made.append(FormGroup(name, self._texts(grid[0]), appearance="table-list", items=asked))
        return tuple(made)

    def _question(self, one: Telling) -> FormQuestion:
        several = one.kind in ("multi", "rank")
        kind = _PLAIN.get(one.kind, "select_one" if one.options else "integer")
        least, most = (None, None) if one.kind == "text" or one.options else bounds(one)
        if several:
            least, most = one.least, one.most
        relevant = with_values(parse(one.relevant), self._names)
        return FormQuestion(
            kind, one.key, self._texts(one.text), self._texts(one.help),
            self._list(one) if one.options else "", required="yes" if one.required else "",
            relevant=written(relevant), constraint=rule_of(least, most, several=several),
            appearance="likert" if one.kind == "likert" and one.options else "", tags=_tags(one),
        )  # fmt: skip

    def _list(self, one: Telling) -> str:
        facts = _facts(one)
        if facts not in self._named:
            name = free_key(key_of(one.scale or one.key), self.lists)
            self._named[facts] = name
            names = self._names[one.key]
            self.lists[name] = tuple(self._choice(option, names) for option in one.options)
        return self._named[facts]

    def _choice(self, option: Offered, names: dict[str, str]) -> Choice:
        name = names.get(option.value, option.value)
        further = {
            "number": "" if option.number is None else str(option.number),
            # Said where the name alone would say something else.
            "value": option.value if name != option.value or _figure_lost(option) else "",
            "meaning": option.meaning,
            "other": "yes" if option.other else "",
        }
        told = {f"{TAG}{key}": text for key, text in further.items() if text}
        return Choice(name, self._texts(option.label), told)

    def _texts(self, text: str) -> dict[str, str]:
        return {self._language: text} if text else {}


def _facts(one: Telling) -> tuple[_Facts, ...]:
    return tuple((o.value, o.label, o.number, o.meaning, o.other) for o in one.options)


def _grid(one: Telling) -> tuple[str, tuple[_Facts, ...]] | None:
    grid = one.kind == "matrix" and one.block and one.options
    return (one.block, _facts(one)) if grid else None


def _figure_lost(option: Offered) -> bool:
    """Tell a value that looks like a figure and counts as none."""
    return option.number is None and option.value.removeprefix("-").isdigit()


def _tags(one: Telling) -> dict[str, str]:
    tags = {
        "kind": one.kind,
        "scale": one.scale,
        "reverse": "yes" if one.reverse else "",
        "element": one.element,
        "construct": one.construct,
        "block": "" if _grid(one) else one.block,
        "least": "" if one.least is None else str(one.least),
        "most": "" if one.most is None else str(one.most),
    }
    return {name: text for name, text in tags.items() if text}
