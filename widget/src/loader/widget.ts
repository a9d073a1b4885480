import type { Command, EventDetail, EventName, ToHost } from "../protocol";
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
  let [x, y = x] = (given.offset || "20").split(" ").map((v) => ~~parseInt(v)) as [number, number];
  let { lang, theme = "auto" } = given;

  const host = doc.createElement("wca-widget");
  // Where another bot stands already, this one stands beside it.
  while (doc.getElementById((host.id = "wca" + [given.position === "left", x, y]))) x += 76;
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, parent: Node): HTMLElementTagNameMap[K] => parent.appendChild(doc.createElement(tag));
  // A constructed sheet needs no permission from the page's style-src.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const box = make("div", root);
  const button = make("button", box);
  // Beside the button, not in it: what is in a button is not announced when it changes.
  const badge = make("b", box);
  badge.setAttribute("role", "status");
  const panel = make("section", box);
  panel.id = "p";
  button.setAttribute("aria-controls", "p");
  // Luminance, nearly as WCAG defines it: white while that has 3:1, else black.
  const rgb = +color.replace("#", "0x");
  const on = (rgb >> 16) ** 2 * 21 + ((rgb >> 8) & 255) ** 2 * 72 + (rgb & 255) ** 2 * 7 > 19e5 ? "#000" : "#fff";

  /** Below this width, or on a touch screen below this height, the panel takes the whole screen. */
  const phone = matchMedia("(max-width:480px),(max-height:480px) and (pointer:coarse)");
  const key = `wca:${bot}:open`;
  const life = new AbortController();
  const seen = visualViewport!;
  let page = doc.documentElement;
  const waiting: Command[] = [];
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

  const tell = (m: Command): void => {
    if (ready) frame!.contentWindow!.postMessage({ wca: 1, ...m }, base.origin);
    else waiting.push(m);
  };
  const tellState = (focus = false): void => {
    if (ready) tell({ type: "state", open, phone: phone.matches, focus });
  };

  const language = (): string => lang || page.lang || navigator.language;

  /** Shows the state: names, badge, and on a phone a page behind that neither scrolls nor takes focus. */
  const draw = (): void => {
    const t = /^de/i.test(language()) ? german : english;
    const modal = open && phone.matches;
    const news = unread ? `${unread > 9 ? "9+" : unread} ${t[2]}` : "";
    box.className = [given.position, open && "open", ready && "ready", phone.matches && "full"].join(" ");
    host.style.cssText = `--z:${+given.z! || 2e9};--x:${x}px;--y:${y}px;--color:${color};--on:${on};--scheme:${theme === "auto" ? "light dark" : theme}`;
    button.setAttribute("aria-expanded", open as never); // its word
    button.setAttribute("aria-label", t[+open] + (news && ", " + news));
    if (badge.textContent !== news) badge.textContent = news; // else it would be announced again
    // Inside a transformed root, which then is an offsetParent, only a popover is fixed to the window.
    if (host.offsetParent) host.showPopover?.();
    if (modal !== locked) {
      doc.body.inert = locked = modal;
      [page.style.overflow, overflow] = [modal ? "hidden" : overflow, page.style.overflow];
    }
    // The panel keeps to what a phone's keyboard leaves of the screen.
    panel.style.cssText = modal && seen.scale === 1 ? `height:${seen.height}px;top:${seen.offsetTop}px` : "";
  };

  const load = (): void => {
    if (ready) return; // else it is tried again: the network may have been away
    frame ||= make("iframe", panel);
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
      sessionStorage[open ? "setItem" : "removeItem"](key, "1");
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

  const say = (type: "send" | "prefill") => (text: unknown): void => {
    set(true, true);
    tell({ type, text: "" + text });
  };
  const commands: Record<string, (a: unknown, b: unknown) => void> = {
    open: () => set(true, true),
    close: () => set(false, true),
    toggle: () => set(!open, true),
    show: () => (badge.hidden = button.hidden = false),
    hide: () => (badge.hidden = button.hidden = true),
    send: say("send"),
    prefill: say("prefill"),
    end: () => {
      load();
      tell({ type: "end" });
    },
    set: (change) => {
      ({ lang, theme } = { lang, theme, ...(change as object) });
      draw();
      if (frame) tell({ type: "set", lang, theme });
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

  const at = <E extends Event>(target: EventTarget, event: string, fn: (e: E) => void): void =>
    target.addEventListener(event, fn as EventListener, { signal: life.signal });
  at(button, "click", () => set(!open, true));
  at(button, "keydown", (e: KeyboardEvent) => e.key === "Escape" && set(false, true));
  at(seen, "resize", draw);
  at(seen, "scroll", draw);
  at(phone, "change", () => {
    draw();
    tellState();
  });
  at(window, "message", (e: MessageEvent) => {
    if (e.source !== frame?.contentWindow || e.origin !== base.origin) return;
    const { name, detail } = e.data as ToHost;
    if (name === "close") return set(false, true);
    if (name === "ready") {
      ready = true;
      draw();
      tellState(root.activeElement === frame);
      waiting.splice(0).forEach(tell);
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

  try {
    // Never over the whole screen of a phone without being asked.
    if (!phone.matches && (given.open || sessionStorage[key])) set(true, false);
  } catch {} // storage is off
  return (command, a, b) => commands[command as string]?.(a, b);
}
