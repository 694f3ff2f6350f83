# SPDX-License-Identifier: MIT
"""What happened and what to do, for each problem of a refresh, in English and German.

`{name}` is a figure of the problem. What the user still has is the same for all of them.
"""

from collections.abc import Mapping

from azmodels_gui.storage.problem import Problem

Pair = tuple[str, str]
"""English, German."""

REMAINS: Pair = (
    "The catalogue on show and on disk is as it was.",
    "Der Katalog in der Ansicht und auf der Festplatte ist unverändert.",
)
_OTHER_SHOWN: Pair = (
    "Catalogue {shown} is shown instead.",
    "Gezeigt wird stattdessen der Katalog {shown}.",
)
_LATER: Pair = (
    "Check the network and try again later.",
    "Prüfen Sie das Netz, und versuchen Sie es später noch einmal.",
)
_PUBLISHER: Pair = (
    "Tell whoever publishes the catalogue.",
    "Sagen Sie dem Herausgeber des Katalogs Bescheid.",
)
_ADDRESS: Pair = (
    "Check the address in the settings.",
    "Prüfen Sie die Adresse in den Einstellungen.",
)
_SIGN_IN: Pair = (
    "Open any page in the browser, sign in to the network there, and try again; "
    "otherwise check the address.",
    "Öffnen Sie eine beliebige Seite im Browser, melden Sie sich dort im Netz an, und versuchen "
    "Sie es noch einmal; prüfen Sie sonst die Adresse.",
)

