// Generated from steering/catalogue by `npm run generate`. Do not edit.
import { CATALOGUE } from '../../steering/catalogue';
import { fromCatalogue } from '../native-apps';

/**
 * Presets of native apps: dated data, each fact with its source and confidence below `catalogue`. Marks, strongest first:
 * [seed] the article this project starts from, [doc] documentation of the app's vendor, [vendor] its code, [community] third
 * parties, [assumed] our reading.
 */
export const NativeApps = {
  /**
   * AeroAdmin (remote access), as of 2026-11-24.
   * - Windows: AeroAdmin.exe [community]
   * - Hosts: aeroadmin.com [community]
   * - Sources: LOLRMM, aeroadmin.yaml
   */
  AEROADMIN: fromCatalogue(CATALOGUE.aeroAdmin),
  /**
   * Ammyy Admin (remote access), as of 2026-11-24.
   * - Windows: AA_v3.exe, AMMYY_Admin.exe [community]
   * - TCP: 80, 443, 5931, 8080 [community]
   * - Hosts: ammyy.com [community]
   * - Windows services: AA_v3.exe [community]
   * - Sources: LOLRMM, ammyyadmin.yml
   */
  AMMYY_ADMIN: fromCatalogue(CATALOGUE.ammyyAdmin),
  /**
   * AnyDesk (remote access), as of 2026-11-24.
   * - Windows: AnyDesk.exe [community]
   * - macOS: AnyDesk [community]
   * - TCP: 443 [community]
   * - Hosts: anydesk.com [community]
   * - Windows services: AnyDesk.exe [community]
   * - Sources: Scoop Extras, anydesk; Installomator, label anydesk; LOLRMM, anydesk.yaml
   */
  ANYDESK: fromCatalogue(CATALOGUE.anyDesk),
  /**
   * AnythingLLM (ai), as of 2026-11-24.
   * - Windows: AnythingLLM.exe [community]
   * - Sources: Scoop Extras, anythingllm
   */
  ANYTHINGLLM: fromCatalogue(CATALOGUE.anythingLlm),
  /**
   * AnyViewer (remote access), as of 2026-11-24.
   * - Windows: AnyViewer.exe, RCClient.exe, AVCore.exe [community]
   * - TCP: 443 [community]
   * - Hosts: anyviewer.com [community]
   * - Sources: LOLRMM, anyviewer.yaml
   */
  ANYVIEWER: fromCatalogue(CATALOGUE.anyViewer),
  /**
   * Battle.net (games), as of 2026-11-24.
   * - Windows: Battle.net.exe, Battle.net Launcher.exe [community]
   * - Hosts: battle.net, blizzard.com [community]
   * - Sources: Scoop Games, battlenet; domain-list-community, blizzard
   */
  BATTLE_NET: fromCatalogue(CATALOGUE.battleNet),
  /**
   * Beeper (messenger), as of 2026-11-24.
   * - Windows: Beeper.exe [community]
   * - Sources: Scoop Extras, beeper
   */
  BEEPER: fromCatalogue(CATALOGUE.beeper),
  /**
   * BiglyBT (file sharing), as of 2026-11-24.
   * - Windows: BiglyBT.exe [community]
   * - Sources: Scoop Nonportable, biglybt-np; BitTorrent, BEP 23: compact peer lists
   */
  BIGLYBT: fromCatalogue(CATALOGUE.biglyBt),
  /**
   * Bitwarden (notes and office), as of 2026-11-24.
   * - Windows: Bitwarden.exe [community]
   * - macOS: Bitwarden [community]
   * - Sources: Scoop Extras, bitwarden; Installomator, label bitwarden
   */
  BITWARDEN: fromCatalogue(CATALOGUE.bitwarden),
  /**
   * Box (file sync), as of 2026-11-24.
   * - macOS: Box [community]
   * - Sources: Installomator, label boxdrive
   */
  BOX: fromCatalogue(CATALOGUE.box),
  /**
   * Bruno (developer tool), as of 2026-11-24.
   * - Windows: Bruno.exe [community]
   * - Sources: Scoop Extras, bruno
   */
  BRUNO: fromCatalogue(CATALOGUE.bruno),
  /**
   * Chatbox (ai), as of 2026-11-24.
   * - Windows: Chatbox.exe [community]
   * - Sources: Scoop Extras, chatboxai
   */
  CHATBOX: fromCatalogue(CATALOGUE.chatbox),
  /**
   * ChatGPT (ai), as of 2026-11-24.
   * - Windows: ChatGPT.exe [community]
   * - macOS: ChatGPT [community]
   * - Hosts: chatgpt.com, openai.com, oaistatic.com, oaiusercontent.com [community]
   * - Sources: Scoop Extras, chatgpt; Installomator, label chatgpt; domain-list-community, openai
   */
  CHATGPT: fromCatalogue(CATALOGUE.chatGpt),
  /**
   * Cherry Studio (ai), as of 2026-11-24.
   * - Windows: cherry-studio.exe [community]
   * - Sources: Scoop Extras, cherry-studio
   */
  CHERRY_STUDIO: fromCatalogue(CATALOGUE.cherryStudio),
  /**
   * Chrome Remote Desktop (remote access), as of 2026-11-29.
   * - Windows: remoting_host.exe [community]
   * - Hosts: remotedesktop.google.com, remotedesktop-pa.googleapis.com, chromoting-host.talkgadget.google.com [community]
   * - Windows services: remoting_host.exe [vendor]
   * - Sources: LOLRMM, chrome_remote_desktop.yaml; Chromium, installer of the Chrome Remote Desktop host
   */
  CHROME_REMOTE_DESKTOP: fromCatalogue(CATALOGUE.chromeRemoteDesktop),
  /**
   * Clash Verge (vpn or proxy), as of 2026-11-24.
   * - Windows: clash-verge.exe, verge-mihomo.exe, verge-mihomo-alpha.exe, clash-verge-service.exe [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps
   */
  CLASH_VERGE: fromCatalogue(CATALOGUE.clashVerge),
  /**
   * Claude (ai), as of 2026-11-24.
   * - Windows: claude.exe [community]
   * - macOS: Claude, Claude Helper [community]
   * - Hosts: claude.ai, claude.com, anthropic.com, claudeusercontent.com [community]
   * - Sources: Scoop Extras, claude; Installomator, label claudedesktop; domain-list-community, anthropic
   */
  CLAUDE: fromCatalogue(CATALOGUE.claude),
  /**
   * Cloudflare Tunnel (vpn or proxy), as of 2026-11-29.
   * - Windows: cloudflared.exe [community]
   * - Hosts: argotunnel.com, cfargotunnel.com [community]
   * - Windows services: cloudflared.exe [vendor]
   * - Sources: Scoop Main, cloudflared; domain-list-community, cloudflare; cloudflared, installer of its Windows service
   */
  CLOUDFLARE_TUNNEL: fromCatalogue(CATALOGUE.cloudflared),
  /**
   * Cloudflare WARP (vpn or proxy), as of 2026-11-29.
   * - Windows: Cloudflare WARP.exe, warp-svc.exe [community]
   * - UDP: 2408, 500, 1701, 4500 [community]
   * - Hosts: cloudflareclient.com [community]
   * - Windows services: warp-svc.exe [doc]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, Cloudflare WARP; nDPI, host names; Cloudflare documentation, WARP on Windows
   */
  CLOUDFLARE_WARP: fromCatalogue(CATALOGUE.cloudflareWarp),
  /**
   * croc (file sharing), as of 2026-11-24.
   * - Windows: croc.exe [community]
   * - Sources: Scoop Main, croc
   */
  CROC: fromCatalogue(CATALOGUE.croc),
  /**
   * Cursor (ai), as of 2026-11-24.
   * - Windows: Cursor.exe [community]
   * - macOS: Cursor [community], Cursor Helper [assumed]
   * - Linux: cursor [community]
   * - Hosts: cursor.com, cursor.sh, cursorapi.com, cursor-cdn.com [community]
   * - Sources: Scoop Extras, cursor; Installomator, label cursorai; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner vscode; domain-list-community, cursor
   */
  CURSOR: fromCatalogue(CATALOGUE.cursor),
  /**
   * Cyberduck (file sync), as of 2026-11-24.
   * - Windows: Cyberduck.exe [community]
   * - macOS: Cyberduck [community]
   * - Sources: Scoop Extras, cyberduck; Installomator, label cyberduck
   */
  CYBERDUCK: fromCatalogue(CATALOGUE.cyberduck),
  /**
   * CyberGhost (vpn or proxy), as of 2026-11-24.
   * - Windows: CyberGhost.exe, CyberGhost.Service.exe [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps
   */
  CYBERGHOST: fromCatalogue(CATALOGUE.cyberGhost),
  /**
   * Deezer (music), as of 2026-11-24.
   * - macOS: Deezer [community]
   * - Hosts: deezer.com, dzcdn.net [community]
   * - Sources: Installomator, label deezer; domain-list-community, deezer
   */
  DEEZER: fromCatalogue(CATALOGUE.deezer),
  /**
   * Deluge (file sharing), as of 2026-11-24.
   * - Windows: deluge.exe, deluged.exe, deluge-web.exe, deluge-console.exe [community]
   * - Sources: Scoop Extras, deluge; BitTorrent, BEP 23: compact peer lists
   */
  DELUGE: fromCatalogue(CATALOGUE.deluge),
  /**
   * Discord (messenger), as of 2026-11-24.
   * - Windows: Discord.exe, DiscordPTB.exe, DiscordCanary.exe [community]
   * - macOS: Discord [community], Discord Helper [assumed]
   * - Linux: Discord, DiscordPTB, DiscordCanary [community]
   * - Hosts: discord.com, discord.gg, discord.media, discordapp.com, discordapp.net [community]
   * - Sources: BleachBit, cleaner discord; Installomator, label discord; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; nDPI, host names; Electron's list of apps, discord
   */
  DISCORD: fromCatalogue(CATALOGUE.discord),
  /**
   * Docker Desktop (developer tool), as of 2026-11-24.
   * - macOS: Docker Desktop [community]
   * - Hosts: docker.com, docker.io [community]
   * - Sources: Installomator, label docker; domain-list-community, docker
   */
  DOCKER_DESKTOP: fromCatalogue(CATALOGUE.dockerDesktop),
  /**
   * Dropbox (file sync), as of 2026-11-24.
   * - Windows: Dropbox.exe [community]
   * - macOS: Dropbox [community]
   * - UDP: 17500 [community]
   * - Hosts: dropbox.com, dropboxapi.com, dropboxstatic.com, dropbox-dns.com [community]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label dropbox; nDPI, default ports; nDPI, host names
   */
  DROPBOX: fromCatalogue(CATALOGUE.dropbox),
  /**
   * DWService (remote access), as of 2026-11-24.
   * - Windows: dwagent.exe, dwagsvc.exe, dwaglnc.exe [community]
   * - Hosts: dwservice.net [community]
   * - Sources: LOLRMM, dw_service.yaml
   */
  DWSERVICE: fromCatalogue(CATALOGUE.dwService),
  /**
   * EA app (games), as of 2026-11-24.
   * - Windows: EADesktop.exe, Origin.exe [community]
   * - Sources: Auto-Updater, known launchers
   */
  EA_APP: fromCatalogue(CATALOGUE.eaApp),
  /**
   * Element (messenger), as of 2026-11-24.
   * - Windows: Element.exe [community]
   * - macOS: Element [community], Element Helper [assumed]
   * - Hosts: element.io, matrix.org, vector.im [community]
   * - Sources: Scoop Extras, element; Installomator, label element; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, matrix; Electron's list of apps, riot
   */
  ELEMENT: fromCatalogue(CATALOGUE.element),
  /**
   * eMule (file sharing), as of 2026-11-24.
   * - Windows: emule.exe [community]
   * - Sources: Scoop Extras, emule
   */
  EMULE: fromCatalogue(CATALOGUE.eMule),
  /**
   * Epic Games Launcher (games), as of 2026-11-24.
   * - Windows: EpicGamesLauncher.exe [community]
   * - macOS: Epic Games Launcher [community]
   * - Hosts: epicgames.com, epicgames.dev, epicgames.net [community]
   * - Sources: Scoop Games, epic-games-launcher; Installomator, label epicgameslauncher; nDPI, host names
   */
  EPIC_GAMES_LAUNCHER: fromCatalogue(CATALOGUE.epicGames),
  /**
   * Evernote (notes and office), as of 2026-11-24.
   * - macOS: Evernote [community]
   * - Hosts: evernote.com [community]
   * - Sources: Installomator, label evernote; domain-list-community, evernote
   */
  EVERNOTE: fromCatalogue(CATALOGUE.evernote),
  /**
   * ExpressVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: expressvpn.exe, expressvpnservice.exe, expressvpnd.exe [community]
   * - macOS: ExpressVPN [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label expressvpn
   */
  EXPRESSVPN: fromCatalogue(CATALOGUE.expressVpn),
  /**
   * Ferdium (messenger), as of 2026-11-24.
   * - Windows: Ferdium.exe [community]
   * - Sources: Scoop Extras, ferdium; Electron's list of apps, ferdium
   */
  FERDIUM: fromCatalogue(CATALOGUE.ferdium),
  /**
   * Figma (notes and office), as of 2026-11-24.
   * - Windows: Figma.exe [community]
   * - macOS: Figma [community], Figma Helper [assumed]
   * - Hosts: figma.com [community]
   * - Sources: Scoop Extras, figma; Installomator, label figma; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, figma; Electron's list of apps, figma
   */
  FIGMA: fromCatalogue(CATALOGUE.figma),
  /**
   * FileZilla (file sync), as of 2026-11-24.
   * - Windows: filezilla.exe [community]
   * - Linux: filezilla [community]
   * - Sources: Scoop Extras, filezilla; BleachBit, cleaner filezilla
   */
  FILEZILLA: fromCatalogue(CATALOGUE.fileZilla),
  /**
   * FrostWire (file sharing), as of 2026-11-24.
   * - Windows: FrostWire.exe [community]
   * - Sources: Scoop Extras, frostwire; BitTorrent, BEP 23: compact peer lists
   */
  FROSTWIRE: fromCatalogue(CATALOGUE.frostWire),
  /**
   * GitHub Desktop (developer tool), as of 2026-11-24.
   * - Windows: GitHubDesktop.exe [community]
   * - macOS: GitHub Desktop [community], GitHub Desktop Helper [assumed]
   * - Hosts: github.com, githubusercontent.com [community]
   * - Sources: Scoop Extras, github; Installomator, label githubdesktop; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; nDPI, host names; Electron's list of apps, github-desktop
   */
  GITHUB_DESKTOP: fromCatalogue(CATALOGUE.gitHubDesktop),
  /**
   * GOG Galaxy (games), as of 2026-11-24.
   * - Windows: GalaxyClient.exe [community]
   * - Hosts: gog.com, gog-services.com, gog-statics.com, gogalaxy.com [community]
   * - Sources: Scoop Games, goggalaxy; domain-list-community, gog
   */
  GOG_GALAXY: fromCatalogue(CATALOGUE.gogGalaxy),
  /**
   * GoodSync (file sync), as of 2026-11-24.
   * - Windows: gs-server.exe, gs-runner.exe [community]
   * - Sources: Scoop Nonportable, goodsync-np
   */
  GOODSYNC: fromCatalogue(CATALOGUE.goodSync),
  /**
   * Google Drive (file sync), as of 2026-11-24.
   * - Windows: GoogleDriveFS.exe [community]
   * - macOS: Google Drive [community]
   * - Hosts: drive.google.com, drive-thirdparty.googleusercontent.com [community]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label googledrive; nDPI, host names
   */
  GOOGLE_DRIVE: fromCatalogue(CATALOGUE.googleDrive),
  /**
   * GoToAssist (remote access), as of 2026-11-24.
   * - Windows: gotoassist.exe, g2ax_comm_customer.exe [community]
   * - Hosts: gotoassist.com, fastsupport.com, goto.com, getgo.com [community]
   * - Sources: LOLRMM, gotoassist.yaml; nDPI, host names
   */
  GOTOASSIST: fromCatalogue(CATALOGUE.goToAssist),
  /**
   * GoToMeeting (meeting), as of 2026-11-24.
   * - macOS: GoToMeeting [community]
   * - Hosts: gotomeeting.com, goto.com, goto-rtc.com, getgo.com [community]
   * - Sources: Installomator, label gotomeeting; nDPI, host names
   */
  GOTOMEETING: fromCatalogue(CATALOGUE.goToMeeting),
  /**
   * Grammarly (notes and office), as of 2026-11-24.
   * - Windows: Grammarly.Desktop.exe [community]
   * - Sources: Scoop Nonportable, grammarly-np
   */
  GRAMMARLY: fromCatalogue(CATALOGUE.grammarly),
  /**
   * Heroic Games Launcher (games), as of 2026-11-24.
   * - Windows: Heroic.exe [community]
   * - Sources: Scoop Games, heroic-games-launcher
   */
  HEROIC_GAMES_LAUNCHER: fromCatalogue(CATALOGUE.heroic),
  /**
   * HopToDesk (remote access), as of 2026-11-24.
   * - Windows: HopToDesk.exe [community]
   * - TCP: 443 [community]
   * - Hosts: hoptodesk.com [community]
   * - Sources: LOLRMM, hoptodesk.yaml
   */
  HOPTODESK: fromCatalogue(CATALOGUE.hopToDesk),
  /**
   * Hotspot Shield (vpn or proxy), as of 2026-11-24.
   * - Windows: hotspotshield.exe [community]
   * - Hosts: hotspotshield.com, northghost.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  HOTSPOT_SHIELD: fromCatalogue(CATALOGUE.hotspotShield),
  /**
   * IDrive (file sync), as of 2026-11-24.
   * - Windows: IDriveEClassic.exe, id_tray.exe [community]
   * - macOS: IDrive [community]
   * - TCP: 80, 443 [community]
   * - Hosts: idrive.com [community]
   * - Sources: LOLRMM, idrive.yaml; Installomator, label idrive
   */
  IDRIVE: fromCatalogue(CATALOGUE.iDrive),
  /**
   * imo (messenger), as of 2026-11-24.
   * - Windows: ImoDesktopApp.exe [community]
   * - Sources: Scoop Extras, imo-messenger
   */
  IMO: fromCatalogue(CATALOGUE.imo),
  /**
   * Insomnia (developer tool), as of 2026-11-24.
   * - Windows: Insomnia.exe [community]
   * - macOS: Insomnia [community], Insomnia Helper [assumed]
   * - Sources: Scoop Extras, insomnia; Installomator, label insomnia; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, insomnia
   */
  INSOMNIA: fromCatalogue(CATALOGUE.insomnia),
  /**
   * ISL Online (remote access), as of 2026-11-24.
   * - Windows: ISLLight.exe, ISLLightClient.exe, isllightservice.exe [community]
   * - Hosts: islonline.com, islonline.net [community]
   * - Sources: LOLRMM, isl_online.yaml
   */
  ISL_ONLINE: fromCatalogue(CATALOGUE.islOnline),
  /**
   * itch (games), as of 2026-11-24.
   * - Windows: itch.exe [community]
   * - Hosts: itch.io, itch.zone [community]
   * - Sources: Scoop Games, itch; domain-list-community, itchio
   */
  ITCH: fromCatalogue(CATALOGUE.itch),
  /**
   * Jami (messenger), as of 2026-11-24.
   * - Windows: Jami.exe [community]
   * - Sources: Scoop Extras, jami
   */
  JAMI: fromCatalogue(CATALOGUE.jami),
  /**
   * Jan (ai), as of 2026-11-24.
   * - Windows: Jan.exe, jan-cli.exe [community]
   * - Sources: Scoop Extras, jan
   */
  JAN: fromCatalogue(CATALOGUE.jan),
  /**
   * JetBrains Toolbox (developer tool), as of 2026-11-24.
   * - Windows: jetbrains-toolbox.exe [community]
   * - macOS: JetBrains Toolbox [community]
   * - Sources: Scoop Extras, jetbrains-toolbox; Installomator, label jetbrainstoolbox
   */
  JETBRAINS_TOOLBOX: fromCatalogue(CATALOGUE.jetBrainsToolbox),
  /**
   * Jitsi Meet (meeting), as of 2026-11-24.
   * - Windows: Jitsi Meet.exe [community]
   * - macOS: Jitsi Meet [community]
   * - Sources: Scoop Extras, jitsi-meet; Installomator, label jitsimeet
   */
  JITSI_MEET: fromCatalogue(CATALOGUE.jitsiMeet),
  /**
   * Joplin (notes and office), as of 2026-11-24.
   * - Windows: Joplin.exe [community]
   * - Sources: Scoop Extras, joplin; Electron's list of apps, joplin
   */
  JOPLIN: fromCatalogue(CATALOGUE.joplin),
  /**
   * KakaoTalk (messenger), as of 2026-11-24.
   * - Windows: KakaoTalk.exe [community]
   * - macOS: KakaoTalk [community]
   * - Hosts: kakao.com, kakaocdn.net [community]
   * - Sources: Scoop Extras, kakaotalk; EndPointAppTemp, messengers; domain-list-community, kakao
   */
  KAKAOTALK: fromCatalogue(CATALOGUE.kakaoTalk),
  /**
   * Kiro (ai), as of 2026-11-24.
   * - Windows: Kiro.exe [community]
   * - macOS: Kiro [community]
   * - Sources: Scoop Extras, kiro; Installomator, label kiro
   */
  KIRO: fromCatalogue(CATALOGUE.kiro),
  /**
   * Lantern (vpn or proxy), as of 2026-11-24.
   * - Windows: lantern.exe [community]
   * - Sources: Scoop Extras, lantern-client
   */
  LANTERN: fromCatalogue(CATALOGUE.lantern),
  /**
   * Lark (messenger), as of 2026-11-24.
   * - Windows: Lark.exe [community]
   * - Hosts: larkcloud.com, larkoffice.com, larkmeetings.com [community]
   * - Sources: Scoop Extras, lark; domain-list-community, lark-global
   */
  LARK: fromCatalogue(CATALOGUE.lark),
  /**
   * LINE (messenger), as of 2026-11-24.
   * - Windows: LINE.exe, LINE_APP.exe, LineLauncher.exe [community]
   * - macOS: LINE [community]
   * - Hosts: line.me, line-apps.com, line-scdn.net, line.naver.jp, linecorp.com [community]
   * - Sources: LINE Desktop add-on of NVDA; EndPointAppTemp, messengers; nDPI, host names
   */
  LINE: fromCatalogue(CATALOGUE.line),
  /**
   * Linear (notes and office), as of 2026-11-24.
   * - macOS: Linear, Linear Helper [community]
   * - Sources: Installomator, label linear
   */
  LINEAR: fromCatalogue(CATALOGUE.linear),
  /**
   * LM Studio (ai), as of 2026-11-24.
   * - Windows: LM Studio.exe, lms.exe [community]
   * - macOS: LM Studio [community], LM Studio Helper [assumed]
   * - Sources: Scoop Extras, lmstudio; Installomator, label lmstudio; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading
   */
  LM_STUDIO: fromCatalogue(CATALOGUE.lmStudio),
  /**
   * LocalSend (file sync), as of 2026-11-24.
   * - Windows: localsend_app.exe [community]
   * - Sources: Scoop Extras, localsend
   */
  LOCALSEND: fromCatalogue(CATALOGUE.localSend),
  /**
   * LogMeIn (remote access), as of 2026-11-24.
   * - Windows: LogMeIn.exe, LogMeInSystray.exe, LMIGuardianSvc.exe, LMIIgnition.exe [community]
   * - TCP: 443 [community]
   * - Hosts: logmein.com, logmein.eu, logmein-gateway.com, logmeininc.com [community]
   * - Sources: LOLRMM, logmein.yaml
   */
  LOGMEIN: fromCatalogue(CATALOGUE.logMeIn),
  /**
   * Mattermost (messenger), as of 2026-11-24.
   * - Windows: Mattermost.exe [community]
   * - macOS: Mattermost [community], Mattermost Helper [assumed]
   * - Sources: Scoop Extras, mattermost; Installomator, label mattermost; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, mattermost
   */
  MATTERMOST: fromCatalogue(CATALOGUE.mattermost),
  /**
   * MEGA (file sync), as of 2026-11-24.
   * - Windows: MEGAsync.exe, MEGAupdater.exe, MEGAcmdServer.exe, MEGAcmdShell.exe, MEGAclient.exe [community]
   * - macOS: MEGAsync [community]
   * - Hosts: mega.nz, mega.io, mega.co.nz [community]
   * - Sources: Sigma, communication to dead drop resolvers; Scoop Main, megacmd; Homebrew, cask megasync; domain-list-community, mega
   */
  MEGA: fromCatalogue(CATALOGUE.mega),
  /**
   * Messenger (messenger), as of 2026-11-24.
   * - macOS: Messenger [community]
   * - Hosts: messenger.com, m.me, edge-mqtt.facebook.com [community]
   * - Sources: Installomator, label facebookmessenger; nDPI, host names
   */
  MESSENGER: fromCatalogue(CATALOGUE.messenger),
  /**
   * Microsoft 365 Copilot (ai), as of 2026-11-24.
   * - macOS: Microsoft 365 Copilot [community]
   * - Sources: Installomator, label microsoft365copilot
   */
  MICROSOFT_365_COPILOT: fromCatalogue(CATALOGUE.microsoftCopilot),
  /**
   * Microsoft Teams (meeting), as of 2026-11-24.
   * - Windows: ms-teams.exe, Teams.exe [community]
   * - macOS: MSTeams, Microsoft Teams, Microsoft Teams WebView, Microsoft Teams Launcher [community]
   * - Hosts: teams.microsoft.com, teams.live.com, teams.office.com, teams.skype.com [community]
   * - Sources: public automation and inventory scripts; Sigma, access to sensitive files of Teams; Installomator, label microsoftteamsnew; nDPI, host names
   */
  MICROSOFT_TEAMS: fromCatalogue(CATALOGUE.teams),
  /**
   * Minecraft Launcher (games), as of 2026-11-24.
   * - Windows: Minecraft.exe [community]
   * - Hosts: minecraft.net, minecraftservices.com, mojang.com [community]
   * - Sources: Scoop Games, minecraft; domain-list-community, mojang
   */
  MINECRAFT_LAUNCHER: fromCatalogue(CATALOGUE.minecraft),
  /**
   * Mullvad VPN (vpn or proxy), as of 2026-11-29.
   * - Windows: Mullvad VPN.exe, mullvad-daemon.exe, mullvad.exe [vendor]
   * - macOS: Mullvad VPN, mullvad-daemon, mullvad [vendor]
   * - Linux: mullvad-gui, mullvad-daemon, mullvad [vendor]
   * - Hosts: mullvad.net [community]
   * - Windows services: mullvad-daemon.exe [vendor]
   * - Sources: Mullvad VPN, files of its packages; nDPI, host names; Mullvad VPN, installer for Windows
   */
  MULLVAD_VPN: fromCatalogue(CATALOGUE.mullvad),
  /**
   * Mumble (meeting), as of 2026-11-24.
   * - Windows: mumble.exe [community]
   * - Sources: Scoop Extras, mumble
   */
  MUMBLE: fromCatalogue(CATALOGUE.mumble),
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
  NETBIRD: fromCatalogue(CATALOGUE.netBird),
  /**
   * Nextcloud (file sync), as of 2026-11-24.
   * - Windows: nextcloud.exe, nextcloudcmd.exe [community]
   * - macOS: Nextcloud [community]
   * - Sources: Scoop Extras, nextcloud; Installomator, label nextcloud
   */
  NEXTCLOUD: fromCatalogue(CATALOGUE.nextcloud),
  /**
   * ngrok (vpn or proxy), as of 2026-11-24.
   * - Windows: ngrok.exe [community]
   * - Hosts: ngrok.com, ngrok.io, ngrok-agent.com, ngrok.app, ngrok.dev [community]
   * - Sources: Scoop Main, ngrok; domain-list-community, ngrok
   */
  NGROK: fromCatalogue(CATALOGUE.ngrok),
  /**
   * NoMachine (remote access), as of 2026-11-24.
   * - Windows: nxd.exe [community]
   * - macOS: NoMachine [community]
   * - TCP: 4000 [community]
   * - UDP: 4000 [community]
   * - Hosts: nomachine.com [community]
   * - Sources: LOLRMM, nomachine.yaml; Installomator, label nomachine; nDPI, default ports
   */
  NOMACHINE: fromCatalogue(CATALOGUE.noMachine),
  /**
   * NordVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: nordvpn.exe, nordvpn-service.exe [community]
   * - macOS: NordVPN [community]
   * - Hosts: nordvpn.com, nordcdn.com, nordaccount.com, napps-1.com, napps-2.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label nordvpn; nDPI, host names
   */
  NORDVPN: fromCatalogue(CATALOGUE.nordVpn),
  /**
   * Notion (notes and office), as of 2026-11-24.
   * - Windows: Notion.exe [community]
   * - macOS: Notion [community], Notion Helper [assumed]
   * - Hosts: notion.so, notion.com, notion.site, notion-static.com [community]
   * - Sources: Scoop Extras, notion; Installomator, label notion; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, notion; Electron's list of apps, notion
   */
  NOTION: fromCatalogue(CATALOGUE.notion),
  /**
   * Obsidian (notes and office), as of 2026-11-24.
   * - Windows: Obsidian.exe [community]
   * - macOS: Obsidian [community]
   * - Sources: Scoop Extras, obsidian; Installomator, label obsidian
   */
  OBSIDIAN: fromCatalogue(CATALOGUE.obsidian),
  /**
   * Ollama (ai), as of 2026-11-24.
   * - Windows: ollama app.exe, ollama.exe [community]
   * - macOS: Ollama [community]
   * - Sources: Scoop Extras, ollama-full; Installomator, label ollama
   */
  OLLAMA: fromCatalogue(CATALOGUE.ollama),
  /**
   * OneDrive (file sync), as of 2026-11-24.
   * - Windows: OneDrive.exe [community]
   * - macOS: OneDrive [community]
   * - Hosts: onedrive.live.com, storage.live.com, skyapi.live.net, d.docs.live.net [community]
   * - Sources: Sigma, communication to dead drop resolvers; Installomator, label microsoftonedrive; nDPI, host names
   */
  ONEDRIVE: fromCatalogue(CATALOGUE.oneDrive),
  /**
   * OnionShare (file sharing), as of 2026-11-24.
   * - Windows: onionshare.exe, onionshare-cli.exe [community]
   * - Sources: Scoop Extras, onionshare
   */
  ONIONSHARE: fromCatalogue(CATALOGUE.onionShare),
  /**
   * OpenVPN (vpn or proxy), as of 2026-11-24.
   * - Windows: openvpn.exe, openvpn-gui.exe, OpenVPNConnect.exe, ovpnconnector.exe [community]
   * - macOS: OpenVPN Connect [community]
   * - UDP: 1194 [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Scoop Extras, openvpn-connect; Installomator, label openvpnconnectv3; nDPI, default ports
   */
  OPENVPN: fromCatalogue(CATALOGUE.openVpn),
  /**
   * Outline (vpn or proxy), as of 2026-11-29.
   * - Windows: Outline.exe, OutlineService.exe [community]
   * - Windows services: OutlineService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Outline, installer of its Windows service
   */
  OUTLINE: fromCatalogue(CATALOGUE.outline),
  /**
   * ownCloud (file sync), as of 2026-11-24.
   * - Windows: owncloud.exe, owncloudcmd.exe [community]
   * - macOS: ownCloud [community]
   * - Sources: Scoop Extras, owncloud; Installomator, label owncloud
   */
  OWNCLOUD: fromCatalogue(CATALOGUE.ownCloud),
  /**
   * Parsec (remote access), as of 2026-11-24.
   * - Windows: parsecd.exe, pservice.exe [community]
   * - macOS: Parsec [community]
   * - TCP: 443 [community]
   * - UDP: 3478 [community]
   * - Hosts: parsec.app, parsec.gg [community]
   * - Sources: LOLRMM, parsec.yaml; Installomator, label parsec
   */
  PARSEC: fromCatalogue(CATALOGUE.parsec),
  /**
   * Pidgin (messenger), as of 2026-11-24.
   * - Windows: pidgin.exe [community]
   * - Sources: Scoop Extras, pidgin
   */
  PIDGIN: fromCatalogue(CATALOGUE.pidgin),
  /**
   * Postman (developer tool), as of 2026-11-24.
   * - Windows: Postman.exe [community]
   * - macOS: Postman [community], Postman Helper [assumed]
   * - Sources: Scoop Extras, postman; Installomator, label postman; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, postman
   */
  POSTMAN: fromCatalogue(CATALOGUE.postman),
  /**
   * Private Internet Access (vpn or proxy), as of 2026-11-29.
   * - Windows: pia-client.exe, pia-service.exe [community]
   * - Windows services: pia-service.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Private Internet Access, installer for Windows
   */
  PRIVATE_INTERNET_ACCESS: fromCatalogue(CATALOGUE.privateInternetAccess),
  /**
   * Proton Drive (file sync), as of 2026-11-24.
   * - macOS: Proton Drive [community]
   * - Hosts: proton.me [community]
   * - Sources: Installomator, label protondrive; domain-list-community, protonmail
   */
  PROTON_DRIVE: fromCatalogue(CATALOGUE.protonDrive),
  /**
   * Proton VPN (vpn or proxy), as of 2026-11-29.
   * - Windows: ProtonVPN.exe, ProtonVPN.Client.exe, ProtonVPNService.exe, ProtonVPN.WireGuardService.exe [community]
   * - macOS: ProtonVPN [community]
   * - Hosts: protonvpn.com, proton.me [community]
   * - Windows services: ProtonVPNService.exe, ProtonVPN.WireGuardService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; Installomator, label protonvpn; nDPI, host names; Proton VPN, installer for Windows
   */
  PROTON_VPN: fromCatalogue(CATALOGUE.protonVpn),
  /**
   * Psiphon (vpn or proxy), as of 2026-11-24.
   * - Windows: psiphon3.exe [community]
   * - Hosts: psiphon3.net [community]
   * - Sources: Scoop Extras, psiphon3; nDPI, host names
   */
  PSIPHON: fromCatalogue(CATALOGUE.psiphon),
  /**
   * qBittorrent (file sharing), as of 2026-11-24.
   * - Windows: qbittorrent.exe [vendor]
   * - macOS: qbittorrent [community]
   * - Sources: qBittorrent, its installer; Homebrew, cask qbittorrent; BitTorrent, BEP 23: compact peer lists
   */
  QBITTORRENT: fromCatalogue(CATALOGUE.qBittorrent),
  /**
   * QQ (messenger), as of 2026-11-24.
   * - Windows: QQ.exe, QQScLauncher.exe [community]
   * - UDP: 8000 [community]
   * - Hosts: qq.com, gtimg.com [community]
   * - Sources: Scoop Extras, qq-nt; Scoop Extras, qq; nDPI, default ports; nDPI, host names
   */
  QQ: fromCatalogue(CATALOGUE.qq),
  /**
   * Radmin (remote access), as of 2026-11-24.
   * - Windows: Radmin.exe, RServer3.exe [community]
   * - TCP: 4899 [community]
   * - Hosts: radmin.com [community]
   * - Sources: LOLRMM, radmin.yaml; nDPI, default ports
   */
  RADMIN: fromCatalogue(CATALOGUE.radmin),
  /**
   * rclone (file sync), as of 2026-11-24.
   * - Windows: rclone.exe [community]
   * - Sources: Scoop Main, rclone
   */
  RCLONE: fromCatalogue(CATALOGUE.rclone),
  /**
   * RemotePC (remote access), as of 2026-11-24.
   * - Windows: RemotePC.exe, RemotePCService.exe, remotepchost.exe, rpcsuite.exe [community]
   * - Hosts: remotepc.com, remotedesktop.com [community]
   * - Sources: LOLRMM, remotepc.yaml
   */
  REMOTEPC: fromCatalogue(CATALOGUE.remotePc),
  /**
   * Remote Utilities (remote access), as of 2026-11-29.
   * - Windows: rutview.exe, rutserv.exe [community]
   * - Hosts: internetid.ru [community]
   * - Windows services: rutserv.exe [community]
   * - Sources: LOLRMM, remote_utilities.yaml; Sigma, service installation of Remote Utilities
   */
  REMOTE_UTILITIES: fromCatalogue(CATALOGUE.remoteUtilities),
  /**
   * Resilio Sync (file sync), as of 2026-11-24.
   * - macOS: Resilio Sync [community]
   * - Sources: Installomator, label resiliosynchome
   */
  RESILIO_SYNC: fromCatalogue(CATALOGUE.resilioSync),
  /**
   * RingCentral (meeting), as of 2026-11-24.
   * - macOS: RingCentral [community]
   * - Sources: Installomator, label ringcentralapp
   */
  RINGCENTRAL: fromCatalogue(CATALOGUE.ringCentral),
  /**
   * Riot Client (games), as of 2026-11-24.
   * - Windows: RiotClientServices.exe [community]
   * - Hosts: riotgames.com, riotcdn.net, pvp.net [community]
   * - Sources: Auto-Updater, known launchers; nDPI, host names
   */
  RIOT_CLIENT: fromCatalogue(CATALOGUE.riotClient),
  /**
   * Rocket.Chat (messenger), as of 2026-11-24.
   * - Windows: Rocket.Chat.exe [community]
   * - macOS: Rocket.Chat [community], Rocket.Chat Helper [assumed]
   * - Sources: Scoop Extras, rocketchat-client; Installomator, label rocketchat; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, rocket-chat
   */
  ROCKET_CHAT: fromCatalogue(CATALOGUE.rocketChat),
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
  RUSTDESK: fromCatalogue(CATALOGUE.rustDesk),
  /**
   * ScreenConnect (remote access), as of 2026-11-29.
   * - Windows: ScreenConnect.WindowsClient.exe, ScreenConnect.ClientService.exe, Remote Workforce Client.exe [community]
   * - Hosts: screenconnect.com, connectwise.com [community]
   * - Windows services: ScreenConnect.ClientService.exe [community]
   * - Sources: LOLRMM, screenconnect.yaml; LoLApp, traces of ScreenConnect
   */
  SCREENCONNECT: fromCatalogue(CATALOGUE.screenConnect),
  /**
   * Seafile (file sync), as of 2026-11-24.
   * - Windows: seafile-applet.exe [community]
   * - Sources: Scoop Extras, seafile-syncing-client
   */
  SEAFILE: fromCatalogue(CATALOGUE.seafile),
  /**
   * Session (messenger), as of 2026-11-24.
   * - Windows: Session.exe [community]
   * - macOS: Session [community]
   * - Sources: Scoop Extras, session; Installomator, label sessiondesktop
   */
  SESSION: fromCatalogue(CATALOGUE.session),
  /**
   * Shadowsocks (vpn or proxy), as of 2026-11-24.
   * - Windows: Shadowsocks.exe [community]
   * - Sources: Scoop Extras, shadowsocks
   */
  SHADOWSOCKS: fromCatalogue(CATALOGUE.shadowsocks),
  /**
   * Signal (messenger), as of 2026-11-24.
   * - Windows: Signal.exe [community]
   * - macOS: Signal [community], Signal Helper [assumed]
   * - TCP: 443 [vendor]
   * - Hosts: signal.org [vendor]
   * - Sources: Scoop Extras, signal; Installomator, label signal; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Signal Desktop, config/production.json; Electron's list of apps, signal
   */
  SIGNAL: fromCatalogue(CATALOGUE.signal),
  /**
   * sing-box (vpn or proxy), as of 2026-11-24.
   * - Windows: sing-box.exe [community]
   * - Sources: Scoop Main, sing-box
   */
  SING_BOX: fromCatalogue(CATALOGUE.singBox),
  /**
   * Skype (messenger), as of 2026-11-24.
   * - Windows: Skype.exe [community]
   * - macOS: Skype, Skype Helper [community]
   * - Linux: skype [community]
   * - Hosts: gateway.messenger.live.com [community]
   * - Sources: Scoop Extras, skype (deprecated); Installomator, label skype; BleachBit, cleaner skype; nDPI, host names; Electron's list of apps, skype
   */
  SKYPE: fromCatalogue(CATALOGUE.skype),
  /**
   * Slack (messenger), as of 2026-11-24.
   * - Windows: slack.exe [community]
   * - macOS: Slack [community], Slack Helper [assumed]
   * - Linux: Slack [community]
   * - Hosts: slack.com, slack-edge.com, slack-files.com, slack-imgs.com, slackb.com [community]
   * - Sources: Scoop Extras, slack; Installomator, label slack; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner slack; domain-list-community, slack; Electron's list of apps, slack
   */
  SLACK: fromCatalogue(CATALOGUE.slack),
  /**
   * Soulseek (file sharing), as of 2026-11-24.
   * - Windows: SoulseekQt.exe, Nicotine+.exe [community]
   * - Sources: Scoop Extras, soulseekqt; Scoop Extras, nicotine-plus
   */
  SOULSEEK: fromCatalogue(CATALOGUE.soulseek),
  /**
   * Splashtop (remote access), as of 2026-11-24.
   * - Windows: splashtop.exe, strwinclt.exe, SplashtopSOS.exe, sragent.exe, srmanager.exe, srserver.exe, srservice.exe [community]
   * - macOS: Splashtop Business, Splashtop Streamer [community]
   * - Hosts: splashtop.com, api.splashtop.eu [community]
   * - Windows services: srservice.exe [community]
   * - Sources: Scoop Extras, splashtop-business-access; LOLRMM, splashtop_remote.yaml; Installomator, label splashtopbusiness; Installomator, label splashtopstreamer; LOLRMM, splashtop.yaml
   */
  SPLASHTOP: fromCatalogue(CATALOGUE.splashtop),
  /**
   * Spotify (music), as of 2026-11-24.
   * - Windows: Spotify.exe [community]
   * - macOS: Spotify [community]
   * - TCP: 4070, 443, 80 [community]
   * - UDP: 57621 [community]
   * - Hosts: spotify.com, scdn.co, pscdn.co, spotifycdn.com, spotifycdn.net [community]
   * - Sources: Scoop Extras, spotify; Installomator, label spotify; librespot, a client of Spotify: ports of its access points; nDPI, Spotify; nDPI, host names
   */
  SPOTIFY: fromCatalogue(CATALOGUE.spotify),
  /**
   * Steam (games), as of 2026-11-24.
   * - Windows: Steam.exe [community]
   * - macOS: Steam [community]
   * - Hosts: steampowered.com, steamcommunity.com, steamcontent.com, steamserver.net, steamstatic.com [community]
   * - Sources: Scoop Games, steam; Homebrew, cask steam; nDPI, host names
   */
  STEAM: fromCatalogue(CATALOGUE.steam),
  /**
   * Supremo (remote access), as of 2026-11-24.
   * - Windows: Supremo.exe, SupremoSystem.exe, SupremoService.exe, SupremoHelper.exe [community]
   * - Hosts: supremocontrol.com [community]
   * - Sources: LOLRMM, supremo.yaml
   */
  SUPREMO: fromCatalogue(CATALOGUE.supremo),
  /**
   * Surfshark (vpn or proxy), as of 2026-11-24.
   * - Windows: Surfshark.exe, Surfshark.Service.exe [community]
   * - Hosts: surfshark.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  SURFSHARK: fromCatalogue(CATALOGUE.surfshark),
  /**
   * Syncthing (file sync), as of 2026-11-29.
   * - Windows: syncthing.exe, syncthingtray.exe, syncthingtray-cli.exe [community]
   * - TCP: 22000 [doc]
   * - UDP: 21027 [doc]
   * - Hosts: syncthing.net [vendor]
   * - Windows services: syncthing.exe [doc]
   * - Sources: Scoop Main, syncthing; Scoop Extras, syncthingtray; Syncthing documentation, firewall setup; Syncthing, default servers of discovery and relays; Syncthing documentation, starting automatically
   */
  SYNCTHING: fromCatalogue(CATALOGUE.syncthing),
  /**
   * Tailscale (vpn or proxy), as of 2026-11-29.
   * - Windows: tailscale-ipn.exe, tailscaled.exe, tailscale.exe [community]
   * - macOS: Tailscale [community]
   * - UDP: 41641 [community]
   * - Hosts: tailscale.com, tailscale.io [community]
   * - Windows services: tailscaled.exe [vendor]
   * - Sources: Scoop Extras, tailscale; Installomator, label tailscale; nDPI, default ports; domain-list-community, tailscale; Tailscale, installer of its Windows service
   */
  TAILSCALE: fromCatalogue(CATALOGUE.tailscale),
  /**
   * TeamSpeak (meeting), as of 2026-11-24.
   * - Windows: ts3client_win64.exe [community]
   * - Hosts: teamspeak.com, myteamspeak.com, teamspeak-services.com [community]
   * - Sources: Scoop Extras, teamspeak3; domain-list-community, teamspeak
   */
  TEAMSPEAK: fromCatalogue(CATALOGUE.teamSpeak),
  /**
   * TeamViewer (remote access), as of 2026-11-24.
   * - Windows: TeamViewer.exe, TeamViewer_Service.exe, TeamViewer_Desktop.exe, tv_w32.exe, tv_x64.exe [community]
   * - macOS: TeamViewer [community]
   * - TCP: 5938, 443, 80 [doc]
   * - UDP: 5938 [doc]
   * - Hosts: teamviewer.com [doc]
   * - Windows services: TeamViewer_Service.exe [community]
   * - Sources: LOLRMM, teamviewer.yaml; Installomator, label teamviewer; TeamViewer knowledge base, ports used by TeamViewer
   */
  TEAMVIEWER: fromCatalogue(CATALOGUE.teamViewer),
  /**
   * Telegram (messenger), as of 2026-11-24.
   * - Windows: Telegram.exe [community]
   * - macOS: Telegram [community]
   * - Linux: telegram-desktop [community]
   * - TCP: 443 [vendor]
   * - Hosts: telegram.org, telegram.me, t.me, cdn-telegram.org [community]
   * - Sources: Scoop Extras, telegram; Installomator, label telegram; Flathub, org.telegram.desktop; Telegram Desktop, mtproto_dc_options.cpp; domain-list-community, telegram
   */
  TELEGRAM: fromCatalogue(CATALOGUE.telegram),
  /**
   * Threema (messenger), as of 2026-11-24.
   * - Windows: threema-web.exe [community]
   * - Sources: Scoop Extras, threema
   */
  THREEMA: fromCatalogue(CATALOGUE.threema),
  /**
   * Thunderbird (notes and office), as of 2026-11-24.
   * - Windows: thunderbird.exe [community]
   * - macOS: Thunderbird [community]
   * - Sources: Scoop Extras, thunderbird; Installomator, label thunderbird
   */
  THUNDERBIRD: fromCatalogue(CATALOGUE.thunderbird),
  /**
   * TIDAL (music), as of 2026-11-24.
   * - Windows: TIDAL.exe [community]
   * - macOS: TIDAL [community], TIDAL Helper [assumed]
   * - Hosts: tidal.com, tidalhifi.com [community]
   * - Sources: Scoop Extras, tidal; Installomator, label tidal; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; domain-list-community, tidal; Electron's list of apps, tidal
   */
  TIDAL: fromCatalogue(CATALOGUE.tidal),
  /**
   * Tixati (file sharing), as of 2026-11-24.
   * - Windows: tixati.exe [community]
   * - Sources: Scoop Extras, tixati; BitTorrent, BEP 23: compact peer lists
   */
  TIXATI: fromCatalogue(CATALOGUE.tixati),
  /**
   * ToDesk (remote access), as of 2026-11-24.
   * - Windows: ToDesk.exe, ToDesk_Service.exe [community]
   * - Hosts: todesk.com [community]
   * - Sources: LOLRMM, todesk.yaml
   */
  TODESK: fromCatalogue(CATALOGUE.toDesk),
  /**
   * Todoist (notes and office), as of 2026-11-24.
   * - macOS: Todoist [community]
   * - Sources: Installomator, label todoist
   */
  TODOIST: fromCatalogue(CATALOGUE.todoist),
  /**
   * Tor (vpn or proxy), as of 2026-11-24.
   * - Windows: tor.exe [community]
   * - Hosts: torproject.org [community]
   * - Sources: Scoop Main, tor; nDPI, host names
   */
  TOR: fromCatalogue(CATALOGUE.tor),
  /**
   * Trae (ai), as of 2026-11-24.
   * - Windows: Trae.exe [community]
   * - Hosts: trae.ai, marscode.com [community]
   * - Sources: Scoop Extras, trae; domain-list-community, bytedance-ai-!cn
   */
  TRAE: fromCatalogue(CATALOGUE.trae),
  /**
   * Transmission (file sharing), as of 2026-11-29.
   * - Windows: transmission-qt.exe, transmission-daemon.exe [community]
   * - macOS: Transmission [community]
   * - Linux: transmission [community]
   * - UDP: 51413 [community]
   * - Windows services: transmission-daemon.exe [vendor]
   * - Sources: Scoop Extras, transmission; Homebrew, cask transmission; BleachBit, cleaner transmission; nDPI, default ports; Transmission, installer of its daemon on Windows; BitTorrent, BEP 23: compact peer lists
   */
  TRANSMISSION: fromCatalogue(CATALOGUE.transmission),
  /**
   * TunnelBear (vpn or proxy), as of 2026-11-24.
   * - Windows: TunnelBear.exe [community]
   * - Hosts: tunnelbear.com, polargrizzly.com [community]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names
   */
  TUNNELBEAR: fromCatalogue(CATALOGUE.tunnelBear),
  /**
   * Ubisoft Connect (games), as of 2026-11-24.
   * - Windows: UbisoftConnect.exe [community]
   * - Hosts: ubisoft.com, ubi.com, ubisoftconnect.com, uplay.com [community]
   * - Sources: Auto-Updater, known launchers; domain-list-community, ubisoft
   */
  UBISOFT_CONNECT: fromCatalogue(CATALOGUE.ubisoftConnect),
  /**
   * UltraViewer (remote access), as of 2026-11-24.
   * - Windows: UltraViewer_Desktop.exe, UltraViewer_Service.exe, ultraviewer.exe [community]
   * - Hosts: ultraviewer.net [community]
   * - Sources: LOLRMM, ultraviewer.yaml
   */
  ULTRAVIEWER: fromCatalogue(CATALOGUE.ultraViewer),
  /**
   * v2rayN (vpn or proxy), as of 2026-11-24.
   * - Windows: v2rayN.exe, xray.exe, v2ray.exe [community]
   * - Sources: Scoop Extras, v2rayn; ultimaVLESS, catalogue of conflicting apps
   */
  V2RAYN: fromCatalogue(CATALOGUE.v2rayN),
  /**
   * Viber (messenger), as of 2026-11-24.
   * - Windows: Viber.exe [community]
   * - macOS: Viber [community]
   * - TCP: 4244, 5242, 5243, 7985 [community]
   * - UDP: 4244, 5242, 5243, 7985, 7987 [community]
   * - Hosts: viber.com, vbcdn.com, vbcdn.net, viber.me [community]
   * - Sources: public automation and inventory scripts; Homebrew, cask viber; nDPI, default ports; nDPI, host names; domain-list-community, viber
   */
  VIBER: fromCatalogue(CATALOGUE.viber),
  /**
   * Visual Studio Code (developer tool), as of 2026-11-24.
   * - Windows: Code.exe [community]
   * - macOS: Code [community], Code Helper [assumed]
   * - Linux: code [community]
   * - Sources: BleachBit, cleaner vscode; Installomator, label microsoftvisualstudiocode; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, visual-studio-code
   */
  VISUAL_STUDIO_CODE: fromCatalogue(CATALOGUE.visualStudioCode),
  /**
   * Webex (meeting), as of 2026-11-24.
   * - Windows: CiscoCollabHost.exe [community]
   * - macOS: Webex, Webex Teams, Cisco WebEx Start, WebexHelper [community]
   * - Hosts: webex.com, webexcontent.com [community]
   * - Sources: Scoop Extras, webex; Installomator, label webex; nDPI, host names
   */
  WEBEX: fromCatalogue(CATALOGUE.webex),
  /**
   * WeChat (messenger), as of 2026-11-24.
   * - Windows: Weixin.exe [community]
   * - macOS: WeChat [community]
   * - Hosts: wechat.com, wechatapp.com, we.chat, mmsns.qpic.cn [community]
   * - Sources: Scoop Extras, wechat; Installomator, label wechat; nDPI, host names
   */
  WECHAT: fromCatalogue(CATALOGUE.wechat),
  /**
   * WhatsApp (messenger), as of 2026-11-24.
   * - Windows: WhatsApp.exe, WhatsAppDesktop.exe [seed], WhatsApp.Root.exe [community]
   * - macOS: WhatsApp [community]
   * - TCP: 443, 5222 [seed]
   * - Hosts: whatsapp.com, whatsapp.net [community]
   * - Sources: How to Block WhatsApp Native Application Access - Windows OS; public automation and inventory scripts; Installomator, label whatsapp; domain-list-community, whatsapp
   */
  WHATSAPP: fromCatalogue(CATALOGUE.whatsapp),
  /**
   * Windscribe (vpn or proxy), as of 2026-11-29.
   * - Windows: Windscribe.exe, WindscribeService.exe [community]
   * - Hosts: windscribe.com, whiskergalaxy.com [community]
   * - Windows services: WindscribeService.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, host names; Windscribe, installer of its service
   */
  WINDSCRIBE: fromCatalogue(CATALOGUE.windscribe),
  /**
   * Windsurf (ai), as of 2026-11-24.
   * - Windows: Windsurf.exe [community]
   * - macOS: Windsurf [community], Windsurf Helper [assumed]
   * - Linux: windsurf [community]
   * - Hosts: windsurf.com, codeium.com, codeiumdata.com, windsurf.build [community]
   * - Sources: Scoop Extras, windsurf; Homebrew, cask windsurf; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; BleachBit, cleaner vscode; domain-list-community, windsurf
   */
  WINDSURF: fromCatalogue(CATALOGUE.windsurf),
  /**
   * WinSCP (file sync), as of 2026-11-24.
   * - Windows: WinSCP.exe, WinSCP.com [community]
   * - Sources: Scoop Extras, winscp
   */
  WINSCP: fromCatalogue(CATALOGUE.winScp),
  /**
   * Wire (messenger), as of 2026-11-24.
   * - Windows: Wire.exe [community]
   * - Sources: Scoop Extras, wire; Electron's list of apps, wire
   */
  WIRE: fromCatalogue(CATALOGUE.wire),
  /**
   * WireGuard (vpn or proxy), as of 2026-11-29.
   * - Windows: wireguard.exe [community]
   * - UDP: 51820 [community]
   * - Windows services: wireguard.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; nDPI, default ports; WireGuard for Windows, installer of its services
   */
  WIREGUARD: fromCatalogue(CATALOGUE.wireGuard),
  /**
   * Zed (developer tool), as of 2026-11-24.
   * - Windows: zed.exe [community]
   * - Sources: Scoop Extras, zed
   */
  ZED: fromCatalogue(CATALOGUE.zed),
  /**
   * ZeroTier (vpn or proxy), as of 2026-11-29.
   * - Windows: zerotier_desktop_ui.exe, zerotier-one_x64.exe, zerotier-one_x86.exe [community]
   * - Hosts: zerotier.com [community]
   * - Windows services: zerotier-one_x64.exe, zerotier-one_x86.exe [vendor]
   * - Sources: ultimaVLESS, catalogue of conflicting apps; LOLRMM, zerotier.yaml; ZeroTier One, installer for Windows
   */
  ZEROTIER: fromCatalogue(CATALOGUE.zeroTier),
  /**
   * Zoho Assist (remote access), as of 2026-11-24.
   * - Windows: ZA_Access.exe, za_connect.exe, ZohoMeeting.exe, zohotray.exe, ZohoURSService.exe [community]
   * - Hosts: zohoassist.com, zohoassist.jp, assist.zoho.com [community]
   * - Sources: LOLRMM, zohoassist.yaml
   */
  ZOHO_ASSIST: fromCatalogue(CATALOGUE.zohoAssist),
  /**
   * Zoom (meeting), as of 2026-11-24.
   * - Windows: Zoom.exe [community]
   * - macOS: zoom.us [community]
   * - Linux: zoom [community]
   * - TCP: 80, 443, 8801, 8802 [doc]
   * - UDP: 443, 3478, 3479, 8801, 8802, 8803, 8804, 8805, 8806, 8807, 8808, 8809, 8810 [doc]
   * - Hosts: zoom.us, zoom.com [doc]
   * - Sources: Scoop Extras, zoom; Installomator, label zoom; BleachBit, cleaner zoom; Zoom support, network firewall or proxy server settings
   */
  ZOOM: fromCatalogue(CATALOGUE.zoom),
  /**
   * Zulip (messenger), as of 2026-11-24.
   * - Windows: Zulip.exe [community]
   * - macOS: Zulip [community], Zulip Helper [assumed]
   * - Sources: Scoop Extras, zulip; Installomator, label zulip; Electron, application distribution (names of helpers on macOS); that they own sockets is our reading; Electron's list of apps, zulip
   */
  ZULIP: fromCatalogue(CATALOGUE.zulip),
} as const;
