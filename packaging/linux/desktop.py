"""How a Linux desktop learns of the program: menu entry, file type, icons, description."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from common.facts import (
    APP_ID,
    MIME_TYPE,
    NAME,
    PACKAGING,
    PROGRAM,
    SUFFIX,
    SUMMARY,
    epoch,
    version,
)
from common.running import run

SIZES = (16, 24, 32, 48, 64, 128, 256)
ICON = PACKAGING / "icons" / "changedesk.svg"

ENTRY = f"""[Desktop Entry]
Type=Application
Version=1.1
Name={NAME}
GenericName=Change management
GenericName[de]=Change-Management
Comment={SUMMARY}
Exec={PROGRAM} %f
Icon={PROGRAM}
Terminal=false
Categories=Office;ProjectManagement;
MimeType={MIME_TYPE};
StartupWMClass={PROGRAM}
Keywords=change;acceptance;test;training;impact;survey;
"""

FILE_TYPE = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <sub-class-of type="application/vnd.sqlite3"/>
    <comment>{NAME} workspace</comment>
    <comment xml:lang="de">{NAME}-Arbeitsbereich</comment>
    <icon name="{PROGRAM}"/>
    <glob pattern="*{SUFFIX}"/>
  </mime-type>
</mime-info>
"""

DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{app_id}</id>
  <name>{name}</name>
  <summary>{summary}</summary>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <developer id="org.changedesk"><name>{name}</name></developer>
  <description>
    <p>For every group of people that a change touches: how hard it is hit, whether it can do by
    go-live what it must, whether the new system does what it needs, and whether it is used
    afterwards. One record set instead of four spreadsheets; works without a network.</p>
  </description>
  <launchable type="desktop-id">{program}.desktop</launchable>
  <provides>
    <binary>{program}</binary>
    <mediatype>{mime_type}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases><release version="{version}" date="{day}"/></releases>
</component>
"""


def put_desktop_files(root: Path) -> None:
    """Put everything into `root`, the folder that stands for /usr."""
    _write(root / "share/applications" / f"{PROGRAM}.desktop", ENTRY)
    _write(root / "share/mime/packages" / f"{PROGRAM}.xml", FILE_TYPE)
    description = DESCRIPTION.format(
        app_id=APP_ID, name=NAME, summary=SUMMARY, program=PROGRAM, mime_type=MIME_TYPE,
        version=version(), day=datetime.fromtimestamp(epoch(), UTC).date(),
    )  # fmt: skip
    _write(root / "share/metainfo" / f"{APP_ID}.metainfo.xml", description)
    icons = root / "share/icons/hicolor"
    for kind, name in (("apps", PROGRAM), ("mimetypes", MIME_TYPE.replace("/", "-"))):
        for size in SIZES:
            target = icons / f"{size}x{size}" / kind / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PACKAGING / "icons" / f"changedesk-{size}.png", target)
        scalable = icons / "scalable" / kind / f"{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ICON, scalable)


def lint(root: Path) -> list[str]:
    """Let the desktop's own tools look at the files; return what was not checked, and why."""
    unchecked = []
    for words, package in (
        (["desktop-file-validate", f"share/applications/{PROGRAM}.desktop"], "desktop-file-utils"),
        (
            ["appstreamcli", "validate", "--no-net", f"share/metainfo/{APP_ID}.metainfo.xml"],
            "appstream",
        ),
    ):
        if shutil.which(words[0]) is None:
            unchecked.append(f"{words[0]} is not installed (Debian: {package})")
            continue
        run(*words, cwd=root)
    return unchecked


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
