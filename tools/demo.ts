/**
 * `npm run demo` blocks WhatsApp Desktop on a local tenant with the real terraform, shows that it is blocked, and
 * undoes it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { accessTo, CLI_CONFIG_FILE, mustRunTerraform } from './terraform/terraform';
import { readTenant } from './terraform/tenant-reader';
import type { SteeringException } from '../tenant/contract';
import { startTenant } from '../tenant/emulator';
import { decideOn, reviewOf, showDecisions, showTenant } from './demo/show';
import { paletteOfStdout } from '../cli/show';

const color = paletteOfStdout();

const ROOT = resolve(__dirname, '..');
const run = promisify(execFile);

/** What a terminal shows, one after the other, while a step runs. */
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

async function demo(): Promise<void> {
  // A user without terraform must learn so before anything is built.
  await mustRunTerraform(['version'], { cwd: ROOT });
  const work = await mkdtemp(join(tmpdir(), 'steering-demo-'));
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  let stopTenant: (() => Promise<void>) | undefined;
  try {
    await step('Build the provider and its mirror', () => node(['tools/build.ts']));
    const tenant = await step('Start a local tenant that steers web traffic', () =>
      startTenant({ trafficMode: 'web' }),
    );
    stopTenant = () => tenant.close();
    const address = { serverUrl: tenant.serverUrl, apiKey: tenant.token };
    const before = await readTenant(address);

    await step('Synthesize main.ts', () => node(['main.ts'], { CDKTF_OUTDIR: join(work, 'cdktf.out') }));
    const stack = join(work, 'cdktf.out', 'stacks', 'tenant');
    const terraform = terraformIn(stack, interrupted.signal, accessTo(address));
    await step('terraform init', () => terraform('init'));
    const plan = await step('terraform plan', () => terraform('plan', '-out=tfplan'));
    quote(plan, /^ {2}# |^Plan: /);
    const planJson = await terraform('show', '-json', 'tfplan');
    const applied = await step('terraform apply', () => terraform('apply', 'tfplan'));
    quote(applied, /^Apply complete/);

    const after = await step('Read the tenant back with a second client', () => readTenant(address));
    console.log(`\n${showTenant(after)}\n`);
    if (!after.exceptions.some(isWhatsAppBlocked)) throw new Error('the tenant does not block WhatsApp');

    const second = await step('terraform plan, again', () => terraform('plan'));
    quote(second, /^No changes/);
    if (!/^No changes/m.test(second)) throw new Error(`the second plan is not empty:\n${second}`);

    const destroyed = await step('terraform destroy', () => terraform('destroy', '-auto-approve'));
    quote(destroyed, /^Destroy complete/);
    const left = await step('Read the tenant again', () => readTenant(address));
    console.log(`\n${showTenant(left)}\n`);
    if (!isDeepStrictEqual(left, before)) throw new Error('the tenant is not as it was before');
    const decisions = decideOn({ before, after });
    console.log(`${showDecisions(decisions)}\n`);
    if (!decisions.every(({ after: { outcome } }) => outcome === 'block')) throw new Error('WhatsApp is not blocked');
    console.log(`${reviewOf(planJson, stack)}\n`);
    console.log(color.green('WhatsApp Desktop was blocked, proved to be, and the tenant is as it was before.'));
    console.log(
      color.dim(
        'The tenant was local: no public API of the vendor writes these objects. README.md says what is assumed.',
      ),
    );
  } finally {
    await stopTenant?.();
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Runs a step and prints its title with a mark for success or failure. A terminal shows a line that moves meanwhile. An
 * error of the step is thrown again.
 */
async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const stop = process.stdout.isTTY ? spin(title) : () => undefined;
  const finish = (mark: string) => {
    stop();
    console.log(`${mark} ${title} ${color.dim(`${((performance.now() - begun) / 1000).toFixed(1)} s`)}`);
  };
  try {
    const result = await run();
    finish(color.green('✓'));
    return result;
  } catch (cause) {
    finish(color.red('✗'));
    throw cause;
  }
}

function spin(title: string): () => void {
  let frame = 0;
  const timer = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    process.stdout.write(`\r${color.cyan(FRAMES[frame] ?? '')} ${title}`);
  }, 80);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\u001b[K');
  };
}

function isWhatsAppBlocked({ certificate_pinned_app: app }: SteeringException): boolean {
  return app?.app_name === 'WhatsApp' && app.windows?.action === 'block';
}

async function node(args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', ...env },
  });
}

function terraformIn(cwd: string, signal: AbortSignal, env: NodeJS.ProcessEnv) {
  return async (...args: string[]): Promise<string> => {
    signal.throwIfAborted();
    return mustRunTerraform(args, { cwd, cliConfigFile: CLI_CONFIG_FILE, env });
  };
}

/** Prints those lines of terraform's own output that tell what happened. */
function quote(output: string, wanted: RegExp): void {
  for (const line of output.split('\n').filter((text) => wanted.test(text)))
    console.log(color.dim(`  │ ${line.trim()}`));
}

demo().catch((cause: unknown) => {
  console.error(color.red(cause instanceof Error ? cause.message : String(cause)));
  process.exitCode = 1;
});
