"""Several results of one script: columns for each tester or cycle, or a row for each tester."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from changedesk.exchange.drafts import RoundDraft, ScriptDraft
from changedesk.exchange.table_columns import Round


def named(rounds: Sequence[Round]) -> bool:
    """Tell results of several testers or cycles, each under a name of its own."""
    labels = [r.label for r in rounds if r.has_outcome]
    return len(labels) > 1 and len(set(labels)) == len(labels)


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
