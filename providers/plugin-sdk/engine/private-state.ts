/** How private state becomes bytes: they are a JSON object of the author's values. */
import type { PrivateState } from './resource';

export class StoredPrivateState implements PrivateState {
  /** The values as JSON. One that JSON cannot hold thus fails where it is set, not after the object was changed. */
  private values: Map<string, string> | undefined;

  /** @param stored the bytes, which are only read when somebody asks for a value: most operations do not */
  constructor(private readonly stored: Uint8Array = new Uint8Array()) {}

  get(key: string): unknown {
    const text = this.read().get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) as string | undefined;
    if (text === undefined) this.read().delete(key);
    else this.read().set(key, text);
  }

  /** Reads and removes a value. Where there is none, nothing is parsed. */
  take(key: string): unknown {
    if (this.values === undefined && !Buffer.from(this.stored).includes(JSON.stringify(key))) return undefined;
    const value = this.get(key);
    this.set(key, undefined);
    return value;
  }

  bytes(): Uint8Array {
    if (this.values === undefined) return this.stored;
    if (this.values.size === 0) return new Uint8Array();
    return Buffer.from(`{${[...this.values].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join()}}`);
  }

  private read(): Map<string, string> {
    return (this.values ??= new Map(
      Object.entries(parse(this.stored)).map(([key, value]) => [key, JSON.stringify(value)]),
    ));
  }
}

/**
 * Reads the bytes. Those of another form, as an older provider may have left, count as none: private state is never
 * relied upon.
 */
function parse(bytes: Uint8Array): object {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
