/** Patterns that a tenant takes and of which no decision can be proved: a plan warns of those that are new. */
import { path, warning, type Diagnostic } from '../../../plugin-sdk';
import { remarkOnProcessPatterns } from '../../../../steering/domain/processes';
import { PLATFORMS } from '../../platforms';
import { valueAt } from '../../without-effect';

/** One warning for each attribute: Terraform shows but the first of several with the same summary. */
export function warnOfUnjudged(plan: object, prior: object | null): Diagnostic[] {
  return PLATFORMS.flatMap(({ name }): Diagnostic[] => {
    const stored = new Set(patternsOf(prior, name));
    const remark = remarkOnProcessPatterns(patternsOf(plan, name).filter((pattern) => !stored.has(pattern)));
    return remark === undefined ? [] : [warning(remark.summary, remark.detail, path(name, 'processes'))];
  });
}

/** As far as they are known. */
function patternsOf(app: object | null, platform: string): string[] {
  const processes = valueAt(app, [platform, 'processes']);
  if (valueAt(app, [platform, 'match']) !== 'regex' || !Array.isArray(processes)) return [];
  return processes.filter((one) => typeof one === 'string');
}
