<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Open catalogue file ...</source>
        <translation>Katalogdatei ö&amp;ffnen ...</translation>
    </message>
    <message>
        <source>Refresh &amp;settings ...</source>
        <translation>&amp;Einstellungen der Aktualisierung ...</translation>
    </message>
    <message>
        <source>&amp;About this catalogue</source>
        <translation>&amp;Über diesen Katalog</translation>
    </message>
    <message>
        <source>&amp;Print preview ...</source>
        <translation>&amp;Druckvorschau ...</translation>
    </message>
    <message>
        <source>S&amp;heet ...</source>
        <translation>Bl&amp;att ...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headings</source>
        <translation>Zeilen mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy filter as &amp;text</source>
        <translation>Filter als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste filter</source>
        <translation>Filter &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Save filter ...</source>
        <translation>Filter &amp;speichern ...</translation>
    </message>
    <message>
        <source>C&amp;lear all filters</source>
        <translation>&amp;Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Load &amp;profile ...</source>
        <translation>Last&amp;profil laden ...</translation>
    </message>
    <message>
        <source>&amp;Use in calculator</source>
        <translation>Im &amp;Rechner verwenden</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Newest version only</source>
        <translation>Nur &amp;neueste Version</translation>
    </message>
    <message>
        <source>Show &amp;filters</source>
        <translation>&amp;Filter zeigen</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>&amp;Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>&amp;Präsentationsmodus</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Select &amp;pinned</source>
        <translation>&amp;Gemerkte auswählen</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>&amp;Merken oder nicht mehr merken</translation>
    </message>
    <message>
        <source>&amp;Unpin all</source>
        <translation>&amp;Keine mehr merken</translation>
    </message>
    <message>
        <source>&amp;Signs and keys</source>
        <translation>&amp;Zeichen und Tasten</translation>
    </message>
    <message>
        <source>&amp;About azmodels</source>
        <translation>Ü&amp;ber azmodels</translation>
    </message>
</context>
<context>
    <name>AvailabilityPane</name>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>In all regions</source>
        <translation>In allen Regionen</translation>
    </message>
    <message>
        <source>in EU</source>
        <translation>in EU</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>Number of regions where it is offered; unfold a line for their names. “Unknown” means that no source speaks of it, not that it is missing.</source>
        <translation>Anzahl der Regionen, in denen es angeboten wird; aufgeklappt zeigt eine Zeile ihre Namen. „Unbekannt“ heißt, dass keine Quelle davon spricht, nicht, dass es fehlt.</translation>
    </message>
    <message>
        <source>Features by region</source>
        <translation>Funktionen nach Region</translation>
    </message>
    <message>
        <source>A service has no deployment types: it is set up in a region as it is.</source>
        <translation>Ein Dienst hat keine Bereitstellungsarten: Er wird so, wie er ist, in einer Region angelegt.</translation>
    </message>
    <message>
        <source>Offered in {region}</source>
        <translation>Angeboten in {region}</translation>
    </message>
    <message>
        <source>Regions no source speaks of</source>
        <translation>Regionen ohne Angabe einer Quelle</translation>
    </message>
</context>
<context>
    <name>BreakEvenChart</name>
    <message>
        <source>Cost over utilisation: {ptu} PTU, {kind}</source>
        <translation>Kosten über der Auslastung: {ptu} PTU, {kind}</translation>
    </message>
    <message>
        <source>average utilisation of the PTU</source>
        <translation>durchschnittliche Auslastung der PTU</translation>
    </message>
    <message>
        <source>{currency} a month</source>
        <translation>{currency} im Monat</translation>
    </message>
    <message>
        <source>At {percent} utilisation, a month:</source>
        <translation>Bei {percent} Auslastung, im Monat:</translation>
    </message>
    <message>
        <source>per token</source>
        <translation>je Token</translation>
    </message>
    <message>
        <source> your load: {percent} </source>
        <translation> Ihre Last: {percent} </translation>
    </message>
    <message>
        <source>{term}: from {percent}</source>
        <translation>{term}: ab {percent}</translation>
    </message>
    <message>
        <source>{term}: never, {percent} needed</source>
        <translation>{term}: nie, {percent} nötig</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>1 month reserved</source>
        <translation>1 Monat reserviert</translation>
    </message>
    <message>
        <source>1 year reserved</source>
        <translation>1 Jahr reserviert</translation>
    </message>
</context>
<context>
    <name>CalculatorCards</name>
    <message>
        <source>PTU by the hour</source>
        <translation>PTU stündlich</translation>
    </message>
    <message>
        <source>PTU, 1 month reserved</source>
        <translation>PTU, 1 Monat reserviert</translation>
    </message>
    <message>
        <source>PTU, 1 year reserved</source>
        <translation>PTU, 1 Jahr reserviert</translation>
    </message>
    <message>
        <source>To be deployed</source>
        <translation>Bereitzustellen</translation>
    </message>
    <message>
        <source>Deployed, as you said</source>
        <translation>Bereitgestellt, wie angegeben</translation>
    </message>
    <message>
        <source>raw {raw}; steps of {increment}, minimum {minimum}</source>
        <translation>nötig {raw}; Schrittweite {increment}, mindestens {minimum}</translation>
    </message>
    <message>
        <source>{used} used at the peak, {spare} PTU spare</source>
        <translation>{used} in der Spitze genutzt, {spare} PTU Reserve</translation>
    </message>
    <message>
        <source>no PTU</source>
        <translation>keine PTU</translation>
    </message>
    <message>
        <source>The reason is among the warnings.</source>
        <translation>Der Grund steht bei den Warnungen.</translation>
    </message>
    <message>
        <source>Per token (PAYG)</source>
        <translation>Je Token (PAYG)</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{cost} a request</source>
        <translation>{cost} je Anfrage</translation>
    </message>
    <message>
        <source>at {average} of the peak on average</source>
        <translation>bei {average} der Spitze im Durchschnitt</translation>
    </message>
    <message>
        <source>Cheapest; {note}</source>
        <translation>Am günstigsten; {note}</translation>
    </message>
    <message>
        <source>break-even unknown</source>
        <translation>Gewinnschwelle unbekannt</translation>
    </message>
    <message>
        <source>pays from {utilization} utilisation; yours: {yours}</source>
        <translation>lohnt sich ab {utilization} Auslastung; Ihre: {yours}</translation>
    </message>
    <message>
        <source>never pays: {utilization} utilisation needed</source>
        <translation>lohnt sich nie: {utilization} Auslastung nötig</translation>
    </message>
    <message>
        <source>{million} M tokens a day</source>
        <translation>{million} Mio. Token am Tag</translation>
    </message>
    <message>
        <source>peak to average below {ratio}</source>
        <translation>Spitze zu Durchschnitt unter {ratio}</translation>
    </message>
</context>
<context>
    <name>CalculatorChecks</name>
    <message>
        <source>{kind} is offered in {region}.</source>
        <translation>{kind} wird angeboten: {region}.</translation>
    </message>
    <message>
        <source>A request has {tokens} of {limit} tokens of the context window.</source>
        <translation>Eine Anfrage belegt {tokens} von {limit} Token des Kontextfensters.</translation>
    </message>
    <message>
        <source>The quota of tier {tier} is enough ({kind}).</source>
        <translation>Das Kontingent der Stufe {tier} reicht ({kind}).</translation>
    </message>
    <message>
        <source>Lowest quota tier that would do per token: {tier} ({kind}).</source>
        <translation>Niedrigste Kontingentstufe, die je Token reicht: {tier} ({kind}).</translation>
    </message>
    <message>
        <source>The model outlives every reservation looked at: it retires on {day}.</source>
        <translation>Das Modell überdauert jede betrachtete Reservierung: Abschaltung am {day}.</translation>
    </message>
    <message>
        <source>The model outlives every reservation looked at: it retires on {day} at the earliest.</source>
        <translation>Das Modell überdauert jede betrachtete Reservierung: Abschaltung frühestens am {day}.</translation>
    </message>
</context>
<context>
    <name>CalculatorChoices</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Priority processing</source>
        <translation>priorisierte Verarbeitung</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Flex</source>
        <translation>Flex</translation>
    </message>
    <message>
        <source>Compare all</source>
        <translation>alle vergleichen</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>1 month reserved</source>
        <translation>1 Monat reserviert</translation>
    </message>
    <message>
        <source>1 year reserved</source>
        <translation>1 Jahr reserviert</translation>
    </message>
    <message>
        <source>730 hours</source>
        <translation>730 Stunden</translation>
    </message>
    <message>
        <source>30 days (720 hours)</source>
        <translation>30 Tage (720 Stunden)</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <source>long, above the threshold</source>
        <translation>lang, über der Schwelle</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>the same region</source>
        <translation>derselben Region</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht prüfen</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Stufe {tier}</translation>
    </message>
</context>
<context>
    <name>CalculatorExplanation</name>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>Warnings ({count})</source>
        <translation>Warnungen ({count})</translation>
    </message>
    <message>
        <source>Load profile</source>
        <translation>Lastprofil</translation>
    </message>
    <message>
        <source>How was this calculated?</source>
        <translation>Wie wurde gerechnet?</translation>
    </message>
    <message>
        <source>Checked, and in order</source>
        <translation>Geprüft und in Ordnung</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Headline and charts are in {currency} at {rate} {currency} for 1 {base}, the rate you stated. The steps are in {base}.</source>
        <translation>Kopfzeile und Diagramme in {currency} zum Kurs von {rate} {currency} für 1 {base}, wie von Ihnen angegeben. Die Rechenschritte sind in {base}.</translation>
    </message>
</context>
<context>
    <name>CalculatorFields</name>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source> % of the peak</source>
        <translation> % der Spitze</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> PTU</source>
        <translation> PTU</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie gelistet</translation>
    </message>
    <message>
        <source> $</source>
        <translation> $</translation>
    </message>
    <message>
        <source>In the catalogue&apos;s currency, for the whole term; discounts do not come off it. The result says that the price is yours.</source>
        <translation>In der Währung des Katalogs, für die ganze Laufzeit; Rabatte gehen davon nicht ab. Das Ergebnis nennt den Preis als Ihre Angabe.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model and version</source>
        <translation>Modell, Version</translation>
    </message>
    <message>
        <source>Deployment type</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>Preise von</translation>
    </message>
    <message>
        <source>Where no source states a price for the region, it stays unknown unless you choose another region&apos;s prices here. The result says so.</source>
        <translation>Nennt keine Quelle einen Preis für die Region, bleibt er unbekannt, außer Sie wählen hier die Preise einer anderen Region. Das Ergebnis weist darauf hin.</translation>
    </message>
    <message>
        <source>Busiest minute</source>
        <translation>Stärkste Minute</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source> per minute</source>
        <translation> pro Minute</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>of it from the cache</source>
        <translation>davon aus dem Cache</translation>
    </message>
    <message>
        <source>of it cache writes</source>
        <translation>davon in den Cache</translation>
    </message>
    <message>
        <source>Only for models that bill writing into the cache by itself.</source>
        <translation>Nur für Modelle, die das Schreiben in den Cache eigens abrechnen.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Image input</source>
        <translation>Bildeingabe</translation>
    </message>
    <message>
        <source>Image output</source>
        <translation>Bildausgabe</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Average load</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Bezahlung</translation>
    </message>
    <message>
        <source>Per token</source>
        <translation>Je Token</translation>
    </message>
    <message>
        <source>Deployed</source>
        <translation>Bereitgestellt</translation>
    </message>
    <message>
        <source>as many as needed</source>
        <translation>so viele wie nötig</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>all that are deployed</source>
        <translation>alle bereitgestellten</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Quota tier</source>
        <translation>Kontingentstufe</translation>
    </message>
    <message>
        <source>Discount per token</source>
        <translation>Rabatt je Token</translation>
    </message>
    <message>
        <source>Discount on PTU</source>
        <translation>Rabatt auf PTU</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Exchange rate</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Units of the currency above for one US dollar, as you agreed it with the client. The program brings no rates of its own.</source>
        <translation>Einheiten der obigen Währung für einen US-Dollar, wie mit dem Kunden vereinbart. Das Programm bringt keine eigenen Kurse mit.</translation>
    </message>
    <message>
        <source>Negotiated instead of listed</source>
        <translation>Verhandelt statt Listenpreis</translation>
    </message>
    <message>
        <source>PTU, hour</source>
        <translation>PTU, Stunde</translation>
    </message>
    <message>
        <source>PTU, 1 month</source>
        <translation>PTU, 1 Monat</translation>
    </message>
    <message>
        <source>PTU, 1 year</source>
        <translation>PTU, 1 Jahr</translation>
    </message>
    <message>
        <source>1M input</source>
        <translation>1 Mio. Eingabe</translation>
    </message>
    <message>
        <source>1M from the cache</source>
        <translation>1 Mio. aus dem Cache</translation>
    </message>
    <message>
        <source>1M output</source>
        <translation>1 Mio. Ausgabe</translation>
    </message>
    <message>
        <source>Output weight</source>
        <translation>Ausgabegewicht</translation>
    </message>
    <message>
        <source>Input tokens that one output token counts as on PTU, for models without a published weight. The result says that it is yours.</source>
        <translation>Eingabe-Token, als die ein Ausgabe-Token auf PTU zählt, für Modelle ohne veröffentlichtes Gewicht. Das Ergebnis nennt es als Ihre Angabe.</translation>
    </message>
