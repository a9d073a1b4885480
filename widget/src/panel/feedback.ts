import type { Catalogue } from "../catalogue";
import type { Judgement } from "./api";
import { el, iconButton } from "./dom";
import type { Message } from "./message";

/** Two toggle buttons for an answer; "not helpful" offers to say why. */
export function feedback(m: Message, t: Catalogue, judge: (j: Judgement) => Promise<void>, say: (text: string) => void): { buttons: HTMLElement[]; form: HTMLElement } {
  const form = el("div", { class: "why" });
  const press = (value: "up" | "down") => async (): Promise<void> => {
    const before = m.feedback;
    const chosen = before === value ? "" : value;
    m.feedback = chosen;
    mark();
    form.replaceChildren();
    if (chosen === "down") ask();
    try {
      await judge({ value: chosen || "none", reasons: [], text: "" });
      if (chosen === "up") say(t.thanks);
    } catch {
      m.feedback = before;
      mark();
      form.replaceChildren();
      say(t.feedbackFailed);
    }
  };
  const up = iconButton("up", t.up, { onclick: press("up") });
  const down = iconButton("thumb", t.down, { onclick: press("down") });
  const mark = (): void => {
    up.setAttribute("aria-pressed", String(m.feedback === "up"));
    down.setAttribute("aria-pressed", String(m.feedback === "down"));
  };
  mark();

  const ask = (): void => {
    const reasons = Object.entries(t.reasons).map(([code, words]) => {
      const box = el("input", { type: "checkbox", value: code });
      return { box, label: el("label", {}, box, el("span", {}, words)) };
    });
    const text = el("textarea", { rows: 2, maxlength: 1000, "aria-label": t.whyText, placeholder: t.whyText });
    const done = (): void => {
      form.replaceChildren();
      down.focus();
    };
    const send = async (): Promise<void> => {
      try {
        await judge({ value: "down", reasons: reasons.filter((r) => r.box.checked).map((r) => r.box.value), text: text.value.trim() });
        done();
        say(t.thanks);
      } catch {
        say(t.feedbackFailed);
      }
    };
    form.append(
      el(
        "form",
        {
          onsubmit: (e: Event) => {
            e.preventDefault();
            void send();
          },
          onkeydown: (e: KeyboardEvent) => {
            if (e.key !== "Escape") return;
            e.stopPropagation();
            e.preventDefault(); // else it would count as going back
            done();
          },
        },
        el("fieldset", {}, el("legend", {}, t.whyTitle), el("div", { class: "reasons" }, ...reasons.map((r) => r.label)), text),
        el("div", { class: "row" }, el("button", { type: "submit", class: "primary" }, t.whySend), el("button", { type: "button", onclick: done }, t.skip)),
      ),
    );
    form.scrollIntoView({ block: "nearest" });
  };
  return { buttons: [up, down], form };
}
