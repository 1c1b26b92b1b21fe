/** The provider: its settings, and the list of all resources, data sources and functions that it offers. */
import { provider } from 'terraform-plugin-sdk-ts';
import { EXCEPTION_TYPE_NAMES } from '../../steering/domain/exceptions';
import { inPlainWords } from '../../steering/words/marks';
import {
  certificatePinnedApp as certificatePinnedAppData,
  certificatePinnedApps,
} from './data-sources/certificate-pinned-apps';
import { configuration as configurationData, configurations } from './data-sources/configurations';
import { decision } from './data-sources/decision';
import { exception as exceptionData, exceptions } from './data-sources/exceptions';
import { networkLocation as networkLocationData, networkLocations } from './data-sources/network-locations';
import { nativeApp, nativeApps } from './functions/native-apps';
import { parsePorts } from './functions/parse-ports';
import { processMatches } from './functions/process-matches';
import { PROVIDER_TYPE, VERSION } from './names';
import { certificatePinnedApp } from './resources/certificate-pinned-app/resource';
import { configuration } from './resources/configuration/resource';
import { defaultConfiguration } from './resources/default-configuration/resource';
import { exceptionResource } from './resources/exception/exception-resource';
import { networkLocation } from './resources/network-location/resource';
import { nonStandardPort } from './resources/non-standard-port/resource';
import { configure, settings, validateSettings } from './settings';
import { boundToTenant } from './tenant-binding';

export const netskope = provider({
  name: PROVIDER_TYPE,
  version: VERSION,
  describe: inPlainWords,
  schema: settings,
  resources: [
    certificatePinnedApp,
    configuration,
    defaultConfiguration,
    networkLocation,
    nonStandardPort,
    ...EXCEPTION_TYPE_NAMES.map(exceptionResource),
  ].map(boundToTenant),
  dataSources: [
    certificatePinnedAppData,
    certificatePinnedApps,
    configurationData,
    configurations,
    decision,
    exceptionData,
    exceptions,
    networkLocationData,
    networkLocations,
  ],
  functions: [nativeApp, nativeApps, parsePorts, processMatches],
  validate: validateSettings,
  configure: (config) => configure(config),
});
