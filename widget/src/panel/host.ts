import type { EventDetail, EventName, ToHost, ToPanel } from "../protocol";

/** The page around the iframe. Only its window at its origin is listened to and spoken to. */
export class Host {
  constructor(readonly origin: string) {}

  /** Whether there is anybody to talk to. */
  get present(): boolean {
    return this.origin !== "" && parent !== window;
  }

  listen(hear: (m: ToPanel) => void): void {
    if (!this.present) return;
    addEventListener("message", (e: MessageEvent) => {
      if (e.source !== parent || e.origin !== this.origin) return;
      const m = e.data as ToPanel | null;
      if (m !== null && typeof m === "object" && m.wca === 1) hear(m);
    });
  }

  /** Tells the page what happened; "close" asks it to close the panel. */
  tell(name: EventName, detail?: EventDetail): void {
    const m: ToHost = detail ? { name, detail } : { name };
    if (this.present) parent.postMessage(m, this.origin);
  }
}
