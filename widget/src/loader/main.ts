import { type Widget, widget } from "./widget";

/**
 * window.wca takes commands. Before this script has run it is the site's stub, which keeps calls
 * in q; afterwards it passes them to the first bot of the page. bots has all by their public id.
 */
interface Entry extends Widget {
  q?: Parameters<Widget>[];
  bots?: Map<string, Widget>;
}

const scope = window as { wca?: Entry };
const script = (document.currentScript || document.querySelector('script[data-bot][src*=widget]')) as HTMLScriptElement;

const start = (): void => {
  // Whatever a page does to its own globals, the worst that happens to it is no chat.
  try {
    const bot = /pub_\w+/.exec(script.dataset.bot!)![0]; // copied with a space before it, too
    const before = scope.wca;
    const bots = before?.bots || new Map<string, Widget>();
    if (bots.has(bot)) return; // included twice: the first one serves
    const run = widget(script, bot, () => bots.delete(bot));
    bots.set(bot, run);
    const entry: Entry = (...call) => [...bots.values()][0]?.(...call);
    entry.bots = bots;
    scope.wca = entry;
    before?.q?.forEach((call) => run(...call));
  } catch (e) {
    console.warn("wca:", e);
  }
};

// Not while the document is being read: frameworks that take it over then would remove us.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
