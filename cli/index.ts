/** `netskope-steering`: one program, a thin file per command. A command's code loads only when it is called. */
import { Command } from 'commander';
import { EXIT } from './complaint';
import { readVersion } from './package-root';

interface LazyCommand {
  readonly name: string;
  /** The line in the program's own help; the command describes itself in its own. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

const COMMANDS: readonly LazyCommand[] = [
  {
    name: 'decide',
    summary: 'say what becomes of a flow, now or after a plan',
    load: async () => (await import('./decide')).decideCommand(),
  },
  {
    name: 'check',
    summary: 'look for mistakes that a tenant accepts, in a plan, a stack or a tenant',
    load: async () => (await import('./check')).checkCommand(),
  },
  {
    name: 'review',
    summary: 'say what plans do to traffic, for whoever reviews them',
    load: async () => (await import('./review')).reviewCommand(),
  },
  {
    name: 'tenant',
    summary: 'serve a local tenant to try things on',
    load: async () => (await import('./tenant')).tenantCommand(),
  },
  {
    name: 'terraformrc',
    summary: "print terraform's CLI configuration for the provider in this package",
    load: async () => (await import('./terraformrc')).terraformrcCommand(),
  },
];

const EXAMPLES = `
Examples:
  $ netskope-steering decide --plan plan.json --process WhatsApp.exe --host g.whatsapp.net --port 5222
  $ netskope-steering check --stack cdktf.out/stacks/tenant
  $ netskope-steering review cdktf.out/stacks/tenant --format markdown
  $ netskope-steering tenant --port 8080 --traffic-mode web
  $ netskope-steering terraformrc > netskope.tfrc
  $ netskope-steering help tenant
`;

async function main(args: readonly string[]): Promise<void> {
  const name = args[0] === 'help' ? args[1] : args[0];
  const program = new Command('netskope-steering')
    .description('Govern certificate pinned desktop apps on a Netskope tenant as code.')
    .version(readVersion())
    .addHelpText('after', EXAMPLES);
  for (const command of COMMANDS) {
    program.addCommand(
      command.name === name ? await command.load() : new Command(command.name).description(command.summary),
    );
  }
  await program.parseAsync(args, { from: 'user' });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`netskope-steering: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.bug;
});
