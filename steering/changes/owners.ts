/** Which changed objects are about a process. */
import { append } from '../collections';
import type { ProcessClass, ProcessClasses } from '../partition/process-classes';
import { idOf, type ChangedObjects } from './changed-objects';
import { elementsOf, type ProcessElement } from './describe-processes';

/** The processes of a class by the changed exceptions and apps that are about them, or may be: ids, a line each. */
export function groupsOf(
  process: ProcessClass,
  all: ProcessClasses,
  changed: ChangedObjects,
): Map<string, ProcessElement[]> {
  const groups = new Map<string, ProcessElement[]>();
  for (const element of elementsOf(process, all)) {
    const owners = new Set<string>();
    for (const { exception, app } of all.rulesFor(element.example)) {
      if (changed.has('exceptions', exception.key)) owners.add(idOf('exceptions', exception.key));
      if (app !== undefined && changed.has('apps', app.key)) owners.add(idOf('apps', app.key));
    }
    append(groups, [...owners].sort().join('\n'), element);
  }
  return groups;
}
