/** Judges endpoints of a stack that blocks WhatsApp, with files and a log that a test writes. */
import { modelFromStack, type TrafficTest } from '../../../steering';
import { type EndpointFiles, readConfigurationFile } from '../../../live/verify/endpoint-files';
import { type EndpointEntry, type EndpointProof, proofOf } from '../../../live/verify/judge';
import { LogReader } from '../../../live/verify/sightings';
import { wantedOf } from '../../../live/verify/wanted';

const APP = 'netskopesteering_certificate_pinned_app';
export const at = (second: number, text: string) =>
  `2026/11/30 10:00:${String(second).padStart(2, '0')}.123 stAgentSvc p17fc tb44 info bypassAppMgr.cpp:663 BypassAppMgr ${text}`;
export const dropped = (process: string, host = 'g.whatsapp.net') =>
  `Dropping connection from process: ${process}, host: ${host}`;
export const bypassed = (process: string, host = 'g.whatsapp.net') =>
  `Bypassing connection from process: ${process}, host: ${host}`;

export interface Case {
  readonly processes?: readonly string[];
  readonly match?: string;
  readonly action?: string;
  readonly exception?: object;
  readonly mode?: string;
  /** Whether the code does not say that dynamic steering is off. */
  readonly isOpen?: boolean;
  readonly rows?: readonly object[] | null;
  readonly name?: string | null;
  readonly files?: EndpointFiles['files'];
  readonly log?: readonly string[];
  readonly tests?: readonly TrafficTest[];
  readonly since?: string;
  readonly resources?: object;
}

export const row = (processName: string, more: object = {}) => ({
  action: 0,
  appName: 'WhatsApp',
  processName,
  ...more,
});

/** Judges an endpoint with the files that a client writes of a stack that blocks WhatsApp. */
export function prove(one: Case): EndpointProof {
  const { processes = ['WhatsApp.exe'], match, action = 'block', rows = [row('WhatsApp.exe')] } = one;
  const { name = 'Default tenant config', files = [], log = [], tests = [], exception = {}, mode = 'web' } = one;
  const dynamic = one.isOpen === true ? {} : { dynamic_steering: { enabled: false } };
  const model = modelFromStack({
    resource: {
      [APP]: { app: { name: 'WhatsApp', windows: { processes, ...(match !== undefined && { match }) } } },
      netskopesteering_default_configuration: { default: { traffic_mode: mode, ...dynamic } },
      [`${APP}_exception`]: {
        block: {
          configuration_id: '${netskopesteering_default_configuration.default.id}',
          app_id: `\${${APP}.app.id}`,
          custom_app_domains: ['*'],
          windows: action,
          ...exception,
        },
      },
      ...one.resources,
    },
  });
  const wanted = wantedOf(model, tests, 'windows');
  const reader = new LogReader(wanted, one.since);
  reader.begin('nsdebuglog.log')(log);
  const said = name === null ? {} : { steering_config_name: name };
  const json = { certPinnedAppList: rows, status: 'success', ...said };
  const read = rows === null ? { files: [] } : readConfigurationFile('nsbypass.json', JSON.stringify(json));
  return proofOf(wanted, { ...read, files: [...read.files, ...files] }, reader);
}

export const of = ({ entries }: EndpointProof, kind: EndpointEntry['kind']) =>
  entries.filter((entry) => entry.kind === kind);
export const block = (one: Case) => of(prove(one), 'block')[0]!;

export const test443 = (expect: TrafficTest['expect'], flow: object = {}): TrafficTest => ({
  name: 'a test',
  construct: 'tenant/Test',
  flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443, ...flow },
  expect,
});
