/** The default configuration of a tenant in mode web, as it answers, with nothing else to it. */
export const WEB_CONFIGURATION = {
  config_id: 0,
  config_name: 'Default',
  enabled: true,
  priority: '1',
  traffic_type: 'web',
  location_based_steering: false,
  private_apps_steering: 'none',
  private_apps: [],
  steer_dns: false,
  bypass_exception_traffic_at: 'client',
  user_groups: [],
  organization_units: [],
  os_families: [],
  device_tags: [],
};
