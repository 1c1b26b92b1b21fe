/** Which jobs of each pipeline run for whom: their conditions, evaluated as the forge's documentation says. */
import { runInNewContext } from 'node:vm';
import { GITHUB, GITLAB, list, mapping, parseYaml, read, text, type Mapping } from './support/pipelines';

type Jobs = Readonly<Record<string, Mapping>>;

/** A property of nothing is nothing, on both forges. */
const safe = (expression: string) => expression.replace(/(?<=\w)\.(?=\w)/g, '?.');

describe('on GitHub', () => {
  const jobs = mapping(parseYaml(read(GITHUB))['jobs']) as Jobs;

  interface Event {
    readonly event_name: 'pull_request' | 'push' | 'workflow_dispatch' | 'schedule';
    readonly ref?: string;
    readonly actor?: string;
    readonly from?: string;
    /** Who opened the request. */
    readonly author?: string;
    /** The stacks of the two kinds. */
    readonly stacks?: string;
    readonly live?: string;
  }

  /** What runs, when the jobs named in `fail` fail. Without a status function, a condition holds only after success. */
  function ran(
    {
      event_name,
      ref = 'refs/heads/main',
      actor = 'ann',
      from,
      author = 'ann',
      stacks = '["emea"]',
      live = '["amer"]',
    }: Event,
    fail: readonly string[] = [],
  ) {
    const repository = 'acme/steering';
    const request = { number: 5, user: { login: author }, head: { repo: { full_name: from } } };
    const event = from === undefined ? {} : { pull_request: request };
    const github = { event_name, ref, actor, repository, event };
    const outputs = { stacks, live };
    const needs: Record<string, { result: 'success' | 'failure' | 'skipped'; outputs: object }> = {};
    for (const [name, job] of Object.entries(jobs)) {
      const condition = text(job['if']);
      const after = list(job['needs']).map((need) => needs[text(need)]?.result);
      const isReady = condition.includes('cancelled()') || after.every((result) => result === 'success');
      const context = { github, needs, cancelled: () => false };
      const runs = isReady && (condition === '' || runInNewContext(safe(condition), context) === true);
      needs[name] = { result: !runs ? 'skipped' : fail.includes(name) ? 'failure' : 'success', outputs };
    }
    return Object.keys(needs).filter((name) => needs[name]?.result !== 'skipped');
  }

  const OURS = { event_name: 'pull_request', ref: 'refs/pull/5/merge', from: 'acme/steering' } as const;
  const PUSH = { event_name: 'push' } as const;
  const BY_HAND = { event_name: 'workflow_dispatch' } as const;
  const BY_CLOCK = { event_name: 'schedule' } as const;
  const LIVE = ['observe', 'runbook', 'issue'];

  it.each<[what: string, event: Event, fail: string[], jobs: string[]]>([
    ['a request of this repository', OURS, [], ['check', 'propose', 'propose_live', 'comment']],
    ['a request where no tenant is live', { ...OURS, live: '[]' }, [], ['check', 'propose', 'comment']],
    ['a request where all tenants are live', { ...OURS, stacks: '[]' }, [], ['check', 'propose_live', 'comment']],
    ['a request of a fork', { ...OURS, from: 'mallory/steering' }, [], ['check']],
    [
      'a request of a fork that calls itself main',
      { ...OURS, from: 'mallory/steering', ref: 'refs/heads/main' },
      [],
      ['check'],
    ],
    ['a request of Dependabot', { ...OURS, actor: 'dependabot[bot]', author: 'dependabot[bot]' }, [], ['check']],
    ['a request of Dependabot that a person pushed to', { ...OURS, author: 'dependabot[bot]' }, [], ['check']],
    ['a request that does not compile', OURS, ['check'], ['check']],
    ['a request that a gate stops', OURS, ['propose'], ['check', 'propose', 'propose_live', 'comment']],
    ['a merge', PUSH, [], ['check', 'reviewed', 'apply', ...LIVE]],
    ['a merge where no tenant is live', { ...PUSH, live: '[]' }, [], ['check', 'reviewed', 'apply']],
    ['a merge where all tenants are live', { ...PUSH, stacks: '[]' }, [], ['check', ...LIVE]],
    ['a merge that does not compile', PUSH, ['check'], ['check']],
    ['a merge whose review cannot be asked for', PUSH, ['reviewed'], ['check', 'reviewed', ...LIVE]],
    ['a merge when one live tenant cannot be read', PUSH, ['observe'], ['check', 'reviewed', 'apply', ...LIVE]],
    ['a start by hand', BY_HAND, [], ['check', 'propose', 'reviewed', 'apply', ...LIVE]],
    ['a start by hand that a gate stops', BY_HAND, ['propose'], ['check', 'propose', ...LIVE]],
    ['a start by hand on another branch', { ...BY_HAND, ref: 'refs/heads/x' }, [], ['check']],
    ['the clock', BY_CLOCK, [], ['check', ...LIVE]],
    ['the clock where no tenant is live', { ...BY_CLOCK, live: '[]' }, [], ['check']],
  ])('runs for %s what it must, and no more', (_what, event, fail, expected) => {
    expect(ran(event, fail)).toEqual(expected);
  });
});

