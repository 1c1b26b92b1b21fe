/** What does synth leave beside cdk.tf.json, and on the terminal? No other file here touches either. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AnnotationMetadataEntryType, type TerraformStack } from 'cdktf';
import { inert, STEERING_JSON, writeSteeringJson, type Steering } from '../../steering';
import { nodesOf } from './synth';

/** The variable by which the CLI of cdktf says that it runs the synth; it then shows annotations itself. */
const CDKTF_CLI = 'CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS';

const WARNING: string = AnnotationMetadataEntryType.WARN;

/** The folders, seen from this one, in which the provider may be: in a checkout, and in the package. */
const MIRRORS = ['../../dist/mirror', '../../../mirror'];

/**
 * Makes a stack write steering.json whenever the stack is written, and show its warnings, which cdktf only writes to a
 * file. Where the CLI of cdktf runs the synth, the stack also gets what terraform needs to find the provider.
 */
export function writeAtSynth(stack: TerraformStack, steering: () => Steering): void {
  const { synthesizer } = stack;
  stack.synthesizer = {
    synthesize(session) {
      try {
        synthesizer.synthesize(session);
      } finally {
        if (process.env[CDKTF_CLI] === undefined) showWarnings(stack);
      }
      const { synthesizedStackPath } = session.manifest.forStack(stack);
      const folder = join(session.outdir, dirname(synthesizedStackPath));
      writeFileSync(join(folder, STEERING_JSON), writeSteeringJson(steering()));
      if (process.env[CDKTF_CLI] !== undefined) offerProvider(folder, join(session.outdir, synthesizedStackPath));
    },
  };
}

function showWarnings(stack: TerraformStack): void {
  for (const { node } of nodesOf(stack)) {
    for (const { type, data } of node.metadata) {
      if (type !== WARNING) continue;
      process.stderr.write(`Warning: [${inert(node.path)}] ${inert(String(data))}\n`);
    }
  }
}

interface RequiredProvider {
  readonly source: string;
  readonly version?: string;
}

/**
 * Lets terraform find the provider of this package in the folder of a stack, so that `npx cdktf plan` needs no CLI
 * configuration and no option. Terraform looks into `terraform.d/plugins` unless a CLI configuration says where
 * providers come from. cdktf asks registries for checksums unless the lock file names every provider; terraform adds the
 * checksum to an entry that has none.
 */
function offerProvider(folder: string, configuration: string): void {
  const mirror = MIRRORS.map((path) => join(__dirname, path)).find((path) => existsSync(path));
  // Without a build, or in somebody's bundle, there is nothing to offer, and terraform says what it misses.
  if (mirror === undefined) return;
  try {
    linkTo(mirror, join(folder, 'terraform.d', 'plugins'));
  } catch {
    // Some file systems have no links, and a CLI configuration may name the mirror: terraform says it, if it misses one.
  }

  const { terraform } = JSON.parse(readFileSync(configuration, 'utf8')) as {
    readonly terraform: { readonly required_providers?: Readonly<Record<string, RequiredProvider>> };
  };
  const lockFile = join(folder, '.terraform.lock.hcl');
  const before = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '';
  const after = Object.values(terraform.required_providers ?? {})
    .filter(({ source, version }) => version !== undefined && existsSync(join(mirror, source, version)))
    .reduce(withEntry, before);
  if (after !== before) writeFileSync(lockFile, after);
}

/** Makes the link, or moves it from where the package was before. What is there and is no link stays. */
function linkTo(target: string, path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found !== undefined && (!found.isSymbolicLink() || readlinkSync(path) === target)) return;
  if (found !== undefined) unlinkSync(path);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'dir');
}

/** Returns a lock file with an entry for this version of a provider, in the place of an entry for another version. */
function withEntry(lock: string, { source, version }: RequiredProvider): string {
  const entry = `provider "${source}" {\n  version     = "${version}"\n  constraints = "${version}"\n}\n`;
  const [found] = new RegExp(`^provider "${source}" \\{\n[^]*?^\\}\n`, 'm').exec(lock) ?? [];
  if (found === undefined) return lock + entry;
  return new RegExp(`^ *version *= "${version}"$`, 'm').test(found) ? lock : lock.replace(found, () => entry);
}
