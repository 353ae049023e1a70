"""Taking Excel forms back in: a folder of them in one go, each one response or one reason why not.

A form is known by the marks it carries, not by its name. The same file twice is one response; a
form of another wave goes where it belongs, if that wave is open. Forms of an anonymous survey come
in together, at least as many as nobody can be told from, and lose their order.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from changedesk.exchange.returns.file import ReturnedFile, read_returned
from changedesk.exchange.surveys.values import TICKED, UNTICKED
from changedesk.store import heads, sealed
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_typing import typed
from changedesk.survey.answer_values import OTHER, sentence, values_of
from changedesk.survey.answering import Questionnaire
from changedesk.survey.given import GROUP, PARTIAL, packed
from changedesk.survey.queries import Asking, WaveRow, questionnaire, survey_row, wave_row
from changedesk.survey.records import Response, Wave
from changedesk.survey.responding import Arrival, Respondent, take_response
from changedesk.survey.sealing import known_sources, seal, secret_mark, source_mark
from changedesk.survey.sheet_form import KIND
from changedesk.survey.sheet_form_lines import read_lines, text_of

_FORM_ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
_CROSSED = frozenset(("✖", "✗", "-", "–", "n/a"))  # by hand into a box that is left out
_WORDS_AT_MOST = 3
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_PLACE = re.compile(r"\d{1,3}(?:[.,]\d{0,3})?", re.ASCII)
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class TakenForm:
    """A form that was taken in: which wave, and what is to be said of it, cell by cell.

    `left_out` are those of the remarks that tell of something filled in that was not taken.
    """

    file: str
    wave: str
    answered: int
    remarks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass
class FormsAccount:
    """What became of each file: taken in, there already, or refused with the reason."""

    taken: list[TakenForm] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def files(self) -> int:
        """Return how many files were looked at."""
        return len(self.taken) + len(self.known) + len(self.refused)


def forms_in(places: Iterable[Path]) -> list[Path]:
    """Return the workbooks among files and in folders; Excel's lock files are no forms."""
    found: list[Path] = []
    for place in places:
        some = sorted(place.iterdir()) if place.is_dir() else [place]
        found += [
            one
            for one in some
            if one.suffix.lower() in _FORM_ENDINGS and not one.name.startswith(("~$", ".~"))
        ]
    return found


def take_forms(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    wave: int | None = None,
    progress: Progress | None = None,
    only_try: bool = False,
) -> FormsAccount:
    """Take returned forms in, each as a change of its own; what cannot be is told, not raised.

    With `wave`, a form of another wave is refused instead of going where it belongs. With
    `only_try` nothing is written.
    """
    account = FormsAccount()
    anonymous: dict[int, list[_Read]] = {}
    alike: dict[tuple[int, str], _Read] = {}
    for place, path in enumerate(paths):
        if progress is not None:
            progress(place, len(paths))
        try:
            read = _read(workspace, path, wave)
            read = _with_twin(read, alike)
            together = anonymous.setdefault(read.wave.id, [])
            if _is_known(workspace, read, together):
                account.known.append(path.name)
            elif read.anonymous:
                together.append(read)
            else:
                if not only_try:
                    _take_named(workspace, read)
                account.taken.append(read.told)
        except ChangeDeskError as error:
            account.refused.append((path.name, str(error)))
    for forms in anonymous.values():
        if forms:
            _take_sealed(workspace, forms, account, only_try=only_try)
    return account


@dataclass(frozen=True)
class _Read:
    """A form that was read: its wave, its answers, and what there is to tell of it."""

    wave: WaveRow
    least: int
    anonymous: bool
    group: int | None
    mark: str
    answers: Mapping[str, object]
    settled: Mapping[str, object]
    reached: str | None
    in_words: bool
    told: TakenForm


