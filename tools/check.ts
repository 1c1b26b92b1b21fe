// `npm run check [-- --only STEP]...`: every check of the tree, as many at once as there are cores.
import { availableParallelism } from 'node:os';
import pc from 'picocolors';
import { STEPS, type Step } from './check/steps';

// Nothing of the rooms is used here: they are what is checked.
const colors = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true);

async function runStep(step: Step, root: string): Promise<boolean> {
  const start = performance.now();
  const { ok, output } = await step.run(root);
  const seconds = colors.dim(`${((performance.now() - start) / 1000).toFixed(1)} s`);
  const mark = ok ? colors.green('✔') : colors.red('✘');
  process.stdout.write(`${mark} ${step.name.padEnd(10)} ${seconds}\n${ok ? '' : `${output}\n\n`}`);
  return ok;
}

async function runAll(steps: readonly Step[], root: string): Promise<boolean> {
  const waiting = [...steps];
  let passed = true;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await runStep(step, root))) passed = false;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return passed;
}

function selectSteps(args: readonly string[]): readonly Step[] {
  const names = args.filter((_, index) => args[index - 1] === '--only');
  const unknown = args.filter((arg) => arg !== '--only' && !names.includes(arg));
  const missing = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0 || missing.length > 0 || args.at(-1) === '--only') {
    const known = STEPS.map((step) => step.name).join(', ');
    throw new Error(
      `cannot check "${[...unknown, ...missing].join(' ')}": the usage is --only STEP, a step of ${known}`,
    );
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name));
}

async function main(): Promise<void> {
  const passed = await runAll(selectSteps(process.argv.slice(2)), process.cwd());
  if (!passed) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
