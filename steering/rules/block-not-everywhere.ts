import { capitalized } from '../inert';
import { append, groupBy } from '../collections';
import { asksForManaged } from '../decide/actions';
import type { Place } from '../domain/exceptions';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import type { Configuration, Model, PinnedApp } from '../model/model';
import {
  coversClients,
  hasAllExceptions,
  isAbove,
  isForEverybody,
  isForPlatform,
  isInForce,
  isOneOf,
  isUnreached,
  mayShareClients,
  modesOf,
} from './clients';
import { DecidedApps } from './decided';
import { blocks, pinnedOf, titleOf, titleOfConfiguration, type Pinned } from './pinned';
import { listed, type RawFinding, rule, type Say } from './rule';

const MESSAGES = {
  'block-not-everywhere/above': ({ configuration, apps, below }: Record<'configuration' | 'apps' | 'below', string>) =>
    `Clients of ${configuration} are not blocked from using ${apps}: the block stands only below it, in ${below}, and a client gets the first configuration that it matches. Write the block in ${configuration} too, or say why these clients may use it.`,
  'block-not-everywhere/overlap': ({
    configuration,
    apps,
    above,
  }: Record<'configuration' | 'apps' | 'above', string>) =>
    `${capitalized(configuration)} blocks ${apps}. Clients that match it and also ${above} are not blocked: they get the one that comes first, and it says nothing of this. Write the block there too, if it is meant for them.`,
  'block-not-everywhere/group-only': ({ app, configurations }: { app: string; configurations: string }) =>
    `${capitalized(app)} is blocked in ${configurations} only. The default configuration has no exception for it, so all other clients can use it. Write the block there too, if it is meant for everybody.`,
} as const;

