import type { Context } from "./context";
import { failed } from "./failed";
import { type Contact, type Field, fields } from "./held";

const kinds: Record<Field, { type: string; autocomplete: string }> = {
  name: { type: "text", autocomplete: "name" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
};

/** The form for contact data. An error stands at its field, which gets the focus. */
export function contactForm({ api, t, el, say }: Context, given: Contact | null): HTMLElement {
  const inputs = {} as Record<Field, HTMLInputElement>;
  const problems = {} as Record<Field, HTMLElement>;
  const rows = fields.map((f) => {
    const input = (inputs[f] = el("input", { id: "data-" + f, ...kinds[f], value: given?.[f], "aria-describedby": `data-${f}-problem` }));
    const problem = (problems[f] = el("p", { id: `data-${f}-problem`, class: "problem" }));
    return el("div", { class: "field" }, el("label", { for: input.id }, t[f]), input, problem);
  });
  const wrong = (f: Field, text: string): void => {
    problems[f].textContent = text;
    inputs[f].setAttribute("aria-invalid", "true");
    inputs[f].focus();
  };
  const right = (): void =>
    fields.forEach((f) => {
      problems[f].textContent = "";
      inputs[f].removeAttribute("aria-invalid");
    });
  const show = (c: Contact | null): void => {
    fields.forEach((f) => (inputs[f].value = c?.[f] ?? ""));
    remove.hidden = !c;
  };
  let busy = false; // the buttons stay enabled: a disabled one would lose the focus
  const act = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    busy = true;
    right();
    say("");
    try {
      await work();
    } catch (e) {
      const code = String((e as { code?: unknown }).code);
      const at = fields.find((f) => code === "contact_" + f) ?? "name";
      if (t.wrong[code]) wrong(at, t.wrong[code]);
      else say(failed(t, e));
    } finally {
      busy = false;
    }
  };
  const save = el("button", { type: "submit", class: "primary" }, t.save);
  const remove = el(
    "button",
    {
      type: "button",
      onclick: () =>
        act(async () => {
          await api.call("DELETE", "/session/contact").catch((e: { code?: unknown }) => {
            if (e.code !== "contact_not_found") throw e; // deleted just now, in another tab
          });
          show(null);
          inputs.name.focus();
          say(t.removed);
        }),
    },
    t.remove,
  );
  remove.hidden = !given;
  return el(
    "form",
    {
      // The server judges, and its sentences are ours; the browser's own bubbles are not read by all.
      novalidate: true,
      onsubmit: (e: Event) => {
        e.preventDefault();
        void act(async () => {
          const typed = Object.fromEntries(fields.map((f) => [f, inputs[f].value]));
          show((await (await api.call("PUT", "/session/contact", typed)).json()) as Contact);
          say(t.saved);
        });
      },
    },
    el("fieldset", { "aria-describedby": "data-contact" }, el("legend", {}, t.contact), el("p", { id: "data-contact" }, t.contactText), ...rows),
    el("div", { class: "row" }, save, remove),
  );
}
