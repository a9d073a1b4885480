import type { Catalogue } from "../catalogue";
import { webAddress } from "./config";
import { el, hidden, icon } from "./dom";
import type { Citation } from "./message";

/** A source as shown below an answer: one page or file, with all markers that point to it. */
interface Source {
  first: Citation;
  href: string;
  numbers: number[];
}

/** Groups citations of the same page or file, in the order of their numbers. */
function sources(citations: readonly Citation[]): Source[] {
  const all = new Map<string, Source>();
  for (const c of [...citations].sort((a, b) => a.n - b.n)) {
    const address = webAddress(c.url);
    const key = (address.split("#")[0] || c.document || c.title) + (c.page ? "#" + c.page : "");
    const known = all.get(key);
    if (!known) all.set(key, { first: c, href: target(c), numbers: [c.n] });
    else if (!known.numbers.includes(c.n)) known.numbers.push(c.n);
  }
  return [...all.values()];
}

/** The address of a citation, pointing into the page where that is possible; empty for files. */
export function target(c: Citation): string {
  const address = webAddress(c.url);
  if (!address || address.includes("#")) return address;
  if (/\.pdf$/i.test(new URL(address).pathname)) return c.page > 0 ? `${address}#page=${c.page}` : address;
  const words = fragment(c.passage);
  return words ? `${address}#:~:text=${words}` : address;
}

/**
 * The first words of a passage for a text fragment, or nothing where they would hardly be found:
 * table rows, lists and headings are joined differently on the page itself.
 */
function fragment(passage: string): string {
  for (const line of passage.split("\n")) {
    const plain = line.trim();
    if (/[|·#*`[\]]/.test(plain) || /^[-+•\d]/.test(plain)) continue;
    const words = plain.split(/\s+/).slice(0, 6);
    if (words.length === 6) return encodeURIComponent(words.join(" ")).replace(/-/g, "%2D");
  }
  return "";
}

/** Where a source lies, for people: the host of a page, else what kind of thing it is. */
function place(c: Citation, t: Catalogue): string {
  const address = webAddress(c.url);
  const parts = [address ? new URL(address).host : "", c.page > 0 ? t.page(c.page) : ""];
  return parts.filter(Boolean).join(", ");
}

const title = (c: Citation): string => c.title || c.document || webAddress(c.url) || String(c.n);

/** The marker [n] in a text: a link to the page, or a button that shows the passage of a file. */
export function marker(c: Citation, t: Catalogue, reveal: (c: Citation) => void): HTMLElement {
  const href = target(c);
  // The same as tooltip and as name: another one would be read out besides.
  const label = t.source(c.n, title(c)) + (href ? ` (${t.newTab})` : "");
  const mark = href
    ? el("a", { class: "mark", href, target: "_blank", rel: "noopener noreferrer nofollow", referrerpolicy: "no-referrer", "aria-label": label, title: label }, String(c.n))
    : el("button", { class: "mark", type: "button", "aria-label": label, title: label, onclick: () => reveal(c) }, String(c.n));
  return el("sup", { "data-n": c.n, lang: t.locale }, mark);
}

/** The list of sources below an answer, and how to show the passage of one that has no page. */
export function sourceList(citations: readonly Citation[], t: Catalogue, id: string): { element: HTMLElement; reveal: (c: Citation) => void } {
  const list = el("ol");
  const details = new Map<number, HTMLDetailsElement>();
  for (const s of sources(citations)) {
    const numbers = s.numbers.map((n) => el("span", { class: "n", "aria-hidden": "true" }, String(n)));
    const words = el("span", { class: "what" }, el("span", { class: "title", lang: s.first.language }, title(s.first)), el("span", { class: "place", dir: "ltr" }, place(s.first, t)));
    const label = hidden(`${t.source(s.first.n, "")} `);
    if (s.href) {
      list.append(el("li", {}, el("a", { class: "source", href: s.href, target: "_blank", rel: "noopener noreferrer nofollow", referrerpolicy: "no-referrer" }, ...numbers, label, words, hidden(` (${t.newTab})`), icon("out"))));
    } else {
      const d = el("details", {}, el("summary", { class: "source" }, ...numbers, label, words, icon("down")), el("blockquote", { dir: "auto", lang: s.first.language }, s.first.passage));
      s.numbers.forEach((n) => details.set(n, d));
      list.append(el("li", {}, d));
    }
  }
  const heading = el("h2", { id, class: "label" }, t.sources);
  return {
    element: el("section", { class: "sources", "aria-labelledby": id }, heading, list),
    reveal: (c) => {
      const d = details.get(c.n);
      if (!d) return;
      d.open = true;
      d.scrollIntoView({ block: "nearest" });
      d.querySelector("summary")?.focus();
    },
  };
}
