/**
 * This file checks the names in a flow. The destination of a flow is one host name, one literal address, or nothing
 * where the client sees no name. A user group, a tag, an application, a location or a country is compared with the
 * names that the model has.
 */
import type { ExceptionTypeName } from '../domain/exceptions';
import { isIpAddress } from '../domain/hosts';
import { complainAboutName, unseenIn } from '../domain/names';
import { foldCase } from '../domain/processes';
import type { Complaint } from '../domain/vocabulary';
import { quote } from '../inert';
import type { AskedFlow, Flow, FlowComplaint } from '../model/flow';
import type { Model, Names } from '../model/model';

const LONGEST_HOST = 253;
const LONGEST_LABEL = 63;
/**
 * Matches a label: letters, digits and hyphens, and underscores, which occur in practice. A label with letters or signs
 * beyond ASCII has an encoding in ASCII.
 */
const LABEL = /^(?!-)[a-z0-9_\p{L}\p{M}\p{N}\p{So}\u00b7\u200c\u200d\u30fb-]{1,63}(?<!-)$/iu;
/** Matches the dot, and the signs of other scripts that stand for it. */
const DOTS = /[.\u3002\uff0e\uff61]/;
/** Matches a last label which shows that a text is meant as an address: a number, decimal or hexadecimal. */
const NUMBER = /^(?:\d+|0x[0-9a-f]*)$/i;

