import { type Catalogue, catalogues, type Language, language, names } from "../catalogue";
import type { EventDetail, EventName, ToPanel } from "../protocol";
import { Api } from "./api";
import { Chat, type Stage } from "./chat";
import { Composer, most } from "./composer";
import { type Config, type Theme, theme } from "./config";
import { el, hidden, icon, iconButton } from "./dom";
import { Host } from "./host";
import { Log } from "./log";
import { type Entry, Menu } from "./menu";
import type { Message } from "./message";
import { ask } from "./sheet";
import { Storage } from "./storage";

/** The file with the data sheet, which few visitors open; the build knows its name. */
declare const DATA_SHEET: string;

/** What the back button of a phone closes; not in every browser, nor in the types of TypeScript. */
declare class CloseWatcher {
  onclose: () => void;
  destroy(): void;
}

/** The panel: header, messages, composer. Built anew when the language changes. */
export class Panel implements Stage {
  language: Language;
  t: Catalogue;
  readonly #chat: Chat;
  readonly #storage: Storage;
  readonly #host: Host;
  readonly #status = el("div", { class: "sr", role: "status" });
  #root: HTMLElement = el("div");
  #log!: Log;
  #composer!: Composer;
  #menu!: Menu;
  #banner!: HTMLElement;
  #heading!: HTMLElement;
  #intro!: HTMLElement;
  #open: boolean;
  #phone = false;
  #back: CloseWatcher | undefined;
  #unread = 0;
  #said = "";
  #fetching = false;

