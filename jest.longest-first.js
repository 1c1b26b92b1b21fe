const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * What runs first: files that take minutes, because they wait for a tenant, decide at random for long, or run terraform
 * a hundred times; then those that pack a package, one of which must not run beside another.
 */
const ORDER = [
  /__tests__\/(faults\/(reads|writes)|steering\/(compare\/compare|decide\/decide)-(random|brute-force)|acceptance\/kills\/|system\/reviews)/,
  /__tests__\/system\/.*package/,
];

/**
 * Begins with the files that take longest, so that no worker is left alone with one of them at the end. On a clean
 * checkout jest knows no durations, and begins with the largest files instead: that took three minutes more.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = ORDER.findIndex((pattern) => pattern.test(path));
      return found < 0 ? ORDER.length : found;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
