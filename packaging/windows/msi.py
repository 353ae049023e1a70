"""The MSI package for roll-out, compiled by wixl: see main.wxs for what it does."""

import hashlib
import re
import shutil
import uuid
from datetime import UTC, datetime
from pathlib import Path

from common.facts import (
    APP_ID,
    BUILD,
    MIME_TYPE,
    NAME,
    PACKAGING,
    PROGRAM,
    PUBLISHER,
    SUFFIX,
    epoch,
    version,
)
from common.files import digests, files_in, fresh
from common.running import Failed, run, tool

from windows import icon, signing

# wixl knows no launch conditions; CURRENTBUILD is read in main.wxs.
NEEDED_WINDOWS = (
    "Installed OR CURRENTBUILD >= 17763",
    f"{NAME} needs Windows 10 version 1809 or later.",
)
_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, f"{APP_ID}.windows".lower())


def guid(what: str) -> str:
    """Return the identifier that this product gives to `what`, always the same."""
    return f"{{{str(uuid.uuid5(_SPACE, what)).upper()}}}"


def product_code(of_version: str) -> str:
    """Return the identifier of one version: Windows upgrades from one to another of them."""
    return guid(f"version {of_version}")


def upgrade_code() -> str:
    """Return the identifier of all versions: by it Windows finds the one to replace."""
    return guid("every version")


def msi_version(text: str) -> str:
    """Return the version as Windows compares it: three numbers; raise `Failed` for another."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text)
    if found is None or int(found[1]) > 255 or int(found[2]) > 255 or int(found[3]) > 65535:
        raise Failed(f"An MSI package cannot carry the version {text}: it takes three numbers.")
    return text


def package_code(stage: Path, of_version: str) -> str:
    """Return the identifier of this very package: another content has another one."""
    told = "".join(f"{place} {digest}\n" for place, digest in digests(stage).items())
    return guid(f"package {of_version} {hashlib.sha256(told.encode()).hexdigest()}")


def build(stage: Path, out: Path) -> list[Path]:
    """Make the MSI package from the program tree."""
    return [write(stage, out / f"{PROGRAM}-{version()}-windows.msi", version())]


def write(stage: Path, target: Path, of_version: str) -> Path:
    """Make a package of that version from the tree `stage`."""
    wixl, mend = tool("wixl", "wixl"), tool("msibuild", "msitools")
    moment = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d %H:%M:%S")
    clock = (tool("faketime", "faketime"), "-f", moment)
    work = fresh(BUILD / "windows" / "msi")
    icon.make(work / "changedesk.ico")
    _list_files(stage, work)
    shutil.copy(PACKAGING / "windows" / "main.wxs", work)
    (work / "stage").symlink_to(stage)  # wixl does not find files by an absolute name
    defined = [
        word for name, value in _names(of_version).items() for word in ("-D", f"{name}={value}")
    ]
    run(*clock, wixl, "-a", "x64", *defined, "-o", "box.msi", "main.wxs", "files.wxs", cwd=work)
    condition, sentence = NEEDED_WINDOWS
    added = (
        f"INSERT INTO LaunchCondition (Condition, Description) VALUES ('{condition}', '{sentence}')"
    )
    run(*clock, mend, "box.msi", "-q", added, cwd=work)
    about = (f"{NAME} {of_version}", PUBLISHER, "x64;1033", package_code(stage, of_version))
    run(*clock, mend, "box.msi", "-s", *about, cwd=work)
    signing.sign(work / "box.msi")
    return Path(shutil.move(work / "box.msi", target))


def _list_files(stage: Path, work: Path) -> None:
    names = "".join(f"{path.relative_to(stage).as_posix()}\n" for path in files_in(stage))
    (work / "files.txt").write_text(names, "utf-8")
    fragment = ("--directory-ref", "INSTALLDIR", "--component-group", "AppFiles")
    heat = (tool("wixl-heat", "wixl"), "-p", "", *fragment, "--var", "var.Stage", "--win64")
    run("sh", "-c", '"$@" < files.txt > files.wxs', "sh", *heat, cwd=work)
    fragment_file = work / "files.wxs"
    fragment_file.write_text(numbered(fragment_file.read_text("utf-8")), "utf-8")


def numbered(fragment_text: str) -> str:
    """Return the fragment with numbers for its folders: wixl-heat names them by chance."""
    names = dict.fromkeys(re.findall(r"\bdir[0-9A-F]{32}\b", fragment_text))
    numbers = {name: f"dir{number:04}" for number, name in enumerate(names)}
    return re.sub(r"\bdir[0-9A-F]{32}\b", lambda found: numbers[found[0]], fragment_text)


def _names(of_version: str) -> dict[str, str]:
    return {
        "Native": "no",
        "Win64": "yes",
        "Stage": "stage",
        "Name": NAME,
        "Publisher": PUBLISHER,
        "Version": msi_version(of_version),
        "Suffix": SUFFIX,
        "MimeType": MIME_TYPE,
        "Icon": "changedesk.ico",
        "ProductCode": product_code(of_version),
        "UpgradeCode": upgrade_code(),
        "FileKindGuid": guid("component file kind"),
        "StartMenuGuid": guid("component start menu"),
    }
