# Sourced by the scripts beside it: works Ponder's window by the keyboard of an X server without a screen, as a user would.
# They set "image", Ponder's folder, and "data", its data folder.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 1
tests=$root/installer/src/test
packages=$root/installer/target/packages
# shellcheck source=.ci/tools.sh
. "$root/.ci/tools.sh"
# shellcheck source=.ci/display.sh
. "$root/.ci/display.sh"
find_jdk || exit 1
for program in Xvfb xdotool; do
    need "$program" "this test works the window with it" "apt-get install xvfb xdotool" || exit 1
done

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# Ends what was started and still runs.
stop_all() {
    if [ -n "${ponder:-}" ]; then
        kill "$ponder" 2>/dev/null || true
        wait "$ponder" 2>/dev/null || true
    fi
    stop_display
}

# Waits for the window.
await_window() {
    window=$(timeout 120 xdotool search --sync --onlyvisible --name '^Ponder$' | head -n 1)
    [ -n "$window" ] || fail "no window came up"
}

# Asks in a window, or looks for what was asked before, and prints the reply.
ask() { # WINDOW QUESTION
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-Dorg.sqlite.lib.path=$image/natives-sqlite" -cp "$image/app/*" \
        "$tests/Ask.java" "$data" "$1" "$2"
}

check_answer() { # QUESTION ANSWER
    answer=$(ask "$window" "$1") || fail "no reply to: $1"
    [ "$answer" = "$2" ] || fail "the reply to \"$1\" was \"$answer\""
    echo "asked by keys: $1 answered: $answer"
}

# Quits by the keyboard and waits for the process, a child of this shell, to end well.
quit() { # PID
    xdotool key ctrl+q
    (
        trap 'kill "$nap"' TERM
        sleep 120 &
        nap=$!
        wait "$nap" && kill "${ponder:-$1}"
    ) 2>/dev/null &
    patience=$!
    wait "$1" || fail "Ponder did not quit as it should"
    kill "$patience"
    ponder=
}
