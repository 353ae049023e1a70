"""A survey as an XLSForm, so that a company can ask it with the tool that it has.

What those tools do not know, such as a reversed item, stands in columns of our own, which they
pass over and which bring it back when the form is read here.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from changedesk.exchange.xlsform.columns import TAG
from changedesk.exchange.xlsform.form import Choice, FormDraft, FormGroup, FormItem, FormQuestion
from changedesk.survey.answer_values import bounds
from changedesk.survey.conditions import parse, written
from changedesk.survey.form_values import nameable, rule_of, with_values
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.wording import free_key, key_of

_PLAIN = {"text": "text", "date": "date", "note": "note", "number": "decimal", "multi":
          "select_multiple", "rank": "rank"}  # fmt: skip


def form_of_questions(
    title: str, questions: Iterable[ReadyQuestion], *, code: str = "", language: str = ""
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
    def __init__(self, questions: Sequence[ReadyQuestion], language: str) -> None:
        self._questions, self._language = questions, language
        self.lists: dict[str, tuple[Choice, ...]] = {}
        self._named: dict[tuple[ReadyOption, ...], str] = {}
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

    def _question(self, one: ReadyQuestion) -> FormQuestion:
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

    def _list(self, one: ReadyQuestion) -> str:
        if one.options not in self._named:
            name = free_key(key_of(one.scale or one.key), self.lists)
            self._named[one.options] = name
            names = self._names[one.key]
            self.lists[name] = tuple(self._choice(option, names) for option in one.options)
        return self._named[one.options]

    def _choice(self, option: ReadyOption, names: dict[str, str]) -> Choice:
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


def _grid(one: ReadyQuestion) -> tuple[str, tuple[ReadyOption, ...]] | None:
    return (one.block, one.options) if one.kind == "matrix" and one.block and one.options else None


def _figure_lost(option: ReadyOption) -> bool:
    """Tell a value that looks like a figure and counts as none."""
    return option.number is None and option.value.removeprefix("-").isdigit()


def _tags(one: ReadyQuestion) -> dict[str, str]:
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
