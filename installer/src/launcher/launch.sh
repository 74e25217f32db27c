#!/bin/sh
# Starts Ponder from wherever its folder lies; what it starts, and how, is in conf/@name@.args and, on Linux alone,
# conf/@name@-linux.args.
self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in
        /*) self=$target ;;
        *) self=$(dirname -- "$self")/$target ;;
    esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd -P) || exit 1

# Java reads file names and arguments in the locale's encoding: without one that says UTF-8 it would lose letters.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]*8*) ;;
    *)
        unset LC_ALL
        export LC_CTYPE=C.UTF-8
        ;;
esac

# JavaFX cannot draw coloured emoji on Linux: this hides the fonts that have them, and adds one of plain outlines.
if [ -z "${FONTCONFIG_FILE:-}" ] && [ -f "$home/conf/fonts.conf" ] && [ -f /etc/fonts/fonts.conf ]; then
    export FONTCONFIG_FILE="$home/conf/fonts.conf"
fi

# Options meant for other Java programs are not for this runtime, and Java would announce each on standard error.
unset CLASSPATH JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# JavaFX has GLib ask the kernel over a socket which networks there are, which Ponder does not need to know.
export GIO_USE_NETWORK_MONITOR=base

# A package has what Java's start comes to in a cache, one for the window, one for commands and one for the engine. It fits
# one order of the class path; where it does not fit, Java starts without it.
class_path=$home/app/*
cache=$home/aot/@name@-command.aot
case $#${1:-} in
    0 | 1*.gguf | 1*.GGUF) cache=$home/aot/@name@.aot ;;
esac
if [ -r "$cache" ]; then
    class_path=
    while IFS= read -r jar; do
        class_path=$class_path${class_path:+:}$home/app/$jar
    done <"$home/aot/class-path"
else
    cache=
fi
linux=$home/conf/@name@-linux.args
[ -e /proc/self/stat ] && [ -r "$linux" ] || linux=
exec "$home/runtime/bin/java" ${linux:+"@$linux"} ${cache:+"-XX:AOTCache=$cache"} ${cache:+"-Xlog:aot*=off,cds*=off"} \
    "-Dponder.home=$home" -cp "$class_path" "@$home/conf/@name@.args" "$@"
