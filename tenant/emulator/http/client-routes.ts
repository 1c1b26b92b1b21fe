/**
 * The routes `GET /__local/clients/FILE`, which answer what a client would download, by its user, device and location.
 */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { FastifyInstance } from 'fastify';
import type { DeviceClient } from '../clients/client';
import { clientFileNames, readClientFiles } from '../clients/files';
import { invalid } from '../problem';
import type { Store } from '../state/store';
import { toFieldErrors } from './validate';

/** Adds a route for each file. The query says which client asks. */
export function addClientRoutes(server: FastifyInstance, store: Store): void {
  for (const name of clientFileNames) {
    server.get(`/__local/clients/${name}`, { config: { local: true } }, (request, reply) =>
      // The header says that third parties published the shape, which the file itself cannot say.
      reply.header('X-Strength', 'community').send(readClientFiles(store, toClient(request.query))[name]),
    );
  }
}

interface ClientQuery {
  user_group?: string[];
  organization_unit?: string[];
  os_family: DeviceClient['os_family'];
  device_tag?: string[];
  location?: NonNullable<DeviceClient['location']>;
}

function toClient(query: unknown): DeviceClient {
  const validate = (validator ??= compile());
  if (!validate(query)) throw invalid(toFieldErrors(validate.errors ?? []));
  const { user_group = [], organization_unit = [], os_family, device_tag = [], location } = query as ClientQuery;
  return {
    user_groups: user_group,
    organization_units: organization_unit,
    os_family,
    device_tags: device_tag,
    ...(location && { location }),
  };
}

let validator: ValidateFunction | undefined;

function compile(): ValidateFunction {
  const texts = { type: 'array', items: { type: 'string', minLength: 1 } };
  return new Ajv2020({ allErrors: true, verbose: true, coerceTypes: 'array' }).compile({
    type: 'object',
    required: ['os_family'],
    additionalProperties: false,
    properties: {
      user_group: texts,
      organization_unit: texts,
      os_family: { type: 'string', enum: ['windows', 'mac', 'linux', 'android', 'ios'] },
      device_tag: texts,
      location: { type: 'string', enum: ['on_prem', 'off_prem'] },
    },
  });
}