  constructor(readonly config: Config) {
    this.#storage = new Storage(config.bot);
    const kept = language(this.#storage.language);
    this.language = kept && config.languages.includes(kept) ? kept : config.language;
    this.t = catalogues[this.language];
    this.#host = new Host(config.host);
    this.#open = !this.#host.present;
    this.#chat = new Chat(new Api(config.bot, () => this.#storage.session()), this.#storage, this);
    this.#theme(config.theme);
    document.body.replaceChildren(this.#root, this.#status);
    this.#build();
    this.#storage.onChange(() => void this.#chat.load());
    onpagehide = () => this.#storage.note({ draft: this.#composer.text, top: this.#log.top, unsent: [...this.#storage.unsent, ...this.#chat.unsent] });
    // Back from the browser's cache: the conversation, and the draft, have gone on elsewhere.
    onpageshow = (e) => {
      if (!e.persisted) return;
      onpagehide = null;
      location.reload();
    };
    onfocus = () => this.#seen();
    this.#host.listen((m) => this.#hear(m));
    this.#host.tell("ready");
    void this.#chat.load().then(() => this.#takeUp());
  }

  /** The reader is where they were before the page went, and a question that did not get through is a draft again. */
  #takeUp(): void {
    if (this.#storage.top) this.#log.top = this.#storage.top;
    const unsent = this.#storage.unsent.filter(([id]) => !this.#chat.messages.some((m) => m.clientId === id));
    this.#storage.note({ unsent: [] });
    if (unsent.length) this.#composer.set([...unsent.map(([, text]) => text), this.#composer.text].filter(Boolean).join("\n\n"));
  }

  // What the conversation asks for.

  show(all: readonly Message[]): void {
    this.#log.show(all);
    this.#introduce();
  }

  add(m: Message): void {
    this.#log.add(m);
    this.#introduce();
  }

  update(m: Message): void {
    this.#log.update(m);
    if (m.state === "sending") this.status(this.t.typing);
  }

  remove(m: Message): void {
    this.#log.remove(m);
    this.#hush();
  }

  grow(m: Message): void {
    this.#log.grow(m);
  }

  settle(m: Message): void {
    this.#log.settle(m);
    if (this.#open && document.hasFocus()) return;
    this.#unread++;
    this.#host.tell("unread", { count: this.#unread });
  }

  busy(busy: boolean): void {
    this.#composer.busy(busy);
    if (!busy) this.#hush();
  }

  /** What was waited for is over, however it ended. */
  #hush(): void {
    if (this.#said === this.t.typing || this.#said === this.t.slow) this.status("");
  }

  slow(m: Message): void {
    this.#log.slow(m);
    this.status(this.t.slow);
  }

  banner(text: string): void {
    this.#banner.textContent = text;
  }

  /** Announces politely; the same text twice is announced twice. */
  status(text: string): void {
    this.#status.textContent = "";
    this.#said = text;
    setTimeout(() => (this.#status.textContent = this.#said), 50);
  }

  event(name: EventName, detail: EventDetail = {}): void {
    this.#host.tell(name, detail);
  }

  #build(): void {
    const { config, t } = this;
    document.documentElement.lang = this.language;
    const name = config.name || t.assistant;
    document.title = name;
    this.#heading = el("h1", { id: "name", tabindex: "-1" }, name);
    this.#menu = new Menu(t.menu, this.#entries(), t.newTab);
    const tools = el("div", { class: "row" }, this.#menu.element);
    if (this.#host.present) tools.append(iconButton("down", config.endOnClose ? t.closeChat : t.minimise, { onclick: () => this.#leave() }));
    this.#banner = el("div", { class: "banner", role: "status" });
    this.#intro = el("div", { class: "intro" });
    this.#log = new Log(t, this.language, { again: (m) => this.#chat.again(m), judge: (m, j) => this.#chat.judge(m, j), say: (s) => this.status(s) }, this.#intro);
    this.#composer = new Composer(t, this.#storage.draft, {
      send: (text) => this.#chat.send(text),
      stop: () => void this.#chat.stop(),
      draft: (draft) => this.#storage.note({ draft }),
      say: (text) => this.status(text),
      recall: () => this.#chat.messages.filter((m) => m.role === "visitor").pop()?.text ?? "",
    });
    const contact = config.contact[this.language];
    const root = el(
      "div",
      { class: "panel", role: "main" },
      el("header", {}, el("span", { class: "face", "aria-hidden": "true" }, icon("spark")), el("div", { class: "who" }, this.#heading, el("span", { id: "kind", class: "kind" }, t.assistant)), tools),
      this.#banner,
      this.#log.element,
      el(
        "footer",
        {},
        this.#composer.element,
        // The notice that an AI answers can be worded by the bot's owner, but never left out.
        el("p", { class: "notice" }, config.aiNotice[this.language] || t.aiNotice, config.privacyURL ? " " : null, config.privacyURL ? this.#link(t.privacy) : null),
        contact ? el("p", { class: "notice" }, `${t.contact} ${contact}`) : null,
      ),
    );
    root.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && !e.isComposing && this.#host.present) this.#close();
    });
    this.#root.replaceWith(root);
    this.#root = root;
    this.#modal();
    this.#introduce();
    this.#composer.refresh();
  }

  #introduce(): void {
    const { config, t } = this;
    const begun = this.#chat.messages.length > 0;
    const suggestions = config.suggestions[this.language] ?? [];
    this.#intro.replaceChildren(
      el("article", { class: "message assistant" }, hidden(t.bot), el("p", { class: "greeting", dir: "auto" }, config.greeting[this.language] || t.greeting)),
    );
    if (begun) return;
    this.#intro.append(el("p", { class: "process" }, config.unstored ? t.processUnstored : t.process, config.privacyURL ? " " : null, config.privacyURL ? this.#link(t.privacyPolicy) : null));
    if (suggestions.length)
      this.#intro.append(
        el(
          "ul",
          { class: "suggestions", "aria-label": t.suggestions },
          ...suggestions.map((s) =>
            el("li", {}, el("button", { type: "button", onclick: () => {
              this.#chat.send(s);
              (this.#phone ? this.#log : this.#composer).focus(); // the button goes
            } }, s)),
          ),
        ),
      );
  }

  #entries(): Entry[] {
    const { config, t } = this;
    const nothing = (): boolean => this.#chat.messages.length === 0;
    const entries: Entry[] = [
      { text: t.data, icon: "shield", act: () => void this.#data(), disabled: () => !this.#storage.session() },
      { text: t.download, icon: "save", act: () => void this.#download(), disabled: () => !this.#storage.session() },
      { text: t.end, icon: "trash", act: () => void this.#end(), disabled: () => nothing() && !this.#storage.session() },
    ];
    if (config.languages.length > 1) for (const l of config.languages) entries.push({ text: names[l], icon: "globe", lang: l, checked: l === this.language, act: () => this.#speak(l, true) });
    if (config.privacyURL) entries.push({ text: t.privacyPolicy, icon: "shield", href: config.privacyURL });
    return entries;
  }

  #link(text: string): HTMLElement {
    return el("a", { href: this.config.privacyURL, target: "_blank", rel: "noopener noreferrer" }, text, hidden(` (${this.t.newTab})`));
  }

  #speak(l: Language, keep: boolean): void {
    if (l === this.language) return;
    this.language = l;
    this.t = catalogues[l];
    if (keep) this.#storage.note({ language: l });
    const focused = this.#root.contains(document.activeElement);
    this.#build();
    this.#chat.reshow();
    if (focused) this.#composer.focus();
  }

  #theme(theme: Theme): void {
    document.documentElement.dataset.theme = theme;
  }

  async #end(): Promise<void> {
    const { t } = this;
    await ask(t.endTitle, t.endText, t.endFailed, [
      { text: t.endConfirm, kind: "danger", act: () => this.#finish() },
      { text: t.cancel },
    ]);
  }

  async #finish(): Promise<void> {
    await this.#chat.end();
    this.#composer.set("");
    this.banner(this.t.ended);
  }

  /** Asks the website to close the panel. What arrives from now on is unread. */
  #close(): void {
    this.#open = false;
    this.#host.tell("close");
  }

  /** The close icon: minimises, or asks whether to end if the bot's owner wants that. */
  #leave(): void {
    const { t } = this;
    if (!this.config.endOnClose || !this.#storage.session()) return this.#close();
    void ask(t.closeTitle, t.closeText, t.endFailed, [
      {
        text: t.endConfirm,
        kind: "danger",
        act: async () => {
          await this.#finish();
          this.#close();
        },
      },
      { text: t.keep, kind: "primary", act: () => this.#close() },
      { text: t.cancel },
    ]);
  }

  /** Shows what is stored of the visitor, and what they can do about it. */
  async #data(): Promise<void> {
    const { t } = this;
    if (this.#fetching) return;
    this.#fetching = true;
    this.banner("");
    const slow = setTimeout(() => this.banner(t.dataComing), 300);
    try {
      const { sheet } = (await import(DATA_SHEET)) as typeof import("../data/main");
      const { body, download } = await sheet(this.#chat.api, this.language, el);
      if (this.config.privacyURL) body.append(this.#link(t.privacyPolicy));
      clearTimeout(slow);
      this.banner("");
      let end = false;
      await ask(t.data, body, "", [
        { text: download, act: () => this.#download("text") },
        { text: t.end, kind: "danger", act: () => { end = true; } },
        { text: t.close },
      ]);
      if (end) await this.#end();
    } catch {
      clearTimeout(slow);
      this.banner(t.dataFailed);
    }
    this.#fetching = false;
  }

  async #download(format: "json" | "text" = "json"): Promise<void> {
    try {
      const href = URL.createObjectURL(await this.#chat.api.export(format));
      const a = el("a", { href, download: `chat-${new Date().toISOString().slice(0, 10)}.${format === "text" ? "txt" : "json"}` });
      a.click();
      setTimeout(() => URL.revokeObjectURL(href), 10_000);
      this.status(this.t.downloaded);
    } catch {
      this.banner(this.t.downloadFailed);
    }
  }

  #hear(m: ToPanel): void {
    switch (m.type) {
      case "state":
        this.#open = m.open === true;
        this.#phone = m.phone === true;
        this.#modal();
        this.#watch();
        if (this.#open) this.#composer.refresh();
        if (!this.#open) this.#menu.close(false);
        if (m.open && m.focus) {
          // On a phone the keyboard would cover what there is to read.
          if (this.#phone) this.#heading.focus();
          else this.#composer.focus();
        }
        this.#seen();
        return;
      case "send": {
        const text = String(m.text).trim();
        if (text && text.length <= most) this.#chat.send(text);
        return;
      }
      case "prefill":
        return this.#composer.set(String(m.text).slice(0, 2 * most));
      case "end":
        void this.#finish().catch(() => this.banner(this.t.endFailed));
        return;
      case "set": {
        if (m.theme) this.#theme(theme(m.theme));
        const l = language(m.lang);
        if (l && this.config.languages.includes(l) && !language(this.#storage.language)) this.#speak(l, false);
      }
    }
  }

  /** What the back button or Escape closes on a phone: the chat, but a sheet before it that was open already. */
  #watch(): void {
    this.#back?.destroy();
    if (!this.#open || !this.#phone || !("CloseWatcher" in window)) return;
    (this.#back = new CloseWatcher()).onclose = () => {
      const sheet = document.querySelector("dialog");
      if (!sheet) return this.#close();
      sheet.close();
      this.#watch();
    };
  }

  /** A dialog in a website: beside its page on a desk, before it on a phone. */
  #modal(): void {
    if (!this.#host.present) return;
    this.#root.setAttribute("role", "dialog");
    this.#root.setAttribute("aria-modal", String(this.#phone));
    this.#root.setAttribute("aria-labelledby", "name kind");
  }

  #seen(): void {
    if (!this.#unread || !this.#open || !document.hasFocus()) return;
    this.#unread = 0;
    this.#host.tell("unread", { count: 0 });
  }
}
