# Sourced by package and the tests of packages: an X server of one's own, without a screen.

# Starts one; it chooses a free number.
start_display() {
    numbers=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$numbers" 2>/dev/null &
    xvfb=$!
    while [ ! -s "$numbers" ]; do
        kill -0 "$xvfb" || {
            echo "Xvfb did not start" >&2
            exit 1
        }
        sleep 0.1
    done
    DISPLAY=:$(cat "$numbers")
    export DISPLAY
    rm -f "$numbers"
}

# Ends it, where it runs.
stop_display() {
    if [ -n "${xvfb:-}" ]; then
        kill "$xvfb" 2>/dev/null || true
        wait "$xvfb" 2>/dev/null || true
        xvfb=
    fi
}
