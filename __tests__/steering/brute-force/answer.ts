/** Yes, no, or: nobody can say. */
export const [NO, MAYBE, YES] = ['no', 'maybe', 'yes'] as const;
export type Answer = typeof NO | typeof MAYBE | typeof YES;

export function both(a: Answer, b: Answer): Answer {
  if (a === NO || b === NO) return NO;
  return a === YES && b === YES ? YES : MAYBE;
}

export function either(a: Answer, b: Answer): Answer {
  if (a === YES || b === YES) return YES;
  return a === NO && b === NO ? NO : MAYBE;
}
