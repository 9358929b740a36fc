#!/usr/bin/env bash
# Make this computer ready: the Python and the system libraries that the app leans on.
#
#   tools/setup.sh            what the app and its tests need without a screen
#   tools/setup.sh window     also what Qt needs to show a window
#
# Installs what is missing with apt-get when run as root. Otherwise it says the exact line to run and
# exits 2. Prints the Python to use.
set -euo pipefail

# Shared library → Debian package (the names hold for Debian 12 and later and Ubuntu 22.04 and later).
headless=(
    libEGL.so.1:libegl1
    libGL.so.1:libgl1
    libX11.so.6:libx11-6
    libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1
    libfreetype.so.6:libfreetype6
    libglib-2.0.so.0:libglib2.0-0
    libxkbcommon.so.0:libxkbcommon0
)
window=(
    libxcb-cursor.so.0:libxcb-cursor0
    libxcb-icccm.so.4:libxcb-icccm4
    libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-randr.so.0:libxcb-randr0
    libxcb-render-util.so.0:libxcb-render-util0
    libxcb-shape.so.0:libxcb-shape0
    libxcb-util.so.1:libxcb-util1
    libxcb-xfixes.so.0:libxcb-xfixes0
    libxcb-xkb.so.1:libxcb-xkb1
    libxkbcommon-x11.so.0:libxkbcommon-x11-0
)

say() { echo "$@" >&2; }

# The first Python of 3.11 or later that can make a virtual environment.
find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Debian's name for such a Python. What Ubuntu 22.04 and its relatives call python3 is 3.10.
python_packages() {
    if grep -qsx 'UBUNTU_CODENAME=jammy' /etc/os-release; then
        echo python3.11-venv
    else
        printf '%s\n' python3 python3-venv
    fi
}

missing_packages() {
    local known entry
    known=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) || true)
    for entry in "$@"; do
        grep -qF "${entry%%:*} " <<<"$known" || echo "${entry##*:}"
    done
    find_python >/dev/null || python_packages
    # Qt draws no letters at all on a machine without a single font.
    [ -n "$(find /usr/share/fonts -name '*.[to]tf' -print -quit 2>/dev/null)" ] || echo fonts-dejavu-core
}

if [ "$(uname -s)" = Linux ]; then
    wanted=("${headless[@]}")
    [ "${1:-}" != window ] || wanted+=("${window[@]}")
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    if [ "${#missing[@]}" -gt 0 ]; then
        line="apt-get install --no-install-recommends -y ${missing[*]}"
        if ! command -v apt-get >/dev/null; then
            say "This computer misses: ${missing[*]} (Debian's names). Install them and run this again."
            exit 2
        elif [ "$(id -u)" != 0 ]; then
            say "This computer misses some system packages. Run this line, and then your command again:"
            say ""
            say "    sudo apt-get update && sudo $line"
            say ""
            exit 2
        fi
        say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq >&2
        $line -qq -o Dpkg::Use-Pty=0 </dev/null >/dev/null
    fi
fi

if ! find_python; then
    say "No Python 3.11 or later that can make a virtual environment was found."
    say "On Debian 12: sudo apt-get install python3-venv. On Ubuntu 22.04: sudo apt-get install python3.11-venv."
    exit 2
fi
