/** What must hold of the pipeline for GitLab CI, each rule a function from it to complaints. */
import { list, mapping, text, type Mapping, type Rule } from './pipelines';

const KEYWORDS = ['workflow', 'default', 'stages', 'variables', 'include'];
const jobsOf = (pipeline: Mapping) =>
  Object.entries(pipeline)
    .filter(([name]) => !name.startsWith('.') && !KEYWORDS.includes(name))
    .map(([name, job]) => [name, mapping(job)] as const);
export const commandsOf = (job: Mapping) => list(job['script']).map(text);

const environmentOf = ({ environment }: Mapping) =>
  typeof environment === 'string' ? environment : text(mapping(environment)['name']);
/** The rules by which a job runs. */
const rulesOf = (job: Mapping) =>
  list(job['rules'])
    .map(mapping)
    .filter(({ when }) => when !== 'never');
const conditionsOf = (job: Mapping) => rulesOf(job).map((rule) => text(rule['if']));
/** Whether a schedule leaves it out, before any rule lets it run. */
const isLeftOutBySchedule = ({ rules }: Mapping) => {
  const { if: condition, when } = mapping(list(rules)[0]);
  return condition === '$CI_PIPELINE_SOURCE == "schedule"' && when === 'never';
};
const applies = (job: Mapping) =>
  environmentOf(job).startsWith('apply/') || commandsOf(job).some((command) => command.includes('apply.sh'));

const REQUEST = '$CI_PIPELINE_SOURCE == "merge_request_event"';
const NO_REQUEST = '$CI_PIPELINE_SOURCE != "merge_request_event"';
const NO_FORK = '$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID';
const ON_MAIN = '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH';
const KEPT: Readonly<Record<string, string>> = {
  check: 'cdktf.out/',
  propose: 'reviews/',
  propose_live: 'reviews/',
  reviewed: 'reviewed/',
  observe: 'snapshots/',
  runbook: 'runbooks/',
};

export const GITLAB_RULES: Readonly<Record<string, Rule>> = {
  'only pipelines of merge requests and of the default branch': ({ workflow }) =>
    conditionsOf(mapping(workflow))
      .filter((condition) => condition !== REQUEST && condition !== ON_MAIN)
      .concat(conditionsOf(mapping(workflow)).length === 0 ? ['every pipeline'] : []),

  'nothing is included that others can change': ({ include }) => (include === undefined ? [] : [text(include)]),

  'what has an environment, and so its variables, runs on no request of a fork': (pipeline) =>
    jobsOf(pipeline)
      .filter(([, job]) => job['environment'] !== undefined)
      .flatMap(([name, job]) => {
        const conditions = conditionsOf(job);
        const open = conditions.filter(
          (condition) =>
            !condition.includes(NO_FORK) && !(condition.includes(ON_MAIN) && /"web"| != "merge/.test(condition)),
        );
        return [...open, ...(conditions.length === 0 ? ['always'] : [])].map((condition) => `${name}: ${condition}`);
      }),

  'what runs for everybody has no environment': (pipeline) =>
    jobsOf(pipeline)
      .filter(([, job]) => commandsOf(job).includes('ci/check.sh') && job['environment'] !== undefined)
      .map(([name]) => name),

  'each token is in an environment of its own': (pipeline) =>
    jobsOf(pipeline)
      .map(([name, job]) => [name, commandsOf(job).join('\n'), environmentOf(job)] as const)
      .filter(
        ([, commands, environment]) =>
          (commands.includes('propose.sh') &&
            environment !== (commands.includes('find-snapshot.mjs') ? 'snapshot' : 'plan/$STACK')) ||
          (commands.includes('observe.sh') && environment !== 'live/$STACK') ||
          (commands.includes('runbook.sh') && environment !== '') ||
          (commands.includes('issue.mjs') && environment !== 'issue') ||
          (commands.includes('apply.sh') && environment !== 'apply/$STACK') ||
          (commands.includes('comment.mjs') && environment !== 'comment') ||
          (commands.includes('find-review.mjs') && environment !== 'review'),
      )
      .map(([name, , environment]) => `${name}: environment "${environment}"`),

  'the protected tokens of reviews, of issues and of live tenants are on the default branch alone': (pipeline) =>
    jobsOf(pipeline)
      .filter(([, job]) => /^(review|issue|live\/)/.test(environmentOf(job)))
      .filter(([, job]) => conditionsOf(job).some((condition) => condition !== `${NO_REQUEST} && ${ON_MAIN}`))
      .map(([name]) => name),

  'no secret stands in the file': (_pipeline, source) =>
    [...source.matchAll(/\b(\w*(?:API_KEY|PASSWORD|CONN_STR|SECRET|TOKEN)\w*)["']?\s*[:=]/g)].map(
      ([, name = '']) => name,
    ),

  'only the default branch applies, when somebody says so, one after the other, to the end': (pipeline) =>
    jobsOf(pipeline)
      .filter(([, job]) => applies(job))
      .filter(([, job]) => {
        const { resource_group: group, interruptible } = job;
        const safe = rulesOf(job).every(
          (rule) =>
            text(rule['if']) === `${NO_REQUEST} && ${ON_MAIN}` &&
            rule['when'] === 'manual' &&
            rule['allow_failure'] === false,
        );
        return (
          !safe ||
          !isLeftOutBySchedule(job) ||
          rulesOf(job).length === 0 ||
          group !== 'apply/$STACK' ||
          interruptible !== false
        );
      })
      .map(([name]) => name),

  'plans are not kept, and what is kept is for developers': (pipeline) =>
    jobsOf(pipeline)
      .filter(([, job]) => job['artifacts'] !== undefined)
      .filter(([name, job]) => {
        const { paths, access, public: open } = mapping(job['artifacts']);
        return text(paths) !== JSON.stringify([KEPT[name]]) || access !== 'developer' || open !== undefined;
      })
      .map(([name, job]) => `${name}: ${text(job['artifacts'])}`),

  'packages run nothing when they are installed': (pipeline) =>
    jobsOf(pipeline).flatMap(([name, job]) =>
      commandsOf(job)
        .filter((command) => /\bnpm (ci|i|install)\b/.test(command) && command !== 'npm ci --ignore-scripts')
        .map((command) => `${name}: ${command}`),
    ),

  'the image has a version': (pipeline) =>
    [mapping(pipeline['default'])['image'], ...jobsOf(pipeline).map(([, { image }]) => image)]
      .filter((image) => image !== undefined)
      .map(text)
      .filter((image) => !/(:[\w.-]+|@sha256:[0-9a-f]{64})$/.test(image) || image.endsWith(':latest')),

  'every job ends': (pipeline) =>
    mapping(pipeline['default'])['timeout'] === undefined ? ['there is no timeout'] : [],
};
