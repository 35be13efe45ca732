#!/usr/bin/env bash
# Runs every test project and ends with one line: N passed, N failed, N skipped.
#   ./test.sh          what CI runs
#   ./test.sh --full   also what takes hours (tests see UNITS_TESTS_FULL=1)
#   ./test.sh --install   only installs what is missing
# It is for Debian. What the tests need and the machine lacks is installed when it is root; otherwise the one command that does it is named.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The counts are read from what the test runner prints.
export DOTNET_CLI_UI_LANGUAGE=en
# A build node that outlives the script would keep its output open, and whoever waits for the end of that would wait on.
export MSBUILDDISABLENODEREUSE=1

for argument in "$@"; do
  case "$argument" in
    --full) export UNITS_TESTS_FULL=1 ;;
    --install) install_only=1 ;;
    *) echo "usage: ./test.sh [--full | --install]" >&2; exit 2 ;;
  esac
done

# A line for each command that tests call, and the Debian package that has it: [curl]=curl
declare -A packages=([node]=nodejs [npm]=npm [curl]=curl [setpriv]=util-linux [ip]=iproute2 [nft]=nftables [faketime]=faketime [chromium]=chromium [chromedriver]=chromium-driver)

install_missing() {
  local command missing=()
  for command in "${!packages[@]}"; do
    command -v "$command" >/dev/null || missing+=("${packages[$command]}")
  done
  # Debian keeps the server off the PATH, in a directory for each version.
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
  [ "${#missing[@]}" -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need what is missing here: sudo apt-get install -y ${missing[*]}" >&2
    return 1
  fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
}

if [ -n "${install_only:-}" ]; then
  install_missing
  exit
fi

passed=0 failed=0 skipped=0 interrupted=0 failures=
# A test that hangs is named, and what it is in is ended, so that the others are still counted.
limits=(--long-running 90)
[ -z "${UNITS_TESTS_FULL:-}" ] && limits+=(--timeout 11m)

finish() {
  # Once more and short: what a test's process logged stands between its failure and the end, and may be all that whoever keeps the last lines sees.
  if [ -n "$failures" ]; then
    echo "== What failed"
    echo -n "$failures"
  fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

fail() {
  echo "FAILED: $*" >&2
  failures+="FAILED: $*"$'\n'
  failed=$((failed + 1))
}

# The number on the summary line of this name, or nothing: "  succeeded: 37".
count() {
  sed -n "s/^ *$1: \([0-9][0-9]*\)\$/\1/p" "$log" | tail -n 1
}

# Of each failed test its name, what it says and the first lines of where; of what it wrote itself the last.
failures_of() {
  awk -v project="$1" '
    function flush() { for (i = written > 5 ? written - 5 : 0; i < written; i++) print lines[i]; written = 0 }
    /^failed / { flush(); inside = 1; part = "said"; shown = 0; print substr(project ": " $0, 1, 300); next }
    /^[^ ]/ { if (inside) flush(); inside = 0 }
    !inside || /^  from \// { next }
    /^  (Standard|Error) output$/ { part = "wrote"; next }
    part == "wrote" && NF { lines[written++] = substr($0, 1, 300) }
    part == "said" && shown++ < 12 { print substr($0, 1, 300) }
    END { flush() }' "$log"
}

# A project that crashes, is cut off or runs nothing has failed, whatever it managed to count.
run_project() {
  local project=$1 code p f s said
  echo "== $(basename "$project" .csproj) $(date +%T)"
  dotnet test --project "$project" -c Release --no-build --no-progress --no-ansi "${limits[@]}" </dev/null 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  said=$(failures_of "$(basename "$project" .csproj)")
  failures+=${said:+$said$'\n'}
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  if [ "${f:-0}" -eq 0 ] && { [ "$code" -ne 0 ] || [ "${p:-0}" -eq 0 ]; }; then
    fail "$project ended with code $code after ${p:-0} tests"
  fi
}

if ! command -v dotnet >/dev/null; then
  fail "the .NET SDK is missing (global.json names the version)"
  finish
fi
install_missing || { fail "what the tests need is missing"; finish; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Whoever stops the run (a time limit in CI) still gets the counts so far.
trap 'interrupted=1' TERM INT

# .ci/run has just built it.
if [ -z "${UNITS_IS_BUILT:-}" ]; then
  dotnet build Units.sln -c Release -v quiet ${CI:+-p:RestoreLockedMode=true} </dev/null || { fail "the build"; finish; }
fi
for project in tests/*.Tests/*.Tests.csproj; do
  run_project "$project"
  [ "$interrupted" -eq 1 ] && { fail "the run was stopped"; break; }
done
finish
