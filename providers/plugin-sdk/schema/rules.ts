/**
 * Rules across the attributes of one object: `rules: [exactlyOneOf('id', 'name')]`, on a schema, a nested attribute or blocks.
 * A name is that of an attribute of the object, or a path through single objects below it: `['windows', 'processes']`.
 * What is not known yet breaks no rule, but what is known not to become null counts as set.
 */
import { error, path, warning, type Diagnostic, type Path } from '../diagnostics';

/** An attribute of the object that a rule is about, or below it. */
export type Name = string | readonly string[];

/** Whether the configuration sets something; unknown while that depends on values that are not known yet. */
export type Presence = 'set' | 'unset' | 'unknown';

/** A rule across attributes, as data: what it speaks of is checked when the schema is declared. */
export interface Rule {
  readonly names: readonly Name[];
  /** One sentence, Markdown. */
  readonly description: string;
  /** @param at the object that the rule is about */
  readonly check: (presence: (name: Name) => Presence, at: Path) => readonly Diagnostic[];
}

/** Where the first is set, none of the others may be. */
export function conflictsWith(name: Name, ...others: readonly Name[]): Rule {
  return {
    names: [name, ...others],
    description: `\`${textOf(name)}\` cannot be set together with ${listOf(others, 'or')}.`,
    check(presence, at) {
      if (presence(name) !== 'set') return [];
      const set = others.filter((other) => presence(other) === 'set');
      if (set.length === 0) return [];
      const why = `${textOf(name)} cannot be set together with ${listOf(set, 'and')}. Remove one side.`;
      return [error('Conflicting attributes', plain(why), below(at, name))];
    },
  };
}

/** Where the first is set, all of the others must be. */
export function alsoRequires(name: Name, ...others: readonly Name[]): Rule {
  return {
    names: [name, ...others],
    description: `\`${textOf(name)}\` also requires ${listOf(others, 'and')}.`,
    check(presence, at) {
      if (presence(name) !== 'set') return [];
      const unset = others.filter((other) => presence(other) === 'unset');
      if (unset.length === 0) return [];
      const why = `Where ${textOf(name)} is set, ${listOf(unset, 'and')} must be set too.`;
      return [error('Attribute missing', plain(why), below(at, name))];
    },
  };
}

/** All of them must be set, or none. */
export function requiredTogether(...names: readonly Name[]): Rule {
  const description = `${listOf(names, 'and')} must be set together, or not at all.`;
  return {
    names,
    description,
    check(presence, at) {
      const set = names.find((name) => presence(name) === 'set');
      const unset = names.filter((name) => presence(name) === 'unset');
      if (set === undefined || unset.length === 0) return [];
      const why = `${description} Not set: ${listOf(unset, 'and')}.`;
      return [error('Attribute missing', plain(why), below(at, set))];
    },
  };
}

/** Where the first is set, a warning advises the other, which is the same but write-only: no state and no plan holds it. */
export function preferWriteOnly(name: Name, writeOnly: Name): Rule {
  const instead = `Prefer \`${textOf(writeOnly)}\` to \`${textOf(name)}\` from Terraform 1.11 on`;
  return {
    names: [name, writeOnly],
    description: `${instead}: it is not stored.`,
    check(presence, at) {
      if (presence(name) !== 'set') return [];
      const why = `${textOf(name)} is stored in the state, and in plans. ${plain(instead)}, which is not.`;
      return [warning('Value is stored', why, below(at, name))];
    },
  };
}

/** One of them must be set, and no more. */
export function exactlyOneOf(...names: readonly Name[]): Rule {
  const description = `Exactly one of ${listOf(names, 'and')} must be set.`;
  return {
    names,
    description,
    check(presence, at) {
      const set = names.filter((name) => presence(name) === 'set');
      const [, second] = set;
      if (second !== undefined) {
        const why = `${plain(description)} These are: ${plain(listOf(set, 'and'))}.`;
        return [error('Too many attributes', why, below(at, second))];
      }
      return set.length === 1 ? [] : noneOf(names, description, presence, at);
    },
  };
}

/** One of them must be set, or more. */
export function atLeastOneOf(...names: readonly Name[]): Rule {
  const description = `At least one of ${listOf(names, 'and')} must be set.`;
  return { names, description, check: (presence, at) => noneOf(names, description, presence, at) };
}

function noneOf(
  names: readonly Name[],
  description: string,
  presence: (name: Name) => Presence,
  at: Path,
): readonly Diagnostic[] {
  if (names.some((name) => presence(name) !== 'unset')) return [];
  return [error('Attribute missing', `${plain(description)} None is.`, at)];
}

function below(at: Path, name: Name): Path {
  return [...at, ...path(...[name].flat())];
}

function textOf(name: Name): string {
  return [name].flat().join('.');
}

function listOf(names: readonly Name[], word: string): string {
  const quoted = names.map((name) => `\`${textOf(name)}\``);
  const [last = ''] = quoted.slice(-1);
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** Terraform shows diagnostics as they are: no Markdown in them. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
