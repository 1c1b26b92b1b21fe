import { fromFloat64, parseNumber } from '../numbers';
import type { TfNumber } from '../values';
import type { Tokens } from './msgpack-tokens';

/** An integer, a double, or a decimal text; undefined where none of them follows. @throws RangeError for no number */
export function readNumber(tokens: Tokens): TfNumber | undefined {
  const number = tokens.number();
  if (typeof number === 'number') return fromFloat64(number);
  if (number !== undefined) return Number.isSafeInteger(Number(number)) ? Number(number) : number;
  const text = tokens.text();
  return text === undefined ? undefined : parseNumber(text);
}
