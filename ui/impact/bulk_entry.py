"""Typing impacts one below the other: a new one is of the group and aspect of the one above it."""

from collections.abc import Sequence
from typing import Any

from changedesk.impact.records import Impact
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace


class BulkEntry:
    """Makes impacts on a worker; `above` is the one that the next one is to be like, if any."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.above: int | None = None

    def make(self, change: Change, records: Sequence[dict[str, Any]]) -> list[int]:
        """Add impacts within a change; by now the edit of the one above is saved."""
        above, self.above = self.above, None
        found = self._workspace.find(Impact, id=above) if above is not None else None
        if found is not None:
            like = {"group": found.group_id, "aspect": found.aspect}
            records = [{**like, **record} for record in records]
        return change.add_many(Impact, records)
