/** A runbook is made for a stack, followed on a local tenant, and everything that must hold is looked at on the way. */
import { diffOf, type LiveDiff } from '../../../live/diff';
import { makeRunbook } from '../../../live/runbook/make-runbook';
import type { Runbook, RunbookStep } from '../../../live/runbook/runbook';
import { flowsOf, opennessOf } from '../../../live/runbook/safety';
import type { RunbookOptions } from '../../../live/runbook/states';
import type { Snapshot } from '../../../live/snapshot';
import { wantedFrom, type Wanted } from '../../../live/wanted';
import {
  fatesOf,
  modelFromTenant,
  possibilitiesFor,
  resourcesFromStack,
  type Dialect,
  type Fate,
  type Flow,
  type Model,
  type StackJson,
} from '../../../steering';
import type { LocalTenant } from '../../../tenant/emulator';
import { priorityOf } from '../../../tenant/emulator/operations/configurations';
import type { Dice } from '../../steering/random/dice';
import { Robot } from './robot';

/** The codes that the local tenant shows, all of them learnt. */
const DIALECT: Dialect = {
  action: { '0': 'block', '1': 'bypass', '2': 'steer_and_decrypt' },
  traffic_type: { web: 'web', cloud_apps: 'cloud_apps', all: 'all', none: 'none' },
};

export function wantedOf(stack: StackJson, name = 'tenant'): Wanted {
  return wantedFrom(name, resourcesFromStack(stack));
}

async function observe(tenant: LocalTenant): Promise<Snapshot> {
  const root = tenant.serverUrl.replace('/api/v2', '');
  const list = (await (await fetch(`${root}/api/v1/steeringconfiglist?token=${tenant.token}`)).json()) as {
    data: { config_id: number; config_name: string }[];
  };
  const post = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: tenant.token }),
  };
  const shown = (await (await fetch(`${root}/api/v1/steeringconfig?limit=5000`, post)).json()) as {
    data: Record<string, unknown>[];
  };
  return {
    tenant: root,
    observedAt: '2026-11-30T00:00:00Z',
    configurations: list.data.map(({ config_id: id, config_name: name }) => {
      const found = shown.data.find((one) => one['steering_config'] === name);
      return { id, name, ...(found && { shown: found }) };
    }),
  };
}

/** The tenant as it really is, by its state. */
function truthOf({ store }: LocalTenant): Model {
  const configurations = store.configurations
    .page({}, 0, Infinity)
    .rows.map((one) => ({ ...one, priority: priorityOf(store, one) }));
  const inEach = <T>(read: (config_id: number) => T[]) =>
    Object.fromEntries(configurations.map(({ config_id }) => [String(config_id), read(config_id)]));
  return modelFromTenant({
    apps: store.apps.page({}, 0, Infinity).rows,
    configurations,
    ports: inEach((config_id) => store.nonStandardPorts.page({ config_id }, 0, Infinity).rows),
    exceptions: inEach((config_id) => store.exceptions.page({ config_id }, 0, Infinity).rows),
  });
}

export interface Followed {
  readonly runbook: Runbook;
  readonly diff: LiveDiff;
  /** Sentences about what does not hold; empty where all does. */
  readonly faults: readonly string[];
}

