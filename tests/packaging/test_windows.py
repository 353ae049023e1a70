"""The boxes for Windows: what goes in, what is refused, and what stays the same twice."""

import io
import os
import sys
import uuid
import zipfile
from pathlib import Path

import pytest
from common.facts import version
from common.running import Failed
from PIL import Image
from windows import audit_pe, fetch_python, icon, launcher, msi, portable, start, tree

WINDOWS = {"kernel32.dll": {"CreateFileW"}, "api-ms-win-crt-heap-l1-1-0.dll": set()}


# ------------------------------------------------------------------ the list of Windows 1809


def test_the_list_names_functions_by_library_and_numbered_sets_as_a_whole() -> None:
    listed = audit_pe.present(audit_pe.WINDOWS.read_text("utf-8"))
    assert {"CreateFileW", "SetDllDirectoryW"} <= listed["kernel32.dll"]
    assert listed["api-ms-win-crt-heap-l1-1-0.dll"] == set()
    assert "icuuc.dll" not in listed


def test_a_library_that_only_later_windows_has_is_found() -> None:
    imports = {"lib/Qt6Core.dll": {"icuuc.dll": ["ucnv_open"], "kernel32.dll": ["CreateFileW"]}}
    assert audit_pe.missing(imports, WINDOWS) == ["lib/Qt6Core.dll needs icuuc.dll"]


def test_a_function_that_is_not_on_the_list_is_found() -> None:
    imports = {"a.dll": {"kernel32.dll": ["GetTempPath2W"]}}
    assert audit_pe.missing(imports, WINDOWS) == ["a.dll needs GetTempPath2W of kernel32.dll"]


def test_what_is_in_the_tree_or_in_a_numbered_set_is_not_missing() -> None:
    imports = {
        "lib/a.pyd": {"b.dll": ["anything"], "api-ms-win-crt-heap-l1-1-0.dll": ["malloc"]},
        "lib/deep/B.dll": {},
    }
    assert audit_pe.missing(imports, WINDOWS) == []


def test_stand_ins_for_windows_and_files_of_wine_are_found(tmp_path: Path) -> None:
    for name, data in (
        ("MSCMS.dll", b"MZ"),
        ("good.dll", b"MZ"),
        ("taken.dll", b"MZ" + b"\0" * 62 + b"Wine builtin DLL"),
    ):
        (tmp_path / name).write_bytes(data)
    assert audit_pe.strangers(sorted(tmp_path.iterdir())) == ["MSCMS.dll", "taken.dll"]


def test_a_library_of_qt_or_python_must_bear_the_signature_of_its_maker() -> None:
    signers = {
        "program/python311.dll": "Python Software Foundation",
        "program/vcruntime140.dll": "Microsoft Corporation",
        "program/lib/PySide6/Qt6Core.dll": "The Qt Company Oy",
        "program/lib/PySide6/plugins/platforms/qwindows.dll": "",
        "program/python.exe": "Somebody",
        "program/lib/lxml/etree.pyd": "",
    }
    assert audit_pe.wrongly_signed(signers) == [
        "program/lib/PySide6/plugins/platforms/qwindows.dll",
        "program/python.exe",
    ]


def test_a_setup_over_the_promised_size_is_refused(tmp_path: Path) -> None:
    box = tmp_path / "setup.exe"
    with box.open("wb") as file:
        file.truncate(audit_pe.LARGEST_SETUP)
    audit_pe.refuse_large_setup(box)
    with box.open("ab") as file:
        file.write(b"x")
    with pytest.raises(Failed, match="at most 35"):
        audit_pe.refuse_large_setup(box)


# ------------------------------------------------------------------ Python as it was signed


def _told(subject: str, *, digest: str = "AB", verified: bool = True) -> str:
    return (
        f"Current message digest    : AB \nCalculated message digest : {digest} \n"
        f"Signer's certificate:\n\t------------------\n\tSigner #0:\n\t\tSubject: {subject}\n"
        f"Signature verification: {'ok' if verified else 'failed'}\n"
        f"exit code {0 if verified else 1}\n"
    )


FOUNDATION = f"{fetch_python.FOUNDATION_NAME}/CN=Python Software Foundation"
MICROSOFT = f"{fetch_python.MICROSOFT_NAME}/CN=Microsoft Windows Software Compatibility Publisher"


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ("python311.dll", _told(FOUNDATION), True),
        ("python311.dll", _told(FOUNDATION).replace("\t------------------\n", ""), True),
        ("python311.dll", _told(FOUNDATION, verified=False), False),
        ("python311.dll", _told(FOUNDATION, digest="CD"), False),
        ("python311.dll", _told(MICROSOFT), False),
        ("python311.dll", _told(f"/O=Evil{fetch_python.FOUNDATION_NAME}/CN=x"), False),
        ("python311.dll", "No signature found\nexit code 1\n", False),
        ("vcruntime140.dll", _told(MICROSOFT, verified=False), True),
        ("vcruntime140.dll", _told(MICROSOFT, digest="CD", verified=False), False),
        ("vcruntime140.dll", _told(FOUNDATION), False),
    ],
)
def test_a_part_of_python_is_trusted_only_as_its_maker_signed_it(
    name: str, told: str, *, expected: bool
) -> None:
    assert fetch_python.trusted(name, told) is expected


# ------------------------------------------------------------------ the tree


