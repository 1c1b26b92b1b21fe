/** Timeouts: how long the user lets operations take. When that time is up, the `signal` of the author's code aborts. */
import { error } from '../diagnostics';
import type { Attribute, Attributes, BlockForm, NestedShape, Options } from './attribute';
import { attribute, t } from './builders';

/**
 * The operations whose time can be limited. `read` also stands for the read of a data source, and `open` for the
 * opening of an ephemeral resource.
 */
export type TimedOperation = 'create' | 'read' | 'update' | 'delete' | 'open';

const UNITS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 3.6e6 };
const DURATION = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const PARTS = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;

/** Gives the milliseconds of a duration as Go writes it, such as `1h30m`; undefined for any other text. */
export function millisecondsOf(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  return [...text.matchAll(PARTS)].reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
}

/** The type of a duration, such as `1h30m` or `90s`. It must be longer than zero. `60s` and `1m` count as one value. */
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

/** The attributes of `timeouts`, one for each operation that it names. */
export type TimeoutsOf<D> = {
  readonly [N in keyof D & TimedOperation]: Attribute<{ readonly type: typeof duration }, Options & { optional: true }>;
};

/**
 * The form of timeouts that are written as a block, not as an attribute. Users of an older provider may expect the
 * block.
 */
export interface AsBlock {
  readonly block: true;
}

/**
 * Makes the attribute `timeouts`, to be declared under that name: `timeouts: timeouts({ create: '20m', delete: '5m'
 * })`. `defaults` names the operations whose time can be limited, and how long each may take where the configuration
 * says nothing. When time is up, the operation's `signal` aborts, and its failure is reported as a timeout; work that
 * does not heed the signal goes on. The values are stored as they are configured: what an operation returns for them
 * does not matter.
 * @throws Error for a default that is no duration
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
