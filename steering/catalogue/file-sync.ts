/** This file has the entries of the catalogue for apps for file sync. */
import { facts, type CatalogueEntry } from './native-app';
import {
  LATER_AUTOMATION,
  NDPI_HOSTS,
  NDPI_PORTS,
  SERVICE_OF,
  SIGMA,
  bleachbit,
  domainList,
  homebrew,
  installomator,
  lolrmm,
  onGitHub,
  readOn,
  scoop,
  predefined,
} from './sources';

export const dropbox: CatalogueEntry = {
  key: 'dropbox',
  name: 'Dropbox',
  kind: 'file sync',
  executables: {
    windows: facts(SIGMA, 'Dropbox.exe'),
    mac_os: facts(installomator('dropbox'), 'Dropbox'),
  },
  udp: facts(NDPI_PORTS, 17500),
  hosts: facts(NDPI_HOSTS, 'dropbox.com', 'dropboxapi.com', 'dropboxstatic.com', 'dropbox-dns.com'),
  predefined: predefined(),
};

export const oneDrive: CatalogueEntry = {
  key: 'onedrive',
  name: 'OneDrive',
  kind: 'file sync',
  executables: {
    windows: facts(SIGMA, 'OneDrive.exe'),
    mac_os: facts(installomator('microsoftonedrive'), 'OneDrive'),
  },
  hosts: facts(NDPI_HOSTS, 'onedrive.live.com', 'storage.live.com', 'skyapi.live.net', 'd.docs.live.net'),
};

export const googleDrive: CatalogueEntry = {
  key: 'google-drive',
  name: 'Google Drive',
  kind: 'file sync',
  executables: {
    windows: facts(SIGMA, 'GoogleDriveFS.exe'),
    mac_os: facts(installomator('googledrive'), 'Google Drive'),
  },
  hosts: facts(NDPI_HOSTS, 'drive.google.com', 'drive-thirdparty.googleusercontent.com'),
};

export const box: CatalogueEntry = {
  key: 'box',
  name: 'Box',
  kind: 'file sync',
  executables: {
    windows: facts(LATER_AUTOMATION, 'Box.exe'),
    mac_os: facts(installomator('boxdrive'), 'Box'),
  },
};

export const mega: CatalogueEntry = {
  key: 'mega',
  name: 'MEGA',
  kind: 'file sync',
  executables: {
    windows: [
      ...facts(SIGMA, 'MEGAsync.exe', 'MEGAupdater.exe'),
      ...facts(scoop('megacmd', 'Main'), 'MEGAcmdServer.exe', 'MEGAcmdShell.exe', 'MEGAclient.exe'),
    ],
    mac_os: facts(homebrew('megasync'), 'MEGAsync'),
  },
  hosts: facts(domainList('mega'), 'mega.nz', 'mega.io', 'mega.co.nz'),
};

export const nextcloud: CatalogueEntry = {
  key: 'nextcloud',
  name: 'Nextcloud',
  kind: 'file sync',
  executables: {
    windows: facts(scoop('nextcloud'), 'nextcloud.exe', 'nextcloudcmd.exe'),
    mac_os: facts(installomator('nextcloud'), 'Nextcloud'),
  },
};

export const ownCloud: CatalogueEntry = {
  key: 'owncloud',
  name: 'ownCloud',
  kind: 'file sync',
  executables: {
    windows: facts(scoop('owncloud'), 'owncloud.exe', 'owncloudcmd.exe'),
    mac_os: facts(installomator('owncloud'), 'ownCloud'),
  },
};

export const seafile: CatalogueEntry = {
  key: 'seafile',
  name: 'Seafile',
  kind: 'file sync',
  executables: { windows: facts(scoop('seafile-syncing-client'), 'seafile-applet.exe') },
};

const SYNCTHING_FIREWALL = onGitHub(
  'Syncthing documentation, firewall setup',
  'syncthing/docs/blob/1bfc2a39135e5c1b2a786f6cdb85d9d7ca233896/users/firewall.rst',
  'doc',
);

