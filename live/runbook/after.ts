/**
 * What is a tenant when a runbook has been carried out? It is as the code says, but for what the runbook cannot know: what
 * nobody sees stays what it is, and dynamic steering that is turned on or off may lose exceptions.
 */
import { objectsIn, type Model, type SteeringException } from '../../steering';
import { objectsByKey } from '../attribute-values';
import { isPlaceholder } from '../match';
import type { Wanted } from '../wanted';
import { isToggled } from './safety';
import type { WayThrough } from './states';

const MAY_BE_LOST = 'dynamic steering is turned on or off, which copies it to one location, or loses it';

/**
 * Returns the tenant after the runbook. Where dynamic steering is turned on or off, nobody knows where what the code does
 * not have stands afterwards, or whether it is still there. [doc]
 */
export function afterToggles({ before, after, changes, isExempt }: WayThrough): Model {
  const toggled = new Set(
    changes.flatMap((one) =>
      one.kind === 'configuration' && one.before !== undefined && isToggled(one.before, one.after)
        ? one.before.key
        : [],
    ),
  );
  const { configurations } = after;
  const isDynamic = (key: string) => {
    const enabled = configurations.find((one) => one.key === key)?.dynamicSteering.enabled;
    return enabled?.known === true && enabled.value;
  };
  const left = before.exceptions.filter(
    (one) =>
      one.configuration.known &&
      toggled.has(one.configuration.value) &&
      (isPlaceholder(one) || isExempt(one)) &&
      !after.exceptions.some(({ key }) => key === one.key),
  );
  const kept = left.map((one): SteeringException => {
    const isOn = one.configuration.known && isDynamic(one.configuration.value);
    const location: SteeringException['location'] = isOn
      ? { known: false, reason: MAY_BE_LOST, candidates: ['on_premises', 'off_premises'] }
      : { known: true, value: null };
    return { ...one, location, doubt: one.doubt ?? MAY_BE_LOST };
  });
  return {
    ...after,
    configurations: configurations.map((one) => {
      const isNew = !before.configurations.some(({ key }) => key === one.key);
      if (!isNew || one.isDefault) return one;
      const priority = {
        known: false,
        reason: 'the tenant gives it a place when it is created',
        isNew: true,
      } as const;
      return { ...one, priority };
    }),
    exceptions: [...after.exceptions, ...kept],
  };
}

/** Keeps, of platforms that the code does not name and the tenant does not show, what there is: no step is about them. */
export function carriedOver(after: Model, before: Model, { model }: Wanted): Model {
  const was = objectsByKey(before);
  const isOfCode = new Set(objectsIn(model).map(({ key }) => key));
  return {
    ...after,
    apps: after.apps.map((one) => {
      const old = was.get(one.key);
      if (old?.kind !== 'app' || !isOfCode.has(one.key)) return one;
      const unseen = Object.entries(old.object.platforms).filter(([, definition]) => !definition.known);
      return { ...one, platforms: { ...Object.fromEntries(unseen), ...one.platforms } };
    }),
    exceptions: after.exceptions.map((one) => {
      const old = was.get(one.key);
      const { data } = one;
      if (old?.kind !== 'exception' || data.type !== 'certificate_pinned_app' || !isOfCode.has(one.key)) return one;
      const { data: seen } = old.object;
      if (seen.type !== data.type) return one;
      const unseen = Object.entries(seen.platforms).filter(
        ([, action]) => !action.known && action.candidates?.includes(null) === true,
      );
      return { ...one, data: { ...data, platforms: { ...Object.fromEntries(unseen), ...data.platforms } } };
    }),
  };
}
