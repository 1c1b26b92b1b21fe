/** Private state as bytes: a JSON object of the author's values. */
import type { PrivateState } from './resource';

export class StoredPrivateState implements PrivateState {
  private readonly values: Map<string, unknown>;

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.values = new Map(Object.entries(parse(bytes)));
  }

  get(key: string): unknown {
    return this.values.get(key);
  }

  set(key: string, value: unknown): void {
    this.values.set(key, value);
  }

  bytes(): Uint8Array {
    if (this.values.size === 0) return new Uint8Array();
    return Buffer.from(JSON.stringify(Object.fromEntries(this.values)));
  }
}

/** Bytes of another form (an older provider's) are as good as none: private state is never relied upon. */
function parse(bytes: Uint8Array): object {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
