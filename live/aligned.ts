/**
 * A tenant in the words of the code: what the code has is called by the keys of the code, and comes from its resources. So
 * traffic tests, suppressions and premises of the code find it.
 */
import type { Model, Origin, Value } from '../steering';
import { matchesOf } from './match';
import { sameApp, sameConfiguration, textOf, type Wanted } from './wanted';

/**
 * Returns the tenant as it is observed, in the words of the code: what the code has is called as the code calls it.
 * Traffic tests of the code can be judged on it.
 */
export function observedAsCode(wanted: Wanted, observed: Model): Model {
  return aligned(observed, alignmentOf(wanted, observed));
}

/** By the key on the tenant, the object of the code that is meant. */
export type Alignment = ReadonlyMap<string, { readonly key: string; readonly origin: Origin }>;

export function alignmentOf(wanted: Wanted, before: Model): Alignment {
  const found = new Map<string, { key: string; origin: Origin }>();
  const add = (key: string, own: { readonly key: string; readonly origin: Origin }) => {
    if (!found.has(key)) found.set(key, own);
  };
  for (const own of wanted.model.configurations)
    add(sameConfiguration(own, before.configurations)?.key ?? `new ${textOf(own.name) ?? own.key}`, own);
  for (const own of wanted.model.apps) add(sameApp(own, before.apps)?.key ?? `app ${textOf(own.name) ?? own.key}`, own);
  for (const { wanted: own, observed } of matchesOf(wanted, before)) {
    if (own === undefined || observed === undefined || 'isDefault' in observed || 'platforms' in observed) continue;
    add(observed.key, own);
  }
  for (const own of [...wanted.model.exceptions, ...wanted.model.ports]) add(own.key, own);
  return found;
}

/** Returns a model in which what the code has is called as the code calls it, and comes from its resources. */
export function aligned(model: Model, alignment: Alignment): Model {
  const keyOf = (key: string) => alignment.get(key)?.key ?? key;
  const refer = (to: Value<string>): Value<string> =>
    to.known
      ? { ...to, value: keyOf(to.value) }
      : { ...to, ...(to.candidates && { candidates: to.candidates.map(keyOf) }) };
  const named = <T extends { readonly key: string; readonly origin: Origin }>(one: T): T => {
    const own = alignment.get(one.key);
    if (own === undefined) return one;
    const { id } = one.origin;
    return { ...one, key: own.key, origin: { ...own.origin, ...(id !== undefined && { id }) } };
  };
  const placed = <T extends { readonly configuration: Value<string> }>(one: T): T => ({
    ...one,
    configuration: refer(one.configuration),
  });
  return {
    ...model,
    configurations: model.configurations.map(named),
    apps: model.apps.map(named),
    ports: model.ports.map((one) => placed(named(one))),
    exceptions: model.exceptions.map((one) => {
      const { data, ...rest } = placed(named(one));
      return { ...rest, data: data.type === 'certificate_pinned_app' ? { ...data, app: refer(data.app) } : data };
    }),
  };
}
