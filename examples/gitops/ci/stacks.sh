#!/usr/bin/env bash
# Prints the stacks of cdktf.out as one line of JSON.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
node -p 'JSON.stringify(Object.keys(require("./cdktf.out/manifest.json").stacks))'
