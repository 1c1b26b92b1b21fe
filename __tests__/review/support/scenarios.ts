/** Plans that the real terraform makes against a local tenant, one for each thing that a reviewer must not miss. */
import { request, type TenantAddress } from '../../../tools/terraform/tenant-reader';
import type { Workspace } from '../../support/workspace';

interface Scenario {
  readonly name: string;
  /** The configuration that is planned; that of before is `BASE`, applied. */
  readonly hcl: string;
  readonly args?: readonly string[];
  /** What somebody does on the tenant in between. */
  readonly meanwhile?: (tenant: TenantAddress) => Promise<void>;
}

const DEFAULT = `import {
  to = netskopesteering_default_configuration.default
  id = "0"
}
resource "netskopesteering_default_configuration" "default" {}
`;

const app = (windows: string) => `resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = ${windows}
}
`;

const port = (domains: string) => `resource "netskopesteering_non_standard_port" "xmpp" {
  configuration_id = netskopesteering_default_configuration.default.id
  port             = 5222
  ${domains}
}
`;

const exception = (
  action: string,
  more = '',
) => `resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id       = netskopesteering_default_configuration.default.id
  notes                  = "Asked for in CHG-1"
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "${action}"
  ${more}
}
`;

const EXACT = app('{ processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }');
const PORT = port('domains = ["whatsapp.com", "whatsapp.net"]');
const BASE = DEFAULT + EXACT + PORT + exception('block');

/** Blocks, not `count`: terraform looks at all instances for each reference to one. */
const appWithExceptions = (index: number) => `resource "netskopesteering_certificate_pinned_app" "app_${index}" {
  name    = "App ${index}"
  windows = { processes = ["App${index}.exe"] }
}
${Array.from({ length: 10 }, (_, exception) => exceptionOf(index, exception)).join('')}`;

const exceptionOf = (
  app: number,
  index: number,
) => `resource "netskopesteering_certificate_pinned_app_exception" "app_${app}_${index}" {
  configuration_id       = netskopesteering_default_configuration.default.id
  app_id             = netskopesteering_certificate_pinned_app.app_${app}.id
  custom_app_domains = ["host${index}.app${app}.example"]
  windows            = "${app % 10 === 0 ? 'block' : 'bypass_direct'}"
}
`;

/** In the order in which they are planned. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'port-without-domains', hcl: DEFAULT + EXACT + port('') + exception('block') },
  { name: 'bypass-with-wildcard', hcl: DEFAULT + EXACT + PORT + exception('bypass_direct') },
  { name: 'managed-devices-only', hcl: DEFAULT + EXACT + PORT + exception('bypass_managed_direct') },
  {
    name: 'broad-pattern',
    hcl:
      DEFAULT +
      app('{\n    match     = "regex"\n    processes = ["(?i)^(WhatsApp|Te).*"]\n  }') +
      PORT +
      exception('block'),
  },
  {
    name: 'replace',
    hcl: `${DEFAULT}${EXACT}${PORT}${exception('block').replace('default_configuration.default.id', 'configuration.sales.id')}
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["sales"]
}
`,
  },
  {
    name: 'unknown-references',
    hcl: `${BASE}
resource "terraform_data" "which" {
  input = "0"
}
resource "netskopesteering_certificate_pinned_app_exception" "somewhere" {
  configuration_id       = terraform_data.which.output
  app_id             = terraform_data.which.id
  custom_app_domains = ["files.example"]
  windows            = "bypass_direct"
}
resource "netskopesteering_domain_exception" "literally" {
  configuration_id = "0"
  domains          = ["intranet.example"]
}
`,
  },
  {
    name: 'sensitive',
    hcl: `${BASE}
variable "hidden" {
  default   = ["acquisition.example"]
  sensitive = true
}
resource "netskopesteering_domain_exception" "hidden" {
  configuration_id = netskopesteering_default_configuration.default.id
  domains          = var.hidden
}
`,
  },
  {
    name: 'move',
    hcl: `${BASE.replaceAll('"xmpp"', '"chat"')}
moved {
  from = netskopesteering_non_standard_port.xmpp
  to   = netskopesteering_non_standard_port.chat
}
`,
  },
  {
    name: 'import',
    hcl: `${BASE}
import {
  to = netskopesteering_certificate_pinned_app.made_by_hand
  id = "app-6"
}
resource "netskopesteering_certificate_pinned_app" "made_by_hand" {
  name    = "Made by hand"
  windows = { processes = ["Hand.exe"] }
}
`,
    meanwhile: (tenant) => create(tenant, '/steering/apps/certpinned', HAND_MADE),
  },
  {
    name: 'a-thousand-exceptions',
    hcl: BASE + Array.from({ length: 100 }, (_, index) => appWithExceptions(index)).join(''),
  },
  { name: 'destroy', hcl: BASE, args: ['-destroy'] },
  {
    name: 'drift',
    hcl: BASE,
    meanwhile: async (tenant) => {
      const row = { port: 5222, domains: [] };
      await must(tenant, 'PUT', '/steering/configurations/0/nonstandardports/row-1', row);
    },
  },
];

const HAND_MADE = { app_name: 'Made by hand', platforms: { windows: { match: 'exact', processes: ['Hand.exe'] } } };

export interface MadePlan {
  readonly name: string;
  readonly json: string;
}

/** Plans each scenario in turn, the first being the creation of what the others change. The folder is the caller's to remove. */
export async function makePlans(tenant: TenantAddress, workspace: Workspace): Promise<ReadonlyMap<string, MadePlan>> {
  const plans = new Map<string, MadePlan>();
  const plan = async (name: string, hcl: string, args: readonly string[] = []): Promise<void> => {
    await workspace.write(hcl);
    await workspace.mustRun('plan', '-out=tfplan', ...args);
    const json = await workspace.mustRun('show', '-json', 'tfplan');
    plans.set(name, { name, json });
  };
  await plan('create', BASE);
  await workspace.mustRun('apply', 'tfplan');
  for (const { name, hcl, args, meanwhile } of SCENARIOS) {
    await meanwhile?.(tenant);
    await plan(name, hcl, args);
  }
  return plans;
}

async function create(tenant: TenantAddress, path: string, body: object): Promise<void> {
  await must(tenant, 'POST', path, body);
}

async function must(tenant: TenantAddress, method: string, path: string, body: object): Promise<void> {
  const { status } = await request(tenant, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}`);
}
