/** `netskope-steering terraformrc`: how does terraform find the provider of this package? With a CLI configuration. */
import { Command } from 'commander';
import { PROVIDER_SOURCE } from '../providers/netskope/names';
import { EXIT } from './complaint';
import { MIRROR, refuseUnbuilt } from './package-root';
import { endOnUsage, runCommand } from './run-command';

const HOW_TO_USE = `Use it for one shell:

  netskope-steering terraformrc > netskope.tfrc
  export TF_CLI_CONFIG_FILE="$PWD/netskope.tfrc"

or for good, where no ~/.terraformrc exists yet:

  netskope-steering terraformrc > ~/.terraformrc
`;

const EXIT_CODES = `
Exit codes:
  0  printed
  2  options that make no sense
  3  the provider is not there: in a checkout, build it first
  70 a bug of this program
`;

/**
 * Writes terraform's CLI configuration. Providers of our host come from the folder `mirror` (an absolute path); all
 * others come from where they always came from.
 */
export function terraformrc(mirror: string): string {
  const host = PROVIDER_SOURCE.slice(0, PROVIDER_SOURCE.indexOf('/'));
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${host}/*/*"]
  }
  direct {
    exclude = ["${host}/*/*"]
  }
}
`;
}

/** The sub-command, to be mounted in the program. */
export function terraformrcCommand(): Command {
  const command = new Command('terraformrc')
    .description("print terraform's CLI configuration for the provider in this package")
    .addHelpText('after', `\n${HOW_TO_USE}${EXIT_CODES}`)
    .action(() =>
      runCommand('terraformrc', async () => {
        refuseUnbuilt();
        return {
          exitCode: EXIT.done,
          stdout: terraformrc(MIRROR),
          notes: [],
          closing: HOW_TO_USE.trimEnd().split('\n'),
        };
      }),
    );
  return endOnUsage(command);
}
