/** Timeouts: how long the user lets operations take. What they say reaches the author's code as `signal`. */
import { error } from '../diagnostics';
import type { Attribute, Attributes, BlockForm, NestedShape, Options } from './attribute';
import { attribute, t } from './builders';

/** Operations whose time can be limited; `read` of data sources too, `open` of ephemeral resources. */
export type TimedOperation = 'create' | 'read' | 'update' | 'delete' | 'open';

const UNITS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 };
const DURATION = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const PARTS = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** The milliseconds of a span of time as Go writes them, such as `1h30m`; undefined for any other text. */
export function millisecondsOf(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  return [...text.matchAll(PARTS)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
}

/** A span of time, such as `1h30m` or `90s`; `60s` and `1m` are one. */
export const duration = t.custom(t.string, {
  name: 'duration',
  normalize: (text) => `${millisecondsOf(text) ?? text}`,
  validators: [
    (text, at) =>
      (millisecondsOf(text) ?? 0) > 0
        ? []
        : [error('Not a duration', `${JSON.stringify(text)} is no span of time such as "30s", "10m" or "1h30m".`, at)],
  ],
});

/** What of the timeouts stands in a schema. */
export type TimeoutsOf<D> = {
  readonly [N in keyof D & TimedOperation]: Attribute<{ readonly type: typeof duration }, Options & { optional: true }>;
};

/** Where timeouts are not written as an attribute, but as a block: what users of an older provider are used to. */
export interface AsBlock {
  readonly block: true;
}

/**
 * The attribute `timeouts`, to be declared under that name: `timeouts: timeouts({ create: '20m', delete: '5m' })`. It names the
 * operations whose time can be limited, and how long they may take where the configuration says nothing. When time is up, the
 * operation's `signal` aborts, and its failure is told as a timeout; work that does not heed the signal goes on. The values
 * are stored as they are configured: whatever an operation returns for them does not matter.
 */
export function timeouts<const D extends Readonly<Partial<Record<TimedOperation, string>>>>(
  defaults: D,
  form?: AsBlock,
): Attribute<NestedShape<TimeoutsOf<D>, 'single'>, Options & { optional: true }> {
  const entries = Object.entries(defaults) as [TimedOperation, string][];
  const attributes = entries.map(([operation, text]) => {
    const description = `How long ${PHRASES[operation]} may take. Default: \`${text}\`.`;
    return [operation, attribute.of(duration, { optional: true, description })];
  });
  const block: BlockForm<'single'> = { kind: 'single' };
  return {
    shape: {
      nesting: 'single',
      attributes: Object.fromEntries(attributes) as Attributes as TimeoutsOf<D>,
      ...(form?.block && { block }),
    },
    options: {
      optional: true,
      description: 'How long operations may take, each as a duration such as `30s` or `1h30m`.',
      timeouts: Object.fromEntries(entries.map(([operation, text]) => [operation, checked(operation, text)])),
    },
  };
}

const PHRASES: Readonly<Record<TimedOperation, string>> = {
  create: 'creating it',
  read: 'reading it',
  update: 'updating it',
  delete: 'deleting it',
  open: 'opening it',
};

function checked(operation: TimedOperation, text: string): number {
  const milliseconds = millisecondsOf(text);
  if (milliseconds === undefined) throw new Error(`timeouts of ${operation}: ${JSON.stringify(text)} is no duration`);
  return milliseconds;
}
