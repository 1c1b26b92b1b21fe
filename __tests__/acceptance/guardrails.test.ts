/** Guardrails in the plans of the real terraform: each at its attribute, where the plan brings it, and nowhere else. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULES } from '../../steering/rules';
import { startTenant, type LocalTenant } from '../../tenant/emulator';
import { EVERYDAY, REFUSED } from '../steering/rules/seeded/everyday';
import { Workspace } from '../support/workspace';

jest.setTimeout(120_000);

let tenant: LocalTenant;
let workspace: Workspace;
beforeAll(async () => {
  tenant = await startTenant({ trafficMode: 'web' });
  workspace = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
});
afterAll(async () => {
  await workspace?.remove();
  await tenant?.close();
});

const PROVIDER = (guardrails = '') => `
provider "netskopesteering" {
  requests_per_second = 1000
  ${guardrails}
}
`;

const MISTAKES = `
resource "netskopesteering_certificate_pinned_app" "a" {
  name    = "Own app"
  windows = { processes = ["chrome.exe", "svchost.exe"] }
  mac_os  = { match = "regex", processes = [".*"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "e" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.a.id
  custom_app_domains = ["only-this.example.com"]
  windows            = "block"
  mac_os             = "block"
}
resource "netskopesteering_non_standard_port" "p" {
  configuration_id = "0"
  port             = 5222
}
`;

interface Message {
  readonly type: string;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly address?: string;
    readonly snippet?: { readonly start_line: number; readonly code: string };
  };
}

/** The guardrails of which a plan warns. */
async function warningsOf(run: Workspace, configuration?: string) {
  if (configuration !== undefined) await run.write(configuration);
  const lines = (await run.mustRun('plan', '-json')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Message)
    .flatMap(({ diagnostic: one }) => {
      const [, rule] = /^Guardrail ([a-z-]+)(?: \(a note\))?: /.exec(one?.summary ?? '') ?? [];
      return rule === undefined || one === undefined ? [] : [{ ...one, rule }];
    });
}

/** The same as texts: the rule, and the line of the configuration. */
async function toldBy(run: Workspace, configuration?: string): Promise<string[]> {
  const warnings = await warningsOf(run, configuration);
  return warnings.map(({ severity, rule, snippet }) => `${severity} ${rule} at ${snippet?.code.trim()}`).sort();
}

/** The mistakes of everyday that one object shows, each to be a module of its own. */
const OF_ONE_OBJECT = EVERYDAY.filter(([, , rule]) => RULES.some(({ id, ofOneObject }) => id === rule && ofOneObject));

const WINDOWS = 'windows = { processes = ["chrome.exe", "svchost.exe"] }';
const FOUND = [
  'warning ignored-domains at custom_app_domains = ["only-this.example.com"]',
  'warning pattern-hits-others at mac_os  = { match = "regex", processes = [".*"] }',
  'warning port-without-domains at port             = 5222',
  `warning shared-process at ${WINDOWS}`,
  `warning shared-process at ${WINDOWS}`,
];

it('are warned of where a plan creates an object, at the attribute', async () => {
  expect(await toldBy(workspace, MISTAKES)).toEqual(FOUND);
});

it('are accepted one by one, or all switched off, in the settings of the provider', async () => {
  const suppress = `guardrails = {
    suppress = [
      { rule = "shared-process", on = ["chrome.exe"], reason = "Kiosks run nothing else." },
      { rule = "port-without-domains", reason = "The port is ours alone." },
    ]
  }`;
  const left = FOUND.filter((one) => !one.includes('port-without-domains'));
  expect(await toldBy(workspace, PROVIDER(suppress) + MISTAKES)).toEqual(left.slice(0, -1));
  expect(await toldBy(workspace, PROVIDER('guardrails = { enabled = false }') + MISTAKES)).toEqual([]);
  await workspace.write(PROVIDER('guardrails = { suppress = [{ rule = "no-such", reason = "None." }] }') + MISTAKES);
  expect(await workspace.failure('plan')).toContain('"no-such" is none of the guardrails');
});

it('are told neither of what stays, nor of what is imported, and again where the attribute changes', async () => {
  const said = await workspace.apply(MISTAKES);
  expect(said).toContain('Guardrail port-without-domains: port has "5222"');
  expect(await toldBy(workspace)).toEqual([]);
  const { id } = await workspace.stateOf('netskopesteering_certificate_pinned_app.a');
  const adopting = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
  try {
    const [block = ''] = MISTAKES.split('\nresource "netskopesteering_certificate_pinned_app_exception"');
    const to = `import {\n  to = netskopesteering_certificate_pinned_app.a\n  id = "${String(id)}"\n}\n`;
    expect(await toldBy(adopting, to + block)).toEqual([]);
  } finally {
    await adopting.remove();
  }
  const changed = MISTAKES.replace('"chrome.exe", "svchost.exe"', '"svchost.exe"').replace('5222', '5223');
  expect(await toldBy(workspace, changed)).toEqual([
    'warning port-without-domains at port             = 5223',
    'warning shared-process at windows = { processes = ["svchost.exe"] }',
  ]);
});

/** Makes a workspace in which each configuration is a module of its own: `m0`, `m1` and so on. */
async function inModules(all: readonly string[]): Promise<Workspace> {
  const many = await Workspace.create({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
  const source = 'terraform.local/community/netskopesteering';
  for (const [index, hcl] of all.entries()) {
    const folder = join(many.folder, `m${index}`);
    await mkdir(folder);
    const required = `terraform {\n  required_providers {\n    netskopesteering = { source = "${source}" }\n  }\n}\n`;
    await writeFile(join(folder, 'main.tf'), required + hcl.replace(/^import \{.*?^\}$/ms, ''));
  }
  await many.write(all.map((_, index) => `module "m${index}" {\n  source = "./m${index}"\n}`).join('\n'));
  await many.mustRun('init');
  return many;
}

it('are warned of for each mistake of everyday that one object shows', async () => {
  expect(OF_ONE_OBJECT.length).toBeGreaterThan(20);
  const many = await inModules(OF_ONE_OBJECT.map(([, hcl]) => hcl));
  try {
    const warnings = (await warningsOf(many)).filter(({ severity }) => severity === 'warning');
    const missed = OF_ONE_OBJECT.filter(([, , rule], index) =>
      warnings.every((one) => one.rule !== rule || one.address?.startsWith(`module.m${index}.`) !== true),
    );
    expect(missed.map(([what]) => what)).toEqual([]);
  } finally {
    await many.remove();
  }
});

it('are left to the validation of what no tenant can mean', async () => {
  const many = await inModules(REFUSED.map(([, hcl]) => hcl));
  try {
    const { diagnostics } = JSON.parse((await many.run('validate', '-json')).stdout) as {
      diagnostics: readonly { readonly severity: string; readonly address?: string }[];
    };
    const taken = REFUSED.filter(
      (_, index) =>
        !diagnostics.some((one) => one.severity === 'error' && one.address?.startsWith(`module.m${index}.`)),
    );
    expect(taken.map(([what]) => what)).toEqual([]);
  } finally {
    await many.remove();
  }
});
