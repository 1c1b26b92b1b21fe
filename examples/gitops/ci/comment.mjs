// comment.mjs github|gitlab: the reviews of all stacks as one comment on the request, written once and then updated in place.
import { existsSync, readFileSync } from 'node:fs';
import { github, gitlab, run, stacks, variable } from './forge.mjs';

/** The first line of the comment, by which it is found again; nobody sees it. */
const MARKER = '<!-- netskope-steering: review -->';
/** On GitLab, of a Reporter: a request can take it. */
const TOKEN = 'GITLAB_COMMENT_TOKEN';
/** GitHub takes 65,536 characters; no text has more characters than bytes. */
const MOST_BYTES = 65_000;

const sizeOf = (text) => Buffer.byteLength(text);

/** A review begins with its title and its first screen; what follows is folded. */
const withTitle = ({ name, text }) => (text.startsWith('### ') ? text : `### ${name}\n\n${text}`);
const TOO_LONG = '**Too long for a comment**: read the HTML of this stack.';
const withoutDetails = (text) => {
  const end = text.indexOf('\n<details>');
  return end < 0
    ? TOO_LONG
    : `${text.slice(0, end).trim()}\n\n**The details are too long for a comment**: read the HTML of this stack.`;
};

/** Reviews as they are, the longest without its details until the rest fits. What is left out is said. */
function compose(names, page) {
  const sections = names.map((name) => {
    const file = `reviews/${name}.md`;
    const review = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    const missing = '**No review**: the job of this stack failed before it. Its log says why.';
    return { name, text: review === '' ? missing : review };
  });
  const whole = () => [
    MARKER,
    '## Netskope steering: what this change does',
    ...sections.map(withTitle),
    `The same as pages: artifacts of [this run](${page}).`,
  ];
  const body = () => `${whole().join('\n\n')}\n`;
  for (const shorten of [withoutDetails, () => TOO_LONG]) {
    for (const section of [...sections].sort((a, b) => sizeOf(b.text) - sizeOf(a.text))) {
      if (sizeOf(body()) <= MOST_BYTES) break;
      section.text = shorten(section.text);
    }
  }
  if (sizeOf(body()) <= MOST_BYTES) return body();
  return `${MARKER}\n\n${names.length} stacks are too many for a comment: read [the run](${page}).\n`;
}

const isOurs = (author) => (comment) => author(comment) && String(comment.body).startsWith(MARKER);

run({
  async github() {
    const api = github();
    const page = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`;
    const body = compose(stacks(), page);
    const comments = `/issues/${variable('PULL_REQUEST')}/comments`;
    // People may write the marker too; only a bot's comment is ours to change.
    const old = (await api.all(comments)).find(isOurs(({ user }) => user?.type === 'Bot'));
    if (old === undefined) await api.json('POST', comments, { body });
    else await api.json('PATCH', `/issues/comments/${old.id}`, { body });
  },
  async gitlab() {
    const api = gitlab(TOKEN);
    const body = compose(stacks(), variable('CI_PIPELINE_URL'));
    const notes = `/merge_requests/${variable('CI_MERGE_REQUEST_IID')}/notes`;
    const me = await gitlab(TOKEN, '/user').json('GET', '');
    const old = (await api.all(notes)).find(isOurs(({ author }) => author?.id === me.id));
    if (old === undefined) await api.json('POST', notes, { body });
    else await api.json('PUT', `${notes}/${old.id}`, { body });
  },
});
