export type Child = Node | string | null | false | undefined;

/** Attributes of an element; functions named on… listen, null and false leave the attribute out. */
export type Attributes = Record<string, string | number | boolean | null | undefined | ((e: never) => void)>;

/** Makes an element. Text becomes text nodes, so nothing in it is ever read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") e.addEventListener(name.slice(2), value as EventListener);
    else if (value != null && value !== false) e.setAttribute(name, value === true ? "" : String(value));
  }
  fill(e, children);
  return e;
}

/** Appends children, leaving out what is missing. */
export function fill(parent: Node, children: Child[]): void {
  for (const c of children) if (c) parent.appendChild(typeof c === "string" ? document.createTextNode(c) : c);
}

const up = "M7 21V10.5L11 3c1.7 0 3 1.3 3 3v3.5h4.6a2 2 0 0 1 2 2.3l-1.2 7.4a2 2 0 0 1-2 1.8H7m0-10.5H3.5V21H7";

const paths = {
  send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
  stop: "M7 7h10v10H7z",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  down: "m6 9.5 6 6 6-6",
  arrow: "M12 5v14m6-6-6 6-6-6",
  copy: "M9 9h10v11H9zM5 15V4h10",
  check: "m5 12.5 4.5 4.5L19 7.5",
  up,
  thumb: up,
  out: "M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9",
  save: "M12 4v11m5-5-5 5-5-5M5 20h14",
  trash: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13",
  shield: "M12 3 5 6v5.5c0 4.5 3 7.8 7 9.5 4-1.7 7-5 7-9.5V6z",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3.5 12h17M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  alert: "M12 8v5M12 16.5h.01M12 3 2.5 20h19z",
  spark: "M12 4c.8 4.6 3.4 7.2 8 8-4.6.8-7.2 3.4-8 8-.8-4.6-3.4-7.2-8-8 4.6-.8 7.2-3.4 8-8Z",
} as const;

export type Icon = keyof typeof paths;

/** A decorative drawing; the button around it carries the name. */
export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon i-" + name);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** A button of an icon alone, named for everybody by title and for assistive technology by label. */
export function iconButton(name: Icon, label: string, attributes: Attributes = {}): HTMLButtonElement {
  return el("button", { type: "button", class: "tool", "aria-label": label, title: label, ...attributes }, icon(name));
}

/** Text for screen readers only. */
export const hidden = (text: string): HTMLElement => el("span", { class: "sr" }, text);
