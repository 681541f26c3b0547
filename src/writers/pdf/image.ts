/** The user's pictures in a PDF, those that are transparent too. */
import type { SealImage } from '../../case/types.ts';
import type { PdfFile, Ref } from '../../press/pdf/file.ts';
import { imageObject, pressImage } from '../../press/pdf/image.ts';

/** Writes a picture into the file: as it is where PDF knows its kind, else by its pixels. */
export async function imageIn(file: PdfFile, { bytes }: SealImage): Promise<Ref> {
  const known = pressImage(bytes);
  if (known !== undefined) return imageObject(file, known);
  const { width, height, colours, opacity } = await pixelsOf(bytes);
  const entries = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`;
  const mask = file.stream(opacity, `${entries}/ColorSpace/DeviceGray`);
  return file.stream(colours, `${entries}/ColorSpace/DeviceRGB/SMask ${mask} 0 R`);
}

/** Three bytes of colour and one of opacity for each pixel, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly colours: Uint8Array;
  readonly opacity: Uint8Array;
}

async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
  // Most documents have no picture, and do without the library.
  const { PNG } = await import('pngjs');
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const count = width * height;
  const colours = new Uint8Array(3 * count);
  const opacity = new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel++) {
    colours.set(data.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
    opacity[pixel] = data[4 * pixel + 3] as number;
  }
  return { width, height, colours, opacity };
}
