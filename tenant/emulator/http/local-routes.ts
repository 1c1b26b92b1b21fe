/** Routes that no tenant has: they exist for tests and benchmarks in other processes, and stay out of the journal. */
import type { FastifyInstance } from 'fastify';
import type { Journal } from '../journal';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes that are this program's own. */
    local?: true;
  }
}

const path = '/__local/journal';
const config = { local: true } as const;

/** GET answers the journal's entries and counts, DELETE forgets them. */
export function addLocalRoutes(server: FastifyInstance, journal: Journal): void {
  server.get(path, { config }, (_request, reply) => reply.send({ data: journal.entries, counts: journal.counts }));
  server.delete(path, { config }, (_request, reply) => {
    journal.clear();
    return reply.send({ data: [], counts: {} });
  });
}
