// Generated from steering/catalogue by `npm run generate`. Do not edit.
import { CATALOGUE } from '../../steering/catalogue';
import { preset, searchable } from '../native-apps';

/**
 * Presets of native apps: dated data, each fact with its source and confidence below `catalogue`. Marks, strongest first:
 * [seed] the article this project starts from, [doc] documentation of the app's vendor, [vendor] its code, [community] third
 * parties, [assumed] our reading.
 * @example
 * import { BlockNativeApp, NativeApps } from 'cdktf-netskope-steering';
 *
 * new BlockNativeApp(stack, 'Signal', { configuration, app: NativeApps.SIGNAL });
 * for (const app of NativeApps.ofKind('remote access', { except: [NativeApps.ANYDESK] })) {
 *   new BlockNativeApp(stack, app.name, { configuration, app });
 * }
 */
export const NativeApps = searchable({
  /**
   * AeroAdmin (remote access), as of 2026-11-24.
   * - Windows: AeroAdmin.exe [community]
   * - Hosts: aeroadmin.com [community]
   * - Sources: LOLRMM, aeroadmin.yaml
   */
  AEROADMIN: preset(
    {
      key: 'aeroadmin',
      name: 'AeroAdmin',
      kind: 'remote access',
      windows: ['AeroAdmin.exe'],
      ports: [],
      domains: ['aeroadmin.com'],
    },
    CATALOGUE.aeroAdmin,
  ),
  /**
   * Ammyy Admin (remote access), as of 2026-11-24.
   * - Windows: AA_v3.exe, AMMYY_Admin.exe [community]
   * - TCP: 80, 443, 5931, 8080 [community]
   * - Hosts: ammyy.com [community]
   * - Windows services: AA_v3.exe [community]
   * - Sources: LOLRMM, ammyyadmin.yml
   */
  AMMYY_ADMIN: preset(
    {
      key: 'ammyy-admin',
      name: 'Ammyy Admin',
      kind: 'remote access',
      windows: ['AA_v3.exe', 'AMMYY_Admin.exe'],
      ports: [80, 443, 5931, 8080],
      domains: ['ammyy.com'],
    },
    CATALOGUE.ammyyAdmin,
  ),
  /**
   * AnyDesk (remote access), as of 2026-11-24.
   * - Windows: AnyDesk.exe [community]
   * - macOS: AnyDesk [community]
   * - TCP: 443 [community]
   * - Hosts: anydesk.com [community]
   * - Windows services: AnyDesk.exe [community]
   * - Sources: Scoop Extras, anydesk; Installomator, label anydesk; LOLRMM, anydesk.yaml
   */
  ANYDESK: preset(
    {
      key: 'anydesk',
      name: 'AnyDesk',
      kind: 'remote access',
      windows: ['AnyDesk.exe'],
      macOs: ['AnyDesk'],
      ports: [443],
      domains: ['anydesk.com'],
    },
    CATALOGUE.anyDesk,
  ),
  /**
   * AnythingLLM (ai), as of 2026-11-24.
   * - Windows: AnythingLLM.exe [community]
   * - Sources: Scoop Extras, anythingllm
   */
  ANYTHINGLLM: preset(
    { key: 'anythingllm', name: 'AnythingLLM', kind: 'ai', windows: ['AnythingLLM.exe'], ports: [], domains: [] },
    CATALOGUE.anythingLlm,
  ),
  /**
   * AnyViewer (remote access), as of 2026-11-24.
   * - Windows: AnyViewer.exe, RCClient.exe, AVCore.exe [community]
   * - TCP: 443 [community]
   * - Hosts: anyviewer.com [community]
   * - Sources: LOLRMM, anyviewer.yaml
   */
  ANYVIEWER: preset(
    {
      key: 'anyviewer',
      name: 'AnyViewer',
      kind: 'remote access',
      windows: ['AnyViewer.exe', 'RCClient.exe', 'AVCore.exe'],
      ports: [443],
      domains: ['anyviewer.com'],
    },
    CATALOGUE.anyViewer,
  ),
  /**
   * Battle.net (games), as of 2026-11-24.
   * - Windows: Battle.net.exe, Battle.net Launcher.exe [community]
   * - Hosts: battle.net, blizzard.com [community]
   * - Sources: Scoop Games, battlenet; domain-list-community, blizzard
   */
  BATTLE_NET: preset(
    {
      key: 'battle-net',
      name: 'Battle.net',
      kind: 'games',
      windows: ['Battle.net.exe', 'Battle.net Launcher.exe'],
      ports: [],
      domains: ['battle.net', 'blizzard.com'],
    },
    CATALOGUE.battleNet,
  ),
  /**
   * Beeper (messenger), as of 2026-11-24.
   * - Windows: Beeper.exe [community]
   * - Sources: Scoop Extras, beeper
   */
  BEEPER: preset(
    { key: 'beeper', name: 'Beeper', kind: 'messenger', windows: ['Beeper.exe'], ports: [], domains: [] },
    CATALOGUE.beeper,
  ),
  /**
   * BiglyBT (file sharing), as of 2026-11-24.
   * - Windows: BiglyBT.exe [community]
   * - Sources: Scoop Nonportable, biglybt-np; BitTorrent, BEP 23: compact peer lists
   */
  BIGLYBT: preset(
    { key: 'biglybt', name: 'BiglyBT', kind: 'file sharing', windows: ['BiglyBT.exe'], ports: [], domains: [] },
    CATALOGUE.biglyBt,
  ),
  /**
   * BitTorrent (file sharing), as of 2026-11-30.
   * - Windows: BitTorrent.exe [community]
   * - Sources: public automation and inventory scripts; BitTorrent, BEP 23: compact peer lists
   */
  BITTORRENT: preset(
    {
      key: 'bittorrent',
      name: 'BitTorrent',
      kind: 'file sharing',
      windows: ['BitTorrent.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.bitTorrent,
  ),
  /**
   * Bitwarden (notes and office), as of 2026-11-24.
   * - Windows: Bitwarden.exe [community]
   * - macOS: Bitwarden [community]
   * - Sources: Scoop Extras, bitwarden; Installomator, label bitwarden
   */
  BITWARDEN: preset(
    {
      key: 'bitwarden',
      name: 'Bitwarden',
      kind: 'notes and office',
      windows: ['Bitwarden.exe'],
      macOs: ['Bitwarden'],
      ports: [],
      domains: [],
    },
    CATALOGUE.bitwarden,
  ),
  /**
   * Box (file sync), as of 2026-11-30.
   * - Windows: Box.exe [community]
   * - macOS: Box [community]
   * - Sources: public automation and inventory scripts; Installomator, label boxdrive
   */
  BOX: preset(
    { key: 'box', name: 'Box', kind: 'file sync', windows: ['Box.exe'], macOs: ['Box'], ports: [], domains: [] },
    CATALOGUE.box,
  ),
  /**
   * Bruno (developer tool), as of 2026-11-24.
   * - Windows: Bruno.exe [community]
   * - Sources: Scoop Extras, bruno
   */
  BRUNO: preset(
    { key: 'bruno', name: 'Bruno', kind: 'developer tool', windows: ['Bruno.exe'], ports: [], domains: [] },
    CATALOGUE.bruno,
  ),
  /**
   * Chatbox (ai), as of 2026-11-24.
   * - Windows: Chatbox.exe [community]
   * - Sources: Scoop Extras, chatboxai
   */
  CHATBOX: preset(
    { key: 'chatbox', name: 'Chatbox', kind: 'ai', windows: ['Chatbox.exe'], ports: [], domains: [] },
    CATALOGUE.chatbox,
  ),
  /**
   * ChatGPT (ai), as of 2026-11-24.
   * - Windows: ChatGPT.exe [community]
   * - macOS: ChatGPT [community]
   * - Hosts: chatgpt.com, openai.com, oaistatic.com, oaiusercontent.com [community]
   * - Sources: Scoop Extras, chatgpt; Installomator, label chatgpt; domain-list-community, openai
   */
  CHATGPT: preset(
    {
      key: 'chatgpt',
      name: 'ChatGPT',
      kind: 'ai',
      windows: ['ChatGPT.exe'],
      macOs: ['ChatGPT'],
      ports: [],
      domains: ['chatgpt.com', 'openai.com', 'oaistatic.com', 'oaiusercontent.com'],
    },
    CATALOGUE.chatGpt,
  ),
  /**
   * Cherry Studio (ai), as of 2026-11-24.
   * - Windows: cherry-studio.exe [community]
   * - Sources: Scoop Extras, cherry-studio
   */
  CHERRY_STUDIO: preset(
    { key: 'cherry-studio', name: 'Cherry Studio', kind: 'ai', windows: ['cherry-studio.exe'], ports: [], domains: [] },
    CATALOGUE.cherryStudio,
  ),
  /**
   * Chrome Remote Desktop (remote access), as of 2026-11-29.
   * - Windows: remoting_host.exe [community]
   * - Hosts: remotedesktop.google.com, remotedesktop-pa.googleapis.com, chromoting-host.talkgadget.google.com [community]
   * - Windows services: remoting_host.exe [vendor]
   * - Sources: LOLRMM, chrome_remote_desktop.yaml; Chromium, installer of the Chrome Remote Desktop host
   */
  CHROME_REMOTE_DESKTOP: preset(
    {
      key: 'chrome-remote-desktop',
      name: 'Chrome Remote Desktop',
      kind: 'remote access',
      windows: ['remoting_host.exe'],
      ports: [],
      domains: ['remotedesktop.google.com', 'remotedesktop-pa.googleapis.com', 'chromoting-host.talkgadget.google.com'],
    },
    CATALOGUE.chromeRemoteDesktop,
  ),
  /**
   * Clash Verge (vpn or proxy), as of 2026-11-24.
   * - Windows: clash-verge.exe, verge-mihomo.exe, verge-mihomo-alpha.exe, clash-verge-service.exe [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps
   */
  CLASH_VERGE: preset(
    {
      key: 'clash-verge',
      name: 'Clash Verge',
      kind: 'vpn or proxy',
      windows: ['clash-verge.exe', 'verge-mihomo.exe', 'verge-mihomo-alpha.exe', 'clash-verge-service.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.clashVerge,
  ),
  /**
   * Claude (ai), as of 2026-11-24.
   * - Windows: claude.exe [community]
   * - macOS: Claude, Claude Helper [community]
   * - Hosts: claude.ai, claude.com, anthropic.com, claudeusercontent.com [community]
   * - Sources: Scoop Extras, claude; Installomator, label claudedesktop; domain-list-community, anthropic
   */
  CLAUDE: preset(
    {
      key: 'claude',
      name: 'Claude',
      kind: 'ai',
      windows: ['claude.exe'],
      macOs: ['Claude', 'Claude Helper'],
      ports: [],
      domains: ['claude.ai', 'claude.com', 'anthropic.com', 'claudeusercontent.com'],
    },
    CATALOGUE.claude,
  ),
  /**
   * Cloudflare Tunnel (vpn or proxy), as of 2026-11-29.
   * - Windows: cloudflared.exe [community]
   * - Hosts: argotunnel.com, cfargotunnel.com [community]
   * - Windows services: cloudflared.exe [vendor]
   * - Sources: Scoop Main, cloudflared; domain-list-community, cloudflare; cloudflared, installer of its Windows service
   */
  CLOUDFLARE_TUNNEL: preset(
    {
      key: 'cloudflare-tunnel',
      name: 'Cloudflare Tunnel',
      kind: 'vpn or proxy',
      windows: ['cloudflared.exe'],
      ports: [],
      domains: ['argotunnel.com', 'cfargotunnel.com'],
    },
    CATALOGUE.cloudflared,
  ),
  /**
   * Cloudflare WARP (vpn or proxy), as of 2026-11-29.
   * - Windows: Cloudflare WARP.exe, warp-svc.exe [community]
   * - UDP: 2408, 500, 1701, 4500 [community]
   * - Hosts: cloudflareclient.com [community]
   * - Windows services: warp-svc.exe [doc]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, Cloudflare WARP; nDPI, host names; Cloudflare documentation, WARP on Windows
   */
  CLOUDFLARE_WARP: preset(
    {
      key: 'cloudflare-warp',
      name: 'Cloudflare WARP',
      kind: 'vpn or proxy',
      windows: ['Cloudflare WARP.exe', 'warp-svc.exe'],
      ports: [],
      domains: ['cloudflareclient.com'],
    },
    CATALOGUE.cloudflareWarp,
  ),
  /**
   * croc (file sharing), as of 2026-11-24.
   * - Windows: croc.exe [community]
   * - Sources: Scoop Main, croc
   */
  CROC: preset(
    { key: 'croc', name: 'croc', kind: 'file sharing', windows: ['croc.exe'], ports: [], domains: [] },
    CATALOGUE.croc,
  ),
  /**
   * Cursor (ai), as of 2026-11-24.
   * - Windows: Cursor.exe [community]
   * - macOS: Cursor [community], Cursor Helper [assumed]
   * - Linux: cursor [community]
   * - Hosts: cursor.com, cursor.sh, cursorapi.com, cursor-cdn.com [community]
   * - Sources: Scoop Extras, cursor; Installomator, label cursorai; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner vscode; domain-list-community, cursor
   */
  CURSOR: preset(
    {
      key: 'cursor',
      name: 'Cursor',
      kind: 'ai',
      windows: ['Cursor.exe'],
      macOs: ['Cursor', 'Cursor Helper'],
      linux: ['cursor'],
      ports: [],
      domains: ['cursor.com', 'cursor.sh', 'cursorapi.com', 'cursor-cdn.com'],
    },
    CATALOGUE.cursor,
  ),
  /**
   * Cyberduck (file sync), as of 2026-11-24.
   * - Windows: Cyberduck.exe [community]
   * - macOS: Cyberduck [community]
   * - Sources: Scoop Extras, cyberduck; Installomator, label cyberduck
   */
  CYBERDUCK: preset(
    {
      key: 'cyberduck',
      name: 'Cyberduck',
      kind: 'file sync',
      windows: ['Cyberduck.exe'],
      macOs: ['Cyberduck'],
      ports: [],
      domains: [],
    },
    CATALOGUE.cyberduck,
  ),
  /**
   * CyberGhost (vpn or proxy), as of 2026-11-24.
   * - Windows: CyberGhost.exe, CyberGhost.Service.exe [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps
   */
  CYBERGHOST: preset(
    {
      key: 'cyberghost',
      name: 'CyberGhost',
      kind: 'vpn or proxy',
      windows: ['CyberGhost.exe', 'CyberGhost.Service.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.cyberGhost,
  ),
  /**
   * Deezer (music), as of 2026-11-24.
   * - macOS: Deezer [community]
   * - Hosts: deezer.com, dzcdn.net [community]
   * - Sources: Installomator, label deezer; domain-list-community, deezer
   */
  DEEZER: preset(
    {
      key: 'deezer',
      name: 'Deezer',
      kind: 'music',
      macOs: ['Deezer'],
      ports: [],
      domains: ['deezer.com', 'dzcdn.net'],
    },
    CATALOGUE.deezer,
  ),
  /**
   * Deluge (file sharing), as of 2026-11-24.
   * - Windows: deluge.exe, deluged.exe, deluge-web.exe, deluge-console.exe [community]
   * - Sources: Scoop Extras, deluge; BitTorrent, BEP 23: compact peer lists
   */
  DELUGE: preset(
    {
      key: 'deluge',
      name: 'Deluge',
      kind: 'file sharing',
      windows: ['deluge.exe', 'deluged.exe', 'deluge-web.exe', 'deluge-console.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.deluge,
  ),
  /**
   * Discord (messenger), as of 2026-11-24.
   * - Windows: Discord.exe, DiscordPTB.exe, DiscordCanary.exe [community]
   * - macOS: Discord [community], Discord Helper [assumed]
   * - Linux: Discord, DiscordPTB, DiscordCanary [community]
   * - Hosts: discord.com, discord.gg, discord.media, discordapp.com, discordapp.net [community]
   * - Sources: BleachBit, cleaner discord; Installomator, label discord; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; nDPI, host names; Electron's list of apps, discord
   */
  DISCORD: preset(
    {
      key: 'discord',
      name: 'Discord',
      kind: 'messenger',
      windows: ['Discord.exe', 'DiscordPTB.exe', 'DiscordCanary.exe'],
      macOs: ['Discord', 'Discord Helper'],
      linux: ['Discord', 'DiscordPTB', 'DiscordCanary'],
      ports: [],
      domains: ['discord.com', 'discord.gg', 'discord.media', 'discordapp.com', 'discordapp.net'],
    },
    CATALOGUE.discord,
  ),
  /**
   * Docker Desktop (developer tool), as of 2026-11-24.
   * - macOS: Docker Desktop [community]
   * - Hosts: docker.com, docker.io [community]
   * - Sources: Installomator, label docker; domain-list-community, docker
   */
  DOCKER_DESKTOP: preset(
    {
      key: 'docker-desktop',
      name: 'Docker Desktop',
      kind: 'developer tool',
      macOs: ['Docker Desktop'],
      ports: [],
      domains: ['docker.com', 'docker.io'],
    },
    CATALOGUE.dockerDesktop,
  ),
  /**
   * Dropbox (file sync), as of 2026-11-24.
   * - Windows: Dropbox.exe [community]
   * - macOS: Dropbox [community]
   * - UDP: 17500 [community]
   * - Hosts: dropbox.com, dropboxapi.com, dropboxstatic.com, dropbox-dns.com [community]
   * - Predefined on tenants [doc]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label dropbox; nDPI, default ports; nDPI, host names; Netskope documentation, certificate pinned apps of the type Predefined
   */
  DROPBOX: preset(
    {
      key: 'dropbox',
      name: 'Dropbox',
      kind: 'file sync',
      predefined: true,
      windows: ['Dropbox.exe'],
      macOs: ['Dropbox'],
      ports: [],
      domains: ['dropbox.com', 'dropboxapi.com', 'dropboxstatic.com', 'dropbox-dns.com'],
    },
    CATALOGUE.dropbox,
  ),
  /**
   * DWService (remote access), as of 2026-11-24.
   * - Windows: dwagent.exe, dwagsvc.exe, dwaglnc.exe [community]
   * - Hosts: dwservice.net [community]
   * - Sources: LOLRMM, dw_service.yaml
   */
  DWSERVICE: preset(
    {
      key: 'dwservice',
      name: 'DWService',
      kind: 'remote access',
      windows: ['dwagent.exe', 'dwagsvc.exe', 'dwaglnc.exe'],
      ports: [],
      domains: ['dwservice.net'],
    },
    CATALOGUE.dwService,
  ),
  /**
   * EA app (games), as of 2026-11-24.
   * - Windows: EADesktop.exe, Origin.exe [community]
   * - Sources: Auto-Updater, known launchers
   */
  EA_APP: preset(
    { key: 'ea-app', name: 'EA app', kind: 'games', windows: ['EADesktop.exe', 'Origin.exe'], ports: [], domains: [] },
    CATALOGUE.eaApp,
  ),
  /**
   * Element (messenger), as of 2026-11-24.
   * - Windows: Element.exe [community]
   * - macOS: Element [community], Element Helper [assumed]
   * - Hosts: element.io, matrix.org, vector.im [community]
   * - Sources: Scoop Extras, element; Installomator, label element; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, matrix; Electron's list of apps, riot
   */
  ELEMENT: preset(
    {
      key: 'element',
      name: 'Element',
      kind: 'messenger',
      windows: ['Element.exe'],
      macOs: ['Element', 'Element Helper'],
      ports: [],
      domains: ['element.io', 'matrix.org', 'vector.im'],
    },
    CATALOGUE.element,
  ),
  /**
   * eMule (file sharing), as of 2026-11-24.
   * - Windows: emule.exe [community]
   * - Sources: Scoop Extras, emule
   */
  EMULE: preset(
    { key: 'emule', name: 'eMule', kind: 'file sharing', windows: ['emule.exe'], ports: [], domains: [] },
    CATALOGUE.eMule,
  ),
  /**
   * Epic Games Launcher (games), as of 2026-11-24.
   * - Windows: EpicGamesLauncher.exe [community]
   * - macOS: Epic Games Launcher [community]
   * - Hosts: epicgames.com, epicgames.dev, epicgames.net [community]
   * - Sources: Scoop Games, epic-games-launcher; Installomator, label epicgameslauncher; nDPI, host names
   */
  EPIC_GAMES_LAUNCHER: preset(
    {
      key: 'epic-games-launcher',
      name: 'Epic Games Launcher',
      kind: 'games',
      windows: ['EpicGamesLauncher.exe'],
      macOs: ['Epic Games Launcher'],
      ports: [],
      domains: ['epicgames.com', 'epicgames.dev', 'epicgames.net'],
    },
    CATALOGUE.epicGames,
  ),
  /**
   * Evernote (notes and office), as of 2026-11-30.
   * - Windows: Evernote.exe [community]
   * - macOS: Evernote [community]
   * - Hosts: evernote.com [community]
   * - Sources: Sigma, suspicious calls of NtOpenProcess; Installomator, label evernote; domain-list-community, evernote
   */
  EVERNOTE: preset(
    {
      key: 'evernote',
      name: 'Evernote',
      kind: 'notes and office',
      windows: ['Evernote.exe'],
      macOs: ['Evernote'],
      ports: [],
      domains: ['evernote.com'],
    },
    CATALOGUE.evernote,
  ),
  /**
   * ExpressVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: expressvpn.exe, expressvpnservice.exe, expressvpnd.exe [community]
   * - macOS: ExpressVPN [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label expressvpn
   */
  EXPRESSVPN: preset(
    {
      key: 'expressvpn',
      name: 'ExpressVPN',
      kind: 'vpn or proxy',
      windows: ['expressvpn.exe', 'expressvpnservice.exe', 'expressvpnd.exe'],
      macOs: ['ExpressVPN'],
      ports: [],
      domains: [],
    },
    CATALOGUE.expressVpn,
  ),
  /**
   * Ferdium (messenger), as of 2026-11-24.
   * - Windows: Ferdium.exe [community]
   * - Sources: Scoop Extras, ferdium; Electron's list of apps, ferdium
   */
  FERDIUM: preset(
    { key: 'ferdium', name: 'Ferdium', kind: 'messenger', windows: ['Ferdium.exe'], ports: [], domains: [] },
    CATALOGUE.ferdium,
  ),
  /**
   * Figma (notes and office), as of 2026-11-24.
   * - Windows: Figma.exe [community]
   * - macOS: Figma [community], Figma Helper [assumed]
   * - Hosts: figma.com [community]
   * - Sources: Scoop Extras, figma; Installomator, label figma; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, figma; Electron's list of apps, figma
   */
  FIGMA: preset(
    {
      key: 'figma',
      name: 'Figma',
      kind: 'notes and office',
      windows: ['Figma.exe'],
      macOs: ['Figma', 'Figma Helper'],
      ports: [],
      domains: ['figma.com'],
    },
    CATALOGUE.figma,
  ),
  /**
   * FileZilla (file sync), as of 2026-11-24.
   * - Windows: filezilla.exe [community]
   * - Linux: filezilla [community]
   * - Sources: Scoop Extras, filezilla; BleachBit, cleaner filezilla
   */
  FILEZILLA: preset(
    {
      key: 'filezilla',
      name: 'FileZilla',
      kind: 'file sync',
      windows: ['filezilla.exe'],
      linux: ['filezilla'],
      ports: [],
      domains: [],
    },
    CATALOGUE.fileZilla,
  ),
  /**
   * FrostWire (file sharing), as of 2026-11-24.
   * - Windows: FrostWire.exe [community]
   * - Sources: Scoop Extras, frostwire; BitTorrent, BEP 23: compact peer lists
   */
  FROSTWIRE: preset(
    { key: 'frostwire', name: 'FrostWire', kind: 'file sharing', windows: ['FrostWire.exe'], ports: [], domains: [] },
    CATALOGUE.frostWire,
  ),
  /**
   * GitHub Desktop (developer tool), as of 2026-11-24.
   * - Windows: GitHubDesktop.exe [community]
   * - macOS: GitHub Desktop [community], GitHub Desktop Helper [assumed]
   * - Hosts: github.com, githubusercontent.com [community]
   * - Sources: Scoop Extras, github; Installomator, label githubdesktop; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; nDPI, host names; Electron's list of apps, github-desktop
   */
  GITHUB_DESKTOP: preset(
    {
      key: 'github-desktop',
      name: 'GitHub Desktop',
      kind: 'developer tool',
      windows: ['GitHubDesktop.exe'],
      macOs: ['GitHub Desktop', 'GitHub Desktop Helper'],
      ports: [],
      domains: ['github.com', 'githubusercontent.com'],
    },
    CATALOGUE.gitHubDesktop,
  ),
  /**
   * GOG Galaxy (games), as of 2026-11-24.
   * - Windows: GalaxyClient.exe [community]
   * - Hosts: gog.com, gog-services.com, gog-statics.com, gogalaxy.com [community]
   * - Sources: Scoop Games, goggalaxy; domain-list-community, gog
   */
  GOG_GALAXY: preset(
    {
      key: 'gog-galaxy',
      name: 'GOG Galaxy',
      kind: 'games',
      windows: ['GalaxyClient.exe'],
      ports: [],
      domains: ['gog.com', 'gog-services.com', 'gog-statics.com', 'gogalaxy.com'],
    },
    CATALOGUE.gogGalaxy,
  ),
  /**
   * GoodSync (file sync), as of 2026-11-24.
   * - Windows: gs-server.exe, gs-runner.exe [community]
   * - Sources: Scoop Nonportable, goodsync-np
   */
  GOODSYNC: preset(
    {
      key: 'goodsync',
      name: 'GoodSync',
      kind: 'file sync',
      windows: ['gs-server.exe', 'gs-runner.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.goodSync,
  ),
  /**
   * Google Drive (file sync), as of 2026-11-24.
   * - Windows: GoogleDriveFS.exe [community]
   * - macOS: Google Drive [community]
   * - Hosts: drive.google.com, drive-thirdparty.googleusercontent.com [community]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label googledrive; nDPI, host names
   */
  GOOGLE_DRIVE: preset(
    {
      key: 'google-drive',
      name: 'Google Drive',
      kind: 'file sync',
      windows: ['GoogleDriveFS.exe'],
      macOs: ['Google Drive'],
      ports: [],
      domains: ['drive.google.com', 'drive-thirdparty.googleusercontent.com'],
    },
    CATALOGUE.googleDrive,
  ),
  /**
   * Google Gemini (ai), as of 2026-11-30.
   * - macOS: Gemini [community]
   * - Hosts: gemini.google.com, gemini.google [community]
   * - Sources: Installomator, label googlegemini; domain-list-community, google-deepmind
   */
  GOOGLE_GEMINI: preset(
    {
      key: 'google-gemini',
      name: 'Google Gemini',
      kind: 'ai',
      macOs: ['Gemini'],
      ports: [],
      domains: ['gemini.google.com', 'gemini.google'],
    },
    CATALOGUE.gemini,
  ),
  /**
   * GoToAssist (remote access), as of 2026-11-24.
   * - Windows: gotoassist.exe, g2ax_comm_customer.exe [community]
   * - Hosts: gotoassist.com, fastsupport.com, goto.com, getgo.com [community]
   * - Sources: LOLRMM, gotoassist.yaml; nDPI, host names
   */
  GOTOASSIST: preset(
    {
      key: 'gotoassist',
      name: 'GoToAssist',
      kind: 'remote access',
      windows: ['gotoassist.exe', 'g2ax_comm_customer.exe'],
      ports: [],
      domains: ['gotoassist.com', 'fastsupport.com', 'goto.com', 'getgo.com'],
    },
    CATALOGUE.goToAssist,
  ),
  /**
   * GoToMeeting (meeting), as of 2026-11-24.
   * - macOS: GoToMeeting [community]
   * - Hosts: gotomeeting.com, goto.com, goto-rtc.com, getgo.com [community]
   * - Sources: Installomator, label gotomeeting; nDPI, host names
   */
  GOTOMEETING: preset(
    {
      key: 'gotomeeting',
      name: 'GoToMeeting',
      kind: 'meeting',
      macOs: ['GoToMeeting'],
      ports: [],
      domains: ['gotomeeting.com', 'goto.com', 'goto-rtc.com', 'getgo.com'],
    },
    CATALOGUE.goToMeeting,
  ),
  /**
   * Grammarly (notes and office), as of 2026-11-24.
   * - Windows: Grammarly.Desktop.exe [community]
   * - Sources: Scoop Nonportable, grammarly-np
   */
  GRAMMARLY: preset(
    {
      key: 'grammarly',
      name: 'Grammarly',
      kind: 'notes and office',
      windows: ['Grammarly.Desktop.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.grammarly,
  ),
  /**
   * Heroic Games Launcher (games), as of 2026-11-24.
   * - Windows: Heroic.exe [community]
   * - Sources: Scoop Games, heroic-games-launcher
   */
  HEROIC_GAMES_LAUNCHER: preset(
    {
      key: 'heroic-games-launcher',
      name: 'Heroic Games Launcher',
      kind: 'games',
      windows: ['Heroic.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.heroic,
  ),
  /**
   * HopToDesk (remote access), as of 2026-11-24.
   * - Windows: HopToDesk.exe [community]
   * - TCP: 443 [community]
   * - Hosts: hoptodesk.com [community]
   * - Sources: LOLRMM, hoptodesk.yaml
   */
  HOPTODESK: preset(
    {
      key: 'hoptodesk',
      name: 'HopToDesk',
      kind: 'remote access',
      windows: ['HopToDesk.exe'],
      ports: [443],
      domains: ['hoptodesk.com'],
    },
    CATALOGUE.hopToDesk,
  ),
  /**
   * Hotspot Shield (vpn or proxy), as of 2026-11-24.
   * - Windows: hotspotshield.exe [community]
   * - Hosts: hotspotshield.com, northghost.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  HOTSPOT_SHIELD: preset(
    {
      key: 'hotspot-shield',
      name: 'Hotspot Shield',
      kind: 'vpn or proxy',
      windows: ['hotspotshield.exe'],
      ports: [],
      domains: ['hotspotshield.com', 'northghost.com'],
    },
    CATALOGUE.hotspotShield,
  ),
  /**
   * iCloud (file sync), as of 2026-11-30.
   * - Windows: iCloudServices.exe, iCloudDrive.exe, iCloudPhotos.exe [community]
   * - Hosts: icloud.com [community]
   * - Sources: public automation and inventory scripts; nDPI, host names
   */
  ICLOUD: preset(
    {
      key: 'icloud',
      name: 'iCloud',
      kind: 'file sync',
      windows: ['iCloudServices.exe', 'iCloudDrive.exe', 'iCloudPhotos.exe'],
      ports: [],
      domains: ['icloud.com'],
    },
    CATALOGUE.iCloud,
  ),
  /**
   * IDrive (file sync), as of 2026-11-24.
   * - Windows: IDriveEClassic.exe, id_tray.exe [community]
   * - macOS: IDrive [community]
   * - TCP: 80, 443 [community]
   * - Hosts: idrive.com [community]
   * - Sources: LOLRMM, idrive.yaml; Installomator, label idrive
   */
  IDRIVE: preset(
    {
      key: 'idrive',
      name: 'IDrive',
      kind: 'file sync',
      windows: ['IDriveEClassic.exe', 'id_tray.exe'],
      macOs: ['IDrive'],
      ports: [80, 443],
      domains: ['idrive.com'],
    },
    CATALOGUE.iDrive,
  ),
  /**
   * imo (messenger), as of 2026-11-24.
   * - Windows: ImoDesktopApp.exe [community]
   * - Sources: Scoop Extras, imo-messenger
   */
  IMO: preset(
    { key: 'imo', name: 'imo', kind: 'messenger', windows: ['ImoDesktopApp.exe'], ports: [], domains: [] },
    CATALOGUE.imo,
  ),
  /**
   * Insomnia (developer tool), as of 2026-11-24.
   * - Windows: Insomnia.exe [community]
   * - macOS: Insomnia [community], Insomnia Helper [assumed]
   * - Sources: Scoop Extras, insomnia; Installomator, label insomnia; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, insomnia
   */
  INSOMNIA: preset(
    {
      key: 'insomnia',
      name: 'Insomnia',
      kind: 'developer tool',
      windows: ['Insomnia.exe'],
      macOs: ['Insomnia', 'Insomnia Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.insomnia,
  ),
  /**
   * ISL Online (remote access), as of 2026-11-24.
   * - Windows: ISLLight.exe, ISLLightClient.exe, isllightservice.exe [community]
   * - Hosts: islonline.com, islonline.net [community]
   * - Sources: LOLRMM, isl_online.yaml
   */
  ISL_ONLINE: preset(
    {
      key: 'isl-online',
      name: 'ISL Online',
      kind: 'remote access',
      windows: ['ISLLight.exe', 'ISLLightClient.exe', 'isllightservice.exe'],
      ports: [],
      domains: ['islonline.com', 'islonline.net'],
    },
    CATALOGUE.islOnline,
  ),
  /**
   * itch (games), as of 2026-11-24.
   * - Windows: itch.exe [community]
   * - Hosts: itch.io, itch.zone [community]
   * - Sources: Scoop Games, itch; domain-list-community, itchio
   */
  ITCH: preset(
    { key: 'itch', name: 'itch', kind: 'games', windows: ['itch.exe'], ports: [], domains: ['itch.io', 'itch.zone'] },
    CATALOGUE.itch,
  ),
  /**
   * Jami (messenger), as of 2026-11-24.
   * - Windows: Jami.exe [community]
   * - Sources: Scoop Extras, jami
   */
  JAMI: preset(
    { key: 'jami', name: 'Jami', kind: 'messenger', windows: ['Jami.exe'], ports: [], domains: [] },
    CATALOGUE.jami,
  ),
  /**
   * Jan (ai), as of 2026-11-24.
   * - Windows: Jan.exe, jan-cli.exe [community]
   * - Sources: Scoop Extras, jan
   */
  JAN: preset(
    { key: 'jan', name: 'Jan', kind: 'ai', windows: ['Jan.exe', 'jan-cli.exe'], ports: [], domains: [] },
    CATALOGUE.jan,
  ),
  /**
   * JetBrains Toolbox (developer tool), as of 2026-11-24.
   * - Windows: jetbrains-toolbox.exe [community]
   * - macOS: JetBrains Toolbox [community]
   * - Sources: Scoop Extras, jetbrains-toolbox; Installomator, label jetbrainstoolbox
   */
  JETBRAINS_TOOLBOX: preset(
    {
      key: 'jetbrains-toolbox',
      name: 'JetBrains Toolbox',
      kind: 'developer tool',
      windows: ['jetbrains-toolbox.exe'],
      macOs: ['JetBrains Toolbox'],
      ports: [],
      domains: [],
    },
    CATALOGUE.jetBrainsToolbox,
  ),
  /**
   * Jitsi Meet (meeting), as of 2026-11-24.
   * - Windows: Jitsi Meet.exe [community]
   * - macOS: Jitsi Meet [community]
   * - Sources: Scoop Extras, jitsi-meet; Installomator, label jitsimeet
   */
  JITSI_MEET: preset(
    {
      key: 'jitsi-meet',
      name: 'Jitsi Meet',
      kind: 'meeting',
      windows: ['Jitsi Meet.exe'],
      macOs: ['Jitsi Meet'],
      ports: [],
      domains: [],
    },
    CATALOGUE.jitsiMeet,
  ),
  /**
   * Joplin (notes and office), as of 2026-11-24.
   * - Windows: Joplin.exe [community]
   * - Sources: Scoop Extras, joplin; Electron's list of apps, joplin
   */
  JOPLIN: preset(
    { key: 'joplin', name: 'Joplin', kind: 'notes and office', windows: ['Joplin.exe'], ports: [], domains: [] },
    CATALOGUE.joplin,
  ),
  /**
   * KakaoTalk (messenger), as of 2026-11-24.
   * - Windows: KakaoTalk.exe [community]
   * - macOS: KakaoTalk [community]
   * - Hosts: kakao.com, kakaocdn.net [community]
   * - Sources: Scoop Extras, kakaotalk; EndPointAppTemp, messengers; domain-list-community, kakao
   */
  KAKAOTALK: preset(
    {
      key: 'kakaotalk',
      name: 'KakaoTalk',
      kind: 'messenger',
      windows: ['KakaoTalk.exe'],
      macOs: ['KakaoTalk'],
      ports: [],
      domains: ['kakao.com', 'kakaocdn.net'],
    },
    CATALOGUE.kakaoTalk,
  ),
  /**
   * Kiro (ai), as of 2026-11-24.
   * - Windows: Kiro.exe [community]
   * - macOS: Kiro [community]
   * - Sources: Scoop Extras, kiro; Installomator, label kiro
   */
  KIRO: preset(
    { key: 'kiro', name: 'Kiro', kind: 'ai', windows: ['Kiro.exe'], macOs: ['Kiro'], ports: [], domains: [] },
    CATALOGUE.kiro,
  ),
  /**
   * Lantern (vpn or proxy), as of 2026-11-24.
   * - Windows: lantern.exe [community]
   * - Sources: Scoop Extras, lantern-client
   */
  LANTERN: preset(
    { key: 'lantern', name: 'Lantern', kind: 'vpn or proxy', windows: ['lantern.exe'], ports: [], domains: [] },
    CATALOGUE.lantern,
  ),
  /**
   * Lark (messenger), as of 2026-11-24.
   * - Windows: Lark.exe [community]
   * - Hosts: larkcloud.com, larkoffice.com, larkmeetings.com [community]
   * - Sources: Scoop Extras, lark; domain-list-community, lark-global
   */
  LARK: preset(
    {
      key: 'lark',
      name: 'Lark',
      kind: 'messenger',
      windows: ['Lark.exe'],
      ports: [],
      domains: ['larkcloud.com', 'larkoffice.com', 'larkmeetings.com'],
    },
    CATALOGUE.lark,
  ),
  /**
   * LINE (messenger), as of 2026-11-24.
   * - Windows: LINE.exe, LINE_APP.exe, LineLauncher.exe [community]
   * - macOS: LINE [community]
   * - Hosts: line.me, line-apps.com, line-scdn.net, line.naver.jp, linecorp.com [community]
   * - Sources: LINE Desktop add-on of NVDA; EndPointAppTemp, messengers; nDPI, host names
   */
  LINE: preset(
    {
      key: 'line',
      name: 'LINE',
      kind: 'messenger',
      windows: ['LINE.exe', 'LINE_APP.exe', 'LineLauncher.exe'],
      macOs: ['LINE'],
      ports: [],
      domains: ['line.me', 'line-apps.com', 'line-scdn.net', 'line.naver.jp', 'linecorp.com'],
    },
    CATALOGUE.line,
  ),
  /**
   * Linear (notes and office), as of 2026-11-24.
   * - macOS: Linear, Linear Helper [community]
   * - Sources: Installomator, label linear
   */
  LINEAR: preset(
    {
      key: 'linear',
      name: 'Linear',
      kind: 'notes and office',
      macOs: ['Linear', 'Linear Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.linear,
  ),
  /**
   * LM Studio (ai), as of 2026-11-24.
   * - Windows: LM Studio.exe, lms.exe [community]
   * - macOS: LM Studio [community], LM Studio Helper [assumed]
   * - Sources: Scoop Extras, lmstudio; Installomator, label lmstudio; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading
   */
  LM_STUDIO: preset(
    {
      key: 'lm-studio',
      name: 'LM Studio',
      kind: 'ai',
      windows: ['LM Studio.exe', 'lms.exe'],
      macOs: ['LM Studio', 'LM Studio Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.lmStudio,
  ),
  /**
   * LocalSend (file sync), as of 2026-11-24.
   * - Windows: localsend_app.exe [community]
   * - Sources: Scoop Extras, localsend
   */
  LOCALSEND: preset(
    { key: 'localsend', name: 'LocalSend', kind: 'file sync', windows: ['localsend_app.exe'], ports: [], domains: [] },
    CATALOGUE.localSend,
  ),
  /**
   * LogMeIn (remote access), as of 2026-11-24.
   * - Windows: LogMeIn.exe, LogMeInSystray.exe, LMIGuardianSvc.exe, LMIIgnition.exe [community]
   * - TCP: 443 [community]
   * - Hosts: logmein.com, logmein.eu, logmein-gateway.com, logmeininc.com [community]
   * - Sources: LOLRMM, logmein.yaml
   */
  LOGMEIN: preset(
    {
      key: 'logmein',
      name: 'LogMeIn',
      kind: 'remote access',
      windows: ['LogMeIn.exe', 'LogMeInSystray.exe', 'LMIGuardianSvc.exe', 'LMIIgnition.exe'],
      ports: [443],
      domains: ['logmein.com', 'logmein.eu', 'logmein-gateway.com', 'logmeininc.com'],
    },
    CATALOGUE.logMeIn,
  ),
  /**
   * Mattermost (messenger), as of 2026-11-24.
   * - Windows: Mattermost.exe [community]
   * - macOS: Mattermost [community], Mattermost Helper [assumed]
   * - Sources: Scoop Extras, mattermost; Installomator, label mattermost; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, mattermost
   */
  MATTERMOST: preset(
    {
      key: 'mattermost',
      name: 'Mattermost',
      kind: 'messenger',
      windows: ['Mattermost.exe'],
      macOs: ['Mattermost', 'Mattermost Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.mattermost,
  ),
  /**
   * MEGA (file sync), as of 2026-11-24.
   * - Windows: MEGAsync.exe, MEGAupdater.exe, MEGAcmdServer.exe, MEGAcmdShell.exe, MEGAclient.exe [community]
   * - macOS: MEGAsync [community]
   * - Hosts: mega.nz, mega.io, mega.co.nz [community]
   * - Sources: Sigma, communication to dead drop resolvers; Scoop Main, megacmd; Homebrew, cask megasync; domain-list-community, mega
   */
  MEGA: preset(
    {
      key: 'mega',
      name: 'MEGA',
      kind: 'file sync',
      windows: ['MEGAsync.exe', 'MEGAupdater.exe', 'MEGAcmdServer.exe', 'MEGAcmdShell.exe', 'MEGAclient.exe'],
      macOs: ['MEGAsync'],
      ports: [],
      domains: ['mega.nz', 'mega.io', 'mega.co.nz'],
    },
    CATALOGUE.mega,
  ),
  /**
   * Messenger (messenger), as of 2026-11-30.
   * - Windows: Messenger.exe [community]
   * - macOS: Messenger [community]
   * - Hosts: messenger.com, m.me, edge-mqtt.facebook.com [community]
   * - Sources: Sigma, programs that add rules to the firewall of Windows; Installomator, label facebookmessenger; nDPI, host names
   */
  MESSENGER: preset(
    {
      key: 'messenger',
      name: 'Messenger',
      kind: 'messenger',
      windows: ['Messenger.exe'],
      macOs: ['Messenger'],
      ports: [],
      domains: ['messenger.com', 'm.me', 'edge-mqtt.facebook.com'],
    },
    CATALOGUE.messenger,
  ),
  /**
   * Microsoft 365 Copilot (ai), as of 2026-11-30.
   * - Windows: M365Copilot.exe [community]
   * - macOS: Microsoft 365 Copilot [community]
   * - Sources: public automation and inventory scripts; Installomator, label microsoft365copilot; a report on an alert of Wazuh, in which M365Copilot.exe is the parent of a WebView2 process
   */
  MICROSOFT_365_COPILOT: preset(
    {
      key: 'microsoft-365-copilot',
      name: 'Microsoft 365 Copilot',
      kind: 'ai',
      windows: ['M365Copilot.exe'],
      macOs: ['Microsoft 365 Copilot'],
      ports: [],
      domains: [],
    },
    CATALOGUE.microsoftCopilot,
  ),
  /**
   * Microsoft Teams (meeting), as of 2026-11-24.
   * - Windows: ms-teams.exe, Teams.exe [community]
   * - macOS: MSTeams, Microsoft Teams, Microsoft Teams WebView, Microsoft Teams Launcher [community]
   * - Hosts: teams.microsoft.com, teams.live.com, teams.office.com, teams.skype.com [community]
   * - Sources: public automation and inventory scripts; Sigma, access to sensitive files of Teams; Installomator, label microsoftteamsnew; nDPI, host names
   */
  MICROSOFT_TEAMS: preset(
    {
      key: 'microsoft-teams',
      name: 'Microsoft Teams',
      kind: 'meeting',
      windows: ['ms-teams.exe', 'Teams.exe'],
      macOs: ['MSTeams', 'Microsoft Teams', 'Microsoft Teams WebView', 'Microsoft Teams Launcher'],
      ports: [],
      domains: ['teams.microsoft.com', 'teams.live.com', 'teams.office.com', 'teams.skype.com'],
    },
    CATALOGUE.teams,
  ),
  /**
   * Minecraft Launcher (games), as of 2026-11-24.
   * - Windows: Minecraft.exe [community]
   * - Hosts: minecraft.net, minecraftservices.com, mojang.com [community]
   * - Sources: Scoop Games, minecraft; domain-list-community, mojang
   */
  MINECRAFT_LAUNCHER: preset(
    {
      key: 'minecraft-launcher',
      name: 'Minecraft Launcher',
      kind: 'games',
      windows: ['Minecraft.exe'],
      ports: [],
      domains: ['minecraft.net', 'minecraftservices.com', 'mojang.com'],
    },
    CATALOGUE.minecraft,
  ),
  /**
   * Mullvad VPN (vpn or proxy), as of 2026-11-29.
   * - Windows: Mullvad VPN.exe, mullvad-daemon.exe, mullvad.exe [vendor]
   * - macOS: Mullvad VPN, mullvad-daemon, mullvad [vendor]
   * - Linux: mullvad-gui, mullvad-daemon, mullvad [vendor]
   * - Hosts: mullvad.net [community]
   * - Windows services: mullvad-daemon.exe [vendor]
   * - Sources: Mullvad VPN, files of its packages; nDPI, host names; Mullvad VPN, installer for Windows
   */
  MULLVAD_VPN: preset(
    {
      key: 'mullvad-vpn',
      name: 'Mullvad VPN',
      kind: 'vpn or proxy',
      windows: ['Mullvad VPN.exe', 'mullvad-daemon.exe', 'mullvad.exe'],
      macOs: ['Mullvad VPN', 'mullvad-daemon', 'mullvad'],
      linux: ['mullvad-gui', 'mullvad-daemon', 'mullvad'],
      ports: [],
      domains: ['mullvad.net'],
    },
    CATALOGUE.mullvad,
  ),
  /**
   * Mumble (meeting), as of 2026-11-24.
   * - Windows: mumble.exe [community]
   * - Sources: Scoop Extras, mumble
   */
  MUMBLE: preset(
    { key: 'mumble', name: 'Mumble', kind: 'meeting', windows: ['mumble.exe'], ports: [], domains: [] },
    CATALOGUE.mumble,
  ),
  /**
   * NetBird (vpn or proxy), as of 2026-11-29.
   * - Windows: netbird.exe, netbird-ui.exe [community]
   * - Linux: netbird [community]
   * - TCP: 443, 33073 [community]
   * - UDP: 51820 [community]
   * - Hosts: netbird.io [community]
   * - Windows services: netbird.exe [vendor]
   * - Sources: LOLRMM, netbird.yaml; NetBird, how its updater restarts the daemon
   */
  NETBIRD: preset(
    {
      key: 'netbird',
      name: 'NetBird',
      kind: 'vpn or proxy',
      windows: ['netbird.exe', 'netbird-ui.exe'],
      linux: ['netbird'],
      ports: [443, 33073],
      domains: ['netbird.io'],
    },
    CATALOGUE.netBird,
  ),
  /**
   * Nextcloud (file sync), as of 2026-11-24.
   * - Windows: nextcloud.exe, nextcloudcmd.exe [community]
   * - macOS: Nextcloud [community]
   * - Sources: Scoop Extras, nextcloud; Installomator, label nextcloud
   */
  NEXTCLOUD: preset(
    {
      key: 'nextcloud',
      name: 'Nextcloud',
      kind: 'file sync',
      windows: ['nextcloud.exe', 'nextcloudcmd.exe'],
      macOs: ['Nextcloud'],
      ports: [],
      domains: [],
    },
    CATALOGUE.nextcloud,
  ),
  /**
   * ngrok (vpn or proxy), as of 2026-11-24.
   * - Windows: ngrok.exe [community]
   * - Hosts: ngrok.com, ngrok.io, ngrok-agent.com, ngrok.app, ngrok.dev [community]
   * - Sources: Scoop Main, ngrok; domain-list-community, ngrok
   */
  NGROK: preset(
    {
      key: 'ngrok',
      name: 'ngrok',
      kind: 'vpn or proxy',
      windows: ['ngrok.exe'],
      ports: [],
      domains: ['ngrok.com', 'ngrok.io', 'ngrok-agent.com', 'ngrok.app', 'ngrok.dev'],
    },
    CATALOGUE.ngrok,
  ),
  /**
   * NoMachine (remote access), as of 2026-11-24.
   * - Windows: nxd.exe [community]
   * - macOS: NoMachine [community]
   * - TCP: 4000 [community]
   * - UDP: 4000 [community]
   * - Hosts: nomachine.com [community]
   * - Sources: LOLRMM, nomachine.yaml; Installomator, label nomachine; nDPI, default ports
   */
  NOMACHINE: preset(
    {
      key: 'nomachine',
      name: 'NoMachine',
      kind: 'remote access',
      windows: ['nxd.exe'],
      macOs: ['NoMachine'],
      ports: [4000],
      domains: ['nomachine.com'],
    },
    CATALOGUE.noMachine,
  ),
  /**
   * NordVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: nordvpn.exe, nordvpn-service.exe [community]
   * - macOS: NordVPN [community]
   * - Hosts: nordvpn.com, nordcdn.com, nordaccount.com, napps-1.com, napps-2.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label nordvpn; nDPI, host names
   */
  NORDVPN: preset(
    {
      key: 'nordvpn',
      name: 'NordVPN',
      kind: 'vpn or proxy',
      windows: ['nordvpn.exe', 'nordvpn-service.exe'],
      macOs: ['NordVPN'],
      ports: [],
      domains: ['nordvpn.com', 'nordcdn.com', 'nordaccount.com', 'napps-1.com', 'napps-2.com'],
    },
    CATALOGUE.nordVpn,
  ),
  /**
   * Notion (notes and office), as of 2026-11-24.
   * - Windows: Notion.exe [community]
   * - macOS: Notion [community], Notion Helper [assumed]
   * - Hosts: notion.so, notion.com, notion.site, notion-static.com [community]
   * - Sources: Scoop Extras, notion; Installomator, label notion; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, notion; Electron's list of apps, notion
   */
  NOTION: preset(
    {
      key: 'notion',
      name: 'Notion',
      kind: 'notes and office',
      windows: ['Notion.exe'],
      macOs: ['Notion', 'Notion Helper'],
      ports: [],
      domains: ['notion.so', 'notion.com', 'notion.site', 'notion-static.com'],
    },
    CATALOGUE.notion,
  ),
  /**
   * Obsidian (notes and office), as of 2026-11-24.
   * - Windows: Obsidian.exe [community]
   * - macOS: Obsidian [community]
   * - Sources: Scoop Extras, obsidian; Installomator, label obsidian
   */
  OBSIDIAN: preset(
    {
      key: 'obsidian',
      name: 'Obsidian',
      kind: 'notes and office',
      windows: ['Obsidian.exe'],
      macOs: ['Obsidian'],
      ports: [],
      domains: [],
    },
    CATALOGUE.obsidian,
  ),
  /**
   * Ollama (ai), as of 2026-11-24.
   * - Windows: ollama app.exe, ollama.exe [community]
   * - macOS: Ollama [community]
   * - Sources: Scoop Extras, ollama-full; Installomator, label ollama
   */
  OLLAMA: preset(
    {
      key: 'ollama',
      name: 'Ollama',
      kind: 'ai',
      windows: ['ollama app.exe', 'ollama.exe'],
      macOs: ['Ollama'],
      ports: [],
      domains: [],
    },
    CATALOGUE.ollama,
  ),
  /**
   * OneDrive (file sync), as of 2026-11-24.
   * - Windows: OneDrive.exe [community]
   * - macOS: OneDrive [community]
   * - Hosts: onedrive.live.com, storage.live.com, skyapi.live.net, d.docs.live.net [community]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label microsoftonedrive; nDPI, host names
   */
  ONEDRIVE: preset(
    {
      key: 'onedrive',
      name: 'OneDrive',
      kind: 'file sync',
      windows: ['OneDrive.exe'],
      macOs: ['OneDrive'],
      ports: [],
      domains: ['onedrive.live.com', 'storage.live.com', 'skyapi.live.net', 'd.docs.live.net'],
    },
    CATALOGUE.oneDrive,
  ),
  /**
   * OnionShare (file sharing), as of 2026-11-24.
   * - Windows: onionshare.exe, onionshare-cli.exe [community]
   * - Sources: Scoop Extras, onionshare
   */
  ONIONSHARE: preset(
    {
      key: 'onionshare',
      name: 'OnionShare',
      kind: 'file sharing',
      windows: ['onionshare.exe', 'onionshare-cli.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.onionShare,
  ),
  /**
   * OpenVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: openvpn.exe, openvpn-gui.exe, OpenVPNConnect.exe, ovpnconnector.exe [community]
   * - macOS: OpenVPN Connect [community]
   * - UDP: 1194 [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Scoop Extras, openvpn-connect; Installomator, label openvpnconnectv3; nDPI, default ports
   */
  OPENVPN: preset(
    {
      key: 'openvpn',
      name: 'OpenVPN',
      kind: 'vpn or proxy',
      windows: ['openvpn.exe', 'openvpn-gui.exe', 'OpenVPNConnect.exe', 'ovpnconnector.exe'],
      macOs: ['OpenVPN Connect'],
      ports: [],
      domains: [],
    },
    CATALOGUE.openVpn,
  ),
  /**
   * Outline (vpn or proxy), as of 2026-11-29.
   * - Windows: Outline.exe, OutlineService.exe [community]
   * - Windows services: OutlineService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Outline, installer of its Windows service
   */
  OUTLINE: preset(
    {
      key: 'outline',
      name: 'Outline',
      kind: 'vpn or proxy',
      windows: ['Outline.exe', 'OutlineService.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.outline,
  ),
  /**
   * ownCloud (file sync), as of 2026-11-24.
   * - Windows: owncloud.exe, owncloudcmd.exe [community]
   * - macOS: ownCloud [community]
   * - Sources: Scoop Extras, owncloud; Installomator, label owncloud
   */
  OWNCLOUD: preset(
    {
      key: 'owncloud',
      name: 'ownCloud',
      kind: 'file sync',
      windows: ['owncloud.exe', 'owncloudcmd.exe'],
      macOs: ['ownCloud'],
      ports: [],
      domains: [],
    },
    CATALOGUE.ownCloud,
  ),
  /**
   * Parsec (remote access), as of 2026-11-24.
   * - Windows: parsecd.exe, pservice.exe [community]
   * - macOS: Parsec [community]
   * - TCP: 443 [community]
   * - UDP: 3478 [community]
   * - Hosts: parsec.app, parsec.gg [community]
   * - Sources: LOLRMM, parsec.yaml; Installomator, label parsec
   */
  PARSEC: preset(
    {
      key: 'parsec',
      name: 'Parsec',
      kind: 'remote access',
      windows: ['parsecd.exe', 'pservice.exe'],
      macOs: ['Parsec'],
      ports: [443],
      domains: ['parsec.app', 'parsec.gg'],
    },
    CATALOGUE.parsec,
  ),
  /**
   * pCloud (file sync), as of 2026-11-30.
   * - Windows: pCloud.exe [community]
   * - Sources: public automation and inventory scripts
   */
  PCLOUD: preset(
    { key: 'pcloud', name: 'pCloud', kind: 'file sync', windows: ['pCloud.exe'], ports: [], domains: [] },
    CATALOGUE.pCloud,
  ),
  /**
   * Perplexity (ai), as of 2026-11-30.
   * - Windows: Perplexity.exe [community]
   * - macOS: Perplexity [community]
   * - Hosts: perplexity.ai, perplexity.com, pplx.ai [community]
   * - Sources: public automation and inventory scripts; Homebrew, cask perplexity; domain-list-community, perplexity
   */
  PERPLEXITY: preset(
    {
      key: 'perplexity',
      name: 'Perplexity',
      kind: 'ai',
      windows: ['Perplexity.exe'],
      macOs: ['Perplexity'],
      ports: [],
      domains: ['perplexity.ai', 'perplexity.com', 'pplx.ai'],
    },
    CATALOGUE.perplexity,
  ),
  /**
   * Pidgin (messenger), as of 2026-11-24.
   * - Windows: pidgin.exe [community]
   * - Sources: Scoop Extras, pidgin
   */
  PIDGIN: preset(
    { key: 'pidgin', name: 'Pidgin', kind: 'messenger', windows: ['pidgin.exe'], ports: [], domains: [] },
    CATALOGUE.pidgin,
  ),
  /**
   * Postman (developer tool), as of 2026-11-24.
   * - Windows: Postman.exe [community]
   * - macOS: Postman [community], Postman Helper [assumed]
   * - Sources: Scoop Extras, postman; Installomator, label postman; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, postman
   */
  POSTMAN: preset(
    {
      key: 'postman',
      name: 'Postman',
      kind: 'developer tool',
      windows: ['Postman.exe'],
      macOs: ['Postman', 'Postman Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.postman,
  ),
  /**
   * Private Internet Access (vpn or proxy), as of 2026-11-29.
   * - Windows: pia-client.exe, pia-service.exe [community]
   * - Windows services: pia-service.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Private Internet Access, installer for Windows
   */
  PRIVATE_INTERNET_ACCESS: preset(
    {
      key: 'private-internet-access',
      name: 'Private Internet Access',
      kind: 'vpn or proxy',
      windows: ['pia-client.exe', 'pia-service.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.privateInternetAccess,
  ),
  /**
   * Proton Drive (file sync), as of 2026-11-24.
   * - macOS: Proton Drive [community]
   * - Hosts: proton.me [community]
   * - Sources: Installomator, label protondrive; domain-list-community, protonmail
   */
  PROTON_DRIVE: preset(
    {
      key: 'proton-drive',
      name: 'Proton Drive',
      kind: 'file sync',
      macOs: ['Proton Drive'],
      ports: [],
      domains: ['proton.me'],
    },
    CATALOGUE.protonDrive,
  ),
  /**
   * Proton VPN (vpn or proxy), as of 2026-11-29.
   * - Windows: ProtonVPN.exe, ProtonVPN.Client.exe, ProtonVPNService.exe, ProtonVPN.WireGuardService.exe [community]
   * - macOS: ProtonVPN [community]
   * - Hosts: protonvpn.com, proton.me [community]
   * - Windows services: ProtonVPNService.exe, ProtonVPN.WireGuardService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label protonvpn; nDPI, host names; Proton VPN, installer for Windows
   */
  PROTON_VPN: preset(
    {
      key: 'proton-vpn',
      name: 'Proton VPN',
      kind: 'vpn or proxy',
      windows: ['ProtonVPN.exe', 'ProtonVPN.Client.exe', 'ProtonVPNService.exe', 'ProtonVPN.WireGuardService.exe'],
      macOs: ['ProtonVPN'],
      ports: [],
      domains: ['protonvpn.com', 'proton.me'],
    },
    CATALOGUE.protonVpn,
  ),
  /**
   * Psiphon (vpn or proxy), as of 2026-11-24.
   * - Windows: psiphon3.exe [community]
   * - Hosts: psiphon3.net [community]
   * - Sources: Scoop Extras, psiphon3; nDPI, host names
   */
  PSIPHON: preset(
    {
      key: 'psiphon',
      name: 'Psiphon',
      kind: 'vpn or proxy',
      windows: ['psiphon3.exe'],
      ports: [],
      domains: ['psiphon3.net'],
    },
    CATALOGUE.psiphon,
  ),
  /**
   * qBittorrent (file sharing), as of 2026-11-24.
   * - Windows: qbittorrent.exe [vendor]
   * - macOS: qbittorrent [community]
   * - Sources: qBittorrent, its installer; Homebrew, cask qbittorrent; BitTorrent, BEP 23: compact peer lists
   */
  QBITTORRENT: preset(
    {
      key: 'qbittorrent',
      name: 'qBittorrent',
      kind: 'file sharing',
      windows: ['qbittorrent.exe'],
      macOs: ['qbittorrent'],
      ports: [],
      domains: [],
    },
    CATALOGUE.qBittorrent,
  ),
  /**
   * QQ (messenger), as of 2026-11-24.
   * - Windows: QQ.exe, QQScLauncher.exe [community]
   * - UDP: 8000 [community]
   * - Hosts: qq.com, gtimg.com [community]
   * - Sources: Scoop Extras, qq-nt; Scoop Extras, qq; nDPI, default ports; nDPI, host names
   */
  QQ: preset(
    {
      key: 'qq',
      name: 'QQ',
      kind: 'messenger',
      windows: ['QQ.exe', 'QQScLauncher.exe'],
      ports: [],
      domains: ['qq.com', 'gtimg.com'],
    },
    CATALOGUE.qq,
  ),
  /**
   * Radmin (remote access), as of 2026-11-24.
   * - Windows: Radmin.exe, RServer3.exe [community]
   * - TCP: 4899 [community]
   * - Hosts: radmin.com [community]
   * - Sources: LOLRMM, radmin.yaml; nDPI, default ports
   */
  RADMIN: preset(
    {
      key: 'radmin',
      name: 'Radmin',
      kind: 'remote access',
      windows: ['Radmin.exe', 'RServer3.exe'],
      ports: [4899],
      domains: ['radmin.com'],
    },
    CATALOGUE.radmin,
  ),
  /**
   * rclone (file sync), as of 2026-11-24.
   * - Windows: rclone.exe [community]
   * - Sources: Scoop Main, rclone
   */
  RCLONE: preset(
    { key: 'rclone', name: 'rclone', kind: 'file sync', windows: ['rclone.exe'], ports: [], domains: [] },
    CATALOGUE.rclone,
  ),
  /**
   * RemotePC (remote access), as of 2026-11-24.
   * - Windows: RemotePC.exe, RemotePCService.exe, remotepchost.exe, rpcsuite.exe [community]
   * - Hosts: remotepc.com, remotedesktop.com [community]
   * - Sources: LOLRMM, remotepc.yaml
   */
  REMOTEPC: preset(
    {
      key: 'remotepc',
      name: 'RemotePC',
      kind: 'remote access',
      windows: ['RemotePC.exe', 'RemotePCService.exe', 'remotepchost.exe', 'rpcsuite.exe'],
      ports: [],
      domains: ['remotepc.com', 'remotedesktop.com'],
    },
    CATALOGUE.remotePc,
  ),
  /**
   * Remote Utilities (remote access), as of 2026-11-29.
   * - Windows: rutview.exe, rutserv.exe [community]
   * - Hosts: internetid.ru [community]
   * - Windows services: rutserv.exe [community]
   * - Sources: LOLRMM, remote_utilities.yaml; Sigma, service installation of Remote Utilities
   */
  REMOTE_UTILITIES: preset(
    {
      key: 'remote-utilities',
      name: 'Remote Utilities',
      kind: 'remote access',
      windows: ['rutview.exe', 'rutserv.exe'],
      ports: [],
      domains: ['internetid.ru'],
    },
    CATALOGUE.remoteUtilities,
  ),
  /**
   * Resilio Sync (file sync), as of 2026-11-30.
   * - Windows: Resilio Sync.exe [community]
   * - macOS: Resilio Sync [community]
   * - Sources: Scoop Nonportable, resilio-sync-np; Installomator, label resiliosynchome
   */
  RESILIO_SYNC: preset(
    {
      key: 'resilio-sync',
      name: 'Resilio Sync',
      kind: 'file sync',
      windows: ['Resilio Sync.exe'],
      macOs: ['Resilio Sync'],
      ports: [],
      domains: [],
    },
    CATALOGUE.resilioSync,
  ),
  /**
   * RingCentral (meeting), as of 2026-11-24.
   * - macOS: RingCentral [community]
   * - Sources: Installomator, label ringcentralapp
   */
  RINGCENTRAL: preset(
    { key: 'ringcentral', name: 'RingCentral', kind: 'meeting', macOs: ['RingCentral'], ports: [], domains: [] },
    CATALOGUE.ringCentral,
  ),
  /**
   * Riot Client (games), as of 2026-11-24.
   * - Windows: RiotClientServices.exe [community]
   * - Hosts: riotgames.com, riotcdn.net, pvp.net [community]
   * - Sources: Auto-Updater, known launchers; nDPI, host names
   */
  RIOT_CLIENT: preset(
    {
      key: 'riot-client',
      name: 'Riot Client',
      kind: 'games',
      windows: ['RiotClientServices.exe'],
      ports: [],
      domains: ['riotgames.com', 'riotcdn.net', 'pvp.net'],
    },
    CATALOGUE.riotClient,
  ),
  /**
   * Rocket.Chat (messenger), as of 2026-11-24.
   * - Windows: Rocket.Chat.exe [community]
   * - macOS: Rocket.Chat [community], Rocket.Chat Helper [assumed]
   * - Sources: Scoop Extras, rocketchat-client; Installomator, label rocketchat; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, rocket-chat
   */
  ROCKET_CHAT: preset(
    {
      key: 'rocket-chat',
      name: 'Rocket.Chat',
      kind: 'messenger',
      windows: ['Rocket.Chat.exe'],
      macOs: ['Rocket.Chat', 'Rocket.Chat Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.rocketChat,
  ),
  /**
   * RustDesk (remote access), as of 2026-11-29.
   * - Windows: RustDesk.exe [community]
   * - macOS: RustDesk [community]
   * - TCP: 443 [community], 21115, 21116, 21117 [vendor]
   * - UDP: 21116 [vendor]
   * - Hosts: rustdesk.com [community]
   * - Windows services: RustDesk.exe [vendor]
   * - Sources: Scoop Extras, rustdesk; Installomator, label rustdesk; LOLRMM, rustdesk.yaml; RustDesk server, default ports; domain-list-community, category-remote-control; RustDesk, how it installs itself on Windows
   */
  RUSTDESK: preset(
    {
      key: 'rustdesk',
      name: 'RustDesk',
      kind: 'remote access',
      windows: ['RustDesk.exe'],
      macOs: ['RustDesk'],
      ports: [443, 21115, 21116, 21117],
      domains: ['rustdesk.com'],
    },
    CATALOGUE.rustDesk,
  ),
  /**
   * ScreenConnect (remote access), as of 2026-11-29.
   * - Windows: ScreenConnect.WindowsClient.exe, ScreenConnect.ClientService.exe, Remote Workforce Client.exe [community]
   * - Hosts: screenconnect.com, connectwise.com [community]
   * - Windows services: ScreenConnect.ClientService.exe [community]
   * - Sources: LOLRMM, screenconnect.yaml; LoLApp, traces of ScreenConnect
   */
  SCREENCONNECT: preset(
    {
      key: 'screenconnect',
      name: 'ScreenConnect',
      kind: 'remote access',
      windows: ['ScreenConnect.WindowsClient.exe', 'ScreenConnect.ClientService.exe', 'Remote Workforce Client.exe'],
      ports: [],
      domains: ['screenconnect.com', 'connectwise.com'],
    },
    CATALOGUE.screenConnect,
  ),
  /**
   * Seafile (file sync), as of 2026-11-24.
   * - Windows: seafile-applet.exe [community]
   * - Sources: Scoop Extras, seafile-syncing-client
   */
  SEAFILE: preset(
    { key: 'seafile', name: 'Seafile', kind: 'file sync', windows: ['seafile-applet.exe'], ports: [], domains: [] },
    CATALOGUE.seafile,
  ),
  /**
   * Session (messenger), as of 2026-11-24.
   * - Windows: Session.exe [community]
   * - macOS: Session [community]
   * - Sources: Scoop Extras, session; Installomator, label sessiondesktop
   */
  SESSION: preset(
    {
      key: 'session',
      name: 'Session',
      kind: 'messenger',
      windows: ['Session.exe'],
      macOs: ['Session'],
      ports: [],
      domains: [],
    },
    CATALOGUE.session,
  ),
  /**
   * Shadowsocks (vpn or proxy), as of 2026-11-24.
   * - Windows: Shadowsocks.exe [community]
   * - Sources: Scoop Extras, shadowsocks
   */
  SHADOWSOCKS: preset(
    {
      key: 'shadowsocks',
      name: 'Shadowsocks',
      kind: 'vpn or proxy',
      windows: ['Shadowsocks.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.shadowsocks,
  ),
  /**
   * Signal (messenger), as of 2026-11-24.
   * - Windows: Signal.exe [community]
   * - macOS: Signal [community], Signal Helper [assumed]
   * - TCP: 443 [vendor]
   * - Hosts: signal.org [vendor]
   * - Sources: Scoop Extras, signal; Installomator, label signal; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Signal Desktop, config/production.json; Electron's list of apps, signal
   */
  SIGNAL: preset(
    {
      key: 'signal',
      name: 'Signal',
      kind: 'messenger',
      windows: ['Signal.exe'],
      macOs: ['Signal', 'Signal Helper'],
      ports: [443],
      domains: ['signal.org'],
    },
    CATALOGUE.signal,
  ),
  /**
   * sing-box (vpn or proxy), as of 2026-11-24.
   * - Windows: sing-box.exe [community]
   * - Sources: Scoop Main, sing-box
   */
  SING_BOX: preset(
    { key: 'sing-box', name: 'sing-box', kind: 'vpn or proxy', windows: ['sing-box.exe'], ports: [], domains: [] },
    CATALOGUE.singBox,
  ),
  /**
   * Skype (messenger), as of 2026-11-24.
   * - Windows: Skype.exe [community]
   * - macOS: Skype, Skype Helper [community]
   * - Linux: skype [community]
   * - Hosts: gateway.messenger.live.com [community]
   * - Predefined on tenants [doc]
   * - Sources: Scoop Extras, skype (deprecated); Installomator, label skype; BleachBit, cleaner skype; nDPI, host names; Electron's list of apps, skype; Netskope documentation, certificate pinned apps of the type Predefined
   */
  SKYPE: preset(
    {
      key: 'skype',
      name: 'Skype',
      kind: 'messenger',
      predefined: true,
      windows: ['Skype.exe'],
      macOs: ['Skype', 'Skype Helper'],
      linux: ['skype'],
      ports: [],
      domains: ['gateway.messenger.live.com'],
    },
    CATALOGUE.skype,
  ),
  /**
   * Slack (messenger), as of 2026-11-24.
   * - Windows: slack.exe [community]
   * - macOS: Slack [community], Slack Helper [assumed]
   * - Linux: Slack [community]
   * - Hosts: slack.com, slack-edge.com, slack-files.com, slack-imgs.com, slackb.com [community]
   * - Sources: Scoop Extras, slack; Installomator, label slack; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner slack; domain-list-community, slack; Electron's list of apps, slack
   */
  SLACK: preset(
    {
      key: 'slack',
      name: 'Slack',
      kind: 'messenger',
      windows: ['slack.exe'],
      macOs: ['Slack', 'Slack Helper'],
      linux: ['Slack'],
      ports: [],
      domains: ['slack.com', 'slack-edge.com', 'slack-files.com', 'slack-imgs.com', 'slackb.com'],
    },
    CATALOGUE.slack,
  ),
  /**
   * Soulseek (file sharing), as of 2026-11-24.
   * - Windows: SoulseekQt.exe, Nicotine+.exe [community]
   * - Sources: Scoop Extras, soulseekqt; Scoop Extras, nicotine-plus
   */
  SOULSEEK: preset(
    {
      key: 'soulseek',
      name: 'Soulseek',
      kind: 'file sharing',
      windows: ['SoulseekQt.exe', 'Nicotine+.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.soulseek,
  ),
  /**
   * Splashtop (remote access), as of 2026-11-24.
   * - Windows: splashtop.exe, strwinclt.exe, SplashtopSOS.exe, sragent.exe, srmanager.exe, srserver.exe, srservice.exe [community]
   * - macOS: Splashtop Business, Splashtop Streamer [community]
   * - Hosts: splashtop.com, api.splashtop.eu [community]
   * - Windows services: srservice.exe [community]
   * - Sources: Scoop Extras, splashtop-business-access; LOLRMM, splashtop_remote.yaml; Installomator, label splashtopbusiness; Installomator, label splashtopstreamer; LOLRMM, splashtop.yaml
   */
  SPLASHTOP: preset(
    {
      key: 'splashtop',
      name: 'Splashtop',
      kind: 'remote access',
      windows: [
        'splashtop.exe',
        'strwinclt.exe',
        'SplashtopSOS.exe',
        'sragent.exe',
        'srmanager.exe',
        'srserver.exe',
        'srservice.exe',
      ],
      macOs: ['Splashtop Business', 'Splashtop Streamer'],
      ports: [],
      domains: ['splashtop.com', 'api.splashtop.eu'],
    },
    CATALOGUE.splashtop,
  ),
  /**
   * Spotify (music), as of 2026-11-24.
   * - Windows: Spotify.exe [community]
   * - macOS: Spotify [community]
   * - TCP: 4070, 443, 80 [community]
   * - UDP: 57621 [community]
   * - Hosts: spotify.com, scdn.co, pscdn.co, spotifycdn.com, spotifycdn.net [community]
   * - Sources: Scoop Extras, spotify; Installomator, label spotify; librespot, a client of Spotify: ports of its access points; nDPI, Spotify; nDPI, host names
   */
  SPOTIFY: preset(
    {
      key: 'spotify',
      name: 'Spotify',
      kind: 'music',
      windows: ['Spotify.exe'],
      macOs: ['Spotify'],
      ports: [4070, 443, 80],
      domains: ['spotify.com', 'scdn.co', 'pscdn.co', 'spotifycdn.com', 'spotifycdn.net'],
    },
    CATALOGUE.spotify,
  ),
  /**
   * Steam (games), as of 2026-11-24.
   * - Windows: Steam.exe [community]
   * - macOS: Steam [community]
   * - Hosts: steampowered.com, steamcommunity.com, steamcontent.com, steamserver.net, steamstatic.com [community]
   * - Sources: Scoop Games, steam; Homebrew, cask steam; nDPI, host names
   */
  STEAM: preset(
    {
      key: 'steam',
      name: 'Steam',
      kind: 'games',
      windows: ['Steam.exe'],
      macOs: ['Steam'],
      ports: [],
      domains: ['steampowered.com', 'steamcommunity.com', 'steamcontent.com', 'steamserver.net', 'steamstatic.com'],
    },
    CATALOGUE.steam,
  ),
  /**
   * Supremo (remote access), as of 2026-11-24.
   * - Windows: Supremo.exe, SupremoSystem.exe, SupremoService.exe, SupremoHelper.exe [community]
   * - Hosts: supremocontrol.com [community]
   * - Sources: LOLRMM, supremo.yaml
   */
  SUPREMO: preset(
    {
      key: 'supremo',
      name: 'Supremo',
      kind: 'remote access',
      windows: ['Supremo.exe', 'SupremoSystem.exe', 'SupremoService.exe', 'SupremoHelper.exe'],
      ports: [],
      domains: ['supremocontrol.com'],
    },
    CATALOGUE.supremo,
  ),
  /**
   * Surfshark (vpn or proxy), as of 2026-11-24.
   * - Windows: Surfshark.exe, Surfshark.Service.exe [community]
   * - Hosts: surfshark.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  SURFSHARK: preset(
    {
      key: 'surfshark',
      name: 'Surfshark',
      kind: 'vpn or proxy',
      windows: ['Surfshark.exe', 'Surfshark.Service.exe'],
      ports: [],
      domains: ['surfshark.com'],
    },
    CATALOGUE.surfshark,
  ),
  /**
   * Syncthing (file sync), as of 2026-11-29.
   * - Windows: syncthing.exe, syncthingtray.exe, syncthingtray-cli.exe [community]
   * - TCP: 22000 [doc]
   * - UDP: 21027 [doc]
   * - Hosts: syncthing.net [vendor]
   * - Windows services: syncthing.exe [doc]
   * - Sources: Scoop Main, syncthing; Scoop Extras, syncthingtray; Syncthing documentation, firewall setup; Syncthing, default servers of discovery and relays; Syncthing documentation, starting automatically
   */
  SYNCTHING: preset(
    {
      key: 'syncthing',
      name: 'Syncthing',
      kind: 'file sync',
      windows: ['syncthing.exe', 'syncthingtray.exe', 'syncthingtray-cli.exe'],
      ports: [22000],
      domains: ['syncthing.net'],
    },
    CATALOGUE.syncthing,
  ),
  /**
   * Tailscale (vpn or proxy), as of 2026-11-29.
   * - Windows: tailscale-ipn.exe, tailscaled.exe, tailscale.exe [community]
   * - macOS: Tailscale [community]
   * - UDP: 41641 [community]
   * - Hosts: tailscale.com, tailscale.io [community]
   * - Windows services: tailscaled.exe [vendor]
   * - Sources: Scoop Extras, tailscale; Installomator, label tailscale; nDPI, default ports; domain-list-community, tailscale; Tailscale, installer of its Windows service
   */
  TAILSCALE: preset(
    {
      key: 'tailscale',
      name: 'Tailscale',
      kind: 'vpn or proxy',
      windows: ['tailscale-ipn.exe', 'tailscaled.exe', 'tailscale.exe'],
      macOs: ['Tailscale'],
      ports: [],
      domains: ['tailscale.com', 'tailscale.io'],
    },
    CATALOGUE.tailscale,
  ),
  /**
   * TeamSpeak (meeting), as of 2026-11-24.
   * - Windows: ts3client_win64.exe [community]
   * - Hosts: teamspeak.com, myteamspeak.com, teamspeak-services.com [community]
   * - Sources: Scoop Extras, teamspeak3; domain-list-community, teamspeak
   */
  TEAMSPEAK: preset(
    {
      key: 'teamspeak',
      name: 'TeamSpeak',
      kind: 'meeting',
      windows: ['ts3client_win64.exe'],
      ports: [],
      domains: ['teamspeak.com', 'myteamspeak.com', 'teamspeak-services.com'],
    },
    CATALOGUE.teamSpeak,
  ),
  /**
   * TeamViewer (remote access), as of 2026-11-24.
   * - Windows: TeamViewer.exe, TeamViewer_Service.exe, TeamViewer_Desktop.exe, tv_w32.exe, tv_x64.exe [community]
   * - macOS: TeamViewer [community]
   * - TCP: 5938, 443, 80 [doc]
   * - UDP: 5938 [doc]
   * - Hosts: teamviewer.com [doc]
   * - Windows services: TeamViewer_Service.exe [community]
   * - Predefined on tenants [doc]
   * - Sources: LOLRMM, teamviewer.yaml; Installomator, label teamviewer; TeamViewer knowledge base, ports used by TeamViewer; Netskope documentation, certificate pinned apps of the type Predefined
   */
  TEAMVIEWER: preset(
    {
      key: 'teamviewer',
      name: 'TeamViewer',
      kind: 'remote access',
      predefined: true,
      windows: ['TeamViewer.exe', 'TeamViewer_Service.exe', 'TeamViewer_Desktop.exe', 'tv_w32.exe', 'tv_x64.exe'],
      macOs: ['TeamViewer'],
      ports: [5938, 443, 80],
      domains: ['teamviewer.com'],
    },
    CATALOGUE.teamViewer,
  ),
  /**
   * Telegram (messenger), as of 2026-11-24.
   * - Windows: Telegram.exe [community]
   * - macOS: Telegram [community]
   * - Linux: telegram-desktop [community]
   * - TCP: 443 [vendor]
   * - Hosts: telegram.org, telegram.me, t.me, cdn-telegram.org [community]
   * - Sources: Scoop Extras, telegram; Installomator, label telegram; Flathub, org.telegram.desktop; Telegram Desktop, mtproto_dc_options.cpp; domain-list-community, telegram
   */
  TELEGRAM: preset(
    {
      key: 'telegram',
      name: 'Telegram',
      kind: 'messenger',
      windows: ['Telegram.exe'],
      macOs: ['Telegram'],
      linux: ['telegram-desktop'],
      ports: [443],
      domains: ['telegram.org', 'telegram.me', 't.me', 'cdn-telegram.org'],
    },
    CATALOGUE.telegram,
  ),
  /**
   * Threema (messenger), as of 2026-11-24.
   * - Windows: threema-web.exe [community]
   * - Sources: Scoop Extras, threema
   */
  THREEMA: preset(
    { key: 'threema', name: 'Threema', kind: 'messenger', windows: ['threema-web.exe'], ports: [], domains: [] },
    CATALOGUE.threema,
  ),
  /**
   * Thunderbird (notes and office), as of 2026-11-24.
   * - Windows: thunderbird.exe [community]
   * - macOS: Thunderbird [community]
   * - Sources: Scoop Extras, thunderbird; Installomator, label thunderbird
   */
  THUNDERBIRD: preset(
    {
      key: 'thunderbird',
      name: 'Thunderbird',
      kind: 'notes and office',
      windows: ['thunderbird.exe'],
      macOs: ['Thunderbird'],
      ports: [],
      domains: [],
    },
    CATALOGUE.thunderbird,
  ),
  /**
   * TIDAL (music), as of 2026-11-24.
   * - Windows: TIDAL.exe [community]
   * - macOS: TIDAL [community], TIDAL Helper [assumed]
   * - Hosts: tidal.com, tidalhifi.com [community]
   * - Sources: Scoop Extras, tidal; Installomator, label tidal; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, tidal; Electron's list of apps, tidal
   */
  TIDAL: preset(
    {
      key: 'tidal',
      name: 'TIDAL',
      kind: 'music',
      windows: ['TIDAL.exe'],
      macOs: ['TIDAL', 'TIDAL Helper'],
      ports: [],
      domains: ['tidal.com', 'tidalhifi.com'],
    },
    CATALOGUE.tidal,
  ),
  /**
   * Tixati (file sharing), as of 2026-11-24.
   * - Windows: tixati.exe [community]
   * - Sources: Scoop Extras, tixati; BitTorrent, BEP 23: compact peer lists
   */
  TIXATI: preset(
    { key: 'tixati', name: 'Tixati', kind: 'file sharing', windows: ['tixati.exe'], ports: [], domains: [] },
    CATALOGUE.tixati,
  ),
  /**
   * ToDesk (remote access), as of 2026-11-24.
   * - Windows: ToDesk.exe, ToDesk_Service.exe [community]
   * - Hosts: todesk.com [community]
   * - Sources: LOLRMM, todesk.yaml
   */
  TODESK: preset(
    {
      key: 'todesk',
      name: 'ToDesk',
      kind: 'remote access',
      windows: ['ToDesk.exe', 'ToDesk_Service.exe'],
      ports: [],
      domains: ['todesk.com'],
    },
    CATALOGUE.toDesk,
  ),
  /**
   * Todoist (notes and office), as of 2026-11-30.
   * - Windows: Todoist.exe [community]
   * - macOS: Todoist [community]
   * - Sources: public automation and inventory scripts; Installomator, label todoist
   */
  TODOIST: preset(
    {
      key: 'todoist',
      name: 'Todoist',
      kind: 'notes and office',
      windows: ['Todoist.exe'],
      macOs: ['Todoist'],
      ports: [],
      domains: [],
    },
    CATALOGUE.todoist,
  ),
  /**
   * Tor (vpn or proxy), as of 2026-11-24.
   * - Windows: tor.exe [community]
   * - Hosts: torproject.org [community]
   * - Sources: Scoop Main, tor; nDPI, host names
   */
  TOR: preset(
    { key: 'tor', name: 'Tor', kind: 'vpn or proxy', windows: ['tor.exe'], ports: [], domains: ['torproject.org'] },
    CATALOGUE.tor,
  ),
  /**
   * Trae (ai), as of 2026-11-24.
   * - Windows: Trae.exe [community]
   * - Hosts: trae.ai, marscode.com [community]
   * - Sources: Scoop Extras, trae; domain-list-community, bytedance-ai-!cn
   */
  TRAE: preset(
    { key: 'trae', name: 'Trae', kind: 'ai', windows: ['Trae.exe'], ports: [], domains: ['trae.ai', 'marscode.com'] },
    CATALOGUE.trae,
  ),
  /**
   * Transmission (file sharing), as of 2026-11-29.
   * - Windows: transmission-qt.exe, transmission-daemon.exe [community]
   * - macOS: Transmission [community]
   * - Linux: transmission [community]
   * - UDP: 51413 [community]
   * - Windows services: transmission-daemon.exe [vendor]
   * - Sources: Scoop Extras, transmission; Homebrew, cask transmission; BleachBit, cleaner transmission; nDPI, default ports; Transmission, installer of its daemon on Windows; BitTorrent, BEP 23: compact peer lists
   */
  TRANSMISSION: preset(
    {
      key: 'transmission',
      name: 'Transmission',
      kind: 'file sharing',
      windows: ['transmission-qt.exe', 'transmission-daemon.exe'],
      macOs: ['Transmission'],
      linux: ['transmission'],
      ports: [],
      domains: [],
    },
    CATALOGUE.transmission,
  ),
  /**
   * TunnelBear (vpn or proxy), as of 2026-11-24.
   * - Windows: TunnelBear.exe [community]
   * - Hosts: tunnelbear.com, polargrizzly.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  TUNNELBEAR: preset(
    {
      key: 'tunnelbear',
      name: 'TunnelBear',
      kind: 'vpn or proxy',
      windows: ['TunnelBear.exe'],
      ports: [],
      domains: ['tunnelbear.com', 'polargrizzly.com'],
    },
    CATALOGUE.tunnelBear,
  ),
  /**
   * Ubisoft Connect (games), as of 2026-11-24.
   * - Windows: UbisoftConnect.exe [community]
   * - Hosts: ubisoft.com, ubi.com, ubisoftconnect.com, uplay.com [community]
   * - Sources: Auto-Updater, known launchers; domain-list-community, ubisoft
   */
  UBISOFT_CONNECT: preset(
    {
      key: 'ubisoft-connect',
      name: 'Ubisoft Connect',
      kind: 'games',
      windows: ['UbisoftConnect.exe'],
      ports: [],
      domains: ['ubisoft.com', 'ubi.com', 'ubisoftconnect.com', 'uplay.com'],
    },
    CATALOGUE.ubisoftConnect,
  ),
  /**
   * UltraViewer (remote access), as of 2026-11-24.
   * - Windows: UltraViewer_Desktop.exe, UltraViewer_Service.exe, ultraviewer.exe [community]
   * - Hosts: ultraviewer.net [community]
   * - Sources: LOLRMM, ultraviewer.yaml
   */
  ULTRAVIEWER: preset(
    {
      key: 'ultraviewer',
      name: 'UltraViewer',
      kind: 'remote access',
      windows: ['UltraViewer_Desktop.exe', 'UltraViewer_Service.exe', 'ultraviewer.exe'],
      ports: [],
      domains: ['ultraviewer.net'],
    },
    CATALOGUE.ultraViewer,
  ),
  /**
   * uTorrent (file sharing), as of 2026-11-30.
   * - Windows: uTorrent.exe [community]
   * - Sources: public automation and inventory scripts; BitTorrent, BEP 23: compact peer lists
   */
  UTORRENT: preset(
    { key: 'utorrent', name: 'uTorrent', kind: 'file sharing', windows: ['uTorrent.exe'], ports: [], domains: [] },
    CATALOGUE.uTorrent,
  ),
  /**
   * v2rayN (vpn or proxy), as of 2026-11-24.
   * - Windows: v2rayN.exe, xray.exe, v2ray.exe [community]
   * - Sources: Scoop Extras, v2rayn; ultimaVLESS, catalogue of conflicting apps
   */
  V2RAYN: preset(
    {
      key: 'v2rayn',
      name: 'v2rayN',
      kind: 'vpn or proxy',
      windows: ['v2rayN.exe', 'xray.exe', 'v2ray.exe'],
      ports: [],
      domains: [],
    },
    CATALOGUE.v2rayN,
  ),
  /**
   * Viber (messenger), as of 2026-11-24.
   * - Windows: Viber.exe [community]
   * - macOS: Viber [community]
   * - TCP: 4244, 5242, 5243, 7985 [community]
   * - UDP: 4244, 5242, 5243, 7985, 7987 [community]
   * - Hosts: viber.com, vbcdn.com, vbcdn.net, viber.me [community]
   * - Sources: public automation and inventory scripts; Homebrew, cask viber; nDPI, default ports; nDPI, host names; domain-list-community, viber
   */
  VIBER: preset(
    {
      key: 'viber',
      name: 'Viber',
      kind: 'messenger',
      windows: ['Viber.exe'],
      macOs: ['Viber'],
      ports: [4244, 5242, 5243, 7985],
      domains: ['viber.com', 'vbcdn.com', 'vbcdn.net', 'viber.me'],
    },
    CATALOGUE.viber,
  ),
  /**
   * Visual Studio Code (developer tool), as of 2026-11-24.
   * - Windows: Code.exe [community]
   * - macOS: Code [community], Code Helper [assumed]
   * - Linux: code [community]
   * - Sources: BleachBit, cleaner vscode; Installomator, label microsoftvisualstudiocode; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, visual-studio-code
   */
  VISUAL_STUDIO_CODE: preset(
    {
      key: 'visual-studio-code',
      name: 'Visual Studio Code',
      kind: 'developer tool',
      windows: ['Code.exe'],
      macOs: ['Code', 'Code Helper'],
      linux: ['code'],
      ports: [],
      domains: [],
    },
    CATALOGUE.visualStudioCode,
  ),
  /**
   * Webex (meeting), as of 2026-11-24.
   * - Windows: CiscoCollabHost.exe [community]
   * - macOS: Webex, Webex Teams, Cisco WebEx Start, WebexHelper [community]
   * - Hosts: webex.com, webexcontent.com [community]
   * - Sources: Scoop Extras, webex; Installomator, label webex; nDPI, host names
   */
  WEBEX: preset(
    {
      key: 'webex',
      name: 'Webex',
      kind: 'meeting',
      windows: ['CiscoCollabHost.exe'],
      macOs: ['Webex', 'Webex Teams', 'Cisco WebEx Start', 'WebexHelper'],
      ports: [],
      domains: ['webex.com', 'webexcontent.com'],
    },
    CATALOGUE.webex,
  ),
  /**
   * WeChat (messenger), as of 2026-11-29.
   * - Windows: Weixin.exe, WeChat.exe, WeChatAppEx.exe [community]
   * - macOS: WeChat [community]
   * - Hosts: wechat.com, wechatapp.com, we.chat, mmsns.qpic.cn [community]
   * - Sources: Scoop Extras, wechat; CipherTalk, issue 39: WeChat 3.9 runs as WeChat.exe, 4.0 as Weixin.exe; WMPFDebugger, a debugger of mini programs of WeChat; Installomator, label wechat; nDPI, host names
   */
  WECHAT: preset(
    {
      key: 'wechat',
      name: 'WeChat',
      kind: 'messenger',
      windows: ['Weixin.exe', 'WeChat.exe'],
      macOs: ['WeChat'],
      ports: [],
      domains: ['wechat.com', 'wechatapp.com', 'we.chat', 'mmsns.qpic.cn'],
    },
    CATALOGUE.wechat,
  ),
  /**
   * WeCom (messenger), as of 2026-11-30.
   * - Windows: WXWork.exe [community]
   * - Sources: Scoop Extras, wecom
   */
  WECOM: preset(
    { key: 'wecom', name: 'WeCom', kind: 'messenger', windows: ['WXWork.exe'], ports: [], domains: [] },
    CATALOGUE.weCom,
  ),
  /**
   * WhatsApp (messenger), as of 2026-11-30.
   * - Windows: WhatsApp.exe, WhatsAppDesktop.exe [seed], WhatsApp.Root.exe [community]
   * - macOS: WhatsApp [community]
   * - TCP: 443, 5222 [seed]
   * - UDP: 3478 [community]
   * - Hosts: whatsapp.com, whatsapp.net [community]
   * - Sources: How to Block WhatsApp Native Application Access - Windows OS; public automation and inventory scripts; Installomator, label whatsapp; Kognitive Networks, how to restrict WhatsApp traffic; domain-list-community, whatsapp
   */
  WHATSAPP: preset(
    {
      key: 'whatsapp',
      name: 'WhatsApp',
      kind: 'messenger',
      windows: ['WhatsApp.exe', 'WhatsAppDesktop.exe'],
      macOs: ['WhatsApp'],
      ports: [443, 5222],
      domains: ['whatsapp.com', 'whatsapp.net'],
    },
    CATALOGUE.whatsapp,
  ),
  /**
   * Windscribe (vpn or proxy), as of 2026-11-29.
   * - Windows: Windscribe.exe, WindscribeService.exe [community]
   * - Hosts: windscribe.com, whiskergalaxy.com [community]
   * - Windows services: WindscribeService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names; Windscribe, installer of its service
   */
  WINDSCRIBE: preset(
    {
      key: 'windscribe',
      name: 'Windscribe',
      kind: 'vpn or proxy',
      windows: ['Windscribe.exe', 'WindscribeService.exe'],
      ports: [],
      domains: ['windscribe.com', 'whiskergalaxy.com'],
    },
    CATALOGUE.windscribe,
  ),
  /**
   * Windsurf (ai), as of 2026-11-24.
   * - Windows: Windsurf.exe [community]
   * - macOS: Windsurf [community], Windsurf Helper [assumed]
   * - Linux: windsurf [community]
   * - Hosts: windsurf.com, codeium.com, codeiumdata.com, windsurf.build [community]
   * - Sources: Scoop Extras, windsurf; Homebrew, cask windsurf; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner vscode; domain-list-community, windsurf
   */
  WINDSURF: preset(
    {
      key: 'windsurf',
      name: 'Windsurf',
      kind: 'ai',
      windows: ['Windsurf.exe'],
      macOs: ['Windsurf', 'Windsurf Helper'],
      linux: ['windsurf'],
      ports: [],
      domains: ['windsurf.com', 'codeium.com', 'codeiumdata.com', 'windsurf.build'],
    },
    CATALOGUE.windsurf,
  ),
  /**
   * WinSCP (file sync), as of 2026-11-24.
   * - Windows: WinSCP.exe, WinSCP.com [community]
   * - Sources: Scoop Extras, winscp
   */
  WINSCP: preset(
    { key: 'winscp', name: 'WinSCP', kind: 'file sync', windows: ['WinSCP.exe', 'WinSCP.com'], ports: [], domains: [] },
    CATALOGUE.winScp,
  ),
  /**
   * Wire (messenger), as of 2026-11-24.
   * - Windows: Wire.exe [community]
   * - Sources: Scoop Extras, wire; Electron's list of apps, wire
   */
  WIRE: preset(
    { key: 'wire', name: 'Wire', kind: 'messenger', windows: ['Wire.exe'], ports: [], domains: [] },
    CATALOGUE.wire,
  ),
  /**
   * WireGuard (vpn or proxy), as of 2026-11-29.
   * - Windows: wireguard.exe [community]
   * - UDP: 51820 [community]
   * - Windows services: wireguard.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, default ports; WireGuard for Windows, installer of its services
   */
  WIREGUARD: preset(
    { key: 'wireguard', name: 'WireGuard', kind: 'vpn or proxy', windows: ['wireguard.exe'], ports: [], domains: [] },
    CATALOGUE.wireGuard,
  ),
  /**
   * Zalo (messenger), as of 2026-11-30.
   * - Windows: Zalo.exe [community]
   * - macOS: Zalo [community]
   * - Sources: public automation and inventory scripts; Homebrew, cask zalo
   */
  ZALO: preset(
    { key: 'zalo', name: 'Zalo', kind: 'messenger', windows: ['Zalo.exe'], macOs: ['Zalo'], ports: [], domains: [] },
    CATALOGUE.zalo,
  ),
  /**
   * Zed (developer tool), as of 2026-11-24.
   * - Windows: zed.exe [community]
   * - Sources: Scoop Extras, zed
   */
  ZED: preset(
    { key: 'zed', name: 'Zed', kind: 'developer tool', windows: ['zed.exe'], ports: [], domains: [] },
    CATALOGUE.zed,
  ),
  /**
   * ZeroTier (vpn or proxy), as of 2026-11-29.
   * - Windows: zerotier_desktop_ui.exe, zerotier-one_x64.exe, zerotier-one_x86.exe [community]
   * - Hosts: zerotier.com [community]
   * - Windows services: zerotier-one_x64.exe, zerotier-one_x86.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; LOLRMM, zerotier.yaml; ZeroTier One, installer for Windows
   */
  ZEROTIER: preset(
    {
      key: 'zerotier',
      name: 'ZeroTier',
      kind: 'vpn or proxy',
      windows: ['zerotier_desktop_ui.exe', 'zerotier-one_x64.exe', 'zerotier-one_x86.exe'],
      ports: [],
      domains: ['zerotier.com'],
    },
    CATALOGUE.zeroTier,
  ),
  /**
   * Zoho Assist (remote access), as of 2026-11-24.
   * - Windows: ZA_Access.exe, za_connect.exe, ZohoMeeting.exe, zohotray.exe, ZohoURSService.exe [community]
   * - Hosts: zohoassist.com, zohoassist.jp, assist.zoho.com [community]
   * - Sources: LOLRMM, zohoassist.yaml
   */
  ZOHO_ASSIST: preset(
    {
      key: 'zoho-assist',
      name: 'Zoho Assist',
      kind: 'remote access',
      windows: ['ZA_Access.exe', 'za_connect.exe', 'ZohoMeeting.exe', 'zohotray.exe', 'ZohoURSService.exe'],
      ports: [],
      domains: ['zohoassist.com', 'zohoassist.jp', 'assist.zoho.com'],
    },
    CATALOGUE.zohoAssist,
  ),
  /**
   * Zoom (meeting), as of 2026-11-24.
   * - Windows: Zoom.exe [community]
   * - macOS: zoom.us [community]
   * - Linux: zoom [community]
   * - TCP: 80, 443, 8801, 8802 [doc]
   * - UDP: 443, 3478, 3479, 8801, 8802, 8803, 8804, 8805, 8806, 8807, 8808, 8809, 8810 [doc]
   * - Hosts: zoom.us, zoom.com [doc]
   * - Predefined on tenants [doc]
   * - Sources: Scoop Extras, zoom; Installomator, label zoom; BleachBit, cleaner zoom; Zoom support, network firewall or proxy server settings; Netskope documentation, certificate pinned apps of the type Predefined
   */
  ZOOM: preset(
    {
      key: 'zoom',
      name: 'Zoom',
      kind: 'meeting',
      predefined: true,
      windows: ['Zoom.exe'],
      macOs: ['zoom.us'],
      linux: ['zoom'],
      ports: [80, 443, 8801, 8802],
      domains: ['zoom.us', 'zoom.com'],
    },
    CATALOGUE.zoom,
  ),
  /**
   * Zulip (messenger), as of 2026-11-24.
   * - Windows: Zulip.exe [community]
   * - macOS: Zulip [community], Zulip Helper [assumed]
   * - Sources: Scoop Extras, zulip; Installomator, label zulip; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, zulip
   */
  ZULIP: preset(
    {
      key: 'zulip',
      name: 'Zulip',
      kind: 'messenger',
      windows: ['Zulip.exe'],
      macOs: ['Zulip', 'Zulip Helper'],
      ports: [],
      domains: [],
    },
    CATALOGUE.zulip,
  ),
});
