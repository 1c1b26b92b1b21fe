/** Stands in for what the provider's bundle leaves out of axios. */
export default class LeftOut {
  constructor() {
    throw new Error('left out of this bundle');
  }
}
