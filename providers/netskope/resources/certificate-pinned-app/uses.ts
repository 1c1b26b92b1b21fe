/**
 * The exceptions that use an app, of every configuration. A tenant deletes them together with the app [doc R119 467283], so
 * an app is deleted only once there are none. The tenant is asked first and told then: what somebody makes in between is lost.
 */
import { DiagnosticError, error } from 'terraform-plugin-sdk-ts';
import { ApiError, type App, type SteeringException, type TenantClient } from '../../client';
import { DEFAULT_CONFIGURATION_ID, isId } from '../../values';

/** All deletions of an apply share the lists, until these are so old that others may well have changed something. */
const MAX_AGE_MS = 60_000;

/** The uses that a refusal names; a message with thousands of them helps nobody. */
const NAMED = 20;

interface Use {
  readonly exception: SteeringException;
  readonly configurationId: string;
  /** Undefined where the tenant does not list the configuration. */
  readonly configurationName: string | undefined;
}

/** @throws DiagnosticError while an exception uses the app, and where that cannot be known */
export async function refuseWhileInUse(
  tenant: TenantClient,
  { id, name }: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<void> {
  const app = `${JSON.stringify(name)} (${id})`;
  const all = await exceptionsOfAll(tenant, signal).catch((cause: unknown) => {
    throw cause instanceof ApiError ? refusal(`${unseen(app)}\n\n${cause.message}`) : cause;
  });
  const unreadable = all.filter(({ exception }) => appOf(exception) === UNREADABLE);
  const uses = all.filter(({ exception }) => appOf(exception) === id);
  if (uses.length > 0) throw refusal(inUse(app, uses));
  if (unreadable.length > 0) throw refusal(`${unseen(app)}\n\n${ofAnotherForm(unreadable)}`);
}

async function exceptionsOfAll(tenant: TenantClient, signal: AbortSignal): Promise<readonly Use[]> {
  const options = { signal, maxAgeMs: MAX_AGE_MS };
  const listed = await tenant.configurations.list(options);
  // The default configuration is always there [doc], whatever the list says.
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

const UNREADABLE = Symbol('unreadable');

function appOf({ type, certificate_pinned_app }: SteeringException): App['id'] | typeof UNREADABLE | undefined {
  if (type !== 'certificate_pinned_app') return undefined;
  return certificate_pinned_app === undefined ? UNREADABLE : certificate_pinned_app.app_id;
}

function refusal(detail: string): DiagnosticError {
  return new DiagnosticError(error('Cannot delete the certificate pinned app', detail));
}

const unseen = (app: string) =>
  `The app ${app} was not deleted: a tenant deletes the exceptions that use an app together with it [doc], and whether there are any cannot be seen.`;

/** An id of another form is a foreign text, and not for a command line. */
const addressOf = ({ configurationId, exception: { id } }: Use) =>
  isId(id) ? `${configurationId}/${id}` : JSON.stringify(id);

function named(uses: readonly Use[]): string {
  const lines = uses.slice(0, NAMED).map((use) => {
    const { configurationId, configurationName } = use;
    const name = configurationName === undefined ? '' : ` (${JSON.stringify(configurationName)})`;
    return `- exception ${addressOf(use)}, in configuration ${configurationId}${name}`;
  });
  const more = uses.length - NAMED;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

const ofAnotherForm = (unreadable: readonly Use[]) =>
  `The tenant shows exceptions in a form that this version of the provider does not know, so it cannot tell their app:\n${named(unreadable)}\n\n` +
  'Look at them on the tenant. If none uses the app, delete it there, and remove it here: terraform state rm.';

function inUse(app: string, uses: readonly Use[]): string {
  const first = uses.find(({ exception }) => isId(exception.id));
  const what = uses.length === 1 ? 'an exception uses it' : `${uses.length} exceptions use it`;
  return [
    `The app ${app} was not deleted: ${what}, and a tenant deletes what uses an app together with it [doc].`,
    named(uses),
    '',
    ...(first === undefined
      ? []
      : [
          `The command terraform state list -id=${addressOf(first)} names the resource that manages an exception here, if there is one. What to do:`,
        ]),
    '- the resource turns to another app: without create_before_destroy Terraform deletes the app first, at each apply. Let ' +
      'the exception turn first, by terraform apply -target=ADDRESS of the exception, then apply. With lifecycle ' +
      '{ create_before_destroy = true } in the app, written and applied while the app is still there, one apply does both.',
    '- the app is replaced (-replace, or tainted), and the resource stays with it: replace both, by terraform apply ' +
      '-replace=ADDRESS for the app and for each exception, or keep the app, by terraform untaint or an apply without -replace.',
    '- the resource is deleted too, and holds the id of the app as a text: refer to the id of the app resource, so that Terraform knows the order, or apply again.',
    '- no resource: delete the exception on the tenant, or let it use another app.',
    'The look and a deletion are two steps: an exception that others make in between is deleted with the app. The deletions of an apply share a look for a minute.',
  ].join('\n');
}
