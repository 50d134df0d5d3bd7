#!/bin/sh
# Starts Lectern. A command (lectern read …) opens no window, so it needs no sandbox for one; behind "--" Chromium leaves the command's
# own options alone: it would take --type for its own.
here=$(dirname "$(readlink -f "$0")")
case "${1-}" in
  doctor | export | extract | feed | lexicon | library | narrate | read | sync | voices) exec "$here/lectern-bin" --no-sandbox -- "$@" ;;
esac
exec "$here/lectern-bin" "$@"
