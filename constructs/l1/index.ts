// Generated from the schema of the provider; `npm run generate` writes it anew.
export * as certificatePinnedApp from './certificate-pinned-app';
export * as configuration from './configuration';
export * as defaultConfiguration from './default-configuration';
export * as exception from './exception';
export * as nonStandardPort from './non-standard-port';
export * as provider from './provider';
