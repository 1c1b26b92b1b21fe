/** Runs a command of the program in this process, as a shell would: arguments in, streams and exit code out. */
import { appsCommand } from '../../../cli/apps';
import { checkCommand } from '../../../cli/check';
import { decideCommand } from '../../../cli/decide';
import { calibrateCommand } from '../../../cli/live/calibrate';
import { diffCommand } from '../../../cli/live/diff';
import { observeCommand } from '../../../cli/live/observe';
import { runbookCommand } from '../../../cli/live/runbook';
import { verifyCommand } from '../../../cli/live/verify';
import { reviewCommand } from '../../../cli/review';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams as one terminal shows them. */
  readonly both: string;
}

/** What names a tenant to the program. */
const ENVIRONMENT_OF_TENANT = [
  ...(['NETSKOPE_SERVER_URL', 'NETSKOPE_API_KEY'] as const),
  ...(['NETSKOPE_TENANT_URL', 'NETSKOPE_REST_V1_TOKEN'] as const),
  ...(['NETSKOPE_MAX_LIST_OBJECTS', 'NETSKOPE_MAX_LIST_MEBIBYTES'] as const),
] as const;

const COMMANDS = {
  decide: decideCommand,
  check: checkCommand,
  review: reviewCommand,
  apps: appsCommand,
  'live diff': diffCommand,
  'live runbook': runbookCommand,
  'live verify': verifyCommand,
  'live observe': observeCommand,
  'live calibrate': calibrateCommand,
};

/** @param env what the program finds of the tenant; without, nothing */
export async function run(
  name: keyof typeof COMMANDS,
  args: readonly string[],
  env: Partial<Record<(typeof ENVIRONMENT_OF_TENANT)[number] | 'FORCE_COLOR', string>> = {},
): Promise<Ran> {
  const streams = { stdout: '', stderr: '', both: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text: string | Uint8Array, ...more: unknown[]) => {
      streams[stream] += String(text);
      streams.both += String(text);
      const written = more.at(-1);
      if (typeof written === 'function') written();
      return true;
    }),
  );
  const saved = { ...process.env };
  for (const variable of [...ENVIRONMENT_OF_TENANT, 'NO_COLOR', 'FORCE_COLOR']) delete process.env[variable];
  Object.assign(process.env, env);
  const exit = jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Exit(Number(code));
  });
  try {
    process.exitCode = 0;
    await COMMANDS[name]().parseAsync([...args], { from: 'user' });
    return { code: Number(process.exitCode), ...streams };
  } catch (cause) {
    if (!(cause instanceof Exit)) throw cause;
    return { code: cause.code, ...streams };
  } finally {
    process.exitCode = 0;
    process.env = saved;
    for (const spy of [...spies, exit]) spy.mockRestore();
  }
}

class Exit extends Error {
  constructor(readonly code: number) {
    super('exit');
  }
}