def _with_twin(read: _Read, alike: dict[tuple[int, str], _Read]) -> _Read:
    """Say where a form says word for word what another file said; it may be the same, saved anew.

    Two people may choose alike, so words of their own must be among it.
    """
    first = alike.setdefault((read.wave.id, packed(read.settled)), read)
    if first is read or first.mark == read.mark or not read.in_words:
        return read
    remark = (
        f"It says word for word what {first.told.file} says: if it is the same form, saved once "
        "more, take one of the two out."
    )
    return replace(read, told=replace(read.told, remarks=(*read.told.remarks, remark)))


def _take_named(workspace: Workspace, read: _Read) -> None:
    take_response(
        workspace, read.wave.id, read.answers, Respondent(group=read.group),
        Arrival("form", source=read.mark), reached=read.reached,
    )  # fmt: skip


def _take_sealed(
    workspace: Workspace, forms: Sequence[_Read], account: FormsAccount, *, only_try: bool
) -> None:
    wave, least = forms[0].wave, forms[0].least
    if len(forms) < least:
        why = (
            f"An anonymous survey takes in at least {least} forms at once, so that nobody is told "
            f"by the day; there are {len(forms)}: wait until more came back."
        )
        account.refused += [(one.told.file, why) for one in forms]
        return
    account.taken += [one.told for one in forms]
    if only_try:
        return
    with workspace.change(f"Take {len(forms)} forms in, {wave.title}") as change:
        texts = [packed({**one.settled, **_about(workspace, one)}) for one in forms]
        with workspace.connected() as sql:
            keys = sealed.add(sql, wave.uid, texts)
        seal(workspace, change, wave, keys, [one.mark for one in forms])


def _about(workspace: Workspace, read: _Read) -> dict[str, object]:
    told: dict[str, object] = {PARTIAL: True} if read.reached else {}
    return told | ({GROUP: workspace.uid_of(read.group)} if read.group else {})


def _read(workspace: Workspace, path: Path, wanted: int | None) -> _Read:
    file = read_returned(path)
    wave, group = _where(workspace, file, wanted)
    where = wave_row(workspace, wave)
    survey = survey_row(workspace, where.survey)
    if where.status != "open":
        raise UserError(f"{where.title} is not open: open it before answers are taken in.")
    told = questionnaire(workspace, survey.id)
    answers, left_out, remarks = read_answers(file, told)
    if not any(values_of(one) for one in answers.values()):
        raise UserError("Nothing is answered in it.")
    lacking = told.lacking(answers)
    reached = told.questions[-1].key if lacking else None
    remarks += [f"“{one.text}” is not answered." for one in lacking[:_WORDS_AT_MOST]]
    answered = sum(1 for key, one in answers.items() if values_of(one) and OTHER not in key)
    mark = secret_mark if survey.anonymous else source_mark
    return _Read(
        where, survey.min_cell, survey.anonymous, group, mark(where, file.digest), answers,
        told.settled(answers, reached), reached,
        any(values_of(answers.get(one.key)) for one in told.questions if one.kind == "text"),
        TakenForm(path.name, where.title, answered, (*remarks, *left_out), tuple(left_out)),
    )  # fmt: skip


def _is_known(workspace: Workspace, read: _Read, together: Iterable[_Read]) -> bool:
    if any(one.mark == read.mark for one in together):
        return True
    if read.anonymous:
        return read.mark in known_sources(workspace, read.wave)
    query = Response.select(Response.id).where(
        (Response.wave == read.wave.id) & (Response.source_id == read.mark)
    )
    return workspace.row(query) is not None


