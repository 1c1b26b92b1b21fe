/** What does a plan in JSON say of a tenant, together with the stack beside it? */
import { dirname } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import {
  type Model,
  type PlanJson,
  type PlanPart,
  type PlannedModels,
  type StackJson,
  UnreadablePlan,
  contradictionsOf,
  modelsFromPlan,
  partsOfPlan,
  resourcesFromPlan,
  stackReferences,
  underPremises,
} from '../../steering';
import { type ReadLimit, UserError, EXIT, type Surroundings } from '../complaint';
import { besideOf, type Chosen, chosen, demandsOf } from './choose-tenant';
import { parseObject, readStack, readStackIfThere, readText, unreadable, where } from './files';
import { isTerraformsOwn, showPlan } from './show-plan';
import type { ModelSource } from './source';

export const PLAN = 'The plan';

/** The length of the longest text that Node can hold, in bytes. */
const LONGEST_TEXT = 2 ** 29 - 24;
/** The bytes of memory for each byte of a plan, as benchmarks/review.ts measures it, with something to spare. */
const MEMORY_PER_BYTE = 8;

/** Says how large a plan may be, before it is read: a process that runs out of memory ends without a message. */
function planBound(): ReadLimit {
  const fits = Math.floor(getHeapStatistics().heap_size_limit / MEMORY_PER_BYTE);
  return {
    bytes: Math.min(fits, LONGEST_TEXT),
    because: (bytes) =>
      bytes > LONGEST_TEXT
        ? 'Node can read as one text. Plan a part of it with -target'
        : `fits into the memory that Node may use. Run it with NODE_OPTIONS=--max-old-space-size=${Math.ceil((bytes * MEMORY_PER_BYTE) / 2 ** 20)}`,
  };
}

/**
 * Reads a plan as JSON, from a file or from stdin, as far as this process can hold it. Terraform shows what it has
 * written in a form of its own.
 * @throws UserError
 */
export async function readPlanText(path: string, { stdin, env }: Pick<Surroundings, 'stdin' | 'env'>): Promise<string> {
  const bound = planBound();
  if (path === '-') return stdin(PLAN, bound);
  if (await isTerraformsOwn(path)) return showPlan(path, bound, env);
  return readText(path, PLAN, { bound, instead: 'Pipe the plan in, and write - instead of the file' });
}

const ADVICE = 'Write one with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json';

interface PlanFlags {
  readonly plan: string;
  readonly stack?: string | undefined;
  readonly before: boolean;
  readonly provider?: string | undefined;
}

/** @throws UserError */
export async function readPlanSource(
  { plan: path, stack: folder, before, provider }: PlanFlags,
  surroundings: Surroundings,
): Promise<ModelSource> {
  const json = parseObject(await readPlanText(path, surroundings), path, PLAN, ADVICE);
  const stack = await stackOf(path, folder);
  const one = partOf(json, provider, path, surroundings.env['NETSKOPE_SERVER_URL']);
  const { plan, notJudged } = one.part;
  const planned = modelsOf(plan, stack?.json, path);
  const { notes, ...demands } = demandsOf(stack ?? {}, one);
  const premises = demands.steering?.premises ?? [];
  const models = { before: underPremises(planned.before, premises), after: underPremises(planned.after, premises) };
  const state = before ? 'before' : 'after';
  return {
    model: models[state],
    ...(!before && { before: models.before }),
    ...demands,
    ...besideOf(stack ?? {}, one, (part) => {
      const others = reading(path, () => modelsFromPlan(part.plan, stack?.json));
      return before ? { model: others.before } : { model: others.after, before: others.before };
    }),
    resources: () => resourcesFromPlan(plan, stack && stackReferences(stack.json))[state],
    title: `what there ${before ? 'is before' : 'will be after'} the plan ${where(path)}`,
    json: { kind: 'plan', path, state },
    notes: [
      ...[...notJudged, ...contradictionsOf(models[state], premises)].map((sentence) => `Note: ${sentence}`),
      ...notes,
      ...notesOn(json),
    ],
  };
}

async function stackOf(path: string, folder: string | undefined) {
  if (folder !== undefined) return readStack(folder);
  return path === '-' ? undefined : readStackIfThere(dirname(path));
}

/** Takes the part of the plan that is about one tenant, because two tenants are never mixed. */
function partOf(json: PlanJson, provider: string | undefined, path: string, url: string | undefined): Chosen<PlanPart> {
  if ('values' in json && !('planned_values' in json)) {
    throw unreadable(path, PLAN, 'it is a state, which says nothing of a change', ADVICE);
  }
  return chosen(
    reading(path, () => partsOfPlan(json, url)),
    provider,
    path,
  );
}

function modelsOf(json: PlanJson, stack: StackJson | undefined, path: string): PlannedModels {
  const models = reading(path, () => modelsFromPlan(json, stack));
  if (isEmpty(models.before) && isEmpty(models.after)) {
    throw unreadable(path, PLAN, 'it has no object of the provider netskopesteering: it is of something else');
  }
  return models;
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UnreadablePlan) throw new UserError(EXIT.unreadable, `${where(path)}: ${cause.message}`);
    // Only a file that terraform did not write gets this far.
    throw unreadable(path, PLAN, 'it has the form of a plan, but not its content', ADVICE);
  }
}

/**
 * Says whether the source names nothing of a model. The default configuration does not count, because it is always
 * there.
 */
function isEmpty({ apps, exceptions, ports, configurations }: Model): boolean {
  return [apps, exceptions, ports].every((list) => list.length === 0) && configurations.every(isOnlyImplied);
}

function isOnlyImplied({ origin }: Model['configurations'][number]): boolean {
  return origin.address === undefined;
}

function notesOn({ errored, complete }: Record<string, unknown>): string[] {
  if (errored === true) return ['Note: this plan ended in an error, so it is not the whole of what would be.'];
  if (complete === false) return ['Note: terraform says that this plan is not complete: another has to follow it.'];
  return [];
}
