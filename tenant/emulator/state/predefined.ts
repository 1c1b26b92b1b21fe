/**
 * What a new tenant holds before anybody changes it: the default configuration, and apps that the vendor ships, which
 * exceptions of that configuration bypass. [doc] That these four are predefined is documented; their executables are
 * taken from public lists [community], and the vendor's own definitions are not published.
 */
import type { TrafficType } from '../../contract';
import { nextEtag } from './etag';
import type { Store } from './store';

/** The id of the default tenant configuration. [doc] */
export const DEFAULT_CONFIG_ID = 0;

/** The executables of each predefined app on Windows. [community] */
const predefinedApps: Record<string, string[]> = {
  Zoom: ['Zoom.exe'],
  Dropbox: ['Dropbox.exe'],
  Skype: ['Skype.exe'],
  TeamViewer: ['TeamViewer.exe', 'TeamViewer_Service.exe', 'tv_w32.exe', 'tv_x64.exe'],
};

/** Fills an empty store with what a new tenant holds. */
export function seedPredefined(store: Store, trafficType: TrafficType): void {
  store.configurations.put(DEFAULT_CONFIG_ID, {
    config_id: DEFAULT_CONFIG_ID,
    config_name: 'Default tenant config',
    enabled: true,
    traffic_type: trafficType,
    user_groups: [],
    organization_units: [],
    os_families: [],
    device_tags: [],
    location_based_steering: false,
    on_prem: { traffic_type: 'cloud_apps' },
    off_prem: { traffic_type: 'web' },
    private_apps_steering: 'none',
    private_apps: [],
    steer_dns: false,
    bypass_exception_traffic_at: 'client',
    place: null,
    etag: nextEtag(store),
  });
  for (const [name, processes] of Object.entries(predefinedApps)) seedBypassedApp(store, name, processes);
}

function seedBypassedApp(store: Store, name: string, processes: string[]): void {
  const appId = `app-${store.next('app')}`;
  store.apps.put(appId, {
    id: appId,
    app_name: name,
    custom: false,
    platforms: { windows: { match: 'exact', processes } },
    etag: nextEtag(store),
  });
  const id = `exc-${store.next('exc')}`;
  store.exceptions.put(id, {
    id,
    config_id: DEFAULT_CONFIG_ID,
    type: 'certificate_pinned_app',
    notes: '',
    location: null,
    certificate_pinned_app: { app_id: appId, custom_app_domains: [], windows: { action: 'bypass' } },
    etag: nextEtag(store),
  });
}