WORDS: Mapping[Problem, tuple[Pair, Pair]] = {
    Problem.NO_ADDRESS: (
        (
            "No address of a catalogue is set.",
            "Es ist keine Adresse eines Katalogs eingestellt.",
        ),
        (
            "Set the https address of a catalogue in the settings, by --catalog-url (azmodels "
            "refresh: --url) or AZMODELS_CATALOG_URL, or open a catalogue file.",
            "Stellen Sie die https-Adresse eines Katalogs ein, geben Sie sie mit --catalog-url "
            "(azmodels refresh: --url) oder AZMODELS_CATALOG_URL an, oder öffnen Sie eine "
            "Katalogdatei.",
        ),
    ),
    Problem.ADDRESS_REFUSED: (
        (
            "{url} is not an address a catalogue may come from.",
            "{url} ist keine Adresse, von der ein Katalog kommen darf.",
        ),
        (
            "Give an address that begins with https://.",
            "Geben Sie eine Adresse an, die mit https:// beginnt.",
        ),
    ),
    Problem.NAME_UNKNOWN: (
        ("The network does not know {host}.", "Das Netz kennt {host} nicht."),
        _LATER,
    ),
    Problem.NO_CONNECTION: (
        ("{host} cannot be reached.", "{host} ist nicht zu erreichen."),
        _LATER,
    ),
    Problem.CONNECTION_BROKE: (
        (
            "The connection to {host} broke off.",
            "Die Verbindung zu {host} ist abgebrochen.",
        ),
        _LATER,
    ),
    Problem.NO_ANSWER: (
        (
            "{host} did not answer within {seconds} s.",
            "{host} hat nicht innerhalb von {seconds} s geantwortet.",
        ),
        _LATER,
    ),
    Problem.TOO_SLOW: (
        (
            "The refresh from {host} was stopped after {seconds} s.",
            "Die Aktualisierung von {host} wurde nach {seconds} s beendet.",
        ),
        (
            "Try again in a faster network.",
            "Versuchen Sie es in einem schnelleren Netz noch einmal.",
        ),
    ),
    Problem.CERTIFICATE_REFUSED: (
        (
            "The certificate of {host} is not trusted: {reason}.",
            "Dem Zertifikat von {host} wird nicht vertraut: {reason}.",
        ),
        (
            "Check the computer's date and whether a network sign-in page is in between; the "
            "company's certificate must be installed in the system.",
            "Prüfen Sie das Datum des Rechners und ob eine Anmeldeseite des Netzes dazwischen "
            "liegt; das Zertifikat des Unternehmens muss im System installiert sein.",
        ),
    ),
    Problem.PROXY_FAILED: (
        (
            "The proxy in front of {host} refused or did not answer.",
            "Der Proxy vor {host} hat abgelehnt oder nicht geantwortet.",
        ),
        (
            "Check the system's proxy settings.",
            "Prüfen Sie die Proxy-Einstellungen des Systems.",
        ),
    ),
    Problem.STATUS: (
        ("{host} answered HTTP {status}.", "{host} hat mit HTTP {status} geantwortet."),
        _ADDRESS,
    ),
    Problem.REDIRECT_REFUSED: (
        (
            "{host} sent us on to {target}, which is not https.",
            "{host} verweist auf {target}; das ist keine https-Adresse.",
        ),
        _SIGN_IN,
    ),
    Problem.TOO_MANY_REDIRECTS: (
        (
            "{host} sent us on more than {most} times.",
            "{host} hat mehr als {most}-mal weiterverwiesen.",
        ),
        _SIGN_IN,
    ),
    Problem.TOO_LARGE: (
        (
            "{name} is larger than the {mebibytes} MiB a catalogue may have.",
            "{name} ist größer als die {mebibytes} MiB, die ein Katalog haben darf.",
        ),
        _ADDRESS,
    ),
    Problem.CUT_SHORT: (
        (
            "{host} sent less than it had announced.",
            "{host} hat weniger gesendet als angekündigt.",
        ),
        _LATER,
    ),
    Problem.ENCODING_BROKEN: (
        (
            "What {host} sent cannot be unpacked.",
            "Was {host} gesendet hat, lässt sich nicht entpacken.",
        ),
        _PUBLISHER,
    ),
    Problem.CANCELLED: (
        ("The refresh was cancelled.", "Die Aktualisierung wurde abgebrochen."),
        ("Start it again at any time.", "Sie können sie jederzeit wieder starten."),
    ),
    Problem.WEB_PAGE: (
        (
            "{name} answered with a web page, not with a catalogue.",
            "{name} hat eine Webseite geliefert, keinen Katalog.",
        ),
        _SIGN_IN,
    ),
    Problem.SIGNATURE_MISSING: (
        (
            "{name} has no signature, and a public key is set.",
            "{name} hat keine Signatur, und ein öffentlicher Schlüssel ist eingestellt.",
        ),
        _PUBLISHER,
    ),
    Problem.SIGNATURE_UNREADABLE: (
        (
            "The signature of {name} cannot be read: {reason}.",
            "Die Signatur von {name} ist nicht lesbar: {reason}.",
        ),
        _PUBLISHER,
    ),
    Problem.SIGNATURE_WRONG: (
        (
            "The signature does not fit {name}: the file was changed, or signature and file are "
            "of different publications.",
            "Die Signatur passt nicht zu {name}: Die Datei wurde verändert, oder Signatur und "
            "Datei stammen aus verschiedenen Veröffentlichungen.",
        ),
        (
            "Try again in some minutes; if it stays, tell whoever publishes the catalogue.",
            "Versuchen Sie es in einigen Minuten noch einmal; bleibt es dabei, sagen Sie dem "
            "Herausgeber des Katalogs Bescheid.",
        ),
    ),
    Problem.KEY_UNKNOWN: (
        (
            "{name} is signed by the key {key}, which is not among the trusted ones ({known}).",
            "{name} ist mit dem Schlüssel {key} signiert, der nicht zu den vertrauten gehört "
            "({known}).",
        ),
        (
            "Ask the publisher, by another way, whether the key was changed.",
            "Fragen Sie den Herausgeber auf anderem Weg, ob der Schlüssel gewechselt wurde.",
        ),
    ),
    Problem.KEY_UNREADABLE: (
        (
            "The public key {key} cannot be used: {reason}.",
            "Der öffentliche Schlüssel {key} ist nicht verwendbar: {reason}.",
        ),
        (
            "Copy the key again, the whole line.",
            "Kopieren Sie den Schlüssel noch einmal, die ganze Zeile.",
        ),
    ),
    Problem.NOT_A_CATALOG: (
        (
            "{name} is not a usable catalogue: {reason}.",
            "{name} ist kein verwendbarer Katalog: {reason}.",
        ),
        _PUBLISHER,
    ),
    Problem.SCHEMA_TOO_NEW: (
        (
            "{name} is of a newer form than this program reads.",
            "{name} hat eine neuere Form, als dieses Programm lesen kann.",
        ),
        (
            "Install a newer version of azmodels.",
            "Installieren Sie eine neuere Version von azmodels.",
        ),
    ),
    Problem.OLDER: (
        (
            "{name} is older (serial {serial}) than the catalogue held (serial {held}).",
            "{name} ist älter (laufende Nummer {serial}) als der vorhandene Katalog "
            "(laufende Nummer {held}).",
        ),
        (
            "Nothing is to be done if the publisher went back; otherwise tell them: somebody may "
            "be serving you an old copy.",
            "Hat der Herausgeber selbst zurückgestellt, ist nichts zu tun; sagen Sie ihm sonst "
            "Bescheid: Jemand könnte Ihnen eine alte Fassung unterschieben.",
        ),
    ),
    Problem.SAME_SERIAL: (
        (
            "{name} has the serial of the catalogue held ({serial}) but other content.",
            "{name} hat die laufende Nummer des vorhandenen Katalogs ({serial}), aber anderen "
            "Inhalt.",
        ),
        (
            "The publisher must raise the serial; tell them.",
            "Der Herausgeber muss die laufende Nummer erhöhen; sagen Sie ihm Bescheid.",
        ),
    ),
    Problem.FILE_UNREADABLE: (
        ("{name} cannot be read: {reason}.", "{name} ist nicht lesbar: {reason}."),
        ("Check the file.", "Prüfen Sie die Datei."),
    ),
    Problem.SITE_FILE: (
        (
            "The company's settings in {name} cannot be used: {reason}.",
            "Die Einstellungen des Unternehmens in {name} sind nicht verwendbar: {reason}.",
        ),
        (
            "Tell the people who manage this computer.",
            "Sagen Sie den Betreuern dieses Rechners Bescheid.",
        ),
    ),
    Problem.NOT_SAVED: (
        ("{name} could not be saved: {reason}.", "{name} ließ sich nicht speichern: {reason}."),
        (
            "Make room or give permission, or set AZMODELS_DATA_DIR to another folder.",
            "Schaffen Sie Platz oder Zugriff, oder setzen Sie AZMODELS_DATA_DIR auf einen anderen "
            "Ordner.",
        ),
    ),
    Problem.BUSY: (
        (
            "Another window of azmodels is saving a catalogue.",
            "Ein anderes Fenster von azmodels speichert gerade einen Katalog.",
        ),
        ("Try again in a moment.", "Versuchen Sie es gleich noch einmal."),
    ),
    Problem.NOT_KEPT: (
        (
            "No usable catalogue with the serial {serial} is kept.",
            "Es ist kein verwendbarer Katalog mit der laufenden Nummer {serial} aufbewahrt.",
        ),
        ("Choose another one.", "Wählen Sie einen anderen."),
    ),
    Problem.NOTHING_HELD_BACK: (
        ("No catalogue is held back.", "Es ist kein Katalog zurückgehalten."),
        ("Refresh first.", "Aktualisieren Sie zuerst."),
    ),
    Problem.KEPT_DAMAGED: (
        (
            "The saved catalogue {serial} is not usable ({reason}); it stays in the folder as "
            "{name}.",
            "Der gespeicherte Katalog {serial} ist nicht verwendbar ({reason}); er bleibt als "
            "{name} im Ordner.",
        ),
        ("Refresh to get it again.", "Aktualisieren Sie, um ihn wieder zu erhalten."),
    ),
    Problem.KEPT_REVOKED: (
        (
            "The saved catalogue {serial} is not signed by a key that is trusted now; it stays "
            "in the folder.",
            "Der gespeicherte Katalog {serial} ist nicht mit einem Schlüssel signiert, dem jetzt "
            "vertraut wird; er bleibt im Ordner.",
        ),
        ("Refresh to get a signed one.", "Aktualisieren Sie, um einen signierten zu erhalten."),
    ),
}

