#!/bin/sh
# Shows why Ponder has a binding of its own: the newest published java-llama.cpp cannot load a Qwen3 model.
# Exits with 0 while that is so, with 1 when the artifact loads the model, that is, when ADR 1 should be looked at again.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/.ci/tools.sh"
find_tools

artifact=de.kherud:llama:4.2.0
folder=$root/target/java-llama-cpp
log=$folder/output.txt
# its loader deletes what is named llama* in the temporary folder, so it gets one of its own
mkdir -p "$folder/tmp"
(cd "$root" && mvn -q -B -N org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
    "-Dartifact=$artifact" "-DoutputDirectory=$folder") >"$folder/maven.log"

echo "Loading the demo model with $artifact:"
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "-Djava.io.tmpdir=$folder/tmp" -cp "$folder/llama-4.2.0.jar" \
    "$root/docs/adr/0001-java-llama-cpp-fails.java" "$root/resources/demo-model/qwen3-demo-q8_0.gguf" >"$log" 2>&1 || true
grep -E '^build:|unknown model architecture|^refused|^loaded$' "$log" || tail -n 20 "$log"
grep -q "unknown model architecture: 'qwen3'" "$log"
