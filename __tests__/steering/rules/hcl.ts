/** Models of configurations in HCL, as administrators write them. */
import { parse } from '@cdktf/hcl2json';
import { modelFromStack, type Model } from '../../../steering';

/** Reads a configuration as a stack that is not planned yet. The blocks of terraform itself are left out. */
export async function modelOfHcl(text: string): Promise<Model> {
  const read = (await parse('main.tf', text)) as Readonly<Record<string, Blocks>>;
  const blocks = (name: string) =>
    Object.fromEntries(
      Object.entries(read[name] ?? {}).map(([type, all]) => [
        type,
        Object.fromEntries(Object.entries(all).map(([label, [body]]) => [label, withAddresses(body ?? {})])),
      ]),
    );
  return modelFromStack({ resource: blocks('resource'), data: blocks('data') });
}

/** In JSON syntax, addresses of what a block depends on are no templates. */
function withAddresses(body: object): object {
  if (!('depends_on' in body) || !Array.isArray(body.depends_on)) return body;
  return { ...body, depends_on: body.depends_on.map((one) => String(one).replace(/^\$\{(.*)\}$/, '$1')) };
}

type Blocks = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;
