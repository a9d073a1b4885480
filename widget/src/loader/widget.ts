import type { EventDetail, EventName, ToHost, ToPanel } from "../protocol";
import css from "./loader.css?text";

/** One bot's launcher and panel on the page, driven by commands: widget("open"). */
export type Widget = (command?: unknown, a?: unknown, b?: unknown) => void;

const german = ["Chat öffnen", "Chat schließen", "ungelesen"] as const;
const english = ["Open chat", "Close chat", "unread"] as const;

/**
 * Draws the launcher of the bot that the script element names, from the server below base.
 * Nothing is requested or stored before a visitor, or the site, opens the chat.
 *
 * This is one function on purpose: its variables become single letters, which keeps the loader,
 * that every page of a website loads, within 3 kB.
 */
export function widget(script: HTMLScriptElement, bot: string, gone: () => void): Widget {
  const doc = document;
  const base = new URL(".", script.src);
  // The site's own attributes; what they hold reaches style properties and the panel, which checks.
  const given = script.dataset;
  const color = /^#[\da-f]{6}$/i.test(given.color!) ? given.color! : "#3556c8";
  const [x, y = x] = (given.offset || "20").split(" ");
  let { lang, theme = "auto" } = given;

  const host = doc.createElement("wca-widget");
  const root = host.attachShadow({ mode: "closed" });
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, parent: Node): HTMLElementTagNameMap[K] => parent.appendChild(doc.createElement(tag));
  // A constructed sheet needs no permission from the page's style-src.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const box = make("div", root);
  const state = box.classList;
  const button = make("button", box);
  const badge = make("b", button);
  const panel = make("section", box);
  panel.id = "p";
  button.setAttribute("aria-controls", "p");
  const paint = (name: string, value: string): void => host.style.setProperty("--" + name, value);
  // Luminance, nearly as WCAG defines it: white while that has 3:1, else black.
  const [red, green, blue] = color.match(/\w\w/g)!.map((v) => parseInt(v, 16)) as [number, number, number];
  paint("z", given.z || "2000000000");
  paint("x", x + "px");
  paint("y", y + "px");
  paint("accent", color);
  paint("on", red * red * 0.21 + green * green * 0.72 + blue * blue * 0.07 > 19e3 ? "#000" : "#fff");
  state.toggle("left", given.position === "left");

  /** Below this width, or on a touch screen below this height, the panel takes the whole screen. */
  const phone = matchMedia("(max-width:480px),(max-height:480px) and (pointer:coarse)");
  const key = `wca:${bot}:open`;
  const life = new AbortController();
  const seen = window.visualViewport;
  let page = doc.documentElement;
  let waiting: ToPanel[] = [];
  let frame: HTMLIFrameElement | undefined;
  let open = false;
  let ready = false;
  let unread = 0;
  let opener: HTMLElement | undefined;
  let overflow = "";
  let locked = false;

  const emit = (name: EventName, detail?: EventDetail): void => {
    dispatchEvent(new CustomEvent("wca:" + name, { detail: { ...detail, bot } }));
  };

  const tell = (m: ToPanel): void => {
    if (ready) frame!.contentWindow!.postMessage(m, base.origin);
    else waiting.push(m);
  };
  const tellState = (focus = false): void => {
    if (ready) tell({ wca: 1, type: "state", open, phone: phone.matches, focus });
  };

  const language = (): string => lang || page.lang || navigator.language;

  /** Shows the state: names, badge, and on a phone a page behind that neither scrolls nor takes focus. */
  const draw = (): void => {
    const t = /^de/i.test(language()) ? german : english;
    const modal = open && phone.matches;
    state.toggle("open", open);
    state.toggle("ready", ready);
    state.toggle("full", phone.matches);
    paint("scheme", theme === "auto" ? "light dark" : theme);
    button.setAttribute("aria-expanded", "" + open);
    button.setAttribute("aria-label", t[+open]! + (unread ? `, ${unread} ${t[2]}` : ""));
    badge.textContent = unread > 9 ? "9+" : unread ? "" + unread : "";
    if (modal !== locked) {
      doc.body.inert = locked = modal;
      [page.style.overflow, overflow] = [modal ? "hidden" : overflow, page.style.overflow];
    }
    // The panel keeps to what a phone's keyboard leaves of the screen.
    const squeezed = modal && seen?.scale === 1;
    panel.style.height = squeezed ? seen.height + "px" : "";
    panel.style.top = squeezed ? seen.offsetTop + "px" : "";
  };

  const load = (): void => {
    if (frame) return;
    frame = make("iframe", panel);
    frame.title = "Chat";
    frame.allow = "clipboard-write";
    frame.src = `${base}embed/${bot}?` + new URLSearchParams({ lang: language(), theme, color: given.color || "", host: location.origin });
  };

  const set = (wanted: boolean, focus: boolean): void => {
    if (open === wanted) return;
    open = wanted;
    unread = 0;
    draw();
    try {
      // So that the panel is as the visitor left it on the next page.
      if (open) sessionStorage.setItem(key, "1");
      else sessionStorage.removeItem(key);
    } catch {} // storage is off
    if (open) {
      load();
      const active = doc.activeElement as HTMLElement;
      opener = active === doc.body || active === host ? button : active;
      if (focus) frame!.focus();
    }
    tellState(open && focus);
    if (!open && focus) (opener?.isConnected ? opener : button).focus();
    emit(open ? "open" : "close");
  };

  const commands: Record<string, (a: unknown, b: unknown) => void> = {
    open: () => set(true, true),
    close: () => set(false, true),
    toggle: () => set(!open, true),
    show: () => (button.style.display = ""),
    hide: () => (button.style.display = "none"),
    send: (text) => say("send", text),
    prefill: (text) => say("prefill", text),
    end: () => {
      load();
      tell({ wca: 1, type: "end" });
    },
    set: (change) => {
      ({ lang, theme } = { lang, theme, ...(change as object) });
      draw();
      if (frame) tell({ wca: 1, type: "set", lang, theme });
    },
    on: (event, fn) => addEventListener("wca:" + event, fn as EventListener),
    off: (event, fn) => removeEventListener("wca:" + event, fn as EventListener),
    destroy: () => {
      set(false, false);
      life.abort();
      watch.disconnect();
      host.remove();
      gone();
    },
  };
  const say = (type: "send" | "prefill", text: unknown): void => {
    set(true, true);
    tell({ wca: 1, type, text: "" + text });
  };

  const at = <E extends Event>(target: EventTarget | null | undefined, event: string, fn: (e: E) => void): void =>
    target?.addEventListener(event, fn as EventListener, { signal: life.signal });
  at(button, "click", () => set(!open, true));
  at(button, "keydown", (e: KeyboardEvent) => e.key === "Escape" && set(false, true));
  at(seen, "resize", draw);
  at(seen, "scroll", draw);
  at(phone, "change", () => {
    draw();
    tellState();
  });
  at(window, "message", (e: MessageEvent) => {
    if (!frame || e.source !== frame.contentWindow || e.origin !== base.origin) return;
    const { name, detail } = e.data as ToHost;
    if (name === "close") return set(false, true);
    if (name === "ready") {
      ready = true;
      draw();
      tellState(doc.activeElement === host && root.activeElement === frame);
      waiting.forEach(tell);
      waiting = [];
    }
    if (name === "unread") {
      unread = open ? 0 : detail!.count!;
      draw();
    }
    emit(name, detail);
  });

  // Frameworks that swap the document take our element with them: it goes back, and its panel
  // loads anew; but not for ever against a page that insists.
  let returns = 99;
  const watch = new MutationObserver(() => {
    if (host.isConnected || !returns--) return;
    ready = false;
    attach();
  });
  const attach = (): void => {
    page = doc.documentElement;
    page.append(host);
    watch.observe(page, { childList: true });
    watch.observe(doc, { childList: true });
    draw();
  };
  attach();

  let again = given.open;
  try {
    again ||= sessionStorage.getItem(key) as string;
  } catch {} // storage is off
  // Never over the whole screen of a phone without being asked.
  if (again && !phone.matches) set(true, false);
  return (command, a, b) => commands[command as string]?.(a, b);
}
