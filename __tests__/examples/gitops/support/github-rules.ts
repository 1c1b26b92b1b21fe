/** What must hold of the workflow for GitHub Actions, each rule a function from it to complaints. */
import { list, mapping, text, type Mapping, type Rule, type Yaml } from './pipelines';

const jobsOf = (workflow: Mapping) =>
  Object.entries(mapping(workflow['jobs'])).map(([name, job]) => [name, mapping(job)] as const);
const stepsOf = (job: Mapping) => list(job['steps']).map(mapping);
export const commandsOf = (job: Mapping) => stepsOf(job).flatMap(({ run }) => (run === undefined ? [] : [text(run)]));

const usesSecret = (value: Yaml) => /\bsecrets\b/.test(text(value));
const condition = (job: Mapping) => text(job['if']).replace(/\s+/g, ' ');
const runsOnRequest = (job: Mapping) => !condition(job).includes("github.event_name != 'pull_request'");

const EVENTS = ['pull_request', 'push', 'workflow_dispatch', 'schedule'];
/** More than to read the code, and why a job needs it. */
const MORE_PERMISSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  comment: { 'pull-requests': 'write' },
  propose_live: { actions: 'read' },
  reviewed: { actions: 'read', 'pull-requests': 'read' },
  issue: { issues: 'write' },
};
const KEPT = ['cdktf.out', 'reviews', 'reviewed', 'snapshots', 'runbooks'];
const onMain = (job: Mapping) => !runsOnRequest(job) && condition(job).includes("github.ref == 'refs/heads/main'");
/** Snapshots are confidential as secrets are. */
const seesSnapshot = (job: Mapping) => stepsOf(job).some((step) => text(step).includes('snapshot'));
const NO_FORK = 'github.event.pull_request.head.repo.full_name == github.repository';

