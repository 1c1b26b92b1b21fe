/**
 * This file names two kinds of process: those that do the work of many apps, so that a definition which names one
 * reaches far beyond its app, and the executables of the catalogue that run as Windows services, in session 0, or can.
 */
import { foldCase } from '../domain/processes';
import type { PlatformName } from '../domain/vocabulary';
import { CATALOGUE_ENTRIES } from './index';
import { type Fact, facts } from './native-app';
import { AUTOMATION, SIGMA, bleachbit, onGitHub, page, readOn } from './sources';

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

/** The day on which the sources of the other processes were read. */
const READ = '2026-11-30';
const read = (...source: Parameters<typeof onGitHub>) => readOn(READ, onGitHub(...source));

/** Makes the source of a program of Windows that runs what others give it. */
function lolbas(file: string, commit: string) {
  return read(`LOLBAS, ${file}`, `LOLBAS-Project/LOLBAS/blob/${commit}/yml/OSBinaries/${file}.yml`, 'community');
}

const KERNEL = readOn(
  READ,
  page(
    'Netskope documentation, certificate pinned apps: "system" among processes of predefined apps',
    "the vendor's pages on certificate pinned apps",
    'doc',
  ),
);
const SQUIRREL = read(
  'Squirrel, the installer that puts its Update.exe beside each app',
  'Squirrel/Squirrel.Windows/blob/db5c640c30aa22db49b4d7df6abcad155cd0aa34/specs/Installer.md',
  'vendor',
);
const JAVA = read(
  'OpenJDK, manual of java and javaw',
  'openjdk/jdk/blob/001a073aa1e21c28506083808094486ec0f06b0e/src/java.base/share/man/java.md',
  'vendor',
);
const PYTHON = read(
  'Sigma, network connections of Python',
  'SigmaHQ/sigma/blob/2fa57a3100ddd41a57000992d03999dd7e55803d/rules/windows/network_connection/net_connection_win_python.yml',
  'community',
);
const INTERPRETERS = read(
  'Portmaster, interpreters of scripts',
  'safing/portmaster/blob/0650dba45b3bc45343dd17cdc313dc410719a229/service/process/tags/interpreter_unix.go',
  'community',
);
const WEBKIT = read(
  'WebKit, the service through which Safari and other apps reach the network',
  'WebKit/WebKit/blob/177ad6b80bc247bc7fa9484dad9c5ce09093116a/Source/WebKit/Configurations/NetworkService.xcconfig',
  'vendor',
);
const SAFARI = read(
  'BleachBit, cleaner safari_macos',
  'bleachbit/bleachbit/blob/b36ddf63ea3ce6051bb2d1b06ab0170fe9ffa254/cleaners/safari_macos.xml',
  'community',
);
const GAME_TOOLS = readOn(
  READ,
  page(
    'Special K, an earlier version: tools that many games bring and into which it does not go',
    'a list at its entry point, found by a search of public code',
    'community',
  ),
);
const UNINSTALLERS = readOn(
  READ,
  page(
    'names that say what a program does and not whose it is, such as those of uninstallers',
    'our reading of the scripts of installers in public code; no single one stands out',
    'assumed',
  ),
);
const LITTLE_SNITCH = read(
  'macOS_autosetup, rules of a firewall for macOS',
  'tortugato/macOS_autosetup/blob/3033851e20ce81ea4b98acdc419dac62c8c68f19/config/vpn_and_firewall/LittleSnitch.xpl',
  'community',
);
const GTFO_CURL = read(
  'GTFOBins, curl',
  'GTFOBins/GTFOBins.github.io/blob/69cecd6f401baf2625b8e3e7a43f4775ae2a69cb/_gtfobins/curl',
  'community',
);
const CHROME_PACKAGE = read(
  'CustomTabsLauncher, packages of Chrome',
  'droibit/CustomTabsLauncher/blob/650f7122eaa2d2fe7c075405e287b1f9b18924e1/launcher/src/main/java/com/droibit/android/customtabs/launcher/ChromePackage.java',
  'community',
);
const BUNDLES_OF_IOS = readOn(
  READ,
  page('WR Projects, bundle identifiers of iOS', 'http://labs.wrprojects.com/tag/apple/', 'community'),
);

