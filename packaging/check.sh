#!/usr/bin/env bash
# Tries a program that was built: its main job, without Python and without this checkout.
#   packaging/check.sh FOLDER                     the folder that build.sh made
#   ROOT=DIR packaging/check.sh /opt/azmodels     what is installed in another root, as its user anna
# Needs python3 for a server, outside of such a root, and Xvfb for the window.
set -euo pipefail
. "$(dirname "$0")/display.sh"
root=${ROOT:-}
program=$(cd "$root$1" && pwd)
program=${program#"$root"}
scratch=$(mktemp -d -p "$root/tmp")
home=${scratch#"$root"}
trap 'end_display; kill ${server:-} 2>/dev/null || true; rm -rf "$scratch"' EXIT
! command -v Xvfb >/dev/null || begin_display

alone=(${root:+chroot --userspec=anna "$root"} env -i --chdir="$home" HOME="$home" PATH=/usr/bin:/bin
  LANG=C.UTF-8 AZMODELS_SITE_DIR="$home/site")
azmodels() { "${alone[@]}" "$program/azmodels" "$@"; }
window() { "${alone[@]}" "$program/azmodels-gui" "$@"; }
[ -z "$root" ] || chroot "$root" chown anna "$home"
cd "$scratch"

echo "picture, sheets, list, a client's file, an assistant"
window --screenshot window.png --size 1280x720
test -s window.png
for format in pdf docx pptx xlsx html md csv; do
  azmodels compare gpt-5.4 gpt-5-mini --region germanywestcentral --language de --output "sheet.$format"
  test -s "sheet.$format"
done
azmodels list --region germanywestcentral --format json >list.json
grep -q '"model"' list.json
azmodels client new contoso.azclient --name "Contoso AG" --pin gpt-5.4
azmodels mcp --client contoso.azclient </dev/null

echo "a newer catalogue, signed, on a server that the company's settings name"
mkdir host site
catalog=$root$program/_internal/azmodels_gui/data/catalog.json
serial=$(grep -m 1 -oE '"serial": [0-9]+' "$catalog" | grep -oE '[0-9]+')
sed "s/\"serial\": $serial/\"serial\": $((serial + 1))/" "$catalog" >host/catalog.json
[ -z "$root" ] || chroot "$root" chown anna "$home/host"
azmodels catalog keygen azmodels.key --no-password
azmodels catalog sign host/catalog.json --key azmodels.key
python3 -u -m http.server --bind 127.0.0.1 --directory host 0 >server.out 2>server.log & server=$!
until port=$(grep -oE 'port [0-9]+' server.out); do kill -0 "$server"; sleep 0.1; done
cat >site/site.toml <<TOML
url = "http://127.0.0.1:${port#port }/catalog.json"
public_keys = ["$(tail -n 1 azmodels.key.pub)"]
automatic = true
TOML
if [ -n "${xvfb:-}" ]; then
  # The window asks for it within a minute, and shows it.
  shown "$scratch/.local/share/azmodels/catalogs/$((serial + 1)).json" \
    "${alone[@]}" DISPLAY="$DISPLAY" "$program/azmodels-gui" contoso.azclient
else
  echo "no Xvfb: no window was opened"
  azmodels refresh
fi
azmodels refresh
grep -q '"GET /catalog.json HTTP/1.1" 304' server.log

echo "where it cannot start: a sentence and code 2, also where nothing can be said"
ends_with_2() { local code=0; "$@" || code=$?; [ "$code" = 2 ]; }
ends_with_2 window 2>said
grep -q "no display" said
ends_with_2 window 2>&- >&-
ends_with_2 azmodels show no-such-model 2>said
grep -q "no-such-model" said
echo "a part of it is missing: a sentence, a report in the log and code 2"
cp -r "$root$program" broken
program=$home/broken
lost() { rm -rf "broken/_internal/$1"; : >said; }
pictured() { rm -rf .config; ends_with_2 window --screenshot window.png "$@"; }
lost azmodels_gui/data/resources/fonts
pictured 2>said
grep -q "fonts/.* is missing" said
lost azmodels_gui/data/catalog.json
pictured 2>said
grep -q "catalog.json" said
lost PySide6/Qt/plugins/platforms
pictured 2>said
grep -q "platform plugin" said
grep -q QtFatalMsg .config/azmodels/azmodels.log
lost PySide6/Qt/lib
pictured 2>said
grep -q "Parts of the program are missing.*libQt6" said
grep -q ImportError .config/azmodels/azmodels.log
pictured 2>&- >&-
grep -q ImportError .config/azmodels/azmodels.log
lost msgspec
ends_with_2 azmodels list 2>said
grep -q "Parts of the program are missing.*msgspec" said
echo "$1 does its main job"
