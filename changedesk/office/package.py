"""A workbook or document as a zip of XML parts, opened for reading only, without surprises."""

import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath
from types import TracebackType
from typing import IO, Self
from zipfile import BadZipFile, ZipFile

from lxml import etree

from changedesk.store.errors import UserError

_MAIN = "officeDocument"
_DAMAGE = (ValueError, LookupError, BadZipFile, zlib.error, etree.LxmlError)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parser() -> etree.XMLParser:
    """Return a parser that looks at nothing but what it is given."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class Package:
    """The parts of an .xlsx or .docx, as a context manager. Raises UserError for other files."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, OSError) as error:
            raise self._unreadable() from error
        self._names = set(self._zip.namelist())
        try:
            self.main = self._main()
        except UserError:
            self._zip.close()
            raise
        self.is_document = self.main.startswith("word/")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()
        # A number or name that the format does not know: the file was made by hand, and badly.
        if isinstance(error, _DAMAGE):
            raise self._unreadable() from error

    def _unreadable(self) -> UserError:
        return UserError(
            f"{self._path.name} is not a readable Excel workbook (.xlsx) or Word document (.docx)."
        )

    def _main(self) -> str:
        """Return the part that programs open first: what its relation says, not its usual name."""
        found = self.related("", _MAIN)
        if len(found) != 1 or not self.has(found[0]) or found[0][:3] not in ("wor", "xl/"):
            raise self._unreadable()
        return found[0]

    def has(self, part: str) -> bool:
        """Say whether `part` is in the package."""
        return part in self._names

    def open(self, part: str) -> IO[bytes]:
        """Open `part` for reading."""
        return self._zip.open(part)

    def tree(self, part: str) -> etree._Element:
        """Return the root of an XML part."""
        try:
            root = etree.fromstring(self._zip.read(part), parser())
        except (KeyError, BadZipFile, etree.XMLSyntaxError) as error:
            raise self._unreadable() from error
        return self._plain(root)

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of these names (any namespace) of a long part, freed after use."""
        with self.open(part) as file:
            names = [f"{{*}}{tag}" for tag in tags]
            walk = etree.iterparse(
                file, tag=names, resolve_entities=False, no_network=True, load_dtd=False
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
        return {key: target for key, _, target in self._relations(part)}

    def related(self, part: str, kind: str) -> list[str]:
        """Return the targets of the relations of `part` whose type ends with `kind`."""
        return [target for _, name, target in self._relations(part) if name.endswith(f"/{kind}")]

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        path = PurePosixPath(part)
        rels = str(path.parent / "_rels" / f"{path.name}.rels")
        if not self.has(rels):
            return
        for relation in self.tree(rels):
            target = str(relation.get("Target", ""))
            if relation.get("TargetMode") != "External":
                target = normpath(target if target[:1] == "/" else f"/{path.parent}/{target}")
            yield str(relation.get("Id")), str(relation.get("Type")), target.lstrip("/")

    def sheets(self) -> list[tuple[str, str]]:
        """Return (name, part) of each sheet of a workbook, in order."""
        targets = self.relations(self.main)
        return [
            (str(sheet.get("name")), targets[str(sheet.get(f"{_RELATION}id"))])
            for sheet in self.tree(self.main).iter("{*}sheet")
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
