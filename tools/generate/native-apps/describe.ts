/**
 * Writes the catalogue's page as Markdown: what is known of each app, how strongly, and where it was read. The
 * functions are pure.
 */
import { markdownTable } from '../../../steering';
import { APP_KINDS, CONFIDENCES, type CatalogueEntry } from '../../../steering/catalogue/native-app';
import { constantName, lines, marked, sources } from '../../../steering/catalogue/facts-in-words';
import { CATALOGUE } from '../../../steering/catalogue';
import { executablesOf } from '../../../constructs/native-apps';
import { PLATFORMS } from '../../../constructs/platform';
import { formatted, type GeneratedFile } from '../drift';

const MEANING = {
  seed: 'the article this project starts from, "How to Block WhatsApp Native Application Access - Windows OS"',
  doc: "documentation of the app's vendor, or of its protocol",
  vendor: "code that the app's vendor publishes",
  community: "third parties' code and lists",
  assumed: 'our reading, confirmed by nobody',
} as const;

export function describeNativeApps(entries: readonly CatalogueEntry[]): string {
  const sections = APP_KINDS.map((kind) => ({ kind, own: entries.filter((entry) => entry.kind === kind) }));
  return `<!-- Generated from steering/catalogue by \`npm run generate\`. Do not edit. -->

# Native apps that are known

Presets for \`BlockNativeApp\`: \`NativeApps.${constantName(entries[0]?.name ?? '')}\` and ${entries.length - 1} others. In HCL,
[\`native_app("${entries[0]?.name ?? ''}")\`](functions/native_app.md) gives the same, and [\`native_apps(kind)\`](functions/native_apps.md) the names of a kind. Nothing is listed without a
source; nobody ran these blocks on a live tenant, several apps are not shown to pin certificates at all, and executables change. Check
with \`nsdiag\` on a client before you rely on an entry.

${CONFIDENCES.map((mark) => `- [${mark}] ${MEANING[mark]}`).join('\n')}

${counts(entries)}

${sections
  .filter(({ own }) => own.length > 0)
  .map(({ kind, own }) => section(kind, own))
  .join('\n\n')}
`;
}

function counts(entries: readonly CatalogueEntry[]): string {
  const executables = entries.flatMap((entry) => Object.values(entry.executables).flat());
  const ports = entries.flatMap((entry) => [...(entry.tcp ?? []), ...(entry.udp ?? [])]);
  const hosts = entries.flatMap((entry) => entry.hosts ?? []);
  const row = (title: string, facts: readonly { source: { confidence: string } }[]) => [
    title,
    ...CONFIDENCES.map((mark) => facts.filter(({ source }) => source.confidence === mark).length),
    facts.length,
  ];
  const rows = [row('executables', executables), row('ports', ports), row('hosts', hosts)];
  return markdownTable(['', ...CONFIDENCES, 'all'], rows, 'numbers');
}