</context>
<context>
    <name>CalculatorPage</name>
    <message>
        <source>Load profile</source>
        <translation>Lastprofil</translation>
    </message>
    <message>
        <source>Load profiles (*.csv *.txt *.json);;All files (*)</source>
        <translation>Lastprofile (*.csv *.txt *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is no load profile</source>
        <translation>Das ist kein Lastprofil</translation>
    </message>
    <message>
        <source>The calculation was copied as text.</source>
        <translation>Die Rechnung wurde als Text kopiert.</translation>
    </message>
</context>
<context>
    <name>CapacityPane</name>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Provisioned throughput units (PTU)</source>
        <translation>Bereitgestellte Durchsatzeinheiten (PTU)</translation>
    </message>
    <message>
        <source>PTU parameters: unknown</source>
        <translation>PTU-Kennzahlen: unbekannt</translation>
    </message>
    <message>
        <source>Earlier PTU parameters</source>
        <translation>Frühere PTU-Kennzahlen</translation>
    </message>
    <message>
        <source>Input TPM per PTU</source>
        <translation>Eingabe-TPM je PTU</translation>
    </message>
    <message>
        <source>Token weights</source>
        <translation>Tokengewichte</translation>
    </message>
    <message>
        <source>from {minimum}, in steps of {step}</source>
        <translation>ab {minimum}, Schrittweite {step}</translation>
    </message>
    <message>
        <source>Size, {scope}</source>
        <translation>Größe, {scope}</translation>
    </message>
    <message>
        <source>Latency target</source>
        <translation>Latenzziel</translation>
    </message>
    <message>
        <source>Long context</source>
        <translation>Langer Kontext</translation>
    </message>
    <message>
        <source>served</source>
        <translation>wird bedient</translation>
    </message>
    <message>
        <source>not served above 128,000 prompt tokens</source>
        <translation>über 128.000 Eingabe-Token nicht bedient</translation>
    </message>
    <message>
        <source>Quota by tier</source>
        <translation>Kontingent nach Stufe</translation>
    </message>
    <message>
        <source>Quota: unknown</source>
        <translation>Kontingent: unbekannt</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>{type}: tokens in the queue</source>
        <translation>{type}: Token in der Warteschlange</translation>
    </message>
    <message>
        <source>Deployment type not stated</source>
        <translation>Bereitstellungsart nicht genannt</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Stufe {tier}</translation>
    </message>
    <message>
        <source>{count} RPM</source>
        <translation>{count} RPM</translation>
    </message>
    <message>
        <source>{count} in {seconds} s</source>
        <translation>{count} in {seconds} s</translation>
    </message>
</context>
<context>
    <name>CatalogAge</name>
    <message>
        <source>{facts} ({days} days old: outdated)</source>
        <translation>{facts} ({days} Tage alt: veraltet)</translation>
    </message>
    <message>
        <source>{facts} ({days} days old)</source>
        <translation>{facts} ({days} Tage alt)</translation>
    </message>
    <message>
        <source>Catalogue {serial}, published {day}</source>
        <translation>Katalog {serial}, veröffentlicht {day}</translation>
    </message>
</context>
<context>
    <name>CatalogView</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Table of model versions. Space pins the selected ones.</source>
        <translation>Tabelle der Modellversionen. Die Leertaste merkt die ausgewählten.</translation>
    </message>
</context>
<context>
    <name>CellCommands</name>
    <message>
        <source>&amp;Open {name} among the models</source>
        <translation>{name} bei den Modellen &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;About the region {name}</source>
        <translation>Ü&amp;ber die Region {name}</translation>
    </message>
    <message>
        <source>Choose the &amp;region {name}</source>
        <translation>&amp;Region {name} wählen</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin {name}</source>
        <translation>{name} &amp;merken oder nicht mehr merken</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>CellLine</name>
    <message>
        <source>Go to a cell to read what it says</source>
        <translation>Gehen Sie auf eine Zelle, um zu lesen, was sie sagt</translation>
    </message>
    <message>
        <source>With the mouse or the arrow keys; Enter opens the model, R chooses the region</source>
        <translation>Mit der Maus oder den Pfeiltasten; die Eingabetaste öffnet das Modell, R wählt die Region</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>Source: {title}, as of {date}</source>
        <translation>Quelle: {title}, Stand {date}</translation>
    </message>
    <message>
        <source>Last known price: {price}, until {date}</source>
        <translation>Letzter bekannter Preis: {price}, bis {date}</translation>
    </message>
    <message>
        <source>Since {date}</source>
        <translation>Seit {date}</translation>
    </message>
    <message>
        <source>From a list that copies prices, not from the price list</source>
        <translation>Aus einer Liste, die Preise abschreibt, nicht aus der Preisliste</translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;PNG ...</source>
        <translation>Als &amp;PNG speichern ...</translation>
    </message>
    <message>
        <source>Save as &amp;SVG ...</source>
        <translation>Als &amp;SVG speichern ...</translation>
    </message>
    <message>
        <source>Copy or save the chart</source>
        <translation>Diagramm kopieren oder speichern</translation>
    </message>
    <message>
        <source>The chart was copied as a picture.</source>
        <translation>Das Diagramm wurde als Bild kopiert.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
</context>
<context>
    <name>ChosenRegions</name>
    <message>
        <source>Regions of the filter</source>
        <translation>Regionen des Filters</translation>
    </message>
    <message>
        <source>No longer narrow the changes to this</source>
        <translation>Die Änderungen nicht mehr hierauf eingrenzen</translation>
    </message>
    <message>
        <source>Add region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>All regions; add one</source>
        <translation>Alle Regionen</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Retirement</source>
        <translation>Abschaltung</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Tage übrig</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Max output</source>
        <translation>Größte Ausgabe</translation>
    </message>
    <message>
        <source>Deployment types</source>
        <translation>Bereitstellungsarten</translation>
    </message>
    <message>
        <source>Offered in {regions}</source>
        <translation>Angeboten in {regions}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>EU data zone</source>
        <translation>EU-Datenzone</translation>
    </message>
    <message>
        <source>US data zone</source>
        <translation>US-Datenzone</translation>
    </message>
    <message>
        <source>Input price</source>
        <translation>Eingabepreis</translation>
    </message>
    <message>
        <source>Output price</source>
        <translation>Ausgabepreis</translation>
    </message>
    <message>
        <source>Input price since</source>
        <translation>Eingabepreis seit</translation>
    </message>
    <message>
        <source>PTU</source>
        <translation>PTU</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Use cases</source>
        <translation>Einsatzzwecke</translation>
    </message>
    <message>
        <source>Training data until</source>
        <translation>Trainingsdaten bis</translation>
    </message>
    <message>
        <source>Lowest standard price in force, US dollars per 1M tokens, for any deployment type and region</source>
        <translation>Niedrigster geltender Standardpreis in US-Dollar je 1 Mio. Token, über alle Bereitstellungsarten und Regionen</translation>
    </message>
    <message>
        <source>Nothing known speaks against it, but not all that is asked is known of it.</source>
        <translation>Nichts Bekanntes spricht dagegen, aber nicht alles Gefragte ist davon bekannt.</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>&amp;Regions:</source>
        <translation>&amp;Regionen:</translation>
    </message>
    <message>
        <source>&amp;Prices in:</source>
        <translation>&amp;Preise in:</translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>Ch&amp;art</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>Sheet ...</source>
        <translation>Blatt ...</translation>
    </message>
    <message>
        <source>Print, or save as PDF, Excel, CSV, HTML or Markdown</source>
        <translation>Drucken oder als PDF, Excel, CSV, HTML oder Markdown speichern</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>{name} is no longer pinned; undo brings it back.</source>
        <translation>{name} ist nicht mehr gemerkt; Rückgängig bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>ComparedRegions</name>
    <message>
        <source>Remove this region from the comparison</source>
        <translation>Diese Region aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Add region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>All regions; add one</source>
        <translation>Alle Regionen</translation>
    </message>
    <message>
        <source>{zone}: all {count} regions</source>
        <translation>{zone}: alle {count} Regionen</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>{lines} lines, of which {differ} differ</source>
        <translation>{lines} Zeilen, davon {differ} verschieden</translation>
    </message>
    <message>
        <source>best of the values known</source>
        <translation>bester der bekannten Werte</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>widersprüchliche Quellen</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparison of pinned models</source>
        <translation>Vergleich der gemerkten Modelle</translation>
    </message>
    <message>
        <source>Fold all sections</source>
        <translation>Alle Abschnitte zuklappen</translation>
    </message>
    <message>
        <source>Unfold all sections</source>
        <translation>Alle Abschnitte aufklappen</translation>
    </message>
    <message>
        <source>Show among the models</source>
        <translation>Bei den Modellen zeigen</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links rücken</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts rücken</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>Aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ConditionForm</name>
    <message>
        <source>Processed in data zone</source>
        <translation>Verarbeitet in Datenzone</translation>
    </message>
    <message>
        <source>Processed in country</source>
        <translation>Verarbeitet in Land</translation>
    </message>
    <message>
        <source>Deployment type</source>
        <translation>Bereitstellungsart</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Bezahlung</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Retirement date</source>
        <translation>Abschaltung am</translation>
    </message>
    <message>
        <source>Deprecation date</source>
        <translation>Abgekündigt am</translation>
    </message>
    <message>
        <source>Retirement of fine-tuned models</source>
        <translation>Abschaltung feinabgestimmter Modelle</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Input limit</source>
        <translation>Eingabegrenze</translation>
    </message>
    <message>
        <source>Max output</source>
        <translation>Größte Ausgabe</translation>
    </message>
    <message>
        <source>Long context above</source>
        <translation>Langer Kontext über</translation>
    </message>
    <message>
        <source>Training data until</source>
        <translation>Trainingsdaten bis</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>PTU parameters</source>
        <translation>PTU-Kennzahlen</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
</context>
<context>
    <name>CostCurveChart</name>
    <message>
        <source>Cost over the base load</source>
        <translation>Kosten je Grundlast</translation>
    </message>
    <message>
        <source>PTU for the base load</source>
        <translation>PTU für die Grundlast</translation>
    </message>
    <message>
        <source>{currency} a month</source>
        <translation>{currency} im Monat</translation>
    </message>
    <message>
        <source>{share} spill over</source>
        <translation>{share} im Überlauf</translation>
    </message>
    <message>
        <source>{used} utilisation</source>
        <translation>Auslastung {used}</translation>
    </message>
    <message>
        <source>{ptu} PTU: {cost}</source>
        <translation>{ptu} PTU: {cost}</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Complete ({count})</source>
        <translation>Vollständig ({count})</translation>
    </message>
    <message>
        <source>Almost: one or two missing ({count})</source>
        <translation>Fast: ein oder zwei fehlen ({count})</translation>
    </message>
    <message>
        <source>Unknown or disputed ({count})</source>
        <translation>Unbekannt oder strittig ({count})</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>with types that differ by model</source>
        <translation>mit je nach Modell anderen Arten</translation>
    </message>
    <message>
        <source>Best pair of regions</source>
        <translation>Bestes Paar von Regionen</translation>
    </message>
    <message>
        <source>{distance} km apart</source>
        <translation>{distance} km voneinander entfernt</translation>
    </message>
    <message>
        <source>Further pairs that offer as much: {count}</source>
        <translation>Weitere Paare, die ebenso viel bieten: {count}</translation>
    </message>
    <message>
        <source>Sources:</source>
        <translation>Quellen:</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Where can we have all of them?</source>
        <translation>Wo gibt es alle?</translation>
    </message>
    <message>
        <source>Regions that offer all chosen models</source>
        <translation>Regionen, die alle gewählten Modelle anbieten</translation>
    </message>
    <message>
        <source>Add a model to the question</source>
        <translation>Ein Modell zur Frage hinzufügen</translation>
    </message>
    <message>
        <source>Add a model ...</source>
        <translation>Modell hinzufügen ...</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin models in the table, filter it, or type a name on the left.</source>
        <translation>Merken Sie Modelle in der Tabelle, filtern Sie sie, oder geben Sie links einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>CoverageStrip</name>
    <message>
        <source>Where can we have all of them?</source>
        <translation>Wo gibt es alle?</translation>
    </message>
    <message>
        <source>Sheet ...</source>
        <translation>Blatt ...</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Select an entry in the table to read everything about it.</source>
        <translation>Wählen Sie in der Tabelle einen Eintrag aus, um alles darüber zu lesen.</translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>No entry fits all of these filters. Remove one of them:</source>
        <translation>Kein Eintrag passt zu allen diesen Filtern. Entfernen Sie einen davon:</translation>
    </message>
    <message>
        <source>No entry fits these filters.</source>
        <translation>Kein Eintrag passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Without “{filter}”</source>
        <translation>Ohne „{filter}“</translation>
    </message>
</context>
<context>
    <name>EntryChips</name>
    <message>
        <source>Remove this model from the question</source>
        <translation>Dieses Modell aus der Frage nehmen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>EntryDetails</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>past its date since {day}</source>
        <translation>überfällig seit {day}</translation>
    </message>
    <message>
        <source>1 day left, until {day}</source>
        <translation>noch 1 Tag, bis {day}</translation>
    </message>
    <message>
        <source>{days} days left, until {day}</source>
        <translation>noch {days} Tage, bis {day}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Nicht mehr merken</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Merken</translation>
    </message>
</context>
<context>
    <name>ExplanationView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy warnings, steps, assumptions and sources as text</source>
        <translation>Warnungen, Rechenschritte, Annahmen und Quellen als Text kopieren</translation>
    </message>
    <message>
        <source>Words explained</source>
        <translation>Begriffe erklärt</translation>
    </message>
    <message>
        <source>Explain TPM, PTU, data zone and reservation in a sentence each</source>
        <translation>TPM, PTU, Datenzone und Reservierung in je einem Satz erklären</translation>
    </message>
    <message>
        <source>How the result came about</source>
        <translation>Wie das Ergebnis zustande kam</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
</context>
<context>
    <name>FacetView</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Space checks a value; left and right fold and unfold a group.</source>
        <translation>Die Leertaste hakt einen Wert an; links und rechts klappen eine Gruppe zu und auf.</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Data zones</source>
        <translation>Datenzonen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>A piece of a word. Models read and write in tokens, and every price counts them; in German text a word is often two of them.</source>
        <translation>Ein Wortstück. Modelle lesen und schreiben in Token, und jeder Preis zählt sie; im Deutschen sind es oft zwei je Wort.</translation>
    </message>
    <message>
        <source>TPM</source>
        <translation>TPM</translation>
    </message>
    <message>
        <source>Tokens per minute, in and out together. A quota caps them: what goes beyond it is turned away for that minute.</source>
        <translation>Token pro Minute, Eingabe und Ausgabe zusammen. Ein Kontingent begrenzt sie: Was darüber hinausgeht, wird in dieser Minute abgewiesen.</translation>
    </message>
    <message>
        <source>PTU</source>
        <translation>PTU</translation>
    </message>
    <message>
        <source>Provisioned throughput unit: a share of machines that is yours whether you use it or not. It is paid by time, not by token, and answers at an even pace.</source>
        <translation>Einheit bereitgestellten Durchsatzes: ein Anteil an Rechnern, der Ihnen gehört, ob Sie ihn nutzen oder nicht. Bezahlt wird nach Zeit, nicht je Token; die Antworten kommen in gleichmäßigem Tempo.</translation>
    </message>
    <message>
        <source>Normalised tokens</source>
        <translation>Normalisierte Token</translation>
    </message>
    <message>
        <source>PTU measure everything in input tokens. An output token counts several times, one from the cache little or nothing: its weight.</source>
        <translation>PTU messen alles in Eingabe-Token. Ein Ausgabe-Token zählt mehrfach, eines aus dem Cache wenig oder nichts: sein Gewicht.</translation>
    </message>
    <message>
        <source>Utilisation and break-even</source>
        <translation>Auslastung und Gewinnschwelle</translation>
    </message>
    <message>
        <source>Utilisation is the share of the PTU in use on average. From the break-even on, the same tokens paid one by one would cost more than the PTU.</source>
        <translation>Auslastung ist der im Durchschnitt genutzte Anteil der PTU. Ab der Gewinnschwelle würden dieselben Token, einzeln bezahlt, mehr kosten als die PTU.</translation>
    </message>
    <message>
        <source>Data zone</source>
        <translation>Datenzone</translation>
    </message>
    <message>
        <source>A group of regions, such as the EU&apos;s, inside which a request may be processed. Data at rest stays in the region you chose. Global deployments may process anywhere, regional ones only in their region.</source>
        <translation>Eine Gruppe von Regionen, etwa die der EU, in der eine Anfrage verarbeitet werden darf. Ruhende Daten bleiben in der gewählten Region. Globale Bereitstellungen dürfen überall verarbeiten, regionale nur in ihrer Region.</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>A promise to pay for PTU for a month or a year, at a lower price. It guarantees no capacity: deploy first, then reserve. It holds for one deployment type, and for any model under it.</source>
        <translation>Die Zusage, PTU einen Monat oder ein Jahr lang zu bezahlen, zu einem niedrigeren Preis. Sie sichert keine Kapazität zu: erst bereitstellen, dann reservieren. Sie gilt für eine Bereitstellungsart und darin für jedes Modell.</translation>
    </message>
    <message>
        <source>Spillover</source>
        <translation>Überlauf (Spillover)</translation>
    </message>
    <message>
        <source>Requests that the PTU cannot take at the moment go to a standard deployment and are paid per token.</source>
        <translation>Anfragen, die die PTU gerade nicht aufnehmen können, gehen an eine Standard-Bereitstellung und werden je Token bezahlt.</translation>
    </message>
</context>
<context>
    <name>FileAccess</name>
    <message>
        <source>there is no such file</source>
        <translation>die Datei gibt es nicht</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>es fehlt die Berechtigung</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>es ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>a part of its path is not a folder</source>
        <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>die Verknüpfungen führen im Kreis</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>sie ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>{name} was not saved: {reason}. What the file held before is unchanged; choose another place.</source>
        <translation>{name} wurde nicht gespeichert: {reason}. Was die Datei vorher enthielt, ist unverändert; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}. Everything on show stays as it is.</source>
        <translation>{name} ist nicht lesbar: {reason}. Alles Gezeigte bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Save ...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>Save the filter under a name</source>
        <translation>Den Filter unter einem Namen speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filters saved under a name</source>
        <translation>Unter einem Namen gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>FilterCommands</name>
    <message>
        <source>The filter was copied as text.</source>
        <translation>Der Filter wurde als Text kopiert.</translation>
    </message>
    <message>
        <source>The clipboard holds no filter: “{piece}” is not understood.</source>
        <translation>Die Zwischenablage enthält keinen Filter: „{piece}“ ist nicht verständlich.</translation>
    </message>
    <message>
        <source>The filter was pasted.</source>
        <translation>Der Filter wurde eingefügt.</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Gespeichert als „{name}“.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Rows copied: {count}</source>
        <translation>Kopierte Zeilen: {count}</translation>
    </message>
