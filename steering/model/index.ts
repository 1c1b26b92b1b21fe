/**
 * This file makes a model from each source: a stack, a plan, a plan beside its stack, a tenant. A model may take
 * traffic modes and apps for granted beside its source; an answer that rests on such a premise names it.
 */
import { TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import type { MatchKind } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { resourcesFromPlan } from './from-plan';
import { type StackJson, resourcesFromStack, stackReferences } from './from-stack';
import { type RestV1Configuration, resourcesFromRestV1 } from './from-rest-v1';
import type { Dialect } from './rest-v1-fields';
import { type TenantObjects, resourcesFromTenant } from './from-tenant';
import {
  type Configuration,
  type Model,
  type PinnedApp,
  type Value,
  known,
  names,
  notKnown,
  possibilitiesOf,
} from './model';
import { unjudgedLocations } from './network-locations';
import type { PlanJson } from './plan-json';
import { modelFromResources } from './read';

/**
 * Returns the model in which a configuration, on-premises and off-premises as well, is in one of these traffic modes
 * where the source does not tell its mode. A mode that is known stays what it is, and so does one that can be none of
 * these.
 * @param key the key of the configuration
 */
export function expectTrafficMode(model: Model, key: string, modes: readonly TrafficModeName[]): Model {
  const expected = (mode: Value<TrafficModeName>): Value<TrafficModeName> => {
    if (mode.known) return mode;
    const left = possibilitiesOf(mode, TRAFFIC_MODES).filter((one) => modes.includes(one));
    if (left.length === 0) return mode;
    return { ...notKnown(mode.reason, left), assumption: 'expected-traffic-mode' };
  };
  const narrowed = (configuration: Configuration): Configuration => {
    const { enabled, trafficMode } = configuration.dynamicSteering;
    return {
      ...configuration,
      trafficMode: expected(configuration.trafficMode),
      dynamicSteering: {
        enabled,
        trafficMode: {
          on_premises: expected(trafficMode.on_premises),
          off_premises: expected(trafficMode.off_premises),
        },
      },
    };
  };
  return { ...model, configurations: model.configurations.map((one) => (one.key === key ? narrowed(one) : one)) };
}

/** How an app is recognised on a platform, as somebody states it. */
export interface StatedDefinition {
  readonly match: MatchKind;
  readonly processes: readonly string[];
  /** The domains of the app, on iOS and Android. @default - none */
  readonly domains?: readonly string[];
}

/**
 * Returns the model in which an app is defined as it is stated, where the source does not tell it. A definition that is
 * known stays what it is.
 * @param key the key of the app
 */
export function expectApp(
  model: Model,
  key: string,
  stated: Readonly<Partial<Record<PlatformName, StatedDefinition>>>,
): Model {
  const completed = (app: PinnedApp): PinnedApp => {
    const platforms = Object.entries(stated).filter(([name]) => app.platforms[name as PlatformName]?.known === false);
    const definitions = platforms.map(([name, { match, processes, domains = [] }]) => [
      name,
      known({ match: known(match), processes: names(...processes), domains: names(...domains) }, 'stated-app'),
    ]);
    return { ...app, platforms: { ...app.platforms, ...(Object.fromEntries(definitions) as PinnedApp['platforms']) } };
  };
  return { ...model, apps: model.apps.map((one) => (one.key === key ? completed(one) : one)) };
}

/** Makes the model of what a stack writes, at synth. What is left to the tenant or to Terraform is not known. */
export function modelFromStack(stack: StackJson): Model {
  return modelFromResources(resourcesFromStack(stack));
}

/** The models of a plan, and what they do not show. */
export interface PlannedModels {
  readonly before: Model;
  readonly after: Model;
  /** The keys of the objects that the plan does something with. */
  readonly changed: ReadonlySet<string>;
  /** Sentences about changes of the plan that no comparison of the two models can see. */
  readonly notJudged: readonly string[];
}

/**
 * Makes the models of what a plan knows of a tenant, before and after it.
 * @param stack the stack's cdk.tf.json, where it is at hand: its references are exact, and it names constructs
 * @param tenant all of the tenant, where it is at hand: then the models have what the plan does not manage, too
 * @throws UnreadablePlan for what is no plan, or of an unknown format
 */
export function modelsFromPlan(plan: PlanJson, stack?: StackJson, tenant?: TenantObjects): PlannedModels {
  const objects = tenant && resourcesFromTenant(tenant);
  const { before, after, changed } = resourcesFromPlan(plan, stack && stackReferences(stack), objects);
  const covers = tenant === undefined ? 'part' : 'tenant';
  const models = { before: modelFromResources(before, { covers }), after: modelFromResources(after, { covers }) };
  const notJudged = unjudgedLocations(
    { resources: before, model: models.before },
    { resources: after, model: models.after },
  );
  return { ...models, changed, notJudged };
}

/** Makes the model of all of a tenant. */
export function modelFromTenant(objects: TenantObjects): Model {
  return modelFromResources(resourcesFromTenant(objects), { covers: 'tenant' });
}

/** Makes the model of what REST v1 shows of a tenant. */
export function modelFromRestV1(configurations: readonly RestV1Configuration[], dialect: Dialect): Model {
  return modelFromResources(resourcesFromRestV1(configurations, dialect), { covers: 'tenant' });
}
