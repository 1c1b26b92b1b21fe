/**
 * Null for what is required, a value for what is read-only, a null element: with the real terraform, which lets them through to
 * the provider; literal, by a variable, by a condition, by what is not known in the plan. Nothing is done then.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testTerraform, TerraformWorkspace, type Step } from 'terraform-plugin-sdk-ts/testing/terraform';
import { strictProvider } from '../support/strict-provider';

const GOOD = 'must = "m"\nany = "a"';
const NULL = 'variable "nothing" {\n  type = string\n  default = null\n}\n';
/** Null that no plan knows. */
const LATER = 'resource "terraform_data" "later" {\n  input = { nothing = null }\n}\n';
const later = 'terraform_data.later.output.nothing';
const thing = (body: string) => `${NULL}resource "x_thing" "it" {\n${body}\n}\n`;
const MISSING = (at: string) => new RegExp(`Missing required argument .*${at} is required, and null does not set it`);
const READ_ONLY = (at: string) =>
  new RegExp(
    `Value for unconfigurable attribute .*${at} is read-only\\. The provider decides it; a configuration cannot`,
  );

const PLANNED: readonly Step[] = [
  { config: thing('must = null\nany = "a"'), error: MISSING('must') },
  { config: thing('must = var.nothing\nany = "a"'), error: MISSING('must') },
  { config: thing('must = "m"\nany = var.nothing'), error: MISSING('any') },
  { config: thing(`${GOOD}\none = { must = 1 == 2 ? "m" : null }`), error: MISSING('must') },
  { config: thing(`${GOOD}\nrows = [{ must = var.nothing }]`), error: /At rows\[0\]\.must\./ },
  { config: thing(`${GOOD}\ntags = [{ must = var.nothing }]`), error: MISSING('must') },
  { config: thing(`${GOOD}\nnamed = { k = { must = var.nothing } }`), error: /At named\["k"\]\.must\./ },
  { config: thing(`${GOOD}\ndeep = { rows = null }`), error: /At deep\.rows\./ },
  { config: thing(`${GOOD}\nblock_rows {\n  must = var.nothing\n}`), error: /At block_rows\[0\]\.must\./ },
  { config: thing(`${GOOD}\nblock_named "k" {\n  must = null\n}`), error: /At block_named\["k"\]\.must\./ },
  { config: thing(`${GOOD}\nmade = "x"`), error: READ_ONLY('made') },
  { config: thing(`${GOOD}\none = { must = "m", made = "x" }`), error: /cannot set it\. .*At one\.made\./ },
  { config: thing(`${GOOD}\nblock_one {\n  must = "m"\n  made = "x"\n}`), error: /At block_one\.made\./ },
  { config: thing(`${GOOD}\nlist = ["a", var.nothing]`), error: /Null element .*At list\[1\]\./ },
  { config: `${NULL}data "x_found" "it" {\nmust = var.nothing\nany = "a"\n}\n`, error: MISSING('must') },
  { config: `${NULL}data "x_found" "it" {\n${GOOD}\nmade = "x"\n}\n`, error: READ_ONLY('made') },
  { config: `${NULL}ephemeral "x_open" "it" {\nmust = var.nothing\nany = "a"\n}\n`, error: MISSING('must') },
  {
    config: `${NULL}provider "x" {\nmust = var.nothing\nany = "a"\n}\n${thing(GOOD).slice(NULL.length)}`,
    error: MISSING('must'),
  },
  {
    config: `${NULL}output "o" {\n  value = provider::x::join({}, var.nothing)\n}\n`,
    error: /argument must not be null/,
  },
  {
    config: `${LATER}output "o" {\n  value = provider::x::join({ k = [${later}] }, null)\n}\n`,
    error: /argument must not be null/,
  },
  { config: 'output "o" {\n  value = provider::x::join({ k = ["a", null] })\n}\n', error: /Null element/ },
];

it('what is null, or set, in the plan is refused there, in every place', async () => {
  const { served, called } = strictProvider();
  await testTerraform(served, PLANNED, { settings: GOOD });
  expect(called.filter((one) => one !== 'configure')).toEqual([]);
});

it.each<[string, string, RegExp]>([
  ['a required attribute', thing(`must = ${later}\nany = "a"`), MISSING('must')],
  ['one in an object', thing(`${GOOD}\none = { must = ${later} }`), MISSING('must')],
  ['an element', thing(`${GOOD}\nlist = ["a", ${later}]`), /Null element .*At list\[1\]\./],
  ['what a data source asks for', `data "x_found" "it" {\nmust = ${later}\nany = "a"\n}\n`, MISSING('must')],
  [
    'what an ephemeral resource asks for',
    `ephemeral "x_open" "it" {\nmust = ${later}\nany = "a"\n}\n`,
    MISSING('must'),
  ],
])(
  '%s that is not known in the plan and turns out null is refused in the apply, before anything is done',
  async (_, config, error) => {
    const { served, called } = strictProvider();
    await testTerraform(served, [{ config: LATER + config, error }], { settings: GOOD });
    expect(called.filter((one) => one !== 'configure' && one !== 'modifyPlan')).toEqual([]);
  },
);

it('what is ignored may hold what the provider made; what terraform generates, nulls among it, is an import alone', async () => {
  const { served } = strictProvider();
  const body = (may: string, ignored = '') =>
    thing(
      `${GOOD}\nmay = "${may}"\none = { must = "m" }\nrows = [{ must = "m" }]\ntags = [{ must = "m" }]\n${ignored}`,
    );
  const workspace = await TerraformWorkspace.create(served, { settings: GOOD });
  try {
    await workspace.apply(body('first'));
    await workspace.write(body('second', 'lifecycle {\n  ignore_changes = [one, rows, tags]\n}'));
    await workspace.mustRun('apply', '-auto-approve');
    await workspace.mustRun('plan', '-detailed-exitcode');
    await workspace.mustRun('destroy', '-auto-approve');

    await workspace.write('import {\n  to = x_thing.generated\n  id = "x"\n}\n');
    const plan = await workspace.plan('-generate-config-out=generated.tf');
    expect(plan.resource_changes).toMatchObject([{ address: 'x_thing.generated', change: { actions: ['no-op'] } }]);
    expect(await readFile(join(workspace.folder, 'generated.tf'), 'utf8')).toMatch(/may += null/);
  } finally {
    await workspace.remove();
  }
});
