"""Reads an export of a survey tool, or a table of answers, from the file to the draft."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from changedesk.exchange.drafts import Account, Place, RowNote, SheetKind, SheetNote
from changedesk.exchange.headings import normal
from changedesk.exchange.reader import read_file
from changedesk.exchange.sheet_kinds import kind_by_name
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.surveys.branching import mark_branches
from changedesk.exchange.surveys.choices import Choices, named
from changedesk.exchange.surveys.drafts import (
    SOURCES,
    AnswerDraft,
    ColumnGuess,
    LabelQuestion,
    QuestionDraft,
    RespondentDraft,
    SurveyDraft,
    SurveyImport,
)
from changedesk.exchange.surveys.figures import recommends
from changedesk.exchange.surveys.instruments import mark_sus, may_be_reversed
from changedesk.exchange.surveys.items import Item, names_of
from changedesk.exchange.surveys.people import People, Person
from changedesk.exchange.surveys.prepared import Prepared, prepared_table, share_labels
from changedesk.exchange.surveys.repeats import is_repeat, parents_of, with_repeats
from changedesk.exchange.surveys.scales import label_key, may_be_scale, suggested
from changedesk.exchange.surveys.table import AnswerTable, find_answers, is_form
from changedesk.exchange.surveys.uses import Used
from changedesk.exchange.surveys.values import folded
from changedesk.store.errors import UserError

_SHOWN = 5
_BESIDE = re.compile(
    r"(?:.* )?(?:analys[ie]s|analyse|auswertung(?:en)?|análisis|análise|analisi|pivot|charts?|"
    r"graphs?|diagramme?|code ?book|codes?|legend[ea]?|normali[sz]ed(?: data)?|results?|"
    r"ergebnisse?|"
    r"résultats?|resultados?|scores?|calculations?|berechnung(?:en)?)(?: \d+)?"
)


def read_surveys(path: Path, choices: Choices | None = None) -> SurveyImport:
    """Read a file of answers; raise `UserError` with one sentence for one that holds none."""
    return surveys_of(read_file(Path(path)), choices or Choices())


def surveys_of(file: ForeignFile, choices: Choices) -> SurveyImport:
    """Return what all sheets of answers of a file say; raise `UserError` where there is none."""
    if is_form(file):
        raise UserError(
            f"{file.path.name} was not read, because it is a form that asks and holds no answers; "
            "open it as a survey, or choose the export of its answers."
        )
    tables = answer_tables(file, choices)
    chosen = _chosen_tables(file, tables, choices)
    if not chosen:
        raise UserError(
            f"{file.path.name} was not read, because no row in it is headed as answers to a survey "
            "are; choose the export of answers, one row for each person."
        )
    parents = {table.sheet.name: parents_of(table) for table in chosen}
    prepared = [prepared_table(table, choices) for table in chosen]
    share_labels(prepared)
    drafts = _with_repeats([(one, _draft(one, choices, file)) for one in prepared], parents)
    if len(drafts) == 1 and not choices.title:
        drafts = [replace(drafts[0], title=file.path.stem)]
    left = [_left_out(sheet, chosen) for sheet in file.sheets]
    notes = tuple(RowNote(Place(note.name, 0), note.why, note.rows)
                  for note in left if not note.taken and note.rows)  # fmt: skip
    account = Account(
        sum(draft.rows_read for draft in drafts) + sum(note.rows for note in notes),
        sum(len(draft.respondents) for draft in drafts),
        sum(draft.joined_rows for draft in drafts),
        (*(note for draft in drafts for note in draft.skipped), *notes),
        tuple(note for draft in drafts for note in draft.rejected),
    )
    source = SOURCES[chosen[0].source]
    return SurveyImport(file.path.name, source, tuple(drafts), account, tuple(left), file.notes)


def _with_repeats(
    read: Sequence[tuple[Prepared, SurveyDraft]], parents: Mapping[str, frozenset[str]]
) -> list[SurveyDraft]:
    """Lay sheets whose rows belong to rows of another sheet to that sheet."""
    mains = [(one, draft) for one, draft in read if not is_repeat(one.table)]
    if len(mains) != 1:
        return [draft for _, draft in read]
    ((main, draft),) = mains
    for one, repeat in read:
        if one is not main:
            known = parents[main.table.sheet.name]
            draft = with_repeats(draft, main.table, known, repeat, one.table)
    return [draft]


def answer_tables(file: ForeignFile, choices: Choices | None = None) -> list[AnswerTable]:
    """Return the tables of answers of a file's visible sheets."""
    found = (find_answers(sheet, choices or Choices()) for sheet in file.sheets)
    return [table for table in found if table is not None and table.rows]


