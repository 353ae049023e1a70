"""A survey from an XLSForm: its rows as questions, and in sentences what was lost on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from changedesk.exchange.xlsform.columns import TAG
from changedesk.exchange.xlsform.form import (
    Choice,
    FormDraft,
    FormGroup,
    FormItem,
    FormQuestion,
    Texts,
)
from changedesk.store.errors import UserError
from changedesk.survey.condition_parts import Literal, Part
from changedesk.survey.conditions import Condition, asks_about_itself, joined, names, parse
from changedesk.survey.form_values import (
    Bounds,
    bounds_of,
    parameter_bounds,
    with_parts,
    with_values,
)
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.wording import check_key, free_key
from changedesk.survey.words import ELEMENTS, KINDS, OPTION_MEANINGS

_KINDS = {
    "text": "text", "integer": "number", "decimal": "number", "range": "number",
    "select_one": "single", "select_multiple": "multi", "rank": "rank", "note": "note",
    "date": "date", "time": "text", "dateTime": "text", "acknowledge": "single",
}  # fmt: skip
_FIGURES = ("likert", "matrix", "nps", "csat", "sus", "adkar", "single")
"""What an XLSForm asks as select_one, or as a whole number where nothing is offered."""
_OTHER = ReadyOption("other", "Other", other=True)
_OK = ReadyOption("OK", "OK")


@dataclass(frozen=True, slots=True)
class Taken:
    """The questions of a form. `refused` were not taken; `remarks` were, with something lost."""

    questions: tuple[ReadyQuestion, ...]
    refused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def questions_of(form: FormDraft, language: str = "") -> Taken:
    """Return the questions of a form in one of its languages, without one in its default.

    What was refused when the form was read stands before what is refused here.
    """
    taker = _Taker(form, language or form.default_language)
    taker.walk(form.items, (), None)
    refused = (*(one.sentence for one in form.refused), *taker.refused)
    return Taken(tuple(taker.questions), refused, tuple(taker.remarks))


class _Taker:
    def __init__(self, form: FormDraft, language: str) -> None:
        self._form, self._language = form, language
        self.questions: list[ReadyQuestion] = []
        self.refused: list[str] = []
        self.remarks: list[str] = []
        self._keys: set[str] = set()
        self._calculated: dict[str, Part] = {}
        self._renamed: dict[str, dict[str, str]] = {}
        self._reserved = {one.name for one, _ in form.questions()}

    def walk(
        self, items: Iterable[FormItem], conditions: tuple[str, ...], group: FormGroup | None
    ) -> None:
        for item in items:
            if isinstance(item, FormGroup):
                inner = (*conditions, item.relevant)
                if item.labels and not _is_grid(item):
                    self._heading(item, inner)
                self.walk(item.items, inner, item)
                continue
            try:
                self._question(item, conditions, group)
            except UserError as error:
                self.refused.append(f"Row {item.row}: “{item.name}” was not taken. {error}")

    def _heading(self, group: FormGroup, conditions: tuple[str, ...]) -> None:
        """Keep the title of a group as a text to read."""
        try:
            relevant = self._condition(conditions)
        except UserError:
            return  # each of its questions says so
        key = free_key(group.name or "group", self._keys | self._reserved)
        self._add(key, "note", relevant, self._text(group.labels), help=self._text(group.hints))

    def _add(self, key: str, kind: str, relevant: Condition, text: str, **facts: object) -> None:
        check_key(key)
        self._keys.add(key)
        made = ReadyQuestion(
            len(self.questions) + 1,
            key,
            kind,
            text,
            relevant=relevant.text,
            **facts,  # type: ignore[arg-type]
        )
        self.questions.append(made)

    def _question(
        self, one: FormQuestion, conditions: tuple[str, ...], group: FormGroup | None
    ) -> None:
        if one.kind in ("calculate", "hidden"):
            self._calculate(one)
            return
        check_key(one.name)
        relevant = self._condition((*conditions, one.relevant))
        options = self._options(one)
        kind = _kind(one, group, bool(options))
        least, most = self._bounds(one)
        tags = one.tags
        element = tags.get("element", "")
        grid = kind == "matrix" and group is not None and _is_grid(group)
        block = self._text(group.labels) or group.name if grid and group else tags.get("block", "")
        self._add(
            one.name, kind, relevant, self._text(one.labels) or one.name,
            help=self._text(one.hints), required=one.required == "yes" and kind != "note",
            block=block, scale=tags.get("scale", ""), options=options,
            reverse=tags.get("reverse") == "yes", construct=tags.get("construct", ""),
            element=element if element in {known.code for known in ELEMENTS} else "",
            least=least, most=most,
        )  # fmt: skip
        self._tell(one)

    def _calculate(self, one: FormQuestion) -> None:
        """Keep what a calculated value is made of: conditions are given that instead."""
        if one.kind == "hidden" and not one.calculation:
            self._calculated[one.name] = Literal(one.default)
            return
        whole = self._condition((one.calculation,)).whole
        self._calculated[one.name] = Literal("") if whole is None else whole

    def _condition(self, texts: Sequence[str]) -> Condition:
        condition = joined(parse(text) for text in texts)
        condition = with_parts(with_values(condition, self._renamed), self._calculated)
        for name in names(condition):
            if name not in self._keys:
                raise UserError(
                    f"It depends on “{name}”, which was not taken or is asked further below."
                )
        if asks_about_itself(condition):
            raise UserError("Its condition asks for its own answer, which is not there yet.")
        return parse(condition.text)

    def _options(self, one: FormQuestion) -> tuple[ReadyOption, ...]:
        if one.kind == "acknowledge":
            return (_OK,)
        options: dict[str, ReadyOption] = {}
        renamed = {}
        for choice in self._form.lists.get(one.list_name, ()):
            option = self._option(choice)
            options.setdefault(option.value, option)
            if option.value != choice.name:
                renamed[choice.name] = option.value
        if renamed:
            self._renamed[one.name] = renamed
        if one.or_other:
            options.setdefault(_OTHER.value, _OTHER)
        return tuple(options.values())

    def _option(self, choice: Choice) -> ReadyOption:
        further = choice.further
        figure = further.get(f"{TAG}number", "")
        if f"{TAG}value" not in further and not figure:
            figure = choice.name
        meaning = further.get(f"{TAG}meaning", "")
        return ReadyOption(
            further.get(f"{TAG}value", choice.name), self._text(choice.labels) or choice.name,
            _whole(figure), meaning if meaning in {one.code for one in OPTION_MEANINGS} else "",
            further.get(f"{TAG}other") == "yes",
        )  # fmt: skip

    def _bounds(self, one: FormQuestion) -> Bounds:
        if "kind" in one.tags:  # one of our own, which states them itself
            return _whole(one.tags.get("least", "")), _whole(one.tags.get("most", ""))
        found = bounds_of(one.constraint)
        if found is None:
            self._remark(one, "its rule for answers is not checked")
            found = None, None
        if one.kind == "range" and found == (None, None):
            return parameter_bounds(one.parameters)
        return found

    def _tell(self, one: FormQuestion) -> None:
        """Say what of a question that was taken has no place in a survey."""
        if one.kind in ("time", "dateTime"):
            self._remark(one, "it asks for a time and is asked as free text")
        if one.required not in ("", "yes"):
            self._remark(one, "it is required only under a condition and is not required here")
        if one.choice_filter:
            self._remark(one, "all its choices are offered, whatever was answered before")
        for said, why in ((one.default, "a default"), (one.calculation, "a calculation")):
            if said:
                self._remark(one, f"{why} is not filled in")
        texts = (*one.labels.values(), *one.hints.values())
        if any("${" in text for text in texts):
            self._remark(one, "an answer that its text names is not filled in")

    def _remark(self, one: FormQuestion, what: str) -> None:
        self.remarks.append(f"Row {one.row}: “{one.name}” was taken, but {what}.")

    def _text(self, texts: Texts) -> str:
        for language in (self._language, "", *self._form.languages):
            if language in texts:
                return texts[language]
        return ""


def _is_grid(group: FormGroup) -> bool:
    return "table-list" in group.appearance.split()


def _kind(one: FormQuestion, group: FormGroup | None, offered: bool) -> str:
    """Return the kind of our own: as it was told, or as an appearance suggests it."""
    told, plain = one.tags.get("kind", ""), _KINDS[one.kind]
    figure = one.kind == "select_one" or (one.kind == "integer" and not offered)
    if told in {kind.code for kind in KINDS} and (told == plain or (told in _FIGURES and figure)):
        return told
    if one.kind == "select_one" and group is not None and _is_grid(group):
        return "matrix"
    if one.kind == "select_one" and "likert" in one.appearance.split():
        return "likert"
    return plain


def _whole(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None