export const GITHUB_RULES: Readonly<Record<string, Rule>> = {
  'only events that run the code of a fork without secrets': ({ on }) =>
    Object.keys(mapping(on))
      .filter((event) => !EVENTS.includes(event))
      .map((event) => `${event} is not one of ${EVENTS.join()}`),

  'pushes to main only': ({ on }) => {
    const { branches } = mapping(mapping(on)['push']);
    return text(branches) === '["main"]' ? [] : [`push: branches are ${text(branches)}`];
  },

  'no permission unless a job names it': ({ permissions }) =>
    text(permissions) === '{}' ? [] : [`permissions are ${text(permissions)}`],

  'each job has the permissions that it needs, and no other': (workflow) =>
    jobsOf(workflow).flatMap(([name, { permissions }]) => {
      const needed: Mapping = { contents: 'read', ...MORE_PERMISSIONS[name] };
      const same = permissions !== undefined && sorted(mapping(permissions)) === sorted(needed);
      return same ? [] : [`${name}: ${text(permissions)} instead of ${text(needed)}`];
    }),

  'every action is pinned to a commit, with its version': (_workflow, source) =>
    [...source.matchAll(/^.*\buses:.*$/gm)]
      .map(([line]) => line.trim())
      .filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),

  'code is checked out as the event has it, and no token stays behind': (workflow) =>
    jobsOf(workflow).flatMap(([name, job]) =>
      stepsOf(job)
        .filter(({ uses }) => text(uses).startsWith('actions/checkout@'))
        .filter(({ with: options }) => text(options) !== '{"persist-credentials":false}')
        .map(({ with: options }) => `${name}: checkout with ${text(options)}`),
    ),

  'secrets reach single steps only': (workflow) => [
    ...(usesSecret(workflow['env']) ? ['the whole workflow has a secret'] : []),
    ...jobsOf(workflow).flatMap(([name, job]) =>
      Object.entries(job)
        .filter(([key, value]) => key !== 'steps' && usesSecret(value))
        .map(([key]) => `${name}: a secret in ${key}`),
    ),
  ],

  'secrets come from an environment, whose name says what its token can do': (workflow) =>
    jobsOf(workflow)
      .filter(([, job]) => stepsOf(job).some(usesSecret))
      .filter(([, job]) => !/^\$\{\{ matrix\.stack \}\}-(plan|apply|live)$/.test(text(job['environment'])))
      .map(([name, job]) => `${name}: secrets of environment "${text(job['environment'])}"`),

  'no secret for what a fork or Dependabot wrote': (workflow) =>
    jobsOf(workflow)
      .filter(
        ([, job]) =>
          (stepsOf(job).some(usesSecret) || job['environment'] !== undefined || seesSnapshot(job)) &&
          runsOnRequest(job),
      )
      .filter(
        ([, job]) =>
          !condition(job).includes(NO_FORK) || !condition(job).includes("pull_request.user.login != 'dependabot[bot]'"),
      )
      .map(([name]) => `${name}: has secrets on the pull request of a fork`),

  'the applying token only on main, never for a pull request': (workflow) =>
    jobsOf(workflow)
      .filter(
        ([, job]) =>
          text(job['environment']).endsWith('-apply') || commandsOf(job).some((one) => one.includes('apply.sh')),
      )
      .filter(
        ([, job]) =>
          runsOnRequest(job) ||
          !condition(job).includes("github.ref == 'refs/heads/main'") ||
          !text(job['environment']).endsWith('-apply'),
      )
      .map(([name]) => `${name}: applies, or could`),

  'the token of a live tenant only on main, in the job that observes it': (workflow) =>
    jobsOf(workflow)
      .filter(([, job]) => stepsOf(job).some((step) => text(step).includes('REST_V1_TOKEN')))
      .filter(
        ([, job]) =>
          !onMain(job) ||
          !text(job['environment']).endsWith('-live') ||
          commandsOf(job).some((command) => command.includes('ci/') && command !== 'ci/observe.sh "$STACK"'),
      )
      .map(([name]) => `${name}: has the token of a live tenant`),

  'who may write issues is on main, and has no secret and no packages': (workflow) =>
    jobsOf(workflow)
      .filter(([, job]) => mapping(job['permissions'])['issues'] !== undefined)
      .filter(
        ([, job]) =>
          !onMain(job) ||
          job['environment'] !== undefined ||
          stepsOf(job).some(usesSecret) ||
          commandsOf(job).some((command) => command.includes('npm')),
      )
      .map(([name]) => `${name}: writes issues`),

  'what somebody may choose the text of is no part of a script': (workflow) =>
    jobsOf(workflow).flatMap(([name, job]) =>
      commandsOf(job)
        .filter((command) => command.includes('${{'))
        .map((command) => `${name}: ${command}`),
    ),

  'plans are not kept': (workflow) =>
    jobsOf(workflow).flatMap(([name, job]) =>
      stepsOf(job)
        .filter(({ uses }) => text(uses).startsWith('actions/upload-artifact@'))
        .map(({ with: options }) => text(mapping(options)['path']))
        .filter((path) => !KEPT.includes(path) || (path === 'cdktf.out' && name !== 'check'))
        .map((path) => `${name}: keeps ${path}`),
    ),

  'no applying job is cancelled, or dropped while it waits': (workflow) =>
    jobsOf(workflow)
      .filter(([, job]) => text(job['environment']).endsWith('-apply'))
      .filter(([, job]) => {
        const { group, queue, 'cancel-in-progress': cancel } = mapping(job['concurrency']);
        return cancel !== false || queue !== 'max' || !text(group).includes('${{ matrix.stack }}');
      })
      .map(([name, job]) => `${name}: concurrency is ${text(job['concurrency'])}`),

  'packages run nothing when they are installed': (workflow) =>
    jobsOf(workflow).flatMap(([name, job]) =>
      commandsOf(job)
        .filter((command) => /\bnpm (ci|i|install)\b/.test(command) && command.trim() !== 'npm ci --ignore-scripts')
        .map((command) => `${name}: ${command}`),
    ),

  'every job ends': (workflow) =>
    jobsOf(workflow)
      .filter(([, job]) => typeof job['timeout-minutes'] !== 'number')
      .map(([name]) => `${name}: has no timeout`),
};

const sorted = (value: Mapping) => JSON.stringify(Object.entries(value).sort());
