#!/usr/bin/env bash
# Makes a Debian package of the folder that build.sh made:
#   packaging/debian/deb.sh FOLDER VERSION OUTPUT.deb
set -euo pipefail
folder=$(cd "$1" && pwd)
version=$2
output=$(realpath "$3")
resources=$(cd "$(dirname "$0")/../../resources/desktop" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

share=$root/usr/share
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$share/applications" "$share/mime/packages" \
  "$share/metainfo" "$share/icons/hicolor/scalable/apps" "$share/doc/azmodels" \
  "$share/bash-completion/completions"
cp -r "$folder" "$root/opt/azmodels"
for command in azmodels azmodels-gui; do ln -s "/opt/azmodels/$command" "$root/usr/bin/$command"; done
cp "$resources/azmodels.desktop" "$share/applications/"
cp "$resources/azmodels-mime.xml" "$share/mime/packages/azmodels.xml"
cp "$resources/azmodels.metainfo.xml" "$share/metainfo/"
cp "$resources/azmodels.svg" "$share/icons/hicolor/scalable/apps/"
cat "$folder/LICENSE" "$folder/THIRD-PARTY-NOTICES.txt" >"$share/doc/azmodels/copyright"
for language in en de; do
  place=$share/man$([ $language = en ] || echo "/$language")/man1
  mkdir -p "$place"
  for program in azmodels azmodels-gui; do
    "$folder/azmodels" man $program --language $language | gzip -9n >"$place/$program.1.gz"
  done
done
"$folder/azmodels" completion bash >"$share/bash-completion/completions/azmodels"

# What was built here runs where the C library is as new; the others are asked for by Qt's plugins.
cat >"$root/DEBIAN/control" <<CONTROL
Package: azmodels
Version: $version
Architecture: $(dpkg --print-architecture)
Section: misc
Priority: optional
Maintainer: azmodels
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6 (>= $(getconf GNU_LIBC_VERSION | cut -d' ' -f2)), libegl1, libgl1, libglib2.0-0, libfontconfig1, libdbus-1-3, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1, libgssapi-krb5-2
Description: catalogue of Azure OpenAI and Foundry models
 Which model for this use case, offered where and how, at what price, until
 when: offline, dated, printable, in German and English.
CONTROL
dpkg-deb --build --root-owner-group -Zxz -z1 "$root" "$output" >/dev/null
