/** What the scripts for live tenants do on the forges: ci/issue.mjs and ci/find-snapshot.mjs, and what they refuse. */
import { GitopsProject } from '../../support/gitops-project';
import { startForge, type FakeForge } from './support/fake-forge';
import { Job, variables } from './support/job';

const MARKER = '<!-- netskope-steering: live amer -->';
const STEPS = '- [ ] **1.** Define the app.\\\n  `Settings`\n\n- [ ] **2.** Block the app.';

let job: Job;
let forge: FakeForge;
beforeEach(() => (job = new Job(['amer'])));
afterEach(async () => {
  job.remove();
  await forge?.close();
});

/** Writes what runbook.sh does. */
function write(result: 'differs' | 'as_wanted', steps: number, runbook = STEPS, stack = 'amer'): void {
  job.write(`runbooks/${stack}.md`, runbook);
  job.write(`runbooks/${stack}.json`, JSON.stringify({ steps: Array.from({ length: steps }, () => ({})) }));
  job.write(`runbooks/${stack}.diff.md`, 'What differs.');
  job.write(`runbooks/${stack}.diff.json`, JSON.stringify({ result }));
}

const KINDS = [
  {
    name: 'github',
    issues: '/repos/acme/steering/issues',
    text: 'body',
    issue: (id: number, body: string, ours = true) => ({ number: id, body, user: { type: ours ? 'Bot' : 'User' } }),
    changing: 'PATCH',
    comments: 'comments',
    closing: { state: 'closed', state_reason: 'completed' },
    opening: {},
  },
  {
    name: 'gitlab',
    issues: '/projects/3/issues',
    text: 'description',
    issue: (id: number, description: string, ours = true) => ({ iid: id, description, author: { id: ours ? 9 : 1 } }),
    changing: 'PUT',
    comments: 'notes',
    closing: { state_event: 'close' },
    opening: { confidential: true },
  },
] as const;

describe.each(KINDS)('issues on $name', ({ name, issues, text, issue, changing, comments, closing, opening }) => {
  async function run(there: readonly object[] | number = []) {
    forge = await startForge({ [issues]: there, '/user': { id: 9 } });
    return job.run('issue.mjs', name, variables(name, forge.url));
  }
  const requests = () => forge.written.map(({ request }) => request);
  const sentText = () => String(forge.sent.at(-1)?.[text]);

  it('opens one where there is something to do, with the steps, the difference and how it is written down', async () => {
    write('differs', 2);
    expect(await run()).toEqual({ exitCode: 0, output: 'amer: the issue says what is to be done.\n' });
    expect(requests()).toEqual([`POST ${issues}`]);
    const title = 'Netskope steering: amer is not as the code wants it';
    expect(forge.sent[0]).toMatchObject({ title, ...opening });
    for (const part of [MARKER, STEPS, 'What differs.', '`ci/done.sh amer c0ffee1`', 'somebody changes the code'])
      expect(sentText()).toContain(part);
    expect(sentText().startsWith(MARKER)).toBe(true);
  });

  it('updates it in place, and keeps what is checked, also under another number', async () => {
    write('differs', 2);
    const old = `${MARKER}\n\n- [x] **7.** Block the app.\n- [x] Look at the ports.`;
    await run([issue(3, 'Of somebody else.', false), issue(4, old)]);
    expect(requests()).toEqual([`${changing} ${issues}/4`]);
    expect(sentText()).toContain('- [x] **2.** Block the app.');
    expect(sentText()).toContain('- [ ] **1.** Define the app.');
  });

  it('closes it with a comment when nothing differs and no step is left', async () => {
    write('as_wanted', 0);
    expect((await run([issue(4, MARKER)])).output).toBe('amer: nothing is to be done.\n');
    expect(requests()).toEqual([`POST ${issues}/4/${comments}`, `${changing} ${issues}/4`]);
    expect(forge.sent).toEqual([{ body: expect.stringContaining('as the code wants it') }, closing]);
  });

  it.each<['differs' | 'as_wanted', number, string]>([
    ['differs', 0, 'The tenant is not as the code wants it.'],
    ['as_wanted', 1, 'REST v1 does not show what these steps are about.'],
  ])('leaves it open when the tenant %s and %d steps are left', async (result, steps, says) => {
    write(result, steps);
    await run([issue(4, MARKER)]);
    expect(requests()).toEqual([`${changing} ${issues}/4`]);
    expect(sentText()).toContain(says);
    expect(sentText().includes('ci/done.sh')).toBe(steps > 0);
  });

  it('opens none where all is well, and leaves those of people alone, even ones that look like ours', async () => {
    write('as_wanted', 0);
    await run([issue(4, `${MARKER} Close me.`, false), issue(5, 'Ours, of another kind.')]);
    expect(requests()).toEqual([]);
  });

  it('has one for each tenant', async () => {
    write('differs', 2);
    write('differs', 1, STEPS, 'anz');
    await run([issue(4, '<!-- netskope-steering: live anz -->')]);
    expect(requests()).toEqual([`POST ${issues}`, `${changing} ${issues}/4`]);
  });

  it('leads to the page where the text is too long', async () => {
    write('differs', 2, '€'.repeat(30_000));
    await run();
    expect(sentText()).toContain('**The runbook is too long for an issue**: work with the page.');
  });

  it('fails in one line, and without the token, where the forge refuses', async () => {
    write('differs', 2);
    const { exitCode, output } = await run(403);
    expect([exitCode, output]).toEqual([1, expect.stringMatching(/^GET \/issues\S* answered 403\.\n$/)]);
  });
});

