/** How answers leave: no faster than the client takes them (RFC 9113 section 5.2) and reads them. */
import type { FrameWriter } from './frame-writer';
import { Flag, FrameType, MAX_FRAME_BYTES } from './frames';
import { changedWindow, DEFAULT_WINDOW_BYTES } from './settings';
import type { Reply, ServerStream, Streams } from './streams';

export class Answers {
  /** The bytes that the client takes at present over all streams. */
  private window = DEFAULT_WINDOW_BYTES;
  /** The bytes that the client takes on a new stream. */
  private initialWindow = DEFAULT_WINDOW_BYTES;

  constructor(
    private readonly writer: FrameWriter,
    private readonly streams: Streams,
    private readonly onAnswered: (stream: ServerStream) => void,
  ) {}

  get windowOfNewStreams(): number {
    return this.initialWindow;
  }

  begin(stream: ServerStream, { headers, body, trailers }: Reply): void {
    const isAll = body === undefined || trailers === undefined;
    this.writer.headers(stream.id, headers, isAll ? Flag.END_STREAM : 0);
    if (isAll) return this.onAnswered(stream);
    // An empty part would wait for a window that nobody needs to open.
    stream.unsent = { body: body.filter(({ length }) => length > 0), trailers };
    this.send(stream);
  }

  /** Goes on with all answers that wait. */
  sendAll(): void {
    for (const stream of [...this.streams]) this.send(stream);
  }

  /** Notes that the client takes more over all streams. */
  grow(bytes: number): void {
    this.window = changedWindow(this.window, bytes);
    this.sendAll();
  }

  growStream(stream: ServerStream, bytes: number): void {
    stream.window = changedWindow(stream.window, bytes, stream.id);
    this.send(stream);
  }

  /**
   * Sets the bytes that the client takes on a stream. The change also counts for open streams, whose window may then be
   * below zero. RFC 9113 section 6.9.2
   */
  setInitialWindow(bytes: number): void {
    for (const stream of this.streams) stream.window = changedWindow(stream.window, bytes - this.initialWindow);
    this.initialWindow = bytes;
  }

  /** Sends what the client takes, in frames of a size that every client takes. */
  private send(stream: ServerStream): void {
    const { id, unsent } = stream;
    if (unsent === undefined) return;
    while (!this.writer.isFull) {
      const parts = takeBytes(unsent.body, Math.min(MAX_FRAME_BYTES, this.window, stream.window));
      if (parts.length === 0) break;
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      this.window -= length;
      stream.window -= length;
      this.writer.write(FrameType.DATA, 0, id, ...parts);
    }
    if (unsent.body.length > 0) return;
    this.writer.headers(id, unsent.trailers, Flag.END_STREAM);
    this.onAnswered(stream);
  }
}

/** Takes up to `limit` bytes from the front of `parts`. */
function takeBytes(parts: Uint8Array[], limit: number): Uint8Array[] {
  const taken: Uint8Array[] = [];
  let left = limit;
  for (let part = parts[0]; part !== undefined && left > 0; part = parts[0]) {
    if (part.length <= left) parts.shift();
    else parts[0] = part.subarray(left);
    taken.push(part.subarray(0, left));
    left -= Math.min(part.length, left);
  }
  return taken;
}
