/** `netskope-steering apps`: which native apps does the catalogue have, and what is known of each app? */
import { Command } from 'commander';
import { CATALOGUE_ENTRIES } from '../steering/catalogue';
import { constantName, lines, sources } from '../steering/catalogue/facts-in-words';
import type { CatalogueEntry } from '../steering/catalogue/native-app';
import { quote } from '../steering/inert';
import { EXIT, type CommandResult } from './complaint';
import { type Palette, paletteOfStdout, table } from './show';
import { endOnUsage, runCommand } from './run-command';

export interface AppsFlags {
  readonly json?: boolean;
}

const HELP = `
It looks for the text in names, kinds, executables, hosts, ports and presets, without regard to case; several words must all be
there. Marks say how strong a source is, strongest first: [seed] the article that this project starts from, [doc] the app's vendor,
[vendor] its code, [community] third parties, [assumed] our reading. docs/native-apps.md names every source.

--json prints [{"name", "preset", "kind", "executables": {PLATFORM: [FACT]}, "tcp": [FACT], "udp": [FACT], "hosts": [FACT],
"sources"}]; a FACT is {"value", "confidence", "onRequest", "note"}, the last two only where there is something to say.

Exit codes:
  0  there are some
  1  there is none
  2  options that make no sense
  70 a bug of this program

Examples:
  $ netskope-steering apps
  $ netskope-steering apps whatsapp
  $ netskope-steering apps "remote access" --json
`;

/** The sub-command, to be mounted in the program. */
export function appsCommand(): Command {
  const command = new Command('apps')
    .description('search the native apps that are known: their executables, ports and hosts, and how strongly')
    .argument('[text...]', 'what to look for; without, all of them')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((text: string[], flags: AppsFlags) =>
      runCommand('apps', ({ color }) => Promise.resolve(findApps(text.join(' '), flags, color))),
    );
  return endOnUsage(command);
}

export function findApps(text: string, { json = false }: AppsFlags, color: Palette = paletteOfStdout()): CommandResult {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = CATALOGUE_ENTRIES.filter((entry) =>
    words.every((word) => factsIn(entry).some((fact) => fact.includes(word))),
  );
  const missing = `No app of the catalogue has ${quote(text.trim())} in what is known of it. One that is not there is blocked by its own executables, too.`;
  const shown =
    words.length === 0 ? `${list(found, color)}\n` : found.map((entry) => `${describe(entry, color)}\n`).join('\n');
  return {
    exitCode: found.length === 0 ? EXIT.found : EXIT.done,
    stdout: json ? `${JSON.stringify(found.map(appJson), undefined, 2)}\n` : shown,
    notes: found.length === 0 ? [missing] : [],
  };
}

/** Lists everything by which an app can be found, in lower case. */
function factsIn(entry: CatalogueEntry): string[] {
  const facts = [
    ...Object.values(entry.executables).flat(),
    ...(entry.tcp ?? []),
    ...(entry.udp ?? []),
    ...(entry.hosts ?? []),
  ];
  return [entry.name, entry.kind, constantName(entry.name), ...facts.map(({ value }) => String(value))].map((fact) =>
    fact.toLowerCase(),
  );
}

function list(entries: readonly CatalogueEntry[], color: Palette): string {
  return table(
    ['app', 'kind', 'preset'],
    entries.map(({ name, kind }) => [name, kind, `NativeApps.${constantName(name)}`]),
    color,
  );
}

function describe(entry: CatalogueEntry, color: Palette): string {
  const title = `${color.bold(entry.name)} (${entry.kind}), NativeApps.${constantName(entry.name)}`;
  return [title, ...lines(entry).map((line) => `  ${line}`)].join('\n');
}

function appJson(entry: CatalogueEntry) {
  const { name, kind, executables, tcp = [], udp = [], hosts = [] } = entry;
  type Known = { value: string | number; source: { confidence: string }; onRequest?: true; note?: string };
  const fact = ({ value, source: { confidence }, onRequest, note }: Known) => ({
    value,
    confidence,
    ...(onRequest !== undefined && { onRequest }),
    ...(note !== undefined && { note }),
  });
  return {
    name,
    preset: constantName(name),
    kind,
    executables: Object.fromEntries(Object.entries(executables).map(([platform, some]) => [platform, some.map(fact)])),
    tcp: tcp.map(fact),
    udp: udp.map(fact),
    hosts: hosts.map(fact),
    sources: sources(entry),
  };
}
