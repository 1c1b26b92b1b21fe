#!/usr/bin/env bash
# propose.sh STACK [--reason WHY --expires DAY [--approve WHAT]]: plans with a token that can only read, and reviews, as review.sh
# does. Without a lock: whoever may only read state cannot take one, and nothing of this plan is ever applied. Of a live tenant
# there is no plan: the stack is reviewed against its snapshot, without a token.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

remove_reports "${1:-}"
folder=$(stack_folder "${1:-}")
if is_live "$1"; then
  begin_anew "$folder"
  node ci/check-stack.mjs "$1"
  ci/review.sh "$@"
  exit
fi
# The plan file counts as a secret: it ends with this job, however it ends.
trap 'rm -f "$folder/plan" "$folder/plan.json"' EXIT

status=0
ci/plan.sh "$1" -lock=false || status=$?
if [[ $status != 0 && $status != 2 ]]; then
  echo "${0##*/}: $1: there is no review, because there is no plan (exit code $status)." >&2
  exit "$status"
fi
ci/review.sh "$@"
