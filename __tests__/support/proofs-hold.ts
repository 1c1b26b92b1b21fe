/** A test of the plugin SDK that says which calls it proves (`@terraform`, `@wire`) must make them; it fails otherwise. */
import { readFileSync } from 'node:fs';
import type { Proof } from '../../tools/generate/protocol/read-proofs';

const { testPath = '' } = expect.getState();
const text = testPath.includes('/plugin-sdk/') ? readFileSync(testPath, 'utf8') : '';
if (/@(terraform|wire)\b/.test(text)) watch();

function watch(): void {
  const made = new Map<string, Set<string>>();
  let proofs: readonly Proof[] = [];
  let now = new Set<string>();

  beforeAll(async () => {
    const { readProofs } = await import('../../tools/generate/protocol/read-proofs');
    proofs = readProofs(testPath, text);
    const { GrpcCall } = await import('../../providers/plugin-sdk/wire/grpc-call');
    const { end } = GrpcCall.prototype;
    GrpcCall.prototype.end = function () {
      const { path } = this as unknown as { readonly path: string };
      now.add(path.slice(path.lastIndexOf('/') + 1));
      end.call(this);
    };
  });
  beforeEach(() => {
    now = new Set();
    made.set(expect.getState().currentTestName ?? '', now);
  });
  afterAll(() => expect(unmadeCalls(proofs, made)).toEqual([]));
}

/** What proofs say of the tests that ran and is not so. `made`: the calls that were made, by test. */
export function unmadeCalls(proofs: readonly Proof[], made: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return proofs.flatMap(({ name, proves }) => {
    const pattern = new RegExp(`^${name.split('…').map(escape).join('[^]*')}$`);
    const ran = [...made].filter(([test]) => pattern.test(test)).map(([, calls]) => calls);
    // Features are words; calls are names in CamelCase.
    const calls = ran.length === 0 ? [] : proves.filter((one) => /^[A-Z][a-z]+[A-Z]\w+$/.test(one));
    const unmade = calls.filter((call) => !ran.some((of) => of.has(call)));
    return unmade.map((call) => `"${name}" does not make the call ${call}`);
  });
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
