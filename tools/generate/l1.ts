/** `constructs/l1/`: the provider's resources as typed constructs. The folder is this generator's own. */
import { format, resolveConfig } from 'prettier';
import { PROVIDER_SOURCE, PROVIDER_TYPE } from '../../providers/netskope/names';
import { certificatePinnedApp } from '../../providers/netskope/resources/certificate-pinned-app/schema';
import { configuration } from '../../providers/netskope/resources/configuration/schema';
import { defaultConfiguration } from '../../providers/netskope/resources/default-configuration/schema';
import { exception } from '../../providers/netskope/resources/exception/schema';
import { nonStandardPort } from '../../providers/netskope/resources/non-standard-port/schema';
import { attribute, schema } from '../../providers/plugin-sdk';
import type { GeneratedFile } from './drift';
import { emitL1 } from './l1/index';

const FOLDER = 'constructs/l1';

export async function generateL1(): Promise<GeneratedFile[]> {
  const files = emitL1({
    type: PROVIDER_TYPE,
    source: PROVIDER_SOURCE,
    className: 'NetskopeSteeringProvider',
    schema: settings,
    resources: {
      [`${PROVIDER_TYPE}_certificate_pinned_app`]: certificatePinnedApp,
      [`${PROVIDER_TYPE}_configuration`]: configuration,
      [`${PROVIDER_TYPE}_default_configuration`]: defaultConfiguration,
      [`${PROVIDER_TYPE}_exception`]: exception,
      [`${PROVIDER_TYPE}_non_standard_port`]: nonStandardPort,
    },
  });
  const options = await resolveConfig(`${FOLDER}/index.ts`);
  return Promise.all(
    files.map(async ({ name, text }) => ({
      path: `${FOLDER}/${name}`,
      text: await format(text, { ...options, parser: 'typescript' }),
    })),
  );
}

const path = (what: string) => attribute.string({ optional: true, description: `Path of the collection of ${what}.` });

const settings = schema({
  description: 'Steers certificate pinned apps on a tenant.',
  attributes: {
    server_url: attribute.string({
      optional: true,
      description:
        'Base URL of the tenant, such as `https://TENANT.goskope.com/api/v2`. Default: the environment variable `NETSKOPE_SERVER_URL`.',
    }),
    api_key: attribute.string({
      optional: true,
      sensitive: true,
      description:
        'API token. Leave it out and set the environment variable `NETSKOPE_API_KEY`: what is written here ends in clear in the synthesized stack and in plan files.',
    }),
    requests_per_second: attribute.number({ optional: true, description: 'Requests a second, at most. Default 4.' }),
    ca_certificate_file: attribute.string({
      optional: true,
      description: 'PEM file of a certificate authority to trust beside the usual ones.',
    }),
    max_retry_wait_seconds: attribute.integer({
      optional: true,
      description: 'Longest wait, in seconds, before a request is tried again.',
    }),
    paths: attribute.single(
      {
        certificate_pinned_apps: path('certificate pinned apps'),
        configurations: path('steering configurations'),
        non_standard_ports: path('non-standard ports'),
        exceptions: path('steering exceptions'),
      },
      { optional: true, description: 'Where the tenant serves each collection, if not where the contract says.' },
    ),
  },
});
