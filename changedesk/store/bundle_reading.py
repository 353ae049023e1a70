"""Reading an exchange bundle that came from elsewhere: nothing in it is believed unchecked.

Its list of parts must be just that of its manifest; every part is read through once, and must have
the size and the SHA-256 that the manifest gives. Nothing is ever unpacked to a file.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from changedesk.store.bundle_parts import (
    COMPANIONS,
    CONTENTS,
    FORMAT,
    MANIFEST,
    MOST_BYTES,
    MOST_PARTS,
    OPERATIONS,
    VERSION,
    Broken,
    Chains,
    chains_in,
    lines_of,
    refusal,
)
from changedesk.store.contents import MOST_BYTES as LARGEST_CONTENT
from changedesk.store.errors import EnvironmentProblem, UserError
from changedesk.store.merge import WireOp
from changedesk.store.records import Schema

_MAGIC = b"PK\x03\x04"
_END, _END_BYTES = b"PK\x05\x06", 22
_LARGER, _LARGER_BYTES = b"PK\x06\x07", 20
_MANIFEST_BYTES = 16_000_000
_LIST_BYTES = 16_000_000
_RATIO, _RATIO_FROM = 100, 20_000_000
_PIECE = 1 << 18
_BUFFER = 1 << 18
_KIND, _LINK = 0o170000, 0o120000
_TROUBLE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
    TypeError, KeyError, IndexError, OverflowError,
)  # fmt: skip


def is_bundle(path: Path) -> bool:
    """Tell whether a file is an archive, and so no workspace."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(4) == _MAGIC
    except (OSError, ValueError):
        return False


class BundleSource:
    """A bundle while it is open; its parts have been read through and are what they should be."""

    kind = "bundle"

    def __init__(self, package: zipfile.ZipFile, path: Path, manifest: dict[str, Any]) -> None:
        self.name = path.name
        self._package = package
        self._parts = set(manifest["parts"])
        self._many = manifest["operations"]
        self._chains = chains_in(manifest["devices"])
        self.uid: str = manifest["workspace"]
        self.schema: int = manifest["schema"]
        self.reach = {chain.device.hex(): (chain.through, chain.head) for chain in self._chains}

    def operations(self, known: Mapping[str, int]) -> Generator[WireOp, None, None]:
        """Yield what somebody with this version vector lacks, oldest first."""
        with _told(self.name), self._stream(OPERATIONS) as stream:
            for op in Chains(self._chains).operations(lines_of(stream), self._many):
                if op.seq > known.get(op.device.hex(), 0):
                    yield op

    def content(self, digest: str) -> bytes | None:
        """Return kept bytes by their SHA-256 in hex, or None."""
        name = CONTENTS + digest
        if name not in self._parts:
            return None
        with _told(self.name), self._package.open(name) as stream:
            return stream.read(LARGEST_CONTENT + 1)

    def companion(self, name: str) -> Generator[bytes, None, None]:
        """Yield the lines of a companion."""
        if COMPANIONS + name in self._parts:
            with _told(self.name), self._stream(COMPANIONS + name) as stream:
                yield from lines_of(stream)

    @contextmanager
    def _stream(self, name: str) -> Iterator[IO[bytes]]:
        if name not in self._parts:
            yield io.BytesIO()
            return
        with self._package.open(name) as part, io.BufferedReader(part, _BUFFER) as stream:  # type: ignore[type-var]
            yield stream


@contextmanager
def opened_bundle(path: Path, schema: Schema) -> Iterator[BundleSource]:
    """Open a bundle, checked whole; raises UserError for anything that is not as it should be."""
    try:
        with _told(path.name):
            _refuse_list(path)
            package = zipfile.ZipFile(path)
    except OSError as error:
        raise EnvironmentProblem(f"{path.name} cannot be read: {error.strerror}.") from error
    with package:
        with _told(path.name):
            manifest = _manifest(package)
            _refuse_parts(package, manifest)
            source = BundleSource(package, path, manifest)
        if source.schema > schema.version:
            raise UserError(
                f"{path.name} was written by a newer ChangeDesk (schema {source.schema}, this one "
                f"knows {schema.version}): install the newer version first."
            )
        yield source


