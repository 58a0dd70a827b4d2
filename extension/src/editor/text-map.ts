// An editor's text as a person reads it, with a way back from every position to the DOM.
// Blocks are parted by one line break; a <br> at the end of a block shows nothing and counts nothing (Quill's
// empty lines, ProseMirror's trailing break), nor does a U+FEFF that only holds a caret's place (Slate's empty
// lines); an image or other embed without text counts as one U+FFFC.
// Positions are UTF-16 code units, ranges half-open.

interface Segment {
  /** Position of its first unit in the text. */
  start: number;
  length: number;
  /** A text node; the element that an embed is; or a block without content, of length 0. */
  node: Text | Element;
}

const EMBED = '\uFFFC';
const CARET_HOLDER = '\uFEFF';
const EMBEDS = new Set(['IMG', 'VIDEO', 'AUDIO', 'IFRAME', 'CANVAS', 'OBJECT', 'HR']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 LI OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);

/** Whether words on either side of it stand on lines of their own, or apart by a picture. */
export const endsLine = ({ tagName }: Element): boolean =>
  tagName === 'BR' || BLOCKS.has(tagName) || EMBEDS.has(tagName);

export class TextMap {
  readonly text: string;
  readonly #editor: Element;
  readonly #segments: readonly Segment[];

  /** `skip`: selector of furniture inside the editor, or ''. */
  constructor(editor: Element, skip = '') {
    const reader = new TextReader(skip);
    reader.read(editor);
    this.text = reader.text;
    this.#editor = editor;
    this.#segments = reader.segments;
  }

  /** The DOM range of a part of the text; collapsed where start and end are equal. */
  range(start: number, end: number): Range {
    const range = this.#editor.ownerDocument.createRange();
    if (start === end) {
      this.#setCaret(range, start);
      return range;
    }
    const first = this.#segments.find((segment) => segment.start + segment.length > start);
    const last = this.#segments.findLast((segment) => segment.start < end);
    if (!first || !last) {
      this.#setCaret(range, start);
      return range;
    }
    range.setStart(...place(first, start));
    range.setEnd(...place(last, end));
    return range;
  }

  #setCaret(range: Range, position: number): void {
    const holds = ({ start, length }: Segment) => start <= position && position <= start + length;
    const segment = this.#segments.find(holds) ?? this.#segments.findLast(({ start }) => start < position);
    if (segment) range.setStart(...place(segment, position));
    else range.selectNodeContents(this.#editor);
    range.collapse(true);
  }
}

/** Node and offset as Range.setStart takes them. */
function place({ start, length, node }: Segment, position: number): [Node, number] {
  const offset = Math.max(0, Math.min(position - start, length));
  if (node instanceof Text) return [node, offset];
  if (length === 0) return [node, 0];
  const parent = node.parentNode as Node;
  const index = Array.prototype.indexOf.call(parent.childNodes, node);
  return [parent, index + offset];
}

class TextReader {
  text = '';
  readonly segments: Segment[] = [];
  readonly #skip: string;
  #lines = 0;
  #lineOpen = false;
  /** Line breaks of this block that nothing has followed yet. */
  #breaks = 0;

  constructor(skip: string) {
    this.#skip = skip;
  }

  read(block: Element): void {
    this.#closeLine();
    if (!hasBlocks(block)) this.#openLine();
    const before = this.segments.length;
    for (const child of block.childNodes) this.#readNode(child);
    if (this.segments.length === before && this.#lineOpen) this.#addSegment(block, 0);
    this.#closeLine();
  }

  #readNode(node: Node): void {
    if (node instanceof Text) this.#readText(node);
    else if (node instanceof Element && !this.#isFurniture(node)) this.#readElement(node);
  }

  #readElement(element: Element): void {
    if (element.tagName === 'BR') this.#readBreak();
    else if (EMBEDS.has(element.tagName)) this.#append(EMBED, element);
    else if (BLOCKS.has(element.tagName)) this.read(element);
    else for (const child of element.childNodes) this.#readNode(child);
  }

  #readText(node: Text): void {
    if (node.data === CARET_HOLDER) {
      this.#openLine();
      this.#addSegment(node, 0);
      return;
    }
    const betweenBlocks = !this.#lineOpen && node.data.trim() === '';
    if (node.data !== '' && !betweenBlocks) this.#append(node.data, node);
  }

  #readBreak(): void {
    this.#openLine();
    this.#breaks += 1;
  }

  #append(text: string, node: Text | Element): void {
    this.#openLine();
    this.text += '\n'.repeat(this.#breaks);
    this.#breaks = 0;
    this.#addSegment(node, text.length);
    this.text += text;
  }

  #addSegment(node: Text | Element, length: number): void {
    this.segments.push({ start: this.text.length, length, node });
  }

  #openLine(): void {
    if (this.#lineOpen) return;
    if (this.#lines > 0) this.text += '\n';
    this.#lines += 1;
    this.#lineOpen = true;
  }

  #closeLine(): void {
    this.text += '\n'.repeat(Math.max(0, this.#breaks - 1));
    this.#breaks = 0;
    this.#lineOpen = false;
  }

  #isFurniture(element: Element): boolean {
    return this.#skip !== '' && element.matches(this.#skip);
  }
}

function hasBlocks(element: Element): boolean {
  return Array.prototype.some.call(element.children, (child: Element) => BLOCKS.has(child.tagName));
}
