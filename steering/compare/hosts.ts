/**
 * Which classes of destinations are there? Ports and domain exceptions of some scenarios tell them apart; for one class
 * of processes the domains that its own rules name part them further. Domains are nodes of a tree: hosts are told apart
 * by whether they are a node, or below one and below no deeper one.
 */
import { type Host, parseHost } from '../decide/destination';
import { parseDomainEntry } from '../decide/domain-list';
import type { PortIndex } from '../decide/ports';
import type { Scenario } from '../decide/tenant-index';
import type { Family } from '../domain/addresses';
import type { PortGroup } from './ports';
import type { World } from './worlds';

/** Hosts that nothing outside one class of processes tells apart. */
export type HostAtom =
  /** A name itself, or all names below it that are not below a deeper one. */
  | { readonly kind: 'name' | 'below'; readonly name: string; readonly host: Host }
  /** All names that are not below any node; `host` is one of several examples. */
  | { readonly kind: 'other-names'; readonly host: Host }
  | { readonly kind: 'none'; readonly host: Host }
  | { readonly kind: 'address'; readonly host: Host }
  | { readonly kind: GenericAddresses; readonly host: Host };

/** Kinds of literal addresses that nothing names. One kind is of both families where nothing tells these apart. */
type GenericAddresses = 'private' | 'local' | 'public' | `${'local' | 'public'}_${Family}`;

/** Hosts that ports and domain exceptions do not tell apart. */
export interface HostClass {
  readonly key: string;
  readonly isName: boolean;
  readonly atoms: HostAtom[];
}

/** A part of a class of hosts, for one class of processes. */
export interface HostPart {
  readonly base: HostClass;
  readonly host: Host;
  /** What the lists of domains say of its hosts; an empty text where these are no names. */
  readonly said: string;
  /** The hosts among the domains by which the class is parted, and below them. */
  readonly atoms: readonly HostAtom[];
  /** Whether all hosts of the class that are neither one of these domains nor below one belong to it. */
  readonly hasRest: boolean;
  /** Whether it is the whole class: none of these domains is in the class, nor is any name below one. */
  readonly isWhole: boolean;
  readonly domains: ReadonlySet<string>;
  /** A name that is below no name of the tree, nor below one of the domains. */
  readonly other: Host;
}

const OTHER_DOMAINS = ['example.org', 'example.net', 'example.com'];
const NO_PORTS: Pick<PortGroup, 'sample'> = { sample: 0 };
const NONE_COVERS: ReadonlyMap<string, string> = new Map();
/** The beginnings of generic addresses. */
const GENERIC: readonly (readonly [GenericAddresses, prefix: string])[] = [
  ['private', '10.0.0.'],
  ['local', '169.254.0.'],
  ['public', '198.51.100.'],
];
const GENERIC_BY_FAMILY: typeof GENERIC = [
  ['private', '10.0.0.'],
  ['local_ipv4', '169.254.0.'],
  ['local_ipv6', 'fe80::'],
  ['public_ipv4', '198.51.100.'],
  ['public_ipv6', '2001:db8::'],
];

/** All destinations, in classes. */
export class HostSpace {
  readonly classes: ReadonlyMap<string, HostClass>;
  /** The names of the tree, sorted by their labels in reverse, so that those below a domain stand together. */
  private readonly sorted: readonly { readonly reversed: string; readonly name: string }[];
  private readonly names: ReadonlySet<string>;
  private readonly others: readonly Host[];
  private readonly keys = new Map<string, string>();
  /** The keys of classes by all that is said of their hosts. They are short, since many other keys are made of them. */
  private readonly numbers = new Map<string, string>();
  /** Whether IPv6 is treated otherwise than IPv4. */
  private readonly tellsFamilies: boolean;
  private readonly undivided: readonly HostPart[];
  /** The port entries of the scenarios; those of several scenarios can be the same. */
  private readonly entries: readonly PortIndex[];

