/** This file has the applications that stand for many products or many hosts, and the categories that are as broad. */
import type { Confidence, Source } from './native-app';
import { onGitHub, page, readOn } from './sources';

export interface Suite {
  readonly name: string;
  /** How it is written, without white space, signs and capitals. */
  readonly spellings: readonly string[];
  /** What it stands for, as the end of a sentence: `it stands for ...`. */
  readonly standsFor: string;
  readonly source: Source;
}

const READ = '2026-11-30';
const read = (name: string, where: string, confidence: Confidence): Source =>
  readOn(READ, page(name, where, confidence));

const MICROSOFT = readOn(
  READ,
  onGitHub(
    'Microsoft 365 documentation, endpoints worldwide',
    'MicrosoftDocs/microsoft-365-docs/blob/9915e97e742848d6ee1a93354554c0bd593a7f43/microsoft-365/includes/office-365-worldwide-endpoints.md',
    'doc',
  ),
);
const GOOGLE = read(
  'Netskope documentation, application feature support (Google Apps)',
  'https://docs.netskope.com/en/application-feature-support.html',
  'doc',
);
const AMAZON = read(
  'Netskope documentation, bypasses (Amazon as a suite of apps)',
  'https://docs.netskope.com/en/add-bypasses-in-netskope.html',
  'doc',
);
const APPLE = read('Apple, products on enterprise networks', 'https://support.apple.com/101555', 'doc');
/** Which category the vendor puts an app in is in its list of apps, on a tenant. */
const SUITE_CATEGORY = read(
  'Netskope documentation, definitions of categories (Application Suite)',
  'https://docs.netskope.com/en/netskope-help/admin-console/skope-it/category-definitions-86220/',
  'doc',
);
const UNCATEGORIZED = read(
  'Netskope community, the category of what has no category',
  'https://community.netskope.com/next-gen-swg-2/uncategory-domains-5983',
  'community',
);
const OURS = read('our reading of what the name stands for', 'no page was read', 'assumed');

export const SUITES: readonly Suite[] = [
  {
    name: 'Microsoft 365',
    spellings: [
      ...['microsoft365', 'microsoftoffice365', 'microsoftoffice', 'microsofto365', 'ms365', 'msoffice365', 'msoffice'],
      ...['office365', 'o365', 'm365'],
    ],
    standsFor: 'Outlook, Teams, SharePoint, OneDrive and the Office apps, of every company and of private accounts',
    source: MICROSOFT,
  },
  {
    name: 'OneDrive',
    spellings: ['onedrive', 'onedriveforbusiness', 'onedrivepersonal'].flatMap((name) =>
      ['', 'microsoft', 'office365', 'microsoftoffice365', 'microsoft365'].map((vendor) => vendor + name),
    ),
    standsFor: 'the files of every account, those of other companies and private ones included',
    source: MICROSOFT,
  },
  {
    name: 'Google Workspace',
    spellings: ['googleworkspace', 'gsuite', 'googlegsuite', 'google', 'googleapps', 'googleservices'],
    standsFor: 'Gmail, Drive, Docs, Meet, Chat and Calendar, of every company and of private accounts',
    source: GOOGLE,
  },
  {
    name: 'Google Drive',
    spellings: ['googledrive', 'gdrive', 'googledocs', 'googledriveforbusiness', 'googledrivefordesktop'],
    standsFor:
      'files, Docs, Sheets, Slides and Forms of every account, those of other companies and private ones included',
    source: GOOGLE,
  },
  {
    name: 'Google Cloud',
    spellings: ['googlecloud', 'googlecloudplatform', 'gcp', 'googlecloudstorage'],
    standsFor: 'what any customer runs or stores there',
    source: OURS,
  },
  {
    name: 'Amazon Web Services',
    spellings: ['amazonwebservices', 'aws', 'amazonaws', 'amazon', 'amazons3', 'awss3', 's3', 'amazoncloudfront'],
    standsFor: 'what any customer runs or stores there',
    source: AMAZON,
  },
  {
    name: 'Microsoft Azure',
    spellings: ['azure', 'microsoftazure', 'msazure', 'windowsazure', 'azurestorage', 'azureblobstorage'],
    standsFor: 'what any customer runs or stores there',
    source: OURS,
  },
  {
    name: 'iCloud',
    spellings: ['icloud', 'appleicloud', 'iclouddrive', 'apple', 'appleservices'],
    standsFor: 'the mail, files, photos and backups of every private account',
    source: APPLE,
  },
  {
    name: 'Adobe Creative Cloud',
    spellings: ['adobe', 'adobecreativecloud', 'creativecloud', 'adobedocumentcloud'],
    standsFor: 'all products of Adobe and the files that people store and share there',
    source: OURS,
  },
  {
    name: 'Atlassian',
    spellings: ['atlassian', 'atlassiancloud'],
    standsFor: 'Jira, Confluence, Trello and Bitbucket, of every company',
    source: OURS,
  },
  {
    name: 'Zoho',
    spellings: ['zoho', 'zohoone', 'zohoworkplace'],
    standsFor: 'mail, files and dozens of other products, of every company',
    source: OURS,
  },
  {
    name: 'Meta',
    spellings: ['meta', 'facebook'],
    standsFor: 'Facebook and Messenger, and whatever people send there',
    source: OURS,
  },
  {
    name: 'Yandex',
    spellings: ['yandex'],
    standsFor: 'mail, files and dozens of other products, of every private account',
    source: OURS,
  },
];

const BY_SPELLING = new Map(SUITES.flatMap((suite) => suite.spellings.map((spelling) => [spelling, suite] as const)));

/** Returns the suite that an application is; undefined where it is none that is known. */
export function suiteNamed(application: string): Suite | undefined {
  const text = application.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    BY_SPELLING.get(text) ??
    BY_SPELLING.get(text.replace(/(?:(?:app)?suite|apps|all|business|enterprise|education|personal)$/, ''))
  );
}

/** A category that is as broad, with what it stands for and the source. */
export interface BroadCategory {
  readonly name: string;
  readonly standsFor: string;
  readonly source: Source;
}

export const BROAD_CATEGORIES: readonly BroadCategory[] = [
  {
    name: 'Application Suite',
    standsFor: 'applications that have many products in other categories',
    source: SUITE_CATEGORY,
  },
  { name: 'Cloud Storage', standsFor: 'every site that stores files', source: OURS },
  { name: 'Uncategorized', standsFor: 'every site that the vendor has not looked at yet', source: UNCATEGORIZED },
];
