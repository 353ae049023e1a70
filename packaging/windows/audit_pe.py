"""Looks into the program tree for Windows: it must run on Windows 10 version 1809, all of it.

every library that is asked for is in the tree or in Windows 1809, and every function of Windows
nothing in it comes from a test: no stand-in for a part of Windows, no file of Wine's
the files that should bear a signature bear it; a table tells who signed what
the size
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from common.environments import environment
from common.files import files_in, size_of
from common.running import Failed, run, say

from windows.signatures import told_of

LARGEST_TREE = 140_000_000
LARGEST_SETUP = 35_000_000
WINDOWS = Path(__file__).with_name("windows_1809.txt")
ENDINGS = (".exe", ".dll", ".pyd", ".com")

# Parts of Windows, some of later ones: in a tree they could only be stand-ins made for a test.
NEVER_INSIDE = ("bcryptprimitives.dll", "icu.dll", "icuin.dll", "icuuc.dll", "mscms.dll")
FROM_WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")

# Who must have signed what; of all other files the table tells.
SIGNED = {
    r"program/[^/]+\.(exe|dll|pyd)": ("Python Software Foundation", "Microsoft"),
    r"program/lib/(PySide6|shiboken6)/.+\.(dll|pyd)": ("The Qt Company",),
}

Imports = Mapping[str, Mapping[str, list[str]]]


def present(text: str) -> dict[str, set[str]]:
    """Read the list of what Windows has: by library its functions; none stand for all of them."""
    libraries: dict[str, set[str]] = {}
    functions: set[str] = set()
    for line in text.splitlines():
        if line.startswith(" "):
            functions.update(line.split())
        elif line and not line.startswith("#"):
            functions = libraries.setdefault(line.strip(), set())
    return libraries


def missing(imports: Imports, windows: Mapping[str, set[str]]) -> list[str]:
    """Return, a line each, what is neither in the tree nor in the Windows of the list."""
    inside = {PurePosixPath(name).name.lower() for name in imports}
    lines = []
    for name, wanted in sorted(imports.items()):
        for library, functions in sorted(wanted.items()):
            if library in inside:
                continue
            if library not in windows:
                lines.append(f"{name} needs {library}")
                continue
            known = windows[library]
            unknown = [one for one in functions if known and one not in known]
            lines += [f"{name} needs {one} of {library}" for one in unknown]
    return lines


def strangers(files: Iterable[Path]) -> list[str]:
    """Return the names of files that only a test can have put there."""
    return [
        path.name
        for path in files
        if path.name.lower() in NEVER_INSIDE
        or (path.suffix in ENDINGS and any(mark in path.read_bytes()[:4096] for mark in FROM_WINE))
    ]


def signer(told: str) -> str:
    """Return who signed the file that osslsigncode told of; empty for an unsigned one."""
    names = re.findall(r"Signer #0:\s+Subject: .*?/O=([^/\n]+)", told)
    return names[0] if names else ""


def wrongly_signed(signers: Mapping[str, str]) -> list[str]:
    """Return the files whose signature is missing or somebody else's."""
    return [
        name
        for name, who in signers.items()
        for pattern, allowed in SIGNED.items()
        if re.fullmatch(pattern, name) and not who.startswith(allowed)
    ]


def imports_in(folder: Path) -> dict[str, dict[str, list[str]]]:
    """Return what every program and library below a folder imports of which library."""
    python = environment("windows", "windows-tools")
    told = run(python, Path(__file__).with_name("pe_imports.py"), folder)
    read: dict[str, dict[str, list[str]]] = json.loads(told)
    return read


def signers_in(folder: Path) -> dict[str, str]:
    """Return who signed each program and library below a folder."""
    programs = [path for path in files_in(folder) if path.suffix in ENDINGS]
    return {path.relative_to(folder).as_posix(): signer(told) for path, told in told_of(programs)}


def audit(tree: Path) -> None:
    """Raise `Failed` with every finding; otherwise tell who signed what."""
    findings = missing(imports_in(tree), present(WINDOWS.read_text("utf-8")))
    findings += [f"{name} does not belong there" for name in strangers(files_in(tree))]
    signers = signers_in(tree)
    findings += [f"{name} is not signed as it should be" for name in wrongly_signed(signers)]
    size = size_of(tree)
    if size > LARGEST_TREE:
        findings.append(f"the tree has {size / 1e6:.0f} MB, at most {LARGEST_TREE / 1e6:.0f} go")
    if findings:
        raise Failed("The tree for Windows is not as it must be:\n" + "\n".join(findings))
    for who, count in Counter(signers.values()).most_common():
        say(f"{count:4} files signed by {who or 'nobody'}")
    unsigned = [name for name, who in signers.items() if not who]
    say(f"unsigned: {', '.join(unsigned)}")


def refuse_large_setup(path: Path) -> None:
    """Raise `Failed` when the setup has become larger than was promised."""
    if path.stat().st_size > LARGEST_SETUP:
        raise Failed(f"{path.name} has {path.stat().st_size / 1e6:.1f} MB, at most 35 go")
