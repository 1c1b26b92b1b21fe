/** Runbooks keep the order of configurations that the code says, lose no name on the way, and say what they open. */
import { diffOf } from '../../live/diff';
import type { Json } from '../steering/model/support/rest-v1';
import { exceptions, group, pinned, shown, withPinned } from '../steering/model/support/rest-v1';
import {
  DEFAULT,
  app,
  blocked,
  bookOf,
  custom,
  domains,
  other,
  stackOf,
  tenantOf,
  titles,
  wantedOf,
} from './support/stacks';

const below = (...names: string[]): Json => ({
  depends_on: names.map((name) => `netskopesteering_configuration.${name}`),
});

test('configurations are made and enabled in the order in which the code makes them', () => {
  const stack = stackOf(
    custom('Contractors', { enabled: true, user_groups: ['C'], ...below('IT') }),
    custom('IT', { enabled: true, user_groups: ['I'] }),
  );
  const { steps, hazards } = bookOf(stack, tenantOf());
  expect(steps.map(({ verb, object: { name } }) => `${verb} ${name}`)).toEqual([
    'create IT',
    'create Contractors',
    'enable IT',
    'enable Contractors',
  ]);
  expect(steps[1]?.after).toEqual([steps[0]?.id]);
  expect(hazards).toEqual([]);
});

test('configurations in another order differ, and to drag one is told as a hazard', () => {
  const stack = stackOf(custom('A', below('B')), custom('B'));
  const tenant = tenantOf(shown(), [other('A', { priority: '1' }), other('B', { priority: '2' }, 8)]);
  expect(diffOf(wantedOf(stack), tenant)).toMatchObject({ differs: true });
  const { steps, hazards } = bookOf(stack, tenant);
  const moving = steps.filter(({ fields }) => fields.some(({ label }) => label === 'Priority'));
  expect(moving.map(({ fields }) => fields.find(({ label }) => label === 'Priority'))).toEqual([
    { label: 'Priority', value: 'below B', how: 'choose', before: 'above B' },
  ]);
  expect(hazards.map(({ text }) => text).join()).toContain('drags A to another place');
});

test('a name that stands only in an entry that goes is added elsewhere', () => {
  const entry = (...names: string[]) => ({ domains: names, notes: null });
  const tenant = tenantOf(
    shown({ exceptions: exceptions({ domains: group(entry('a.example'), entry('b.example', 'x.example')) }) }),
  );
  const stack = stackOf(DEFAULT, domains('d', ['a.example', 'b.example']));
  const { steps } = bookOf(stack, tenant);
  const values = steps.flatMap(({ verb, fields }) =>
    fields.filter(({ label }) => label === 'Domains').map(({ value }) => `${verb} ${value}`),
  );
  expect(values).toEqual(expect.arrayContaining(['change a.example,b.example', 'delete b.example,x.example']));
});

test('a step that ends a block says so, and what is verified names the platforms that are blocked', () => {
  const chat = app('Chat', { windows: { processes: ['Chat.exe'] }, mac_os: { processes: ['Chat'] } });
  const stack = stackOf(DEFAULT, chat, blocked('Chat', { windows: 'bypass', mac_os: 'block' }));
  const block = {
    action: '3',
    processes: ['Chat.exe'],
    enabled: true,
    managed_device: false,
    tunnel: false,
    tunnel_domains: [],
  };
  const { steps, verifications } = bookOf(
    stack,
    tenantOf(withPinned(pinned('Chat', { windows: block, mac: { ...block, processes: ['Chat'] } }))),
  );
  expect(steps.flatMap(({ warnings }) => warnings)).toContain('It ends the block on Windows.');
  expect(verifications.map(({ text }) => text).join()).toContain('Chat (macOS): the app cannot connect');
});

test('groups whose names have commas stand on lines of their own', () => {
  const { steps } = bookOf(stackOf(custom('A', { user_groups: ['G,1', 'x'] })), tenantOf());
  expect(steps[0]?.fields.find(({ label }) => label === 'User Groups')?.value).toBe('G,1\nx');
});

test('what no source shows, and no code has any more, is said to stay', () => {
  const tenant = tenantOf(withPinned(pinned('Chat')));
  const { remarks } = bookOf(stackOf(DEFAULT), tenant);
  expect(titles(bookOf(stackOf(DEFAULT), tenant)).join()).toContain('Delete the exception for the app Chat');
  expect(remarks.join()).toContain('REST v1 shows neither non-standard ports nor DNS exceptions');
});
