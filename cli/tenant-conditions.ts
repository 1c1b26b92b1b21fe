/** The flags of `netskope-steering tenant` that make a day bad. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { quirkNames, type AppInUse, type ConditionSettings, type Quirks, type RateLimit } from '../tenant/emulator';

export interface ConditionFlags {
  quirk: Quirks;
  rateLimit?: Pick<RateLimit, 'requests' | 'perSeconds'>;
  retryAfter: NonNullable<RateLimit['retryAfter']>;
  visibilityLag: number;
}

/** What a quirk without a value means, and how its value is read where it takes one. */
const values: Partial<Record<keyof Quirks, { otherwise: unknown; read: (text: string) => unknown }>> = {
  fieldsNotReturned: { otherwise: ['notes'], read: readNames },
  fieldsDropped: { otherwise: ['notes'], read: readNames },
  createsCollide: { otherwise: 30, read: parseMilliseconds },
  appInUse: { otherwise: 'refused', read: parseAppInUse },
};

export function addConditionOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--quirk <name[=value]>', `a quirk of the vendor's API, repeatable: ${quirkNames.join(', ')}`)
        .argParser(readQuirk)
        .default({}, 'none'),
    )
    .option('--rate-limit <requests/seconds>', 'answer 429 beyond, as in 24/5 (default: none)', parseRateLimit)
    .addOption(
      new Option('--retry-after <form>', 'how a 429 says when to come again')
        .choices(['seconds', 'date', 'junk', 'none'] satisfies RateLimit['retryAfter'][])
        .default('seconds'),
    )
    .option('--visibility-lag <ms>', 'a new object is missing from reads for so long', parseMilliseconds, 0);
}

export function toConditions(flags: ConditionFlags): Partial<ConditionSettings> {
  const { quirk, rateLimit, retryAfter, visibilityLag } = flags;
  return {
    quirks: quirk,
    rateLimit: rateLimit === undefined ? null : { ...rateLimit, retryAfter },
    visibilityLagMs: visibilityLag,
  };
}

function readQuirk(text: string, before: Quirks): Quirks {
  const [name = '', value] = text.split(/=(.*)/s);
  if (!isQuirk(name)) throw new InvalidArgumentError(`There is no quirk ${JSON.stringify(name)}.`);
  const reader = values[name];
  if (value !== undefined && !reader) throw new InvalidArgumentError(`The quirk ${name} takes no value.`);
  const read = reader ? (value === undefined ? reader.otherwise : reader.read(value)) : true;
  return { ...before, [name]: read };
}

function isQuirk(name: string): name is keyof Quirks {
  return (quirkNames as string[]).includes(name);
}

function readNames(text: string): string[] {
  const names = text.split(',');
  if (names.some((name) => name === ''))
    throw new InvalidArgumentError('It takes names of fields with commas between.');
  return names;
}

function parseMilliseconds(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of milliseconds.');
}

function parseAppInUse(text: string): AppInUse {
  if (text === 'refused' || text === 'exceptionsStay') return text;
  throw new InvalidArgumentError('It must be refused or exceptionsStay.');
}

function parseRateLimit(text: string): ConditionFlags['rateLimit'] {
  const [, requests, perSeconds] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (requests !== undefined) return { requests: Number(requests), perSeconds: Number(perSeconds) };
  throw new InvalidArgumentError('It must be a number of requests, a slash and a number of seconds, as in 24/5.');
}
