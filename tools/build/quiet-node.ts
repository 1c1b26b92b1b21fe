/** What a launcher takes out of the environment before Node starts, so that terraform's user cannot trip over his own settings. */

const UNWANTED = [
  // A module that it preloads may print, and the first line that is printed must be the handshake.
  'NODE_OPTIONS',
  // Node prints what it does, headers with the token included, and terraform's log has it.
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
  // The same of packages: the agent for proxies prints the address of the proxy, password included.
  'DEBUG',
  // Node writes files at each exit, and runs slower until then.
  'NODE_V8_COVERAGE',
  // Node takes itself for the worker of a cluster, or for a child with a channel to its parent, and may end without a word.
  'NODE_UNIQUE_ID',
  'NODE_CHANNEL_FD',
] as const;

/** A line for /bin/sh. */
export const QUIET_NODE = `unset ${UNWANTED.join(' ')}`;
