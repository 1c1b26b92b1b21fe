/** Guardrails in plans: what an object shows by itself is a warning at its attribute, where the plan brings it. */
import { UNKNOWN } from 'terraform-plugin-sdk-ts';
import type { Configuration, ProviderDriver } from 'terraform-plugin-sdk-ts/testing';
import { startTenant } from '../../tenant/emulator';
import { closeLater, findingsOf, idOf, Stage, startDriver } from './support/drive';

const APP = 'netskopesteering_certificate_pinned_app';
const CONFIGURATION = 'netskopesteering_configuration';
const EXCEPTION = 'netskopesteering_certificate_pinned_app_exception';
const PORT = 'netskopesteering_non_standard_port';

const app = (...processes: string[]) => ({ name: 'Own app', windows: { processes } });
const port = { configuration_id: '0', port: 5222 };

/** The guardrails that a plan warned of, with the attributes. */
function told({ warnings }: ProviderDriver): string[] {
  return warnings.splice(0).flatMap(({ summary, path = [] }) => {
    const [, rule] = /^Guardrail ([a-z-]+)(?: \(a note\))?: /.exec(summary) ?? [];
    return rule === undefined ? [] : [`${rule} at ${path.map((step) => ('name' in step ? step.name : '?')).join('.')}`];
  });
}

async function withSettings(settings: Configuration) {
  const { serverUrl, token } = closeLater(await startTenant({ trafficMode: 'web' }));
  return startDriver({ server_url: serverUrl, api_key: token, requests_per_second: 1000, ...settings });
}

describe('a plan warns', () => {
  it.each<[what: string, type: string, config: Configuration, at: readonly string[]]>([
    ['a shared process', APP, app('chrome.exe'), ['shared-process at windows.processes']],
    [
      'one on each platform',
      APP,
      { name: 'A', windows: { processes: ['svchost.exe'] }, mac_os: { match: 'regex', processes: ['.*'] } },
      ['shared-process at windows.processes', 'pattern-hits-others at mac_os.processes'],
    ],
    ['a port for every host', PORT, port, ['port-without-domains at port']],
    ['a port that is steered anyway', PORT, { ...port, port: 443, domains: ['a.example'] }, ['standard-port at port']],
    [
      'a bypass for every host',
      EXCEPTION,
      { configuration_id: UNKNOWN, app_id: UNKNOWN, custom_app_domains: ['*'], windows: 'bypass' },
      ['wildcard-with-bypass at custom_app_domains'],
    ],
    [
      'domains that the action ignores',
      EXCEPTION,
      { configuration_id: '0', app_id: 'a-1', custom_app_domains: ['a.example'], windows: 'bypass_managed_direct' },
      ['ignored-domains at custom_app_domains', 'managed-only-bypass at windows'],
    ],
    ['DNS that is not steered', CONFIGURATION, { name: 'A', steer_dns: true }, ['steer-dns at steer_dns']],
    ['nothing of what is in order', APP, app('own.exe'), []],
    ['nothing of what is not known yet', APP, { name: UNKNOWN, windows: { processes: UNKNOWN } }, []],
  ])('of %s', async (_what, type, config, at) => {
    const { driver } = await Stage.start({ trafficMode: 'web' });
    await driver.plan(type, config);
    expect(told(driver).sort()).toEqual([...at].sort());
  });

  it('with the object, the value, the reason and what to write, and how to accept it', async () => {
    const { driver } = await Stage.start();
    await driver.plan(APP, app('chrome.exe'));
    expect(driver.warnings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        summary: 'Guardrail shared-process: windows.processes has "chrome.exe"',
        detail: expect.stringMatching(
          /^"Own app" names "chrome.exe" on Windows, .* Name processes of the app alone\.\n\nIf it is meant, .*suppress = \[\{ rule = "shared-process", on = \["chrome.exe"\], reason = "..." \}\]/,
        ) as unknown,
      }),
    ]);
  });

  it('of each of several values, each in a headline of its own', async () => {
    const { driver } = await Stage.start();
    await driver.plan(APP, app('chrome.exe', 'firefox.exe'));
    expect(new Set(driver.warnings.map(({ summary }) => summary)).size).toBe(2);
  });
});

