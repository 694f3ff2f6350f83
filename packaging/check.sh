#!/usr/bin/env bash
# Tries a program that was built: its main job, without Python and without this checkout.
#   packaging/check.sh FOLDER      the folder that build.sh made, or /opt/azmodels
set -euo pipefail
program=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
alone() { env -i HOME="$scratch" PATH=/usr/bin:/bin LANG=C.UTF-8 ${DISPLAY:+DISPLAY=$DISPLAY} \
  ${XAUTHORITY:+XAUTHORITY=$XAUTHORITY} "$@"; }

alone "$program/azmodels-gui" --screenshot window.png --size 1280x720
test -s window.png
for format in pdf docx pptx xlsx html md csv; do
  alone "$program/azmodels" compare gpt-5.4 gpt-5-mini --region germanywestcentral --output "sheet.$format"
  test -s "sheet.$format"
done
alone "$program/azmodels" list --region germanywestcentral --format json >list.json
grep -q '"model"' list.json
alone "$program/azmodels" client new contoso.azclient --name "Contoso AG" --pin gpt-5.4
alone "$program/azmodels" mcp --client contoso.azclient </dev/null
if [ -n "${DISPLAY:-}" ]; then
  # The window stays open until it is closed; one that cannot open ends at once.
  alone "$program/azmodels-gui" contoso.azclient & window=$!
  sleep 10
  kill -0 "$window"
  kill "$window"
  wait "$window" || true
fi
echo "$program does its main job"
