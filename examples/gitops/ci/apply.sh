#!/usr/bin/env bash
# apply.sh STACK: plans again, and applies that plan if it does what reviewed/STACK.json says. Ends with 20 where it does not, or
# where nobody can tell: then nothing is applied. Of several at once one works and the others wait for its lock; a plan that was
# overtaken is refused by terraform.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

folder=$(stack_folder "${1:-}")
reviewed=reviewed/$1.json
wait=-lock-timeout=${LOCK_TIMEOUT:-10m}
prepare_terraform
trap 'rm -f "$TF_CLI_CONFIG_FILE" "$folder/plan" "$folder/plan.json"' EXIT

# Where the state's place fails after the tenant was changed, terraform leaves the state here, and it would go with this job.
save_state() {
  local attempt
  for attempt in 1 2 3 4 5; do
    echo "$1: writing the state once more ($attempt of 5)."
    if terraform -chdir="$folder" state push "$wait" errored.tfstate; then
      rm "$folder/errored.tfstate"
      return
    fi
    sleep "${SECONDS_BETWEEN:-30}"
  done
  fail "$1: the tenant is changed, and its state does not say so. Mend the place of the state and run the pipeline again: for each object that is there already, the provider then names the command that imports it."
}

status=0
ci/plan.sh "$1" "$wait" || status=$?
if [[ $status == 0 ]]; then
  echo "$1: nothing to do."
  exit
fi
[[ $status == 2 ]] || exit "$status"

again='Run the pipeline by hand on the main branch: it plans and reviews anew, and waits for an approval.'
[[ -f $reviewed ]] || refuse "$1: nobody has reviewed what this plan does. $again"
ci/review.sh "$1" --same-as "$reviewed" || refuse "$1: this plan is not the one that was reviewed, or cannot be compared. $again"

status=0
terraform -chdir="$folder" apply -no-color "$wait" plan || status=$?
[[ ! -f $folder/errored.tfstate ]] || save_state "$1"
exit "$status"