def _chosen_tables(
    file: ForeignFile, tables: Sequence[AnswerTable], choices: Choices
) -> list[AnswerTable]:
    """Return the sheets to take: the one that was chosen, those of a tool, else all alike."""
    if choices.sheet is not None:
        names = [sheet.name for sheet in file.sheets]
        if choices.sheet not in names:
            listed = ", ".join(f"“{name}”" for name in names)
            raise UserError(f"{file.path.name} has no sheet “{choices.sheet}”; it has {listed}.")
        return [table for table in tables if table.sheet.name == choices.sheet]
    visible = [table for table in tables if not table.sheet.hidden]
    known = [table for table in visible if table.source != "own"]
    if known:
        return known
    # Sheets of one survey each have headings of the same depth; figures beside them have not.
    answers = [table for table in visible if not _is_beside(table.sheet)] or visible
    return [table for table in answers if table.depth == answers[0].depth]


def _is_beside(sheet: SheetData) -> bool:
    """Tell by its name a sheet that stands beside the answers: figures, a list, an explanation."""
    return kind_by_name(sheet.name) is not None or _BESIDE.fullmatch(normal(sheet.name)) is not None


def _left_out(sheet: SheetData, taken: Sequence[AnswerTable]) -> SheetNote:
    kind: SheetKind = "unknown"
    rows = sum(any(cell.strip() for cell in row) for row in sheet.rows)
    table = next((table for table in taken if table.sheet is sheet), None)
    if table is not None:
        return SheetNote(sheet.name, "survey", len(table.rows), True, "", sheet.hidden)
    if not rows:
        return SheetNote(sheet.name, "empty", 0, False, "the sheet is empty", sheet.hidden)
    why = "the sheet is hidden" if sheet.hidden else "another sheet holds the answers"
    return SheetNote(sheet.name, kind, rows, False, why, sheet.hidden)


def _draft(one: Prepared, choices: Choices, file: ForeignFile) -> SurveyDraft:
    """Return what one table of answers says."""
    table, rows = one.table, one.rows
    items = one.reading.items(one.blocks)
    warnings = mark_sus(items)
    for item in items:
        item.question = _overridden(item.question, choices)
    people = People(table, one.used, choices)
    answers = [{item.question.key: item.answer(at) for item in items}
               for at in range(len(rows.kept))]  # fmt: skip
    mark_branches(items, answers)
    respondents = tuple(
        _respondent(people.read(at), said, table.place(table.rows[row]))
        for at, (row, said) in enumerate(zip(rows.kept, answers, strict=True))
    )
    warnings += _warnings(items, choices, table, rows.kept, people)
    shown = [used for used in one.used if used.column.heading or used.column.filled()]
    return SurveyDraft(
        title=choices.title or table.sheet.name or file.path.stem,
        source=table.source,
        sheet=table.sheet.name,
        fingerprint=fingerprint(table),
        header_rows=table.depth,
        questions=tuple(item.question for item in items),
        respondents=respondents,
        skipped=tuple(rows.skipped),
        rejected=tuple(rows.rejected),
        columns=tuple(_told(used, items) for used in shown),
        asked=tuple(_asked(items, choices)),
        warnings=tuple(warnings),
    )


