import { Writable } from 'node:stream';

/** What was written to a stream, as text. */
export class Written extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
