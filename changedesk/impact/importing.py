"""Takes in registers of stakeholders, impacts and communications within a change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.keyed import fill_in, known_keys, take_keyed
from changedesk.exchange.making import Taken
from changedesk.impact.records import (
    Communication,
    Impact,
    Mitigation,
    ResistanceEntry,
    Stakeholder,
)
from changedesk.impact.stale_ratings import without_stale
from changedesk.people.importing import Cast, folded
from changedesk.people.links import ADDRESSES, link
from changedesk.store.change import Change
from changedesk.store.rows import column_values
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

_FORM_LENGTH = 12
_NAMED = 6
_PAIRS = (
    ("power", "power_said"), ("interest", "interest_said"), ("influence", "influence_said"),
    ("impact", "impact_said"),
)  # fmt: skip


def take_stakeholders(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Make or update stakeholders; reasons of those who are not for the change are resistance.

    One that another source brought, or somebody typed, is known by its name: what it says stays,
    and what it leaves empty is filled.
    """
    known = known_keys(workspace, Stakeholder, project)
    named = _named(workspace, project)
    claimed = {known[draft.source_key] for draft in drafts if draft.source_key in known}
    keyed: list[ChangeDraft] = []
    others: dict[int, dict[str, Any]] = {}
    keys: dict[int, int] = {}
    for draft in drafts:
        there = known.get(draft.source_key)
        if there is None:
            there = _called_so(named, draft, claimed)
            if there is None:
                keyed.append(draft)
                continue
        elif draft.what != "role":
            keyed.append(draft)
            continue
        # Two plans describe the same role in their own words: the first one stays.
        claimed.add(there)
        others[there] = _stakeholder(draft, cast)
        keys[id(draft)] = there
    fields = [_stakeholder(draft, cast) for draft in keyed]
    _without_stale(workspace, Stakeholder, project, keyed, fields, taken)
    made = take_keyed(
        workspace, change, Stakeholder, project,
        [(draft.source_key, told) for draft, told in zip(keyed, fields, strict=True)], taken,
    )  # fmt: skip
    keys |= {id(draft): key for draft, key in zip(keyed, made, strict=True)}
    told = {key: {k: v for k, v in f.items() if k != "further"} for key, f in others.items()}
    _in_pairs(workspace, told)
    filled = fill_in(workspace, change, Stakeholder, told, taken)
    taken.alter("stakeholder", len(filled))
    taken.unchanged += len(others) - len(filled)
    _take_resistance(workspace, change, project, drafts, keys, taken)


def _without_stale(
    workspace: Workspace,
    record_type: type[Stakeholder] | type[Impact],
    project: int,
    drafts: Sequence[ChangeDraft],
    fields: Sequence[dict[str, Any]],
    taken: Taken,
) -> None:
    keyed = record_type.source_key != ""
    rows = workspace.rows(record_type.select().where((record_type.project == project) & keyed))
    there = {row.source_key: row for row in rows}
    known = [
        (there[draft.source_key], draft, told)
        for draft, told in zip(drafts, fields, strict=True)
        if draft.source_key in there
    ]
    without_stale(record_type, known, taken)


def _in_pairs(workspace: Workspace, told: Mapping[int, dict[str, Any]]) -> None:
    """Leave out a number whose words are there already, and words beside another's number."""
    with workspace.connected() as sql:
        for pair in _PAIRS:
            there = [column_values(sql, Stakeholder, name, list(told)) for name in pair]
            for key, fields in told.items():
                if any(values.get(key) not in (None, "") for values in there):
                    for name in pair:
                        fields.pop(name, None)


def _named(workspace: Workspace, project: int) -> dict[str, list[tuple[int, str]]]:
    rows = workspace.rows(
        Stakeholder.select(Stakeholder.id, Stakeholder.name, Stakeholder.source_key).where(
            Stakeholder.project == project
        )
    )
    named: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        named.setdefault(folded(row.name), []).append((row.id, row.source_key))
    return named


def _called_so(
    named: Mapping[str, Sequence[tuple[int, str]]], draft: ChangeDraft, claimed: set[int]
) -> int | None:
    form = draft.source_key[:_FORM_LENGTH]
    found = [
        key
        for key, source in named.get(folded(draft.title), ())
        if source[:_FORM_LENGTH] != form and key not in claimed
    ]
    return found[0] if len(found) == 1 else None


