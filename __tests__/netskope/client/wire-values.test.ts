/** What a tenant sends of the actions of a certificate pinned app exception, in every form in which it may come. */
import { readException } from '../../../providers/netskope/client/wire-values';

const row = (data: object) => ({
  id: 'exc-1',
  type: 'certificate_pinned_app',
  certificate_pinned_app: { app_id: 'app-1', custom_app_domains: [], ...data },
});
const read = (data: object) => readException(row(data)).certificate_pinned_app;
const managed = { action: 'bypass', managed_device: true, tunnel: false };

it.each<[what: string, sent: unknown, expected: unknown]>([
  ['a list', ['Corporate', 'Kiosk'], ['Corporate', 'Kiosk']],
  [
    'a list in another order, with repetitions, in another case',
    ['kiosk', 'Corporate', 'kiosk'],
    ['kiosk', 'Corporate', 'kiosk'],
  ],
  ['an empty list', [], []],
  ['null, which is an empty list', null, []],
  ['nothing, which is not known', undefined, undefined],
])('device classifications may come as %s', (_, sent, expected) => {
  const data = read({ windows: { ...managed, device_classifications: sent }, mac: managed });
  expect(data).toMatchObject({ app_id: 'app-1', windows: managed, mac: managed });
  expect(data?.windows?.device_classifications).toEqual(expected);
  expect(data?.mac?.device_classifications).toBeUndefined();
});

it.each<[what: string, data: object]>([
  ['device classifications that are a text', { windows: { ...managed, device_classifications: 'Corporate' } }],
  ['device classifications that are no texts', { mac: { ...managed, device_classifications: [{ id: 1 }] } }],
  ['an action that is no object', { windows: 'block' }],
  ['a list of actions', { linux: [{ action: 'block' }] }],
])('an exception with %s has no data that is known, and spoils nothing else', (_, data) => {
  expect(readException(row(data))).toMatchObject({ id: 'exc-1', type: 'certificate_pinned_app' });
  expect(read(data)).toBeUndefined();
});

it('a platform without an action may come as null, and no action is made up for it', () => {
  const data = read({
    windows: { action: 'steer_and_decrypt' },
    mac: null,
    linux: null,
    ios: null,
    android: null,
    chrome_os: null,
  });
  expect(data).toEqual({ app_id: 'app-1', custom_app_domains: [], windows: { action: 'steer_and_decrypt' } });
});

it('what is not named passes as it is', () => {
  const strange = { action: 'steer_and_decrypt', decrypt: 'full', tunnel: null };
  expect(read({ mac: strange })).toMatchObject({ mac: strange });
});
