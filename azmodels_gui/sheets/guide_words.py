# SPDX-License-Identifier: MIT
"""Words of the guide: its questions, its reasons and its order."""

from azmodels_gui.language.words import N_, NC_, NN_, Message, Plural

GUIDE_WORDS: dict[str, Message] = {
    "guide": N_("Guide"),
    # the four questions
    "guide_question_use_case": N_("What is to be done?"),
    "guide_question_load": N_("How much, and how fast?"),
    "guide_question_place": N_("Where may it be processed?"),
    "guide_question_terms": N_("Under which terms?"),
    # what was answered
    "guide_open": N_("left open"),
    "guide_any_use": N_("any use case"),
    "guide_load": N_(
        "{rpm} requests per minute at the peak ({tpm} TPM), {requests} requests a month"
    ),
    "guide_load_tokens": N_("{into} tokens in (of which {cached} cached), {out} out"),
    "guide_anywhere": NC_("where data is processed", "anywhere"),
    "guide_only_available": N_("generally available only"),
    "guide_lasts_until": N_("not retired before {day}"),
    # why an entry fits or fails
    "guide_place": N_("{place}"),
    "guide_place_paid": N_("{place}, {paid}"),
    "guide_offered": N_("processed in {place}: {paid}"),
    "guide_offered_in": N_("{place}: {paid}, in {regions}"),
    "guide_service": N_("offered as a service"),
    "guide_not_offered": N_("{place}: not offered"),
    "guide_only": N_("{place}: not offered; there is: {kinds}"),
    "guide_offer_unknown": N_("{place}: offer unknown"),
    "guide_offer_disputed": N_("{place}: sources disagree on the offer"),
    "guide_available": N_("generally available"),
    "guide_stage": N_("{stage}"),
    "guide_stage_successor": N_("{stage}, successor {successor}"),
    "guide_existing_only": N_("{stage}, existing customers only"),
    "guide_existing_only_successor": N_("{stage}, existing customers only; successor {successor}"),
    "guide_stage_unknown": N_("stage unknown"),
    "guide_days_left": N_("{days} left"),
    "guide_ends": N_("retires on {day}, in {days}"),
    "guide_ends_not_before": N_("retires not before {day}, in {days}"),
    "guide_end_unknown": N_("retirement date unknown"),
    "guide_above_context": N_("a request is longer than its context window of {limit} tokens"),
    "guide_above_input": N_("a prompt is longer than its input limit of {limit} tokens"),
    "guide_above_output": N_("an answer is longer than its largest output of {limit} tokens"),
    "guide_quota_from": N_("quota is enough from tier {tier} on"),
    "guide_above_quota": N_("the peak is above the quota of every tier that is stated"),
    "guide_advised": N_("advised for this use case"),
    "guide_cheapest": N_("costs least"),
    "guide_times_as_dear": N_("{times} times as dear as {model}"),
    "guide_price_unknown": N_("price unknown"),
    "guide_size_unknown": N_("PTU needed unknown"),
    "guide_other_tokens": N_("not reckoned: the load states text only"),
    # the answer
    "guide_count": N_("fitting: {fits}, unknown: {unknown}, not fitting: {fails}"),
    "guide_retired": N_("retired or past their date, and left out: {count}"),
    "guide_fits": N_("Fits because ..."),
    "guide_unknown": N_("Unknown because ..."),
    "guide_fails": N_("Does not fit because ..."),
    "guide_first": N_("Stands first"),
    "guide_first_of": N_("first of {count} that fit"),
    "guide_none_fits": N_("Nothing fits for certain"),
    "guide_nothing": N_("No entry is left."),
    "guide_order": N_(
        "Order: first what is generally available and lasts more than {days}, by cost; then by "
        "cost what ends sooner or is no longer or not yet available; last what is not known to "
        "cost or last so much."
    ),
    "guide_monthly": N_("{amount} a month"),
    "guide_per_million": N_("{amounts} per 1M tokens"),
    "guide_ptu": N_("{kind}, {ptu} PTU {term}"),
    "guide_ptu_per_token": N_(
        "Without a load nobody knows how many PTU it takes: prices are those per token."
    ),
    "guide_short_list": N_("Short list"),
    "guide_way": N_("Paid as"),
    "guide_assume_month": N_(
        "A month is that of the load: its requests times the cost of one; PTU are sized for the "
        "busiest minute and paid for 730 hours, or by the reservation that is named."
    ),
    "guide_cost": N_("Cost of a month"),
    "guide_price": N_("Price per 1M tokens"),
    "guide_reasons": N_("Reasons"),
    "guide_legend": N_("+ speaks for it   ! to be considered   – speaks against it   ? unknown"),
    "guide_advice": N_("Advice on the use case"),
    "guide_notes": N_("To be considered"),
    # the article's tables
    "advice_sheet": N_("Advice"),
    "advice_of_2025": N_(
        "Advice of 2025, read as of {day}: a model that can no longer be taken stands with its "
        "successor."
    ),
    "advice_models": N_("Which model for what"),
    "advice_capacity": N_("Per token or PTU"),
    "advice_speech": N_("Azure Speech or realtime"),
    "advice_places": N_("Where it is processed"),
    "advice_operations": N_("Operation and end"),
    "advice_use_case": N_("Use case"),
    "advice_named": N_("Models"),
    "advice_why": N_("Why"),
    "advice_start": N_("Begin with"),
    "advice_switch": N_("Change when"),
    "advice_begin_payg": N_("Begin per token"),
    "advice_begin_provisioned": N_("Begin with PTU"),
    "advice_region": N_("Region"),
    "advice_zone": N_("Data zone"),
    "advice_disputed_zone": N_("{zone}, disputed"),
    "advice_on_ptu": N_("on PTU"),
    "advice_choice": N_(
        "Usable entries by region, by where a deployment there may process; one entry can count in "
        "several columns."
    ),
    "speech_prices": N_("Prices of the service"),
    "speech_to_text": N_("Speech to text"),
    "speech_custom": N_("Speech to text, own model"),
    "speech_translation": N_("Speech translation"),
    "speech_neural": N_("Text to speech, neural"),
    "speech_own_voice": N_("Text to speech, own voice"),
    "speech_regions": N_("Regions"),
    "speech_in_europe": N_("Regions in Europe"),
    "price_of": N_("{what}"),
    "by_region": N_("{low} to {high} by region"),
    "no_conversion": N_(
        "The service is paid by the hour of audio and by the character, the models by the token; "
        "no source says how many tokens an hour has, so nothing is converted."
    ),
}
GUIDE_COUNTS: dict[str, Plural] = {
    "guide_regions": NN_("{count} region", "{count} regions"),
    "guide_days": NN_("{count} day", "{count} days"),
}
