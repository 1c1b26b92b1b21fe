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
        Object.fromEntries(Object.entries(all).map(([label, [body]]) => [label, asInJson(body ?? {})])),
      ]),
    );
  return modelFromStack({ resource: blocks('resource'), data: blocks('data') });
}

type Blocks = Readonly<Record<string, Readonly<Record<string, readonly object[]>>>>;

/** Writes dependencies as Terraform's JSON syntax does: the converter makes templates of them, which they are not. */
function asInJson(body: { readonly depends_on?: readonly string[] }): object {
  if (body.depends_on === undefined) return body;
  return { ...body, depends_on: body.depends_on.map((one) => one.replace(/^\$\{(.*)\}$/, '$1')) };
}
