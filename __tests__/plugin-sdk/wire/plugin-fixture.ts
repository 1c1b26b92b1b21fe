// The smallest plugin, bundled and started as a process of its own by serve.test.ts.
import { log } from '../../../providers/plugin-sdk/wire/log';
import { serve } from '../../../providers/plugin-sdk/wire/serve';

serve({
  providerName: 'terraform-provider-fixture',
  load: async () => ({
    '/test/Echo': async (request) => {
      log.info('echo', { bytes: request.length });
      return request;
    },
    '/test/Hang': () => new Promise(() => undefined),
    '/test/Crash': async () => {
      setImmediate(() => {
        throw new TypeError('nobody caught this');
      });
      return new Uint8Array();
    },
    '/test/Reject': async () => {
      void Promise.reject(new TypeError('nobody awaited this'));
      return new Uint8Array();
    },
  }),
});
