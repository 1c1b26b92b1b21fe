/** Small stacks as cdk.tf.json has them, beside what REST v1 shows of a tenant. */
import type { LiveDiff, ObservedTenant } from '../../../live/diff';
import { makeRunbook } from '../../../live/runbook/make-runbook';
import type { Runbook } from '../../../live/runbook/runbook';
import type { RunbookOptions } from '../../../live/runbook/states';
import { wantedFrom, type Wanted } from '../../../live/wanted';
import { resourcesFromStack, type Dialect, type RestV1Configuration, type StackJson } from '../../../steering';
import {
  configuration,
  desktop,
  exceptions,
  group,
  pinned,
  shown,
  withPinned,
  type Json,
} from '../../steering/model/support/rest-v1';

/** One block of a stack: its type without that of the provider, its name, and what it has. */
export type Block = readonly [type: string, name: string, block?: Json];

const nameIn = (text: string) => text.replace(/\W/g, '_');
export const idOf = (type: string, name: string) => `\${netskopesteering_${type}.${nameIn(name)}.id}`;

export const DEFAULT: Block = ['default_configuration', 'default', {}];

export const app = (name: string, more: Json = { windows: { processes: [`${name}.exe`] } }): Block => [
  'certificate_pinned_app',
  name,
  { name, ...more },
];

/** An exception for an app; it blocks on Windows where nothing else is said. */
export const blocked = (name: string, { as = name, ...more }: Json & { as?: string } = {}): Block => [
  'certificate_pinned_app_exception',
  as,
  {
    configuration_id: '0',
    app_id: idOf('certificate_pinned_app', name),
    custom_app_domains: ['*'],
    ...(Object.keys(more).some((key) => ACTIONS.has(key)) ? {} : { windows: 'block' }),
    ...more,
  },
];
const ACTIONS = new Set(['windows', 'mac_os', 'linux', 'ios', 'android', 'chrome_os']);

export const domains = (as: string, names: readonly string[], more: Json = {}): Block => [
  'domain_exception',
  as,
  { configuration_id: '0', domains: names, ...more },
];

export const port = (number: number, names: readonly string[] = [], more: Json = {}): Block => [
  'non_standard_port',
  `port_${number}_${nameIn(JSON.stringify(more['configuration_id'] ?? 0))}`,
  { configuration_id: '0', port: number, domains: names, ...more },
];

export const custom = (name: string, more: Json = {}): Block => [
  'configuration',
  name,
  { name, user_groups: ['Sales'], traffic_mode: 'web', ...more },
];

function resourcesIn(blocks: readonly Block[]): Record<string, Record<string, Json>> {
  const resource: Record<string, Record<string, Json>> = {};
  for (const [type, name, block = {}] of blocks) (resource[`netskopesteering_${type}`] ??= {})[nameIn(name)] = block;
  return resource;
}

export const stackOf = (...blocks: Block[]): StackJson => ({ resource: resourcesIn(blocks) });
export const lookupsOf = (...blocks: Block[]): StackJson => ({ data: resourcesIn(blocks) });

export const wantedOf = (stack: StackJson, name = 'tenant'): Wanted =>
  wantedFrom(name, resourcesFromStack(stack), { source: 'cdktf.out/stacks/tenant' });

/** The block is 3, and all modes are known. */
export const LEARNT: Dialect = {
  action: { '1': 'bypass', '3': 'block' },
  traffic_type: { web: 'web', all: 'all', cloud: 'cloud_apps' },
};

const snapshotOf = (...configurations: RestV1Configuration[]): ObservedTenant['snapshot'] => ({
  tenant: 'https://acme.goskope.com',
  observedAt: '2026-11-30T06:00:00Z',
  configurations,
});

export const tenantOf = (
  shownOfDefault: Json = shown(),
  others: readonly RestV1Configuration[] = [],
  dialect = LEARNT,
): ObservedTenant => ({ snapshot: snapshotOf(configuration(shownOfDefault), ...others), dialect });

/** A tenant with pinned apps, or with other exceptions, in the default configuration. */
export const withApps = (...apps: Json[]) => tenantOf(withPinned(...apps));
export const withExceptions = (more: Json) => tenantOf(shown({ exceptions: exceptions(more) }));

/** Entries of domains, each a list. */
export const entries = (...lists: string[][]) => ({
  domains: group(...lists.map((one) => ({ notes: '', domains: one }))),
});

/** A custom configuration as the tenant shows it. */
export const other = (name: string, more: Json = {}, id = 7): RestV1Configuration =>
  configuration(shown({ steering_config: name, priority: '0', ...more }), id, name);

/** Each entry as a line: its standing, what it is, and the attributes that are not as wanted. */
export function lines({ entries: all }: LiveDiff): string[] {
  return all
    .filter(({ kind, standing }) => kind !== 'configuration' || standing !== 'as_wanted')
    .map(({ standing, kind, name, attributes }) => {
      const told = attributes
        .filter((one) => one.standing !== 'not_observed')
        .map(
          (one) =>
            ` ${one.standing === 'differs' ? '' : `${one.standing} `}${one.name}: ${one.observed} → ${one.wanted}`,
        );
      return `${standing} ${kind} ${name}${told.join(';')}`;
    });
}

export const on = (action: string, more: Json = {}) =>
  desktop({ enabled: true, action, processes: ['Chat.exe'], ...more });
export const chat = (data: Json = {}, more: Json = {}) => pinned('Chat', { windows: on('3'), ...data }, more);
export const CHAT: Block[] = [DEFAULT, app('Chat'), blocked('Chat')];
export const AS_WANTED = ['as_wanted app Chat', 'as_wanted exception Chat'];

/** A case: its title, the code, the tenant, and the entries of the diff as lines. */
export type DiffCase = [string, StackJson, ObservedTenant, string[]];

export const bookOf = (
  stack: StackJson,
  tenant: ObservedTenant = tenantOf(),
  options: RunbookOptions = {},
): Runbook => {
  const book = makeRunbook(wantedOf(stack), tenant, options);
  inOrderOf(book);
  return book;
};

/** Each step waits for earlier steps only, and for those that there are; ids are unique. */
function inOrderOf({ steps }: Runbook): void {
  const seen = new Set<string>();
  steps.forEach(({ id, after, number }, index) => {
    expect(number).toBe(index + 1);
    for (const one of after) expect(seen).toContain(one);
    expect(seen).not.toContain(id);
    seen.add(id);
  });
}

export const titles = ({ steps }: Runbook) => steps.map(({ title }) => title);
export const fieldsOf = ({ steps }: Runbook, title: RegExp) =>
  Object.fromEntries(
    (steps.find((one) => title.test(one.title))?.fields ?? []).map(({ label, value, how }) => [
      label,
      value === '' ? how : value,
    ]),
  );
