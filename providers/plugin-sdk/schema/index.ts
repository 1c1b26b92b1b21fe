export * from './attribute';
export * from './builders';
export type * from './function';
export * from './identity';
export type * from './infer';
export * from './plan-modifiers';
export * from './schema';
export * from './validators';
