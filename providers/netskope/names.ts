/** What Terraform calls this provider. The vendor's own is `netskope`; both can stand in one configuration. */

/** The provider's type: the prefix of its resources and its local name in `required_providers`. */
export const PROVIDER_TYPE = 'netskopesteering';

/** Where Terraform looks for it. The host exists in no DNS: the provider comes from a filesystem mirror. */
export const PROVIDER_SOURCE = `terraform.local/community/${PROVIDER_TYPE}`;
