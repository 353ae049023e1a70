"""What the window remembers from one start to the next: an ini file in the home folder."""

from PySide6.QtCore import QByteArray, QSettings

from changedesk.store.installation import home

RECENT_FILES = 10


class Settings:
    """Typed access to what is remembered; everything has a default, nothing is required."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(str(home() / "window.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def remember(self, name: str, value: str | int | bool | list[str] | QByteArray) -> None:
        """Remember a value under a name."""
        self._store.setValue(name, value)

    def number(self, name: str, default: int) -> int:
        """Return a remembered whole number."""
        try:
            return int(str(self._store.value(name, default)))
        except ValueError:
            return default

    def blob(self, name: str) -> QByteArray:
        """Return remembered bytes, such as a window's place; empty when there are none."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def texts(self, name: str) -> list[str]:
        """Return a remembered list."""
        value = self._store.value(name)
        if isinstance(value, str):
            return [value] if value else []
        return [str(entry) for entry in value] if isinstance(value, list) else []

    def recent(self) -> list[str]:
        """Return the addresses of the workspaces opened last, newest first."""
        return self.texts("recent")

    def add_recent(self, address: str) -> None:
        """Remember that a workspace was opened."""
        kept = [address, *(one for one in self.recent() if one != address)]
        self.remember("recent", kept[:RECENT_FILES])

    def save(self) -> None:
        """Write everything to disk now."""
        self._store.sync()
