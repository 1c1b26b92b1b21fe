/** Blocks of every kind, with the real terraform. */
import { attribute, block } from 'terraform-plugin-sdk-ts';
import { testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { memoryProvider } from '../support/memory-provider';

const description = 'd';
const text = attribute.string({ description, optional: true });
const made = attribute.string({ description, computed: true });
const attributes = {
  one: block.single({ text, made, inner: block.list({ text }, { description }) }, { description }),
  always: block.group({ text, made }, { description }),
  rows: block.list({ text, made }, { description, max: 2 }),
  tags: block.set({ key: attribute.string({ description, required: true }), made }, { description }),
  named: block.map({ text, made }, { description }),
};

const thing = (body: string) => `resource "memory_thing" "it" {\n${body}\n}\n`;
const ALL = thing(`
  one {
    text = "a"
    inner { text = "b" }
    inner { text = "c" }
  }
  always { text = "d" }
  rows { text = "e" }
  rows {}
  tags { key = "f" }
  tags { key = "g" }
  named "x" { text = "h" }
  named "y" {}
`);

it('blocks are written, planned, stored and changed; where there is none they are empty', async () => {
  const made = /^made-/;
  await testTerraform(memoryProvider(attributes).provider, [
    {
      config: thing(''),
      state: { 'memory_thing.it': { one: null, always: { text: null, made }, rows: [], tags: [], named: {} } },
    },
    {
      config: ALL,
      plan: { 'memory_thing.it': 'update' },
      state: {
        'memory_thing.it': {
          one: { text: 'a', made, inner: [{ text: 'b' }, { text: 'c' }] },
          always: { text: 'd', made },
          rows: [
            { text: 'e', made },
            { text: null, made },
          ],
          tags: [
            { key: 'f', made },
            { key: 'g', made },
          ],
          named: { x: { text: 'h', made }, y: { text: null, made } },
        },
      },
    },
    { importing: { address: 'memory_thing.it' } },
    { config: thing('rows {}\nrows {}\nrows {}'), error: /No more than 2 "rows" blocks are allowed/ },
    {
      config: `
        resource "terraform_data" "rows" { input = ["r", "s"] }
        ${thing('dynamic "rows" {\n for_each = terraform_data.rows.output\n content { text = rows.value }\n}')}`,
      state: { 'memory_thing.it': { one: null, rows: [{ text: 'r' }, { text: 's' }], tags: [] } },
    },
  ]);
});
