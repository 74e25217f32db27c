#!/bin/sh
# Measures how long Ponder's window takes to come, from the call of bin/ponder until its first frame has been laid out, which
# is a line with a time in Ponder's log: start.sh IMAGE [TIMES]. Prints milliseconds, sorted. The process's own idea of when
# it began is not used: Linux tells the time of its boot in whole seconds, and Java adds to that.
. "$(dirname -- "$0")/window.sh"
image=${1:?the folder of an image}
times=${2:-7}
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT
set -e
data=$work/data
export PONDER_HOME="$data"
mkdir "$data"
# whoever has chosen a model is not greeted
echo '{"model": "demo"}' >"$data/settings.json"
start_display
came() {
    sed -n 's/^\([0-9-]* [0-9:.]*\) .*: the window is there$/\1/p' "$data"/logs/ponder.log 2>/dev/null | tail -n 1
}
i=0
while [ "$i" -le "$times" ]; do
    last=$(came)
    begun=$(date +%s%3N)
    "$image/bin/ponder" 2>/dev/null &
    ponder=$!
    await_window
    while [ "$(came)" = "$last" ]; do
        kill -0 "$ponder" || fail "Ponder ended"
        sleep 0.1
    done
    # the first start fills the system's cache of files
    [ "$i" -eq 0 ] || echo $(($(date -d "$(came)" +%s%3N) - begun)) >>"$work/times"
    quit "$ponder"
    i=$((i + 1))
done
echo "$(sort -n "$work/times" | tr '\n' ' ')ms"
