/**
 * This file says which questions can be answered: what every field of a flow must be for an answer to mean something. A
 * flow that no client can ever open meets no exception, so its answer would be "steer", and a test of it would prove
 * nothing.
 */
import { complainAboutCountryOfClient } from '../domain/exceptions';
import { unseenIn, withoutUnseen } from '../domain/names';
import { complainAboutProcessName } from '../domain/processes';
import { type Complaint, LONGEST_NAME, PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { quote } from '../inert';
import { type AskedFlow, type Flow, type FlowComplaint, SIDES, TRANSPORTS } from '../model/flow';
import type { Model } from '../model/model';
import { complainAboutHost, complaintsAboutNames } from './question-names';

/** A mistake that people make with the process of a flow, which is the bare name of one executable of its platform. */
interface Mistake {
  readonly found: RegExp;
  readonly why: string;
  /** The only platform on which it is a mistake. @default - every platform */
  readonly on?: PlatformName;
}

const PATTERN = 'it is a wildcard or a pattern, and a flow has one process';
const NO_FILE = 'it has a character that no file name of Windows has';

/**
 * The mistakes; the first that fits is told. Names of real executables contain brackets and plus signs, but not in
 * these forms.
 */
const MISTAKES: readonly Mistake[] = [
  { found: /^\^|\$$|\.[*+]|\(\?/, why: PATTERN },
  { found: /[\\/]/, why: 'it contains a path; the client compares the bare name of the executable' },
  { found: /[*?|]|[)\]]\+|\{\d+(?:,\d*)?\}|(?<!\s)\[(?!\d+\])[^\]]+\]/, why: PATTERN },
  { found: /\.exe\s*[:;,]|\.exe\s+\S/i, why: 'something stands behind the name of the executable' },
  { found: /:\s/, why: 'something stands behind the name of the executable' },
  { found: /[<>:"|?*]/, why: NO_FILE, on: 'windows' },
  { found: /\.$/, why: 'it ends with a dot, and no file name of Windows does', on: 'windows' },
];

/** Complains about a text that cannot be the process of a flow. */
export function complainAboutProcess(name: string, platform?: PlatformName): Complaint | undefined {
  if (name.trim() === '') return { summary: 'Not a process name', detail: 'The process has no name.' };
  const mistake = MISTAKES.find(({ found, on }) => (on === undefined || on === platform) && found.test(name));
  if (mistake !== undefined) return notAProcess(name, mistake.why, platform);
  const { length } = [...name];
  if (length > LONGEST_NAME) {
    const detail = `The name of the process has ${length} characters; 1 to ${LONGEST_NAME} are allowed.`;
    return { summary: 'Not a process name', detail };
  }
  return complainAboutProcessName(name);
}

function notAProcess(name: string, why: string, platform?: PlatformName): Complaint {
  return {
    summary: 'Not a process name',
    detail: `${quote(name)} is not the name of a process: ${why}. Write the bare name of one executable, such as ${quote(meantBy(name, platform))}.`,
  };
}

/** Returns the name that is probably meant, or an example where none can be told. */
function meantBy(name: string, platform?: PlatformName): string {
  const [last = ''] = name
    .replace(/["'`“”]/g, '')
    .split(/[\\/]/)
    .slice(-1);
  const bare = withoutUnseen(last.replace(/(\.exe)\b.*$/is, '$1').replace(/:\s.*$/s, ''));
  const isName = bare !== '' && unseenIn(bare) === undefined && !MISTAKES.some(({ found }) => found.test(bare));
  return isName ? bare : platform === undefined || platform === 'windows' ? 'WhatsApp.exe' : 'WhatsApp';
}

type Check = (value: unknown, flow: AskedFlow) => Complaint | undefined;

const PLATFORM_NAMES = PLATFORMS.map(({ name }) => name);

const text =
  (what: string, complain: (value: string, flow: AskedFlow) => Complaint | undefined): Check =>
  (value, flow) =>
    typeof value === 'string' ? complain(value, flow) : wrong('Not a text', `The ${what} of the flow is not a text.`);

const wordOf = (what: string, words: readonly string[]): Check =>
  text(what, (value) =>
    words.includes(value)
      ? undefined
      : wrong(`Not a ${what}`, `${quote(value)} is not a ${what}. Give one of ${words.join(', ')}.`),
  );

const port: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535
    ? undefined
    : wrong('Not a port', `The port ${String(value)} is not a whole number from 1 to 65535.`);

const truth =
  (what: string): Check =>
  (value) =>
    typeof value === 'boolean' ? undefined : wrong('Not a truth', `Whether ${what} is either true or false.`);

const name = (what: string): Check =>
  text(what, (value) => {
    const { length } = [...value];
    if (length > 0 && length <= LONGEST_NAME) return undefined;
    const none = length === 0 ? ' Leave it out where there is none.' : '';
    return wrong('Not a name', `The ${what} has ${length} characters; 1 to ${LONGEST_NAME} are allowed.${none}`);
  });

const namesOf = (what: string): Check => {
  const check = name(what);
  return (value, flow) => {
    if (!Array.isArray(value)) return wrong('Not a list', `Give each ${what} as an element of a list.`);
    return value.map((one: unknown) => check(one, flow)).find((complaint) => complaint !== undefined);
  };
};

const orNone =
  (check: Check): Check =>
  (value, flow) =>
    value === null ? undefined : check(value, flow);

const CHECKS: Readonly<Record<keyof Flow, Check>> = {
  platform: wordOf('platform', PLATFORM_NAMES),
  process: text('process', (value, { platform }) => complainAboutProcess(value, knownPlatform(platform))),
  host: text('host', complainAboutHost),
  port,
  transport: wordOf('transport', TRANSPORTS),
  managed: truth('the device is managed'),
  service: truth('the process runs as a Windows service'),
  location: wordOf('location', SIDES),
  userGroups: namesOf('user group'),
  organizationUnit: orNone(name('organizational unit')),
  deviceTags: namesOf('device tag'),
  applications: namesOf('application'),
  categories: namesOf('category'),
  destinationLocations: namesOf('network location of the destination'),
  sourceLocations: namesOf('network location of the client'),
  sourceCountry: orNone(text('country', complainAboutCountryOfClient)),
  configuration: name('configuration'),
};

const FIELDS = Object.keys(CHECKS) as (keyof Flow)[];
const REQUIRED: readonly (keyof Flow)[] = ['platform', 'process', 'host', 'port'];

/**
 * Complains about what is wrong with a flow by itself, whatever model it is asked of.
 * @param isOpen tells whether a value, or an element of a list, is only known later: then nothing is said of it
 */
export function complaintsAboutFlow(
  flow: AskedFlow,
  isOpen: (value: unknown) => boolean = () => false,
): FlowComplaint[] {
  const closed = Object.fromEntries(
    Object.entries(flow)
      .filter(([, value]) => value !== undefined && !isOpen(value))
      .map(([field, value]) => [field, Array.isArray(value) ? value.filter((one) => !isOpen(one)) : value]),
  ) as AskedFlow;
  const unknown = Object.keys(flow).filter((field) => !Object.hasOwn(CHECKS, field));
  return [
    ...unknown.map((field) => ({ field: field as keyof Flow, ...unknownField(field) })),
    ...FIELDS.flatMap((field) => {
      if (flow[field] === undefined) {
        return REQUIRED.includes(field) ? [{ field, ...wrong('Not a flow', `The flow has no ${field}.`) }] : [];
      }
      const complaint = Object.hasOwn(closed, field) ? CHECKS[field](closed[field], closed) : undefined;
      return complaint === undefined ? [] : [{ field, ...complaint }];
    }),
  ];
}

/** Returns the first thing that is wrong with a flow, in a sentence; undefined where nothing is. */
export function complainAboutFlow(flow: AskedFlow, isOpen?: (value: unknown) => boolean): string | undefined {
  return complaintsAboutFlow(flow, isOpen)[0]?.detail;
}

/**
 * Complains about what is wrong with a flow as a question about a model: by itself, and beside the names that the model
 * has.
 */
export function complaintsAboutQuestion(flow: Flow, model: Model): FlowComplaint[] {
  return [...complaintsAboutFlow(flow), ...complaintsAboutNames(flow, model)];
}

function knownPlatform(platform: unknown): PlatformName | undefined {
  return PLATFORM_NAMES.find((one) => one === platform);
}

function unknownField(field: string): Complaint {
  return wrong('Not a flow', `${quote(field)} is nothing that a flow says. It says ${FIELDS.join(', ')}.`);
}

function wrong(summary: string, detail: string): Complaint {
  return { summary, detail };
}
