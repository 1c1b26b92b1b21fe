/** Compiles and runs what a generator wrote, without writing it to the tree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import * as cdktf from 'cdktf';
import * as ts from 'typescript';

export interface GeneratedText {
  readonly name: string;
  readonly text: string;
}

const STRICTEST: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** What the compiler complains about under the strictest settings. */
export function compile(files: readonly GeneratedText[]): string[] {
  const folder = resolve(__dirname, '../../../../constructs/probe');
  const host = ts.createCompilerHost(STRICTEST);
  const virtual = new Map(files.map(({ name, text }) => [join(folder, name), text]));
  const { directoryExists, fileExists, getSourceFile, readFile } = host;
  host.directoryExists = (path) => path === folder || (directoryExists?.(path) ?? true);
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = virtual.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...virtual.keys()], STRICTEST, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What one of the files exports. */
export function load<Exports>(files: readonly GeneratedText[], name: string): Exports {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no file ${name} was generated`);
  const { code } = transformSync(file.text, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs what was generated
  new Function('exports', 'require', code)(exports, (module: string) => {
    if (module !== 'cdktf') throw new Error(`the generated code imports ${module}`);
    return cdktf;
  });
  return exports as Exports;
}

export interface SynthesizedJson {
  readonly terraform: unknown;
  readonly provider: unknown;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
  readonly data: Record<string, Record<string, Record<string, unknown>>>;
  readonly output: Record<string, { readonly value: unknown }>;
}

/** A stack's Terraform JSON, with all validations. */
export function synthesize(build: (stack: cdktf.TerraformStack) => void): SynthesizedJson {
  const outdir = mkdtempSync(join(tmpdir(), 'probe-'));
  try {
    const stack = new cdktf.TerraformStack(cdktf.Testing.app({ outdir }), 'stack');
    build(stack);
    return JSON.parse(cdktf.Testing.synth(stack, true)) as SynthesizedJson;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
