#!/bin/sh
# Measures frames, the opening of long conversations, and documents that mean harm, as a package has them: with its runtime,
# cache and options, and the benchmark of ui's tests behind its class path, which a build leaves in ui/target.
# frames.sh IMAGE [SECONDS [PART]]: the image of a package; see TranscriptBenchmark for the others.
. "$(dirname -- "$0")/window.sh"
image=$(CDPATH='' cd -- "${1:?the folder of an image}" && pwd -P)
shift
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT
set -e
"$JAVA_HOME/bin/jar" --create --file "$work/tests.jar" -C "$root/ui/target/test-classes" .
class_path=$(sed "s|^|$image/app/|" "$image/aot/class-path" | paste -sd :):$work/tests.jar
# the last line is the main class
sed '$d' "$image/conf/ponder.args" >"$work/options"
export FONTCONFIG_FILE="$image/conf/fonts.conf"
start_display
"$image/runtime/bin/java" "@$image/conf/ponder-linux.args" "-XX:AOTCache=$image/aot/ponder.aot" "-Dponder.home=$image" \
    -cp "$class_path" "@$work/options" dev.ponder.ui.transcript.TranscriptBenchmark "$@"
