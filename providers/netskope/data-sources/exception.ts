import { attribute, dataSource, DiagnosticError, error, path, schema, type Stub } from '../../plugin-sdk';
import type { SteeringException } from '../client';
import { explained } from '../explain';
import { parseId } from '../ids';
import { fromApi, pathOf } from '../resources/exception/api-mapping';
import { exception as resource } from '../resources/exception/schema';
import { tenantOf, type Session } from '../session';
import { readOnly } from './read-only';

const { id: _id, configuration_id: _configurationId, ...content } = readOnly(resource.attributes);

/** What both the single and the plural data source show of an exception, beside its ids. */
export const exceptionAttributes = {
  type: attribute.string({
    computed: true,
    description: 'The type of the exception, which is the name of the one attribute that holds its data.',
  }),
  ...content,
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

/** An exception as a data source shows it. */
export function exceptionOf(exception: SteeringException, configurationId: string) {
  const previous = { configuration_id: configurationId } as Stub<typeof resource>;
  return { ...fromApi(exception, previous, `${configurationId}/${exception.id}`), type: exception.type as string };
}
