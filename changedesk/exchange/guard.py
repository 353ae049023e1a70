"""Every foreign file passes here before any library sees it.

A refusal is one plain sentence: which file, why, and what to do about it.
"""

import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NoReturn

from changedesk.exchange import xmlscan
from changedesk.exchange.kinds_of_file import HEAD_BYTES, FileKind, kind_of
from changedesk.exchange.limits import LIMITS, Limits
from changedesk.exchange.odsscan import scan_content
from changedesk.exchange.plainscan import longest_segment, scan_plain_sheet
from changedesk.exchange.sheetscan import SheetFacts, scan_sheet, scan_spread
from changedesk.exchange.xmlscan import Found, TooMuch
from changedesk.store.errors import EnvironmentProblem, UserError

_PIECE = 1 << 18
_SYMLINK = 0o120000
_SAVE_AGAIN = "open it in the program that made it, save it under a new name and take that file"

EXPORT_AGAIN = "export it again from the tool that made it, in parts if it is large"


@dataclass(frozen=True, slots=True)
class Inspection:
    """A file that may be read: what it is, and facts per sheet that values do not tell.

    `facts_known` is False where formulas cannot be told from values (old .xls workbooks).
    """

    kind: FileKind
    facts: dict[str, SheetFacts] = field(default_factory=dict)
    facts_known: bool = True


def inspect(path: Path, limits: Limits = LIMITS) -> Inspection:
    """Return what the file is; raise `UserError` for one that is harmful, damaged or too big."""
    head = read_head(path)
    size = path.stat().st_size
    kind = kind_of(head)
    if kind in {"text", "xml", "html"} and size > limits.text_bytes:
        refuse(path, f"it is larger than {limits.text_bytes // 1_000_000} MB", "split it")
    if size > limits.file_bytes:
        refuse(path, f"it is larger than {limits.file_bytes // 1_000_000} MB", "split it")
    if kind == "zip":
        return _inspect_package(path, limits)
    if kind == "xls":
        locked = _holds(path, "EncryptedPackage".encode("utf-16-le"))
        return Inspection("workbook-locked" if locked else "xls", facts_known=False)
    if kind == "xml":
        _inspect_xml(path, limits)
    return Inspection(kind)


def refuse(path: Path, reason: str, remedy: str) -> NoReturn:
    """Raise the refusal of a file as one plain sentence."""
    raise UserError(f"{path.name} was not read, because {reason}; {remedy}.")


def read_head(path: Path) -> bytes:
    """Return the file's first bytes; raise `UserError` or `EnvironmentProblem` if it cannot."""
    try:
        if path.is_dir():
            raise UserError(f"{path.name} is a folder; choose a file in it.")
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except FileNotFoundError:
        raise UserError(f"{path} does not exist; check the name and the folder.") from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise EnvironmentProblem(f"{path.name} cannot be opened ({reason}).") from None


def _holds(path: Path, needle: bytes) -> bool:
    with path.open("rb") as file:
        return needle in file.read(1 << 20)


