const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take minutes: they wait for a tenant, or decide at random for long. */
const LONGEST = /__tests__\/(faults\/(reads|writes)|steering\/compare\/compare-random|acceptance\/kills\/)/;

/**
 * Begins with the files that take longest, so that no worker is left alone with one of them at the end. On a clean
 * checkout jest knows no durations, and begins with the largest files instead: that took three minutes more.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONGEST.test(path);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
