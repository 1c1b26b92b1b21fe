import { isIP } from 'node:net';
import fc from 'fast-check';
import { isIpAddress } from '../../../steering/domain/hosts';

it.each([
  ...['0.0.0.0', '255.255.255.255', '10.0.0.1', '::', '::1', '1::', 'fe80::1%eth0', '2001:db8::8:800:200c:417a'],
  ...['1:2:3:4:5:6:7:8', '::ffff:10.0.0.1', '1:2:3:4:5:6:1.2.3.4', 'ABCD::', '1::3:4:5:6:7:8', '::2:3:4:5:6:7:8'],
])('takes %s', (text) => {
  expect(isIP(text)).not.toBe(0);
  expect(isIpAddress(text)).toBe(true);
});

it.each([
  ...[
    '',
    'a.example',
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.4 ',
    '1.2.3.4/24',
    ':',
    ':::',
    '1:2:3',
    '1:',
  ],
  ...[':1', '1::2::3', '1:2:3:4:5:6:7:8:9', '1::2:3:4:5:6:7:8', '12345::', 'g::', '::1.2.3', '1.2.3.4::', '[::1]'],
  ...['::1.2.3.4:5', 'fe80::1%', 'fe80::1%a%b', '1.2.3.4%eth0'],
])('refuses %j', (text) => {
  expect(isIP(text)).toBe(0);
  expect(isIpAddress(text)).toBe(false);
});

it('says of every text what node says', () => {
  const pieces = fc.constantFrom('0', '1', '25', '255', '256', 'ff', 'abcd', '.', ':', '::', '%', 'z', '1.2.3.4');
  const texts = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(isIpAddress(text)).toBe(isIP(text) !== 0);
    }),
    { numRuns: 5_000 },
  );
});
