/**
 * The plan of one object, in the order of terraform-plugin-framework (fwserver/server_planresourcechange.go): defaults
 * are filled in -> write-only values become null -> computed values that are not configured become unknown, if anything
 * changes -> plan modifiers of attributes run. Before that, values take their stored spelling, which the framework
 * leaves to reads and results; the resource's own `modifyPlan` follows in `resource-operations.ts`.
 */
import { pathText, type Path } from '../diagnostics';
import { isNested, type Attribute, type Attributes, type PlannedValues, type TypeShape } from '../schema/attribute';
import { typeOfAttribute, typeOfAttributes } from '../schema/schema';
import { contentOf, UNKNOWN, type Value, type ValueRecord } from '../values';
import { mapPlanned, selecting, step, type Aligned, type Pass } from './align';
import { defaultOf, inStep } from './conform';
import { equalValues } from './equal';
import { under } from './normal-form';
import { proposedNew } from './rules/proposed-new';
import { keepSpelling, keepSpellingOf } from './spelling';

export interface PlanInput {
  readonly config: ValueRecord;
  /** The stored object; null where the object is created. */
  readonly prior: ValueRecord | null;
  /** The object that Terraform proposes: the configuration, filled up with prior computed values. */
  readonly proposed: ValueRecord;
}

export interface AttributePlan {
  /** The configuration, in which values that are only written in another way have their stored spelling. */
  readonly config: ValueRecord;
  readonly planned: ValueRecord;
  readonly requiresReplace: readonly Path[];
}

const WITH_DEFAULT = selecting(({ options }) => options.default !== undefined);
const WRITE_ONLY = selecting(({ options }) => options.writeOnly === true);
const COMPUTED = selecting(({ options }) => options.computed === true);
const MADE_OBJECTS = selecting(({ shape, options }) => options.computed === true && (isNested(shape) || isSet(shape)));
/** Sets whose elements Terraform does not find again: it cannot see what in them the provider made. */
const OBSCURE_SETS = selecting(
  ({ shape }) => isNested(shape) && shape.nesting === 'set' && MADE_OBJECTS(shape.attributes).length > 0,
);
const WITH_MODIFIERS = selecting(({ options }) => (options.planModifiers ?? []).length > 0);

export function planAttributes(attributes: Attributes, input: PlanInput): AttributePlan {
  const { config, prior, proposed } = inStoredSpelling(attributes, input);
  const requiresReplace: Path[] = [];
  const run = (pass: Pass, planned: ValueRecord): ValueRecord =>
    mapPlanned(attributes, { path: [], absent: prior === null, configured: true, config, prior, planned }, pass);
  const visit: Pass['visit'] = (attribute, aligned) => modify(attribute, aligned, prior === null, requiresReplace);

  let planned = run({ select: WITH_DEFAULT, visit: applyDefault }, proposed);
  planned = run({ select: WRITE_ONLY, visit: nullWriteOnly }, planned);
  const changed = !equalValues(typeOfAttributes(attributes), planned, prior);
  if (changed) planned = run({ select: COMPUTED, visit: markUnknown }, planned);
  planned = run({ select: WITH_MODIFIERS, visit }, planned);
  return { config, planned, requiresReplace };
}

/**
 * Where the configuration only writes stored values in another way, the stored spelling counts: a plan may keep the
 * prior value in place of a configured one, and then nothing changes.
 */
function inStoredSpelling(attributes: Attributes, input: PlanInput): PlanInput {
  const { prior } = input;
  const config = keepSpelling(attributes, input.config, prior);
  if (config === input.config && OBSCURE_SETS(attributes).length === 0) return input;
  // Terraform did not know which elements of sets are the same; proposed once more, they have their computed values.
  const proposed = proposedNew(attributes, prior, config, 'of the provider');
  const unchanged = prior !== null && equalValues(typeOfAttributes(attributes), proposed, prior);
  return { config, prior, proposed: unchanged ? prior : proposed };
}

function isSet({ type }: TypeShape): boolean {
  return type.kind === 'set';
}

/** Fills in the defaults where the configuration sets nothing. */
export function fillDefaults(attributes: Attributes, config: ValueRecord): ValueRecord {
  const aligned = { path: [], absent: true, configured: true, config, prior: null, planned: config };
  return mapPlanned(attributes, aligned, { select: WITH_DEFAULT, visit: applyDefault });
}

/**
 * Plans the default, except in an object that the provider made on its own: there its values count, not those of a
 * configuration.
 */
function applyDefault(attribute: Attribute, { path, config, configured, prior, planned }: Aligned): Value {
  if (!configured || contentOf(config) !== null) return planned;
  const place = pathText(path);
  const value = inStep(`default of ${place}`, () => defaultOf(attribute));
  return value === undefined ? planned : under(place, () => keepSpellingOf(attribute, value, prior));
}

function nullWriteOnly({ options }: Attribute, { planned }: Aligned): Value {
  return options.writeOnly ? null : planned;
}

function markUnknown({ options }: Attribute, { config, configured, planned }: Aligned): Value {
  return configured && options.computed && contentOf(config) === null && options.default === undefined
    ? UNKNOWN
    : planned;
}

function modify(attribute: Attribute, aligned: Aligned, creating: boolean, requiresReplace: Path[]): Value {
  const { path, config, prior, absent } = aligned;
  const type = typeOfAttribute(attribute);
  const sibling = (name: string): PlannedValues => step(aligned.around ?? aligned, { kind: 'attribute', name });
  let planned = aligned.planned;
  for (const modifier of attribute.options.planModifiers ?? []) {
    const changed = !equalValues(type, planned, prior);
    const answer = modifier({ path, config, prior, planned, creating, absent, changed, sibling });
    if (answer?.requiresReplace) requiresReplace.push(path);
    if (answer?.planned !== undefined) planned = answer.planned;
  }
  return planned;
}
