/** This file has the entries of the catalogue for apps for remote access. */
import { facts, type CatalogueEntry } from './native-app';
import {
  NDPI_PORTS,
  SERVICE_OF,
  domainList,
  installomator,
  lolrmm,
  onGitHub,
  page,
  predefined,
  scoop,
} from './sources';

const TEAMVIEWER_PORTS = page(
  'TeamViewer knowledge base, ports used by TeamViewer',
  'https://www.teamviewer.com/pt-br/global/support/knowledge-base/teamviewer-remote/troubleshooting/ports-used-by-teamviewer/',
  'doc',
);

export const teamViewer: CatalogueEntry = {
  key: 'teamviewer',
  name: 'TeamViewer',
  kind: 'remote access',
  executables: {
    windows: facts(
      lolrmm('teamviewer.yaml'),
      'TeamViewer.exe',
      'TeamViewer_Service.exe',
      'TeamViewer_Desktop.exe',
      'tv_w32.exe',
      'tv_x64.exe',
    ),
    mac_os: facts(installomator('teamviewer'), 'TeamViewer'),
  },
  tcp: facts(TEAMVIEWER_PORTS, 5938, 443, 80),
  udp: facts(TEAMVIEWER_PORTS, 5938),
  hosts: facts(TEAMVIEWER_PORTS, 'teamviewer.com'),
  services: facts(lolrmm('teamviewer.yaml'), 'TeamViewer_Service.exe'),
  predefined: predefined(),
};

export const anyDesk: CatalogueEntry = {
  key: 'anydesk',
  name: 'AnyDesk',
  kind: 'remote access',
  executables: {
    windows: facts(scoop('anydesk'), 'AnyDesk.exe'),
    mac_os: facts(installomator('anydesk'), 'AnyDesk'),
  },
  tcp: facts(lolrmm('anydesk.yaml'), 443),
  hosts: facts(lolrmm('anydesk.yaml'), 'anydesk.com'),
  services: facts(lolrmm('anydesk.yaml'), 'AnyDesk.exe'),
};

const RUSTDESK_SERVER = onGitHub(
  'RustDesk server, default ports',
  'rustdesk/rustdesk-server/blob/0250af214c513ee037d2a1c112394db8d5ac2795/id-relay-set.md',
  'vendor',
);

export const rustDesk: CatalogueEntry = {
  key: 'rustdesk',
  name: 'RustDesk',
  kind: 'remote access',
  executables: {
    windows: facts(scoop('rustdesk'), 'RustDesk.exe'),
    mac_os: facts(installomator('rustdesk'), 'RustDesk'),
  },
  tcp: [...facts(lolrmm('rustdesk.yaml'), 443), ...facts(RUSTDESK_SERVER, 21115, 21116, 21117)],
  udp: facts(RUSTDESK_SERVER, 21116),
  hosts: facts(domainList('category-remote-control'), 'rustdesk.com'),
  services: facts(SERVICE_OF.rustDesk, 'RustDesk.exe'),
};

export const splashtop: CatalogueEntry = {
  key: 'splashtop',
  name: 'Splashtop',
  kind: 'remote access',
  executables: {
    windows: [
      ...facts(scoop('splashtop-business-access'), 'splashtop.exe'),
      ...facts(
        lolrmm('splashtop_remote.yaml'),
        'strwinclt.exe',
        'SplashtopSOS.exe',
        'sragent.exe',
        'srmanager.exe',
        'srserver.exe',
        'srservice.exe',
      ),
    ],
    mac_os: [
      ...facts(installomator('splashtopbusiness'), 'Splashtop Business'),
      ...facts(installomator('splashtopstreamer'), 'Splashtop Streamer'),
    ],
  },
  hosts: facts(lolrmm('splashtop_remote.yaml'), 'splashtop.com', 'api.splashtop.eu'),
  services: facts(lolrmm('splashtop.yaml'), 'srservice.exe'),
};

export const parsec: CatalogueEntry = {
  key: 'parsec',
  name: 'Parsec',
  kind: 'remote access',
  executables: {
    windows: facts(lolrmm('parsec.yaml'), 'parsecd.exe', 'pservice.exe'),
    mac_os: facts(installomator('parsec'), 'Parsec'),
  },
  tcp: facts(lolrmm('parsec.yaml'), 443),
  udp: facts(lolrmm('parsec.yaml'), 3478),
  hosts: facts(lolrmm('parsec.yaml'), 'parsec.app', 'parsec.gg'),
};

export const screenConnect: CatalogueEntry = {
  key: 'screenconnect',
  name: 'ScreenConnect',
  kind: 'remote access',
  executables: {
    windows: facts(
      lolrmm('screenconnect.yaml'),
      'ScreenConnect.WindowsClient.exe',
      'ScreenConnect.ClientService.exe',
      'Remote Workforce Client.exe',
    ),
  },
  hosts: facts(lolrmm('screenconnect.yaml'), 'screenconnect.com', 'connectwise.com'),
  services: facts(SERVICE_OF.screenConnect, 'ScreenConnect.ClientService.exe'),
};

