/**
 * This file writes the facts of an app in words, with the marks of their sources, for generated code, pages and the
 * command line.
 */
import { PLATFORMS } from '../domain/vocabulary';
import type { CatalogueEntry, Fact, Source } from './native-app';

/** Writes values grouped by the strength of their source: `Signal.exe [community], Signal Helper [assumed]`. */
export function marked(facts: readonly Fact<string | number>[], quote = ''): string {
  const groups: { mark: string; values: string[] }[] = [];
  for (const { value, source } of facts) {
    const last = groups.at(-1);
    const word = `${quote}${value}${quote}`;
    if (last?.mark === source.confidence) last.values.push(word);
    else groups.push({ mark: source.confidence, values: [word] });
  }
  return groups.map(({ mark, values }) => `${values.join(', ')} [${mark}]`).join(', ');
}

/** Writes one line for each kind of fact that is known: `Windows: Signal.exe [community]`. */
export function lines(entry: CatalogueEntry, quote = ''): string[] {
  const executables = PLATFORMS.map(({ name, title }) => [title, entry.executables[name] ?? []] as const);
  const others = [
    ['TCP', entry.tcp ?? []],
    ['UDP', entry.udp ?? []],
    ['Hosts', entry.hosts ?? []],
    ['Windows services', entry.services ?? []],
  ] as const;
  const { predefined } = entry;
  const shipped = predefined === undefined ? [] : [`Predefined on tenants [${predefined.source.confidence}]`];
  return [...executables, ...others]
    .filter(([, facts]) => facts.length > 0)
    .map(([title, facts]) => `${title}: ${marked(facts, quote)}`)
    .concat(shipped);
}

/** Returns every source of an entry once, in the order of its facts. */
export function sources(entry: CatalogueEntry): Source[] {
  const flags = [entry.electron, entry.webView2, entry.literalAddresses, entry.predefined].filter(
    (fact) => fact !== undefined,
  );
  const facts = [
    ...PLATFORMS.flatMap(({ name }) => entry.executables[name] ?? []),
    ...(entry.tcp ?? []),
    ...(entry.udp ?? []),
    ...(entry.hosts ?? []),
    ...(entry.services ?? []),
    ...flags,
  ];
  const byName = new Map(facts.map(({ source }) => [`${source.name}\n${source.where}`, source]));
  return [...byName.values()];
}

/** Returns the constant of an app's preset: `ROCKET_CHAT` for `Rocket.Chat`. */
export function constantName(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
