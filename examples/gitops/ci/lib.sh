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

# terraform looks for PostgreSQL on this machine where nothing says where it is, and then only says "connection refused".
know_postgresql() {
  local backends
  backends=$(node -p 'Object.keys(JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).terraform?.backend ?? {}).join()' "$1/cdk.tf.json")
  [[ $backends != pg || -n ${PG_CONN_STR:-}${PGHOST:-} ]] ||
    fail 'the state is in PostgreSQL ("state" in tenants.json), and PG_CONN_STR does not say where. Set it, as in postgres://USER:PASSWORD@HOST/DATABASE. To try it without a server, write "state": { "type": "local" } into tenants.json and ci/allowed.json.'
}

# What synth wrote, and not what a run before this one left beside it, is all that there is.
begin_anew() {
  rm -rf "$1"/{.terraform,.terraform.lock.hcl,plan,plan.json}
}

# The live tenants of tenants.json, on which nothing but a person can write.
live_tenants() {
  [[ -f tenants.json ]] || return 0
  node -p '
    const { tenants } = JSON.parse(require("node:fs").readFileSync("tenants.json", "utf8"));
    tenants.filter(({ live }) => live === true).map(({ name }) => name).join(" ");
  '
}

is_live() {
  local live
  live=$(live_tenants 2>/dev/null) || fail 'tenants.json cannot be read. ci/check.sh says why.'
  [[ " $live " == *" $1 "* ]]
}

# What the commands for a live tenant look at: what it showed, what was there before the code, and what was carried out last.
live_options() {
  [[ -f snapshots/$1.json ]] || fail "$1: there is no snapshots/$1.json. ci/observe.sh $1 makes it, where the token is; the artifact snapshot-$1 of the pipeline of the main branch has it."
  options=(--snapshot "snapshots/$1.json")
  if [[ -f live/$1/baseline.json ]]; then options+=(--baseline "live/$1/baseline.json"); fi
}

live_done() {
  if [[ -f live/$1/done/cdk.tf.json ]]; then options+=(--done "live/$1/done"); fi
}

# What a request wrote runs so, and sees neither a token nor what started it: it cannot write one stack for the review and another
# for the apply.
alone() {
  env -i PATH="$PATH" HOME="${HOME:-/}" TMPDIR="${TMPDIR:-/tmp}" LANG="${LANG:-C}" "$@"
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
