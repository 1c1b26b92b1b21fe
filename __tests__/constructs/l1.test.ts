import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fn, TerraformOutput, type TerraformResource, TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { l1 } from '../../constructs';
import { version } from '../../package.json';
import { certificatePinnedApp } from '../../providers/netskope/resources/certificate-pinned-app/schema';
import { configuration } from '../../providers/netskope/resources/configuration/schema';
import { defaultConfiguration } from '../../providers/netskope/resources/default-configuration/schema';
import { netskope } from '../../providers/netskope/provider';
import { nonStandardPort } from '../../providers/netskope/resources/non-standard-port/schema';
import type { Attributes } from 'terraform-plugin-sdk-ts';
import { EXCEPTION_TYPES } from '../../steering/domain/exceptions';
import { resourceOf, synthesize } from './synthesize';

type AnyL1 = new (scope: Construct, id: string, config: object) => TerraformResource;

const RESOURCES: readonly [name: string, of: AnyL1, attributes: Attributes][] = [
  ['certificate_pinned_app', l1.certificatePinnedApp.CertificatePinnedApp as AnyL1, certificatePinnedApp.attributes],
  ['configuration', l1.configuration.Configuration as AnyL1, configuration.attributes],
  ['default_configuration', l1.defaultConfiguration.DefaultConfiguration, defaultConfiguration.attributes],
  ...exceptions(),
  ['non_standard_port', l1.nonStandardPort.NonStandardPort as AnyL1, nonStandardPort.attributes],
];

/** A value for every attribute that can be written: as Terraform spells it, and as a construct does. */
function sample(
  attributes: Attributes,
  at = '',
): { terraform: Record<string, unknown>; typescript: Record<string, unknown> } {
  const terraform: Record<string, unknown> = {};
  const typescript: Record<string, unknown> = {};
  for (const [name, { shape, options }] of Object.entries(attributes)) {
    if (options.required !== true && options.optional !== true) continue;
    const camel = name
      .split('_')
      .map((word, i) => (i === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
      .join('');
    if ('nesting' in shape) {
      const inner = sample(shape.attributes, `${at}${name}.`);
      const many = shape.nesting === 'set' || shape.nesting === 'list';
      terraform[name] = many ? [inner.terraform] : inner.terraform;
      typescript[camel] = many ? [inner.typescript] : inner.typescript;
    } else {
      const kind = shape.type.kind;
      const value =
        kind === 'bool' ? true : kind === 'number' ? 17 : kind === 'set' ? [`${at}${name}`] : `${at}${name}`;
      terraform[name] = value;
      typescript[camel] = value;
    }
  }
  return { terraform, typescript };
}

/** One for each type of exception. */
function exceptions(): [name: string, of: AnyL1, attributes: Attributes][] {
  return Object.values(EXCEPTION_TYPES).map(({ resource }) => {
    const module = Object.values(l1).find((one) => tfTypesIn(one).includes(`netskopesteering_${resource}`));
    const [of] = Object.values(module ?? {}).filter((one) => tfTypesIn([one]).length > 0);
    const { schema } = netskope.resources.find(({ name }) => name === `netskopesteering_${resource}`)!;
    return [resource, of as AnyL1, schema.attributes];
  });
}

function tfTypesIn(module: object): unknown[] {
  return Object.values(module).flatMap((one: { tfResourceType?: string }) => one.tfResourceType ?? []);
}

describe.each(RESOURCES)('the L1 construct of %s', (name, L1, attributes) => {
  it('writes every attribute that can be written, under its name in Terraform', () => {
    const { terraform, typescript } = sample(attributes);
    expect(
      resourceOf(
        synthesize((stack) => new L1(stack, 'It', typescript)),
        name,
      ),
    ).toEqual(terraform);
  });

  it('reads back, resets and sets again each attribute', () => {
    const { typescript } = sample(attributes);
    synthesize((stack) => {
      const resource = new L1(stack, 'It', typescript) as unknown as Record<string, unknown>;
      for (const [property, value] of Object.entries(typescript)) {
        const capitalized = property[0]?.toUpperCase() + property.slice(1);
        expect(resource[`${property}Input`]).toEqual(value);
        const reset = resource[`reset${capitalized}`] as (() => void) | undefined;
        if (reset === undefined) continue;
        reset.call(resource);
        expect(resource[`${property}Input`]).toBeUndefined();
        const put = resource[`put${capitalized}`] as ((value: unknown) => void) | undefined;
        if (put === undefined) resource[property] = value;
        else put.call(resource, value);
        expect(resource[`${property}Input`]).toEqual(value);
      }
    });
  });

  it('refers to each attribute in expressions', () => {
    const { config } = synthesize((stack) => {
      const resource = new L1(stack, 'It', sample(attributes).typescript) as unknown as Record<string, unknown>;
      new TerraformOutput(stack, 'id', { value: resource['id'] });
      for (const property of Object.keys(sample(attributes).typescript)) {
        new TerraformOutput(stack, `to_${property}`, { value: resource[property] });
      }
    });
    const expressions = Object.values(config.output ?? {}).map(({ value }) => value);
    for (const attribute of ['id', ...Object.keys(sample(attributes).terraform)]) {
      const address = `netskopesteering_${name}.It.${attribute}`;
      expect(
        expressions.filter((value) => value === `\${${address}}` || value === `\${tolist(${address})}`),
      ).toHaveLength(1);
    }
  });
});

it('refers to attributes of nested objects, and takes one object for another', () => {
  const { config } = synthesize((stack) => {
    const app = new l1.certificatePinnedApp.CertificatePinnedApp(stack, 'One', {
      name: 'one',
      windows: { processes: ['one.exe'] },
    });
    new l1.certificatePinnedApp.CertificatePinnedApp(stack, 'Two', {
      name: 'two',
      windows: { processes: app.windows.processes, match: app.windows.match },
      macOs: app.windows,
    });
    const found = new l1.defaultConfiguration.DefaultConfiguration(stack, 'Adopted').found;
    new TerraformOutput(stack, 'found', { value: found.trafficMode });
    new TerraformOutput(stack, 'joined', { value: Fn.join(',', app.windows.processes) });
  });
  expect(config.resource?.['netskopesteering_certificate_pinned_app']?.['Two']).toMatchObject({
    windows: {
      match: '${netskopesteering_certificate_pinned_app.One.windows.match}',
      processes: '${tolist(netskopesteering_certificate_pinned_app.One.windows.processes)}',
    },
    mac_os: '${netskopesteering_certificate_pinned_app.One.windows}',
  });
  expect(config.output?.['found']?.value).toBe('${netskopesteering_default_configuration.Adopted.found.traffic_mode}');
  expect(config.output?.['joined']?.value).toBe(
    '${join(",", tolist(netskopesteering_certificate_pinned_app.One.windows.processes))}',
  );
});

it('changes one attribute of a nested object in place', () => {
  const result = synthesize((stack) => {
    const app = new l1.certificatePinnedApp.CertificatePinnedApp(stack, 'App', {
      name: 'app',
      windows: { match: 'regex', processes: ['^a$'] },
    });
    app.windows.resetMatch();
    app.windows.processes = ['a.exe'];
    app.linux.processes = ['a'];
  });
  expect(resourceOf(result, 'certificate_pinned_app')).toEqual({
    name: 'app',
    windows: { processes: ['a.exe'] },
    linux: { processes: ['a'] },
  });
});

it('passes meta-arguments on', () => {
  const result = synthesize((stack) => {
    const first = new l1.configuration.Configuration(stack, 'First', { name: 'first' });
    new l1.defaultConfiguration.DefaultConfiguration(stack, 'Adopted', {
      dependsOn: [first],
      lifecycle: { preventDestroy: true },
    });
  });
  expect(resourceOf(result, 'default_configuration')).toEqual({
    depends_on: ['netskopesteering_configuration.First'],
    lifecycle: { prevent_destroy: true },
  });
});

it('writes text as it is, so that expressions can be written', () => {
  const result = synthesize(
    (stack) => new l1.configuration.Configuration(stack, 'It', { name: '${terraform.workspace}' }),
  );
  expect(resourceOf(result, 'configuration')).toEqual({ name: '${terraform.workspace}' });
});

it('writes an import block without starting terraform', () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const { config } = synthesize((stack) => {
      new l1.domainException.DomainException(stack, 'It', { configurationId: '0', domains: ['a.example'] }).importFrom(
        '0/345',
      );
    });
    expect(config.import).toEqual([{ id: '0/345', to: 'netskopesteering_domain_exception.It' }]);
  } finally {
    process.env['PATH'] = path;
  }
});

