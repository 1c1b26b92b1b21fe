/**
 * This file makes sure that a plan is what terraform writes. What is no plan, or cannot be trusted, is refused here
 * with what to do.
 */
import type { PlanJson } from './plan-json';
import { isObject } from './resources';

/** The number of levels to which objects may be nested. A plan is nested no deeper than its configuration. */
const DEEPEST = 200;
/** The number of characters that a text of our resources may have. A tenant takes far fewer. */
const LONGEST_TEXT = 65_536;
const OURS = 'netskopesteering_';

const HOW = 'Write one with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json';

/** The error for a text that is no plan, or a plan of a format that is not known. Its message says what to do. */
export class UnreadablePlan extends Error {
  override readonly name = 'UnreadablePlan';
}

/** Checks the least that a model needs of a plan. @throws UnreadablePlan with what to do */
export function checkPlan(plan: PlanJson): void {
  const { format_version: version } = plan;
  if (typeof version !== 'string' || !Array.isArray(plan.resource_changes ?? [])) {
    throw new UnreadablePlan(
      'This is no plan in JSON. Write one with: terraform plan -out=tfplan && terraform show -json tfplan',
    );
  }
  checkFormat(version);
}

/** Checks the version of the format; a minor version only adds to it. @throws UnreadablePlan with what to do */
function checkFormat(version: string): void {
  if (/^1(\.\d+)*$/.test(version)) return;
  throw new UnreadablePlan(
    `The plan has the format ${JSON.stringify(version.slice(0, 40))}; this version of the tool reads format 1 only. Use a newer netskope-steering, or an older terraform.`,
  );
}

/**
 * Reads the text of a whole plan, and checks every part of it that is read later.
 * @throws UnreadablePlan with what to do
 */
export function readPlan(text: string): PlanJson {
  const plan = parse(text.replace(/^\uFEFF/, ''));
  if (!isObject(plan) || typeof plan['format_version'] !== 'string') throw notAPlan('It is some other JSON.');
  checkFormat(plan['format_version']);
  if ('values' in plan) throw notAPlan('It is a state in JSON, which changes nothing.');
  if (!isObject(plan['planned_values'])) throw notAPlan('It lacks "planned_values", which every plan has.');
  if (plan['errored'] === true) {
    throw new UnreadablePlan(
      'The plan failed: terraform marks it as errored, so it is not whole. Mend what it complains about, and plan again.',
    );
  }
  checkDepth(plan);
  for (const list of CHANGES) checkChanges(plan[list], list);
  checkModule(plan['prior_state'], 'prior_state');
  checkConfiguration(plan['configuration']);
  // A list that is null is one that is not there.
  return Object.fromEntries(Object.entries(plan).filter(([name, value]) => !CHANGES.has(name) || value !== null));
}

const CHANGES = new Set(['resource_changes', 'resource_drift']);

