#!/bin/sh
# Measures how long Ponder's window takes to come, by Ponder's own log: start.sh IMAGE [TIMES]. Prints milliseconds, sorted.
. "$(dirname -- "$0")/window.sh"
image=${1:?the folder of an image}
times=${2:-7}
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT
set -e
data=$work/data
export PONDER_HOME="$data"
start_display
came() {
    grep -ho 'the window came [0-9,]* ms' "$data"/logs/* 2>/dev/null | wc -l
}
i=0
while [ "$i" -le "$times" ]; do
    i=$((i + 1))
    "$image/bin/ponder" 2>/dev/null &
    ponder=$!
    await_window
    while [ "$(came)" -lt "$i" ]; do
        kill -0 "$ponder" || fail "Ponder ended"
        sleep 0.1
    done
    quit "$ponder"
done
# the first start fills the system's cache of files
grep -ho 'the window came [0-9,]* ms' "$data"/logs/* | tail -n +2 | tr -dc '0-9\n' | sort -n | tr '\n' ' '
echo ms
