/**
 * What an operation is in the contract's terms: validated values go in, an answer comes out. Neither this folder nor
 * those below it know HTTP or a web framework; what is refused is thrown as a Problem.
 */
import type {
  ConfigurationInput,
  NonStandardPortInput,
  OperationId,
  Operations,
  SteeringExceptionInput,
} from '../../contract';
import type { RestV1Codes } from '../conditions/conditions';
import type { Quirks } from '../conditions/quirks';
import type { StoredException, Store } from '../state/store';

/** The values of a request, validated, with the contract's defaults filled in. */
export interface OperationInput<Id extends OperationId> {
  path: PathParametersOf<Id>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  /** The header If-Match, as it came. */
  ifMatch: string | undefined;
  /** The quirks. An operation looks at those that change a rule; those that change an answer are applied later. */
  quirks: Quirks;
  /** The codes that REST v1 shows, where they are not the usual ones. */
  restV1Codes: RestV1Codes;
}

/** What an operation answers. */
export interface OperationAnswer {
  status: 200 | 201;
  body: { status: 'success'; msg?: string; data?: unknown; total?: number };
  /** The tag of the one object in the body. */
  etag?: string;
}

type OperationHandler<Id extends OperationId> = (store: Store, input: OperationInput<Id>) => OperationAnswer;

/** A handler for each operation of the contract. */
export type OperationTable = { [Id in OperationId]: OperationHandler<Id> };

type PathParametersOf<Id extends OperationId> = Operations[Id]['parameters'] extends { path: infer Path }
  ? Path
  : undefined;

type QueryOf<Id extends OperationId> = Operations[Id]['parameters'] extends { query?: infer Query }
  ? NonNullable<Query> & PagingOf<NonNullable<Query>>
  : undefined;

/** The paging parameters. Both have a default in the contract, except in REST v1, which has no offset. */
type PagingOf<Query> = 'offset' extends keyof Query ? { limit: number; offset: number } : unknown;

type BodyOf<Id extends OperationId> = Id extends keyof FilledBodies ? FilledBodies[Id] : WrittenBodyOf<Id>;

type WrittenBodyOf<Id extends OperationId> = Operations[Id] extends { requestBody: infer Body }
  ? Body extends { content: { 'application/json': infer Written } }
    ? Written
    : undefined
  : undefined;

type FilledException = Required<Pick<SteeringExceptionInput, 'type' | 'notes' | 'location'>> &
  Omit<SteeringExceptionInput, 'certificate_pinned_app'> &
  Pick<StoredException, 'certificate_pinned_app'>;

/** The bodies in which validation has filled in the contract's defaults. */
interface FilledBodies {
  createConfiguration: Required<ConfigurationInput>;
  createNonStandardPort: Required<NonStandardPortInput>;
  updateNonStandardPort: Required<NonStandardPortInput>;
  createException: FilledException;
  updateException: FilledException;
}

/** The answer (200) with one object. */
export function answerOne(data: { etag: string }): OperationAnswer {
  return { status: 200, body: { status: 'success', data }, etag: data.etag };
}

/** The answer (201) with a new object. */
export function answerCreated(data: { etag: string }): OperationAnswer {
  return { ...answerOne(data), status: 201 };
}

/** The answer (200) with a page of objects. */
export function answerList(data: unknown[], total: number): OperationAnswer {
  return { status: 200, body: { status: 'success', data, total } };
}

/** The answer (200) without data, for an object that is gone. */
export function answerDeleted(): OperationAnswer {
  return { status: 200, body: { status: 'success' } };
}
