# Sourced by run, check and .ci/run: finds what Ponder is built with.

# Is FOLDER a JDK of at least Java 25?
jdk_fits() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && [ -r "$1/release" ] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${version:-0}" -ge 25 ]
}

# One folder a line. PONDER_JDK_SEARCH, a folder of JDKs, takes the place of the usual ones.
usual_jdks() {
    if [ -n "${PONDER_JDK_SEARCH:-}" ]; then
        printf '%s\n' "$PONDER_JDK_SEARCH"/*
        return
    fi
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25 2>/dev/null
    fi
    printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# The home of the java on PATH, which may be a link or a version switcher's script.
java_on_path() {
    command -v java >/dev/null && java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Sets JAVA_HOME, or says in one sentence where to get a JDK. PONDER_JDK names one outright.
find_jdk() {
    if [ -n "${PONDER_JDK:-}" ]; then
        JAVA_HOME=$PONDER_JDK
        jdk_fits "$JAVA_HOME" && export JAVA_HOME && return
        echo "PONDER_JDK names $PONDER_JDK, which is no JDK of version 25 or newer." >&2
        return 1
    fi
    jdk_fits "${JAVA_HOME:-}" && return
    JAVA_HOME=$({ java_on_path; usual_jdks; } | while IFS= read -r folder; do
        if jdk_fits "$folder"; then
            printf '%s\n' "$folder"
            break
        fi
    done)
    [ -n "$JAVA_HOME" ] && export JAVA_HOME && return
    echo "Ponder needs a JDK of version 25 or newer and found none: get one from https://adoptium.net, or name the folder of yours in PONDER_JDK." >&2
    return 1
}

# need PROGRAM "what for" "how to install": one sentence where it is missing.
need() {
    command -v "$1" >/dev/null && return
    echo "Ponder is built with $1 ($2), which is not installed: $3." >&2
    return 1
}

find_tools() {
    find_jdk &&
        need mvn "Maven" "apt-get install maven, dnf install maven or brew install maven" &&
        need npm "it fetches llama.cpp" "apt-get install npm, dnf install npm or brew install node" || return 1
    # Maven's own libraries still use what Java 25 warns about
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
    # Java reads file names in the locale's encoding: without one that says UTF-8, tests with such names fail
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
        *[Uu][Tt][Ff]*8*) ;;
        *)
            unset LC_ALL
            export LC_CTYPE=C.UTF-8
            ;;
    esac
}
