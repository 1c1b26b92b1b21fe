/**
 * Do exceptions of any configuration still use an app or a network location? A tenant deletes such exceptions together
 * with the object, so the provider deletes an object only when there are none left. The look and the deletion are two
 * requests: an exception that somebody makes between them is lost.
 */
import { DiagnosticError, error } from 'terraform-plugin-sdk-ts';
import { ApiError, COLLECTIONS, type CollectionName, type SteeringException, type TenantClient } from './client';
import { DEFAULT_CONFIGURATION_ID, isId } from './values';

/** A kind of object that exceptions can use. */
export interface Used {
  readonly collection: CollectionName;
  /** The short name of the kind, for messages. */
  readonly noun: string;
  /** The attribute by which exceptions refer to an object. */
  readonly by: 'id' | 'name';
  /** How strong the fact is that a tenant deletes an object together with the exceptions that use it. */
  readonly mark: string;
  /**
   * The objects of the kind that an exception uses, each by its `by`; null where the form of the exception is not
   * known.
   */
  usedBy(exception: SteeringException): readonly string[] | null;
}

export const USED = {
  apps: {
    collection: 'apps',
    noun: 'app',
    by: 'id',
    // R119 467283
    mark: '[doc]',
    usedBy: ({ type, certificate_pinned_app: pinned }) =>
      type !== 'certificate_pinned_app' ? [] : pinned === undefined ? null : [pinned.app_id],
  },
  networkLocations: {
    collection: 'networkLocations',
    noun: 'network location',
    by: 'name',
    mark: '[doc of one that is uploaded again]',
    usedBy: ({ type, destination_location, source_location }) =>
      type !== 'destination_location' && type !== 'source_location'
        ? []
        : ((type === 'destination_location' ? destination_location : source_location)?.locations ?? null),
  },
} as const satisfies Record<string, Used>;

/**
 * How old the lists may be that the deletions of one apply share, in milliseconds. Older lists are read again, because
 * others may have changed something.
 */
const MAX_AGE_MS = 60_000;

/** How many uses a refusal names. A message with thousands of them would help nobody. */
const NAMED = 20;

interface Use {
  readonly exception: SteeringException;
  readonly configurationId: string;
  /** The name of the configuration; undefined where the tenant does not list it. */
  readonly configurationName: string | undefined;
}

/**
 * Refuses to delete an object that is in use.
 *
 * @throws DiagnosticError while an exception uses the object, and where that cannot be known
 */
export async function refuseWhileInUse(
  used: Used,
  tenant: TenantClient,
  object: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<void> {
  const refusal = (detail: string) =>
    new DiagnosticError(error(`Cannot delete the ${COLLECTIONS[used.collection].title}`, detail));
  const title = `The ${used.noun} ${JSON.stringify(object.name)} (${object.id})`;
  const all = await exceptionsOfAll(tenant, signal).catch((cause: unknown) => {
    throw cause instanceof ApiError ? refusal(`${unseen(used, title)}\n\n${cause.message}`) : cause;
  });
  const found = all.map((use) => ({ use, uses: used.usedBy(use.exception) }));
  const unreadable = found.filter(({ uses }) => uses === null).map(({ use }) => use);
  const uses = found.filter((one) => one.uses?.includes(object[used.by]) === true).map(({ use }) => use);
  if (uses.length > 0) throw refusal(inUse(used, title, uses));
  if (unreadable.length > 0) throw refusal(`${unseen(used, title)}\n\n${ofAnotherForm(used, unreadable)}`);
}

async function exceptionsOfAll(tenant: TenantClient, signal: AbortSignal): Promise<readonly Use[]> {
  const options = { signal, maxAgeMs: MAX_AGE_MS };
  const listed = await tenant.configurations.list(options);
  // The default configuration always exists [doc], whatever the list says.
  const names = new Map<string, string | undefined>([[DEFAULT_CONFIGURATION_ID, undefined]]);
  for (const { config_id, config_name } of listed) names.set(String(config_id), config_name);
  const lists = await Promise.all(
    [...names].map(async ([configurationId, configurationName]) =>
      (await tenant.exceptions(configurationId).list(options)).map((exception) => ({
        exception,
        configurationId,
        configurationName,
      })),
    ),
  );
  return lists.flat();
}

const unseen = ({ noun, mark }: Used, title: string) =>
  `${title} was not deleted: a tenant deletes the exceptions that use ${a(noun)} together with it ${mark}, and whether there are any cannot be seen.`;

const a = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/**
 * The import id of an exception. An id of an unexpected form comes from outside, and must not stand in a command line.
 */
const addressOf = ({ configurationId, exception: { id } }: Use) =>
  isId(id) ? `${configurationId}/${id}` : JSON.stringify(id);

function namesOf(uses: readonly Use[]): string {
  const shown = uses.slice(0, NAMED).map((use) => {
    const { configurationId, configurationName } = use;
    const name = configurationName === undefined ? '' : ` (${JSON.stringify(configurationName)})`;
    return `- exception ${addressOf(use)}, in configuration ${configurationId}${name}`;
  });
  const more = uses.length - NAMED;
  return [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

const ofAnotherForm = ({ noun }: Used, unreadable: readonly Use[]) =>
  `The tenant shows exceptions in a form that this version of the provider does not know, so it cannot tell their ${noun}:\n${namesOf(unreadable)}\n\n` +
  `Look at them on the tenant. If none uses the ${noun}, delete it there, and remove it here: terraform state rm.`;

function inUse({ noun, by, mark }: Used, title: string, uses: readonly Use[]): string {
  const first = uses.find(({ exception }) => isId(exception.id));
  const what = uses.length === 1 ? 'an exception uses it' : `${uses.length} exceptions use it`;
  return [
    `${title} was not deleted: ${what}, and a tenant deletes what uses ${a(noun)} together with it ${mark}.`,
    namesOf(uses),
    '',
    ...(first === undefined
      ? []
      : [
          `The command terraform state list -id=${addressOf(first)} names the resource that manages an exception here, if there is one. What to do:`,
        ]),
    `- the resource turns to another ${noun}: without create_before_destroy Terraform deletes the ${noun} first, at each apply. Let ` +
      'the exception turn first, by terraform apply -target=ADDRESS of the exception, then apply. With lifecycle ' +
      `{ create_before_destroy = true } in the ${noun}, written and applied while the ${noun} is still there, one apply does both.`,
    `- the ${noun} is replaced (-replace, or tainted), and the resource stays with it: replace both, by terraform apply ` +
      `-replace=ADDRESS for the ${noun} and for each exception, or keep the ${noun}, by terraform untaint or an apply without -replace.`,
    `- the resource is deleted too, and holds the ${by} of the ${noun} as a text: refer to the ${by} of the ${noun} resource, so that Terraform knows the order, or apply again.`,
    `- no resource: delete the exception on the tenant, or let it use another ${noun}.`,
    `The look and a deletion are two steps: an exception that others make in between is deleted with the ${noun}. The deletions of an apply share a look for a minute.`,
  ].join('\n');
}