describe('on GitLab', () => {
  const pipeline = parseYaml(read(GITLAB));
  const LIVE = ['observe', 'runbook', 'issue'];
  const jobs = ['check', 'propose', 'propose_live', 'comment', 'reviewed', 'apply', ...LIVE];

  interface Variables {
    readonly CI_PIPELINE_SOURCE: string;
    readonly CI_COMMIT_BRANCH?: string;
    readonly CI_MERGE_REQUEST_SOURCE_PROJECT_ID?: string;
    readonly CI_MERGE_REQUEST_PROJECT_ID?: string;
  }

  const holds = (rule: Mapping, variables: Variables): boolean =>
    runInNewContext(text(rule['if']).replace(/\$(\w+)/g, 'variables.$1'), {
      variables: { CI_DEFAULT_BRANCH: 'main', ...variables },
    }) === true;
  /** The first rule that holds decides; a job without rules always runs. */
  const chosen = (job: Mapping, variables: Variables): Mapping | undefined =>
    job['rules'] === undefined
      ? {}
      : list(job['rules'])
          .map(mapping)
          .find((rule) => holds(rule, variables));

  /** The jobs of the pipeline, those that wait for a person with a question mark; undefined where there is none. */
  function ran(variables: Variables): string[] | undefined {
    if (chosen(mapping(pipeline['workflow']), variables) === undefined) return undefined;
    return jobs.flatMap((name) => {
      const rule = chosen(mapping(pipeline[name]), variables);
      const when = rule === undefined ? 'never' : rule['when'];
      return when === 'never' ? [] : [when === 'manual' ? `${name}?` : name];
    });
  }

  const request = (source: string, project: string) => ({
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source,
    CI_MERGE_REQUEST_PROJECT_ID: project,
  });

  it.each<[what: string, variables: Variables, jobs: string[] | undefined]>([
    ['a request of this project', request('3', '3'), ['check', 'propose', 'propose_live', 'comment']],
    ['a request of a fork', request('4', '3'), ['check']],
    ['a merge', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' }, ['check', 'reviewed', 'apply?', ...LIVE]],
    ['the clock', { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' }, ['check', ...LIVE]],
    [
      'a start by hand',
      { CI_PIPELINE_SOURCE: 'web', CI_COMMIT_BRANCH: 'main' },
      ['check', 'propose', 'reviewed', 'apply?', ...LIVE],
    ],
    ['a start by hand on another branch', { CI_PIPELINE_SOURCE: 'web', CI_COMMIT_BRANCH: 'x' }, undefined],
    ['a push to another branch', { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'x' }, undefined],
  ])('runs for %s what it must, and no more', (_what, variables, expected) => {
    expect(ran(variables)).toEqual(expected);
  });

  it('runs each job of the file', () => {
    const others = Object.keys(pipeline).filter(
      (name) => !name.startsWith('.') && !['workflow', 'default', 'stages', 'variables'].includes(name),
    );
    expect(others).toEqual(jobs);
  });
});
