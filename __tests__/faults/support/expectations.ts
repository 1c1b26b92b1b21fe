/** What must come of a fault, by rules over its nature and the operation: no cell of the matrix is written by hand. */
import type { OperationId } from '../../../tenant/contract';
import { operationsOn, type CollectionVerb } from '../../../tenant/contract/collections';
import type { Sample } from '../../support/samples';
import type { FaultKind, Reason } from './faults';

/** Operations of the matrix: the call that a fault strikes, and what terraform is doing meanwhile. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'list', deed: 'list', doing: 'read' },
  { name: 'list before a create', deed: 'list', doing: 'create' },
  { name: 'look at the configuration before a create', deed: 'list', doing: 'create', in: 'configurations' },
  { name: 'confirm by id', deed: 'get', doing: 'read' },
  { name: 'create', deed: 'create', doing: 'create' },
  { name: 'update', deed: 'update', doing: 'update' },
  { name: 'delete', deed: 'delete', doing: 'delete' },
];

export interface Operation {
  readonly name: string;
  readonly deed: CollectionVerb;
  readonly doing: 'read' | 'create' | 'update' | 'delete';
  /** Another collection than the sample's own. */
  readonly in?: Sample['collection'];
}

/** The operation as the sample's resource carries it out: the default configuration is only ever changed. */
function deedOf({ isDefault }: Sample, { deed }: Operation): CollectionVerb {
  return isDefault && (deed === 'create' || deed === 'delete') ? 'update' : deed;
}

export function isRead({ deed }: Operation): boolean {
  return deed === 'list' || deed === 'get';
}

/** Objects with a unique name are created without a look at the list: the tenant itself refuses a second one. */
export function isApplicable({ nameAt, asksConfiguration }: Sample, { name }: Operation): boolean {
  if (name === 'look at the configuration before a create') return asksConfiguration === true;
  return !(name === 'list before a create' && nameAt !== undefined);
}

/** The operation of the contract that is struck. */
export function struckBy(sample: Sample, operation: Operation): OperationId {
  return operationsOn(operation.in ?? sample.collection)[deedOf(sample, operation)];
}

/** How long the fault goes on: for one call, or for as long as anybody asks. */
export type Duration = 'once' | 'for ever';

/** Only what is repeated tells one from the other. */
export function durationsOf({ nature, asksTooMuch }: FaultKind): readonly Duration[] {
  return (nature === 'busy' && !asksTooMuch) || nature === 'lost' ? ['once', 'for ever'] : ['once'];
}

interface Failure {
  readonly summary: string;
  /** The attribute; empty for the whole object. */
  readonly at: string;
  /** What happened or why, and what to do next. */
  readonly said: readonly RegExp[];
}

/** `gone`: the tenant says so in two ways, so it is believed. */
export type Expectation = 'converges' | 'gone' | Failure;

export function expectationOf(sample: Sample, operation: Operation, fault: FaultKind, duration: Duration): Expectation {
  const { nature, reason, acts, saysAbsent, asksTooMuch } = fault;
  const deed = deedOf(sample, operation);
  const fail = (said: keyof typeof WORDS, at = '') => ({
    summary: summaryOf(sample, operation),
    at,
    said: WORDS[said],
  });
  if (nature === 'late') return 'converges';
  // Only a look ahead: the tenant has the last word. But what it asks for, it asks of every call.
  if (operation.in !== undefined && !asksTooMuch) return 'converges';
  if (saysAbsent && deed === 'get') return sample.isDefault ? NO_DEFAULT : 'gone';
  if (reason === 'not_found' && deed === 'delete') return 'converges';
  if (reason === 'not_found' && (deed === 'list' || deed === 'create')) return fail('no_such_route');
  if (reason === 'conflict' && deed === 'create' && sample.nameAt !== undefined) return fail('taken', sample.nameAt);
  // A name that is free at another look is asked for once more: another resource may just have given it up.
  if (reason === 'conflict' && deed === 'update' && sample.nameAt !== undefined) return 'converges';
  if (deed === 'create' && (nature === 'lost' || nature === 'garbled'))
    return fail(acts ? 'perhaps_made' : 'perhaps_not_made');
  const passes = (nature === 'busy' && !asksTooMuch) || nature === 'lost';
  return passes && duration === 'once' ? 'converges' : fail(reason);
}

function summaryOf({ noun, isDefault }: Sample, { deed, doing }: Operation): string {
  const verb = deed === 'list' ? 'read' : isDefault && doing !== 'read' ? 'update' : doing;
  return `Cannot ${verb} the ${noun}`;
}

/** For each reason, what a user must find in the text: what happened, or why; and what to do next. */
const WORDS: Readonly<
  Record<Reason | 'no_such_route' | 'perhaps_made' | 'perhaps_not_made' | 'taken', readonly RegExp[]>
> = {
  conflict: [/The tenant refuses this .* because of what else it holds/, /Read the sentence of the tenant/],
  forbidden: [/The token may not do this/, /Give the role of the token access/],
  malformed: [/The answer cannot be read \((the JSON is broken|a web page)/, /Check server_url/],
  network: [/The tenant cannot be reached \(\w+/, /It was tried \d+ times/, /Check server_url, the network/],
  no_such_route: [/The tenant has no such route/, /Check server_url \(with \/api\/v2\), and paths/],
  not_found: [/The tenant has no such/, /Plan again/],
  perhaps_made: [
    /The tenant now has \S+, which (has its name|says what should be created)/,
    /terraform import \S+\.NAME \S+ /,
  ],
  perhaps_not_made: [/It is not known whether the .* was created/, /wait half a minute, look, then apply again/],
  precondition_failed: [/has changed since it was read/, /Plan again, look at the change, then apply/],
  rate_limited: [/The rate limit of the tenant is used up/, /Raise max_retry_wait_seconds/],
  redirected: [/The tenant answers with a redirect/, /Set server_url/],
  rejected: [/The tenant rejected the request/, /The tenant says: /, /[Pp]lan again|[Rr]ead/],
  taken: [/The name is taken by an object that the list does not show/, /Wait, plan again, then import it/],
  timeout: [/The tenant did not answer in time/, /It was tried \d+ times/, /[Aa]pply again/],
  unauthorized: [/The tenant does not accept the token/, /Check NETSKOPE_API_KEY/],
  unavailable: [/The tenant failed to answer properly/, /Apply again later/],
};

const NO_DEFAULT: Failure = {
  summary: 'No default configuration',
  at: '',
  said: [/lists no configuration with config_id 0/, /Check server_url/],
};
