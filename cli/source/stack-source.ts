/**
 * What does a synthesized stack say of a tenant? The plan in its folder is judged; without a plan, what the stack
 * writes.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { modelFromStack, objectsIn, partsOfStack, resourcesFromStack, underPremises } from '../../steering';
import { UserError, EXIT, type Surroundings } from '../complaint';
import { readStack, unreadable } from './files';
import { besideOf, chosen, demandsOf } from './choose-tenant';
import { readPlanSource } from './plan-source';
import { PLAN_JSON } from './show-plan';
import type { ModelSource } from './source';

interface StackFlags {
  readonly stack: string;
  readonly before: boolean;
  readonly provider?: string | undefined;
}

/** @throws UserError */
export async function readStackSource(
  { stack: folder, before, provider }: StackFlags,
  surroundings: Surroundings,
): Promise<ModelSource> {
  const stack = await readStack(folder);
  const plan = join(folder, PLAN_JSON);
  const planned = await changedAt(plan);
  if (planned !== undefined) {
    const source = await readPlanSource({ plan, stack: folder, before, provider }, surroundings);
    const isOlder = planned < ((await changedAt(stack.path)) ?? 0);
    return isOlder
      ? { ...source, notes: [...source.notes, `Note: ${plan} is older than the stack beside it.`] }
      : source;
  }
  if (before) {
    throw new UserError(
      EXIT.usage,
      `Only a plan has a before, and there is no ${plan}. Write it with: terraform show -json tfplan > ${PLAN_JSON}`,
    );
  }
  const one = chosen(partsOfStack(stack.json), provider, stack.path);
  const model = modelFromStack(one.part.stack);
  if (objectsIn(model).every(({ origin }) => origin.address === undefined)) {
    throw unreadable(stack.path, 'The stack', 'it has no object of the provider netskopesteering');
  }
  const demands = demandsOf(stack, one);
  return {
    model: underPremises(model, demands.steering?.premises ?? []),
    ...demands,
    ...besideOf(stack, one, (part) => ({ model: modelFromStack(part.stack) })),
    resources: () => resourcesFromStack(one.part.stack),
    title: `the stack ${folder}`,
    json: { kind: 'stack', path: folder },
  };
}

async function changedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
