/** The rows of `nsbypass.json`: one for each process of an app that an exception is for. [community] */
import type { App } from '../../contract';
import type { StoredException } from '../state/store';
import type { Client } from './client';

export interface BypassRow {
  action: number;
  appName: string;
  app_domains: string[];
  /** Custom apps only, as text. */
  isRegex?: 'true' | 'false';
  mode: 'direct' | 'tunnel';
  processName: string;
  rowID: string;
  tunnel_domains: string[];
}

/** 1 is the code in every published file; that a block is 0 and a bypass of managed devices 2 is [assumed]. */
const codes = { block: 0, bypass: 1, bypassManagedDevices: 2 };

/**
 * None where the exception, or its app, is not for the platform; nor of an app that is steered and decrypted, which no
 * published file shows. [assumed] Device classifications stand in no published file either.
 */
export function toBypassRows(
  { certificate_pinned_app }: StoredException,
  appOf: (id: string) => App | undefined,
  platformName: Client['os_family'],
): BypassRow[] {
  const app = certificate_pinned_app && appOf(certificate_pinned_app.app_id);
  const option = certificate_pinned_app?.[platformName];
  const platform = app?.platforms[platformName];
  if (!app || !option || !platform) return [];
  const { action, managed_device = false, tunnel = false } = { managed_device: false, tunnel: false, ...option };
  if (action === 'steer_and_decrypt') return [];
  const { processes = [], domains = [] } = { domains: [], ...platform };
  const app_domains = [...new Set([...certificate_pinned_app.custom_app_domains, ...domains])];
  const row = {
    action: action === 'block' ? codes.block : managed_device ? codes.bypassManagedDevices : codes.bypass,
    appName: app.app_name,
    app_domains,
    ...(app.custom && { isRegex: platform.match === 'regex' ? ('true' as const) : ('false' as const) }),
    mode: tunnel ? ('tunnel' as const) : ('direct' as const),
    rowID: (app.custom ? 'custom_' : '') + app.id.replace(/^\D+/, ''),
    tunnel_domains: tunnel ? app_domains : [],
  };
  // An app that is known by domains alone has a row too. [assumed]
  return (processes.length > 0 ? processes : ['']).map((processName) => ({ ...row, processName }));
}
