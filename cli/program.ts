/** Which commands does the program have? Each command has a file, whose code loads only when the command is called. */
import { Command } from 'commander';
import { EXIT } from './complaint';
import { describeVersions } from './package-root';
import { endOnUsage } from './run-command';

interface LazyCommand {
  readonly name: string;
  /** The summary in the program's help. The command's own help has a description of its own. */
  readonly summary: string;
  readonly load: (isCalled: (name: string) => boolean) => Promise<Command>;
}

const COMMANDS: readonly LazyCommand[] = [
  {
    name: 'init',
    summary: 'write a project that blocks an app, tests that, and runs as it is',
    load: async () => (await import('./init')).initCommand(),
  },
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
    name: 'live',
    summary: 'read a live tenant by REST v1, and say what a person has to do on it',
    load: async (isCalled) => (await import('./live')).liveCommand(isCalled),
  },
  {
    name: 'apps',
    summary: 'search the native apps that are known',
    load: async () => (await import('./apps')).appsCommand(),
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
  {
    name: 'completion',
    summary: 'print what completes commands and options in a shell',
    load: async () => (await import('./completion')).completionCommand(() => programWith(() => true)),
  },
];

const EXAMPLES = `
Examples:
  $ netskope-steering init my-tenants
  $ netskope-steering decide --plan plan.json --process WhatsApp.exe --host g.whatsapp.net --port 5222
  $ netskope-steering check --stack cdktf.out/stacks/tenant
  $ netskope-steering review cdktf.out/stacks/tenant --format markdown
  $ netskope-steering apps whatsapp
  $ netskope-steering tenant --port 8080 --traffic-mode web
  $ netskope-steering terraformrc > netskope.tfrc
  $ netskope-steering help tenant

The help of each command says its exit codes. The guide "Use the command line" has all of them in one table.
`;

/**
 * Makes the program.
 * @param isCalled says for a command, or for a command of a command, whether its code is loaded; the others have only
 *   their summary
 */
export async function programWith(isCalled: (name: string) => boolean): Promise<Command> {
  const program = endOnUsage(new Command('netskope-steering'))
    .description('Govern certificate pinned desktop apps on a Netskope tenant as code.')
    .option('-V, --version', 'print the version, and below it what a report of a fault needs')
    .on('option:version', () => {
      process.stdout.write(describeVersions());
      process.exit(EXIT.done);
    })
    .addHelpText('after', EXAMPLES);
  for (const { name, summary, load } of COMMANDS) {
    const command = isCalled(name) ? await load(isCalled) : new Command(name).description(summary);
    program.addCommand(command.summary(summary));
  }
  return program;
}
