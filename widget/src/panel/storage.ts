import type { Language } from "../catalogue";
import { record, str } from "./message";

/**
 * What the browser keeps, both under wca:{bot}: the session in localStorage, from the first
 * message until the chat is ended; what is of this tab alone (draft, unsent questions, place, language) in sessionStorage. Where
 * storage is refused, memory serves until the page goes.
 */
export class Storage {
  readonly #key: string;
  #session = "";
  #tab: Tab = {};
  /** Whether localStorage can be used; if not, memory has to do. */
  #works = true;

  constructor(bot: string) {
    this.#key = "wca:" + bot;
    this.#read();
    this.#tab = safe(() => parse<Tab>(sessionStorage.getItem(this.#key))) ?? {};
  }

  /** The session as it stands now, also if another tab began or ended it. */
  session(): string {
    this.#read();
    return this.#session;
  }

  /** Keeps a session that the server has minted. */
  begin(session: string): void {
    this.#session = session;
    this.#write();
  }

  /** Lets other tabs know that the conversation went on. */
  turn(): void {
    if (this.session()) this.#write();
  }

  /** Forgets the session, and with all the draft too. */
  forget(all: boolean): void {
    this.#session = "";
    safe(() => localStorage.removeItem(this.#key));
    if (!all) return;
    this.#tab = {};
    safe(() => sessionStorage.removeItem(this.#key));
  }

  get draft(): string {
    return typeof this.#tab.draft === "string" ? this.#tab.draft : "";
  }

  get unsent(): Unsent[] {
    return Array.isArray(this.#tab.unsent) ? this.#tab.unsent : [];
  }

  get language(): unknown {
    return this.#tab.language;
  }

  /** How far the messages were scrolled, if not to their end. */
  get top(): number {
    return Number(this.#tab.top) || 0;
  }

  /** Keeps what is of this tab alone. */
  note(change: Tab): void {
    Object.assign(this.#tab, change);
    const json = JSON.stringify(this.#tab, (_, v: Tab[keyof Tab]) => (!v || (v as string).length === 0 ? undefined : v));
    safe(() => {
      if (json === "{}") sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, json);
    });
  }

  /** Calls when another tab of the same site began, continued or ended the conversation. */
  onChange(call: () => void): void {
    addEventListener("storage", (e) => {
      if (e.storageArea === safe(() => localStorage) && (e.key === this.#key || e.key === null)) call();
    });
  }

  #read(): void {
    if (!this.#works) return;
    try {
      const session = str(record(parse(localStorage.getItem(this.#key))).session);
      this.#session = /^[\x21-\x7e]{1,500}$/.test(session) ? session : "";
    } catch {
      this.#works = false;
    }
  }

  /** What is written differs each time: of a value that stays as it is no other tab hears, even if two wrote it. */
  #write(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ session: this.#session, turn: Math.random() }));
    } catch {
      this.#works = false;
    }
  }
}

/** A question that the server has not taken on, by the id that the browser gave it. */
export type Unsent = [id: string, text: string];

interface Tab {
  draft?: string;
  unsent?: Unsent[];
  top?: number;
  language?: Language;
}

function safe<T>(get: () => T): T | null {
  try {
    return get();
  } catch {
    return null; // storage is off or full
  }
}

function parse<T>(json: string | null): T | null {
  return safe(() => JSON.parse(json ?? "null") as T | null);
}
