"""Links: any two records tied by a named relation, whatever areas they belong to.

A link holds the UUIDs of its ends and no reference: it says nothing any more while one of them is
withdrawn, and counts again when that one is brought back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from changedesk.store import fields as f
from changedesk.store.change import Change
from changedesk.store.heads import id_map, journal_values, known
from changedesk.store.history import record_names
from changedesk.store.projection import STANDS
from changedesk.store.records import About, Record
from changedesk.store.workspace import Workspace

TESTED_BY = "tested_by"
DEPENDS_ON = "depends_on"
MITIGATED_BY = "mitigated_by"
"""From an impact to a communication, a course or a need that answers it."""
CALLS_FOR = "calls_for"
"""From an impact to the training need that was drawn from it."""
ADDRESSES = "addresses"
"""From a communication to a group that it is meant for."""
REQUIRES = "requires"
"""From a course to a course that must come first."""
PRACTISES = "practises"
"""From a course to a test script that serves as an exercise."""
SUCCEEDED_BY = "succeeded_by"
"""From a group that was merged or split to what it became, from a question to its rewording."""
RAISED = "raised"
"""From a wave to an entry of the resistance log that one of its comments became."""
ASKS_ABOUT = "asks_about"
"""From a question to an impact that it asks about."""
SHOWS_ADOPTION = "shows_adoption"
"""From an adoption measure to the impact, requirement, course or benefit it speaks of."""

RELATIONS = (
    f.Choice(TESTED_BY, "is tested by"),
    f.Choice(DEPENDS_ON, "depends on"),
    f.Choice(MITIGATED_BY, "is mitigated by"),
    f.Choice(CALLS_FOR, "calls for"),
    f.Choice(ADDRESSES, "addresses"),
    f.Choice(REQUIRES, "requires"),
    f.Choice(PRACTISES, "practises"),
    f.Choice(SUCCEEDED_BY, "is succeeded by"),
    f.Choice(RAISED, "raised"),
    f.Choice(ASKS_ABOUT, "asks about"),
    f.Choice(SHOWS_ADOPTION, "shows adoption of"),
)


class Link(Record):
    """One record tied to another: the first one `relation` the second one."""

    about = About("link", "Link", title_field="relation")
    relation = f.choice("Relation", RELATIONS, required=True, width=16)
    source = f.text("From", hidden=True, searched=False, required=True)
    target = f.text("To", hidden=True, searched=False, required=True)

    class Meta:
        indexes = ((("relation", "source"), False), (("relation", "target"), False))


def links(workspace: Workspace, relation: str) -> dict[int, set[int]]:
    """Return, for each record that has such links, the keys of the records it leads to.

    Ends that are withdrawn are left out.
    """
    rows = workspace.rows(Link.select(Link.source, Link.target).where(Link.relation == relation))
    keys = _keys(workspace, {uid for row in rows for uid in (row.source, row.target)})
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        if row.source in keys and row.target in keys:
            found[keys[row.source]].add(keys[row.target])
    return dict(found)


def told_links(workspace: Workspace, keys: Collection[int]) -> dict[int, str]:
    """Return what links say, also withdrawn ones: what is tied to what, and how."""
    with workspace.connected() as sql:
        said = journal_values(sql, workspace.schema, keys).get("link", {})
        uids = {bytes.fromhex(one[end]) for one in said.values() for end in ("source", "target")}
        ends = {uid.hex(): key for uid, key in id_map(sql, uids).items()}
        names = record_names(sql, workspace.schema, set(ends.values()))
    relations = {choice.code: choice.label for choice in RELATIONS}

    def name(uid: str) -> str:
        return names.get(ends.get(uid, 0), "?")

    return {
        key: f"{name(one['source'])} {how} {name(one['target'])}"
        for key, one in said.items()
        for how in [relations.get(one["relation"], one["relation"])]
    }


def link(
    workspace: Workspace, change: Change, relation: str, pairs: Iterable[tuple[int, int]]
) -> int:
    """Tie records within a change, given as (from, to) keys; return how many links are new."""
    known = links(workspace, relation)
    wanted = [pair for pair in dict.fromkeys(pairs) if pair[1] not in known.get(pair[0], ())]
    uids = _uids(workspace, {key for pair in wanted for key in pair})
    change.add_many(
        Link,
        [{"relation": relation, "source": uids[one], "target": uids[two]} for one, two in wanted],
    )
    return len(wanted)


def unlink(
    workspace: Workspace, change: Change, relation: str, pairs: Collection[tuple[int, int]]
) -> int:
    """Take links away within a change; return how many there were."""
    uids = _uids(workspace, {key for pair in pairs for key in pair})
    named = {(uids[one], uids[two]) for one, two in pairs}
    rows = workspace.rows(
        Link.select(Link.id, Link.source, Link.target).where(Link.relation == relation)
    )
    gone = [row.id for row in rows if (row.source, row.target) in named]
    if gone:
        change.delete_many(Link, gone)
    return len(gone)


def _keys(workspace: Workspace, uids: Collection[str]) -> dict[str, int]:
    with workspace.connected() as sql:
        keys = id_map(sql, map(bytes.fromhex, uids))
        known_here = known(sql, keys.values())
    return {uid.hex(): key for uid, key in keys.items() if known_here[key].state == STANDS}


def _uids(workspace: Workspace, keys: Collection[int]) -> dict[int, str]:
    with workspace.connected() as sql:
        rows = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", keys)
    return {int(key): bytes(uid).hex() for key, uid in rows}
