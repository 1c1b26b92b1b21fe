/**
 * What a user does about an object that is there already, or may be: docs/decisions/0008-lost-answers-and-late-objects.md.
 * Nothing is adopted by guess; each message has the command that adopts.
 */
import { DiagnosticError, error, path, warning, type Diagnostic, type Path } from '../plugin-sdk';
import { ApiError, type Collection } from './client';

/** A create that met something. */
export interface Meeting<T> {
  /** Terraform's name of the type. */
  readonly type: string;
  readonly title: string;
  /** The import id. */
  idOf(object: T): string;
  /** Why nobody can manage an object, and what to do instead; undefined where one can. */
  unmanageable(object: T): string | undefined;
  /** Whether what shall be created is known by a unique name, which stands at this attribute. */
  readonly nameAt?: string;
}

/** The object says exactly what shall be created, and the tenant would take a second one. */
export function alreadyThere<T>(meeting: Meeting<T>, twin: T): DiagnosticError {
  const id = meeting.idOf(twin);
  return new DiagnosticError(
    error(
      `The ${meeting.title} is already there`,
      `Somebody else made ${id}, which says exactly the same; it was not touched, and nothing was created. ` +
        `${adopt(meeting, id)}, or remove one of the two.`,
    ),
  );
}

/** Two runs at the same moment may have made it: each looked before the other wrote. */
export function thereTwice(title: string, others: readonly string[]): Diagnostic {
  return warning(
    `The ${title} is there twice`,
    `The tenant also has ${others.join(', ')}, which says exactly the same. Two runs may have made it at the same moment, ` +
      'or somebody by hand. One is enough: delete the other here if it is managed here too, else on the tenant.',
  );
}

/** What is known of a refused or lost create after another look at the tenant; the cause itself, where nothing is. */
export async function explainCreate<T>(
  cause: unknown,
  meeting: Meeting<T>,
  collection: Pick<Collection<T, never>, 'list' | 'refresh'>,
  same: ((objects: readonly T[]) => T | undefined) | undefined,
): Promise<unknown> {
  if (!(cause instanceof ApiError) || same === undefined) return cause;
  const { code } = cause;
  if (code !== 'outcome_unknown' && !(code === 'conflict' && meeting.nameAt !== undefined)) return cause;
  collection.refresh();
  // The look may fail like the create did; then the create's own words are all there is.
  const found = await collection.list().then(same, () => undefined);
  const told = code === 'conflict' ? aboutName(meeting, found) : aboutLoss(meeting, found);
  return new DiagnosticError(
    error(`Cannot create the ${meeting.title}`, `${told}\n\n${cause.message}`, code === 'conflict' ? at(meeting) : []),
  );
}

function aboutName<T>(meeting: Meeting<T>, holder: T | undefined): string {
  if (holder === undefined)
    return 'The name is taken by an object that the list does not show (yet): a new one may take 10 s to appear [vendor]. Wait, plan again, then import it or choose another name.';
  const id = meeting.idOf(holder);
  const others = aboutOthers(meeting, holder);
  if (others !== undefined) return others;
  return `The name is taken by ${id}, which was not touched. ${adopt(meeting, id)}, or choose another name.`;
}

function aboutOthers<T>(meeting: Meeting<T>, holder: T): string | undefined {
  const reason = meeting.unmanageable(holder);
  return reason && `The name belongs to ${meeting.idOf(holder)}. ${reason} Or choose another name.`;
}

function aboutLoss<T>(meeting: Meeting<T>, found: T | undefined): string {
  if (found === undefined)
    return 'The tenant does not show it. It may not be visible yet: wait half a minute, look, then apply again.';
  const id = meeting.idOf(found);
  const others = aboutOthers(meeting, found);
  if (others !== undefined) return others;
  // A name tells less than all that an object says.
  const what = meeting.nameAt === undefined ? 'which says what should be created' : `which has its ${meeting.nameAt}`;
  return `The tenant now has ${id}, ${what}. If nobody else made it, it is yours. ${adopt(meeting, id)}; else apply again.`;
}

function adopt<T>({ type }: Meeting<T>, id: string): string {
  return `Adopt it: terraform import ${type}.NAME ${id} (NAME: the name of this resource)`;
}

function at<T>({ nameAt }: Meeting<T>): Path {
  return nameAt === undefined ? [] : path(nameAt);
}
