# SPDX-License-Identifier: MIT
"""The root of all errors that a user is to read, and their tree.

    Exception
    └── ToldError                     a message with its values; `told(language)` is the sentence
        ├── language.WrongArgument        the text behind an option is not what the option takes
        ├── cli.Refused                   a command cannot do what was asked
        ├── catalog.NameUnknown           a name is none that is known, or that of several
        ├── calculator.Refusal            there is no result; which `RefusalId`
        │   ├── UnreadableProfile         rows of a load profile
        │   └── UnreadableMetrics         points of an answer of Azure Monitor
        ├── calculator.PlanUnreadable     a file is no plan; the rows that cannot be used
        ├── calculator.CellFault          what stands in a row of one cannot be used
        ├── catalog.FilterTextInvalid     a text is no filter
        ├── catalog.CoverageRefused       a question without sense; `RefusedBecause` what
        ├── catalog.CatalogUnusable       bytes are no catalogue
        │   └── SchemaTooNew              they are one of a later program
        ├── catalog.Misfit                a value from outside does not fit its form; the place
        ├── catalog.TextMalformed         no key or signature of minisign
        ├── clients.AnswerUnusable        a file holds no answer of `az` that can be used
        │   └── AnswerEmpty               an empty list: there is nothing of what was asked
        ├── clients.SubscriptionNeeded    lists may be of several subscriptions; to be named
        ├── clients.NotReckoned           why a measured load has no cost
        ├── clients.ClientUnusable        bytes are no client's file
        │   └── ClientTooNew              they are one of a later program
        ├── storage.CatalogError          what happened, what the user still has, what to do
        │   ├── FileUnreadable            missing, a folder, no permission, too large
        │   ├── FileNotSaved              a write did not happen; the old file is untouched
        │   ├── StateDamaged              what was saved last cannot be had; what is used instead
        │   ├── CatalogFileUnusable       a file was read but holds no catalogue
        │   ├── ClientFileUnusable        a file was read but holds no client
        │   ├── ClientChangedElsewhere    another wrote a client's file since it was read
        │   ├── RefreshFailed             a newer catalogue did not come; which `Problem`
        │   └── InstallationDamaged       what comes with the program is missing or unusable
        ├── sheets.LogoUnusable           a file is no picture for a sheet
        ├── sheets.TemplateUnusable       a file is no template for one
        ├── sheets.BrandUnusable          a file is no house style for one
        ├── sheets.NotSet                 the system ended what was setting the pages
        ├── sheets.NoRoom                 paper and margins leave no room for a sheet
        ├── window.LinkInvalid            a text is no link to a view
        ├── window.NotPrinted             a printer or its file does not take all pages
        ├── publish.EditorialFault, NameClaimedTwice   our own texts: a file, and the key in it
        ├── publish.NotFetched            a file of the sources did not come
        │   └── FileGone                  the host has no such file
        ├── publish.CollectRefused, ManifestUnusable   why nothing is collected
        ├── publish.NoParser, NoSources, LedgerOpen   why a build stops
        └── publish.SecretKeyUnusable, ProtectionUnusable   why a key cannot sign

What no user reads (a fault of one row of a source, which goes into a report) is not among them.
"""

from azmodels_gui.language.words import Phrase


class ToldError(Phrase, Exception):
    """An error that was to be expected: a message, its id, and the figures in it.

    `told(language)` is the sentence in the language asked for, `str` the English one.
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"
