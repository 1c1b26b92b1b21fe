// Generated from the schema of the provider; `npm run generate` writes it anew.
export * as certificatePinnedApp from './certificate-pinned-app';
export * as configuration from './configuration';
export * as defaultConfiguration from './default-configuration';
export * as exception from './exception';
export * as nonStandardPort from './non-standard-port';
export * as dataNetskopesteeringCertificatePinnedApp from './data-netskopesteering-certificate-pinned-app';
export * as dataNetskopesteeringCertificatePinnedApps from './data-netskopesteering-certificate-pinned-apps';
export * as dataNetskopesteeringConfiguration from './data-netskopesteering-configuration';
export * as dataNetskopesteeringConfigurations from './data-netskopesteering-configurations';
export * as dataNetskopesteeringDecision from './data-netskopesteering-decision';
export * as dataNetskopesteeringException from './data-netskopesteering-exception';
export * as dataNetskopesteeringExceptions from './data-netskopesteering-exceptions';
export * as provider from './provider';
export * as providerFunctions from './provider-functions';
