# SPDX-License-Identifier: MIT
"""Words of the sheets in English and German."""

from functools import lru_cache

from azmodels_gui.calculator.wording import FIGURES, HEADINGS
from azmodels_gui.catalog.labels import PAST_DATE
from azmodels_gui.catalog.terms import Word
from azmodels_gui.language.words import N_, NC_, Message, in_language, told
from azmodels_gui.sheets.client_words import CLIENT_WORDS
from azmodels_gui.sheets.fact_words import ANSWER_WORDS, FACT_WORDS
from azmodels_gui.sheets.guide_words import GUIDE_WORDS
from azmodels_gui.sheets.office import marked
from azmodels_gui.sheets.plan_words import LIVE_WORDS, PLAN_WORDS
from azmodels_gui.sheets.sheet import Group, Row, Sheet, Table
from azmodels_gui.sheets.verdict_words import VERDICT_WORDS

SECTION_WORDS: dict[str, Message] = {
    # sections and rows
    "key_facts": N_("Key facts"),
    "strip_input": N_("Input per 1M"),
    "strip_output": N_("Output per 1M"),
    "ptu_from": N_("PTU from"),
    "ptu_least": N_("{least}, step {step}"),
    "lowest_price": N_("Lowest price per 1M, {what}"),
    "processed_as": N_("Processing: {scope}"),
    "as_ptu": N_("As PTU"),
    "overview": N_("Overview"),
    "model": N_("Model"),
    "version": N_("Version"),
    "no_version": N_("not named"),
    "channel": N_("Sold as"),
    "azure_openai": N_("Azure OpenAI"),
    "azure_direct": N_("sold by Azure"),
    "fireworks": N_("Fireworks on Azure"),
    "marketplace": N_("Azure Marketplace"),
    "managed_compute": N_("managed compute"),
    "input_kinds": N_("Input"),
    "output_kinds": N_("Output"),
    "kind_text": N_("text"),
    "kind_image": N_("images"),
    "kind_audio": N_("audio"),
    "kind_video": N_("video"),
    "kind_code": N_("code"),
    "kind_file": N_("files"),
    "kind_document": N_("documents"),
    "kind_speech": N_("speech"),
    "kind_pdf": N_("PDF"),
    "kind_embedding": N_("embeddings"),
    "kind_embeddings": N_("embeddings"),
    "stage": N_("Stage"),
    "generally_available": N_("generally available"),
    "past_date": PAST_DATE,
    "retirement": N_("Retirement date"),
    "days_left": N_("Days left"),
    "existing_only": N_("{name} (existing customers only)"),
    "no_successor_because": N_("no successor: {why}"),
    "successors_gone": N_("unknown; none of those named can be taken: {names}"),
    "successor_offered": N_("Offered in the same way"),
    "successor_input": N_("Input price → successor"),
    "successor_output": N_("Output price → successor"),
    "successor_tpm": N_("TPM per PTU → successor"),
    "successor_output_weight": N_("Output weight → successor"),
    "successor_retirement": N_("Successor retires on"),
    "unchanged": N_("{figure}, unchanged"),
    "successor_load": N_("The same load on the successor"),
    "fine_tuning_training": N_("Fine-tuning: training until"),
    "fine_tuning_deployment": N_("Fine-tuning: deployments until"),
    "availability": N_("Availability"),
    "availability_in": N_("Offered in {regions}"),
    "does_not_apply": N_("does not apply"),
    "feature": N_("Feature"),
    "features_of": N_("Features of {name}"),
    "availability_anywhere": N_("Availability (number of regions)"),
    "data_zone_group": N_("Processing inside a data zone"),
    "zone_inside": N_("Inside: {zone}"),
    "yes": N_("yes"),
    "no": N_("no"),
    "and_unknown": N_("{count}, unknown in {unknown}"),
    "and_disputed": N_("{told}, conflicting in {count}"),
    "token_prices": N_("Prices per 1M tokens"),
    "other_prices": N_("Other prices"),
    "price_row": N_("{what}, {scope}"),
    "price_row_how": N_("{what}, {scope}, {how}"),
    "price_expired": N_("expired {day}: {amount}"),
    "price_range": N_("{low} to {high} by region"),
    "other_regions": N_("{count} other regions"),
    "by_region_span": N_("From – to: by region."),
    "quota_requests": N_("{unit}: 1 for {count} TPM"),
    "spare_prices": N_("{count} other prices are in this sheet as Word, Excel or HTML."),
    "spare_offers": N_(
        "Number of regions by where it is processed: {ways}. Which ones: in this sheet as Word, "
        "Excel or HTML."
    ),
    "spare_ptu_prices": N_("Prices of one PTU: in this sheet as Word, Excel or HTML."),
    "spare_gaps": N_("Where a price is unknown: in this sheet as Word, Excel or HTML."),
    "spare_quotas": N_(
        "Tokens in the queue of batch jobs, by {count} tiers: in this sheet as Word, Excel or HTML."
    ),
    "spare_successor": N_("How the successor differs: in this sheet as Word, Excel or HTML."),
    "spare_advice": N_("Advice on {names}: in this sheet as Word, Excel or HTML."),
    "all_copied": N_("All of these prices are from a secondary source."),
    "price_secondary": N_("{amount} (secondary)"),
    "of_other_regions": N_(" (stated for other regions)"),
    "less_on_some": N_(", less on some deployments"),
    "price_conflicting": N_("conflicting: {amounts}"),
    "price_elsewhere": N_("unknown here; elsewhere {amounts}"),
    "unknown_in_regions": N_("unknown in {count} regions"),
    "amount_per": N_("{amount} per {unit}"),
    "more_prices": N_("and {count} more"),
    "capacity": N_("PTU and quota"),
    "weight_of": N_("Token weight, {what}"),
    "minimum_of": N_("Minimum PTU, {scope}"),
    "increment_of": N_("Increment PTU, {scope}"),
    "long_context": N_("Long context"),
    "long_served": N_("served"),
    "long_not_served": N_("not served above 128,000 prompt tokens"),
    "quota_tier": N_("Quota tier {tier}"),
    "enqueued_tokens": N_("Tokens in the queue"),
    "ptu_price_of": N_("One PTU {term}, {scope}"),
    "term_hour": N_("by the hour"),
    "term_month": N_("for a month"),
    "term_year": N_("for a year"),
    "price_chart_scopes": N_("Prices by where it is processed"),
    "price_chart": N_("Prices and context window"),
    "context_label": N_("Context window"),
    "price_chart_axis": N_("Lowest price per 1M tokens, standard processing"),
    "input": N_("Input"),
    "output": N_("Output"),
    # fact sheet
    "offers": N_("Offers"),
    "offer_legend": N_(
        "■ regional   ◐ data zone   ○ global   – {no}   ? unknown: no source says   "
        "! conflicting sources"
    ),
    "offers_nowhere_else": N_("{count} other regions: {no}"),
    "offers_zone_disputed": N_("* Sources disagree on whether it belongs to the data zone."),
    "price_per_million": N_("Per 1M tokens"),
    "price_unknown_in": N_("unknown in {regions}"),
    "per_unit": N_("per {unit}"),
    "by_region_below": N_("by region, see below"),
    "ptu_one": N_("One PTU"),
    "weights": N_("Token weight"),
    "can": N_("Can do"),
    "limits_and_more": N_("Limits and capabilities"),
    "deployment_type": N_("Deployment type"),
    "offered_in": N_("Offered in"),
    "disputed_where": N_("Conflicting in"),
    "unknown_where": N_("Unknown in"),
    "no_price": N_("No source states a price in force."),
    "tier_name": N_("Tier"),
    "quota": N_("Quota"),
    "ended_price": N_("One price has ended and is left out."),
    "ended_prices": N_("{count} prices have ended and are left out."),
    "more_rows": N_("{count} more prices are in the catalogue (azmodels show)."),
    "advice_for": N_("{use_case}: {advice}"),
    "routes": N_("Routes to"),
    # sizing
    **FIGURES,
    **HEADINGS,
    "sizing_result": N_("Result"),
    "size": N_("Size"),
    "costs": N_("Cost of a month"),
    "beside": N_("Beside the requests"),
    "pays": N_("Pays from this utilisation on"),
    "tokens_a_day": N_("Tokens a day at that utilisation"),
    "carries": N_("What {ptu} PTU carry"),
    "carries_rpm": N_("Such requests per minute"),
    "carries_input": N_("TPM in"),
    "carries_output": N_("TPM out"),
    "unused": N_("Of that for PTU unused even at the peak"),
    "first_month": N_("First month, from {day}"),
    "quota_need": N_("Quota, per token"),
    "quota_tpm": N_("TPM that count on arrival"),
    "quota_rpm": N_("RPM that count"),
    "quota_lowest": N_("Lowest tier that does"),
    "flips": N_("PTU pay below this ratio of peak to average"),
    "never": N_("never ({share})"),
    "minimum_ptu": N_("Minimum PTU"),
    "scale_increment": N_("Increment PTU"),
    "spare_ptu": N_("Spare PTU at the peak"),
    "average_utilization": N_("Utilisation on average"),
    "cheapest": N_("Cheapest"),
    "as_far_as_known": N_("as far as known: {way}"),
    "scenarios": N_("Scenarios side by side"),
    "scenario": N_("Scenario"),
    "scenarios_sheet": N_("Sizing: {count} scenarios"),
    "scenario_way": N_("Way to pay"),
    "scenario_ptu": N_("PTU deployed"),
    "a_month_by": N_("{way}, a month"),
    "scenario_cost": N_("Cost of a month"),
    "beside_once": N_("Once, beside the requests"),
    "beside_month": N_("A month, beside the requests"),
    "scenario_whole": N_("A month in all"),
    "scenario_difference": N_("Difference to the first"),
    "scenario_more_ptu": N_("PTU more than in the first"),
    "scenario_quota": N_("Quota"),
    "scenario_assumed": N_("Assumption"),
    "per_request": N_("Cost of a request"),
    "quota_enough": N_("tier {tier} is enough"),
    "quota_from": N_("enough from tier {tier} on"),
    "quota_exceeded": N_("tier {tier} is not enough"),
    "quota_none": N_("not even tier {tier} is enough"),
    "prices_of": N_("prices of {region}"),
    "step": N_("Step"),
    "formula": N_("Formula"),
    "result": N_("Result"),
    "cautions": N_("Warnings"),
    "no_chart": N_("No chart: a price is missing."),
    "requests_of_things": N_("{rpm} requests per minute, each {counts}"),
    "requests_a_minute": N_(
        "{rpm} requests per minute, each {into} tokens in (of which {cached} cached), {out} out"
    ),
    # list
    "count_of": N_("{count} of {total} entries"),
    "nothing_fits": N_("No entry fits the filters."),
    "list_legend": N_(
        "Prices: the lowest in force, standard processing, short context. ● offered in at least "
        "one region   – {no}   ? unknown   ! conflicting sources"
    ),
    "remark_more": N_("{count} more conflicts are in the catalogue (azmodels show)."),
    "price_input": N_("Input per 1M ({currency})"),
    "price_output": N_("Output per 1M ({currency})"),
}


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BETWEEN = "\N{NARROW NO-BREAK SPACE}"