</context>
<context>
    <name>FilterNameDialog</name>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>&amp;Name of the filter:</source>
        <translation>&amp;Name des Filters:</translation>
    </message>
    <message>
        <source>This replaces the filter of that name.</source>
        <translation>Das ersetzt den Filter dieses Namens.</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>&amp;Newest version only</source>
        <translation>Nur &amp;neueste Version</translation>
    </message>
    <message>
        <source>Find a filter ...</source>
        <translation>Filter suchen ...</translation>
    </message>
    <message>
        <source>Find a filter</source>
        <translation>Filter suchen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Context window (tokens)</source>
        <translation>Kontextfenster (Token)</translation>
    </message>
    <message>
        <source>Input price ($ per 1M tokens)</source>
        <translation>Eingabepreis ($ je 1 Mio. Token)</translation>
    </message>
</context>
<context>
    <name>HelpTexts</name>
    <message>
        <source>About this catalogue</source>
        <translation>Über diesen Katalog</translation>
    </message>
    <message>
        <source>Signs and keys</source>
        <translation>Zeichen und Tasten</translation>
    </message>
    <message>
        <source>{models} models in {versions} versions, {regions} regions, {sources} sources</source>
        <translation>{models} Modelle in {versions} Versionen, {regions} Regionen, {sources} Quellen</translation>
    </message>
    <message>
        <source>■ regional: processed in the region itself. ◐ data zone: processed somewhere in the zone, for example the EU. ○ global: may be processed anywhere in the world, even when it is offered from the region.</source>
        <translation>■ regional: wird in der Region selbst verarbeitet. ◐ Datenzone: wird irgendwo in der Zone verarbeitet, zum Beispiel in der EU. ○ global: kann überall auf der Welt verarbeitet werden, auch wenn es aus der Region angeboten wird.</translation>
    </message>
    <message>
        <source>“Unknown” means that no source says anything about it. It never means “no”. “Conflicting sources” means that two sources disagree; the details show both.</source>
        <translation>„Unbekannt“ heißt, dass keine Quelle etwas dazu sagt. Es heißt nie „nein“. „Widersprüchliche Quellen“ heißt, dass zwei Quellen einander widersprechen; die Einzelheiten zeigen beide.</translation>
    </message>
    <message>
        <source>Red and “past its date”: the retirement date has passed, whatever stage the source still names. Amber: 90 days or fewer are left.</source>
        <translation>Rot und „überfällig“: Das Datum der Abschaltung ist vorbei, welchen Stand die Quelle auch noch nennt. Orange: Es bleiben höchstens 90 Tage.</translation>
    </message>
    <message>
        <source>Keys: Ctrl+F searches, Esc empties the search, Down goes to the table, Space pins or checks, F6 goes from filters to table to details.</source>
        <translation>Tasten: Strg+F sucht, Esc leert die Suche, Pfeil nach unten führt zur Tabelle, die Leertaste merkt oder hakt an, F6 wechselt von den Filtern zur Tabelle und zu den Einzelheiten.</translation>
    </message>
    <message>
        <source>In the matrix of regions: upper line regional, middle line data zone, lower line global; left per token, middle PTU, right batch. A dot or a dash: not offered, ?: unknown, !: conflicting sources. Enter opens the model, R chooses the region, Ctrl+C copies the selected cells. Arrow keys lead on into the headings, where Enter opens the page of the region.</source>
        <translation>In der Matrix der Regionen: obere Zeile regional, mittlere Zeile Datenzone, untere Zeile global; links je Token, Mitte PTU, rechts Batch. Ein Punkt oder Strich: nicht angeboten, ?: unbekannt, !: widersprüchliche Quellen. Die Eingabetaste öffnet das Modell, R wählt die Region, Strg+C kopiert die ausgewählten Zellen. Pfeiltasten führen weiter in die Köpfe; dort öffnet die Eingabetaste die Seite der Region.</translation>
    </message>
    <message>
        <source>F11 shows the page alone on the whole screen, in large type: the arrow keys go through the pinned models, Esc leaves.</source>
        <translation>F11 zeigt die Seite allein auf dem ganzen Bildschirm, in großer Schrift: Die Pfeiltasten gehen durch die gemerkten Modelle, Esc beendet.</translation>
    </message>
    <message>
        <source>In charts: left and right tell values, Enter takes the size. In the load of a day they go from hour to hour, up and down change its load. Ctrl+K brings the selected model into the calculator.</source>
        <translation>In Diagrammen: Links und Rechts nennen Werte, Eingabe übernimmt die Größe. In der Last eines Tages gehen sie von Stunde zu Stunde, Auf und Ab ändern deren Last. Strg+K bringt das gewählte Modell in den Rechner.</translation>
    </message>
    <message>
        <source>Among the compared models: ▲ is the best of the values known, ≠ a line in which they differ. Enter or a click folds a section; Ctrl with Left, Right, Home or End moves a column, Delete takes it away, Ctrl+Z brings it back; Enter or a double click opens the model. Ctrl+P shows what will be printed, Ctrl+E saves a sheet for a client.</source>
        <translation>Im Vergleich: ▲ ist der beste der bekannten Werte, ≠ eine Zeile, in der sie sich unterscheiden. Eingabetaste oder Klick klappt einen Abschnitt zu; Strg mit Links, Rechts, Pos1 oder Ende rückt eine Spalte weiter, Entf nimmt sie heraus, Strg+Z bringt sie zurück; Eingabetaste oder Doppelklick öffnet das Modell. Strg+P zeigt, was gedruckt wird, Strg+E speichert ein Blatt für Kunden.</translation>
    </message>
    <message>
        <source>F5 asks for a newer catalogue; a catalogue file can also be dropped on the window. Whatever goes wrong, the catalogue on show stays. “What&apos;s new” shows the difference to the one before and which models are retired next.</source>
        <translation>F5 fragt nach einem neueren Katalog; eine Katalogdatei kann auch auf das Fenster gezogen werden. Was auch schiefgeht: Der angezeigte Katalog bleibt. „Neuigkeiten“ zeigt den Unterschied zum vorherigen und welche Modelle als Nächstes abgeschaltet werden.</translation>
    </message>
    <message>
        <source>On the map: arrows go from region to region, Page Down and Page Up by how much they offer, Enter chooses, Shift and arrows move the map, + and - zoom, Home shows the world.</source>
        <translation>Auf der Karte: Pfeiltasten führen von Region zu Region, Bild-ab und Bild-auf der Reihe nach, die mit dem größten Angebot zuerst; Eingabe wählt aus, Umschalt und Pfeiltasten verschieben die Karte, + und - vergrößern und verkleinern, Pos1 zeigt die Welt.</translation>
    </message>
    <message>
        <source>A region chosen in the matrix, on the map or in the answer to “Where can we have all of them?” stands out in every view. Models taken out of the question stay on the page. Ctrl+P prints the view on show.</source>
        <translation>Eine Region, die in der Matrix, auf der Karte oder in der Antwort auf „Wo gibt es alle?“ gewählt wird, ist in jeder Ansicht hervorgehoben. Modelle, die Sie aus der Frage nehmen, bleiben auf der Seite. Strg+P druckt die gezeigte Ansicht.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>A catalogue of Azure OpenAI and Microsoft Foundry models that works offline. It is made from public sources, is not a product of Microsoft, and is no offer and no legal advice.</source>
        <translation>Ein Katalog der Modelle von Azure OpenAI und Microsoft Foundry, der ohne Netz auskommt. Er ist aus öffentlichen Quellen gemacht, ist kein Erzeugnis von Microsoft, kein Angebot und keine Rechtsberatung.</translation>
    </message>
    <message>
        <source>The outlines of the map are Natural Earth&apos;s, public domain.</source>
        <translation>Die Umrisse der Karte stammen von Natural Earth und sind gemeinfrei.</translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Example ...</source>
        <translation>Vorlage ...</translation>
    </message>
    <message>
        <source>Fill in the requests of a typical use. Examples, not measurements.</source>
        <translation>Die Anfragen eines typischen Einsatzes eintragen. Beispiele, keine Messwerte.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Generally available</source>
        <translation>Allgemein verfügbar</translation>
    </message>
    <message>
        <source>Legacy</source>
        <translation>Altbestand</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Abgekündigt</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Unknown stage</source>
        <translation>Stand unbekannt</translation>
    </message>
    <message>
        <source>Past its date</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Pay as you go</source>
        <translation>Nutzungsbasiert (je Token)</translation>
    </message>
    <message>
        <source>Provisioned (PTU)</source>
        <translation>Bereitgestellt (PTU)</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>Data zone</source>
        <translation>Datenzone</translation>
    </message>
    <message>
        <source>Regional</source>
        <translation>Regional</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>conflicting sources</source>
        <translation>widersprüchliche Quellen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Einsatzzweck</translation>
    </message>
    <message>
        <source>Region and data zone</source>
        <translation>Region und Datenzone</translation>
    </message>
    <message>
        <source>Capacity model</source>
        <translation>Kapazitätsmodell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Ein- und Ausgabe</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Africa</source>
        <translation>Afrika</translation>
    </message>
    <message>
        <source>Asia Pacific</source>
        <translation>Asien-Pazifik</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Middle East</source>
        <translation>Naher Osten</translation>
    </message>
    <message>
        <source>South America</source>
        <translation>Südamerika</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Großbritannien</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Einbettungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>unknown, not “no”</source>
        <translation>unbekannt, nicht „nein“</translation>
    </message>
    <message>
        <source>conflicting sources</source>
        <translation>widersprüchliche Quellen</translation>
    </message>
    <message>
        <source>In a cell: left per token, middle PTU, right batch; dot: not offered</source>
        <translation>In der Zelle: links je Token, Mitte PTU, rechts Batch; Punkt: nicht angeboten</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>LifecyclePane</name>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Its retirement date {day} has passed, but the source does not call it retired.</source>
        <translation>Das Datum der Abschaltung ({day}) ist vorbei, aber die Quelle nennt das Modell nicht abgeschaltet.</translation>
    </message>
    <message>
        <source>Fine-tuned models</source>
        <translation>Feinabgestimmte Modelle</translation>
    </message>
    <message>
        <source>Stage as published</source>
        <translation>Stand laut Quelle</translation>
    </message>
    <message>
        <source>Deprecated on</source>
        <translation>Abgekündigt am</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>keiner genannt</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>Lists of models</source>
        <translation>Modelllisten</translation>
    </message>
    <message>
        <source>Retirement date</source>
        <translation>Abschaltung am</translation>
    </message>
    <message>
        <source>past its date (days: {days})</source>
        <translation>überfällig (Tage: {days})</translation>
    </message>
    <message>
        <source>days left: {days}</source>
        <translation>Tage bis zur Abschaltung: {days}</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Training ends</source>
        <translation>Training endet</translation>
    </message>
    <message>
        <source>Deployments end</source>
        <translation>Bereitstellungen enden</translation>
    </message>
    <message>
        <source>not before {day}</source>
        <translation>nicht vor dem {day}</translation>
    </message>
