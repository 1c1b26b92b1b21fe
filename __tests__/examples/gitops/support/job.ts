/** A job of a pipeline: a folder with the scripts and with what other jobs have left, and the variables that the forge sets. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GITOPS } from './pipelines';

export class Job {
  readonly folder = mkdtempSync(join(tmpdir(), 'job-'));

  constructor(stacks: readonly string[]) {
    cpSync(join(GITOPS, 'ci'), join(this.folder, 'ci'), { recursive: true });
    this.write(
      'cdktf.out/manifest.json',
      JSON.stringify({ stacks: Object.fromEntries(stacks.map((name) => [name, {}])) }),
    );
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  read(path: string): string | undefined {
    return existsSync(join(this.folder, path)) ? readFileSync(join(this.folder, path), 'utf8') : undefined;
  }

  async run(script: string, args: string | readonly string[], env: Readonly<Record<string, string>>) {
    const child = spawn(process.execPath, [`ci/${script}`, ...[args].flat()], {
      cwd: this.folder,
      // Nothing of the machine's own: a pipeline may be what runs this test.
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, output };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What each forge sets in its jobs, as far as the scripts ask. */
export function variables(forge: 'github' | 'gitlab', url: string): Record<string, string> {
  return forge === 'github'
    ? {
        GITHUB_API_URL: url,
        GITHUB_SERVER_URL: 'https://github.example',
        GITHUB_REPOSITORY: 'acme/steering',
        GITHUB_RUN_ID: '77',
        GITHUB_TOKEN: 'the-token',
        GITHUB_SHA: 'c0ffee1',
        PULL_REQUEST: '5',
      }
    : {
        CI_API_V4_URL: url,
        CI_PROJECT_ID: '3',
        CI_PIPELINE_URL: 'https://gitlab.example/pipelines/77',
        CI_MERGE_REQUEST_IID: '5',
        GITLAB_COMMENT_TOKEN: 'the-token',
        GITLAB_REVIEW_TOKEN: 'the-token',
        GITLAB_ISSUE_TOKEN: 'the-token',
        GITLAB_SNAPSHOT_TOKEN: 'the-token',
        CI_DEFAULT_BRANCH: 'main',
        CI_COMMIT_SHA: 'c0ffee1',
      };
}
