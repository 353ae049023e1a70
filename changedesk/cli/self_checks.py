"""What a site's IT asks after installing: the desk itself, tried out in a folder of its own.

Each check does what a user would do, with the program's own code, and says what it found.
"""

import platform
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from changedesk import __version__
from changedesk.cli.self_test import Check, Unfit, require
from changedesk.desk import SCHEMA, build_sample, new_desk, open_desk
from changedesk.exchange.reader import read_file
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.people.actions import add_group, add_project
from changedesk.people.queries import projects
from changedesk.store.backup import list_backups
from changedesk.store.engine import Sql, sqlite_database
from changedesk.store.opening import read_header
from changedesk.store.restoring import restore
from changedesk.store.workspace import Workspace

SAMPLE = "sample.changedesk"
PICTURES = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp", "GIF": "gif", "BMP": "bmp"}
_OLD_SCHEMA = 1


def program(folder: Path) -> str:
    """Name the versions that support asks for first."""
    database = sqlite_database(folder / "empty.db")
    with database.connection_context():
        sqlite = Sql(database).value("SELECT sqlite_version()")
    return (
        f"ChangeDesk {__version__}, Python {platform.python_version()}, SQLite {sqlite}, "
        f"{platform.platform()}"
    )


def workspace(folder: Path) -> str:
    """Make a workspace, change it, undo and redo, and verify its journal."""
    desk = new_desk(folder / "Prüfung (1).changedesk", actor="Self-test")
    try:
        add_project(desk, "CHECK", "Prüfung – 確認")
        add_group(desk, "Team Äther")
        require(desk.undo() is not None, "the last change could not be undone")
        require(desk.redo() is not None, "what was undone could not be redone")
        _refuse_findings(desk)
        return f"made, changed, undone and redone; {desk.journal_length()} operations verified"
    finally:
        desk.close()


def sample(folder: Path) -> str:
    """Build the sample project, find something in it, and verify its journal."""
    build_sample(folder / SAMPLE)
    desk = open_desk(folder / SAMPLE, actor="Self-test")
    try:
        _refuse_findings(desk)
        require(bool(desk.search("chat", 20)), "the search finds nothing")
        records = sum(desk.counts().values())
        return f"{records} records, {desk.journal_length()} operations verified, search finds"
    finally:
        desk.close()


def backup(folder: Path) -> str:
    """Make a backup of the sample and put it back under another name."""
    desk = open_desk(folder / SAMPLE, actor="Self-test")
    try:
        made = desk.backup(folder / "backup.changedesk")
        counts = desk.counts()
    finally:
        desk.close()
    restore(made, folder / "restored.changedesk", SCHEMA)
    again = open_desk(folder / "restored.changedesk", actor="Self-test")
    try:
        _refuse_findings(again)
        require(again.counts() == counts, "the restored workspace holds something else")
    finally:
        again.close()
    return f"{made.stat().st_size:,} bytes written, put back and verified"


def excel(folder: Path) -> str:
    """Make the workbook of the sample's cycle and read it as a foreign file is read."""
    written = _export(folder, "uat-workbook", "workbook.xlsx")
    found = read_file(written)
    rows = sum(len(sheet.rows) for sheet in found.sheets)
    require(found.kind == "xlsx" and rows > 100, f"only {rows} rows came back")
    return f"{written.stat().st_size:,} bytes, read back: {len(found.sheets)} sheets, {rows} rows"


def word(folder: Path) -> str:
    """Make the certificate of the sample's cycle and read its tables."""
    written = _export(folder, "uat-signoff", "certificate.docx")
    found = read_file(written)
    rows = sum(len(sheet.rows) for sheet in found.sheets)
    require(found.kind == "docx" and rows > 10, f"only {rows} rows came back")
    return f"{written.stat().st_size:,} bytes, read back: {len(found.sheets)} tables, {rows} rows"


def pictures(folder: Path) -> str:
    """Write and read a picture in every format that evidence comes in, and a QR code."""
    import segno
    from PIL import Image

    for kind, ending in PICTURES.items():
        path = folder / f"picture.{ending}"
        Image.new("RGB", (64, 40), (24, 90, 160)).save(path, kind)
        with Image.open(path) as picture:
            red, _green, blue = picture.convert("RGB").getpixel((20, 20))  # type: ignore[misc]
            require(picture.format == kind and blue > red, f"a {kind} picture came back changed")
    out = BytesIO()
    segno.make("ChangeDesk", error="m", micro=False).save(out, kind="png")
    require(Image.open(out).width > 20, "the QR code is empty")
    return f"{', '.join(PICTURES)} written and read, QR code drawn"


def keys(_folder: Path) -> str:
    """Sign and check a signature with a key of the kind that devices have."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.generate()
    key.public_key().verify(key.sign(b"self-test"), b"self-test")
    return "Ed25519 signature made and checked"


def old_file(folder: Path) -> str:
    """Bring a workspace of the first schema to this version, with a backup of it made first."""
    from importlib.resources import files

    text = files("resources.self_test").joinpath("workspace_of_schema_1.txt").read_text("utf-8")
    path = folder / "old.changedesk"
    database = sqlite_database(path)
    with database.connection_context():
        Sql(database).connection().executescript(text)
    require(read_header(path).version == _OLD_SCHEMA, "the old workspace is not of schema 1")
    desk = open_desk(path, actor="Self-test")
    try:
        _refuse_findings(desk)
        require(len(list_backups(desk.backup_folder)) == 1, "no backup was made before")
        return f"from schema {_OLD_SCHEMA} to {SCHEMA.version}, backup made, journal verified"
    finally:
        desk.close()


def team(_folder: Path) -> str:
    """Say whether the driver for team databases is there; without it, files work all the same."""
    if find_spec("psycopg") is None:
        return "no driver for team databases is installed; workspaces in files need none"
    import psycopg

    return f"driver for PostgreSQL is there (libpq {psycopg.pq.version()}); nothing was contacted"


CHECKS = (
    Check("program", program),
    Check("workspace", workspace),
    Check("sample", sample),
    Check("backup", backup),
    Check("excel", excel),
    Check("word", word),
    Check("pictures", pictures),
    Check("keys", keys),
    Check("old file", old_file),
    Check("team", team),
)


def _refuse_findings(desk: Workspace) -> None:
    findings = desk.verify()
    if findings:
        raise Unfit(f"{findings[0].where}: {findings[0].why}")


def _export(folder: Path, name: str, file: str) -> Path:
    desk = open_desk(folder / SAMPLE, actor="Self-test")
    try:
        wanted = Wanted(projects(desk)[0])
        return export(desk, document_called(name), wanted, folder / file).path
    finally:
        desk.close()
