import fc from 'fast-check';
import {
  compareNumbers,
  equalNumbers,
  fromFloat64,
  MAX_DIGITS,
  numberText,
  parseNumber,
} from '../../providers/plugin-sdk/numbers';
import { Decimal, type TfNumber } from '../../providers/plugin-sdk/values';

const RUNS = { numRuns: 2_000 };

/** Decimal texts in every spelling, with their value as an integer scaled by 10^60. */
const spelled = fc
  .record({
    negative: fc.boolean(),
    whole: fc.stringMatching(/^\d{1,25}$/),
    fraction: fc.stringMatching(/^\d{0,25}$/),
    exponent: fc.integer({ min: -30, max: 30 }),
  })
  .map(({ negative, whole, fraction, exponent }) => {
    const text = `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}${exponent === 0 ? '' : `e${exponent}`}`;
    const scaled = BigInt(whole + fraction) * 10n ** BigInt(60 + exponent - fraction.length);
    return { text, scaled: negative ? -scaled : scaled };
  });

const numbers: fc.Arbitrary<TfNumber> = fc.oneof(
  spelled.map(({ text }) => parseNumber(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(fromFloat64),
);

describe('parseNumber', () => {
  it.each<[string, TfNumber]>([
    ['0', 0],
    ['-0', 0],
    ['-0.000e5', 0],
    ['007', 7],
    ['+7', 7],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['18446744073709551616', 18446744073709551616n],
    ['1e3', 1000],
    ['1.50', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['0.1', 0.1],
    ['1E-7', 0.0000001],
    ['0.10000000000000000001', new Decimal('0.10000000000000000001')],
    ['0.1000000000000000055511151231257827', new Decimal('0.1000000000000000055511151231257827')],
    ['123456789012345678.5', new Decimal('123456789012345678.5')],
  ])('reads %s', (text, expected) => expect(parseNumber(text)).toEqual(expected));

  it.each(['', '.', '-', 'e5', '1e', '0x10', '1_000', ' 1', '1 ', 'NaN', 'Infinity', '1.2.3', '１'])(
    'refuses %j',
    (text) => expect(() => parseNumber(text)).toThrow('is not a decimal number'),
  );

  it.each([
    '1e999999999',
    '1e-999999999',
    '1e99999999999999999999',
    '9'.repeat(MAX_DIGITS + 1),
    '1'.repeat(30_000_000),
  ])('refuses a number of too many digits without expanding it (%#)', (text) =>
    expect(() => parseNumber(text)).toThrow(`at most ${MAX_DIGITS} digits`),
  );

  it('takes a number of the most digits allowed', () => {
    expect(numberText(parseNumber(`1e${MAX_DIGITS - 1}`))).toHaveLength(MAX_DIGITS);
  });

  it('gives equal results for equal values, whatever their spelling, and keeps the value', () => {
    fc.assert(
      fc.property(spelled, ({ text, scaled }) => {
        const canonical = numberText(parseNumber(text));
        expect(canonical).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/);
        const [whole = '', fraction = ''] = canonical.split('.');
        expect(BigInt(whole + fraction) * 10n ** BigInt(60 - fraction.length)).toBe(scaled);
        expect(parseNumber(canonical)).toEqual(parseNumber(text));
      }),
      RUNS,
    );
  });
});

describe('fromFloat64', () => {
  it.each<[number, TfNumber]>([
    [0, 0],
    [-0, 0],
    [0.5, 0.5],
    [-2.75, -2.75],
    [2 ** 53, 9007199254740992n],
    [1e21, 1000000000000000000000n],
    [0.1, new Decimal('0.1000000000000000055511151231257827021181583404541015625')],
  ])('reads the double %d exactly', (double, expected) => expect(fromFloat64(double)).toEqual(expected));

  it('loses nothing: the text of any double reads back as that double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) =>
        expect(Number(numberText(fromFloat64(double)))).toBe(double + 0),
      ),
      RUNS,
    );
    expect(numberText(fromFloat64(Number.MIN_VALUE))).toHaveLength(1076);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d', (double) => expect(() => fromFloat64(double)).toThrow(RangeError));
});

describe('numberText', () => {
  it.each<[TfNumber, string]>([
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [-5n, '-5'],
  ])('prints %p', (number, text) => expect(numberText(number)).toBe(text));

  it('refuses what is no number', () => expect(() => numberText(NaN)).toThrow(RangeError));
});

describe('compareNumbers and equalNumbers', () => {
  it('order numbers as their values, across all representations', () => {
    fc.assert(
      fc.property(spelled, spelled, (a, b) => {
        const order = a.scaled < b.scaled ? -1 : a.scaled > b.scaled ? 1 : 0;
        expect(Math.sign(compareNumbers(parseNumber(a.text), parseNumber(b.text)))).toBe(order);
        expect(equalNumbers(parseNumber(a.text), parseNumber(b.text))).toBe(order === 0);
      }),
      RUNS,
    );
  });

  it('agree with each other, with themselves and under exchange', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(equalNumbers(a, parseNumber(numberText(a)))).toBe(true);
        expect(compareNumbers(a, b) === 0).toBe(equalNumbers(a, b));
        expect(Math.sign(compareNumbers(a, b)) + Math.sign(compareNumbers(b, a))).toBe(0);
      }),
      RUNS,
    );
  });

  it('see through representations that nobody canonicalised', () => {
    expect(equalNumbers(5, 5n)).toBe(true);
    expect(equalNumbers(2 ** 53, 9007199254740992n)).toBe(true);
    expect(equalNumbers(0, -0)).toBe(true);
    expect(compareNumbers(9n, 10)).toBeLessThan(0);
    expect(compareNumbers(new Decimal('0.30000000000000000001'), 0.3)).toBeGreaterThan(0);
  });
});
