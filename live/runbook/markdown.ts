/**
 * How does a runbook look in Markdown, as an issue on GitHub or GitLab? Each step is an item of a task list. The names
 * and the values that others wrote stand in code, where markup, links and mentions do not work.
 */
import { capitalized, codeSpan, markdownProse } from '../../steering';
import { SCREENS, type ScreenField, type Runbook, type RunbookStep, type Verification } from './runbook';
import {
  ALREADY,
  HIDDEN_CHARACTERS,
  HOW,
  NOTHING_TO_DO,
  NOT_SAFE,
  SAFE,
  WHERE,
  counted,
  describeMoment,
  describeNumbers,
  describeSize,
  describeSteps,
  groupByScreen,
  hidesCharacters,
  inertLines,
} from './words';

/** The most bytes of an issue: GitHub takes 65,536 characters, and no text has more characters than bytes. */
const MOST_BYTES = 59_999;
/** The most bytes of the hazards, of the remarks and of the verifications; the steps get what is left. */
const MOST_OF_LIST = 9_000;
/** The most characters of the name and of the tenant, which should be a few words. */
const MOST_OF_NAME = 200;
/** The most characters of a value that stands in a line; a longer one gets a block of its own. */
const MOST_IN_LINE = 100;
/** The most bytes of a value: an issue with a longer one would have room for nothing else. */
const MOST_OF_VALUE = 20_000;
/** Room for the sentences that say what is left out, at the top and at its place. */
const ROOM_FOR_LEFT_OUT = 400;
const IN_PAGE = 'The HTML page of this runbook has all.';

/** Writes a runbook as the text of one issue, which is never too long for one. */
export function runbookMarkdown(runbook: Runbook): string {
  const { hazards, remarks, steps, verifications } = runbook;
  const before = [
    ...(steps.length > 0 && hazards.length === 0 ? [`🟢 ${SAFE}`] : []),
    ...listed(`🟠 **${NOT_SAFE}**`, hazards, ({ text, steps: ids }) => {
      const where = describeSteps(ids, runbook);
      return `- ${markdownProse(text)}${where === '' ? '' : ` (${where})`}`;
    }),
    ...listed('**Read first**', remarks, (text) => `- ${markdownProse(text)}`),
  ];
  const after = verifications.length === 0 ? [] : ['### What to verify', ...verifiedIn(verifications)];
  const title = `## Runbook: ${nameOf(runbook.name)} on ${nameOf(runbook.tenant)}`;
  const size = `**${steps.length === 0 ? NOTHING_TO_DO : `${describeSize(runbook)}.`}** The tenant was observed at ${nameOf(describeMoment(runbook.observedAt))}.`;

  const around = bytesOf([title, size, ...before, ...after].join('\n\n'));
  const { parts, shown } = stepsWithin(runbook, MOST_BYTES - ROOM_FOR_LEFT_OUT - around);
  const left = steps.slice(shown);
  const missing = capitalized(describeNumbers(left.map(({ number }) => number)));
  const leftOut =
    left.length === 0
      ? []
      : [`🟠 **Not all steps are here**: the issue would be too long. ${missing} are left out. ${IN_PAGE}`];
  return `${[title, size, ...leftOut, ...before, ...parts, ...leftOut, ...after].join('\n\n')}\n`;
}

/** Takes as many steps, from the first one on, as there is room for; no step is cut. */
function stepsWithin(runbook: Runbook, room: number): { parts: string[]; shown: number } {
  const parts: string[] = [];
  let [bytes, shown] = [0, 0];
  for (const { screen, steps } of groupByScreen(runbook.steps)) {
    const texts: string[] = [];
    for (const step of steps) {
      const text = stepText(step, runbook);
      const heading = texts.length === 0 ? `### ${SCREENS[screen]}\n\n` : '';
      bytes += bytesOf(heading + text) + 2;
      if (bytes > room) return { parts: [...parts, ...texts], shown };
      texts.push(heading + text);
      shown += 1;
    }
    parts.push(...texts);
  }
  return { parts, shown };
}

function stepText(step: RunbookStep, runbook: Runbook): string {
  const { number, title, path, fields, result, unless, warnings, after } = step;
  const wait = describeSteps(after, runbook);
  return [
    `- [ ] **${number}.** ${markdownProse(title)}\\\n  ${codeSpan(path)}`,
    ...warnings.map((text) => `  - ⚠ **Careful:** ${markdownProse(text)}`),
    ...(wait === '' ? [] : [`  - Only after ${wait}.`]),
    ...(unless === undefined ? [] : [`  - Look first: ${markdownProse(unless)} ${ALREADY}`]),
    ...fields.flatMap(fieldLines),
    `  - Done when: ${markdownProse(result)}`,
  ].join('\n');
}

/** Writes a field in one line; a long value, now or before, stands in a block of its own below it. */
function fieldLines({ label, value, how, before }: ScreenField): string[] {
  const isBox = how === 'tick' || how === 'untick';
  const words = [`  - ${markdownProse(label)}:`, ...(HOW[how] === '' ? [] : [HOW[how]])].join(' ');
  const wasInLine = before === undefined || isShort(before);
  const was = before === undefined || !wasInLine ? [] : [`was ${inLine(before)}`];
  const lines = isBox && value === '' ? [words + inBrackets(was)] : valueLines(words, value, was, how === 'import');
  return wasInLine ? lines : [...lines, ...valueLines('  - It was:', before)];
}

function valueLines(words: string, value: string, said: readonly string[] = [], isFile = false): string[] {
  const lines = inertLines(value);
  const notes = inBrackets([...said, ...(hidesCharacters(value) ? [HIDDEN_CHARACTERS] : [])]);
  if (isShort(value) && !isFile) return [`${words} ${inLine(value)}${notes}`];
  if (bytesOf(value) > MOST_OF_VALUE) {
    return [`${words} ${counted(lines.length, 'line')}, too long for an issue${notes}. ${IN_PAGE}`];
  }
  const fence = '`'.repeat(Math.max(3, 1 + longestRun(lines)));
  return [`${words}${notes}`, ...[fence, ...lines, fence].map((line) => (line === '' ? '' : `    ${line}`))];
}

function inBrackets(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

function isShort(value: string): boolean {
  return value.length <= MOST_IN_LINE && !value.includes('\n');
}

function inLine(value: string): string {
  return value === '' ? 'empty' : codeSpan(value);
}

function longestRun(lines: readonly string[]): number {
  return lines.flatMap((line) => line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
}

function verifiedIn(verifications: readonly Verification[]): string[] {
  return Object.entries(WHERE).flatMap(([where, title]) =>
    listed(
      `**${title}**`,
      verifications.filter((one) => one.where === where),
      ({ text, command }) =>
        [`- [ ] ${markdownProse(text)}`, ...(command === undefined ? [] : valueLines('  - Run:', command))].join('\n'),
    ),
  );
}

/** Writes a list below its title, as many items as there is room for; none is cut. */
function listed<T>(title: string, items: readonly T[], write: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const lines: string[] = [];
  let bytes = 0;
  for (const item of items) {
    const line = write(item);
    bytes += bytesOf(line) + 1;
    if (bytes > MOST_OF_LIST) break;
    lines.push(line);
  }
  const left = items.length - lines.length;
  return [title, [...lines, ...(left === 0 ? [] : [`- … and ${left} more, left out here. ${IN_PAGE}`])].join('\n')];
}

function nameOf(text: string): string {
  const characters = [...text];
  return codeSpan(characters.length <= MOST_OF_NAME ? text : `${characters.slice(0, MOST_OF_NAME).join('')}…`);
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
