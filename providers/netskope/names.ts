/**
 * What is the provider called, and which version is it? The program loads this file before the handshake, so it imports nothing
 * that takes time.
 */
export { version as VERSION } from '../../package.json';

/**
 * The provider's type, which is the prefix of its resources and its local name in `required_providers`. The vendor's
 * own provider is `netskope`, so one configuration can have both.
 */
export const PROVIDER_TYPE = 'netskopesteering';

/**
 * Where Terraform looks for the provider. The host is not in any DNS, because the provider comes from a filesystem
 * mirror.
 */
export const PROVIDER_SOURCE = `terraform.local/community/${PROVIDER_TYPE}`;
