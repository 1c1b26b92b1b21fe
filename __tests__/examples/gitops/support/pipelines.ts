/** The pipelines of examples/gitops as data, and what is common to both: jobs, their commands, what they keep. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const GITOPS = resolve(__dirname, '../../../../examples/gitops');
export const read = (path: string): string => readFileSync(join(GITOPS, path), 'utf8');

export const GITHUB = '.github/workflows/netskope-steering.yml';
export const GITLAB = '.gitlab-ci.yml';

/** Any YAML: rules look into what others may have written wrong. */
export type Yaml = string | number | boolean | null | undefined | readonly Yaml[] | { readonly [key: string]: Yaml };
export type Mapping = { readonly [key: string]: Yaml };

export const parseYaml = (text: string): Mapping => parse(text, { merge: true }) as Mapping;

export const mapping = (value: Yaml): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
export const list = (value: Yaml): readonly Yaml[] =>
  Array.isArray(value) ? (value as readonly Yaml[]) : value === undefined || value === null ? [] : [value];
export const text = (value: Yaml): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** A rule is broken by what it complains about. */
export type Rule = (pipeline: Mapping, source: string) => string[];

/** The calls of ci/ in a job's commands, without what names the forge or passes the stack. */
export function calls(commands: readonly string[]): string[] {
  return commands.flatMap((command) =>
    [...command.matchAll(/\bci\/([\w-]+\.(?:sh|mjs))((?: +"?\$?[\w-]+"?)?)/g)].map(
      ([, script = '', argument = '']) => `${script}${argument.replace(/ (github|gitlab)$/, ' FORGE')}`,
    ),
  );
}
