"""Where the program starts: a command goes to the command line, the rest opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".changedesk"


def names_workspace(word: str) -> bool:
    """Tell whether the first word of a command line is a workspace, not a command or an option."""
    if word.startswith("-"):
        return False
    team = word.startswith(("postgresql://", "postgres://"))
    return team or word.endswith(SUFFIX) or (Path(word).suffix != "" and Path(word).is_file())


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window on a workspace (or the last one); return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and not names_workspace(words[0]):
        from changedesk.cli import main as command

        return int(command(words))
    from ui.app import run_window

    return run_window(words[0] if words else "")


if __name__ == "__main__":
    sys.exit(main())
