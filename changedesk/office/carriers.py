"""The identity of a file of ours, read back from each place that still carries it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from changedesk.office.identity import (
    IDENTITY_NAME,
    IDENTITY_PROPERTY,
    META_SHEET,
    SEAL_PROPERTY,
    Identity,
    parse_identity,
)
from changedesk.office.package import Package
from changedesk.store.errors import UserError

Carrier = Literal["properties", "identifier", "name", "hidden sheet"]

_CORE = "docProps/core.xml"


def read_carriers(path: Path, *, sheets: bool = True) -> list[tuple[Carrier, Identity]]:
    """Return each place of the file that still tells its identity, with what it tells.

    Without `sheets` the hidden sheet is left alone, for who reads all sheets anyway.
    """
    with Package(path) as package:
        seal = package.properties().get(SEAL_PROPERTY, "")
        lines = list(_lines(package, sheets=sheets))
        found = [(carrier, parse_identity(line, seal)) for carrier, line in lines]
    return [(carrier, identity) for carrier, identity in found if identity is not None]


def read_identity(path: Path) -> Identity | None:
    """Return the identity that the file carries, None when it is not one of ours.

    Raises UserError when its carriers name different exports: somebody mixed two files.
    """
    found = [identity for _, identity in read_carriers(path)]
    if len({(one.export_id, one.workspace_uid, one.kind) for one in found}) > 1:
        raise UserError(
            f"{path.name} carries the marks of two different exports: open it and see which table "
            "was copied into it, or export afresh."
        )
    return found[0] if found else None


def _lines(package: Package, *, sheets: bool) -> Iterator[tuple[Carrier, str]]:
    if line := package.properties().get(IDENTITY_PROPERTY):
        yield "properties", line
    if package.has(_CORE):
        for item in package.tree(_CORE).iter("{*}identifier"):
            yield "identifier", item.text or ""
    if not package.is_document:
        for item in package.tree(package.main).iter("{*}definedName"):
            if item.get("name") == IDENTITY_NAME:
                yield "name", item.text or ""
        if sheets:
            yield from _hidden_sheet(package)


def _hidden_sheet(package: Package) -> Iterator[tuple[Carrier, str]]:
    # A returned file is read in a process of its own, which asks for no sheets here: what the
    # library takes to load would be a third of its time.
    from changedesk.office.read_xlsx import sheet_cells  # noqa: PLC0415

    for name, part in package.sheets():
        if name == META_SHEET:
            for place, _, text in sheet_cells(package, part):
                if place == "B1":
                    yield "hidden sheet", text
                    return
