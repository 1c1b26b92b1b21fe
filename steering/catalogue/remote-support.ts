/** This file has the entries of the catalogue for apps by which support staff reach other people's machines. */
import { facts, type CatalogueEntry } from './native-app';
import { NDPI_HOSTS, NDPI_PORTS, SERVICE_OF, lolrmm } from './sources';

export const zohoAssist: CatalogueEntry = {
  key: 'zoho-assist',
  name: 'Zoho Assist',
  kind: 'remote access',
  executables: {
    windows: facts(
      lolrmm('zohoassist.yaml'),
      'ZA_Access.exe',
      'za_connect.exe',
      'ZohoMeeting.exe',
      'zohotray.exe',
      'ZohoURSService.exe',
    ),
  },
  hosts: facts(lolrmm('zohoassist.yaml'), 'zohoassist.com', 'zohoassist.jp', 'assist.zoho.com'),
};

export const islOnline: CatalogueEntry = {
  key: 'isl-online',
  name: 'ISL Online',
  kind: 'remote access',
  executables: {
    windows: facts(lolrmm('isl_online.yaml'), 'ISLLight.exe', 'ISLLightClient.exe', 'isllightservice.exe'),
  },
  hosts: facts(lolrmm('isl_online.yaml'), 'islonline.com', 'islonline.net'),
};

export const remoteUtilities: CatalogueEntry = {
  key: 'remote-utilities',
  name: 'Remote Utilities',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('remote_utilities.yaml'), 'rutview.exe', 'rutserv.exe') },
  hosts: facts(lolrmm('remote_utilities.yaml'), 'internetid.ru'),
  services: facts(SERVICE_OF.remoteUtilities, 'rutserv.exe'),
};

export const radmin: CatalogueEntry = {
  key: 'radmin',
  name: 'Radmin',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('radmin.yaml'), 'Radmin.exe', 'RServer3.exe') },
  tcp: facts(NDPI_PORTS, 4899),
  hosts: facts(lolrmm('radmin.yaml'), 'radmin.com'),
};

export const anyViewer: CatalogueEntry = {
  key: 'anyviewer',
  name: 'AnyViewer',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('anyviewer.yaml'), 'AnyViewer.exe', 'RCClient.exe', 'AVCore.exe') },
  tcp: facts(lolrmm('anyviewer.yaml'), 443),
  hosts: facts(lolrmm('anyviewer.yaml'), 'anyviewer.com'),
};

export const goToAssist: CatalogueEntry = {
  key: 'gotoassist',
  name: 'GoToAssist',
  kind: 'remote access',
  executables: { windows: facts(lolrmm('gotoassist.yaml'), 'gotoassist.exe', 'g2ax_comm_customer.exe') },
  hosts: [
    ...facts(lolrmm('gotoassist.yaml'), 'gotoassist.com', 'fastsupport.com'),
    ...facts(NDPI_HOSTS, 'goto.com', 'getgo.com'),
  ],
};
