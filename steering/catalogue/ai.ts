/** This file has the entries of the catalogue for AI assistants and code editors with one. */
import { facts, known, type CatalogueEntry } from './native-app';
import {
  LATER_AUTOMATION,
  bleachbit,
  domainList,
  helperOf,
  homebrew,
  installomator,
  page,
  readOn,
  scoop,
} from './sources';

/** The day on which the sources of the later entries were read. */
const READ = '2026-11-30';

export const chatGpt: CatalogueEntry = {
  key: 'chatgpt',
  name: 'ChatGPT',
  kind: 'ai',
  executables: {
    windows: facts(scoop('chatgpt'), 'ChatGPT.exe'),
    mac_os: facts(installomator('chatgpt'), 'ChatGPT'),
  },
  hosts: facts(domainList('openai'), 'chatgpt.com', 'openai.com', 'oaistatic.com', 'oaiusercontent.com'),
};

export const claude: CatalogueEntry = {
  key: 'claude',
  name: 'Claude',
  kind: 'ai',
  executables: {
    windows: facts(scoop('claude'), 'claude.exe'),
    mac_os: facts(installomator('claudedesktop'), 'Claude', 'Claude Helper'),
  },
  hosts: facts(domainList('anthropic'), 'claude.ai', 'claude.com', 'anthropic.com', 'claudeusercontent.com'),
  electron: known(installomator('claudedesktop'), 'It names a helper of the form that Electron gives.'),
};

export const cursor: CatalogueEntry = {
  key: 'cursor',
  name: 'Cursor',
  kind: 'ai',
  executables: {
    windows: facts(scoop('cursor'), 'Cursor.exe'),
    mac_os: [...facts(installomator('cursorai'), 'Cursor'), helperOf('Cursor')],
    linux: facts(bleachbit('vscode'), 'cursor'),
  },
  hosts: facts(domainList('cursor'), 'cursor.com', 'cursor.sh', 'cursorapi.com', 'cursor-cdn.com'),
  electron: known(scoop('cursor'), 'It has the layout and switches of Visual Studio Code.'),
};

export const windsurf: CatalogueEntry = {
  key: 'windsurf',
  name: 'Windsurf',
  kind: 'ai',
  executables: {
    windows: facts(scoop('windsurf'), 'Windsurf.exe'),
    mac_os: [...facts(homebrew('windsurf'), 'Windsurf'), helperOf('Windsurf')],
    linux: facts(bleachbit('vscode'), 'windsurf'),
  },
  hosts: facts(domainList('windsurf'), 'windsurf.com', 'codeium.com', 'codeiumdata.com', 'windsurf.build'),
  electron: known(scoop('windsurf'), 'It has the layout and switches of Visual Studio Code.'),
};

export const kiro: CatalogueEntry = {
  key: 'kiro',
  name: 'Kiro',
  kind: 'ai',
  executables: {
    windows: facts(scoop('kiro'), 'Kiro.exe'),
    mac_os: facts(installomator('kiro'), 'Kiro'),
  },
};

export const trae: CatalogueEntry = {
  key: 'trae',
  name: 'Trae',
  kind: 'ai',
  executables: { windows: facts(scoop('trae'), 'Trae.exe') },
  hosts: facts(domainList('bytedance-ai-!cn'), 'trae.ai', 'marscode.com'),
};

export const ollama: CatalogueEntry = {
  key: 'ollama',
  name: 'Ollama',
  kind: 'ai',
  executables: {
    windows: facts(scoop('ollama-full'), 'ollama app.exe', 'ollama.exe'),
    mac_os: facts(installomator('ollama'), 'Ollama'),
  },
};

export const lmStudio: CatalogueEntry = {
  key: 'lm-studio',
  name: 'LM Studio',
  kind: 'ai',
  executables: {
    windows: facts(scoop('lmstudio'), 'LM Studio.exe', 'lms.exe'),
    mac_os: [...facts(installomator('lmstudio'), 'LM Studio'), helperOf('LM Studio')],
  },
  electron: known(scoop('lmstudio'), 'It has the layout of an Electron app.'),
};

export const jan: CatalogueEntry = {
  key: 'jan',
  name: 'Jan',
  kind: 'ai',
  executables: { windows: facts(scoop('jan'), 'Jan.exe', 'jan-cli.exe') },
};

export const anythingLlm: CatalogueEntry = {
  key: 'anythingllm',
  name: 'AnythingLLM',
  kind: 'ai',
  executables: { windows: facts(scoop('anythingllm'), 'AnythingLLM.exe') },
};

export const cherryStudio: CatalogueEntry = {
  key: 'cherry-studio',
  name: 'Cherry Studio',
  kind: 'ai',
  executables: { windows: facts(scoop('cherry-studio'), 'cherry-studio.exe') },
};

export const chatbox: CatalogueEntry = {
  key: 'chatbox',
  name: 'Chatbox',
  kind: 'ai',
  executables: { windows: facts(scoop('chatboxai'), 'Chatbox.exe') },
};

export const microsoftCopilot: CatalogueEntry = {
  key: 'microsoft-365-copilot',
  name: 'Microsoft 365 Copilot',
  kind: 'ai',
  executables: {
    windows: facts(LATER_AUTOMATION, 'M365Copilot.exe'),
    mac_os: facts(installomator('microsoft365copilot'), 'Microsoft 365 Copilot'),
  },
  webView2: {
    value: 'M365Copilot.exe',
    source: readOn(
      READ,
      page(
        'a report on an alert of Wazuh, in which M365Copilot.exe is the parent of a WebView2 process',
        'found by a search of public code for the exact name',
        'community',
      ),
    ),
  },
};

export const perplexity: CatalogueEntry = {
  key: 'perplexity',
  name: 'Perplexity',
  kind: 'ai',
  executables: {
    windows: facts(LATER_AUTOMATION, 'Perplexity.exe'),
    mac_os: facts(readOn(READ, homebrew('perplexity')), 'Perplexity'),
  },
  hosts: facts(readOn(READ, domainList('perplexity')), 'perplexity.ai', 'perplexity.com', 'pplx.ai'),
};

export const gemini: CatalogueEntry = {
  key: 'google-gemini',
  name: 'Google Gemini',
  kind: 'ai',
  executables: { mac_os: facts(readOn(READ, installomator('googlegemini')), 'Gemini') },
  hosts: facts(readOn(READ, domainList('google-deepmind')), 'gemini.google.com', 'gemini.google'),
};
