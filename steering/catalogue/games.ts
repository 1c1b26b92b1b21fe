/** This file has the entries of the catalogue for game launchers. */
import { facts, type CatalogueEntry } from './native-app';
import { domainList, homebrew, installomator, LAUNCHERS, NDPI_HOSTS, scoop } from './sources';

export const steam: CatalogueEntry = {
  key: 'steam',
  name: 'Steam',
  kind: 'games',
  executables: {
    windows: facts(scoop('steam', 'Games'), 'Steam.exe'),
    mac_os: facts(homebrew('steam'), 'Steam'),
  },
  hosts: facts(
    NDPI_HOSTS,
    'steampowered.com',
    'steamcommunity.com',
    'steamcontent.com',
    'steamserver.net',
    'steamstatic.com',
  ),
};

export const epicGames: CatalogueEntry = {
  key: 'epic-games-launcher',
  name: 'Epic Games Launcher',
  kind: 'games',
  executables: {
    windows: facts(scoop('epic-games-launcher', 'Games'), 'EpicGamesLauncher.exe'),
    mac_os: facts(installomator('epicgameslauncher'), 'Epic Games Launcher'),
  },
  hosts: facts(NDPI_HOSTS, 'epicgames.com', 'epicgames.dev', 'epicgames.net'),
};

export const battleNet: CatalogueEntry = {
  key: 'battle-net',
  name: 'Battle.net',
  kind: 'games',
  executables: { windows: facts(scoop('battlenet', 'Games'), 'Battle.net.exe', 'Battle.net Launcher.exe') },
  hosts: facts(domainList('blizzard'), 'battle.net', 'blizzard.com'),
};

export const eaApp: CatalogueEntry = {
  key: 'ea-app',
  name: 'EA app',
  kind: 'games',
  executables: { windows: facts(LAUNCHERS, 'EADesktop.exe', 'Origin.exe') },
};

export const ubisoftConnect: CatalogueEntry = {
  key: 'ubisoft-connect',
  name: 'Ubisoft Connect',
  kind: 'games',
  executables: { windows: facts(LAUNCHERS, 'UbisoftConnect.exe') },
  hosts: facts(domainList('ubisoft'), 'ubisoft.com', 'ubi.com', 'ubisoftconnect.com', 'uplay.com'),
};

export const gogGalaxy: CatalogueEntry = {
  key: 'gog-galaxy',
  name: 'GOG Galaxy',
  kind: 'games',
  executables: { windows: facts(scoop('goggalaxy', 'Games'), 'GalaxyClient.exe') },
  hosts: facts(domainList('gog'), 'gog.com', 'gog-services.com', 'gog-statics.com', 'gogalaxy.com'),
};

export const riotClient: CatalogueEntry = {
  key: 'riot-client',
  name: 'Riot Client',
  kind: 'games',
  executables: { windows: facts(LAUNCHERS, 'RiotClientServices.exe') },
  hosts: facts(NDPI_HOSTS, 'riotgames.com', 'riotcdn.net', 'pvp.net'),
};

export const minecraft: CatalogueEntry = {
  key: 'minecraft-launcher',
  name: 'Minecraft Launcher',
  kind: 'games',
  executables: { windows: facts(scoop('minecraft', 'Games'), 'Minecraft.exe') },
  hosts: facts(domainList('mojang'), 'minecraft.net', 'minecraftservices.com', 'mojang.com'),
};

export const itch: CatalogueEntry = {
  key: 'itch',
  name: 'itch',
  kind: 'games',
  executables: { windows: facts(scoop('itch', 'Games'), 'itch.exe') },
  hosts: facts(domainList('itchio'), 'itch.io', 'itch.zone'),
};

export const heroic: CatalogueEntry = {
  key: 'heroic-games-launcher',
  name: 'Heroic Games Launcher',
  kind: 'games',
  executables: { windows: facts(scoop('heroic-games-launcher', 'Games'), 'Heroic.exe') },
};
