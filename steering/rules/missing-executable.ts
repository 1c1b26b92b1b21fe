import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { isWindowsService } from '../catalogue/shared-processes';
import { withoutUnseen } from '../domain/names';
import { matchProcess, type MatchKind } from '../domain/processes';
import { platformTitle, type PlatformName } from '../domain/vocabulary';
import type { Definition } from '../model/model';
import { covers, entryOf, helpersOf } from './known-app';
import { foreignIn } from './look-alike-letters';
import { correctedPattern } from './pattern-without-match';
import { blocks, howBlocked, pinnedOf, titleOf, type Pinned } from './pinned';
import { misread, patternOf } from './process-text';
import { rule } from './rule';

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
    'missing-executable': ({
      app,
      blocked,
      platform,
      missing,
    }: Record<'app' | 'blocked' | 'platform' | 'missing', string>) =>
      `${capitalized(app)} is ${blocked} on ${platform} but is also known to run as ${missing}, which the app does not name. Add it, or say why not.`,
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
        .filter((value) => !isMeant(definition, platform, value));
      if (missing.length === 0) continue;
      const names = { app: titleOf(app), platform: platformTitle(platform) };
      const args = { ...names, blocked: howBlocked(all), missing: missing.join(', ') };
      for (const { exception } of all) yield say('missing-executable', exception, args);
    }
  },
});

/**
 * Whether a process was probably meant by a name or a pattern that does not match it. What another rule tells as a
 * mistake of the text must not be told again as a process that is missing.
 */
function isMeant({ match, processes }: Definition, platform: PlatformName, process: string): boolean {
  if (!match.known) return false;
  const corrected = match.value === 'exact' ? correctedNames : correctedPatterns;
  return processes.items.some((item) =>
    corrected(item, platform).some(([kind, text]) => matchProcess(kind, text, process) !== 'no'),
  );
}

type Corrected = readonly [MatchKind, string];

function correctedNames(name: string, platform: PlatformName): Corrected[] {
  const bare = name.split(',').map((part) => withoutUnseen((part.split(/[\\/]/).at(-1) ?? '').replace(/["'`“”]/g, '')));
  return bare.flatMap((one): Corrected[] => {
    const plain = foreignIn(one, false)?.instead ?? one;
    const read = misread(plain, platform);
    if (read?.kind === 'wildcard') return [['regex', patternOf(plain)]];
    return [plain, ...(read?.instead ?? [])].map((text) => ['exact', text]);
  });
}

function correctedPatterns(pattern: string, platform: PlatformName): Corrected[] {
  const plain = foreignIn(pattern, true)?.instead ?? pattern;
  return [['regex', correctedPattern(plain, platform)]];
}
