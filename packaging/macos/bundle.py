"""What the bundle for macOS says about itself; the spec builds it, a test looks it over."""

from pathlib import Path
from typing import Any

from common.facts import APP_ID, MIME_TYPE, NAME, PACKAGING, PUBLISHER, SUFFIX, version

OLDEST_MACOS = "12.0"  # what Qt 6.9 asks for
FILE_TYPE = f"{APP_ID.lower()}.workspace"
ICON = "changedesk.icns"

# The pictures of the icon by their kind: its width in pixels stands in the name of the file.
_PICTURES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def information() -> dict[str, Any]:
    """Return the Info.plist: who it is, which files are its own, which system it needs."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{PUBLISHER}, MIT licence",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": f"{NAME} workspace",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": f"{NAME} workspace",
                "UTTypeConformsTo": ["public.data", "public.database"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX.removeprefix(".")],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }


def write_icon(target: Path) -> Path:
    """Write the icon in the form of macOS: PNG pictures behind a head that counts their bytes."""
    body = b""
    for kind, width in _PICTURES.items():
        picture = (PACKAGING / "icons" / f"changedesk-{width}.png").read_bytes()
        body += kind + (len(picture) + 8).to_bytes(4, "big") + picture
    target.write_bytes(b"icns" + (len(body) + 8).to_bytes(4, "big") + body)
    return target
