/**
 * Which words do tables use for hosts and clients, and what does each word and each sign mean? Our own words are prose,
 * and what others wrote is a name, so that each format can tell them apart.
 */
import { FATES, type Fate, describeFate } from '../../steering';
import { MEANINGS } from '../../steering/words/words';
import type { Cell, Effect } from '../report';
import { type Span, name, prose } from './document';

export const ANY = /^any host name$|^any other host name \(not (.*)\)$/s;
const DOMAIN = /^(?:(\S+) and below|below (\S+))(?: \(not (.*)\))?$/s;
const ADDRESSES = /^no host name$|^(?:private|(?:local|other literal)(?: IPv[46])?) addresses$/;

/**
 * Describes hosts: any name first, then the domains, of which those that cover most come first, and then addresses,
 * none of which is left out.
 * @param most the most domains that are named
 */
export function describeHosts(values: readonly string[], most: number): Span[] {
  const any = values.find((value) => ANY.test(value));
  const addresses = values.filter((value) => ADDRESSES.test(value));
  const except = domainsIn(ANY.exec(any ?? '')?.[1]);
  const itself = except.filter((domain) => values.includes(`below ${domain}`));
  const below = new Set(itself.map((domain) => `below ${domain}`));
  const domains = values.filter((value) => value !== any && !addresses.includes(value) && !below.has(value));
  return joinedLists([
    ...(any === undefined ? [] : [anyBut({ except, itself, most })]),
    ...(domains.length === 0 ? [] : [few([...domains].sort(widestFirst).map(describeDomain), most)]),
    ...addressWords(addresses).map((words) => [prose(words)]),
  ]);
}

export function domainsIn(list = ''): string[] {
  return list.split(', ').filter((domain) => domain !== '');
}

/** @param itself those domains of `except` below which the hosts belong to what is described */
function anyBut({
  except,
  itself,
  most,
}: {
  except: readonly string[];
  itself: readonly string[];
  most: number;
}): Span[] {
  const left = except
    .map((domain) => [name(domain), prose(itself.includes(domain) ? ' itself' : ' and below')])
    .sort((a, b) => (a[1]?.text === b[1]?.text ? 0 : a[1]?.text === ' and below' ? -1 : 1));
  return [prose('any host name'), ...(left.length === 0 ? [] : [prose(' but '), ...few(left, most)])];
}

function describeDomain(value: string): Span[] {
  const [, whole, above, not] = DOMAIN.exec(value) ?? [];
  const [domain = '', before, after] = whole === undefined ? [above, 'below ', ''] : [whole, '', ' and below'];
  if (domain === '') return [name(value)];
  const except = domainsIn(not).map((one) => [name(one)]);
  return [
    prose(before ?? ''),
    name(domain),
    prose(after ?? ''),
    ...(not === undefined ? [] : [prose(' but not '), ...few(except, 3)]),
  ];
}

function widestFirst(a: string, b: string): number {
  const labels = (value: string) => {
    const [, whole, above] = DOMAIN.exec(value) ?? [];
    return (whole ?? above)?.split('.').length ?? Infinity;
  };
  const [first, second] = [labels(a), labels(b)];
  return first === second ? 0 : first - second;
}

/** Says `any address` for all kinds of addresses together. */
function addressWords(kinds: readonly string[]): string[] {
  const every = ['private addresses', 'local addresses', 'other literal addresses'];
  if (!every.every((kind) => kinds.includes(kind))) return [...kinds];
  return ['any literal address', ...kinds.filter((kind) => !every.includes(kind))];
}

/**
 * Describes clients by the configurations that they get.
 * @param most the most kinds of clients that are named
 */
