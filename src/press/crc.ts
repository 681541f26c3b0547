/** The CRC-32 of bytes that are known in parts. */

// A CRC is a polynomial over the bits 0 and 1, modulo a fixed one; the highest bit of a number is that of x to the 0.

const polynomial = 0xedb88320;

/** That of bytes of which the first part has this one. */
export function joinedCrc(crc: number, rest: { readonly crc: number; readonly size: number }): number {
  return (times(crc, power(rest.size * 8)) ^ rest.crc) >>> 0;
}

/** The product of two polynomials. */
function times(one: number, other: number): number {
  let product = 0;
  let shifted = other;
  for (let bit = 31; bit >= 0; bit--) {
    if ((one >>> bit) & 1) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return product;
}

/** x to the power of so much. */
function power(exponent: number): number {
  let result = 1 << 31;
  let square = 1 << 30;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}
