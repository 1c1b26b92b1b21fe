/** Rules for both pipelines, and for each rule a change that breaks it: whoever makes it is told. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as github from './support/github-rules';
import * as gitlab from './support/gitlab-rules';
import { calls, GITHUB, GITLAB, GITOPS, mapping, parseYaml, read, text, type Rule } from './support/pipelines';

/** Which rules a text breaks. */
function broken(rules: Readonly<Record<string, Rule>>, source: string): string[] {
  const pipeline = parseYaml(source);
  return Object.entries(rules)
    .filter(([, rule]) => rule(pipeline, source).length > 0)
    .map(([name]) => name);
}

type Mistake = readonly [what: string, rule: string, from: string | RegExp, to: string];

const ON_GITHUB: readonly Mistake[] = [
  [
    'a fork’s code with our secrets',
    'only events that run the code of a fork without secrets',
    '  pull_request:\n',
    '  pull_request_target:\n',
  ],
  [
    'a comment starts it',
    'only events that run the code of a fork without secrets',
    '  push:',
    '  issue_comment:\n  push:',
  ],
  ['every branch is pushed', 'pushes to main only', '    branches: [main]\n', "    branches: ['**']\n"],
  ['permissions by default', 'no permission unless a job names it', 'permissions: {}', 'permissions: write-all'],
  [
    'a job that may write code',
    'each job has the permissions that it needs, and no other',
    'contents: read\n    outputs',
    'contents: write\n    outputs',
  ],
  [
    'a planning job that may write comments',
    'each job has the permissions that it needs, and no other',
    'contents: read\n    env',
    'contents: read\n      pull-requests: write\n    env',
  ],
  [
    'a job that names no permission',
    'each job has the permissions that it needs, and no other',
    '    permissions:\n      contents: read\n    outputs',
    '    outputs',
  ],
  [
    'a tag, which can move',
    'every action is pinned to a commit, with its version',
    /checkout@\w{40} # v7\.0\.1/,
    'checkout@v7',
  ],
  ['a commit of no known version', 'every action is pinned to a commit, with its version', / # v7\.0\.1/, ''],
  [
    'a token that stays in .git',
    'code is checked out as the event has it, and no token stays behind',
    'persist-credentials: false',
    'persist-credentials: true',
  ],
  [
    'the head of a request',
    'code is checked out as the event has it, and no token stays behind',
    'persist-credentials: false',
    'persist-credentials: false\n          ref: ${{ github.event.pull_request.head.sha }}',
  ],
  [
    'a secret for all jobs',
    'secrets reach single steps only',
    'env:\n  NODE_VERSION',
    'env:\n  NETSKOPE_API_KEY: ${{ secrets.NETSKOPE_API_KEY }}\n  NODE_VERSION',
  ],
  [
    'a secret for all steps',
    'secrets reach single steps only',
    '    env:\n      STACK',
    '    env:\n      KEY: ${{ secrets.NETSKOPE_API_KEY }}\n      STACK',
  ],
  [
    'a planning job with secrets of the repository',
    'secrets come from an environment, whose name says what its token can do',
    '    environment: ${{ matrix.stack }}-plan\n',
    '',
  ],
  [
    'plans for forks',
    'no secret for what a fork or Dependabot wrote',
    'github.event.pull_request.head.repo.full_name == github.repository &&',
    '',
  ],
  [
    'plans for Dependabot',
    'no secret for what a fork or Dependabot wrote',
    "\n      github.event.pull_request.user.login != 'dependabot[bot]')",
    ' true)',
  ],
  [
    'an apply on any branch',
    'the applying token only on main, never for a pull request',
    "github.event_name != 'pull_request' && github.ref == 'refs/heads/main' &&\n      needs.reviewed",
    "github.event_name != 'pull_request' &&\n      needs.reviewed",
  ],
  [
    'a snapshot for forks',
    'no secret for what a fork or Dependabot wrote',
    "github.event_name == 'pull_request' &&\n      github.event.pull_request.head.repo.full_name == github.repository &&\n      github.event.pull_request.user.login != 'dependabot[bot]'\n",
    "github.event_name == 'pull_request'\n",
  ],
  [
    'a live tenant that is read for a request',
    'the token of a live tenant only on main, in the job that observes it',
    "needs.check.outputs.live != '[]' && github.event_name != 'pull_request' && github.ref == 'refs/heads/main'",
    "needs.check.outputs.live != '[]'",
  ],
  [
    'a runbook beside the token',
    'the token of a live tenant only on main, in the job that observes it',
    '      - run: ci/observe.sh "$STACK"\n',
    '      - run: ci/runbook.sh "$STACK"\n      - run: ci/observe.sh "$STACK"\n',
  ],
  [
    'packages beside who writes issues',
    'who may write issues is on main, and has no secret and no packages',
    '      - run: node ci/issue.mjs github\n',
    '      - run: npm ci --ignore-scripts\n      - run: node ci/issue.mjs github\n',
  ],
  [
    'a branch name in a script',
    'what somebody may choose the text of is no part of a script',
    'run: ci/check.sh',
    'run: echo ${{ github.head_ref }} && ci/check.sh',
  ],
  [
    'the plan as an artifact',
    'plans are not kept',
    '          path: reviews\n          retention',
    '          path: cdktf.out\n          retention',
  ],
  [
    'an apply that is cancelled',
    'no applying job is cancelled, or dropped while it waits',
    'cancel-in-progress: false',
    'cancel-in-progress: true',
  ],
  ['an apply that is dropped', 'no applying job is cancelled, or dropped while it waits', '      queue: max\n', ''],
  ['install scripts', 'packages run nothing when they are installed', 'npm ci --ignore-scripts', 'npm install'],
  ['a job without an end', 'every job ends', '    timeout-minutes: 15\n', ''],
];

const ON_GITLAB: readonly Mistake[] = [
  [
    'every branch',
    'only pipelines of merge requests and of the default branch',
    '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n\n',
    '    - if: $CI_COMMIT_BRANCH\n\n',
  ],
  [
    'somebody else’s file',
    'nothing is included that others can change',
    'stages:',
    'include:\n  - remote: https://ci.example/x.yml\n\nstages:',
  ],
  [
    'plans for forks',
    'what has an environment, and so its variables, runs on no request of a fork',
    ' && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID',
    '',
  ],
  [
    'a check that holds a token',
    'what runs for everybody has no environment',
    'check:\n  stage: check\n',
    'check:\n  stage: check\n  rules:\n    - *on-the-default-branch\n  environment:\n    name: review\n',
  ],
  [
    'a plan with the applying token',
    'each token is in an environment of its own',
    'name: plan/$STACK',
    'name: apply-$STACK',
  ],
  [
    'a comment with a token of a tenant',
    'each token is in an environment of its own',
    /name: comment\n/,
    'name: plan/emea\n',
  ],
  [
    'a comment with the token that reads reviews',
    'the protected tokens of reviews, of issues and of live tenants are on the default branch alone',
    'name: comment\n',
    'name: review\n',
  ],
  ['a token in the file', 'no secret stands in the file', 'FAIL_ON: broadening,error', 'NETSKOPE_API_KEY: abc'],
  [
    'a snapshot for forks',
    'what has an environment, and so its variables, runs on no request of a fork',
    '    - *merge-request-of-this-project\n  script:\n    - npm ci --ignore-scripts\n    - node ci/find-snapshot.mjs',
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n  script:\n    - node ci/find-snapshot.mjs',
  ],
  [
    'a runbook with the token of the tenant',
    'each token is in an environment of its own',
    /runbook:\n/,
    'runbook:\n  environment:\n    name: live/$STACK\n',
  ],
  [
    'a live tenant that is read for a request',
    'the protected tokens of reviews, of issues and of live tenants are on the default branch alone',
    '    - *on-the-default-branch\n  # Protected: holds the token of REST v1',
    '    - *merge-request-of-this-project\n  # Protected: holds the token of REST v1',
  ],
  [
    'an apply by the clock',
    'only the default branch applies, when somebody says so, one after the other, to the end',
    '    - *not-by-the-clock\n    - <<',
    '    - <<',
  ],
  [
    'an apply that nobody started',
    'only the default branch applies, when somebody says so, one after the other, to the end',
    '      when: manual\n',
    '',
  ],
  [
    'two applies at once',
    'only the default branch applies, when somebody says so, one after the other, to the end',
    '  resource_group: apply/$STACK\n',
    '',
  ],
  [
    'an apply that a newer commit cancels',
    'only the default branch applies, when somebody says so, one after the other, to the end',
    '  interruptible: false\n',
    '',
  ],
  [
    'the plan as an artifact',
    'plans are not kept, and what is kept is for developers',
    '[reviews/]',
    '[reviews/, cdktf.out/]',
  ],
  [
    'reviews for everybody',
    'plans are not kept, and what is kept is for developers',
    'access: developer',
    'access: all',
  ],
  ['install scripts', 'packages run nothing when they are installed', 'npm ci --ignore-scripts', 'npm ci'],
  ['the image of today', 'the image has a version', '/ci:1', '/ci:latest'],
  ['a job without an end', 'every job ends', '  timeout: 30 minutes\n', ''],
];

describe.each([
  ['GitHub Actions', GITHUB, github.GITHUB_RULES, ON_GITHUB],
  ['GitLab CI', GITLAB, gitlab.GITLAB_RULES, ON_GITLAB],
])('the pipeline for %s', (_forge, path, rules, mistakes) => {
  const source = read(path);

  it('breaks no rule', () => {
    const pipeline = parseYaml(source);
    expect(Object.entries(rules).flatMap(([, rule]) => rule(pipeline, source))).toEqual([]);
  });

  it.each(mistakes)('a rule notices %s', (_what, rule, from, to) => {
    const changed = source.replace(from, () => to);
    expect(changed).not.toBe(source);
    expect(broken(rules, changed)).toContain(rule);
  });

  it('has a mistake for every rule', () => {
    expect(new Set(mistakes.map(([, rule]) => rule))).toEqual(new Set(Object.keys(rules)));
  });
});

const JOBS = ['check', 'propose', 'propose_live', 'comment', 'reviewed', 'apply', 'observe', 'runbook', 'issue'];

it('both pipelines run the same scripts in the same jobs', () => {
  const ofGithub = mapping(parseYaml(read(GITHUB))['jobs']);
  const ofGitlab = parseYaml(read(GITLAB));
  const table = JOBS.map((name) => calls(github.commandsOf(mapping(ofGithub[name]))));
  expect(table).toEqual([
    ['check.sh', 'stacks.sh', 'stacks.sh --live'],
    ['propose.sh "$STACK"'],
    ['find-snapshot.mjs FORGE', 'propose.sh "$STACK"'],
    ['comment.mjs FORGE'],
    ['find-review.mjs FORGE'],
    ['apply.sh "$STACK"'],
    ['observe.sh "$STACK"'],
    ['runbook.sh "$STACK"'],
    ['issue.mjs FORGE'],
  ]);
  expect(JOBS.map((name) => calls(gitlab.commandsOf(mapping(ofGitlab[name]))))).toEqual(table);
  expect(Object.keys(ofGithub)).toEqual(JOBS);
});

it('scripts that are run may be executed, and no file of ci/ is left over', () => {
  const files = readdirSync(join(GITOPS, 'ci'));
  const texts = [GITHUB, GITLAB, ...files.map((name) => `ci/${name}`)].map((path) => [path, read(path)] as const);
  for (const name of files) {
    if (name.endsWith('.sh') && name !== 'lib.sh') accessSync(join(GITOPS, 'ci', name), constants.X_OK);
    const users = texts.filter(([path, content]) => path !== `ci/${name}` && content.includes(name));
    expect({ name, users: users.length > 0 }).toEqual({ name, users: true });
  }
});

it('both run the same terraform and the same Node', () => {
  const { NODE_VERSION, TERRAFORM_VERSION } = mapping(parseYaml(read(GITHUB))['env']);
  const image = read('ci/Dockerfile');
  expect(image).toContain(`hashicorp/terraform:${text(TERRAFORM_VERSION)} `);
  expect(image).toContain(`FROM node:${text(NODE_VERSION)}-`);
});

it('the matrices of GitLab have the tenants of the example, the live ones apart', () => {
  const { tenants } = JSON.parse(read('tenants.json')) as { tenants: { name: string; live?: boolean }[] };
  const pipeline = parseYaml(read(GITLAB));
  for (const [name, isLive] of [
    ['.each-stack', false],
    ['.each-live-stack', true],
  ] as const) {
    const STACK = tenants.filter(({ live = false }) => live === isLive).map((one) => one.name);
    expect(mapping(pipeline[name])).toEqual({ parallel: { matrix: [{ STACK }] } });
  }
});

it('its packages are this project’s own versions of them', () => {
  const ours = JSON.parse(read('../../package.json')) as { version: string; devDependencies: Record<string, string> };
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  const expected = Object.keys(devDependencies).map((name) => [
    name,
    ours.devDependencies[name] ?? `file:vendor/cdktf-netskope-steering-${ours.version}.tgz`,
  ]);
  expect(devDependencies).toEqual(Object.fromEntries(expected));
});

it('its app is ours, as a user of the package writes it', () => {
  expect(read('main.ts')).toBe(read('../../main.ts').replace("from './constructs'", "from 'cdktf-netskope-steering'"));
});
