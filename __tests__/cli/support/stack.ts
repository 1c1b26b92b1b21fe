/** A folder with what synth and terraform write of a stack that blocks WhatsApp: cdk.tf.json, plan.json, steering.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tenant/support/temporary-folder';

const SOURCE = 'netskopesteering';
const APP = `${SOURCE}_certificate_pinned_app`;
const EXCEPTION = `${SOURCE}_certificate_pinned_app_exception`;
const PORT = `${SOURCE}_non_standard_port`;
const DEFAULT = `${SOURCE}_default_configuration`;

type Json = Record<string, unknown>;

const at = (path: string): Json => ({ '//': { metadata: { path: `tenant/${path}/Resource` } } });

export const STACK: Json = {
  resource: {
    [APP]: { app: { ...at('WhatsApp/App'), name: 'WhatsApp', windows: { processes: ['WhatsApp.exe'] } } },
    [DEFAULT]: { default: at('Default') },
    [PORT]: { port: { ...at('Default/Port5222'), configuration_id: `\${${DEFAULT}.default.id}`, port: 5222 } },
    [EXCEPTION]: {
      block: {
        ...at('WhatsApp/Exception'),
        configuration_id: `\${${DEFAULT}.default.id}`,
        app_id: `\${${APP}.app.id}`,
        custom_app_domains: ['*'],
        windows: 'block',
      },
    },
  },
};

const found = { id: '0', name: 'Default tenant config', traffic_mode: 'web', dynamic_steering: { enabled: false } };

const change = (type: string, name: string, before: Json | null, after: Json | null, unknown: Json = {}): Json => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  change: {
    actions: before === null ? ['create'] : ['no-op'],
    before,
    after,
    after_unknown: before === null ? { id: true, ...unknown } : {},
  },
});

/** The default configuration is there; the rest is yet to be made. */
export const PLAN: Json = {
  format_version: '1.2',
  planned_values: {},
  prior_state: {
    values: {
      root_module: { resources: [{ address: `${DEFAULT}.default`, mode: 'managed', type: DEFAULT, values: found }] },
    },
  },
  resource_changes: [
    change(DEFAULT, 'default', found, found),
    change(APP, 'app', null, { name: 'WhatsApp', windows: { match: 'exact', processes: ['WhatsApp.exe'] } }),
    change(PORT, 'port', null, { configuration_id: '0', port: 5222, domains: [] }),
    change(
      EXCEPTION,
      'block',
      null,
      { configuration_id: '0', custom_app_domains: ['*'], windows: 'block' },
      { app_id: true },
    ),
  ],
};

export const STEERING: Json = {
  version: 2,
  suppressions: [],
  trafficTests: [],
  invariants: [],
  premises: { trafficModes: [], apps: [] },
  expiries: [],
  orders: [],
};

interface Files {
  readonly stack?: unknown;
  readonly plan?: unknown;
  readonly steering?: unknown;
}

const NAMES = { stack: 'cdk.tf.json', plan: 'plan.json', steering: 'steering.json' } as const;

export interface StackFolders {
  /** A new folder with these files; what is left out is not written, and a text is written as it is. */
  make(files: Files): string;
  remove(): void;
}

export function stackFolders(): StackFolders {
  const { path, remove } = temporaryFolder('stacks');
  let count = 0;
  const make = (files: Files): string => {
    const folder = join(path, `stack-${count++}`);
    mkdirSync(folder);
    // The plan last, as it is made of the others: one that is older is told of.
    const last = Object.entries(files).sort(([name], [other]) => Number(name === 'plan') - Number(other === 'plan'));
    for (const [name, content] of last) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      writeFileSync(join(folder, NAMES[name as keyof typeof NAMES]), text);
    }
    return folder;
  };
  return { make, remove };
}
