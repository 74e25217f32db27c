#!/bin/sh
# Watches every call to the network's part of the kernel while Ponder starts, answers, writes titles, is closed and starts
# again: sockets.sh [IMAGE]. Ponder must open nothing but its connection to the display.
. "$(dirname -- "$0")/window.sh"
need strace "it shows the system calls" "apt-get install strace" || exit 1
image=${1:-$root/installer/target/image}
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT
set -e
data=$work/data
calls=$work/calls
# GTK starts the desktop's message bus where there is none, and strace would wait for its end
export PONDER_HOME="$data" NO_AT_BRIDGE=1 DBUS_SESSION_BUS_ADDRESS=disabled:
start_display

run_once() { # QUESTION ANSWER
    strace -f -qq -e trace=%network -e signal=none -o "$calls.$1" "$image/bin/ponder" &
    tracer=$!
    await_window
    ponder=$(pgrep -P "$tracer")
    check_answer "$2" "$3"
    quit "$tracer"
}

run_once 1 "What is 345 + 678?" "345 + 678 = 1023"
run_once 2 "What is the capital of Peru?" "The capital of Peru is Lima."
cat "$calls".*  >"$calls"

echo "System calls of the network's part:"
sed 's/^[0-9]* *//; s/(.*//' "$calls" | sort | uniq -c
grep -q 'connect(.*X11-unix' "$calls" || fail "the connection to the display was not seen, so nothing can be said"
# as it loads its libraries Java opens one socket of each kind and closes it, to see what the system has
if grep -E 'AF_INET|AF_INET6|AF_NETLINK|AF_PACKET' "$calls" | grep -vE ' socket\(AF_INET6?, SOCK_STREAM, IPPROTO_IP(\)| <unfinished)'; then
    fail "a socket of the internet was used"
fi
# the C library looks for the cache of users' names
if grep -E '(connect|bind|listen)\(' "$calls" | grep -vE 'X11-unix|/nscd/socket'; then
    fail "something else than the display was connected to"
fi
echo "No socket but the one to the display."
