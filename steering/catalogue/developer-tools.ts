/** This file has the entries of the catalogue for developer tools. */
import { facts, known, type CatalogueEntry } from './native-app';
import { bleachbit, domainList, electronApps, helperOf, installomator, NDPI_HOSTS, scoop } from './sources';

export const visualStudioCode: CatalogueEntry = {
  key: 'visual-studio-code',
  name: 'Visual Studio Code',
  kind: 'developer tool',
  executables: {
    windows: facts(bleachbit('vscode'), 'Code.exe'),
    mac_os: [...facts(installomator('microsoftvisualstudiocode'), 'Code'), helperOf('Code')],
    linux: facts(bleachbit('vscode'), 'code'),
  },
  electron: known(electronApps('visual-studio-code')),
};

export const gitHubDesktop: CatalogueEntry = {
  key: 'github-desktop',
  name: 'GitHub Desktop',
  kind: 'developer tool',
  executables: {
    windows: facts(scoop('github'), 'GitHubDesktop.exe'),
    mac_os: [...facts(installomator('githubdesktop'), 'GitHub Desktop'), helperOf('GitHub Desktop')],
  },
  hosts: facts(NDPI_HOSTS, 'github.com', 'githubusercontent.com'),
  electron: known(electronApps('github-desktop')),
};

export const postman: CatalogueEntry = {
  key: 'postman',
  name: 'Postman',
  kind: 'developer tool',
  executables: {
    windows: facts(scoop('postman'), 'Postman.exe'),
    mac_os: [...facts(installomator('postman'), 'Postman'), helperOf('Postman')],
  },
  electron: known(electronApps('postman')),
};

export const insomnia: CatalogueEntry = {
  key: 'insomnia',
  name: 'Insomnia',
  kind: 'developer tool',
  executables: {
    windows: facts(scoop('insomnia'), 'Insomnia.exe'),
    mac_os: [...facts(installomator('insomnia'), 'Insomnia'), helperOf('Insomnia')],
  },
  electron: known(electronApps('insomnia')),
};

export const dockerDesktop: CatalogueEntry = {
  key: 'docker-desktop',
  name: 'Docker Desktop',
  kind: 'developer tool',
  executables: { mac_os: facts(installomator('docker'), 'Docker Desktop') },
  hosts: facts(domainList('docker'), 'docker.com', 'docker.io'),
};

export const jetBrainsToolbox: CatalogueEntry = {
  key: 'jetbrains-toolbox',
  name: 'JetBrains Toolbox',
  kind: 'developer tool',
  executables: {
    windows: facts(scoop('jetbrains-toolbox'), 'jetbrains-toolbox.exe'),
    mac_os: facts(installomator('jetbrainstoolbox'), 'JetBrains Toolbox'),
  },
};

export const zed: CatalogueEntry = {
  key: 'zed',
  name: 'Zed',
  kind: 'developer tool',
  executables: { windows: facts(scoop('zed'), 'zed.exe') },
};

export const bruno: CatalogueEntry = {
  key: 'bruno',
  name: 'Bruno',
  kind: 'developer tool',
  executables: { windows: facts(scoop('bruno'), 'Bruno.exe') },
};
