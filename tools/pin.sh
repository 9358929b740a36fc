#!/usr/bin/env bash
# Pin what the app and its tests need: requirements*.in → requirements*.txt, with the hash of every file.
#
# One file serves Linux, Windows and macOS on Python 3.11 and later (markers choose), and names no
# package index, so it installs from whatever index pip is set up for.
#   tools/pin.sh             keep the versions that stand there, add and drop what the .in files ask
#   tools/pin.sh --upgrade   take the newest versions that the .in files allow
set -euo pipefail
cd "$(dirname "$0")/.."

home=.tools/pin
[ -x "$home/bin/uv" ] || { python3 -m venv "$home" && "$home/bin/pip" install --quiet 'uv>=0.8'; }

pin() {
    SSL_CERT_FILE=${SSL_CERT_FILE:-${PIP_CERT:-}} "$home/bin/uv" --no-config pip compile --quiet \
        --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command tools/pin.sh "$@"
}
pin requirements.in --output-file requirements.txt "$@"
# The second file holds the first, at the same versions.
pin requirements-dev.in --constraints requirements.txt --output-file requirements-dev.txt "$@"

# The Python of Ubuntu 22.04 calls itself 3.11.0rc1, and pip does not count that as a full version below 3.12.
sed -i -E "s/python_full_version (<|>=) '(3\.[0-9]+)'/python_version \1 '\2'/" requirements.txt requirements-dev.txt

if grep -nE '^--|https?:|file:' requirements.txt requirements-dev.txt | grep -v -- '--hash=sha256:'; then
    echo "A requirements file names a place; that may not be." >&2
    exit 1
fi
