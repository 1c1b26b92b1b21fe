/** Processes as people name them: exact names, patterns that match at once, everything else. */
import type { ProcessSet } from '../comparison';
import type { ProcessClass, ProcessClasses } from '../partition/process-classes';

/** An exact name, or a name that stands for all that the same patterns match. */
export interface ProcessElement {
  readonly kind: 'name' | 'pattern' | 'others';
  /** Names it among all of a context, and in other contexts too. */
  readonly text: string;
  readonly example: string;
}

const elements = new WeakMap<ProcessClass, readonly ProcessElement[]>();

export function elementsOf(process: ProcessClass, all: ProcessClasses): readonly ProcessElement[] {
  let found = elements.get(process);
  if (found === undefined) {
    const examples = process.examples.map((example): ProcessElement => {
      const patterns = all.patternsOf(example);
      return patterns.length === 0
        ? { kind: 'others', text: '', example }
        : { kind: 'pattern', text: patterns.join(' + '), example };
    });
    found = [...process.names.map((text): ProcessElement => ({ kind: 'name', text, example: text })), ...examples];
    elements.set(process, found);
  }
  return found;
}

/** Undefined: all processes. */
export function describeProcesses(included: readonly ProcessElement[], all: ProcessClasses): ProcessSet[] | undefined {
  const others = included.find(({ kind }) => kind === 'others');
  if (others === undefined) return asSets(included);
  const isIn = new Set(included);
  const left = [...all.classes.values()].flatMap((one) => elementsOf(one, all)).filter((one) => !isIn.has(one));
  if (left.length === 0) return undefined;
  return [{ kind: 'others', text: others.example, except: asSets(left) }];
}

export function asSets(list: readonly ProcessElement[]): ProcessSet[] {
  const sets = list.map(({ kind, text, example }): ProcessSet => {
    if (kind === 'name') return { kind, text };
    return kind === 'pattern' ? { kind, text, example } : { kind, text: example, except: [] };
  });
  return sets.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}
