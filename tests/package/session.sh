#!/bin/sh
# One person at the post, by keyboard alone: run as the service user, with XDG_RUNTIME_DIR. Pages are known by the titles of
# their windows, which are their headings. Writes pictures, and what was said, into the folder named.
set -e
kept=$1
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman LIBSEAT_BACKEND=noop
export DISPLAY=:0 WAYLAND_DISPLAY=wayland-0

is_seen() { xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }
until_seen() {
  tries=0
  until is_seen "$1"; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || { echo "« $1 » was not seen"; cat "$kept/said"; exit 1; }
    sleep 0.2
  done
}

# As the unit does it.
cage -d -- /usr/lib/estran/guardian >"$kept/said" 2>&1 &
cage=$!

until_seen Bienvenue
sleep 1
grim "$kept/welcome.png"
xdotool key Tab Return
until_seen Avez-vous
xdotool key Tab Return
until_seen Quelques
# Where each rule comes from is the first stop, the answer the next.
while is_seen Quelques; do
  xdotool key Tab Return
  sleep 1
done
# The shortest session there is ends by itself.
until_seen 'Le temps est'
grim "$kept/warning.png"
until_seen 'est effac'
grim "$kept/receipt.png"
until_seen Bienvenue

/usr/lib/estran/end-guardian
wait $cage || true
