/**
 * Processes that carry a mark in their environment, which whatever they start inherits: so no process of anybody else is ever
 * taken for one of ours. They are looked for in /proc, which only Linux has.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const VARIABLE = 'STEERING_TEST_RUN';

export class ProcessMark {
  private readonly value = randomBytes(8).toString('hex');

  /** What a process must find in its environment to carry the mark. */
  get environment(): NodeJS.ProcessEnv {
    return { [VARIABLE]: this.value };
  }

  /** The ids of the processes that carry the mark and live. A process that is about to be started may still be missing. */
  processes(): number[] {
    const entry = `${VARIABLE}=${this.value}`;
    return processIds().filter((id) => readOf(id, 'environ').split('\0').includes(entry));
  }
}

/** The command line of a process; empty for one that is gone. */
export function commandLine(id: number): string {
  return readOf(id, 'cmdline').replaceAll('\0', ' ').trim();
}

/** Sends a signal to a process, or to a group of them by its negated id. Nothing happens where there is none any more. */
export function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Empty for a process that is gone, is a zombie, or is not ours to look at. */
function readOf(id: number, file: 'environ' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