describe('a mistake that is stored', () => {
  it('is told neither by a plan that changes nothing, nor by a read, nor by an import', async () => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(APP, app('chrome.exe'));
    const next = await stage.newDriver();
    const read = await next.read(APP, made!);
    await next.plan(APP, app('chrome.exe'), read);
    const imported = await next.importResource(APP, idOf(made));
    await next.plan(APP, app('chrome.exe'), imported);
    expect(told(next)).toEqual([]);
  });

  it('is told again where the plan changes the attribute in which it stands, and not where it changes another', async () => {
    const stage = await Stage.start();
    const made = await stage.driver.apply(APP, app('chrome.exe'));
    told(stage.driver);
    await stage.driver.plan(APP, { ...app('chrome.exe'), mac_os: { processes: ['Own'] } }, made);
    expect(told(stage.driver)).toEqual([]);
    await stage.driver.plan(APP, app('chrome.exe', 'own.exe'), made);
    expect(told(stage.driver)).toEqual(['shared-process at windows.processes']);
  });
});

describe('the settings', () => {
  const broken = app('chrome.exe', 'svchost.exe');
  const both = ['shared-process at windows.processes', 'shared-process at windows.processes'];
  const [one] = both;
  it.each<[what: string, guardrails: Configuration | null, left: readonly (string | undefined)[]]>([
    ['nothing', null, both],
    ['that guardrails stay on', { enabled: true, suppress: [] }, both],
    ['that they are off', { enabled: false }, []],
    ['that one is accepted', { suppress: [{ rule: 'shared-process', reason: 'Kiosks.' }] }, []],
    [
      'that one is accepted for a value',
      { suppress: [{ rule: 'shared-process', on: ['chrome.exe'], reason: 'K' }] },
      [one],
    ],
    ['that one is accepted at an object', { suppress: [{ rule: 'shared-process', on: ['Own app'], reason: 'K' }] }, []],
    ['that one is accepted nowhere', { suppress: [{ rule: 'shared-process', on: [], reason: 'K' }] }, both],
    ['that another one is accepted', { suppress: [{ rule: 'standard-port', reason: 'K' }] }, both],
  ])('say %s', async (_what, guardrails, left) => {
    const driver = await withSettings({ guardrails });
    await driver.plan(APP, broken);
    expect(told(driver)).toEqual(left);
  });

  it.each<[rule: string, domains: readonly string[]]>([
    ['missing-apex', ['*.a.example', '*.b.example']],
    ['transfer-site', ['dropbox.com', '*.dropbox.com']],
    ['vendor-domain', ['*.eu.goskope.com', '*.us.goskope.com']],
  ])('accept %s of several values only where all of them are named', async (rule, domains) => {
    const plan = async (on: readonly string[]) => {
      const driver = await withSettings({ guardrails: { suppress: [{ rule, on, reason: 'K' }] } });
      await driver.plan('netskopesteering_domain_exception', { configuration_id: '0', domains });
      return told(driver).filter((one) => one.startsWith(`${rule} `));
    };
    expect(await plan(domains.slice(0, 1))).toEqual([`${rule} at domains`]);
    expect(await plan(domains)).toEqual([]);
  });

  it.each<[what: string, suppress: Configuration, text: RegExp, at: string]>([
    [
      'an unknown guardrail',
      { rule: 'shared-proces', reason: 'K' },
      /"shared-proces" is none of .*shared-process/,
      'rule',
    ],
    ['no reason', { rule: 'shared-process', reason: ' ' }, /without a reason/, 'reason'],
  ])('are refused with %s', async (_what, suppress, text, at) => {
    const [finding, ...others] = await findingsOf(withSettings({ guardrails: { suppress: [suppress] } }));
    expect(others).toEqual([]);
    expect(finding?.text).toMatch(text);
    expect(finding?.at).toBe(`guardrails.suppress.?.${at}`);
  });
});
