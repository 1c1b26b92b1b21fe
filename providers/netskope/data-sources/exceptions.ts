import { attribute, dataSource, oneOf, schema, t } from '../../plugin-sdk';
import { EXCEPTION_TYPE_NAMES, exceptionTypeNamed } from '../../../steering/domain/exceptions';
import { explained } from '../explain';
import { checkId } from '../ids';
import { pathOf } from '../resources/exception/exception-resource';
import { LOCATIONS } from '../../../steering/domain/vocabulary';
import { tenantOf, type Session } from '../session';
import { exceptionAttributes, exceptionOf } from './exception';

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
      description: 'Only exceptions of this side of dynamic steering: `on_premises` or `off_premises`.',
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

export const exceptions = dataSource<typeof exceptionsData, Session>({
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

/** `0/9` before `0/10`. */
function ascending(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
