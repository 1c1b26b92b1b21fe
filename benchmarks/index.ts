/**
 * `npm run bench` answers: are the goals of speed met? The figures are ratios within one run. The exit code is 1 where
 * a goal is missed.
 */
import { paletteOfStdout } from '../cli/show';
import { benchDecide } from './decide';
import { benchExecutable } from './executable';
import { benchHandshake } from './handshake';
import { benchMinimalProvider } from './minimal-provider';
import { benchNoOpPlans } from './no-op-plan';
import { isMet, report } from './report';
import { benchReview } from './review';
import { benchSynth } from './synth';
import { benchTenant } from './tenant';

const color = paletteOfStdout();

async function bench(): Promise<void> {
  const progress = (what: string) => console.error(color.dim(`measuring ${what} ...`));
  progress('spawn to handshake');
  const measurements = [
    ...(await benchHandshake()),
    ...(await benchNoOpPlans(progress)),
    ...(await benchTenant(progress)),
  ];
  progress('the executable of a release');
  measurements.push(...(await benchExecutable()));
  measurements.push(...(await benchDecide(progress)));
  progress('the minimal provider');
  const minimal = await benchMinimalProvider();
  progress('synth');
  measurements.push(...minimal.measurements, ...(await benchSynth()));
  progress('review');
  measurements.push(...(await benchReview()));
  console.log(`${report(measurements)}\n\n${minimal.note}`);
  if (!measurements.every(isMet)) process.exitCode = 1;
}

bench().catch((cause: unknown) => {
  console.error(color.red(cause instanceof Error ? cause.message : String(cause)));
  process.exitCode = 1;
});
