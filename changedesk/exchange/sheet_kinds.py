# ruff: noqa: E501 - wide letters count double there
"""What a sheet of a workbook is for, so that instructions and lists do not become scripts."""

import re
from collections.abc import Mapping

from changedesk.exchange.drafts import SheetKind
from changedesk.exchange.headings import fields_of, normal
from changedesk.exchange.outcomes import is_result, read
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import Table, find_table

_NAMES: dict[SheetKind, str] = {
    "example": r"examples?|samples?|beispiele?|muster|exemples?|ejemplos?|exemplos?|esempi[o]?|"
     r"voorbeeld(?:en)?|przykład(?:y)?|пример(?:ы)?|παράδειγμα|ตัวอย่าง|ví dụ|contoh|örnek|例|サンプル|示例|范例",
    "instructions": r"instructions?|how to.*|read ?me|guide(?:lines?)?|help|anleitung|hinweise?|"
     r"mode d emploi|consignes|instrucciones|instruções|istruzioni|instructies|instrukcja|"
     r"инструкция|οδηγίες|คำแนะนำ|คำอธิบาย|hướng dẫn|petunjuk|panduan|talimat(?:lar)?|説明|使い方|说明|"
     r"desc(?:ription)?s?|field descriptions?",
    "defects": r"(?:.* )?(?:defects?|bugs?|issues?|fehler|mängel|anomalies|defectos|defeitos|difetti|"
     r"błędy|дефекты|баги|lỗi)(?: (?:log|list|tracker|register|report|liste|logs?))?",
    "revisions": r"revisions?(?: history| log)?|change ?log|change history|version history|history|"
     r"versions?|document (?:history|control)|änderungs(?:historie|verlauf)|historique|historial|"
     r"histórico|改訂履歴|変更履歴|修订记录|lịch sử.*",
    "cover": r"cover(?: (?:page|sheet))?|title(?: page)?|front(?: page)?|deckblatt|page de garde|"
     r"portada|capa|copertina|voorblad|表紙|封面|sign ?off|approvals?",
    "summary": r"summary|test summary|dashboard|overview|statistics|stats|metrics|charts?|"
     r"test report|report|zusammenfassung|übersicht|auswertung|résumé|synthèse|resumen|resumo|riepilogo|"
     r"samenvatting|podsumowanie|сводка|σύνοψη|สรุป|tổng hợp|ringkasan|rekap|özet|集計|サマリ|汇总|概要",
    "list": r"refs?|references?|lists?|lookups?|look ups?|drop ?downs?|data validation|validations?|"
     r"master data|config(?:uration)?|settings|legend|values|listen|werte|listes?|listas?|legende|"
     r"status(?:es)?|choices|リスト|マスタ|列表|字典",
    "requirements": r"requirements?|rtm|traceability(?: matrix)?|requirements traceability matrix|"
     r"anforderungen|exigences|requisitos|requisiti|требования|要件|需求",
}  # fmt: skip
_BY_NAME = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMES.items())

WHY: Mapping[SheetKind, str] = {
    "example": "the sheet shows examples",
    "instructions": "the sheet explains how to fill in the others",
    "defects": "the sheet is a log of defects, not of scripts",
    "revisions": "the sheet is a history of versions",
    "cover": "the sheet is a cover page",
    "summary": "the sheet adds up figures",
    "list": "the sheet is a list of values to choose from",
    "requirements": "the sheet lists requirements, not scripts",
    "observations": "the sheet lists observations, not scripts: what was seen, and whether to fix it",
    "empty": "the sheet is empty",
    "unknown": "no row in it names columns such as title, steps or expected result",
}

