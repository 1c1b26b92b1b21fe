// find-review.mjs github|gitlab: which review stands behind the commit that is to be applied. Run by hand, it is that of the same
// pipeline; else that of the request that was merged. Only a review of this repository itself counts, and only of a job that passed.
// Finding none is no failure: where nothing is to be done, none is needed, and apply.sh refuses everything else.
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { github, gitlab, newest, run, stacks, variable } from './forge.mjs';

run({
  /** Writes `run-id=` to the outputs of the step; empty where there is no review. */
  async github() {
    const byHand = variable('GITHUB_EVENT_NAME') === 'workflow_dispatch';
    const id = byHand ? variable('GITHUB_RUN_ID') : await runOfMergedRequest(github());
    console.log(id === '' ? 'No review stands behind this commit.' : `Reviewed in run ${id}.`);
    appendFileSync(variable('GITHUB_OUTPUT'), `run-id=${id}\n`);
  },
  /** Writes reviewed/STACK.json for each stack that has a review. */
  async gitlab() {
    // What stands behind another commit does not count.
    rmSync('reviewed', { recursive: true, force: true });
    mkdirSync('reviewed');
    if (variable('CI_PIPELINE_SOURCE') === 'web') {
      if (existsSync('reviews')) cpSync('reviews', 'reviewed', { recursive: true });
      return;
    }
    const api = gitlab('GITLAB_REVIEW_TOKEN');
    const jobs = await jobsOfMergedRequest(api);
    for (const stack of stacks()) {
      const job = newest(jobs.filter(({ name, status }) => name === `propose: [${stack}]` && status === 'success'));
      console.log(
        job === undefined ? `${stack}: no review stands behind this commit.` : `${stack}: reviewed in job ${job.id}.`,
      );
      if (job === undefined) continue;
      const review = await api.ask('GET', `/jobs/${job.id}/artifacts/reviews/${stack}.json`);
      writeFileSync(`reviewed/${stack}.json`, await review.text());
    }
  },
});

async function runOfMergedRequest(api) {
  const commit = variable('GITHUB_SHA');
  const repository = variable('GITHUB_REPOSITORY');
  const request = (await api.all(`/commits/${commit}/pulls`)).find(
    ({ merged_at, merge_commit_sha, base, head }) =>
      merged_at && merge_commit_sha === commit && base.ref === variable('GITHUB_REF_NAME') && isHere(head.repo),
  );
  if (request === undefined) return '';
  const workflow = /\/\.github\/workflows\/([\w.-]+)@/.exec(variable('GITHUB_WORKFLOW_REF'))?.[1];
  if (workflow === undefined) throw new Error('GITHUB_WORKFLOW_REF names no file in .github/workflows.');
  const query = `event=pull_request&status=success&head_sha=${request.head.sha}`;
  const runs = await api.all(`/actions/workflows/${workflow}/runs?${query}`, (page) => page.workflow_runs);
  // A fork may have a run of the very same commit.
  const found = newest(
    runs.filter(({ head_branch, head_repository }) => head_branch === request.head.ref && isHere(head_repository)),
  );
  return found === undefined ? '' : String(found.id);

  function isHere(other) {
    return other?.full_name === repository;
  }
}

async function jobsOfMergedRequest(api) {
  const project = Number(variable('CI_PROJECT_ID'));
  const commit = variable('CI_COMMIT_SHA');
  const merged = (await api.all(`/repository/commits/${commit}/merge_requests`)).find(
    ({ state, source_project_id, target_branch, merge_commit_sha, squash_commit_sha, sha }) =>
      state === 'merged' &&
      source_project_id === project &&
      target_branch === variable('CI_COMMIT_BRANCH') &&
      [merge_commit_sha, squash_commit_sha, sha].includes(commit),
  );
  if (merged === undefined) return [];
  const { head_pipeline: pipeline } = await api.json('GET', `/merge_requests/${merged.iid}`);
  return pipeline ? api.all(`/pipelines/${pipeline.id}/jobs`) : [];
}
