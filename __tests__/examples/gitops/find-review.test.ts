/** ci/find-review.mjs: which review counts as the one that stands behind a commit, and which does not. */
import { startForge, type FakeForge } from './support/fake-forge';
import { Job, variables } from './support/job';

let job: Job;
let forge: FakeForge | undefined;
beforeEach(() => (job = new Job(['emea', 'apac'])));
afterEach(async () => {
  job.remove();
  await forge?.close();
  forge = undefined;
});

const COMMIT = 'c0ffee';

async function run(name: 'github' | 'gitlab', answers: Readonly<Record<string, unknown>>, env: Record<string, string>) {
  forge = await startForge(answers);
  return job.run('find-review.mjs', name, { ...variables(name, forge.url), ...env });
}

describe('on GitHub', () => {
  const HERE = { full_name: 'acme/steering' };
  const FORK = { full_name: 'mallory/steering' };
  const request = (change: object = {}) => ({
    merged_at: '2026-11-24T00:00:00Z',
    merge_commit_sha: COMMIT,
    base: { ref: 'main' },
    head: { ref: 'block-signal', sha: 'beef', repo: HERE },
    ...change,
  });
  const head = (change: object) => request({ head: { ...request().head, ...change } });
  const reviewed = (id: number, change: object = {}) => ({
    id,
    head_branch: 'block-signal',
    head_repository: HERE,
    ...change,
  });
  const PUSHED = {
    GITHUB_SHA: COMMIT,
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_WORKFLOW_REF: 'acme/steering/.github/workflows/netskope-steering.yml@refs/heads/main',
  };
  const RUNS =
    '/repos/acme/steering/actions/workflows/netskope-steering.yml/runs?event=pull_request&status=success&head_sha=beef';

  async function find(requests: readonly object[], runs: readonly object[], env: object = {}) {
    const answers = { [`/repos/acme/steering/commits/${COMMIT}/pulls`]: requests, [RUNS]: { workflow_runs: runs } };
    const result = await run('github', answers, { ...PUSHED, ...env, GITHUB_OUTPUT: `${job.folder}/output` });
    return { ...result, said: job.read('output') };
  }

  it.each<[what: string, requests: object[], runs: object[], id: string]>([
    ['the request’s newest run', [request()], [reviewed(7), reviewed(12), reviewed(9)], '12'],
    ['the run among those of other branches', [request()], [reviewed(7), reviewed(12, { head_branch: 'x' })], '7'],
    [
      'the request among others that hold the commit',
      [request({ merge_commit_sha: 'x' }), request()],
      [reviewed(7)],
      '7',
    ],
    ['nothing where a commit was pushed without a request', [], [reviewed(7)], ''],
    ['nothing where no run passed', [request()], [], ''],
    ['nothing where a request is not merged', [request({ merged_at: null })], [reviewed(7)], ''],
    ['nothing where it was merged elsewhere', [request({ base: { ref: 'next' } })], [reviewed(7)], ''],
    ['nothing of a fork’s request', [head({ repo: FORK })], [reviewed(7)], ''],
    ['nothing of a fork that is gone', [head({ repo: null })], [reviewed(7)], ''],
    ['nothing of a fork’s run of the very same commit', [request()], [reviewed(7, { head_repository: FORK })], ''],
  ])('finds %s', async (_what, requests, runs, id) => {
    expect(await find(requests, runs)).toEqual({
      exitCode: 0,
      output: id === '' ? 'No review stands behind this commit.\n' : `Reviewed in run ${id}.\n`,
      said: `run-id=${id}\n`,
    });
  });

  it('takes its own run where somebody has started it', async () => {
    expect(await find([], [], { GITHUB_EVENT_NAME: 'workflow_dispatch' })).toMatchObject({ said: 'run-id=77\n' });
  });

  it('fails where the forge does not answer, instead of finding nothing', async () => {
    const env = { ...PUSHED, GITHUB_OUTPUT: `${job.folder}/output` };
    const { exitCode, output } = await run('github', {}, env);
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: expect.stringMatching(/\/pulls\S* answered 404\.\n$/),
    });
    expect(job.read('output')).toBeUndefined();
  });
});

describe('on GitLab', () => {
  const merged = (change: object = {}) => ({
    iid: 5,
    state: 'merged',
    source_project_id: 3,
    target_branch: 'main',
    merge_commit_sha: COMMIT,
    squash_commit_sha: null,
    sha: 'beef',
    ...change,
  });
  const proposed = (id: number, stack: string, change: object = {}) => ({
    id,
    name: `propose: [${stack}]`,
    status: 'success',
    ...change,
  });
  const PUSHED = { CI_COMMIT_SHA: COMMIT, CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'push' };

  async function find(requests: readonly object[], jobs: readonly object[], pipeline: object | null = { id: 40 }) {
    const result = await run(
      'gitlab',
      {
        [`/projects/3/repository/commits/${COMMIT}/merge_requests`]: requests,
        '/projects/3/merge_requests/5': { head_pipeline: pipeline },
        '/projects/3/pipelines/40/jobs': jobs,
        ...Object.fromEntries(
          jobs.map((one) => {
            const { id, name } = one as { id: number; name: string };
            return [`/projects/3/jobs/${id}/artifacts/reviews/${/\[(.*)\]/.exec(name)?.[1]}.json`, { by: id }];
          }),
        ),
      },
      PUSHED,
    );
    expect(result).toMatchObject({ exitCode: 0 });
    return ['emea', 'apac'].map((stack) => job.read(`reviewed/${stack}.json`));
  }

  const BOTH = [proposed(8, 'emea'), proposed(9, 'apac')];

  it.each<[what: string, requests: object[], jobs: object[], found: (string | undefined)[]]>([
    ['the review of each stack', [merged()], BOTH, ['{"by":8}', '{"by":9}']],
    ['the newest of a stack', [merged()], [proposed(8, 'emea'), proposed(11, 'emea')], ['{"by":11}', undefined]],
    [
      'that of a squashed request',
      [merged({ merge_commit_sha: null, squash_commit_sha: COMMIT })],
      BOTH,
      ['{"by":8}', '{"by":9}'],
    ],
    [
      'that of a request merged as it was',
      [merged({ merge_commit_sha: null, sha: COMMIT })],
      BOTH,
      ['{"by":8}', '{"by":9}'],
    ],
    ['none of a job that failed', [merged()], [proposed(8, 'emea', { status: 'failed' })], [undefined, undefined]],
    ['none where there was no request', [], BOTH, [undefined, undefined]],
    ['none of a request that is open', [merged({ state: 'opened' })], BOTH, [undefined, undefined]],
    ['none of a fork’s request', [merged({ source_project_id: 4 })], BOTH, [undefined, undefined]],
    ['none of a request to another branch', [merged({ target_branch: 'next' })], BOTH, [undefined, undefined]],
    ['none of another commit', [merged({ merge_commit_sha: 'x' })], BOTH, [undefined, undefined]],
  ])('brings %s', async (_what, requests, jobs, found) => {
    expect(await find(requests, jobs)).toEqual(found);
  });

  it('brings none where the request had no pipeline', async () => {
    expect(await find([merged()], BOTH, null)).toEqual([undefined, undefined]);
  });

  it('takes the reviews of its own pipeline where somebody has started it', async () => {
    job.write('reviews/emea.json', '{"by":"hand"}');
    await run('gitlab', {}, { ...PUSHED, CI_PIPELINE_SOURCE: 'web' });
    expect(job.read('reviewed/emea.json')).toBe('{"by":"hand"}');
  });
});
