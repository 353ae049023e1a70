"""Reads impact assessments: what changes for whom, how hard, and what is done about it."""

import re
from collections.abc import Sequence
from datetime import date

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.engagement import is_tick
from changedesk.exchange.change.gathering import (
    Gathering,
    kept_values,
    names_in,
    rating,
    titled,
)
from changedesk.exchange.change.scales import of_severity
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.headings import normal

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
_STATUS = (
    ("validated", r"validat|confirm|agreed|bestätigt|validé|подтвержд"),
    ("planned", r"plan|in progress|geplant|prévu|заплан"),
    ("mitigated", r"mitigat|addressed|umgesetzt|traité|mitigado|устран"),
    ("closed", r"close|done|complete|erledigt|clos|cerrad|fechad|закрыт"),
    ("cancelled", r"cancel|reject|abgelehnt|annul|отмен"),
    ("draft", r"draft|open|new|offen|entwurf|ouvert|abierto|aberto|черновик|открыт"),
)  # fmt: skip
_COMPILED_STATUS = tuple((code, re.compile(words)) for code, words in _STATUS)
_MITIGATIONS = (("comm", "comms"), ("train", "train"), ("other", "other"), ("mitigation", "other"))
_TAKEN = (
    "id", "title", "as_is", "to_be", "owner", "remark", "reason", "system", "people", "timing",
    "comm", "train", "other", "mitigation", "group", "status",
)  # fmt: skip


def code_in(text: str, compiled: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    """Return the first code whose words a text holds; "" for none."""
    folded = normal(text)
    return next((code for code, words in compiled if folded and words.search(folded)), "")


def read_impacts(table: ChangeTable, work: Gathering) -> None:
    """Take each row; one that names several groups is one impact for each of them."""
    rows = list(table_rows(table, work.tally))
    rated = rating(table, rows, "level", work)
    stamps = [text for row in rows for _, text in row.all("timing")]
    order = work.asked.date_order or dates.order_of(stamps)[0]
    for row in rows:
        title = _title(row)
        groups = [name for _, text in row.all("group") for name in names_in(text)]
        if not title and not groups:
            work.reject(row, "it says neither what changes nor for whom")
            continue
        values = _values(row, title or f"{', '.join(groups)}", order)
        taken = {*_TAKEN}
        if rated is not None:
            level = rated.level(row, work)
            values |= kept_values(severity=of_severity(level))
            reasons = [level.remark, row.text("reason")]
            values |= kept_values(reason=titled("; ".join(filter(None, reasons))))
        key = work.key(table.form(), row.text("id"), f"{title}|{'|'.join(groups)}")
        further = row.further(*taken)
        for what in ("timing", "status", "people"):
            if not _was_read(what, values):
                further += tuple(row.all(what))
        drafts = [
            ChangeDraft(
                "impact", values["title"], row.where, row.text("id"),  # type: ignore[arg-type]
                f"{key}@{name}" if len(groups) > 1 else key, values,
                {"group": (name,) if name else ()}, _mitigations(row), further,
            )
            for name in groups or [""]
        ]  # fmt: skip
        work.made(*drafts)


def _title(row: TableRow) -> str:
    texts = [text for _, text in row.all("title")]
    return titled(texts[0] if texts else row.text("to_be") or row.text("system"))


def _values(row: TableRow, title: str, order: dates.Order | None) -> dict[str, str | int | bool]:
    titles = [text for _, text in row.all("title")]
    to_be = row.text("to_be")
    remark = "\n".join([*titles[1:], *(text for _, text in row.all("remark"))])
    day: date | None = dates.parse(row.text("timing"), order)
    return kept_values(
        title=titled(title),
        as_is=row.text("as_is"),
        # A title is one line; a description longer than that is told in full.
        to_be=to_be or (titles[0] if titles and titled(titles[0]) != titles[0] else ""),
        system=row.text("system"),
        aspect=code_in(row.text("aspect"), _COMPILED),
        people=_people(row.text("people")),
        starts=day.isoformat() if day else "",
        phase="" if day else code_in(row.text("timing"), _COMPILED_PHASES),
        status=code_in(row.text("status"), _COMPILED_STATUS),
        owner=row.text("owner"),
        remark=remark,
    )


def _people(text: str) -> int | None:
    digits = re.sub(r"[\s,.’'](?=\d{3}\b)", "", text.strip())
    found = re.match(r"~?\s*(\d{1,6})\b(?!\s*%)", digits)
    return int(found[1]) if found else None


def _was_read(what: str, values: dict[str, str | int | bool]) -> bool:
    # A phase or a status is only what a text was taken for; the text itself is kept.
    return {"timing": "starts", "people": "people", "status": ""}[what] in values


def _mitigations(row: TableRow) -> tuple[tuple[str, str], ...]:
    found = []
    for field, kind in _MITIGATIONS:
        for heading, text in row.all(field):
            if normal(text) in {"no", "n", "none", "nein", "non", "нет", "n a", "0", "não"}:
                continue
            what = heading.rpartition(" / ")[2] if is_tick(text) else text
            found.append((_mitigation(kind, what), titled(what)))
    return tuple(found)


_KINDS = (
    ("train", re.compile(r"train|course|workshop|e ?learning|schul|formation|capacit|обучен")),
    ("job_aid", re.compile(r"job aid|guide|manual|faq|cheat|leitfaden|anleitung|guía|инструкц")),
    ("coach", re.compile(r"coach|mentor|shadow|support|betreu|accompagn|acompañ|наставн")),
    ("comms", re.compile(r"commun|message|mail|meeting|brief|inform|kommunik|коммуник|встреч")),
    ("design", re.compile(r"design|process|system|redesign|prozess|процесс")),
)


def _mitigation(kind: str, what: str) -> str:
    return kind if kind != "other" else code_in(what, _KINDS) or "design"
