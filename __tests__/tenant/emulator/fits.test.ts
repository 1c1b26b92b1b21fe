import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { contractDocument } from '../../../tenant/contract/document';
import { fitsSchema } from '../../../tenant/emulator/state/fits';
import { exceptionBodies } from '../../support/samples';

const ajv = new Ajv2020({ strict: false });
ajv.addSchema(contractDocument, 'contract', undefined, false);

const app = {
  id: 'app-1',
  app_name: 'Zoom',
  custom: true,
  platforms: { windows: { match: 'exact', processes: ['Zoom.exe'] }, ios: { match: 'regex', domains: ['zoom.us'] } },
  etag: 'v1',
};
const configuration = {
  config_id: 1,
  config_name: 'A name',
  enabled: true,
  traffic_type: 'web',
  priority: '1',
  user_groups: ['Sales'],
  organization_units: [],
  os_families: ['mac'],
  device_tags: [],
  location_based_steering: false,
  on_prem: { traffic_type: 'cloud_apps' },
  off_prem: { traffic_type: 'none' },
  private_apps_steering: 'specific',
  private_apps: ['app'],
  steer_dns: false,
  bypass_exception_traffic_at: 'client',
  etag: 'v2',
};
const port = { id: 'row-1', port: 5222, domains: ['*.example.com'], etag: 'v3' };
const exceptions = Object.values(exceptionBodies).map((body) => ({ notes: '', location: 'on_prem', ...body }));

const samples: [schema: string, value: object][] = [
  ['App', app],
  ['Configuration', configuration],
  ['NonStandardPort', port],
  ...exceptions.map((value): [string, object] => ['SteeringExceptionInput', value]),
];

/** What may stand anywhere instead of what is there; undefined leaves it out. */
const others = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  70_000,
  1.5,
  '',
  'x',
  'block',
  'two words',
  'a'.repeat(41),
  [],
  ['x', 'x'],
  [5],
  {},
  { windows: { action: 'block', tunnel: true } },
  { match: 'exact' },
  { action: 'block', tunnel: false },
);

/** The value with another part somewhere: at each step the way goes into one of the parts, or ends. */
function mutate(value: unknown, way: readonly number[], other: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== 'object' || value === null) return other;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const keys = [...Object.keys(copy), 'another'];
  const key = keys[step % keys.length]!;
  const part = mutate((copy as Record<string, unknown>)[key], rest, other);
  if (part === undefined && !Array.isArray(copy)) delete copy[key];
  else (copy as Record<string, unknown>)[key] = part;
  return JSON.parse(JSON.stringify(copy));
}

describe.each(samples)('what fits %s %#', (name, value) => {
  const schema = { $ref: `#/components/schemas/${name}` };
  const fits = fitsSchema(schema);
  const validate = ajv.compile({ $ref: `contract${schema.$ref}` });

  it('is what another validator says, whatever stands somewhere in it', () => {
    expect([fits(value), validate(value)]).toEqual([true, true]);
    let refused = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 4 }), others, (way, other) => {
        const changed = mutate(value, way, other) ?? null;
        // What an exception's app may hold beside its own fields is left to the request.
        if (JSON.stringify(changed).includes('"another"')) return;
        const expected = validate(changed);
        if (!expected) refused += 1;
        expect([changed, fits(changed)]).toEqual([changed, expected]);
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(50);
  });
});
