/** This file has the entry of the catalogue for WhatsApp. */
import { facts, type CatalogueEntry } from './native-app';
import { AUTOMATION, domainList, installomator, page, readOn } from './sources';

const ARTICLE = page(
  'How to Block WhatsApp Native Application Access - Windows OS',
  'Netskope Global Technical Success (cloud version 120)',
  'seed',
);
const CALLS = readOn(
  '2026-11-30',
  page(
    'Kognitive Networks, how to restrict WhatsApp traffic',
    'https://kb.kognitive.net/kb/how-to-use-filtering-to-restrict-whatsapp-traffic',
    'community',
  ),
);
const NETWORK_REQUIREMENTS = 'https://developers.facebook.com/docs/whatsapp/guides/network-requirements';

export const whatsapp: CatalogueEntry = {
  key: 'whatsapp',
  name: 'WhatsApp',
  kind: 'messenger',
  executables: {
    windows: [
      ...facts(ARTICLE, 'WhatsApp.exe', 'WhatsAppDesktop.exe'),
      {
        value: 'WhatsApp.Root.exe',
        source: AUTOMATION,
        onRequest: true,
        note: 'The build from the Microsoft Store since 2025, a WebView2 host. The article does not name it.',
      },
    ],
    mac_os: facts(installomator('whatsapp'), 'WhatsApp'),
  },
  tcp: [
    ...facts(ARTICLE, 443),
    {
      value: 5222,
      source: ARTICLE,
      note: `Unconfirmed for the Store build since 2025. The Business API client prefers it and falls back to 443: ${NETWORK_REQUIREMENTS}`,
    },
  ],
  udp: [{ value: 3478, source: CALLS, note: 'Calls.' }],
  hosts: facts(domainList('whatsapp'), 'whatsapp.com', 'whatsapp.net'),
  webView2: { value: 'WhatsApp.Root.exe', source: AUTOMATION },
};
