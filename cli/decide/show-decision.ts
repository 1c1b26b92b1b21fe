/** How is a decision shown to people, and to programs? */
import { narrate, unsaidIn, type Decision, type Flow } from '../../steering';
import { outcomeColor, type Palette } from '../show';
import { SAYING } from './flow-options';

export function showDecision(decision: Decision, flow: Flow, color: Palette): string {
  const lines = narrate(decision, flow).map(({ text, depth, kind, outcome }) => {
    const paint = outcome === undefined ? String : outcomeColor(color, outcome);
    const shown = kind === 'answer' ? color.bold(paint(text)) : kind === 'choice' ? paint(text) : text;
    return '  '.repeat(depth) + (kind === 'assumption' || kind === 'heading' ? color.dim(shown) : shown);
  });
  const unsaid = unsaidIn(decision).map((one) => SAYING[one]);
  const advice = decision.outcome === 'unknown' && unsaid.length > 0 ? [`To know more, add ${unsaid.join(', ')}.`] : [];
  return [...lines, ...advice.map((text) => `  ${color.bold(text)}`)].join('\n');
}

/** Makes the form that `--json` prints: words as in the provider's attributes, `null` where there is nothing. */
export function decisionJson(decision: Decision, flow: Flow) {
  const { outcome, via = null, possible, assumptions, scenarios } = decision;
  return {
    outcome,
    via,
    possible,
    flow: flowJson(flow),
    unsaid: unsaidIn(decision).map(snakeCase),
    scenarios: scenarios.map(({ configuration, place, mode, ...one }) => ({
      configuration: configuration.name ?? configuration.key,
      place,
      traffic_mode: mode,
      outcome: one.outcome,
      via: one.via ?? null,
      possible: one.possible,
    })),
    assumptions,
    trace: narrate(decision, flow).map(({ text, depth }) => '  '.repeat(depth) + text),
  };
}

function flowJson(flow: Flow): Record<string, unknown> {
  return Object.fromEntries(Object.entries(flow).map(([name, value]) => [snakeCase(name), value as unknown]));
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
