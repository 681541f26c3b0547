/** The bytes of an XML part in the making. */
import { escaped } from './xml.ts';

export interface Ink {
  /** Bytes as they are. */
  raw(bytes: Uint8Array): void;
  /** Text of an element, escaped. */
  text(text: string): void;
  /** How many bytes there are since they were last taken. */
  readonly length: number;
  /** Some of them, as they stand until more are written. */
  part(from: number, to: number): Buffer;
  /** The bytes since they were last taken; they are written over once others have been taken. */
  take(): Uint8Array;
}

/** @param size bytes to begin with */
export function createInk(size: number): Ink {
  let bytes = Buffer.allocUnsafeSlow(size);
  let taken = Buffer.allocUnsafeSlow(0);
  let length = 0;

  function room(more: number): void {
    if (length + more <= bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, length + more));
    bytes.copy(wider, 0, 0, length);
    bytes = wider;
  }

  return {
    raw(more) {
      room(more.length);
      bytes.set(more, length);
      length += more.length;
    },
    text(text) {
      const xml = escaped(text);
      room(xml.length * mostBytes);
      length += bytes.write(xml, length, 'utf8');
    },
    get length() {
      return length;
    },
    part(from, to) {
      return bytes.subarray(from, to);
    },
    take() {
      const all = bytes.subarray(0, length);
      [bytes, taken] = [taken.length === 0 ? Buffer.allocUnsafeSlow(bytes.length) : taken, bytes];
      length = 0;
      return all;
    },
  };
}

/** That a UTF-16 code unit takes in UTF-8. */
const mostBytes = 3;
