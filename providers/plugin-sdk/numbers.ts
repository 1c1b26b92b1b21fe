/**
 * Lossless numbers: texts and doubles to {@link TfNumber} and back.
 *
 * Terraform computes with 512 bits of mantissa; a double has 53. So a decimal text, not a double, is what decides here:
 * the canonical text of a number is plain digits without exponent, leading or trailing zeros, and without the sign of
 * `-0`.
 */
import { Decimal, type TfNumber } from './values';

/**
 * The most digits that a canonical text may have. A double needs 1,075 at most; without a limit, `1e999999999` would be
 * a gigabyte of zeros.
 */
export const MAX_DIGITS = 20_000;

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,15}))?$/;

/**
 * Reads a decimal text, with or without exponent, into the one canonical {@link TfNumber} for its value: a safe integer
 * becomes a number, another integer a bigint, a fraction a number where JavaScript prints it back unchanged, else a
 * Decimal.
 * @throws RangeError when the text is no number, or needs more than {@link MAX_DIGITS} digits
 */
export function parseNumber(text: string): TfNumber {
  const canonical = canonicalText(text);
  if (canonical.includes('.')) {
    const double = Number(canonical);
    return numberText(double) === canonical ? double : new Decimal(canonical);
  }
  const double = Number(canonical);
  return Number.isSafeInteger(double) ? double : BigInt(canonical);
}

/**
 * Gives the number that a double is, exactly: 0.5 stays 0.5, but the double nearest to one tenth becomes the Decimal
 * 0.1000000000000000055511151231257827…, because a number here stands for the decimal that it prints.
 * @throws RangeError for NaN and the infinities
 */
export function fromFloat64(double: number): TfNumber {
  if (!Number.isFinite(double)) throw new RangeError(`${double} is not a number that Terraform knows.`);
  if (Number.isSafeInteger(double)) return double + 0;
  return Number.isInteger(double) ? BigInt(double) : parseNumber(exactText(double));
}

/**
 * Gives the canonical decimal text of a number; equal numbers have equal texts.
 * @throws RangeError for NaN and the infinities
 */
export function numberText(number: TfNumber): string {
  if (number instanceof Decimal) return number.text;
  const text = String(number);
  return typeof number === 'bigint' || Number.isSafeInteger(number) ? text : canonicalText(text);
}

export function equalNumbers(a: TfNumber, b: TfNumber): boolean {
  return a === b || (typeof a === typeof b && typeof a !== 'object' ? false : numberText(a) === numberText(b));
}

/** Gives a negative number when a is less than b, zero when they are equal, and a positive one when a is greater. */
export function compareNumbers(a: TfNumber, b: TfNumber): number {
  if (!(a instanceof Decimal) && !(b instanceof Decimal) && typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [numberText(a), numberText(b)];
  const [negativeLeft, negativeRight] = [left.startsWith('-'), right.startsWith('-')];
  if (negativeLeft !== negativeRight) return negativeLeft ? -1 : 1;
  return negativeLeft ? compareMagnitudes(right.slice(1), left.slice(1)) : compareMagnitudes(left, right);
}

/**
 * Compares canonical texts without signs: the one with the longer whole part is greater, else the order of digits
 * decides.
 */
function compareMagnitudes(a: string, b: string): number {
  const longer = wholeLength(a) - wholeLength(b);
  return longer !== 0 ? longer : a < b ? -1 : a > b ? 1 : 0;
}

function wholeLength(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
}

function canonicalText(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    text.length <= MAX_DIGITS + 32 ? (NUMBER.exec(text) ?? []) : [];
  if (whole === '' && fraction === '') throw notANumber(text);
  const digits = stripLeadingZeros(whole + fraction);
  if (digits === '') return '0';
  const point = digits.length - fraction.length + Number(exponent);
  if (Math.max(point, digits.length - point, digits.length) > MAX_DIGITS) throw notANumber(text);
  const padded = '0'.repeat(Math.max(0, -point)) + digits + '0'.repeat(Math.max(0, point - digits.length));
  const split = Math.max(0, point);
  const decimals = stripTrailingZeros(padded.slice(split));
  const integer = padded.slice(0, split) || '0';
  return (sign === '-' ? '-' : '') + (decimals === '' ? integer : `${integer}.${decimals}`);
}

// These two functions use loops, because /0+$/ takes quadratic time on long runs of zeros.
function stripLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
}

function stripTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/**
 * Writes a double exactly. Any double is m × 2^e; for a negative e that is m × 5^-e with -e decimals, a finite decimal.
 */
function exactText(double: number): string {
  const bits = new BigUint64Array(Float64Array.of(double).buffer)[0] ?? 0n;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const stored = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? stored : stored | 0x10000000000000n;
  const decimals = 1075 - Math.max(biased, 1);
  return `${double < 0 ? '-' : ''}${mantissa * 5n ** BigInt(decimals)}e-${decimals}`;
}

function notANumber(text: string): RangeError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new RangeError(`${JSON.stringify(shown)} is not a decimal number of at most ${MAX_DIGITS} digits.`);
}
