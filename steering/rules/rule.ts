/**
 * What is a guardrail? It is a rule: a pure function over a model, with all that people need to know to judge its
 * findings.
 */
import type { Model, Origin } from '../model/model';

/** How grave findings are. An `error` cannot be meant, a `warning` rarely is, and what an `info` tells is harmless. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The object that a finding is about. */
export interface FindingSubject {
  readonly key: string;
  readonly origin: Origin;
}

/** The attribute of an object that a finding is about. */
export interface FoundAt {
  /** The names of attributes on the way to it, as the provider spells them: `['windows', 'processes']`. */
  readonly attribute: readonly string[];
  /** What stands there, as text; one element where the attribute is a list. */
  readonly value: string;
}

/** A finding as a rule yields it: a code, the words, and its object. */
export interface RawFinding extends Partial<FoundAt> {
  readonly code: string;
  readonly message: string;
  readonly subject: FindingSubject;
}

/** The words of each code, which its arguments complete: what was found, why it matters, and what to do. */
export type Messages = Readonly<Record<string, (args: never) => string>>;

/** Makes a finding about an object, of which only the key and the origin are kept. */
export type Say<M extends Messages> = <C extends keyof M & string>(
  code: C,
  subject: FindingSubject,
  args: Parameters<M[C]>[0],
  at?: FoundAt,
) => RawFinding;

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

/** What a rule is told beside the model. */
export interface RuleContext {
  /** The state on the tenant now, for rules about changes; without it no change is found. */
  readonly before?: Model;
  /** The last days that a stack states; without them no day is looked at. */
  readonly expiries?: Expiries;
  /** The orders of configurations on which a stack insists. */
  readonly orders: readonly StatedOrder[];
}

interface RuleFacts {
  /** The name of the rule's file, in kebab-case. Its codes begin with it, and suppressions name it. */
  readonly id: string;
  readonly severity: Severity;
  /** The severities of codes that have another one than the rule. @default - none has */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** What the rule looks for, in a few words. */
  readonly title: string;
  /** Why that matters, in whole sentences of Markdown, with marks. */
  readonly rationale: string;
  /** Where the facts behind the rule come from, as marks. */
  readonly source: string;
  /** What somebody writes, and what to write instead, in HCL. @default - the rule has no example */
  readonly example?: { readonly wrong: string; readonly right: string };
  /** Whether findings come with time alone, so that a suppression may wait for one. @default - they do not */
  readonly comesWithTime?: true;
  /**
   * Whether it finds what the stack itself demands. Such a finding is told however long it has been there.
   * @default - it does not
   */
  readonly ofDemands?: true;
  /**
   * Whether each finding follows from its object alone, so that the provider can warn of it in a plan.
   * @default - it takes other objects to find it
   */
  readonly ofOneObject?: true;
}

export interface Rule extends RuleFacts {
  /** One message for each way in which the rule can be broken, by its code. */
  readonly messages: Messages;
  readonly check: (model: Model, context: RuleContext) => Iterable<RawFinding>;
}

/** Defines a rule. */
export function rule<const M extends Messages>({
  check,
  ...facts
}: RuleFacts & {
  readonly messages: M;
  readonly check: (model: Model, say: Say<M>, context: RuleContext) => Iterable<RawFinding>;
}): Rule {
  const say: Say<M> = (code, { key, origin }, args, at) => ({
    code,
    // Each message takes exactly the arguments of its own code.
    message: (facts.messages[code] as (args: never) => string)(args),
    subject: { key, origin },
    ...at,
  });
  return { ...facts, check: (model, context) => check(model, say, context) };
}

/** A finding with the rule that yields it, and every object of which it is true. */
export interface Finding extends RawFinding {
  /** A digest of what is found and where, the same wherever the finding is told. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The objects that it is about; the first one is the subject. */
  readonly places: readonly FindingSubject[];
}

/** Quotes a name in a message. Whoever renders the message escapes what a terminal would obey. */
export const quote = (name: string): string => JSON.stringify(name);

/** The number of names that a message lists. */
const MOST_LISTED = 6;

/** Lists texts within a sentence, each once: the first ones, and how many more there are. */
export function listed(texts: readonly string[], word: 'and' | 'or' = 'and'): string {
  const unique = [...new Set(texts)];
  const more = unique.length - MOST_LISTED;
  const shown = [...unique.slice(0, MOST_LISTED), ...(more > 0 ? [`${more} more`] : [])];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${word} ${last}`;
}

/** Returns where an object is written: a user wrote the construct around the resource, not the resource itself. */
export function writtenAt({ address, construct, id }: Origin): string {
  return construct?.replace(/\/Resource$/, '') ?? address ?? (id === undefined ? 'a resource' : `the tenant (${id})`);
}
