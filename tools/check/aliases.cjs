// Where the names of this repository's packages lead, for dependency-cruiser, which takes aliases in the form of webpack's
// configuration only: to their sources, as tsconfig.json says, so that the rules of the rooms hold for imports by name too.
const { join } = require('node:path');
const { paths } = require('../../tsconfig.json').compilerOptions;

const ROOT = join(__dirname, '../..');

module.exports = {
  resolve: {
    // The dollar sign ends the name: what is below it, such as terraform-plugin-sdk-ts/engine/plan, has no alias.
    alias: Object.fromEntries(Object.entries(paths).map(([name, [source]]) => [`${name}$`, join(ROOT, source)])),
  },
};
