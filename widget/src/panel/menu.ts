import { el, hidden, icon, iconButton, type Icon } from "./dom";

/** An entry of the menu: an action, a link or one of several choices. */
export interface Entry {
  text: string;
  icon: Icon;
  act?: () => void;
  href?: string;
  lang?: string;
  checked?: boolean;
  disabled?: () => boolean;
}

/** The menu of the header, with the keys of the ARIA menu button pattern. */
export class Menu {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #list: HTMLElement;

  constructor(label: string, readonly entries: Entry[], newTab: string) {
    this.#button = iconButton("menu", label, { "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": "menu", onclick: () => (this.open ? this.close(true) : this.#show()) });
    this.#list = el("div", { id: "menu", class: "menu", role: "menu", "aria-label": label, hidden: true });
    for (const e of entries) {
      const attributes = { class: "entry", tabindex: "-1", role: e.checked === undefined ? "menuitem" : "menuitemradio", "aria-checked": e.checked === undefined ? null : String(e.checked), lang: e.lang };
      const content = [icon(e.checked ? "check" : e.icon), el("span", {}, e.text, e.href ? hidden(` (${newTab})`) : null)];
      const item = e.href ? el("a", { ...attributes, href: e.href, target: "_blank", rel: "noopener noreferrer" }, ...content) : el("button", { ...attributes, type: "button" }, ...content);
      item.addEventListener("click", () => {
        if (item.getAttribute("aria-disabled") === "true") return;
        this.close(true);
        e.act?.();
      });
      this.#list.append(item);
    }
    this.element = el("div", { class: "menubox" }, this.#button, this.#list);
    this.element.addEventListener("keydown", (e) => this.#key(e));
    this.element.addEventListener("focusout", (e) => {
      if (this.open && e.relatedTarget && !this.element.contains(e.relatedTarget as Node)) this.close(false);
    });
    document.addEventListener("pointerdown", (e) => {
      if (this.open && !this.element.contains(e.target as Node)) this.close(false);
    });
    addEventListener("blur", () => this.close(false));
  }

  get open(): boolean {
    return !this.#list.hidden;
  }

  close(focus: boolean): void {
    if (!this.open) return;
    this.#list.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    if (focus) this.#button.focus();
  }

  #show(): void {
    this.#items.forEach((item, i) => {
      const off = this.entries[i]!.disabled?.() === true;
      item.setAttribute("aria-disabled", String(off));
    });
    this.#list.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#items[0]?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #key(e: KeyboardEvent): void {
    if (!this.open) {
      if (e.key === "ArrowDown") {
        e.preventDefault();
        this.#show();
      }
      return;
    }
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const go = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[e.key];
    if (e.key === "Escape") {
      e.stopPropagation();
      e.preventDefault(); // else it would count as going back
      this.close(true);
    } else if (go !== undefined) {
      e.preventDefault();
      items[go % items.length]?.focus();
    } else if (e.key === "Tab") {
      this.close(false);
    }
  }
}
