/** Pictures in a PDF as they are: a JPEG, or the compressed rows of a PNG. */
import type { PdfFile, Ref } from './file.ts';

/** A picture that `pressImage` took. */
export interface PressImage {
  /** Entries of its dictionary beside its length. */
  readonly entries: string;
  readonly bytes: Uint8Array;
}

/** Colour spaces by the number of colours of a JPEG, and the colour types of a PNG. */
const jpegColours: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };
const pngColours: Readonly<Record<number, { readonly space: string; readonly colors: number }>> = {
  0: { space: '/DeviceGray', colors: 1 },
  2: { space: '/DeviceRGB', colors: 3 },
};

/** A JPEG, or a PNG in grey or colours that is not transparent, interlaced or of a palette; undefined for anything else. */
export function pressImage(bytes: Uint8Array): PressImage | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return data.length < 32 ? undefined : data.readUInt16BE(0) === 0xffd8 ? jpegOf(data) : pngOf(data);
}

export function imageObject(file: PdfFile, { entries, bytes }: PressImage): Ref {
  return file.packedStream(bytes, `/Type/XObject/Subtype/Image${entries}`);
}

/** Frames whose head gives the size, except those of tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegOf(data: Buffer): PressImage | undefined {
  for (let at = 2; at + 10 < data.length; ) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] as number;
    if (isFrame(marker)) {
      const [depth, height, width, colours] = [
        data[at + 4],
        data.readUInt16BE(at + 5),
        data.readUInt16BE(at + 7),
        data[at + 9],
      ];
      const space = jpegColours[colours as number];
      if (space === undefined || depth !== 8) return undefined;
      // Cameras and drawing programs write the four colours of print inverted.
      const decode = colours === 4 ? '/Decode[1 0 1 0 1 0 1 0]' : '';
      return {
        entries: `${sizeOf(width, height)}/ColorSpace${space}/BitsPerComponent 8${decode}/Filter/DCTDecode`,
        bytes: data,
      };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}

const pngSignature = 0x89504e47;

function pngOf(data: Buffer): PressImage | undefined {
  if (data.readUInt32BE(0) !== pngSignature) return undefined;
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth = 0, type = -1, , , interlaced] = data.subarray(24, 29);
  const colour = pngColours[type];
  if (colour === undefined || interlaced !== 0) return undefined;
  const rows: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    const chunk = data.toString('latin1', at + 4, at + 8);
    if (chunk === 'tRNS' || at + 12 + length > data.length) return undefined;
    if (chunk === 'IDAT') rows.push(data.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const predictor = `/DecodeParms<</Predictor 15/Colors ${colour.colors}/BitsPerComponent ${depth}/Columns ${width}>>`;
  return {
    entries: `${sizeOf(width, height)}/ColorSpace${colour.space}/BitsPerComponent ${depth}/Filter/FlateDecode${predictor}`,
    bytes: Buffer.concat(rows),
  };
}

function sizeOf(width: number, height: number): string {
  return `/Width ${width}/Height ${height}`;
}
