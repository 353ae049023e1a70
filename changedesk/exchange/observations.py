# ruff: noqa: E501 - wide letters count double there
"""Sheets of observations: what somebody did, what came of it, and what should be done about it.

Each sheet is a round of testing of one release; each observation becomes a defect of it.
"""

import re

from changedesk.exchange.drafts import DefectDraft
from changedesk.exchange.named_tables import Entry, Vocabulary, find_view, further, untitled
from changedesk.exchange.rows import TableView
from changedesk.exchange.script_rows import SourceKeys, content_key
from changedesk.exchange.sheet_kinds import kind_of
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import find_table

_OBSERVATIONS = Vocabulary(
    {
        "id": "no, id, nr, n°, #, number, s no, sl no, sr no, nummer, número, numero, lp, номер, ลำดับ, stt, 番号, 序号",
        "title": "action, actions, activity, step, task, what i did, what was done, test, observation, aktion, tätigkeit, action effectuée, "
        "acción, ação, azione, actie, akcja, действие, ενέργεια, การกระทำ, hành động, aksi, tindakan, eylem, 操作, 動作",
        "outcome": "outcome, result, what happened, observed, observation, response, ergebnis, résultat, resultado, risultato, resultaat, "
        "wynik, результат, αποτέλεσμα, ผลลัพธ์, kết quả, hasil, sonuç, 結果, 结果",
        "remarks": "remarks, remark, comment, comments, notes, note, suggestion, suggestions, recommendation, bemerkung, bemerkungen, "
        "remarque, remarques, observaciones, observações, osservazioni, opmerkingen, uwagi, примечание, замечания, σχόλια, หมายเหตุ, ghi chú, "
        "catatan, açıklama, 備考, 备注",
        "tester": "tester, tested by, by, name, testé par, getestet von",
    },
    frozenset({"title"}),
)  # fmt: skip
_VERSION = re.compile(r"\b(?:v(?:ersion)?\.?\s*)?(\d+(?:\.\d+){1,3}[\w.-]*)", re.IGNORECASE)
_LONGEST_TITLE = 120
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def observations_view(sheet: SheetData) -> TableView | None:
    """Return the table of a sheet of observations; None for every other sheet."""
    if kind_of(sheet, find_table(sheet)) != "observations":
        return None
    view = find_view(sheet, _OBSERVATIONS)
    return view if view is not None and "outcome" in view.columns.fields else None


def read_observation(
    view: TableView, entry: Entry, keys: SourceKeys, seen: dict[str, list[str]]
) -> DefectDraft:
    """Return one observation as a defect of the sheet's cycle; `seen` names earlier sheets of it."""
    first = entry.rows[0]
    action, outcome, remarks = (
        "\n".join(text for row in entry.rows if (text := view.get(row, name)))
        for name in ("title", "outcome", "remarks")
    )
    cycle = " ".join(view.sheet.name.split())
    folded = " ".join(action.lower().split())
    before = [name for name in dict.fromkeys(seen.get(folded, ())) if name != cycle]
    seen.setdefault(folded, []).append(cycle)
    parts = (("", action), ("Outcome", outcome), ("Remarks", remarks))
    ident = view.get(first, "id")
    version = _VERSION.search(cycle)
    again = (("Seen before in", ", ".join(before)),) if before else ()
    return DefectDraft(
        source_id=ident,
        source_key=keys.take(f"{cycle}: {ident or content_key('', action, ())}", cycle),
        title=_title(action) or untitled(view.place(first)),
        where=view.place(first),
        description="\n\n".join(
            f"{label}:\n{text}" if label else text for label, text in parts if text
        ),
        found_by=view.get(first, "tester"),
        build=version[1] if version else "",
        cycle=cycle,
        further=(*again, *further(view, entry)),
    )


def _title(action: str) -> str:
    """Return the first sentence of what was done, on one line."""
    line = " ".join(action.split())
    sentence = _SENTENCE.split(line, maxsplit=1)[0]
    line = sentence if len(sentence) >= 20 else line
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"
