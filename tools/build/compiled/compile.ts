import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { BuiltFile } from '../sync-folder';
import { asFunction, COLUMN_OFFSET, compiledPath } from './form';

/** The name is kept with the code, and stands in stack traces: of the file alone, since nobody knows where it will lie. */
const toCompile = ({ path, content }: BuiltFile) => ({
  source: asFunction(String(content)),
  options: { filename: path, columnOffset: COLUMN_OFFSET },
});

const LARGEST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What V8 makes of each file, for the Node that runs the build; the same bytes every time. */
export function compileAhead(files: readonly BuiltFile[]): BuiltFile[] {
  const output = execFileSync(process.execPath, ['--random-seed=1', join(__dirname, 'compile-child.cjs')], {
    input: JSON.stringify(files.map(toCompile)),
    maxBuffer: LARGEST_OUTPUT_BYTES,
    env: {}, // NODE_OPTIONS may hold flags of V8
  });
  const compiled = JSON.parse(output.toString()) as readonly string[];
  return files.map(({ path }, index) => ({
    path: compiledPath(path),
    content: Buffer.from(compiled[index] ?? '', 'base64'),
  }));
}
