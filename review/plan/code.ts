/**
 * What does only the code tell, and no plan? The files of the configuration stand beside the plan, and are compared,
 * too.
 */
import { isObject } from '../../steering';

/** The configuration that a plan was made from. */
export interface ConfigurationCode {
  /** The texts of the files, by name and without what differs from machine to machine. */
  readonly files: Readonly<Record<string, string>>;
  /** The paths of the modules that these files belong to; the path of the root module is empty. */
  readonly modules: readonly string[];
}

export const LOCK_FILE = '.terraform.lock.hcl';

/**
 * Brings the files of a configuration into the form that is compared.
 * @param texts the texts of the files, by name
 */
export function codeOf(texts: Readonly<Record<string, string>>, modules: readonly string[]): ConfigurationCode {
  const files = Object.entries(texts).map(([name, text]) => [name, normalText(name, text)] as const);
  return { files: Object.fromEntries(files), modules };
}

function normalText(name: string, text: string): string {
  if (name === LOCK_FILE) return versionsIn(text);
  if (!name.endsWith('.json')) return text;
  try {
    // Of two fields with one name, Terraform takes both and JSON.parse only the last, so then the text is compared as
    // it is.
    return namesTwice(text) ? text : JSON.stringify(withoutComments(JSON.parse(text)));
  } catch {
    return text;
  }
}

/** Says whether an object in the JSON has two fields with one name. */
function namesTwice(json: string): boolean {
  const open: Set<string>[] = [];
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}:]/gs) ?? [];
  return tokens.some((token, index) => {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token !== ':' && tokens[index + 1] === ':') {
      const name = JSON.parse(token) as string;
      const isThere = open.at(-1)?.has(name) === true;
      open.at(-1)?.add(name);
      return isThere;
    }
    return false;
  });
}

/**
 * Reads the versions of providers from a lock file. Their hashes are left out: they differ by platform and by where a
 * provider came from.
 */
function versionsIn(lock: string): string {
  return [...lock.matchAll(/^provider "([^"]+)" \{\n(?:(?!\}).*\n)*? +version += "([^"]+)"/gm)]
    .map(([, provider = '', version = '']) => `${provider} ${version}\n`)
    .join('');
}

/** Takes out what a stack says about itself, and where in a file system its state lies. */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (!isObject(value)) return typeof value === 'string' ? withoutFolder(value) : value;
  const parts = Object.entries(value).filter(([name]) => name !== '//');
  return Object.fromEntries(parts.map(([name, inner]) => [name, withoutComments(inner)]));
}

/** Takes out the folder of a local state, which cdktf writes as the path of one machine. */
function withoutFolder(text: string): string {
  return text.replace(/^(?:\/|[A-Z]:\\).*[/\\](?=terraform\.[\w.-]+\.tfstate$)/, '');
}
