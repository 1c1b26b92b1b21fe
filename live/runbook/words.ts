/** This file has what every format of a runbook says alike: sentences, and the order in which steps are shown. */
import { inert } from '../../steering';
import type { ScreenField, Runbook, RunbookStep, Screen, Verification } from './runbook';

/** What a person does with the value of a field. To type or to paste it goes without saying. */
export const HOW: Readonly<Record<ScreenField['how'], string>> = {
  paste: '',
  choose: 'choose',
  tick: 'tick the check box',
  untick: 'clear the check box',
  import: 'import as a CSV file',
};

export const WHERE: Readonly<Record<Verification['where'], string>> = {
  console: 'On the console',
  endpoint: 'On an endpoint',
};

export const NOTHING_TO_DO =
  'Nothing to do: as far as the tenant could be observed, it is as the code says. There is no step.';
export const SAFE =
  'The order is safe: after each step, nothing is open except what is open now or will be open at the end.';
export const NOT_SAFE = 'Not every moment is safe. While you work, this is open:';
export const ALREADY = 'If it is so already, check the box and go on.';

/** Some steps, one after the other, on one screen. */
export interface StepsOfScreen {
  readonly screen: Screen;
  readonly steps: readonly RunbookStep[];
}

/** Begins a new group whenever the screen changes, so that the order of the steps stays. */
export function groupByScreen(steps: readonly RunbookStep[]): StepsOfScreen[] {
  const groups: { screen: Screen; steps: RunbookStep[] }[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.screen === step.screen) last.steps.push(step);
    else groups.push({ screen: step.screen, steps: [step] });
  }
  return groups;
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Says how much there is to do, such as `4 steps on 3 screens`. */
export function describeSize({ steps }: Runbook): string {
  const screens = new Set(steps.map(({ screen }) => screen)).size;
  return steps.length === 0 ? 'No steps' : `${counted(steps.length, 'step')} on ${counted(screens, 'screen')}`;
}

/** Writes a moment for people: `2026-11-24 10:00 UTC`. What is no moment is shown as it is. */
export function describeMoment(iso: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/.exec(iso) ?? [];
  return day === undefined ? inert(iso) : `${day} ${time} UTC`;
}

/** Names steps by their numbers: `step 2`, `steps 1 to 4 and 7`. Ids that no step has are left out. */
export function describeSteps(ids: readonly string[], { steps }: Runbook): string {
  const wanted = new Set(ids);
  return describeNumbers(steps.filter(({ id }) => wanted.has(id)).map(({ number }) => number));
}

export function describeNumbers(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && number <= run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  const texts = runs.flatMap(([first, last]) => {
    if (first === last) return [`${first}`];
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first} to ${last}`];
  });
  const end = texts.pop();
  if (end === undefined) return '';
  const several = texts.length > 0 || end.includes(' ');
  return `${several ? 'steps' : 'step'} ${[...(texts.length === 0 ? [] : [texts.join(', ')]), end].join(' and ')}`;
}

/** Makes the lines of a value inert. The line ends stay, where they are those of a CSV file. */
export function inertLines(value: string): string[] {
  return value
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(inert);
}

/** Whether showing a value writes an escape in place of a character that cannot be seen. */
export function hidesCharacters(value: string): boolean {
  return inertLines(value).join('\n') !== value.replace(/\r\n/g, '\n').replace(/\n$/, '');
}

export const HIDDEN_CHARACTERS = 'characters that cannot be seen are written as \\u with their code';
