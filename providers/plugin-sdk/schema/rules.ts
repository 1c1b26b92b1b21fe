/**
 * Rules across the attributes of one object: `rules: [exactlyOneOf('id', 'name')]`, on a schema, a nested attribute or
 * blocks. A rule names attributes of the object, each by its name or by a path through single objects, such as
 * `['windows', 'processes']`. A value that is not known yet breaks no rule, but it counts as set where it is known that
 * it will not be null.
 */
import { error, path, warning, type Diagnostic, type Path } from '../diagnostics';

/** The name of an attribute of the object that a rule is about, or the path to one in a single object below it. */
export type Name = string | readonly string[];

/** Whether the configuration sets an attribute. It is unknown while that depends on values that are not known yet. */
export type Presence = 'set' | 'unset' | 'unknown';

/** A rule across attributes. Its names are checked when the schema is declared. */
export interface Rule {
  /** The attributes that the rule is about: two or more. */
  readonly names: readonly Name[];
  /** The rule in one sentence, in Markdown, for reference pages. */
  readonly description: string;
  /** Says what breaks the rule. @param at the path of the object that the rule is about */
  readonly check: (presence: (name: Name) => Presence, at: Path) => readonly Diagnostic[];
}

/** Refuses the others where the first one is set. */
export function conflictsWith(name: Name, ...others: readonly Name[]): Rule {
  return {
    names: [name, ...others],
    description: `\`${textOf(name)}\` cannot be set together with ${listOf(others, 'or')}.`,
    check(presence, at) {
      if (presence(name) !== 'set') return [];
      const set = others.filter((other) => presence(other) === 'set');
      if (set.length === 0) return [];
      const why = `${textOf(name)} cannot be set together with ${listOf(set, 'and')}. Remove ${textOf(name)}, or ${listOf(set, 'and')}.`;
      return [error('Conflicting attributes', plain(why), below(at, name))];
    },
  };
}

/** Demands all of the others where the first one is set. */
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

/** Demands that all of the attributes are set, or none. */
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

/** Warns where an attribute is set that also exists as a write-only one, which no state and no plan holds. */
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

/** Demands that one of the attributes is set, and no more. */
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

/** Demands that at least one of the attributes is set. */
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

/** Takes the Markdown out of a text, since Terraform shows diagnostics as they are. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
