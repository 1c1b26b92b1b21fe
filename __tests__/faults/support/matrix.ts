/** The fault matrix: every fault on some operations of every sample. */
import type { Instance } from 'terraform-plugin-sdk-ts/testing';
import { SAMPLES, type Sample } from '../../support/samples';
import { runCell, type Cell } from './cell';
import { durationsOf, expectationOf, isApplicable, OPERATIONS, type Operation } from './expectations';
import { FAULTS } from './faults';
import { Stage } from './stage';
import { StoreSnapshot } from '../../support/store-snapshot';

export function describeMatrix(isMeant: (operation: Operation) => boolean): void {
  describe.each(SAMPLES.map((sample) => [sample.type, sample] as const))('%s', (_, sample) => {
    for (const operation of OPERATIONS.filter(isMeant)) {
      if (!isApplicable(sample, operation)) continue;
      describe(operation.name, () => describeOperation(sample, operation));
    }
  });
}

function describeOperation(sample: Sample, operation: Operation): void {
  let stage: Stage;
  let prior: Instance | null;
  let beginning: StoreSnapshot;

  beforeAll(async () => {
    stage = await Stage.start(sample);
    prior = operation.doing === 'create' ? null : await stage.make();
    beginning = new StoreSnapshot(stage.tenant.store);
  });
  afterEach(async () => {
    await stage.calm();
    beginning.restore();
  });
  afterAll(() => stage?.close());

  it.each(cellsOf(sample, operation))('%s: %s', (_, __, cell) => runCell(stage, cell, prior));
}

function cellsOf(sample: Sample, operation: Operation): [fault: string, outcome: string, Cell][] {
  return FAULTS.flatMap((fault) =>
    durationsOf(fault).map((duration): [string, string, Cell] => {
      const expected = expectationOf(sample, operation, fault, duration);
      const outcome = typeof expected === 'string' ? expected : `says ${String(expected.said[0]?.source)}`;
      return [`${fault.name} ${duration}`, outcome, { operation, fault, duration, expected }];
    }),
  );
}
