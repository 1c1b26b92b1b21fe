/** This file has the entries of the catalogue for VPN and proxy clients. */
import { facts, type CatalogueEntry } from './native-app';
import {
  NDPI_HOSTS,
  NDPI_PORTS,
  SERVICE_OF,
  VPN_PROCESSES,
  domainList,
  installomator,
  lolrmm,
  onGitHub,
  scoop,
} from './sources';

export const nordVpn: CatalogueEntry = {
  key: 'nordvpn',
  name: 'NordVPN',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(VPN_PROCESSES, 'nordvpn.exe', 'nordvpn-service.exe'),
    mac_os: facts(installomator('nordvpn'), 'NordVPN'),
  },
  hosts: facts(NDPI_HOSTS, 'nordvpn.com', 'nordcdn.com', 'nordaccount.com', 'napps-1.com', 'napps-2.com'),
};

export const expressVpn: CatalogueEntry = {
  key: 'expressvpn',
  name: 'ExpressVPN',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(VPN_PROCESSES, 'expressvpn.exe', 'expressvpnservice.exe', 'expressvpnd.exe'),
    mac_os: facts(installomator('expressvpn'), 'ExpressVPN'),
  },
};

export const protonVpn: CatalogueEntry = {
  key: 'proton-vpn',
  name: 'Proton VPN',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(
      VPN_PROCESSES,
      'ProtonVPN.exe',
      'ProtonVPN.Client.exe',
      'ProtonVPNService.exe',
      'ProtonVPN.WireGuardService.exe',
    ),
    mac_os: facts(installomator('protonvpn'), 'ProtonVPN'),
  },
  hosts: facts(NDPI_HOSTS, 'protonvpn.com', 'proton.me'),
  services: facts(SERVICE_OF.protonVpn, 'ProtonVPNService.exe', 'ProtonVPN.WireGuardService.exe'),
};

const MULLVAD_DISTRIBUTION = onGitHub(
  'Mullvad VPN, files of its packages',
  'mullvad/mullvadvpn-app/blob/0ed1f09715efd5f1ef848c3234ea579c0c6fd3ac/desktop/packages/mullvad-vpn/tasks/distribution.js',
  'vendor',
);

export const mullvad: CatalogueEntry = {
  key: 'mullvad-vpn',
  name: 'Mullvad VPN',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(MULLVAD_DISTRIBUTION, 'Mullvad VPN.exe', 'mullvad-daemon.exe', 'mullvad.exe'),
    mac_os: facts(MULLVAD_DISTRIBUTION, 'Mullvad VPN', 'mullvad-daemon', 'mullvad'),
    linux: facts(MULLVAD_DISTRIBUTION, 'mullvad-gui', 'mullvad-daemon', 'mullvad'),
  },
  hosts: facts(NDPI_HOSTS, 'mullvad.net'),
  services: facts(SERVICE_OF.mullvad, 'mullvad-daemon.exe'),
};

export const surfshark: CatalogueEntry = {
  key: 'surfshark',
  name: 'Surfshark',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'Surfshark.exe', 'Surfshark.Service.exe') },
  hosts: facts(NDPI_HOSTS, 'surfshark.com'),
};

export const windscribe: CatalogueEntry = {
  key: 'windscribe',
  name: 'Windscribe',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'Windscribe.exe', 'WindscribeService.exe') },
  hosts: facts(NDPI_HOSTS, 'windscribe.com', 'whiskergalaxy.com'),
  services: facts(SERVICE_OF.windscribe, 'WindscribeService.exe'),
};

export const cyberGhost: CatalogueEntry = {
  key: 'cyberghost',
  name: 'CyberGhost',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'CyberGhost.exe', 'CyberGhost.Service.exe') },
};

export const privateInternetAccess: CatalogueEntry = {
  key: 'private-internet-access',
  name: 'Private Internet Access',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'pia-client.exe', 'pia-service.exe') },
  services: facts(SERVICE_OF.privateInternetAccess, 'pia-service.exe'),
};

export const hotspotShield: CatalogueEntry = {
  key: 'hotspot-shield',
  name: 'Hotspot Shield',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'hotspotshield.exe') },
  hosts: facts(NDPI_HOSTS, 'hotspotshield.com', 'northghost.com'),
};

export const tunnelBear: CatalogueEntry = {
  key: 'tunnelbear',
  name: 'TunnelBear',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'TunnelBear.exe') },
  hosts: facts(NDPI_HOSTS, 'tunnelbear.com', 'polargrizzly.com'),
};

export const cloudflareWarp: CatalogueEntry = {
  key: 'cloudflare-warp',
  name: 'Cloudflare WARP',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(VPN_PROCESSES, 'Cloudflare WARP.exe', 'warp-svc.exe'),
  },
  udp: facts(
    onGitHub(
      'nDPI, Cloudflare WARP',
      'ntop/nDPI/blob/3b1286ab03b0c9223ac208a01868d8c1f6c0ae00/src/lib/protocols/cloudflare_warp.c',
      'community',
    ),
    2408,
    500,
    1701,
    4500,
  ),
  hosts: facts(NDPI_HOSTS, 'cloudflareclient.com'),
  services: facts(SERVICE_OF.cloudflareWarp, 'warp-svc.exe'),
};

