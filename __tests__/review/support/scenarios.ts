/** Plans that the real terraform makes against a local tenant, one for each thing that a reviewer must not miss. */
import { catalogueApps } from '../../../benchmarks/review-plans';
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

/** Apps of the catalogue, blocked in the default configuration, each with its ports; Skype is the tenant's own app. */
function blocksOf(count: number): string {
  const apps = catalogueApps(count + 1)
    .filter(({ key }) => key !== 'skype')
    .slice(0, count);
  const domains = new Map<number, string[]>();
  for (const one of apps.flatMap((each) => each.ports)) {
    domains.set(one.port, [...new Set([...(domains.get(one.port) ?? []), ...one.domains])]);
  }
  const resources = [
    ...apps.flatMap(({ key, name, processes }) => {
      const platforms = Object.entries(processes);
      return [
        [
          `"netskopesteering_certificate_pinned_app" "${key}"`,
          `name = ${JSON.stringify(name)}`,
          ...platforms.map(([platform, own]) => `${platform} = { processes = ${JSON.stringify(own)} }`),
        ],
        [
          `"netskopesteering_certificate_pinned_app_exception" "${key}"`,
          'configuration_id = netskopesteering_default_configuration.default.id',
          `app_id = netskopesteering_certificate_pinned_app.${key}.id`,
          'custom_app_domains = ["*"]',
          ...platforms.map(([platform]) => `${platform} = "block"`),
        ],
      ];
    }),
    ...[...domains].map(([number, hosts]) => [
      `"netskopesteering_non_standard_port" "p${number}"`,
      'configuration_id = netskopesteering_default_configuration.default.id',
      `port = ${number}`,
      `domains = ${JSON.stringify(hosts)}`,
    ]),
  ];
  // One is made after the other, so that a tenant gives the same ids each time.
  return resources
    .map(([title = '', ...lines], index) => {
      const [before = ''] = resources[index - 1] ?? [];
      const after = before === '' ? [] : [`depends_on = [${before.replaceAll('"', '').replace(' ', '.')}]`];
      return `resource ${title} {\n  ${[...lines, ...after].join('\n  ')}\n}\n`;
    })
    .join('');
}

const bypassOf = (...domains: readonly string[]) => `resource "netskopesteering_domain_exception" "partners" {
  configuration_id = netskopesteering_default_configuration.default.id
  domains          = ${JSON.stringify(domains)}
}
`;

/** Two configurations, of which the second has all traffic of its users, some of whom are users of the first. */
const CONFIGURATIONS = `resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
}
resource "netskopesteering_configuration" "it" {
  name         = "IT"
  enabled      = true
  traffic_mode = "all"
  user_groups  = ["Sales", "IT"]
  depends_on   = [netskopesteering_configuration.sales]
}
`;

const APPS_25 = blocksOf(25);
const BYPASS = DEFAULT + bypassOf('box.com');
const LANDSCAPE = BYPASS + APPS_25 + CONFIGURATIONS;

/**
 * The six plans by which the first screen is judged, each on a tenant where something is applied. A tenant puts a
 * configuration that is made anew below the others, and nothing else that a plan does changes their order.
 */
export const SIX: readonly (Scenario & { readonly applied: string })[] = [
  { name: 'one-app', applied: '', hcl: DEFAULT + blocksOf(1) },
  { name: '25-apps', applied: '', hcl: DEFAULT + APPS_25 },
  { name: 'one-domain', applied: BYPASS, hcl: DEFAULT + bypassOf('box.com', 'pastebin.com') },
  {
    name: 'mode',
    applied: LANDSCAPE,
    hcl: LANDSCAPE.replace('"default" {}', '"default" {\n  traffic_mode = "cloud_apps"\n}'),
  },
  { name: 'priority', applied: LANDSCAPE, hcl: LANDSCAPE, args: ['-replace=netskopesteering_configuration.sales'] },
  { name: 'destroy-all', applied: LANDSCAPE, hcl: LANDSCAPE, args: ['-destroy'] },
];

/** Plans each scenario in turn, the first being the creation of what the others change. The folder is the caller's to remove. */
export async function makePlans(workspace: Workspace, tenant: TenantAddress): Promise<readonly MadePlan[]> {
  const plans = [await planned(workspace, { name: 'create', hcl: BASE })];
  await workspace.mustRun('apply', 'tfplan');
  for (const scenario of SCENARIOS) {
    await scenario.meanwhile?.(tenant);
    plans.push(await planned(workspace, scenario));
  }
  return plans;
}

/** Plans the six, on a tenant of their own. */
export async function makeSix(workspace: Workspace): Promise<readonly MadePlan[]> {
  const plans: MadePlan[] = [];
  let applied = '';
  for (const one of SIX) {
    if (one.applied !== applied) {
      await workspace.write((applied = one.applied));
      await workspace.mustRun('apply', '-auto-approve');
    }
    plans.push(await planned(workspace, one));
  }
  return plans;
}

async function planned(workspace: Workspace, { name, hcl, args = [] }: Scenario): Promise<MadePlan> {
  await workspace.write(hcl);
  await workspace.mustRun('plan', '-out=tfplan', ...args);
  return { name, json: await workspace.mustRun('show', '-json', 'tfplan') };
}

async function create(tenant: TenantAddress, path: string, body: object): Promise<void> {
  await must(tenant, 'POST', path, body);
}

async function must(tenant: TenantAddress, method: string, path: string, body: object): Promise<void> {
  const { status } = await request(tenant, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path} answered ${status}`);
}
