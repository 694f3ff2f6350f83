# SPDX-License-Identifier: MIT
"""The language of the window: our own words, and Qt's for its own dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from azmodels_gui.language.shown import speak
from azmodels_gui.language.words import known_language


class InstalledLanguage:
    """Lets window and Qt speak one language, in place of the one before."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._qt: QTranslator | None = None

    def install(self, language: str) -> None:
        """Speak a language from now on."""
        speak(language)
        QLocale.setDefault(QLocale(language))
        if self._qt is not None:
            self._application.removeTranslator(self._qt)
        self._qt = QTranslator()
        self._qt.load(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )
        self._application.installTranslator(self._qt)


def system_language() -> str:
    """Return the language of the system where the program speaks it, else English."""
    return known_language(QLocale.system().name())
