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
        Object.fromEntries(Object.entries(all).map(([label, [body]]) => [label, body ?? {}])),
      ]),
    );
  return modelFromStack({ resource: blocks('resource'), data: blocks('data') });
}

type Blocks = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;
