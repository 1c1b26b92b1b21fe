import { groupBy } from '../collections';
import { isWindowsService } from '../catalogue/shared-processes';
import { covers, entryOf, helpersOf } from './known-app';
import { isMeant } from './meant';
import { blocks, howBlocked, pinnedOf, platformTitle, titleOf, type Pinned } from './pinned';
import { capital, rule } from './rule';

interface Missing {
  readonly app: string;
  readonly blocked: string;
  readonly platform: string;
  readonly missing: string;
}

const platformOfApp = ({ app, platform }: Pinned) => `${platform} ${app?.key ?? ''}`;

export const missingExecutable = rule({
  id: 'missing-executable',
  severity: 'warning',
  title: 'A known executable of the app is missing',
  rationale:
    'A block reaches the processes that the app names, and no others. Vendors rename them: WhatsApp from the Microsoft Store runs as `WhatsApp.Root.exe` today [community], which the article does not know.',
  source: '[community]; which executables an app has: the catalogue',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "discord" {
  name    = "Discord"
  windows = { processes = ["Discord.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "discord" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.discord.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "discord" {
  name    = "Discord"
  windows = { processes = ["Discord.exe", "DiscordPTB.exe", "DiscordCanary.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "discord" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.discord.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
  messages: {
    'missing-executable': ({ app, blocked, platform, missing }: Missing) =>
      `${capital(app)} is ${blocked} on ${platform} but is also known to run as ${missing}, which the app does not name. Add it, or say why not.`,
  },
  *check(model, say) {
    for (const all of groupBy(pinnedOf(model).filter(blocks), platformOfApp).values()) {
      const [{ app, platform, definition } = {}] = all;
      const entry = entryOf(app);
      if (entry === undefined || definition === undefined || platform === undefined) continue;
      const helpers = helpersOf(entry, platform);
      const missing = (entry.executables[platform] ?? [])
        .map(({ value }) => value)
        .filter((value) => !helpers.includes(value) && covers(definition, value) === 'no')
        // A block does not reach a service, so that nobody needs to name it.
        .filter((value) => platform !== 'windows' || !isWindowsService(value))
        // Another rule tells of a name or a pattern that is not written as it must be.
        .filter((value) => !isMeant(definition, platform, value));
      if (missing.length === 0) continue;
      const names = { app: titleOf(app), platform: platformTitle(platform) };
      const args = { ...names, blocked: howBlocked(all), missing: missing.join(', ') };
      for (const { exception } of all) yield say('missing-executable', exception, args);
    }
  },
});
