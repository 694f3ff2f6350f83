# shellcheck shell=bash
# A display that nobody sees, and how to tell that a window is on it; other scripts read this one.

FULL_PICTURE=30000   # bytes, packed: an empty screen has a few hundred, the window a hundred thousand

# Starts a display and sets DISPLAY; `end_display` ends it.
begin_display() {
  picture=$(mktemp -d)
  Xvfb -displayfd 3 -fbdir "$picture" -screen 0 1280x800x24 3>"$picture/number" 2>/dev/null & xvfb=$!
  until [ -s "$picture/number" ]; do kill -0 "$xvfb"; sleep 0.1; done
  DISPLAY=:$(cat "$picture/number")
  export DISPLAY
}

end_display() {
  [ -z "${xvfb:-}" ] || { kill "$xvfb"; wait "$xvfb" || true; rm -r "$picture"; }
}

# Holds that a command draws its window and that a file appears while it is open; then closes it.
#   shown FILE COMMAND ...       FILE empty: the picture is enough
shown() {
  local file=$1 window seconds
  shift
  "$@" & window=$!
  for seconds in $(seq 120); do
    sleep 1
    if ! kill -0 "$window" 2>/dev/null; then wait "$window" && echo "$*: ended by itself" >&2; return 1; fi
    if [ "$(gzip -c "$picture/Xvfb_screen0" | wc -c)" -gt "$FULL_PICTURE" ] \
      && { [ -z "$file" ] || compgen -G "$file" >/dev/null; }; then break; fi
    [ "$seconds" -lt 120 ] || { echo "$*: no window, or no $file" >&2; kill "$window"; return 1; }
  done
  [ -z "${SHOWN:-}" ] || cp "$picture/Xvfb_screen0" "$SHOWN"
  kill "$window"
  wait "$window" || true
}