export const logMeIn: CatalogueEntry = {
  key: 'logmein',
  name: 'LogMeIn',
  kind: 'remote access',
  executables: {
    windows: facts(
      lolrmm('logmein.yaml'),
      'LogMeIn.exe',
      'LogMeInSystray.exe',
      'LMIGuardianSvc.exe',
      'LMIIgnition.exe',
    ),
  },
  tcp: facts(lolrmm('logmein.yaml'), 443),
  hosts: facts(lolrmm('logmein.yaml'), 'logmein.com', 'logmein.eu', 'logmein-gateway.com', 'logmeininc.com'),
};

export const toDesk: CatalogueEntry = {
  key: 'todesk',
  name: 'ToDesk',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('todesk.yaml'), 'ToDesk.exe', 'ToDesk_Service.exe') },
  hosts: facts(lolrmm('todesk.yaml'), 'todesk.com'),
};

export const supremo: CatalogueEntry = {
  key: 'supremo',
  name: 'Supremo',
  kind: 'remote access',
  executables: {
    windows: facts(
      lolrmm('supremo.yaml'),
      'Supremo.exe',
      'SupremoSystem.exe',
      'SupremoService.exe',
      'SupremoHelper.exe',
    ),
  },
  hosts: facts(lolrmm('supremo.yaml'), 'supremocontrol.com'),
};

export const ultraViewer: CatalogueEntry = {
  key: 'ultraviewer',
  name: 'UltraViewer',
  kind: 'remote access',
  executables: {
    windows: facts(lolrmm('ultraviewer.yaml'), 'UltraViewer_Desktop.exe', 'UltraViewer_Service.exe', 'ultraviewer.exe'),
  },
  hosts: facts(lolrmm('ultraviewer.yaml'), 'ultraviewer.net'),
};

export const remotePc: CatalogueEntry = {
  key: 'remotepc',
  name: 'RemotePC',
  kind: 'remote access',
  executables: {
    windows: facts(lolrmm('remotepc.yaml'), 'RemotePC.exe', 'RemotePCService.exe', 'remotepchost.exe', 'rpcsuite.exe'),
  },
  hosts: facts(lolrmm('remotepc.yaml'), 'remotepc.com', 'remotedesktop.com'),
};

export const hopToDesk: CatalogueEntry = {
  key: 'hoptodesk',
  name: 'HopToDesk',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('hoptodesk.yaml'), 'HopToDesk.exe') },
  tcp: facts(lolrmm('hoptodesk.yaml'), 443),
  hosts: facts(lolrmm('hoptodesk.yaml'), 'hoptodesk.com'),
};

export const noMachine: CatalogueEntry = {
  key: 'nomachine',
  name: 'NoMachine',
  kind: 'remote access',
  executables: {
    windows: facts(lolrmm('nomachine.yaml'), 'nxd.exe'),
    mac_os: facts(installomator('nomachine'), 'NoMachine'),
  },
  tcp: facts(NDPI_PORTS, 4000),
  udp: facts(NDPI_PORTS, 4000),
  hosts: facts(lolrmm('nomachine.yaml'), 'nomachine.com'),
};

export const chromeRemoteDesktop: CatalogueEntry = {
  key: 'chrome-remote-desktop',
  name: 'Chrome Remote Desktop',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('chrome_remote_desktop.yaml'), 'remoting_host.exe') },
  hosts: facts(
    lolrmm('chrome_remote_desktop.yaml'),
    'remotedesktop.google.com',
    'remotedesktop-pa.googleapis.com',
    'chromoting-host.talkgadget.google.com',
  ),
  services: facts(SERVICE_OF.chromeRemoteDesktop, 'remoting_host.exe'),
};

export const dwService: CatalogueEntry = {
  key: 'dwservice',
  name: 'DWService',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('dw_service.yaml'), 'dwagent.exe', 'dwagsvc.exe', 'dwaglnc.exe') },
  hosts: facts(lolrmm('dw_service.yaml'), 'dwservice.net'),
};

export const aeroAdmin: CatalogueEntry = {
  key: 'aeroadmin',
  name: 'AeroAdmin',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('aeroadmin.yaml'), 'AeroAdmin.exe') },
  hosts: facts(lolrmm('aeroadmin.yaml'), 'aeroadmin.com'),
};

export const ammyyAdmin: CatalogueEntry = {
  key: 'ammyy-admin',
  name: 'Ammyy Admin',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('ammyyadmin.yml'), 'AA_v3.exe', 'AMMYY_Admin.exe') },
  tcp: facts(lolrmm('ammyyadmin.yml'), 80, 443, 5931, 8080),
  hosts: facts(lolrmm('ammyyadmin.yml'), 'ammyy.com'),
  services: facts(lolrmm('ammyyadmin.yml'), 'AA_v3.exe'),
};
