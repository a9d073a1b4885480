import type { Language } from "../catalogue";
import type { Api } from "../panel/api";
import { el } from "../panel/dom";
import { contactForm } from "./contact";
import { failed } from "./failed";
import style from "./data.css?text";
import { type Held, held, type Wish, wishes } from "./held";
import { type Words, words } from "./words";

/** What the panel shows as the data sheet, and the words of its first button. */
export interface Sheet {
  body: HTMLElement;
  download: string;
}

let styled = false;

/** What is stored of the visitor, until when and who answered; what they can say about it. Rejects if the server does not tell. */
export async function sheet(api: Api, language: Language): Promise<Sheet> {
  const t = words[language];
  const now = await held(api);
  if (!styled) {
    const css = new CSSStyleSheet();
    css.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, css];
    styled = true;
  }
  const list = el("ul", {}, ...facts(t, language, now));
  const status = el("p", { class: "said", role: "status" });
  const say = (text: string): void => {
    status.textContent = "";
    // An empty region first: the same sentence twice is read out twice.
    setTimeout(() => (status.textContent = text), 50);
  };
  const refresh = async (): Promise<void> => list.replaceChildren(...facts(t, language, await held(api)));
  const switches = wishes.map((w) => toggle(api, t, w, now.wishes[w], say, refresh));
  const body = el("div", { class: "data" }, list, el("fieldset", {}, el("legend", {}, t.use), ...switches), contactForm(api, t, now.contact, say), status);
  return { body, download: t.text };
}

function facts(t: Words, language: Language, h: Held): HTMLElement[] {
  const day = h.until && new Date(h.until).toLocaleDateString(language, { dateStyle: "long" });
  const kept = day ? t.until(day, h.then) : h.stored ? t.untilLifted : t.unstored;
  return [t.stored(h.count), kept, ...h.by.map((by) => (by === "this server" ? t.server : t.model(by)))].map((f) => el("li", {}, f));
}

/** A switch that takes effect at once, and goes back if the server does not know of it. */
function toggle(api: Api, t: Words, wish: Wish, on: boolean, say: (text: string) => void, refresh: () => Promise<void>): HTMLElement {
  const [name, text] = wish === "no_model" ? [t.noModel, t.noModelText] : [t.restricted, t.restrictedText];
  const id = "data-" + wish;
  const box = el("input", {
    id,
    type: "checkbox",
    role: "switch",
    checked: on,
    "aria-describedby": id + "-text",
    onchange: async () => {
      try {
        await api.call("PATCH", "/session", { [wish]: box.checked });
      } catch (e) {
        box.checked = !box.checked;
        say(failed(t, e, t.notWished));
        return;
      }
      say(box.checked ? t.on(name) : t.off(name));
      await refresh().catch(() => undefined); // the switch itself has worked
    },
  });
  return el("div", { class: "wish" }, el("label", { for: id }, name), box, el("p", { id: id + "-text" }, text));
}
