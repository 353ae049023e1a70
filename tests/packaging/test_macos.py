"""The bundle for macOS is prepared, not built: what can be looked over here is."""

import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest
from macos import bundle

from changedesk import __version__

MACOS = Path(__file__).resolve().parents[2] / "packaging" / "macos"


def test_the_bundle_owns_its_files_and_names_its_version() -> None:
    told = plistlib.loads(plistlib.dumps(bundle.information()))
    assert told["CFBundleShortVersionString"] == __version__
    (kind,) = told["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["changedesk"]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]


def test_the_entitlements_are_read_and_ask_for_no_more_than_needed() -> None:
    told = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert sorted(told) == [
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    ]


def test_the_icon_has_a_picture_of_every_size(tmp_path: Path) -> None:
    data = bundle.write_icon(tmp_path / "icon.icns").read_bytes()
    assert data[:4] == b"icns"
    assert int.from_bytes(data[4:8], "big") == len(data)
    place, widths = 8, []
    while place < len(data):
        length = int.from_bytes(data[place + 4 : place + 8], "big")
        picture = data[place + 8 : place + length]
        assert picture.startswith(b"\x89PNG")
        widths.append(int.from_bytes(picture[16:20], "big"))
        place += length
    assert widths == [16, 32, 64, 128, 256, 512]


def test_the_script_can_be_read_and_says_that_this_is_no_mac() -> None:
    script = MACOS / "build.sh"
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    if shutil.which("uname") is None or subprocess.check_output(["uname", "-s"]) == b"Darwin\n":
        pytest.skip("this is a Mac: the script would build")
    done = subprocess.run(["bash", script], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "nothing was built" in done.stderr
