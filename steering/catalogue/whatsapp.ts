import type { CatalogueEntry } from './native-app';

const ARTICLE =
  'Netskope Global Technical Success, "How to Block WhatsApp Native Application Access - Windows OS" (cloud version 120)';
const NETWORK_REQUIREMENTS =
  'WhatsApp Business API, Network Requirements: https://developers.facebook.com/docs/whatsapp/guides/network-requirements';
const INSTALLOMATOR =
  'Installomator, label whatsapp: https://github.com/Installomator/Installomator/blob/main/fragments/labels/whatsapp.sh';
const DOMAIN_LIST = 'domain-list-community: https://github.com/v2fly/domain-list-community/blob/master/data/whatsapp';

export const whatsapp: CatalogueEntry = {
  name: 'WhatsApp',
  asOf: '2026-11-23',
  executables: [
    {
      value: { platform: 'windows', name: 'WhatsApp.exe', byDefault: true },
      confidence: 'seed',
      source: ARTICLE,
    },
    {
      value: { platform: 'windows', name: 'WhatsAppDesktop.exe', byDefault: true },
      confidence: 'seed',
      source: ARTICLE,
    },
    {
      value: { platform: 'windows', name: 'WhatsApp.Root.exe', byDefault: false },
      confidence: 'community',
      source:
        'public automation scripts and inventories of Windows machines that name the process of the Store package',
      note:
        'The build from the Microsoft Store since 2025, a WebView2 host: its web traffic may belong to msedgewebview2.exe, ' +
        'which other apps share (assumed). The article does not name it.',
    },
    {
      value: { platform: 'mac_os', name: 'WhatsApp', byDefault: true },
      confidence: 'community',
      source: INSTALLOMATOR,
    },
  ],
  endpoints: [
    { value: { transport: 'tcp', port: 443 }, confidence: 'seed', source: ARTICLE },
    {
      value: { transport: 'tcp', port: 5222 },
      confidence: 'seed',
      source: ARTICLE,
      note: `Unconfirmed for the Store build since 2025. The Business API client prefers it and falls back to 443: ${NETWORK_REQUIREMENTS}`,
    },
  ],
  domains: [
    { value: 'whatsapp.com', confidence: 'community', source: DOMAIN_LIST },
    { value: 'whatsapp.net', confidence: 'community', source: DOMAIN_LIST },
  ],
};
