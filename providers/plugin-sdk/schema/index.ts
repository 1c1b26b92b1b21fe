/**
 * The room that declares: attributes, blocks, schemas, rules, identities, functions and timeouts, and the types that
 * follow.
 */
export * from './attribute';
export * from './blocks';
export * from './builders';
export * from './validators';
export type * from './function';
export * from './identity';
export type * from './infer';
export * from './plan-modifiers';
export * from './rules';
export * from './schema';
export * from './timeouts';
