"""Reads impact assessments: what changes for whom, how hard, and what is done about it."""

import re
from collections.abc import Sequence

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import (
    Gathering,
    Values,
    code_in,
    kept_values,
    names_in,
    rating,
    state_in,
    titled,
)
from changedesk.exchange.change.impact_details import NO_DAY, RATED, details_in, ratings_in
from changedesk.exchange.change.mitigations import mitigations_in
from changedesk.exchange.change.states import IMPACTS
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.change.when import Stretch, either_way, order_in, when

_ASPECTS = (
    ("critical_behaviours", r"behavio|verhalten|comportement|comportam|поведен"),
    ("mindset", r"mindset|attitude|belief|culture|kultur|haltung|mentalit|cultura|культур|мышлен"),
    ("reporting", r"reporting|structure|organi[sz]ation|struktur|estructura|estrutura|структур"),
    ("performance_reviews", r"performance|appraisal|review|kpi|beurteilung|évaluation|оценк"),
    ("compensation", r"compensation|\bpay\b|salary|bonus|vergütung|rémunér|salari|оплат"),
    ("location", r"location|\bsite\b|office|standort|\blieu\b|ubicaci|площадк"),
    ("job_roles", r"roles?\b|\bjobs?\b|people|personnel|staff|rolle|mensch|rôle|personas|pessoas|рол|люди|персонал"),  # noqa: E501
    ("tools", r"\btools?\b|equipment|werkzeug|outil|herramient|ferrament|инструмент"),
    ("systems", r"system|technolog|\bit\b|software|application|technik|système|sistema|tecnolog|систем|технолог"),  # noqa: E501
    ("processes", r"process|procedure|workflow|prozess|ablauf|processus|proceso|processo|процесс"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(words)) for code, words in _ASPECTS)
_PHASES = (
    ("pre", r"before|pre\b|prior|vor\b|avant|antes|до\b|prepar"),
    ("post", r"after|post|nach\b|après|después|depois|после"),
    ("go_live", r"go live|golive|launch|cut ?over|start|einführung|запуск|внедрен"),
)  # fmt: skip
_COMPILED_PHASES = tuple((code, re.compile(words)) for code, words in _PHASES)
_TAKEN = (
    "id", "title", "detail", "as_is", "to_be", "owner", "remark", "reason", "system", "comm",
    "train", "other", "mitigation", "group",
)  # fmt: skip
_A_STRETCH = "no single day is named by {}. The first day of it is a start, the last day an end."
_TOGETHER = (
    "{} is told of several groups together, and so is given to none of them: say in the window "
    "how many of each group it hits, or give each group a row."
)
_NO_COUNT = (
    "no number of people was read from {}. It is left empty, and the words are kept: write one "
    "figure."
)
_NO_SCALE = (
    "most cells are on no scale, such as {}. No severity was read: write 0 to 5, or Low, Medium, "
    "High."
)


def read_impacts(table: ChangeTable, work: Gathering) -> None:
    """Take each row; one that names several groups is one impact for each of them."""
    rows = list(table_rows(table, work.tally))
    ratings = {name: rating(table, rows, name, work) for name in RATED}
    stamps = [text for row in rows for name in _DATED for _, text in row.all(name)]
    order = work.asked.date_order or order_in(stamps)
    for row in rows:
        title = _title(row)
        groups = [name for _, text in row.all("group") for name in names_in(text)]
        if not title and not groups:
            work.reject(row, "it says neither what changes nor for whom")
            continue
        values = _values(row, title or f"{', '.join(groups)}", work)
        severities, remark = ratings_in(row, ratings, work)
        if ratings["level"] is None:
            for heading, text in row.all("level"):
                work.doubt(heading, _NO_SCALE, text, row.where)
        days, read = _days(row, order, work)
        details, told = details_in(row, order, work)
        values |= severities | days | details | _people(row, groups, work)
        reasons = [remark, row.text("reason")]
        values |= kept_values(reason=titled("; ".join(filter(None, reasons))))
        taken = {*_TAKEN, *read, *told, *({"people"} & values.keys())}
        key = work.key(table.form(), row.text("id"), f"{title}|{'|'.join(groups)}")
        done, nothing = mitigations_in(row, work)
        drafts = [
            ChangeDraft(
                "impact", str(values["title"]), row.where, row.text("id"),
                f"{key}@{name}" if len(groups) > 1 else key, values,
                {"group": (name,) if name else ()}, done,
                row.further(*taken) + _cut(row) + nothing, _said(row),
            )
            for name in groups or [""]
        ]  # fmt: skip
        work.made(*drafts)


