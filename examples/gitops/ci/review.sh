#!/usr/bin/env bash
# The only place that calls the review.
#   review.sh STACK                 writes reviews/STACK.json, .html and .md; fails where FAIL_ON says so
#   review.sh STACK --same-as FILE  fails unless the plan still does what FILE, the JSON of a review, says
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

folder=$(stack_folder "${1:-}")
# With what others have made on the tenant, which no plan shows.
options=(--tenant)
if [[ -f approvals/$1.json ]]; then options+=(--approvals "approvals/$1.json"); fi

review() {
  steering review "$folder" "${options[@]}" "$@"
}

if [[ ${2:-} == --same-as ]]; then
  review --format terminal --fail-on never --same-as "$3"
else
  mkdir -p reviews
  review --format json --fail-on never --output "reviews/$1.json"
  review --format html --fail-on never --output "reviews/$1.html"
  review --format markdown --fail-on "${FAIL_ON:-broadening,error}" --output "reviews/$1.md"
fi
