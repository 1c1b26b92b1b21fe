/**
 * An operation in the contract's terms: validated values in, an answer out. Neither HTTP nor a web framework appears
 * below this folder; whatever is refused is thrown as a Problem.
 */
import type {
  ConfigurationInput,
  NonStandardPortInput,
  OperationId,
  Operations,
  SteeringExceptionInput,
} from '../../contract';
import type { Quirks } from '../conditions/quirks';
import type { StoredException, Store } from '../state/store';

/** What a request says, validated, with the contract's defaults filled in. */
export interface OperationInput<Id extends OperationId> {
  path: FieldPathOf<Id>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  /** The header If-Match as it came. */
  ifMatch: string | undefined;
  /** Those of rules are asked for; those of answers come later. */
  quirks: Quirks;
}

export interface OperationAnswer {
  status: 200 | 201;
  body: { status: 'success'; msg?: string; data?: unknown; total?: number };
  /** The tag of the one object in the body. */
  etag?: string;
}

type OperationHandler<Id extends OperationId> = (store: Store, input: OperationInput<Id>) => OperationAnswer;

export type OperationTable = { [Id in OperationId]: OperationHandler<Id> };

type FieldPathOf<Id extends OperationId> = Operations[Id]['parameters'] extends { path: infer Path } ? Path : undefined;

type QueryOf<Id extends OperationId> = Operations[Id]['parameters'] extends { query?: infer Query }
  ? NonNullable<Query> & PagingOf<NonNullable<Query>>
  : undefined;

/** Both have a default in the contract, but in REST v1, which has no offset. */
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

/** Bodies in which validation has filled the contract's defaults. */
interface FilledBodies {
  createConfiguration: Required<ConfigurationInput>;
  createNonStandardPort: Required<NonStandardPortInput>;
  updateNonStandardPort: Required<NonStandardPortInput>;
  createException: FilledException;
  updateException: FilledException;
}

/** 200 with one object. */
export function answerOne(data: { etag: string }): OperationAnswer {
  return { status: 200, body: { status: 'success', data }, etag: data.etag };
}

/** 201 with the new object. */
export function answerCreated(data: { etag: string }): OperationAnswer {
  return { ...answerOne(data), status: 201 };
}

/** 200 with a page. */
export function answerList(data: unknown[], total: number): OperationAnswer {
  return { status: 200, body: { status: 'success', data, total } };
}

/** 200 with nothing: the object is gone. */
export function answerDeleted(): OperationAnswer {
  return { status: 200, body: { status: 'success' } };
}