/** The processes that many apps share, by platform: nobody means to take them for one app. */
export const SHARED_PROCESSES: { readonly [P in PlatformName]?: readonly Fact<string>[] } = {
  windows: [
    ...facts(WEBVIEW2, 'msedgewebview2.exe'),
    ...facts(SERVICE_HOST, 'svchost.exe'),
    ...facts(SHELLS, 'powershell.exe', 'cmd.exe'),
    ...facts(SIGMA, 'chrome.exe', 'msedge.exe', 'firefox.exe', 'iexplore.exe', 'brave.exe', 'opera.exe', 'vivaldi.exe'),
    ...facts(KERNEL, 'system'),
    ...facts(lolbas('Rundll32', '329437a59da81f62d4381d1a883a4ce2748af5f7'), 'rundll32.exe'),
    ...facts(lolbas('Explorer', '03362b864079527d9a7a757b11ef085baf9f2e50'), 'explorer.exe'),
    ...facts(lolbas('Dllhost', '4f7ec8d2af78851e357fe509c4fd3be4bf89c295'), 'dllhost.exe'),
  ],
  mac_os: [
    ...facts(bleachbit('google_chrome'), 'Google Chrome'),
    ...facts(bleachbit('brave'), 'Brave Browser'),
    ...facts(bleachbit('firefox'), 'firefox'),
    ...facts(bleachbit('vivaldi'), 'Vivaldi'),
    ...facts(SAFARI, 'Safari'),
    ...facts(WEBKIT, 'com.apple.WebKit.Networking'),
  ],
  linux: [
    ...facts(bleachbit('google_chrome'), 'chrome'),
    ...facts(bleachbit('firefox'), 'firefox', 'firefox-bin'),
    ...facts(bleachbit('brave'), 'brave'),
    ...facts(bleachbit('vivaldi'), 'vivaldi'),
    ...facts(bleachbit('opera'), 'opera'),
  ],
  ios: [...facts(BUNDLES_OF_IOS, 'com.apple.mobilesafari'), ...facts(WEBKIT, 'com.apple.WebKit.Networking')],
  android: facts(CHROME_PACKAGE, 'com.android.chrome'),
};

/**
 * The tools that many products bring along or run, by platform: languages, downloaders, installers. Somebody may mean
 * the tool itself, and a name alone does not tell.
 */
export const SHARED_TOOLS: typeof SHARED_PROCESSES = {
  windows: [
    ...facts(lolbas('Curl', '0ee25a9e8fffebe4e356b6199e659005650ba0e3'), 'curl.exe'),
    ...facts(lolbas('Wscript', '03362b864079527d9a7a757b11ef085baf9f2e50'), 'wscript.exe'),
    ...facts(lolbas('Cscript', '03362b864079527d9a7a757b11ef085baf9f2e50'), 'cscript.exe'),
    ...facts(lolbas('Mshta', '03362b864079527d9a7a757b11ef085baf9f2e50'), 'mshta.exe'),
    ...facts(lolbas('Msiexec', '03362b864079527d9a7a757b11ef085baf9f2e50'), 'msiexec.exe'),
    ...facts(JAVA, 'java.exe', 'javaw.exe'),
    ...facts(AUTOMATION, 'node.exe'),
    ...facts(PYTHON, 'python.exe', 'python3.exe'),
    ...facts(SQUIRREL, 'Update.exe'),
    ...facts(GAME_TOOLS, 'SupportTool.exe', 'CrashReporter.exe', 'Launcher.exe', 'setup.exe', 'uninstall.exe'),
    ...facts(UNINSTALLERS, 'Remove.exe'),
  ],
  mac_os: [
    ...facts(LITTLE_SNITCH, 'curl', 'git-remote-http'),
    ...facts(JAVA, 'java'),
    ...facts(INTERPRETERS, 'python3', 'perl', 'ruby', 'node', 'sh', 'bash', 'zsh'),
  ],
  linux: [
    ...facts(GTFO_CURL, 'curl'),
    ...facts(JAVA, 'java'),
    ...facts(INTERPRETERS, 'python2', 'python3', 'perl', 'ruby', 'node', 'nodejs', 'sh', 'bash', 'zsh'),
  ],
};