@lru_cache(maxsize=1_000)
def raised(numbers: tuple[int, ...]) -> str:
    """Return numbers as raised digits, such as ¹ ²; empty for none."""
    return _BETWEEN.join(str(number).translate(_RAISED) for number in numbers)


def column_numbers(sheet: Sheet, table: Table, position: int) -> tuple[int, ...]:
    """Return the footnotes beside a column's title, in tables that have them there."""
    return sheet.numbers(table.column_sources(position)) if table.by_column else ()


def label_numbers(sheet: Sheet, table: Table, row: Row) -> tuple[int, ...]:
    """Return the footnotes beside a row's label: the sources of all its figures."""
    return () if table.by_column else sheet.numbers(row.shared_sources)


def figure_numbers(sheet: Sheet, table: Table, row: Row) -> tuple[tuple[int, ...], ...]:
    """Return the footnotes beside each figure of a row, where they have several sources."""
    if table.by_column or row.shared_sources:
        return ((),) * len(row.cells)
    return tuple(sheet.numbers(cell.sources) for cell in row.cells)


def alike_told(sheet: Sheet, group: Group) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return the rows that are alike for all as pieces of a line, each with its footnotes.

    Those with the same value from the same sources are one piece.
    """
    by_value: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for row in group.alike:
        value = (marked(row.cells[0]), sheet.numbers(row.sources))
        by_value.setdefault(value, []).append(row.label)
    return tuple(
        (f"{', '.join(labels)}: {text}", numbers) for (text, numbers), labels in by_value.items()
    )


COVERAGE_SHEET_WORDS: dict[str, Message] = {
    "coverage": N_("Region coverage: {name}"),
    "coverage_many": N_("Region coverage: {count} models"),
    # the question
    "models_asked": N_("Models: {names}"),
    "processed_in": N_("Processed in: {place}"),
    "processed_anywhere": N_("Processed anywhere: global deployments count as well"),
    "types_asked": N_("Deployment type: {types}"),
    "billing_asked": N_("Billing: {kinds}"),
    "or": N_(" or "),
    # the answer
    "answer": N_("Answer"),
    "complete": N_("Complete: all are offered"),
    "complete_one": N_("Offered"),
    "almost": N_("Almost: one or two are missing"),
    "open": N_("Unknown or disputed"),
    "fewer": N_("More are missing"),
    "complete_in": N_("All of them in: {regions}."),
    "complete_in_one": N_("Offered in: {regions}."),
    "none_in": N_("As of {day} none of them is offered in: {regions}."),
    "nowhere_of": N_("{no} – {regions}."),
    "what_is_missing": N_("What other regions lack"),
    "lacking": N_("{regions}: {counts}"),
    "pairs": N_("Best pairs of regions"),
    "apart": N_(" ({distance} km apart)"),
    "more_pairs": N_("{count} more pairs offer as much (azmodels where --format json)."),
    "to_be_known": N_("To be known"),
    "by_type": N_("{name}: deployment types"),
    "coverage_legend": N_("● offered   – {no}   ? unknown: no source says   ! conflicting sources"),
    "region": N_("Region"),
    "group_Africa": N_("Africa"),
    "group_Asia Pacific": N_("Asia Pacific"),
    "group_Canada": N_("Canada"),
    "group_Europe": N_("Europe"),
    "group_Mexico": N_("Mexico"),
    "group_Middle East": N_("Middle East"),
    "group_South America": N_("South America"),
    "group_UK": N_("United Kingdom"),
    "group_US": N_("United States"),
    # what the answer takes for granted
    "assume_offered": N_(
        "Offered is what published sources state. Quota and free capacity of a subscription are "
        "not looked at."
    ),
    "assume_one_deployment": N_(
        "All conditions are met by one deployment in the region. The developer tier counts only "
        "where it is asked for."
    ),
    "assume_global": N_(
        "Offered in a region is not processed there: global deployments may process anywhere."
    ),
    # the matrix
    "matrix": N_("Models and regions"),
    "matrix_reading": N_(
        "In each cell from top to bottom: {lines}; from left to right: {columns}."
    ),
}


PROFILE_WORDS: dict[str, Message] = {
    "profile": N_("Load profile"),
    "no_curve": N_("No cost curve: a price is missing."),
    "cheapest_sizes": N_("Cheapest base load"),
    "way_to_pay": N_("How PTU are paid"),
    "base_load": N_("Base load (PTU)"),
    "cost_of_month": N_("Cost of a month"),
    "share_spilled": N_("Spills over"),
    "used": N_("Utilisation"),
    "all_per_token": N_("No PTU, all per token"),
    "shown_size": N_("Shown: {term}"),
    "risk": N_("Risk at {ptu} PTU, in a month"),
    "risk_full": N_("Minutes with full PTU (429 or spillover)"),
    "risk_full_share": N_("Share of the time with full PTU"),
    "risk_away": N_("Share of the requests that find them full"),
    "risk_quiet": N_("Minutes without any request"),
    "risk_quiet_share": N_("Share of the time without any request"),
    "risk_idle": N_("PTU-hours paid and not used"),
    "risk_idle_share": N_("Share of the PTU-hours not used"),
}


WORDS = (
    FACT_WORDS
    | SECTION_WORDS
    | COVERAGE_SHEET_WORDS
    | PROFILE_WORDS
    | GUIDE_WORDS
    | VERDICT_WORDS
    | LIVE_WORDS
    | PLAN_WORDS
    | CLIENT_WORDS
    | ANSWER_WORDS
    | {
        # titles
        "comparison": N_("Model comparison"),
        "facts": N_("Fact sheet: {name}"),
        "facts_many": N_("Fact sheets: {count} models"),
        "sizing_sheet": N_("Sizing and cost: {name}"),
        "sizing_many": N_("Sizing and cost: {count} models"),
        "list": N_("List of models"),
        "features_title": N_("What models can do"),
        "features_asked": N_("Only models with: {features}"),
        "features_silent": N_("Left out, as no source says what they can do: {count}"),
        "features_batch": N_(
            "Batch is told by the offers in any region, all else by what sources say of the "
            "version."
        ),
        "features_unknown": N_(
            "What no source mentions is unknown, which is not “no”; a no has its source's date."
        ),
        "changes_sheet": N_("What is new"),
        "retirements_sheet": N_("Retirement radar"),
        # what lines of news were narrowed to
        "compared_with": N_("Compared with catalogue {serial}, published {day}"),
        "not_compared": N_(
            "Texts, notes and conflicts other than those of availability are not compared. A "
            "figure "
            "that another document now states is no change."
        ),
        "as_stated": N_("Prices stand in the currency and for the time for which they are stated."),
        "counted_from": N_("Days are counted from {day}."),
        "undated": N_(
            "Entries without a published retirement date, which are not listed: {count}. That does "
            "not say that they stay."
        ),
        "day_unknown": N_("unknown"),
        "narrowed_pinned": N_("Pinned models only"),
        "narrowed_client": N_("Only models pinned for the client, or deployed there"),
        "narrowed_filter": N_("Only models of the filter"),
        "searched": N_("Lines with: {text}"),
        # head and foot
        "client": N_("For {client}"),
        "in_regions": N_("Regions: {regions}"),
        "inside_zones": N_("Processed inside: {zones}"),
        "all_regions": N_("All regions"),
        "facts_as_of": N_("As of: {dates}"),
        "catalog_line": N_("Catalogue {serial}, published {published}"),
        # dossier
        "dossier": N_("Dossier"),
        "contents": N_("Contents"),
        "versions": N_("Versions"),
        "edition": N_("Edition"),
        "edition_author": N_("Author"),
        "edition_changed": N_("What is new in it"),
        "approval": N_("Approval"),
        "approval_as": N_("As"),
        "approval_made": N_("made by"),
        "approval_checked": N_("checked by"),
        "approval_approved": N_("approved by"),
        "approval_name": N_("Name"),
        "approval_signed": N_("Signature"),
        "page": N_("Page {page} of {pages}"),
        "part": N_("part {part} of {parts}"),
        "no_offer": N_("No offer, no legal advice."),
        "made_with": N_("Made with azmodels."),
        "prices_change": N_(
            "Prices and availability change; Microsoft's price list and documentation prevail."
        ),
        "assumptions": N_("Assumptions"),
        "remarks": N_("Conflicts and unknowns"),
        "legend_comparison": N_(
            "Bold with ▲: best of the values known in the row. ≠: the row differs. "
            "! marks what needs attention. Unknown is not a no: no source says."
        ),
        "legend_key_facts": N_(
            "Bold with ▲: best of the values known in the row. ! marks what needs attention. "
            "Unknown is not a no: no source says."
        ),
        "legend_by_model": N_(
            "● offered   – not offered   ? unknown: no source says   ! conflicting sources, or "
            "needs attention. Bold with ▲: best of the values known in the column."
        ),
        "recommendation": N_("Recommendation"),
        "appendix": N_("Appendix"),
        "alike": N_("Alike for all"),
        "only_differences": N_("Only what differs; lines that are alike for all are left out"),
        "folded_away": N_("Left out: {sections}"),
        "best": N_("best"),
        "warning": N_("attention"),
        "differs": N_("differs"),
        "section": N_("Section"),
        "date": N_("Date"),
        "title": N_("Title"),
        "as_of": N_("As of"),
        "address": N_("Address"),
        "licence": N_("Licence"),
        "reworked": N_("taken out and compared"),
        "number": N_("No."),
        "logo": N_("Logo"),
        # beside the figures of a CSV
        "currency": N_("Currency"),
        "qualifier": N_("Qualifier"),
        # on slides
        "rows_shown": N_("{shown} of {count} rows; the sheet as PDF, Word or Excel has them all."),
        # before the number of a caption
        "table": N_("Table"),
        "figure": N_("Figure"),
        # assumptions and remarks
        "assume_day": N_("Prices in force, stages and days left are reckoned for {day}."),
        "assume_month": N_(
            "Prices of PTU are for one PTU and the whole term; no month is reckoned here."
        ),
        "assume_no_cache": N_(
            "No cache rate is assumed: prices stand beside each other by token category."
        ),
        "assume_no_discount": N_("List prices without discounts and without tax."),
        "assume_currency": N_("Amounts in {currency}, as the price list states them."),
        "assume_rate": N_(
            "Converted at 1 {base} = {rate} {currency}, as stated by the user on {day}. Steps of "
            "the "
            "calculation are in {base}."
        ),
        "assume_standard": N_("Prices without a remark: standard processing, short context."),
        "conflict_note": N_("{name}, {about}: {note}"),
        "conflict_claims": N_("{name}, {about}. Sources say: {claims}."),
        "conflict_both": N_("{name}, {about}: {note} Sources say: {claims}."),
        "conflict_bare": N_("{name}, {about}: the sources disagree."),
        "retirement_of": NC_("what is disputed", "Retirement date"),
        "disagree": N_("Sources disagree ({count}):"),
        "remark_whole": N_("The comparison and the dossier name all of it."),
        "remark_unknown": N_("{name}: no source states {what}."),
        "remark_past": N_(
            "{name}: the retirement date {day} has passed, but the source does not call it retired."
        ),
        "remark_zone_disputed": N_("Which regions belong to the data zone is disputed; see above."),
        "remark_none_conflict": N_("No conflicts between sources on this sheet."),
        "remark_none": N_("No conflicts between sources and nothing unknown in this sheet."),
    }
)

FIXED = (
    *("page", "part", "contents", "assumptions", "remarks", "sources", "section", "date"),
    *("title", "as_of", "address", "licence", "reworked", "number", "secondary", "best", "warning"),
    *("differs", "client", "logo", "source", "table", "figure"),
    *("rows_shown", "live", "answer", "recommendation", "alike"),
    *("remark_none", "remark_none_conflict"),
    *("currency", "qualifier", "disagree", "remark_whole"),
)
"""Words that the outputs need beside the content."""


class SheetWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return a word or a sentence with its values filled in."""
        if values:
            return told(WORDS[key], self.language, **values)
        return in_language(WORDS[key], self.language)

    def named(self, word: Word, prefix: str = "") -> str:
        """Return what a word of the file is called; one newer than this program as it is."""
        return self(f"{prefix}{word}") if word.known else word.value

    def has(self, key: str) -> bool:
        """Tell whether there is a word of that key."""
        return key in WORDS

    def fixed(self) -> dict[str, str]:
        """Return the words that the outputs need, still to be filled in."""
        return {key: self(key) for key in FIXED}
