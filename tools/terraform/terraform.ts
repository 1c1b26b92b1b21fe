/** How do tests, tools and benchmarks run the real terraform? They use the provider that `npm run build` has made. */
import { resolve } from 'node:path';
import type { TenantAddress } from './tenant-reader';

export {
  mustRunTerraform,
  runTerraform,
  startTerraform,
  terraformEnvironment,
  type TerraformResult,
  type TerraformRun,
  type TerraformRunOptions,
} from 'terraform-plugin-sdk-ts/testing/terraform';

/**
 * The CLI configuration that names the mirror of the built provider. Tests of the executable of a release name another
 * one.
 */
export const CLI_CONFIG_FILE = process.env['STEERING_TERRAFORMRC'] ?? resolve(__dirname, '../../dist/terraformrc');

/** The address and the token by which the provider finds a tenant. */
export function accessTo({ serverUrl, apiKey }: TenantAddress): NodeJS.ProcessEnv {
  return { NETSKOPE_SERVER_URL: serverUrl, NETSKOPE_API_KEY: apiKey };
}
