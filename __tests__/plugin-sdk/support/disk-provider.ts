/** A provider whose resource, `x_disk`, has one of each rule that a schema can hold. */
import {
  alsoRequires,
  atLeastOneOf,
  attribute,
  block,
  conflictsWith,
  exactlyOneOf,
  provider,
  requiresReplaceIf,
  requiresReplaceIfConfigured,
  resource,
  schema,
  t,
  timeouts,
  useNonNullStateForUnknown,
  warning,
  type State,
} from 'terraform-plugin-sdk-ts';

const description = 'd';
const optional = { description, optional: true } as const;
const label = t.custom(t.string, {
  name: 'label',
  normalize: (text) => text.toLowerCase(),
  validators: [(text, at) => (text.length < 10 ? [] : [warning('Long label', `${JSON.stringify(text)} is long.`, at)])],
});

const disk = schema({
  description,
  attributes: {
    size: attribute.integer({
      ...optional,
      planModifiers: [requiresReplaceIf(({ prior, planned }) => Number(planned) < Number(prior), 'it shrinks')],
    }),
    zone: attribute.string({
      description,
      optional: true,
      computed: true,
      planModifiers: [requiresReplaceIfConfigured()],
    }),
    attached: attribute.string({
      description,
      computed: true,
      nullable: true,
      planModifiers: [useNonNullStateForUnknown()],
    }),
    image: attribute.string(optional),
    snapshot: attribute.string(optional),
    labels: attribute.list(label, optional),
    mount: block.list(
      { path: attribute.string(optional), host: attribute.string(optional) },
      { description, rules: [alsoRequires('host', 'path'), atLeastOneOf('path', 'host')] },
    ),
    pair: attribute.of(t.tuple([t.string, t.object({ count: t.number })]), optional),
    timeouts: timeouts({ create: '10m', update: '10m' }),
  },
  rules: [exactlyOneOf('image', 'snapshot'), conflictsWith('snapshot', 'size')],
});

export const meta = schema({ description, attributes: { module: attribute.string(optional) } });

/** `metas` collects what modules said, `attach` decides what a read finds attached. */
export function diskProvider() {
  const seen = { metas: [] as unknown[], attached: null as string | null };
  const state = (planned: object): State<typeof disk> => ({
    ...(planned as State<typeof disk>),
    zone: typeof (planned as { zone: unknown }).zone === 'string' ? (planned as { zone: string }).zone : 'z-auto',
    attached: seen.attached,
  });
  const wait = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  const of = resource<typeof disk, null>({
    name: 'x_disk',
    schema: disk,
    async create({ planned, providerMeta, signal }) {
      seen.metas.push(providerMeta);
      return planned.image === 'slow' ? wait(signal) : state(planned);
    },
    read: async ({ state: stored }) => ({ ...(stored as State<typeof disk>), attached: seen.attached }),
    update: async ({ planned }) => state(planned),
    delete: async () => undefined,
  });
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    meta,
    resources: [of],
    configure: async () => null,
  });
  return { served, seen };
}
