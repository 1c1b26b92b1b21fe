/**
 * The data sources of steering exceptions. One finds an exception by its id; the other lists those of a configuration
 * that pass a filter.
 */
import {
  attribute,
  dataSource,
  DiagnosticError,
  error,
  oneOf,
  path,
  schema,
  t,
  type Attributes,
} from 'terraform-plugin-sdk-ts';
import { EXCEPTION_TYPE_NAMES, exceptionTypeNamed } from '../../../steering/domain/exceptions';
import { LOCATIONS } from '../../../steering/domain/vocabulary';
import type { SteeringException } from '../client';
import { explained } from '../explain';
import { fromApi, pathOf, SHARED } from '../resources/exception/exception-resource';
import { typeNamed } from '../resources/exception/types';
import { tenantOf, type TenantSession } from '../session';
import { checkId, parseId } from '../values';
import { readOnly } from './lookup';

const attributesOfTypes = EXCEPTION_TYPE_NAMES.map((name) => readOnly(typeNamed(name).attributes));

/**
 * The attributes that both data sources show of an exception, besides its ids. Attributes that its type does not have
 * are null.
 */
const exceptionAttributes = {
  type: attribute.string({
    computed: true,
    description: `The type of the exception: ${EXCEPTION_TYPE_NAMES.map((name) => `\`${name}\``).join(', ')}.`,
  }),
  ...readOnly({ location: SHARED.location, notes: SHARED.notes }),
  ...(Object.assign({}, ...attributesOfTypes) as Attributes),
};

const exceptionData = schema({
  description: 'A steering exception of the tenant, found by its id.',
  attributes: {
    id: attribute.string({ required: true, description: '`<configuration>/<exception>`, such as `0/345`.' }),
    configuration_id: attribute.string({
      computed: true,
      description: 'The configuration that the exception belongs to; `0` is the default one.',
    }),
    ...exceptionAttributes,
  },
});

export const exception = dataSource<typeof exceptionData, TenantSession>({
  name: 'netskopesteering_exception',
  schema: exceptionData,
  async read({ client, signal, config: { id } }) {
    const { configurationId, objectId } = parseId(id, true);
    const read = tenantOf(client).exceptions(configurationId).find(objectId, { signal });
    const found = await explained(read, 'Cannot read the steering exception', pathOf);
    if (found !== null) return exceptionOf(found, configurationId);
    throw new DiagnosticError(
      error('No such object', `The tenant has no steering exception with the id ${JSON.stringify(id)}.`, path('id')),
    );
  },
});

/** An object with null for each attribute of any type. */
const NONE = Object.fromEntries(
  attributesOfTypes.flatMap((attributes) => Object.keys(attributes)).map((name) => [name, null]),
);

/** The attributes that every exception has in a data source, besides those of its type. */
interface ShownException {
  readonly id: string;
  readonly configuration_id: string;
  readonly type: string;
  readonly location: string | null;
  readonly notes: string | null;
  /** The certificate pinned app; null for an exception of another type. */
  readonly app_id: string | null;
}

/** An exception as a data source shows it. */
function exceptionOf(exception: SteeringException, configurationId: string): ShownException {
  const { type, id } = exception;
  const shared = { configuration_id: configurationId };
  return {
    ...NONE,
    ...fromApi(type, exception, shared, `${configurationId}/${id}`),
    type,
  } as unknown as ShownException;
}

const exceptionsData = schema({
  description:
    'Steering exceptions of a configuration that pass every given filter. Exceptions of a type that this version of the provider does not know are left out.',
  attributes: {
    configuration_id: attribute.string({
      required: true,
      description: 'The configuration; `0` is the default one.',
      validators: [checkId],
    }),
    type: attribute.string({
      optional: true,
      description: `Only exceptions of this type: ${EXCEPTION_TYPE_NAMES.map((name) => `\`${name}\``).join(', ')}.`,
      validators: [oneOf(...EXCEPTION_TYPE_NAMES)],
    }),
    app_id: attribute.string({
      optional: true,
      description: 'Only exceptions for this certificate pinned app.',
      validators: [checkId],
    }),
    location: attribute.string({
      optional: true,
      description:
        'Only exceptions for clients that are, with dynamic steering, at this location: `on_premises` or `off_premises`.',
      validators: [oneOf(...Object.values(LOCATIONS))],
    }),
    ids: attribute.list(t.string, { computed: true, description: 'Their ids, in ascending order.' }),
    exceptions: attribute.listOf(
      {
        id: attribute.string({ computed: true, description: '`<configuration>/<exception>`.' }),
        configuration_id: attribute.string({ computed: true, description: 'The configuration.' }),
        ...exceptionAttributes,
      },
      { computed: true, description: 'The exceptions, in the ascending order of their ids.' },
    ),
  },
});

export const exceptions = dataSource<typeof exceptionsData, TenantSession>({
  name: 'netskopesteering_exceptions',
  schema: exceptionsData,
  async read({ client, signal, config }) {
    const { configuration_id, type, app_id, location } = config;
    const list = tenantOf(client).exceptions(configuration_id).list({ signal });
    const all = await explained(list, 'Cannot read steering exceptions', pathOf);
    const found = all
      .filter(({ type, ...object }) => object[exceptionTypeNamed(type) ?? type] !== undefined)
      .map((object) => exceptionOf(object, configuration_id))
      .filter((exception) => type === null || exception.type === type)
      .filter((exception) => app_id === null || exception.app_id === app_id)
      .filter((exception) => location === null || exception.location === location)
      .sort((a, b) => ascending(a.id, b.id));
    return { configuration_id, type, app_id, location, ids: found.map(({ id }) => id), exceptions: found };
  },
});

/** Compares ids in an order in which `0/9` stands before `0/10`. */
function ascending(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
