/** Plain changes: attribute by attribute, lists as added and removed, and nothing of what is sensitive. */
import { reviewPlans, type Review } from '../../review';
import { blocked, DEFAULT, planOf, type Made } from './support/plan';

const review = (...made: readonly Made[]): Review =>
  reviewPlans([{ name: 'p', source: '', plan: JSON.stringify(planOf(DEFAULT, ...made)) }], { today: '2026-11-24' })
    .plans[0]!;

type Attributes = Readonly<Record<string, unknown>>;

it.each<[what: string, before: Attributes, after: Attributes, change: object, expected: object[]]>([
  ['a value', { a: 1 }, { a: 2 }, {}, [{ attribute: 'a', before: '1', after: '2' }]],
  ['a value that comes', { a: null }, { a: false }, {}, [{ attribute: 'a', after: 'false' }]],
  ['a value that goes', { a: '' }, { a: null }, {}, [{ attribute: 'a', before: '""' }]],
  ['null and nothing', { a: null }, {}, {}, []],
  [
    'a nested value',
    { a: { b: { c: 0 } } },
    { a: { b: { c: 1 } } },
    {},
    [{ attribute: 'a.b.c', before: '0', after: '1' }],
  ],
  ['a list', { a: ['x', 'y'] }, { a: ['y', 'z'] }, {}, [{ attribute: 'a', added: ['"z"'], removed: ['"x"'] }]],
  ['an element once more', { a: ['x'] }, { a: ['x', 'x'] }, {}, [{ attribute: 'a', added: ['"x"'] }]],
  ['another order', { a: ['x', 'y'] }, { a: ['y', 'x'] }, {}, [{ attribute: 'a', reordered: true }]],
  [
    'a list of objects',
    { a: [{ b: 1 }] },
    { a: [{ b: 2 }] },
    {},
    [{ attribute: 'a', added: ['{"b":2}'], removed: ['{"b":1}'] }],
  ],
  ['an empty list that comes', { a: null }, { a: [] }, {}, [{ attribute: 'a', after: '[]' }]],
  [
    'what is not known yet',
    { a: 1 },
    {},
    { after_unknown: { a: true } },
    [{ attribute: 'a', before: '1', after: '(known after apply)' }],
  ],
  [
    'a part that is not known yet',
    { a: { b: 1 } },
    { a: {} },
    { after_unknown: { a: { b: true } } },
    [{ attribute: 'a.b', before: '1', after: '(known after apply)' }],
  ],
  [
    'a list with what is not known yet',
    { a: ['x'] },
    { a: ['x', null] },
    { after_unknown: { a: [false, true] } },
    [{ attribute: 'a', before: '["x"]', after: '(known after apply)' }],
  ],
  [
    'an object with something sensitive, of which nothing is known after',
    { a: { pin: 7, b: 1 } },
    {},
    { before_sensitive: { a: { pin: true } }, after_unknown: { a: true } },
    [{ attribute: 'a', before: '{"pin":"(sensitive)","b":1}', after: '(known after apply)' }],
  ],
  [
    'a sensitive value',
    { a: 'old' },
    { a: 'new' },
    { before_sensitive: { a: true }, after_sensitive: { a: true } },
    [{ attribute: 'a', before: '(sensitive)', after: '(sensitive)' }],
  ],
  [
    'what becomes sensitive',
    { a: 'same', b: 1 },
    { a: 'same', b: 2 },
    { after_sensitive: true },
    [{ attribute: '', before: '{"a":"(sensitive)","b":1}', after: '(sensitive)' }],
  ],
  [
    'a list with a sensitive element',
    { a: ['x'] },
    { a: ['x', 'hush'] },
    { after_sensitive: { a: [false, true] } },
    [{ attribute: 'a', before: '["x"]', after: '(sensitive)' }],
  ],
])('%s', (_what, before, after, change, expected) => {
  const { changes } = review({ type: 'other', name: 'x', before, after, change: { actions: ['update'], ...change } });
  expect(changes.map((one) => one.changes)).toEqual([expected]);
});

it('a sensitive text is taken out wherever it gets in: flows, causes, findings, names', () => {
  const secret = 'merger.example';
  const made = review({
    name: 'e',
    after: { id: '0/e', configuration_id: '0', domains: [secret], notes: `for ${secret}` },
    change: { after_sensitive: { domains: [true] } },
  });
  expect(made.traffic.length).toBeGreaterThan(0);
  expect(JSON.stringify(made)).not.toContain('merger');
  expect(made.reservations).toContain('1 sensitive text is not shown.');
  expect(made.does.sensitive).toMatch(/^[0-9a-f]{16}$/);
});

it('destroys and replacements stand apart, with the attribute that forces them, or the reason', () => {
  const before = blocked('e', 'app-A');
  const { removals, counts, imports, moves } = review(
    { name: 'gone', before, more: { action_reason: 'delete_because_no_resource_config' } },
    {
      name: 'anew',
      before,
      after: { ...before, configuration_id: '1' },
      change: { actions: ['create', 'delete'], replace_paths: [['configuration_id'], ['a', 0, 'b']] },
    },
    { name: 'let-go', before, change: { actions: ['forget'] } },
    { name: 'taken', before, after: before, change: { importing: { id: '0/e' } }, more: { previous_address: 'x.old' } },
  );
  expect(removals.map(({ action, forcedBy, reason }) => [action, forcedBy, reason])).toEqual([
    ['replace', ['a[0].b', 'configuration_id'], undefined],
    ['destroy', [], 'it is no longer in the configuration'],
    ['forget', [], undefined],
  ]);
  expect(imports).toEqual([{ at: { address: 'netskopesteering_certificate_pinned_app_exception.taken' }, id: '0/e' }]);
  expect(moves).toEqual([
    { at: { address: 'netskopesteering_certificate_pinned_app_exception.taken' }, from: 'x.old' },
  ]);
  expect(counts).toMatchObject({ destroy: 1, replace: 1, forget: 1, import: 1, move: 1, update: 0 });
});

it('says which clients must fetch what, and that nobody must where nothing changes for a client', () => {
  const sales = { id: '7', name: 'Sales', enabled: true, priority: 1, user_groups: ['sales'], traffic_mode: 'web' };
  const note = (notes: string) => ({ id: '7/e', configuration_id: '7', domains: ['a.example'], notes });
  const there: Made = { type: 'configuration', name: 's', before: sales, after: sales };
  expect(review(there, { name: 'e', after: note('x') }).rollout).toMatchObject([
    { at: { name: 'Sales' }, clients: 'user groups sales', withinMinutes: 60, mark: 'doc' },
  ]);
  expect(review(there, { name: 'e', before: note('x'), after: note('y') }).rollout).toEqual([]);
});
