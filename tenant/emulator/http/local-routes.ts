/** Routes that no tenant has: they exist for tests and benchmarks in other processes, and stay out of the journal. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Conditions } from '../conditions/conditions';
import type { Journal } from '../journal';
import { invalid } from '../problem';
import { readConditions } from './read-conditions';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes that are this program's own. */
    local?: true;
  }
}

/** Entries of the journal in one answer, at most and by default. */
const PAGE = 1_000;

const config = { local: true } as const;

interface LocalOptions {
  journal: Journal;
  conditions: Conditions;
}

/**
 * `/__local/journal`: GET answers a page of the entries, their total and counts, DELETE forgets them. `/__local/conditions`: GET answers them,
 * PATCH changes those it names, DELETE puts back those of the start.
 */
export function addLocalRoutes(server: FastifyInstance, { journal, conditions }: LocalOptions): void {
  const journalPath = '/__local/journal';
  server.get(journalPath, { config }, (request, reply) => {
    const offset = readNumber(request.query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
    const limit = readNumber(request.query, 'limit', PAGE, 1, PAGE);
    const { entries, counts } = journal;
    return reply.send({ data: entries.slice(offset, offset + limit), total: entries.length, counts });
  });
  server.delete(journalPath, { config }, (_request, reply) => {
    journal.clear();
    return reply.send({ data: [], total: 0, counts: {} });
  });

  const conditionsPath = '/__local/conditions';
  const answer = (reply: FastifyReply) => reply.send({ status: 'success', data: conditions.settings });
  server.get(conditionsPath, { config }, (_request, reply) => answer(reply));
  server.patch(conditionsPath, { config }, (request, reply) => {
    conditions.change(readConditions(request.body));
    return answer(reply);
  });
  server.delete(conditionsPath, { config }, (_request, reply) => {
    conditions.reset();
    return answer(reply);
  });
}

/** A parameter of a query. @throws a Problem (400) unless it is a whole number in its bounds. */
function readNumber(query: unknown, name: string, byDefault: number, least: number, most: number): number {
  const text = (query as Record<string, unknown>)[name] ?? String(byDefault);
  const number = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw invalid([{ field: name, message: `must be a whole number from ${least} to ${most}` }]);
}
