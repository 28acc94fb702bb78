#!/bin/sh
# One person at the post, by keyboard alone: run as the service user, with XDG_RUNTIME_DIR, in a network of its own, where no
# other display answers. Pages are known by the titles of their windows, which are their headings. Writes pictures, and what
# was said, into the folder named.
set -e
kept=$1
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman LIBSEAT_BACKEND=noop
export DISPLAY=:0

# Asked twice: a window that goes while windows are looked through ends the search.
find_window() {
  xdotool search --onlyvisible --name "$1" 2>/dev/null || { sleep 0.2; xdotool search --onlyvisible --name "$1" 2>/dev/null; }
}
is_seen() { find_window "$1" >/dev/null; }
until_seen() {
  tries=0
  until is_seen "$1"; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || { echo "« $1 » was not seen"; cat "$kept/said"; exit 1; }
    sleep 0.2
  done
}

# Of the window, a moment after its title has changed. Of the whole screen, cage 0.1.4 gives away what it had drawn before it
# handed on the window's own frames.
keep_picture() {
  sleep 1
  xwd -silent -id "$(find_window "$1")" -out "$kept/$2.xwd"
}

# As the unit does it.
cage -d -- /usr/lib/estran/guardian >"$kept/said" 2>&1 &
cage=$!

until_seen Bienvenue
keep_picture Bienvenue welcome
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
keep_picture 'Le temps est' warning
until_seen 'est effac'
keep_picture 'est effac' receipt
until_seen Bienvenue

/usr/lib/estran/end-guardian
wait $cage || true
