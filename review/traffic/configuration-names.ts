/** Which configurations decide flows, and which clients get another one than before? */
import {
  type Asking,
  type Comparison,
  type Configuration,
  type Flow,
  type Model,
  type PlannedModels,
  type TrafficChange,
  computed,
  decide,
  PLATFORMS,
} from '../../steering';
import type { Reassigned, TrafficLine } from '../report';
import { describeAsking } from './describe-region';

/** Names the configurations that decide flows. */
export class ConfigurationNames {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly models: Comparison['models']) {}

  /** Names the configurations that decide the flows of a change, before and after. */
  deciding({ witness, region: { clients = [], platforms } }: TrafficChange): TrafficLine['configurations'] {
    const asking: readonly Asking[] = clients.length === 0 ? [witness] : clients;
    const flows = (platforms ?? [witness.platform]).flatMap((platform) =>
      asking.map((one) => ({ ...witness, ...one, platform })),
    );
    const named = (state: 'before' | 'after') => [...new Set(flows.flatMap((flow) => this.of(state, flow)))];
    return { before: named('before'), after: named('after') };
  }

  private of(state: 'before' | 'after', flow: Flow): readonly string[] {
    const { platform, userGroups, organizationUnit, deviceTags } = flow;
    const key = JSON.stringify([state, platform, userGroups, organizationUnit, deviceTags]);
    return computed(this.known, key, () => configurationsFor(this.models[state], flow));
  }
}

/** Names the configurations that apply, or may apply, to the client of a flow. */
export function configurationsFor(model: Model, flow: Flow): string[] {
  const found = decide(model, flow).scenarios.map(({ configuration: { name, key } }) => name ?? nameIn(model, key));
  return [...new Set(found)];
}

/** Tells which clients get another configuration than before; clients that get the same ones are told together. */
export function reassignedIn({ reassigned }: Comparison, { before, after }: PlannedModels): Reassigned[] {
  return reassigned.map(({ clients, platforms, ...which }) => ({
    clients: describeAsking(clients),
    platforms: platforms.length === PLATFORMS.length ? [] : platforms,
    before: which.before.map((key) => describe(before, key)),
    after: which.after.map((key) => describe(after, key)),
  }));
}

function nameIn({ configurations }: Model, key: string): string {
  const found = configurations.find((one) => one.key === key);
  return found === undefined ? key : titleOf(found);
}

function describe({ configurations }: Model, key: string): string {
  const found = configurations.find((one) => one.key === key);
  return found === undefined ? key : `${titleOf(found)} (${modeOf(found)})`;
}

export function titleOf({ name, isDefault, key }: Configuration): string {
  return name.known ? name.value : isDefault ? 'the default configuration' : key;
}

/** Tells the traffic mode of a configuration, or both of dynamic steering. */
export function modeOf({ trafficMode, dynamicSteering: { enabled, trafficMode: onSides } }: Configuration): string {
  const told = (mode: Configuration['trafficMode']) => (mode.known ? mode.value.replace('_', ' ') : 'not known');
  const sides = `mode ${told(onSides.on_premises)} on premises, ${told(onSides.off_premises)} off premises`;
  if (!enabled.known) return `mode ${told(trafficMode)}, or with dynamic steering ${sides}`;
  return enabled.value ? sides : `mode ${told(trafficMode)}`;
}
