"""Everything that is handed out, with its licence: the notice and the bill of materials."""

import fnmatch
import json
import re
import tomllib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from common.environments import lock
from common.facts import NAME, PACKAGING, PROGRAM, epoch, version
from common.files import files_in
from common.running import Failed

LICENCES = PACKAGING / "licences"
_BINARY = re.compile(r"\.(so(\.[\w.]+)?|dll|pyd|exe|dylib)$", re.IGNORECASE)
_PINNED = re.compile(r"^([a-z0-9-]+)==([\w.+]+)", flags=re.MULTILINE)

NOTICE = """{name} {version} for {system}
{line}

{name} is free software under the MIT licence (licences/changedesk.txt). It brings along the work
of others, each under its own licence; the texts are in the folder licences beside this file.

Qt, Qt for Python (PySide6, Shiboken6), psycopg, keyutils and libxcrypt are used under the GNU
Lesser General Public Licence. They lie in this program as separate files, unchanged. You may
replace them by versions of your own: put your files in the place of those in the folder PySide6,
shiboken6 or psycopg_binary.libs of the installed program. You may change this program for your
own use, and take it apart to find errors of such changes; nothing here forbids it. Their sources
are at the places named below; whoever hands you this program on a medium also hands you these
sources on a medium, on request, for the price of the medium, for three years.

"""


@dataclass(frozen=True)
class Component:
    """A piece of work by somebody: its licence, the names of its texts, and its files."""

    name: str
    licence: str
    text: tuple[str, ...]
    version: str = ""
    lock: bool = False
    files: tuple[str, ...] = ()
    inside: str = ""
    source: str = ""


def components() -> list[Component]:
    """Return all that is declared, in the order in which files are claimed."""
    declared = tomllib.loads((LICENCES / "components.toml").read_text("utf-8"))["component"]
    return [_component(one) for one in declared]


def _component(declared: dict[str, Any]) -> Component:
    lists = {key: tuple(value) for key, value in declared.items() if isinstance(value, list)}
    return Component(**{**declared, **lists})


def locked(system: str) -> dict[str, str]:
    """Return the packages of a runtime lock with their versions."""
    return dict(_PINNED.findall(lock(f"runtime-{system}").read_text("utf-8")))


def problems(systems: Iterable[str] = ("linux", "windows", "macos")) -> list[str]:
    """Return what has no licence, no text, or is declared and no longer used."""
    known = components()
    declared = {one.name for one in known if one.lock}
    used = {name for system in systems for name in locked(system)}
    found = [f"{name} is handed out without a licence" for name in sorted(used - declared)]
    found += [f"{name} is declared and in no lock" for name in sorted(declared - used)]
    for one in known:
        missing = [text for text in one.text if not _text(text).is_file()]
        found += [f"{one.name}: licences/{text}.txt is missing" for text in missing]
        if not one.licence or not one.text:
            found.append(f"{one.name} has no licence or no text of it")
    texts = {text for one in known for text in one.text}
    spare = {path.stem for path in LICENCES.glob("*.txt")} - texts
    return found + [f"licences/{name}.txt belongs to nothing" for name in sorted(spare)]


def unclaimed(folder: Path) -> list[str]:
    """Return the binaries below a folder that belong to no declared component."""
    patterns = [pattern for one in components() for pattern in one.files]
    return [
        place
        for path in files_in(folder)
        if _BINARY.search(place := path.relative_to(folder).as_posix().removeprefix("_internal/"))
        and not any(
            fnmatch.fnmatchcase(place, one) or fnmatch.fnmatchcase(f"/{place}", one)
            for one in patterns
        )
    ]


def refuse_unlicensed(folder: Path) -> None:
    """Raise `Failed` when a component, or a binary in the folder, has no licence."""
    found = problems() + [f"{place} belongs to no component" for place in unclaimed(folder)]
    if found:
        raise Failed("licences are missing:\n" + "\n".join(found))


def notice(system: str) -> str:
    """Return the notice that lies in every box."""
    head = f"{NAME} {version()} for {system}"
    versions = _versions(system)
    lines = []
    for one in _of(system):
        lines.append(f"{one.name} {versions.get(one.name, one.version)}".rstrip())
        lines.append(f"    {one.licence}: {', '.join(f'licences/{name}.txt' for name in one.text)}")
        lines += [f"    in: {one.inside}"] if one.inside else []
        lines += [f"    source: {one.source}"] if one.source else []
    text = NOTICE.format(name=NAME, version=version(), system=system, line="=" * len(head))
    return text + "\n".join(lines) + "\n"


def bill_of_materials(system: str) -> str:
    """Return the CycloneDX bill of what is inside, the same text for the same sources."""
    versions = _versions(system)
    entries = [_entry(one, versions.get(one.name, one.version)) for one in _of(system)]
    namespace = uuid.uuid5(uuid.NAMESPACE_URL, f"https://changedesk.invalid/{system}")
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(namespace, version() + json.dumps(entries))}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch(), UTC).isoformat(),
            "component": {"type": "application", "name": PROGRAM, "version": version()},
        },
        "components": entries,
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _entry(one: Component, number: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"type": "library", "name": one.name}
    if number:
        entry["version"] = number
    entry["licenses"] = [{"expression": one.licence}]
    if one.lock:
        entry["purl"] = f"pkg:pypi/{one.name}@{number}"
    return entry


def _of(system: str) -> list[Component]:
    used = locked(_lock_of(system))
    return [one for one in components() if not one.lock or one.name in used]


def _versions(system: str) -> dict[str, str]:
    return {**locked(_lock_of(system)), NAME: version()}


def _lock_of(system: str) -> str:
    return "linux" if system == "wheelhouse" else system


def _text(name: str) -> Path:
    return LICENCES / f"{name}.txt"
