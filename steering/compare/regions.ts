/**
 * How are sets of ports, processes and hosts described? Ports are described by ranges, processes by names and patterns,
 * hosts by domains.
 */
import type { HostSet, PortRange, ProcessSet } from './comparison';
import { remembered } from '../collections';
import type { HostAtom } from './hosts';
import { HIGHEST_PORT, type PortGroup } from './ports';
import type { ProcessClass, ProcessClasses } from './processes';

/** A port that something names, or one that stands for all others. */
export interface PortElement {
  /** The index of its group. */
  readonly group: number;
  readonly port: number;
  readonly isOther: boolean;
}

export function portElements({ ports, sample }: PortGroup, group: number): PortElement[] {
  if (ports.length === 0) return [{ group, port: sample, isOther: true }];
  return ports.map((port) => ({ group, port, isOther: false }));
}

/** Describes ports as ranges; undefined where they are all ports. */
export function describePorts(
  all: readonly PortElement[],
  included: readonly PortElement[],
): readonly PortRange[] | undefined {
  if (included.length === all.length) return undefined;
  if (!included.some(({ isOther }) => isOther)) return rangesOf(included.map(({ port }) => port));
  const isIn = new Set(included.map(({ port }) => port));
  const left = all.map(({ port }) => port).filter((port) => !isIn.has(port));
  const edges = [0, ...left.sort((a, b) => a - b), HIGHEST_PORT + 1];
  return edges.slice(1).flatMap((end, index): PortRange[] => {
    const [from, to] = [(edges[index] ?? 0) + 1, end - 1];
    return from > to ? [] : [{ from, to }];
  });
}

function rangesOf(ports: readonly number[]): PortRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const port of [...ports].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.to === port - 1) last.to = port;
    else ranges.push({ from: port, to: port });
  }
  return ranges;
}

/** A process by its exact name, or one that stands for all that the same patterns match, or that none matches. */
export interface ProcessElement {
  readonly kind: 'name' | 'pattern' | 'others';
  /** What tells it from the others, in every context: its exact name, or the patterns that match it. */
  readonly text: string;
  readonly example: string;
}

const elements = new WeakMap<ProcessClass, readonly ProcessElement[]>();

/** Returns the processes of a class, each exact name and each way to be matched once. */
export function elementsOf(process: ProcessClass, all: ProcessClasses): readonly ProcessElement[] {
  let found = elements.get(process);
  if (found === undefined) {
    const examples = process.examples.map((example): ProcessElement => {
      const patterns = all.patternsOf(example);
      return patterns.length === 0
        ? { kind: 'others', text: '', example }
        : { kind: 'pattern', text: patterns.join(' + '), example };
    });
    found = [...process.names.map((text): ProcessElement => ({ kind: 'name', text, example: text })), ...examples];
    elements.set(process, found);
  }
  return found;
}

/** Describes processes; undefined where they are all processes. */
export function describeProcesses(included: readonly ProcessElement[], all: ProcessClasses): ProcessSet[] | undefined {
  const others = included.find(({ kind }) => kind === 'others');
  if (others === undefined) return asSets(included);
  const isIn = new Set(included);
  const left = [...all.classes.values()].flatMap((one) => elementsOf(one, all)).filter((one) => !isIn.has(one));
  if (left.length === 0) return undefined;
  return [{ kind: 'others', text: others.example, except: asSets(left) }];
}

