/** An answer as it goes over the wire, before it is sent. */
import type { OperationAnswer } from '../operations/operation';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: object;
}

export function toAnswer({ status, body, etag }: OperationAnswer): Answer {
  return { status, headers: etag === undefined ? {} : { ETag: `"${etag}"` }, body };
}
