#!/usr/bin/env bash
# stacks.sh [--live]: prints as one line of JSON the stacks of cdktf.out that terraform applies, or those of live tenants.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit
[[ -f cdktf.out/manifest.json ]] || fail 'there is no cdktf.out/manifest.json. Run ci/check.sh first.'
node -p '
  const live = new Set(process.argv[2].split(" "));
  const names = Object.keys(require("./cdktf.out/manifest.json").stacks);
  JSON.stringify(names.filter((name) => live.has(name) === (process.argv[1] === "--live")));
' -- "${1:-}" "$(live_tenants)"
