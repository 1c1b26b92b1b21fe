import { error, type Config } from '../../../plugin-sdk';
import type { SteeringException, SteeringExceptionInput } from '../../client';
import { collectionResource } from '../../collection-resource';
import { fromApi, pathOf, toApi } from './api-mapping';
import { exception as schema } from './schema';
import { TYPE_NAMES } from './types';

export const exception = collectionResource<typeof schema, SteeringException, SteeringExceptionInput>({
  name: 'netskopesteering_exception',
  title: 'steering exception',
  schema,
  inConfiguration: true,
  collection: (tenant, configurationId) => tenant.exceptions(configurationId),
  idOf: ({ id }) => id,
  toApi,
  fromApi,
  pathOf,
  validate: checkOneType,
});

function checkOneType(config: Config<typeof schema>) {
  const given = TYPE_NAMES.filter((type) => config[type] !== null);
  if (given.length === 1) return [];
  const what = given.length === 0 ? 'The exception names no type' : `The exception names ${given.join(' and ')}`;
  return [error('Not exactly one type', `${what}. Give exactly one of ${TYPE_NAMES.join(', ')}.`)];
}
