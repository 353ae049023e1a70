"""How boxes are made: the same twice, and loud when something is missing."""

import hashlib
import lzma
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

import pytest
from common import checksums, files, verify
from common.running import Failed, Lacking, run, tool
from linux import audit_elf, deb, desktop, frozen, try_chroot
from wheelhouse import make

CONTROL = (
    b"Package: sample\nVersion: 1.0\nArchitecture: amd64\nMaintainer: a <a@localhost>\n"
    b"Description: a sample\n"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What a package installs: a program, a link to it, a name with a blank."""
    root = tmp_path / "root"
    program = root / "opt/sample/Änderung (x).sh"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho started\n", "utf-8")
    program.chmod(0o755)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/sample").symlink_to("/opt/sample/Änderung (x).sh")
    files.settle(root)
    return root


def members(package: Path) -> dict[str, bytes]:
    data, found = package.read_bytes(), {}
    assert data.startswith(b"!<arch>\n")
    place = 8
    while place < len(data):
        name, size = data[place : place + 16].decode().strip(), int(data[place + 48 : place + 58])
        found[name] = data[place + 60 : place + 60 + size]
        place += 60 + size + size % 2
    return found


def test_a_package_is_the_same_twice_and_belongs_to_root(tree: Path, tmp_path: Path) -> None:
    for name in ("one.deb", "two.deb"):
        deb.write(tmp_path / name, tree, {"control": CONTROL})
    assert (tmp_path / "one.deb").read_bytes() == (tmp_path / "two.deb").read_bytes()
    found = members(tmp_path / "one.deb")
    assert list(found) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tarfile.open(fileobj=BytesIO(lzma.decompress(found["data.tar.xz"]))) as archive:
        entries = archive.getmembers()
    assert [entry.name for entry in entries] == [
        ".", "./opt", "./opt/sample", "./opt/sample/Änderung (x).sh", "./usr", "./usr/bin",
        "./usr/bin/sample",
    ]  # fmt: skip
    assert {(entry.uid, entry.gid, entry.uname) for entry in entries} == {(0, 0, "root")}


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg is not installed here")
def test_dpkg_reads_a_package(tree: Path, tmp_path: Path) -> None:
    deb.write(tmp_path / "one.deb", tree, {"control": CONTROL})
    assert run("dpkg-deb", "-f", tmp_path / "one.deb", "Version").strip() == "1.0"
    run("dpkg-deb", "-x", tmp_path / "one.deb", tmp_path / "unpacked")
    assert files.digests(tmp_path / "unpacked") == files.digests(tree)


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg is not installed here")
def test_the_older_package_of_the_test_has_a_file_that_must_go(tmp_path: Path) -> None:
    package = try_chroot.older_package(tmp_path / "older.deb")
    assert f"./{try_chroot.STALE}" in run("dpkg-deb", "-c", package)


def test_checksums_notice_a_changed_and_a_missing_file(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.deb", "b.zip")]
    for path in paths:
        path.write_text(path.name, "utf-8")
    checksums.write(tmp_path, paths)
    assert checksums.check(tmp_path) == 2
    paths[0].write_text("changed", "utf-8")
    paths[1].unlink()
    with pytest.raises(Failed, match=r"a\.deb, b\.zip"):
        checksums.check(tmp_path)


def test_a_library_that_pyinstaller_did_not_find_ends_the_build() -> None:
    frozen.refuse_missing_libraries("9 WARNING: Library not found: 'libgtk-3.so.0'")
    with pytest.raises(Failed, match="libxcb-icccm"):
        frozen.refuse_missing_libraries("9 WARNING: Library not found: 'libxcb-icccm.so.4'")


@pytest.mark.skipif(shutil.which("readelf") is None, reason="binutils is not installed here")
def test_the_audit_sees_what_a_binary_needs_and_what_does_not_belong(tmp_path: Path) -> None:
    shutil.copy(shutil.which("readelf") or "", tmp_path / "readelf")
    (tmp_path / "libQt6Quick.so.6").write_bytes(b"")
    (tmp_path / "libgone.so").symlink_to("nowhere.so")
    found = audit_elf.audit(tmp_path)
    assert found.binaries == 1
    assert "libc.so.6" in found.wanted
    assert "libQt6Quick.so.6 has no business in the bundle" in found.problems
    assert "libgone.so links to nowhere.so, which is not there" in found.problems
    with pytest.raises(Failed, match="no business"):
        audit_elf.refuse_problems(found)


def test_an_optional_library_is_recommended_and_never_required() -> None:
    found = audit_elf.Audit(newest={"GLIBC": (2, 35)})
    found.wanted["libc.so.6"] = ["changedesk"]
    found.wanted["libwayland-client.so.0"] = ["Qt/plugins/platforms/libqwayland-generic.so"]
    assert found.packages(optional=False) == ["libc6 (>= 2.35)"]
    assert found.packages(optional=True) == ["libwayland-client0"]


def test_the_menu_entry_and_the_file_type_name_each_other(tmp_path: Path) -> None:
    desktop.put_desktop_files(tmp_path)
    entry = (tmp_path / "share/applications/changedesk.desktop").read_text("utf-8")
    assert "MimeType=application/x-changedesk;" in entry
    assert "Exec=changedesk %f" in entry
    kind = (tmp_path / "share/mime/packages/changedesk.xml").read_text("utf-8")
    assert '<glob pattern="*.changedesk"/>' in kind
    icons = {path.parent.parent.name for path in tmp_path.rglob("apps/changedesk.*")}
    assert icons == {*(f"{size}x{size}" for size in desktop.SIZES), "scalable"}
    assert [line for line in desktop.lint(tmp_path) if "not installed" not in line] == []


def test_the_lock_of_a_wheelhouse_names_exactly_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"changedesk-9.9-py3-none-any.whl": b"ours", "peewee-1-py3-none-any.whl": b"theirs"}
    for name, content in {**names, "other-1-py3-none-any.whl": b"in no lock"}.items():
        (tmp_path / name).write_bytes(content)
    theirs = hashlib.sha256(b"theirs").hexdigest()
    text = f"peewee==1 \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{theirs}\n"
    (tmp_path / "small.lock").write_text(text, "ascii")
    monkeypatch.setattr(make, "lock", lambda _name: tmp_path / "small.lock")
    lines = make.pinned("linux", tmp_path).splitlines()
    assert lines[:2] == ["peewee==1 \\", f"    --hash=sha256:{theirs}"]
    assert lines[3] == f"    --hash=sha256:{hashlib.sha256(b'ours').hexdigest()}"
    assert len(lines) == 4
    (tmp_path / "peewee-1-py3-none-any.whl").unlink()
    with pytest.raises(Failed, match="lacks peewee==1"):
        make.pinned("linux", tmp_path)


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(Lacking, match="nothing-of-this-name is not installed"):
        tool("nothing-of-this-name", "some-package")


def test_a_program_that_fails_shows_its_last_lines() -> None:
    with pytest.raises(Failed, match="the reason"):
        run("sh", "-c", "echo the reason; exit 4")


@pytest.mark.parametrize("script", ["wheelhouse/install.sh", "linux/in_chroot.sh"])
def test_scripts_can_be_read(script: str) -> None:
    path = Path(deb.__file__).resolve().parent.parent / script
    assert subprocess.run(["sh", "-n", path], check=False).returncode == 0


def test_a_wheel_that_the_lock_does_not_name_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "one.whl").write_bytes(b"one")
    wanted = hashlib.sha256(b"one").hexdigest()
    (tmp_path / "requirements.lock").write_text(f"one==1 --hash=sha256:{wanted}\n", "ascii")
    verify._locked_files(tmp_path)
    (tmp_path / "two.whl").write_bytes(b"two")
    with pytest.raises(Failed, match="1 wheels are not those"):
        verify._locked_files(tmp_path)


def test_a_self_test_that_complains_fails() -> None:
    with pytest.raises(Failed, match="a warning"):
        verify.self_test("/bin/sh", "-c", "echo a warning >&2")
