import type { CatalogueEntry } from '../catalogue/native-app';
import { TRAFFIC_MODES, type TrafficModeName } from '../domain/exceptions';
import { hostName } from '../domain/hosts';
import {
  type Configuration,
  type Model,
  type SteeringException,
  type Value,
  isEmpty,
  possibilitiesOf,
} from '../model/model';
import { entryOf } from './known-app';
import { belongsTo, blocks, nameOf, onePerException, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const blockWithoutEffect: Rule = {
  id: 'block-without-effect',
  severity: 'warning',
  title: 'A blocked app whose port is not steered',
  rationale:
    'Exceptions only apply to steered traffic. [doc, said of mode None; extended here: assumed] In mode Web that is 80, 443 and the non-standard ports, which is why the article adds one for 5222 [seed]; in mode Cloud Apps the hosts of steered apps; in mode None nothing. Behind a GRE or IPsec tunnel the client is dormant and blocks nothing. [doc]',
  source: '[seed], [doc], [assumed]; which ports an app uses: the catalogue',
  codes: ['block-without-effect/port', 'block-without-effect/mode-none', 'block-without-effect/cloud-apps'],
  *check(model) {
    for (const { app, configuration, exception } of onePerException(pinnedOf(model).filter(blocks))) {
      const mode = configuration && modeFor(exception, configuration);
      if (configuration === undefined || mode === undefined) continue;
      const names = { app: nameOf(app), configuration: nameOf(configuration) };
      if (mode.known && mode.value === 'none') yield finding('block-without-effect/mode-none', exception, names);
      if (mode.known && mode.value === 'cloud_apps') yield finding('block-without-effect/cloud-apps', exception, names);
      if (!possibilitiesOf(mode, TRAFFIC_MODES).includes('web')) continue;
      const ports = unsteered(model, configuration, entryOf(app));
      if (ports.length > 0) {
        yield finding('block-without-effect/port', exception, { ...names, ports: ports.join(', ') });
      }
    }
  },
};

/**
 * Returns the traffic mode that counts for an exception; undefined where it is not known which one that is. With
 * dynamic steering an exception belongs on-premises or off-premises, and without it to neither [doc]: the exception
 * itself tells which of the two it is, where the configuration does not.
 */
export function modeFor(
  exception: SteeringException,
  configuration: Configuration,
): Value<TrafficModeName> | undefined {
  const { enabled, trafficMode } = configuration.dynamicSteering;
  if (!exception.location.known) return undefined;
  const location = exception.location.value;
  if (enabled.known && enabled.value !== (location !== null)) return undefined;
  return location === null ? configuration.trafficMode : trafficMode[location];
}

/** Returns the ports of an app for which no port entry steers any of its hosts. */
function unsteered(model: Model, configuration: Configuration, entry: CatalogueEntry | undefined): number[] {
  const hosts = (entry?.hosts ?? []).map(({ value }) => value);
  const ports = (entry?.tcp ?? []).map(({ value }) => value).filter((port) => port !== 80 && port !== 443);
  return ports.filter((port) =>
    model.ports.every((portEntry) => {
      const { domains } = portEntry;
      if (belongsTo(portEntry, configuration) === false) return true;
      if (portEntry.port.known && portEntry.port.value !== port) return true;
      const steers = (domain: string): boolean =>
        hosts.some((host) => host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`));
      return !isEmpty(domains) && domains.open === undefined && !domains.items.map(hostName).some(steers);
    }),
  );
}
