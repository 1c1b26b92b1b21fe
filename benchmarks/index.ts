/** `npm run bench`: the figures that quality is judged by, as ratios taken in one run. Exits 1 where a goal is missed. */
import color from 'picocolors';
import { benchDecide } from './decide';
import { benchHandshake } from './handshake';
import { benchNoOpPlans } from './no-op-plan';
import { isMet, report } from './report';
import { benchSynth } from './synth';
import { benchTenant } from './tenant';

async function bench(): Promise<void> {
  const progress = (what: string) => console.error(color.dim(`measuring ${what} ...`));
  progress('spawn to handshake');
  const findings = [...(await benchHandshake()), ...(await benchNoOpPlans(progress)), ...(await benchTenant(progress))];
  findings.push(...(await benchDecide(progress)));
  progress('synth');
  findings.push(...(await benchSynth()));
  console.log(report(findings));
  if (!findings.every(isMet)) process.exitCode = 1;
}

bench().catch((cause: unknown) => {
  console.error(color.red(cause instanceof Error ? cause.message : String(cause)));
  process.exitCode = 1;
});
