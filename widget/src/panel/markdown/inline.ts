import { webAddress } from "../config";
import { el, hidden } from "../dom";

/** What the inline renderer needs to know about the message around it. */
export interface Context {
  /** The text still grows: constructs that are open at its end must not flash. */
  growing: boolean;
  /** The element of marker [n], or null if nothing supports it and it is left out. */
  marker: (n: number) => Node | null;
  /** Says after a link that it opens a new tab. */
  newTab: string;
}

/** Deepest nesting of emphasis; beyond it text stays plain. */
const deepest = 8;

const link = /!?\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){0,500})\]\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,5})>?(?:\s+(?:"[^"]{0,300}"|'[^']{0,300}'))?\s*\)/y;
const openLink = /!?\[((?:[^[\]\\]|\\.){0,500})(?:\](?:\([^)\n]{0,2000})?)?$/y;
const cite = /\[(\d{1,3}(?:[,;]\s?\d{1,3}){0,9})\]/y;
const openCite = /\[[\d,;\s]*$/y;
const autolink = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const bare = /https?:\/\/[^\s<>"'`*[\]{}|\\^]{1,2000}/iy;
const breaks = /<br\s{0,3}\/?>/iy;
const special = /[\\`*_~[!<\nhH]/g;

interface Run {
  at: number; // index among the pieces
  char: string;
  left: number; // characters not yet used
  opens: boolean;
  closes: boolean;
}

type Piece = Node | Run;

/** Renders a block's inline text into parent. */
export function inline(parent: Node, source: string, c: Context, depth = 0): void {
  const pieces: Piece[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain) pieces.push(document.createTextNode(plain));
    plain = "";
  };
  const push = (n: Piece | null): void => {
    flush();
    if (n) pieces.push(n);
  };
  const sticky = (r: RegExp, at: number): RegExpExecArray | null => {
    r.lastIndex = at;
    return r.exec(source);
  };
  const missing = new Set<number>(); // lengths of backtick runs without a partner
  let i = 0;
  while (i < source.length) {
    special.lastIndex = i;
    const next = special.exec(source);
    const stop = next ? next.index : source.length;
    plain += source.slice(i, stop);
    i = stop;
    if (!next) break;
    const ch = source[i]!;
    let m: RegExpExecArray | null;
    if (ch === "\\") {
      const after = source[i + 1];
      if (after === "\n") push(el("br"));
      else if (after !== undefined && /[!-/:-@[-`{-~]/.test(after)) plain += after;
      else plain += after === undefined && c.growing ? "" : ch + (after ?? "");
      i += 2;
    } else if (ch === "\n") {
      let cut = plain.length;
      while (plain[cut - 1] === " ") cut--;
      plain = plain.slice(0, cut);
      push(el("br"));
      i++;
      while (source[i] === " ") i++;
    } else if (ch === "`") {
      const length = runLength(source, i, "`");
      const end = missing.has(length) ? -1 : closing(source, i + length, length);
      if (end >= 0) {
        push(el("code", {}, trimCode(source.slice(i + length, end))));
        i = end + length;
      } else if (c.growing) {
        const rest = source.slice(i + length).replace(/`+$/, "");
        if (rest) push(el("code", {}, trimCode(rest)));
        i = source.length;
      } else {
        missing.add(length);
        plain += "`".repeat(length);
        i += length;
      }
    } else if (ch === "[" && source[i + 1] !== "^" && (m = sticky(cite, i)) && source[i + m[0].length] !== "(") {
      const markers = [...new Set(m[1]!.split(/[,;]\s?/).map(Number))].map(c.marker);
      if (markers.every((n) => n === null)) plain = plain.replace(/ $/, "");
      markers.forEach(push);
      i += m[0].length;
    } else if ((ch === "[" || (ch === "!" && source[i + 1] === "[")) && (m = sticky(link, i))) {
      push(ch === "!" ? text(unescape(m[1]!)) : anchor(m[2]!, m[1]!, c, depth));
      i += m[0].length;
    } else if (c.growing && ch === "[" && sticky(openCite, i)) {
      i = source.length;
    } else if (c.growing && (ch === "[" || ch === "!") && (m = sticky(openLink, i))) {
      plain += unescape(m[1]!).replace(/[*_`]/g, "");
      i = source.length;
    } else if (ch === "!" && c.growing && i === source.length - 1 && /\s/.test(source[i - 1] ?? " ")) {
      i++;
    } else if (ch === "<" && (m = sticky(breaks, i))) {
      push(el("br"));
      i += m[0].length;
    } else if (ch === "<" && (m = sticky(autolink, i))) {
      push(anchor(m[1]!, m[1]!.replace(/^mailto:/i, ""), c, depth, true));
      i += m[0].length;
    } else if ((ch === "h" || ch === "H") && !/\w/.test(source[i - 1] ?? "") && (m = sticky(bare, i))) {
      const address = trimAddress(m[0]);
      const unfinished = c.growing && i + m[0].length === source.length;
      push(unfinished ? text(address) : anchor(address, address, c, depth, true));
      i += address.length;
    } else if (ch === "*" || ch === "_" || (ch === "~" && source[i + 1] === "~")) {
      const length = runLength(source, i, ch);
      const before = source[i - 1] ?? " ";
      const after = source[i + length] ?? " ";
      const left = !/\s/.test(after) && (!isPunctuation(after) || /\s/.test(before) || isPunctuation(before));
      const right = !/\s/.test(before) && (!isPunctuation(before) || /\s/.test(after) || isPunctuation(after));
      const atEnd = c.growing && i + length === source.length;
      const word = ch === "_";
      push({ at: pieces.length, char: ch, left: length, opens: left && !(word && right && !isPunctuation(before)), closes: (right && !(word && left && !isPunctuation(after))) || atEnd });
      // An undecided run at the very end of a growing text: opener or closer, it shows nothing yet.
      i += length;
    } else {
      plain += ch;
      i++;
    }
  }
  flush();
  for (const n of emphasise(pieces, c)) parent.appendChild(n);
}

/** Pairs the delimiter runs, as CommonMark's "process emphasis" does, and returns the nodes. */
function emphasise(pieces: Piece[], c: Context): Node[] {
  const out: Piece[] = [];
  const open: Run[] = []; // runs waiting for a partner, their index in out
  const wrap = (run: Run, tag: "em" | "strong" | "del"): void => {
    const inner = out.splice(run.at + 1);
    const e = el(tag);
    for (const n of inner) e.appendChild(isRun(n) ? text(n.char.repeat(n.left)) : n);
    out.push(flat(e));
  };
  for (const p of pieces) {
    if (!isRun(p)) {
      out.push(p);
      continue;
    }
    if (p.closes) {
      for (let k = open.length - 1; k >= 0 && p.left > 0; ) {
        const o = open[k]!;
        if (o.char !== p.char || (p.char === "~" && (o.left < 2 || p.left < 2))) {
          k--;
          continue;
        }
        open.length = k + 1; // runs in between stay plain
        const n = o.left >= 2 && p.left >= 2 ? 2 : 1;
        wrap(o, p.char === "~" ? "del" : n === 2 ? "strong" : "em");
        o.left -= n;
        p.left -= n;
        if (o.left === 0) {
          open.pop();
          k--;
        }
      }
    }
    if (p.left === 0) continue;
    p.at = out.length;
    out.push(p);
    if (p.opens && open.length < 100) open.push(p);
  }
  if (c.growing) {
    const last = out[out.length - 1];
    if (last && isRun(last)) {
      out.pop(); // half a delimiter at the end
      if (open[open.length - 1] === last) open.pop();
    }
    for (let k = open.length - 1; k >= 0; k--) {
      const o = open[k]!;
      if (o.char === "~" && o.left < 2) continue;
      wrap(o, o.char === "~" ? "del" : o.left >= 2 ? "strong" : "em");
      o.left = 0;
    }
  }
  return out.map((p) => (isRun(p) ? text(p.char.repeat(p.left)) : p));
}

/** Keeps emphasis from nesting without end. */
function flat(e: HTMLElement): HTMLElement {
  let depth = 0;
  for (let n: Element | null = e; n; n = n.firstElementChild) depth++;
  if (depth > deepest) e.textContent = e.textContent;
  return e;
}

/** A link that is safe to follow, or its text alone. */
function anchor(address: string, label: string, c: Context, depth: number, literal = false): Node {
  const href = safeHref(unescape(address));
  const a = href ? el("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", referrerpolicy: "no-referrer", title: saysAddress(label, href) ? "" : reached(href) }) : el("span");
  if (literal || depth >= 2) a.append(literal ? label : unescape(label));
  else inline(a, label, { ...c, growing: false, marker: () => null }, depth + 1);
  // A link inside a link is none.
  if (depth > 0) return el("span", {}, a.textContent);
  if (/^http/.test(href)) a.append(hidden(` (${c.newTab})`));
  return a;
}

/** What an address reaches, without its scheme where that is no part of what people write. */
export const reached = (href: string): string => href.replace(/^(mailto|tel):/, "");

/** Whether the words of a link say where it leads already; a number does so in any notation. */
export const saysAddress = (words: string, href: string): boolean =>
  href.includes(words) || href === "tel:" + words.replace(/\(0\)|[^+\d]/g, "");

/** Addresses of the web, mail and telephone; all others, javascript: and data: first, are refused. */
export function safeHref(address: string): string {
  const trimmed = address.trim();
  if (/^(mailto:[^\s<>"]{1,300}|tel:[+\d()\s./-]{3,40})$/i.test(trimmed)) return trimmed;
  return /^https?:\/\//i.test(trimmed) ? webAddress(trimmed) : "";
}

const isRun = (p: Piece): p is Run => "char" in p;
const text = (s: string): Text => document.createTextNode(s);
const isPunctuation = (ch: string): boolean => /[\p{P}\p{S}]/u.test(ch);
const unescape = (s: string): string => s.replace(/\\([!-/:-@[-`{-~])/g, "$1");
const trimCode = (s: string): string => s.replace(/\n/g, " ").replace(/^ (.*[^ ].*) $/, "$1");

function runLength(s: string, at: number, ch: string): number {
  let n = 0;
  while (s[at + n] === ch) n++;
  return n;
}

function closing(s: string, from: number, length: number): number {
  for (let at = s.indexOf("`", from); at >= 0; ) {
    const n = runLength(s, at, "`");
    if (n === length) return at;
    at = s.indexOf("`", at + n);
  }
  return -1;
}

/** Sentence punctuation after an address is not part of it, nor is a bracket it did not open. */
function trimAddress(address: string): string {
  let end = address.length;
  for (;;) {
    const ch = address[end - 1]!;
    if (/[.,:;!?]/.test(ch)) end--;
    else if (ch === ")" && !address.slice(0, end).includes("(")) end--;
    else return address.slice(0, end);
  }
}
