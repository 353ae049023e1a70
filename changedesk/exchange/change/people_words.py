# ruff: noqa: E501 - wide letters count double there
"""The headings of lists of people in the languages in which they are kept."""

import re

from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import ForeignFile, SheetData

_HEADING_ROWS = 11
_FIELDS = (
    ("email", r"e ?mail(?: adress\w*)?|mail|courriel|correo(?: electrónico)?|электронная почта|почта|эл почта"),
    ("staff_id", r"(?:employee|staff|personnel) (?:id|no|number|code)|personalnummer|personal nr|matricule|matrícula|número de (?:empleado|funcionário)|табельный номер|табель"),
    ("role", r"job title|position|job|funktion|stelle|rolle|poste|fonction|rôle|puesto|cargo|função|должность|роль"),
    ("site", r"site|location|office|standort|büro|lieu|sede|ubicación|local|unidade|площадка|офис|город"),
    ("group", r"team|group|department|abteilung|gruppe|équipe|groupe|service|equipo|grupo|departamento|equipe|отдел|группа|команда|подразделение"),
    ("name", r"name|full name|vollständiger name|mitarbeiter(?:in)?|nom(?: complet)?|nom et prénom|nombre(?: completo)?|nombre y apellidos?|nome(?: completo)?|colaborador(?:a)?|фио|имя|имя и фамилия|сотрудник"),
)  # fmt: skip


def person_headings(file: ForeignFile) -> dict[str, str]:
    """Return "heading" → field of people for the headings of a file that other languages give."""
    found: dict[str, str] = {}
    for sheet in file.sheets:
        for row in sheet.rows[:_HEADING_ROWS]:
            named = {
                text.strip(): field
                for text in row
                if text.strip() and (field := _field(normal(text)))
            }
            if len(named) >= 2 and "name" in named.values():
                used = set(found.values())
                found |= {text: field for text, field in named.items() if field not in used}
                break
    return found


def clearly_people(file: ForeignFile) -> bool:
    """Tell a file in which every filled sheet begins with headings of people, whatever language."""
    sheets = [sheet for sheet in file.sheets if not sheet.hidden and any(map(any, sheet.rows))]
    return bool(sheets) and all(map(_is_list, sheets))


def _is_list(sheet: SheetData) -> bool:
    row = next(row for row in sheet.rows if any(row))
    texts = [text for text in row if text.strip()]
    fields = {field for text in texts if (field := _field(normal(text)))}
    return {"name"} < fields and len(fields) >= 3 and len(fields) >= 0.6 * len(texts)


def _field(heading: str) -> str:
    return next((name for name, words in _FIELDS if re.fullmatch(words, heading)), "")
