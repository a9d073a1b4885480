type RGB = [number, number, number];

const parse = (hex: string): RGB => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as RGB;
const hex = (c: RGB): string => "#" + c.map((v) => Math.round(v).toString(16).padStart(2, "0")).join("");

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance(color: string): number {
  const [r, g, b] = parse(color).map((v) => {
    const c = v / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as RGB;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours as WCAG 2 defines it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** Black or white text, whichever reads better on the colour: at a luminance of 0.179 both have 4.58:1. */
export const readable = (on: string): string => (luminance(on) > 0.179 ? "#000000" : "#ffffff");

/** The colour, moved towards the text's end of the scale until it has the contrast on the ground. */
export function legible(color: string, ground: string, least: number): string {
  const goal = parse(readable(ground));
  const start = parse(color);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = hex(start.map((v, i) => v + (goal[i]! - v) * part) as RGB);
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return hex(goal);
}

/** Grounds of the panel, as in panel.css. */
export const grounds = { light: "#ffffff", dark: "#151a21" };

/** Sets the accent's custom properties; any brand colour stays readable in both themes. */
export function paint(accent: string): void {
  const style = document.documentElement.style;
  for (const mode of ["light", "dark"] as const) {
    const fill = legible(accent, grounds[mode], 3);
    style.setProperty(`--fill-${mode}`, fill);
    style.setProperty(`--on-${mode}`, readable(fill));
    style.setProperty(`--ink-${mode}`, legible(accent, mode === "light" ? "#f3f5f8" : "#222a35", 4.5));
  }
}
