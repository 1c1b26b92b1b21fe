/** What the compiler says of files, by the settings of this repository. */
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** @param texts of files that need not exist, by their paths; what they import is read from the disk */
export function compile(paths: readonly string[], texts: Readonly<Record<string, string>> = {}): ts.Program {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => Object.hasOwn(texts, path) || fileExists(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts[path];
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target);
  };
  return ts.createProgram([...paths, ...Object.keys(texts)], options, host);
}

/** Complaints about these files alone, one line each. */
export function complaintsAbout(program: ts.Program, paths: readonly string[]): string[] {
  const diagnostics = paths.flatMap((path) => {
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`${path} was not compiled`);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