function section(kind: string, entries: readonly CatalogueEntry[]): string {
  const rows = entries.map((entry) => [
    entry.name,
    `\`${constantName(entry.name)}\``,
    executables(entry),
    ports(entry),
    marked(entry.hosts ?? []),
  ]);
  return [
    `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    '',
    markdownTable(['app', 'preset', 'executables', 'ports', 'hosts'], rows),
    '',
    ...entries.map((entry) => `- **${entry.name}.** ${[...cautions(entry), links(entry)].join(' ')}`),
  ].join('\n');
}

function executables({ key, name, kind, executables, services = [] }: CatalogueEntry): string {
  return lines({ key, name, kind, executables, services }, '`').join('<br>');
}

function ports({ tcp = [], udp = [] }: CatalogueEntry): string {
  const parts = [tcp.length > 0 ? `TCP ${marked(tcp)}` : '', udp.length > 0 ? `UDP ${marked(udp)}` : ''];
  return parts.filter((part) => part !== '').join('<br>');
}

function cautions(entry: CatalogueEntry): string[] {
  const { electron, webView2, literalAddresses, predefined } = entry;
  const notes = [entry.tcp ?? [], entry.hosts ?? [], ...Object.values(entry.executables)].flat();
  return [
    electron === undefined ? '' : `Electron [${electron.source.confidence}].`,
    webView2 === undefined ? '' : `\`${webView2.value}\` hosts WebView2 [${webView2.source.confidence}].`,
    predefined === undefined ? '' : `Predefined on tenants [${predefined.source.confidence}].`,
    literalAddresses === undefined ? '' : `Dials addresses [${literalAddresses.source.confidence}].`,
    ...notes.map(({ value, note }) => (note === undefined ? '' : `\`${value}\`: ${note}`)),
  ].filter((part) => part !== '');
}

function links(entry: CatalogueEntry): string {
  return sources(entry)
    .map(
      ({ name, where, read }) =>
        `${where.startsWith('https://') ? `[${name}](${where})` : `${name} (${where})`}, ${read}`,
    )
    .join('; ')
    .concat('.');
}

export { constantName };

/**
 * The presets as TypeScript: a constant for each app, with what is known about the app in its doc comment.
 *
 * @param catalogue the entries by the names that they have in `CATALOGUE`, which the catalogue's index exports
 */
export function emitPresets(catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const presets = Object.entries(catalogue)
    .map(([key, entry]) => ({ key, entry, constant: constantName(entry.name) }))
    .sort((a, b) => (a.constant < b.constant ? -1 : 1));
  return `// Generated from steering/catalogue by \`npm run generate\`. Do not edit.
import { CATALOGUE } from '../../steering/catalogue';
import { preset, searchable } from '../native-apps';

/**
 * Presets of native apps: dated data, each fact with its source and confidence below \`catalogue\`. Marks, strongest first:
 * [seed] the article this project starts from, [doc] documentation of the app's vendor, [vendor] its code, [community] third
 * parties, [assumed] our reading.
 * @example
 * import { BlockNativeApp, NativeApps } from 'cdktf-netskope-steering';
 *
 * new BlockNativeApp(stack, 'Signal', { configuration, app: NativeApps.SIGNAL });
 * for (const app of NativeApps.ofKind('remote access', { except: [NativeApps.ANYDESK] })) {
 *   new BlockNativeApp(stack, app.name, { configuration, app });
 * }
 */
export const NativeApps = searchable({
${presets.map(({ key, entry, constant }) => `${comment(entry)}\n${constant}: preset(${values(entry)}, CATALOGUE.${key}),`).join('\n')}
});
`;
}

/** The values of a preset as TypeScript: without the strength of their sources, and without what is left out. */
function values(entry: CatalogueEntry): string {
  const byPlatform = PLATFORMS.map(({ property }) => [property, executablesOf(entry, property, false)] as const);
  return JSON.stringify({
    key: entry.key,
    name: entry.name,
    kind: entry.kind,
    ...(entry.predefined !== undefined && { predefined: true }),
    ...Object.fromEntries(byPlatform.filter(([, names]) => names.length > 0)),
    ports: (entry.tcp ?? []).map(({ value }) => value),
    domains: (entry.hosts ?? []).map(({ value }) => value),
  });
}

function comment(entry: CatalogueEntry): string {
  const read = [...new Set(sources(entry).map((source) => source.read))].sort().at(-1) ?? '';
  const facts = lines(entry).map((line) => `- ${line}`);
  const where = sources(entry).map(({ name }) => name);
  const text = [`${entry.name} (${entry.kind}), as of ${read}.`, ...facts, `- Sources: ${where.join('; ')}`];
  return `/**\n${text.map((line) => ` * ${line.replaceAll('*/', '* /')}`).join('\n')}\n */`;
}

/** The presets in `constructs/gen/`, and `docs/native-apps.md`, both from the catalogue of native apps. */
export async function generateNativeApps(): Promise<GeneratedFile[]> {
  return Promise.all([
    formatted('constructs/gen/native-apps.ts', emitPresets(CATALOGUE)),
    formatted('docs/native-apps.md', describeNativeApps(Object.values(CATALOGUE))),
  ]);
}
