/**
 * The variables that a launcher takes out of the environment before Node starts, because a user's own settings could
 * keep the provider from working.
 */
export const UNWANTED = [
  // This option can preload a module that prints, but the first line on stdout must be the handshake.
  'NODE_OPTIONS',
  // Node would print its requests, with the token in their headers, into terraform's log.
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
  // Packages would print too: the agent for proxies prints the address of the proxy with its password.
  'DEBUG',
  // Node would write files at each exit, and would run slower until then.
  'NODE_V8_COVERAGE',
  // Node would take itself for a worker of a cluster, or for a child with a channel to its parent, and might end
  // without a message.
  'NODE_UNIQUE_ID',
  'NODE_CHANNEL_FD',
  // Node would write what it compiles there, and believe what it finds.
  'NODE_COMPILE_CACHE',
] as const;

/** The line of a /bin/sh script that removes these variables. */
export const QUIET_NODE = `unset ${UNWANTED.join(' ')}`;

/**
 * Those of them that Node has obeyed for good by the time that it runs the first line of a program. (An executable of
 * ours does not obey NODE_OPTIONS at all.)
 */
export const READ_AT_THE_START: readonly (typeof UNWANTED)[number][] = [
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
  'NODE_UNIQUE_ID',
  'NODE_CHANNEL_FD',
];
