import type { Catalogue, Language } from "../catalogue";
import type { Judgement } from "./api";
import { type Child, el, hidden, icon, iconButton } from "./dom";
import { feedback } from "./feedback";
import { type Hooks, MarkdownView, plain } from "./markdown/view";
import type { Citation, Message } from "./message";
import { marker, sourceList, target } from "./sources";

/** What a shown message can ask for. */
export interface Actions {
  again: (m: Message) => void;
  judge: (m: Message, j: Judgement) => Promise<void>;
  say: (text: string) => void;
}

let count = 0; // for ids that are unique in the page

/**
 * A message of the visitor, with its state and what to do if it could not be sent. What is shown of it already keeps its
 * words: put in anew they would be read out again.
 */
export function visitorBubble(m: Message, t: Catalogue, act: Actions, article = el("article", {}, hidden(t.you), el("div", { class: "bubble", dir: "auto" }, m.text))): HTMLElement {
  article.className = "message visitor " + m.state;
  while (article.children[2]) article.lastChild!.remove();
  if (m.state === "failed" && m.failure) {
    const f = m.failure;
    const id = `failure-${++count}`;
    const problem = el("div", { class: "problem", role: "alert", id }, icon("alert"), el("span", {}, el("strong", {}, m.id ? t.notAnswered : t.notSent), " ", f.text, f.reference ? el("span", { class: "reference" }, t.reference(f.reference)) : null));
    article.append(problem);
    if (f.retry) {
      const retry = el("button", { type: "button", class: "again", "aria-describedby": id, onclick: () => act.again(m) }, t.retry);
      article.append(retry);
      if (f.wait > 0) countDown(retry, f, t);
    }
  } else {
    article.append(meta(m.state === "sending" || m.state === "queued" || m.state === "waiting" ? t[m.state] : time(m.at, t)));
  }
  return article;
}

/** An answer while it is written, then as it stays. */
export class AnswerBubble {
  readonly element: HTMLElement;
  readonly #view: MarkdownView;
  readonly #wait: HTMLElement;

  constructor(
    readonly m: Message,
    readonly t: Catalogue,
    readonly language: Language,
    readonly act: Actions,
  ) {
    this.#view = new MarkdownView(el("div", { class: "markdown", dir: "auto" }));
    this.#wait = el("div", { class: "typing" }, el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), hidden(t.typing));
    this.element = el("article", { class: "message assistant" }, hidden(t.bot), this.#view.element);
    if (m.state === "streaming") this.element.append(this.#wait);
    else this.finish();
  }

  /** Says that it takes longer than usual. */
  slow(): void {
    this.#wait.append(el("span", { class: "slow" }, this.t.slow));
  }

  grow(): void {
    if (!this.m.text) return;
    this.#wait.remove();
    this.#tongue();
    this.#view.grow(this.m.text, this.#context((n) => el("sup", { "data-n": n }, el("span", { class: "mark" }, String(n)))));
  }

  finish(): void {
    const { m, t, act } = this;
    this.#wait.remove();
    this.#tongue();
    const supported = new Map(m.citations.map((c) => [c.n, c]));
    const list = m.citations.length ? sourceList(m.citations, t, `sources-${++count}`) : null;
    this.#view.finish(
      m.text,
      this.#context((n) => {
        const c = supported.get(n);
        return c && list ? marker(c, t, list.reveal) : null;
      }),
    );
    if (m.quoted) this.#quotes(supported);
    if (m.stopped) this.element.append(el("p", { class: "stopped" }, icon("stop"), t.stopped));
    if (list) this.element.append(list.element);
    if (!m.text) return;
    const copy = iconButton("copy", t.copy, { onclick: () => void this.#copy(copy, this.#plain()) });
    const tools = el("div", { class: "tools", "aria-live": "off" }, copy);
    this.element.append(tools);
    if (m.id) {
      const f = feedback(m, t, (j) => act.judge(m, j), act.say);
      tools.append(...f.buttons);
      this.element.append(f.form);
    }
    tools.append(time(m.at, t));
  }

  /** Marks the language of the text where it is not that of the panel. */
  #tongue(): void {
    if (this.m.language && this.m.language !== this.language) this.#view.element.lang = this.m.language;
  }

  /**
   * Marks the language of quotes: of the item or paragraph that ends with the number, of the items before it that have none,
   * and of the table above a number that stands alone.
   */
  #quotes(supported: Map<number, Citation>): void {
    for (const sup of this.#view.element.querySelectorAll("sup")) {
      const lang = supported.get(Number(sup.dataset.n))?.language;
      let block: Element | null = sup.closest("li,p");
      if (block?.textContent === sup.textContent) block = block.previousElementSibling;
      while (lang && block) {
        (block as HTMLElement).lang = lang;
        block = block.matches("li") ? block.previousElementSibling : null;
        if (block?.querySelector("sup")) break;
      }
    }
  }

  #context(mark: (n: number) => Node | null): Hooks {
    return {
      growing: false,
      marker: mark,
      newTab: this.t.newTab,
      code: (box, source) => {
        const copy = iconButton("copy", this.t.copyCode, { onclick: () => void this.#copy(copy, source) });
        box.append(copy);
      },
    };
  }

  #plain(): string {
    const text = plain(this.#view.element);
    const list = this.m.citations.map((c) => `[${c.n}] ${c.title || c.document}${c.url ? " – " + target(c).split("#:~:")[0] : ""}`);
    return list.length ? `${text}\n\n${this.t.sources}:\n${list.join("\n")}` : text;
  }

  async #copy(button: HTMLButtonElement, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!copyOld(text)) return this.act.say(this.t.copyFailed);
      button.focus();
    }
    this.act.say(this.t.copied);
    button.replaceChildren(icon("check"));
    setTimeout(() => button.replaceChildren(icon("copy")), 2000);
  }
}

/** Copying where the clipboard may not be used directly: plain http, or an old browser. */
function copyOld(text: string): boolean {
  const area = el("textarea", { class: "sr", readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  const ok = document.execCommand("copy");
  area.remove();
  return ok;
}

/** What is said below a message for those who see it; the status says it to those who listen. */
const meta = (content: Child): HTMLElement => el("div", { class: "meta", "aria-live": "off" }, content);

/** The time of day; the day itself stands between the messages and in the datetime. */
function time(at: Date, { locale }: Catalogue): HTMLElement {
  return el("time", { datetime: at.toISOString(), title: at.toLocaleString(locale, { dateStyle: "full", timeStyle: "short" }) }, at.toLocaleTimeString(locale, { timeStyle: "short" }));
}

/** Counts down on the button until another try makes sense. */
function countDown(button: HTMLButtonElement, f: { wait: number }, t: Catalogue): void {
  const end = Date.now() + f.wait * 1000;
  const tick = (): void => {
    f.wait = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    button.disabled = f.wait > 0;
    button.textContent = f.wait > 0 ? t.wait(f.wait) : t.retry;
    if (f.wait > 0 && button.isConnected) setTimeout(tick, Math.min(1000, end - Date.now()));
  };
  button.disabled = true;
  button.textContent = t.wait(f.wait);
  setTimeout(tick, 250); // by then the button stands in the page
}
