/** True only where both types are the very same; assignability in one direction is not enough. */
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** Compiles where the types are the same. */
export const same = <A, B>(...verdict: Same<A, B> extends true ? [] : ['types differ', A, B]): void => void verdict;
