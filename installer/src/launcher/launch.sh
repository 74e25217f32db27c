#!/bin/sh
# Starts Ponder from wherever its folder lies; what it starts, and how, is in conf/@name@.args.
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

# Options meant for other Java programs are not for this runtime, and Java would announce each on standard error.
unset CLASSPATH JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
exec "$home/runtime/bin/java" "-Dponder.home=$home" -cp "$home/app/*" "@$home/conf/@name@.args" "$@"
