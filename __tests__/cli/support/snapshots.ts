/** Snapshots of a live tenant, as "live observe --save" writes them, and a dialect. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tenant/support/temporary-folder';
import { STEERING } from './stack';

export const { path: root, remove: removeSnapshots } = temporaryFolder('snapshots');

export type Json = Record<string, unknown>;

const off = {
  action: '1',
  processes: [],
  enabled: false,
  managed_device: false,
  tunnel: false,
  tunnel_domains: [],
};
const offMobile = { action: '1', processes: [], enabled: false, domains: [] };
export const pinned = (name: string, action = '1', custom = true): Json => ({
  notes: '',
  app_name: name,
  enabled: true,
  data: {
    custom,
    appName: name,
    windows: { ...off, action, processes: [`${name}.exe`], enabled: true },
    mac: off,
    android: offMobile,
    ios: offMobile,
  },
});
const group = (...data: Json[]): Json => ({ data, count: data.length });
const exceptions = (...apps: Json[]): Json => ({
  domains: group(),
  src_netloc: group(),
  dst_netloc: group({ notes: '', dst_netloc: ['Local IP address range'] }),
  countries: group(),
  cert_pinned_apps: group(...apps),
});
export const shown = (...apps: Json[]): Json => ({
  steering_config: 'Default tenant config',
  enabled: true,
  location_based_steering: false,
  private_apps_enabled: false,
  priority: '1',
  traffic_type: 'web',
  steered_traffic: group(),
  exceptions: exceptions(...apps),
});

let made = 0;
function file(content: unknown): string {
  const path = join(root, `file-${made++}.json`);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** A snapshot of the default configuration, and of a custom one where it has a content. */
export const snapshot = (content: Json, sales?: Json, more: Json = {}): string =>
  file({
    format: 'netskope-steering-snapshot',
    format_version: '1.0',
    tenant: 'https://acme.goskope.com',
    observed_at: '2026-11-30T06:00:00Z',
    configurations: [
      { config_id: 0, config_name: 'Default tenant config', shown: content },
      ...(sales === undefined ? [] : [{ config_id: 3, config_name: 'Sales', shown: sales }]),
    ],
    ...more,
  });

export const ZOOM = pinned('Zoom', '1', false);
export const FRESH = snapshot(shown(ZOOM));
export const BLOCKED = snapshot(shown(ZOOM, pinned('WhatsApp', '3')));
export const DIALECT = file({ action: { '3': 'block' } });

const TEST = {
  name: 'WhatsApp is blocked',
  construct: 'tenant/Test',
  flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443 },
  expect: 'block',
};
export const steering = { ...STEERING, trafficTests: [TEST] };

export const withDialect = (path: string) => ['--snapshot', path, '--dialect', DIALECT];
