"""How an import reads what surveys and adoption need: forms, answers, and usage reports."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from changedesk.cli.account import FileAccount, noted, rejected_rows, rows_of
from changedesk.exchange.drafts import Place, RowNote
from changedesk.exchange.making import Taken
from changedesk.exchange.sheets import ForeignFile
from changedesk.exchange.surveys.choices import KINDS as QUESTION_KINDS
from changedesk.exchange.surveys.choices import USES, Choices
from changedesk.exchange.surveys.drafts import QuestionKind, SurveyImport, Use
from changedesk.exchange.surveys.items import names_of
from changedesk.exchange.surveys.reading import answer_tables, surveys_of
from changedesk.exchange.surveys.remembered import read_as_before, remember
from changedesk.exchange.usage_reports import usage_report_of
from changedesk.exchange.xlsform.reading import form_of, is_xlsform
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.importing import Wishes, import_answers
from changedesk.survey.importing_forms import import_form
from changedesk.survey.importing_readings import import_readings

SURVEY, RESPONSES, READINGS = "survey", "responses", "readings"
KINDS = (SURVEY, RESPONSES, READINGS)
_MEASURES = "measures"
_RATED = ("likert", "matrix", "sus", "nps", "csat", "adkar")
_LEAST_RATED, _LEAST_PEOPLE = 3, 5
_NAMED = 12


def clearly_of_a_survey(file: ForeignFile) -> str:
    """Return the kind of a file that can be nothing else: a form, or the export of a survey tool.

    Ten items of the usability scale tell a table of answers, too.
    """
    if is_xlsform(file):
        return SURVEY
    tables = answer_tables(file)
    if any(table.source != "own" for table in tables):
        return RESPONSES
    if any(len(table.columns) >= 10 for table in tables):
        found = surveys_of(file, Choices())
        kinds = [one.kind for draft in found.drafts for one in draft.questions]
        return RESPONSES if kinds.count("sus") >= 10 else ""
    return ""


def likely_answers(file: ForeignFile) -> bool:
    """Tell a table of answers from one of anything else: several questions with one scale each."""
    try:
        found = surveys_of(file, Choices())
    except UserError:
        return False
    return any(
        len(draft.respondents) >= _LEAST_PEOPLE
        and sum(one.kind in _RATED for one in draft.questions) >= _LEAST_RATED
        for draft in found.drafts
    )


def read_for_surveys(
    workspace: Workspace,
    project: int,
    file: ForeignFile,
    kind: str,
    *,
    sheet: str = "",
    mapping: Mapping[str, str] | None = None,
) -> FileAccount:
    """Return the account of a file that is read as one of KINDS."""
    if kind == SURVEY:
        return _form(workspace, project, file)
    if kind == READINGS:
        return _readings(workspace, project, file, sheet, mapping or {})
    choices, wishes = _chosen(sheet, mapping or {})
    return _answers(workspace, project, file, choices, wishes)


def _chosen(sheet: str, mapping: Mapping[str, str]) -> tuple[Choices, Wishes]:
    """Return what --map says: what a column is used for, its kind of question, what it measures."""
    uses: dict[str, Use] = {}
    kinds: dict[str, QuestionKind] = {}
    measures: dict[str, str] = {}
    for heading, said in mapping.items():
        name, _, words = said.partition(":")
        if said in USES:
            uses[heading] = said
        elif said in QUESTION_KINDS:
            kinds[heading] = said
        elif name == _MEASURES and words.strip():
            measures[heading] = words.strip()
        else:
            raise UserError(
                f'--map "{heading}={said}": a column of answers is {", ".join(USES)}, a kind of '
                f"question ({', '.join(QUESTION_KINDS)}) or {_MEASURES}:NAME."
            )
    return Choices(sheet=sheet or None, uses=uses, kinds=kinds), Wishes(constructs=measures)


def _names(found: SurveyImport) -> dict[str, tuple[str, ...]]:
    """Return the keys of the questions that a name means: key, words, heading or letter."""
    names: dict[str, tuple[str, ...]] = {}
    for draft in found.drafts:
        names |= {one.heading: (one.key,) for one in draft.columns if one.key}
        for one in draft.questions:
            names |= {name: (one.key,) for name in names_of(one) if name}
    return names


def _by_key(told: Mapping[str, str], names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: said for name, said in told.items() for key in names.get(name, ())}


def _refuse_unknown(told: Iterable[str], names: Mapping[str, object]) -> None:
    unknown = sorted(name for name in told if name not in names)
    if unknown:
        raise UserError(
            f'--map "{unknown[0]}=…": no column and no question is called so. There are '
            f"{', '.join(f'“{name}”' for name in list(names)[:_NAMED])}."
        )


def _answers(
    workspace: Workspace, project: int, file: ForeignFile, choices: Choices, wishes: Wishes
) -> FileAccount:
    found = read_as_before(file, choices)
    names = _names(found)
    _refuse_unknown([*choices.kinds, *wishes.constructs], names)
    wishes = replace(wishes, constructs=_by_key(wishes.constructs, names))

    def take(only_try: bool) -> Taken:
        taken = import_answers(workspace, project, found, wishes, only_try=only_try)
        if not only_try:
            remember(found, choices)
        return taken

    warnings = [*found.warnings, *(said for draft in found.drafts for said in draft.warnings)]
    return FileAccount(
        file.path,
        RESPONSES,
        found.source,
        rows_of(found.account),
        take,
        skipped=noted(found.account.skipped),
        rejected=rejected_rows(found.account.rejected),
        warnings=list(dict.fromkeys(warnings)),
    )


def _form(workspace: Workspace, project: int, file: ForeignFile) -> FileAccount:
    form = form_of(file)
    rows = {one.row for one, _ in form.questions()}
    refused = [RowNote(Place(one.sheet, one.row), f"{one.what}: {one.why}") for one in form.refused]
    title = form.title or file.path.stem

    def take(only_try: bool) -> Taken:
        return import_form(workspace, project, title, form, only_try=only_try)

    return FileAccount(
        file.path,
        SURVEY,
        "XLSForm",
        {
            "read": len(rows) + len(refused), "made": len(rows), "continuation": 0, "skipped": 0,
            "rejected": len(refused),
        },
        take,
        rejected=rejected_rows(refused),
    )  # fmt: skip


def _readings(
    workspace: Workspace,
    project: int,
    file: ForeignFile,
    sheet: str,
    mapping: Mapping[str, str],
) -> FileAccount:
    found = usage_report_of(file, sheet=sheet, mapping=mapping)
    return FileAccount(
        file.path,
        READINGS,
        "a usage report",
        rows_of(found.account),
        lambda only_try: import_readings(workspace, project, found, only_try=only_try),
        skipped=noted(found.account.skipped),
        rejected=rejected_rows(found.account.rejected),
        warnings=list(found.warnings),
    )
