# Sourced by the other scripts.
set -euo pipefail
# Plan files are for nobody else on this machine.
umask 077
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# Of what was not reviewed, or may not be.
refuse() {
  echo "${0##*/}: $*" >&2
  exit 20
}

steering() {
  node_modules/.bin/netskope-steering "$@"
}

# The name of a stack may come from a pull request.
is_name() {
  [[ ${1:-} =~ ^[a-z][a-z0-9-]*$ ]]
}

# What an earlier run has written of a stack says nothing of this one. Scripts call this before anything can fail.
remove_reports() {
  if is_name "${1:-}"; then rm -f "reviews/$1".{md,html,json}; fi
}

# The folder of a stack.
stack_folder() {
  is_name "${1:-}" || fail 'name a stack: a letter, then a-z, 0-9 and "-".'
  [[ -f cdktf.out/stacks/$1/cdk.tf.json ]] || fail "there is no stack $1 in cdktf.out. Run ci/check.sh first."
  echo "cdktf.out/stacks/$1"
}

# Nothing around a job gives terraform other options, other providers or another place for what it keeps.
unset "${!TF_CLI_ARGS@}" TF_REATTACH_PROVIDERS TF_WORKSPACE TF_DATA_DIR

# terraform finds the provider in the package, asks no questions, and asks nobody for news.
prepare_terraform() {
  local said
  export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1
  TF_CLI_CONFIG_FILE=$(mktemp)
  export TF_CLI_CONFIG_FILE
  trap 'rm -f "$TF_CLI_CONFIG_FILE"' EXIT
  said=$(steering terraformrc 2>&1 >"$TF_CLI_CONFIG_FILE") || fail "$said"
}
