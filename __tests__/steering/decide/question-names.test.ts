/** Names in questions, held against those of a model: what is refused, what is only a remark. */
import {
  checkInvariant,
  complaintsAboutQuestion,
  modelFromResources,
  remarksOnNames,
  Unresolved,
  type Attributes,
  type Flow,
  type Resource,
} from '../../../steering';

const FLOW: Flow = { platform: 'windows', process: 'slack.exe', host: 'slack.com', port: 443 };

/** A model that names something in every field. */
function modelWith({ covers = 'tenant', open }: { covers?: 'tenant' | 'part'; open?: string }) {
  const list = (...items: string[]) => (open === undefined ? items : [...items, new Unresolved(open)]);
  const configuration = {
    id: '7',
    name: 'Ours',
    user_groups: list('Contractors', ' Padded '),
    organization_units: list('Sales/Zürich'),
    device_tags: list('Kiosk'),
  };
  const exceptions: Readonly<Record<string, Attributes>> = {
    application_exception: { applications: list('Zoom Rooms') },
    category_exception: { categories: list('Finance') },
    destination_location_exception: { network_locations: list('HQ') },
    source_location_exception: { network_locations: list('Branch') },
    source_country_exception: { countries: list('DE') },
  };
  const resource = (type: string, key: string, attributes: Attributes): Resource => ({
    type: `netskopesteering_${type}`,
    mode: 'managed',
    key,
    attributes,
    origin: {},
  });
  return modelFromResources(
    [
      resource('configuration', '7', configuration),
      ...Object.entries(exceptions).map(([type, one]) => resource(type, type, { configuration_id: '7', ...one })),
    ],
    { covers },
  );
}

const FIELDS: readonly [field: keyof Flow, there: string, near: string][] = [
  ['userGroups', 'Contractors', 'contractors'],
  ['userGroups', 'Contractors', 'Contractors '],
  ['userGroups', 'Contractors', 'Con\u200btractors'],
  ['userGroups', ' Padded ', 'Padded'],
  ['organizationUnit', 'Sales/Zürich', 'sales/Zu\u0308rich'],
  ['deviceTags', 'Kiosk', 'KIOSK'],
  ['applications', 'Zoom Rooms', 'ZoomRooms'],
  ['categories', 'Finance', 'finance'],
  ['destinationLocations', 'HQ', 'hq'],
  ['sourceLocations', 'Branch', ' branch'],
];
const said = (field: keyof Flow, name: string): Flow => ({
  ...FLOW,
  [field]: field === 'organizationUnit' || field === 'sourceCountry' ? name : [name],
});

describe('a name that the model has', () => {
  const model = modelWith({});

  it.each(FIELDS)('among %s as %j is refused as %j', (field, there, near) => {
    expect(complaintsAboutQuestion(said(field, there), model)).toEqual([]);
    expect(remarksOnNames(said(field, there), model)).toEqual([]);
    const [complaint] = complaintsAboutQuestion(said(field, near), model);
    expect(complaint).toMatchObject({ field, summary: 'Another spelling' });
    expect(complaint?.detail).toContain(`is written ${JSON.stringify(there)} in a`);
    expect(complaint?.detail).toContain(`Write ${JSON.stringify(there)}, as it stands there.`);
    expect(complaint?.detail).toContain('is not published');
    expect(remarksOnNames(said(field, near), model)).toEqual([]);
  });
});

describe('a name that nothing in the model has', () => {
  it.each([
    'userGroups',
    'organizationUnit',
    'deviceTags',
    'applications',
    'categories',
    'destinationLocations',
    'sourceLocations',
  ] as const)('among %s is remarked, and no more', (field) => {
    const model = modelWith({});
    const flow = said(field, 'Elsewhere');
    expect(complaintsAboutQuestion(flow, model)).toEqual([]);
    expect(remarksOnNames(flow, model).map((one) => [one.field, one.detail])).toEqual([
      [field, expect.stringMatching(/^No (configuration|exception) names the .* "Elsewhere"\. If it should be/)],
    ]);
  });

  it('is remarked with what the model leaves open', () => {
    const flow = said('sourceCountry', 'FR');
    const detail = (of: Parameters<typeof modelWith>[0]) => remarksOnNames(flow, modelWith(of))[0]?.detail;
    expect(detail({})).toContain('No exception names the country "FR".');
    expect(detail({ covers: 'part' })).toContain('What is judged is a part of the tenant');
    expect(detail({ open: 'it is only known after apply' })).toContain('Not all that they name is known: it is only');
  });

  it('is refused where it has white space that nobody sees', () => {
    const [complaint] = complaintsAboutQuestion(said('userGroups', ' Elsewhere'), modelWith({}));
    expect(complaint?.detail).toContain('it begins or ends with white space');
  });

  it('is nothing where there is none', () => {
    const flow: Flow = { ...FLOW, userGroups: [], organizationUnit: null, sourceCountry: null };
    expect(complaintsAboutQuestion(flow, modelWith({}))).toEqual([]);
    expect(remarksOnNames(flow, modelWith({}))).toEqual([]);
  });
});

it('a configuration that the model does not have is refused', () => {
  const [complaint] = complaintsAboutQuestion({ ...FLOW, configuration: '8' }, modelWith({}));
  expect(complaint?.detail).toBe('There is no configuration "8". Those that are known: "7", "0".');
});

it('an invariant that is about no flow does not hold', () => {
  const model = modelWith({});
  for (const narrowed of [{ platforms: [] }, { processes: [] }, { processes: ['/bin/x'] }]) {
    expect(checkInvariant(model, { never: 'block', ...narrowed })).toEqual({ holds: false, fails: 'perhaps' });
  }
  expect(checkInvariant(model, { never: 'block', processes: ['x'], platforms: ['linux'] }).holds).toBe(true);
});
