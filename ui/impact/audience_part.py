"""Reading and writing the groups that a communication is meant for; on a worker."""

from changedesk.impact.communications import set_audience
from changedesk.people.groups import tree
from changedesk.people.links import ADDRESSES, links
from changedesk.store.workspace import Workspace


def read_audience(workspace: Workspace, communication: int) -> list[tuple[str, int, bool]]:
    """Return all groups in tree order, those that the message is meant for with a tick."""
    ticked = links(workspace, ADDRESSES).get(communication, set())
    found = []
    for node in tree(workspace):
        if node.until and node.id not in ticked:
            continue
        size = f" · {node.people}" if node.people is not None else ""
        found.append((f"{'    ' * node.depth}{node.name}{size}", node.id, node.id in ticked))
    return found


def write_audience(workspace: Workspace, communication: int, groups: set[int]) -> None:
    """Say which groups a communication is meant for."""
    set_audience(workspace, communication, groups)
