import { type BlockContext, longest, render, split } from "./blocks";
import { reached, saysAddress } from "./inline";

/** What the view does not know of itself. */
export type Hooks = Omit<BlockContext, "first">;

/**
 * Shows a growing Markdown text. Blocks that are complete keep their elements; only the last one
 * is rendered again as text arrives, so a long answer costs no more than a short one.
 */
export class MarkdownView {
  #shown: { source: string; nodes: Node[] }[] = [];
  readonly #first: number[] = [];

  constructor(readonly element: HTMLElement) {}

  /** Shows the text so far. */
  grow(source: string, c: Hooks): void {
    // One line break at the end does not close a block yet: a table's second row may follow.
    this.#show(source.replace(/\n$/, ""), { ...c, growing: true });
  }

  /** Shows the whole text, all of it anew: markers may have become links. */
  finish(source: string, c: Hooks): void {
    this.#shown = [];
    this.element.replaceChildren();
    this.#show(source, { ...c, growing: false });
  }

  #show(source: string, c: Hooks): void {
    const cut = source.length > longest ? source.slice(0, longest) + " …" : source;
    const blocks = split(cut);
    let same = 0;
    // The last block shown was rendered as growing, so it is never kept.
    while (same < blocks.length - 1 && same < this.#shown.length - 1 && this.#shown[same]!.source === blocks[same]) same++;
    for (const old of this.#shown.splice(same)) for (const n of old.nodes) n.parentNode?.removeChild(n);
    for (let i = same; i < blocks.length; i++) {
      const part = document.createDocumentFragment();
      render(part, blocks[i]!, { ...c, first: this.#first, growing: c.growing && i === blocks.length - 1 });
      this.#shown.push({ source: blocks[i]!, nodes: [...part.childNodes] });
      this.element.append(part);
    }
  }
}

/** The text of rendered Markdown with the addresses of its links, for the clipboard. */
export function plain(node: Node): string {
  let out = "";
  const walk = (n: Node): void => {
    if (n.nodeType === Node.TEXT_NODE) out += n.textContent;
    if (!(n instanceof HTMLElement)) return;
    if (n.matches(".sr,button")) return;
    const tag = n.tagName;
    if (tag === "BR") out += "\n";
    if (tag === "SUP") {
      out += n.dataset.n ? `[${n.dataset.n}]` : "";
      return;
    }
    if (tag === "LI") out += "- ";
    n.childNodes.forEach(walk);
    if (tag === "A") {
      const href = n.getAttribute("href") ?? "";
      const label = n.firstChild?.textContent ?? "";
      if (!saysAddress(label, href)) out += ` (${reached(href)})`;
    }
    if (/^T[DH]$/.test(tag)) out += "\t";
    if (/^(P|H\d|LI|PRE|BLOCKQUOTE|TR|UL|OL|DIV)$/.test(tag) && !out.endsWith("\n\n")) out += /^(LI|TR)$/.test(tag) ? (out.endsWith("\n") ? "" : "\n") : "\n\n";
  };
  node.childNodes.forEach(walk);
  return out.replace(/\n{3,}/g, "\n\n").trim();
}
