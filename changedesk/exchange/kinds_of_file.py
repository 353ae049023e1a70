"""What a file is, told by its content and never by its name."""

from typing import Literal

FileKind = Literal[
    "xlsx",
    "ods",
    "xls",
    "text",
    "xml",
    "docx",
    "xlsb",
    "zip",
    "sqlite",
    "pdf",
    "picture",
    "html",
    "workbook-locked",
    "empty",
    "binary",
]

HEAD_BYTES = 4096
_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"RIFF", "picture"),
)  # fmt: skip
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

IN_WORDS: dict[FileKind, str] = {
    "docx": "a Word document",
    "xlsb": "a binary Excel workbook (.xlsb)",
    "zip": "a zip archive",
    "sqlite": "a database file",
    "pdf": "a PDF document",
    "picture": "a picture",
    "html": "a web page",
    "xml": "an XML file",
    "workbook-locked": "protected by a password",
    "empty": "empty",
    "binary": "not text and no kind of file that is known here",
}


def kind_of(head: bytes) -> FileKind:
    """Return the kind that the first 4,096 bytes show; archives are looked into elsewhere."""
    if not head.strip(b"\x00 \r\n\t"):
        return "empty" if not head.strip() else "binary"
    for magic, kind in _MAGIC:
        if head.startswith(magic) and not (magic == b"BM" and b"\x00" not in head[:64]):
            return kind
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _wide_kind(head, "utf-16")
    if order := looks_like_utf16(head):
        return _wide_kind(head, order)
    if b"\x00" in head:
        return "binary"
    return _text_kind(head)


def looks_like_utf16(head: bytes) -> str:
    """Return the byte order of UTF-16 text without a mark ("" where it is none)."""
    if len(head) < 8 or head.startswith(_BYTE_ORDER_MARKS):
        return ""
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > 0.4 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return ""


def _wide_kind(head: bytes, encoding: str) -> FileKind:
    start = head[: len(head) & ~1].decode(encoding, "replace").lstrip("\ufeff \r\n\t")
    return "xml" if start.startswith("<?xml") else "text"


def _text_kind(head: bytes) -> FileKind:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "html"
    if start.startswith((b"<?xml", b"<!doctype")):
        return "html" if b"<html" in start else "xml"
    if start.startswith(b"<") and b">" in start:
        return "xml"
    return "text"
