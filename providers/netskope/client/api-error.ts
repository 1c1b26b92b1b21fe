/** The only type of error with which the client fails. */
import type { FieldError } from '../../../tenant/contract';
import { type ApiErrorCode, type ErrorFacts, type RequestLine, type SettingName, describe } from './error-text';

/**
 * A failed call. Callers branch on its `code`; its message is for users. It carries no token, header, body or cause,
 * because the errors of the HTTP library hold all of these.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The request; undefined where a setting was refused before any request. */
  readonly operation: RequestLine | undefined;
  readonly fieldErrors: readonly FieldError[];
  /** The setting to look at; undefined where the failure is not about one. */
  readonly setting: SettingName | undefined;
  readonly attempts: number;
  readonly waitedMs: number;
  readonly retryAfterMs: number | undefined;
  /** Whether an earlier attempt may have been carried out although its answer never came. */
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
