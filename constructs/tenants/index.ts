export { keepState, type State } from './state';
export { parseTenants, type BlockedApp, type Tenant } from './tenants';
