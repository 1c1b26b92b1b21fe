import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import type { Configuration, Model, PinnedApp, SteeringException } from '../model/model';
import { hasSettledExceptions, isForPlatform } from './clients';
import { pinnedOf, titleOf, titleOfConfiguration } from './pinned';
import { listed, rule } from './rule';

export const forgottenPlatform = rule({
  id: 'forgotten-platform',
  severity: 'warning',
  title: 'A platform on which an app is defined, and which no exception names',
  rationale:
    'An app has a definition for each platform, and an exception an action for each platform. [doc] Whoever defines an app on a platform means to act on it there; without an action it runs there as if nothing were written. Several exceptions of one configuration together may name all platforms. Apps that the vendor predefines are left out: their platforms are the vendor’s.',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "own" {
  name    = "Own app"
  windows = { processes = ["own.exe"] }
  mac_os  = { processes = ["Own"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "own" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.own.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "own" {
  name    = "Own app"
  windows = { processes = ["own.exe"] }
  mac_os  = { processes = ["Own"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "own" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.own.id
  custom_app_domains = ["*"]
  windows            = "block"
  mac_os             = "block"
}`,
  },
  messages: {
    'forgotten-platform': ({
      app,
      platforms,
      named,
      configuration,
    }: Record<'app' | 'platforms' | 'named' | 'configuration', string>) =>
      `${capitalized(app)} is also defined on ${platforms}, where no exception of ${configuration} names it: what is written for ${named} does not hold there. Write an action for ${platforms} too, or drop the definition.`,
  },
  *check(model, say) {
    for (const { app, configuration, exceptions, named } of usesOf(model)) {
      const platforms = (Object.keys(app.platforms) as PlatformName[]).filter(
        (platform) => !named.has(platform) && app.platforms[platform]?.known === true,
      );
      const forgotten = platforms.filter((platform) => isForPlatform(configuration, platform));
      const [first] = exceptions;
      if (first === undefined || forgotten.length === 0) continue;
      yield say('forgotten-platform', first, {
        app: titleOf(app),
        platforms: listed(forgotten.map(platformTitle)),
        named: listed([...named].map(platformTitle)),
        configuration: titleOfConfiguration(configuration),
      });
    }
  },
});

/** An app in a configuration, with the platforms that the exceptions there name, whatever their actions. */
interface AppInConfiguration {
  readonly app: PinnedApp;
  readonly configuration: Configuration;
  readonly exceptions: readonly SteeringException[];
  readonly named: ReadonlySet<PlatformName>;
}

/**
 * Returns the uses of the apps that somebody here defines, in configurations of which no exception is open: whoever
 * defines an app writes its exceptions too.
 */
function usesOf(model: Model): AppInConfiguration[] {
  const own = pinnedOf(model).filter(({ app }) => app?.custom.known === true && app.custom.value);
  return [...groupBy(own, ({ configuration }) => configuration)].flatMap(([configuration, used]) => {
    if (configuration === undefined || !hasSettledExceptions(model, configuration)) return [];
    return [...groupBy(used, ({ app }) => app)].flatMap(([app, all]): AppInConfiguration[] => {
      if (app === undefined) return [];
      const exceptions = [...new Set(all.map(({ exception }) => exception))];
      const named = exceptions.flatMap(({ data }) => ('platforms' in data ? Object.keys(data.platforms) : []));
      return [{ app, configuration, exceptions, named: new Set(named as PlatformName[]) }];
    });
  });
}
