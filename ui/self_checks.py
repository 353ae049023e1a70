"""The self-test of the window: Qt, pictures, fonts, translations, and a page drawn unseen."""

import argparse
import ctypes
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from changedesk.cli.output import prepare_streams
from changedesk.cli.self_checks import CHECKS, PICTURES, SAMPLE
from changedesk.cli.self_test import Check, require, run_checks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_FORMATS = {"bmp", "gif", "ico", "jpeg", "png", "svg", "webp"}
_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">'
    b'<rect width="32" height="32" rx="6" fill="teal"/></svg>'
)


def display(_folder: Path) -> str:
    """Load what opens windows on this system, without opening one."""
    from PySide6.QtCore import QLibraryInfo, qVersion  # noqa: PLC0415 - Qt comes last

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    if sys.platform.startswith("linux"):
        ctypes.CDLL(str(plugins / "libqxcb.so"))
    names = sorted(path.stem.removeprefix("lib") for path in plugins.iterdir() if path.is_file())
    return f"Qt {qVersion()}, windows by {', '.join(names)}"


def formats(folder: Path) -> str:
    """Read a picture of each format with Qt, and draw an SVG."""
    from PySide6.QtCore import QByteArray, QSize  # noqa: PLC0415
    from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPixmap  # noqa: PLC0415

    known = {bytes(name.data()).decode("ascii") for name in QImageReader.supportedImageFormats()}
    require(known >= _FORMATS, f"Qt cannot read {', '.join(sorted(_FORMATS - known))}")
    for ending in PICTURES.values():
        picture = QImage(str(folder / f"picture.{ending}"))
        require(not picture.isNull(), f"Qt could not read the .{ending} picture")
    drawing = QPixmap()
    drawing.loadFromData(QByteArray(_SVG))
    require(drawing.size() == QSize(32, 32), "an SVG was not drawn")
    (folder / "icon.svg").write_bytes(_SVG)
    icon = QIcon(str(folder / "icon.svg")).pixmap(16, 16).toImage()
    require(icon.pixelColor(8, 8) == QColor("teal"), "an SVG icon was not drawn")
    return f"Qt reads {', '.join(sorted(_FORMATS))}; SVG icon drawn"


def fonts(_folder: Path) -> str:
    """Load the fonts that come along."""
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415

    from ui.theme.fonts import FONTS  # noqa: PLC0415
    from ui.theme.icons import font_path  # noqa: PLC0415

    families = set()
    for path in [*sorted(FONTS.glob("*.otf")), font_path()]:
        number = QFontDatabase.addApplicationFont(str(path))
        require(number >= 0, f"{path.name} is no font for Qt")
        families |= set(QFontDatabase.applicationFontFamilies(number))
    require(any(name.startswith("Inter") for name in families), "Inter is missing")
    return ", ".join(sorted(families))


def translations(_folder: Path) -> str:
    """Load the English plurals and Qt's own German words."""
    from PySide6.QtCore import QCoreApplication, QLocale, QTranslator  # noqa: PLC0415

    from ui.i18n import install_translators  # noqa: PLC0415

    application = QCoreApplication.instance()
    assert application is not None
    usual = QLocale()
    installed: list[QTranslator] = install_translators(application, QLocale("de_DE"))
    try:
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        one = QCoreApplication.translate("AdkarPanel", "%n person(s) read", None, 1)
    finally:
        for translator in installed:
            application.removeTranslator(translator)
        QLocale.setDefault(usual)
    require(one == "1 person read", f"the plurals are missing: {one}")
    require(cancel == "Abbrechen", f"Qt's German words are missing: {cancel}")
    return f"plurals and Qt's own words load ({len(installed)} files)"


def window(folder: Path) -> str:
    """Open the sample in a window that nobody sees, and look whether something is drawn."""
    from PySide6.QtCore import QCoreApplication, QEvent, QSize  # noqa: PLC0415

    from ui.app import Desktop  # noqa: PLC0415
    from ui.jobs import InlineJobRunner  # noqa: PLC0415

    desktop = Desktop(_application(), jobs=InlineJobRunner())
    desktop.window.resize(1280, 720)
    desktop.show(str(folder / SAMPLE))
    for _ in range(5):
        QCoreApplication.processEvents()
    picture = desktop.window.grab().toImage()
    opened = desktop.session.desk is not None
    desktop.window.close()
    desktop.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    require(opened, "the sample was not opened in the window")
    size = picture.size().boundedTo(QSize(1280, 720))
    colours = {
        picture.pixel(x, y) for x in range(0, size.width(), 7) for y in range(0, size.height(), 7)
    }
    require(len(colours) > 10, "the window is blank")
    return f"sample opened and drawn at {size.width()}x{size.height()}, {len(colours)} colours"


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.app import make_application  # noqa: PLC0415

    found = QApplication.instance()
    return found if isinstance(found, QApplication) else make_application(sys.argv[:1])


def main(words: Sequence[str]) -> int:
    """Run the whole self-test; `--json` for one JSON object, `--report FILE` to write to a file."""
    parser = argparse.ArgumentParser(
        prog="changedesk --self-test",
        description="Try out everything that ChangeDesk needs here. Nothing stays behind.",
    )
    parser.add_argument("--json", action="store_true", help="write one JSON object")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write to this file")
    options = parser.parse_args(words)
    prepare_streams()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    checks = (*CHECKS, Check("display", display), *_WITH_APPLICATION)
    return run_checks(checks, as_json=options.json, report=options.report)


def _in_application(name: str, run: Callable[[Path], str]) -> Check:
    def with_application(folder: Path) -> str:
        _application()
        return run(folder)

    return Check(name, with_application)


_WITH_APPLICATION = (
    _in_application("formats", formats),
    _in_application("fonts", fonts),
    _in_application("translations", translations),
    _in_application("window", window),
)
