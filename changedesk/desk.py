"""The whole desk put together: every record type of every area, and how a workspace is opened."""

from pathlib import Path

from changedesk.people.records import Group, Person, Project
from changedesk.store.clock import Clock, system_clock
from changedesk.store.records import Schema
from changedesk.store.workspace import Workspace, create_workspace, open_workspace
from changedesk.uat import records as uat

SCHEMA = Schema(types=(Project, Group, Person, *uat.RECORDS), derivations=uat.DERIVATIONS)


def new_desk(address: str | Path, *, actor: str = "", clock: Clock = system_clock) -> Workspace:
    """Create an empty workspace with every record type; see `create_workspace`."""
    return create_workspace(address, SCHEMA, actor=actor, clock=clock)


def open_desk(
    address: str | Path, *, actor: str = "", clock: Clock = system_clock, window: bool = False
) -> Workspace:
    """Open a workspace; see `open_workspace`."""
    return open_workspace(address, SCHEMA, actor=actor, clock=clock, window=window)
