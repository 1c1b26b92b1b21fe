/**
 * Tells a user about an object that exists already, or may exist: docs/decisions/0008-lost-answers-and-late-objects.md.
 * Nothing is adopted on a guess. Each message has the command that adopts the object.
 */
import { DiagnosticError, error, path, warning, type Diagnostic, type Path } from 'terraform-plugin-sdk-ts';
import { ApiError, type Collection } from './client';
import { isId } from './values';

/** What is known when a create, or an update, finds another object in its way. */
export interface Meeting<T> {
  /** Terraform's name of the resource's type. */
  readonly type: string;
  /** The word for the object in messages. */
  readonly title: string;
  /** The import id of an object. */
  idOf(object: T): string;
  /** Says why an object cannot be managed, and what to do instead; undefined where it can. */
  unmanageable(object: T): string | undefined;
  /** The attribute with the unique name of the object; left out where objects have none. */
  readonly nameAt?: string;
}

/** The refusal of a create where an existing object says exactly the same, and the tenant would accept a second one. */
export function alreadyThere<T>(meeting: Meeting<T>, twin: T): DiagnosticError {
  const id = meeting.idOf(twin);
  return new DiagnosticError(
    error(
      `The ${meeting.title} is already there`,
      `The tenant has ${named(id)}, which says exactly the same; it was not touched, and nothing was created. ${byOwner(meeting, id)}`,
    ),
  );
}

/**
 * The warning of an object that exists twice. Two runs at the same moment may have made both, because each run looked
 * before the other one wrote.
 */
export function thereTwice(title: string, others: readonly string[]): Diagnostic {
  return warning(
    `The ${title} is there twice`,
    `The tenant also has ${others.join(', ')}, which says exactly the same. Two runs may have made it at the same moment, ` +
      'or somebody by hand. One is enough: delete the other here if it is managed here too, else on the tenant.',
  );
}

/**
 * Explains a create that was refused, or whose answer was lost, by looking at the tenant again. If that explains
 * nothing, the result is the cause itself.
 */
export async function explainCreate<T>(
  cause: unknown,
  meeting: Meeting<T>,
  collection: Pick<Collection<T, never>, 'list' | 'refresh'>,
  same: ((objects: readonly T[]) => T | undefined) | undefined,
): Promise<unknown> {
  if (!(cause instanceof ApiError) || same === undefined) return cause;
  if (cause.code === 'outcome_unknown') {
    const told = aboutLoss(meeting, await lookAgain(collection, same));
    return new DiagnosticError(error(`Cannot create the ${meeting.title}`, `${told}\n\n${cause.message}`));
  }
  return isAboutName(cause, meeting) ? takenName('create', cause, meeting, await lookAgain(collection, same)) : cause;
}

/**
 * Updates an object. Where the tenant refuses its name, the error says which object has the name. If a second look
 * finds the name free, the update is tried once more: another resource of the same apply has just given the name up.
 *
 * @throws DiagnosticError where the name is taken; any other failure is thrown as it is
 */
export async function updateByName<T>(
  update: () => Promise<T>,
  meeting: Meeting<T>,
  collection: Pick<Collection<T, never>, 'list' | 'refresh'>,
  holderAmong: (objects: readonly T[]) => T | undefined,
): Promise<T> {
  let explained: unknown;
  const explain = async (cause: unknown): Promise<undefined> => {
    if (!(cause instanceof ApiError) || !isAboutName(cause, meeting)) throw cause;
    const holder = await lookAgain(collection, holderAmong);
    explained = takenName('update', cause, meeting, holder);
    if (holder !== undefined) throw explained;
    return undefined;
  };
  const updated = (await update().catch(explain)) ?? (await update().catch(explain));
  if (updated === undefined) throw explained;
  return updated;
}

/**
 * Reads the tenant again and looks for an object. If the reading fails, nothing is found, and only the failure of the
 * write is reported.
 */
function lookAgain<T>(
  collection: Pick<Collection<T, never>, 'list' | 'refresh'>,
  choose: (objects: readonly T[]) => T | undefined,
): Promise<T | undefined> {
  collection.refresh();
  return collection.list().then(choose, () => undefined);
}

/** Whether a refusal is about the name. A conflict is not, where the tenant names other fields for it. */
function isAboutName<T>({ code, fieldErrors }: ApiError, { nameAt }: Meeting<T>): boolean {
  if (code !== 'conflict' || nameAt === undefined) return false;
  return fieldErrors.length === 0 || fieldErrors.some(({ field }) => field.endsWith('name'));
}

