/** What a guardrail is: a pure function over a model, with what people need to know to judge its findings. */
import type { Model, Origin } from '../model/model';
import { wordsOf, type Args, type Code } from './messages';

/** `error`: it cannot be meant. `warning`: it rarely is. `info`: it is harmless, and could be left out. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The object that a finding is about. */
export interface FindingSubject {
  readonly key: string;
  readonly origin: Origin;
}

export interface RawFinding<C extends Code = Code> {
  readonly code: C;
  readonly subject: FindingSubject;
  readonly args: Args<C>;
}

export interface Rule {
  /** Kebab-case, the name of its file; also the first part of its codes. */
  readonly id: string;
  readonly severity: Severity;
  /** What it looks for, in a few words. */
  readonly title: string;
  /** Why that matters: whole sentences, Markdown, with marks. */
  readonly rationale: string;
  /** Where the facts behind it come from, as marks. */
  readonly source: string;
  /** Each way in which it can be broken. */
  readonly codes: readonly Code[];
  /** @param before what is on the tenant now, for rules about changes */
  readonly check: (model: Model, before?: Model) => Iterable<RawFinding>;
}

export interface Finding extends RawFinding {
  readonly rule: string;
  readonly severity: Severity;
}

export function finding<C extends Code>(code: C, { key, origin }: FindingSubject, args: Args<C>): RawFinding {
  return { code, subject: { key, origin }, args };
}

/** A finding in words. */
export function describeFinding({ code, args }: RawFinding): string {
  return wordsOf(code, args as never);
}
