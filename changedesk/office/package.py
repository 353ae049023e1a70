"""A workbook or document as a zip of XML parts, opened for reading only, without surprises."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self
from zipfile import BadZipFile, ZipFile

from lxml import etree

from changedesk.store.errors import UserError

_DOCUMENT = "word/document.xml"
WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Package:
    """The parts of an .xlsx or .docx, as a context manager. Raises UserError for other files."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, OSError) as error:
            raise self._unreadable() from error
        names = set(self._zip.namelist())
        self.is_document = _DOCUMENT in names
        if not self.is_document and WORKBOOK not in names:
            self._zip.close()
            raise self._unreadable()
        self._names = names

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def _unreadable(self) -> UserError:
        return UserError(
            f"{self._path.name} is not a readable Excel workbook (.xlsx) or Word document (.docx)."
        )

    def has(self, part: str) -> bool:
        """Say whether `part` is in the package."""
        return part in self._names

    def open(self, part: str) -> IO[bytes]:
        """Open `part` for reading."""
        return self._zip.open(part)

    def tree(self, part: str) -> etree._Element:
        """Return the root of an XML part."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(self._zip.read(part), parser)
        except (KeyError, BadZipFile, etree.XMLSyntaxError) as error:
            raise self._unreadable() from error
        return self._plain(root)

    def elements(self, part: str, tag: str) -> Iterator[etree._Element]:
        """Yield the elements named `tag` (any namespace) of a long part, each freed after use."""
        with self.open(part) as file:
            walk = etree.iterparse(
                file, tag=f"{{*}}{tag}", resolve_entities=False, no_network=True, load_dtd=False
            )
            try:
                for index, (_, element) in enumerate(walk):
                    if index == 0:
                        self._plain(element)
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
            except (BadZipFile, etree.XMLSyntaxError) as error:
                raise self._unreadable() from error

    def _plain(self, element: etree._Element) -> etree._Element:
        if element.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
            raise self._unreadable()
        return element

    def relations(self, part: str) -> dict[str, str]:
        """Return relation id to target part for the relations of `part`."""
        path = PurePosixPath(part)
        rels = str(path.parent / "_rels" / f"{path.name}.rels")
        if not self.has(rels):
            return {}
        found = {}
        for relation in self.tree(rels):
            target = str(relation.get("Target", ""))
            whole = target[1:] if target.startswith("/") else str(path.parent / target)
            found[str(relation.get("Id"))] = whole
        return found

    def sheets(self) -> list[tuple[str, str]]:
        """Return (name, part) of each sheet of a workbook, in order."""
        targets = self.relations(WORKBOOK)
        return [
            (str(sheet.get("name")), targets[str(sheet.get(f"{_RELATION}id"))])
            for sheet in self.tree(WORKBOOK).iter("{*}sheet")
        ]

    def properties(self) -> dict[str, str]:
        """Return the custom properties."""
        part = "docProps/custom.xml"
        if not self.has(part):
            return {}
        return {
            str(item.get("name")): "".join(item.itertext())  # type: ignore[arg-type]
            for item in self.tree(part)
        }
