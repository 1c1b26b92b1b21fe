import { relative } from 'node:path';
import {
  createProgram,
  flattenDiagnosticMessageText,
  getParsedCommandLineOfConfigFile,
  getPreEmitDiagnostics,
  sys,
  type Diagnostic,
} from 'typescript';
import type { BuiltFile } from './sync-folder';

/** Compiles the constructs as tsconfig.build.json says, declarations included; paths are relative to its outDir. */
export function compileLibrary(root: string): BuiltFile[] {
  const config = getParsedCommandLineOfConfigFile(`${root}/tsconfig.build.json`, undefined, {
    ...sys,
    onUnRecoverableConfigFileDiagnostic: fail,
  });
  const outDir = config?.options.outDir;
  if (config === undefined || outDir === undefined) throw new Error('tsconfig.build.json names no outDir');
  const program = createProgram(config.fileNames, config.options);
  getPreEmitDiagnostics(program).slice(0, 1).forEach(fail);
  const files: BuiltFile[] = [];
  program.emit(undefined, (fileName, content) => {
    files.push({ path: relative(outDir, fileName).replaceAll('\\', '/'), content });
  });
  return files;
}

function fail({ file, start, messageText }: Diagnostic): never {
  const text = flattenDiagnosticMessageText(messageText, '\n');
  if (file === undefined || start === undefined) throw new Error(text);
  throw new Error(`${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`);
}
