"""A Word document as PDF, where LibreOffice is installed to make it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from changedesk.office.files import replacing
from changedesk.store.errors import EnvironmentProblem

_SECONDS = 180
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def converter() -> str:
    """Return the program that makes PDF files; raises EnvironmentProblem where there is none."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    for place in _USUAL_PLACES:
        if Path(place).is_file():
            return place
    raise EnvironmentProblem(
        "A PDF needs LibreOffice, which was not found here: install it, or make the .docx and "
        "save that as PDF."
    )


def make_pdf(document: Path, target: Path) -> Path:
    """Write `document` (.docx) as PDF to `target`, whole or not at all; neither may be open.

    Raises EnvironmentProblem where LibreOffice is missing or does not manage it.
    """
    program = converter()
    with replacing(target) as temporary, tempfile.TemporaryDirectory() as folder:
        # A profile of its own: a LibreOffice that is open would otherwise take the work and fail.
        profile = (Path(folder) / "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
            "--outdir", folder, str(document),
        ]  # fmt: skip
        try:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                env=_environment(),
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, subprocess.TimeoutExpired):
            raise _failed(document) from None
        made = Path(folder) / f"{document.stem}.pdf"
        if not made.is_file():
            raise _failed(document)
        shutil.copyfile(made, temporary)
    return target


def _failed(document: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"LibreOffice did not make a PDF of {document.name}: make the .docx and save that as PDF."
    )


def _environment() -> dict[str, str]:
    # A frozen program puts its own libraries first; LibreOffice must get those of the system.
    variables = dict(os.environ)
    if getattr(sys, "frozen", False):
        original = variables.pop("LD_LIBRARY_PATH_ORIG", None)
        variables.pop("LD_LIBRARY_PATH", None)
        if original:
            variables["LD_LIBRARY_PATH"] = original
    return variables
