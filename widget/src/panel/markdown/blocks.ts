import { el } from "../dom";
import { type Context, inline } from "./inline";

/** Deepest nesting of quotes and lists; what is deeper is shown at this depth. */
const deepest = 5;

/** Longest text that is rendered; more is cut, as no answer is that long. */
export const longest = 40_000;

// All of these take time linear in the length of the line, also when they do not match.
const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const heading = /^ {0,3}(#{1,6})[ \t](.*)$/;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const quote = /^ {0,3}>\s?/;
const item = /^( {0,3})([-*+•]|\d{1,9}[.)])(\s+|$)/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Hooks for what blocks need besides inline text. */
export interface BlockContext extends Context {
  /** Adds a copy button to a code block. */
  code: (pre: HTMLElement, source: string) => void;
  /** How many # the first heading of the text has, once it has come. */
  first: number[];
}

/** Splits a text into its top-level blocks; joined by newlines they are the text again. */
export function split(source: string): string[] {
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const from = i;
    i = end(lines, i);
    blocks.push(lines.slice(from, i).join("\n"));
  }
  return blocks;
}

/** Renders one block, or all that a nested block contains, into parent. */
export function render(parent: Node, source: string, c: BlockContext, depth = 0): void {
  const lines = source.split("\n");
  for (let i = 0; i < lines.length; ) {
    const from = i;
    i = end(lines, i);
    block(parent, lines.slice(from, i), i < lines.length ? { ...c, growing: false } : c, depth);
  }
}

/** The line after the block that begins at line i. */
function end(lines: string[], i: number): number {
  const line = lines[i]!;
  if (blank(line)) return i + 1;
  const f = fence.exec(line);
  if (f) {
    const close = new RegExp("^ {0,3}" + f[1]![0]! + "{" + f[1]!.length + ",}\\s*$");
    for (i++; i < lines.length; i++) if (close.test(lines[i]!)) return i + 1;
    return i;
  }
  if (heading.test(line) || rule.test(line)) return i + 1;
  if (quote.test(line)) {
    while (i < lines.length && quote.test(lines[i]!)) i++;
    return i;
  }
  const it = item.exec(line);
  if (it) return listEnd(lines, i, ordered(it));
  if (tableAt(lines, i)) {
    while (i < lines.length && !blank(lines[i]!) && lines[i]!.includes("|")) i++;
    return i;
  }
  for (i++; i < lines.length; i++) {
    const l = lines[i]!;
    if (blank(l) || fence.test(l) || heading.test(l) || rule.test(l) || quote.test(l) || tableAt(lines, i)) return i;
    const m = item.exec(l);
    // A number other than 1 may just stand at the start of a line of text.
    if (m && m[3] && (!ordered(m) || /^1[.)]$/.test(m[2]!))) return i;
  }
  return i;
}

function listEnd(lines: string[], i: number, numbered: boolean): number {
  let last = i + 1;
  for (i++; i < lines.length; i++) {
    const l = lines[i]!;
    if (blank(l)) continue;
    const m = item.exec(l);
    const after = blank(lines[i - 1]!);
    const belongs = m && !rule.test(l) ? ordered(m) === numbered || m[1]!.length > 1 : /^\s{2,}/.test(l) || (!after && !fence.test(l) && !heading.test(l) && !rule.test(l));
    if (!belongs) break;
    last = i + 1;
  }
  return last;
}

