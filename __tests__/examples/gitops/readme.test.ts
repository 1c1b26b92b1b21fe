/** What the README of examples/gitops says is what is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTenants, type TenantStateBackend } from '../../../constructs';
import { readApprovals } from '../../../review/approvals';
import { GITHUB, GITLAB, GITOPS, read } from './support/pipelines';

const README = read('README.md');

it('every line of state that it shows is one that is taken, and each kind of server is shown', () => {
  const lines = [...README.matchAll(/`("state": \{.*?\})`/g)].map(([, line = '']) => line);
  const block = '[{ "app": "WhatsApp", "platforms": ["windows"] }]';
  const states = lines.map((line) => {
    const file = `{ ${line.replace('…', 'states.example')}, "tenants": [{ "name": "emea", "block": ${block} }] }`;
    return parseTenants(file)[0]?.state.type;
  });
  const servers: Record<Exclude<TenantStateBackend['type'], 'local'>, true> = {
    pg: true,
    s3: true,
    http: true,
    cloud: true,
  };
  expect(states).toEqual(Object.keys(servers));
});

it('shows the comment as it is', () => {
  const golden = readFileSync(join(__dirname, '../../review/goldens/one-app.markdown.txt'), 'utf8');
  const [, ...lines] = (golden.split('\n<details>')[0] ?? '').trim().split('\n');
  const quoted = README.split('\n').flatMap((line) => (line.startsWith('>') ? [line.replace(/^> ?/, '')] : []));
  const plainly = (text: string) => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '-');
  expect(plainly(quoted.slice(1).join('\n'))).toBe(plainly(lines.join('\n')));
});

it('names every secret and setting that a pipeline asks for', () => {
  const names = [read(GITHUB), read(GITLAB)].flatMap((text) => [
    ...[...text.matchAll(/(?:secrets|vars)\.([A-Z0-9_]+)/g)].map(([, name = '']) => name),
    ...[
      ...text.matchAll(
        /\b(GITLAB_COMMENT_TOKEN|GITLAB_REVIEW_TOKEN|GITLAB_ISSUE_TOKEN|GITLAB_SNAPSHOT_TOKEN|FAIL_ON)\b/g,
      ),
    ].map(([, name = '']) => name),
  ]);
  expect([...new Set(names)].filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['NETSKOPE_API_KEY', 'NETSKOPE_REST_V1_TOKEN', 'GITLAB_ISSUE_TOKEN']));
});

it('names every script that a job runs, and leads only to files that whoever copies the folder has', () => {
  const scripts = readdirSync(join(GITOPS, 'ci')).filter((name) =>
    [GITHUB, GITLAB].some((path) => read(path).includes(`ci/${name}`)),
  );
  expect(scripts.filter((name) => name !== 'stacks.sh' && !README.includes(name))).toEqual([]);
  const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(links.filter((target) => target.startsWith('..') || !existsSync(join(GITOPS, target)))).toEqual([]);
});

it('names guides that are there', () => {
  const guides = [...README.matchAll(/\bguide `([^`]+)`/g)].map(([, name = '']) => name);
  expect(guides.length).toBeGreaterThan(1);
  expect(guides.filter((name) => !existsSync(join(GITOPS, '../../docs/guides', name)))).toEqual([]);
});

it('names as owned every file that decides what is done, and the places of pipelines', () => {
  const owned = /\n### Who owns what\n([^]*?)\n## /.exec(README)?.[1] ?? '';
  const there = readdirSync(GITOPS).filter((name) => !['README.md', '.gitignore', '.github'].includes(name));
  const deciding = [...there, '.github/', '.npmrc', 'package-lock.json', 'vendor/', 'approvals/', 'CODEOWNERS'];
  expect(deciding.filter((name) => !owned.includes(`\`${name.replace(/\/$/, '')}`))).toEqual([]);
  expect(there).toEqual(expect.arrayContaining(['main.ts', 'cdktf.json', 'package.json', 'tenants.json', 'ci']));
});

it('says what no token of the example may do', () => {
  for (const said of ['GitHub Actions to create and approve pull requests', 'No one allowed', 'role Reporter'])
    expect(README).toContain(said);
});

it('shows an approval as it is taken', () => {
  const [, shown = ''] = /```json\n([^]*?)```/.exec(README) ?? [];
  const text = shown.replace('the id that the review shows', '0'.repeat(32));
  const here = { stack: 'emea', tenant: 'https://emea.goskope.com/api/v2' };
  expect(readApprovals(text, '2027-01-01', here)).toHaveLength(1);
});
