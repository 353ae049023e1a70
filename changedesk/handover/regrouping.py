"""Groups that become one, with what every area still has to do for them.

What is over stays where it was: a closed impact or a message that was sent tells of the group that
it concerned.
"""

from collections.abc import Collection, Sequence

from changedesk.impact.records import Champion, Communication, Impact, ResistanceEntry, Stakeholder
from changedesk.people import regrouping
from changedesk.people.links import ADDRESSES, link, links
from changedesk.store.change import Change
from changedesk.store.records import Record
from changedesk.store.workspace import Workspace
from changedesk.training.records import Need

_OVER: dict[type[Record], tuple[str, ...]] = {
    Impact: ("closed", "cancelled"),
    Stakeholder: (),
    ResistanceEntry: ("resolved", "accepted"),
    Champion: (),
    Need: ("met", "dropped"),
}
"""What belongs to a group, and the states in which it is history."""


def merge_groups(workspace: Workspace, groups: Collection[int], name: str, day: str) -> int:
    """Make one group out of several from a day on, as one change; return its key.

    Open impacts, needs and resistance, stakeholders, champions and messages still to be sent go
    to the new group. See `people.regrouping.merge_groups`.
    """

    def take_along(change: Change, old: Sequence[int], made: int) -> None:
        for record_type, over in _OVER.items():
            _move(workspace, change, record_type, over, old, made)
        _address(workspace, change, old, made)

    return regrouping.merge_groups(workspace, groups, name, day, also=take_along)


def _move(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    over: tuple[str, ...],
    old: Sequence[int],
    made: int,
) -> None:
    fields = record_type._meta.fields
    wanted = fields["group"].in_(list(old))
    if over:
        wanted &= fields["status"].not_in(list(over))
    rows = workspace.rows(record_type.select(record_type.id).where(wanted))
    change.set_many(record_type, {row.id: {"group": made} for row in rows})


def _address(workspace: Workspace, change: Change, old: Sequence[int], made: int) -> None:
    rows = workspace.rows(
        Communication.select(Communication.id).where(
            Communication.status.not_in(["sent", "cancelled"])
        )
    )
    open_messages = {row.id for row in rows}
    meant = links(workspace, ADDRESSES)
    pairs = [(key, made) for key in sorted(open_messages) if meant.get(key, set()) & set(old)]
    link(workspace, change, ADDRESSES, pairs)
