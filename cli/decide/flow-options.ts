/** How is a flow made from options? Some parts are required, and others may be left open. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  complainAboutFlow,
  SIDES,
  TRANSPORTS,
  type Flow,
  type Side,
  type Transport,
  type Unsaid,
} from '../../steering';
import { PLATFORMS, type PlatformName, parsePorts } from '../../steering/domain/vocabulary';
import { UserError, EXIT } from '../complaint';

/**
 * The options of a flow as commander reads them. False comes from the `--no-` form, and means that the flow has none of
 * it.
 */
export interface FlowFlags {
  readonly process?: readonly string[];
  readonly platform: PlatformName;
  readonly host: string;
  readonly port?: readonly number[];
  readonly transport: Transport;
  readonly managed?: boolean;
  readonly service?: boolean;
  readonly location?: Side;
  /** The configuration, as a user names it. */
  readonly configuration?: string;
  readonly group?: readonly string[] | false;
  readonly organizationUnit?: string | false;
  readonly deviceTag?: readonly string[] | false;
  readonly application?: readonly string[] | false;
  readonly category?: readonly string[] | false;
  readonly destinationLocation?: readonly string[] | false;
  readonly sourceLocation?: readonly string[] | false;
  readonly sourceCountry?: string | false;
}

/** A flow without its process and port. */
export type FlowRest = Omit<Flow, 'process' | 'port'>;

/** For each part that a flow may leave unsaid, the option that says it. */
export const SAYING: Readonly<Record<Unsaid, string>> = {
  managed: '--managed',
  service: '--service',
  location: '--location',
  userGroups: '--group',
  organizationUnit: '--organization-unit',
  deviceTags: '--device-tag',
  applications: '--application',
  categories: '--category',
  destinationLocations: '--destination-location',
  sourceLocations: '--source-location',
  sourceCountry: '--source-country',
};

/** The options that take lists of names. Each may be repeated; its `--no-` form says that there are no names. */
const LISTS: readonly (readonly [Unsaid, string])[] = [
  ['userGroups', 'a user group of the user'],
  ['deviceTags', 'a tag of the device'],
  ['applications', 'an application that the destination belongs to'],
  ['categories', 'a category of the destination'],
  ['destinationLocations', 'a network location that contains the destination'],
  ['sourceLocations', 'a network location that contains the client'],
];
const TEXTS: readonly (readonly [Unsaid, string])[] = [
  ['organizationUnit', 'the organizational unit of the user'],
  ['sourceCountry', 'the country of the client, ISO 3166-1 alpha-2'],
];

export function addFlowOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[] | false | undefined) => [...(before || []), value];
  command
    .option('--process <name>', 'bare name of the executable, such as WhatsApp.exe', parseProcess)
    .addOption(
      new Option('--platform <name>', 'the platform').choices(PLATFORMS.map(({ name }) => name)).default('windows'),
    )
    .requiredOption('--host <host>', 'host name, or address where the app dials one, or "" where the client sees none')
    .option('--port <ports>', 'destination port; with --matrix also several: 443,5222,8000-8002', parsePort)
    .addOption(new Option('--transport <name>', 'the transport').choices([...TRANSPORTS]).default('tcp'))
    .addOption(new Option('--managed <truth>', 'whether the device is managed: true or false').argParser(parseTruth))
    .addOption(
      new Option(
        '--service <truth>',
        'whether the process runs as a Windows service, in session 0: true or false; without, it is taken for none, unless it is known as one',
      ).argParser(parseTruth),
    )
    .addOption(new Option('--location <location>', 'where the client is, with dynamic steering').choices([...SIDES]));
  command.option(
    '--configuration <which>',
    'the configuration that is known to apply, by name, id, address or construct; without, the criteria choose',
  );
  for (const [what, description] of LISTS) {
    command.option(`${SAYING[what]} <name>`, `${description}; repeat it for several`, collect);
    command.option(SAYING[what].replace('--', '--no-'), 'there is none');
  }
  for (const [what, description] of TEXTS) {
    command.option(`${SAYING[what]} <name>`, description);
    command.option(SAYING[what].replace('--', '--no-'), 'there is none');
  }
  return command;
}

/** Makes the part that all flows of a command share. */
export function flowRest(flags: FlowFlags): FlowRest {
  const { platform, host, transport, managed, service, location } = flags;
  const list = (value: readonly string[] | false | undefined) => (value === false ? [] : value);
  const text = (value: string | false | undefined) => (value === false ? null : value);
  const said: Partial<Flow> = {
    managed,
    service,
    location,
    userGroups: list(flags.group),
    organizationUnit: text(flags.organizationUnit),
    deviceTags: list(flags.deviceTag),
    applications: list(flags.application),
    categories: list(flags.category),
    destinationLocations: list(flags.destinationLocation),
    sourceLocations: list(flags.sourceLocation),
    sourceCountry: text(flags.sourceCountry),
  } as { [K in keyof Flow]: Flow[K] };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return checked({ platform, host, transport, ...Object.fromEntries(given) }, flags.process ?? ['any']);
}

/** @throws UserError where no client can open such a flow */
function checked(rest: FlowRest, processes: readonly string[]): FlowRest {
  for (const process of processes) {
    const complaint = complainAboutFlow({ ...rest, process, port: 443 });
    if (complaint !== undefined) throw new UserError(EXIT.usage, complaint);
  }
  return rest;
}

function parseProcess(text: string, before: readonly string[] = []): readonly string[] {
  return before.includes(text) ? before : [...before, text];
}

function parsePort(text: string, before: readonly number[] = []): readonly number[] {
  const parsed = parsePorts(text);
  if (!parsed.ok) throw new InvalidArgumentError(parsed.reason);
  return [...new Set([...before, ...parsed.ports])];
}

function parseTruth(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new InvalidArgumentError('Write true or false.');
}
