#!/usr/bin/env bash
# plan.sh STACK [options of "terraform plan"]: writes the plan into the folder of the stack. Ends with 0 where nothing is to be
# done, with 2 where something is, and with 20 where the stack does more than ci/allowed.json names: then nothing was run. What
# terraform says of the plan is not printed: logs have more readers than a review.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

folder=$(stack_folder "${1:-}")
prepare_terraform
begin_anew "$folder"
node ci/check-stack.mjs "$1"
know_postgresql "$folder"
terraform -chdir="$folder" init -no-color >/dev/null
status=0
terraform -chdir="$folder" plan -no-color -detailed-exitcode -out=plan "${@:2}" >/dev/null || status=$?
[[ $status == 0 || $status == 2 ]] || exit "$status"
terraform -chdir="$folder" show -json plan >"$folder/plan.json"
node ci/check-stack.mjs "$1" --plan
exit "$status"
