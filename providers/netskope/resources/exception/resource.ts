import { error, notKept, type Config, type Planned } from '../../../plugin-sdk';
import type { SteeringException, SteeringExceptionInput } from '../../client';
import { collectionResource } from '../../collection-resource';
import { fromApi, pathOf, toApi, typeNameOf } from './api-mapping';
import { warnOfUndefinedPlatforms, WITHOUT_EFFECT } from './idle-values';
import { complainAboutLocation, complainAboutPlace } from './offer';
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
  twinOf,
  validate: checkOneType,
  withoutEffect: WITHOUT_EFFECT,
  impossible: complainAboutLocation,
  objections: complainAboutPlace,
  advice: warnOfUndefinedPlatforms,
});

/** One that says the same, in whatever order and spelling. */
function twinOf(exceptions: readonly SteeringException[], planned: Planned<typeof schema>) {
  const type = typeNameOf(planned);
  return exceptions.find(
    (exception) =>
      exception.type === type &&
      exception[type] !== undefined &&
      notKept(schema, planned, fromApi(exception, planned, '')).length === 0,
  );
}

function checkOneType(config: Config<typeof schema>) {
  const given = TYPE_NAMES.filter((type) => config[type] !== null);
  if (given.length === 1) return [];
  const what = given.length === 0 ? 'The exception names no type' : `The exception names ${given.join(' and ')}`;
  return [error('Not exactly one type', `${what}. Give exactly one of ${TYPE_NAMES.join(', ')}.`)];
}
