import { TerraformVariable, type TerraformStack } from 'cdktf';
import { SteeringConfiguration } from '../../constructs';
import { synthesize } from './synthesize';

describe('the non-standard ports of a configuration', () => {
  const portsOf = (
    add: (configuration: ReturnType<typeof SteeringConfiguration.fromId>, stack: TerraformStack) => void,
  ) => {
    const result = synthesize((stack) => add(SteeringConfiguration.fromId(stack, 'It', '7'), stack));
    return { ...result, rows: result.config.resource?.['netskopesteering_non_standard_port'] ?? {} };
  };

  it('are one row a port, with the union of the domains, in whatever order they come', () => {
    const calls: ((configuration: ReturnType<typeof SteeringConfiguration.fromId>) => void)[] = [
      (configuration) => configuration.addNonStandardPort(5222, { domains: ['b.example', 'a.example'] }),
      (configuration) => configuration.addNonStandardPort(8443, { domains: ['c.example'] }),
      (configuration) => configuration.addNonStandardPort(5222, { domains: ['c.example', 'a.example'] }),
    ];
    const forwards = portsOf((configuration) => calls.forEach((call) => call(configuration)));
    const backwards = portsOf((configuration) => [...calls].reverse().forEach((call) => call(configuration)));
    expect(forwards.rows).toEqual({
      It_Port5222_F87A5232: { configuration_id: '7', port: 5222, domains: ['a.example', 'b.example', 'c.example'] },
      It_Port8443_88693BED: { configuration_id: '7', port: 8443, domains: ['c.example'] },
    });
    expect(backwards.rows).toEqual(forwards.rows);
  });

  it('name a host once, in whatever order its spellings come', () => {
    const spellings = ['BÜCHER.example', 'xn--bcher-kva.example', 'bücher.example', 'EXAMPLE.com', 'example.com'];
    const rowsOf = (domains: readonly string[]) =>
      portsOf((configuration) => {
        for (const domain of domains) configuration.addNonStandardPort(5222, { domains: [domain] });
      }).rows;
    const forwards = rowsOf(spellings);
    expect(Object.values(forwards)).toEqual([
      { configuration_id: '7', port: 5222, domains: ['BÜCHER.example', 'EXAMPLE.com'] },
    ]);
    expect(rowsOf([...spellings].reverse())).toEqual(forwards);
  });

  it.each([
    ['first', [undefined, ['a.example']]],
    ['last', [['a.example'], undefined]],
  ])('are steered for every host if the %s caller wants that, with a warning', (_, wanted) => {
    const { rows, annotations } = portsOf((configuration) => {
      for (const domains of wanted) configuration.addNonStandardPort(5222, domains && { domains });
    });
    expect(Object.values(rows)).toEqual([{ configuration_id: '7', port: 5222 }]);
    expect(annotations).toEqual([expect.stringMatching(/^warn: Port 5222 is steered without domains/)]);
  });

  it('unite lists that are only known to terraform', () => {
    const { rows } = portsOf((configuration, stack) => {
      const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
      configuration.addNonStandardPort(1, { domains: list });
      configuration.addNonStandardPort(2, { domains: list });
      configuration.addNonStandardPort(2, { domains: ['a.example'] });
    });
    expect(Object.values(rows).map(({ domains }) => domains)).toEqual([
      '${var.list}',
      '${tolist(setunion(var.list, ["a.example"]))}',
    ]);
  });

  it('advise that 80 and 443 need no row', () => {
    const { annotations } = portsOf((configuration) =>
      configuration.addNonStandardPort(443, { domains: ['a.example'] }),
    );
    expect(annotations).toEqual([
      expect.stringMatching(/^info: Port 443 is listed among the non-standard ports, but is steered as web traffic/),
    ]);
  });

  it.each([
    ['0', 0, ['a.example'], '0 is not a port'],
    ['65536', 65536, ['a.example'], '65536 is not a port'],
    ['a fraction', 1.5, ['a.example'], '1.5 is not a port'],
    ['a wildcard domain', 5222, ['*.a.example'], 'Not a domain'],
    ['a domain with what nobody sees', 5222, ['a\u200b.example'], 'Not a domain'],
    ['an empty list of domains', 5222, [], 'The list of domains is empty'],
  ])('refuse %s', (_, port, domains, says) => {
    expect(() => portsOf((configuration) => configuration.addNonStandardPort(port, { domains }))).toThrow(says);
  });

  it('refuse a port that is only known to terraform', () => {
    expect(() =>
      portsOf((configuration, stack) => {
        configuration.addNonStandardPort(new TerraformVariable(stack, 'port', { type: 'number' }).numberValue);
      }),
    ).toThrow('The port is only known at apply');
  });

  it('refuse to be spread over two constructs for one configuration', () => {
    expect(() =>
      portsOf((configuration, stack) => {
        configuration.addNonStandardPort(5222, { domains: ['a.example'] });
        SteeringConfiguration.fromId(stack, 'Again', '7').addNonStandardPort(5222, { domains: ['b.example'] });
      }),
    ).toThrow('[stack/It] Port 5222 of this configuration is also added through stack/Again');
  });
});
