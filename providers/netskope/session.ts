/** What does every operation of the provider work with? The tenant's client, or the reason why there is none yet. */
import { DiagnosticError, error } from 'terraform-plugin-sdk-ts';
import type { TenantClient } from './client';
import type { GuardrailSettings } from './guardrails';

export interface TenantSession {
  /**
   * The client; null while settings are unknown. Without it nothing can be read, and a plan continues with the stored
   * state.
   */
  readonly tenant: TenantClient | null;
  /** The tenant's `server_url` in its normal form, which binds state to the tenant; null while settings are unknown. */
  readonly serverUrl: string | null;
  /** Other addresses of the same tenant, in their normal form. State that was made under them is accepted. */
  readonly formerServerUrls: readonly string[];
  /** What a plan says of guardrails. */
  readonly guardrails: GuardrailSettings;
  /** The names of the settings that are not known yet. */
  readonly unknownSettings: readonly string[];
}

/**
 * The client of a session.
 *
 * @throws DiagnosticError where there is no client; it names the settings that are not known yet
 */
export function tenantOf({ tenant, unknownSettings }: TenantSession): TenantClient {
  if (tenant !== null) return tenant;
  throw new DiagnosticError(
    error(
      'Provider settings not known yet',
      `This needs the tenant, but ${unknownSettings.join(' and ')} of the provider will only be known after an apply. ` +
        'Apply what they depend on first (terraform apply -target=...), or set NETSKOPE_SERVER_URL and NETSKOPE_API_KEY.',
    ),
  );
}