_DEFECT_HEADINGS = re.compile(
    r"(?:defect|bug)(?: (?:id|no|number|title|summary|name|description|type|status))?|"
    r"steps to reproduce|reproduce|reproducibility|reported by|reported on|raised by|detected by|"
    r"found (?:in|by|on)|date found|gefunden (?:am|von|in)|gemeldet (?:am|von)|entdeckt (?:am|von)|"
    r"fehler (?:nr|id|nummer)|mangel (?:nr|id)|kritikalität|fehlerklasse|behoben (?:am|in|von)|"
    r"sévérité|gravité|criticité|(?:n°|id|numéro) (?:d )?anomalie|anomalie|signalée? (?:le|par)|"
    r"détectée? (?:le|par|dans)|corrigée? (?:le|par|dans)|gravedad|severidad|criticidad|"
    r"id (?:del )?(?:defecto|error)|defecto|reportado (?:el|por)|detectado (?:el|por|en)|"
    r"fixed (?:in|by|on)|root cause|severity|fehlernummer|schweregrad"
)
_SEVERITY = re.compile(
    r"severity|schweregrad|fehlerklasse|sévérité|gravité|criticité|gravedad|severidad|criticidad"
)
_DEFECT_IDS = re.compile(r"(?:defect|bug) (?:id|no|number|#)|(?:defect|bug)s?|fehlernummer")


def kind_by_name(name: str) -> SheetKind | None:
    """Return what a sheet's name says about it, if it says anything."""
    folded = normal(name)
    return next((kind for kind, pattern in _BY_NAME if pattern.fullmatch(folded)), None)


def kind_of(sheet: SheetData, table: Table | None) -> SheetKind:
    """Return what a sheet is for: "scripts" where its table says so and its name does not object."""
    if not any(text.strip() for row in sheet.rows for text in row):
        return "empty"
    named = kind_by_name(sheet.name)
    if table is None:
        return named or _kind_without_table(sheet)
    if is_defect_table(table):
        return "defects"
    if named in {"example", "instructions", "defects", "revisions"}:
        return named
    strong = {"steps", "expected"} & table.fields and len(table.fields) >= 3
    if named is not None and not strong:
        return named
    if "requirements" in table.fields and not _has_script_fields(table):
        return "requirements"
    if _is_observations(sheet, table):
        return "observations"
    return "scripts"


def is_defect_table(table: Table) -> bool:
    """Tell a defect log by its headings: an id of defects, severity, how to reproduce."""
    headings = [normal(heading.text) for heading in table.headings if heading.text]
    hits = sum(bool(_DEFECT_HEADINGS.fullmatch(heading)) for heading in headings)
    ids = any(_DEFECT_IDS.fullmatch(heading) for heading in headings[:3])
    severe = any(_SEVERITY.fullmatch(heading) for heading in headings)
    if severe and hits >= 2 and not table.fields & {"steps", "expected"}:
        return True
    return hits >= 3 or (hits >= 2 and ids) or ("steps to reproduce" in headings)


def records_results(sheet: SheetData) -> bool:
    """Tell a sheet with a column, headed as one of results, of passes and failures."""
    table = find_table(sheet)
    if table is None or not table.fields & {"outcome", "result"}:
        return False
    for column, heading in enumerate(table.headings):
        if not {name for name, _ in fields_of(heading.text)} & {"outcome", "result"}:
            continue
        texts = [row[column] for row in sheet.rows[table.body :] if column < len(row)]
        decided = [text for text in texts if read(text).outcome in {"pass", "fail"}]
        if decided and len(decided) >= 0.5 * sum(map(bool, texts)):
            return True
    return False


def _is_observations(sheet: SheetData, table: Table) -> bool:
    """Tell "action, outcome, remarks": what somebody did and saw, with nothing expected."""
    says_what = table.fields & {"title", "scenario", "description", "expected", "acceptance"}
    if says_what or "result" not in table.fields or table.fields & {"outcome", "test_data"}:
        return False
    column = next(i for i, h in enumerate(table.headings) if ("result", 10) in fields_of(h.text))
    texts = [row[column] for row in sheet.rows[table.body :] if column < len(row) and row[column]]
    return bool(texts) and sum(map(is_result, texts)) < 0.2 * len(texts)


def _has_script_fields(table: Table) -> bool:
    return bool(table.fields & {"steps", "expected", "outcome", "result", "actual", "scenario"})


def _kind_without_table(sheet: SheetData) -> SheetKind:
    filled = [[text for text in row if text.strip()] for row in sheet.rows]
    rows = [row for row in filled if row]
    texts = [text for row in rows for text in row]
    if len(max(rows, key=len)) <= 2 and len(rows) <= 60:
        long = sum(len(text) > 40 for text in texts)
        return "instructions" if long >= 0.3 * len(texts) else "list"
    return "unknown"
