#!/usr/bin/env bash
# Makes a folder with the program and all it needs, and of it a package of the system it runs on:
#   packaging/build.sh OUTPUT
# Debian: a .deb. macOS: azmodels.app and a .dmg. Windows (in Git's bash): the folder, of which
# windows/msi.sh makes an MSI. Needs Python 3.11 or newer with venv (PYTHON names another one).
set -euo pipefail
mkdir -p "$1"
output=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"${PYTHON:-python3}" -m venv "$scratch/venv"
bin=$scratch/venv/bin
[ -d "$bin" ] || bin=$scratch/venv/Scripts
"$bin/python" -m pip install --quiet . "pyinstaller>=6.22,<7"
# Not as a module: what is installed counts, not what lies here.
unset PYTHONPATH
"$bin/pyinstaller" --noconfirm --log-level ERROR \
  --distpath "$output" --workpath "$scratch/work" packaging/azmodels.spec
# Python's own, where they were built with what a debugger asks for: four fifths of them.
[ "$(uname)" != Linux ] || find "$output/azmodels/_internal" \
  \( -name "libpython*" -o -path "*/lib-dynload/*.so" \) -exec strip --strip-debug {} +
"$bin/python" -m tools.notices "$output/azmodels" >"$scratch/notices"
for folder in "$output/azmodels" "$output/azmodels.app/Contents/Resources"; do
  [ ! -d "$folder" ] || cp LICENSE "$folder/"
  [ ! -d "$folder" ] || cp "$scratch/notices" "$folder/THIRD-PARTY-NOTICES.txt"
done

version=$("$bin/python" -c 'from importlib.metadata import version; print(version("azmodels-gui"))')
if command -v dpkg-deb >/dev/null; then
  packaging/debian/deb.sh "$output/azmodels" "$version" "$output/azmodels_$version.deb"
elif command -v hdiutil >/dev/null; then
  # Unsigned: to sign it, codesign and notarytool with a developer's account come before this line.
  hdiutil create -quiet -volname azmodels -srcfolder "$output/azmodels.app" -format UDZO \
    "$output/azmodels_$version.dmg"
fi
ls -l "$output"
