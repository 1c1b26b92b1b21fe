/** `netskope-steering tenant`: how does a local tenant run in the foreground, until it is stopped? */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { inert } from '../steering/inert';
import type { TrafficType } from '../tenant/contract';
import {
  type ConditionSettings,
  type LocalTenant,
  type Quirks,
  type RateLimit,
  type RestV1Codes,
  type TenantOptions,
  UnusableData,
  quirkNames,
  quirkWords,
  restV1CodeNames,
  startTenant,
} from '../tenant/emulator';
import { EXIT, type ExitCode } from './complaint';
import { endOnUsage } from './run-command';
import { quoteForShell, say } from './show';

/** The flags that create difficult conditions for a client. */
interface ConditionFlags {
  quirk: Quirks;
  rateLimit?: Pick<RateLimit, 'requests' | 'perSeconds'>;
  retryAfter: NonNullable<RateLimit['retryAfter']>;
  visibilityLag: number;
  restV1Only: boolean;
  restV1Code: RestV1Codes;
}

/** For each quirk that takes a value, the value that is used without one, and how a value is read. */
const values: Partial<Record<keyof Quirks, { otherwise: unknown; read: (text: string) => unknown }>> = {
  fieldsNotReturned: { otherwise: ['notes'], read: readNames },
  fieldsDropped: { otherwise: ['notes'], read: readNames },
  createsCollide: { otherwise: 30, read: parseMilliseconds },
  v1KeysMissing: { otherwise: ['priority', 'managed_device', 'steered_traffic'], read: readNames },
  v1Truncated: { otherwise: 1, read: parseSeed },
  ...Object.fromEntries(
    Object.entries(quirkWords).map(([name, words]) => [name, { otherwise: words[0], read: oneOf(words) }]),
  ),
};

function addConditionOptions(command: Command): Command {
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
    .option('--visibility-lag <ms>', 'a new object is missing from reads for so long', parseMilliseconds, 0)
    .option('--rest-v1-only', 'offer REST v1 alone, as the tenants of today do; the console token may do more', false)
    .addOption(
      new Option('--rest-v1-code <name=code>', `what REST v1 shows for ${restV1CodeNames.join(', ')}; repeatable`)
        .argParser(readCode)
        .default({}, 'bypass=1, block=0, and each mode as it is called here'),
    );
}

