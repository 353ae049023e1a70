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
        return [*_late(workspace, account), *_apart(workspace, account)]


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
