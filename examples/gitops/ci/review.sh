#!/usr/bin/env bash
# The only place that calls the review.
#   review.sh STACK                 writes reviews/STACK.json, .html and .md, and says the verdict; fails where FAIL_ON says so
#   review.sh STACK --reason WHY --expires DAY [--approve WHAT]
#                                   the same, after it has accepted in approvals/STACK.json what stops, or what --approve picks
#   review.sh STACK --same-as FILE  fails unless the plan still does what FILE, the JSON of a review, says
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

if [[ ${2:-} != --same-as ]]; then remove_reports "${1:-}"; fi
folder=$(stack_folder "${1:-}")
approvals=approvals/$1.json

# With what others have made on the tenant, which no plan shows; of a live tenant, with what it showed.
review() {
  local options=(--tenant)
  if is_live "${folder##*/}"; then
    live_options "${folder##*/}"
    live_done "${folder##*/}"
  fi
  if [[ -f $approvals ]]; then options+=(--approvals "$approvals"); fi
  steering review "$folder" "${options[@]}" "$@"
}

if [[ ${2:-} == --same-as ]]; then
  review --format terminal --fail-on never --same-as "$3"
  exit
fi

mkdir -p reviews
accepted=()
if [[ $# -gt 1 ]]; then
  mkdir -p approvals
  accepted=(--write-approvals "$approvals" "${@:2}")
fi
status=0
review --format markdown --fail-on "${FAIL_ON:-broadening,error}" --output "reviews/$1.md" ${accepted[@]+"${accepted[@]}"} || status=$?
# From 10 to 13 a gate stops, and there is a review.
if [[ ! $status =~ ^(0|1[0-3])$ ]]; then
  echo "${0##*/}: $1: there is no review (exit code $status)." >&2
  exit "$status"
fi
review --format html --fail-on never --output "reviews/$1.html"
review --format json --fail-on never --output "reviews/$1.json"

# The JSON has the verdict in one word.
verdict=$(node -p '
  const { verdict, plans } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  const words = {
    no_traffic_change: "no traffic changes",
    narrowing: "more is blocked or inspected, and nothing is opened",
    broadening: "something is opened: it was blocked or inspected before",
    collateral: "traffic changes that the change does not name",
  };
  const incomplete = plans.some(({ isComplete }) => !isComplete) ? ", and not everything could be judged" : "";
  `${words[verdict] ?? verdict}${incomplete}`;
' "reviews/$1.json")
echo "$1: $verdict. The page is reviews/$1.html, the comment reviews/$1.md."
if [[ $status != 0 ]]; then
  echo "$1: stopped (exit code $status). What can be accepted, this writes into $approvals: ci/propose.sh $1 --reason \"WHY\" --expires YYYY-MM-DD"
fi
exit "$status"
