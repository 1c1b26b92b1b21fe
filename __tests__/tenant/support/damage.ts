/** Ways to damage a file, each drawn from a seed. */
import type { Random } from '../../../tenant/emulator/random';

export type Damage = (file: Buffer, random: Random) => Buffer;

const PAGE = 4096;

function overwrite(file: Buffer, at: number, bytes: Buffer): Buffer {
  const damaged = Buffer.from(file);
  bytes.copy(damaged, Math.min(at, file.length));
  return damaged;
}

function bytesOf(random: Random, count: number, least = 0): Buffer {
  return Buffer.from(Array.from({ length: count }, () => least + random.below(256 - least)));
}

/** One byte after the other, each somewhere from `from` to below `to`. */
function sprinkle(file: Buffer, random: Random, count: number, from: number, to: number, least = 0): Buffer {
  const damaged = Buffer.from(file);
  for (let left = count; left > 0 && to > from; left--) {
    damaged[from + random.below(to - from)] = bytesOf(random, 1, least)[0] ?? 0;
  }
  return damaged;
}

const page = (file: Buffer, random: Random): number => PAGE * random.below(Math.max(1, file.length / PAGE));

export const damages: Record<string, Damage> = {
  '40 bytes anywhere': (file, random) => sprinkle(file, random, 40, 0, file.length),
  'one byte anywhere': (file, random) => sprinkle(file, random, 1, 0, file.length),
  'one bit anywhere': (file, random) => {
    const at = random.below(file.length);
    return overwrite(file, at, Buffer.from([(file[at] ?? 0) ^ (1 << random.below(8))]));
  },
  'the first 16 bytes': (file, random) => sprinkle(file, random, 3, 0, 16),
  'the header': (file, random) => sprinkle(file, random, 3, 16, 100),
  'the tables': (file, random) => sprinkle(file, random, 3, 100, PAGE),
  'the words of the tables': (file, random) => {
    const word = random.pick(['object', 'sequence', 'body', 'TEXT', 'INTEGER', 'PRIMARY', 'table', 'CREATE']) ?? '';
    const at = file.indexOf(word);
    return overwrite(file, at + random.below(word.length), bytesOf(random, 1, random.pick([0, 0x80])));
  },
  'bytes that are no UTF-8': (file, random) => sprinkle(file, random, 20, 100, file.length, 0x80),
  'a text in its middle': (file, random) => {
    const at = file.indexOf('App ', random.below(file.length));
    return at < 0 ? sprinkle(file, random, 5, 0, file.length, 0x80) : overwrite(file, at + 1, bytesOf(random, 2, 0x80));
  },
  'the head of a page': (file, random) => overwrite(file, page(file, random) + random.below(12), bytesOf(random, 2)),
  'a page of zeros': (file, random) => overwrite(file, page(file, random), Buffer.alloc(PAGE)),
  'a page of noise': (file, random) => overwrite(file, page(file, random), bytesOf(random, PAGE)),
  'one page in place of another': (file, random) => {
    const from = page(file, random);
    return overwrite(file, page(file, random), file.subarray(from, from + PAGE));
  },
  'the end cut off': (file, random) => file.subarray(0, random.below(file.length)),
  'whole pages cut off': (file, random) => file.subarray(0, page(file, random)),
  'noise at the end': (file, random) => Buffer.concat([file, bytesOf(random, 1 + random.below(2 * PAGE))]),
};
