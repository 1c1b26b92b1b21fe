/** What is reviewed is what traffic does: kinds of plans, each made, reviewed and applied by the real terraform. */
import { rm } from 'node:fs/promises';
import { truthOf } from './reviews/harness';
import { Here, initialise, type Initialised } from './reviews/here';
import { CHANGES } from './reviews/changes';
import { LOOKED_UP } from './reviews/lookups';
import { OWNERS } from './reviews/owners';
import { PARTS } from './reviews/parts';
import { SHAPES } from './reviews/shapes';

jest.setTimeout(120_000);

let initialised: Initialised;
beforeAll(async () => {
  initialised = await initialise();
});
afterAll(() => rm(initialised.folder, { recursive: true, force: true }));

test.each([...OWNERS, ...PARTS, ...LOOKED_UP, ...SHAPES, ...CHANGES])('$name', async (kind) => {
  const here = await Here.open(initialised);
  try {
    const { verdict, isJudged, lies } = await truthOf(kind, here);
    expect(lies.slice(0, 5)).toEqual([]);
    expect({ verdict, isJudged }).toEqual({
      verdict: kind.verdict === 'nothing' ? 'no_traffic_change' : kind.verdict,
      isJudged: kind.unjudged !== true,
    });
  } finally {
    await here.close();
  }
});
