/** Every preset through the construct that blocks it. */
import { BlockNativeApp, NativeApps, SteeringConfiguration, type NativeApp } from '../../constructs';
import { CATALOGUE_ENTRIES } from '../../steering/catalogue';
import { resourceOf, synthesize } from './synthesize';

const presets: [string, NativeApp][] = Object.entries(NativeApps);
const block = (app: NativeApp) =>
  synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    new BlockNativeApp(stack, app.name, { configuration, app });
  });

it('has a preset for every app of the catalogue', () => {
  expect(presets.map(([, { catalogue }]) => catalogue?.name).sort()).toEqual(
    CATALOGUE_ENTRIES.map(({ name }) => name).sort(),
  );
});

it.each(presets)('%s is blocked by one line, on every platform on which it is known', (_, app) => {
  const result = block(app);
  const platforms = Object.keys(app.catalogue?.executables ?? {});
  const definition = resourceOf(result, 'certificate_pinned_app');
  const exception = resourceOf(result, 'certificate_pinned_app_exception');
  expect(definition['name']).toBe(app.name);
  for (const platform of platforms) {
    const known = (app.catalogue?.executables as Record<string, { value: string; onRequest?: true }[]>)[platform] ?? [];
    expect(definition[platform]).toEqual({
      processes: known.filter(({ onRequest }) => onRequest !== true).map(({ value }) => value),
    });
    expect(exception[platform]).toEqual('block');
  }
  const rows = Object.values(result.config.resource?.['netskopesteering_non_standard_port'] ?? {});
  expect(rows.map(({ port }) => port).sort()).toEqual(app.ports?.filter((port) => port !== 80 && port !== 443).sort());
  for (const { domains } of rows) expect(domains).toEqual([...(app.domains ?? [])].sort());
});
