/** This file has the entries of the catalogue for apps for notes, office work and music. */
import { facts, known, type CatalogueEntry } from './native-app';
import {
  domainList,
  electronApps,
  helperOf,
  installomator,
  LATER_AUTOMATION,
  NDPI_HOSTS,
  onGitHub,
  readOn,
  scoop,
} from './sources';

const SPOTIFY_ACCESS_POINTS = onGitHub(
  'librespot, a client of Spotify: ports of its access points',
  'librespot-org/librespot/blob/02c588ce8136e7dda8fad17df449ba9d18d7b410/core/src/apresolve.rs',
  'community',
);

export const spotify: CatalogueEntry = {
  key: 'spotify',
  name: 'Spotify',
  kind: 'music',
  executables: {
    windows: facts(scoop('spotify'), 'Spotify.exe'),
    mac_os: facts(installomator('spotify'), 'Spotify'),
  },
  tcp: facts(SPOTIFY_ACCESS_POINTS, 4070, 443, 80),
  udp: facts(
    onGitHub(
      'nDPI, Spotify',
      'ntop/nDPI/blob/3b1286ab03b0c9223ac208a01868d8c1f6c0ae00/src/lib/protocols/spotify.c',
      'community',
    ),
    57621,
  ),
  hosts: facts(NDPI_HOSTS, 'spotify.com', 'scdn.co', 'pscdn.co', 'spotifycdn.com', 'spotifycdn.net'),
};

export const tidal: CatalogueEntry = {
  key: 'tidal',
  name: 'TIDAL',
  kind: 'music',
  executables: {
    windows: facts(scoop('tidal'), 'TIDAL.exe'),
    mac_os: [...facts(installomator('tidal'), 'TIDAL'), helperOf('TIDAL')],
  },
  hosts: facts(domainList('tidal'), 'tidal.com', 'tidalhifi.com'),
  electron: known(electronApps('tidal')),
};

export const deezer: CatalogueEntry = {
  key: 'deezer',
  name: 'Deezer',
  kind: 'music',
  executables: { mac_os: facts(installomator('deezer'), 'Deezer') },
  hosts: facts(domainList('deezer'), 'deezer.com', 'dzcdn.net'),
};

export const notion: CatalogueEntry = {
  key: 'notion',
  name: 'Notion',
  kind: 'notes and office',
  executables: {
    windows: facts(scoop('notion'), 'Notion.exe'),
    mac_os: [...facts(installomator('notion'), 'Notion'), helperOf('Notion')],
  },
  hosts: facts(domainList('notion'), 'notion.so', 'notion.com', 'notion.site', 'notion-static.com'),
  electron: known(electronApps('notion')),
};

export const obsidian: CatalogueEntry = {
  key: 'obsidian',
  name: 'Obsidian',
  kind: 'notes and office',
  executables: {
    windows: facts(scoop('obsidian'), 'Obsidian.exe'),
    mac_os: facts(installomator('obsidian'), 'Obsidian'),
  },
};

const EVERNOTE_ON_WINDOWS = readOn(
  '2026-11-30',
  onGitHub(
    'Sigma, suspicious calls of NtOpenProcess',
    'SigmaHQ/sigma/blob/8eaafff1f2845a696050e05e72ba1140ee190698/rules/windows/process_access/proc_access_win_susp_direct_ntopenprocess_call.yml',
    'community',
  ),
);

export const evernote: CatalogueEntry = {
  key: 'evernote',
  name: 'Evernote',
  kind: 'notes and office',
  executables: {
    windows: facts(EVERNOTE_ON_WINDOWS, 'Evernote.exe'),
    mac_os: facts(installomator('evernote'), 'Evernote'),
  },
  hosts: facts(domainList('evernote'), 'evernote.com'),
};

export const todoist: CatalogueEntry = {
  key: 'todoist',
  name: 'Todoist',
  kind: 'notes and office',
  executables: {
    windows: facts(LATER_AUTOMATION, 'Todoist.exe'),
    mac_os: facts(installomator('todoist'), 'Todoist'),
  },
};

export const figma: CatalogueEntry = {
  key: 'figma',
  name: 'Figma',
  kind: 'notes and office',
  executables: {
    windows: facts(scoop('figma'), 'Figma.exe'),
    mac_os: [...facts(installomator('figma'), 'Figma'), helperOf('Figma')],
  },
  hosts: facts(domainList('figma'), 'figma.com'),
  electron: known(electronApps('figma')),
};

export const linear: CatalogueEntry = {
  key: 'linear',
  name: 'Linear',
  kind: 'notes and office',
  executables: { mac_os: facts(installomator('linear'), 'Linear', 'Linear Helper') },
  electron: known(installomator('linear'), 'It names a helper of the form that Electron gives.'),
};

export const bitwarden: CatalogueEntry = {
  key: 'bitwarden',
  name: 'Bitwarden',
  kind: 'notes and office',
  executables: {
    windows: facts(scoop('bitwarden'), 'Bitwarden.exe'),
    mac_os: facts(installomator('bitwarden'), 'Bitwarden'),
  },
};

export const thunderbird: CatalogueEntry = {
  key: 'thunderbird',
  name: 'Thunderbird',
  kind: 'notes and office',
  executables: {
    windows: facts(scoop('thunderbird'), 'thunderbird.exe'),
    mac_os: facts(installomator('thunderbird'), 'Thunderbird'),
  },
};

export const joplin: CatalogueEntry = {
  key: 'joplin',
  name: 'Joplin',
  kind: 'notes and office',
  executables: { windows: facts(scoop('joplin'), 'Joplin.exe') },
  electron: known(electronApps('joplin')),
};

export const grammarly: CatalogueEntry = {
  key: 'grammarly',
  name: 'Grammarly',
  kind: 'notes and office',
  executables: { windows: facts(scoop('grammarly-np', 'Nonportable'), 'Grammarly.Desktop.exe') },
};