</context>
<context>
    <name>LoadChart</name>
    <message>
        <source>{day} (example, not measured)</source>
        <translation>{day} (Beispiel, nicht gemessen)</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>Werktag</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Wochenende</translation>
    </message>
    <message>
        <source>Minutes by load</source>
        <translation>Minuten nach Last</translation>
    </message>
    <message>
        <source>{ptu} PTU carry {share}</source>
        <translation>{ptu} PTU tragen {share}</translation>
    </message>
    <message>
        <source>{ptu} PTU: {requests} requests a minute</source>
        <translation>{ptu} PTU: {requests} Anfragen pro Minute</translation>
    </message>
    <message>
        <source>hour of the day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>share of the minutes</source>
        <translation>Anteil der Minuten</translation>
    </message>
    <message>
        <source>requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>{begin}:00 to {end}:00</source>
        <translation>{begin} bis {end} Uhr</translation>
    </message>
    <message>
        <source>Among the busiest {share} of the minutes</source>
        <translation>Unter den stärksten {share} der Minuten</translation>
    </message>
    <message>
        <source>{requests} requests a minute</source>
        <translation>{requests} Anfragen pro Minute</translation>
    </message>
    <message>
        <source>{requests} of them spill over</source>
        <translation>davon {requests} in den Überlauf</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>azmodels - Azure model catalogue</source>
        <translation>azmodels - Katalog der Azure-Modelle</translation>
    </message>
</context>
<context>
    <name>MapBar</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Copy or save the map as a picture</source>
        <translation>Die Karte als Bild kopieren oder speichern</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;PNG ...</source>
        <translation>Als &amp;PNG speichern ...</translation>
    </message>
    <message>
        <source>Save as &amp;SVG ...</source>
        <translation>Als &amp;SVG speichern ...</translation>
    </message>
</context>
<context>
    <name>MapDisplay</name>
    <message>
        <source>Map of regions</source>
        <translation>Karte der Regionen</translation>
    </message>
</context>
<context>
    <name>MapPart</name>
    <message>
        <source>&amp;About this region</source>
        <translation>&amp;Über diese Region</translation>
    </message>
    <message>
        <source>Filter by &amp;this region</source>
        <translation>Nach &amp;dieser Region filtern</translation>
    </message>
    <message>
        <source>Click a dot to choose a region.</source>
        <translation>Klicken Sie auf einen Punkt, um eine Region zu wählen.</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The map was copied as a picture.</source>
        <translation>Die Karte wurde als Bild kopiert.</translation>
    </message>
</context>
<context>
    <name>MatrixCorner</name>
    <message>
        <source>{entries} entries × {regions} regions</source>
        <translation>{entries} Einträge × {regions} Regionen</translation>
    </message>
    <message>
        <source>&amp;Leave out {count} unknown</source>
        <translation>{count} unbekannte &amp;weglassen</translation>
    </message>
    <message>
        <source>Entries for which no source names a region: unknown, which is not “no”</source>
        <translation>Einträge, zu denen keine Quelle eine Region nennt: unbekannt, das heißt nicht „nein“</translation>
    </message>
</context>
<context>
    <name>MatrixHeadings</name>
    <message>
        <source>Regions, headings of the columns</source>
        <translation>Regionen, Köpfe der Spalten</translation>
    </message>
    <message>
        <source>Models, headings of the rows</source>
        <translation>Modelle, Köpfe der Zeilen</translation>
    </message>
    <message>
        <source>Enter opens the page of the region, R chooses it</source>
        <translation>Eingabetaste öffnet die Seite der Region, R wählt sie</translation>
    </message>
    <message>
        <source>Enter opens the model, Space pins it</source>
        <translation>Eingabetaste öffnet das Modell, Leertaste merkt es</translation>
    </message>
