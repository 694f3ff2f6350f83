#!/usr/bin/env bash
# Makes the pictures of the README anew, on the day the bundled catalogue is as of.
set -euo pipefail
cd "$(dirname "$0")"
shot() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-22 \
  --language "$2" --theme "$3" --filter "region:germanywestcentral" --select gpt-5.4 --pane "$4"; }
shot models-light-en en light overview
shot models-light-de de light availability
shot models-dark-de de dark prices
shot models-dark-en en dark capacity
shot models-contrast-en en contrast overview
regions() { azmodels-gui --screenshot "$1.png" --size 1440x900 --today 2026-11-22 --page regions \
  --language "$2" --theme "$3" --filter "region:germanywestcentral" "${@:4}"; }
regions regions-light-de de light
regions regions-dark-en en dark
regions presentation-light-de de light --present
