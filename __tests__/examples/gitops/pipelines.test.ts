/** Rules for both pipelines, and for each rule a change that breaks it: whoever makes it is told. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as github from './support/github-rules';
import * as gitlab from './support/gitlab-rules';
import { ON_GITHUB, ON_GITLAB } from './support/mistakes';
import { calls, GITHUB, GITLAB, GITOPS, mapping, parseYaml, read, text, type Rule } from './support/pipelines';

/** Which rules a text breaks. */
function broken(rules: Readonly<Record<string, Rule>>, source: string): string[] {
  const pipeline = parseYaml(source);
  return Object.entries(rules)
    .filter(([, rule]) => rule(pipeline, source).length > 0)
    .map(([name]) => name);
}

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
