#!/bin/sh
# Installs ChangeDesk from this folder, without a network: sh install.sh [FOLDER]
# It needs Python 3.11, 3.12 or 3.13 (on Debian and Ubuntu with python3-venv) and no rights.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/.local/share/ChangeDesk-program"}
python=
for one in python3.13 python3.12 python3.11 python3; do
    if command -v "$one" >/dev/null 2>&1 &&
        "$one" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        python=$one
        break
    fi
done
if [ -z "$python" ]; then
    echo "ChangeDesk needs Python 3.11, 3.12 or 3.13, and none was found." >&2
    exit 2
fi
"$python" -m venv --clear "$target"
"$target/bin/python" -m pip --isolated --disable-pip-version-check install --quiet \
    --no-index --find-links "$here" --require-hashes -r "$here/requirements.lock"
"$target/bin/changedesk" --self-test
echo "Installed. Start it with: $target/bin/changedesk-window"
echo "To remove it, delete the folder $target; workspaces lie elsewhere and stay."