/** The mistakes that people make with a host, each with why such a text is no host. The first that fits is told. */
const MISTAKES: readonly { readonly found: RegExp; readonly why: string }[] = [
  { found: /^[a-z][a-z0-9+.-]*:\/\//i, why: 'it is a URL' },
  { found: /["'`“”‘’«»]/, why: 'it has quotes' },
  { found: /[\\/?#]/, why: 'it has a path' },
  { found: /@/, why: 'it has the name of a user' },
  { found: /\*/, why: 'it is a wildcard, and a flow goes to one host' },
  { found: /[,;]/, why: 'it names several, and a flow goes to one host' },
  { found: /\s/, why: 'it has white space' },
  { found: /^\[.*\]:\d*$|^[^:[\]]*:\d*$/, why: 'it has a port, which stands by itself' },
  { found: /^\./, why: 'it begins with a dot' },
];

/** Complains about a text that cannot be the host of a flow. */
export function complainAboutHost(host: string): Complaint | undefined {
  if (isHost(host)) return undefined;
  const why = unseenIn(host) ?? MISTAKES.find(({ found }) => found.test(host))?.why ?? whatIsWrong(host);
  const meant = meantBy(host);
  const example = meant === undefined ? '"g.whatsapp.net" or "192.0.2.1"' : quote(meant);
  return {
    summary: 'Not a host',
    detail: `${quote(host)} is not a host: ${why}. Write one name or address alone, such as ${example}, or "" where the client sees no name.`,
  };
}

function isHost(host: string): boolean {
  return host === '' || isAddress(host) || isName(host);
}

/** Whether a text is an address; brackets around an IPv6 address mean nothing. */
function isAddress(host: string): boolean {
  const bare = /^\[(.*:.*)\]$/.exec(host)?.[1] ?? host;
  return isIpAddress(bare);
}

/** Whether a text is a host name; a dot at its end says only that nothing follows. */
function isName(host: string): boolean {
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  const labels = name.split(DOTS);
  return name.length <= LONGEST_HOST && labels.every((one) => LABEL.test(one)) && !NUMBER.test(labels.at(-1) ?? '');
}

function whatIsWrong(host: string): string {
  if (host.includes(':') || /^\[|\]$/.test(host)) return 'it is no address of IPv6';
  const name = host.replace(/\.$/, '');
  const labels = name.split(DOTS);
  if (NUMBER.test(labels.at(-1) ?? '')) return 'it ends in a number, as an address of IPv4 does, and is none';
  if (labels.includes('')) return 'a part between two dots is empty';
  if (name.length > LONGEST_HOST) return `it is longer than ${LONGEST_HOST} characters`;
  const label = labels.find((one) => !LABEL.test(one)) ?? name;
  if (label.length > LONGEST_LABEL) return `a part between two dots is longer than ${LONGEST_LABEL} characters`;
  return `${quote(label)} is not part of a host name, which has letters, digits and hyphens, and no hyphen at an end`;
}

/** Returns the host that is probably meant; undefined where no part of the text is one. */
function meantBy(host: string): string | undefined {
  const bare = host
    .replace(/["'`“”‘’«»]/g, '')
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[\\/]+/, '')
    .replace(/[\\/?#,;\s].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d*$/, (port) => (isAddress(host) ? port : ''))
    .replace(/^(?:\*?\.)+/, '');
  return bare !== '' && bare !== host && isHost(bare) ? bare : undefined;
}

/** A field of a flow that holds names. */
interface NamedField {
  readonly field: keyof Flow;
  /** The kind of thing that has such a name. */
  readonly what: string;
  /** The kind of object that names such things. */
  readonly by: 'configuration' | 'exception';
  readonly of: (model: Model) => readonly Names[];
}

const ofExceptions =
  (type: ExceptionTypeName) =>
  ({ exceptions }: Model): Names[] =>
    exceptions.flatMap(({ data }) => {
      if (data.type === 'unknown') return [{ items: [], open: data.reason }];
      return data.type === type && 'names' in data ? [data.names] : [];
    });

const NAMED: readonly NamedField[] = [
  {
    field: 'userGroups',
    what: 'user group',
    by: 'configuration',
    of: ({ configurations }) => configurations.map(({ userGroups }) => userGroups),
  },
  {
    field: 'organizationUnit',
    what: 'organizational unit',
    by: 'configuration',
    of: ({ configurations }) => configurations.map(({ organizationUnits }) => organizationUnits),
  },
  {
    field: 'deviceTags',
    what: 'device tag',
    by: 'configuration',
    of: ({ configurations }) => configurations.map(({ deviceTags }) => deviceTags),
  },
  { field: 'applications', what: 'application', by: 'exception', of: ofExceptions('application') },
  { field: 'categories', what: 'category', by: 'exception', of: ofExceptions('category') },
  {
    field: 'destinationLocations',
    what: 'network location of destinations',
    by: 'exception',
    of: ofExceptions('destination_location'),
  },
  {
    field: 'sourceLocations',
    what: 'network location of clients',
    by: 'exception',
    of: ofExceptions('source_location'),
  },
  { field: 'sourceCountry', what: 'country', by: 'exception', of: ofExceptions('source_countries') },
];

/** A name in a flow that the model does not have as it is written. */
interface Stranger extends NamedField {
  readonly name: string;
  /** The name in the model that differs in case or white space alone. */
  readonly meant?: string;
  /** Why the model may have other names. */
  readonly open?: string;
}

/**
 * Complains about a configuration that the model does not have, and about names that it has in another case or with
 * other white space: the flow would quietly be about nobody. White space that nobody sees is right only where the model
 * has it, too.
 */
export function complaintsAboutNames(flow: AskedFlow, model: Model): FlowComplaint[] {
  const { configuration } = flow;
  const known = model.configurations.map(({ key }) => key);
  const missing =
    typeof configuration !== 'string' || known.includes(configuration) ? [] : [noConfiguration(configuration, known)];
  const misspelt = strangersIn(flow, model).flatMap(({ field, what, by, name, meant }) => {
    if (meant === undefined) {
      const complaint = complainAboutName(name);
      return complaint === undefined ? [] : [{ field, ...complaint }];
    }
    const detail =
      `The ${what} ${quote(name)} is written ${quote(meant)} in ${by === 'exception' ? 'an exception' : 'a configuration'}. ` +
      'Whether a tenant tells the two apart is not published; here they would be two. ' +
      `Write ${quote(meant)}, as it stands there.`;
    return [{ field, summary: 'Another spelling', detail }];
  });
  return [...missing, ...misspelt];
}

function noConfiguration(key: string, known: readonly string[]): FlowComplaint {
  const detail = `There is no configuration ${quote(key)}. Those that are known: ${known.map(quote).join(', ')}.`;
  return { field: 'configuration', summary: 'No such configuration', detail };
}

/**
 * Remarks on names that nothing in the model has. They may be meant: a flow may be that of users whom no configuration
 * names.
 */
export function remarksOnNames(flow: AskedFlow, model: Model): FlowComplaint[] {
  return strangersIn(flow, model).flatMap(({ field, what, by, name, meant, open }) => {
    if (meant !== undefined || complainAboutName(name) !== undefined) return [];
    const rest =
      open !== undefined
        ? `Not all that they name is known: ${open}.`
        : model.covers === 'part'
          ? `What is judged is a part of the tenant: ${by}s that stand beside it there may name it.`
          : 'If it should be one of those that are named, look at its spelling.';
    return [{ field, summary: 'Named nowhere', detail: `No ${by} names the ${what} ${quote(name)}. ${rest}` }];
  });
}

function strangersIn(flow: AskedFlow, model: Model): Stranger[] {
  return NAMED.flatMap((named) => {
    const names = saidIn(flow[named.field]);
    if (names.length === 0) return [];
    const lists = named.of(model);
    const known = new Set(lists.flatMap(({ items }) => items));
    const spellings = new Map([...known].map((name) => [seen(name), name]));
    const open = lists.find((list) => list.open !== undefined)?.open;
    return names
      .filter((name) => !known.has(name))
      .map((name): Stranger => {
        const meant = spellings.get(seen(name));
        return { ...named, name, ...(meant !== undefined && { meant }), ...(open !== undefined && { open }) };
      });
  });
}

function saidIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

/**
 * Returns a text that is the same for names which look the same on a screen: without case, and without anything that is
 * not seen.
 */
function seen(name: string): string {
  return foldCase(name.normalize('NFKC').replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, ''));
}
