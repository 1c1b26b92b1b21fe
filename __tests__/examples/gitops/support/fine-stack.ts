/** A stack as synth writes it, in which everything is allowed. */

/** Any: tests write into it what nobody should. */
export type Stack = ReturnType<typeof JSON.parse>;

const SOURCE = 'terraform.local/community/netskopesteering';
export const FINE: Stack = {
  '//': { metadata: { stackName: 'emea', overrides: { file: ['${file("/etc/passwd")}'] } } },
  import: [{ id: '0', to: 'netskopesteering_default_configuration.d' }],
  provider: { netskopesteering: [{}] },
  resource: {
    netskopesteering_default_configuration: {
      d: {
        '//': { metadata: { path: 'emea/D' } },
        lifecycle: {
          postcondition: [
            {
              condition: '${contains(["web"], self.traffic_mode)}',
              error_message: 'Look at it (in "${lookup({"web" = "file (a)"}, self.traffic_mode, "x")}"), see file(x).',
            },
          ],
        },
      },
    },
  },
  data: { netskopesteering_configuration: { c: { name: 'VIP' } } },
  output: { o: { value: '$${file("x")}' } },
  terraform: {
    backend: { pg: { schema_name: 'netskope_steering_emea' } },
    required_providers: { netskopesteering: { source: SOURCE, version: '0.1.0' } },
  },
};
/** The plan of such a stack. */
export const PLAN: Stack = {
  configuration: {
    provider_config: { netskopesteering: { name: 'netskopesteering', full_name: SOURCE } },
    root_module: { resources: [{ mode: 'managed', type: 'netskopesteering_domain_exception' }] },
  },
  resource_changes: [{ mode: 'managed', type: 'netskopesteering_domain_exception' }],
};
