/** Whether a plan is what was reviewed, of plans that the real terraform makes: what they show of what acts, and what only code does. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/support/run';
import { Workspace } from '../support/workspace';

jest.setTimeout(300_000);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create(undefined);
});
afterAll(() => workspace?.remove());

const ENVIRONMENT = { NETSKOPE_SERVER_URL: 'https://emea.goskope.com/api/v2' };
const reviewed = () => join(workspace.folder, 'reviewed.json');

async function plan(hcl: string): Promise<string> {
  const path = join(workspace.folder, 'plan.json');
  writeFileSync(path, JSON.stringify(await workspace.planJson(hcl)));
  return path;
}
const review = (path: string) => run('review', [path, '--format', 'json', '--output', reviewed()], ENVIRONMENT);
const compare = (path: string) => run('review', [path, '--same-as', reviewed()], ENVIRONMENT);

const hook = (inside: string) => `resource "terraform_data" "hook" {\n  input = "x"\n${inside}}\n`;
const local = (...lines: string[]) => hook(`  provisioner "local-exec" {\n    ${lines.join('\n    ')}\n  }\n`);
const remote = (host: string) =>
  hook(`  connection {\n    host = "${host}"\n  }\n  provisioner "remote-exec" {\n    inline = ["true"]\n  }\n`);
const provider = (port: number) =>
  `locals {\n  port = ${port}\n}\nprovider "netskopesteering" {\n  server_url = "http://127.0.0.1:\${local.port}/api/v2"\n}\n`;
const removed = (inside: string) =>
  `removed {\n  from = terraform_data.gone\n  lifecycle {\n    destroy = true\n  }\n${inside}}\n`;
const check = (condition: string) =>
  `locals {\n  one = 1\n}\ncheck "c" {\n  assert {\n    condition     = ${condition}\n    error_message = "no"\n  }\n}\n`;

const NOTHING = 'output "none" {\n  value = null\n}\n';
const OTHER_VALUES = 'Values that a review does not show are others than were reviewed';

it.each<[what: string, old: string, now: string, says: string]>([
  ['a program', hook(''), local('command = "true"'), '"local-exec of terraform_data.hook"'],
  ['what a program does', local('command = "true"'), local('command = "false"'), OTHER_VALUES],
  ['a variable', 'variable "v" {\n  default = 1\n}\n', 'variable "v" {\n  default = 2\n}\n', OTHER_VALUES],
  ['an output', 'output "o" {\n  value = 1\n}\n', 'output "o" {\n  value = 2\n}\n', 'output "o"'],
  ['a check', check('local.one == 1'), check('local.one == 2'), 'check "check.c"'],
  [
    'the address of a provider',
    'provider "netskopesteering" {\n  server_url = "http://127.0.0.1:1/api/v2"\n}\n',
    'provider "netskopesteering" {\n  server_url = "http://127.0.0.1:2/api/v2"\n}\n',
    'It was reviewed for http://127.0.0.1:1/api/v2, and now it is for http://127.0.0.1:2/api/v2',
  ],
])('the plan alone shows %s', async (_what, old, now, says) => {
  const path = await plan(NOTHING + old);
  await review(path);
  expect(await compare(path)).toMatchObject({ code: 0 });
  const other = await compare(await plan(NOTHING + now));
  expect([other.code, other.stderr.includes(says)]).toEqual([20, true]);
});

it.each<[what: string, old: string, now: string, isRefused: boolean]>([
  ['a command that is put together', local('command = "echo ${self.id}"'), local('command = "curl ${self.id}"'), true],
  ['the machine that a program runs on', remote('one'), remote('two'), true],
  ['an address that is put together', provider(1), provider(2), true],
  ['when a program runs', local('command = "true"'), local('command = "true"', 'when = destroy'), false],
  [
    'a program that is run when something is let go',
    removed(''),
    removed('  provisioner "local-exec" {\n    when    = destroy\n    command = "true"\n  }\n'),
    false,
  ],
])('only the folder shows %s', async (_what, old, now, isRefused) => {
  const path = await plan(NOTHING + old);
  await review(workspace.folder);
  expect(await compare(workspace.folder)).toMatchObject({ code: 0 });
  await plan(NOTHING + now);
  const other = await compare(workspace.folder);
  expect([other.code, other.stderr]).toEqual([20, expect.stringContaining('The files of its configuration are not')]);
  await review(path);
  expect((await compare(path)).code).toBe(isRefused ? 20 : 0);
});
