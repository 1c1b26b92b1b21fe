/**
 * Does a fresh plan still do what was reviewed? Its actions, its traffic and everything else are compared with the
 * review's.
 */
import type { Does, Report } from './report';

/** The error for a file that is not a review in JSON. */
export class UnreadableReview extends Error {
  override readonly name = 'UnreadableReview';
}

interface Reviewed {
  readonly name: string;
  readonly does: Does;
}

/**
 * Says in sentences what differs; there are none where the plans do the same.
 * @throws UnreadableReview
 */
export function differencesFrom(reviewed: string, fresh: Report): string[] {
  const old = readReviewed(reviewed);
  if (old.length !== fresh.plans.length)
    return [`${old.length} plans were reviewed, and there are ${fresh.plans.length} now.`];
  return fresh.plans.flatMap((plan) => {
    // A single plan may have another name when it is made again.
    const match = old.length === 1 ? old[0] : old.find(({ name }) => name === plan.name);
    return match === undefined
      ? [`${JSON.stringify(plan.name)} was not reviewed.`]
      : compareDoes(match.does, plan.does);
  });
}

function compareDoes(old: Does, now: Does): string[] {
  return [
    ...differing(
      old.actions.map(({ address, action, digest }) => ({ name: `${action} ${JSON.stringify(address)}`, digest })),
      now.actions.map(({ address, action, digest }) => ({ name: `${action} ${JSON.stringify(address)}`, digest })),
      ACTIONS,
    ),
    ...differing(old.acts.map(named), now.acts.map(named), ACTS),
    ...(old.sensitive === now.sensitive ? [] : ['Its sensitive values are others.']),
    ...(old.withheld === now.withheld ? [] : [WITHHELD]),
    ...tenantDifferences(old, now),
    ...codeDifferences(old, now),
    ...(now.unseen.length === 0 ? [] : [...now.unseen.map(cannotCompare), WITH_CODE]),
    ...(old.tenant === now.tenant
      ? []
      : [`The tenant was ${old.tenant ? '' : 'not '}looked at then, and is ${now.tenant ? '' : 'not '}now.`]),
    ...(old.traffic === now.traffic ? [] : ['It changes traffic in another way.']),
  ];
}

interface NamedChange {
  readonly name: string;
  readonly digest: string;
}

const named = ({ kind, name, digest }: Does['acts'][number]): NamedChange => ({
  name: `${kind} ${JSON.stringify(name)}`,
  digest,
});

interface Sentences {
  readonly added: (name: string) => string;
  readonly gone: (name: string) => string;
}

const ACTIONS: Sentences = {
  added: (name) => `It does what was not reviewed: ${name}.`,
  gone: (name) => `It no longer does what was reviewed: ${name}.`,
};

const ACTS: Sentences = {
  added: (name) => `It has what was not reviewed: ${name}.`,
  gone: (name) => `It no longer has what was reviewed: ${name}.`,
};

/**
 * Compares two lists. An entry that both have, but in different forms, is told once, as something that was not
 * reviewed.
 */
function differing(old: readonly NamedChange[], now: readonly NamedChange[], { added, gone }: Sentences): string[] {
  const keyOf = ({ name, digest }: NamedChange) => `${digest} ${name}`;
  const fresh = without(now, old, keyOf);
  const names = new Set(fresh.map(({ name }) => name));
  const missing = without(old, now, keyOf).filter(({ name }) => !names.has(name));
  return [...fresh.map(({ name }) => added(name)), ...missing.map(({ name }) => gone(name))];
}

/** The entries of a list that another list lacks, each as often as it is missing. */
function without(
  list: readonly NamedChange[],
  other: readonly NamedChange[],
  keyOf: (one: NamedChange) => string,
): NamedChange[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

const WITHHELD =
  'Values that a review does not show are others than were reviewed: of variables or sensitive outputs, of settings of providers, or of arguments of provisioners, modules and data sources.';

function tenantDifferences(old: Does, now: Does): string[] {
  return now.tenants.flatMap(({ provider, address }) => {
    const reviewed = old.tenants.find((one) => one.provider === provider);
    if (reviewed === undefined || reviewed.address === address) return [];
    const then = reviewed.address === undefined ? 'a tenant that was not known' : reviewed.address;
    const here = address === undefined ? 'a tenant that is not known' : address;
    return [
      `It was reviewed for ${then}, and now it is for ${here} (provider ${JSON.stringify(provider)}). Set NETSKOPE_SERVER_URL to the tenant of the plan, both where it is reviewed and where it is compared.`,
    ];
  });
}

function codeDifferences(old: Does, now: Does): string[] {
  if (old.code === now.code) return [];
  if (old.code !== undefined && now.code !== undefined)
    return ['The files of its configuration are not those that were reviewed.'];
  const [then, here] = old.code === undefined ? ['without', 'with'] : ['with', 'without'];
  return [
    `It was reviewed ${then} the files of its configuration, and is compared ${here} them. Name the same folder both times.`,
  ];
}

function cannotCompare(what: string): string {
  return `It cannot be compared, for the plan does not show the whole of this: ${JSON.stringify(what)}.`;
}

const WITH_CODE =
  'Name the folder that holds plan.json and the files of the configuration, in place of the plan, both when it is reviewed and when it is compared.';

function readReviewed(text: string): Reviewed[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new UnreadableReview(`What was reviewed is not JSON. ${HOW}`);
  }
  const { formatVersion, plans } = (document ?? {}) as Partial<Record<keyof Report, unknown>>;
  if (typeof formatVersion !== 'string' || !Array.isArray(plans))
    throw new UnreadableReview(`What was reviewed is no review. ${HOW}`);
  if (/^1\./.test(formatVersion))
    throw new UnreadableReview(
      `What was reviewed was written by an older version of this tool, and does not say all that the plan does. Review the plan again with this version. ${HOW}`,
    );
  if (!/^2\./.test(formatVersion))
    throw new UnreadableReview(
      `The review has the format ${JSON.stringify(formatVersion)}; this version of the tool reads format 2.`,
    );
  if (!plans.every(isReviewed)) throw new UnreadableReview(`What was reviewed is damaged. ${HOW}`);
  return plans;
}

const HOW = 'Write it with: netskope-steering review PLAN.json --format json --output reviewed.json';

function isReviewed(plan: unknown): plan is Reviewed {
  const { name, does } = (plan ?? {}) as { name?: unknown; does?: Partial<Record<keyof Does, unknown>> };
  return (
    typeof name === 'string' &&
    typeof does?.traffic === 'string' &&
    isListOf(does.actions, ['address', 'action', 'digest']) &&
    isListOf(does.acts, ['kind', 'name', 'digest']) &&
    isListOf(does.tenants, ['provider']) &&
    Array.isArray(does.unseen)
  );
}

function isListOf(list: unknown, texts: readonly string[]): boolean {
  return (
    Array.isArray(list) &&
    list.every((one: unknown) =>
      texts.every((text) => typeof ((one ?? {}) as Partial<Record<string, unknown>>)[text] === 'string'),
    )
  );
}
