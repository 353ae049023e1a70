# ruff: noqa: E501 - wide letters count double there
"""Reads who completed which course: exports of learning systems and lists of attendance."""

import re

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, folded, kept_values, titled
from changedesk.exchange.change.people_rows import facts_in, group_in, name_in
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.change.training import length
from changedesk.exchange.headings import normal
from changedesk.exchange.yes_and_no import is_no

STATES = ("attended", "partial", "no_show", "excused", "invited", "confirmed", "passed", "failed")
"""What a word of a completion can mean; passed and failed say attended as well."""

_WORDS = (
    ("invited", "not completed, not complete, not yet completed, incomplete past due, past due, overdue, scheduled, planned, pending, waitlisted, nicht abgeschlossen, noch nicht abgeschlossen, überfällig, geplant, non terminé, pas terminé, non achevé, prévu, no completado, não concluído, не завершил, не завершила, запланировано, not started, not attempted, enrolled, registered, assigned, invited, open, to do, nicht begonnen, nicht gestartet, angemeldet, eingeladen, zugewiesen, offen, pas commencé, non commencé, inscrit, inscrite, invité, assigné, no iniciado, no empezado, sin iniciar, inscrito, matriculado, asignado, invitado, não iniciado, atribuído, convidado, не начат, не начато, не начал, назначен, назначено, записан, зарегистрирован, приглашен, приглашён"),
    ("confirmed", "confirmed, accepted, bestätigt, zugesagt, confirmé, confirmado, aceptado, подтверждено, подтвержден"),
    ("no_show", "no show, noshow, absent, missed, did not attend, not attended, nicht erschienen, nicht teilgenommen, abwesend, gefehlt, absente, non présent, ausente, no asistió, no se presentó, faltó, faltou, não compareceu, отсутствовал, отсутствовала, отсутствует, не явился, не явилась, неявка, не пришел, не пришёл"),
    ("excused", "excused, sick, on leave, leave, cancelled, canceled, withdrawn, unenrolled, storniert, abgemeldet, entschuldigt, krank, urlaub, excusé, excusée, malade, justificado, justificada, enfermo, baja, dispensado, doente, по уважительной причине, уважительная причина, болен, больна, отпуск"),
    ("failed", "failed, fail, not passed, nicht bestanden, durchgefallen, échoué, échec, non réussi, reprobado, suspenso, no aprobado, no superado, reprovado, não aprovado, не сдан, не сдал, не сдала, не пройден, провален"),
    ("partial", "partial, partially, in progress, incomplete, started, attempted, left early, in bearbeitung, begonnen, gestartet, teilweise, unvollständig, en cours, commencé, partiel, incomplet, en curso, en progreso, iniciado, parcial, incompleto, em andamento, em curso, в процессе, начат, начато, частично, не завершен, не завершён, не завершено"),
    ("passed", "passed, pass, completed passed, bestanden, erfolgreich, réussi, reçu, validé, aprobado, aprobada, superado, aprovado, aprovada, сдан, сдано, сдал, сдала, зачет, зачёт, успешно"),
    ("attended", "attended, completed, complete, finished, done, present, yes, y, x, 1, true, ok, abgeschlossen, teilgenommen, anwesend, absolviert, beendet, ja, terminé, terminée, achevé, complété, présent, présente, oui, completado, completada, finalizado, terminado, asistió, presente, sí, si, concluído, concluída, completo, compareceu, sim, завершен, завершён, завершено, завершил, завершила, пройден, пройдено, прошел, прошёл, прошла, присутствовал, присутствовала, присутствует, да"),
)  # fmt: skip
_BY_WORD = {normal(word): code for code, words in _WORDS for word in words.split(",")}
_SCORE = re.compile(r"(\d{1,3})(?:[.,](\d+))?\s*%?")
_SHARE = re.compile(r"0(?:[.,]\d+)?")
_WAS_HERE = re.compile(
    r"present\b|attend|anwesen|teilgenommen|teilnahme|présen|asist|presen[çt]|присутств|посещ"
)
_RESULT = re.compile(r"result|ergebnis|результат")
_OUT_OF = re.compile(r"(\d{1,4}(?:[.,]\d+)?)\s*(?:/|of|von|sur|de|из)\s*(\d{1,4})")
_MARKS = {"✓": "attended", "✔": "attended", "☑": "attended", "✗": "no_show", "✘": "no_show"}


def state_of(text: str, work: Gathering) -> str:
    """Return what a word of a completion means; "" where nobody documented it."""
    own = {normal(word): code for word, code in work.kept.items() if code in STATES}
    return own.get(normal(text)) or documented_state(text)


def documented_state(text: str) -> str:
    """Return what a word or a mark of a completion means to everybody; "" where none is known."""
    return _BY_WORD.get(normal(text)) or _MARKS.get(text.strip(), "")


