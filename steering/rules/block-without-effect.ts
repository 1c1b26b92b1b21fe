import { capitalized } from '../inert';
import { groupBy } from '../collections';
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
import { isIn } from './domain-lists';
import { entryOf } from './known-app';
import {
  belongsTo,
  blocks,
  howBlocked,
  onePerException,
  pinnedOf,
  titleOf,
  titleOfConfiguration,
  type Pinned,
} from './pinned';
import { listed, rule } from './rule';
import { placesWithModeNone } from './traffic-mode-none';

interface Unsteered {
  readonly app: string;
  readonly blocked: string;
  readonly ports: string;
  readonly configuration: string;
}

interface Useless {
  readonly apps: string;
  readonly configuration: string;
}

export const blockWithoutEffect = rule({
  id: 'block-without-effect',
  severity: 'warning',
  title: 'A blocked app whose port is not steered',
  rationale:
    'Exceptions only apply to steered traffic. [doc, about mode None; extended here: assumed] In mode Web that is 80, 443 and the non-standard ports, which is why the article adds one for 5222 [seed]; in mode Cloud Apps the hosts of steered apps; in mode None nothing. Behind a GRE or IPsec tunnel the client is dormant and blocks nothing. [doc]',
  source: '[seed], [doc], [assumed]; which ports an app uses: the catalogue',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }
}
resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}
resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'block-without-effect/port': ({ app, blocked, ports, configuration }: Unsteered) =>
      `${capitalized(app)} is ${blocked}, but it also uses port ${ports}, which ${configuration} does not steer for its hosts: there the block has no effect. Add a non-standard port.`,
    'block-without-effect/mode-none': ({ apps, configuration }: Useless) =>
      `The blocks of ${apps} stand in ${configuration}, whose traffic mode is "none": exceptions are not processed. Choose another traffic mode.`,
    'block-without-effect/cloud-apps': ({ apps, configuration }: Useless) =>
      `The blocks of ${apps} stand in ${configuration}, whose traffic mode is "cloud_apps": they do not reach hosts that are not steered. Choose "web" or "all".`,
  },
  *check(model, say) {
    for (const [configuration, all] of groupBy(pinnedOf(model).filter(blocks), (one) => one.configuration)) {
      if (configuration === undefined) continue;
      const title = titleOfConfiguration(configuration);
      const inMode = (test: (mode: Value<TrafficModeName>) => boolean) =>
        all.filter(({ exception }) => {
          const mode = modeFor(exception, configuration);
          return mode !== undefined && test(mode);
        });
      const useless = {
        'block-without-effect/mode-none':
          placesWithModeNone(configuration).length === 0 ? inMode((mode) => mode.known && mode.value === 'none') : [],
        'block-without-effect/cloud-apps': inMode((mode) => mode.known && mode.value === 'cloud_apps'),
      } as const;
      for (const [code, some] of Object.entries(useless) as [keyof typeof useless, Pinned[]][]) {
        const apps = listed(some.map(({ app }) => titleOf(app, 'an app that the source does not show')));
        for (const { exception } of some) yield say(code, exception, { apps, configuration: title });
      }
      const inWeb = inMode((mode) => possibilitiesOf(mode, TRAFFIC_MODES).includes('web'));
      for (const [app, some] of groupBy(inWeb, (one) => one.app)) {
        const ports = unsteered(model, configuration, entryOf(app)).join(', ');
        if (ports === '') continue;
        const args = { app: titleOf(app), blocked: howBlocked(some), ports, configuration: title };
        for (const { exception } of onePerException(some)) yield say('block-without-effect/port', exception, args);
      }
    }
  },
});

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
      const steers = (domain: string): boolean => hosts.some((host) => isIn(host, domain) || isIn(domain, host));
      return !isEmpty(domains) && domains.open === undefined && !domains.items.map(hostName).some(steers);
    }),
  );
}
