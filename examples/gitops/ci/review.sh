#!/usr/bin/env bash
# The only place that calls the review.
#   review.sh STACK                 writes reviews/STACK.json, .html and .md; fails where FAIL_ON says so
#   review.sh STACK --same-as FILE  fails unless the plan still does what FILE, the JSON of a review, says
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

folder=$(stack_folder "${1:-}")
if [[ ${2:-} == --same-as ]]; then
  steering review "$folder" --format markdown --fail-on never --same-as "$3"
else
  mkdir -p reviews
  steering review "$folder" --format json --fail-on never >"reviews/$1.json"
  steering review "$folder" --format html --fail-on never >"reviews/$1.html"
  steering review "$folder" --format markdown --fail-on "${FAIL_ON:-broadening}" >"reviews/$1.md"
fi
