"""From a workspace to a proposal of sessions and back: read, search, apply as one change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.training.proposal_reading import Frame, Wish, read_frame
from changedesk.training.records import Enrolment, TrainingSession
from changedesk.training.scheduling import Placement, Proposal, Slot, Span
from changedesk.training.scheduling_search import propose
from changedesk.training.sessions import enrolments, session_row


@dataclass(frozen=True)
class Draft:
    """A proposal with what it was made from; `moves`, `adds` and `takes_out` count people."""

    project: int
    wish: Wish
    frame: Frame
    proposal: Proposal
    adds: int
    moves: int
    takes_out: int

    @property
    def changes(self) -> bool:
        """Tell whether applying it would change anything."""
        return bool(self.adds or self.moves or self.takes_out or self.proposal.new)

    @property
    def slots(self) -> list[Slot]:
        """Return the sessions that it may put people into, old and new, by time."""
        known = [one for one in self.frame.instance.sessions if one.open]
        return sorted((*known, *self.proposal.new), key=lambda one: (one.starts, one.id))

    def inside(self) -> Mapping[int, list[int]]:
        """Return who is in each session."""
        found: dict[int, list[int]] = {}
        for one in self.proposal.placements:
            found.setdefault(one.session, []).append(one.person)
        return found

    def away_at_once(self) -> Mapping[int, tuple[int, int | None]]:
        """Return, for each group with a share, the most of it off the floor, and when."""
        slots = {one.id: one for one in (*self.frame.instance.sessions, *self.proposal.new)}
        groups = {one.id: one.groups for one in self.frame.instance.people}
        spans: dict[int, list[Span]] = {group: [] for group in self.frame.instance.most}
        for one in self.proposal.placements:
            slot = slots[one.session]
            for group in groups[one.person] & spans.keys():
                spans[group].append((slot.starts, slot.ends))
        return {group: _most_at_once(own) for group, own in spans.items()}


def draft(workspace: Workspace, project: int, wish: Wish) -> Draft:
    """Return a proposal for the chosen courses; nothing is written."""
    frame = read_frame(workspace, project, wish)
    proposal = propose(frame.instance)
    fresh, moved, gone = _differences(frame, proposal)
    return Draft(project, wish, frame, proposal, len(fresh), len(moved), len(gone))


def apply(workspace: Workspace, draft: Draft) -> int:
    """Make the sessions and enrolments of a proposal, as one change; return how many have a place.

    Raises UserError when the workspace changed since the proposal was made.
    """
    if workspace.journal_length() != draft.frame.length:
        raise UserError("Something changed since this was proposed: propose a schedule again.")
    fresh, moved, gone = _differences(draft.frame, draft.proposal)
    placed = len(fresh) + len(moved)
    many = "1 person" if placed == 1 else f"{placed} people"
    with workspace.change(f"Schedule {many} for training") as change:
        keys = {}
        for slot in draft.proposal.new:
            record = change.add(
                TrainingSession(
                    project=draft.project,
                    course=slot.course,
                    starts=slot.starts * 60_000,
                    time_zone=draft.wish.zone,
                )
            )
            keys[slot.id] = int(record.id)
        if gone:
            change.delete_many(Enrolment, gone)
        change.set_many(
            Enrolment,
            {key: {"session": keys.get(session, session)} for key, session in moved.items()},
        )
        change.add_many(
            Enrolment,
            [
                {"session": keys.get(one.session, one.session), "person": one.person}
                for one in fresh
            ],
        )
    return placed


def move_by_hand(workspace: Workspace, keys: Sequence[int], session: int) -> int:
    """Put people into another session of the same course and fix them there; return how many.

    A later proposal leaves them alone. Raises UserError for a session of another course; who is in
    it already stays where she is.
    """
    row = session_row(workspace, session)
    known = {one.person for one in enrolments(workspace, session)}
    moved = {}
    for key in keys:
        one = workspace.get(Enrolment, key)
        if session_row(workspace, one.session_id).course != row.course:
            raise UserError(f"{row.code} is a session of another course.")
        if one.person_id not in known:
            known.add(one.person_id)
            moved[key] = {"session": session, "fixed": True}
    if moved:
        many = "1 person" if len(moved) == 1 else f"{len(moved)} people"
        with workspace.change(f"Move {many} to {row.code}") as change:
            change.set_many(Enrolment, moved)
    return len(moved)


def _differences(
    frame: Frame, proposal: Proposal
) -> tuple[list[Placement], dict[int, int], list[int]]:
    """Return who is new, which enrolments move to which session, and which are taken out."""
    course_of = {one.id: one.course for one in (*frame.instance.sessions, *proposal.new)}
    before = set(frame.instance.current)
    after = set(proposal.placements) - set(frame.instance.fixed)
    left = {
        (one.person, course_of[one.session]): frame.enrolments[one]
        for one in sorted(before - after)
    }
    fresh: list[Placement] = []
    moved: dict[int, int] = {}
    for one in sorted(after - before):
        key = left.pop((one.person, course_of[one.session]), None)
        if key is None:
            fresh.append(one)
        else:
            moved[key] = one.session
    return fresh, moved, sorted(left.values())


def _most_at_once(spans: Sequence[Span]) -> tuple[int, int | None]:
    change: Counter[int] = Counter()
    for start, end in spans:
        change[start] += 1
        change[end] -= 1
    here, most, when = 0, 0, None
    for moment in sorted(change):
        here += change[moment]
        if here > most:
            most, when = here, moment
    return most, when