def test_of_qt_only_the_modules_go_along_that_the_program_names(tmp_path: Path) -> None:
    source = tmp_path / "window.py"
    source.write_text("from PySide6.QtCore import Qt\nfrom PySide6 import QtGui, QtWidgets\n")
    used = tree.bindings_used([source, tmp_path / "picture.png"])
    assert used == {"QtCore", "QtGui", "QtWidgets"}
    assert tree.wanted("PySide6/QtCore.pyd", used)
    assert not tree.wanted("PySide6/QtHelp.pyd", used)


@pytest.mark.parametrize(
    "name", ["PySide6/designer.exe", "lxml/etree.pyx", "sqlite3/dbapi2.py", "lxml/html/diff.py"]
)
def test_tools_sources_and_excluded_modules_stay_out(name: str) -> None:
    assert not tree.wanted(name, set())


def test_a_library_of_qt_that_nothing_asks_for_is_unreachable() -> None:
    imports: dict[str, dict[str, list[str]]] = {
        "PySide6/QtCore.pyd": {"qt6core.dll": []},
        "PySide6/Qt6Core.dll": {"msvcp140.dll": []},
        "PySide6/msvcp140.dll": {},
        "PySide6/Qt6Qml.dll": {"qt6network.dll": []},
        "PySide6/Qt6Network.dll": {},
        "other/only.dll": {},
    }
    assert tree.unreachable(imports) == ["PySide6/Qt6Network.dll", "PySide6/Qt6Qml.dll"]


def test_the_standard_library_is_repacked_the_same_twice(tmp_path: Path) -> None:
    made = []
    for name in ("one.zip", "two.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
            for module in ("json/decoder.pyc", "sqlite3/dbapi2.pyc", "pydoc_data/topics.pyc"):
                box.writestr(module, b"code")
        tree.repack(path)
        made.append(path.read_bytes())
        assert zipfile.ZipFile(path).namelist() == ["json/decoder.pyc"]
    assert made[0] == made[1]


def test_the_icon_holds_every_size() -> None:
    pictures = {}
    for size in (16, 256):
        told = io.BytesIO()
        Image.new("RGBA", (size, size), "navy").save(told, "PNG")
        pictures[size] = told.getvalue()
    with Image.open(io.BytesIO(icon.icon_of(pictures))) as read:
        assert read.info["sizes"] == {(16, 16), (256, 256)}


def test_the_programs_carry_the_version() -> None:
    text = launcher.resource_script("ChangeDesk.exe")
    assert f'"ProductVersion", "{version()}"' in text
    assert "{" not in text.replace("\n", "")


# ------------------------------------------------------------------ identifiers of the package


def test_a_version_always_has_the_same_identifier_and_another_one_another() -> None:
    code = msi.product_code("1.2.3")
    assert code == msi.product_code("1.2.3") != msi.product_code("1.2.4")
    assert uuid.UUID(code).version == 5
    assert code.upper() == code


def test_the_identifier_of_all_versions_never_changes() -> None:
    # Windows finds the older version by it: another one would leave the old program behind.
    assert msi.upgrade_code() == "{D3158ADA-0120-5EFC-BE44-FFDAC84F2D91}"


@pytest.mark.parametrize("text", ["1.2", "1.2.3rc1", "256.0.0", "0.0.65536"])
def test_a_version_that_windows_cannot_compare_is_refused(text: str) -> None:
    with pytest.raises(Failed, match="three numbers"):
        msi.msi_version(text)


def test_a_package_with_another_content_has_another_identifier(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    first = msi.package_code(tmp_path, "1.0.0")
    assert first == msi.package_code(tmp_path, "1.0.0")
    (tmp_path / "a.txt").write_text("two")
    assert first != msi.package_code(tmp_path, "1.0.0")


def test_folders_in_a_package_are_numbered_in_the_order_in_which_they_stand() -> None:
    one, two = "dir" + "A1" * 16, "dir" + "0F" * 16
    text = f'<Directory Id="{two}"/><Directory Id="{one}"/><Component Directory="{two}"/>'
    assert msi.numbered(text) == (
        '<Directory Id="dir0000"/><Directory Id="dir0001"/><Component Directory="dir0000"/>'
    )


# ------------------------------------------------------------------ the portable copy


def test_the_portable_copy_is_the_same_twice_and_says_that_it_is_portable(tmp_path: Path) -> None:
    stage = tmp_path / "stage"
    (stage / "program").mkdir(parents=True)
    (stage / "program" / "a.dll").write_bytes(b"MZ")
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (box,) = portable.build(stage, tmp_path / name)
        made.append(box.read_bytes())
    assert made[0] == made[1]
    names = zipfile.ZipFile(io.BytesIO(made[0])).namelist()
    assert names == ["ChangeDesk/portable.txt", "ChangeDesk/program/a.dll"]


def test_a_portable_copy_keeps_its_settings_beside_it(tmp_path: Path) -> None:
    assert start.portable_home(tmp_path) is None
    (tmp_path / start.MARKER).touch()
    assert start.portable_home(tmp_path) == tmp_path / start.SETTINGS
    assert list((tmp_path / start.SETTINGS).iterdir()) == []


def test_where_nothing_can_be_written_the_settings_go_to_the_profile(tmp_path: Path) -> None:
    (tmp_path / start.MARKER).touch()
    (tmp_path / start.SETTINGS).write_text("a file where the folder should be")
    assert start.portable_home(tmp_path) is None


def test_a_chosen_folder_for_settings_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(start.HOME_VARIABLE, "chosen")
    (tmp_path / start.MARKER).touch()
    start.prepare(tmp_path)
    assert os.environ[start.HOME_VARIABLE] == "chosen"


def test_a_window_without_a_console_can_still_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    start.prepare(tmp_path)
    with sys.stdout, sys.stderr:
        sys.stdout.write("nothing reads this")
