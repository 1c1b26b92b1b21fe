#!/usr/bin/env bash
# propose.sh STACK: plans with a token that can only read, and reviews. Without a lock: whoever may only read state cannot take
# one, and nothing of this plan is ever applied.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

folder=$(stack_folder "${1:-}")
# The plan file counts as a secret: it ends with this job, however it ends.
trap 'rm -f "$TF_CLI_CONFIG_FILE" "$folder/plan" "$folder/plan.json"' EXIT

status=0
ci/plan.sh "$1" -lock=false || status=$?
[[ $status == 0 || $status == 2 ]] || exit "$status"
ci/review.sh "$1"
