"""What a person should look at after copies were put together, beside what must be decided."""

from collections import Counter
from collections.abc import Iterator

from changedesk.store.merging import MergeAccount
from changedesk.store.workspace import Workspace
from changedesk.uat.versions import made_apart


def to_look_at(workspace: Workspace, account: MergeAccount) -> list[str]:
    """Return, in sentences, what came in that nobody decides and that changes what was settled."""
    if account.dry_run or account.nothing_new:
        return []
    with workspace.snapshot():
        return [
            *_late(workspace, account),
            *_apart(workspace, account),
            *_reworded(workspace, account),
        ]


def _late(workspace: Workspace, account: MergeAccount) -> Iterator[str]:
    if not account.created.get("step_result"):
        return
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT c.code, o.h FROM cycle c JOIN run ON run.cycle_id = c.id "
            "JOIN step_result r ON r.run_id = run.id JOIN entity e ON e.id = r.id "
            "JOIN op o ON o.id = e.op WHERE c.status = 'closed'"
        )
    came = Counter(code for code, h in rows if bytes(h) in account.hashes)
    for code, count in sorted(came.items()):
        what = "1 result came in that was" if count == 1 else f"{count:,} results came in that were"
        yield (
            f"{code} is closed, and {what} not here before: look at its figures, and have it "
            "signed again if it was signed."
        )


def _apart(workspace: Workspace, account: MergeAccount) -> Iterator[str]:
    if account.created.get("script_version"):
        yield from (f"{one.code} {one.title}: {one.why}" for one in made_apart(workspace))


def _reworded(workspace: Workspace, account: MergeAccount) -> Iterator[str]:
    """Tell of steps with results here whose words the other copy changed without knowing them."""
    if not (account.created.get("step") or account.updated.get("step")):
        return
    # What was run here has its version from before; who had seen that run made a new version.
    with workspace.connected() as sql:
        runs = sql.rows(
            "SELECT run.version_id, o.h FROM run JOIN head h ON h.ent = run.id "
            "JOIN op o ON o.id = h.op WHERE h.field = 'started' AND run.started IS NOT NULL"
        )
        run_here = {version for version, h in runs if bytes(h) not in account.hashes}
        rows = sql.by_keys(
            "SELECT s.code, s.title, o.h FROM script_version v JOIN script s ON s.id = v.script_id "
            "JOIN step ON step.version_id = v.id JOIN op o ON o.ent = step.id "
            "WHERE v.id IN ({keys})",
            run_here,
        )
    for code, title in sorted(
        {(row[0], row[1]) for row in rows if bytes(row[2]) in account.hashes}
    ):
        yield (
            f"{code} {title}: the other copy changed steps that were run here already: look "
            "whether the results still hold."
        )
