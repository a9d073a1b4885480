import { language, type Language } from "../catalogue";
import { record, str } from "./message";

/** What the server says about the bot, checked. */
export interface Config {
  bot: string;
  name: string;
  language: Language;
  languages: Language[];
  greeting: Partial<Record<Language, string>>;
  suggestions: Partial<Record<Language, string[]>>;
  aiNotice: Partial<Record<Language, string>>;
  contact: Partial<Record<Language, string>>;
  privacyURL: string;
  color: string;
  endOnClose: boolean;
  /** The text of the conversation is not stored. */
  unstored: boolean;
  /** Origin of the page around the iframe; empty on the hosted page. */
  host: string;
  theme: Theme;
  /** The hosted page instead of an iframe. */
  full: boolean;
}

export type Theme = "auto" | "light" | "dark";

const defaultColor = "#3556c8";

/**
 * Reads the configuration from the page and its query. Whatever is missing or of the wrong form
 * gets its default: a wrong setting must not cost the visitor the chat.
 */
export function readConfig(): Config {
  let raw: unknown;
  try {
    raw = JSON.parse(document.getElementById("wca-config")?.textContent ?? "");
  } catch {
    raw = {};
  }
  const given = record(raw);
  const query = new URLSearchParams(location.search);
  const languages = (Array.isArray(given.languages) ? given.languages : []).map(language).filter((l): l is Language => l !== null);
  if (languages.length === 0) languages.push("de", "en");
  const offered = (tag: unknown): Language | null => {
    const l = language(tag);
    return l && languages.includes(l) ? l : null;
  };
  const full = document.documentElement.dataset.mode === "page";
  const wanted = [query.get("lang"), ...(full ? navigator.languages : []), given.language];
  return {
    bot: text(given.bot) || location.pathname.split("/").pop() || "",
    name: text(given.name),
    language: wanted.map(offered).find((l) => l !== null) ?? languages[0]!,
    languages: [...new Set(languages)],
    greeting: byLanguage(given.greeting, text),
    suggestions: byLanguage(given.suggestions, (v) => (Array.isArray(v) ? v.map(text).filter(Boolean) : [])),
    aiNotice: byLanguage(given.aiNotice, text),
    contact: byLanguage(given.contact, text),
    privacyURL: webAddress(text(given.privacyURL)),
    color: color(query.get("color")) || color(given.color) || defaultColor,
    endOnClose: given.endOnClose === true,
    unstored: given.unstored === true,
    host: full ? "" : origin(text(given.host) || query.get("host") || ""),
    theme: theme(query.get("theme")),
    full,
  };
}

/** One of the three themes, auto for anything else. */
export const theme = (v: unknown): Theme => (v === "light" || v === "dark" ? v : "auto");

const color = (v: unknown): string => (typeof v === "string" && /^#[\da-f]{6}$/i.test(v) ? v : "");

const text = (v: unknown): string => str(v).trim();

function byLanguage<T>(v: unknown, read: (v: unknown) => T): Partial<Record<Language, T>> {
  const given = record(v);
  return { de: read(given.de), en: read(given.en) };
}

/** The address if it is one of the web, else nothing. */
export function webAddress(v: string): string {
  try {
    const u = new URL(v);
    return u.protocol === "https:" || u.protocol === "http:" ? u.href : "";
  } catch {
    return "";
  }
}

function origin(v: string): string {
  const address = webAddress(v);
  return address && new URL(address).origin;
}
