/** What decisions rest on, by id, beneath a table of them. */
import { ASSUMPTIONS, type AssumptionId } from '../../steering';
import type { Palette } from '../palette';

export function assumptionLines(ids: readonly AssumptionId[], color: Palette): string[] {
  const of = (use: 'stands' | 'open', title: string) => {
    const some = ids.filter((id) => ASSUMPTIONS[id].use === use);
    return some.length === 0 ? [] : [color.dim(`  ${title}: ${some.join(', ')}`)];
  };
  const lines = [...of('stands', 'It rests on'), ...of('open', 'Open, because nobody published it')];
  return lines.length === 0 ? [] : ['', ...lines];
}