it('imports through the provider instance that is named', () => {
  const { config } = synthesize((stack) => {
    const provider = new l1.provider.NetskopeSteeringProvider(stack, 'other', { alias: 'other' });
    const config = { configurationId: '0', domains: ['a.example'], provider };
    new l1.domainException.DomainException(stack, 'It', config).importFrom('0/345', provider);
  });
  expect(config.import).toEqual([
    { id: '0/345', to: 'netskopesteering_domain_exception.It', provider: 'netskopesteering.other' },
  ]);
});

it('generates configuration for an object to import', () => {
  const { config } = synthesize((stack) => {
    l1.domainException.DomainException.generateConfigForImport(stack, 'Found', '0/7');
  });
  expect(config.import).toEqual([{ id: '0/7', to: 'netskopesteering_domain_exception.Found' }]);
});

it('configures the provider, and says where terraform finds it', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'l1-'));
  try {
    const stack = new TerraformStack(Testing.app({ outdir }), 'stack');
    const provider = new l1.provider.NetskopeSteeringProvider(stack, 'netskope', {
      serverUrl: 'http://127.0.0.1:1/api/v2',
      requestsPerSecond: 1000,
      paths: { exceptions: '/x' },
    });
    provider.maxRetryWaitSeconds = 5;
    const { provider: settings, terraform } = JSON.parse(Testing.synth(stack, true)) as Record<string, unknown>;
    expect(settings).toEqual({
      netskopesteering: [
        {
          server_url: 'http://127.0.0.1:1/api/v2',
          requests_per_second: 1000,
          max_retry_wait_seconds: 5,
          paths: { exceptions: '/x' },
        },
      ],
    });
    expect(terraform).toEqual({
      required_providers: {
        netskopesteering: { source: 'terraform.local/community/netskopesteering', version },
      },
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

it('refuses HCL output with the reason', () => {
  synthesize((stack) => {
    const resource = new l1.configuration.Configuration(stack, 'It', { name: 'it' });
    expect(() => resource.toHclTerraform()).toThrow('HCL output is not supported');
  });
});
