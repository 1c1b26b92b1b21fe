/**
 * On which tenant does each provider configuration of a plan act? On the one of its `server_url`, or else of the
 * environment.
 */
import { addressOfProvider, normalAddress, type PlanJson, type ProviderAddress } from '../../steering';
import { textOf, type Configuration, type Configured } from './configuration';

export const OURS = 'netskopesteering';

/** The error for a tenant that was read although the plan acts on another one. */
export class OtherTenant extends Error {
  override readonly name = 'OtherTenant';
}

/** The tenant on which a provider configuration acts. */
export interface PlannedTenant extends ProviderAddress {
  /** The key of the provider configuration, such as `netskopesteering.two`. */
  readonly provider: string;
}

/**
 * Lists the tenants of a plan.
 * @param environment the value of NETSKOPE_SERVER_URL, where it is set
 */
export function tenantsOf(plan: PlanJson, configuration: Configuration, environment?: string): PlannedTenant[] {
  const declared = configuration.providers.filter(isOurs);
  const acts = (plan.resource_changes ?? []).some(({ type }) => type.startsWith(`${OURS}_`));
  const all = declared.length > 0 || !acts ? declared : [{ address: OURS, module: '', fields: {} }];
  return all.map(({ address: provider }) => ({ provider, ...addressOfProvider(plan, provider, environment) }));
}

/**
 * Refuses a tenant that was read but is not one of the plan's.
 * @throws OtherTenant
 */
export function refuseOtherTenants(tenants: readonly Omit<PlannedTenant, 'from'>[], lookedAt: string): void {
  const here = normalAddress(lookedAt);
  const other = tenants.find(({ address }) => address !== here);
  if (other === undefined) return;
  const provider = JSON.stringify(other.provider);
  const [where, advice] =
    other.address === undefined
      ? [
          `does not show where the provider ${provider} acts: its server_url refers to what no plan tells`,
          'Write the address as text, or leave it to NETSKOPE_SERVER_URL.',
        ]
      : [
          `acts on ${other.address} (server_url of the provider ${provider})`,
          'Set NETSKOPE_SERVER_URL and NETSKOPE_API_KEY to that tenant, or leave --tenant out. Several tenants are several stacks.',
        ];
  throw new OtherTenant(
    `--tenant looks at ${here ?? 'an address that is none'}, of NETSKOPE_SERVER_URL, but the plan ${where}. What there is on the one says nothing of the other. ${advice}`,
  );
}

export function isOurs({ address, fields }: Configured): boolean {
  const name = textOf(fields['full_name']);
  return name === '' ? /(^|:)netskopesteering(\.|$)/.test(address) : name.endsWith(`/${OURS}`);
}
