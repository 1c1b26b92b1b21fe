// The rules that no linter carries: pure functions from files to complaints, one line each.

/** A file of the tree: its path relative to the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

type HouseRule = (file: SourceFile) => string | undefined;

const LONGEST_FILE = 300;
const CODE = /\.(ts|js|mjs|cjs|sh)$/;
const KEBAB_CASE = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$/;

/** Whether a generator wrote the file; its length and name are the generator's affair. */
export function isGenerated(path: string): boolean {
  return /(^|\/)gen\//.test(path) || path.startsWith('constructs/l1/');
}

/** The SDK serves any provider, so the name of this one never appears in it, in whatever case. */
const sdkNamesNoVendor: HouseRule = ({ path, text }) => {
  if (!path.startsWith('providers/plugin-sdk/')) return undefined;
  const line = `${path}\n${text}`.split('\n').findIndex((part) => /netskope/i.test(part));
  return line < 0
    ? undefined
    : `line ${line}: says "netskope"; the plugin SDK serves any provider, so name no vendor in it`;
};

const filesAreShort: HouseRule = ({ path, text }) => {
  if (!CODE.test(path) || isGenerated(path)) return undefined;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return lines <= LONGEST_FILE
    ? undefined
    : `${lines} lines; split it, one idea a file, ${LONGEST_FILE} lines at the most`;
};

const namesAreKebabCase: HouseRule = ({ path }) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.endsWith('.ts') || isGenerated(path) || KEBAB_CASE.test(name)) return undefined;
  return 'rename it in kebab-case';
};

const HOUSE_RULES: readonly HouseRule[] = [sdkNamesNoVendor, filesAreShort, namesAreKebabCase];

/** Every complaint about the files, as `path: what is wrong; what to do`. None for a tree in order. */
export function findHouseRuleBreaks(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    HOUSE_RULES.flatMap((rule) => {
      const complaint = rule(file);
      return complaint === undefined ? [] : [`${file.path}: ${complaint}`];
    }),
  );
}
