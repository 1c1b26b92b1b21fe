/** Patterns that a tenant takes and of which no decision can be proved: a plan warns of each while it is new. */
import { path, warning, type Diagnostic } from '../../../plugin-sdk';
import { remarkOnProcessPattern } from '../../../../steering/process-name';
import { PLATFORMS } from '../../platforms';
import { valueAt } from '../../without-effect';

export function warnOfUnjudged(plan: object, prior: object | null): Diagnostic[] {
  return PLATFORMS.flatMap(({ name }) => {
    const stored = new Set(patternsOf(prior, name));
    return patternsOf(plan, name).flatMap((value): Diagnostic[] => {
      const remark = stored.has(value) ? undefined : remarkOnProcessPattern(value);
      return remark === undefined ? [] : [warning(remark.summary, remark.detail, path(name, 'processes'))];
    });
  });
}

/** As far as they are known. */
function patternsOf(app: object | null, platform: string): string[] {
  const processes = valueAt(app, [platform, 'processes']);
  if (valueAt(app, [platform, 'match']) !== 'regex' || !Array.isArray(processes)) return [];
  return processes.filter((one) => typeof one === 'string');
}
