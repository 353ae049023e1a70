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


def package_code(stage: Path) -> str:
    """Return the identifier of this very package: another content has another one."""
    told = "".join(f"{place} {digest}\n" for place, digest in digests(stage).items())
    return guid(f"package {version()} {hashlib.sha256(told.encode()).hexdigest()}")


def build(stage: Path, out: Path) -> list[Path]:
    """Make the MSI package from the program tree."""
    heat, wixl = tool("wixl-heat", "wixl"), tool("wixl", "wixl")
    still, mend = tool("faketime", "faketime"), tool("msibuild", "msitools")
    work = fresh(BUILD / "windows" / "msi")
    icon.make(work / "changedesk.ico")
    listed = work / "files.txt"
    listed.write_text("".join(f"{p.relative_to(stage).as_posix()}\n" for p in files_in(stage)))
    fragment = ("--directory-ref", "INSTALLDIR", "--component-group", "AppFiles")
    script = f'"$@" < {listed.name} > files.wxs'
    heat_words = (heat, "-p", "", *fragment, "--var", "var.Stage", "--win64")
    run("sh", "-c", script, "sh", *heat_words, cwd=work)
    shutil.copy(PACKAGING / "windows" / "main.wxs", work)
    (work / "stage").symlink_to(stage)  # wixl does not find files by an absolute name
    target = work / f"{PROGRAM}-{version()}-windows.msi"
    moment = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d %H:%M:%S")
    defined = [word for name, value in _names().items() for word in ("-D", f"{name}={value}")]
    clock = (still, "-f", moment)
    run(*clock, wixl, "-a", "x64", *defined, "-o", target.name, "main.wxs", "files.wxs", cwd=work)
    condition, sentence = NEEDED_WINDOWS
    added = (
        f"INSERT INTO LaunchCondition (Condition, Description) VALUES ('{condition}', '{sentence}')"
    )
    run(*clock, mend, target.name, "-q", added, cwd=work)
    about = (f"{NAME} {version()}", PUBLISHER, "x64;1033", package_code(stage))
    run(*clock, mend, target.name, "-s", *about, cwd=work)
    signing.sign(target)
    return [Path(shutil.move(target, out / target.name))]


def _names() -> dict[str, str]:
    return {
        "Win64": "yes",
        "Stage": "stage",
        "Name": NAME,
        "Publisher": PUBLISHER,
        "Version": msi_version(version()),
        "Suffix": SUFFIX,
        "MimeType": MIME_TYPE,
        "Icon": "changedesk.ico",
        "ProductCode": product_code(version()),
        "UpgradeCode": upgrade_code(),
        "FileKindGuid": guid("component file kind"),
        "StartMenuGuid": guid("component start menu"),
    }
