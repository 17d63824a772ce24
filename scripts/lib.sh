# What the scripts share: the right Python, the virtual environment, what Debian can give.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }
fail() { say "" "  $*" ""; exit 1; }

# The first Python of at least 3.11 that can make virtual environments.
find_python() {
  local candidate
  for candidate in python3 python3.11 python3.12 python3.13 python3.14 python; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "Kaveri needs Python 3.11 or newer with venv and pip (on Debian: apt-get install python3-venv)."
}

fingerprint() { cat "$@" | cksum | tr ' ' '-'; }

# environment <lock> [<a wider lock that will do as well>]
# Makes .venv hold exactly what the lock says, and the product itself. Does nothing when it already does.
# KAVERI_PYTHON names an interpreter that has everything, to be used instead.
environment() {
  export PYTHONPATH="$root/src" PIP_DISABLE_PIP_VERSION_CHECK=1
  if [ -n "${KAVERI_PYTHON:-}" ]; then
    python=$KAVERI_PYTHON
    return
  fi
  python="$root/.venv/bin/python"
  local lock wanted
  for lock in "$@"; do
    wanted=$(fingerprint "$lock" pyproject.toml)
    if [ -x "$python" ] && [ "$(cat ".venv/$lock.installed" 2>/dev/null)" = "$wanted" ]; then
      return
    fi
  done
  lock=$1
  wanted=$(fingerprint "$lock" pyproject.toml)
  say "Installing what Kaveri needs (once; $lock) ..."
  [ -x "$python" ] || "$(find_python)" -m venv .venv
  rm -f .venv/*.installed
  "$python" -m pip install --quiet --require-hashes -r "$lock"
  "$python" -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
  printf '%s\n' "$wanted" >".venv/$lock.installed"
}

# debian <command that must exist> <package>: installs the package where that is possible.
# Says so and answers no where it is not.
debian() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2 ..."
    [ -n "${apt_updated:-}" ] || apt-get update -qq >&2 || true
    apt_updated=yes
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null || true
    command -v "$1" >/dev/null 2>&1 && return 0
  fi
  return 1
}
