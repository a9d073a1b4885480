import type { Language } from "../catalogue";
import type { Api } from "../panel/api";
import { str } from "../panel/message";
import { contactForm } from "./contact";
import type { Context } from "./context";
import style from "./data.css?text";
import { failed } from "./failed";
import { type Held, held, type Wish, wishes } from "./held";
import { words } from "./words";

/** What the panel shows as the data sheet, and the words of its first button. */
export interface Sheet {
  body: HTMLElement;
  download: string;
}

let styled = false;

/** What is stored of the visitor, until when and who answered; what they can say about it. Rejects if the server does not tell. */
export async function sheet(api: Api, language: Language, el: Context["el"]): Promise<Sheet> {
  const t = words[language];
  const now = await held(api);
  if (!styled) {
    const css = new CSSStyleSheet();
    css.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, css];
    styled = true;
  }
  const status = el("p", { class: "said", role: "status" });
  const say = (text: string): void => {
    status.textContent = "";
    // An empty region first: the same sentence twice is read out twice.
    setTimeout(() => (status.textContent = text), 50);
  };
  const context = { api, t, el, say };
  const list = el("ul", {}, ...facts(context, language, now));
  const refresh = async (): Promise<void> => list.replaceChildren(...facts(context, language, await held(api)));
  const switches = wishes.map((w) => toggle(context, w, now.wishes[w], refresh));
  const body = el("div", { class: "data" }, list, el("fieldset", {}, el("legend", {}, t.use), ...switches), contactForm(context, now.contact), status);
  return { body, download: t.text };
}

function facts({ t, el }: Context, language: Language, h: Held): HTMLElement[] {
  const day = h.until && new Date(h.until).toLocaleDateString(t.locale, { dateStyle: "long" });
  const kept = day ? t.until(day, h.then) : h.wishes.restricted && t.untilLifted;
  const text = h.unstored ? [str(h.unstored[language])] : [t.stored(h.count), kept];
  const some = h.by.length > 1;
  const by = h.by.map((by) => t.by(by === "this server" ? "" : by, some));
  return [...text, ...by, ...h.told.map((x) => str(x[language]))].filter(Boolean).map((f) => el("li", {}, f));
}

/** A switch that takes effect at once, and goes back if the server does not know of it. */
function toggle({ api, t, el, say }: Context, wish: Wish, on: boolean, refresh: () => Promise<void>): HTMLElement {
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
        say(failed(t, e));
        return;
      }
      say(box.checked ? t.on(name) : t.off(name));
      await refresh().catch(() => undefined); // the switch itself has worked
    },
  });
  return el("div", { class: "wish" }, el("label", { for: id }, name), box, el("p", { id: id + "-text" }, text));
}
