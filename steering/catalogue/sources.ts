/**
 * This file has the collections from which many entries were read, each as a function that makes a source of the name
 * of one file in it. Addresses name the commit that was read: what stands there today may differ.
 */
import type { Confidence, Fact, Source } from './native-app';

/** The day on which the collections were read. */
const READ = '2026-11-24';

const BUCKETS = {
  Extras: 'ScoopInstaller/Extras/blob/cd859b80b1a30eeb54b18f140c7d9972f68dfb31',
  Main: 'ScoopInstaller/Main/blob/5ce3ffd21d4bf5fe84351edf0344fb5cde019287',
  Nonportable: 'ScoopInstaller/Nonportable/blob/c36396fedcfbe11ab2e63ed9ffe67766a7ab7246',
  Games: 'Calinou/scoop-games/blob/3d5df157d93eb96b62c4a9ac2eaff2993655c978',
} as const;

/**
 * Makes the source of a file on GitHub.
 * @param path owner, name, `blob`, and the commit or branch, then the path of the file
 */
export function onGitHub(name: string, path: string, confidence: Confidence): Source {
  return page(name, `https://github.com/${path}`, confidence);
}

/** Makes the source of a page on the web. */
export function page(name: string, where: string, confidence: Confidence): Source {
  return { name, where, read: READ, confidence };
}

/** The same source, read on another day than the collections. */
export function readOn(day: string, source: Source): Source {
  return { ...source, read: day };
}

/** Makes the source of a manifest of Scoop, which names the program that its shortcut starts, or that it stops. */
export function scoop(manifest: string, bucket: keyof typeof BUCKETS = 'Extras'): Source {
  return onGitHub(`Scoop ${bucket}, ${manifest}`, `${BUCKETS[bucket]}/bucket/${manifest}.json`, 'community');
}

/**
 * Makes the source of a label of Installomator, which names the processes that block an update of a Mac app; by default
 * it is the process with the name of the app.
 */
export function installomator(label: string): Source {
  const path = `Installomator/Installomator/blob/71741a856ca9b1c25a805e1252e2458da5a00b1a/fragments/labels/${label}.sh`;
  return onGitHub(`Installomator, label ${label}`, path, 'community');
}

/**
 * Makes the source of a cask of Homebrew, which names the bundle of a Mac app. By convention its executable has the
 * same name.
 */
export function homebrew(cask: string): Source {
  return onGitHub(
    `Homebrew, cask ${cask}`,
    `Homebrew/homebrew-cask/blob/HEAD/Casks/${cask.charAt(0)}/${cask}.rb`,
    'community',
  );
}

/** Makes the source of an entry of LOLRMM, a catalogue of remote management tools that intruders use. */
export function lolrmm(file: string): Source {
  const path = `magicsword-io/LOLRMM/blob/3c75cf091b10bf7e8ecd576055c44d172b35ff21/yaml/${file}`;
  return onGitHub(`LOLRMM, ${file}`, path, 'community');
}

const NDPI = 'ntop/nDPI/blob/3b1286ab03b0c9223ac208a01868d8c1f6c0ae00/src/lib';

/** The default ports of protocols in nDPI, an engine of traffic analysis. */
export const NDPI_PORTS = onGitHub('nDPI, default ports', `${NDPI}/ndpi_main.c`, 'community');

/** The hosts of protocols in nDPI. */
export const NDPI_HOSTS = onGitHub('nDPI, host names', `${NDPI}/ndpi_content_match.c.inc`, 'community');

/** Makes the source of a list of `domain-list-community`. */
export function domainList(list: string): Source {
  const path = `v2fly/domain-list-community/blob/c975ccef9c19f005a3bfa7a33255d1b406deea64/data/${encodeURIComponent(list)}`;
  return onGitHub(`domain-list-community, ${list}`, path, 'community');
}

