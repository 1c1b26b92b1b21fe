import { CATALOGUE } from '../../../steering/catalogue';
import type { CatalogueEntry, Source } from '../../../steering/catalogue/native-app';
import { constantName, describeNativeApps, emitPresets } from '../../../tools/generate/native-apps/describe';

const list: Source = { name: 'A list', where: 'https://list.example/a', read: '2026-01-02', confidence: 'community' };
const guess: Source = { name: 'A guess', where: 'our own head', read: '2026-02-03', confidence: 'assumed' };
const chat: CatalogueEntry = {
  key: 'chat',
  name: 'Chat.it',
  kind: 'messenger',
  executables: {
    windows: [
      { value: 'Chat.exe', source: list },
      { value: 'ChatHost.exe', source: list, onRequest: true },
    ],
    mac_os: [
      { value: 'Chat', source: list },
      { value: 'Chat Helper', source: guess },
    ],
  },
  tcp: [{ value: 5222, source: list, note: 'Only at night.' }],
  hosts: [{ value: 'chat.example', source: list }],
};

it.each([
  ['WhatsApp', 'WHATSAPP'],
  ['Rocket.Chat', 'ROCKET_CHAT'],
  ['Microsoft 365 Copilot', 'MICROSOFT_365_COPILOT'],
])('calls the preset of %s %s', (name, constant) => expect(constantName(name)).toBe(constant));

it('gives every app of the catalogue a constant of its own, which is a name', () => {
  const constants = Object.values(CATALOGUE).map(({ name }) => constantName(name));
  expect(new Set(constants).size).toBe(constants.length);
  for (const constant of constants) expect(constant).toMatch(/^[A-Z][A-Z0-9_]*$/);
});

it('says in the comment of a preset what is known, how strongly, since when and by whom', () => {
  expect(emitPresets({ chat })).toContain(`/**
 * Chat.it (messenger), as of 2026-02-03.
 * - Windows: Chat.exe, ChatHost.exe [community]
 * - macOS: Chat [community], Chat Helper [assumed]
 * - TCP: 5222 [community]
 * - Hosts: chat.example [community]
 * - Sources: A list; A guess
 */
CHAT_IT: preset({"key":"chat","name":"Chat.it","kind":"messenger","windows":["Chat.exe"],"macOs":["Chat","Chat Helper"],"ports":[5222],"domains":["chat.example"]}, CATALOGUE.chat),`);
});

it('lists each app on the page with its facts, its notes and links to its sources', () => {
  const page = describeNativeApps([chat]);
  expect(page).toContain(
    '| Chat.it | `CHAT_IT` | Windows: `Chat.exe`, `ChatHost.exe` [community]<br>macOS: `Chat` [community], `Chat Helper` [assumed] | TCP 5222 [community] | chat.example [community] |',
  );
  expect(page).toContain(
    '- **Chat.it.** `5222`: Only at night. [A list](https://list.example/a), 2026-01-02; A guess (our own head), 2026-02-03.',
  );
});

it('counts facts by the strength of their sources', () => {
  const page = describeNativeApps([chat]);
  expect(page).toContain('| executables | 0 | 0 | 0 | 3 | 1 | 4 |');
  expect(page).toContain('| ports | 0 | 0 | 0 | 1 | 0 | 1 |');
});
