#!/usr/bin/env bash
# runbook.sh STACK: what a person has to do so that a live tenant becomes what the code says, from its snapshot: as the text of an
# issue, as a page to work with and as JSON, and beside them the difference, runbooks/STACK.diff.md and .json. No token is needed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

if is_name "${1:-}"; then rm -f "runbooks/$1".{md,html,json,diff.md,diff.json}; fi
folder=$(stack_folder "${1:-}")
is_live "$1" || fail "$1 is no live tenant: tenants.json does not say \"live\": true for it."
live_options "$1"
begin_anew "$folder"
mkdir -p runbooks

# Exit code 30 is an answer: the tenant differs.
difference() {
  local status=0
  steering live diff "$folder" "${options[@]}" --format "$1" >"$2" || status=$?
  [[ $status == 0 || $status == 30 ]] || fail "there is no difference to show (exit code $status)."
}
difference markdown "runbooks/$1.diff.md"
difference json "runbooks/$1.diff.json"
live_done "$1"
steering live runbook "$folder" "${options[@]}" --format markdown --output "runbooks/$1.md"
steering live runbook "$folder" "${options[@]}" --format html --output "runbooks/$1.html"
steering live runbook "$folder" "${options[@]}" --format json --output "runbooks/$1.json"

node -p '
  const [differs, { steps }] = process.argv.slice(1).map((path) => JSON.parse(require("node:fs").readFileSync(path, "utf8")));
  `${differs.summary} ${steps.length === 0 ? "Nothing is to be done." : `Steps: ${steps.length}.`}`;
' "runbooks/$1.diff.json" "runbooks/$1.json"
