"""How many records there are, by the names of the contract."""

from changedesk.store.workspace import Workspace
from changedesk.uat.queries import current_steps

_NAMES = {"step_result": "result"}


def shown_counts(workspace: Workspace) -> dict[str, int]:
    """Return a count for every record type; steps are those of the scripts as they are now."""
    counts = {_NAMES.get(name, name): n for name, n in workspace.counts().items()}
    counts["step"] = current_steps(workspace)
    return counts
