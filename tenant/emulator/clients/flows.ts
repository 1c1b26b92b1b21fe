/**
 * What a client does with a connection of an app, by what the tenant has for it. [doc, except where it is marked] The
 * rules are written here anew, and simpler than those of a decision: where nobody has published what a client does, one
 * possible client is chosen, and the choice is marked [assumed].
 */
import { isIPv4 } from 'node:net';
import { runInNewContext } from 'node:vm';
import type { App, MobilePlatform, Platform } from '../../contract';
import type { StoredPinnedApp } from '../state/store';
import type { ClientSource, DeviceClient } from './client';

/** A connection that an app on the device begins. */
export interface DeviceFlow {
  /** The process, by the name that the system has for it. */
  readonly process: string;
  /** The name of the host; empty where the app dials an address. */
  readonly host: string;
  /** The address of the host; one that follows from its name by default. */
  readonly address?: string;
  readonly port: number;
  /** `tcp` by default. */
  readonly transport?: 'tcp' | 'udp';
  /** Whether the process is a Windows service, in session 0; false by default. */
  readonly service?: boolean;
}

/** What becomes of a connection; `unseen` where the client does not intercept it. */
type FlowResult =
  | { readonly kind: 'unseen' | 'private' | 'drop' | 'drop_udp' | 'exception' | 'steer' }
  | { readonly kind: 'bypass'; readonly tunnel: boolean };

/** What becomes of a connection, and whether a rule for managed devices decided it. */
export interface FlowVerdict {
  readonly result: FlowResult;
  readonly byManagedRule: boolean;
}

/** @param managed whether the device is managed. */
export function judge(source: ClientSource, client: DeviceClient, flow: DeviceFlow, managed: boolean): FlowVerdict {
  const plain = (kind: Exclude<FlowResult['kind'], 'bypass'>): FlowVerdict => ({
    result: { kind },
    byManagedRule: false,
  });
  if (source.mode === 'none') return plain('unseen');
  if (isPrivate(addressOf(flow))) return plain('private');
  if (!isIntercepted(source, flow)) return plain('unseen');
  // Rules for pinned apps do not apply where the host has no name.
  const pinned = flow.host === '' ? undefined : pinnedVerdict(source, client, flow, managed);
  if (pinned) return pinned;
  if (isExceptionHost(source, flow.host)) return plain('exception');
  // Where web traffic alone is steered, QUIC is dropped, so that apps fall back to TCP. [community]
  return plain(source.mode === 'web' && flow.transport === 'udp' ? 'drop_udp' : 'steer');
}

/** The address that a flow has, or one of a documentation range that follows from the name of its host. */
export function addressOf({ address, host }: DeviceFlow): string {
  if (address !== undefined) return address;
  if (isIPv4(host)) return host;
  const sum = [...host].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 254, 7);
  return `203.0.113.${sum + 1}`;
}

function isPrivate(address: string): boolean {
  return /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(address);
}

/**
 * Whether the client takes hold of a connection. Of steered cloud apps the tenant knows none, so that in mode cloud_apps
 * it takes hold of nothing. [assumed]
 */
function isIntercepted({ mode, ports }: ClientSource, { host, port, transport = 'tcp' }: DeviceFlow): boolean {
  if (mode === 'all') return port !== 53 && !(transport === 'udp' && port === 5353);
  if (mode !== 'web') return false;
  if (transport === 'udp') return port === 443;
  if (port === 80 || port === 443) return true;
  return ports.some((row) => row.port === port && (row.domains.length === 0 || row.domains.some(covers(host))));
}

/** What the exceptions for pinned apps say; the first one that matches counts. [assumed] */
function pinnedVerdict(
  { exceptions, app }: ClientSource,
  { os_family }: DeviceClient,
  flow: DeviceFlow,
  managed: boolean,
): FlowVerdict | undefined {
  for (const { certificate_pinned_app: pinned } of exceptions) {
    const option = pinned?.[os_family];
    const definition = pinned && app(pinned.app_id);
    const platform = definition?.platforms[os_family];
    if (!pinned || !option || !definition || !platform || !isProcessOf(platform, flow.process)) continue;
    const verdict = verdictOf(option, flow, managed, isWithin(domainsOf(pinned, definition, platform), flow.host));
    if (verdict) return verdict;
  }
  return undefined;
}

type Definition = Platform | MobilePlatform;
type PlatformOption = NonNullable<StoredPinnedApp['windows'] | StoredPinnedApp['linux']>;

/** @param within whether the host is one of the domains that the exception has; a block does not ask. [community] */
function verdictOf(
  option: PlatformOption,
  { transport, service }: DeviceFlow,
  managed: boolean,
  within: boolean,
): FlowVerdict | undefined {
  const { action, managed_device = false, tunnel = false } = { managed_device: false, tunnel: false, ...option };
  const drop = { kind: transport === 'udp' ? 'drop_udp' : 'drop' } as const;
  if (action === 'steer_and_decrypt') return { result: { kind: 'steer' }, byManagedRule: false };
  if (action === 'block') {
    // A process in session 0 is bypassed, unless the vendor's support has set a flag.
    const result = service ? ({ kind: 'bypass', tunnel: false } as const) : drop;
    return { result, byManagedRule: false };
  }
  if (managed_device) return { result: managed ? { kind: 'bypass', tunnel } : drop, byManagedRule: true };
  return within ? { result: { kind: 'bypass', tunnel }, byManagedRule: false } : undefined;
}

/** The domains of an exception; undefined for any host, which is so for predefined apps without domains. [assumed] */
function domainsOf(pinned: StoredPinnedApp, app: App, platform: Definition): readonly string[] | undefined {
  const { domains } = { domains: [] as string[], ...platform };
  const all = [...pinned.custom_app_domains, ...domains];
  return all.length === 0 && !app.custom ? undefined : all;
}

function isWithin(domains: readonly string[] | undefined, host: string): boolean {
  return domains === undefined || domains.some((one) => one === '*' || isBelow(host, one));
}

function isBelow(host: string, domain: string): boolean {
  const [name, parent] = [host.toLowerCase(), domain.toLowerCase()];
  return name === parent || name.endsWith(`.${parent}`);
}

/** Whether an entry, as domain exceptions and ports have it, covers a host: `*.x` covers what is below x. */
function covers(host: string): (entry: string) => boolean {
  return (entry) =>
    entry.startsWith('*.') ? host.toLowerCase().endsWith(entry.slice(1).toLowerCase()) : isBelow(host, entry);
}

function isExceptionHost({ exceptions }: ClientSource, host: string): boolean {
  const name = host.toLowerCase();
  return exceptions.some(({ domains }) =>
    domains?.domains.some((entry) => (entry.startsWith('*.') ? covers(host)(entry) : entry.toLowerCase() === name)),
  );
}

/** Names compare without case [assumed], and a regular expression searches [assumed]. */
function isProcessOf({ match, processes = [] }: Definition, name: string): boolean {
  if (match === 'regex') return processes.some((pattern) => finds(pattern, name));
  return processes.some((one) => one.toLowerCase() === name.toLowerCase());
}

/**
 * Whether a pattern of a user is found in a text. What JavaScript cannot compile, or has not found after a tenth of a
 * second, is not found: patterns exist that need years.
 */
function finds(pattern: string, text: string): boolean {
  try {
    return runInNewContext('new RegExp(pattern).test(text)', { pattern, text }, { timeout: 100 }) === true;
  } catch {
    return false;
  }
}
