/**
 * Is an endpoint as a model wants it? Its files and logs are judged here: each block and each test of traffic is proved,
 * contradicted or not seen. What the files do not say is not seen, and never proved; a code or a word that nobody
 * published is shown as it is, and is no contradiction.
 */
import { type Flow, type PlatformName, type TrafficTest, quote } from '../../steering';
import type { TrafficModeName } from '../../steering/domain/exceptions';
import {
  CONFIGURATION_FILES,
  type ConfigurationFile,
  DIAGNOSIS,
  type EndpointFiles,
  isSameName,
} from './endpoint-files';
import { AGAIN, type EndpointResult, type EndpointFinding, blockFinding, testFinding, unless } from './findings';
import type { LogReader, ReadPlace, Sightings } from './sightings';
import type { WantedConfiguration, WantedEndpoint, WantedProcess } from './wanted';

/** What an endpoint shows of one thing that is wanted. */
export interface EndpointEntry {
  readonly kind: 'configuration' | 'traffic mode' | 'tunnel' | 'block' | 'test';
  /** The name of the configuration, the app or the test. */
  readonly name: string;
  readonly platform: PlatformName;
  readonly process: string | null;
  readonly host: string | null;
  readonly result: EndpointResult;
  /** Where the result was read; null where nothing was. */
  readonly read: ReadPlace | null;
  /** The times of the first and the last connection that count, as the log writes them. */
  readonly first: string | null;
  readonly last: string | null;
  /** How many connections count. */
  readonly count: number;
  /** Why it is so, and what to do, in sentences; null where there is nothing to say. */
  readonly note: string | null;
}

/** What an endpoint proves. */
export interface EndpointProof {
  readonly result: EndpointResult;
  /** The name of the endpoint's configuration, as its files have it; null where they do not say it. */
  readonly configuration: string | null;
  readonly platform: PlatformName;
  readonly entries: readonly EndpointEntry[];
  readonly log: {
    readonly files: number;
    readonly lines: number;
    readonly first: string | null;
    readonly last: string | null;
    /** Connections of processes that nobody asked for. */
    readonly others: number;
    /** Connections before the time from which lines count. */
    readonly earlier: number;
  };
  /** What to know of the files, in sentences. */
  readonly notes: readonly string[];
}

/** The names of the default configuration. Which releases say `All Users` is not published. [community] */
const DEFAULT_NAMES = ['Default tenant config', 'All Users'];

/** What nsdiag calls a traffic mode; no other words are published. [community] */
const TRAFFIC_MODE_WORDS: Readonly<Record<string, TrafficModeName>> = {
  'all traffic': 'all',
  'all web traffic': 'web',
};

const DYNAMIC = 'Whether dynamic steering is on is not known; with it, another mode counts.';

/** Judges an endpoint by its files and logs. */
export function proofOf(wanted: WantedEndpoint, files: EndpointFiles, log: LogReader): EndpointProof {
  const judge = new Judge(wanted, files, log);
  const entries = judge.entries();
  const { first = null, last = null, lines, others, earlier } = log;
  return {
    result: resultOf(entries),
    configuration: judge.name ?? null,
    platform: wanted.platform,
    entries,
    log: { files: log.files, lines, first, last, others, earlier },
    notes: judge.notes(),
  };
}

/** The tunnel and the mode prove nothing of what is wanted, so that they do not count for the whole. */
function resultOf(entries: readonly EndpointEntry[]): EndpointResult {
  if (entries.some(({ result }) => result === 'contradicted')) return 'contradicted';
  const main = entries.filter(({ kind }) => kind === 'block' || kind === 'test' || kind === 'configuration');
  return main.every(({ result }) => result === 'proved') ? 'proved' : 'not seen';
}

class Judge {
  /** The name that the files say, where one of them says one. */
  readonly name: string | undefined;
  private readonly saying: readonly ConfigurationFile[];
  private readonly configuration: WantedConfiguration | undefined;
  /** Why it is not known which configuration of the source the endpoint has, as a sentence. */
  private readonly open: string | undefined;

