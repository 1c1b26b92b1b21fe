/** What an exception for a certificate pinned app does: domain.md 2, 3 and 5.4. */
import { isWindowsService } from '../../../../steering/catalogue/shared-processes';
import { NO_NAMES, type PinnedAppData, isDesktop, pinnedActionsOn } from '../../../../steering/model/model';
import type { Fate } from '../../../../steering/decide/outcome';
import type { Case } from './case';
import { isCovered } from './host-by-hand';
import { isOfApp } from './process-by-hand';

/** @returns undefined where the exception does not apply */
export function pinnedFate(one: Case, key: string, data: PinnedAppData): Fate | undefined {
  const { world, model, flow } = one;
  const written = data.platforms[flow.platform];
  if (written === undefined || !hasHostName(one)) return undefined;
  const action = world.valueOf(`the action of ${key}`, written, [...pinnedActionsOn(flow.platform), null]);
  const app = world.referenceOf(
    `the app of ${key}`,
    data.app,
    model.apps.map((each) => each.key),
  );
  if (action === null || !isApp(one, app, data)) return undefined;
  const isReached = () => hasCustomDomain(one, key, app, data);
  switch (action) {
    case 'block':
      if (!world.holds('block ignores domains') && !isReached()) return undefined;
      return blocked(one);
    case 'bypass':
      if (!isReached()) return undefined;
      if (!world.holds('a bypass without a mode')) return 'bypass_direct';
      return world.ask('where a bypass without a mode goes', ['bypass_direct', 'bypass_tunnel']);
    case 'bypass_direct':
    case 'bypass_tunnel':
      return isReached() ? action : undefined;
    case 'bypass_managed_direct':
    case 'bypass_managed_tunnel':
      if (!isBypassedDevice(one, key, data)) return blocked(one);
      return action === 'bypass_managed_direct' ? 'bypass_direct' : 'bypass_tunnel';
    case 'steer_and_decrypt':
      // Whether custom app domains limit it is not published.
      if (!world.holds('steer and decrypt')) return undefined;
      return isReached() || !world.is('custom app domains limit steer and decrypt') ? 'steer' : undefined;
  }
}

/** Without a host name no rule for a pinned app applies [doc]; a literal address is taken for none [assumed]. */
function hasHostName({ world, host }: Case): boolean {
  if (host.kind === 'name') return true;
  return !world.holds(host.kind === 'none' ? 'a host that is empty' : 'a host that is a literal address');
}

/** An app that the model does not have, or does not name, may be that of any flow. */
function isApp(one: Case, key: string | undefined, { app }: PinnedAppData): boolean {
  // Where the model names the apps that it may be, it is none of the others.
  if (key === undefined && !app.known && app.candidates !== undefined) return false;
  const found = one.model.apps.find((each) => each.key === key);
  return found === undefined ? one.world.is(`the flow is of the app ${key}`) : isOfApp(one, found);
}

/** A Windows service is bypassed nevertheless [doc]: which way, nobody says. One that is in no catalogue is taken for none. */
function blocked({ world, flow }: Case): Fate {
  if (flow.platform !== 'windows') return 'block';
  const isService = flow.service ?? mayBeService({ world, flow });
  if (!isService || !world.holds('block spares Windows services')) return 'block';
  return world.ask('where Windows services go', ['bypass_direct', 'bypass_tunnel']);
}

function mayBeService({ world, flow }: Pick<Case, 'world' | 'flow'>): boolean {
  return isWindowsService(flow.process) && world.holds('known Windows services') && world.is('it is a service');
}

/** A managed one [doc]; where the exception names device classifications, one that has any of them [doc]. */
function isBypassedDevice({ world, flow }: Case, key: string, data: PinnedAppData): boolean {
  if (!world.holds('managed devices')) return true;
  if (!(flow.managed ?? world.is('the device is managed'))) return false;
  const list = (isDesktop(flow.platform) ? data.deviceClassifications?.[flow.platform] : undefined) ?? NO_NAMES;
  const question = `the device classifications of ${key}`;
  if (world.isEmpty(question, list) || !world.holds('device classifications')) return true;
  return world.names(question, list, (name) => world.is(CLASSIFIED + name, `those who list ${list.items.join()}`));
}

export const CLASSIFIED = 'the device is classified as ';

/** By suffix, at every level [doc]; `*` is any host. */
function hasCustomDomain(
  one: Case,
  key: string,
  app: string | undefined,
  { customAppDomains }: PinnedAppData,
): boolean {
  const { world, host } = one;
  const question = `the custom app domains of ${key}`;
  if (world.isEmpty(question, customAppDomains))
    return !world.holds('an app without custom app domains') || works(one, app);
  return world.names(question, customAppDomains, (domain) => {
    if (domain === '*') return true;
    if (domain.startsWith('*.') && world.holds('a wildcard in custom app domains'))
      // It may be a text that no host is, or mean what is below x, with x or without.
      return isCovered(host.text, domain.slice(2)) && world.is(`${domain} covers this host`);
    return isCovered(host.text, domain) || !world.holds('domains limit a bypass');
  });
}

/** Once the feature is on, custom apps without domains cease operation [doc]; whether it is on is not known. */
function works({ world, model }: Case, key: string | undefined): boolean {
  if (!world.is('Enhanced Certificate Pinned App is on')) return true;
  const app = model.apps.find((each) => each.key === key);
  return app === undefined
    ? !world.is(`${key} is custom`)
    : !world.valueOf(`${key} is custom`, app.custom, [true, false]);
}
