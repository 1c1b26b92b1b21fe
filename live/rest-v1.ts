/**
 * Reads a tenant by REST v1 [doc]: the list of configurations by id and name, and each configuration with its
 * exceptions. The two are joined by the name, because a configuration is shown without its id. Nothing is concluded from
 * a part: a configuration that the pages leave out, or whose name stands in the list twice, is asked for by its id.
 */
import type { RestV1Configuration } from '../steering';
import { isRecord } from '../steering/demands/shape';
import { quote } from '../steering/inert';
import { type AskingSettings, RestV1 } from './ask-rest-v1';
import { MOST_CONFIGURATIONS, inOrder, type Snapshot } from './snapshot';
import { TenantNotRead } from './tenant-not-read';

/** How a tenant is observed. */
export interface ObservingSettings extends AskingSettings {
  /** Is told what is being read, as part of a sentence. */
  readonly progress?: (phase: string) => void;
}

/**
 * How many configurations are asked for at once. The documentation takes a limit below 10,000, and one published client
 * sends at most 5,000; a small page keeps each answer small.
 */
const PAGE = 50;

type ShownEntry = Readonly<Record<string, unknown>> & { readonly steering_config: string };
interface ListedEntry {
  readonly id: number;
  readonly name: string;
}

/** @throws TenantNotRead */
export async function observeTenant(settings: ObservingSettings): Promise<Snapshot> {
  try {
    return await observe(new RestV1(settings), settings.progress ?? (() => undefined));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw malformed('steeringconfig', cause.message);
  }
}

async function observe(rest: RestV1, progress: (phase: string) => void): Promise<Snapshot> {
  progress('reading the list of configurations');
  const observedAt = rest.now();
  const listed = readListed(await rest.list());
  const shown = await readPages(rest, listed, progress);
  const configurations = inOrder(await join(rest, listed, shown, progress));
  if (configurations.length > 0) return { tenant: rest.tenant, observedAt, configurations };
  throw new TenantNotRead({ kind: 'empty', what: 'The tenant shows no steering configuration at all' });
}

/** Reads the list. An entry that stands there twice counts once. */
function readListed(data: readonly unknown[]): ListedEntry[] {
  bounded(data.length);
  const byId = new Map<number, ListedEntry>();
  data.forEach((entry, index) => {
    const at = `data[${index}]`;
    if (!isRecord(entry)) throw malformed('steeringconfiglist', `${at} is no object`);
    const { config_id, config_name: name } = entry;
    // A quirk of the vendor's APIs is a number as a text. [vendor]
    const id = /^\d{1,15}$/.test(String(config_id)) ? Number(config_id) : undefined;
    if (id === undefined) throw malformed('steeringconfiglist', `${at}.config_id is no whole number`);
    if (typeof name !== 'string' || name === '') throw malformed('steeringconfiglist', `${at}.config_name is no name`);
    const before = byId.get(id);
    if (before !== undefined && before.name !== name) {
      throw malformed('steeringconfiglist', `config_id ${id} stands there twice, with different names`);
    }
    byId.set(id, { id, name });
  });
  return [...byId.values()];
}

function readShown(data: readonly unknown[]): ShownEntry[] {
  return data.map((entry, index) => {
    if (!isRecord(entry)) throw malformed('steeringconfig', `data[${index}] is no object`);
    const { steering_config: name } = entry;
    if (typeof name === 'string' && name !== '') return { ...entry, steering_config: name };
    throw malformed('steeringconfig', `data[${index}].steering_config is no name`);
  });
}

/**
 * Reads all pages. A tenant may cap its pages, ignore limit or skip, or change meanwhile, so the end is where a page
 * brings nothing new, or where all that is listed is there.
 */
async function readPages(
  rest: RestV1,
  listed: readonly ListedEntry[],
  progress: (phase: string) => void,
): Promise<ReadonlyMap<string, readonly ShownEntry[]>> {
  const found = new Map<string, ShownEntry[]>();
  const missing = new Set(listed.map(({ name }) => name));
  let [skip, limit] = [0, PAGE];
  for (;;) {
    progress(`reading configurations, ${skip} of ${Math.max(listed.length, skip)}`);
    const data = await rest.configurations({ limit, skip });
    if (data === 'too_large') {
      if (limit === 1) throw new TenantNotRead({ kind: 'too_large', what: 'One configuration alone is too large' });
      limit = Math.ceil(Math.min(limit, Math.max(2, listed.length)) / 2);
      continue;
    }
    const page = readShown(data);
    bounded((skip += page.length));
    let isNews = false;
    for (const entry of page) {
      const name = entry.steering_config;
      const before = found.get(name) ?? [];
      missing.delete(name);
      if (before.some((one) => isSameEntry(one, entry))) continue;
      found.set(name, [...before, entry]);
      isNews = true;
    }
    if (!isNews || (missing.size === 0 && page.length < limit)) return found;
  }
}

function isSameEntry(one: ShownEntry, other: ShownEntry): boolean {
  const [a, b] = inOrder([one, other].map((shown) => ({ id: null, name: '', shown })));
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Joins the list with what is shown, and asks by id for what the names do not settle. */
async function join(
  rest: RestV1,
  listed: readonly ListedEntry[],
  shown: ReadonlyMap<string, readonly ShownEntry[]>,
  progress: (phase: string) => void,
): Promise<RestV1Configuration[]> {
  const timesListed = new Map<string, number>();
  for (const { name } of listed) timesListed.set(name, (timesListed.get(name) ?? 0) + 1);
  const joined: RestV1Configuration[] = [];
  let asked = 0;
  for (const { id, name } of listed) {
    const [only, ...others] = shown.get(name) ?? [];
    if (only !== undefined && others.length === 0 && timesListed.get(name) === 1) {
      joined.push({ id, name, shown: only });
      continue;
    }
    progress(`reading configurations by their ids, ${(asked += 1)}`);
    const entry = await readOne(rest, { id, name });
    joined.push({ id, name, ...(entry && { shown: entry }) });
  }
  for (const [name, entries] of shown) {
    if (timesListed.has(name)) continue;
    const [only, ...others] = entries;
    if (only === undefined) continue;
    if (others.length > 0) {
      throw malformed(
        'steeringconfig',
        `it shows ${quote(name)} ${entries.length} times in different ways, and its list does not name it`,
      );
    }
    joined.push({ id: null, name, shown: only });
  }
  return joined;
}

/**
 * Asks for one configuration by its id. What answers under another name is not it: a tenant may take the id 0 for no id
 * at all, and answer all configurations.
 */
async function readOne(rest: RestV1, { id, name }: ListedEntry): Promise<ShownEntry | undefined> {
  const data = await rest.configurations({ config_id: id, limit: PAGE });
  if (data === 'too_large') {
    throw new TenantNotRead({ kind: 'too_large', what: `The configuration ${quote(name)} is too large` });
  }
  const entries = readShown(data).filter((entry) => entry.steering_config === name);
  const [only, ...others] = entries;
  if (only === undefined) return undefined;
  return others.every((other) => isSameEntry(only, other)) ? only : undefined;
}

function bounded(count: number): void {
  if (count <= MOST_CONFIGURATIONS) return;
  throw new TenantNotRead({
    kind: 'too_many',
    what: `The tenant shows more than ${MOST_CONFIGURATIONS} configurations`,
  });
}

function malformed(route: string, reason: string): TenantNotRead {
  return new TenantNotRead({
    kind: 'malformed',
    what: `The answer for /api/v1/${route} is not as REST v1 is documented: ${reason}`,
  });
}
