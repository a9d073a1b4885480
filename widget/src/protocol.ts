/** The messages between the loader in the host's page and the panel in its iframe. */

/** What the loader tells the panel. */
export type Command =
  | { type: "state"; open: boolean; phone: boolean; focus: boolean }
  | { type: "send" | "prefill"; text: string }
  | { type: "end" }
  | { type: "set"; lang: string | undefined; theme: string };

/** A command as it is sent: marked, for a page may send its frames other messages too. */
export type ToPanel = Command & { wca: 1 };

/** Names of events that a host can listen to. */
export type EventName =
  | "ready"
  | "open"
  | "close"
  | "message:sent"
  | "message:received"
  | "answer:start"
  | "answer:end"
  | "unread"
  | "feedback"
  | "session:start"
  | "session:end"
  | "error";

/** What goes with an event. Never message text: hosts forward such events to trackers. */
export interface EventDetail {
  id?: string;
  count?: number;
  value?: string;
  refused?: boolean;
  stopped?: boolean;
  code?: string;
}

/** What the panel tells the loader; all but close become events of the page. */
export interface ToHost {
  name: EventName;
  detail?: EventDetail;
}
