/** A data folder that no tenant can start on. The message says which, and why. */
export class UnusableData extends Error {
  constructor(folder: string, reason: string, cause?: unknown) {
    super(`the data folder ${folder} cannot be used: ${reason}.`, { cause });
    this.name = 'UnusableData';
  }
}
