"""Taking in lists of people and of groups from somebody's own workbook."""

from collections.abc import Mapping
from pathlib import Path

from changedesk.exchange.records import RecordImport, read_records
from changedesk.exchange.taking import TakenRecords, take_records
from changedesk.people.records import Person
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace


def read_people(path: Path, mapping: Mapping[str, str] | None = None) -> RecordImport:
    """Read a list of people (name, e-mail, role, site, group); see `read_records`."""
    return read_records(path, spec_of(Person), mapping)


def import_people(workspace: Workspace, found: RecordImport) -> TakenRecords:
    """Take a list of people in; who is there already, by name, is brought up to date."""
    return take_records(workspace, Person, found)
