/** A real plan with any part of it replaced by junk: it is refused in words, or reviewed; it never crashes. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, render, reviewPlans } from '../../review';
import { UnreadablePlan } from '../../steering';

const PLAN = readFileSync(join(__dirname, 'goldens', 'create.plan.txt'), 'utf8');

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))];
}

function replaced(value: ReturnType<typeof JSON.parse>, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = replaced(value[step], rest, by);
  return copy;
}

const PATHS = pathsOf(JSON.parse(PLAN));
const JUNK = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'x',
  '${x}',
  [],
  [null],
  [[]],
  {},
  { a: null },
  { known: false },
  { 0: 'a' },
];

test('whatever part of a plan is junk, it is refused in words or reviewed in every format', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), fc.constantFrom(...JUNK), (path, junk) => {
      const plan = JSON.stringify(replaced(JSON.parse(PLAN), path, junk));
      let report;
      try {
        report = reviewPlans([{ name: 'plan', source: 'plan.json', plan }], { today: '2026-11-24' });
      } catch (cause) {
        if (cause instanceof UnreadablePlan) return;
        throw cause;
      }
      for (const format of FORMATS) expect(render(report, format, { version: '0' })).not.toBe('');
    }),
    { numRuns: 300 },
  );
});

test('a plan whose list of changes is null is reviewed as one without changes', () => {
  const plan = JSON.stringify(replaced(JSON.parse(PLAN), ['resource_changes'], null));
  const { plans } = reviewPlans([{ name: 'plan', source: 'plan.json', plan }], { today: '2026-11-24' });
  expect(plans.map(({ counts }) => Object.values(counts).every((count) => count === 0))).toEqual([true]);
});