def _cut(row: TableRow) -> tuple[tuple[str, str], ...]:
    """Return the texts that are too long for the line that takes them: there they end with …."""
    pairs = [pair for name in _LINES for pair in row.all(name)]
    return tuple(pair for pair in pairs if titled(pair[1]).endswith("…"))


_LINES = ("reason", "comm", "train", "other", "mitigation")


def _title(row: TableRow) -> str:
    return titled(next((text for name in _TITLES if (text := row.text(name))), ""))


_TITLES = ("title", "detail", "to_be", "system")


def _values(row: TableRow, title: str, work: Gathering) -> Values:
    told = [text for name in ("title", "detail") for _, text in row.all(name)]
    to_be = row.text("to_be")
    # A title is one line; a description longer than that is told in full.
    full = told[0] if told and titled(told[0]) != told[0] else ""
    remark = "\n".join(
        [*([full] if full and to_be else []), *told[1:], *(text for _, text in row.all("remark"))]
    )
    return kept_values(
        title=titled(title),
        as_is=row.text("as_is"),
        to_be=to_be or full,
        system=row.text("system"),
        aspect=code_in(row.text("aspect"), _COMPILED),
        status=state_in(row, IMPACTS, "impact_state", work),
        owner=row.text("owner"),
        remark=remark,
    )


def _days(row: TableRow, order: dates.Order | None, work: Gathering) -> tuple[Values, set[str]]:
    """Return when it starts and ends, and which columns said so; other words give the phase."""
    read = {name: found for name in _TIMES if (found := _stretch(row, name, order, work))}
    begins = next((name for name in ("starts", "timing") if name in read), "")
    begun, ended = read.get(begins), read.get("ends")
    if begun is not None and ended is None and begun.first != begun.last:
        # “Start: May” may go on after May; a span of two days, or a time of its own, tells both.
        ended = begun if begun.exact or begins == "timing" else None
    words = [row.text(name) for name in ("timing", "starts") if name not in read]
    values = kept_values(
        starts=begun.first.isoformat() if begun else "",
        ends=ended.last.isoformat() if ended else "",
        phase=next(filter(None, (code_in(text, _COMPILED_PHASES) for text in words)), ""),
    )
    return values, {begins, "ends"} & read.keys()


def _stretch(
    row: TableRow, name: str, order: dates.Order | None, work: Gathering
) -> Stretch | None:
    for heading, text in row.all(name)[:1]:
        if found := when(text, order):
            if not found.exact:
                work.doubt(heading, _A_STRETCH, text, row.where)
            return found
        if either_way(text):
            work.ask("date", text, row.where)
        elif name != "timing" and not code_in(text, _COMPILED_PHASES):
            work.doubt(heading, NO_DAY, text, row.where)
    return None


_TIMES = ("starts", "ends", "timing")
_DATED = (*_TIMES, "validated_on")


def _people(row: TableRow, groups: Sequence[str], work: Gathering) -> Values:
    found: dict[str, int | None] = {}
    for heading, text in row.all("people"):
        if len(groups) > 1:
            work.doubt(heading, _TOGETHER, text, row.where)
            continue
        found["people"] = count_in(text)
        if found["people"] is None:
            work.doubt(heading, _NO_COUNT, text, row.where)
    return kept_values(**found)


def count_in(text: str) -> int | None:
    """Return the number of people that a text gives; None for a range, a share or words."""
    digits = re.sub(r"[\s,.’'](?=\d{3}\b)", "", text.strip())
    found = re.match(
        r"(?:~|ca\.?|approx\.?|about|rund|env\.?)?\s*(\d{1,6})\b"
        r"(?!\s*(?:%|[-–/+]\s*\d|(?:to|bis|à)\s+\d|[.,]\s*[1-9]))",
        digits,
        re.IGNORECASE,
    )
    return int(found[1]) if found else None


def _said(row: TableRow) -> dict[str, tuple[str, str]]:
    told = {field: name for name, field in RATED.items()}
    told |= {name: name for name in ("people", "starts", "ends", "minutes", "validated_on")}
    if not row.table.columns("starts"):
        told["starts"] = "timing"
    return {field: row.all(name)[0] for field, name in told.items() if row.all(name)}
