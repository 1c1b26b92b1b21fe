/** Changes of apps that are steered and decrypted, and of device classifications: what is told of them, and what is none. */
import { compare, type Model, type PinnedAction, type PinnedAppData } from '../../../steering';
import { article } from '../rules/stacks';
import { modelOf, type ExceptionDeclaration } from '../rules/stack';

type Exceptions = Readonly<Record<string, ExceptionDeclaration>>;

const model = (exceptions: Exceptions): Model => modelOf({ ...article(), exceptions });
const reads = (action: PinnedAction, more: Partial<ExceptionDeclaration> = {}): ExceptionDeclaration => ({
  in: 'default',
  app: 'whatsapp',
  windows: action,
  ...more,
});
const steered = reads('steer_and_decrypt');
const bypassed = reads('bypass_direct');
/** A bypass of managed devices of some classifications. */
const classified = (...classifications: string[]) => reads('bypass_managed_direct', { classifications });

/** One whose classifications are not known. */
function open(reason: string): Model {
  const { exceptions, ...rest } = model({ e: classified() });
  return {
    ...rest,
    exceptions: exceptions.map((one) => ({
      ...one,
      data: { ...(one.data as PinnedAppData), deviceClassifications: { windows: { items: [], open: reason } } },
    })),
  };
}

const CHANGES: readonly (readonly [what: string, before: Model, after: Model])[] = [
  [
    'steering and decrypting that changes places with a bypass',
    model({ e: steered, other: bypassed }),
    model({ e: bypassed, other: steered }),
  ],
  ['device classifications', model({ e: classified('Corporate') }), model({ e: classified('Kiosk') })],
  ['one more of them', model({ e: classified('Corporate') }), model({ e: classified('Corporate', 'Kiosk') })],
  [
    'those of an exception beside a block',
    model({ e: classified('Corporate'), other: reads('block') }),
    model({ e: classified('Kiosk'), other: reads('block') }),
  ],
  [
    'some that become others that are known only after apply',
    open('it is not read'),
    open('it is only known after apply'),
  ],
];

const SAME: typeof CHANGES = [
  ['an app that is no longer steered and decrypted', model({ e: steered }), model({})],
  [
    'domains of an app that is steered and decrypted',
    model({ e: { ...steered, domains: ['a.example'] } }),
    model({ e: { ...steered, domains: ['b.example'] } }),
  ],
  [
    'the order of device classifications, and one that is named twice',
    model({ e: classified('Corporate', 'Kiosk') }),
    model({ e: classified('Kiosk', 'Corporate', 'Kiosk') }),
  ],
  ['some that are not known for another reason', open('it is not read'), open('it is not written')],
  [
    'another exception for the same ones',
    model({ e: classified('Corporate') }),
    model({ e3: classified('Corporate') }),
  ],
  [
    'those of an exception that blocks',
    model({ e: { ...classified('Corporate'), windows: 'block' } }),
    model({ e: { ...classified('Kiosk'), windows: 'block' } }),
  ],
];

test.each(CHANGES)('perhaps changes traffic: %s', (_, before, after) => {
  const { changes } = compare(before, after, { platforms: ['windows'] });
  expect(changes.every(({ causes }) => causes.length > 0)).toBe(true);
  const alike = changes.filter((line) => line.before.possible.join() === line.after.possible.join());
  expect(alike).not.toEqual([]);
  expect(alike.every(({ turns }) => turns.length > 0)).toBe(true);
});

test.each(SAME)('does not change traffic: %s', (_, before, after) => {
  const comparison = compare(before, after, { platforms: ['windows'] });
  expect(comparison.changes).toEqual([]);
  expect(comparison.changedClasses).toBe(0);
});

test('what a managed device is, it is before and after: a tunnel in place of a way past it opens nothing to those that are blocked', () => {
  const [before, after] = (['bypass_managed_direct', 'bypass_managed_tunnel'] as const).map((action) =>
    model({ e: reads(action, { classifications: ['Corporate'] }) }),
  );
  const { changes } = compare(before!, after!, { platforms: ['windows'] });
  expect(changes).not.toEqual([]);
  for (const { turns, region } of changes) {
    expect(turns).toEqual([{ before: 'bypass_direct', after: 'bypass_tunnel' }]);
    expect(region.managed).toBe(true);
  }
});

test('more questions at once than are answered one by one are left open, and none is called harmless', () => {
  const many = (count: number, last: string): Exceptions =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`e${index}`, classified(index === 0 ? last : `of ${index}`)]),
    );
  for (const count of [2, 20]) {
    const [before, after] = [model(many(count, 'Corporate')), model(many(count, 'Kiosk'))];
    expect(compare(before, after, { platforms: ['windows'] }).changes).not.toEqual([]);
    expect(compare(before, before, { platforms: ['windows'] }).changes).toEqual([]);
  }
});