@contextmanager
def _told(name: str) -> Iterator[None]:
    try:
        yield
    except Broken as error:
        raise refusal(name, str(error)) from error
    except RecursionError as error:
        raise refusal(name, "what it says of itself has no end") from error
    except _TROUBLE as error:
        raise refusal(name, "it is damaged, cut off or no bundle of ChangeDesk") from error


def _refuse_list(path: Path) -> None:
    # The list of parts is read whole by the library: it must not be a flood.
    if path.stat().st_size > MOST_BYTES:
        raise Broken("it is larger than any bundle")
    with path.open("rb") as file:
        file.seek(0, io.SEEK_END)
        size = file.tell()
        file.seek(max(0, size - _END_BYTES - _LARGER_BYTES))
        tail = file.read()
    end = tail[-_END_BYTES:]
    if not end.startswith(_END) or end[20:22] != b"\x00\x00":
        raise Broken("it is damaged, cut off or no bundle of ChangeDesk")
    many, listed = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if tail[:-_END_BYTES].startswith(_LARGER) or many > MOST_PARTS or listed > _LIST_BYTES:
        raise Broken("it has more parts than any bundle")


def _manifest(package: zipfile.ZipFile) -> dict[str, Any]:
    try:
        entry = package.getinfo(MANIFEST)
    except KeyError:
        raise Broken("it is no bundle of ChangeDesk") from None
    if entry.file_size > _MANIFEST_BYTES:
        raise Broken("its manifest is too long")
    with package.open(entry) as stream:
        manifest = json.loads(stream.read(_MANIFEST_BYTES + 1))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Broken("it is no bundle of ChangeDesk")
    if manifest.get("version") != VERSION:
        raise Broken("a newer ChangeDesk wrote it: install that version")
    texts = ("workspace", str), ("schema", int), ("operations", int), ("parts", dict)
    if not all(isinstance(manifest.get(name), kind) for name, kind in texts):
        raise Broken("its manifest does not tell what it holds")
    return manifest


def _refuse_parts(package: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    parts = manifest["parts"]
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or set(names) != {MANIFEST, *parts}:
        raise Broken("its parts are not those that it says it has")
    in_all = 0
    for entry in entries:
        _refuse_entry(entry)
        in_all += entry.file_size
        if in_all > MOST_BYTES:
            raise Broken("it holds more than any bundle")
        if entry.filename != MANIFEST:
            _refuse_part(package, entry, parts[entry.filename])


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    digest = name.removeprefix(CONTENTS)
    companion = name.removeprefix(COMPANIONS)
    known = (
        name in (MANIFEST, OPERATIONS)
        or (name.startswith(CONTENTS) and len(digest) == 64 and set(digest) <= _HEX)
        or (name.startswith(COMPANIONS) and companion.isidentifier() and companion.isascii())
    )
    if not known or (entry.external_attr >> 16) & _KIND == _LINK or entry.flag_bits & 1:
        raise Broken("it has a part that no bundle has")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Broken("it is packed in a way that no bundle is")
    if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * entry.compress_size:
        raise Broken("it would swell to more than it can hold")
    if name.startswith(CONTENTS) and entry.file_size > LARGEST_CONTENT:
        raise Broken("a picture in it is too large")


_HEX = frozenset("0123456789abcdef")


def _refuse_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, told: Any) -> None:
    if not isinstance(told, dict) or told.get("bytes") != entry.file_size:
        raise Broken("a part does not have the size that it should have")
    digest = hashlib.sha256()
    with package.open(entry) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    found = digest.hexdigest()
    named = entry.filename.removeprefix(CONTENTS)
    if found != told.get("sha256") or (entry.filename.startswith(CONTENTS) and named != found):
        raise Broken("a part was changed after it was written")
