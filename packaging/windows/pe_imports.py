"""Reads the programs and libraries of a folder: what each imports, as JSON on standard output.

    python pe_imports.py FOLDER

It needs pefile and therefore runs in an environment of its own, see tree.py and audit_pe.py.
"""

import json
import sys
from pathlib import Path

import pefile

ENDINGS = (".exe", ".dll", ".pyd", ".com")
DIRECTORIES = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")


def imports_of(path: Path) -> dict[str, list[str]]:
    """Return the functions that a file wants of each library; #N stands for the number N."""
    image = pefile.PE(str(path), fast_load=True)
    image.parse_data_directories([pefile.DIRECTORY_ENTRY[name] for name in DIRECTORIES])
    wanted: dict[str, list[str]] = {}
    for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
        for entry in getattr(image, kind, []):
            names = wanted.setdefault(entry.dll.decode("ascii").lower(), [])
            for one in entry.imports:
                names.append(one.name.decode("ascii") if one.name else f"#{one.ordinal}")
    image.close()
    return wanted


def main() -> None:
    """Print the imports of every file below the folder, by its place in it."""
    folder = Path(sys.argv[1])
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)
    told = {path.relative_to(folder).as_posix(): imports_of(path) for path in found}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