describe('the snapshot that a request is reviewed against', () => {
  const ARTIFACTS = '/repos/acme/steering/actions/artifacts?name=snapshot-amer';
  const artifact = (id: number, change: object = {}, run: object = {}) => ({
    id,
    expired: false,
    workflow_run: { id: 100 + id, head_branch: 'main', head_repository_id: 1, repository_id: 1, ...run },
    ...change,
  });
  const onGithub = async (artifacts: readonly object[]) => {
    forge = await startForge({ [ARTIFACTS]: { artifacts } });
    job.write('outputs', '');
    const env = { ...variables('github', forge.url), GITHUB_OUTPUT: `${job.folder}/outputs` };
    return job.run('find-snapshot.mjs', ['github', 'amer'], env);
  };

  it('is on GitHub the newest of the main branch of this repository', async () => {
    const others = [
      artifact(9, {}, { head_branch: 'feature' }),
      artifact(8, {}, { head_repository_id: 2 }),
      artifact(7, { expired: true }),
    ];
    expect((await onGithub([...others, artifact(5), artifact(6)])).exitCode).toBe(0);
    expect(job.read('outputs')).toBe('run-id=106\n');
    await forge.close();
    const none = await onGithub(others);
    const said = 'There is no snapshot of amer. Run the pipeline by hand on the main branch: it makes one.\n';
    expect([none, job.read('outputs')]).toEqual([{ exitCode: 1, output: said }, '']);
  });

  it('is on GitLab that of the default branch, read with a token of its own', async () => {
    const path = '/projects/3/jobs/artifacts/main/raw/snapshots/amer.json?job=observe%3A+%5Bamer%5D';
    forge = await startForge({ [path]: { format: 'a snapshot' } });
    const env = variables('gitlab', forge.url);
    expect(await job.run('find-snapshot.mjs', ['gitlab', 'amer'], env)).toEqual({ exitCode: 0, output: '' });
    expect(job.read('snapshots/amer.json')).toBe('{"format":"a snapshot"}');
    expect([...forge.tokens]).toEqual(['the-token']);
    const none = await job.run('find-snapshot.mjs', ['gitlab', 'anz'], env);
    expect([none.exitCode, none.output]).toEqual([1, expect.stringContaining('There is no snapshot of anz.')]);
  });

  it.each(['', '../x', 'a b'])('is of no stack that is called %j', async (stack) => {
    const env = variables('gitlab', 'http://127.0.0.1:9');
    const { exitCode, output } = await job.run('find-snapshot.mjs', ['gitlab', stack], env);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('name a stack')]);
  });
});

describe('the scripts refuse', () => {
  let project: GitopsProject;
  beforeAll(() => (project = GitopsProject.create()));
  afterAll(() => project?.remove());

  it.each<[script: string, args: string[], says: string]>([
    ['observe.sh', ['emea'], 'emea is no live tenant: tenants.json does not say "live": true for it.'],
    ['observe.sh', ['../amer'], 'name a stack'],
    ['done.sh', ['emea', 'c0ffee1'], 'emea is no live tenant'],
    ['done.sh', ['amer'], 'name the commit whose runbook it was'],
    ['done.sh', ['amer', '--all'], 'name the commit whose runbook it was'],
    ['done.sh', ['amer', 'c0ffee1'], 'the commit c0ffee1 is not here. Fetch it: git fetch origin c0ffee1'],
    ['stacks.sh', ['--live'], 'there is no cdktf.out/manifest.json. Run ci/check.sh first.'],
  ])('%s %j', async (script, args, says) => {
    const { exitCode, output } = await project.run(script, args);
    expect([exitCode, output]).toEqual([1, expect.stringContaining(`${script}: ${says}`)]);
  });

  it('observe.sh where there is no token, and leaves no snapshot of an earlier run', async () => {
    project.write('snapshots/amer.json', 'old');
    const { exitCode, output } = await project.run('observe.sh', ['amer']);
    expect([exitCode, output]).toEqual([2, expect.stringContaining('NETSKOPE_REST_V1_TOKEN are not set')]);
    expect(project.list('snapshots')).toEqual([]);
  });
});
