/** `netskope-steering terraformrc`: how does terraform find the provider of this package? With a CLI configuration. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { PROVIDER_SOURCE } from '../providers/netskope/names';
import { MIRROR } from './package-root';
import { say, withInertErrors } from './show';

const HOW_TO_USE = `Use it for one shell:

  netskope-steering terraformrc > netskope.tfrc
  export TF_CLI_CONFIG_FILE="$PWD/netskope.tfrc"

or for good, where no ~/.terraformrc exists yet:

  netskope-steering terraformrc > ~/.terraformrc
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
  return withInertErrors(new Command('terraformrc'))
    .description("print terraform's CLI configuration for the provider in this package")
    .addHelpText('after', `\n${HOW_TO_USE}`)
    .action(() => {
      if (existsSync(MIRROR)) {
        process.stdout.write(terraformrc(MIRROR));
        process.stderr.write(`\n${HOW_TO_USE}`);
      } else {
        say(
          'terraformrc',
          `there is no provider at ${MIRROR}, because it was not built. Run "npm run build" in the package's folder.`,
        );
        process.exitCode = 1;
      }
    });
}
