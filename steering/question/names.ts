/** Names in a flow, beside those that a model has: a user group, a tag, an application, a location, a country. */
import { foldCase } from '../domain/processes';
import type { ExceptionTypeName } from '../domain/exceptions';
import type { AskedFlow, Flow, FlowComplaint } from '../model/flow';
import type { Model, Names } from '../model/model';
import { complainAboutName } from '../domain/names';
import { quote } from '../inert';

interface Named {
  readonly field: keyof Flow;
  /** What such a name is of. */
  readonly what: string;
  /** What names it. */
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

const NAMED: readonly Named[] = [
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
interface Stranger extends Named {
  readonly name: string;
  /** The name of the model that differs in case or white space alone. */
  readonly meant?: string;
  /** Why the model may have others. */
  readonly open?: string;
}

/**
 * Names that the model has in another case, or with other white space: the flow would quietly be about nobody. White space
 * that nobody sees is right only where the model has it, too.
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

/** Names that nothing in the model has. A flow may mean them so: one of users whom no configuration names. */
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

/** What is the same to whoever reads it on a screen: without case, and without anything that is not seen. */
function seen(name: string): string {
  return foldCase(name.normalize('NFKC').replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu, ''));
}
