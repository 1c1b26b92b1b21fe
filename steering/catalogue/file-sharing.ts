/** This file has the entries of the catalogue for apps for file sharing. */
import { facts, known, type CatalogueEntry } from './native-app';
import { LATER_AUTOMATION, NDPI_PORTS, SERVICE_OF, bleachbit, homebrew, onGitHub, scoop } from './sources';

/** The fact that peers are reached by address: trackers tell peers by address and port. */
const PEERS = known(
  onGitHub(
    'BitTorrent, BEP 23: compact peer lists',
    'bittorrent/bittorrent.org/blob/57b6f1c1a860852cb6cc083cf66d6f031834c9a6/beps/bep_0023.rst',
    'doc',
  ),
  'Peers are known by address.',
);

export const qBittorrent: CatalogueEntry = {
  key: 'qbittorrent',
  name: 'qBittorrent',
  kind: 'file sharing',
  executables: {
    windows: facts(
      onGitHub(
        'qBittorrent, its installer',
        'qbittorrent/qBittorrent/blob/08791e0ef5b9989890ca6fe67c0ef33d80f89cef/dist/windows/installer.nsh',
        'vendor',
      ),
      'qbittorrent.exe',
    ),
    mac_os: facts(homebrew('qbittorrent'), 'qbittorrent'),
  },
  literalAddresses: PEERS,
};

export const uTorrent: CatalogueEntry = {
  key: 'utorrent',
  name: 'uTorrent',
  kind: 'file sharing',
  executables: { windows: facts(LATER_AUTOMATION, 'uTorrent.exe') },
  literalAddresses: PEERS,
};

export const bitTorrent: CatalogueEntry = {
  key: 'bittorrent',
  name: 'BitTorrent',
  kind: 'file sharing',
  executables: { windows: facts(LATER_AUTOMATION, 'BitTorrent.exe') },
  literalAddresses: PEERS,
};

export const transmission: CatalogueEntry = {
  key: 'transmission',
  name: 'Transmission',
  kind: 'file sharing',
  executables: {
    windows: facts(scoop('transmission'), 'transmission-qt.exe', 'transmission-daemon.exe'),
    mac_os: facts(homebrew('transmission'), 'Transmission'),
    linux: facts(bleachbit('transmission'), 'transmission'),
  },
  udp: facts(NDPI_PORTS, 51413),
  literalAddresses: PEERS,
  services: facts(SERVICE_OF.transmission, 'transmission-daemon.exe'),
};

export const deluge: CatalogueEntry = {
  key: 'deluge',
  name: 'Deluge',
  kind: 'file sharing',
  executables: { windows: facts(scoop('deluge'), 'deluge.exe', 'deluged.exe', 'deluge-web.exe', 'deluge-console.exe') },
  literalAddresses: PEERS,
};

export const biglyBt: CatalogueEntry = {
  key: 'biglybt',
  name: 'BiglyBT',
  kind: 'file sharing',
  executables: { windows: facts(scoop('biglybt-np', 'Nonportable'), 'BiglyBT.exe') },
  literalAddresses: PEERS,
};

export const tixati: CatalogueEntry = {
  key: 'tixati',
  name: 'Tixati',
  kind: 'file sharing',
  executables: { windows: facts(scoop('tixati'), 'tixati.exe') },
  literalAddresses: PEERS,
};

export const frostWire: CatalogueEntry = {
  key: 'frostwire',
  name: 'FrostWire',
  kind: 'file sharing',
  executables: { windows: facts(scoop('frostwire'), 'FrostWire.exe') },
  literalAddresses: PEERS,
};

export const eMule: CatalogueEntry = {
  key: 'emule',
  name: 'eMule',
  kind: 'file sharing',
  executables: { windows: facts(scoop('emule'), 'emule.exe') },
};

export const soulseek: CatalogueEntry = {
  key: 'soulseek',
  name: 'Soulseek',
  kind: 'file sharing',
  executables: {
    windows: [...facts(scoop('soulseekqt'), 'SoulseekQt.exe'), ...facts(scoop('nicotine-plus'), 'Nicotine+.exe')],
  },
};

export const onionShare: CatalogueEntry = {
  key: 'onionshare',
  name: 'OnionShare',
  kind: 'file sharing',
  executables: { windows: facts(scoop('onionshare'), 'onionshare.exe', 'onionshare-cli.exe') },
};

export const croc: CatalogueEntry = {
  key: 'croc',
  name: 'croc',
  kind: 'file sharing',
  executables: { windows: facts(scoop('croc', 'Main'), 'croc.exe') },
};
