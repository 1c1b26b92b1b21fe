/** How do the attributes of an app become the contract's fields, and the other way round? */
import { path, type Path, type Planned, type State, type Stub } from 'terraform-plugin-sdk-ts';
import type { App, AppInput } from '../../client';
import { PLATFORMS, readHosts, readList, readValue, sentNames } from '../../values';
import type { certificatePinnedApp } from './schema';

type AppSchema = typeof certificatePinnedApp;

/** A definition in Terraform, whatever the platform. */
interface PlatformDefinitions {
  readonly match: string | null;
  readonly processes: readonly string[] | null;
  readonly domains?: readonly string[] | null;
}

/** A definition as the tenant shows it, whatever the platform. */
type ShownApp = { readonly match?: string } & Partial<Record<'processes' | 'domains', readonly string[]>>;

export function toApi(planned: Planned<AppSchema>): AppInput {
  const platforms = PLATFORMS.flatMap(({ name, api, hasDomains }) => {
    const definition = planned[name] as PlatformDefinitions | null;
    if (definition === null) return [];
    const { match, processes, domains } = definition;
    return [[api, { match, processes: processes ?? [], ...(hasDomains && { domains: sentNames(domains ?? null) }) }]];
  });
  return { app_name: planned.name, platforms: Object.fromEntries(platforms) as AppInput['platforms'] };
}

export function fromApi(app: App, previous: Stub<AppSchema> | Planned<AppSchema>, id: string): State<AppSchema> {
  const definitions = PLATFORMS.map(({ name, api, hasDomains }) => {
    const definition = app.platforms[api] as ShownApp | undefined;
    if (definition === undefined) return [name, null];
    const before = previous[name] as Partial<PlatformDefinitions> | null;
    const processes = hasDomains
      ? readList(definition.processes, before?.processes)
      : readValue(definition.processes, before?.processes, []);
    const domains = hasDomains && { domains: readHosts(definition.domains, before?.domains) };
    return [name, { match: readValue(definition.match, before?.match, 'exact'), processes, ...domains }];
  });
  return { id, name: app.app_name, ...Object.fromEntries(definitions) } as State<AppSchema>;
}

export function pathOf([root, platform, part]: readonly string[]): Path | undefined {
  if (root === 'app_name') return path('name');
  const known = PLATFORMS.find(({ api }) => root === 'platforms' && api === platform);
  if (known === undefined) return undefined;
  return part === 'processes' || part === 'match' || part === 'domains' ? path(known.name, part) : path(known.name);
}
