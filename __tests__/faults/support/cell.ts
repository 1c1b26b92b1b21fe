/** One cell of the matrix: an operation on a bad day, what is left of it, and what the next command makes of that. */
import { DiagnosticError, pathText, type Diagnostic } from 'terraform-plugin-sdk-ts';
import { ApplyError, type Configuration, type Instance } from 'terraform-plugin-sdk-ts/testing';
import type { Fault } from '../../../tenant/emulator';
import { expectDecent } from './decent';
import { struckBy, type Duration, type Expectation, type Operation } from './expectations';
import { LONGEST_WAIT_S, MOST_REQUESTS, type FaultKind } from './faults';
import type { Command, Stage } from './stage';

/** What terraform has in its state after a command, and what the command said. */
interface Aftermath {
  readonly instance: Instance | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Cell {
  readonly operation: Operation;
  readonly fault: FaultKind;
  readonly duration: Duration;
  readonly expected: Expectation;
}

/** @param prior the object, where it is there already */
export async function runCell(
  stage: Stage,
  { operation, fault, duration, expected }: Cell,
  prior: Instance | null,
): Promise<void> {
  const { sample, tenant } = stage;
  const command = await stage.command({ impatient: fault.impatient ?? false });
  // What the list lacks is confirmed by its id.
  if (operation.deed === 'get') await stage.listWithout(command, prior!);
  tenant.journal.clear();
  tenant.conditions.change({
    faults: [
      {
        operation: struckBy(sample, operation),
        calls: duration === 'once' ? 1 : 'every',
        ...fault.strike(),
        ...truth(operation, fault),
      },
    ],
  });
  const began = command.clock.now();
  const after = await attempt(prior, () => carryOut(stage, operation, command, prior));
  const waitedMs = command.clock.now() - began;
  tenant.conditions.change({ faults: [] });

  const struck = tenant.journal.entries.filter((entry) => entry.fault !== undefined).length;
  // A cell whose fault strikes nothing proves nothing.
  expect(struck).toBeGreaterThan(0);
  expect(struck).toBeLessThanOrEqual(MOST_REQUESTS);
  // Each call for itself: the one after a look may be held as well. What the limiter spaces apart is no wait for a retry.
  expect(waitedMs).toBeLessThanOrEqual((operation.in === undefined ? 1 : 2) * LONGEST_WAIT_S * 1000 + 200);
  expectAftermath(after, expected, prior);
  await expectRecovery(stage, operation, after);
}

/** A 404 is believed by a delete. It is the truth where somebody else was faster. */
function truth({ doing }: Operation, { reason }: FaultKind): Pick<Fault, 'carriedOut'> {
  return doing === 'delete' && reason === 'not_found' ? { carriedOut: true } : {};
}

async function carryOut(
  { sample: { type }, first, second }: Stage,
  { doing }: Operation,
  { driver }: Command,
  prior: Instance | null,
) {
  switch (doing) {
    case 'read':
      return driver.read(type, prior!);
    case 'create':
      return driver.apply(type, first);
    case 'update':
      return driver.apply(type, second, prior);
    case 'delete':
      return driver.apply(type, null, prior);
  }
}

async function attempt(prior: Instance | null, run: () => Promise<Instance | null>): Promise<Aftermath> {
  try {
    return { instance: await run(), diagnostics: [] };
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause;
    return { instance: cause instanceof ApplyError ? cause.instance : prior, diagnostics: cause.diagnostics };
  }
}

function expectAftermath({ instance, diagnostics }: Aftermath, expected: Expectation, prior: Instance | null): void {
  if (typeof expected === 'string') {
    expect(diagnostics).toEqual([]);
    if (expected === 'gone') expect(instance).toBeNull();
    return;
  }
  const places = diagnostics.map(({ summary, path = [] }) => ({ summary, at: pathText(path) }));
  expect(places).toEqual([{ summary: expected.summary, at: expected.at }]);
  for (const said of expected.said) expect(diagnostics[0]?.detail).toMatch(said);
  expectDecent(diagnostics);
  // Nothing is lost from the state, and nothing gets in that nobody knows to be there.
  expect(instance?.state).toEqual(prior?.state);
}

/** One more apply converges, or says which import does. Then there is exactly one object, and no plan. */
async function expectRecovery(stage: Stage, { doing }: Operation, { instance, diagnostics }: Aftermath): Promise<void> {
  const { sample, first, second } = stage;
  const { type } = sample;
  const wanted = { read: first, create: first, update: second, delete: null }[doing];
  const { driver } = await stage.command();
  let state = instance && (await driver.read(type, instance));
  // Terraform calls what a failed create left tainted, and makes it anew.
  if (doing === 'create' && diagnostics.length > 0 && state !== null) state = await driver.apply(type, null, state);
  const again = await attempt(state, () => driver.apply(type, wanted, state));
  const changed = again.instance !== state || again.diagnostics.length > 0;
  state = again.diagnostics.length === 0 ? again.instance : await adopt(stage, again.diagnostics);

  expect(stage.made()).toEqual(wanted === null || sample.isDefault ? [] : [state?.state['id']]);
  if (changed) await expectNoPlan(stage, wanted, state);
}

async function expectNoPlan(stage: Stage, wanted: Configuration | null, state: Instance | null): Promise<void> {
  const { driver } = await stage.command();
  const { type } = stage.sample;
  if (wanted === null) return expect(state).toBeNull();
  const read = await driver.read(type, state!);
  expect(read?.state).toEqual(state?.state);
  expect((await driver.plan(type, wanted, read)).action).toBe('no-op');
}

async function adopt(stage: Stage, diagnostics: readonly Diagnostic[]): Promise<Instance | null> {
  expectDecent(diagnostics);
  const { type } = stage.sample;
  const text = diagnostics.map(({ detail }) => detail).join('\n');
  const [, id = ''] = new RegExp(`terraform import ${type}\\.NAME (\\S+) `).exec(text) ?? [];
  if (id === '') throw new Error(`neither converged nor said what to import: ${text}`);
  return (await stage.command()).driver.importResource(type, id);
}