def _where(workspace: Workspace, file: ReturnedFile, wanted: int | None) -> tuple[int, int | None]:
    identity = file.identity
    if identity is None:
        if wanted is None:
            raise UserError(
                "It bears no mark of a survey form any more: choose the wave that it answers, or "
                "key it in by hand."
            )
        return wanted, None
    if identity.kind != KIND:
        raise UserError(f"It is no survey form, but a {identity.kind}.")
    if identity.workspace_uid != workspace.uid:
        raise UserError("It was made from another workspace.")
    _, uid, *group = identity.subject.split(":")
    keys = _keys(workspace, [uid, *group])
    wave = keys.get(uid)
    if wave is None or workspace.row(Wave.select(Wave.id).where(Wave.id == wave)) is None:
        raise UserError("The wave that it answers is not there any more.")
    if wanted is not None and wave != wanted:
        raise UserError(f"It answers another wave: {wave_row(workspace, wave).title}.")
    return wave, keys.get(group[0]) if group else None


def _keys(workspace: Workspace, uids: Sequence[str]) -> dict[str, int]:
    try:
        wanted = [bytes.fromhex(uid) for uid in uids]
    except ValueError:
        raise UserError("The mark of the form is damaged.") from None
    with workspace.connected() as sql:
        return {uid.hex(): key for uid, key in heads.id_map(sql, wanted).items()}


# -- reading --------------------------------------------------------------------------------------


def read_answers(
    file: ReturnedFile, told: Questionnaire[Asking]
) -> tuple[dict[str, object], list[str], list[str]]:
    """Return the answers of a form by the keys of the questions, what was left out, and remarks.

    Raises UserError when none of its lines is one of this survey, or when nobody can be sure whose
    answers it holds, and to what.
    """
    found = read_lines(file, told.questions)
    cells, left_out = found.cells, found.left_out
    remarks: list[str] = []
    answers: dict[str, object] = {}
    several: dict[str, dict[str, str]] = {}
    for line, (place, value) in cells.items():
        text = text_of(value)
        if not text:
            continue
        if line.words:
            answers[line.question.key + OTHER] = text
        elif line.value:
            several.setdefault(line.question.key, {})[line.value] = text
        elif line.question.kind == "number" and _THOUSANDS.fullmatch(text) and value == text:
            left_out.append(f"{place}: “{text}” can be read in two ways. It was left out.")
        else:
            answers[line.question.key] = typed(line.question, text)
    for key, chosen in several.items():
        answers[key] = _several(told.question(key), chosen, left_out, remarks)
    for key, fault in told.faults(answers).items():
        if fault.code != "required":
            place = next(at for line, (at, _) in cells.items() if line.question.key == key)
            left_out.append(f"{place}: {sentence(fault)} It was left out.")
            answers.pop(key, None)
    shown = {one.key for one in told.shown(answers)}
    for key in [key for key in answers if OTHER not in key and key not in shown]:
        if values_of(answers.pop(key)):
            text = told.question(key).text
            left_out.append(f"“{text}” is not asked of who answers so: its answer was left out.")
    return answers, left_out, remarks


def _several(
    question: Asking, chosen: Mapping[str, str], left_out: list[str], remarks: list[str]
) -> list[str]:
    if question.kind == "multi":
        return _ticked(question, chosen, remarks)
    return _ranked(question, chosen, left_out)


def _ticked(question: Asking, chosen: Mapping[str, str], remarks: list[str]) -> list[str]:
    found = []
    labels = {one.value: one.label or one.value for one in question.options}
    for value, text in chosen.items():
        said = text.casefold().strip("✔ ") or "✔"
        if said not in UNTICKED | _CROSSED:
            found.append(value)
            if said not in TICKED:
                remarks.append(f"“{question.text}”: “{text}” is taken as a yes to {labels[value]}.")
    return found


def _ranked(question: Asking, chosen: Mapping[str, str], left_out: list[str]) -> list[str]:
    places: dict[str, float] = {}
    for value, text in chosen.items():
        if _PLACE.fullmatch(text):
            places[value] = float(text.replace(",", "."))
        else:
            left_out.append(f"“{question.text}”: “{text}” is no place.")
    if len(set(places.values())) < len(places):
        left_out.append(f"“{question.text}”: a place was given twice, so the order is left out.")
        return []
    return sorted(places, key=places.__getitem__)
