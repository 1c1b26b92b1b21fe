/** The one type of error with which the client fails. */
import type { FieldError } from '../../../tenant/contract';
import { type ApiErrorCode, type ErrorFacts, type RequestLine, type SettingName, describe } from './error-text';

/**
 * A failed call. Its `code` is for branches, its message for users. It carries no token, header or body, and no cause, because
 * the errors of the HTTP library hold all three.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The request; undefined when a setting was refused before any. */
  readonly operation: RequestLine | undefined;
  readonly fieldErrors: readonly FieldError[];
  /** The setting to look at, if the failure is about one. */
  readonly setting: SettingName | undefined;
  readonly attempts: number;
  readonly waitedMs: number;
  readonly retryAfterMs: number | undefined;
  /** Whether an earlier attempt may have been carried out though its answer never came. */
  readonly lostAnswer: boolean;

  constructor(facts: ErrorFacts) {
    super(describe(facts));
    this.code = facts.code;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.operation = facts.operation;
    this.fieldErrors = facts.fieldErrors ?? [];
    this.setting = facts.setting;
    this.attempts = facts.attempts ?? 0;
    this.waitedMs = facts.waitedMs ?? 0;
    this.retryAfterMs = facts.retryAfterMs;
    this.lostAnswer = facts.lostAnswer ?? false;
  }
}

/** @throws ApiError `invalid_setting`, before any request */
export function refuseSetting(setting: SettingName, reason: string): never {
  throw new ApiError({ code: 'invalid_setting', setting, reason });
}

/** Whether an error is an ApiError with one of these codes. */
export function failedWith(error: unknown, ...codes: ApiErrorCode[]): error is ApiError {
  return error instanceof ApiError && codes.includes(error.code);
}
