import type { Api } from "../panel/api";
import type { el } from "../panel/dom";
import type { Words } from "./words";

/** What the parts of the sheet work with. */
export interface Context {
  api: Api;
  t: Words;
  /** The panel's own, so that it is not loaded twice. */
  el: typeof el;
  /** Says what has become of something, also to who listens. */
  say: (text: string) => void;
}
