/** Runbooks of several kinds: the article's, a long one, a hostile one, an empty one, and one that is not safe. */
import { SCREENS, type Runbook, type RunbookStep } from '../../../live/runbook/runbook';

const TENANT = 'https://acme.goskope.com';
const OBSERVED = '2026-11-24T10:00:00.000Z';
const PORTS_NOT_SHOWN = 'REST v1 does not show non-standard ports, so the port may stand there already.';

type Part = Omit<RunbookStep, 'id' | 'number' | 'warnings' | 'after'> & Partial<RunbookStep>;

const numbered = (...parts: Part[]): RunbookStep[] =>
  parts.map((part, index) => ({
    id: (0xa1000000 + index).toString(16),
    number: index + 1,
    warnings: [],
    after: [],
    ...part,
  }));

/** The steps of the article, with the note on ports, which is the vendor's. */
export const ARTICLE: Runbook = {
  name: 'tenant',
  tenant: TENANT,
  observedAt: OBSERVED,
  hazards: [],
  remarks: [],
  steps: numbered(
    {
      screen: 'app_definition',
      path: `${SCREENS.app_definition} > New Certificate Pinned App`,
      verb: 'create',
      object: { kind: 'app', name: 'WhatsApp', address: 'netskope_certificate_pinned_app.WhatsApp' },
      title: 'Create the certificate pinned app "WhatsApp".',
      fields: [
        { label: 'Application name', value: 'WhatsApp', how: 'paste' },
        { label: 'Platform', value: 'Windows', how: 'choose' },
        { label: 'Definition', value: 'Exact', how: 'choose' },
        { label: 'Executables', value: 'WhatsApp.exe,WhatsAppDesktop.exe', how: 'paste' },
      ],
      result: 'The list of certificate pinned apps has "WhatsApp", of the type Custom.',
    },
    {
      screen: 'steering_configuration',
      path: `${SCREENS.steering_configuration} > Default tenant config > Edit`,
      verb: 'change',
      object: { kind: 'port_entry', name: 'port 5222', configuration: 'Default tenant config' },
      title: 'Steer the non-standard port 5222 in "Default tenant config".',
      fields: [
        { label: 'Steer non-standard ports', value: '', how: 'tick' },
        { label: 'Port', value: '5222', how: 'paste' },
        { label: 'Domains', value: '*.whatsapp.net,*.whatsapp.com', how: 'paste' },
      ],
      result: 'The non-standard ports have an entry with the port 5222.',
      unless: PORTS_NOT_SHOWN,
      warnings: [
        'Non-standard ports without domains can steer the traffic of any other certificate pinned application that uses the same destination ports.',
      ],
    },
    {
      screen: 'exceptions',
      path: `${SCREENS.exceptions} > New > Certificate Pinned Applications`,
      verb: 'create',
      object: { kind: 'exception', name: 'WhatsApp', configuration: 'Default tenant config' },
      title: 'Block "WhatsApp" on Windows in "Default tenant config".',
      fields: [
        { label: 'Certificate pinned app', value: 'WhatsApp', how: 'choose' },
        { label: 'Custom app domains', value: '*', how: 'paste' },
        { label: 'Action for Windows', value: 'Block', how: 'choose' },
        { label: 'Notes', value: 'Managed by Terraform', how: 'paste' },
      ],
      result: 'The exceptions have an entry for "WhatsApp" with the action Block.',
      after: ['a1000000'],
    },
  ),
  verifications: [
    {
      id: 'b1000000',
      where: 'endpoint',
      text: 'After saving, make sure that the Netskope Client has no pending update (icon > Configuration).',
      command: 'nsdiag -u',
    },
    {
      id: 'b1000001',
      where: 'endpoint',
      text: 'On Windows, WhatsApp Desktop cannot connect, send, receive, upload or download. An app that runs must be restarted.',
    },
    { id: 'b1000002', where: 'console', text: 'The exceptions of "Default tenant config" show Block for "WhatsApp".' },
  ],
};