export const syncthing: CatalogueEntry = {
  key: 'syncthing',
  name: 'Syncthing',
  kind: 'file sync',
  executables: {
    windows: [
      ...facts(scoop('syncthing', 'Main'), 'syncthing.exe'),
      ...facts(scoop('syncthingtray'), 'syncthingtray.exe', 'syncthingtray-cli.exe'),
    ],
  },
  tcp: facts(SYNCTHING_FIREWALL, 22000),
  udp: facts(SYNCTHING_FIREWALL, 21027),
  hosts: facts(
    onGitHub(
      'Syncthing, default servers of discovery and relays',
      'syncthing/syncthing/blob/00a917f294d25b4d47f852fb209154e618bdf248/lib/config/config.go',
      'vendor',
    ),
    'syncthing.net',
  ),
  services: facts(SERVICE_OF.syncthing, 'syncthing.exe'),
};

export const resilioSync: CatalogueEntry = {
  key: 'resilio-sync',
  name: 'Resilio Sync',
  kind: 'file sync',
  executables: {
    windows: facts(readOn('2026-11-30', scoop('resilio-sync-np', 'Nonportable')), 'Resilio Sync.exe'),
    mac_os: facts(installomator('resiliosynchome'), 'Resilio Sync'),
  },
};

export const iCloud: CatalogueEntry = {
  key: 'icloud',
  name: 'iCloud',
  kind: 'file sync',
  executables: { windows: facts(LATER_AUTOMATION, 'iCloudServices.exe', 'iCloudDrive.exe', 'iCloudPhotos.exe') },
  hosts: facts(readOn('2026-11-30', NDPI_HOSTS), 'icloud.com'),
};

export const pCloud: CatalogueEntry = {
  key: 'pcloud',
  name: 'pCloud',
  kind: 'file sync',
  executables: { windows: facts(LATER_AUTOMATION, 'pCloud.exe') },
};

export const protonDrive: CatalogueEntry = {
  key: 'proton-drive',
  name: 'Proton Drive',
  kind: 'file sync',
  executables: { mac_os: facts(installomator('protondrive'), 'Proton Drive') },
  hosts: facts(domainList('protonmail'), 'proton.me'),
};

export const iDrive: CatalogueEntry = {
  key: 'idrive',
  name: 'IDrive',
  kind: 'file sync',
  executables: {
    windows: facts(lolrmm('idrive.yaml'), 'IDriveEClassic.exe', 'id_tray.exe'),
    mac_os: facts(installomator('idrive'), 'IDrive'),
  },
  tcp: facts(lolrmm('idrive.yaml'), 80, 443),
  hosts: facts(lolrmm('idrive.yaml'), 'idrive.com'),
};

export const goodSync: CatalogueEntry = {
  key: 'goodsync',
  name: 'GoodSync',
  kind: 'file sync',
  executables: { windows: facts(scoop('goodsync-np', 'Nonportable'), 'gs-server.exe', 'gs-runner.exe') },
};

export const rclone: CatalogueEntry = {
  key: 'rclone',
  name: 'rclone',
  kind: 'file sync',
  executables: { windows: facts(scoop('rclone', 'Main'), 'rclone.exe') },
};

export const winScp: CatalogueEntry = {
  key: 'winscp',
  name: 'WinSCP',
  kind: 'file sync',
  executables: { windows: facts(scoop('winscp'), 'WinSCP.exe', 'WinSCP.com') },
};

export const fileZilla: CatalogueEntry = {
  key: 'filezilla',
  name: 'FileZilla',
  kind: 'file sync',
  executables: {
    windows: facts(scoop('filezilla'), 'filezilla.exe'),
    linux: facts(bleachbit('filezilla'), 'filezilla'),
  },
};

export const cyberduck: CatalogueEntry = {
  key: 'cyberduck',
  name: 'Cyberduck',
  kind: 'file sync',
  executables: {
    windows: facts(scoop('cyberduck'), 'Cyberduck.exe'),
    mac_os: facts(installomator('cyberduck'), 'Cyberduck'),
  },
};

export const localSend: CatalogueEntry = {
  key: 'localsend',
  name: 'LocalSend',
  kind: 'file sync',
  executables: { windows: facts(scoop('localsend'), 'localsend_app.exe') },
};
