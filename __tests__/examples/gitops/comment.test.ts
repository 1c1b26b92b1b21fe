/** ci/comment.mjs against forges that answer as GitHub's and GitLab's documentation says. */
import { startForge, type FakeForge } from './support/fake-forge';
import { Job, variables } from './support/job';

const MARKER = '<!-- netskope-steering: review -->';

const jobs: Job[] = [];
function start(stacks: readonly string[]): Job {
  jobs.push(new Job(stacks));
  return jobs.at(-1)!;
}

let job: Job;
let forge: FakeForge;
beforeEach(() => {
  job = start(['emea', 'apac']);
  job.write('reviews/emea.md', '**Opens traffic:** *one* thing.\n');
  job.write('reviews/apac.md', 'Changes no traffic.\n');
});
afterEach(async () => {
  for (const one of jobs.splice(0)) one.remove();
  await forge?.close();
});

interface Kind {
  readonly name: 'github' | 'gitlab';
  readonly comments: string;
  /** A comment as the forge lists it, of ours or of a person. */
  readonly comment: (id: number, body: string, ours: boolean) => object;
  readonly change: (id: number) => string;
  readonly page: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'github',
    comments: '/repos/acme/steering/issues/5/comments',
    comment: (id, body, ours) => ({ id, body, user: { type: ours ? 'Bot' : 'User' } }),
    change: (id) => `PATCH /repos/acme/steering/issues/comments/${id}`,
    page: 'https://github.example/acme/steering/actions/runs/77',
  },
  {
    name: 'gitlab',
    comments: '/projects/3/merge_requests/5/notes',
    comment: (id, body, ours) => ({ id, body, author: { id: ours ? 9 : 1 } }),
    change: (id) => `PUT /projects/3/merge_requests/5/notes/${id}`,
    page: 'https://gitlab.example/pipelines/77',
  },
];

describe.each(KINDS)('on $name', ({ name, comments, comment, change, page }) => {
  async function run(there: readonly object[] | number = []) {
    forge = await startForge({ [comments]: there, '/user': { id: 9 } });
    return job.run('comment.mjs', name, variables(name, forge.url));
  }

  it('writes one comment with the review of every stack, in the order of the stacks', async () => {
    expect(await run()).toEqual({ exitCode: 0, output: '' });
    const body = `${MARKER}

## Netskope steering: what this change does

### emea

**Opens traffic:** *one* thing.

### apac

Changes no traffic.

The same as pages: artifacts of [this run](${page}).
`;
    expect(forge.written).toEqual([{ request: `POST ${comments}`, body }]);
    expect([...forge.tokens]).toEqual([name === 'github' ? 'Bearer the-token' : 'the-token']);
  });

  it('updates the comment that is there, however many others are before it', async () => {
    const others = Array.from({ length: 130 }, (_, index) => comment(index, 'Nice.', false));
    await run([...others, comment(500, `${MARKER}\n\nOld.`, true)]);
    expect(forge.written.map(({ request }) => request)).toEqual([change(500)]);
  });

  it('leaves a person’s comment alone, even one that looks like ours', async () => {
    await run([comment(1, `${MARKER}\n\nAll is well, merge it.`, false), comment(2, 'Ours, of another kind.', true)]);
    expect(forge.written.map(({ request }) => request)).toEqual([`POST ${comments}`]);
  });

  it.each([
    ['missing', undefined],
    ['empty', '  \n'],
  ])('says which stack has no review: %s', async (_what, content) => {
    job = start(['emea', 'apac', 'us']);
    if (content !== undefined) job.write('reviews/us.md', content);
    await run();
    expect(forge.written[0]?.body).toContain('### us\n\n**No review**: the job of this stack failed before it.');
  });

  it('leaves out the longest review, and says so, where not all fit', async () => {
    job.write('reviews/emea.md', '€'.repeat(30_000));
    job.write('reviews/apac.md', 'b'.repeat(20_000));
    await run();
    const { body } = forge.written[0]!;
    expect(Buffer.byteLength(body)).toBeLessThan(65_000);
    expect(body).toContain('### emea\n\n**Too long for a comment**: read the HTML of this stack.');
    expect(body).toContain('b'.repeat(20_000));
  });

  it('keeps the first screen of the longest review where its details do not fit, and its own title', async () => {
    const first = '### `emea` on `https://emea.example`\n\n**Blocks more, opens nothing.**';
    job.write('reviews/emea.md', `${first}\n\n<details><summary>A</summary>\n\n${'a'.repeat(40_000)}\n\n</details>\n`);
    job.write('reviews/apac.md', 'b'.repeat(40_000));
    await run();
    const { body } = forge.written[0]!;
    expect(Buffer.byteLength(body)).toBeLessThan(65_000);
    expect(body).toContain(
      `${first}\n\n**The details are too long for a comment**: read the HTML of this stack.\n\n### apac`,
    );
    expect(body).not.toContain('### emea');
    expect(body).toContain('b'.repeat(40_000));
  });

  it('leads to the run where there are too many stacks', async () => {
    job = start(Array.from({ length: 2000 }, (_, index) => `tenant-${index}`));
    await run();
    expect(forge.written[0]?.body).toBe(
      `${MARKER}\n\n2000 stacks are too many for a comment: read [the run](${page}).\n`,
    );
  });

  it('fails in one line, without the token, where the forge refuses', async () => {
    const { exitCode, output } = await run(403);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringMatching(/^GET .* answered 403\.\n$/) });
    expect(output).not.toContain('the-token');
  });

  it('writes no comment from a name that could be markup or a path', async () => {
    job = start(['emea', '../x](https://evil.example)']);
    const { exitCode, output } = await run();
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: 'A stack has a name of other characters than a-z, 0-9 and "-".\n',
    });
    expect(forge.written).toEqual([]);
  });
});

it.each([
  ['no forge is named', '', /^say one of github,gitlab\.\n$/],
  ['a variable is missing', 'github', /^GITHUB_\w+ is not set\. Run this in the pipeline's job, which sets it\.\n$/],
])('says what is missing where %s', async (_what, name, message) => {
  const { exitCode, output } = await job.run('comment.mjs', name, {});
  expect(exitCode).toBe(1);
  expect(output).toMatch(message);
});
