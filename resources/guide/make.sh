#!/usr/bin/env bash
# Makes the pictures of the user guide anew, in both languages, on the day the bundled catalogue is as of.
set -euo pipefail
cd "$(dirname "$0")"
machine=$(mktemp -d)
trap 'rm -rf "$machine"' EXIT
export AZMODELS_DATA_DIR=$machine AZMODELS_CONFIG_DIR=$machine
day=2026-11-29
answers=../../docs/examples/client
azmodels client new "$machine/contoso.azclient" --name "Contoso AG" --pin gpt-5.4 gpt-4.1 gpt-4o
azmodels client import "$machine/contoso.azclient" "$answers"/*.json --on 2026-11-20
for language in en de; do
  shot() { azmodels-gui --screenshot "$1-$language.png" --size 1120x700 --today "$day" \
    --language "$language" --theme light "${@:2}"; }
  shot guide --page guide --filter "use-case:chat-support zone:EU usable"
  shot models --filter "region:germanywestcentral usable" --select gpt-5.4 --pane availability
  shot compare --page compare --filter "region:germanywestcentral" --pin gpt-5.4 --pin gpt-5.2 \
    --pin gpt-5-mini --pin gpt-4.1 --pin o3
  shot calculator --page calculator --filter "region:eastus2" --select gpt-5.2
  shot coverage --page regions --pane coverage --pin gpt-5-mini --pin gpt-4.1 --pin gpt-5.2
  read_file() { (cd ../.. && python -m tools.guide_pictures "resources/guide/$1-$language.png" \
    "docs/examples/$2" --today "$day" --language "$language" --theme light "${@:3}"); }
  read_file load load-by-hour.csv --size 1120x980 --filter "region:eastus2" --select gpt-5.2
  read_file plan plan.csv --size 1120x700
  azmodels compare gpt-5.4 gpt-5.2 gpt-5-mini gpt-4.1 --region germanywestcentral --landscape \
    --client "Muster GmbH" --language "$language" --date "$day" --output "$machine/sheet.pdf"
  pdftoppm -r 96 -f 1 -l 1 -singlefile -png "$machine/sheet.pdf" "sheet-$language"
  shot radar --page news
  shot client "$machine/contoso.azclient" --page client
done

# Flat colours: a palette takes a third of the room; convert comes with imagemagick,
# pdftoppm with poppler-utils.
for picture in *.png; do convert "$picture" +dither -colors 128 -strip "PNG8:$picture"; done
