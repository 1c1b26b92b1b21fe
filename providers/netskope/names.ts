/** Names that the whole provider uses: its own, the identity of its objects, and the platforms. */
import { attribute, identity } from 'terraform-plugin-sdk-ts';
import { PLATFORMS as FACTS, PLATFORM_WORDS } from '../../steering/domain/vocabulary';

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

/** The identity of an object for Terraform 1.12 and later: its id, which is also the import id. */
export const byId = identity({
  attributes: { id: attribute.string({ required: true, description: 'The id of the resource.' }) },
});

/** The platforms, each with the word that the contract has for it. */
export const PLATFORMS = FACTS.map((facts) => ({ ...facts, api: PLATFORM_WORDS[facts.name] }));
