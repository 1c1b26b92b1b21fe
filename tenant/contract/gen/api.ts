// Generated from tenant/contract/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
  '/steering/apps/certpinned': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List certificate pinned apps, predefined ones too, in creation order */
    get: operations['listCertificatePinnedApps'];
    put?: never;
    /** Define a custom certificate pinned app */
    post: operations['createCertificatePinnedApp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/apps/certpinned/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    /** Read one certificate pinned app */
    get: operations['getCertificatePinnedApp'];
    /** Replace a custom certificate pinned app; a predefined one is refused with 409 */
    put: operations['updateCertificatePinnedApp'];
    post?: never;
    /**
     * Delete a custom app, and with it the exceptions of every configuration that use it
     * @description Only custom apps can be deleted [doc]. Deleting an app that is in use deletes the exceptions that use it; before release 119
     *     they stayed [doc R119 467283]. That both go at once, and that this operation does it, is assumed. A gateway may refuse
     *     with 409 instead, naming in `errors` what uses the app (assumed).
     */
    delete: operations['deleteCertificatePinnedApp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/networklocations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the network locations that somebody made, in creation order
     * @description Those that the vendor ships, such as "Local IP address range" (shown by REST v1), can be named by exceptions; that they are
     *     not listed is assumed.
     */
    get: operations['listNetworkLocations'];
    put?: never;
    /** Make a network location */
    post: operations['createNetworkLocation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/networklocations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    /** Read one network location */
    get: operations['getNetworkLocation'];
    /**
     * Replace the name and the addresses of a network location; exceptions keep using it
     * @description Uploading a network location again deletes the exceptions that use it [doc]. That this operation is no such upload, and that
     *     exceptions follow a new name, is assumed.
     */
    put: operations['updateNetworkLocation'];
    post?: never;
    /**
     * Delete a network location, and with it the exceptions of every configuration that use it
     * @description Uploading a network location again deletes the exceptions that use it [doc]. That a deletion does the same, that an
     *     exception goes which names other locations too, and that all go at once, is assumed. A gateway may refuse with 409
     *     instead, naming in `errors` what uses the location (assumed).
     */
    delete: operations['deleteNetworkLocation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/configurations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List steering configurations in creation order; the default one is the first */
    get: operations['listConfigurations'];
    put?: never;
    /** Create a steering configuration, in priority below the custom ones and above the default */
    post: operations['createConfiguration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/configurations/{config_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    /** Read one steering configuration */
    get: operations['getConfiguration'];
    put?: never;
    post?: never;
    /** Delete a custom configuration with its non-standard ports and exceptions; the default one stays */
    delete: operations['deleteConfiguration'];
    options?: never;
    head?: never;
    /** Change the given fields of a configuration; the default one cannot be renamed or disabled */
    patch: operations['updateConfiguration'];
    trace?: never;
  };
  '/steering/configurations/{config_id}/nonstandardports': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    /** List the non-standard port entries of a configuration in creation order */
    get: operations['listNonStandardPorts'];
    put?: never;
    /** Add a non-standard port entry; several entries may name one port */
    post: operations['createNonStandardPort'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/configurations/{config_id}/nonstandardports/{row_id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The id of the non-standard port entry. */
        row_id: components['parameters']['rowId'];
      };
      cookie?: never;
    };
    /** Read one non-standard port entry */
    get: operations['getNonStandardPort'];
    /** Replace a non-standard port entry */
    put: operations['updateNonStandardPort'];
    post?: never;
    /** Delete a non-standard port entry */
    delete: operations['deleteNonStandardPort'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/configurations/{config_id}/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    /** List the exceptions of a configuration in creation order, those the vendor made too */
    get: operations['listExceptions'];
    put?: never;
    /** Add an exception; two exceptions for one app are not known to be refused, a type that the traffic mode or the location does not offer is (409) */
    post: operations['createException'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steering/configurations/{config_id}/exceptions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    /** Read one exception */
    get: operations['getException'];
    /** Replace an exception */
    put: operations['updateException'];
    post?: never;
    /** Delete an exception */
    delete: operations['deleteException'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steeringconfiglist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List steering configurations by id and name */
    get: operations['listConfigurationsV1'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/steeringconfig': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read steering configurations as one published client does, by GET
     * @description The documentation has POST only. One client that is published reads by GET, with the token in the query and at most
     *     5,000 configurations [community]; that a tenant takes it is assumed. The answer is that of POST.
     */
    get: operations['getConfigurationsV1'];
    put?: never;
    /**
     * Read steering configurations with their exceptions; without config_id and config, all of them
     * @description Authenticated by the token in the body. An id or a name that no configuration has finds none (assumed); their order
     *     is that of config_id (assumed).
     */
    post: operations['readConfigurationsV1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description An opaque id. */
    Id: string;
    /** @description Changes whenever the object's own fields change; opaque. */
    Etag: string;
    /** @description A host name, or an address. */
    Domain: string;
    /**
     * @description Whether `processes` are exact names or regular expressions (PCRE). The meaning is documented.
     * @enum {string}
     */
    Match: 'exact' | 'regex';
    /** @description Process names, or regular expressions of them. */
    Processes: string[];
    /** @description A definition on a platform that knows an app by its processes. */
    Platform: {
      match: components['schemas']['Match'];
      processes: components['schemas']['Processes'];
    };
    /** @description A definition on a platform that knows an app by its processes, by domains, or by both. */
    MobilePlatform: {
      match: components['schemas']['Match'];
      /**
       * @description Process names; may be empty where domains are given.
       * @default []
       */
      processes?: components['schemas']['Processes'];
      /**
       * @description Domains of the app; Android 9 and lower know an app by them.
       * @default []
       */
      domains?: components['schemas']['Domain'][];
    };
    /** @description The platforms the app is defined on. */
    Platforms: {
      windows?: components['schemas']['Platform'];
      mac?: components['schemas']['Platform'];
      /** @description The platform is documented since release 97.1, its spelling in an API is not. */
      linux?: components['schemas']['Platform'];
      ios?: components['schemas']['MobilePlatform'];
      android?: components['schemas']['MobilePlatform'];
      /** @description The platform is documented, its spelling in an API is not. */
      chrome_os?: components['schemas']['Platform'];
    };
    /** @description What a client writes of a certificate pinned app. */
    AppInput: {
      /** @description The name; unique among custom and predefined apps (uniqueness is assumed). */
      app_name: string;
      platforms: components['schemas']['Platforms'];
    };
    /** @description A certificate pinned app. */
    App: {
      readonly id: components['schemas']['Id'];
      /** @description False for an app the vendor ships; such an app can be neither changed nor deleted. */
      readonly custom: boolean;
      readonly etag: components['schemas']['Etag'];
    } & components['schemas']['AppInput'];
    /**
     * @description An address, a CIDR range, or two addresses of a range with a hyphen between. The three forms are known from an integration
     *     of a third party [community]; that each may be of IPv4 or of IPv6, and its spelling, is assumed.
     */
    NetworkAddress: string;
    /** @description What a client writes of a network location. */
    NetworkLocationInput: {
      /** @description The name, by which exceptions refer to the location; unique (an integration of a third party says so [community]). */
      name: string;
      /** @description What belongs to the location. */
      addresses: components['schemas']['NetworkAddress'][];
    };
    /** @description A network location, which the screens also call network profile. */
    NetworkLocation: {
      readonly id: components['schemas']['Id'];
      readonly etag: components['schemas']['Etag'];
    } & components['schemas']['NetworkLocationInput'];
    /**
     * @description Which traffic the client steers. "all" leaves out port 53 unless DNS is steered, UDP port 5353, and IPv6 that is not
     *     HTTP; in "none" nothing is steered and exceptions are not processed (all of it documented).
     * @enum {string}
     */
    TrafficType: 'cloud_apps' | 'web' | 'all' | 'none';
    /** @description The fields a client may write. */
    ConfigurationFields: {
      /** @description The name, at most 40 characters; unique (uniqueness is assumed). */
      config_name?: string;
      /** @description Whether the configuration is in use. The default configuration always is. */
      enabled?: boolean;
      traffic_type?: components['schemas']['TrafficType'];
      /**
       * @description User groups it applies to. A tenant uses user groups or organisational units, one kind for all of its
       *     configurations; that much is documented.
       */
      user_groups?: string[];
      /** @description Organisational units it applies to; see user_groups. */
      organization_units?: string[];
      /**
       * @description Operating systems it applies to; empty means all of them. The criterion is documented since release 124, at
       *     most 100 configurations may use it; its spelling is not.
       */
      os_families?: components['schemas']['OsFamily'][];
      /**
       * @description Device tags it applies to, five at most, of which a device must have at least one. The criterion is documented
       *     since release 134, its spelling is not.
       */
      device_tags?: string[];
      /**
       * @description Dynamic steering: on-premises and off-premises clients each have a traffic mode and exceptions of their own.
       *     `traffic_type` then counts for nobody (assumed).
       */
      location_based_steering?: boolean;
      /** @description What holds for clients that are on-premises; counts with location_based_steering only. */
      on_prem?: components['schemas']['Side'];
      /** @description What holds for clients that are off-premises; counts with location_based_steering only. */
      off_prem?: components['schemas']['Side'];
      /**
       * @description Whether private apps are steered: none, all, or those of `private_apps`. The choice is documented; REST v1
       *     shows a boolean (private_apps_enabled).
       * @enum {string}
       */
      private_apps_steering?: 'none' | 'all' | 'specific';
      /** @description Names of the private apps that are steered; counts with private_apps_steering "specific" only. */
      private_apps?: string[];
      /**
       * @description Whether DNS traffic is steered: only in the modes "web" and "all", and only off-premises. The checkbox and where
       *     it exists are documented, its spelling is not.
       */
      steer_dns?: boolean;
      /**
       * @description Where traffic of bypass exceptions leaves the path: at the client (direct), or in the cloud (tunnelled,
       *     without policy). Non-HTTP TCP traffic is bypassed at the client always. The choice is documented, its spelling is not.
       * @enum {string}
       */
      bypass_exception_traffic_at?: 'client' | 'cloud';
    };
    /**
     * @description An operating system as a configuration matches it. The five are documented, their spelling is not.
     * @enum {string}
     */
    OsFamily: 'windows' | 'mac' | 'linux' | 'android' | 'ios';
    /** @description What dynamic steering sets for the clients on-premises, or for those off-premises. */
    Side: {
      traffic_type: components['schemas']['TrafficType'];
    };
    /** @description What a client writes to create a configuration. What is left out starts as the vendor's screens have it. */
    ConfigurationInput: {
      /**
       * @description New configurations start disabled.
       * @default false
       */
      enabled?: boolean;
      /**
       * @description New configurations steer cloud apps.
       * @default cloud_apps
       */
      traffic_type?: components['schemas']['TrafficType'];
      /**
       * @description None.
       * @default []
       */
      user_groups?: string[];
      /**
       * @description None.
       * @default []
       */
      organization_units?: string[];
      /**
       * @description All of them.
       * @default []
       */
      os_families?: components['schemas']['OsFamily'][];
      /**
       * @description None.
       * @default []
       */
      device_tags?: string[];
      /**
       * @description New configurations do not distinguish locations (the default is assumed).
       * @default false
       */
      location_based_steering?: boolean;
      /**
       * @description On-premises, cloud apps are steered by default.
       * @default {
       *       "traffic_type": "cloud_apps"
       *     }
       */
      on_prem?: components['schemas']['Side'];
      /**
       * @description Off-premises, web traffic is steered by default (the default is assumed).
       * @default {
       *       "traffic_type": "web"
       *     }
       */
      off_prem?: components['schemas']['Side'];
      /**
       * @description None (the default is assumed).
       * @default none
       * @enum {string}
       */
      private_apps_steering?: 'none' | 'all' | 'specific';
      /**
       * @description None.
       * @default []
       */
      private_apps?: string[];
      /**
       * @description Off (the default is assumed).
       * @default false
       */
      steer_dns?: boolean;
      /**
       * @description At the client (the default is assumed).
       * @default client
       * @enum {string}
       */
      bypass_exception_traffic_at?: 'client' | 'cloud';
    } & WithRequired<components['schemas']['ConfigurationFields'], 'config_name'>;
    /** @description What a client writes to change a configuration. What is left out stays. */
    ConfigurationPatch: components['schemas']['ConfigurationFields'];
    /** @description A steering configuration. Its etag covers these fields only, neither its ports nor its exceptions nor its priority. */
    Configuration: {
      /** @description The id; 0 is the default tenant configuration. */
      readonly config_id: number;
      /**
       * @description The place in the order of evaluation, "1" first; the default configuration is the last. Places need not be
       *     consecutive (assumed).
       */
      readonly priority: string;
      readonly etag: components['schemas']['Etag'];
    } & WithRequired<
      components['schemas']['ConfigurationFields'],
      | 'config_name'
      | 'enabled'
      | 'traffic_type'
      | 'user_groups'
      | 'organization_units'
      | 'os_families'
      | 'device_tags'
      | 'location_based_steering'
      | 'on_prem'
      | 'off_prem'
      | 'private_apps_steering'
      | 'private_apps'
      | 'steer_dns'
      | 'bypass_exception_traffic_at'
    >;
    /** @description What a client writes of a non-standard port entry. */
    NonStandardPortInput: {
      /**
       * @description The destination port; null in an entry of domains alone.
       * @default null
       */
      port?: number | null;
      /**
       * @description Domains or addresses the entry is limited to; empty means every destination on that port.
       * @default []
       */
      domains?: components['schemas']['Domain'][];
    };
    /** @description A non-standard port entry. */
    NonStandardPort: {
      readonly id: components['schemas']['Id'];
      readonly etag: components['schemas']['Etag'];
    } & WithRequired<components['schemas']['NonStandardPortInput'], 'port' | 'domains'>;
    /**
     * @description The type of an exception; its data sits under a key of the same name. The eight types are documented; REST v1 spells
     *     them as keys of its own (categories, domains, src_netloc, dst_netloc, countries, applictions, cert_pinned_apps).
     * @enum {string}
     */
    ExceptionType:
      | 'application'
      | 'category'
      | 'certificate_pinned_app'
      | 'destination_location'
      | 'dns'
      | 'domains'
      | 'source_countries'
      | 'source_location';
    /**
     * @description Whether an exception is for clients on-premises or off-premises: given with location_based_steering, and never
     *     without it. REST v1 has the words as keys.
     * @enum {string}
     */
    Location: 'on_prem' | 'off_prem';
    /**
     * @description What a bypass lets pass. Both choices are documented, their spelling is not.
     * @enum {string}
     */
    BypassAction: 'bypass' | 'bypass_except_dns';
    Names: string[];
    /**
     * @description Cloud applications and firewall apps, by name. In traffic mode "all" an exception of a custom configuration is void for
     *     non-web traffic (documented).
     */
    ApplicationData: {
      apps: components['schemas']['Names'];
      action: components['schemas']['BypassAction'];
    };
    /** @description Categories of destinations, by name. */
    CategoryData: {
      categories: components['schemas']['Names'];
    };
    /**
     * @description A host name, or `*.example.com`. Whether the latter covers `example.com` too has two answers from the vendor; it
     *     is no custom app domain, where this form is not supported.
     */
    ExceptionDomain: string;
    /** @description Host names of destinations; always bypassed. */
    DomainsData: {
      domains: components['schemas']['ExceptionDomain'][];
    };
    /**
     * @description A record type of DNS, or all of them. That each domain has a record type or all is documented; PTR is the only one
     *     that is named.
     * @enum {string}
     */
    DnsRecordType: 'all' | 'A' | 'AAAA' | 'CNAME' | 'HTTPS' | 'MX' | 'NS' | 'PTR' | 'SOA' | 'SRV' | 'SVCB' | 'TXT';
    /** @description A domain that is asked for; with PTR, an address. */
    DnsQuestion: {
      domain: components['schemas']['ExceptionDomain'];
      record_type: components['schemas']['DnsRecordType'];
    };
    /** @description Questions to DNS servers; always bypassed. */
    DnsData: {
      questions: components['schemas']['DnsQuestion'][];
    };
    /**
     * @description Network locations of destinations, by name; one that nobody made may be the vendor's own. In traffic mode "all" an exception of a custom configuration is void for
     *     non-web traffic (documented).
     */
    DestinationLocationData: {
      locations: components['schemas']['Names'];
      action: components['schemas']['BypassAction'];
      /** @description Treat the addresses like local ones. The option is documented, its spelling is not. */
      treat_like_local_ip: boolean;
    };
    /** @description Network locations of clients, by name; always bypassed. */
    SourceLocationData: {
      locations: components['schemas']['Names'];
    };
    /** @description A country, ISO 3166-1 alpha-2. How the vendor names countries in an API is not published. */
    CountryCode: string;
    /** @description Countries of clients; always bypassed. */
    SourceCountriesData: {
      countries: components['schemas']['CountryCode'][];
    };
    /**
     * @description Let the app's traffic pass the client unsteered, or drop it. The meaning is documented, REST v1 shows codes.
     * @enum {string}
     */
    Action: 'bypass' | 'block';
    /**
     * @description Let the app's traffic pass the client unsteered, drop it, or steer it and have it decrypted at the Netskope cloud.
     *     The meaning is documented; of the third since release 122.1 (controlled: Google Drive on Windows first, developer
     *     tools in 131). Its spelling here is made up; REST v1 shows codes.
     * @enum {string}
     */
    DesktopAction: 'bypass' | 'block' | 'steer_and_decrypt';
    /** @description What happens on a platform. */
    PlatformAction: {
      action: components['schemas']['Action'];
    };
    /**
     * @description What happens on a platform with advanced options, which are options of a bypass. With block none may be given
     *     (documented), nor with steer_and_decrypt (assumed).
     */
    DesktopPlatformAction: {
      action: components['schemas']['DesktopAction'];
      /** @description Bypass managed devices only; unmanaged ones are blocked. */
      managed_device?: boolean;
      /** @description Bypass inside the tunnel instead of directly. */
      tunnel?: boolean;
      /**
       * @description Device classifications, by name, to which a bypass of managed devices is limited; empty: any managed device.
       *     That one can name some is documented (release 126, 614741), how an API spells it is not. In an answer it
       *     stands beside managed_device true always.
       */
      device_classifications?: string[];
    } & (unknown & unknown);
    /** @description A domain, matched by suffix, or `*` for any host. `*.example.com` is not supported here. */
    CustomAppDomain: string;
    /** @description What a client writes of a certificate pinned app exception. */
    CertificatePinnedAppInput: {
      /** @description The id of the certificate pinned app; it must exist. */
      app_id: components['schemas']['Id'];
      /**
       * @description Custom App Domains, which limit a bypass to these hosts. The meaning is documented (feature "Enhanced
       *     Certificate Pinned App").
       * @default []
       */
      custom_app_domains?: components['schemas']['CustomAppDomain'][];
      windows?: components['schemas']['DesktopPlatformAction'];
      mac?: components['schemas']['DesktopPlatformAction'];
      /** @description The platform is documented, its spelling in an API is not. */
      linux?: components['schemas']['PlatformAction'];
      ios?: components['schemas']['PlatformAction'];
      android?: components['schemas']['PlatformAction'];
      /** @description The platform is documented, its spelling in an API is not. */
      chrome_os?: components['schemas']['PlatformAction'];
    };
    /** @description The data of a certificate pinned app exception. */
    CertificatePinnedApp: {
      /** @description The name of the app as it is now. */
      readonly app_name: string;
    } & WithRequired<components['schemas']['CertificatePinnedAppInput'], 'custom_app_domains'>;
    /** @description What a client writes of an exception. The type of an exception never changes (assumed). */
    SteeringExceptionInput: {
      type: components['schemas']['ExceptionType'];
      /**
       * @description Free text.
       * @default
       */
      notes?: string;
      /**
       * @description The location; null without location_based_steering.
       * @default null
       */
      location?: components['schemas']['Location'] | null;
      application?: components['schemas']['ApplicationData'];
      category?: components['schemas']['CategoryData'];
      certificate_pinned_app?: components['schemas']['CertificatePinnedAppInput'];
      destination_location?: components['schemas']['DestinationLocationData'];
      dns?: components['schemas']['DnsData'];
      domains?: components['schemas']['DomainsData'];
      source_countries?: components['schemas']['SourceCountriesData'];
      source_location?: components['schemas']['SourceLocationData'];
    } & (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
    /** @description A steering exception; of the eight keys for data it has the one that its type names. */
    SteeringException: {
      readonly id: components['schemas']['Id'];
      type: components['schemas']['ExceptionType'];
      /** @description Free text. */
      notes: string;
      /** @description The location; null without location_based_steering. */
      location: components['schemas']['Location'] | null;
      application?: components['schemas']['ApplicationData'];
      category?: components['schemas']['CategoryData'];
      certificate_pinned_app?: components['schemas']['CertificatePinnedApp'];
      destination_location?: components['schemas']['DestinationLocationData'];
      dns?: components['schemas']['DnsData'];
      domains?: components['schemas']['DomainsData'];
      source_countries?: components['schemas']['SourceCountriesData'];
      source_location?: components['schemas']['SourceLocationData'];
      readonly etag: components['schemas']['Etag'];
    };
    /** @description What every successful answer carries. */
    Answer: {
      /** @constant */
      status: 'success';
    };
    /** @description What every list carries. */
    ListAnswer: {
      /** @description How many objects there are, whatever the page. */
      total: number;
    };
    AppAnswer: {
      data: components['schemas']['App'];
    } & components['schemas']['Answer'];
    AppListAnswer: {
      data: components['schemas']['App'][];
    } & (components['schemas']['Answer'] & components['schemas']['ListAnswer']);
    NetworkLocationAnswer: {
      data: components['schemas']['NetworkLocation'];
    } & components['schemas']['Answer'];
    NetworkLocationListAnswer: {
      data: components['schemas']['NetworkLocation'][];
    } & (components['schemas']['Answer'] & components['schemas']['ListAnswer']);
    ConfigurationAnswer: {
      data: components['schemas']['Configuration'];
    } & components['schemas']['Answer'];
    ConfigurationListAnswer: {
      data: components['schemas']['Configuration'][];
    } & (components['schemas']['Answer'] & components['schemas']['ListAnswer']);
    NonStandardPortAnswer: {
      data: components['schemas']['NonStandardPort'];
    } & components['schemas']['Answer'];
    NonStandardPortListAnswer: {
      data: components['schemas']['NonStandardPort'][];
    } & (components['schemas']['Answer'] & components['schemas']['ListAnswer']);
    SteeringExceptionAnswer: {
      data: components['schemas']['SteeringException'];
    } & components['schemas']['Answer'];
    SteeringExceptionListAnswer: {
      data: components['schemas']['SteeringException'][];
    } & (components['schemas']['Answer'] & components['schemas']['ListAnswer']);
    DeletedAnswer: components['schemas']['Answer'];
    /** @description Why one field is refused. */
    FieldError: {
      /** @description The path of the field, as in `platforms.windows.processes[0]`; empty for the whole body. */
      field: string;
      message: string;
    };
    /** @description What every error carries. */
    ErrorBody: {
      /** @constant */
      status: 'error';
      /** @description What happened, in a sentence. */
      message: string;
      errors: components['schemas']['FieldError'][];
      /** @description The operation that is not implemented; only with 501. */
      operation_id?: string;
    };
    /** @description An error of REST v1. */
    ErrorBodyV1: {
      /** @constant */
      status: 'error';
      /** @description A text; the documentation shows "Authorization Error". The other texts are assumed. */
      errorCode?: string;
      /** @description A message for each error. */
      errors?: string[];
      /** @description A message, under the name that it has in answers without an error. */
      msg?: string;
    };
    TokenV1: {
      token: string;
    };
    ConfigurationListV1: {
      status: string;
      msg: string;
      data: components['schemas']['ConfigurationNameV1'][];
    };
    ConfigurationNameV1: {
      config_id: number;
      config_name: string;
    };
    /** @description The configurations in full. Exception ids, ports, groups, DNS exceptions and the regex flag of apps are not in it. */
    ConfigurationsV1: {
      status: string;
      msg: string;
      data: components['schemas']['ConfigurationV1'][];
    };
    /**
     * @description A configuration. Without location_based_steering it has traffic_type, steered_traffic and exceptions; with it, they
     *     move under on_prem and off_prem, which show no traffic_type in the samples.
     */
    ConfigurationV1: {
      /** @description The name. */
      steering_config: string;
      enabled: boolean;
      location_based_steering: boolean;
      /** @description Whether all or specific private apps are steered; which of the two is not shown. */
      private_apps_enabled: boolean;
      /** @description As text, "1" first. */
      priority: string;
      /** @description A word; only "web" is shown. The words for other modes are not shown anywhere public. */
      traffic_type?: string;
      steered_traffic?: components['schemas']['SteeredTrafficV1'];
      exceptions?: components['schemas']['ExceptionsV1'];
      on_prem?: components['schemas']['SideV1'];
      off_prem?: components['schemas']['SideV1'];
    };
    /** @description What holds on-premises, or off-premises, with dynamic steering. */
    SideV1: {
      /** @description In no sample. A tenant may show it here, as a configuration without dynamic steering does. */
      traffic_type?: string;
      steered_traffic: components['schemas']['SteeredTrafficV1'];
      exceptions: components['schemas']['ExceptionsV1'];
    };
    /** @description The cloud apps that are steered. */
    SteeredTrafficV1: {
      data: components['schemas']['SteeredAppV1'][];
      count: number;
    };
    /** @description A steered cloud app. All of it is text. */
    SteeredAppV1: {
      app_id?: string;
      app_name: string;
      disabled?: string;
      app_domains?: string;
      app_category?: string;
      modify_time?: string;
      app_cci?: string;
      app_ccl?: string;
    };
    /**
     * @description Exceptions by type. The samples leave out categories where cloud apps are steered, and applictions (spelled so) where
     *     web traffic is.
     */
    ExceptionsV1: {
      categories?: components['schemas']['CategoriesV1'];
      domains?: components['schemas']['DomainsV1'];
      src_netloc?: components['schemas']['SourceLocationsV1'];
      dst_netloc?: components['schemas']['DestinationLocationsV1'];
      countries?: components['schemas']['CountriesV1'];
      applictions?: components['schemas']['ApplicationsV1'];
      cert_pinned_apps?: components['schemas']['PinnedAppsV1'];
    };
    CategoriesV1: {
      data: components['schemas']['CategoryExceptionV1'][];
      count: number;
    };
    CategoryExceptionV1: {
      categories: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    DomainsV1: {
      data: components['schemas']['DomainExceptionV1'][];
      count: number;
    };
    DomainExceptionV1: {
      domains: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    SourceLocationsV1: {
      data: components['schemas']['SourceLocationExceptionV1'][];
      count: number;
    };
    SourceLocationExceptionV1: {
      src_netloc: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    DestinationLocationsV1: {
      data: components['schemas']['DestinationLocationExceptionV1'][];
      count: number;
    };
    /** @description Its action and "treat like local IP address" are not shown. */
    DestinationLocationExceptionV1: {
      dst_netloc: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    CountriesV1: {
      data: components['schemas']['CountryExceptionV1'][];
      count: number;
    };
    CountryExceptionV1: {
      /** @description By English name, as in "American Samoa". */
      countries: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    ApplicationsV1: {
      data: components['schemas']['ApplicationExceptionV1'][];
      count: number;
    };
    /** @description The samples show an empty list only. */
    ApplicationExceptionV1: {
      applications: string[];
      /** @description Null where there are none. */
      notes: string | null;
    };
    PinnedAppsV1: {
      data: components['schemas']['PinnedAppExceptionV1'][];
      count: number;
    };
    PinnedAppExceptionV1: {
      /** @description Null where there are none. */
      notes: string | null;
      app_name: string;
      /** @description True in all samples. */
      enabled: boolean;
      data: components['schemas']['PinnedAppV1'];
    };
    /** @description The app, and what happens on each of four platforms; linux and Chrome OS are not shown. */
    PinnedAppV1: {
      custom: boolean;
      appName: string;
      windows: components['schemas']['DesktopPlatformV1'];
      mac: components['schemas']['DesktopPlatformV1'];
      android: components['schemas']['MobilePlatformV1'];
      ios: components['schemas']['MobilePlatformV1'];
    };
    DesktopPlatformV1: {
      /**
       * @description A code; "1" is a bypass. The code for a block is not shown anywhere public.
       *     That of steer_and_decrypt is not shown either, and not made up here: for it, the code is left out (assumed).
       */
      action?: string;
      processes: string[];
      /** @description False in samples of platforms without a process (that it says whether the exception is for the platform is assumed). */
      enabled: boolean;
      managed_device: boolean;
      tunnel: boolean;
      /** @description Empty in all samples (that they are the custom app domains of a tunnelled bypass is assumed). */
      tunnel_domains: string[];
      /** @description Shown once, on a mac without processes. */
      domains?: string[];
    };
    MobilePlatformV1: {
      /** @description A code; "1" is a bypass. The code for a block is not shown anywhere public. */
      action: string;
      processes: string[];
      /** @description See windows and mac. */
      enabled: boolean;
      /** @description Domains of the app. */
      domains: string[];
    };
  };
  responses: {
    /** @description One certificate pinned app. */
    App: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AppAnswer'];
      };
    };
    /** @description A page of certificate pinned apps. */
    AppList: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['AppListAnswer'];
      };
    };
    /** @description One network location. */
    NetworkLocation: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['NetworkLocationAnswer'];
      };
    };
    /** @description A page of network locations. */
    NetworkLocationList: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['NetworkLocationListAnswer'];
      };
    };
    /** @description One steering configuration. */
    Configuration: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ConfigurationAnswer'];
      };
    };
    /** @description A page of steering configurations. */
    ConfigurationList: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ConfigurationListAnswer'];
      };
    };
    /** @description One non-standard port entry. */
    NonStandardPort: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['NonStandardPortAnswer'];
      };
    };
    /** @description A page of non-standard port entries. */
    NonStandardPortList: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['NonStandardPortListAnswer'];
      };
    };
    /** @description One steering exception. */
    Exception: {
      headers: {
        ETag: components['headers']['ETag'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['SteeringExceptionAnswer'];
      };
    };
    /** @description A page of steering exceptions. */
    ExceptionList: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['SteeringExceptionListAnswer'];
      };
    };
    /** @description The object is gone. */
    Deleted: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['DeletedAnswer'];
      };
    };
    /** @description All configurations by id and name. */
    ConfigurationListV1: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ConfigurationListV1'];
      };
    };
    /** @description Configurations with their exceptions. */
    ConfigurationsV1: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ConfigurationsV1'];
      };
    };
    /** @description A value is refused. The documentation lists no such status; the form is that of its errors. */
    InvalidV1: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBodyV1'];
      };
    };
    /** @description The token is missing, wrong or expired, or REST v1 is not allowed. The documentation calls it "Unauthorized". */
    ForbiddenV1: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBodyV1'];
      };
    };
    /** @description More than 24 requests in 5 seconds. */
    TooManyRequestsV1: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBodyV1'];
      };
    };
    /**
     * @description Any other error: 404, 500 and 503 are documented, and 302 as a redirect. A 200 whose `status` is "error" is an error
     *     too (a client of a third party expects it [community]).
     */
    FailureV1: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBodyV1'];
      };
    };
    /** @description A value is refused; `errors` names each field. */
    Invalid: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The token is missing or wrong. */
    Unauthorized: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The token's role does not reach this route, or the tenant lacks the licence (Inline CASB or SWG). */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description No such object. A missing route is 404 as well. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /**
     * @description The name is taken, it belongs to the vendor, another create is under way, or, where the tenant does not delete what uses an
     *     app or a network location together with it, it is in use (`errors` says by what).
     */
    Conflict: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The object has changed since the etag in If-Match was read. */
    PreconditionFailed: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The rate limit of the tenant is used up. */
    TooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Any other error; 501 when this implementation lacks the operation. */
    Failure: {
      headers: {
        'X-Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
  };
  parameters: {
    /** @description How many objects to answer at most. */
    limit: number;
    /** @description How many objects to skip, in creation order. */
    offset: number;
    /** @description Only apps whose app_name is exactly this. */
    filter: string;
    /** @description Only exceptions of this type. */
    exceptionType: components['schemas']['ExceptionType'];
    /** @description The object's own id. */
    id: components['schemas']['Id'];
    /** @description The id of the non-standard port entry. */
    rowId: components['schemas']['Id'];
    /** @description The id of the steering configuration; 0 is the default tenant configuration. */
    configId: number;
    /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
    ifMatch: string;
    /** @description The configuration with this id. */
    v1ConfigId: number;
    /** @description The configuration with this name. */
    v1Config: string;
    /** @description How many configurations to answer at most. */
    v1Limit: number;
    /** @description How many configurations to answer at most. The bound is that of the client that reads by GET [community]. */
    v1LimitOfGet: number;
    /** @description How many configurations to skip. */
    v1Skip: number;
  };
  requestBodies: {
    App: {
      content: {
        'application/json': components['schemas']['AppInput'];
      };
    };
    NetworkLocation: {
      content: {
        'application/json': components['schemas']['NetworkLocationInput'];
      };
    };
    Configuration: {
      content: {
        'application/json': components['schemas']['ConfigurationInput'];
      };
    };
    ConfigurationPatch: {
      content: {
        'application/json': components['schemas']['ConfigurationPatch'];
      };
    };
    NonStandardPort: {
      content: {
        'application/json': components['schemas']['NonStandardPortInput'];
      };
    };
    Exception: {
      content: {
        'application/json': components['schemas']['SteeringExceptionInput'];
      };
    };
    TokenV1: {
      content: {
        'application/json': components['schemas']['TokenV1'];
      };
    };
  };
  headers: {
    /** @description The etag of the object in the answer, quoted. */
    ETag: string;
    /** @description Names this request in the tenant's own records. */
    RequestId: string;
    /** @description Seconds, or an HTTP date, to wait before the next request. */
    RetryAfter: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listCertificatePinnedApps: {
    parameters: {
      query?: {
        /** @description How many objects to answer at most. */
        limit?: components['parameters']['limit'];
        /** @description How many objects to skip, in creation order. */
        offset?: components['parameters']['offset'];
        /** @description Only apps whose app_name is exactly this. */
        filter?: components['parameters']['filter'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['AppList'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  createCertificatePinnedApp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['App'];
    responses: {
      201: components['responses']['App'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  getCertificatePinnedApp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['App'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  updateCertificatePinnedApp: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['App'];
    responses: {
      200: components['responses']['App'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  deleteCertificatePinnedApp: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Deleted'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  listNetworkLocations: {
    parameters: {
      query?: {
        /** @description How many objects to answer at most. */
        limit?: components['parameters']['limit'];
        /** @description How many objects to skip, in creation order. */
        offset?: components['parameters']['offset'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['NetworkLocationList'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  createNetworkLocation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['NetworkLocation'];
    responses: {
      201: components['responses']['NetworkLocation'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  getNetworkLocation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['NetworkLocation'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  updateNetworkLocation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['NetworkLocation'];
    responses: {
      200: components['responses']['NetworkLocation'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  deleteNetworkLocation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Deleted'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  listConfigurations: {
    parameters: {
      query?: {
        /** @description How many objects to answer at most. */
        limit?: components['parameters']['limit'];
        /** @description How many objects to skip, in creation order. */
        offset?: components['parameters']['offset'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ConfigurationList'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  createConfiguration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['Configuration'];
    responses: {
      201: components['responses']['Configuration'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  getConfiguration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Configuration'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  deleteConfiguration: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Deleted'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  updateConfiguration: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['ConfigurationPatch'];
    responses: {
      200: components['responses']['Configuration'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  listNonStandardPorts: {
    parameters: {
      query?: {
        /** @description How many objects to answer at most. */
        limit?: components['parameters']['limit'];
        /** @description How many objects to skip, in creation order. */
        offset?: components['parameters']['offset'];
      };
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['NonStandardPortList'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  createNonStandardPort: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['NonStandardPort'];
    responses: {
      201: components['responses']['NonStandardPort'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  getNonStandardPort: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The id of the non-standard port entry. */
        row_id: components['parameters']['rowId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['NonStandardPort'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  updateNonStandardPort: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The id of the non-standard port entry. */
        row_id: components['parameters']['rowId'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['NonStandardPort'];
    responses: {
      200: components['responses']['NonStandardPort'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  deleteNonStandardPort: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The id of the non-standard port entry. */
        row_id: components['parameters']['rowId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Deleted'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  listExceptions: {
    parameters: {
      query?: {
        /** @description How many objects to answer at most. */
        limit?: components['parameters']['limit'];
        /** @description How many objects to skip, in creation order. */
        offset?: components['parameters']['offset'];
        /** @description Only exceptions of this type. */
        type?: components['parameters']['exceptionType'];
      };
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ExceptionList'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  createException: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['Exception'];
    responses: {
      201: components['responses']['Exception'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  getException: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Exception'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  updateException: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: components['requestBodies']['Exception'];
    responses: {
      200: components['responses']['Exception'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  deleteException: {
    parameters: {
      query?: never;
      header?: {
        /** @description The etag the object must still have, else 412. Quoted as RFC 9110 says, or bare; `*` matches any existing object. */
        'If-Match'?: components['parameters']['ifMatch'];
      };
      path: {
        /** @description The id of the steering configuration; 0 is the default tenant configuration. */
        config_id: components['parameters']['configId'];
        /** @description The object's own id. */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Deleted'];
      400: components['responses']['Invalid'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      412: components['responses']['PreconditionFailed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Failure'];
    };
  };
  listConfigurationsV1: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ConfigurationListV1'];
      400: components['responses']['InvalidV1'];
      403: components['responses']['ForbiddenV1'];
      429: components['responses']['TooManyRequestsV1'];
      default: components['responses']['FailureV1'];
    };
  };
  getConfigurationsV1: {
    parameters: {
      query?: {
        /** @description The configuration with this id. */
        config_id?: components['parameters']['v1ConfigId'];
        /** @description The configuration with this name. */
        config?: components['parameters']['v1Config'];
        /** @description How many configurations to answer at most. The bound is that of the client that reads by GET [community]. */
        limit?: components['parameters']['v1LimitOfGet'];
        /** @description How many configurations to skip. */
        skip?: components['parameters']['v1Skip'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['ConfigurationsV1'];
      400: components['responses']['InvalidV1'];
      403: components['responses']['ForbiddenV1'];
      429: components['responses']['TooManyRequestsV1'];
      default: components['responses']['FailureV1'];
    };
  };
  readConfigurationsV1: {
    parameters: {
      query?: {
        /** @description The configuration with this id. */
        config_id?: components['parameters']['v1ConfigId'];
        /** @description The configuration with this name. */
        config?: components['parameters']['v1Config'];
        /** @description How many configurations to answer at most. */
        limit?: components['parameters']['v1Limit'];
        /** @description How many configurations to skip. */
        skip?: components['parameters']['v1Skip'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['TokenV1'];
    responses: {
      200: components['responses']['ConfigurationsV1'];
      400: components['responses']['InvalidV1'];
      403: components['responses']['ForbiddenV1'];
      429: components['responses']['TooManyRequestsV1'];
      default: components['responses']['FailureV1'];
    };
  };
}
type WithRequired<T, K extends keyof T> = T & {
  [P in K]-?: T[P];
};
