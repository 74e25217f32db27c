#!/bin/sh
# Unpacks the .tar.gz that ./package made into a folder with letters that ASCII lacks, and uses Ponder there.
. "$(dirname -- "$0")/window.sh"
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT
set -e
folder="$work/Ünï côdé dir"
mkdir "$folder"
tar -C "$folder" -xzf "$packages"/ponder-*-linux-*.tar.gz
image=$folder/ponder
data="$work/Dätä"
export PONDER_HOME="$data" LC_ALL=C.UTF-8

said=$("$image/bin/ponder" chat --no-think "What is the capital of Peru?" 2>/dev/null)
case $said in
    *Lima*) echo "asked on the command line: $said" ;;
    *) fail "ponder chat said: $said" ;;
esac

start_display
"$image/bin/ponder" &
ponder=$!
await_window
check_answer "What is 345 + 678?" "345 + 678 = 1023"
quit "$ponder"
echo "The archive works in: $folder"
