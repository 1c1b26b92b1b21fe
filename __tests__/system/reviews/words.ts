/** What stacks are made of, in Terraform's language, in a few words. */

/** HCL, or files by their path. */
export type Files = string | Readonly<Record<string, string>>;

export const REQUIRED_PROVIDERS = `terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}
`;

/** Without a rate: the local tenant limits nobody. */
export const PROVIDER = 'provider "netskopesteering" {\n  requests_per_second = 1000\n}\n';

const OURS = 'netskopesteering_';
const DEFAULT = `${OURS}default_configuration.default`;

export const defaults = (settings = '', name = 'default') =>
  `resource "${OURS}default_configuration" "${name}" {\n${settings}\n}\n`;

/** An app that runs as `NAME.exe` on Windows. */
export const app = (name: string, more = '') =>
  `resource "${OURS}certificate_pinned_app" "${name}" {
  name    = "${name}"
  windows = { processes = ["${name}.exe"] }
${more}}\n`;

/** What becomes of an app of that name, in a configuration. */
export const action = (
  name: string,
  does: string,
  { of = `${OURS}certificate_pinned_app.${name}.id`, at = `${DEFAULT}.id`, more = '' } = {},
) =>
  `resource "${OURS}certificate_pinned_app_exception" "${name}" {
  configuration_id   = ${at}
  app_id             = ${of}
  custom_app_domains = ["*"]
  windows            = "${does}"
${more}}\n`;

export const domains = (name: string, list: readonly string[], at = `${DEFAULT}.id`, more = '') =>
  `resource "${OURS}domain_exception" "${name}" {
  configuration_id = ${at}
  domains          = ${JSON.stringify(list)}
${more}}\n`;

export const configuration = (name: string, settings: string) =>
  `resource "${OURS}configuration" "${name}" {
  name         = "${name}"
${settings}
}\n`;

export const port = (name: string, number: number, list: readonly string[], at = `${DEFAULT}.id`) =>
  `resource "${OURS}non_standard_port" "${name}" {
  configuration_id = ${at}
  port             = ${number}
  domains          = ${JSON.stringify(list)}
}\n`;

/** An app that is blocked for everybody. */
export const blocked = PROVIDER + defaults() + app('a') + action('a', 'block');
