// issue.mjs github|gitlab: one issue for each live tenant, while there is something to do on it: the runbook and the difference. It
// is opened once, then updated in place with what is checked in it, and closed when nothing is left.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { github, gitlab, run, variable } from './forge.mjs';

/** Of a Reporter: it writes issues, and knows no tenant. */
const TOKEN = 'GITLAB_ISSUE_TOKEN';
/** GitHub takes 65,536 characters; no text has more characters than bytes. */
const MOST_BYTES = 65_000;
const sizeOf = (text) => Buffer.byteLength(text);

const markerOf = (stack) => `<!-- netskope-steering: live ${stack} -->`;
const isOurs = (text, stack) => String(text ?? '').startsWith(markerOf(stack));

/** The tenants of which runbook.sh has written all. */
function tenants() {
  const files = existsSync('runbooks') ? readdirSync('runbooks') : [];
  const names = files.flatMap((file) => /^([a-z][a-z0-9-]*)\.diff\.json$/.exec(file)?.[1] ?? []);
  return names.sort().map((stack) => {
    const read = (ending) => readFileSync(`runbooks/${stack}.${ending}`, 'utf8');
    const { result } = JSON.parse(read('diff.json'));
    const { steps } = JSON.parse(read('json'));
    const isDone = result === 'as_wanted' && steps.length === 0;
    return { stack, result, steps, isDone, runbook: read('md').trim(), difference: read('diff.md').trim() };
  });
}

/** What is checked in the old text is checked in the new one, as long as it is the same item under any number. */
function keepChecks(text, old) {
  const keyOf = (line) => line.replace(/^- \[[ x]\] (\*\*\d+\.\*\* )?/, '');
  const checked = new Set(
    old
      .split('\n')
      .filter((line) => line.startsWith('- [x] '))
      .map(keyOf),
  );
  return text
    .split('\n')
    .map((line) => (line.startsWith('- [ ] ') && checked.has(keyOf(line)) ? line.replace('- [ ] ', '- [x] ') : line))
    .join('\n');
}

function compose({ stack, result, steps, runbook, difference }, commit, page) {
  const todo =
    result === 'differs'
      ? 'The tenant is not as the code wants it. Either somebody does these steps on the console, or, where the tenant is right, somebody changes the code by a request.'
      : 'The tenant is as the code wants it, as far as it is observed; REST v1 does not show what these steps are about.';
  const record =
    steps.length === 0
      ? []
      : [
          `**When all steps are done**, write it down, by a request: \`ci/done.sh ${stack} ${commit}\`. What REST v1 does not show counts as done from then on. This issue closes by itself when nothing is left; when somebody else closes it before, the next run opens another one.`,
        ];
  const about = [
    markerOf(stack),
    todo,
    `From commit ${commit}, observed by [this run](${page}). Its artifacts have the runbook as a page to work with, \`${stack}.html\`: with copy buttons, and printable.`,
    ...record,
  ];
  const folded = `<details><summary>The difference, as far as it is observed</summary>\n\n${difference}\n\n</details>`;
  const tooLong = '**The runbook is too long for an issue**: work with the page.';
  const texts = [
    [...about, runbook, folded],
    [...about, runbook],
    [...about, tooLong],
  ];
  return texts.map((parts) => `${parts.join('\n\n')}\n`).find((text) => sizeOf(text) <= MOST_BYTES);
}

const titleOf = (stack) => `Netskope steering: ${stack} is not as the code wants it`;
const asWanted = (page) => `The tenant is as the code wants it, as far as it is observed: [this run](${page}).`;

/** Brings the issues of a forge to where they belong. `forge` lists our open issues, writes, and closes with a comment. */
async function bring({ open, create, update, close }, commit, page) {
  for (const tenant of tenants()) {
    const old = (await open()).find(({ text }) => isOurs(text, tenant.stack));
    if (tenant.isDone) {
      if (old !== undefined) await close(old, asWanted(page));
      console.log(`${tenant.stack}: nothing is to be done.`);
      continue;
    }
    const text = compose(tenant, commit, page);
    if (old === undefined) await create(titleOf(tenant.stack), text);
    else await update(old, keepChecks(text, old.text));
    console.log(`${tenant.stack}: the issue says what is to be done.`);
  }
}

run({
  github() {
    const api = github();
    const page = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`;
    const forge = {
      // People may write the marker too; only a bot's issue is ours to change.
      open: async () =>
        (await api.all('/issues?state=open'))
          .filter(({ user, pull_request }) => user?.type === 'Bot' && pull_request === undefined)
          .map(({ number, body }) => ({ id: number, text: body })),
      create: (title, body) => api.json('POST', '/issues', { title, body }),
      update: ({ id }, body) => api.json('PATCH', `/issues/${id}`, { body }),
      async close({ id }, body) {
        await api.json('POST', `/issues/${id}/comments`, { body });
        await api.json('PATCH', `/issues/${id}`, { state: 'closed', state_reason: 'completed' });
      },
    };
    return bring(forge, variable('GITHUB_SHA'), page);
  },
  async gitlab() {
    const api = gitlab(TOKEN);
    const me = await gitlab(TOKEN, '/user').json('GET', '');
    const forge = {
      open: async () =>
        (await api.all('/issues?state=opened'))
          .filter(({ author }) => author?.id === me.id)
          .map(({ iid, description }) => ({ id: iid, text: description })),
      // Confidential: it names what a tenant lets past.
      create: (title, description) => api.json('POST', '/issues', { title, description, confidential: true }),
      update: ({ id }, description) => api.json('PUT', `/issues/${id}`, { description }),
      async close({ id }, body) {
        await api.json('POST', `/issues/${id}/notes`, { body });
        await api.json('PUT', `/issues/${id}`, { state_event: 'close' });
      },
    };
    return bring(forge, variable('CI_COMMIT_SHA'), variable('CI_PIPELINE_URL'));
  },
});
