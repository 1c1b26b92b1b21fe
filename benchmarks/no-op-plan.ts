/** What does a plan cost that changes nothing? A plan of N exceptions is compared with a plan of N `terraform_data`. */
import { startTenant } from '../tenant/emulator';
import { accessTo, CLI_CONFIG_FILE } from '../tools/terraform/terraform';
import { applied } from './applied-workspace';
import { takeTurns } from './measure';
import type { Measurement } from './report';

/** The goals were set for Node 20; from Node 24 on they are lower. */
const [major = 20] = process.versions.node.split('.').map(Number);
const SIZES = [
  { count: 1, rounds: 7, goal: major < 24 ? 2.9 : 2.6 },
  { count: 100, rounds: 7, goal: major < 24 ? 2.9 : 2.5 },
  { count: 1_000, rounds: 5, goal: major < 24 ? 2.6 : 2.4 },
];

const HEAD = `terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}
`;
const PROVIDER = `provider "netskopesteering" {
  requests_per_second = 1000
}
resource "netskopesteering_certificate_pinned_app" "app" {
  name    = "App"
  windows = { processes = ["App.exe"] }
}
`;
const exception = (index: number) => `resource "netskopesteering_certificate_pinned_app_exception" "e${index}" {
  configuration_id = "0"
  notes            = "${index}"
  app_id             = netskopesteering_certificate_pinned_app.app.id
  custom_app_domains = ["*"]
  windows            = "block"
}
`;
const data = (index: number) => `resource "terraform_data" "e${index}" {\n  input = "${index}"\n}\n`;

export async function benchNoOpPlans(progress: (what: string) => void): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const { count, rounds, goal } of SIZES) {
    progress(`a plan of ${count}`);
    measurements.push(...(await benchNoOpPlan(`no-op plan of ${count}`, count, rounds, goal)));
  }
  return measurements;
}

/** @param cliConfigFile names the mirror of the provider that plans; default: the one that `npm run build` has made */
export async function benchNoOpPlan(
  what: string,
  count: number,
  rounds: number,
  goal: number,
  cliConfigFile = CLI_CONFIG_FILE,
): Promise<Measurement[]> {
  const tenant = await startTenant({ trafficMode: 'web' });
  const env = accessTo({ serverUrl: tenant.serverUrl, apiKey: tenant.token });
  const numbers = Array.from({ length: count }, (_, index) => index);
  const ours = await applied(HEAD + PROVIDER + numbers.map(exception).join(''), cliConfigFile, env);
  const base = await applied(HEAD + numbers.map(data).join(''), cliConfigFile, env);
  try {
    const calls: number[] = [];
    const times = await takeTurns(rounds, {
      ours: async () => {
        tenant.journal.clear();
        await ours.plan();
        calls.push(tenant.journal.entries.length);
      },
      base: base.plan,
    });
    const [a, b] = [times['ours'], times['base']];
    if (a === undefined || b === undefined) throw new Error('nothing was measured');
    return [
      {
        what: `${what} (median)`,
        measured: `${a.median.toFixed(0)} / ${b.median.toFixed(0)} ms`,
        figure: a.median / b.median,
        goal,
      },
      {
        what: `API calls of that plan`,
        measured: '',
        figure: Math.max(...calls),
        goal: 2 * Math.ceil(count / 100) + 4,
      },
    ];
  } finally {
    await ours.remove();
    await base.remove();
    await tenant.close();
  }
}