export const openVpn: CatalogueEntry = {
  key: 'openvpn',
  name: 'OpenVPN',
  kind: 'vpn or proxy',
  executables: {
    windows: [
      ...facts(VPN_PROCESSES, 'openvpn.exe', 'openvpn-gui.exe', 'OpenVPNConnect.exe'),
      ...facts(scoop('openvpn-connect'), 'ovpnconnector.exe'),
    ],
    mac_os: facts(installomator('openvpnconnectv3'), 'OpenVPN Connect'),
  },
  udp: facts(NDPI_PORTS, 1194),
};

export const wireGuard: CatalogueEntry = {
  key: 'wireguard',
  name: 'WireGuard',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'wireguard.exe') },
  udp: facts(NDPI_PORTS, 51820),
  services: facts(SERVICE_OF.wireGuard, 'wireguard.exe'),
};

export const tailscale: CatalogueEntry = {
  key: 'tailscale',
  name: 'Tailscale',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(scoop('tailscale'), 'tailscale-ipn.exe', 'tailscaled.exe', 'tailscale.exe'),
    mac_os: facts(installomator('tailscale'), 'Tailscale'),
  },
  udp: facts(NDPI_PORTS, 41641),
  hosts: facts(domainList('tailscale'), 'tailscale.com', 'tailscale.io'),
  services: facts(SERVICE_OF.tailscale, 'tailscaled.exe'),
};

export const zeroTier: CatalogueEntry = {
  key: 'zerotier',
  name: 'ZeroTier',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(VPN_PROCESSES, 'zerotier_desktop_ui.exe', 'zerotier-one_x64.exe', 'zerotier-one_x86.exe'),
  },
  hosts: facts(lolrmm('zerotier.yaml'), 'zerotier.com'),
  services: facts(SERVICE_OF.zeroTier, 'zerotier-one_x64.exe', 'zerotier-one_x86.exe'),
};

export const netBird: CatalogueEntry = {
  key: 'netbird',
  name: 'NetBird',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(lolrmm('netbird.yaml'), 'netbird.exe', 'netbird-ui.exe'),
    linux: facts(lolrmm('netbird.yaml'), 'netbird'),
  },
  tcp: facts(lolrmm('netbird.yaml'), 443, 33073),
  udp: facts(lolrmm('netbird.yaml'), 51820),
  hosts: facts(lolrmm('netbird.yaml'), 'netbird.io'),
  services: facts(SERVICE_OF.netBird, 'netbird.exe'),
};

export const psiphon: CatalogueEntry = {
  key: 'psiphon',
  name: 'Psiphon',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('psiphon3'), 'psiphon3.exe') },
  hosts: facts(NDPI_HOSTS, 'psiphon3.net'),
};

export const lantern: CatalogueEntry = {
  key: 'lantern',
  name: 'Lantern',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('lantern-client'), 'lantern.exe') },
};

export const outline: CatalogueEntry = {
  key: 'outline',
  name: 'Outline',
  kind: 'vpn or proxy',
  executables: { windows: facts(VPN_PROCESSES, 'Outline.exe', 'OutlineService.exe') },
  services: facts(SERVICE_OF.outline, 'OutlineService.exe'),
};

export const tor: CatalogueEntry = {
  key: 'tor',
  name: 'Tor',
  kind: 'vpn or proxy',
  // Tor Browser itself runs as firefox.exe, like Firefox: only its daemon can be told apart.
  executables: { windows: facts(scoop('tor', 'Main'), 'tor.exe') },
  hosts: facts(NDPI_HOSTS, 'torproject.org'),
};

export const clashVerge: CatalogueEntry = {
  key: 'clash-verge',
  name: 'Clash Verge',
  kind: 'vpn or proxy',
  executables: {
    windows: facts(
      VPN_PROCESSES,
      'clash-verge.exe',
      'verge-mihomo.exe',
      'verge-mihomo-alpha.exe',
      'clash-verge-service.exe',
    ),
  },
};

export const v2rayN: CatalogueEntry = {
  key: 'v2rayn',
  name: 'v2rayN',
  kind: 'vpn or proxy',
  executables: { windows: [...facts(scoop('v2rayn'), 'v2rayN.exe'), ...facts(VPN_PROCESSES, 'xray.exe', 'v2ray.exe')] },
};

export const shadowsocks: CatalogueEntry = {
  key: 'shadowsocks',
  name: 'Shadowsocks',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('shadowsocks'), 'Shadowsocks.exe') },
};

export const singBox: CatalogueEntry = {
  key: 'sing-box',
  name: 'sing-box',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('sing-box', 'Main'), 'sing-box.exe') },
};

export const ngrok: CatalogueEntry = {
  key: 'ngrok',
  name: 'ngrok',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('ngrok', 'Main'), 'ngrok.exe') },
  hosts: facts(domainList('ngrok'), 'ngrok.com', 'ngrok.io', 'ngrok-agent.com', 'ngrok.app', 'ngrok.dev'),
};

export const cloudflared: CatalogueEntry = {
  key: 'cloudflare-tunnel',
  name: 'Cloudflare Tunnel',
  kind: 'vpn or proxy',
  executables: { windows: facts(scoop('cloudflared', 'Main'), 'cloudflared.exe') },
  hosts: facts(domainList('cloudflare'), 'argotunnel.com', 'cfargotunnel.com'),
  services: facts(SERVICE_OF.cloudflared, 'cloudflared.exe'),
};
