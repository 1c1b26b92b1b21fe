/** Bypasses: the types of steering exception that take traffic out of steering. One type, one file. */
export * from './action';
export * from './application-bypass';
export * from './category-bypass';
export * from './destination-location-bypass';
export * from './dns-bypass';
export * from './domain-bypass';
export * from './source-country-bypass';
export * from './source-location-bypass';