/** Makes the runbook of a stack, follows it in an order that it allows, and looks at everything. */
export async function follow(
  tenant: LocalTenant,
  stack: StackJson,
  dice: Dice,
  options: RunbookOptions = {},
): Promise<Followed> {
  const wanted = wantedOf(stack);
  const runbook = makeRunbook(wanted, { snapshot: await observe(tenant), dialect: DIALECT }, options);
  const faults: string[] = [];
  const robot = new Robot(tenant);
  const states = [truthOf(tenant)];
  const order = shuffled(runbook.steps, dice);
  for (const step of order) {
    await robot.follow(step);
    states.push(truthOf(tenant));
  }
  const [before, after] = [states[0]!, states.at(-1)!];
  const flows = sample(flowsOf([before, after, wanted.model], 4_000), dice, 150);
  if (runbook.hazards.length === 0) faults.push(...gaps(states, flows, order));
  const observed = { snapshot: await observe(tenant), dialect: DIALECT };
  const diff = diffOf(wanted, observed, options.baseline);
  if (diff.differs)
    faults.push(
      `it differs: ${JSON.stringify(diff.entries.filter(({ standing }) => ['differs', 'missing', 'not_in_code'].includes(standing)))}`,
    );
  faults.push(...disagreements(wanted.model, after, flows));
  const second = makeRunbook(wanted, observed, { ...options, done: wanted });
  if (second.steps.length > 0)
    faults.push(
      `a second runbook is not empty: ${second.steps.map(({ title, fields, unless }) => `${title} ${unless} ${JSON.stringify(fields)}`).join(' ')}`,
    );
  const again = new Robot(tenant);
  const { steps } = makeRunbook(wanted, observed, { ...(options.baseline && { baseline: options.baseline }) });
  for (const step of steps) await again.follow(step);
  const needless = steps.filter(({ unless }) => unless === undefined);
  if (again.writes.length > 0 || needless.length > 0)
    faults.push(
      `followed again, with ${again.writes.length} writes and ${needless.length} needless steps, it does something: ${[...again.writes, ...needless.map(({ title }) => title)].join(' ')}`,
    );
  return { runbook, diff, faults };
}

/** An order of the steps that `after` allows, drawn by chance. */
function shuffled(steps: readonly RunbookStep[], dice: Dice): RunbookStep[] {
  const left = [...steps];
  const order: RunbookStep[] = [];
  const done = new Set<string>();
  while (left.length > 0) {
    const free = left.filter(({ after }) => after.every((id) => done.has(id)));
    if (free.length === 0) throw new Error('the steps wait for each other');
    const next = dice.chance(0.5) ? free[0]! : dice.oneOf(free);
    left.splice(left.indexOf(next), 1);
    order.push(next);
    done.add(next.id);
  }
  return order;
}

function gaps(states: readonly Model[], flows: readonly Flow[], order: readonly RunbookStep[]): string[] {
  const [before, after] = [states[0]!, states.at(-1)!];
  for (const flow of flows) {
    const limit = Math.max(opennessOf(before, flow), opennessOf(after, flow));
    const index = states.findIndex((state) => opennessOf(state, flow) > limit);
    if (index >= 0)
      return [
        `after step ${order[index - 1]?.number} (${order[index - 1]?.title}), ${JSON.stringify(flow)} is more open than before and after; the order was ${order.map(({ number }) => number).join()}`,
      ];
  }
  return [];
}

/** What the stack decides otherwise than the tenant, as far as the stack knows. */
function disagreements(wanted: Model, truth: Model, flows: readonly Flow[]): string[] {
  const own = new Set(
    wanted.apps.flatMap(({ platforms }) =>
      Object.values(platforms).flatMap((one) => (one.known ? one.value.processes.items : [])),
    ),
  );
  return flows
    .filter(
      ({ process, userGroups = [] }) =>
        (own.has(process) || process === 'other.exe') &&
        wanted.configurations.filter(({ userGroups: { items } }) => items.some((one) => userGroups.includes(one)))
          .length < 2,
    )
    .flatMap((flow) => {
      const [stack, tenant] = [possibleOn(wanted, flow), possibleOn(truth, flow)];
      return tenant.every((fate) => stack.includes(fate))
        ? []
        : [`of ${JSON.stringify(flow)} the stack says ${stack.join()}, and the tenant ${tenant.join()}`];
    })
    .slice(0, 2);
}

function possibleOn(model: Model, flow: Flow): readonly Fate[] {
  return fatesOf(possibilitiesFor(model, flow));
}

function sample<T>(list: readonly T[], dice: Dice, most: number): T[] {
  return list.length <= most ? [...list] : Array.from({ length: most }, () => dice.oneOf(list));
}
