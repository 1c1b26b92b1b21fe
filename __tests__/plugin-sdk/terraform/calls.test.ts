/** The calls that the real terraform makes of a provider with one of everything. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { words } from '../support/words/provider';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'words-'))));
afterEach(() => rm(folder, { recursive: true }));

it('a life of a word, of which a data source tells, and a function shouts', async () => {
  const file = join(folder, 'words.json');
  await writeFile(file, '{}');
  const word = (name: string, tag: string) => `resource "words_word" "it" {
  name = "${name}"
  tags = ["${tag}"]
  uses = [{ where = "book", page = 1 }]
}
data "words_word" "it" {
  name = words_word.it.name
}
output "said" {
  value = provider::words::shout(data.words_word.it.name, 1, 2).said
}
`;
  const [IT, DATA] = ['words_word.it', 'data.words_word.it'];
  await testTerraform(
    words,
    [
      { config: word('Fox', 'red'), plan: { [IT]: 'create', [DATA]: 'read' }, outputs: { said: 'FOX!!!' } },
      { config: word('FOX', 'RED'), plan: {}, state: { [IT]: { name: 'Fox', tags: ['red'] } } },
      { importing: { address: IT, id: 'fox', ignore: ['name', 'tags', 'uses'] } },
      {
        config: word('fox', 'blue'),
        plan: { [IT]: 'update', [DATA]: 'read' },
        planned: { [IT]: { uses: [{ id: /^book/i }] } },
      },
      { config: word('dog', 'blue'), plan: { [IT]: 'replace', [DATA]: 'read' } },
      { config: 'output "said" {\n  value = provider::words::shout("fox", 10)\n}\n', error: /Too loud\.(?!\.)/ },
    ],
    { settings: `file = ${JSON.stringify(file)}` },
  );
});
