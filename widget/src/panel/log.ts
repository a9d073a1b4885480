import type { Catalogue, Language } from "../catalogue";
import { type Actions, AnswerBubble, visitorBubble } from "./bubble";
import { el, icon } from "./dom";
import type { Message } from "./message";

/** Messages kept in the page; older ones leave it, so that memory stays what it is. */
const most = 200;

/** Pixels from the end within which a reader counts as being at the end. */
const near = 40;

/** Pixels above an answer that fills the window, for its question: its scroll-margin in messages.css. */
const above = 148;

/**
 * The messages. Finished ones stand in a log that assistive technology reads out; the answer being
 * written stands below it, silent, and moves into the log when it is complete, so that it is read
 * once and as a whole. Questions that wait for it stand last.
 */
export class Log {
  readonly element: HTMLElement;
  readonly #done: HTMLElement;
  readonly #live: HTMLElement;
  readonly #waiting: HTMLElement;
  readonly #scroll: HTMLElement;
  readonly #jump: HTMLButtonElement;
  readonly #older: HTMLElement;
  readonly #shown = new Map<Message, HTMLElement>();
  #answer: AnswerBubble | null = null;
  #frame = 0;
  #follow = true;
  /** The answer whose beginning has been kept in sight. */
  #led?: HTMLElement;

  constructor(
    readonly t: Catalogue,
    readonly language: Language,
    readonly act: Actions,
    readonly intro: HTMLElement,
  ) {
    this.#done = el("div", { class: "log", role: "log", "aria-live": "off", "aria-relevant": "additions", "aria-label": t.log });
    this.#live = el("div", { class: "live", "aria-live": "off" });
    this.#waiting = el("div");
    this.#older = el("p", { class: "day" }, t.older);
    this.#scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t.log }, el("div", { class: "column" }, intro, this.#done, this.#live, this.#waiting));
    this.#jump = el("button", { type: "button", class: "jump", hidden: true, onclick: () => {
      this.toEnd();
      this.focus(); // the button goes
    } }, t.toEnd, icon("arrow"));
    this.element = el("div", { class: "messages" }, this.#scroll, this.#jump);
    this.#scroll.addEventListener("scroll", () => this.#look());
    // The panel changes its size with the keyboard of a phone; who was at the end stays there.
    new ResizeObserver(() => this.#follow && this.toEnd()).observe(this.#scroll);
  }

  /** All messages anew, without reading them out. */
  show(all: readonly Message[]): void {
    this.#done.setAttribute("aria-live", "off");
    this.#done.replaceChildren();
    this.#still();
    this.#waiting.replaceChildren();
    this.#shown.clear();
    all.slice(-most).forEach((m) => this.#append(m));
    if (all.length > most) this.#done.prepend(this.#older);
    this.#follow = true;
    this.toEnd();
    setTimeout(() => this.#done.setAttribute("aria-live", "polite"), 200);
  }

  add(m: Message): void {
    if (m.state === "streaming") {
      this.#answer = new AnswerBubble(m, this.t, this.language, this.act);
      this.#live.replaceChildren(this.#answer.element);
      this.#live.setAttribute("aria-busy", "true");
    } else {
      this.#append(m);
      this.#follow = true;
      this.#trim();
    }
    this.#settleScroll();
    this.#present();
  }

  update(m: Message): void {
    const old = this.#shown.get(m);
    if (!old) return;
    const focused = old.contains(document.activeElement);
    visitorBubble(m, this.t, this.act, old);
    // A question whose turn has come leaves its place below the answer before it.
    if (m.state !== "queued" && old.parentNode === this.#waiting) this.#done.append(old);
    if (focused) this.#scroll.focus({ preventScroll: true });
    this.#settleScroll();
  }

  slow(m: Message): void {
    if (this.#answer?.m === m) this.#answer.slow();
    this.#settleScroll();
  }

  /** Shows the text so far, once per frame at most. */
  grow(m: Message): void {
    if (this.#answer?.m !== m || this.#frame) return;
    const paint = (): void => {
      cancelAnimationFrame(this.#frame);
      clearTimeout(timer);
      this.#frame = 0;
      if (this.#answer?.m !== m || m.state !== "streaming") return;
      this.#answer.grow();
      this.#lead(this.#answer.element);
    };
    this.#frame = requestAnimationFrame(paint);
    const timer = setTimeout(paint, 250); // frames stand still while the panel is not seen
  }

  settle(m: Message): void {
    const answer = this.#answer?.m === m ? this.#answer : new AnswerBubble(m, this.t, this.language, this.act);
    if (answer === this.#answer) answer.finish();
    this.#still();
    this.#done.append(answer.element);
    this.#shown.set(m, answer.element);
    this.#trim();
    this.#lead(answer.element);
  }

  remove(m: Message): void {
    if (this.#answer?.m === m) this.#still();
  }

  /** No answer is being written. */
  #still(): void {
    this.#answer = null;
    this.#live.setAttribute("aria-busy", "false");
    this.#live.replaceChildren();
  }

  /** How far down the reader is, 0 at the end, where they follow what comes. */
  get top(): number {
    return this.#follow ? 0 : this.#scroll.scrollTop;
  }

  set top(top: number) {
    this.#scroll.scrollTop = top;
    this.#look();
  }

  toEnd(): void {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#jump.hidden = true;
  }

  focus(): void {
    this.#scroll.focus();
  }

  /**
   * In a low window, where everything scrolls together, the latest question goes up once and its answer follows it:
   * who reads on, or goes back to the composer, is left alone.
   */
  #present(): void {
    if (this.#scroll.scrollHeight <= this.#scroll.clientHeight) [...this.#done.querySelectorAll(".visitor")].pop()?.scrollIntoView();
  }

  #append(m: Message): void {
    const day = m.at.toDateString();
    const before = [...this.#shown.keys()].pop();
    if (before ? before.at.toDateString() !== day : day !== new Date().toDateString())
      this.#done.append(el("p", { class: "day" }, el("time", { datetime: m.at.toISOString().slice(0, 10) }, m.at.toLocaleDateString(this.t.locale, { dateStyle: "full" }))));
    const e = m.role === "visitor" ? visitorBubble(m, this.t, this.act) : new AnswerBubble(m, this.t, this.language, this.act).element;
    (m.state === "queued" ? this.#waiting : this.#done).append(e);
    this.#shown.set(m, e);
  }

  #trim(): void {
    for (const [m, e] of this.#shown) {
      if (this.#shown.size <= most) return;
      e.remove();
      this.#shown.delete(m);
      if (!this.#older.isConnected) this.#done.prepend(this.#older);
    }
  }

  /** Where the reader is. */
  #look(): void {
    this.#follow = this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight <= near;
    if (this.#follow) this.#jump.hidden = true;
  }

  /**
   * Follows an answer until it fills the window: it is read from its beginning, and comes faster than it is read. Its
   * question, or the end of a long one, stays above it. Who then goes to the end follows it again.
   */
  #lead(e: HTMLElement): void {
    if (this.#follow && this.#led !== e && e.offsetHeight > this.#scroll.clientHeight - above) {
      this.#led = e;
      this.#follow = false;
      e.scrollIntoView();
    }
    this.#settleScroll();
  }

  #settleScroll(): void {
    if (this.#follow) this.toEnd();
    else this.#jump.hidden = false;
  }
}
