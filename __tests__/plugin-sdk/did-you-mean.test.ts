/** The word that was probably meant, and silence where none was. */
import { didYouMean, oneOf } from '../../providers/plugin-sdk/schema';

const PLATFORMS = ['windows', 'mac_os', 'linux', 'ios', 'android', 'chrome_os'];
const ACTIONS = ['bypass', 'block', 'bypass_direct', 'bypass_managed_direct'];
const RECORD_TYPES = ['all', 'A', 'AAAA', 'CNAME', 'PTR', 'TXT'];

it.each<[written: string, words: readonly string[], meant: string | undefined]>([
  ['macos', PLATFORMS, 'mac_os'],
  ['Mac-OS', PLATFORMS, 'mac_os'],
  ['mac', PLATFORMS, 'mac_os'],
  ['Windows 10', PLATFORMS, 'windows'],
  ['andriod', PLATFORMS, 'android'],
  ['iphone', PLATFORMS, undefined],
  ['Block', ACTIONS, 'block'],
  ['bypass-direct', ACTIONS, 'bypass_direct'],
  ['bypass_managed', ACTIONS, 'bypass_managed_direct'],
  ['allow', ACTIONS, undefined],
  ['ptr', RECORD_TYPES, 'PTR'],
  ['a', RECORD_TYPES, 'A'],
  ['ANY', RECORD_TYPES, undefined],
  ['', PLATFORMS, undefined],
  ['x'.repeat(10_000), PLATFORMS, undefined],
])('%j among %j: %s', (written, words, meant) => {
  expect(didYouMean(written, words)).toBe(meant === undefined ? '' : ` Did you mean "${meant}"?`);
});

it('stands behind the list in the refusal of a closed list', () => {
  expect(oneOf('web', 'all')('Web', []).map(({ detail }) => detail)).toEqual([
    '"Web" is not one of "web", "all". Did you mean "web"?',
  ]);
});
