# ruff: noqa: E501 - wide letters count double there
"""Reads what is done about an impact; words that say that nothing is, or not yet, make nothing."""

import re
from collections.abc import Sequence

from changedesk.exchange.change.gathering import Gathering, titled
from changedesk.exchange.change.negation import is_negated
from changedesk.exchange.change.tables import TableRow
from changedesk.exchange.headings import normal
from changedesk.exchange.yes_and_no import is_no, is_tick

Notes = tuple[tuple[str, str], ...]
_COLUMNS = (("comm", "comms"), ("train", "train"), ("other", ""), ("mitigation", ""))
_NONE = frozenset({"n a", "none", ""})
_NOTHING = re.compile(
    r"(?:tbd|tbc|tba|to be (?:defined|determined|decided|confirmed|agreed|planned|discussed|announced|advised|identified))\b.*|"
    r"none\b.*|nothing\b.*|n a|na|nil|open|pending|unknown|unclear|undecided|undefined|"
    r"(?:no|without) (?:\w+ ){0,2}(?:actions?|mitigations?|measures?|interventions?|training|comms?|communications?|plans?|support|changes?|coaching|workshops?)\b.*|"
    r".*\bnot (?:yet )?(?:needed|required|necessary|planned|defined|decided|determined|applicable|known|available|identified|agreed)\b.*|not yet|"
    r"keine?|keine[rs]?\b.*|nichts?\b.*|noch (?:offen|unklar|zu klären|nicht\b.*|keine?\b.*)|offen|unklar|entfällt|zu (?:klären|definieren)|ohne (?:maßnahmen?|schulung)|.*\bnicht (?:nötig|erforderlich|geplant|notwendig|vorgesehen)|"
    r"aucune?\b.*|rien\b.*|néant|sans (?:objet|action|mesure)|(?:à|reste à) (?:définir|déterminer|confirmer|préciser)\b.*|pas (?:de|d|encore)\b.*|non (?:défini|requis|nécessaire|prévu|applicable)e?s?|"
    r"ning(?:uno|una|ún)\b.*|nada|por (?:definir|determinar|confirmar)|a definir|sin (?:definir|acción|acciones|medidas?)|no (?:aplica|definido|requerido|necesario)|pendiente|"
    r"nenhum(?:a)?\b.*|sem (?:ação|ações|medidas?|definição)|não (?:aplicável|definid[oa]|necessári[oa]|requerid[oa])|pendente|"
    r"нет\b.*|ничего|не (?:требуется|нужно|нужны|определено|определены|запланировано|планируется|предусмотрено)|уточняется|будет определено|без (?:мер|действий)"
)
_KINDS = (
    ("train", re.compile(r"train|course|workshop|e ?learning|schul|formation|capacit|обучен")),
    ("job_aid", re.compile(r"job aid|guide|manual|faq|cheat|leitfaden|anleitung|guía|инструкц")),
    ("coach", re.compile(r"coach|mentor|shadow|support|betreu|accompagn|acompañ|наставн")),
    ("comms", re.compile(r"\bcomms?\b|commun|message|mail|meeting|brief|inform|kommunik|comunic|коммуник|встреч")),
    ("design", re.compile(r"design|process|system|redesign|prozess|процесс")),
)  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:[,;&+/\n]|\b(?:and|und|et|y|e|и)\b)\s*")
_NOTHING_DONE = (
    "nothing is done yet by {}. No mitigation was made of that, and the words are kept: write "
    "what is done."
)


def mitigations_in(row: TableRow, work: Gathering) -> tuple[Notes, Notes]:
    """Return (kind, what) of all that is done, and the cells that say that nothing is."""
    done: list[tuple[str, str]] = []
    nothing: list[tuple[str, str]] = []
    for field, kind in _COLUMNS:
        for heading, text in row.all(field):
            folded = normal(text)
            denied = is_no(text) or folded in _NONE
            if is_tick(text):
                what = heading.rpartition(" / ")[2]
                done.append((kind or _kind(what) or "design", titled(what)))
            elif denied and kind:
                continue
            elif denied or _NOTHING.fullmatch(folded):
                work.doubt(heading, _NOTHING_DONE, text, row.where)
                nothing.append((heading, text))
            else:
                done += [(kind, titled(text))] if kind else _split(text)
    return tuple(done), tuple(nothing)


def _split(text: str) -> Sequence[tuple[str, str]]:
    """Return the parts of a text that are of different kinds: “Comms and training” is two."""
    found: list[tuple[str, int]] = []
    starts = [0, *(match.end() for match in _BETWEEN.finditer(text))]
    ends = [*(match.start() for match in _BETWEEN.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=True):
        kind = _kind(text[start:end])
        if kind and (not found or found[-1][0] != kind):
            found.append((kind, start))
    if len({kind for kind, _ in found}) < 2 or len(found) != len({kind for kind, _ in found}):
        return [(_kind(text) or "design", titled(text))]
    # What stands before the first part that is known, and after each, belongs to it.
    begins = [0, *(start for _, start in found[1:])]
    until = [ends[starts.index(start) - 1] for start in begins[1:]]
    return [
        (kind, titled(text[start:end]))
        for (kind, _), start, end in zip(found, begins, [*until, len(text)], strict=True)
    ]


def _kind(what: str) -> str:
    folded = normal(what)
    if is_negated(folded):
        return ""
    return next((code for code, words in _KINDS if words.search(folded)), "")
