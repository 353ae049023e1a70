"""The language of the window: translators, words of records, and a pseudo-language for tests."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - named by Qt
    """Mark a text for the extractor under its context; it is translated where it is shown."""
    return text


def translate_label(text: str) -> str:
    """Return the translation of a word that a record type declares (see `ui.record_words`)."""
    return QCoreApplication.translate("Records", text) if text else ""


class PseudoTranslator(QTranslator):
    """Doubles every text, so that a test sees what is cut off and what was left untranslated."""

    MARK = "·"

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if not text or text.startswith(self.MARK):
            return text
        return f"{self.MARK}{text} {text}{self.MARK}"

    def isEmpty(self) -> bool:
        return False


def install_translators(
    application: QCoreApplication, locale: QLocale | None = None
) -> list[QTranslator]:
    """Install what there is for a locale (by default the system's); return what was installed.

    The English plurals come first: they stand where a translation lacks something. Keep the list,
    Qt does not own its translators.
    """
    wanted = locale or QLocale.system()
    QLocale.setDefault(wanted)
    qt_files = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    plurals = QTranslator(application)
    if plurals.load("changedesk_en", str(TRANSLATIONS)):
        installed.append(plurals)
    for name, folder in (("qtbase", qt_files), ("changedesk", str(TRANSLATIONS))):
        translator = QTranslator(application)
        if translator.load(wanted, name, "_", folder):
            installed.append(translator)
    for translator in installed:
        application.installTranslator(translator)
    return installed
