import {
  EXCEPTION_TYPE_NAMES,
  type ExceptionTypeName,
  type Place,
  TRAFFIC_MODES,
  complainAboutOffer,
  isOfferedEverywhere,
} from '../../../steering/domain/exceptions';

/** What is refused, as `place: modes`; everything else is offered by some published version. */
const REFUSED: Partial<Record<ExceptionTypeName, Partial<Record<Place, string>>>> = {
  application: { off_premises: 'cloud_apps web' },
  category: { everywhere: 'cloud_apps', on_premises: 'cloud_apps' },
  dns: { everywhere: 'cloud_apps', on_premises: 'cloud_apps web all none' },
  source_location: { everywhere: 'all' },
};

it.each(EXCEPTION_TYPE_NAMES)('refuses %s where no published version offers it, and nowhere else', (type) => {
  for (const place of ['on_premises', 'off_premises', 'everywhere'] as const) {
    const refused = TRAFFIC_MODES.filter((mode) => complainAboutOffer(type, place, mode) !== undefined);
    expect(refused.join(' ')).toBe(REFUSED[type]?.[place] ?? '');
  }
  expect(isOfferedEverywhere(type)).toBe(REFUSED[type] === undefined);
});

it('refuses without a mode only what no mode offers', () => {
  const refused = EXCEPTION_TYPE_NAMES.flatMap((type) =>
    (['on_premises', 'off_premises', 'everywhere'] as const).flatMap((place) =>
      complainAboutOffer(type, place, undefined) === undefined ? [] : [`${type} ${place}`],
    ),
  );
  expect(refused).toEqual(['dns on_premises']);
});

it('says where the type is offered instead', () => {
  expect(complainAboutOffer('category', 'everywhere', 'cloud_apps')?.detail).toContain('It is in "web" and "all".');
  expect(complainAboutOffer('dns', 'on_premises', undefined)?.detail).toContain('the other location');
});
