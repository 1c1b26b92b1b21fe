/** Which words do constructs have for the attributes of the provider, and for their values? */
import type { WrittenValue } from './attributes';

/** By the attribute, the constants that its words have, and the name of the property where that is another one. */
export const CONSTANTS: Readonly<Record<string, string>> = {
  traffic_mode: 'TrafficMode',
  on_premises_traffic_mode: 'TrafficMode',
  off_premises_traffic_mode: 'TrafficMode',
  steer_private_apps: 'PrivateAppSteering',
  bypass_exception_traffic_at: 'BypassPlace',
  os_families: 'ClientOsFamily',
  location: 'ClientLocation',
  action: 'BypassAction',
  record_type: 'DnsRecordType',
  match: 'ProcessMatch',
};
export const PROPERTIES: Readonly<Record<string, string>> = {
  on_premises_traffic_mode: 'onPremises',
  off_premises_traffic_mode: 'offPremises',
};
/** What a construct takes for granted. */
export const IMPLIED: Readonly<Record<string, WrittenValue>> = { record_type: 'all' };

/** The method of a configuration that adds an exception of each kind. */
export const METHODS: Readonly<Record<string, string>> = {
  certificate_pinned_app_exception: 'addException',
  application_exception: 'bypassApplications',
  category_exception: 'bypassCategories',
  destination_location_exception: 'bypassDestinationLocations',
  dns_exception: 'bypassDns',
  domain_exception: 'bypassDomains',
  source_country_exception: 'bypassSourceCountries',
  source_location_exception: 'bypassSourceLocations',
};

/** What a variable cannot be called. */
export const RESERVED = (
  'app stack l1 await break case catch class const continue debugger default delete do else enum export extends false ' +
  'finally for function if implements import in instanceof interface let new null package private protected public ' +
  'return static super switch this throw true try typeof undefined var void while with yield arguments eval async of ' +
  'process console global module require exports importWhatIsThere'
).split(' ');