export const EMPTY: Runbook = { ...ARTICLE, steps: [], verifications: [] };

/** A CSV file of 300 domains, each with a port. */
export const CSV = `port,domain\n${Array.from({ length: 300 }, (_, index) => `5222,host-${index}.chat.example.com\n`).join('')}`;

const LONG_LIST = Array.from({ length: 60 }, (_, index) => `*.domain-${index}.example`).join(',');

/** 200 steps on all screens, back and forth. */
export const LARGE: Runbook = {
  ...ARTICLE,
  name: 'plan.json',
  remarks: ['12 exceptions are deleted that the code may never have made.'],
  steps: numbered(
    {
      screen: 'steering_configuration',
      path: `${SCREENS.steering_configuration} > Default tenant config > Edit`,
      verb: 'change',
      object: { kind: 'port_entry', name: 'ports' },
      title: 'Import the non-standard ports of "Default tenant config".',
      fields: [{ label: 'Non-standard ports', value: CSV, how: 'import' }],
      result: 'The non-standard ports have 300 entries more.',
      unless: PORTS_NOT_SHOWN,
    },
    ...Array.from({ length: 199 }, (_, index): Part => {
      const screen = index < 99 ? 'app_definition' : index < 120 ? 'steering_configuration' : 'exceptions';
      const name = `App ${index}`;
      return {
        screen,
        path: `${SCREENS[screen]} > ${name}`,
        verb: (['create', 'change', 'delete', 'enable', 'disable', 'move'] as const)[index % 6] ?? 'create',
        object: { kind: 'app', name },
        title: `Do what the code says to "${name}".`,
        fields: [
          { label: 'Executables', value: `app${index}.exe`, how: 'paste', before: `old${index}.exe` },
          { label: 'Domains', value: LONG_LIST, how: 'paste', before: index % 2 === 0 ? '' : LONG_LIST },
        ],
        result: `The list shows "${name}".`,
        after: index < 3 ? [] : ['a1000001', 'a1000002', 'a1000003'],
      };
    }),
  ),
};

const MARKUP = '<img src=x onerror="document.title=1"></script><script>document.title=2</script>';
const MENTION =
  '@everyone #123 GH-1 !5 www.evil.example https://evil.example [a](javascript:alert(1)) **b** | `c` ``` ~~d~~';
/** A name with everything that has a meaning somewhere. */
export const NASTY = `${MARKUP} ${MENTION}\n# head\n- [ ] box\n\n\`\`\`\n\u202egnp.exe\u0000 -->`;

/** Wherever somebody else may have had a word, there is a nasty one. */
export const HOSTILE: Runbook = {
  name: NASTY,
  tenant: NASTY,
  observedAt: NASTY,
  hazards: [{ text: NASTY, steps: [NASTY] }],
  remarks: [NASTY],
  steps: numbered(
    ...(['paste', 'choose', 'tick', 'untick', 'import'] as const).map((how): Part => ({
      screen: 'exceptions',
      path: `${NASTY} > ${NASTY}`,
      verb: 'create',
      object: { kind: 'exception', name: NASTY, configuration: NASTY, address: NASTY },
      title: NASTY,
      fields: [{ label: NASTY, value: NASTY, how, before: NASTY }],
      result: NASTY,
      unless: NASTY,
      warnings: [NASTY],
      after: [NASTY, 'a1000000'],
    })),
  ),
  verifications: [{ id: 'b2000000', where: 'console', text: NASTY, command: NASTY }],
};

/** Dynamic steering is turned on, which is not safe in any order. */
export const HAZARDOUS: Runbook = {
  ...ARTICLE,
  hazards: [
    {
      text: 'Between these steps, WhatsApp is open on-premises for everybody whom "Default tenant config" applies to, because the screen copies exceptions to one side only. The shortest way is to do them one right after the other.',
      steps: ['a1000001', 'a1000002'],
    },
  ],
  remarks: [
    'Step 3 replaces an exception that the code may never have made.',
    'The code for Block is not known yet, so whether 2 exceptions block could not be observed.',
  ],
};
