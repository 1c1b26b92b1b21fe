/** The page of the catalogue as Markdown: what is known of each app, how strongly, and where it was read. Pure. */
import { APP_KINDS, CONFIDENCES, type CatalogueEntry } from '../../../steering/catalogue/native-app';
import { constantName, lines, marked, sources } from '../../../steering/catalogue/facts-in-words';

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

Presets for \`BlockNativeApp\`: \`NativeApps.${constantName(entries[0]?.name ?? '')}\` and ${entries.length - 1} others. Nothing is listed without a
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
  const row = (title: string, facts: readonly { source: { confidence: string } }[]): string =>
    `| ${title} | ${CONFIDENCES.map((mark) => facts.filter(({ source }) => source.confidence === mark).length).join(' | ')} | ${facts.length} |`;
  return [
    `| | ${CONFIDENCES.join(' | ')} | all |`,
    `| --- | ${CONFIDENCES.map(() => '---:').join(' | ')} | ---: |`,
    row('executables', executables),
    row('ports', ports),
    row('hosts', hosts),
  ].join('\n');
}

function section(kind: string, entries: readonly CatalogueEntry[]): string {
  const rows = entries.map(
    (entry) =>
      `| ${entry.name} | \`${constantName(entry.name)}\` | ${executables(entry)} | ${ports(entry)} | ${marked(entry.hosts ?? [])} |`,
  );
  return [
    `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    '',
    '| app | preset | executables | ports | hosts |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...entries.map((entry) => `- **${entry.name}.** ${[...cautions(entry), links(entry)].join(' ')}`),
  ].join('\n');
}

function executables(entry: CatalogueEntry): string {
  return lines({ ...entry, tcp: [], udp: [], hosts: [] }, '`').join('<br>');
}

function ports({ tcp = [], udp = [] }: CatalogueEntry): string {
  const parts = [tcp.length > 0 ? `TCP ${marked(tcp)}` : '', udp.length > 0 ? `UDP ${marked(udp)}` : ''];
  return parts.filter((part) => part !== '').join('<br>');
}

function cautions(entry: CatalogueEntry): string[] {
  const { electron, webView2, literalAddresses } = entry;
  const notes = [entry.tcp ?? [], entry.hosts ?? [], ...Object.values(entry.executables)].flat();
  return [
    electron === undefined ? '' : `Electron [${electron.source.confidence}].`,
    webView2 === undefined ? '' : `\`${webView2.value}\` hosts WebView2 [${webView2.source.confidence}].`,
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