</context>
<context>
    <name>MatrixPainter</name>
    <message>
        <source>No source names a region that offers it: unknown, which is not “no”.</source>
        <translation>Keine Quelle nennt eine Region, die es anbietet: unbekannt, das heißt nicht „nein“.</translation>
    </message>
    <message>
        <source>A service has no deployment types; each cell tells its features there.</source>
        <translation>Ein Dienst hat keine Bereitstellungsarten; jede Zelle nennt seine Funktionen dort.</translation>
    </message>
</context>
<context>
    <name>MatrixPart</name>
    <message numerus="yes">
        <source>Left out, as no source names a region that offers them: %n</source>
        <translation>
            <numerusform>Weggelassen, weil keine Quelle eine Region nennt, die sie anbietet: %n</numerusform>
            <numerusform>Weggelassen, weil keine Quelle eine Region nennt, die sie anbietet: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows copied: {count}</source>
        <translation>Kopierte Zeilen: {count}</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Matrix of models and regions</source>
        <translation>Matrix der Modelle und Regionen</translation>
    </message>
    <message>
        <source>Enter opens the model, R chooses the region, Space pins the model. Arrow keys lead on into the headings.</source>
        <translation>Eingabetaste öffnet das Modell, R wählt die Region, Leertaste merkt das Modell. Pfeiltasten führen weiter in die Köpfe.</translation>
    </message>
</context>
<context>
    <name>MeasuredRequest</name>
    <message>
        <source>Use measured: {tokens_in} in, {tokens_out} out</source>
        <translation>Gemessenes verwenden: {tokens_in} ein, {tokens_out} aus</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Go back to</source>
        <translation>&amp;Zurück zu</translation>
    </message>
    <message>
        <source>Saved &amp;filters</source>
        <translation>Gespeicherte &amp;Filter</translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation>S&amp;ortieren nach</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>NewsChoosing</name>
    <message>
        <source>Regions: {names}</source>
        <translation>Regionen: {names}</translation>
    </message>
    <message>
        <source>Search: {text}</source>
        <translation>Suche: {text}</translation>
    </message>
</context>
<context>
    <name>NewsExport</name>
    <message>
        <source>Save as &amp;HTML page ...</source>
        <translation>Als &amp;HTML-Seite speichern ...</translation>
    </message>
    <message>
        <source>Save retirements as ca&amp;lendar ...</source>
        <translation>Abschaltungen als Ka&amp;lender speichern ...</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>There is no retirement to save.</source>
        <translation>Es gibt keine Abschaltung zu speichern.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>NewsLists</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No offer and no legal advice.</source>
        <translation>Kein Angebot und keine Rechtsberatung.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Retirement radar</source>
        <translation>Abschaltradar</translation>
    </message>
</context>
<context>
    <name>NewsPage</name>
    <message>
        <source>The catalogues could not be compared.</source>
        <translation>Die Kataloge konnten nicht verglichen werden.</translation>
    </message>
</context>
<context>
    <name>NewsTold</name>
    <message>
        <source>No earlier catalogue is kept yet.</source>
        <translation>Es ist noch kein früherer Katalog aufbewahrt.</translation>
    </message>
    <message>
        <source>Compared with catalogue {serial}</source>
        <translation>Verglichen mit Katalog {serial}</translation>
    </message>
    <message>
        <source>Catalogue {serial}, published {day}</source>
        <translation>Katalog {serial}, veröffentlicht {day}</translation>
    </message>
    <message>
        <source>Compared with catalogue {serial}, published {day}</source>
        <translation>Verglichen mit Katalog {serial}, veröffentlicht {day}</translation>
    </message>
    <message>
        <source>No earlier catalogue is kept yet, so there is nothing to compare with. After the next refresh (F5) the differences stand here. The retirement radar beside works already.</source>
        <translation>Es ist noch kein früherer Katalog aufbewahrt, daher gibt es nichts zu vergleichen. Nach der nächsten Aktualisierung (F5) stehen die Unterschiede hier. Das Abschaltradar arbeitet schon.</translation>
    </message>
    <message>
        <source>Comparing ...</source>
        <translation>Wird verglichen ...</translation>
    </message>
    <message>
        <source>The two catalogues do not differ.</source>
        <translation>Die beiden Kataloge unterscheiden sich nicht.</translation>
    </message>
    <message>
        <source>Nothing that changed fits the choices above.</source>
        <translation>Keine Änderung passt zur Auswahl oben.</translation>
    </message>
    <message>
        <source>No retirement fits the choices above.</source>
        <translation>Keine Abschaltung passt zur Auswahl oben.</translation>
    </message>
    <message>
        <source>No source names a retirement date that is still to come.</source>
        <translation>Keine Quelle nennt eine Abschaltung, die noch bevorsteht.</translation>
    </message>
</context>
<context>
    <name>NewsToolbar</name>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search in the lines</source>
        <translation>In den Zeilen suchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save as calendar ...</source>
        <translation>Als Kalender speichern ...</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Pinned models</source>
        <translation>Gemerkte Modelle</translation>
    </message>
    <message>
        <source>Models of the filter</source>
        <translation>Modelle des Filters</translation>
    </message>
</context>
<context>
    <name>NothingPinned</name>
    <message>
        <source>Show the entries as filtered</source>
        <translation>Einträge des Filters zeigen</translation>
    </message>
    <message>
        <source>Nothing is pinned. Select entries among the models and press the space bar: what is pinned stands here, also after a restart.</source>
        <translation>Nichts ist gemerkt. Wählen Sie unter den Modellen Einträge aus und drücken Sie die Leertaste: Was gemerkt ist, steht hier, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Go to the models</source>
        <translation>Zu den Modellen</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt zu</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Input limit</source>
        <translation>Eingabegrenze</translation>
    </message>
    <message>
        <source>Max output</source>
        <translation>Größte Ausgabe</translation>
    </message>
    <message>
        <source>Long context above</source>
        <translation>Langer Kontext über</translation>
    </message>
    <message>
        <source>Training data until</source>
        <translation>Trainingsdaten bis</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>Takes in</source>
        <translation>Nimmt an</translation>
    </message>
    <message>
        <source>Puts out</source>
        <translation>Gibt aus</translation>
    </message>
    <message>
        <source>Processed by</source>
        <translation>Verarbeitet von</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Also spelled</source>
        <translation>Auch geschrieben</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Art des Eintrags</translation>
    </message>
    <message>
        <source>Sold through</source>
        <translation>Angeboten über</translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation>Azure OpenAI</translation>
    </message>
    <message>
        <source>Azure, other providers</source>
        <translation>Azure, andere Anbieter</translation>
    </message>
    <message>
        <source>Fireworks on Azure</source>
        <translation>Fireworks auf Azure</translation>
    </message>
    <message>
        <source>Azure Marketplace</source>
        <translation>Azure Marketplace</translation>
    </message>
    <message>
        <source>Managed compute</source>
        <translation>Verwaltete Rechenleistung</translation>
    </message>
    <message>
        <source>Recommended for</source>
        <translation>Empfohlen für</translation>
    </message>
    <message>
        <source>existing customers only</source>
        <translation>nur für Bestandskunden</translation>
    </message>
    <message>
        <source>past its date</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>no longer listed</source>
        <translation>nicht mehr geführt</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <translation>nicht im Katalog</translation>
    </message>
    <message>
        <source>no successor named</source>
        <translation>kein Nachfolger genannt</translation>
    </message>
    <message>
        <source>Start with pay as you go.</source>
        <translation>Beginnen Sie nutzungsbasiert (je Token).</translation>
    </message>
    <message>
        <source>Start with PTU.</source>
        <translation>Beginnen Sie mit PTU.</translation>
    </message>
    <message>
        <source>Start with: {way}</source>
        <translation>Beginnen mit: {way}</translation>
    </message>
    <message>
        <source>May pass requests to</source>
        <translation>Kann Anfragen weiterleiten an</translation>
    </message>
    <message>
        <source>Family {name}</source>
        <translation>Familie {name}</translation>
    </message>
    <message>
        <source>For the client&apos;s questions</source>
        <translation>Für Fragen des Kunden</translation>
    </message>
    <message>
        <source>No source on hand.</source>
        <translation>Keine Quelle zur Hand.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Search: name, family, use case ...</source>
        <translation>Suchen: Name, Familie, Einsatzzweck ...</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search ({keys})</source>
        <translation>Suchen ({keys})</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>Kapazitätsrechner</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>Neuigkeiten</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>The sources disagree:</source>
        <translation>Die Quellen widersprechen einander:</translation>
    </message>
    <message>
        <source>{count} contradicting figures</source>
        <translation>{count} widersprüchliche Angaben</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Esc leaves the presentation.</source>
        <translation>Esc beendet die Präsentation.</translation>
    </message>
    <message>
        <source>The arrow keys go through the pinned models.</source>
        <translation>Die Pfeiltasten gehen durch die gemerkten Modelle.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Answers from own documents (RAG)</source>
        <translation>Antworten aus eigenen Dokumenten (RAG)</translation>
    </message>
    <message>
        <source>Document analysis</source>
        <translation>Dokumentenanalyse</translation>
    </message>
    <message>
        <source>Writing code</source>
        <translation>Programmieren</translation>
    </message>
    <message>
        <source>Batch processing</source>
        <translation>Stapelverarbeitung (Batch)</translation>
    </message>
