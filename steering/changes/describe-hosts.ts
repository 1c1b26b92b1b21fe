/** Sets of hosts in the words of domains: what is in a set, down to the domains that are not. */
import type { HostSet } from '../comparison';
import type { HostAtom } from '../partition/host-space';

/** Names an atom among all: the same for the same hosts in every class of processes. */
export function atomId(atom: HostAtom): string {
  if (atom.kind === 'name' || atom.kind === 'below') return `${atom.kind} ${atom.name}`;
  return atom.kind === 'address' ? `address ${atom.host.text}` : atom.kind;
}

interface Entry {
  readonly kind: 'name' | 'below' | 'suffix' | 'names';
  readonly text: string;
  readonly except: string[];
}

/**
 * The fewest entries that say which hosts these are.
 * @param isIn whether an atom is in the set
 */
export function describeHosts(atoms: readonly HostAtom[], isIn: (atom: HostAtom) => boolean): HostSet[] {
  const domains = new Map<string, { self: boolean; below: boolean }>();
  const others: HostSet[] = [];
  let root: Entry | undefined;
  for (const atom of atoms) {
    if (atom.kind === 'name' || atom.kind === 'below') {
      const found = domains.get(atom.name) ?? { self: false, below: false };
      domains.set(atom.name, { ...found, [atom.kind === 'name' ? 'self' : 'below']: isIn(atom) });
    } else if (!isIn(atom)) continue;
    else if (atom.kind === 'other-names') root = { kind: 'names', text: atom.host.text, except: [] };
    else others.push({ kind: atom.kind, text: atom.host.text });
  }
  const entries: Entry[] = root === undefined ? [] : [root];
  /** By domain, the entry that covers what is below it. */
  const covering = new Map<string, Entry | undefined>();
  for (const [name, { self, below }] of [...domains].sort(([a], [b]) => byDepth(a, b))) {
    const parent = parentOf(name, covering);
    const outer = parent === undefined ? root : covering.get(parent);
    const whole = self && below;
    if (whole === (outer !== undefined) && self === below) {
      covering.set(name, outer);
      continue;
    }
    outer?.except.push(name);
    const entry: Entry = { kind: whole ? 'suffix' : self ? 'name' : 'below', text: name, except: [] };
    if (self || below) entries.push(entry);
    covering.set(name, below ? entry : undefined);
  }
  return [...entries.map(asHostSet), ...bothFamilies(others)];
}

/** Addresses of both families are addresses. */
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

function asHostSet({ kind, text, except }: Entry): HostSet {
  return kind === 'name' ? { kind, text } : { kind, text, except };
}

function parentOf(name: string, domains: ReadonlyMap<string, unknown>): string | undefined {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const above = name.slice(dot + 1);
    if (domains.has(above)) return above;
  }
  return undefined;
}

function byDepth(a: string, b: string): number {
  return a.split('.').length - b.split('.').length || (a < b ? -1 : a > b ? 1 : 0);
}
