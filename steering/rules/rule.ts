/**
 * What is a guardrail? It is a rule: a pure function over a model, with all that people need to know to judge its
 * findings.
 */
import type { Model, Origin } from '../model/model';
import { wordsOf, type Args, type Code } from './messages';

/** How grave findings are. An `error` cannot be meant, a `warning` rarely is, and what an `info` tells is harmless. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The object that a finding is about. */
export interface FindingSubject {
  readonly key: string;
  readonly origin: Origin;
}

/** A finding as a rule yields it: a code, its object, and the arguments of its wording. */
export interface RawFinding<C extends Code = Code> {
  readonly code: C;
  readonly subject: FindingSubject;
  readonly args: Args<C>;
}

/** An order of configurations on which a stack insists; in steering.json, for whoever judges its plan or its tenant. */
export interface StatedOrder {
  /** The path of the construct that states it. */
  readonly construct: string;
  /** The key of the configuration that comes later. */
  readonly configuration: string;
  /** The keys of the configurations that come before it. */
  readonly after: readonly string[];
  /** The key of the provider configuration, where it is not the one without an alias. */
  readonly provider?: string;
}

/** The last day that a stack states of an exception. */
export interface Expiry {
  /** The path of the construct that states it; the exceptions that it makes are meant. */
  readonly construct: string;
  /** The Terraform address of the exception, for a plan without the stack beside it. */
  readonly address?: string;
  /** The last day, ISO 8601. */
  readonly expires: string;
  /** What the exception is called, in the words of its author. */
  readonly name?: string;
}

/** What is stated of last days, and the day on which it is judged. */
export interface Expiries {
  readonly stated: readonly Expiry[];
  /** The day, ISO 8601. */
  readonly on: string;
}

export interface Rule {
  /** The name of the rule's file, in kebab-case. Its codes begin with it, and suppressions name it. */
  readonly id: string;
  readonly severity: Severity;
  /** The severities of codes that have another one than the rule. @default - none has */
  readonly severities?: Readonly<Partial<Record<Code, Severity>>>;
  /** What the rule looks for, in a few words. */
  readonly title: string;
  /** Why that matters, in whole sentences of Markdown, with marks. */
  readonly rationale: string;
  /** Where the facts behind the rule come from, as marks. */
  readonly source: string;
  /** One code for each way in which the rule can be broken. */
  readonly codes: readonly Code[];
  /** Whether findings come with time alone, so that a suppression may wait for one. @default - they do not */
  readonly comesWithTime?: true;
  /**
   * @param before the state on the tenant now, for rules about changes; without it no change is found
   * @param expiries the last days that a stack states; without them no day is looked at
   * @param orders the orders of configurations on which a stack insists
   */
  readonly check: (
    model: Model,
    before?: Model,
    expiries?: Expiries,
    orders?: readonly StatedOrder[],
  ) => Iterable<RawFinding>;
}

/** A finding with the rule that yields it. */
export interface Finding extends RawFinding {
  readonly rule: string;
  readonly severity: Severity;
}

/** Makes a finding about an object, of which only the key and the origin are kept. */
export function finding<C extends Code>(code: C, { key, origin }: FindingSubject, args: Args<C>): RawFinding {
  return { code, subject: { key, origin }, args };
}

/** Returns where an object is written: a user wrote the construct around the resource, not the resource itself. */
export function writtenAt({ address, construct, id }: Origin): string {
  return construct?.replace(/\/Resource$/, '') ?? address ?? (id === undefined ? 'a resource' : `the tenant (${id})`);
}

/** Tells a finding in words. */
export function describeFinding({ code, args }: RawFinding): string {
  return wordsOf(code, args as never);
}