def read_attendance(table: ChangeTable, work: Gathering) -> None:
    """Take each person and course; a row that says again what another said is left out."""
    rows = list(table_rows(table, work.tally))
    order = work.asked.date_order or dates.order_of(row.text("date") for row in rows)[0]
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        person, course = name_in(row), titled(row.text("course"))
        if not (person or row.text("mail") or row.text("staff_id")) or not course:
            work.reject(row, "it names no course" if person else "it names nobody")
            continue
        values, why = _values(row, order, work)
        if why:
            work.reject(row, why)
            continue
        said = (folded(person or row.text("mail")), folded(course), *sorted(values.items()))
        if said in seen:
            work.skip(row, f"it says the same as {seen[said]}")
            continue
        seen[said] = str(row.where)
        taken = (
            "person", "first", "last", "mail", "staff_id", "course", "status", "score", "date",
            "group", "site", "role", "passed", "minutes", "remark",
        )  # fmt: skip
        work.made(
            ChangeDraft(
                "completion", course, row.where, "", "", values,
                {
                    "person": (person or row.text("mail") or row.text("staff_id"),),
                    "course": (course,),
                    "group": group_in(row),
                }, (), row.further(*taken),
            )
        )  # fmt: skip


def _values(
    row: TableRow, order: dates.Order | None, work: Gathering
) -> tuple[dict[str, str | int | bool], str]:
    """Return what became of it, or why that cannot be told."""
    remark = titled("; ".join(text for _, text in row.all("remark")))
    values = facts_in(row) | kept_values(minutes=_minutes(row), remark=remark)
    when = row.text("date")
    day = dates.parse(when, order)
    if when and normal(when) and day is None:
        if dates.looks_like_date(when):
            return values, "day and month of its date could be either way round"
        return values, f"“{titled(when)}” is no date"
    score = _score(row.text("score"))
    if score is None and row.text("score") and normal(row.text("score")) not in {"", "n a", "na"}:
        return values, f"“{titled(row.text('score'))}” is no score of 0 to 100"
    states = [
        (text, _progress(heading, text) or state_of(text, work) or _denied(heading, text))
        for heading, text in row.all("status")
    ]
    states += [(text, state_of(text, work)) for _, text in row.all("passed")]
    for text, state in states:
        if not state and normal(text) and _score(text) is None:
            work.ask("attendance", text, row.where)
            if work.kept.get(text) != "":
                return values, f"“{titled(text)}” is no known state of a completion"
    codes = [state for _, state in states if state]
    outcome = codes[0] if codes else "attended" if day or score is not None else "invited"
    values |= kept_values(
        outcome="attended" if outcome in {"passed", "failed"} else outcome,
        passed=_passed(codes, row), score=score, day=day.isoformat() if day else "",
    )  # fmt: skip
    return values, ""


def _denied(heading: str, text: str) -> str:
    """Return what a no means: below “Present” not to have come, below “Completed” not yet."""
    if not is_no(text):
        return ""
    return "no_show" if _WAS_HERE.search(normal(heading)) else "invited"


def _progress(heading: str, text: str) -> str:
    """Return the state that a percentage of progress means; a result of 85 % is no progress."""
    done = _score(text) if "%" in text or _SHARE.fullmatch(text.strip()) else None
    if done == 0:
        return "invited"
    if done is None or _RESULT.search(normal(heading)):
        return ""
    return "attended" if done == 100 else "partial"


def _passed(codes: list[str], row: TableRow) -> bool | None:
    if "failed" in codes or is_no(row.text("passed")):
        return False
    return True if "passed" in codes or (row.text("passed") and "attended" in codes[1:]) else None


def _score(text: str) -> int | None:
    if match := _OUT_OF.fullmatch(text.strip()):
        most = float(match[2])
        share = float(match[1].replace(",", ".")) / most if most else 2.0
        return round(100 * share) if share <= 1 else None
    match = _SCORE.fullmatch(text.strip())
    if match is None:
        return None
    number = float(f"{match[1]}.{match[2] or 0}")
    if match[2] and number <= 1 and "%" not in text:
        number *= 100  # what a spreadsheet makes of 85 %
    return round(number) if number <= 100 else None


def _minutes(row: TableRow) -> int | None:
    text = row.text("minutes")
    if match := re.fullmatch(r"(\d{1,3}):(\d{2})(?::\d{2})?", text):
        return int(match[1]) * 60 + int(match[2])
    if text.isdecimal():
        heading = normal(row.table.headings[row.table.columns("minutes")[0]])
        hours = re.search(r"hour|stunden|heure|hora|час", heading)
        return int(text) * (60 if hours else 1)
    return length(text)
