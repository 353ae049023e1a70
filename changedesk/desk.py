"""The whole desk put together: every record type of every area, and how a workspace is opened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from changedesk.documents import records as documents
from changedesk.governance import records as governance
from changedesk.impact import records as impact
from changedesk.people import records as people
from changedesk.people.links import Link
from changedesk.store.access import create_workspace, open_workspace
from changedesk.store.clock import Clock, system_clock
from changedesk.store.errors import UserError
from changedesk.store.records import Schema
from changedesk.store.sealed import SEALED_ANSWERS
from changedesk.store.workspace import Workspace
from changedesk.survey import records as survey
from changedesk.training import records as training
from changedesk.uat import records as uat

SCHEMA = Schema(
    types=(
        *people.RECORDS,
        Link,
        *documents.RECORDS,
        *impact.RECORDS,
        *training.RECORDS,
        *uat.RECORDS,
        *survey.RECORDS,
        *governance.RECORDS,
    ),
    derivations=(*training.DERIVATIONS, *uat.DERIVATIONS),
    version=4,
    guards=uat.GUARDS,
    companions=(SEALED_ANSWERS,),
)

MAKER = "ChangeDesk"
"""Who makes the first project of a workspace: no person's change, so nobody undoes it."""


def new_desk(address: str | Path, *, actor: str = "", clock: Clock = system_clock) -> Workspace:
    """Create an empty workspace with every record type; see `create_workspace`."""
    return create_workspace(address, SCHEMA, actor=actor, clock=clock)


def open_desk(
    address: str | Path, *, actor: str = "", clock: Clock = system_clock, window: bool = False
) -> Workspace:
    """Open a workspace; see `open_workspace`."""
    return open_workspace(address, SCHEMA, actor=actor, clock=clock, window=window)


def build_sample(
    address: str | Path,
    size: str = "small",
    *,
    today: date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Create the sample project, `small` or `large`; the same each time, but for its UUIDs.

    The story of the small one ends in March 2026, or in the week that ends on `today`. Raises
    UserError for an unknown size or when there is something at `address` already.
    """
    from changedesk.handover import sample, sample_story  # noqa: PLC0415 - only the sample needs its story

    if size not in sample.SIZES:
        raise UserError(f"There is no sample called {size}: use {' or '.join(sample.SIZES)}.")
    last_day = sample_story.lately(today) if today is not None and size == "small" else None
    clock = sample.start_of_story(last_day)
    workspace = new_desk(address, actor=sample.MANAGER, clock=clock)
    try:
        sample.fill_sample(workspace, clock, size, last_day=last_day, progress=progress)
    except BaseException:
        workspace.close()
        if workspace.path is not None:
            workspace.path.unlink()
        raise
    workspace.close()