def pieces_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield what an open file holds, piece by piece."""
    return iter(lambda: file.read(_PIECE), b"")


def _inspect_xml(path: Path, limits: Limits) -> None:
    try:
        with path.open("rb") as file:
            xmlscan.scan_depth(pieces_of(file), limits)
    except TooMuch as error:
        refuse(path, str(error), EXPORT_AGAIN)


def _inspect_package(path: Path, limits: Limits) -> Inspection:
    try:
        with zipfile.ZipFile(path) as package:
            _check_entries(package, limits)
            kind = _package_kind(package)
            if kind == "xlsx":
                return Inspection(kind, _Workbook(package, limits).scan())
            if kind == "ods":
                return Inspection(kind, _scan_ods(package, limits))
            if kind == "docx":
                _scan_all(package, limits)
            return Inspection(kind)
    except TooMuch as error:
        refuse(path, str(error), _SAVE_AGAIN)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        refuse(path, "it is damaged or cut off", "get it again from where it came from")
    except RuntimeError:  # what zipfile raises for an encrypted part
        refuse(path, "parts of it are protected by a password", "remove the password first")


def _check_entries(package: zipfile.ZipFile, limits: Limits) -> None:
    """Look at the list of parts alone: names, sizes as declared, twins."""
    entries = package.infolist()
    if len(entries) > limits.parts:
        raise TooMuch(f"it has more than {limits.parts:,} parts")
    seen: set[str] = set()
    total = 0
    for entry in entries:
        _check_name(entry)
        name = entry.filename.casefold()
        if name in seen:
            raise TooMuch(f'the part "{_short(entry.filename)}" is in it twice')
        seen.add(name)
        if entry.flag_bits & 1:
            raise TooMuch("parts of it are protected by a password")
        total += entry.file_size
        squeezed = entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if squeezed and entry.file_size > limits.ratio_from_bytes:
            raise TooMuch(
                f"a part of {entry.compress_size:,} bytes would swell to {entry.file_size:,}"
            )
    if total > limits.total_bytes:
        raise TooMuch(f"it would swell to {total // 1_000_000:,} MB")


def _check_name(entry: zipfile.ZipInfo) -> None:
    raw = entry.orig_filename.replace("\\", "/")
    parts = PurePosixPath(raw).parts
    outside = raw.startswith("/") or ".." in parts or ":" in raw or "\x00" in raw
    if outside:
        raise TooMuch(f'the name of its part "{_short(raw)}" points outside of it')
    if (entry.external_attr >> 16) & 0o170000 == _SYMLINK:
        raise TooMuch(f'its part "{_short(raw)}" is a link to another file')


def _short(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:60])


def _package_kind(package: zipfile.ZipFile) -> FileKind:
    names = {name.casefold() for name in package.namelist()}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "word/document.xml" in names:
        return "docx"
    if "mimetype" in names and "content.xml" in names:
        with package.open("mimetype") as file:
            if b"opendocument.spreadsheet" in file.read(200):
                return "ods"
    return "zip"


@contextmanager
def part(package: zipfile.ZipFile, name: str, limits: Limits) -> Iterator[Iterator[bytes]]:
    """Give the pieces of a part, and let go of the part whatever happens."""
    with closing(_pieces(package, name, limits)) as chunks:
        yield chunks


def _pieces(package: zipfile.ZipFile, name: str, limits: Limits) -> Generator[bytes, None, None]:
    """Inflate a part piece by piece; what it really holds counts, not what it declares."""
    total = 0
    with package.open(name) as opened:
        while piece := opened.read(_PIECE):
            total += len(piece)
            if total > limits.part_bytes:
                raise TooMuch(f'its part "{_short(name)}" is larger than we read')
            yield piece


def _is_xml(package: zipfile.ZipFile, name: str) -> bool:
    with package.open(name) as opened:
        start = opened.read(64)
    return b"<" in start.removeprefix(b"\xef\xbb\xbf").lstrip()[:4] and not name.endswith("/")


def _scan_all(package: zipfile.ZipFile, limits: Limits) -> None:
    for name in package.namelist():
        if _is_xml(package, name):
            with part(package, name, limits) as chunks:
                xmlscan.scan_depth(chunks, limits)


def _scan_ods(package: zipfile.ZipFile, limits: Limits) -> dict[str, SheetFacts]:
    for name in package.namelist():
        if name != "content.xml" and _is_xml(package, name):
            with part(package, name, limits) as chunks:
                xmlscan.scan_prolog(chunks)
    with part(package, "content.xml", limits) as chunks:
        return scan_content(chunks, limits)


class _Workbook:
    """The pass over one .xlsx package."""

    def __init__(self, package: zipfile.ZipFile, limits: Limits) -> None:
        self.package, self.limits = package, limits
        self.found = Found()
        self.facts: dict[str, SheetFacts] = {}
        self.texts: list[str] = []

    def scan(self) -> dict[str, SheetFacts]:
        """Scan every part; return the facts by sheet name."""
        names = [name for name in self.package.namelist() if _is_xml(self.package, name)]
        for name in names:
            with self.part(name) as chunks:
                root = xmlscan.scan_prolog(chunks)
            self.scan_part(name, root)
        if self.found.longest_text * self.found.cells > self.limits.spread_text:
            with ExitStack() as stack:
                texts = [stack.enter_context(self.part(name)) for name in self.texts]
                sheets = [stack.enter_context(self.part(name)) for name in self.facts]
                scan_spread(texts, sheets, self.limits)
        return self.by_sheet()

    def part(self, name: str) -> AbstractContextManager[Iterator[bytes]]:
        return part(self.package, name, self.limits)

    def scan_part(self, name: str, root: str) -> None:
        """Read a part as its root element asks, whatever its name or folder pretends."""
        if root in {"worksheet", "macrosheet", "dialogsheet"}:
            self.facts[name] = self.scan_sheet(name)
        elif root == "sst":
            self.texts.append(name)
            self.scan_texts(name)
        elif root == "styleSheet":
            with self.part(name) as chunks:
                xmlscan.scan_styles(chunks, self.found, self.limits)
        elif root == "workbook" or name.casefold() == "xl/_rels/workbook.xml.rels":
            with self.part(name) as chunks:
                xmlscan.scan_book(chunks, self.found, self.limits)

    def scan_texts(self, name: str) -> None:
        """Measure shared texts by their bytes; only where one is long, count its letters."""
        with self.part(name) as chunks:
            longest = longest_segment(chunks, b"</si>", self.limits.text_length)
        if longest is not None:
            self.found.longest_text = max(self.found.longest_text, longest)
            return
        with self.part(name) as chunks:
            xmlscan.scan_texts(chunks, self.found, self.limits)

    def scan_sheet(self, name: str) -> SheetFacts:
        with self.part(name) as chunks:
            facts = scan_plain_sheet(chunks, self.found, self.limits)
        if facts is not None:
            return facts
        with self.part(name) as chunks:
            return scan_sheet(chunks, self.found, self.limits)

    def by_sheet(self) -> dict[str, SheetFacts]:
        by_part = {name.casefold(): facts for name, facts in self.facts.items()}
        result = {}
        for sheet, ident in self.found.sheets:
            target = self.found.targets.get(ident, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            result[sheet] = by_part.get(part.casefold(), SheetFacts())
        return result
