# SPDX-License-Identifier: MIT
"""The language of the window: our own words and Qt's."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from azmodels_gui.qtmodels.formats import Language
from azmodels_gui.storage.bundled import resource

FOLDER = "translations"


class InstalledLanguage:
    """Installs the translators of one language and takes out those of the one before."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self._words = b""
        """Qt reads our translations where they lie: the bytes must live as long."""

    def install(self, language: Language) -> None:
        """Translate everything from now on; windows hear of it by `LanguageChange`."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        QLocale.setDefault(QLocale(language.value))
        self._translators = self._loaded(language)
        for translator in self._translators:
            self._application.installTranslator(translator)

    def _loaded(self, language: Language) -> list[QTranslator]:
        """English is the language of the source text and needs none."""
        if language is Language.ENGLISH:
            return []
        qt, own = QTranslator(), QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt.load(f"qtbase_{language.value}", folder)
        self._words = resource(f"{FOLDER}/azmodels_{language.value}.qm").read_bytes()
        own.load(self._words)
        return [qt, own]


def system_language() -> Language:
    """Return German where the system speaks it, else English."""
    speaks_german = QLocale.system().language() == QLocale.Language.German
    return Language.GERMAN if speaks_german else Language.ENGLISH
