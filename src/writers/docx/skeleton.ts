/** All of a DOCX but its blocks, made by the package: once for all documents that are alike but for these. */
import { Document, Packer } from 'docx';
import type { PageName } from '../../document/types.ts';
import { kept, recent } from '../../layout/kept.ts';
import { createInk } from '../../press/docx/ink.ts';
import { type Parts, unpack } from '../zip.ts';
import { gap, gapXml, writePieces } from './body.ts';
import { fixedParts, hasDashes } from './part.ts';
import { type Piece, wordBlock } from './piece.ts';
import { imprintOptions, type SectionPlace, sectionOptions } from './section.ts';

/** A section with its blocks. */
export interface SetSection {
  readonly place: SectionPlace | { readonly imprint: PageName };
  readonly pieces: readonly Piece[];
}

/** What the package gets of a section's blocks: one that it has to see, or a gap for others in a row. */
type Stretch = { readonly seen: Piece } | { readonly unseen: readonly Piece[] };

const bodyPath = 'word/document.xml';

/** The parts of a document by path; in place of its own styles and properties the package's. */
export async function packageParts(page: PageName, sections: readonly SetSection[]): Promise<Parts> {
  const stretches = sections.map(({ pieces }, index) => stretchesOf(pieces, index === sections.length - 1));
  const make = () => makeSkeleton(page, sections, stretches);
  const alike = stretches.flat().every((one) => 'unseen' in one);
  const key = () => JSON.stringify([page, sections.map(({ place }) => place), stretches.map(({ length }) => length)]);
  const skeleton = await (alike ? kept(skeletons, key(), make) : make());
  return new Map([...skeleton, [bodyPath, filled(skeleton.get(bodyPath) as Uint8Array, stretches.flat())]]);
}

const skeletons = recent<Promise<Parts>>(100);

async function makeSkeleton(
  page: PageName,
  sections: readonly SetSection[],
  stretches: readonly (readonly Stretch[])[],
): Promise<Parts> {
  const document = new Document({
    sections: sections.map(({ place }, index) => ({
      ...('imprint' in place ? imprintOptions(place.imprint) : sectionOptions(place)),
      children: (stretches[index] ?? []).map((one) => ('seen' in one ? wordBlock(one.seen) : gap())),
    })),
    evenAndOddHeaderAndFooters: hasDashes(page),
  });
  return unpack(await Packer.pack(document, 'uint8array', undefined, fixedParts(page)));
}

/** The package keeps the files of pictures, and tells the last block of a section but the last where this ends. */
function stretchesOf(pieces: readonly Piece[], last: boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let unseen: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const pictured = piece.type === 'paragraph' && piece.of.pictures.length > 0;
    if (pictured || (!last && index === pieces.length - 1)) {
      stretches.push({ seen: piece });
      unseen = [];
    } else {
      if (unseen.length === 0) stretches.push({ unseen });
      unseen.push(piece);
    }
  }
  return stretches;
}

function filled(body: Uint8Array, stretches: readonly Stretch[]): Uint8Array {
  const [head = '', ...parts] = Buffer.from(body).toString('utf8').split(gapXml);
  const ink = createInk(1 << 16);
  ink.raw(Buffer.from(head));
  for (const [index, pieces] of stretches.flatMap((one) => ('unseen' in one ? [one.unseen] : [])).entries()) {
    writePieces(pieces, ink);
    ink.raw(Buffer.from(parts[index] as string));
  }
  return ink.take();
}
