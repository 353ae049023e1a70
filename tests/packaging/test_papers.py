"""What lies beside the program: a licence for everything inside, a notice, a bill of materials."""

import json
import re
from pathlib import Path

import pytest
from common import components, facts
from common.drop import is_dropped
from common.papers import put_papers

from changedesk import __version__

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = ("linux", "windows", "macos")


def test_everything_that_is_handed_out_has_a_licence_and_its_text() -> None:
    assert components.problems() == []


def test_a_package_without_a_licence_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    without = [one for one in components.components() if one.name != "peewee"]
    monkeypatch.setattr(components, "components", lambda: without)
    assert components.problems() == [
        "peewee is handed out without a licence",
        "licences/peewee.txt belongs to nothing",
    ]


def test_a_library_that_nobody_declared_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    for name in ("libstrange.so.1", "libffi.so.8", "readme.txt"):
        (tmp_path / "_internal" / name).write_bytes(b"")
    assert components.unclaimed(tmp_path) == ["libstrange.so.1"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_box_holds_the_versions_that_the_tests_ran_with(system: str) -> None:
    tested = dict(
        re.findall(
            r"^([a-z0-9-]+)==([\w.]+)",
            (ROOT / "requirements.lock").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    assert {name: tested.get(name) for name in components.locked(system)} == components.locked(
        system
    )


@pytest.mark.parametrize("system", SYSTEMS)
def test_locks_pin_with_hashes_and_name_no_host(system: str) -> None:
    text = (ROOT / "packaging" / "locks" / f"runtime-{system}.lock").read_text("utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[a-z].*?(?=^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert len(pinned) > 20
    assert [one for one in pinned if "==" not in one or "--hash=sha256:" not in one] == []


def test_the_papers_name_the_one_version(tmp_path: Path) -> None:
    put_papers(tmp_path, "linux")
    assert facts.version() == __version__
    assert f"ChangeDesk {__version__} for linux" in (tmp_path / "NOTICE.txt").read_text("utf-8")
    bill = json.loads((tmp_path / "sbom.cdx.json").read_text("utf-8"))
    assert bill["metadata"]["component"]["version"] == __version__
    named = {one["name"]: one.get("version") for one in bill["components"]}
    assert named["pyside6-essentials"] == named["Qt"]
    assert {"CPython", "ICU", "SQLite", "OpenSSL"} <= set(named)
    for name in re.findall(r"licences/[\w.-]+\.txt", (tmp_path / "NOTICE.txt").read_text("utf-8")):
        assert (tmp_path / name).stat().st_size > 100, name


def test_the_papers_are_the_same_twice(tmp_path: Path) -> None:
    for name in ("first", "second"):
        put_papers(tmp_path / name, "windows")
    for path in (tmp_path / "first").rglob("*.*"):
        other = tmp_path / "second" / path.relative_to(tmp_path / "first")
        assert path.read_bytes() == other.read_bytes(), path.name


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Qml.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "qtawesome/fonts/codicon-0.0.36.ttf",
        "qtawesome/__init__.py",
    ],
)
def test_what_is_never_used_is_left_out(name: str) -> None:
    assert is_dropped(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqwebp.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt6Widgets.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "qtawesome/fonts/remixicon-2.5.0.ttf",
        "resources/translations/changedesk_en.qm",
        "docx/templates/default.docx",
    ],
)
def test_what_is_used_goes_along(name: str) -> None:
    assert not is_dropped(name)