export const blockNotEverywhere = rule({
  id: 'block-not-everywhere',
  severity: 'warning',
  severities: { 'block-not-everywhere/overlap': 'info', 'block-not-everywhere/group-only': 'info' },
  title: 'A block that some clients escape, because it stands in another configuration',
  rationale:
    'A client gets the first enabled configuration whose criteria it matches, and the default one comes last. [doc] What stands in other configurations does not count for it: a block in the default configuration does not hold for the users of a configuration above. Where that configuration has any exception for the app on that platform, somebody decided, and nothing is found. Two apps count as one where the catalogue knows both as one app, or where the one names all processes of the other. [assumed]',
  source: '[doc], [assumed]',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "own" {
  name    = "Own app"
  windows = { processes = ["own.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "everybody" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.own.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_configuration" "vip" {
  name         = "VIP"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["VIP"]
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "own" {
  name    = "Own app"
  windows = { processes = ["own.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "everybody" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.own.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_configuration" "vip" {
  name         = "VIP"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["VIP"]
}
resource "netskopesteering_certificate_pinned_app_exception" "vip" {
  configuration_id   = netskopesteering_configuration.vip.id
  app_id             = netskopesteering_certificate_pinned_app.own.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: MESSAGES,
  *check(model, say) {
    const blocked = blockedIn(model);
    if (blocked.size === 0) return;
    // What is never reached is another rule’s matter.
    const unreached = new Set(model.configurations.filter((one) => isUnreached(one, model)));
    for (const one of unreached) blocked.delete(one);
    const missing = model.configurations
      .filter((one) => !one.isDefault && isInForce(one) && hasAllExceptions(model, one) && !unreached.has(one))
      .flatMap((one) => missingIn(model, one, blocked));
    yield* escaped(missing, say);
    yield* inGroupsOnly(model, blocked, say);
  },
});

/** A block of an app that the model has, in a configuration that counts. */
interface BlockInForce extends Pinned {
  readonly app: PinnedApp;
  readonly configuration: Configuration;
}

/** Returns the blocks that hold somewhere, by their configuration. */
function blockedIn(model: Model): Map<Configuration, BlockInForce[]> {
  const found = new Map<Configuration, BlockInForce[]>();
  for (const one of pinnedOf(model)) {
    const { app, configuration, platform, exception } = one;
    if (app === undefined || configuration === undefined || !blocks(one) || exception.doubt !== undefined) continue;
    if (app.platforms[platform] === undefined || !isInForce(configuration)) continue;
    const { location } = exception;
    const modes = modesOf(configuration);
    const mode = location.known ? modes.get(location.value ?? 'everywhere') : undefined;
    if (isForPlatform(configuration, platform) && !isOneOf(mode, 'none')) {
      append(found, configuration, { ...one, app, configuration });
    }
  }
  return found;
}

/** A block that a configuration above does not have. */
interface MissingBlock {
  readonly upper: Configuration;
  readonly block: BlockInForce;
  readonly place: Place;
}

/** Returns the blocks below a configuration of whose apps it says nothing. */
function missingIn(
  model: Model,
  upper: Configuration,
  blocked: ReadonlyMap<Configuration, readonly BlockInForce[]>,
): MissingBlock[] {
  const below = [...blocked].filter(([other]) => isAbove(upper, other) && mayShareClients(upper, other));
  if (below.length === 0) return [];
  const decided = new DecidedApps(model, upper);
  return below.flatMap(([, blocks]) =>
    blocks.flatMap((block) => placesWithout(upper, block, decided).map((place) => ({ upper, block, place }))),
  );
}

/**
 * Finds blocks that clients escape: all clients of a configuration, where they would get the block without it; else
 * those that match two configurations, of which nobody knows whether there are any.
 */
function* escaped(missing: readonly MissingBlock[], say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const isForAll = ({ upper, block }: MissingBlock) => coversClients(block.configuration, upper);
  const certain = missing.filter(isForAll);
  for (const [upper, all] of groupBy(certain, (one) => one.upper)) {
    yield say('block-not-everywhere/above', upper, {
      configuration: titleOfConfiguration(upper),
      apps: appsOf(all),
      below: listed(all.map(({ block }) => titleOfConfiguration(block.configuration))),
    });
  }
  const told = new Set(certain.map(identityOf));
  const others = missing.filter((one) => !isForAll(one) && !told.has(identityOf(one)));
  for (const [configuration, all] of groupBy(others, ({ block }) => block.configuration)) {
    yield say('block-not-everywhere/overlap', configuration, {
      configuration: titleOfConfiguration(configuration),
      apps: appsOf(all),
      above: listed(
        all.map(({ upper }) => titleOfConfiguration(upper)),
        'or',
      ),
    });
  }
}

function identityOf({ upper, block, place }: MissingBlock): string {
  return JSON.stringify([upper.key, block.app.key, block.platform, place]);
}

/** Returns the places of a configuration at which a block from below holds for no client. */
function placesWithout(
  upper: Configuration,
  { app, platform, exception }: BlockInForce,
  decided: DecidedApps,
): Place[] {
  if (!isForPlatform(upper, platform)) return [];
  const { location } = exception;
  const modes = modesOf(upper);
  const places: readonly Place[] = modes.size === 0 ? ['everywhere'] : [...modes.keys()];
  return places.filter((place) => {
    const isMeant = place === 'everywhere' || !location.known || location.value === null || location.value === place;
    return isMeant && !isOneOf(modes.get(place), 'none') && !decided.has(app, platform, place);
  });
}

/** Lists apps, each with the platforms, and with the location where the block is missing at one of two only. */
function appsOf(missing: readonly MissingBlock[]): string {
  return listed(
    [...groupBy(missing, ({ block }) => titleOf(block.app))].map(([app, all]) => {
      const platforms = [...new Set(all.map(({ block }) => platformTitle(block.platform)))];
      const places = new Set(all.map(({ place }) => PLACES[place]));
      const who = all.every(({ block }) => asksForManaged(block.action)) ? ['devices that are not managed'] : [];
      return `${app} (${[...platforms, ...(places.size === 1 ? places : []), ...who].filter((text) => text !== '').join(', ')})`;
    }),
  );
}

const PLACES: Readonly<Record<Place, string>> = {
  on_premises: 'on-premises',
  off_premises: 'off-premises',
  everywhere: '',
};

/** Finds apps that are blocked in custom configurations, while the default one says nothing of them. */
function* inGroupsOnly(
  model: Model,
  blocked: ReadonlyMap<Configuration, readonly BlockInForce[]>,
  say: Say<typeof MESSAGES>,
): Iterable<RawFinding> {
  const fallback = model.configurations.find(({ isDefault }) => isDefault);
  if (fallback === undefined || !hasAllExceptions(model, fallback)) return;
  const custom = [...blocked.keys()].filter((one) => one !== fallback);
  if (model.configurations.some((one) => isInForce(one) && isForEverybody(one))) return;
  const decided = new DecidedApps(model, fallback);
  const only = new Map<PinnedApp, BlockInForce[]>();
  for (const one of custom.flatMap((configuration) => blocked.get(configuration) ?? [])) append(only, one.app, one);
  for (const [app, all] of only) {
    const [first] = all;
    const platforms: readonly PlatformName[] = all.map(({ platform }) => platform);
    if (first === undefined || platforms.some((platform) => decided.has(app, platform, 'everywhere'))) continue;
    yield say('block-not-everywhere/group-only', first.exception, {
      app: titleOf(app),
      configurations: listed(all.map(({ configuration }) => titleOfConfiguration(configuration))),
    });
  }
}
