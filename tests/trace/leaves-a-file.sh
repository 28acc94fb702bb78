#!/bin/sh
# A program under test that leaves a file where none belongs.
echo left > "$HOME/.left"
exec "$ESTRAN_ELECTRON" "$@"
