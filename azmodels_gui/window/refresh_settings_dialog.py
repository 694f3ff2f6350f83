# SPDX-License-Identifier: MIT
"""Where catalogues come from, whose signature they need, and whether to look once a day."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from azmodels_gui.language.words import ToldError, tr
from azmodels_gui.window.refreshing import Origin, RefreshFailed, Refreshing, RefreshSettings
from azmodels_gui.window.theme import SPACE_L, SPACE_M, Theme, Tone
from azmodels_gui.window.widgets.dialogs import EndingDialog
from azmodels_gui.window.widgets.layouts import column, in_type
from azmodels_gui.window.widgets.texts import plain_label, set_text_colour

WIDTH_PX, KEYS_PX = 600, 72
COMMENT = "untrusted comment:"
"""Begins the first line of a public key file, which may be pasted whole."""


class RefreshSettingsDialog(EndingDialog):
    """The user's own settings, and beneath them what the company's file says."""

    def __init__(
        self, refreshing: Refreshing, language: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._refreshing = refreshing
        self._language, self._theme = language, theme
        self._before = refreshing.settings
        self._site, self._site_problem = self._read_site()
        self.url, self.keys = QLineEdit(self._before.url), QPlainTextEdit()
        self.keys.setPlainText("\n".join(self._before.public_keys))
        self.automatic = QCheckBox()
        wanted = self._before.automatic
        self.automatic.setChecked(bool(self._site.automatic if wanted is None else wanted))
        self._shown_automatic = self.automatic.isChecked()
        self.explained, self.company, self.problem = (plain_label() for _ in range(3))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._build()
        self._write()
        self._fit()
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)

    def chosen(self) -> RefreshSettings:
        """Return what the fields say."""
        keys = (line.strip() for line in self.keys.toPlainText().splitlines())
        checked = self.automatic.isChecked()
        untouched = checked == self._shown_automatic
        return RefreshSettings(
            url=self.url.text().strip(),
            public_keys=tuple(key for key in keys if key and not key.startswith(COMMENT)),
            automatic=self._before.automatic if untouched else checked,
        )

    @Slot()
    def save(self) -> None:
        """Save and close; settings that cannot be used are told, and the dialog stays."""
        chosen = self.chosen()
        try:
            self._refreshing.check(chosen)
            self._refreshing.set_settings(chosen)
        except ToldError as error:
            self._tell(error)
            return
        self.accept()

    def _tell(self, error: ToldError) -> None:
        self.problem.setText(error.told(self._language))
        self.problem.show()
        self._fit()

    def _fit(self) -> None:
        """Grow to what wrapped lines need; a layout alone would squeeze the fields."""
        self._column.activate()
        needed = self._column.heightForWidth(self.width())
        self.setMinimumHeight(needed)
        self.resize(self.width(), max(self.height(), needed))

    def _read_site(self) -> tuple[RefreshSettings, str]:
        try:
            return self._refreshing.site, ""
        except RefreshFailed as error:
            return RefreshSettings(), error.told(self._language)

    def _build(self) -> None:
        wide = in_type(self, WIDTH_PX)
        self.setMinimumWidth(wide)
        self.keys.setFixedHeight(KEYS_PX)
        self.keys.setTabChangesFocus(True)
        self.problem.hide()
        set_text_colour(self.problem, self._theme.tokens.inks[Tone.BAD].text)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(SPACE_M)
        form.addRow(tr("&Address of the catalogue:"), self.url)
        form.addRow(tr("&Public keys, one a line:"), self.keys)
        form.addRow(self.automatic)
        parts = (self.explained, form, self.company, self.problem, self.buttons)
        self._column = column(*parts, within=self, gap=SPACE_M, edges=(SPACE_L,) * 4)
        self.resize(wide, self.sizeHint().height())

    def _write(self) -> None:
        self.setWindowTitle(tr("Refresh settings"))
        self.url.setPlaceholderText("https://")
        self.url.setAccessibleName(tr("Address of the catalogue"))
        self.keys.setAccessibleName(tr("Public keys"))
        self.automatic.setText(tr("Look for a newer catalogue once a &day"))
        self.explained.setText(self._explanation())
        self.company.setText(self._company_words())

    def _explanation(self) -> str:
        words = tr(
            "A catalogue comes from an https address that you or your company host; the program "
            "knows none of its own. With a public key, only files signed by it are accepted."
        )
        try:
            source = self._refreshing.refresh.source
        except RefreshFailed as error:
            return f"{words}\n\n{error.told(self._language)}"
        match source.url_origin:
            case Origin.NOBODY:
                missing = tr(
                    "No address is set: the catalogue on show stays until you set one here or "
                    "open a catalogue file."
                )
                return f"{words}\n\n{missing}"
            case Origin.COMMAND_LINE | Origin.ENVIRONMENT:
                first = tr("The start of the program names an address, which comes first: ")
                return f"{words}\n\n{first}{source.url}"
        return words

    def _company_words(self) -> str:
        if self._site_problem:
            return self._site_problem
        site = self._site
        lines = []
        if site.url:
            lines.append(tr("Address, where you set none: ") + site.url)
        if site.public_keys:
            lines.append(tr("Public keys, which replace yours: ") + ", ".join(site.public_keys))
        if site.automatic is not None:
            daily = tr("yes") if site.automatic else tr("no")
            lines.append(tr("Daily look, where you did not choose: ") + daily)
        if not lines:
            return tr("Your company has set nothing on this machine.")
        return "\n".join([tr("Your company has set:"), *lines])
