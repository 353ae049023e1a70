"""Several results of one script: columns for each tester or cycle, or a row for each tester."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from changedesk.exchange import outcomes
from changedesk.exchange.columns import Round
from changedesk.exchange.drafts import RoundDraft, ScriptDraft
from changedesk.exchange.headings import fields_of

_NO_NAMES = (
    "cycle zyklus testzyklus cyclus cykl ciclo цикл round runde testrunde ronda tour rodada "
    "giro sprint iteration itération iteración iteração iteratie run lauf testlauf durchlauf "
    "durchgang phase fase wave welle vague pass attempt versuch essai intento tentativa "
    "poging test tests testing retest uat sit qa dev prod production staging preprod build "
    "release version drop week woche semaine semana settimana day tag jour día dag kw chrome "
    "firefox safari edge browser ios android iphone ipad windows mac macos linux desktop "
    "mobile tablet web app environment env umgebung environnement entorno ambiente first "
    "second third final initial erste zweite dritte premier deuxième execution exécution "
    "ejecución execução esecuzione result results status old new before after regression "
    "smoke"
)
_CYCLE_WORDS = frozenset(_NO_NAMES.split())
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}\.?")
_TESTER = re.compile(
    r"(?:(?:uat )?(?:tester|testeur|testeuse|testerin|prüfer|prüferin|probador|testador|"
    r"collaudatore|user|benutzer|utilisateur|usuario|person))\s*[:\-–]?\s*(.*)",
    re.IGNORECASE,
)


def named(rounds: Sequence[Round]) -> bool:
    """Tell results of several testers or cycles, each under a name of its own."""
    labels = [r.label for r in rounds if r.has_outcome]
    return len(labels) > 1 and len(set(labels)) == len(labels)


def are_testers(labels: Sequence[str]) -> bool:
    """Tell names of people from those of cycles, browsers or environments."""
    return all(label and (_TESTER.fullmatch(label) or _is_name(label)) for label in labels)


def _is_name(label: str) -> bool:
    if not _NAME.fullmatch(label) or fields_of(label) or outcomes.heading_meaning(label):
        return False
    words = re.findall(r"[^\W\d_]+", label)
    return not label[0].islower() and not {word.lower() for word in words} & _CYCLE_WORDS


def name_in(label: str) -> str:
    """Return the name in a heading such as "Tester: Anna"; "Tester 1" is a name as well."""
    match = _TESTER.fullmatch(label)
    return match[1] if match and match[1] and not match[1].isdigit() else label


def with_cycles(drafts: list[ScriptDraft], rounds: Sequence[Round]) -> list[ScriptDraft]:
    """Plan scripts without any result in the last cycle that has results."""
    used = {one.cycle for draft in drafts for one in draft.rounds if has_result(one)}
    labels = [r.label for r in rounds if r.label in used]
    if not labels:
        return drafts
    open_one = RoundDraft(cycle=labels[-1])
    return [draft if draft.rounds else replace(draft, rounds=(open_one,)) for draft in drafts]


def has_result(one: ScriptDraft | RoundDraft) -> bool:
    """Tell whether anything was recorded, for the whole or for a step."""
    return one.outcome is not None or any(step.outcome is not None for step in one.steps)


def joined(drafts: Iterable[ScriptDraft]) -> list[ScriptDraft]:
    """Join scripts that stand once for each tester: same id, same words, another tester.

    They are one script with a run for each. Everything else of one id stays as it is.
    """
    drafts = list(drafts)
    alike: dict[object, list[ScriptDraft]] = {}
    groups = [alike.setdefault(_words(draft), []) for draft in drafts]
    for draft, same in zip(drafts, groups, strict=True):
        same.append(draft)
    made = []
    for draft, same in zip(drafts, groups, strict=True):
        several = len(same) > 1 and len({one.tester for one in same} - {""}) == len(same)
        if not several or not draft.source_id or draft.rounds:
            made.append(draft)
        elif draft is same[0]:
            made.append(_as_one(same))
    return made


def _words(draft: ScriptDraft) -> tuple[object, ...]:
    steps = tuple((step.do, step.data, step.expected) for step in draft.steps)
    return draft.where.sheet, draft.source_id, draft.area, draft.title, steps


def _as_one(same: Sequence[ScriptDraft]) -> ScriptDraft:
    rounds = tuple(
        RoundDraft(
            "", one.tester, one.outcome, one.actual, one.comment, one.performed_on, one.steps
        )
        for one in same
    )
    further = tuple(dict.fromkeys(pair for one in same for pair in one.further))
    return replace(same[0], rounds=rounds, further=further)
