import { TerraformVariable } from 'cdktf';
import { CertificatePinnedApp, PlatformAction, SteeringConfiguration, TrafficMode } from '../../constructs';
import { resourceOf, synthesize } from './synthesize';

describe('a configuration that is looked up by its name', () => {
  it('is read from the tenant, and takes ports and exceptions', () => {
    const result = synthesize((stack) => {
      const sales = SteeringConfiguration.fromName(stack, 'Sales', 'Sales ${x}');
      sales.addNonStandardPort(5222, { domains: ['a.example'] });
      sales.bypassDomains('Intranet', { domains: ['a.example'] });
    });
    expect(result.config.data).toEqual({ netskopesteering_configuration: { Sales_1863061C: { name: 'Sales $${x}' } } });
    const configuration_id = '${data.netskopesteering_configuration.Sales_1863061C.id}';
    expect(resourceOf(result, 'non_standard_port')).toMatchObject({ configuration_id });
    expect(resourceOf(result, 'domain_exception')).toMatchObject({ configuration_id });
  });

  it('can be expected to steer enough', () => {
    const { config } = synthesize((stack) => {
      SteeringConfiguration.fromName(stack, 'Sales', 'Sales', { expectTrafficMode: TrafficMode.WEB });
    });
    expect(config.data?.['netskopesteering_configuration']?.['Sales_1863061C']).toMatchObject({
      lifecycle: { postcondition: [{ condition: expect.stringContaining('self.traffic_mode') as unknown }, {}] },
    });
  });

  it('may have a name that only terraform knows', () => {
    const { config } = synthesize((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      SteeringConfiguration.fromName(stack, 'Sales', text);
    });
    expect(config.data).toEqual({ netskopesteering_configuration: { Sales_1863061C: { name: '${var.text}' } } });
  });

  it('has one construct for what is wanted of a port', () => {
    expect(() =>
      synthesize((stack) => {
        for (const id of ['One', 'Two']) SteeringConfiguration.fromName(stack, id, 'Sales').addNonStandardPort(5222);
      }),
    ).toThrow('Port 5222 of this configuration is also added through stack/Two');
  });

  it.each<[what: string, name: string, expectTrafficMode: TrafficMode, says: string]>([
    ['an empty name', '', TrafficMode.WEB, 'The name to look up is empty'],
    ['an expectation of nothing', 'Sales', TrafficMode.NONE, 'expects nothing'],
  ])('refuses %s', (_, name, expectTrafficMode, says) => {
    expect(() =>
      synthesize((stack) => SteeringConfiguration.fromName(stack, 'Sales', name, { expectTrafficMode })),
    ).toThrow(says);
  });
});

describe('an app that is looked up', () => {
  it.each([
    ['its name', CertificatePinnedApp.fromName, { name: 'Zoom $${x}' }],
    ['its id', CertificatePinnedApp.fromId, { id: 'Zoom $${x}' }],
  ])('by %s is read from the tenant, and takes an exception on any platform', (_, from, written) => {
    const result = synthesize((stack) => {
      const app = from(stack, 'Zoom', 'Zoom ${x}');
      const sales = SteeringConfiguration.fromId(stack, 'Sales', '7');
      sales.addException('Zoom', { app, chromeOs: PlatformAction.BLOCK });
    });
    expect(result.config.data).toEqual({ netskopesteering_certificate_pinned_app: { Zoom_6B357F5E: written } });
    expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({
      app_id: '${data.netskopesteering_certificate_pinned_app.Zoom_6B357F5E.id}',
    });
  });

  it.each([
    ['name', CertificatePinnedApp.fromName],
    ['id', CertificatePinnedApp.fromId],
  ])('is refused by an empty %s', (what, from) => {
    expect(() => synthesize((stack) => from(stack, 'Zoom', ''))).toThrow(`stack/Zoom: The ${what} to look up is empty`);
  });
});