export function describeClients(values: readonly string[], most: number): Span[] {
  return few(
    values.map((value) => {
      const [, configuration, who = ''] = /^configuration (.*), such as (.*)$/s.exec(value) ?? [];
      if (configuration === undefined) return [name(value)];
      const [was = '', is] = configuration.split(' → ');
      return [
        ...(is === undefined
          ? [prose('clients with configuration '), name(was)]
          : [prose('clients that get configuration '), name(is), prose(' instead of '), name(was)]),
        prose(' (such as '),
        who === NOBODY ? prose(who) : name(who),
        prose(')'),
      ];
    }),
    most,
  );
}

/** Describes the processes of one title of a row: those of a name, or those whose names match a pattern. */
export function describeProcesses(title: string): Span[] {
  const [, pattern, example = ''] = /^pattern (.*), such as (.*?)$/s.exec(title) ?? [];
  if (pattern === undefined) return [name(title)];
  const cased = pattern.replace(/ in other case$/, '');
  const otherwise = cased === pattern ? '' : ' in other upper and lower case';
  return [prose('pattern '), name(cased), prose(`${otherwise} (such as `), name(example), prose(')')];
}

/** The words for users whom the default configuration is for. */
export const NOBODY = 'users that no configuration names';

function few(all: readonly (readonly Span[])[], most: number): Span[] {
  const more = all.length - most;
  return [...joinedLists(all.slice(0, most)), ...(more > 0 ? [prose(` and ${more} more`)] : [])];
}

/** Joins texts with commas. */
export function joinedLists(all: readonly (readonly Span[])[]): Span[] {
  return all.flatMap((one, index) => (index === 0 ? one : [prose(', '), ...one]));
}

/** The sign of an effect, which stands beside its colour. */
export const SIGNS: Readonly<Record<Effect | 'collateral', string>> = {
  broadening: '▲',
  narrowing: '▼',
  sideways: '◆',
  collateral: '⚠',
};

const SIGNS_MEAN: Readonly<Record<Effect | 'collateral', string>> = {
  broadening: 'Blocked or inspected less than before.',
  narrowing: 'Blocked or inspected more than before.',
  sideways: 'Blocked and inspected as before, but it takes another way.',
  collateral: 'The change reaches processes, apps or devices that it does not name.',
};

const UNKNOWN = 'Nobody published it, or it is not known yet; each of the possibilities that follow may be.';

const WORDS_MEAN: Readonly<Record<Fate, string>> = {
  block: MEANINGS.block,
  bypass_direct: MEANINGS.bypass.direct,
  bypass_tunnel: MEANINGS.bypass.tunnel,
  steer: MEANINGS.steer,
  direct: MEANINGS.direct,
};

/** What the signs and words of some cells mean, each once, and only those that occur. */
export function legendOf(cells: readonly Cell[]): (readonly [sign: string, means: string])[] {
  const judged = cells.flatMap(({ cases, unchanged }) => [
    ...cases.flatMap(({ before, after }) => [before, after]),
    ...unchanged.names,
    ...unchanged.addresses,
  ]);
  const signs = new Set([
    ...(cells.some(({ isCollateral }) => isCollateral) ? (['collateral'] as const) : []),
    ...cells.flatMap(({ cases }) => cases.map(({ effect }) => effect)),
  ]);
  const fates = new Set(judged.flatMap(({ possible }) => possible));
  const isUnknown = judged.some(({ outcome }) => outcome === 'unknown');
  return [
    ...EFFECTS.filter((effect) => signs.has(effect)).map((effect) => [SIGNS[effect], SIGNS_MEAN[effect]] as const),
    ['no sign', 'Nothing changes.'],
    ...FATES.filter((fate) => fates.has(fate)).map((fate) => [describeFate(fate), WORDS_MEAN[fate]] as const),
    ...(isUnknown ? [['unknown', UNKNOWN] as const] : []),
    ['else', 'All other hosts and clients of the same cell.'],
    ['addresses', 'Destinations by their address, or without a host name that the client sees.'],
  ];
}

const EFFECTS = Object.keys(SIGNS) as (keyof typeof SIGNS)[];
