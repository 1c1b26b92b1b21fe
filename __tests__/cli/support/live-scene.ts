/** A tenant for the commands of `live`, in a folder of its own, and all that they print and write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ScriptedRestV1, scriptedRestV1, success } from '../../live/support/scripted-rest-v1';
import { Evidence, makeSecret } from '../../support/evidence';
import { run } from './run';

const platform = (action: string, processes: string[] = [], more: object = {}) => ({
  action,
  processes,
  enabled: true,
  managed_device: false,
  tunnel: false,
  tunnel_domains: [],
  ...more,
});
const pinned = (app_name: string, platforms: object, custom = true) => ({
  notes: null,
  app_name,
  enabled: true,
  data: { custom, appName: app_name, ...platforms },
});
const group = (...data: object[]) => ({ data, count: data.length });
const exceptions = (more: object) => ({
  domains: group(),
  src_netloc: group(),
  dst_netloc: group(),
  countries: group(),
  cert_pinned_apps: group(),
  ...more,
});
const head = (steering_config: string, priority: string) => ({
  steering_config,
  enabled: true,
  private_apps_enabled: false,
  location_based_steering: false,
  priority,
});

const LIST = [
  { config_id: 0, config_name: 'Default tenant config' },
  { config_id: 4, config_name: "Sam's\u001b[31mlaptops" },
  { config_id: 7, config_name: 'Sales' },
];
const SHOWN = [
  {
    ...head('Default tenant config', '3'),
    traffic_type: 'web',
    exceptions: exceptions({
      domains: group({ domains: ['*.example.com', 'example.org'], notes: 'for Ann, TICKET-7' }),
      cert_pinned_apps: group(
        pinned('WhatsApp', {
          windows: platform('0', ['WhatsApp.exe', 'WhatsApp.exe']),
          mac: platform('0', ['WhatsApp']),
        }),
        pinned('Zoom', { windows: platform('1', ['Zoom.exe'], { tunnel: true }) }, false),
      ),
    }),
  },
  {
    ...head(LIST[1]!.config_name, '2'),
    location_based_steering: true,
    on_prem: { exceptions: exceptions({ countries: group({ countries: ['Germany'], notes: null }) }) },
    off_prem: { traffic_type: 'odd', exceptions: exceptions({}) },
  },
  {
    ...head('Sales', '1'),
    traffic_type: 'odd',
    exceptions: exceptions({
      cert_pinned_apps: group(
        pinned('WhatsApp', {
          windows: platform('1', ['WhatsApp.exe'], { tunnel: true }),
          ios: platform('1'),
          mac: { enabled: false },
        }),
      ),
    }),
  },
];

export interface LiveScene {
  readonly evidence: Evidence;
  readonly token: string;
  readonly server: () => ScriptedRestV1;
  readonly live: (name: 'observe' | 'calibrate', ...args: string[]) => ReturnType<typeof run>;
  readonly leaks: () => string[];
}

/** To be called once for a file of tests. Each test runs in an empty folder. */
export function liveScene(): LiveScene {
  const secret = makeSecret();
  const evidence = new Evidence();
  const before = process.cwd();
  let server: ScriptedRestV1;
  let folder: string;
  beforeAll(async () => {
    server = await scriptedRestV1(({ path }) => success(path.endsWith('list') ? LIST : SHOWN));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'live-'));
    process.chdir(folder);
  });
  afterEach(async () => {
    await evidence.addFolder(folder);
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
  return {
    evidence,
    token: secret.value,
    server: () => server,
    live: async (name, ...args) => {
      const env = { NETSKOPE_TENANT_URL: server.url, NETSKOPE_REST_V1_TOKEN: secret.value };
      const ran = await run(`live ${name}`, args, env);
      evidence.add(name, ran.both);
      return ran;
    },
    leaks: () => evidence.leaksOf(secret),
  };
}
