/** How constructs refuse literals that the tenant or the provider would refuse later. Tokens are never judged. */
import { Token } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Complaint } from '../steering/complaint';

/** Throws, naming the construct. */
export function refuse(construct: IConstruct, what: string): never {
  throw new Error(`${construct.node.path}: ${what}`);
}

/** Throws at the first literal of the list that a rule complains about. */
export function refuseBad(
  construct: IConstruct,
  values: readonly string[] | undefined,
  complain: (value: string) => Complaint | undefined,
): void {
  if (values === undefined || Token.isUnresolved(values)) return;
  for (const value of values) {
    const complaint = Token.isUnresolved(value) ? undefined : complain(value);
    if (complaint !== undefined) refuse(construct, `${complaint.summary}. ${complaint.detail}`);
  }
}