REASONS: Mapping[str, str] = {
    "there is no such file": "es gibt keine solche Datei",
    "no permission": "keine Berechtigung",
    "it is a folder, not a file": "es ist ein Ordner, keine Datei",
    "a part of its path is not a folder": "ein Teil des Pfads ist kein Ordner",
    "the name is too long": "der Name ist zu lang",
    "its links lead in a circle": "die Verknüpfungen führen im Kreis",
    "the disk is full": "die Festplatte ist voll",
    "the disk is read-only": "die Festplatte ist schreibgeschützt",
    "the file is empty": "die Datei ist leer",
    "a public key is one line of about 56 characters": (
        "ein öffentlicher Schlüssel ist eine Zeile mit etwa 56 Zeichen"
    ),
    "it is no Ed25519 key": "es ist kein Ed25519-Schlüssel",
    "it is no Ed25519 signature": "es ist keine Ed25519-Signatur",
    "a signature has four lines": "eine Signatur hat vier Zeilen",
    "it is not Base64": "es ist kein Base64",
    "it is not UTF-8": "es ist kein UTF-8",
    "it is too long": "zu lang",
    "its bytes are not those that were written": (
        "seine Bytes sind nicht die, die geschrieben wurden"
    ),
}
"""Reasons in German; one that is missing (of the system, of the parser) stays as it is."""


AT_START = frozenset({Problem.KEPT_DAMAGED, Problem.KEPT_REVOKED})
"""Problems of the start: another catalogue than the saved one is shown."""


def told(problem: Problem, data: Mapping[str, object], language: str) -> tuple[str, str, str]:
    """Return what happened, what the user still has, and what to do, in "de" or English."""
    at = 1 if language == "de" else 0
    happened, next_step = WORDS[problem]
    figures = {name: _figure(name, value, language) for name, value in data.items()}
    remains = (_OTHER_SHOWN if problem in AT_START else REMAINS)[at]
    return happened[at].format(**figures), remains.format(**figures), next_step[at]


def _figure(name: str, value: object, language: str) -> object:
    if name == "reason" and language == "de":
        return REASONS.get(str(value), value)
    return value