export function asSets(list: readonly ProcessElement[]): ProcessSet[] {
  const sets = list.map(({ kind, text, example }): ProcessSet => {
    if (kind === 'name') return { kind, text };
    return kind === 'pattern' ? { kind, text, example } : { kind, text: example, except: [] };
  });
  return sets.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

/** Returns the name of an atom among all. It is the same for the same hosts in every class of processes. */
export function atomId(atom: HostAtom): string {
  if (atom.kind === 'name' || atom.kind === 'below') return `${atom.kind} ${atom.name}`;
  return atom.kind === 'address' ? `address ${atom.host.text}` : atom.kind;
}

interface HostEntry {
  readonly kind: 'name' | 'below' | 'suffix' | 'names';
  readonly text: string;
  readonly except: string[];
}

/** A domain among hosts, with those that are told apart below it. */
interface Domain {
  readonly name: string;
  readonly parent: Domain | undefined;
  readonly below: Domain[];
  /** Its place among all domains, in which it stands after the one that it is below. */
  readonly place: number;
}

const domainsIn = remembered((atoms: readonly HostAtom[]): ReadonlyMap<string, Domain> => {
  const domains = new Map<string, Domain>();
  const names = new Set(atoms.flatMap((atom) => (atom.kind === 'name' || atom.kind === 'below' ? [atom.name] : [])));
  const depths = [...names].map((name) => ({ name, depth: name.split('.').length }));
  for (const { name } of depths.sort((a, b) => a.depth - b.depth || (a.name < b.name ? -1 : 1))) {
    const parent = domains.get(parentOf(name, domains) ?? '');
    const domain: Domain = { name, parent, below: [], place: domains.size };
    parent?.below.push(domain);
    domains.set(name, domain);
  }
  return domains;
});

/**
 * Describes a set of hosts by the fewest entries: domains that are in the set, down to domains that are not.
 * @param all all hosts that are told apart
 * @param included those that are in the set
 */
export function describeHosts(all: readonly HostAtom[], included: readonly HostAtom[]): HostSet[] {
  const isIn = new Set(included.map(atomId));
  const domains = domainsIn(all);
  const others = included.flatMap((atom): HostSet[] =>
    atom.kind === 'name' || atom.kind === 'below' || atom.kind === 'other-names'
      ? []
      : [{ kind: atom.kind, text: atom.host.text }],
  );
  const anyName = included.find(({ kind }) => kind === 'other-names');
  const root: HostEntry | undefined = anyName && { kind: 'names', text: anyName.host.text, except: [] };
  const entries: HostEntry[] = root === undefined ? [] : [root];
  /** The entry that covers what is below a domain, by domain. */
  const covering = new Map<Domain, HostEntry | undefined>();
  for (const domain of root === undefined ? reachedFrom(included, domains) : domains.values()) {
    const { name, parent } = domain;
    const [self, below] = [isIn.has(`name ${name}`), isIn.has(`below ${name}`)];
    const outer = parent === undefined ? root : covering.get(parent);
    const whole = self && below;
    if (whole === (outer !== undefined) && self === below) {
      covering.set(domain, outer);
      continue;
    }
    outer?.except.push(name);
    const entry: HostEntry = { kind: whole ? 'suffix' : self ? 'name' : 'below', text: name, except: [] };
    if (self || below) entries.push(entry);
    covering.set(domain, below ? entry : undefined);
  }
  return [...entries.map(asHostSet), ...bothFamilies(others)];
}

/** Returns the domains of some hosts, and all that are below them, in their order. */
function reachedFrom(included: readonly HostAtom[], domains: ReadonlyMap<string, Domain>): Domain[] {
  const found = new Set<Domain>();
  const reach = (domain: Domain) => {
    if (found.has(domain)) return;
    found.add(domain);
    domain.below.forEach(reach);
  };
  for (const atom of included) {
    const domain = atom.kind === 'name' || atom.kind === 'below' ? domains.get(atom.name) : undefined;
    if (domain !== undefined) reach(domain);
  }
  return [...found].sort((a, b) => a.place - b.place);
}

/** Joins the entries of both families of addresses, where both are there, into one. */
export function bothFamilies(sets: readonly HostSet[]): HostSet[] {
  const has = (kind: HostSet['kind']) => sets.some((one) => one.kind === kind);
  return sets.flatMap((set): HostSet[] => {
    if (set.kind === 'local_ipv4' && has('local_ipv6')) return [{ ...set, kind: 'local' }];
    if (set.kind === 'public_ipv4' && has('public_ipv6')) return [{ ...set, kind: 'public' }];
    const isTold =
      (set.kind === 'local_ipv6' && has('local_ipv4')) || (set.kind === 'public_ipv6' && has('public_ipv4'));
    return isTold ? [] : [set];
  });
}

function asHostSet({ kind, text, except }: HostEntry): HostSet {
  return kind === 'name' ? { kind, text } : { kind, text, except };
}

function parentOf(name: string, domains: ReadonlyMap<string, unknown>): string | undefined {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const above = name.slice(dot + 1);
    if (domains.has(above)) return above;
  }
  return undefined;
}
