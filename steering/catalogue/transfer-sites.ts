/**
 * This file has the sites that are made for moving files or text out of a company, as public lists of detection rules
 * and of abused sites name them. The list is short on purpose: a bypass of one of these is worth a question.
 */
import { facts, type Fact, type Source } from './native-app';
import { NDPI_HOSTS, SIGMA, onGitHub, page, readOn } from './sources';

export interface TransferSite {
  /** What people call the site; it is also how apps and applications of it are named. */
  readonly name: string;
  /** What people do there. */
  readonly use: 'files' | 'text' | 'tunnels' | 'messages of bots';
  /** Its domains, each with every host below it. */
  readonly domains: readonly Fact<string>[];
  /**
   * Set where each customer has a host below the domain: the host of one customer may be your own, and only all of
   * them are the site.
   */
  readonly hostsOfCustomers?: true;
}

const READ = '2026-11-30';
const sigma = (name: string, rule: string): Source =>
  readOn(
    READ,
    onGitHub(
      `Sigma, ${name}`,
      `SigmaHQ/sigma/blob/8eaafff1f2845a696050e05e72ba1140ee190698/rules/${rule}.yml`,
      'community',
    ),
  );

const SHARING = sigma(
  'connections to file sharing domains',
  'windows/network_connection/net_connection_win_susp_file_sharing_domains_susp_folders',
);
const NGROK = sigma('connections to ngrok', 'windows/network_connection/net_connection_win_domain_ngrok');
const DEV_TUNNELS = sigma(
  'connections to dev tunnels',
  'windows/network_connection/net_connection_win_domain_devtunnels',
);
const LOCALTONET = sigma(
  'connections to LocaltoNet',
  'windows/network_connection/net_connection_win_domain_localtonet_tunnel',
);
const TELEGRAM_API = sigma('questions for the API of Telegram bots', 'network/dns/net_dns_susp_telegram_api');
const LOTS = readOn(
  READ,
  onGitHub(
    'Living Off Trusted Sites, as a collection of hunting queries has it',
    'Bert-JanP/Hunting-Queries-Detection-Rules/blob/7a0d998584dfab5872dc32b9ecd6c215a30c0ad7/Defender%20For%20Endpoint/Living%20Off%20The%20Land/lots-project.txt',
    'community',
  ),
);
const ATTACK = readOn(
  READ,
  page('MITRE ATT&CK, exfiltration over web service', 'https://attack.mitre.org/techniques/T1567/', 'community'),
);
const ATTACK_TEXT = readOn(
  READ,
  page(
    'MITRE ATT&CK, detection of exfiltration to text storage sites',
    'https://attack.mitre.org/detectionstrategies/DET0284',
    'community',
  ),
);
/** Our reading of what a site is for: no list that was read has it. */
const OURS = readOn(READ, page('what the site says of itself', 'the site itself; no public list was read', 'assumed'));

const files = (name: string, source: Source, ...domains: string[]): TransferSite => ({
  name,
  use: 'files',
  domains: facts(source, ...domains),
});
const text = (name: string, source: Source, ...domains: string[]): TransferSite => ({
  ...files(name, source, ...domains),
  use: 'text',
});
const tunnels = (name: string, source: Source, ...domains: string[]): TransferSite => ({
  ...files(name, source, ...domains),
  use: 'tunnels',
});
const storage = (name: string, source: Source, ...domains: string[]): TransferSite => ({
  ...files(name, source, ...domains),
  hostsOfCustomers: true,
});

export const TRANSFER_SITES: readonly TransferSite[] = [
  files('Dropbox', LOTS, 'dropbox.com', 'dropboxusercontent.com', 'dropboxapi.com'),
  storage('Box', LOTS, 'box.com', 'boxcloud.com'),
  files('MEGA', LOTS, 'mega.nz', 'mega.co.nz', 'mega.io'),
  files('pCloud', LOTS, 'pcloud.com'),
  files('MediaFire', LOTS, 'mediafire.com'),
  files('Sendspace', LOTS, 'sendspace.com'),
  files('WeTransfer', LOTS, 'wetransfer.com', 'we.tl'),
  files('Filetransfer.io', LOTS, 'filetransfer.io'),
  files('Google Drive', LOTS, 'drive.google.com'),
  {
    name: 'OneDrive',
    use: 'files',
    domains: [...facts(SIGMA, 'onedrive.com'), ...facts(NDPI_HOSTS, 'onedrive.live.com')],
  },
  files('4shared', SIGMA, '4shared.com'),
  files('DropMeFiles', SIGMA, 'dropmefiles.com'),
  files('transfer.sh', SHARING, 'transfer.sh'),
  files('Gofile', SHARING, 'gofile.io'),
  files('Uploadfiles', SHARING, 'ufile.io'),
  files('Pixeldrain', SHARING, 'pixeldrain.com'),
  files('AnonFiles', SHARING, 'anonfiles.com'),
  files('Bashupload', SHARING, 'bashupload.com'),
  files('0x0.st', SHARING, '0x0.st', 'x0.at'),
  files('temp.sh', SHARING, 'temp.sh'),
  files('file.io', ATTACK, 'file.io'),
  files('Send Anywhere', OURS, 'send-anywhere.com'),
  files('SwissTransfer', OURS, 'swisstransfer.com'),
  files('Smash', OURS, 'fromsmash.com'),
  files('Filebin', OURS, 'filebin.net'),
  storage('Amazon S3', LOTS, 'amazonaws.com', 's3.amazonaws.com'),
  storage('Azure Blob Storage', LOTS, 'blob.core.windows.net'),
  storage('Google Cloud Storage', LOTS, 'storage.googleapis.com'),
  storage('Backblaze B2', LOTS, 'backblazeb2.com'),
  text('Pastebin', LOTS, 'pastebin.com', 'pastebin.pl'),
  text('Paste.ee', SHARING, 'paste.ee'),
  text('Hastebin', SHARING, 'hastebin.com'),
  text('Ghostbin', SHARING, 'ghostbin.co', 'ghostbin.com'),
  text('PasteText', SHARING, 'pastetext.net'),
  text('PrivateBin', ATTACK_TEXT, 'privatebin.net'),
  text('Rentry', OURS, 'rentry.co', 'rentry.org'),
  text('GitHub Gist', SHARING, 'gist.github.com', 'gist.githubusercontent.com'),
  tunnels('ngrok', NGROK, 'ngrok.io', 'ngrok.app', 'ngrok.dev', 'ngrok-free.app', 'ngrok-free.dev', 'ngrok.com'),
  tunnels('Cloudflare quick tunnels', SHARING, 'trycloudflare.com'),
  tunnels('Microsoft dev tunnels', DEV_TUNNELS, 'devtunnels.ms'),
  tunnels('LocaltoNet', LOCALTONET, 'localto.net', 'localtonet.com'),
  tunnels('Localtunnel', OURS, 'loca.lt', 'localtunnel.me'),
  tunnels('Serveo', OURS, 'serveo.net'),
  { name: 'Discord', use: 'messages of bots', domains: facts(SIGMA, 'discord.com', 'cdn.discordapp.com') },
  { name: 'Telegram', use: 'messages of bots', domains: facts(TELEGRAM_API, 'api.telegram.org') },
  { name: 'Webhook.site', use: 'messages of bots', domains: facts(OURS, 'webhook.site') },
];
