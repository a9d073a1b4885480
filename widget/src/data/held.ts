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
  stored: boolean;
  by: string[];
  /** What is replaced before a model reads it, by language; empty where none answered. */
  placeholders: Record<string, unknown>;
  /** To whom anything went, where that is and what is kept of it, by language; empty where nothing went. */
  sent: Record<string, unknown>;
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
    stored: all.stored !== false,
    by: [...new Set(messages.map((m) => str(m.answered_by)).filter(Boolean))],
    placeholders: record(all.placeholders),
    sent: record(all.sent),
    wishes: { no_model: wished.no_model === true, restricted: wished.restricted === true },
    contact: all.contact ? { name: str(given.name), email: str(given.email), phone: str(given.phone) } : null,
  };
}