/** Parses the text. The message of JSON.parse is not passed on, because it quotes the text, which may be secret. */
function parse(text: string): unknown {
  if (text.trim() === '') throw notAPlan('It is empty.');
  try {
    return JSON.parse(text);
  } catch {
    throw notAPlan(
      /^\s*[[{]/.test(text)
        ? 'It is not whole, or not JSON: was it cut off?'
        : 'It is not JSON; what "terraform plan -out" writes has to be shown with "terraform show -json" first.',
    );
  }
}

function checkChanges(changes: unknown, list: string): void {
  if (changes === undefined || changes === null) return;
  if (!Array.isArray(changes)) throw malformed(list);
  changes.forEach((one: unknown, index) => {
    const at = `${list}[${index}]`;
    if (!isObject(one) || !isObject(one['change'])) throw malformed(at);
    for (const name of ['address', 'mode', 'type', 'name'])
      if (typeof one[name] !== 'string') throw malformed(`${at}.${name}`);
    for (const name of ['previous_address', 'action_reason', 'module_address'])
      if (one[name] !== undefined && typeof one[name] !== 'string') throw malformed(`${at}.${name}`);
    const { change } = one;
    if (!isListOf(change['actions'], (action) => typeof action === 'string')) throw malformed(`${at}.change.actions`);
    for (const side of ['before', 'after']) {
      const value = change[side];
      if (value !== undefined && value !== null && !isObject(value)) throw malformed(`${at}.change.${side}`);
      if (String(one['type']).startsWith(OURS)) checkTexts(value, `${at}.change.${side}`, String(one['type']));
    }
    if (change['importing'] !== undefined && !isObject(change['importing'])) throw malformed(`${at}.change.importing`);
    const paths = change['replace_paths'];
    if (paths !== undefined && !isListOf(paths, Array.isArray)) throw malformed(`${at}.change.replace_paths`);
  });
}

function checkModule(state: unknown, at: string): void {
  if (state === undefined || state === null) return;
  if (!isObject(state)) throw malformed(at);
  const values = state['values'];
  const waiting: unknown[] = isObject(values) ? [values['root_module']] : [];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (!isObject(module)) throw malformed(at);
    for (const name of ['resources', 'child_modules'])
      if (module[name] !== undefined && !isListOf(module[name], isObject)) throw malformed(`${at}, ${name}`);
    for (const one of (module['resources'] ?? []) as Readonly<Record<string, unknown>>[]) {
      for (const name of ['address', 'mode', 'type'])
        if (typeof one[name] !== 'string') throw malformed(`${at}, ${name}`);
      if (one['values'] !== undefined && one['values'] !== null && !isObject(one['values']))
        throw malformed(`${at}, values`);
      if (String(one['type']).startsWith(OURS)) checkTexts(one['values'], at, String(one['type']));
    }
    waiting.push(...((module['child_modules'] ?? []) as unknown[]));
  }
}

/** Checks the parts of the configuration that tell who owns what: provider configurations, resources and modules. */
function checkConfiguration(configuration: unknown): void {
  const at = 'configuration';
  if (configuration === undefined || configuration === null) return;
  if (!isObject(configuration)) throw malformed(at);
  const { provider_config: providers = {}, root_module: root } = configuration;
  if (!isRecordOf(providers, isObject)) throw malformed(`${at}.provider_config`);
  const waiting: unknown[] = [root];
  for (const module of waiting) {
    if (module === undefined) continue;
    if (!isObject(module)) throw malformed(at);
    const { resources = [], module_calls: calls = {} } = module;
    if (!isListOf(resources, (one) => isObject(one) && typeof one['address'] === 'string'))
      throw malformed(`${at}, resources`);
    if (!isRecordOf(calls, isObject)) throw malformed(`${at}, module_calls`);
    waiting.push(...Object.values(calls).map((call) => (call as Readonly<Record<string, unknown>>)['module']));
  }
}

function isRecordOf(value: unknown, is: (element: unknown) => boolean): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.values(value).every(is);
}

/**
 * Refuses what is nested too deep. Later functions call themselves for each level; this one does not, so that no depth
 * can stop it.
 */
function checkDepth(plan: object): void {
  const waiting: unknown[] = [plan];
  const depths = [0];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > DEEPEST) throw malformed(`what is nested more than ${DEEPEST} deep`);
    for (const inner of Object.values(part as object) as unknown[]) {
      if (typeof inner !== 'object' || inner === null) continue;
      waiting.push(inner);
      depths.push(depth + 1);
    }
  }
}

function checkTexts(value: unknown, at: string, type: string): void {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw new UnreadablePlan(
      `The plan has a text of ${value.length} characters in ${at}, of the type ${JSON.stringify(type.slice(0, 80))}. No tenant takes that; correct the configuration and plan again.`,
    );
  }
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) checkTexts(inner, at, type);
}

function notAPlan(what: string): UnreadablePlan {
  return new UnreadablePlan(`This is no plan in JSON. ${what} ${HOW}`);
}

function malformed(at: string): UnreadablePlan {
  return new UnreadablePlan(`The plan is damaged: ${at} is not what terraform writes there. ${HOW}`);
}

function isListOf(value: unknown, is: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
