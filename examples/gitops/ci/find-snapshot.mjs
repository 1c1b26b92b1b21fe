// find-snapshot.mjs github|gitlab STACK: the newest snapshot of a live tenant that the main branch has made. A request holds no
// token of the tenant, and so it is reviewed against this. Only what the main branch of this repository made counts.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { github, gitlab, newest, run, variable } from './forge.mjs';

const stack = process.argv[3] ?? '';
const missing = `There is no snapshot of ${stack}. Run the pipeline by hand on the main branch: it makes one.`;

run({
  /** Writes `run-id=` to the outputs of the step. */
  async github() {
    check();
    const artifacts = await github().all(`/actions/artifacts?name=snapshot-${stack}`, (page) => page.artifacts);
    const found = newest(
      artifacts.filter(
        ({ expired, workflow_run: { head_branch, head_repository_id, repository_id } }) =>
          !expired && head_branch === 'main' && head_repository_id === repository_id,
      ),
    );
    if (found === undefined) throw new Error(missing);
    console.log(`${stack}: observed in run ${found.workflow_run.id}.`);
    appendFileSync(variable('GITHUB_OUTPUT'), `run-id=${found.workflow_run.id}\n`);
  },
  /** Writes snapshots/STACK.json. GitLab takes a job's own token for this in Premium only. */
  async gitlab() {
    check();
    const branch = encodeURIComponent(variable('CI_DEFAULT_BRANCH'));
    const job = encodeURIComponent(`observe: [${stack}]`);
    const path = `/jobs/artifacts/${branch}/raw/snapshots/${stack}.json?job=${job}`;
    const answer = await gitlab('GITLAB_SNAPSHOT_TOKEN')
      .ask('GET', path)
      .catch((error) => {
        throw / answered 404\.$/.test(error.message) ? new Error(missing) : error;
      });
    mkdirSync('snapshots', { recursive: true });
    writeFileSync(`snapshots/${stack}.json`, await answer.text(), { mode: 0o600 });
  },
});

function check() {
  if (!/^[a-z][a-z0-9-]*$/.test(stack)) throw new Error('name a stack: a letter, then a-z, 0-9 and "-".');
}
