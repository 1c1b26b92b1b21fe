import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { BlockNativeApp, NativeApps, NetskopeSteeringProvider, SteeringConfiguration } from '../../constructs';
import { tenantsOfStack } from '../../constructs/plumbing/model-from-stack';
import { modelFromStack, type Model } from '../../steering';
import { buildEverything } from './everything';

function withStack<T>(use: (stack: TerraformStack) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'model-'));
  try {
    const stack = new TerraformStack(new App({ outdir, stackTraces: false }), 'stack');
    new NetskopeSteeringProvider(stack, 'netskope');
    return use(stack);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const modelOfStack = (stack: TerraformStack): Model => tenantsOfStack(stack)[0].model;

/** By way of all that cdktf writes. */
const whole = (stack: TerraformStack): Model => modelFromStack(JSON.parse(JSON.stringify(stack.toTerraform())));

/** In no order that means anything. */
const inOrder = ({ covers, restsOn = [], ...lists }: Model) => ({
  covers,
  restsOn,
  ...Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, [...list].sort((a, b) => (a.key < b.key ? -1 : 1))]),
  ),
});

const block = (stack: TerraformStack) => {
  const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
  return new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP });
};

it.each<[string, (stack: TerraformStack) => void]>([
  ['every construct with every property', (stack) => buildEverything(stack)],
  ['nothing', () => undefined],
  ['an override of a resource', (stack) => block(stack).node.findAll().forEach(overrideNotes)],
  [
    'an override of the stack',
    (stack) => {
      block(stack);
      stack.addOverride(
        'resource.netskopesteering_certificate_pinned_app_exception.WhatsApp_Exception_26D78E7D.location',
        'on_premises',
      );
    },
  ],
])('is the model of what is written, of a stack with %s', (_, build) => {
  withStack((stack) => {
    build(stack);
    expect(inOrder(modelOfStack(stack))).toEqual(inOrder(whole(stack)));
  });
});

function overrideNotes(node: unknown): void {
  const { addOverride, terraformResourceType } = node as {
    addOverride?: (path: string, value: unknown) => void;
    terraformResourceType?: string;
  };
  if (terraformResourceType === 'netskopesteering_certificate_pinned_app_exception')
    addOverride?.call(node, 'notes', 'other');
}

it('knows what belongs to what, and which construct wrote it', () => {
  withStack((stack) => {
    block(stack);
    const { exceptions, apps, configurations, ports } = modelOfStack(stack);
    const app = 'netskopesteering_certificate_pinned_app.NativeApps_whatsapp_74109BE2';
    expect(exceptions).toMatchObject([
      {
        origin: { construct: 'stack/WhatsApp/Exception/Resource' },
        configuration: { known: true, value: '0' },
        data: { app: { known: true, value: app } },
      },
    ]);
    expect(apps).toMatchObject([{ key: app, name: { value: 'WhatsApp' } }]);
    expect(configurations).toMatchObject([{ key: '0', isDefault: true }]);
    expect(ports).toMatchObject([{ port: { value: 5222 }, domains: { items: ['whatsapp.com', 'whatsapp.net'] } }]);
  });
});
