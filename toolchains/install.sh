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
# Node may come from elsewhere, and newer than Debian's.
command -v npm >/dev/null || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
  echo "Installing languages:" $missing
  $as_root apt-get -o Acquire::Retries=3 update -qq
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 install -qq -y --no-install-recommends $missing </dev/null >/dev/null
fi
npm install --fetch-timeout 60000 --prefix "$here" --silent --no-audit --no-fund --no-package-lock --prefer-offline
"$python" -m pip --quiet --quiet --disable-pip-version-check install -r "$here/requirements.txt"
