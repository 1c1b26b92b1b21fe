// check-stack.mjs STACK [--plan]: refuses what ci/allowed.json does not name, before terraform runs beside a token: foreign providers
// and types, programs, modules, files that are read, another place of state. With --plan, the same of the plan that was made. Ends
// with 20 where it refuses. No packages, and nothing of the stack is run: what checks a stack is not made by it.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { callsIn, codeIn, twiceIn } from './template.mjs';

const REFUSED = 20;
/** What synth writes into the folder of a stack. */
const FILES = ['cdk.tf.json', 'steering.json'];
const BLOCKS = [
  '//',
  'terraform',
  'provider',
  'resource',
  'data',
  'import',
  'moved',
  'removed',
  'output',
  'variable',
  'locals',
  'module',
];
const RUNS = ['provisioner', 'connection'];

const [stack = '', option] = process.argv.slice(2);
const complaints = [];
const refuse = (what) => void complaints.push(what);
const quote = (text) => JSON.stringify(text);

try {
  if (!/^[a-z][a-z0-9-]*$/.test(stack)) throw new Error('name a stack: a letter, then a-z, 0-9 and "-".');
  const folder = `cdktf.out/stacks/${stack}`;
  const allowed = JSON.parse(readFileSync('ci/allowed.json', 'utf8'));
  if (option === '--plan') checkPlan(JSON.parse(readFileSync(`${folder}/plan.json`, 'utf8')), allowed);
  else checkFolder(folder, allowed);
} catch (error) {
  refuse(error.message);
}
if (complaints.length > 0) {
  const advice = 'What is meant is named in ci/allowed.json, by whoever owns that file.';
  console.error([...new Set(complaints)].map((what) => `${stack}: ${what}`).join('\n'));
  console.error(`check-stack.mjs: this stack does more than it may, so terraform was not let at it. ${advice}`);
  process.exitCode = REFUSED;
}

function checkFolder(folder, allowed) {
  for (const name of readdirSync(folder)) {
    if (!FILES.includes(name) || !lstatSync(`${folder}/${name}`).isFile())
      refuse(`${quote(name)} in ${folder} is nothing that synth writes there.`);
  }
  const text = readFileSync(`${folder}/cdk.tf.json`, 'utf8');
  const json = JSON.parse(text);
  const twice = twiceIn(text);
  if (twice !== undefined) refuse(`${quote(twice)} stands twice in one object of cdk.tf.json.`);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('cdk.tf.json is no object.');
  for (const name of Object.keys(json)) if (!BLOCKS.includes(name)) refuse(`a block ${quote(name)} is not allowed.`);
  // Its parts may stand in several blocks.
  checkTerraform(Object.assign({}, ...each(json.terraform)), allowed);
  if (each(json.terraform).length !== 1) refuse('it has no block "terraform", or several.');
  for (const [name, one] of named(json.provider)) checkProvider(name, one, allowed);
  for (const kind of ['resource', 'data']) for (const [type] of named(json[kind])) checkType(kind, type, allowed);
  for (const [name, { source }] of named(json.module)) checkModule(name, source, allowed);
  checkTexts(json, allowed);
}

function checkTerraform({ required_providers, backend, cloud, required_version: _version, ...rest }, allowed) {
  for (const name of Object.keys(rest)) refuse(`${quote(name)} in the block "terraform" is not allowed.`);
  for (const [name, { source } = {}] of named(required_providers)) checkSource(name, source, allowed);
  const states = [...each(backend), ...each(cloud).map((one) => ({ cloud: one }))];
  for (const state of states)
    if (!allowed.state.some((one) => isSame(one, state)))
      refuse(`its state is kept at ${JSON.stringify(state)}, which "state" does not name.`);
  if (states.length !== 1) refuse(`its state is kept at ${states.length} places, and not at one.`);
}

function checkSource(name, source, { providers }) {
  const known = Object.hasOwn(providers, name) ? fullName(providers[name].source) : undefined;
  if (known === undefined || fullName(source) !== known)
    refuse(`the provider ${quote(name)} of ${quote(source ?? 'an unknown source')} is not among "providers".`);
}

/** As a plan has it. */
function fullName(source) {
  return /^[^/]+\/[^/]+$/.test(source ?? '') ? `registry.terraform.io/${source}` : source;
}

function checkProvider(name, settings, { providers }) {
  if (!Object.hasOwn(providers, name)) refuse(`the provider ${quote(name)} is not among "providers".`);
  else
    for (const setting of Object.keys(settings))
      if (!providers[name].settings.includes(setting))
        refuse(`the provider ${quote(name)} has ${quote(setting)}, which is not among its "settings".`);
}

function checkType(kind, type, allowed) {
  const list = kind === 'data' ? allowed.data : allowed.resources;
  const isKnown = list.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : type === one));
  if (!isKnown) refuse(`${kind === 'data' ? 'a data source' : 'a resource'} of type ${quote(type)} is not allowed.`);
}

function checkModule(name, source, { modules }) {
  if (!modules.includes(source)) refuse(`the module ${quote(name)} of ${quote(source ?? '')} is not among "modules".`);
}

/** Everything in a stack: names of blocks that run something, and functions in every text. */
function checkTexts(value, allowed) {
  if (typeof value === 'string') checkText(value, allowed);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '//') continue;
    if (RUNS.includes(name)) refuse(`a ${quote(name)} is not allowed.`);
    if (!Array.isArray(value)) checkText(name, allowed);
    checkTexts(inner, allowed);
  }
}

function checkText(text, { functions }) {
  const code = codeIn(text);
  if (code === undefined) return refuse(`this cannot be read with certainty: ${quote(text.slice(0, 80))}.`);
  for (const name of callsIn(code))
    if (!functions.includes(name)) refuse(`the function ${quote(name)} is not among "functions".`);
}

/** What terraform made of it: also what the state still has, and what is in modules. */
function checkPlan({ configuration, resource_changes: changes = [], action_invocations: actions = [] }, allowed) {
  for (const { name, full_name: source } of Object.values(configuration?.provider_config ?? {}))
    checkSource(name, source, allowed);
  for (const { mode, type } of changes) checkType(mode === 'data' ? 'data' : 'resource', type, allowed);
  if (actions.length > 0) refuse('an action is not allowed.');
  const waiting = [configuration?.root_module ?? {}];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    for (const { mode, type, provisioners = [] } of module.resources ?? []) {
      checkType(mode === 'data' ? 'data' : 'resource', type, allowed);
      if (mode !== 'data' && mode !== 'managed') refuse(`an ${quote(mode)} resource is not allowed.`);
      if (provisioners.length > 0) refuse('a "provisioner" is not allowed.');
    }
    for (const [name, { source, module: called = {} }] of Object.entries(module.module_calls ?? {})) {
      checkModule(name, source, allowed);
      waiting.push(called);
    }
  }
}

/** Blocks may stand alone, or in lists, at each level. */
function each(value) {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.flatMap(each) : [value];
}

function named(value) {
  return each(value).flatMap((one) =>
    Object.entries(one).flatMap(([name, inner]) => (name === '//' ? [] : each(inner).map((block) => [name, block]))),
  );
}

/** `{tenant}` stands for the name of the stack, also where "-" may not be written. */
function isSame(template, value) {
  if (typeof template === 'string')
    return [stack, stack.replaceAll('-', '_')].some((name) => template.replaceAll('{tenant}', name) === value);
  if (typeof template !== 'object' || template === null) return template === value;
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(template);
  return (
    names.length === Object.keys(value).length &&
    names.every((name) => Object.hasOwn(value, name) && isSame(template[name], value[name]))
  );
}
