#!/usr/bin/env bash
# Tries the program on a Debian that has nothing: no Python, no font, none of Qt's libraries.
#   packaging/bare_debian.sh             does what README.md says: its own lines, one after the other
#   packaging/bare_debian.sh FILE.deb    installs the package that build.sh made, and checks it
# Needs root, debootstrap and Xvfb, and takes minutes. Mirror and package index are the machine's own.
# TESTS: which tests run (default: those of words and windows; empty: all). SUITE: which Debian.
set -euo pipefail
# In a namespace of its own, so that all mounts end with it.
[ "${1:-}" = --inside ] || exec unshare --mount "$0" --inside "$@"
shift
package=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
. packaging/display.sh
root=$(mktemp -d)
chmod 755 "$root"
log=$(mktemp)
trap 'end_display; umount "$root"/{proc,dev/shm,tmp/.X11-unix}; rm -rf --one-file-system "$root" "$log"' EXIT

step() { printf '\n== %s\n' "$*"; }
as_root() {
  printf '# %s\n' "$*"
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 bash -c "$*" >"$log" 2>&1 \
    || { tail -n 20 "$log"; return 1; }
}
# A new terminal of a user, in the checkout.
terminal=(chroot --userspec=anna "$root" env -i HOME=/home/anna USER=anna LANG=C.UTF-8 TERM=dumb)
as_user() { printf '$ %s\n' "$*"; "${terminal[@]}" bash -lc "cd ~/azmodels && $*"; }

make_root() {
  local mirror site='$(SITE)'
  mirror=$(apt-get indextargets --format "$site" 'Created-By: Packages' 'Component: main' | head -n 1)
  debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" "$mirror" >/dev/null
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix"
  mount -t tmpfs tmpfs "$root/dev/shm"
  mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
  printf '%s\n' 'APT::Get::Assume-Yes "true";' 'quiet "2";' >"$root/etc/apt/apt.conf.d/99bare"
  echo "127.0.0.1 localhost" >"$root/etc/hosts"   # every installed system has it
  as_root useradd --create-home --shell /bin/bash anna
  as_root apt-get update
}

# The checkout, and the package index that this machine has set with the certificate it is known by.
give_checkout() {
  local certificate index
  mkdir "$root/home/anna/azmodels"
  git ls-files -z | tar --null --files-from - --create | tar --extract --directory "$root/home/anna/azmodels"
  as_root chown --recursive anna: /home/anna/azmodels
  certificate=$(python3 -m pip config get global.cert || echo "${PIP_CERT:-}")
  index=$(python3 -m pip config get global.index-url || echo "${PIP_INDEX_URL:-}")
  [ -z "$index" ] || terminal+=(PIP_INDEX_URL="$index")
  [ -z "$certificate" ] || { cp "$certificate" "$root/etc/index.crt"; terminal+=(PIP_CERT=/etc/index.crt); }
} 2>/dev/null

# The fenced block of README.md with a line that begins so; the line between backticks that does.
block() { awk -v start="$1" '/^```/ {if (found) printf "%s", text; found = text = ""; next}
  index($0, start) == 1 {found = 1} {text = text $0 "\n"}' README.md; }
inline() { grep -oE "\`$1[^\`]*\`" README.md | head -n 1 | tr -d '`'; }

packaged() {
  step "the package"
  cp "$package" "$root/tmp/azmodels.deb"
  as_root apt-get install /tmp/azmodels.deb
  ROOT=$root packaging/check.sh /opt/azmodels
}

followed() {
  local line code=0 venv=". .venv/bin/activate"
  step "install as README.md says first, each line in a terminal of its own"
  give_checkout
  as_root "$(inline 'apt install pipx')"
  block "pipx install" | while read -r line; do [ "$line" = azmodels-gui ] || as_user "$line"; done

  step "the window says what the system lacks; commands, and sheets as PDF, lack nothing"
  as_user azmodels-gui 2>"$root/tmp/said" || code=$?
  cat "$root/tmp/said"
  [ "$code" = 2 ] && grep -q "apt install" "$root/tmp/said"
  as_user azmodels compare gpt-5.4 --region germanywestcentral --output sheet.pdf

  step "with that, the window"
  as_root "$(block 'apt install' | grep '^apt ')"
  shown "" "${terminal[@]}" bash -lc azmodels-gui
  for line in desktop completion; do as_user "$(inline "azmodels $line")" >/dev/null; done

  step "a virtual environment, and a part of the tests in it"
  as_root "$(inline 'apt install python3-venv')"
  as_user "$(block 'python3 -m venv' | grep -v '^azmodels-gui$')"
  shown "" "${terminal[@]}" bash -lc "cd ~/azmodels && $venv && exec azmodels-gui"
  as_user "$venv; $(block 'python -m pip install ".[test]"') ${TESTS-tests/language tests/app}"

  step "the wheels, carried to where there is no network"
  as_user "$venv; $(inline 'pip wheel'); python3 -m venv offline; . offline/bin/activate; $(inline 'pip install --no-index')"
  shown "" "${terminal[@]}" bash -lc "exec ~/azmodels/offline/bin/azmodels-gui"
}

begin_display
step "a bare Debian"
make_root
terminal+=(DISPLAY="$DISPLAY")
if [ -n "$package" ]; then packaged; else followed; fi
step "done"
