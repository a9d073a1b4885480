import { type Catalogue, de } from "./de";
import { en } from "./en";

export type { Catalogue };

/** The languages of the panel. */
export type Language = "de" | "en";

export const catalogues: Record<Language, Catalogue> = { de, en };

/** How a language calls itself. */
export const names: Record<Language, string> = { de: "Deutsch", en: "English" };

/** The language of the panel that a tag like "de-AT" means, if there is one. */
export function language(tag: unknown): Language | null {
  const primary = typeof tag === "string" ? tag.toLowerCase().split(/[-_]/)[0] : "";
  return primary === "de" || primary === "en" ? primary : null;
}
