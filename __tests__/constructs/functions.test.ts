import { Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import { parsePorts, ProcessMatch, processMatches, SteeringConfiguration } from '../../constructs';
import { synthesize } from './synthesize';

describe('ports in a text', () => {
  it('are numbers at once where the text is a literal, so that rows can be named after them', () => {
    expect(parsePorts('5222, 8000-8002,443')).toEqual([443, 5222, 8000, 8001, 8002]);
    const { config } = synthesize((stack) => {
      const configuration = SteeringConfiguration.fromId(stack, 'It', '7');
      for (const port of parsePorts('8000-8001')) configuration.addNonStandardPort(port, { domains: ['a.example'] });
    });
    const rows = Object.values(config.resource?.['netskopesteering_non_standard_port'] ?? {});
    expect(rows.map(({ port }) => port)).toEqual([8000, 8001]);
  });

  it('are parsed by terraform where only terraform knows the text', () => {
    const { config } = synthesize((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
      new TerraformOutput(stack, 'ports', { value: Fn.sum(parsePorts(`${text},"\${x}`)) });
    });
    expect(config.output?.['ports']?.value).toBe(
      '${sum(provider::netskopesteering::parse_ports(join("", [var.text, ",\\"$${x}"])))}',
    );
  });

  it.each(['', '0', '5-4', 'http'])('are refused in %j', (text) => {
    expect(() => parsePorts(text)).toThrow(/^parsePorts: .*Write ports and ranges/);
  });
});

describe('whether a process matches', () => {
  it('is for the provider to say', () => {
    const { config } = synthesize((stack) => {
      new TerraformOutput(stack, 'it', { value: processMatches(ProcessMatch.REGEX, '^a"\\d${1}$', 'A.exe') });
    });
    expect(config.output?.['it']?.value).toBe(
      '${provider::netskopesteering::process_matches("regex", "^a\\"\\\\d$${1}$", "A.exe")}',
    );
  });

  it('is for the provider to say of a pattern that cannot be judged, too', () => {
    const { config } = synthesize((stack) => {
      new TerraformOutput(stack, 'it', { value: processMatches(ProcessMatch.REGEX, 'a(?=b)', 'ab') });
    });
    expect(config.output?.['it']?.value).toBe(
      '${provider::netskopesteering::process_matches("regex", "a(?=b)", "ab")}',
    );
  });

  it('is refused where no engine compiles the pattern', () => {
    expect(() => processMatches(ProcessMatch.REGEX, '(', 'a')).toThrow('processMatches: Broken process pattern');
    expect(() => processMatches(ProcessMatch.EXACT, '(', 'a')).not.toThrow();
  });
});
