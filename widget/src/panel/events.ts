import { record } from "./message";

/** One event of an answer's stream. A ping says only that the server is still there. */
export interface ServerEvent {
  name: string;
  data: Record<string, unknown>;
}

/** Longest silence of a stream, in milliseconds; the server pings more often. */
const patience = 45_000;

/**
 * Reads text/event-stream as the HTML standard defines it. Ends when the stream ends; throws when
 * it breaks or falls silent.
 */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let name = "";
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await timely(reader.read());
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "") {
          if (data.length) yield { name: name || "message", data: parse(data.join("\n")) };
          name = "";
          data = [];
        } else if (line.startsWith(":")) {
          yield { name: "ping", data: {} };
        } else {
          const colon = line.indexOf(":");
          const field = colon < 0 ? line : line.slice(0, colon);
          const content = colon < 0 ? "" : line.slice(colon + (line[colon + 1] === " " ? 2 : 1));
          if (field === "event") name = content;
          else if (field === "data") data.push(content);
        }
      }
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parse(json: string): Record<string, unknown> {
  return record(JSON.parse(json));
}

async function timely<T>(p: Promise<T>): Promise<T> {
  let timer = 0;
  const silence = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new TypeError("the stream fell silent")), patience);
  });
  try {
    return await Promise.race([p, silence]);
  } finally {
    clearTimeout(timer);
  }
}