/** Makes the source of an app in Electron's own list of apps. */
export function electronApps(app: string): Source {
  const path = `electron/apps/blob/3f3928502106a76536e6a2a0e3c627f6e1316e7b/apps/${app}`;
  return onGitHub(`Electron's list of apps, ${app}`, path, 'community');
}

/** Makes the source of a cleaner of BleachBit, which names the process that must not run while it cleans. */
export function bleachbit(cleaner: string): Source {
  const path = `bleachbit/bleachbit/blob/d81e0b93a62c5d51f7c41edcfd8b11bb18543b94/cleaners/${cleaner}.xml`;
  return onGitHub(`BleachBit, cleaner ${cleaner}`, path, 'community');
}

/** A detection rule of Sigma that tells legitimate clients of well-known services by their process. */
export const SIGMA = onGitHub(
  'Sigma, communication to dead drop resolvers',
  'SigmaHQ/sigma/blob/8eaafff1f2845a696050e05e72ba1140ee190698/rules/windows/network_connection/net_connection_win_domain_dead_drop_resolvers.yml',
  'community',
);

/** The processes of VPN and proxy clients on Windows, as a VLESS client names them that looks for conflicts. */
export const VPN_PROCESSES = onGitHub(
  'ultimaVLESS, catalogue of conflicting apps',
  'sliva-name/ultimaVLESS/blob/79971218029b78f5a79c6c332cfdcefe5e29dd19/src/main/services/conflictingApps/catalog.ts',
  'community',
);

/** The paths of game launchers on Windows. */
export const LAUNCHERS = onGitHub(
  'Auto-Updater, known launchers',
  'Luca040619/Auto-Updater/blob/HEAD/utils/launchers.py',
  'community',
);

/** The paths of messengers on macOS, as an endpoint security app names them. */
export const MAC_MESSENGERS = onGitHub(
  'EndPointAppTemp, messengers',
  'HwangChanho/EndPointAppTemp/blob/HEAD/PFEndPointSecurityAppTemp/Common/Define/MessengerDefine.swift',
  'community',
);

const PREDEFINED = page(
  'Netskope documentation, certificate pinned apps of the type Predefined',
  "the vendor's pages on certificate pinned apps; the list of a tenant is what counts",
  'doc',
);

/** Makes the fact that tenants have the app already. */
export function predefined(note?: string): Fact<true> {
  return { value: true, source: PREDEFINED, ...(note !== undefined && { note }) };
}

/** Public scripts that start, find or end a process; no single one stands out. */
export const AUTOMATION = page(
  'public automation and inventory scripts',
  'found by a search of public code for the exact name',
  'community',
);

/** The same, of names that were looked for on a later day. */
export const LATER_AUTOMATION = readOn('2026-11-30', AUTOMATION);

const ELECTRON_HELPERS = onGitHub(
  'Electron, application distribution (names of helpers on macOS); that they own sockets is our reading',
  'electron/electron/blob/014d80c359beabeb4bdd25479e9ab9bd453a3cc3/docs/tutorial/application-distribution.md',
  'assumed',
);

/** Makes the fact of the helper of an Electron app on macOS. */
export function helperOf(app: string): Fact<string> {
  return { value: `${app} Helper`, source: ELECTRON_HELPERS };
}

/** The day on which the sources of services were read. */
const SERVICES_READ = '2026-11-29';

const read = (name: string, path: string, confidence: Confidence): Source =>
  readOn(SERVICES_READ, onGitHub(name, path, confidence));

