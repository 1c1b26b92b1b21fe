import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { temporaryFolder } from '../tenant/support/temporary-folder';
import { run } from './support/run';
import { PLAN, STACK, stackFolders, STEERING } from './support/stack';

const stacks = stackFolders();
const { path: root, remove } = temporaryFolder('endpoints');
afterAll(() => {
  stacks.remove();
  remove();
});

const verify = (stack: string, endpoint: string, ...more: string[]) =>
  run('live verify', [stack, '--endpoint', endpoint, ...more]);

const TEST = {
  name: 'WhatsApp is blocked',
  construct: 'tenant/Test',
  flow: { platform: 'windows', process: 'WhatsApp.exe', host: 'g.whatsapp.net', port: 443 },
  expect: 'block',
};
const stack = stacks.make({ stack: STACK, plan: PLAN, steering: { ...STEERING, trafficTests: [TEST] } });

const steering_config_name = 'Default tenant config';
const ROW = { action: 0, appName: 'WhatsApp', processName: 'WhatsApp.exe', isRegex: 'false', mode: 'direct' };
const log = (verb: string, process = 'WhatsApp.exe', host = 'g.whatsapp.net') =>
  `2026/11/30 10:00:00.123 stAgentSvc p17fc tb44 info bypassAppMgr.cpp:663 BypassAppMgr ${verb} connection from process: ${process}, host: ${host}\r\n`;
const FILES = {
  'nsbypass.json': JSON.stringify({ certPinnedAppList: [ROW], status: 'success', steering_config_name }),
  'nssteering.json': `\ufeff${JSON.stringify({ steering_config_name, traffic_mode: 'web' })}`,
  'nsexception.json': JSON.stringify({ names: ['intranet.example'], ips: [], steering_config_name }),
  'jane-laptop.txt': Buffer.from(
    `\ufeffOrgname:: Acme.\r\nSteering Config:: Default tenant config.\r\nEmail:: jane@acme.example.\r\nTunnel status:: NSTUNNEL_CONNECTED.\r\nTraffic Mode:: All Web Traffic.\r\n`,
    'utf16le',
  ),
  'nsdebuglog.1.log': log('Bypassing') + log('Bypassing', 'Jane.exe', 'private.example'),
  'nsdebuglog.log': log('Dropping'),
} as const;
type Content = string | Uint8Array;

let made = 0;
function folder(files: Readonly<Record<string, Content>> = FILES): string {
  const path = join(root, `endpoint-${made++}`);
  mkdirSync(join(path, 'sub'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, 'sub', name), content);
  return path;
}

interface Packing {
  readonly flags?: number;
  readonly method?: number;
  /** Changes what the directory says of each file. */
  readonly said?: (entry: Buffer) => void;
  readonly end?: (end: Buffer) => void;
}