function takenName<T>(action: string, cause: ApiError, meeting: Meeting<T>, holder: T | undefined): DiagnosticError {
  const told = aboutName(meeting, holder, action === 'create');
  return new DiagnosticError(
    error(`Cannot ${action} the ${meeting.title}`, `${told}\n\n${cause.message}`, at(meeting)),
  );
}

function aboutName<T>(meeting: Meeting<T>, holder: T | undefined, creating: boolean): string {
  if (holder === undefined)
    return 'The name is taken by an object that the list does not show (yet): a new one may take 10 s to appear [vendor]. Wait, plan again, then import it or choose another name.';
  const id = meeting.idOf(holder);
  const others = aboutOthers(meeting, holder);
  if (others !== undefined) return others;
  return `The name is taken by ${named(id)}, which was not touched. ${byOwner(meeting, id, creating)}`;
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
  // Two objects with one name may differ in everything else, so the sentence says less then.
  const what = meeting.nameAt === undefined ? 'which says what should be created' : `which has its ${meeting.nameAt}`;
  if (!isWellFormed(id)) return `The tenant now has ${named(id)}, ${what}. ${unusable}`;
  return `The tenant now has ${id}, ${what}. If nobody else made it, it is yours. Adopt it: ${adopt(meeting, id)}; else apply again.`;
}

/**
 * The advice about an object that is in the way, for each owner that it may have. A provider sees objects but no
 * addresses, and during a create it does not see what is replaced; terraform knows both.
 */
function byOwner<T>(meeting: Meeting<T>, id: string, creating = true): string {
  if (!isWellFormed(id)) return unusable;
  const byName = meeting.nameAt !== undefined;
  const otherwise = byName ? 'choose another name' : 'remove one of the two';
  const own = `the new object is made before the old one is deleted (create_before_destroy), and they cannot both ${byName ? 'have the name. Give the new one another name for this apply, take' : 'be there. Take'} create_before_destroy out, or keep what is there: terraform untaint, or an apply without -replace.`;
  const shift =
    'if this one only took its place, under another address, write a moved block, or in TypeScript call moveFromId of the new resource: docs/guides/refactor.md says how (terraform state mv does the same). If this apply changes or deletes that one too, as where an element leaves a list that is counted, apply again until the plan is empty. With for_each in place of count, keyed by the value itself, each object stays where it is.';
  const swap = byName
    ? ' Two that swap their names never come to an end: give one of them a third name, apply, then the name that it shall have.'
    : ` Else ${otherwise}.`;
  return [
    `The command terraform state list -id=${id} names the resource that manages it here, if there is one:`,
    `- no resource: ${creating ? `adopt it: ${adopt(meeting, id)}` : 'rename it on the tenant'}, or ${otherwise}.`,
    ...(creating ? [`- this resource: ${own}`] : []),
    `- another resource: ${shift}${swap}`,
  ].join('\n');
}

function adopt<T>({ type }: Meeting<T>, id: string): string {
  return `terraform import ${type}.NAME ${id} (NAME: the name of this resource)`;
}

/** The words for an object. An id of an unexpected form comes from outside, and must not stand in a command line. */
function named(id: string): string {
  return isWellFormed(id) ? id : `the object with the id ${JSON.stringify(id)}`;
}

function isWellFormed(id: string): boolean {
  return id.split('/').length <= 2 && id.split('/').every(isId);
}

const unusable =
  'Ids have letters, digits, _ and - only, so this one can be neither read, imported nor deleted from here. Delete the object on the tenant, or ask whoever runs it for ids of that form.';

/**
 * The error for an object that was created with an id that cannot be stored, because such an id could lead a request to
 * another place.
 */
export function createdWithoutId(title: string, name: string, id: string): DiagnosticError {
  return new DiagnosticError(
    error(
      'Not an id',
      `The tenant created the ${title} ${name}, and gave it the id ${JSON.stringify(id)}. ${unusable} ` +
        'The object is there, and nothing of it is stored here: until it is deleted, another apply meets it or makes a second one.',
    ),
  );
}

/** The error for an answer about another object than the one that was asked for. */
export function anotherObject(title: string, id: string, shown: string): DiagnosticError {
  return new DiagnosticError(
    error(
      'Answer about another object',
      `The tenant was asked about the ${title} ${id}, and answers with the id ${JSON.stringify(shown)}. ` +
        'What is stored here stays as it is. Plan again; if it lasts, ask whoever runs the tenant, or the gateway before it.',
    ),
  );
}

function at<T>({ nameAt }: Meeting<T>): Path {
  return nameAt === undefined ? [] : path(nameAt);
}
