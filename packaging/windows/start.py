"""Where the installed program starts on Windows: before anything of ChangeDesk is loaded.

It lies in program/lib, two folders below that of the program.
"""

import os
import sys
from pathlib import Path

HOME_VARIABLE = "CHANGEDESK_HOME"
MARKER = "portable.txt"
SETTINGS = "settings"


def portable_home(root: Path) -> Path | None:
    """Return the settings folder of a portable copy; None for an installed or a read-only one."""
    if not (root / MARKER).is_file():
        return None
    folder = root / SETTINGS
    probe = folder / f"written-by-{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError:
        return None
    return folder


def prepare(root: Path) -> None:
    """Tell the program where its settings are and that it is its own reader of foreign files."""
    home = portable_home(root)
    if home is not None:
        os.environ.setdefault(HOME_VARIABLE, str(home))
    if not Path(sys.executable).name.lower().startswith("python"):
        sys.frozen = True  # type: ignore[attr-defined]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # a window has no console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def main() -> int:
    """Start the program that lies beside this file."""
    prepare(Path(__file__).resolve().parents[2])
    from ui.__main__ import main as program  # noqa: PLC0415

    return program()


if __name__ == "__main__":
    sys.exit(main())
