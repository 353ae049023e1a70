"""Sheets that are a form for one script: its id, title and tester stand above the steps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from changedesk.exchange import dates
from changedesk.exchange.drafts import ScriptDraft
from changedesk.exchange.durations import minutes_of
from changedesk.exchange.headings import fields_of
from changedesk.exchange.priorities import priority_code
from changedesk.exchange.script_rows import SourceKeys
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import Table

_TOLD_ABOVE = frozenset(
    ("id", "title", "scenario", "description", "area", "preconditions", "test_data", "tester",
     "performed_on", "priority", "requirements", "minutes")
)  # fmt: skip
_LONGEST_TITLE = 300
_AS_TITLE = ("title", "scenario", "description")
WHY = "it tells of the script below"


@dataclass(frozen=True, slots=True)
class Form:
    """What the lines above a table say of its one script, by field, and which rows said it."""

    told: Mapping[str, str]
    rows: frozenset[int]


NO_FORM = Form({}, frozenset())


def form_of(sheet: SheetData, table: Table) -> Form:
    """Return what stands above a table of steps that itself names neither id nor title."""
    if table.fields & {"id", "title", "scenario"} or not table.fields & {"steps", "expected"}:
        return NO_FORM
    told: dict[str, str] = {}
    rows = set()
    for index, row in enumerate(sheet.rows[: table.first]):
        for name, text in _pairs(row):
            if name not in told:
                told[name] = text
                rows.add(index)
    for name in _AS_TITLE:
        if "title" not in told and name in told:
            told["title"] = told.pop(name)
    if not {"id", "title"} & told.keys():
        return NO_FORM
    return Form(told, frozenset(rows))


def filled_in(
    script: ScriptDraft, form: Form, order: dates.Order | None, keys: SourceKeys
) -> ScriptDraft:
    """Return the script of a form with what its lines above say, where its rows said nothing."""
    told = dict(form.told)
    day = dates.parse(told.pop("performed_on", ""), order)
    minutes = minutes_of(told.get("minutes", ""))
    ident, title = told.pop("id", ""), told.pop("title", "")
    further = [
        (name, text) for name, text in told.items() if name in {"scenario", "description"} and text
    ]
    whole = " ".join(title.split())
    if len(whole) > _LONGEST_TITLE:
        further.append(("Title", title))
        whole = whole[: _LONGEST_TITLE - 1] + "…"
    requirements = tuple(told["requirements"].split(", ")) if "requirements" in told else ()
    return replace(
        script,
        source_id=ident or script.source_id,
        source_key=keys.take(ident, script.where.sheet) if ident else script.source_key,
        title=whole or ident,
        area=script.area or told.get("area", ""),
        preconditions=script.preconditions or told.get("preconditions", ""),
        test_data=script.test_data or told.get("test_data", ""),
        tester=script.tester or told.get("tester", ""),
        performed_on=script.performed_on or day,
        priority=script.priority or priority_code(told.get("priority", "")),
        minutes=script.minutes or minutes,
        requirements=script.requirements or requirements,
        further=(*script.further, *further),
    )


def _pairs(row: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the labels of a line with what stands beside them: "Title | Log in | Tester | Ann"."""
    texts = [text.strip() for text in row if text.strip()]
    found = []
    at = 0
    while at < len(texts):
        label, colon, rest = texts[at].partition(":")
        names = [name for name, _ in fields_of(label) if name in _TOLD_ABOVE]
        if names and colon and rest.strip():
            found.append((names[0], rest.strip()))
        elif names and at + 1 < len(texts) and not _is_label(texts[at + 1]):
            found.append((names[0], texts[at + 1]))
            at += 1
        at += 1
    return found


def _is_label(text: str) -> bool:
    return text.endswith(":") or any(name in _TOLD_ABOVE for name, _ in fields_of(text))
