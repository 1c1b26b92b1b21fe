import { attribute, dataSource, DiagnosticError, error, path, schema, type Attributes } from '../../plugin-sdk';
import { EXCEPTION_TYPE_NAMES } from '../../../steering/domain/exceptions';
import type { SteeringException } from '../client';
import { explained } from '../explain';
import { parseId } from '../ids';
import { fromApi, pathOf, SHARED } from '../resources/exception/exception-resource';
import { typeNamed } from '../resources/exception/types';
import { tenantOf, type Session } from '../session';
import { readOnly } from './read-only';

const attributesOfTypes = EXCEPTION_TYPE_NAMES.map((name) => readOnly(typeNamed(name).attributes));

/** What both the single and the plural data source show of an exception, beside its ids: null is what its type does not have. */
export const exceptionAttributes = {
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

export const exception = dataSource<typeof exceptionData, Session>({
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

const NONE = Object.fromEntries(
  attributesOfTypes.flatMap((attributes) => Object.keys(attributes)).map((name) => [name, null]),
);

/** What a data source shows of every exception; beside it stands what its type has. */
interface Shown {
  readonly id: string;
  readonly configuration_id: string;
  readonly type: string;
  readonly location: string | null;
  readonly notes: string | null;
  /** Null where it is about no certificate pinned app. */
  readonly app_id: string | null;
}

/** An exception as a data source shows it. */
export function exceptionOf(exception: SteeringException, configurationId: string): Shown {
  const { type, id } = exception;
  const shared = { configuration_id: configurationId };
  return { ...NONE, ...fromApi(type, exception, shared, `${configurationId}/${id}`), type } as unknown as Shown;
}
