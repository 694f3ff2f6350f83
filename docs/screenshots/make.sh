#!/usr/bin/env bash
# Makes the pictures of the README anew, on the day the bundled catalogue is as of.
set -euo pipefail
cd "$(dirname "$0")"
shot() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-29 \
  --language "$2" --theme "$3" --filter "region:germanywestcentral" --select gpt-5.4 --pane "$4"; }
shot models-light-en en light overview
shot models-light-de de light availability
shot models-dark-de de dark prices
shot models-dark-en en dark capacity
shot models-contrast-en en contrast overview
calculator() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-29 \
  --page calculator --language "$2" --theme "$3" --filter "region:eastus2" --select gpt-5.2; }
calculator calculator-light-de de light
calculator calculator-light-en en light
calculator calculator-dark-de de dark
calculator calculator-dark-en en dark
regions() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-29 --page regions \
  --language "$2" --theme "$3" --filter "region:germanywestcentral" "${@:4}"; }
regions regions-light-de de light
regions regions-dark-en en dark
regions map-light-de de light --pane map
regions map-europe-dark-en en dark --pane map:europe
regions region-light-en en light --pane region
regions presentation-light-de de light --present
regions coverage-light-de de light --pane coverage --pin gpt-5-mini --pin gpt-4.1 --pin gpt-5.2
regions features-dark-en en dark --pane features
shot_small() { azmodels-gui --screenshot "$1.png" --size 1280x720 --today 2026-11-29 \
  --language "$2" --theme "$3" "${@:4}"; }
shot_small first-screen-light-de de light
shot_small guide-light-de de light --page guide --filter "use-case:chat-support zone:EU usable"
compare() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-29 --page compare \
  --language "$2" --theme "$3" --filter "region:germanywestcentral" --pin gpt-5.4 --pin gpt-5.2 \
  --pin gpt-5-mini --pin gpt-4.1 --pin o3; }
compare compare-light-de de light
compare compare-dark-en en dark

# Without a kept catalogue the page "What's new" shows the radar.
machine=$(mktemp -d)
news() { AZMODELS_DATA_DIR=$machine AZMODELS_CONFIG_DIR=$machine azmodels-gui \
  --screenshot "$1.png" --size 1440x900 --today 2026-11-29 --page news --language "$2" --theme "$3"; }
news radar-light-de de light
# The earlier catalogue was built from the sources as they were before October's tables, without Microsoft's pages of 21 and 23
# September 2026 and litellm's price list of November, and without our own lines that cite them:
#   azmodels catalog build --sources FEWER --editorial FEWER_LINES --published 2026-10-09 ...
mkdir "$machine/catalogs"
gzip -dc earlier-catalog.json.gz >"$machine/catalogs/20261009001.json"
news news-light-en en light
news news-dark-de de dark
# The client and the answers of its subscription are invented.
AZMODELS_DATA_DIR=$machine azmodels client new "$machine/contoso.azclient" --name "Contoso AG" \
  --pin gpt-5.4 gpt-4.1 gpt-4o
AZMODELS_DATA_DIR=$machine azmodels client import "$machine/contoso.azclient" ../examples/client/*.json --on 2026-11-20
client() { AZMODELS_DATA_DIR=$machine AZMODELS_CONFIG_DIR=$machine azmodels-gui \
  "$machine/contoso.azclient" --screenshot "$1.png" --size 1440x900 --today 2026-11-29 --page client \
  --language "$2" --theme "$3"; }
client client-light-de de light
client client-dark-en en dark
rm -rf "$machine"

# Pages of sheets; pdftoppm comes with poppler-utils.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
page() { pdftoppm -r 100 -f "$2" -l "$2" -singlefile -png "$scratch/sheet.pdf" "$1"; }
azmodels compare gpt-5.4 gpt-5.2 gpt-5-mini gpt-4.1 --region germanywestcentral --landscape \
  --title "Modellvergleich: Wissens-Chatbot" --client "Muster GmbH" --language de \
  --date 2026-11-29 --output "$scratch/sheet.pdf"
page sheet-comparison-de 1
azmodels compare gpt-5.2 --sheet sizing --deployment-type DataZoneProvisionedManaged \
  --region eastus2 --rpm 1000 --input-tokens 2000 --cached 50% --output-tokens 200 --average 70 \
  --client "Sample Ltd" --language en --date 2026-11-29 --output "$scratch/sheet.pdf"
page sheet-sizing-en 1
