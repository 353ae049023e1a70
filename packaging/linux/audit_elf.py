"""Looks into every binary of a bundle: which libraries it wants, how new, and what it must not be.

What the target system has to bring stands in `HOST`; the package's dependencies are made from
what is really needed, so that neither list can run ahead of the other.
"""

import os
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from common.facts import ROOT
from common.files import files_in, size_of
from common.running import Failed, tool

NEWEST = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13), "GCC": (12, 0)}
"""What Ubuntu 22.04 has; Debian 12 and 13 have newer ones."""

LARGEST_BYTES = 185_000_000

HOST = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcrypto.so.3": "libssl3 | libssl3t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libssl.so.3": "libssl3 | libssl3t64",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libzstd.so.1": "libzstd1",
}
"""Libraries that stay the system's own, by the Debian package that holds them."""

# Without these the program still opens windows: a part that wants them is left aside by Qt.
_OPTIONAL = re.compile(r"[Ww]ayland|platformthemes/|libQt6WlShell|xcbglintegrations/")

_NEVER_INSIDE = re.compile(
    r"libQt6(Qml|Quick|WebEngine|Charts|Graphs|DataVisualization)|icuuc_stub|/tests?/|\.(py|c)~$"
    r"|PyInstaller|_pytest|hypothesis"
)
_VERSION = re.compile(r"Name: (GLIBC|GLIBCXX|CXXABI|GCC)_([\d.]+)")
_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]")
_RUNPATH = re.compile(r"\(R(?:UN)?PATH\)\s+Library r(?:un)?path: \[([^\]]*)\]")


@dataclass
class Audit:
    """What was found; `wanted` are libraries of the system with the files that ask for them."""

    binaries: int = 0
    newest: dict[str, tuple[int, ...]] = field(default_factory=dict)
    wanted: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    problems: list[str] = field(default_factory=list)

    def packages(self, *, optional: bool) -> list[str]:
        """Return the Debian packages that the program needs, or that only an extra part needs."""
        needed = {
            HOST[name]
            for name, users in self.wanted.items()
            if name in HOST and not all(map(_OPTIONAL.search, users))
        }
        if not optional:
            libc = ".".join(map(str, self.newest["GLIBC"]))
            return sorted(f"libc6 (>= {libc})" if one == "libc6" else one for one in needed)
        return sorted({HOST[name] for name in self.wanted if name in HOST} - needed)


def audit(folder: Path) -> Audit:
    """Look into every binary below a folder."""
    found = Audit()
    inside = {path.name for path in files_in(folder)}
    for path in files_in(folder):
        place = path.relative_to(folder).as_posix()
        _check_name(found, path, place)
        if not path.is_symlink() and _is_elf(path):
            found.binaries += 1
            _check_binary(found, path, place, inside)
    for kind, version in found.newest.items():
        if version > NEWEST[kind]:
            text = ".".join(map(str, version))
            found.problems.append(f"{kind} {text} is newer than promised")
    if size_of(folder) > LARGEST_BYTES:
        found.problems.append(f"{size_of(folder) / 1e6:.0f} MB are more than it may have")
    return found


def refuse_problems(found: Audit) -> None:
    """Raise `Failed` with everything that an audit found wrong."""
    if found.problems:
        raise Failed("the audit of the binaries found:\n" + "\n".join(sorted(found.problems)))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _check_name(found: Audit, path: Path, place: str) -> None:
    if _NEVER_INSIDE.search(place):
        found.problems.append(f"{place} has no business in the bundle")
    if path.is_symlink():
        if not path.exists():
            found.problems.append(f"{place} links to {path.readlink()}, which is not there")
        return
    content = path.read_bytes()
    for told in {str(ROOT), str(Path.home())} - {"/", "/root"}:
        if os.fsencode(told) + b"/" in content:
            found.problems.append(f"{place} names {told}, a folder of the machine that built it")


def _check_binary(found: Audit, path: Path, place: str, inside: set[str]) -> None:
    command = [tool("readelf", "binutils"), "-W", "-d", "-V", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for name in _NEEDED.findall(told):
        if name in inside:
            continue
        found.wanted[name].append(place)
        if name not in HOST:
            found.problems.append(f"{place} needs {name}, which nobody brings")
    for kind, version in _VERSION.findall(told):
        numbers = tuple(map(int, version.split(".")))
        found.newest[kind] = max(found.newest.get(kind, (0,)), numbers)
        if numbers > NEWEST[kind]:
            found.problems.append(f"{place} wants {kind}_{version}")
    for runpath in _RUNPATH.findall(told):
        for one in filter(None, runpath.split(":")):
            if not one.startswith("$ORIGIN"):
                found.problems.append(f"{place} looks for libraries in {one}")
