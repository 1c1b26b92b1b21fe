#!/usr/bin/env bash
# done.sh STACK COMMIT: writes down that the runbook of a commit has been carried out on a live tenant. Nothing else knows of what
# REST v1 does not show, such as ports. The stack of that commit becomes live/STACK/done, to be committed as any other change.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

is_name "${1:-}" || fail 'name a stack: a letter, then a-z, 0-9 and "-".'
is_live "$1" || fail "$1 is no live tenant: tenants.json does not say \"live\": true for it."
[[ ${2:-} =~ ^[0-9a-f]{7,40}$ ]] || fail 'name the commit whose runbook it was, as the issue does.'
git cat-file -e "$2^{commit}" 2>/dev/null || fail "the commit $2 is not here. Fetch it: git fetch origin $2"

work=$(mktemp -d)
trap 'git worktree remove --force "$work"' EXIT
git worktree add --quiet --detach "$work" "$2"
there=$work/$(git rev-parse --show-prefix)
ln -s "$PWD/node_modules" "$there/node_modules"
(cd "$there" && alone npm run --silent synth)
[[ -f $there/cdktf.out/stacks/$1/cdk.tf.json ]] || fail "the commit $2 has no stack $1."

rm -rf "live/$1/done"
mkdir -p "live/$1/done"
cp "$there/cdktf.out/stacks/$1/"{cdk.tf,steering}.json "live/$1/done/"
# What is committed is for everybody who may read the repository.
chmod 644 "live/$1/done/"*.json
echo "$1: live/$1/done is the stack of $2. Commit it: then what is in it counts as carried out."
