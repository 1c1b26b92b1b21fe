/** Routes that no tenant has: they exist for tests and benchmarks in other processes, and stay out of the journal. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Conditions } from '../conditions/conditions';
import type { Journal } from '../journal';
import { readConditions } from './read-conditions';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes that are this program's own. */
    local?: true;
  }
}

const config = { local: true } as const;

interface LocalOptions {
  journal: Journal;
  conditions: Conditions;
}

/**
 * `/__local/journal`: GET answers the entries and counts, DELETE forgets them. `/__local/conditions`: GET answers them,
 * PATCH changes those it names, DELETE puts back those of the start.
 */
export function addLocalRoutes(server: FastifyInstance, { journal, conditions }: LocalOptions): void {
  const journalPath = '/__local/journal';
  server.get(journalPath, { config }, (_request, reply) =>
    reply.send({ data: journal.entries, counts: journal.counts }),
  );
  server.delete(journalPath, { config }, (_request, reply) => {
    journal.clear();
    return reply.send({ data: [], counts: {} });
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
