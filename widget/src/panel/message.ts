/** A passage that supports an answer, as marker [n] in its text. */
export interface Citation {
  n: number;
  title: string;
  url: string;
  document: string;
  passage: string;
  /** Of the passage; null if unknown. */
  language: string | null;
  page: number;
}

/** Where a message stands; waiting is for a connection. Visitors' messages end as sent or failed, answers as done or failed. */
export type State = "queued" | "sending" | "waiting" | "sent" | "streaming" | "done" | "failed";

/** Why a message failed and what can be done. */
export interface Failure {
  text: string;
  retry: boolean;
  /** Seconds until another try makes sense. */
  wait: number;
  reference: string;
}

/** One message of the conversation. */
export interface Message {
  id: string;
  role: "visitor" | "assistant";
  text: string;
  at: Date;
  state: State;
  language: string;
  citations: Citation[];
  /** What stands before the number of a source is its own wording, in its language. */
  quoted: boolean;
  refused: boolean;
  stopped: boolean;
  feedback: "" | "up" | "down";
  /** Of a visitor's message: the id that the browser gave it, so that sending again gives no second answer. */
  clientId: string;
  failure: Failure | null;
}

export function message(role: Message["role"], text: string, state: State): Message {
  return { id: "", role, text, at: new Date(), state, language: "", citations: [], quoted: false, refused: false, stopped: false, feedback: "", clientId: "", failure: null };
}

/** Reads a message of the server; fields of the wrong form are taken as empty. */
export function received(v: unknown): Message {
  const m = record(v);
  const out = message(m.role === "visitor" ? "visitor" : "assistant", str(m.text), "done");
  out.id = str(m.id) || str(m.answer);
  const at = new Date(str(m.at));
  if (!isNaN(at.getTime())) out.at = at;
  out.language = str(m.language);
  out.clientId = str(m.client_id);
  out.citations = (Array.isArray(m.citations) ? m.citations : []).map(citation).filter((c) => c.n > 0);
  out.quoted = m.quoted === true;
  out.refused = m.refused === true;
  out.stopped = m.stopped === true;
  if (m.feedback === "up" || m.feedback === "down") out.feedback = m.feedback;
  out.state = m.state === "streaming" || m.state === "failed" ? m.state : out.role === "visitor" ? "sent" : "done";
  return out;
}

function citation(v: unknown): Citation {
  const c = record(v);
  return { n: Number(c.n) || 0, title: str(c.title), url: str(c.url), document: str(c.document), passage: str(c.passage), language: str(c.language) || null, page: Number(c.page) || 0 };
}

export const record = (v: unknown): Record<string, unknown> => (v !== null && typeof v === "object" ? (v as Record<string, unknown>) : {});
export const str = (v: unknown): string => (typeof v === "string" ? v : "");
