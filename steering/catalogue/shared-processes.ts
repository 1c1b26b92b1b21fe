/**
 * This file names two kinds of process: those that do the work of many apps, so that a definition which names one
 * reaches far beyond its app, and the executables of the catalogue that run as Windows services, in session 0, or can.
 */
import { foldCase } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { CATALOGUE_ENTRIES } from './index';
import { type Fact, facts } from './native-app';
import { SIGMA, bleachbit, onGitHub } from './sources';

/** The services of the catalogue, by their names in one case. */
const SERVICES = new Map(
  CATALOGUE_ENTRIES.flatMap(({ services = [] }) => services.map((fact) => [foldCase(fact.value), fact] as const)),
);

/** The executables of the catalogue that run as Windows services, or can. */
export const WINDOWS_SERVICES: readonly Fact<string>[] = [...SERVICES.values()];

/** Whether the catalogue knows a process as a Windows service. Case does not count. */
export function isWindowsService(process: string): boolean {
  return SERVICES.has(foldCase(process));
}

const WEBVIEW2 = onGitHub(
  'Microsoft Edge documentation, process model of WebView2 apps',
  'MicrosoftDocs/edge-developer/blob/03dc426fdcb62c9a14967861b6e6125e7cde7416/microsoft-edge/webview2/concepts/process-model.md',
  'doc',
);
const SERVICE_HOST = onGitHub(
  'Portmaster, services behind svchost.exe',
  'safing/portmaster/blob/b5153a3a84849a9c3115a2da5b7b8880f9a8d739/base/utils/osdetail/svchost_windows.go',
  'community',
);
const SHELLS = onGitHub(
  'Portmaster, shells of Windows',
  'safing/portmaster/blob/b5153a3a84849a9c3115a2da5b7b8880f9a8d739/base/utils/osdetail/shell_windows.go',
  'community',
);

/** The processes that many apps share, by platform. */
export const SHARED_PROCESSES: { readonly [P in PlatformName]?: readonly Fact<string>[] } = {
  windows: [
    ...facts(WEBVIEW2, 'msedgewebview2.exe'),
    ...facts(SERVICE_HOST, 'svchost.exe'),
    ...facts(SHELLS, 'powershell.exe', 'cmd.exe'),
    ...facts(SIGMA, 'chrome.exe', 'msedge.exe', 'firefox.exe', 'iexplore.exe', 'brave.exe', 'opera.exe', 'vivaldi.exe'),
  ],
  mac_os: [
    ...facts(bleachbit('google_chrome'), 'Google Chrome'),
    ...facts(bleachbit('brave'), 'Brave Browser'),
    ...facts(bleachbit('firefox'), 'firefox'),
    ...facts(bleachbit('vivaldi'), 'Vivaldi'),
  ],
  linux: [
    ...facts(bleachbit('google_chrome'), 'chrome'),
    ...facts(bleachbit('firefox'), 'firefox', 'firefox-bin'),
    ...facts(bleachbit('brave'), 'brave'),
    ...facts(bleachbit('vivaldi'), 'vivaldi'),
    ...facts(bleachbit('opera'), 'opera'),
  ],
};
