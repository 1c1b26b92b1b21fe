/**
 * Which object does the code mean, where Terraform evaluates first what tells it? A name from a variable may be any name.
 * Such a wish is neither there nor missing, and what no other code has may be it: nobody should delete that.
 */
import type { Configuration, Model, NonStandardPort, PinnedApp, SteeringException, Value } from '../steering';
import { LIST_NAMES, type ComparedAttribute } from './attributes';
import { managedIn, referredBy, textOf, type Wanted } from './wanted';

type AnyObject = Configuration | PinnedApp | NonStandardPort | SteeringException;

/** What has to be known of an object before it can be found on a tenant, and is not. */
export function openIdentity(one: AnyObject, model: Model): ComparedAttribute[] {
  const open = (name: string, value: { readonly reason: string }): ComparedAttribute[] => [
    { name, wanted: value.reason, observed: '', standing: 'not_known' },
  ];
  const ofValue = (name: string, value: Value<unknown>) => (value.known ? [] : open(name, value));
  const ofReference = (name: string, to: Value<string>, objects: readonly (Configuration | PinnedApp)[]) => {
    if (!to.known) return open(name, to);
    const found = referredBy(objects, to);
    return found === undefined || ('isDefault' in found && found.isDefault) ? [] : ofValue(name, found.name);
  };
  if ('isDefault' in one) return one.isDefault ? [] : ofValue('name', one.name);
  if ('platforms' in one) return ofValue('name', one.name);
  const place = ofReference('configuration_id', one.configuration, model.configurations);
  if ('port' in one) return [...place, ...ofValue('port', one.port)];
  const { data } = one;
  const side = ofValue('location', one.location);
  if (data.type === 'certificate_pinned_app')
    return [...place, ...side, ...ofReference('app_id', data.app, model.apps)];
  if (data.type === 'unknown') return [...place, ...side, ...open('type', data)];
  return [
    ...place,
    ...side,
    ...(data.names.open === undefined ? [] : open(LIST_NAMES[data.type], { reason: data.names.open })),
  ];
}

const MAY_BE_MEANT = 'the code may mean it: Terraform evaluates first what tells it';

/** Returns a function that says of an object of the tenant why the code may mean it; undefined where it does not. */
export function mayBeMeant(wanted: Wanted, observed: Model): (one: AnyObject) => string | undefined {
  const { model } = wanted;
  const open = <T extends AnyObject & { readonly key: string }>(list: readonly T[]) =>
    managedIn(list, wanted).filter((one) => openIdentity(one, model).length > 0);
  const [configurations, apps, exceptions] = [open(model.configurations), open(model.apps), open(model.exceptions)];
  const nameIn = (objects: readonly (Configuration | PinnedApp)[], to: Value<string>) =>
    textOf(referredBy(objects, to)?.name);
  const isOrMayBe = <T>(one: T | undefined, other: T | undefined) =>
    one === undefined || other === undefined || one === other;
  const isSamePlace = (wish: Value<string>, place: Value<string>) => {
    const [own, seen] = [referredBy(model.configurations, wish), referredBy(observed.configurations, place)];
    return isOrMayBe(own?.isDefault, seen?.isDefault) && isOrMayBe(textOf(own?.name), textOf(seen?.name));
  };
  const isAbout = (wish: SteeringException, one: SteeringException) =>
    (wish.data.type === one.data.type || wish.data.type === 'unknown') &&
    isSamePlace(wish.configuration, one.configuration) &&
    isOrMayBe(wish.location.known ? wish.location.value : undefined, one.location.known ? one.location.value : null) &&
    (wish.data.type !== 'certificate_pinned_app' ||
      one.data.type !== 'certificate_pinned_app' ||
      isOrMayBe(nameIn(model.apps, wish.data.app), nameIn(observed.apps, one.data.app)));
  return (one) => {
    const isMeant =
      'isDefault' in one
        ? configurations.length > 0
        : 'platforms' in one
          ? apps.length > 0
          : 'data' in one && exceptions.some((wish) => isAbout(wish, one));
    return isMeant ? MAY_BE_MEANT : undefined;
  };
}
