/**
 * What does a stack demand of its traffic, besides its resources? Each stack has one record, and its constructs enter
 * their demands there.
 */
import { TerraformStack, type TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import {
  DEFAULT_PROVIDER,
  underPremises,
  type Invariant,
  type Model,
  type Premise,
  type Steering,
  type TrafficTest,
} from '../../steering';
import type { Expiry, StatedOrder, Suppression } from '../../steering/rules';
import { claim, configurationsIn, enteredOn, statedAppsIn, type MarkedConfiguration, type StatedApp } from './copies';
import { keyAmong, keyOf, referredAmong, tenantsOfStack, type StackTenant } from './model-from-stack';
import { complaintsAboutProviders, keyOfProvider, usualProviders, type WithProvider } from './providers';
import { writeAtSynth } from './steering-file';
import { flowInModel, type TrafficFlow } from '../traffic-flow';
import { modesThatSteer } from '../traffic-mode';

/** A test of traffic as its construct demands it, with the flow and the provider as a user writes them. */
export interface DemandedTest extends Omit<TrafficTest, 'flow' | 'provider'>, WithProvider {
  readonly flow: TrafficFlow;
}

/** An invariant as its construct demands it. */
export interface DemandedInvariant extends Omit<Invariant, 'provider'>, WithProvider {}

type OrderedConfiguration = NonNullable<TrafficFlow['configuration']>;

/** An order as the construct of the later configuration states it. */
export interface DemandedOrder {
  readonly construct: string;
  readonly configuration: OrderedConfiguration;
  readonly after: readonly OrderedConfiguration[];
}

/** What is asked about: a provider, or what belongs to one. */
interface Asked extends WithProvider {
  readonly flow?: Pick<TrafficFlow, 'configuration'> | undefined;
}

/** What a stack would write to one tenant, under the stack's premises. */
interface PremisedTenant extends StackTenant {
  readonly premises: readonly Premise[];
}

/** The tenant of what is asked, and the provider configuration by which the stack reaches it. */
interface Found<T> {
  readonly provider: string;
  readonly tenant: T;
}

const ALL = new WeakMap<TerraformStack, StackSteering>();

/** The demands of one stack, and the models on which they are judged. */
export class StackSteering {
  /** The record of the stack around a construct. */
  static of(construct: IConstruct): StackSteering {
    const stack = TerraformStack.of(construct);
    let found = ALL.get(stack);
    if (found === undefined) ALL.set(stack, (found = new StackSteering(stack)));
    return found;
  }

  readonly suppressions: Suppression[];
  /** The orders of configurations on which the stack insists; their constructs enter them. */
  readonly demandedOrders: DemandedOrder[];
  /** The last days of exceptions; their constructs enter them. */
  readonly expiries: Expiry[];
  private readonly demandedTests: DemandedTest[];
  private readonly demandedInvariants: DemandedInvariant[];
  private read?: ReadStack;

  private constructor(private readonly stack: TerraformStack) {
    this.suppressions = enteredOn(stack, 'suppressions');
    this.expiries = enteredOn(stack, 'expiries');
    this.demandedOrders = enteredOn(stack, 'orders');
    this.demandedTests = enteredOn(stack, 'trafficTests');
    this.demandedInvariants = enteredOn(stack, 'invariants');
    // This is the first of all validations. The later ones share what is read, and the next synth reads anew.
    stack.node.addValidation({
      validate: () => {
        delete this.read;
        return [];
      },
    });
    if (claim(stack, 'providers')) stack.node.addValidation({ validate: () => complaintsAboutProviders(stack) });
    if (claim(stack, 'steering.json')) writeAtSynth(stack, () => this.file);
  }

  get trafficTests(): readonly TrafficTest[] {
    return this.demandedTests.map(({ flow, provider, ...test }) => {
      const { key, model } = this.placeOf({ flow, provider });
      return { ...test, ...key, flow: flowInModel(this.stack, flow, model) };
    });
  }

  get invariants(): readonly Invariant[] {
    return this.demandedInvariants.map(({ provider, ...invariant }) => ({
      ...invariant,
      ...this.placeOf({ provider }).key,
    }));
  }

  /** What the stack hands to those who judge it later. The last days get the addresses of their exceptions. */
  private get file(): Steering {
    const { suppressions, trafficTests, invariants, premises, orders, tenants } = this;
    const expiries = this.expiries.map((expiry) => ({ ...addressOf(expiry, tenants), ...expiry }));
    return { suppressions, trafficTests, invariants, premises, expiries, orders };
  }

  /** The orders in the form that programs read. */
  private get orders(): readonly StatedOrder[] {
    return this.demandedOrders.map(({ construct, configuration, after }) => {
      const { key, model } = this.placeOf({ flow: { configuration } });
      const inModel = ({ configurationId }: OrderedConfiguration) => keyOf(this.stack, configurationId, model);
      return { construct, ...key, configuration: inModel(configuration), after: after.map(inModel) };
    });
  }

  /** What the stack expects of the tenants: traffic modes of configurations, and how apps are recognised. */
  get premises(): readonly Premise[] {
    return this.tenants.flatMap(({ premises }) => premises);
  }

  /** What the stack would write, by tenant; the tenant of the provider without an alias comes first. */
  get tenants(): readonly PremisedTenant[] {
    return this.current.tenants;
  }

  demandTest(test: DemandedTest): void {
    this.demandedTests.push(test);
  }

  demandInvariant(invariant: DemandedInvariant): void {
    this.demandedInvariants.push(invariant);
  }

  /** Finds the tenant that is asked about, or says in a sentence why nobody can tell which it is. */
  tenantFor(asked: Asked): PremisedTenant | string {
    const found = this.current.tenantFor(asked);
    return typeof found === 'string' ? found : found.tenant;
  }

  /** The place of a demand in steering.json. Where validations are skipped, it may be wrong as it was written. */
  private placeOf(asked: Asked) {
    const found = this.current.tenantFor(asked);
    const [first] = this.current.tenants;
    const { provider, tenant } =
      typeof found === 'string'
        ? { provider: asked.provider === undefined ? DEFAULT_PROVIDER : keyOfProvider(asked.provider), tenant: first }
        : found;
    return { key: keyMember(provider), model: tenant.model };
  }

  private get current(): ReadStack {
    return (this.read ??= new ReadStack(this.stack));
  }
}

/** The address of the exception that a construct makes, where it makes exactly one. */
function addressOf({ construct }: Expiry, tenants: readonly StackTenant[]): Pick<Expiry, 'address'> {
  const [only, ...others] = tenants
    .flatMap(({ model }) => model.exceptions)
    .filter(({ origin }) => `${origin.construct ?? ''}/`.startsWith(`${construct}/`));
  const address = only?.origin.address;
  return address === undefined || others.length > 0 ? {} : { address };
}

/** A stack as it stands: its tenants, with the premises that the stack takes for granted. */
export class ReadStack {
  readonly tenants: readonly [PremisedTenant, ...PremisedTenant[]];
  private readonly usual: readonly TerraformProvider[];

  constructor(private readonly stack: TerraformStack) {
    this.usual = usualProviders(stack);
    const [first, ...others] = tenantsOfStack(stack);
    const premises = this.premisesOf([first, ...others]);
    const premised = (tenant: StackTenant): PremisedTenant => {
      const own = premises.filter((premise) => premise.tenant === tenant).map((premise) => premise.premise);
      return { ...tenant, model: underPremises(tenant.model, own), premises: own };
    };
    this.tenants = [premised(first), ...others.map(premised)];
  }

  /** Finds the tenant that is asked about, or says in a sentence why nobody can tell which it is. */
  tenantFor(asked: Asked): Found<PremisedTenant> | string {
    return this.choose(asked, this.tenants);
  }

  private choose<T extends StackTenant>(
    { provider: named, flow: { configuration } = {} }: Asked,
    tenants: readonly [T, ...T[]],
  ): Found<T> | string {
    const isIn = ({ model }: StackTenant): boolean =>
      configuration !== undefined &&
      referredAmong(this.stack, configuration.configurationId, model.configurations) !== undefined;
    const owner = tenants.find(isIn);
    if (named === undefined && owner !== undefined) return { provider: mainOf(owner), tenant: owner };
    const [given, ...others] = [named ?? configuration?.provider ?? this.usual].flat();
    if (others.length > 0) {
      return tenants.length === 1
        ? { provider: mainOf(tenants[0]), tenant: tenants[0] }
        : `The stack has several providers (${keysOf(tenants)}), and none of them is without an alias. Say by "provider" which is meant.`;
    }
    const provider = given === undefined ? DEFAULT_PROVIDER : keyOfProvider(given);
    if (owner !== undefined && !owner.providers.includes(provider)) {
      return `The configuration of the flow belongs to the provider ${mainOf(owner)}, and "provider" says ${provider}. Leave "provider" out.`;
    }
    const tenant = tenants.find(({ providers }) => providers.includes(provider));
    if (tenant !== undefined) return { provider, tenant };
    if (keysOf(tenants) === '') return { provider, tenant: tenants[0] };
    return (
      `The stack writes nothing by the provider ${provider}, so nobody can say what becomes of traffic there. ` +
      `It writes by ${keysOf(tenants)}: give that as "provider". What an aspect sets is only seen after a synth.`
    );
  }

  private premisesOf(tenants: readonly [StackTenant, ...StackTenant[]]) {
    return [...configurationsIn(this.stack), ...statedAppsIn(this.stack)].flatMap((node) => {
      const premiseIn = premiseOf(this.stack, node);
      if (premiseIn === undefined) return [];
      const found = this.choose(
        'appId' in node ? { provider: node.provider } : { flow: { configuration: node } },
        tenants,
      );
      // Where nobody can tell the tenant, there is no premise: what rests on one is not known.
      if (typeof found === 'string') return [];
      const { tenant, provider } = found;
      return [{ tenant, premise: { ...premiseIn(tenant.model), ...keyMember(provider) } }];
    });
  }
}

/** Makes the premise of a construct in the model of its tenant; undefined where it states nothing. */
function premiseOf(
  stack: TerraformStack,
  stating: MarkedConfiguration | StatedApp,
): ((model: Model) => Premise) | undefined {
  const construct = stating.node.path;
  if ('appId' in stating) {
    const { appId, statedPlatforms: platforms } = stating;
    return ({ apps }) => ({ app: keyAmong(stack, appId, apps), construct, platforms });
  }
  const { configurationId, expectTrafficMode } = stating;
  if (expectTrafficMode === undefined) return undefined;
  const trafficModes = modesThatSteer(expectTrafficMode);
  return (model) => ({ configuration: keyOf(stack, configurationId, model), construct, trafficModes });
}

/** The provider configuration by which a tenant is named: where it has several, the one without an alias. */
function mainOf({ providers }: StackTenant): string {
  const [first = DEFAULT_PROVIDER] = providers;
  return providers.includes(DEFAULT_PROVIDER) ? DEFAULT_PROVIDER : first;
}

function keysOf(tenants: readonly StackTenant[]): string {
  return tenants.flatMap(({ providers }) => providers).join(', ');
}

/** The provider as steering.json has it: what is about the one without an alias names none. */
function keyMember(provider: string): { readonly provider?: string } {
  return provider === DEFAULT_PROVIDER ? {} : { provider };
}
