import { el } from "./dom";

interface Choice {
  text: string;
  kind?: "danger" | "primary";
  /** Runs before the sheet goes; if it fails the sheet stays and shows the message. */
  act?: () => Promise<void> | void;
}

let count = 0;

/** A question inside the panel, or with an element more than a question. Resolves when it has been answered or left with Escape. */
export function ask(parent: HTMLElement, title: string, text: string | HTMLElement, failed: string, choices: Choice[]): Promise<void> {
  return new Promise((resolve) => {
    const id = `sheet-${++count}`;
    const plain = typeof text === "string";
    const back = document.activeElement as HTMLElement | null;
    const others = [...parent.children] as HTMLElement[];
    const problem = el("p", { class: "problem", role: "alert" });
    const close = (): void => {
      others.forEach((e) => (e.inert = false));
      cover.remove();
      back?.focus();
      resolve();
    };
    let busy = false; // the buttons stay enabled: a disabled one would lose the focus
    const buttons = choices.map((c) =>
      el(
        "button",
        {
          type: "button",
          class: c.kind,
          onclick: async () => {
            if (busy) return;
            busy = true;
            problem.textContent = "";
            try {
              await c.act?.();
              close();
            } catch {
              problem.textContent = failed;
            }
            busy = false;
          },
        },
        c.text,
      ),
    );
    const heading = el("h2", { id, tabindex: "-1" }, title);
    const sheet = el("div", { class: "sheet", role: plain ? "alertdialog" : "dialog", "aria-modal": "true", "aria-labelledby": id, "aria-describedby": plain ? id + "-text" : null }, heading, plain ? el("p", { id: id + "-text" }, text) : text, problem, el("div", { class: "choices" }, ...buttons));
    const last = buttons[buttons.length - 1]!;
    const cover = el("div", { class: "cover" }, sheet);
    cover.addEventListener("keydown", (e) => {
      if (e.key === "Escape") {
        e.stopPropagation();
        close();
      } else if (e.key === "Tab") {
        const first = sheet.querySelector<HTMLElement>("input,button")!;
        const turn = e.shiftKey ? document.activeElement === first || document.activeElement === heading : document.activeElement === last;
        if (!turn) return;
        e.preventDefault();
        (e.shiftKey ? last : first).focus();
      }
    });
    others.forEach((e) => (e.inert = true));
    parent.append(cover);
    // The harmless choice is the last one and has the focus; what is more than a question is read from its top.
    (plain ? last : heading).focus();
  });
}
