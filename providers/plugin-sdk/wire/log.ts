/**
 * The log of a plugin, in lines as terraform reads them from its stderr: hclog's JSON, one object a line. A line has
 * the fields that it is given and nothing else; whoever logs leaves out tokens, headers and bodies.
 */
import { writeSync } from 'node:fs';

/** The levels, in falling order of detail. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const;

export type Level = (typeof LEVELS)[number];

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type Log = Readonly<Record<Level, (message: string, fields?: LogFields) => void>>;

/**
 * Gives the least level that is logged, or undefined for none, which is the default. TF_LOG_PROVIDER goes before
 * TF_LOG; `json`, and what is no level, mean everything, as they do for terraform.
 */
export function levelFromEnvironment(env: NodeJS.ProcessEnv): Level | undefined {
  const wanted = (env['TF_LOG_PROVIDER'] || env['TF_LOG'] || 'off').toLowerCase();
  return wanted === 'off' ? undefined : (LEVELS.find((level) => level === wanted) ?? 'trace');
}

/** Makes one line, without its line break. Fields cannot overwrite what hclog itself reads. */
export function logLine(level: Level, message: string, fields: LogFields, now: Date = new Date()): string {
  return JSON.stringify({
    ...fields,
    '@level': level,
    '@message': message,
    '@module': 'provider',
    // Go's layout wants exactly six decimals; JavaScript's clock has three.
    '@timestamp': now.toISOString().replace('Z', '000Z'),
  });
}

/** The log of this process. */
export const log: Log = {
  trace: (message, fields) => write('trace', message, fields),
  debug: (message, fields) => write('debug', message, fields),
  info: (message, fields) => write('info', message, fields),
  warn: (message, fields) => write('warn', message, fields),
  error: (message, fields) => write('error', message, fields),
};

function write(level: Level, message: string, fields: LogFields = {}): void {
  const least = levelFromEnvironment(process.env);
  if (least === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
  writeStderr(`${logLine(level, message, fields)}\n`);
}

/** The number of the file that is stdout, for {@link writeNow}. */
export const STDOUT = 1;
const STDERR = 2;

export function writeStderr(text: string): void {
  writeNow(STDERR, text);
}

/**
 * Writes before it returns, so that a line survives an exit right after it, and without the streams of `process`, which
 * take a millisecond to make.
 * @returns false where the reader is gone; that costs the line
 */
export function writeNow(fd: number, text: string): boolean {
  const bytes = Buffer.from(text);
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
    return true;
  } catch {
    return false;
  }
}