function toConditions(flags: ConditionFlags): Partial<ConditionSettings> {
  const { quirk, rateLimit, retryAfter, visibilityLag, restV1Only, restV1Code } = flags;
  return {
    quirks: quirk,
    rateLimit: rateLimit === undefined ? null : { ...rateLimit, retryAfter },
    visibilityLagMs: visibilityLag,
    restV1Only,
    restV1Codes: restV1Code,
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

function readCode(text: string, before: RestV1Codes): RestV1Codes {
  const [name = '', code] = text.split(/=(.*)/s);
  if (restV1CodeNames.includes(name) && code !== undefined && code !== '') return { ...before, [name]: code };
  throw new InvalidArgumentError(`It must be one of ${restV1CodeNames.join(', ')}, "=" and a code, as in block=3.`);
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

function oneOf(words: readonly string[]): (text: string) => string {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);
  };
}

function parseRateLimit(text: string): ConditionFlags['rateLimit'] {
  const [, requests, perSeconds] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (requests !== undefined) return { requests: Number(requests), perSeconds: Number(perSeconds) };
  throw new InvalidArgumentError('It must be a number of requests, a slash and a number of seconds, as in 24/5.');
}

interface TenantFlags extends ConditionFlags {
  seed: number;
  data?: string;
  port: number;
  token?: string;
  trafficMode: TrafficType;
  json: boolean;
}

const trafficModes = Object.keys({
  cloud_apps: true,
  web: true,
  all: true,
  none: true,
} satisfies Record<TrafficType, true>);

/**
 * The variable of the token. It is not NETSKOPE_API_KEY, because that may hold the token of a real tenant, and this
 * program prints its token.
 */
const TOKEN_VARIABLE = 'NETSKOPE_STEERING_TENANT_TOKEN';

/** The sub-command, to be mounted in the program. */
export function tenantCommand(): Command {
  const command = new Command('tenant')
    .description('serve a local tenant on 127.0.0.1, to try things on: in memory, or kept in a folder')
    .option(
      '--data <folder>',
      'keep the state in this folder, which outlives a kill -9 (default: in memory)',
      parseFolder,
    )
    .option('--port <number>', 'the port; 0 takes any free one', parsePort, 0)
    .addOption(
      new Option('--token <token>', 'the API token clients must send; other users see it in the list of processes')
        .env(TOKEN_VARIABLE)
        .default(undefined, 'a random one')
        .argParser(parseToken),
    )
    .addOption(
      new Option('--traffic-mode <mode>', 'the traffic mode that the default configuration of a new tenant has')
        .choices(trafficModes)
        .default('cloud_apps'),
    );
  return endOnUsage(addConditionOptions(command))
    .option('--seed <number>', 'what is drawn by chance is the same for the same seed', parseSeed, 1)
    .option('--json', 'print server_url, api_key and console_token as one line of JSON', false)
    .addHelpText('after', MORE_HELP)
    .action(runTenant);
}

const MORE_HELP = `
Examples:
  $ netskope-steering tenant --port 8080 --data ./tenant --traffic-mode web
  $ netskope-steering tenant --rate-limit 24/5 --visibility-lag 8000 --quirk listsReordered --quirk fieldsDropped=notes
  $ netskope-steering tenant --rest-v1-only --rest-v1-code block=3 --rest-v1-code all=all_traffic --quirk v1Duplicates

While it runs, / is a page for people, which asks for the token. With the token in the header Netskope-Api-Token:
  GET, DELETE /__local/journal             what was asked of it
  GET, PATCH, DELETE /__local/conditions   quirks, faults, the rate limit and the like
  GET /__local/clients/nsbypass.json       what a client would download; also nssteering.json, nsexception.json
  GET /__local/clients/bundle.zip          these files, a log and a status, as collected on an endpoint

Exit codes:
  0  it was stopped
  2  options that make no sense, or a port that cannot be had
  3  the folder of --data cannot be used
  70 a bug of this program
`;

async function runTenant(flags: TenantFlags): Promise<void> {
  let tenant: LocalTenant;
  try {
    tenant = await startTenant(toOptions(flags));
  } catch (error) {
    const [exitCode, why] = describeStartFailure(error, flags.port);
    say('tenant', why);
    process.exitCode = exitCode;
    return;
  }
  const stop = (): void => void tenant.close().finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The process that started the tenant may end before the tenant could print its address.
  process.stdout.once('error', stop);
  process.stdout.write(flags.json ? describeAsJson(tenant) : describeForPeople(tenant, flags.data));
}

function toOptions(flags: TenantFlags): TenantOptions {
  const { port, token, data, trafficMode, seed } = flags;
  return {
    port,
    trafficMode,
    seed,
    page: async () => (await import('./tenant/page')).tenantPage,
    ...(token !== undefined && { token }),
    ...(data !== undefined && { dataDir: data }),
    ...toConditions(flags),
  };
}

function describeAsJson({ serverUrl, token, consoleToken }: LocalTenant): string {
  return `${JSON.stringify({ server_url: serverUrl, api_key: token, console_token: consoleToken })}\n`;
}

function describeForPeople(tenant: LocalTenant, data: string | undefined): string {
  const { serverUrl, store, conditions } = tenant;
  const kept = data === undefined ? 'It lives in memory.' : `It is kept in ${inert(resolve(data))}`;
  return `A local tenant answers at ${serverUrl}
Look at it in a browser: ${new URL('/', serverUrl).href} asks for the token below.
Its default configuration steers: ${store.configurations.get(0)?.traffic_type ?? 'nothing'}. ${kept}

${conditions.settings.restV1Only ? howToObserve(tenant) : howToProvide(tenant)}
No public REST endpoint of the vendor writes certificate pinned apps, steering configurations or exceptions.
What is served here is this project's own contract; tenant/README.md says what of it is documented and what assumed.

Ctrl-C stops it.
`;
}

function howToProvide({ serverUrl, token }: LocalTenant): string {
  return `Point the provider at it, in another shell:

  export NETSKOPE_SERVER_URL=${serverUrl}
  export NETSKOPE_API_KEY=${quoteForShell(token)}
`;
}

function howToObserve({ serverUrl, token, consoleToken }: LocalTenant): string {
  return `It offers REST v1 only, as the tenants of today do. Read it, in another shell:

  export NETSKOPE_TENANT_URL=${new URL(serverUrl).origin}
  export NETSKOPE_REST_V1_TOKEN=${quoteForShell(token)}

In the place of an administrator at the screens, a program or the page may use the contract with this token: ${consoleToken}
`;
}

function describeStartFailure(error: unknown, port: number): readonly [ExitCode, string] {
  if (error instanceof UnusableData) return [EXIT.unreadable, error.message];
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EADDRINUSE: `port ${port} is in use. Choose another with --port, or leave it out for any free one.`,
    EACCES: `port ${port} needs more rights than this user has. Choose one above 1023.`,
  };
  return [EXIT.usage, (code && reasons[code]) ?? `it could not start: ${message}`];
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}

function parseSeed(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

function parseFolder(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Its name is empty. Name one, such as ./tenant.');
}

function parseToken(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new InvalidArgumentError('It must be visible ASCII characters without spaces, as an HTTP header carries it.');
}
