#!/bin/sh
# Installs what the suite needs to run every snippet: Debian's packages (with sudo where one is not root), npm's beside
# this file, Python's into the environment whose python is given (default: .venv/bin/python).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${1:-$here/../.venv/bin/python}
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo

missing=$(grep -v '^#' "$here/packages.txt" | while read -r package; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
done)
if [ -n "$missing" ]; then
  $as_root apt-get update -q
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -q -y --no-install-recommends $missing
fi
npm install --prefix "$here" --no-audit --no-fund --no-package-lock
"$python" -m pip install -q -r "$here/requirements.txt"
