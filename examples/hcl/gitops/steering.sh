#!/bin/sh
# steering.sh propose TENANT: plans with a token that can only read, and writes reviews/TENANT.md and reviews/TENANT.json.
# steering.sh apply TENANT:   plans again with a token that may write, and applies that plan if it still does what was reviewed.
# NETSKOPE_SERVER_URL and NETSKOPE_API_KEY are those of the tenant; NETSKOPE_STEERING is the program, where it is not on the PATH.
set -eu
cd "$(dirname "$0")"

tenant=${2:-}
if [ ! -f "tenants/$tenant.tfvars" ]; then
  echo "steering.sh: there is no tenants/$tenant.tfvars. Write: steering.sh propose|apply TENANT" >&2
  exit 2
fi

if ! command -v "$(echo "${NETSKOPE_STEERING:-netskope-steering}" | cut -d ' ' -f 1)" >/dev/null; then
  echo "steering.sh: the program netskope-steering, which reviews plans, is not on the PATH. It is in the npm package; NETSKOPE_STEERING can name it." >&2
  exit 2
fi

# A plan holds every attribute in plain text, so it counts as a secret: it goes when this script ends.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TF_IN_AUTOMATION=1 TF_INPUT=0 TF_DATA_DIR=".terraform/$tenant"

plan() {
  terraform init -no-color -backend-config="path=states/$tenant.tfstate" >"$work/log" || { cat "$work/log" >&2; exit 1; }
  terraform plan -no-color "$@" -var-file="tenants/$tenant.tfvars" -out="$work/plan" >"$work/log" || { cat "$work/log" >&2; exit 1; }
  terraform show -json "$work/plan" >"$work/$tenant.json"
}

review() {
  if [ -f "approvals/$tenant.json" ]; then set -- "$@" --approvals "approvals/$tenant.json"; fi
  ${NETSKOPE_STEERING:-netskope-steering} review "$work/$tenant.json" --tenant "$@"
}

case $1 in
propose)
  rm -f "reviews/$tenant.md" "reviews/$tenant.json"
  mkdir -p reviews
  # Without a lock, for which the state would have to be written: nothing of this plan is ever applied.
  plan -lock=false
  # The JSON is for "apply", so there is none where a gate stops.
  review --fail-on "${FAIL_ON:-broadening,error}" --format markdown --output "reviews/$tenant.md"
  review --fail-on never --format json --output "reviews/$tenant.json"
  echo "$tenant: reviewed. The comment is reviews/$tenant.md."
  ;;
apply)
  if [ ! -f "reviews/$tenant.json" ]; then
    echo "steering.sh: there is no reviews/$tenant.json, so nobody has reviewed this. Run: steering.sh propose $tenant" >&2
    exit 20
  fi
  plan
  review --fail-on never --same-as "reviews/$tenant.json" >/dev/null
  terraform apply -no-color "$work/plan"
  ;;
*)
  echo "steering.sh: \"$1\" is neither propose nor apply." >&2
  exit 2
  ;;
esac
