/**
 * `netskope-steering completion`: how does a shell complete commands, options and their values? With a script that this
 * command prints.
 */
import { Argument, Command } from 'commander';
import { bashScript, fishScript, zshScript } from './completion/shells';
import { wordsOf, type Words } from './completion/words';
import { EXIT } from './complaint';
import { endOnUsage, runCommand } from './run-command';

const SCRIPTS: Readonly<Record<string, (words: Words) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const HELP = `
It completes what this version has; after an update, print it again.

  bash  echo 'source <(netskope-steering completion bash)' >> ~/.bashrc
  zsh   echo 'source <(netskope-steering completion zsh)' >> ~/.zshrc    # after compinit
  fish  netskope-steering completion fish > ~/.config/fish/completions/netskope-steering.fish

Exit codes:
  0  printed
  2  a shell that is not known
  70 a bug of this program
`;

/**
 * The sub-command, to be mounted in the program.
 * @param program a function that makes the program with all of its commands, from which the scripts are made
 */
export function completionCommand(program: () => Promise<Command>): Command {
  const command = new Command('completion')
    .description('print a script with which a shell completes commands, options and their values')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', HELP)
    .action((shell: string) =>
      runCommand('completion', async () => ({
        exitCode: EXIT.done,
        stdout: SCRIPTS[shell]?.(wordsOf(await program())) ?? '',
        notes: [],
      })),
    );
  return endOnUsage(command);
}