def fingerprint(table: AnswerTable) -> str:
    """Return the same mark for every file with the same headings."""
    headings = sorted({normal(column.heading) for column in table.columns if column.heading})
    text = "\n".join((table.source, *headings))
    return sha256(text.encode()).hexdigest()[:16]


def _overridden(question: QuestionDraft, choices: Choices) -> QuestionDraft:
    names = names_of(question)
    reverse, scale = named(choices.reverse, names), named(choices.scales, names)
    kind = named(choices.kinds, names)
    if reverse is not None:
        question = replace(question, reverse=reverse)
    if scale is not None:
        question = replace(question, scale_name=scale)
    # Several columns that are one question stay what they are.
    if kind is not None and question.kind not in {"multi", "rank"}:
        question = replace(question, kind=kind, sure=True)
    return question


def _respondent(
    person: Person, answers: Mapping[str, AnswerDraft], where: Place
) -> RespondentDraft:
    return RespondentDraft(
        identity=person.identity,
        answers=answers,
        complete=person.complete,
        source_id=person.source_id,
        submitted=person.submitted,
        started=person.started,
        seconds=person.seconds,
        where=where,
        **person.texts,
    )


def _told(one: Used, items: Sequence[Item]) -> ColumnGuess:
    if one.system:
        return one.guess
    item = next((item for item in items if one.column in item.columns), None)
    if item is None:
        return one.guess
    question = item.question
    return replace(one.guess, key=question.key, why=question.guess, sure=question.sure)


def _asked(items: Sequence[Item], choices: Choices) -> list[LabelQuestion]:
    """Return sets of labels that several questions share and that are no scale that is known."""
    sets: defaultdict[frozenset[str], list[QuestionDraft]] = defaultdict(list)
    for item in items:
        question = item.question
        labels = [option.label for option in question.options]
        known = question.kind != "single" or question.key in choices.orders
        if not known and may_be_scale(labels):
            sets[frozenset(map(folded, labels))].append(question)
    found = []
    for questions in sets.values():
        offered = tuple(option.label for option in questions[0].options)
        told = suggested(offered)
        key = label_key(offered)
        if (len(questions) < 2 and not told) or key in choices.orders:
            continue
        why = f"{len(questions)} questions share these answers, which may be a scale; say its order"
        found.append(LabelQuestion(key, offered, tuple(one.key for one in questions), told, why))
    return found


def _warnings(
    items: Sequence[Item],
    choices: Choices,
    table: AnswerTable,
    kept: Sequence[int],
    people: People,
) -> list[str]:
    found = []
    for item in items:
        question = item.question
        if question.kind == "nps" and question.scale is not None and question.scale.low:
            found.append(
                f"“{question.text}” runs from {question.scale.low} to {question.scale.high}: that "
                "is no NPS, which is asked from 0 to 10. Say so beside the figure."
            )
        elif question.scale is not None and any(map(recommends, item.columns)):
            low, high = question.scale.low, question.scale.high
            if (low, high) != (0, 10):
                found.append(
                    f"“{question.text}” runs from {low} to {high}: no NPS can be made of it, which "
                    "is asked from 0 to 10."
                )
        if item.odd:
            places = [str(table.place(table.rows[kept[at]])) for _, at in item.odd[:_SHOWN]]
            words = ", ".join(dict.fromkeys(f"“{text[:40]}”" for text, _ in item.odd[:_SHOWN]))
            found.append(
                f"“{question.text}”: {len(item.odd)} answers are not on its scale and do not count "
                f"({words}; {', '.join(places)})."
            )
    for key in may_be_reversed(items, choices):
        text = next(item.question.text for item in items if item.question.key == key)
        found.append(f"“{text}” runs against its neighbours: it may count backwards.")
    if people.unread_times:
        found.append(
            f"{people.unread_times} times could be read in two ways and are left empty; say "
            "whether day or month stands first."
        )
    return found
