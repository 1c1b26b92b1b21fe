/** The presets as TypeScript: a constant for each app, with what is known about it in its doc comment. Pure. */
import type { CatalogueEntry } from '../../../steering/catalogue/native-app';
import { constantName, lines, sources } from '../../../steering/catalogue/facts-in-words';

export { constantName };

/** @param catalogue keyed by the name under which `CATALOGUE` of the catalogue's index has the entry */
export function emitPresets(catalogue: Readonly<Record<string, CatalogueEntry>>): string {
  const presets = Object.entries(catalogue)
    .map(([key, entry]) => ({ key, entry, constant: constantName(entry.name) }))
    .sort((a, b) => (a.constant < b.constant ? -1 : 1));
  return `// Generated from steering/catalogue by \`npm run generate\`. Do not edit.
import { CATALOGUE } from '../../steering/catalogue';
import { fromCatalogue } from '../native-apps';

/**
 * Presets of native apps: dated data, each fact with its source and confidence below \`catalogue\`. Marks, strongest first:
 * [seed] the article this project starts from, [doc] documentation of the app's vendor, [vendor] its code, [community] third
 * parties, [assumed] our reading.
 */
export const NativeApps = {
${presets.map(({ key, entry, constant }) => `${comment(entry)}\n${constant}: fromCatalogue(CATALOGUE.${key}),`).join('\n')}
} as const;
`;
}

function comment(entry: CatalogueEntry): string {
  const read = [...new Set(sources(entry).map((source) => source.read))].sort().at(-1) ?? '';
  const facts = lines(entry).map((line) => `- ${line}`);
  const where = sources(entry).map(({ name }) => name);
  const text = [`${entry.name} (${entry.kind}), as of ${read}.`, ...facts, `- Sources: ${where.join('; ')}`];
  return `/**\n${text.map((line) => ` * ${line.replaceAll('*/', '* /')}`).join('\n')}\n */`;
}
