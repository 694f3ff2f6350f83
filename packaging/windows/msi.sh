#!/usr/bin/env bash
# Makes an MSI of the folder that build.sh made on Windows:
#   packaging/windows/msi.sh FOLDER VERSION OUTPUT.msi
# Runs on Linux, with wixl (Debian: `apt install wixl`): no Windows, and no account, is needed for it.
set -euo pipefail
folder=$(cd "$1" && pwd)
output=$(realpath "$3")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$(dirname "$0")/azmodels.wxs" "$scratch"
ln -s "$folder" "$scratch/program"   # wixl takes files only from beside what names them
cd "$scratch"
find program/ -type f | LC_ALL=C sort \
  | wixl-heat --prefix program/ --directory-ref INSTALLDIR --component-group Files \
    --var var.Source --win64 >files.wxs
wixl --arch x64 -D Win64=yes -D Version="$2" -D Source=program --output "$output" azmodels.wxs files.wxs
