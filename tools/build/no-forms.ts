/**
 * Stands in for the package form-data in the provider's bundle. axios loads it at its start, and with it a database of MIME
 * types, 10 ms of every command; the provider sends JSON only.
 */
export default class NoForms {
  constructor() {
    throw new Error('forms are left out of this bundle');
  }
}
