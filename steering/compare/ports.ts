/** Which classes of ports are there? The configurations of some scenarios tell them apart. */
import { DNS_PORT, MDNS_PORT } from '../decide/destination';
import { STANDARD_PORTS } from '../domain/vocabulary';
import type { Scenario } from '../decide/tenant-index';

/** Ports of which the configurations say the same. */
export interface PortGroup {
  readonly key: string;
  /** The ports that something names; an empty list stands for all others. */
  readonly ports: readonly number[];
  /** One of the ports of the group. */
  readonly sample: number;
}

export const HIGHEST_PORT = 65_535;
/** The port with which the search for one that nothing names begins: it means nothing to anybody. */
const FIRST_OTHER = 50_000;

const PLAIN = 'other';

/** All ports, in groups. */
export class PortSpace {
  readonly groups: readonly PortGroup[];

  constructor(private readonly scenarios: readonly Scenario[]) {
    const named = new Set<number>([
      443,
      ...STANDARD_PORTS,
      DNS_PORT,
      ...(scenarios.some(({ mode }) => mode === 'all') ? [MDNS_PORT] : []),
      ...scenarios.flatMap(({ index }) => index.ports.ports),
    ]);
    const groups = new Map<string, { key: string; ports: number[]; sample: number }>();
    for (const port of named) {
      const key = this.keyOf(port);
      const found = groups.get(key);
      if (found === undefined) groups.set(key, { key, ports: [port], sample: port });
      else found.ports.push(port);
    }
    const other = firstOther(named);
    if (other !== undefined) {
      const key = this.keyOf(other);
      // A port that a port entry names may be like all others after all; its group is then that of the others.
      groups.set(key, { key, ports: [], sample: other });
    }
    this.groups = [...groups.values()];
  }

  /** Whether the ports of a group are no others than those that nothing names, but for what port entries say of them. */
  isPlain(key: string): boolean {
    return key.startsWith(`${PLAIN} `);
  }

  private keyOf(port: number): string {
    const isMdns = port === MDNS_PORT && this.scenarios.some(({ mode }) => mode === 'all');
    const kind = STANDARD_PORTS.includes(port) ? 'web' : port === DNS_PORT ? 'dns' : isMdns ? 'mdns' : PLAIN;
    const indexes = new Set(this.scenarios.map(({ index }) => index.ports));
    return `${kind} ${[...indexes].map((index) => index.describe(port)).join()}`;
  }
}

function firstOther(named: ReadonlySet<number>): number | undefined {
  for (let step = 0; step < HIGHEST_PORT; step++) {
    const port = ((FIRST_OTHER + step - 1) % HIGHEST_PORT) + 1;
    if (!named.has(port)) return port;
  }
  return undefined;
}
