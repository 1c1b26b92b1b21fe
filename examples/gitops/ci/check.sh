#!/usr/bin/env bash
# All that can be said of a change without a tenant and without a secret: types, tests, synthesis (which runs guardrails and
# traffic tests), and the provider's own validation of every stack.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

# What is synthesized from other code is not left to later steps, whatever fails here.
rm -rf cdktf.out
prepare_terraform

alone npm run check
alone npm run test --if-present
alone npm run synth

# Not where a plan keeps its own: there the backend is known.
TF_DATA_DIR=$(mktemp -d)
export TF_DATA_DIR
trap 'rm -rf "$TF_CLI_CONFIG_FILE" "$TF_DATA_DIR"' EXIT
for folder in cdktf.out/stacks/*/; do
  node ci/check-stack.mjs "$(basename "$folder")"
  terraform -chdir="$folder" init -backend=false -no-color >/dev/null
  terraform -chdir="$folder" validate -no-color
done
