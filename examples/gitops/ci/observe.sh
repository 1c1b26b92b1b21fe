#!/usr/bin/env bash
# observe.sh STACK: writes what a live tenant shows by REST v1 into snapshots/STACK.json, for all that comes after and holds no
# token. NETSKOPE_TENANT_URL and NETSKOPE_REST_V1_TOKEN say which tenant.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh" || exit

is_name "${1:-}" || fail 'name a stack: a letter, then a-z, 0-9 and "-".'
# What an earlier run saw is not what is there now.
rm -f "snapshots/$1.json"
is_live "$1" || fail "$1 is no live tenant: tenants.json does not say \"live\": true for it."
mkdir -p snapshots
steering live observe --save "snapshots/$1.json" >/dev/null
