import { covers, entryOf, helpersOf } from './known-app';
import { isMeant } from './meant';
import { blocks, pinnedOf, platformTitle, titleOf } from './pinned';
import { capital, rule } from './rule';

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
    'missing-executable': ({ app, platform, missing }: { app: string; platform: string; missing: string }) =>
      `${capital(app)} is blocked on ${platform} but is also known to run as ${missing}, which the app does not name. Add it, or say why not.`,
  },
  *check(model, say) {
    for (const { app, platform, definition, exception } of pinnedOf(model).filter(blocks)) {
      const entry = entryOf(app);
      if (entry === undefined || definition === undefined) continue;
      const helpers = helpersOf(entry, platform);
      const missing = (entry.executables[platform] ?? [])
        .map(({ value }) => value)
        .filter((value) => !helpers.includes(value) && covers(definition, value) === 'no')
        // Another rule tells of a name or a pattern that is not written as it must be.
        .filter((value) => !isMeant(definition, platform, value));
      if (missing.length === 0) continue;
      const args = { app: titleOf(app), platform: platformTitle(platform), missing: missing.join(', ') };
      yield say('missing-executable', exception, args);
    }
  },
});
