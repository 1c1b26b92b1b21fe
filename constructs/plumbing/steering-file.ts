/** What does synth leave beside cdk.tf.json, and on the terminal? No other file here touches either. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AnnotationMetadataEntryType, type TerraformStack } from 'cdktf';
import { inert, STEERING_JSON, writeSteeringJson, type Steering } from '../../steering';
import { nodesOf } from './synth';

/** The variable by which the CLI of cdktf says that it runs the synth; it then shows annotations itself. */
const CDKTF_CLI = 'CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS';

const WARNING: string = AnnotationMetadataEntryType.WARN;

/**
 * Makes a stack write steering.json whenever the stack is written, and show its warnings, which cdktf only writes to a
 * file.
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