</context>
<context>
    <name>PriceLines</name>
    <message>
        <source>{count} regions</source>
        <translation>{count} Regionen</translation>
    </message>
    <message>
        <source>valid from {day}</source>
        <translation>gültig ab {day}</translation>
    </message>
    <message>
        <source>expired on {day}</source>
        <translation>abgelaufen am {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gültig bis {day}</translation>
    </message>
    <message>
        <source>Secondary source</source>
        <translation>Sekundärquelle</translation>
    </message>
</context>
<context>
    <name>PriceNote</name>
    <message>
        <source>{problem} Until then the prices stay as they are.</source>
        <translation>{problem} Bis dahin bleiben die Preise, wie sie sind.</translation>
    </message>
    <message>
        <source>Prices in {currency} as the catalogue states them; where it has none in {currency}, they are unknown.</source>
        <translation>Preise in {currency}, wie der Katalog sie nennt; wo er keine in {currency} hat, sind sie unbekannt.</translation>
    </message>
    <message>
        <source>The catalogue has no prices in {currency} and no rate is stated: they are unknown.</source>
        <translation>Der Katalog hat keine Preise in {currency}, und kein Kurs ist angegeben: Sie sind unbekannt.</translation>
    </message>
    <message>
        <source>Prices in {currency} as the catalogue states them; others converted at 1 {base} = {rate} {currency}, your rate; no day is stated for it.</source>
        <translation>Preise in {currency}, wie der Katalog sie nennt; andere umgerechnet mit 1 {base} = {rate} {currency}, Ihrem Kurs; ein Tag ist dafür nicht angegeben.</translation>
    </message>
    <message>
        <source>Prices in {currency} as the catalogue states them; others converted at 1 {base} = {rate} {currency}, your rate of {day}.</source>
        <translation>Preise in {currency}, wie der Katalog sie nennt; andere umgerechnet mit 1 {base} = {rate} {currency}, Ihrem Kurs vom {day}.</translation>
    </message>
    <message>
        <source>Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate; no day is stated for it.</source>
        <translation>Preise in {currency}, umgerechnet mit 1 {base} = {rate} {currency}, Ihrem Kurs; ein Tag ist dafür nicht angegeben.</translation>
    </message>
    <message>
        <source>Prices in {currency}, converted at 1 {base} = {rate} {currency}, your rate of {day}.</source>
        <translation>Preise in {currency}, umgerechnet mit 1 {base} = {rate} {currency}, Ihrem Kurs vom {day}.</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Schreiben in den Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>Audio-Eingabe</translation>
    </message>
    <message>
        <source>Cached audio input</source>
        <translation>Audio-Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>Audio-Ausgabe</translation>
    </message>
    <message>
        <source>Image input</source>
        <translation>Bild-Eingabe</translation>
    </message>
    <message>
        <source>Cached image input</source>
        <translation>Bild-Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Image output</source>
        <translation>Bild-Ausgabe</translation>
    </message>
    <message>
        <source>Video output</source>
        <translation>Video-Ausgabe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Abnahmeverpflichtung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Hosting</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Grader input</source>
        <translation>Bewertung, Eingabe</translation>
    </message>
    <message>
        <source>Cached grader input</source>
        <translation>Bewertung, Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Grader output</source>
        <translation>Bewertung, Ausgabe</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>per 1M tokens</source>
        <translation>je 1 Mio. Token</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>je Bild</translation>
    </message>
    <message>
        <source>per 100 images</source>
        <translation>je 100 Bilder</translation>
    </message>
    <message>
        <source>per megapixel</source>
        <translation>je Megapixel</translation>
    </message>
    <message>
        <source>per page</source>
        <translation>je Seite</translation>
    </message>
    <message>
        <source>per 1,000 pages</source>
        <translation>je 1.000 Seiten</translation>
    </message>
    <message>
        <source>per search</source>
        <translation>je Suche</translation>
    </message>
    <message>
        <source>per 1,000 searches</source>
        <translation>je 1.000 Suchen</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>je Jahr</translation>
    </message>
    <message>
        <source>per 1M characters</source>
        <translation>je 1 Mio. Zeichen</translation>
    </message>
    <message>
        <source>per call</source>
        <translation>je Aufruf</translation>
    </message>
    <message>
        <source>per 1,000 calls</source>
        <translation>je 1.000 Aufrufe</translation>
    </message>
    <message>
        <source>per 1,000 transactions</source>
        <translation>je 1.000 Transaktionen</translation>
    </message>
    <message>
        <source>per video</source>
        <translation>je Video</translation>
    </message>
    <message>
        <source>per item</source>
        <translation>je Stück</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Priority processing</source>
        <translation>Priorisierte Verarbeitung</translation>
    </message>
    <message>
        <source>Flex</source>
        <translation>Flex</translation>
    </message>
    <message>
        <source>Developer tier</source>
        <translation>Entwicklerstufe</translation>
    </message>
    <message>
        <source>short context</source>
        <translation>kurzer Kontext</translation>
    </message>
    <message>
        <source>long context</source>
        <translation>langer Kontext</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>one-month reservation</source>
        <translation>Reservierung 1 Monat</translation>
    </message>
    <message>
        <source>one-year reservation</source>
        <translation>Reservierung 1 Jahr</translation>
    </message>
</context>
<context>
    <name>PricesPane</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Price: unknown</source>
        <translation>Preis: unbekannt</translation>
    </message>
    <message>
        <source>Expired or replaced prices</source>
        <translation>Abgelaufene oder ersetzte Preise</translation>
    </message>
    <message>
        <source>List prices without tax and discounts, per 1M tokens where nothing else is said. Hover over a line for its source and dates.</source>
        <translation>Listenpreise ohne Steuer und Nachlass, je 1 Mio. Token, wo nichts anderes steht. Quelle und Daten zeigt eine Zeile, wenn der Mauszeiger auf ihr steht.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>{scope}: the last known price was valid until {day}; since then it is unknown.</source>
        <translation>{scope}: Der letzte bekannte Preis galt bis {day}; seither ist er unbekannt.</translation>
    </message>
    <message>
        <source>scope not stated</source>
        <translation>Geltung nicht genannt</translation>
    </message>
    <message>
        <source>fine-tuned</source>
        <translation>feinabgestimmt</translation>
    </message>
    <message>
        <source>Price of one PTU</source>
        <translation>Preis einer PTU</translation>
    </message>
</context>
<context>
    <name>ProfileBar</name>
    <message>
        <source>Working day</source>
        <translation>Werktag</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Wochenende</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Load of this hour in percent of the busiest minute. Bars can be dragged, and changed by the arrow keys.</source>
        <translation>Last dieser Stunde in Prozent der stärksten Minute. Balken lassen sich ziehen und mit den Pfeiltasten ändern.</translation>
    </message>
    <message>
        <source>Load file ...</source>
        <translation>Datei laden ...</translation>
    </message>
    <message>
        <source>Read a load profile: CSV by minute (time, requests) or by hour (hour, working_day, weekend), or metrics of Azure Monitor as JSON. A file can be dropped here as well.</source>
        <translation>Ein Lastprofil lesen: CSV je Minute (time, requests) oder je Stunde (hour, working_day, weekend), oder Metriken von Azure Monitor als JSON. Eine Datei lässt sich auch hierher ziehen.</translation>
    </message>
    <message>
        <source>Back to hours</source>
        <translation>Zurück zu Stunden</translation>
    </message>
    <message>
        <source>Take the tokens of an average request from the file</source>
        <translation>Die Token einer durchschnittlichen Anfrage aus der Datei übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading the load profile</source>
        <translation>Lastprofil wird gelesen</translation>
    </message>
    <message>
        <source>{begin}–{end} h</source>
        <translation>{begin}–{end} Uhr</translation>
    </message>
    <message>
        <source>Load from {hours}</source>
        <translation>Last von {hours}</translation>
    </message>
</context>
<context>
    <name>ProfileControl</name>
    <message>
        <source>{name} is no text in UTF-8. Save it as CSV in UTF-8.</source>
        <translation>{name} ist kein Text in UTF-8. Speichern Sie die Datei als CSV in UTF-8.</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>No curve: a size or a price is unknown. The warnings say which.</source>
        <translation>Keine Kurve: Eine Größe oder ein Preis ist unbekannt. Die Warnungen nennen den Grund.</translation>
    </message>
    <message>
        <source>Cheapest size</source>
        <translation>Günstigste Größe</translation>
    </message>
    <message>
        <source>Show the base load on PTU that costs least again</source>
        <translation>Wieder die günstigste Grundlast auf PTU zeigen</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Catalogue {serial}, published {day}</source>
        <translation>Katalog {serial}, veröffentlicht {day}</translation>
    </message>
    <message>
        <source>Entries that fit the filter: {filter}</source>
        <translation>Einträge, die zum Filter passen: {filter}</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Pinned entries</source>
        <translation>Gemerkte Einträge</translation>
    </message>
    <message>
        <source>Deployment type: {name}</source>
        <translation>Bereitstellungsart: {name}</translation>
    </message>
    <message>
        <source>“Unknown” means that no source speaks of it, not that it is not offered. Offered from a region is not the same as processed there: global deployments may process anywhere.</source>
        <translation>„Unbekannt“ heißt, dass keine Quelle davon spricht, nicht, dass es nicht angeboten wird. In einer Region angeboten heißt nicht dort verarbeitet: Globale Bereitstellungen dürfen überall verarbeiten.</translation>
    </message>
    <message>
        <source>No offer and no legal advice.</source>
        <translation>Kein Angebot und keine Rechtsberatung.</translation>
    </message>
</context>
<context>
    <name>QueryWords</name>
    <message>
        <source>Use case: {value}</source>
        <translation>Einsatzzweck: {value}</translation>
    </message>
    <message>
        <source>Region: {value}</source>
        <translation>Region: {value}</translation>
    </message>
    <message>
        <source>Data zone: {value}</source>
        <translation>Datenzone: {value}</translation>
    </message>
    <message>
        <source>Deployment type: {value}</source>
        <translation>Bereitstellungsart: {value}</translation>
    </message>
    <message>
        <source>Provider: {value}</source>
        <translation>Anbieter: {value}</translation>
    </message>
    <message>
        <source>Stage: {value}</source>
        <translation>Stand: {value}</translation>
    </message>
    <message>
        <source>Modality: {value}</source>
        <translation>Ein- und Ausgabe: {value}</translation>
    </message>
    <message>
        <source>Capability: {value}</source>
        <translation>Fähigkeit: {value}</translation>
    </message>
    <message>
        <source>Search: {value}</source>
        <translation>Suche: {value}</translation>
    </message>
    <message>
        <source>Context from {value} tokens</source>
        <translation>Kontext ab {value} Token</translation>
    </message>
    <message>
        <source>Context up to {value} tokens</source>
        <translation>Kontext bis {value} Token</translation>
    </message>
    <message>
        <source>Input price from {value}</source>
        <translation>Eingabepreis ab {value}</translation>
    </message>
    <message>
        <source>Input price up to {value}</source>
        <translation>Eingabepreis bis {value}</translation>
    </message>
    <message>
        <source>Newest version only</source>
        <translation>Nur neueste Version</translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>RateFields</name>
    <message>
        <source>The currency needs a code of three letters, such as EUR.</source>
        <translation>Die Währung braucht einen Code aus drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>State the rate as a number above zero, such as 0.92.</source>
        <translation>Geben Sie den Kurs als Zahl über null an, etwa 0,92.</translation>
    </message>
    <message>
        <source>Write the day of the rate as 2026-11-22 or 22.11.2026.</source>
        <translation>Schreiben Sie den Tag des Kurses als 22.11.2026 oder 2026-11-22.</translation>
    </message>
    <message>
        <source>1 US dollar =</source>
        <translation>1 US-Dollar =</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Day of the rate</source>
        <translation>Tag des Kurses</translation>
    </message>
    <message>
        <source>Currency of prices</source>
        <translation>Währung der Preise</translation>
    </message>
    <message>
        <source>Rate for 1 US dollar</source>
        <translation>Kurs für 1 US-Dollar</translation>
    </message>
    <message>
        <source>Day of the rate, as 2026-11-22 or 22.11.2026</source>
        <translation>Tag des Kurses, als 22.11.2026 oder 2026-11-22</translation>
    </message>
</context>
<context>
    <name>RefreshCommands</name>
    <message>
        <source>Open a catalogue file</source>
        <translation>Katalogdatei öffnen</translation>
    </message>
    <message>
        <source>A run is still under way. Wait for it or cancel it.</source>
        <translation>Ein Vorgang läuft noch. Warten Sie, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>No other catalogue is kept</source>
        <translation>Kein anderer Katalog ist aufbewahrt</translation>
    </message>
    <message>
        <source>Catalogue {serial}</source>
        <translation>Katalog {serial}</translation>
    </message>
    <message>
        <source>published {day}</source>
        <translation>veröffentlicht {day}</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>key no longer trusted</source>
        <translation>Schlüssel gilt nicht mehr</translation>
    </message>
    <message>
        <source>Catalogue {serial} is held back: {lost} of {total} offers would disappear. The catalogue on show stays until you decide.</source>
        <translation>Katalog {serial} wird zurückgehalten: {lost} von {total} Angeboten würden verschwinden. Der angezeigte Katalog bleibt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The catalogue that was held back was discarded.</source>
        <translation>Der zurückgehaltene Katalog wurde verworfen.</translation>
    </message>
</context>
<context>
    <name>RefreshSettingsDialog</name>
    <message>
        <source>&amp;Address of the catalogue:</source>
        <translation>&amp;Adresse des Katalogs:</translation>
    </message>
    <message>
        <source>&amp;Public keys, one a line:</source>
        <translation>&amp;Öffentliche Schlüssel, einer je Zeile:</translation>
    </message>
    <message>
        <source>Refresh settings</source>
        <translation>Einstellungen der Aktualisierung</translation>
    </message>
    <message>
        <source>Address of the catalogue</source>
        <translation>Adresse des Katalogs</translation>
    </message>
    <message>
        <source>Public keys</source>
        <translation>Öffentliche Schlüssel</translation>
    </message>
    <message>
        <source>Look for a newer catalogue once a &amp;day</source>
        <translation>Einmal am &amp;Tag nach einem neueren Katalog sehen</translation>
    </message>
    <message>
        <source>A catalogue comes from an https address that you or your company host; the program knows none of its own. With a public key, only files signed by it are accepted.</source>
        <translation>Ein Katalog kommt von einer https-Adresse, die Sie oder Ihr Unternehmen bereitstellen; das Programm kennt keine eigene. Mit einem öffentlichen Schlüssel werden nur Dateien angenommen, die damit signiert sind.</translation>
    </message>
    <message>
        <source>No address is set: the catalogue on show stays until you set one here or open a catalogue file.</source>
        <translation>Es ist keine Adresse gesetzt: Der angezeigte Katalog bleibt, bis Sie hier eine setzen oder eine Katalogdatei öffnen.</translation>
    </message>
    <message>
        <source>The start of the program names an address, which comes first: </source>
        <translation>Beim Start des Programms wurde eine Adresse genannt, die vorgeht: </translation>
    </message>
    <message>
        <source>Address, where you set none: </source>
        <translation>Adresse, wenn Sie keine setzen: </translation>
    </message>
    <message>
        <source>Public keys, which replace yours: </source>
        <translation>Öffentliche Schlüssel, die Ihre ersetzen: </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Daily look, where you did not choose: </source>
        <translation>Tägliches Nachsehen, wenn Sie nichts gewählt haben: </translation>
    </message>
    <message>
        <source>Your company has set nothing on this machine.</source>
        <translation>Ihr Unternehmen hat auf diesem Rechner nichts vorgegeben.</translation>
    </message>
    <message>
        <source>Your company has set:</source>
        <translation>Ihr Unternehmen hat vorgegeben:</translation>
    </message>
</context>
<context>
    <name>RefreshStatus</name>
    <message>
        <source>Refreshing</source>
        <translation>Wird aktualisiert</translation>
    </message>
    <message>
        <source>{received} of {total} KiB</source>
        <translation>{received} von {total} KiB</translation>
    </message>
    <message>
        <source>{received} KiB</source>
        <translation>{received} KiB</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>Neuigkeiten</translation>
    </message>
    <message>
        <source>Progress of refreshing</source>
        <translation>Fortschritt der Aktualisierung</translation>
    </message>
</context>
<context>
    <name>Refreshing</name>
    <message>
        <source>Catalogue {serial} is held back: {lost} of {total} offers would disappear. The catalogue on show stays.</source>
        <translation>Der Katalog {serial} ist zurückgehalten: {lost} von {total} Angeboten verschwänden. Der gezeigte Katalog bleibt.</translation>
    </message>
    <message>
        <source>The catalogue is up to date.</source>
        <translation>Der Katalog ist aktuell.</translation>
    </message>
    <message>
        <source>Catalogue {serial}: {changes}</source>
        <translation>Katalog {serial}: {changes}</translation>
    </message>
</context>
<context>
    <name>RegionColumns</name>
    <message>
        <source>{zone}, disputed</source>
        <translation>{zone}, strittig</translation>
    </message>
</context>
<context>
    <name>RegionLines</name>
    <message>
        <source>Entries no source speaks of</source>
        <translation>Einträge, von denen keine Quelle spricht</translation>
    </message>
</context>
<context>
    <name>RegionMap</name>
    <message>
        <source>Where Azure offers {models} ({kinds})</source>
        <translation>Wo Azure {models} anbietet ({kinds})</translation>
    </message>
    <message>
        <source>{facts}. Unknown is not “no”. Outlines: Natural Earth.</source>
        <translation>{facts}. Unbekannt heißt nicht „nein“. Umrisse: Natural Earth.</translation>
    </message>
    <message>
        <source>availability without a date</source>
        <translation>Verfügbarkeit ohne Datum</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>{count} models</source>
        <translation>{count} Modelle</translation>
    </message>
    <message>
        <source>any deployment type</source>
        <translation>beliebige Bereitstellungsart</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Karte speichern</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Place disputed: the source publishes {place}, which is not in this country. The dot stands for the country, the cross for what is published.</source>
        <translation>Ort strittig: Die Quelle veröffentlicht {place}, das liegt nicht in diesem Land. Der Punkt steht für das Land, das Kreuz für den veröffentlichten Ort.</translation>
    </message>
    <message>
        <source>published place, not in the country</source>
        <translation>veröffentlichter Ort, nicht im Land</translation>
    </message>
    <message>
        <source>no model is chosen</source>
        <translation>kein Modell ausgewählt</translation>
    </message>
    <message>
        <source>offered: {count} of {total}</source>
        <translation>angeboten: {count} von {total}</translation>
    </message>
    <message>
        <source>sources disagree: {count}</source>
        <translation>widersprüchliche Quellen: {count}</translation>
    </message>
    <message>
        <source>unknown: {count}</source>
        <translation>unbekannt: {count}</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>sources disagree</source>
        <translation>widersprüchliche Quellen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>in no data zone</source>
        <translation>in keiner Datenzone</translation>
    </message>
    <message>
        <source>{zone} (sources disagree)</source>
        <translation>{zone} (widersprüchliche Quellen)</translation>
    </message>
    <message>
        <source>Not on the map, place unknown: {regions}</source>
        <translation>Nicht auf der Karte, Ort unbekannt: {regions}</translation>
    </message>
    <message>
        <source>Regions: {regions}. Models: {total}. Offering all of them: {all}, some of them: {some}.</source>
        <translation>Regionen: {regions}. Modelle: {total}. Alle angeboten in: {all}, einige davon in: {some}.</translation>
    </message>
    <message>
        <source>World</source>
        <translation>Welt</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Asia-Pacific</source>
        <translation>Asien-Pazifik</translation>
    </message>
    <message>
        <source>unknown, or sources disagree</source>
        <translation>unbekannt oder widersprüchlich</translation>
    </message>
    <message>
        <source>all {total} offered</source>
        <translation>alle {total} angeboten</translation>
    </message>
    <message>
        <source>some offered: how many</source>
        <translation>einige angeboten: wie viele</translation>
    </message>
    <message>
        <source>none offered</source>
        <translation>keines angeboten</translation>
    </message>
    <message>
        <source>hatched: sources disagree</source>
        <translation>schraffiert: widersprüchliche Quellen</translation>
    </message>
</context>
<context>
    <name>RegionPane</name>
    <message>
        <source>What other regions have in addition</source>
        <translation>Was andere Regionen zusätzlich bieten</translation>
    </message>
    <message>
        <source>In addition, by deployment type</source>
        <translation>Zusätzlich, nach Bereitstellungsart</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Distances as the crow flies, by the coordinates Azure publishes.</source>
        <translation>Entfernungen als Luftlinie, nach den von Azure veröffentlichten Koordinaten.</translation>
    </message>
    <message>
        <source>Azure&apos;s pair of this region.</source>
        <translation>Partnerregion dieser Region bei Azure.</translation>
    </message>
    <message>
        <source>The nearest region of the same data zone with an offer.</source>
        <translation>Die nächste Region derselben Datenzone mit einem Angebot.</translation>
    </message>
    <message>
        <source>Whether both belong to the data zone is disputed.</source>
        <translation>Ob beide zur Datenzone gehören, ist strittig.</translation>
    </message>
    <message>
        <source>Not in the same data zone.</source>
        <translation>Nicht in derselben Datenzone.</translation>
    </message>
    <message>
        <source>Distance unknown.</source>
        <translation>Entfernung unbekannt.</translation>
    </message>
    <message>
        <source>{distance} km away.</source>
        <translation>{distance} km entfernt.</translation>
    </message>
    <message>
        <source>No entry is known to be offered there.</source>
        <translation>Dort ist kein Angebot bekannt.</translation>
    </message>
    <message>
        <source>Nothing in addition.</source>
        <translation>Nichts zusätzlich.</translation>
    </message>
    <message>
        <source>The published coordinates of this region are not in its country. Distances from here, and which region is the nearest, are therefore uncertain.</source>
        <translation>Die veröffentlichten Koordinaten dieser Region liegen nicht in ihrem Land. Entfernungen von hier und welche Region die nächste ist, sind deshalb unsicher.</translation>
    </message>
    <message>
        <source>The published coordinates of a region named here are not in its country. Its distance is therefore uncertain.</source>
        <translation>Die veröffentlichten Koordinaten einer hier genannten Region liegen nicht in ihrem Land. Ihre Entfernung ist deshalb unsicher.</translation>
    </message>
    <message>
        <source>The region is in no known data zone, so no nearest one is named.</source>
        <translation>Die Region gehört zu keiner bekannten Datenzone, daher wird keine nächste genannt.</translation>
    </message>
    <message>
        <source>The region&apos;s coordinates are unknown, so no nearest one is named.</source>
        <translation>Die Koordinaten der Region sind unbekannt, daher wird keine nächste genannt.</translation>
    </message>
    <message>
        <source>No other region of the data zone is known to offer anything.</source>
        <translation>Von keiner anderen Region der Datenzone ist ein Angebot bekannt.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>global</source>
        <translation>global</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Prices that differ from the global ones</source>
        <translation>Preise, die von den globalen abweichen</translation>
    </message>
    <message>
        <source>Prices that differ</source>
        <translation>Abweichende Preise</translation>
    </message>
    <message>
        <source>No differing price is known.</source>
        <translation>Es ist kein abweichender Preis bekannt.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Prices that cannot be compared</source>
        <translation>Preise, die sich nicht vergleichen lassen</translation>
    </message>
    <message>
        <source>Price of one PTU</source>
        <translation>Preis einer PTU</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Azure geography</source>
        <translation>Azure-Geografie</translation>
    </message>
    <message>
        <source>Azure&apos;s pair</source>
        <translation>Partnerregion bei Azure</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Offered here</source>
        <translation>Hier angeboten</translation>
    </message>
    <message>
        <source>{count} of {total} entries are offered here in some way. “Offered from a region” is not “processed there”: only regional types process here.</source>
        <translation>{count} von {total} Einträgen werden hier auf irgendeine Art angeboten. „In einer Region angeboten“ heißt nicht „dort verarbeitet“: Nur regionale Arten verarbeiten hier.</translation>
    </message>
    <message>
        <source>Retired or past the retirement date, though still listed: {count}.</source>
        <translation>Abgeschaltet oder überfällig, aber noch aufgeführt: {count}.</translation>
    </message>
    <message>
        <source>Deployment type</source>
        <translation>Bereitstellungsart</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>Services with features here: {names}.</source>
        <translation>Dienste mit Funktionen hier: {names}.</translation>
    </message>
    <message>
        <source>Data zone</source>
        <translation>Datenzone</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>! disputed: {zone}</source>
        <translation>! strittig: {zone}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{region}, not in the catalogue</source>
        <translation>{region}, nicht im Katalog</translation>
    </message>
    <message>
        <source>{place}: disputed, not in {country}</source>
        <translation>{place}: strittig, nicht in {country}</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>RegionParts</name>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Data zones</source>
        <translation>Datenzonen</translation>
    </message>
</context>
<context>
    <name>RegionPrices</name>
    <message>
        <source>Priced in other regions, unknown here</source>
        <translation>In anderen Regionen mit Preis, hier unbekannt</translation>
    </message>
    <message>
        <source>No source states a price</source>
        <translation>Keine Quelle nennt einen Preis</translation>
    </message>
    <message>
        <source>Expired; what follows is unknown</source>
        <translation>Abgelaufen; was folgt, ist unbekannt</translation>
    </message>
    <message>
        <source>Sources state several prices</source>
        <translation>Die Quellen nennen mehrere Preise</translation>
    </message>
    <message>
        <source>No global price to compare with</source>
        <translation>Kein globaler Preis zum Vergleich</translation>
    </message>
    <message>
        <source>valid from {day}</source>
        <translation>gültig ab {day}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>gültig bis {day}</translation>
    </message>
    <message>
        <source>Equal to the global price: {count}.</source>
        <translation>Gleich dem globalen Preis: {count}.</translation>
    </message>
</context>
<context>
    <name>RegionToolbar</name>
    <message>
        <source>No filter: all entries</source>
        <translation>Kein Filter: alle Einträge</translation>
    </message>
    <message>
        <source>Regions by data zone</source>
        <translation>Regionen nach Datenzone</translation>
    </message>
    <message>
        <source>Regions by number offered</source>
        <translation>Regionen nach Angebot</translation>
    </message>
    <message>
        <source>&amp;All regions</source>
        <translation>&amp;Alle Regionen</translation>
    </message>
    <message>
        <source>Also regions in which nothing in the catalogue is offered</source>
        <translation>Auch Regionen, in denen nichts aus dem Katalog angeboten wird</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Presentation mode ({keys})</source>
        <translation>Präsentationsmodus ({keys})</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>Which deployment type</source>
        <translation>Welche Bereitstellungsart</translation>
    </message>
    <message>
        <source>Order of the regions</source>
        <translation>Reihenfolge der Regionen</translation>
    </message>
    <message>
        <source>As filtered: {count}</source>
        <translation>Laut Filter: {count}</translation>
    </message>
    <message>
        <source>Pinned: {count}</source>
        <translation>Gemerkt: {count}</translation>
    </message>
    <message>
        <source>All deployment types</source>
        <translation>Alle Bereitstellungsarten</translation>
    </message>
</context>
<context>
    <name>RegionView</name>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Region on show</source>
        <translation>Gezeigte Region</translation>
    </message>
    <message>
        <source>About the region</source>
        <translation>Über die Region</translation>
    </message>
</context>
<context>
    <name>RegionWords</name>
    <message>
        <source>{entry} in {region}</source>
        <translation>{entry} in {region}</translation>
    </message>
    <message>
        <source>No source speaks of it: unknown, which is not “no”.</source>
        <translation>Keine Quelle spricht davon: unbekannt, das heißt nicht „nein“.</translation>
    </message>
    <message>
        <source>Offered: {types}</source>
        <translation>Angeboten: {types}</translation>
    </message>
    <message>
        <source>Conflicting sources: {types}</source>
        <translation>Widersprüchliche Quellen: {types}</translation>
    </message>
    <message>
        <source>Unknown: {types}</source>
        <translation>Unbekannt: {types}</translation>
    </message>
    <message>
        <source>{no} – {types}</source>
        <translation>{no} – {types}</translation>
    </message>
    <message>
        <source>Features here: {features}</source>
        <translation>Funktionen hier: {features}</translation>
    </message>
    <message>
        <source>Offered: {count} of {total}</source>
        <translation>Angeboten: {count} von {total}</translation>
    </message>
    <message>
        <source>conflicting sources: {count}</source>
        <translation>widersprüchliche Quellen: {count}</translation>
    </message>
    <message>
        <source>unknown: {count}</source>
        <translation>unbekannt: {count}</translation>
    </message>
</context>
<context>
    <name>RegionsPage</name>
    <message>
        <source>There is nothing to print.</source>
        <translation>Es gibt nichts zu drucken.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Without a size and a price per token there is nothing to compare.</source>
        <translation>Ohne Größe und Preis je Token gibt es nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>No filter is saved yet</source>
        <translation>Noch ist kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>Sheet:</source>
        <translation>Blatt:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Language of the sheet:</source>
        <translation>Sprache des Blatts:</translation>
    </message>
    <message>
        <source>Title:</source>
        <translation>Titel:</translation>
    </message>
    <message>
        <source>Client:</source>
        <translation>Kunde:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Anmerkung:</translation>
    </message>
    <message>
        <source>Logo:</source>
        <translation>Logo:</translation>
    </message>
    <message>
        <source>Currency, rate, day:</source>
        <translation>Währung, Kurs, Tag:</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>Papier:</translation>
    </message>
    <message>
        <source>CSV columns, decimals:</source>
        <translation>CSV: Spalten, Dezimalen:</translation>
    </message>
    <message>
        <source>Decimal sign:</source>
        <translation>Dezimalzeichen:</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Fact sheet</source>
        <translation>Datenblatt</translation>
    </message>
    <message>
        <source>Sizing and cost</source>
        <translation>Dimensionierung und Kosten</translation>
    </message>
    <message>
        <source>Region coverage</source>
        <translation>Abdeckung der Regionen</translation>
    </message>
    <message>
        <source>Filtered list</source>
        <translation>Gefilterte Liste</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Retirements</source>
        <translation>Abschaltungen</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>By the sheet&apos;s language</source>
        <translation>Nach der Sprache des Blatts</translation>
    </message>
</context>
<context>
    <name>SheetDesk</name>
    <message>
        <source>There is nothing here that a sheet could be made of.</source>
        <translation>Hier ist nichts, woraus sich ein Blatt machen ließe.</translation>
    </message>
    <message>
        <source>{file} cannot be a logo: a sound PNG or SVG picture of at most 5 MiB is needed. No sheet was made; choose another picture or none.</source>
        <translation>{file} taugt nicht als Logo: Nötig ist ein unbeschädigtes PNG- oder SVG-Bild mit höchstens 5 MiB. Es wurde kein Blatt erstellt; wählen Sie ein anderes Bild oder keines.</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Blatt speichern</translation>
    </message>
    <message>
        <source>The sheet is being made ...</source>
        <translation>Das Blatt wird erstellt ...</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Empty: the sheet&apos;s own title</source>
        <translation>Leer: der eigene Titel des Blatts</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Choose ...</source>
        <translation>Auswählen ...</translation>
    </message>
    <message>
        <source>Print &amp;preview ...</source>
        <translation>&amp;Druckvorschau ...</translation>
    </message>
    <message>
        <source>Columns and decimals cannot both be separated by a comma.</source>
        <translation>Das Komma kann nicht zugleich Spalten und Dezimalen trennen.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Bilder (*.png *.svg)</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>First order</source>
        <translation>Anfangsreihenfolge</translation>
    </message>
</context>
<context>
    <name>SourcesPane</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>No source is named.</source>
        <translation>Es ist keine Quelle genannt.</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>Stand {day}</translation>
    </message>
    <message>
        <source>secondary source: restates others</source>
        <translation>Sekundärquelle: gibt andere wieder</translation>
    </message>
    <message>
        <source>Read from it: {what}</source>
        <translation>Daraus gelesen: {what}</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Training data until</source>
        <translation>Trainingsdaten bis</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>Ein- und Ausgabe</translation>
    </message>
    <message>
        <source>Processed by</source>
        <translation>Verarbeitet von</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>PTU parameters</source>
        <translation>PTU-Kennzahlen</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Name and version</source>
        <translation>Name und Version</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>{file} cannot be used as a catalogue: {reason}. The catalogue that comes with the program is shown instead. Check the file, or start without --catalog.</source>
        <translation>{file} ist nicht als Katalog verwendbar: {reason}. Stattdessen wird der mitgelieferte Katalog gezeigt. Prüfen Sie die Datei, oder starten Sie ohne --catalog.</translation>
    </message>
    <message>
        <source>The saved settings could not be read and were kept as {file}. The window starts with its first settings.</source>
        <translation>Die gespeicherten Einstellungen waren nicht lesbar und wurden als {file} aufgehoben. Das Fenster beginnt mit den ersten Einstellungen.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>The signature was checked with the public key that is set.</source>
        <translation>Die Signatur wurde mit dem gesetzten öffentlichen Schlüssel geprüft.</translation>
    </message>
    <message>
        <source>bundled</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>This is the catalogue that came with the program.</source>
        <translation>Dies ist der Katalog, der mit dem Programm kam.</translation>
    </message>
    <message>
        <source>key no longer trusted</source>
        <translation>Schlüssel gilt nicht mehr</translation>
    </message>
    <message>
        <source>This catalogue is not signed by a key that is trusted today.</source>
        <translation>Dieser Katalog ist mit keinem Schlüssel signiert, dem heute vertraut wird.</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>This catalogue carries no signature: its origin was not checked.</source>
        <translation>Dieser Katalog trägt keine Signatur: Seine Herkunft wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>{shown} of {total} entries</source>
        <translation>{shown} von {total} Einträgen</translation>
    </message>
    <message>
        <source>{count} unknown</source>
        <translation>{count} unbekannt</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{count} pinned</source>
        <translation>{count} gemerkt</translation>
    </message>
</context>
<context>
    <name>StatusNews</name>
    <message>
        <source>Read all</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <source>Show the whole message above the page</source>
        <translation>Die ganze Meldung über der Seite zeigen</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>&amp;Copy the whole table</source>
        <translation>Ganze Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as C&amp;SV ...</source>
        <translation>Als C&amp;SV speichern ...</translation>
    </message>
    <message>
        <source>Save as &amp;Excel workbook ...</source>
        <translation>Als &amp;Excel-Arbeitsmappe speichern ...</translation>
    </message>
    <message>
        <source>The table was copied, rows: {n}</source>
        <translation>Die Tabelle wurde kopiert, Zeilen: {n}</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
</context>
<context>
    <name>UnfinishedFiles</name>
    <message>
        <source>A sheet is still being written; the window closes when it is done.</source>
        <translation>Ein Blatt wird noch geschrieben; das Fenster schließt sich danach.</translation>
    </message>
    <message>
        <source>A sheet is still being written. The window closes by itself when it is done. Without waiting there will be no file; what it held before is unchanged.</source>
        <translation>Ein Blatt wird noch geschrieben. Das Fenster schließt sich danach von selbst. Ohne zu warten entsteht keine Datei; was sie vorher enthielt, bleibt unverändert.</translation>
    </message>
    <message>
        <source>&amp;Keep the window open</source>
        <translation>Das Fenster &amp;offen lassen</translation>
    </message>
    <message>
        <source>&amp;Close without the sheet</source>
        <translation>Ohne das Blatt &amp;schließen</translation>
    </message>
</context>
<context>
    <name>UnknownFoot</name>
    <message>
        <source>Hide them</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>The filter hid this entry and was cleared; undo brings it back.</source>
        <translation>Der Filter verbarg diesen Eintrag und wurde entfernt; Rückgängig bringt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>Where is data processed, where stored?</source>
        <translation>Wo werden Daten verarbeitet, wo gespeichert?</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Prompts and answers are processed</source>
        <translation>Eingaben und Antworten werden verarbeitet</translation>
    </message>
    <message>
        <source>Data is stored</source>
        <translation>Daten werden gespeichert</translation>
    </message>
    <message>
        <source>What can be promised</source>
        <translation>Was sich zusagen lässt</translation>
    </message>
    <message>
        <source>● Inside by every document</source>
        <translation>● Nach jedem Dokument in der Zone</translation>
    </message>
    <message>
        <source>! Documents disagree</source>
        <translation>! Dokumente uneins</translation>
    </message>
    <message>
        <source>The catalogue names no region of this zone.</source>
        <translation>Der Katalog nennt keine Region dieser Zone.</translation>
    </message>
    <message>
        <source>country unknown</source>
        <translation>Land unbekannt</translation>
    </message>
    <message>
        <source>What documents say of its countries</source>
        <translation>Was Dokumente über ihre Länder sagen</translation>
    </message>
    <message>
        <source>Documents and their dates</source>
        <translation>Dokumente und ihr Stand</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>Zu beachten</translation>
    </message>
</context>
<context>
    <name>ZonesView</name>
    <message>
        <source>Data zones explained</source>
        <translation>Datenzonen erklärt</translation>
    </message>
</context>
</TS>
