/**
 * What does a stack demand of its traffic, and which findings does it accept? steering.json says so, to whoever judges
 * the stack, its plan or its tenant later. Synth writes it beside cdk.tf.json. Its form has a version: a reader knows
 * one and refuses others.
 */
import { complainAboutFlow } from '../decide/question';
import { TRAFFIC_MODES } from '../domain/exceptions';
import { PLATFORMS, type PlatformName } from '../domain/vocabulary';
import { SIDES, TRANSPORTS, type Flow } from '../model/flow';
import { complainAboutExpiry } from '../domain/days';
import { mainPart } from '../model/plan-parts';
import type { Expiry, StatedOrder, Suppression } from '../rules';
import {
  anyListOf,
  anyText,
  listOf,
  object,
  oneOf,
  orNull,
  JsonPlace,
  text,
  truth,
  wholeNumber,
  type ReadOf,
} from './shape';
import { EXPECTABLE, type Invariant, type Premise, type TrafficTest, complainAboutClaim } from './traffic-test';

/** The name of the file. */
export const STEERING_JSON = 'steering.json';

/** The version of the form, which grows with every change of it. */
const VERSION = 2;

/** The content of the file. */
export interface SteeringFile {
  readonly suppressions: readonly Suppression[];
  readonly trafficTests: readonly TrafficTest[];
  readonly invariants: readonly Invariant[];
  readonly premises: readonly Premise[];
  /** The last days of exceptions. */
  readonly expiries: readonly Expiry[];
  /** The orders of configurations on which the stack insists. */
  readonly orders: readonly StatedOrder[];
}

/** The content of the file of a stack that demands nothing. */
export const DEMANDS_NOTHING: SteeringFile = {
  suppressions: [],
  trafficTests: [],
  invariants: [],
  premises: [],
  expiries: [],
  orders: [],
};

