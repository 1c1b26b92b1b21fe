/** How a test runs in steps, of which each is a configuration and what terraform must make of it. */
import type { Provider } from '../../engine/provider';
import { UNKNOWN } from '../../values';
import { expectMatch, type Expected } from './expect';
import { TerraformWorkspace, type ShownPlan, type ShownState, type TerraformOptions } from './workspace';

/** The action of a plan on one resource. */
export type PlannedAction = 'create' | 'update' | 'delete' | 'replace' | 'read' | 'import' | 'no-op';

/** One step: a configuration, or an import, and what must come of it. Checks that are left out are not made. */
export interface TestStep {
  /** The configuration, in HCL; default: that of the step before. */
  readonly config?: string;
  /** The actions that the plan must have, by address; it must do nothing to any other resource. */
  readonly plan?: Readonly<Record<string, PlannedAction>>;
  /** The values that must be planned, by address; `UNKNOWN` where one is not known yet. */
  readonly planned?: Readonly<Record<string, Expected>>;
  /** The values that must be stored afterwards, by address. */
  readonly state?: Readonly<Record<string, Expected>>;
  /** The values that outputs must have afterwards, by name. */
  readonly outputs?: Readonly<Record<string, Expected>>;
  /**
   * What terraform must say when its plan or its apply fails. With `error`, a step in which all works fails; with
   * `planOnly`, that is the plan. If the plan works, its actions and values are still checked.
   */
  readonly error?: RegExp;
  /** What terraform must say in a plan or an apply that works, such as a warning. */
  readonly says?: RegExp;
  /** The addresses of resources to be replaced even if no change asks for it (`-replace`). */
  readonly replace?: readonly string[];
  /** The addresses of the resources to be planned, with what they depend on, and nothing else (`-target`). */
  readonly target?: readonly string[];
  /** Takes into the state what has changed outside of Terraform, and plans nothing else (`-refresh-only`). */
  readonly refreshOnly?: true;
  /** Ends the step after the plan. */
  readonly planOnly?: true;
  /** Allows that the plan after the apply changes something again, which otherwise fails the step. */
  readonly notEmptyAfter?: true;
  /**
   * Imports anew what the state holds at an address, and compares: see {@link ImportStep}. All of the above is then
   * ignored.
   */
  readonly importing?: ImportStep;
  /** Runs before the step, to change something behind Terraform's back. */
  readonly before?: () => Promise<void> | void;
}

/**
 * The import of an object that a step before has made. The imported object must be equal to the one that was stored.
 */
export interface ImportStep {
  /** The address of the object in the configuration of the step before. */
  readonly address: string;
  /** The id by which it is imported; default: the attribute `id` of its state. */
  readonly id?: string;
  /** The names of attributes that an import cannot know, and that are not compared. */
  readonly ignore?: readonly string[];
}

/**
 * Runs the real terraform, step by step, with a provider in this process, and destroys everything at the end.
 * @param options how terraform is run; default: the `terraform` on the PATH, and a provider without settings
 * @throws Error with the number of the step, where something is not as the step says
 */
export async function testTerraform<C>(
  provider: Provider<C>,
  steps: readonly TestStep[],
  options: TerraformOptions = {},
): Promise<void> {
  const workspace = await TerraformWorkspace.create(provider, options);
  let applied = '';
  try {
    for (const [index, step] of steps.entries()) {
      await runStep(workspace, step).catch((cause: unknown) => {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`step ${index + 1}: ${message}`, { cause });
      });
      if (step.error === undefined) applied = step.config ?? applied;
    }
    await workspace.write(applied);
    await workspace.mustRun('destroy', '-auto-approve');
    const left = resourcesOf(await workspace.state());
    if (left.length > 0) throw new Error(`destroy left ${left.map(({ address }) => address).join(', ')}`);
  } finally {
    await workspace.remove();
  }
}

