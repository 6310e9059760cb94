import PDFDocument from 'pdfkit';

/** A letter in large print, from top to bottom. */
export interface Letter {
  readonly title: string;
  /** Who writes, the name first; to whom; on which day. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly date: string;
  /** What matters most, in a frame: the first two lines largest. */
  readonly boxed: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly foot: string;
  /** A small line at the very end; empty for none. */
  readonly note: string;
}

/** Sizes in points. UK Association for Accessible Formats: large print is 16 and over, 18 for most. */
const [body, heading, large, small] = [18, 20, 30, 10];
const [margin, gap] = [54, 10];

/**
 * A letter as a PDF that screen readers read in order: tagged, in English, with its title. In Helvetica, which every reader
 * has; a letter it does not know is written without its mark.
 */
export async function letterPdf(letter: Letter): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    pdfVersion: '1.7',
    info: { Title: written(letter.title), Creator: 'Superpractice' },
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const say: Say = (tag, text, { size, bold = false }) => {
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(bold ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(size)
          .fillColor('#111')
          .text(written(text), { lineGap: size / 5 });
      }),
    );
  };
  const [sender = '', ...senders] = letter.from;
  say('P', sender, { size: heading, bold: true });
  for (const line of senders) say('P', line, { size: body - 2 });
  doc.moveDown(1);
  for (const line of letter.to) say('P', line, { size: body });
  doc.moveDown(0.5);
  say('P', letter.date, { size: body });
  doc.moveDown(0.7);
  say('H1', letter.title, { size: heading + 4, bold: true });
  doc.moveDown(0.3);
  boxed(letter, { doc, say });
  for (const section of letter.sections) {
    say('H2', section.heading, { size: heading, bold: true });
    say('P', section.text, { size: body });
    doc.moveDown(0.5);
  }
  say('P', letter.foot, { size: body });
  if (letter.note !== '') {
    doc.moveDown(0.3);
    say('P', letter.note, { size: small });
  }
  root.end();
  doc.end();
  return done;
}

type Say = (tag: string, text: string, how: { size: number; bold?: boolean }) => void;

/** The frame is drawn once its words stand, around where they stand. */
function boxed({ boxed: lines }: Letter, { doc, say }: { doc: PDFKit.PDFDocument; say: Say }): void {
  const top = doc.y;
  const width = doc.page.width - 2 * margin;
  doc.y = top + gap;
  doc.x = margin + gap + 4;
  for (const [place, line] of lines.entries()) say('P', line, { size: place < 2 ? large : body, bold: place < 2 });
  const bottom = doc.y + gap;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .lineWidth(2.5)
    .rect(margin, top, width, bottom - top)
    .stroke('#111');
  doc.endMarkedContent();
  doc.x = margin;
  doc.y = bottom + gap * 1.5;
}

const plain: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i', Ħ: 'H', ħ: 'h' };

/** As the standard fonts can write it (Windows-1252): what is beyond them loses its mark, never its place. */
function written(text: string): string {
  return text.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff‘’“”–—…•€Œœ\u0160\u0161\u017d\u017e\u0178]/gu, (letter) => {
    const base = plain[letter] ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    return /^[\u0020-\u007e]+$/.test(base) ? base : '?';
  });
}