  constructor(
    private readonly wanted: WantedEndpoint,
    private readonly files: EndpointFiles,
    private readonly log: LogReader,
  ) {
    this.saying = files.files.filter(({ configuration }) => configuration !== undefined);
    this.name = this.saying[0]?.configuration;
    const { configurations } = wanted;
    this.configuration = this.name === undefined ? undefined : configurationNamed(configurations, this.name);
    if (this.configuration !== undefined) return;
    const [only] = configurations;
    if (this.name === undefined && configurations.length === 1) this.configuration = only;
    else if (this.name === undefined) this.open = 'No file says which configuration this endpoint has.';
    else if (configurations.some(({ name, isDefault }) => name === undefined && !isDefault)) {
      this.open =
        'Whether the configuration of this endpoint is in the code is not known: one there has no known name.';
    }
  }

  entries(): EndpointEntry[] {
    const { processes, tests } = this.wanted;
    return [
      this.entry('configuration', this.name ?? this.configuration?.name ?? '', this.configurationFinding()),
      ...this.trafficModes(),
      ...this.tunnel(),
      ...processes.flatMap((one, index) => {
        if (!this.isOfEndpoint(one.configuration)) return [];
        return [this.entry('block', one.app, this.block(one, this.log.processes[index] ?? {}), one.process)];
      }),
      ...tests.flatMap((test, index) => {
        const { name, flow, expect } = test;
        if (!this.isTestOfEndpoint(test)) return [];
        const finding = unless(this.open ?? doubtAboutSide(flow), testFinding(expect, this.log.tests[index] ?? {}));
        return [this.entry('test', name, finding, flow.process, flow.host)];
      }),
    ];
  }

  /** Whether something of a configuration is to be judged: where it is not known which one the endpoint has, all is. */
  private isOfEndpoint(configuration: string | undefined): boolean {
    if (configuration === undefined) return this.configuration !== undefined || this.open !== undefined;
    return this.configuration === undefined ? this.open !== undefined : this.configuration.key === configuration;
  }

  private isTestOfEndpoint(test: TrafficTest): boolean {
    const { key } = this.configuration ?? {};
    if (!this.isOfEndpoint(test.flow.configuration)) return false;
    return test.flow.configuration !== undefined || key === undefined || this.wanted.isAbout(key, test);
  }

  notes(): string[] {
    const { processes, tests, notJudged } = this.wanted;
    const others = [
      ...processes.filter(({ configuration }) => !this.isOfEndpoint(configuration)),
      ...tests.filter((test) => !this.isTestOfEndpoint(test)),
    ].length;
    const missing = CONFIGURATION_FILES.filter((name) => !this.files.files.some(({ file }) => file === name));
    const { files, others: connections, earlier } = this.log;
    return [
      ...notJudged,
      ...(others === 0 ? [] : [`Blocks and tests of other configurations are not judged on this endpoint: ${others}.`]),
      ...(missing.length === 0
        ? []
        : [
            `There is no ${missing.join(', no ')}. Since release 131 a bundle may lack these files while self-protection is on [community]: copy them on the endpoint, as an administrator.`,
          ]),
      ...(this.files.files.some(({ file }) => file === DIAGNOSIS)
        ? []
        : ['There is no output of nsdiag -f. Write it beside the other files: nsdiag -f > nsdiag.txt']),
      ...(files === 0 ? ['There is no nsdebuglog.log, so that no connection is seen.'] : []),
      ...(earlier === 0 ? [] : [`Connections before --since, or without a time, do not count: ${earlier}.`]),
      ...(connections === 0 ? [] : [`Connections of processes that nobody asked for are not shown: ${connections}.`]),
    ];
  }