async function runStep(workspace: TerraformWorkspace, step: TestStep): Promise<void> {
  await step.before?.();
  if (step.importing !== undefined) return verifyImport(workspace, step.importing);
  if (step.config !== undefined) await workspace.write(step.config);
  const planned = await workspace.run('plan', '-out=tfplan', ...flagsOf(step));
  if (step.error !== undefined && planned.exitCode !== 0) return expectMatch(planned.said, step.error, 'the error');
  if (planned.exitCode !== 0) throw new Error(`plan failed: ${planned.said}`);
  checkPlan(JSON.parse(await workspace.mustRun('show', '-json', 'tfplan')) as ShownPlan, step);
  const applied = step.planOnly ? undefined : await workspace.run('apply', 'tfplan');
  if (step.error !== undefined) {
    if (applied === undefined || applied.exitCode === 0)
      throw new Error(`it worked, and should have failed with ${step.error}`);
    return expectMatch(applied.said, step.error, 'the error');
  }
  if (applied === undefined) return checkWords(planned.said, step);
  if (applied.exitCode !== 0) throw new Error(`apply failed: ${applied.said}`);
  checkWords(planned.said + applied.said, step);
  checkState(await workspace.state(), step);
  const again = { target: step.target ?? [], ...(step.refreshOnly && { refreshOnly: step.refreshOnly }) };
  if (!step.notEmptyAfter) checkActions(await workspace.plan(...flagsOf(again)), {}, 'the plan after the apply');
}

function flagsOf({
  replace = [],
  target = [],
  refreshOnly,
}: Pick<TestStep, 'replace' | 'target' | 'refreshOnly'>): string[] {
  const flags = [...replace.map((address) => `-replace=${address}`), ...target.map((address) => `-target=${address}`)];
  return refreshOnly ? [...flags, '-refresh-only'] : flags;
}

function checkWords(said: string, { says }: TestStep): void {
  if (says !== undefined) expectMatch(said, says, 'what terraform said');
}

function checkPlan(plan: ShownPlan, step: TestStep): void {
  if (step.plan !== undefined) checkActions(plan, step.plan, 'the plan');
  for (const [address, expected] of Object.entries(step.planned ?? {})) {
    const change = plan.resource_changes?.find((one) => one.address === address)?.change;
    expectMatch(withUnknowns(change?.after, change?.after_unknown), expected, `planned ${address}`);
  }
}

/** Puts `UNKNOWN` into a planned value wherever terraform says, beside the value, that a part of it is not known. */
function withUnknowns(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return UNKNOWN;
  if (typeof unknown !== 'object' || unknown === null || Object.keys(unknown).length === 0) return value;
  const known = { ...(value as object | null) } as Record<string, unknown>;
  for (const [key, part] of Object.entries(unknown)) known[key] = withUnknowns(known[key], part);
  return Array.isArray(unknown) ? Object.values(known) : known;
}

function checkActions(plan: ShownPlan, expected: Readonly<Record<string, PlannedAction>>, where: string): void {
  const changes = plan.resource_changes ?? [];
  const actions = Object.fromEntries(changes.map(({ address, change }) => [address, actionOf(change)]));
  for (const [address, action] of Object.entries(actions)) {
    const wanted = Object.hasOwn(expected, address) ? expected[address] : 'no-op';
    if (action !== wanted) throw new Error(`${where} does ${action} to ${address}, expected ${wanted}`);
  }
  const missing = Object.keys(expected).find((address) => !Object.hasOwn(actions, address));
  if (missing !== undefined) throw new Error(`${where} does not have ${missing}, expected ${expected[missing]}`);
}

type ShownChange = NonNullable<ShownPlan['resource_changes']>[number]['change'];

function actionOf({ actions, importing }: ShownChange): PlannedAction {
  if (actions.length > 1) return 'replace';
  if (importing !== undefined && actions[0] === 'no-op') return 'import';
  return actions[0] as PlannedAction;
}

function checkState(state: ShownState, { state: expected = {}, outputs = {} }: TestStep): void {
  for (const [address, values] of Object.entries(expected)) {
    expectMatch(valuesAt(state, address), values, `stored ${address}`);
  }
  for (const [name, value] of Object.entries(outputs)) {
    expectMatch(state.values?.outputs?.[name]?.value, value, `output ${name}`);
  }
}

async function verifyImport(workspace: TerraformWorkspace, { address, id, ignore = [] }: ImportStep): Promise<void> {
  const before = valuesAt(await workspace.state(), address);
  if (before === undefined) throw new Error(`${address} is not in the state, so it cannot be compared`);
  const by = id ?? (before as { readonly id?: unknown }).id;
  if (typeof by !== 'string') throw new Error(`${address} has no id to be imported by; name one`);
  await workspace.mustRun('state', 'rm', address);
  await workspace.mustRun('import', address, by);
  const imported = Object.entries(valuesAt(await workspace.state(), address) ?? {});
  const compared = imported.filter(([name]) => !ignore.includes(name));
  expectMatch(before, Object.fromEntries(compared), `imported ${address}`);
}

function valuesAt(state: ShownState, address: string): object | undefined {
  return resourcesOf(state).find((resource) => resource.address === address)?.values;
}

function resourcesOf(state: ShownState) {
  return state.values?.root_module?.resources ?? [];
}
