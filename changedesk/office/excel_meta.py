"""The hidden sheet that says what the workbook is: identity, tables, row ids, one line each."""

from typing import IO

from changedesk.office.cells import fit
from changedesk.office.stream import text_element

_LETTERS = "ABCDE"
_BATCH = 500


class MetaLines:
    """Writes the lines of the hidden sheet as they come, so that many ids need no memory."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._xml: list[str] = []
        self._row = 0

    def add(self, *texts: str) -> None:
        """Add one line of up to five texts."""
        self._row += 1
        cells = [
            f'<c r="{letter}{self._row}" t="inlineStr"><is>{text_element(fit(text)[0])}</is></c>'
            for letter, text in zip(_LETTERS, texts, strict=False)
            if text
        ]
        self._xml.append(f'<row r="{self._row}">{"".join(cells)}</row>')
        if len(self._xml) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        self._out.write("".join(self._xml).encode())
        self._xml.clear()

    def finish(self) -> IO[bytes]:
        """Return the file with all lines, ready to be read from its start."""
        self._flush()
        self._out.seek(0)
        return self._out

    @property
    def last_cell(self) -> str:
        """The corner of the sheet opposite to A1."""
        return f"{_LETTERS[-1]}{self._row}"
