"""Wine in a clean system of its own: runs programs for Windows, reads the registry, looks."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from common.files import fresh
from common.running import Failed, run

PREFIX = "tried"
LIMIT = 900.0  # seconds; a machine may be busy with other things
SCREEN = ":77"
_VARIABLES = (
    "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL=C.UTF-8",
    f"HOME=/{PREFIX}/home",
    f"WINEPREFIX=/{PREFIX}/prefix",
    "WINEARCH=win64",
    "WINEDEBUG=-all",
    "WINEDLLOVERRIDES=mscoree=;mshtml=;winemenubuilder.exe=",
)


class Wine:
    """A fresh prefix in the system below `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._display: tuple[str, ...] = ()
        self.drive = root / PREFIX / "prefix" / "drive_c"

    def begin(self) -> None:
        """Make the prefix; the file systems that programs expect are mounted for us alone."""
        run("mount", "-t", "proc", "proc", self._root / "proc")
        (fresh(self._root / PREFIX) / "home").mkdir()
        self.run("wineboot", "-i")

    def end(self) -> None:
        """End everything that runs in the prefix."""
        self._enter("wineserver", "-k", limit=60)
        self._enter("wineserver", "-w", limit=60)

    def box(self, name: str) -> str:
        """Return how a program for Windows calls a file in the folder of boxes."""
        return rf"C:\boxes\{name}"

    def run(self, *words: str, offscreen: bool = False) -> str:
        """Run a program and return what it wrote; raise `Failed` unless it ends with 0."""
        done = self._wine(*words, offscreen=offscreen)
        if done.returncode:
            tail = "\n".join(done.stdout.splitlines()[-20:])
            raise Failed(f"{' '.join(words)} ended with {done.returncode}:\n{tail}")
        return done.stdout

    def registry(self, hive: str, key: str, name: str = "") -> str:
        """Return a value of the registry as told, empty where there is no such key or value."""
        which = ("/v", name) if name else ("/ve",)
        done = self._wine("reg", "query", rf"{hive}\{key}", *which)
        return done.stdout if done.returncode == 0 else ""

    @contextmanager
    def screen(self) -> Iterator[None]:
        """Give the programs a screen of 1280x800 while the block runs."""
        words = ("Xvfb", SCREEN, "-screen", "0", "1280x800x24", "-nolisten", "tcp")
        with subprocess.Popen(self._command(*words), stderr=subprocess.DEVNULL) as server:
            self._display = (f"DISPLAY={SCREEN}",)
            try:
                yield
            finally:
                self._display = ()
                server.terminate()

    @contextmanager
    def begun(self, *words: str) -> Iterator[None]:
        """Begin a program that stays open; when the block is left, everything is ended."""
        command = self._command("wine", *words)
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet):
            try:
                yield
            finally:
                self.end()

    def window_titled(self, text: str) -> bool:
        """Tell whether the screen shows a window whose title holds the text."""
        told = self._enter("xdotool", "search", "--onlyvisible", "--name", text, limit=30)
        return told.returncode == 0 and bool(told.stdout.strip())

    def picture(self, target: Path | None) -> None:
        """Write a picture of the screen to `target`."""
        inside = f"/{PREFIX}/picture.png"
        done = self._enter("import", "-window", "root", inside, limit=60)
        if done.returncode:
            raise Failed(f"no picture of the screen: {done.stdout}")
        if target is not None:
            target.write_bytes((self._root / inside[1:]).read_bytes())

    def _wine(self, *words: str, offscreen: bool = False) -> subprocess.CompletedProcess[str]:
        platform = ("QT_QPA_PLATFORM=offscreen",) if offscreen else ()
        return self._enter("env", *platform, "wine", *words, limit=LIMIT)

    def _enter(self, *words: str, limit: float) -> subprocess.CompletedProcess[str]:
        # A pipe, not a file: with a file as its output Python for Windows ends under Wine.
        try:
            return subprocess.run(
                self._command(*words),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
                text=True,
                errors="replace",
                timeout=limit,
            )
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(words)} took more than {limit:.0f} s") from None

    def _command(self, *words: str) -> list[str]:
        given = (*_VARIABLES, *self._display)
        return ["chroot", str(self._root), "/usr/bin/env", "-i", *given, *words]
