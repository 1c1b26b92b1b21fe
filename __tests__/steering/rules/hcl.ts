/** Models of configurations in HCL, as administrators write them. */
import { parse } from '@cdktf/hcl2json';
import { modelFromStack, type Model } from '../../../steering';

/** Reads a configuration as a stack that is not planned yet. The blocks of terraform itself are left out. */
export async function modelOfHcl(text: string): Promise<Model> {
  const read = (await parse('main.tf', text)) as Readonly<Record<string, Blocks>>;
  const blocks = (name: string) =>
    Object.fromEntries(
      Object.entries(read[name] ?? {}).map(([type, all]) => [
        type,
        Object.fromEntries(Object.entries(all).map(([label, [body]]) => [label, withAddresses(body ?? {})])),
      ]),
    );
  return modelFromStack({ resource: blocks('resource'), data: blocks('data') });
}

/** In JSON syntax, addresses of what a block depends on are no templates. */
function withAddresses(body: object): object {
  if (!('depends_on' in body) || !Array.isArray(body.depends_on)) return body;
  return { ...body, depends_on: body.depends_on.map((one) => String(one).replace(/^\$\{(.*)\}$/, '$1')) };
}

type Blocks = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;

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
