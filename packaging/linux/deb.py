"""The Debian package: the program in /opt/changedesk, a command, a menu entry, a file type.

It is written here and not by dpkg-deb, because a filter for machine code makes it a tenth
smaller; dpkg reads it all the same.
"""

import hashlib
import io
import lzma
import shutil
import tarfile
from pathlib import Path

from common.facts import BUILD, NAME, PROGRAM, SUMMARY, epoch, version
from common.files import files_in, fresh, settle, size_of
from common.papers import put_papers
from common.running import say

from linux import audit_elf, desktop

HOME = f"opt/{PROGRAM}"
RECOMMENDED = ("fontconfig-config", "xkb-data", "fonts-dejavu-core | fonts-noto-core")
LARGEST_BYTES = 45_000_000

# What Qt loads by name while it runs, so that no binary asks for it.
_LOADED_BY_NAME = ("libdbus-1-3", "xkb-data")

_FILTERS = [
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 26},
]

CONTROL = """Package: {program}
Version: {version}
Architecture: amd64
Maintainer: {name} developers <changedesk@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: {summary}
 Impact, training, user acceptance testing and adoption of a change in one
 record set; works without a network and keeps everything in one file.
 .
 changedesk --self-test tries out whether everything works on this machine.
"""


def build(stage: Path, out: Path) -> list[Path]:
    """Write the package of the frozen program in `stage`."""
    root = fresh(BUILD / "linux" / "deb")
    put_tree(stage, root)
    path = out / f"{PROGRAM}_{version()}_amd64.deb"
    say(f"packing {path.name}")
    write(path, root, control(stage, root))
    return [path]


def put_tree(stage: Path, root: Path) -> None:
    """Lay out below `root` what the package installs."""
    shutil.copytree(stage, root / HOME, symlinks=True)
    put_papers(root / HOME / "papers", "linux")
    desktop.put_desktop_files(root / "usr")
    for problem in desktop.lint(root / "usr"):
        say(f"NOT CHECKED: {problem}")
    command = root / "usr" / "bin" / PROGRAM
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{HOME}/{PROGRAM}")
    documents = root / "usr" / "share" / "doc" / PROGRAM
    documents.mkdir(parents=True)
    shutil.copyfile(root / HOME / "papers" / "NOTICE.txt", documents / "copyright")
    settle(root)


def control(stage: Path, root: Path) -> dict[str, bytes]:
    """Return the files that tell dpkg about the package."""
    found = audit_elf.audit(stage)
    depends = sorted({*found.packages(optional=False), *_LOADED_BY_NAME})
    recommends = sorted({*found.packages(optional=True), *RECOMMENDED} - set(depends))
    text = CONTROL.format(
        program=PROGRAM, version=version(), name=NAME, summary=SUMMARY,
        kilobytes=size_of(root) // 1024, depends=", ".join(depends),
        recommends=", ".join(recommends),
    )  # fmt: skip
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{path.relative_to(root).as_posix()}\n"
        for path in files_in(root)
        if not path.is_symlink()
    )
    return {"control": text.encode(), "md5sums": sums.encode()}


def write(path: Path, root: Path, told: dict[str, bytes]) -> None:
    """Write a package: the account of it, then what it installs, each a compressed archive."""
    about = io.BytesIO()
    with tarfile.open(fileobj=about, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(_entry("./", folder=True))
        for name, content in sorted(told.items()):
            entry = _entry(f"./{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for one in [root, *sorted(root.rglob("*"), key=lambda found: found.parts)]:
            place = one.relative_to(root).as_posix()
            archive.add(one, "./" if place == "." else f"./{place}", recursive=False, filter=_plain)
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": lzma.compress(about.getvalue(), preset=6),
        "data.tar.xz": lzma.compress(data.getvalue(), check=lzma.CHECK_CRC64, filters=_FILTERS),
    }
    with path.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, content in members.items():
            head = f"{name:<16}{epoch():<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
            file.write(head.encode("ascii"))
            file.write(content + b"\n" * (len(content) % 2))


def _entry(name: str, *, folder: bool = False) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type = tarfile.DIRTYPE if folder else tarfile.REGTYPE
    entry.mode = 0o755 if folder else 0o644
    return _plain(entry)


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch()
    return entry
