/**
 * steering.json: what a stack demands of its traffic, and which findings it accepts, written at synth beside cdk.tf.json for
 * whoever judges the stack, its plan or its tenant later. Its form is versioned: a reader knows one version, and refuses others.
 */
import { SIDES, TRANSPORTS, type Flow } from '../model/flow';
import { TRAFFIC_MODES } from '../domain/exceptions';
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
import { PLATFORMS } from '../domain/vocabulary';
import { complainAboutFlow } from '../decide/question';
import { EXPECTABLE, type Invariant, type Premise, type TrafficTest, complainAboutClaim } from './traffic-test';
import type { Suppression } from '../rules';

/** Name of the file. */
export const STEERING_JSON = 'steering.json';

/** Grows with every change of the form. */
const VERSION = 1;

export interface SteeringFile {
  readonly suppressions: readonly Suppression[];
  readonly trafficTests: readonly TrafficTest[];
  readonly invariants: readonly Invariant[];
  readonly premises: readonly Premise[];
}

/** A file that is none of ours, or not of this version. */
export class UnreadableSteeringJson extends Error {
  override readonly name = 'UnreadableSteeringJson';
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The text of the file: the same for the same content. */
export function writeSteeringJson({ suppressions, trafficTests, invariants, premises }: SteeringFile): string {
  const document = {
    version: VERSION,
    suppressions: suppressions.map(({ rule, on, reason }) => ({ rule, subject: on, reason })),
    trafficTests,
    invariants,
    premises: { trafficModes: premises },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/**
 * The content of a file's text. Pure: the caller reads the file; where there is none, a stack demands nothing.
 * @param fileName names the file in complaints
 * @throws UnreadableSteeringJson with every complaint, one a line, each with its path, and what to do
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
    premises: read.premises.trafficModes,
  };
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

const claim = object(
  { name: text(), construct: text(), never: oneOf(EXPECTABLE) },
  { newly: truth, processes: listOf(anyText), platforms: listOf(platform), service: truth },
);

const invariant = (value: unknown, place: JsonPlace): ReadOf<typeof claim> | undefined => {
  const read = claim(value, place);
  const complaint = read && complainAboutClaim(read);
  return complaint === undefined ? read : place.complain(complaint);
};

const demand = { name: text(), construct: text() };

const file = object(
  {
    version: wholeNumber(VERSION, VERSION),
    suppressions: anyListOf(object({ rule: text(), reason: text() }, { subject: text() })),
    trafficTests: anyListOf(object({ ...demand, flow, expect: oneOf(EXPECTABLE) }, {})),
    invariants: anyListOf(invariant),
    premises: object(
      {
        trafficModes: anyListOf(
          object({ configuration: text(), construct: text(), trafficModes: listOf(oneOf(TRAFFIC_MODES)) }, {}),
        ),
      },
      {},
    ),
  },
  {},
);

/** What JSON.parse says is not passed on: it quotes the text. */
function parse(json: string, fileName: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UnreadableSteeringJson(`${fileName} is not JSON: it was cut off or changed by hand. ${AGAIN}`);
  }
}

/** Before anything else is judged: another version may have another form. */
function checkVersion(document: unknown, fileName: string): void {
  const version = (document as { version?: unknown } | null)?.version;
  if (typeof version !== 'number' || version === VERSION) return;
  const advice =
    version > VERSION ? 'A newer release wrote it: use that, or run synth again with this one.' : 'Run synth again.';
  throw new UnreadableSteeringJson(
    `${fileName} has version ${version}, and this release reads version ${VERSION}. ${advice}`,
  );
}
