import { rmSync } from 'node:fs';
import { Random } from '../../tenant/emulator/random';
import { isSoak, runs, SOAK_MS } from '../support/runs';
import { damages } from './support/damage';
import {
  expectRefused,
  filesOf,
  healthyData,
  textOf,
  usable,
  type Files,
  type HealthyData,
} from './support/healthy-data';

const TRIES = runs(240, 20_000);
/** Several processes at a time: they wait for the disk most of the time. */
const PROCESSES = 4;
const TRIES_OF_A_PROCESS = 60;

let healthy: HealthyData;
beforeAll(async () => {
  healthy = await healthyData();
});
afterAll(() => healthy.remove());

interface Try {
  what: string;
  path: string;
  damaged: Files;
}

const kinds = Object.entries(damages);

function makeTry(number: number, random: Random): Try {
  const [kind, damage] = kinds[number % kinds.length]!;
  const files = healthy[random.below(2) === 0 ? 'closed' : 'killed'];
  const name = random.pick(Object.keys(files))!;
  const damaged = { ...files, [name]: damage(files[name]!, random) };
  return { what: `try ${number}: ${kind}, in ${name}`, path: healthy.makeFolder(`try-${number}`, damaged), damaged };
}

describe('data that was damaged by chance', () => {
  it(
    'is refused and left as it is, or what is readable of it is served',
    async () => {
      const random = new Random(16);
      let refused = 0;
      for (let begun = 0; begun < TRIES; begun += PROCESSES * TRIES_OF_A_PROCESS) {
        const processes = Array.from({ length: PROCESSES }, (_, process) =>
          Array.from({ length: TRIES_OF_A_PROCESS }, (_, index) =>
            makeTry(begun + process * TRIES_OF_A_PROCESS + index, random),
          ),
        );
        const outcomes = await Promise.all(processes.map((tries) => healthy.startOn(tries.map(({ path }) => path))));
        for (const [index, { what, path, damaged }] of processes.flat().entries()) {
          const outcome = outcomes.flat()[index]!;
          if (outcome.name === undefined) {
            expect({ what, ...outcome }).toEqual({ what, ...usable });
          } else {
            refused += 1;
            expectRefused(path, outcome);
            expect({ what, files: textOf(filesOf(path)) }).toEqual({ what, files: textOf(damaged) });
          }
          rmSync(path, { recursive: true });
        }
      }
      expect(refused).toBeGreaterThan(TRIES / 3);
    },
    isSoak ? SOAK_MS : 120_000,
  );

  it('is not what a tenant leaves behind, closed or killed', async () => {
    const folders = [healthy.makeFolder('closed', healthy.closed), healthy.makeFolder('killed', healthy.killed)];
    expect(await healthy.startOn(folders)).toEqual([usable, usable]);
  });
});
