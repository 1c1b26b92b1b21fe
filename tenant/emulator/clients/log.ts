/**
 * The log of a client, `nsdebuglog.log`, for given connections. The lines are those that tools of third parties read
 * [community]: the vendor documents none of them. There are two variants of them, and which client writes which is not
 * published. What stands around the lines (numbers of processes, threads and lines of source) is made up, as is the line
 * for a device that is not managed. [assumed]
 */
import { Random } from '../random';
import type { ClientSource, DeviceClient } from './client';
import { addressOf, judge, type DeviceFlow } from './flows';

/** With `comma`, the address follows the host after a comma, and an exception is a `host`, not an `exception host`. */
export const logVariants = ['plain', 'comma'] as const;
type LogVariant = (typeof logVariants)[number];

export interface LogOptions {
  /** `plain` by default. */
  readonly variant?: LogVariant;
  /** Whether the device is managed; true by default. */
  readonly managed?: boolean;
  /** When the first line was written, ISO 8601. The log itself has no time zone. */
  readonly start?: string;
  /** How many lines of other things stand before each connection, and at the end; 3 by default. */
  readonly noise?: number;
  /** The seed of what is made up; 1 by default. */
  readonly seed?: number;
}

const DEVICE = '10.0.2.140';

/** Yields the lines of the log, without their ends: what the client wrote of each connection, in this order. */
export function* clientLog(
  source: ClientSource,
  client: DeviceClient,
  flows: readonly DeviceFlow[],
  { variant = 'plain', managed = true, start = '2026-11-30T08:00:00.000Z', noise = 3, seed = 1 }: LogOptions = {},
): Generator<string> {
  const random = new Random(seed);
  const writer = new LineWriter(random, Date.parse(start));
  for (const flow of flows) {
    for (let line = 0; line < noise; line++) yield writer.write(noiseLine(random));
    for (const line of linesOf(source, client, flow, managed, variant)) yield writer.write(line);
  }
  for (let line = 0; line < noise; line++) yield writer.write(noiseLine(random));
}

/** What a line says, and where in the client's source it was written. */
interface LogLine {
  /** The file and line of the source. */
  readonly from: string;
  readonly text: string;
}

const bypassManager = (line: number, text: string): LogLine => ({
  from: `bypassAppMgr.cpp:${line}`,
  text: `BypassAppMgr ${text}`,
});

const tunnel = (text: string): LogLine => ({ from: 'tunnel.cpp:878', text: `nsTunnel DTLS [sessId 1] ${text}` });

function linesOf(
  source: ClientSource,
  client: DeviceClient,
  flow: DeviceFlow,
  managed: boolean,
  variant: LogVariant,
): LogLine[] {
  const { host, port } = flow;
  // Published logs of macOS have names of processes in lower case.
  const name = client.os_family === 'mac' ? flow.process.toLowerCase() : flow.process;
  const address = addressOf(flow);
  // Where there is no name, the log has the address.
  const to = host === '' ? address : host;
  const at = variant === 'comma' ? `${to}, Dest IP: ${address}, Dest Port: ${port}` : to;
  const from = `${DEVICE}:${49_152 + (port % 16_000)}`;
  const steered = (by: string) =>
    tunnel(`Tunneling flow from addr: ${from}, process: ${name} to host: ${to}, addr: ${address}:${port} to ${by}`);
  const { result, byManagedRule } = judge(source, client, flow, managed);
  const before = byManagedRule
    ? [
        bypassManager(1150, `Found process: ${name} to be bypassed for managed devices`),
        bypassManager(1153, `device classification status: ${managed ? 'managed' : 'unmanaged'}`),
      ]
    : [];
  switch (result.kind) {
    case 'unseen':
      return [];
    case 'private':
      return [
        bypassManager(
          702,
          `Bypassing flow from process: ${name} to private ip: ${address}, Port: ${port}, host: ${to}`,
        ),
      ];
    case 'drop':
      return [...before, bypassManager(663, `Dropping connection from process: ${name}, host: ${at}`)];
    case 'drop_udp':
      return [
        ...before,
        bypassManager(671, `Blocking UDP connection from process: ${name}, dest IP:${address}:${port}, src IP ${from}`),
      ];
    case 'bypass':
      return result.tunnel
        ? [
            ...before,
            bypassManager(669, `Bypassing connection by tunneling from process: ${name}, host: ${at}`),
            steered('nsProxy'),
          ]
        : [...before, bypassManager(654, `Bypassing connection from process: ${name}, host: ${at}`)];
    case 'exception': {
      // What a client writes where exceptions are bypassed in the cloud is not published. [assumed]
      if (source.configuration.bypass_exception_traffic_at === 'cloud') return [steered('nsProxy')];
      const word = variant === 'comma' ? 'host' : 'exception host';
      const where = `Dest IP: ${address}, Dest Port: ${port}`;
      return [bypassManager(688, `bypassing flow to ${word}: ${to}, process: ${name}, ${where}`)];
    }
    case 'steer':
      return [steered(isWeb(source, flow) ? 'nsProxy' : 'app-fw')];
  }
}

