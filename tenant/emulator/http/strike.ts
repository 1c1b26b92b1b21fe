/** Ends a call as a fault wants it, on the wire. */
import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock';
import type { Strike } from '../conditions/faults';
import type { Answer } from './answer';

const html = '<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n';

/** @param answer what would have been answered. */
export async function strike(
  reply: FastifyReply,
  { answer: kind, delayMs }: Strike,
  answer: Answer,
  { clock, gone, onHijack }: { clock: Clock; gone: AbortSignal; onHijack: (status: number) => void },
): Promise<FastifyReply | undefined> {
  if (kind !== 'slow_body') await clock.sleep(delayMs, gone);
  if (typeof kind === 'object') {
    const { status, headers = {} } = kind;
    if (kind.html) return reply.status(status).headers(headers).type('text/html; charset=utf-8').send(html);
    const body = { status: 'error', message: `This answer is a fault that was asked for: ${status}.`, errors: [] };
    return reply.status(status).headers(headers).send(body);
  }
  const text = JSON.stringify(answer.body);
  const half = text.slice(0, text.length / 2);
  if (kind === 'truncated_json') {
    return reply.status(answer.status).headers(answer.headers).type('application/json; charset=utf-8').send(half);
  }
  onHijack(kind === 'reset' ? 0 : answer.status);
  reply.hijack();
  const { raw } = reply;
  if (kind === 'reset') {
    raw.socket?.resetAndDestroy();
    return undefined;
  }
  const rest = text.slice(half.length);
  raw.writeHead(answer.status, {
    ...answer.headers,
    'x-request-id': reply.request.id,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  raw.write(half);
  if (kind === 'slow_body') {
    await clock.sleep(delayMs, gone);
    raw.end(rest);
  } else {
    // Once the first half is on its way.
    raw.socket?.end();
  }
  return undefined;
}