  /** @param unused a label that no name of either model has */
  constructor(
    private readonly scenarios: readonly Scenario[],
    private readonly worlds: readonly World[],
    private readonly ports: readonly PortGroup[],
    private readonly unused: string,
  ) {
    this.entries = [...new Set(scenarios.map(({ index }) => index.ports))];
    this.tellsFamilies = scenarios.some(({ mode }) => mode === 'all');
    const { names, addresses } = mentionedIn(scenarios);
    this.names = names;
    this.sorted = [...names].map((name) => ({ reversed: reversed(name), name })).sort(byReversed);
    const others = [...OTHER_DOMAINS, unused].map((domain) => parseHost(`${unused}.${domain}`));
    this.others = others.filter((host, index) => index === others.length - 1 || !isUnder(host, names));
    const classes = new Map<string, HostClass>();
    for (const atom of this.atoms(names, addresses)) {
      const key = this.keyOf(atom.host);
      const found = classes.get(key);
      if (found === undefined) classes.set(key, { key, isName: atom.host.kind === 'name', atoms: [atom] });
      else found.atoms.push(atom);
    }
    this.classes = classes;
    this.undivided = this.findParts(new Set(), () => '');
  }

  /** Returns the key of the class that a host is in. */
  keyOf(host: Host): string {
    const isElsewhere = host.kind === 'name' && !isUnder(host, this.names);
    const like = (isElsewhere ? this.others[0] : undefined) ?? host;
    let key = this.keys.get(like.text);
    if (key === undefined) this.keys.set(like.text, (key = this.findKey(like)));
    return key;
  }

  /**
   * Returns the classes of hosts; those of host names are parted by what some lists of domains say.
   * @param domains every domain of the lists
   * @param say what the lists say of a host name
   */
  part(domains: ReadonlySet<string>, say: (host: Host) => string): readonly HostPart[] {
    return domains.size === 0 ? this.undivided : this.findParts(domains, say);
  }

  private findParts(domains: ReadonlySet<string>, say: (host: Host) => string): HostPart[] {
    const other = this.others.find((host) => !isUnder(host, domains)) ?? parseHost(`${this.unused}.${this.unused}`);
    const parts = new Map<string, HostPart & { atoms: HostAtom[]; hasRest: boolean; isWhole: boolean }>();
    const partOf = (base: HostClass, said: string, host: Host) => {
      const key = `${base.key}|${said}`;
      let part = parts.get(key);
      if (part === undefined)
        parts.set(key, (part = { base, host, said, atoms: [], hasRest: false, isWhole: false, domains, other }));
      return part;
    };
    // The lists say the same of all names that are not among the domains, nor below one.
    const otherwise = say(other);
    for (const base of this.classes.values()) {
      const elsewhere = base.isName ? this.elsewhere(base, domains) : base.atoms[0]?.host;
      if (elsewhere !== undefined) partOf(base, base.isName ? otherwise : '', elsewhere).hasRest = true;
    }
    const named = new Set([...domains].flatMap((domain) => [domain, ...this.namesUnder(domain)]));
    const parted = new Set<HostClass>();
    for (const atom of [...named].flatMap((name) => this.atomsOf(name))) {
      const base = this.classes.get(this.keyOf(atom.host));
      if (base === undefined) continue;
      parted.add(base);
      partOf(base, say(atom.host), atom.host).atoms.push(atom);
    }
    for (const part of parts.values()) part.isWhole = part.hasRest && !parted.has(part.base);
    return [...parts.values()];
  }

  /** Returns every host that is told apart where these domains are, each once. */
  allAtoms(domains: ReadonlySet<string>): HostAtom[] {
    const own = [...domains].filter((name) => !this.names.has(name)).flatMap((name) => this.atomsOf(name));
    return [...[...this.classes.values()].flatMap(({ atoms }) => atoms), ...own];
  }

  private *atoms(names: ReadonlySet<string>, addresses: ReadonlySet<string>): Generator<HostAtom> {
    const [other] = this.others;
    if (other !== undefined) yield { kind: 'other-names', host: other };
    for (const name of names) yield* this.atomsOf(name);
    yield { kind: 'none', host: parseHost('') };
    for (const address of addresses) yield { kind: 'address', host: parseHost(address) };
    const generic = this.tellsFamilies ? GENERIC_BY_FAMILY : GENERIC;
    for (const [kind, prefix] of generic) yield { kind, host: unmentioned(prefix, addresses) };
  }

  private atomsOf(name: string): HostAtom[] {
    return [
      { kind: 'name', name, host: parseHost(name) },
      { kind: 'below', name, host: parseHost(`${this.unused}.${name}`) },
    ];
  }