/** Whether a connection goes to the proxy, and not to the cloud firewall. */
function isWeb({ ports }: ClientSource, { port, transport }: DeviceFlow): boolean {
  return transport !== 'udp' && (port === 80 || port === 443 || ports.some((row) => row.port === port));
}

/** Gives each line its time, process and thread. */
class LineWriter {
  readonly #process: string;

  constructor(
    private readonly random: Random,
    private now: number,
  ) {
    this.#process = (0x1000 + random.below(0xe000)).toString(16);
  }

  write({ from, text }: LogLine): string {
    this.now += this.random.below(400);
    const at = new Date(this.now).toISOString().replaceAll('-', '/').replace('T', ' ').replace('Z', '');
    const thread = (0x100 + this.random.below(0xff00)).toString(16);
    return `${at} stAgentSvc p${this.#process} t${thread} info ${from} ${text}`;
  }
}

/** Apps that nobody under test has, with what they do. */
const others: readonly ((random: Random) => LogLine)[] = [
  (random) => ({
    from: 'tunnelMgr.cpp:2204',
    text: `CTunnelMgr Client location is ${random.pick(['remote', 'on-prem', 'N/A'])} and traffic mode is 3, DNS 1`,
  }),
  () => ({
    from: 'tunnel.cpp:1074',
    text: 'nsTunnel DTLS SSL connected to the gslbgw server: gateway-example.goskope.com(203.0.113.35):443 successfully',
  }),
  (random) => ({
    from: 'npaTunnelMgr.cpp:580',
    text: `CNpaTunnelMgr Set NPA (Shutdown by GW) status from ${random.below(2)} to ${random.below(2)}`,
  }),
  (random) => ({
    from: 'ExceptionMgr.cpp:412',
    text: `ExceptiontMgr IP 10.2.100.${random.below(256)} is found in IP address range Exception List`,
  }),
  (random) => {
    const [port, host] = [50_000 + random.below(9_000), `node${random.below(90)}.example.net`];
    const to = `host: ${host}, addr: 198.51.100.${random.below(256)}:443`;
    return tunnel(`Tunneling flow from addr: ${DEVICE}:${port}, process: svchost.exe to ${to} to nsProxy`);
  },
  (random) =>
    bypassManager(654, `Bypassing connection from process: other.exe, host: cdn${random.below(9)}.example.net`),
  (random) =>
    bypassManager(
      671,
      `Blocking UDP connection from process: other.exe, dest IP:198.51.100.${random.below(256)}:443, src IP ${DEVICE}:50001`,
    ),
  (random) =>
    bypassManager(
      702,
      `Bypassing flow from process: other.exe to private ip: 192.168.1.${random.below(256)}, Port: 445, host: nas`,
    ),
];

function noiseLine(random: Random): LogLine {
  const make = random.pick(others);
  if (!make) throw new Error('there is no other line');
  return make(random);
}
