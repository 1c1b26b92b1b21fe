// The smallest plugin, bundled and started as a process of its own by serve.test.ts.
import { readFile } from 'node:fs';
import { log } from '../../../providers/plugin-sdk/wire/log';
import { serve } from '../../../providers/plugin-sdk/wire/serve';

serve({
  providerName: 'terraform-provider-fixture',
  load: async () => ({
    '/test/Echo': async (request) => {
      log.info('echo', { bytes: request.length });
      return request;
    },
    '/test/Large': async () => new Uint8Array(4 * 1024 * 1024),
    '/test/Hang': () => new Promise(() => undefined),
    // A thread waits for ever for somebody who writes to the pipe that the request names.
    '/test/Block': (request) => new Promise(() => readFile(Buffer.from(request), () => undefined)),
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