  private configurationFinding(): EndpointFinding {
    const { name, saying, configuration, open } = this;
    const read = { file: saying.map(({ file }) => file).join(', '), line: null };
    if (name === undefined) return { result: 'not seen', note: 'No file says which configuration this endpoint has.' };
    if (saying.some((one) => !isSameName(one.configuration ?? '', name))) {
      const names = saying.map((one) => `${one.file} says ${quote(one.configuration ?? '')}`).join(', ');
      return { result: 'contradicted', read, note: `The files disagree: ${names}. Some of them are older. ${AGAIN}.` };
    }
    if (configuration === undefined) {
      if (open !== undefined) return { result: 'not seen', read, note: open };
      const known = this.wanted.configurations.map((one) => quote(one.name ?? DEFAULT_NAMES[0] ?? '')).join(', ');
      return {
        result: 'contradicted',
        read,
        note: `The code has no such configuration, but ${known === '' ? 'none' : known}. Either its user is in other groups, or the client has not fetched it. ${AGAIN}.`,
      };
    }
    const isOtherName = configuration.isDefault && isSameName(name, 'All Users');
    return {
      result: 'proved',
      read,
      ...(isOtherName && { note: 'Some releases call the default configuration "All Users". [community]' }),
    };
  }

  private trafficModes(): EndpointEntry[] {
    const { configuration, name = '' } = this;
    return this.files.files.flatMap(({ file, trafficMode }) => {
      if (trafficMode === undefined) return [];
      const mode = TRAFFIC_MODE_WORDS[trafficMode.toLowerCase()];
      const wanted = configuration?.trafficModes;
      const says = `It says ${quote(trafficMode)}`;
      const read = { file, line: null };
      const doubt = configuration?.mayBeDynamic === true ? DYNAMIC : undefined;
      const finding = (result: EndpointResult, note: string) => [
        this.entry('traffic mode', name, unless(doubt, { result, read, note })),
      ];
      if (mode === undefined) return finding('not seen', `${says}, and nobody published which traffic mode that is.`);
      if (wanted === undefined) return finding('not seen', `${says}. The code does not say which it should be.`);
      if (wanted.includes(mode)) return finding('proved', `${says}.`);
      return finding('contradicted', `${says}, and the code says ${wanted.join(' or ')}. ${AGAIN}.`);
    });
  }

  private tunnel(): EndpointEntry[] {
    return this.files.files.flatMap(({ file, tunnel }) => {
      if (tunnel === undefined) return [];
      const isUp = tunnel.toUpperCase() === 'NSTUNNEL_CONNECTED';
      const note = isUp
        ? `The tunnel was connected: ${quote(tunnel)}.`
        : `The tunnel was not connected: ${quote(tunnel)}. Look why: what the client does then is another thing.`;
      const result = isUp ? ('proved' as const) : ('not seen' as const);
      return [this.entry('tunnel', this.name ?? '', { result, read: { file, line: null }, note })];
    });
  }

  private block(wanted: WantedProcess, seen: Sightings): EndpointFinding {
    return unless(wanted.doubt ?? this.open, blockFinding(wanted, this.files.bypass, seen));
  }

  private entry(
    kind: EndpointEntry['kind'],
    name: string,
    { result, read, note, tally }: EndpointFinding,
    process: string | null = null,
    host: string | null = null,
  ): EndpointEntry {
    const { first = null, last = null, count = 0 } = tally ?? {};
    return {
      kind,
      name,
      platform: this.wanted.platform,
      process,
      host,
      result,
      read: read ?? null,
      first,
      last,
      count,
      note: note ?? null,
    };
  }
}

/** Says why a test of one location of dynamic steering may be about another one than that of the endpoint. */
function doubtAboutSide({ location }: Flow): string | undefined {
  return location === undefined
    ? undefined
    : 'The test is about one location of dynamic steering, and no file says where this client was.';
}

/** Finds the configuration that the files of an endpoint name. */
function configurationNamed(
  configurations: readonly WantedConfiguration[],
  name: string,
): WantedConfiguration | undefined {
  const named = configurations.find((one) => one.name !== undefined && isSameName(one.name, name));
  if (named !== undefined) return named;
  const isDefault = DEFAULT_NAMES.some((one) => isSameName(one, name));
  return isDefault ? configurations.find((one) => one.isDefault) : undefined;
}
