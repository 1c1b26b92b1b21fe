/** What the scripts of examples/gitops say to whoever calls them wrongly. What they do: system/gitops.test.ts. */
import { GitopsProject } from '../../support/gitops-project';

let project: GitopsProject;
beforeAll(() => (project = GitopsProject.create()));
afterAll(() => project?.remove());

const SCRIPTS = ['plan.sh', 'propose.sh', 'review.sh', 'apply.sh'];
const NO_NAME = 'name a stack: a letter, then a-z, 0-9 and "-".';

it.each([
  ['no stack', [], NO_NAME],
  ['a folder elsewhere', ['../../etc'], NO_NAME],
  ['an option', ['-destroy'], NO_NAME],
  ['a command', ['emea;id'], NO_NAME],
  ['two lines', ['emea\nid'], NO_NAME],
  ['a stack that is not synthesized', ['emea'], 'there is no stack emea in cdktf.out. Run ci/check.sh first.'],
])('every script refuses %s', async (_what, args, message) => {
  const runs = await Promise.all(SCRIPTS.map((script) => project.run(script, args)));
  expect(runs).toEqual(SCRIPTS.map((script) => ({ exitCode: 1, output: `${script}: ${message}\n` })));
});
