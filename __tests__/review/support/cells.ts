/** What a matrix says of a flow, read from its texts alone. */
import type { Case, Cell, Matrix } from '../../../review/report';
import { TRANSPORTS, type Model, type WholeFlow } from '../../../steering';
import { isCovered, readHost } from '../../steering/decide/brute-force/host-by-hand';
import type { Dice } from '../../steering/random/dice';

/** Ports of a column. */
function portsOf(label: string): [from: number, to: number][] {
  const all: [number, number] = [1, 65_535];
  if (label === 'any') return [all];
  const isBut = label.startsWith('all but ');
  const listed = (isBut ? label.slice('all but '.length) : label).split(', ').map((range): [number, number] => {
    const [from, to = from] = range.split('-').map(Number);
    return [from!, to!];
  });
  if (!isBut) return listed;
  const edges = [0, ...listed.map(([, to]) => to)];
  return edges
    .map((end, index): [number, number] => [end + 1, (listed[index]?.[0] ?? 65_536) - 1])
    .filter(([from, to]) => from <= to);
}

export function portIn(label: string, dice: Dice): number {
  const [from, to] = dice.oneOf(portsOf(label));
  return from + dice.below(to - from + 1);
}

export function transportOf({ transport }: Matrix, dice: Dice): WholeFlow['transport'] {
  return transport ?? dice.oneOf(TRANSPORTS);
}

/** What only the models tell of a flow. */
export interface Knows {
  /** Whether clients get the same configurations. */
  isSameClient(flow: WholeFlow, asking: Partial<WholeFlow>): boolean;
  /** Whether the same exceptions name two flows. */
  isNamedAlike(flow: WholeFlow, names: Partial<WholeFlow>): boolean;
}

/** The cases that are about a flow of the cell. */
export function casesAbout(cell: Cell, flow: WholeFlow, knows: Knows): Case[] {
  return cell.cases.filter(({ flows }) =>
    flows.every(({ dimension, values }) => {
      switch (dimension) {
        case 'host':
          return values.some((value) => isHost(value, flow.host));
        case 'device':
          return values.includes(flow.managed ? 'managed' : 'unmanaged');
        case 'location':
          return values.includes(flow.location.replace('_', '-'));
        case 'client':
          return values.some((value) => knows.isSameClient(flow, askingIn(value)));
        case 'belonging':
          return values.some((value) => knows.isNamedAlike(flow, namesIn(value)));
        default:
          throw new Error(`a cell has the dimension ${dimension}`);
      }
    }),
  );
}

function isHost(value: string, host: string): boolean {
  const { kind, text, isIpv6 } = readHost(host);
  const [, set = value, list = ''] = /^(.*?)(?: \(not (.*)\))?$/.exec(value) ?? [];
  const isLeft = !list.split(', ').some((domain) => domain !== '' && isCovered(text, domain));
  const isName = kind === 'name';
  if (set === 'any host name' || set === 'any other host name') return isName && isLeft;
  if (set === 'no host name') return kind === 'none';
  if (set === 'private addresses') return kind === 'private';
  const [, which, family = ''] = /^(local|other literal)( IPv[46])? addresses$/.exec(set) ?? [];
  const isOfFamily = family === '' || family === (isIpv6 ? ' IPv6' : ' IPv4');
  if (which !== undefined) return kind === (which === 'local' ? 'local' : 'public') && isOfFamily;
  const [, domain] = /^(.*) and below$/.exec(set) ?? [];
  if (domain !== undefined) return isName && isCovered(text, domain) && isLeft;
  const [, above] = /^below (.*)$/.exec(set) ?? [];
  if (above !== undefined) return isName && text !== above && isCovered(text, above) && isLeft;
  const named = readHost(set);
  return named.kind === kind && shortest(named.text) === shortest(text);
}

/** An address in one spelling. */
function shortest(address: string): string {
  const plain = address.replace(/[[\]]/g, '');
  return plain.includes(':') ? new URL(`http://[${plain}]`).hostname : plain;
}

/** `configuration A, such as users in a, b, of U, tagged T`. */
function askingIn(value: string): Partial<WholeFlow> {
  const text = value.split(', such as ').at(-1) ?? '';
  const [, groups = ''] = /\bin (.*?)(?:, of |, tagged |$)/.exec(text) ?? [];
  const [, unit] = /\bof (.*?)(?:, tagged |$)/.exec(text) ?? [];
  const [, tags = ''] = /\btagged (.*)$/.exec(text) ?? [];
  const list = (names: string) => names.split(', ').filter((name) => name !== '');
  return { userGroups: list(groups), organizationUnit: unit ?? null, deviceTags: list(tags) };
}

/** `what exceptions name, such as application Box or Miro, to Office`: the first of each. */
function namesIn(value: string): Partial<WholeFlow> {
  const text = value.startsWith('nothing') ? '' : (value.split(', such as ').at(-1) ?? '');
  const first = (pattern: RegExp) =>
    text.split(', ').flatMap((part) => pattern.exec(part)?.[1]?.split(' or ')[0] ?? []);
  const from = first(/^from (.*)$/);
  return {
    applications: first(/^application (.*)$/),
    categories: first(/^category (.*)$/),
    destinationLocations: first(/^to (.*)$/),
    sourceLocations: from.filter((name) => name.length > 2),
    sourceCountry: from.find((name) => name.length === 2) ?? null,
  };
}

/** Keys of the exceptions of both models that name what a flow belongs to. */
export function namingExceptions(models: readonly Model[], flow: Partial<WholeFlow>): string {
  const country = flow.sourceCountry ?? undefined;
  const mine: Readonly<Record<string, readonly string[]>> = {
    application: flow.applications ?? [],
    category: flow.categories ?? [],
    destination_location: flow.destinationLocations ?? [],
    source_location: flow.sourceLocations ?? [],
    source_countries: country === undefined ? [] : [country],
  };
  const naming = models.map(({ exceptions }) =>
    exceptions
      .filter(({ data }) => 'names' in data && data.names.items.some((name) => mine[data.type]?.includes(name)))
      .map(({ key }) => key)
      .sort()
      .join(),
  );
  return naming.join(' > ');
}
