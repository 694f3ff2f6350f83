#!/usr/bin/env bash
# Makes a folder with the program and all it needs, and on Debian a package of it:
#   packaging/build.sh OUTPUT
# Needs Python 3.11 or newer with venv; dpkg-deb for the package.
set -euo pipefail
mkdir -p "$1"
output=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet . "pyinstaller>=6.22,<7"
"$scratch/venv/bin/pyinstaller" --noconfirm --log-level ERROR \
  --distpath "$output" --workpath "$scratch/work" packaging/azmodels.spec
command -v dpkg-deb >/dev/null || exit 0

version=$("$output/azmodels/azmodels" --version | cut -d' ' -f2)
root=$scratch/root
share=$root/usr/share
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$share/applications" "$share/mime/packages" \
  "$share/metainfo" "$share/icons/hicolor/scalable/apps" "$share/doc/azmodels" \
  "$share/bash-completion/completions"
cp -r "$output/azmodels" "$root/opt/azmodels"
for command in azmodels azmodels-gui; do ln -s "/opt/azmodels/$command" "$root/usr/bin/$command"; done
cp resources/desktop/azmodels.desktop "$share/applications/"
cp resources/desktop/azmodels-mime.xml "$share/mime/packages/azmodels.xml"
cp resources/desktop/azmodels.metainfo.xml "$share/metainfo/"
cp resources/desktop/azmodels.svg "$share/icons/hicolor/scalable/apps/"
cp LICENSE "$share/doc/azmodels/copyright"
mkdir -p "$share/man/man1" "$share/man/de/man1"
"$output/azmodels/azmodels" man --language en | gzip -9n >"$share/man/man1/azmodels.1.gz"
"$output/azmodels/azmodels" man --language de | gzip -9n >"$share/man/de/man1/azmodels.1.gz"
"$output/azmodels/azmodels" completion bash >"$share/bash-completion/completions/azmodels"
cat >"$root/DEBIAN/control" <<CONTROL
Package: azmodels
Version: $version
Architecture: $(dpkg --print-architecture)
Section: misc
Priority: optional
Maintainer: azmodels
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6, libegl1, libgl1, libglib2.0-0, libfontconfig1, libdbus-1-3, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1
Description: catalogue of Azure OpenAI and Foundry models
 Which model for this use case, offered where and how, at what price, until
 when: offline, dated, printable, in German and English.
CONTROL
dpkg-deb --build --root-owner-group -Zxz -z1 "$root" "$output/azmodels_$version.deb" >/dev/null
ls -l "$output"/*.deb
