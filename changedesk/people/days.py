"""Days of records: ISO texts, and which stretches of time hold one."""

from datetime import UTC, datetime

from changedesk.store.workspace import Workspace


def today(workspace: Workspace) -> str:
    """Return the local day of the workspace's clock, as records hold days."""
    moment = datetime.fromtimestamp(workspace.clock() / 1000, UTC)
    return moment.astimezone().date().isoformat()


def holds(since: str, until: str, day: str) -> bool:
    """Tell whether a day lies in a stretch: from `since` on, before `until`; empty: open."""
    return (not since or since <= day) and (not until or day < until)