/** The error for a file that is not of the form that synth writes, or that has another version. */
export class UnreadableSteeringJson extends Error {
  override readonly name = 'UnreadableSteeringJson';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Writes the text of the file, which is the same for the same content. */
export function writeSteeringJson(content: SteeringFile): string {
  const { suppressions, trafficTests, invariants, premises, expiries, orders } = content;
  const document = {
    version: VERSION,
    suppressions: suppressions.map(({ rule, on, reason }) => ({ rule, subject: on, reason })),
    trafficTests,
    invariants,
    premises: {
      trafficModes: premises.filter((one) => !('app' in one)),
      apps: premises.filter((one) => 'app' in one),
    },
    expiries,
    orders,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/**
 * Reads the content out of the text of a file, which the caller has read. Where there is no file, a stack demands
 * nothing.
 * @param fileName names the file in complaints
 * @throws UnreadableSteeringJson with each complaint on a line of its own, with its path, and with what to do
 */
export function readSteeringJson(json: string, fileName = STEERING_JSON): SteeringFile {
  const document = parse(json, fileName);
  checkVersion(document, fileName);
  const complaints: string[] = [];
  const read = file(document, new JsonPlace('', complaints));
  if (read === undefined || complaints.length > 0) {
    const lines = complaints.map((complaint) => `- ${complaint}`);
    throw new UnreadableSteeringJson(`${fileName} is not in order. ${AGAIN}`, ...lines);
  }
  return {
    suppressions: read.suppressions.map(({ subject, ...rest }) =>
      subject === undefined ? rest : { ...rest, on: subject },
    ),
    trafficTests: read.trafficTests,
    invariants: read.invariants.map(({ newly, ...rest }) => (newly === true ? { ...rest, newly } : rest)),
    premises: [...read.premises.trafficModes, ...read.premises.apps],
    expiries: read.expiries,
    orders: read.orders,
  };
}

/** A part of a plan or of a stack, which is about one tenant. */
interface TenantPart {
  readonly providers: readonly string[];
}

/**
 * The demands that are about one part of several. Suppressions and last days name what they are about, so each of them
 * is about every part.
 */
export function demandsOn<P extends TenantPart>(
  { suppressions, trafficTests, invariants, premises, expiries, orders }: SteeringFile,
  part: P,
  parts: readonly P[],
): SteeringFile {
  const isOfPart = ({ provider }: { readonly provider?: string }): boolean =>
    provider === undefined ? part === mainPart(parts) : part.providers.includes(provider);
  return {
    suppressions,
    trafficTests: trafficTests.filter(isOfPart),
    invariants: invariants.filter(isOfPart),
    premises: premises.filter(isOfPart),
    expiries,
    orders: orders.filter(isOfPart),
  };
}

/** The tests and invariants about a provider configuration of which no part has anything. Nobody can judge them. */
export function demandsOnNothing(
  { trafficTests, invariants }: SteeringFile,
  parts: readonly TenantPart[],
): readonly (TrafficTest | Invariant)[] {
  const known = new Set(parts.flatMap(({ providers }) => providers));
  return [...trafficTests, ...invariants].filter(({ provider }) => provider !== undefined && !known.has(provider));
}

const AGAIN = 'Synth writes it: run it again, and edit the stack rather than the file.';

const platform = oneOf(PLATFORMS.map(({ name }) => name));
const names = anyListOf(anyText);

const flowFields = object(
  { platform, process: anyText, host: anyText, port: wholeNumber(1, 65_535) },
  {
    transport: oneOf(TRANSPORTS),
    managed: truth,
    service: truth,
    location: oneOf(SIDES),
    userGroups: names,
    organizationUnit: orNull(anyText),
    deviceTags: names,
    applications: names,
    categories: names,
    destinationLocations: names,
    sourceLocations: names,
    sourceCountry: orNull(anyText),
    configuration: text(),
  },
);

const flow = (value: unknown, place: JsonPlace): Flow | undefined => {
  const read = flowFields(value, place);
  const complaint = read && complainAboutFlow(read);
  return complaint === undefined ? read : place.complain(complaint);
};

/** The provider configuration that a demand is about; one that names none is about the one without an alias. */
const about = { provider: text() };

const claim = object(
  { name: text(), construct: text(), never: oneOf(EXPECTABLE) },
  { ...about, newly: truth, processes: listOf(anyText), platforms: listOf(platform), service: truth },
);

const invariant = (value: unknown, place: JsonPlace): ReadOf<typeof claim> | undefined => {
  const read = claim(value, place);
  const complaint = read && complainAboutClaim(read);
  return complaint === undefined ? read : place.complain(complaint);
};

const demand = { name: text(), construct: text() };

const definition = object({ match: oneOf(['exact', 'regex'] as const), processes: names }, { domains: names });
const definitions = object(
  {},
  Object.fromEntries(PLATFORMS.map(({ name }) => [name, definition])) as Record<PlatformName, typeof definition>,
);

const file = object(
  {
    version: wholeNumber(VERSION, VERSION),
    suppressions: anyListOf(object({ rule: text(), reason: text() }, { subject: text() })),
    trafficTests: anyListOf(object({ ...demand, flow, expect: oneOf(EXPECTABLE) }, about)),
    invariants: anyListOf(invariant),
    premises: object(
      {
        trafficModes: anyListOf(
          object({ configuration: text(), construct: text(), trafficModes: listOf(oneOf(TRAFFIC_MODES)) }, about),
        ),
        apps: anyListOf(object({ app: text(), construct: text(), platforms: definitions }, about)),
      },
      {},
    ),
    expiries: anyListOf(
      object({ construct: text(), expires: text(complainAboutExpiry) }, { address: text(), name: text() }),
    ),
    orders: anyListOf(object({ configuration: text(), construct: text(), after: listOf(text()) }, about)),
  },
  {},
);

/** The message of JSON.parse is not passed on, because it quotes the text. */
function parse(json: string, fileName: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UnreadableSteeringJson(`${fileName} is not JSON: it was cut off or changed by hand. ${AGAIN}`);
  }
}

/** The version is judged before anything else, because another one may have another form. */
function checkVersion(document: unknown, fileName: string): void {
  const version = (document as { version?: unknown } | null)?.version;
  if (typeof version !== 'number' || version === VERSION) return;
  const advice =
    version > VERSION ? 'A newer release wrote it: use that, or run synth again with this one.' : 'Run synth again.';
  throw new UnreadableSteeringJson(
    `${fileName} has version ${version}, and this release reads version ${VERSION}. ${advice}`,
  );
}
