import type { Words } from "./words";

/** Why something was not saved: there were too many changes, or otherwise. */
export const failed = (t: Words, e: unknown): string => ((e as { code?: unknown }).code === "too_many_changes" ? t.hurried : t.notWished);