  /** Returns a host of the class that is neither one of the domains nor below one, if there is any. */
  private elsewhere({ atoms }: HostClass, domains: ReadonlySet<string>): Host | undefined {
    for (const atom of atoms) {
      const hosts = atom.kind === 'other-names' ? this.others : [atom.host];
      const found = hosts.find((host) => !isUnder(host, domains));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private namesUnder(domain: string): string[] {
    const prefix = reversed(domain);
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.reversed ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let index = low; this.sorted[index]?.reversed.startsWith(prefix) === true; index++) {
      const entry = this.sorted[index];
      if (entry !== undefined && (entry.name === domain || entry.name.endsWith(`.${domain}`))) found.push(entry.name);
    }
    return found;
  }

  /** Returns a text that tells how domain exceptions cover the host before and after, in each world. */
  private exceptionsFor(host: Host): string {
    const covering = this.scenarios.map(({ index, place }) => index.at(place).others.domainConditions(host));
    return this.worlds
      .map(({ before, after }) => {
        const [was, is] = [covering[before] ?? NONE_COVERS, covering[after] ?? NONE_COVERS];
        if (was.size === 0 && is.size === 0) return '';
        const each = [...new Set([...was.keys(), ...is.keys()])].map((who) => `${was.get(who)}>${is.get(who)}`);
        return [...new Set(each)].sort().join();
      })
      .join('|');
  }

  /**
   * Returns a text that tells on which conditions port entries steer flows to a host at the ports of a group, in each
   * scenario; it is empty where none may.
   * @param port the index of the group
   */
  steeredAt(port: number, host: Host): string {
    const { sample } = this.ports[port] ?? NO_PORTS;
    let told = '';
    this.entries.forEach((ports, number) => {
      const condition = ports.conditionAt(sample, host);
      if (condition !== undefined) told += `${number}=${condition};`;
    });
    return told;
  }

  private findKey(host: Host): string {
    const family = host.kind === 'address' && this.tellsFamilies ? host.family : '';
    const kind = host.kind === 'address' ? host.reach + family : host.kind;
    const steered = this.ports.flatMap((_, port) => {
      const condition = this.steeredAt(port, host);
      return condition === '' ? [] : [`${port}:${condition}`];
    });
    const key = `${kind} ${steered.join('|')} ${this.exceptionsFor(host)}`;
    const number = this.numbers.get(key) ?? String(this.numbers.size);
    this.numbers.set(key, number);
    return number;
  }
}

/** Returns all hosts of a part. */
export function atomsOf({ base, atoms, hasRest, domains, other }: HostPart): HostAtom[] {
  const rest = hasRest ? base.atoms.filter((atom) => atom.kind === 'other-names' || !isUnder(atom.host, domains)) : [];
  return [...rest.map((atom) => (atom.kind === 'other-names' ? { ...atom, host: other } : atom)), ...atoms];
}

/** Returns every name and address that ports and domain exceptions mention. */
function mentionedIn(scenarios: readonly Scenario[]): { names: Set<string>; addresses: Set<string> } {
  const names = new Set<string>();
  const addresses = new Set<string>();
  const mention = (text: string) => {
    const entry = parseDomainEntry(text);
    if (canBeHost(entry.text)) (entry.kind === 'address' ? addresses : names).add(entry.text);
  };
  for (const others of new Set(scenarios.map(({ index, place }) => index.at(place).others))) {
    for (const { exception } of others.exceptions) {
      if (exception.data.type === 'domains') exception.data.names.items.forEach(mention);
    }
  }
  for (const ports of new Set(scenarios.map(({ index }) => index.ports))) {
    for (const { entry } of ports.entries) entry.domains.items.forEach(mention);
  }
  return { names, addresses };
}

function isUnder(host: Host, domains: ReadonlySet<string>): boolean {
  return host.kind === 'name' && host.suffixes.some((suffix) => domains.has(suffix));
}

function reversed(name: string): string {
  return name.split('.').reverse().join('.');
}

function byReversed(a: { readonly reversed: string }, b: { readonly reversed: string }): number {
  return a.reversed < b.reversed ? -1 : a.reversed > b.reversed ? 1 : 0;
}

/** Whether a name can be the host of a flow. Other names are no hosts, whatever a list of domains says. */
export function canBeHost(name: string): boolean {
  return name !== '' && !/[\s/]/.test(name) && !name.endsWith('.');
}

/** Returns an address with a prefix that nothing mentions. */
function unmentioned(prefix: string, addresses: ReadonlySet<string>): Host {
  for (let last = 1; last < 255; last++) {
    const host = parseHost(`${prefix}${last}`);
    if (!addresses.has(host.text)) return host;
  }
  return parseHost(`${prefix}1`);
}
