/** Answers of REST v1, as its samples show them. [doc] */
import { modelFromRestV1, type Dialect, type Model, type RestV1Configuration } from '../../../../steering';

export type Json = Record<string, unknown>;

export const DIALECT: Dialect = { action: { '1': 'bypass', '3': 'block' }, traffic_type: { web: 'web', all: 'all' } };

/** A platform of a pinned app, as the samples show it. [doc] */
export const desktop = (more: Json = {}): Json => ({
  action: '1',
  processes: [],
  enabled: false,
  managed_device: false,
  tunnel: false,
  tunnel_domains: [],
  ...more,
});
export const mobile = (more: Json = {}): Json => ({ action: '1', processes: [], enabled: false, domains: [], ...more });

export const windows = (...processes: string[]) => desktop({ enabled: true, processes });

export const pinned = (name: string, data: Json = {}, more: Json = {}): Json => ({
  notes: '',
  app_name: name,
  enabled: true,
  data: { custom: true, appName: name, windows: desktop(), mac: desktop(), android: mobile(), ios: mobile(), ...data },
  ...more,
});

export const group = (...data: unknown[]): Json => ({ data, count: data.length });

/** Exceptions of web traffic, where the samples leave out applications. [doc] */
export const exceptions = (more: Json = {}): Json => ({
  categories: group(),
  domains: group(),
  src_netloc: group(),
  dst_netloc: group(),
  countries: group(),
  cert_pinned_apps: group(),
  ...more,
});

export const shown = (more: Json = {}): Json => ({
  steering_config: 'Default tenant config',
  enabled: true,
  location_based_steering: false,
  private_apps_enabled: false,
  priority: '1',
  traffic_type: 'web',
  steered_traffic: group(),
  exceptions: exceptions(),
  ...more,
});

export const withPinned = (...apps: Json[]) => shown({ exceptions: exceptions({ cert_pinned_apps: group(...apps) }) });

export const configuration = (
  content?: Json,
  id: number | null = 0,
  name = 'Default tenant config',
): RestV1Configuration => ({
  id,
  name,
  ...(content && { shown: content }),
});

export const read = (content: Json, dialect = DIALECT): Model => modelFromRestV1([configuration(content)], dialect);

export const ofType = ({ exceptions: all }: Model, type: string) => all.filter(({ data }) => data.type === type);
export const certain = (model: Model, type: string) => ofType(model, type).filter(({ doubt }) => doubt === undefined);

/** The action of the only pinned app on a platform. */
export function actionOn(model: Model, platform: 'windows' | 'mac_os' | 'linux' | 'android' | 'ios' | 'chrome_os') {
  const [one] = certain(model, 'certificate_pinned_app');
  return one?.data.type === 'certificate_pinned_app' ? one.data.platforms[platform] : undefined;
}

export const reasonOf = (value: unknown) => (value as { reason?: string } | undefined)?.reason ?? '';