def _stakeholder(draft: ChangeDraft, cast: Cast) -> dict[str, Any]:
    fields = {"name": draft.title, **draft.fields()}
    group = cast.group(draft.name("group"))
    if group is not None:
        fields["group"] = group
    people = cast.people.find(draft.name("person") or draft.title, {})
    if len(people) == 1 and draft.values.get("kind") == "person":
        fields["person"] = people[0]
    return fields


def _take_resistance(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    keys: Mapping[int, int],
    taken: Taken,
) -> None:
    rows = workspace.rows(
        ResistanceEntry.select(ResistanceEntry.stakeholder, ResistanceEntry.title).where(
            ResistanceEntry.project == project
        )
    )
    there = {(row.stakeholder, folded(row.title)) for row in rows}
    fresh = []
    for draft in drafts:
        stakeholder = keys[id(draft)]
        for what, reason in draft.notes:
            said = clean(reason)
            if what == "resistance" and (stakeholder, folded(said)) not in there:
                there.add((stakeholder, folded(said)))
                fresh.append({"project": project, "title": said, "stakeholder": stakeholder})
    change.add_many(ResistanceEntry, fresh)
    taken.add("resistance_entry", len(fresh))


def _known_rows(
    workspace: Workspace,
    project: int,
    drafts: Sequence[ChangeDraft],
    every: Sequence[Mapping[str, Any]],
) -> list[str]:
    """Return the keys by which impacts are known: a row that names other groups is the same row.

    The impact of a row's only group is known by the row, each of several by row and group.
    """
    rows = workspace.rows(
        Impact.select(Impact.source_key, Impact.group).where(
            (Impact.project == project) & (Impact.source_key != "")
        )
    )
    there = {row.source_key: row.group for row in rows}
    groups_of: dict[str, set[int | None]] = defaultdict(set)
    bases = [one.source_key.removesuffix(f"@{one.name('group')}") for one in drafts]
    for base, fields in zip(bases, every, strict=True):
        groups_of[base].add(fields.get("group"))
    found, claimed = [], set()
    for base, draft, fields in zip(bases, drafts, every, strict=True):
        own = f"{base}@{draft.name('group')}"
        if own in there:
            found.append(own)
        elif (
            base not in claimed
            and base in there
            and (there[base] == fields.get("group") or there[base] not in groups_of[base])
        ):
            claimed.add(base)
            found.append(base)
        else:
            found.append(own if base in there or len(groups_of[base]) > 1 else draft.source_key)
    return found


def take_impacts(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Make or update impacts with what is done about each."""
    every = [_impact(draft, cast) for draft in drafts]
    keys_of_rows = _known_rows(workspace, project, drafts, every)
    drafts = [
        replace(draft, source_key=key) for draft, key in zip(drafts, keys_of_rows, strict=True)
    ]
    _without_stale(workspace, Impact, project, drafts, every, taken)
    told = list(zip(keys_of_rows, every, strict=True))
    keys = take_keyed(workspace, change, Impact, project, told, taken)
    rows = workspace.rows(Mitigation.select(Mitigation.impact, Mitigation.what))
    there = {(row.impact, folded(row.what)) for row in rows}
    fresh = []
    for key, draft in zip(keys, drafts, strict=True):
        for kind, what in draft.notes:
            if (key, folded(clean(what))) not in there:
                there.add((key, folded(clean(what))))
                fresh.append({"impact": key, "kind": kind, "what": clean(what)})
    change.add_many(Mitigation, fresh)
    taken.add("mitigation", len(fresh))


def _impact(draft: ChangeDraft, cast: Cast) -> dict[str, Any]:
    fields = draft.fields()
    group = cast.group(draft.name("group"))
    if group is not None:
        fields["group"] = group
    return fields


def take_communications(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Make or update communications; those of the audience that are groups here are linked."""
    told = [(draft.source_key, draft.fields()) for draft in drafts]
    keys = take_keyed(workspace, change, Communication, project, told, taken)
    pairs = [
        (key, group)
        for key, draft in zip(keys, drafts, strict=True)
        for name in draft.names.get("group", ())
        if (group := cast.group_found(name)) is not None
    ]
    taken.add("link", link(workspace, change, ADDRESSES, pairs))
    named = {name for draft in drafts for name in draft.names.get("group", ())}
    strange = sorted(name for name in named if cast.group_found(name) is None)
    if strange:
        some = ", ".join(f"“{name}”" for name in strange[:_NAMED])
        more = f" and {len(strange) - _NAMED} more" if len(strange) > _NAMED else ""
        taken.warnings.append(
            f"No group here is called {some}{more}: these messages tell nobody of it. Bring the "
            "groups in, then import the file again."
        )
