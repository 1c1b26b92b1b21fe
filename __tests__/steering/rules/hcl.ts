/** Configurations in HCL, as administrators write them, and their models. */
export { modelOfHcl } from '../../../tools/generate/rules/describe-rules';

export const DEFAULT = (body = '') => `resource "netskopesteering_default_configuration" "default" {\n${body}\n}`;

export const APP = (platforms = 'windows = { processes = ["own.exe"] }', name = 'Own app') =>
  `resource "netskopesteering_certificate_pinned_app" "a" {
  name = "${name}"
  ${platforms}
}`;

export const IN_DEFAULT = 'netskopesteering_default_configuration.default.id';

export const BLOCK = (label: string, actions = 'windows = "block"', configuration = IN_DEFAULT) =>
  `resource "netskopesteering_certificate_pinned_app_exception" "${label}" {
  configuration_id   = ${configuration}
  app_id             = netskopesteering_certificate_pinned_app.a.id
  custom_app_domains = ["*"]
  ${actions}
}`;

/** The app, blocked in the default configuration. */
export const PAIR = (body = '') => [DEFAULT(body), APP(), BLOCK('e')].join('\n');

export const CONFIGURATION = (label: string, body: string) =>
  `resource "netskopesteering_configuration" "${label}" {
  name    = "${label}"
  enabled = true
  ${body}
}`;

export const PORT = (label: string, port: number, domains = '["whatsapp.com"]') =>
  `resource "netskopesteering_non_standard_port" "${label}" {
  configuration_id = ${IN_DEFAULT}
  port             = ${port}
  domains          = ${domains}
}`;
