/** Where it is written that an app runs as a Windows service: how its vendor installs it, most often. By the app. */
import type { Confidence, Source } from './native-app';
import { onGitHub } from './sources';

/** The day of reading. */
const READ = '2026-11-29';

const read = (name: string, path: string, confidence: Confidence): Source => ({
  ...onGitHub(name, path, confidence),
  read: READ,
});

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
