import type { Catalogue } from "../catalogue";
import { el, icon } from "./dom";

/** Characters of a question that the server takes. */
export const most = 2000;

/** Where the visitor writes. Enter sends; while an answer is written it queues the question. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #area: HTMLTextAreaElement;
  readonly #button: HTMLButtonElement;
  readonly #hint: HTMLElement;
  #busy = false;
  #over = false;
  #warned = false;

  constructor(
    readonly t: Catalogue,
    draft: string,
    readonly on: { send: (text: string) => void; stop: () => void; draft: (text: string) => void; say: (text: string) => void; recall: () => string },
  ) {
    this.#area = el("textarea", { rows: 1, "aria-label": t.composer, placeholder: t.placeholder, "aria-describedby": "hint", autocomplete: "off", dir: "auto" });
    this.#area.value = draft;
    this.#button = el("button", { type: "submit", class: "send" });
    this.#hint = el("div", { id: "hint", class: "hint" });
    // A label, for a click beside the text is meant for it.
    this.element = el("form", { class: "composer" }, this.#hint, el("label", { class: "box" }, this.#area, this.#button));
    this.element.addEventListener("submit", (e) => {
      e.preventDefault();
      if (this.#busy) this.on.stop();
      else this.#send();
    });
    this.#area.addEventListener("input", () => {
      this.refresh();
      this.on.draft(this.#area.value);
    });
    this.#area.addEventListener("keydown", (e) => this.#key(e));
    this.busy(false);
  }

  focus(): void {
    this.#area.focus();
  }

  get text(): string {
    return this.#area.value;
  }

  /** Puts a text in for the visitor to send. */
  set(text: string): void {
    this.#area.value = text;
    this.refresh();
    this.on.draft(text);
  }

  /** While an answer is written the button stops it. */
  busy(busy: boolean): void {
    this.#busy = busy;
    const label = busy ? this.t.stop : this.t.send;
    this.#button.setAttribute("aria-label", label);
    this.#button.title = label;
    this.#button.classList.toggle("stop", busy);
    this.#button.replaceChildren(icon(busy ? "stop" : "send"));
    this.refresh();
  }

  #key(e: KeyboardEvent): void {
    // 229 is what browsers report while an input method composes.
    if (e.isComposing || e.keyCode === 229) return;
    if (e.key === "Enter" && !e.shiftKey && !touch.matches) {
      e.preventDefault();
      this.#send();
    } else if (e.key === "ArrowUp" && this.#area.value === "") {
      const last = this.on.recall();
      if (!last) return;
      e.preventDefault();
      this.set(last);
    }
  }

  #send(): void {
    const text = this.#area.value.trim();
    if (this.#over) this.on.say(this.#hint.textContent!);
    if (!text || this.#over) return;
    this.set("");
    this.on.send(text);
  }

  /** Fits height and hint to the text; to be called when the panel becomes visible too. */
  refresh(): void {
    const area = this.#area;
    area.style.height = "auto";
    // Six lines at most, then it scrolls.
    area.style.height = Math.min(area.scrollHeight, 148) + "px";
    const n = length(area.value.trim());
    const over = n - most;
    const wrong = over > 0;
    area.setAttribute("aria-invalid", String(wrong));
    const money = bank.test(area.value);
    const warn = wrong || money;
    this.#hint.textContent = wrong ? this.t.tooLong(over) : money ? this.t.bank : n >= most * 0.8 ? this.t.left(-over) : "";
    this.#hint.classList.toggle("wrong", warn);
    // Said when it appears, not at every key.
    if (warn && !this.#warned) this.on.say(this.#hint.textContent!);
    this.#over = wrong;
    this.#warned = warn;
    const off = !this.#busy && (n === 0 || wrong);
    // A disabled button would lose the focus. On a phone the keyboard would come with it.
    if (off && !touch.matches && document.activeElement === this.#button) area.focus();
    this.#button.disabled = off;
  }
}

const touch = matchMedia("(hover: none) and (pointer: coarse)");

/** What looks like an IBAN or the number of a card, which begins with no 0 as phone numbers do: for those a chat is no place. */
const bank = /\b(?:[a-z]{2}\d\d(?: ?[a-z\d]{4}){2} ?\d{4}|[1-9](\d{3}[ -]?\d){3}\d\d\d?\b)/i;

/** Characters as the server counts them: code points. */
function length(s: string): number {
  let n = 0;
  for (const _ of s) n++;
  return n;
}
