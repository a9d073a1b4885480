import type { Api } from "../panel/api";
import { record, str } from "../panel/message";

/** Name, e-mail and phone of a visitor; empty is not given. */
export type Contact = Record<Field, string>;

export const fields = ["name", "email", "phone"] as const;
export type Field = (typeof fields)[number];

/** The rights that a visitor uses for the conversation, by the names that the server has for them. */
export const wishes = ["no_model", "restricted"] as const;
export type Wish = (typeof wishes)[number];

/** What the server holds of a conversation, without the words. until is empty where there is no day. */
export interface Held {
  count: number;
  until: string;
  then: string;
  /** By language, that no text is stored; null where it is. */
  unstored: Record<string, unknown> | null;
  by: string[];
  /**
   * What the server says by language: what is replaced before a model reads it, to whom anything went, and until
   * when contact data is kept; empty where there is nothing to say.
   */
  told: Record<string, unknown>[];
  wishes: Record<Wish, boolean>;
  contact: Contact | null;
}

export async function held(api: Api): Promise<Held> {
  const all = record(await (await api.call("GET", "/session/export")).json());
  const messages = (Array.isArray(all.messages) ? all.messages : []).map(record);
  const wished = record(all.wishes);
  const given = record(all.contact);
  return {
    count: messages.length,
    until: str(all.kept_until),
    then: str(all.then),
    unstored: all.stored === false ? record(all.not_stored) : null,
    by: [...new Set(messages.map((m) => str(m.answered_by)).filter(Boolean))],
    told: [all.placeholders, all.sent, all.contact_kept].map(record),
    wishes: { no_model: wished.no_model === true, restricted: wished.restricted === true },
    contact: all.contact ? { name: str(given.name), email: str(given.email), phone: str(given.phone) } : null,
  };
}
