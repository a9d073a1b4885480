import { el } from "./dom";

interface Choice {
  text: string;
  kind?: "danger" | "primary";
  /** Runs before the sheet goes; if it fails the sheet stays and shows the message. */
  act?: () => Promise<void> | void;
}

let count = 0;

/**
 * A question over the panel, or with an element more than a question. Resolves when it has been answered or left, with
 * Escape or the back button of a phone.
 */
export function ask(title: string, text: string | HTMLElement, failed: string, choices: Choice[]): Promise<void> {
  return new Promise((resolve) => {
    const id = `sheet-${++count}`;
    const plain = typeof text === "string";
    const problem = el("p", { class: "problem", role: "alert" });
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
              sheet.close();
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
    const last = buttons[buttons.length - 1]!;
    const sheet = el(
      "dialog",
      {
        class: "sheet",
        role: plain && "alertdialog",
        "aria-labelledby": id,
        "aria-describedby": plain && id + "-text",
        onclose: () => {
          sheet.remove();
          resolve();
        },
        // Tab would lead out of the frame, to the website.
        onkeydown: (e: KeyboardEvent) => {
          if (e.key !== "Tab") return;
          const first = sheet.querySelector<HTMLElement>("input,button")!;
          const turn = e.shiftKey ? document.activeElement === first || document.activeElement === heading : document.activeElement === last;
          if (!turn) return;
          e.preventDefault();
          (e.shiftKey ? last : first).focus();
        },
      },
      heading,
      plain ? el("p", { id: id + "-text" }, text) : text,
      problem,
      el("div", { class: "choices" }, ...buttons),
    );
    document.body.append(sheet);
    sheet.showModal();
    // The harmless choice is the last one and has the focus; what is more than a question is read from its top.
    (plain ? last : heading).focus();
  });
}
