import fc from 'fast-check';
import { parsePorts } from '../../../steering/domain/vocabulary';

it.each<[string, readonly number[]]>([
  ['443', [443]],
  ['443,5222,8000-8002', [443, 5222, 8000, 8001, 8002]],
  [' 8002 , 443,8000 - 8002 ', [443, 8000, 8001, 8002]],
  ['1,65535', [1, 65_535]],
  ['007', [7]],
])('reads %j', (text, ports) => {
  expect(parsePorts(text)).toEqual({ ok: true, ports });
});

it.each([
  ['', /^There is an empty part/],
  ['443,', /^There is an empty part/],
  ['443;5222', /"443;5222" is no port/],
  ['http', /"http" is no port/],
  ['-1', /"-1" is no port/],
  ['1.5', /"1.5" is no port/],
  ['0', /"0" is not from 1 to 65535/],
  ['65536', /is not from 1/],
  ['1-70000', /is not from 1/],
  ['99999999999999999999', /is no port/],
  ['8002-8000', /runs backwards/],
])('refuses %j, and says what to write', (text, reason) => {
  const parsed = parsePorts(text);
  expect(parsed).toMatchObject({ ok: false, reason: expect.stringMatching(reason) as string });
  expect(parsed).toMatchObject({ reason: expect.stringContaining('such as "443') as string });
});

it('reads what it would write, in any order', () => {
  const port = fc.integer({ min: 1, max: 65_535 });
  fc.assert(
    fc.property(fc.array(port, { minLength: 1, maxLength: 50 }), (ports) => {
      const expected = [...new Set(ports)].sort((a, b) => a - b);
      expect(parsePorts(ports.join(', '))).toEqual({ ok: true, ports: expected });
    }),
  );
});