/** The sources that say which apps run as Windows services, by app. Most tell how the vendor installs the service. */
export const SERVICE_OF = {
  rustDesk: read(
    'RustDesk, how it installs itself on Windows',
    'rustdesk/rustdesk/blob/7423dced37845c48093b6f71bd82e4a16cc8c79d/src/platform/windows.rs',
    'vendor',
  ),
  screenConnect: read(
    'LoLApp, traces of ScreenConnect',
    'VedikaBang/LoLApp/blob/0ca07f1b31df1fa5a3cfd0b1214bc54b1fbe15bd/exampleSite/content/screenconnect.md',
    'community',
  ),
  chromeRemoteDesktop: read(
    'Chromium, installer of the Chrome Remote Desktop host',
    'chromium/chromium/blob/0152db5ea10427e270af219f5906729d6bec51fb/remoting/host/installer/win/chromoting.wxs',
    'vendor',
  ),
  remoteUtilities: read(
    'Sigma, service installation of Remote Utilities',
    'SigmaHQ/sigma/blob/0252d8e021f41a4097489572e611e79410f87171/rules/windows/builtin/system/service_control_manager/win_system_service_install_remote_utilities.yml',
    'community',
  ),
  protonVpn: read(
    'Proton VPN, installer for Windows',
    'ProtonVPN/win-app/blob/abc33cfddc3edb7e4b97f5541958abf477a2e301/Setup/SetupBase.iss',
    'vendor',
  ),
  mullvad: read(
    'Mullvad VPN, installer for Windows',
    'mullvad/mullvadvpn-app/blob/9380a8076bc0511937477989a80ebca89cb334d9/dist-assets/windows/installer.nsh',
    'vendor',
  ),
  windscribe: read(
    'Windscribe, installer of its service',
    'Windscribe/Desktop-App/blob/e5bbaf51ef2444bd13f387389c46b8ad80fc861e/src/installer/gui/windows/installer/installer/blocks/service.cpp',
    'vendor',
  ),
  privateInternetAccess: read(
    'Private Internet Access, installer for Windows',
    'pia-foss/desktop/blob/522751571ea7f6b1a9e3dd5cc4c70fc2fd136221/extras/installer/win/installer.cpp',
    'vendor',
  ),
  cloudflareWarp: read(
    'Cloudflare documentation, WARP on Windows',
    'cloudflare/cloudflare-docs/blob/c17af131342ac8b4859946fe5ded73a71bfe631b/products/warp-client/src/content/setting-up/windows.md',
    'doc',
  ),
  wireGuard: read(
    'WireGuard for Windows, installer of its services',
    'WireGuard/wireguard-windows/blob/5a7d225dcbd16ef06d77aa7e2a7f6c565863f12d/manager/install.go',
    'vendor',
  ),
  tailscale: read(
    'Tailscale, installer of its Windows service',
    'tailscale/tailscale/blob/de9ec7ee25627e0e518f53c710a3fc3d947c86c1/cmd/tailscaled/install_windows.go',
    'vendor',
  ),
  zeroTier: read(
    'ZeroTier One, installer for Windows',
    'zerotier/ZeroTierOne/blob/36b4659f77bc480fdc510304bc53f009fde5d629/ext/installfiles/windows/ZeroTier%20One.aip',
    'vendor',
  ),
  netBird: read(
    'NetBird, how its updater restarts the daemon',
    'netbirdio/netbird/blob/ee253feddfd08a1b559d4014cbcf8d64cabed937/client/internal/updater/installer/doc.go',
    'vendor',
  ),
  outline: read(
    'Outline, installer of its Windows service',
    'Jigsaw-Code/outline-apps/blob/d2d72a13c1d04e5907c72b2da054e6961da340ff/client/electron/install_windows_service.bat',
    'vendor',
  ),
  cloudflared: read(
    'cloudflared, installer of its Windows service',
    'cloudflare/cloudflared/blob/d1df7985bdf189c4caf34e290bafbf8f411e603b/cmd/cloudflared/windows_service.go',
    'vendor',
  ),
  syncthing: read(
    'Syncthing documentation, starting automatically',
    'syncthing/docs/blob/025c4ff1e54a5888395b2f19f5af5134d06d7c09/users/autostart.rst',
    'doc',
  ),
  transmission: read(
    'Transmission, installer of its daemon on Windows',
    'transmission/transmission/blob/85fc9d915c6d91b32f01ec4b291b1c9ba820f310/dist/msi/components/Daemon.wxs',
    'vendor',
  ),
} as const;