/** An archive whose files lie in folders that would leave where it is unpacked. */
function zip(
  files: Readonly<Record<string, Content>> = FILES,
  { flags = 0, method = 8, said, end }: Packing = {},
): string {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as Uint8Array);
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const path = Buffer.from(`../../users\\jane/${name}`);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(checksum(bytes), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    said?.(entry);
    parts.push(header, path, data);
    directory.push(entry, path);
    at += 30 + path.length + data.length;
  }
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(directory.length / 2, 10);
  last.writeUInt32LE(Buffer.concat(directory).length, 12);
  last.writeUInt32LE(at, 16);
  end?.(last);
  const path = join(root, `endpoint-${made++}.zip`);
  writeFileSync(path, Buffer.concat([...parts, ...directory, last]));
  return path;
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
/** CRC-32, written apart from the one that checks it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}

it('proves a block and a test, and says where', async () => {
  const { code, stdout, stderr } = await verify(stack, folder());
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(
    'Proved: of 2 blocks and tests, 2 proved, 0 contradicted, 0 not seen. Its configuration is "Default tenant config".',
  );
  expect(lines.find((line) => line.includes('block "WhatsApp"'))).toMatch(
    /^ {2}proved +block "WhatsApp" +WhatsApp\.exe +1 +2026-11-30 10:00:00\.123 +2026-11-30 10:00:00\.123 +nsdebuglog\.log:1$/,
  );
  expect(lines.find((line) => line.includes('test "WhatsApp is blocked"'))).toMatch(/g\.whatsapp\.net/);
  expect(stdout).toMatch(/Before the first of these, 1 connection was not dropped/);
  expect(stdout).not.toMatch(/jane|private|intranet|Acme/i);
});

it.each([
  ['deflated', 8],
  ['stored', 0],
])('reads the same out of an archive, %s', async (_, method) => {
  const [inFolder, inZip] = [
    await verify(stack, folder(), '--json'),
    await verify(stack, zip(FILES, { method }), '--json'),
  ];
  expect([inZip.code, inZip.stderr]).toEqual([0, '']);
  expect(inZip.stdout).toBe(inFolder.stdout);
  const { result, configuration, platform, entries, source } = JSON.parse(inZip.stdout);
  expect([result, configuration, platform, source.kind]).toEqual(['proved', steering_config_name, 'windows', 'plan']);
  expect(entries).toContainEqual(
    expect.objectContaining({ kind: 'test', result: 'proved', read: { file: 'nsdebuglog.log', line: 1 } }),
  );
});

it('ends with 30 where something contradicts', async () => {
  const bypass = JSON.stringify({ certPinnedAppList: [], status: 'success', steering_config_name });
  const { code, stdout } = await verify(join(stack, 'plan.json'), folder({ ...FILES, 'nsbypass.json': bypass }));
  expect(code).toBe(30);
  expect(stdout).toMatch(/^Contradicted: of 2 blocks and tests, 1 proved, 1 contradicted/);
  expect(stdout).toMatch(/The process is missing in nsbypass\.json\. Run nsdiag -u/);
});

it('ends with 0 where nothing is seen, and says which files are missing', async () => {
  const { code, stdout } = await verify(stack, folder({ 'nsdiag.txt': 'Tunnel status:: NSTUNNEL_CONNECTED.' }));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Not all is seen: of 2 blocks and tests, 0 proved, 0 contradicted, 2 not seen\./);
  expect(stdout).toMatch(/no nsbypass\.json.* Since release 131 a bundle may lack/);
});

it('counts from a time on', async () => {
  const since = ['--since', '2026-11-30 11:00'];
  expect((await verify(stack, folder(), ...since)).stdout).toMatch(
    /before --since, or without a time, do not count: 3/,
  );
  const { code, stderr } = await verify(stack, folder(), '--since', 'yesterday');
  expect([code, stderr]).toEqual([2, expect.stringContaining('Write a time as 2026-12-31')]);
});

it('asks for the platform, which no file says', async () => {
  const text = JSON.stringify(STACK);
  const both = JSON.parse(
    text
      .replace('"windows":"block"', '"windows":"block","mac_os":"block"')
      .replace('"windows":{', '"mac_os":{"processes":["WhatsApp"]},"windows":{'),
  );
  const code = stacks.make({ stack: both });
  const asked = await verify(code, folder());
  expect([asked.code, asked.stderr]).toEqual([
    2,
    expect.stringContaining('Add --platform windows or --platform mac_os.'),
  ]);
  const mac = JSON.parse((await verify(code, folder(), '--platform', 'mac_os', '--json')).stdout);
  expect(mac.entries).toContainEqual(
    expect.objectContaining({ kind: 'block', platform: 'mac_os', result: 'contradicted' }),
  );
});

it.each<[string, () => string, RegExp]>([
  ['there is nothing', () => join(root, 'none'), /there is no such folder or file/],
  ['nothing is of a client', () => folder({ 'a.txt': 'milk' }), /none of its files is one of a client: nsbypass\.json/],
  [
    'a file is cut off',
    () => folder({ ...FILES, 'nsbypass.json': '{"certPinnedAppList":[' }),
    /nsbypass\.json cannot be read: it is not JSON\. Export it again/,
  ],
  ['a file is no archive', () => join(stack, 'plan.json'), /no directory at its end/],
  [
    'a file in an archive is encrypted',
    () => zip(FILES, { flags: 1 }),
    /is encrypted\. Unpack it, and name the folder/,
  ],
  ['it is packed in another way', () => zip(FILES, { method: 12 }), /packed by method 12/],
  ['it is ZIP64', () => zip(FILES, { end: (end) => end.writeUInt32LE(0xffffffff, 16) }), /ZIP64/],
  [
    'a file of it is in ZIP64',
    () => zip(FILES, { said: (entry) => entry.writeUInt32LE(0xffffffff, 24) }),
    /needs ZIP64/,
  ],
  [
    'its directory is elsewhere',
    () => zip(FILES, { end: (end) => end.writeUInt32LE(0x7fffffff, 16) }),
    /beyond its end/,
  ],
  ['its directory is shorter', () => zip(FILES, { end: (end) => end.writeUInt16LE(99, 10) }), /directory is cut off/],
  ['its files share bytes', () => zip(FILES, { said: (entry) => entry.writeUInt32LE(0, 42) }), /share bytes/],
  [
    'it holds more than it says',
    () => zip(FILES, { said: (entry) => entry.writeUInt32LE(3, 24) }),
    /more bytes than its directory says/,
  ],
  ['it holds less than it says', () => zip(FILES, { said: (entry) => entry.writeUInt32LE(9_999, 24) }), /fewer bytes/],
  [
    'its bytes are others',
    () => zip(FILES, { method: 0, said: (entry) => entry.writeUInt16LE(8, 10) }),
    /cannot be unpacked/,
  ],
  ['it is a bomb', () => zip({ 'nsdebuglog.log': Buffer.alloc(2 ** 25) }), /grows from 1 MB to 32 MB, as no log does/],
  [
    'it is too large',
    () => zip(FILES, { said: (entry) => [20, 24].forEach((at) => entry.writeUInt32LE(0xf0000000, at)) }),
    /unpacks to 2\d{4} MB/,
  ],
])('ends with 3 where %s', async (_, make, message) => {
  const { code, stdout, stderr } = await verify(stack, make());
  expect([code, stdout, stderr]).toEqual([3, '', expect.stringMatching(message)]);
  expect(stderr).not.toMatch(/jane/);
});

it('says that an archive was damaged, where Node has checksums', async () => {
  const { code, stderr } = await verify(stack, zip(FILES, { said: (entry) => entry.writeUInt32LE(1, 16) }));
  expect([code, stderr]).toEqual([3, expect.stringContaining('is not what was packed')]);
});

it('refuses the files of two endpoints, and takes copies', async () => {
  const path = folder();
  writeFileSync(join(path, 'nssteering.json'), FILES['nssteering.json']);
  expect((await verify(stack, path)).code).toBe(0);
  writeFileSync(join(path, 'nssteering.json'), '{"steering_config_name":"Sales"}');
  expect((await verify(stack, path)).stderr).toMatch(/There are 2 files nssteering\.json that differ/);
});

it('reads a long log without keeping it, also out of an archive', async () => {
  const noise = log('Dropping', 'Other.exe', 'other.example');
  const block = Buffer.from(`${Array.from({ length: 4096 }, (_, index) => `${index * 7919} ${noise}`).join('')}`);
  const content = Buffer.concat([
    ...Array.from({ length: Math.ceil(50e6 / block.length) }, () => block),
    Buffer.from(log('Dropping')),
  ]);
  const files = { ...FILES, 'nsdebuglog.log': content };
  for (const path of [folder(files), zip(files)]) {
    const before = process.memoryUsage().rss;
    const { stdout } = await verify(stack, path, '--json');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
    const { log: read, result } = JSON.parse(stdout);
    expect([result, read.lines]).toEqual(['proved', content.toString('latin1').split('\n').length - 1 + 2]);
  }
}, 60_000);
