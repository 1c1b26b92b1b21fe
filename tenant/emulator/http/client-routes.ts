/**
 * The routes `GET /__local/clients/FILE`, which answer what a client would download, by its user, device and location.
 * `bundle.zip` is what an administrator would collect on its device, with the log of the connections that are named.
 */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import type { FastifyInstance } from 'fastify';
import { strToU8, zipSync } from 'fflate';
import { clientBundle } from '../clients/bundle';
import { readClientSource, type DeviceClient } from '../clients/client';
import { clientFileNames, toClientFiles } from '../clients/files';
import type { DeviceFlow } from '../clients/flows';
import { logVariants, type LogOptions } from '../clients/log';
import { invalid } from '../problem';
import type { Store } from '../state/store';
import { toFieldErrors } from './validate';

/** Adds a route for each file. The query says which client asks. */
export function addClientRoutes(server: FastifyInstance, store: Store): void {
  for (const name of clientFileNames) {
    server.get(`/__local/clients/${name}`, { config: { local: true } }, (request, reply) => {
      const client = toClient(fileQuery(request.query));
      // The header says that third parties published the shape, which the file itself cannot say.
      return reply.header('X-Strength', 'community').send(toClientFiles(readClientSource(store, client), client)[name]);
    });
  }
  server.get('/__local/clients/bundle.zip', { config: { local: true } }, (request, reply) => {
    const query = bundleQuery(request.query);
    const files = clientBundle(store, toClient(query), (query.flow ?? []).map(toFlow), toLogOptions(query));
    return reply.header('X-Strength', 'community').type('application/zip').send(toZip(files));
  });
}

/** Packs files into an archive. Its bytes depend on the files alone: each has the first date that an archive can have. */
function toZip(files: ReadonlyMap<string, string>): Buffer {
  const entries = Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync(entries, { mtime: new Date(1980, 0, 1) }));
}

interface ClientQuery {
  user_group?: string[];
  organization_unit?: string[];
  os_family: DeviceClient['os_family'];
  device_tag?: string[];
  location?: NonNullable<DeviceClient['location']>;
}

/** What the query of a bundle says beside the client. */
interface BundleQuery extends ClientQuery {
  /** `PROCESS,HOST,PORT`, and `,udp` where it is not TCP. */
  flow?: string[];
  variant?: NonNullable<LogOptions['variant']>;
  managed?: 'true' | 'false';
  start?: string;
  noise?: number;
  seed?: number;
}

const FLOW = /^(.+),([^,]*),(\d{1,5})(?:,(tcp|udp))?$/;

function toFlow(text: string): DeviceFlow {
  const [, process = '', host = '', port, transport] = FLOW.exec(text) ?? [];
  return { process, host, port: Number(port), ...(transport && { transport: transport as 'tcp' | 'udp' }) };
}

function toLogOptions({ variant, managed, start, noise, seed }: BundleQuery): LogOptions {
  return {
    ...(variant !== undefined && { variant }),
    ...(managed !== undefined && { managed: managed === 'true' }),
    ...(start !== undefined && { start }),
    ...(noise !== undefined && { noise }),
    ...(seed !== undefined && { seed }),
  };
}

function toClient({
  user_group = [],
  organization_unit = [],
  os_family,
  device_tag = [],
  location,
}: ClientQuery): DeviceClient {
  return {
    user_groups: user_group,
    organization_units: organization_unit,
    os_family,
    device_tags: device_tag,
    ...(location && { location }),
  };
}

/** Makes the reader of a query, which throws a Problem (400) that names each parameter that is not understood. */
function createQueryReader<T>(more: object): (query: unknown) => T {
  let validate: ValidateFunction | undefined;
  return (query) => {
    validate ??= compile(more);
    if (!validate(query)) throw invalid(toFieldErrors(validate.errors ?? []));
    return query as T;
  };
}

const fileQuery = createQueryReader<ClientQuery>({});
const bundleQuery = createQueryReader<BundleQuery>({
  flow: { type: 'array', items: { type: 'string', pattern: FLOW.source } },
  variant: { type: 'string', enum: logVariants },
  managed: { type: 'string', enum: ['true', 'false'] },
  start: {
    type: 'string',
    pattern: '^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z$',
  },
  noise: { type: 'integer', minimum: 0, maximum: 1_000 },
  seed: { type: 'integer', minimum: 0 },
});

function compile(more: object): ValidateFunction {
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
      ...more,
    },
  });
}