function block(parent: Node, lines: string[], c: BlockContext, depth: number): void {
  const first = lines[0]!;
  if (blank(first) && lines.length === 1) return;
  if (c.growing && lines.length === 1 && /^\s*(?:#{1,6}|[-+*•=_]{1,3}|\d{1,9}[.)]?|`{1,3}\w*|~{1,3}\w*|>+|\|.*)\s*$/.test(first)) return; // not yet clear what it becomes
  let m = fence.exec(first);
  if (m) {
    const closed = lines.length > 1 && new RegExp("^ {0,3}" + m[1]![0]! + "{" + m[1]!.length + ",}\\s*$").test(lines[lines.length - 1]!);
    let code = lines.slice(1, closed ? -1 : undefined).join("\n");
    if (c.growing) code = code.replace(/\n[`~]{1,2}$/, "");
    const pre = el("pre", { tabindex: "0", role: "group", "aria-label": "Code", dir: "ltr" }, el("code", {}, code));
    const box = el("div", { class: "code" }, pre);
    if (!c.growing) c.code(box, code);
    parent.appendChild(box);
    return;
  }
  if ((m = heading.exec(first))) {
    // Below the panel's own heading none is left out, whatever number of # a text begins with: who goes from heading to
    // heading with a screen reader would look for what is missing.
    const h = el(m[1]!.length > (c.first[0] ??= m[1]!.length) ? "h3" : "h2");
    inline(h, title(m[2]!), c);
    parent.appendChild(h);
  } else if (rule.test(first)) {
    parent.appendChild(el("hr"));
  } else if (quote.test(first)) {
    const strip = depth < deepest ? quote : /^[\s>]+/;
    const q = depth < deepest ? el("blockquote") : el("p");
    const inner = lines.map((l) => l.replace(strip, "")).join("\n");
    if (depth < deepest) render(q, inner, c, depth + 1);
    else inline(q, inner, c);
    parent.appendChild(q);
  } else if ((m = item.exec(first))) {
    list(parent, lines, m, c, depth);
  } else if (tableAt(lines, 0)) {
    table(parent, lines, c);
  } else if (c.growing && /^\s*\|/.test(first) && lines.length === 2) {
    return; // a table whose second row is still coming
  } else {
    const p = el("p");
    inline(p, lines.map((l) => l.replace(/^\s+/, "")).join("\n"), c);
    if (p.firstChild) parent.appendChild(p);
  }
}

function list(parent: Node, lines: string[], first: RegExpExecArray, c: BlockContext, depth: number): void {
  const numbered = ordered(first);
  const base = first[1]!.length;
  const start = parseInt(first[2]!, 10);
  const all = numbered ? el("ol", start === 1 ? {} : { start }) : el("ul");
  let content: string[] = [];
  let indent = 0;
  const add = (growing: boolean): void => {
    if (!content.length) return;
    const li = el("li");
    const inside = { ...c, growing };
    const text = content.join("\n").replace(/\n+$/, "");
    if (depth >= deepest) inline(li, text, inside);
    else render(li, text, inside, depth + 1);
    // One paragraph needs no element of its own.
    const only = li.firstElementChild;
    if (only?.tagName === "P" && [...li.children].every((e, n) => n === 0 || e.tagName !== "P")) only.replaceWith(...only.childNodes);
    if (!growing || li.firstChild) all.append(li);
  };
  for (const l of lines) {
    const m = item.exec(l);
    if (m && m[1]!.length <= base + 1 && ordered(m) === numbered && !(rule.test(l) && content.length)) {
      add(false);
      indent = m[0].length;
      content = [l.slice(indent)];
    } else {
      const space = /^\s*/.exec(l)![0].length;
      // Models often indent less than the rule asks for; two spaces are enough to belong inside.
      content.push(l.slice(Math.min(space, indent)));
    }
  }
  add(c.growing);
  if (all.firstChild) parent.appendChild(all);
}

function table(parent: Node, lines: string[], c: BlockContext): void {
  const heads = cells(lines[0]!);
  const align = cells(lines[1]!).map((d) => (/^:-+:$/.test(d) ? "center" : /-:$/.test(d) ? "end" : ""));
  const row = (line: string, tag: "th" | "td", growing: boolean): HTMLElement => {
    const given = cells(line);
    const tr = el("tr");
    heads.forEach((_, n) => {
      const cell = el(tag, { class: align[n] || null, scope: tag === "th" && "col" });
      inline(cell, given[n] ?? "", { ...c, growing: growing && n === given.length - 1 });
      tr.append(cell);
    });
    return tr;
  };
  const body = el("tbody");
  const rows = lines.slice(2, 502);
  rows.forEach((l, n) => body.append(row(l, "td", c.growing && n === rows.length - 1)));
  parent.appendChild(el("div", { class: "table", tabindex: "0", role: "group", "aria-label": heads.join(", ").replace(/[*_`]/g, "") }, el("table", {}, el("thead", {}, row(lines[0]!, "th", false)), body)));
}

function tableAt(lines: string[], i: number): boolean {
  const head = lines[i]!;
  const delimiter = lines[i + 1];
  return delimiter !== undefined && head.length < 5000 && delimiter.length < 2000 && head.includes("|") && delimiter.includes("-") && delimiterRow.test(delimiter) && cells(head).length === cells(delimiter).length;
}

/** The cells of a row, at most 20. */
function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, "")
    .replace(/\\\|/g, "\0") // an escaped bar is no border
    .replace(/\|$/, "")
    .split("|", 20)
    .map((s) => s.trim().replace(/\0/g, "|"));
}

/** A heading's text without the marks that may close it. */
function title(s: string): string {
  const t = s.trim();
  let end = t.length;
  while (t[end - 1] === "#") end--;
  return end < t.length && (end === 0 || t[end - 1] === " ") ? t.slice(0, end).trim() : t;
}

const blank = (l: string): boolean => /^\s*$/.test(l);
const ordered = (m: RegExpExecArray): boolean => /\d/.test(m[2]!);
