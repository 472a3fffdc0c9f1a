import type { ServerResponse } from "node:http";
import { html, Html } from "./html.ts";

const STYLES = new Html(`
:root { color-scheme: light dark; --line: light-dark(#c9ccd3, #4a4f5c); --muted: light-dark(#565c69, #a9afbd);
  --accent: light-dark(#4338ca, #a5b4fc); --on-accent: light-dark(#fff, #14141f); --bad: light-dark(#b3261e, #ffb4ab);
  --note: light-dark(#fff4d6, #3a2f10); }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: light-dark(#f6f7f9, #14161c); color: light-dark(#1a1d24, #eceef3); }
.banner { margin: 0; padding: .5rem 1rem; background: var(--note); text-align: center; font-weight: 600; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.wide { max-width: 75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
.card { background: light-dark(#fff, #1d2029); border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; }
.lines { list-style: none; margin: 0 0 1.25rem; padding: 0; }
.lines li { display: flex; justify-content: space-between; gap: 1rem; padding: .375rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.lines span:last-child { flex: none; font-variant-numeric: tabular-nums; }
.lines li:last-child { border: 0; font-weight: 700; }
label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid light-dark(#767b87, #8b91a0); border-radius: .5rem; }
input[aria-invalid] { border-color: var(--bad); border-width: 2px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); column-gap: 1rem; }
.error { color: var(--bad); margin: .25rem 0 0; }
.alert { border: 2px solid var(--bad); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; color: var(--bad); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
button, .button { flex: 1 1 8rem; min-height: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; border-radius: .5rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); }
.quiet { background: transparent; color: var(--accent); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.hints { margin-top: 1.5rem; color: var(--muted); }
.hints dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; margin: .5rem 0; }
.hints dd { margin: 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
td.amount { text-align: right; font-variant-numeric: tabular-nums; }
code { font-size: .875em; }
`);

/** A whole page: its banner says on every one of them that no real money moves. */
export function page(title: string, content: Html, width: "narrow" | "wide" = "narrow"): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title} · Payment simulator</title>
        <style>
          ${STYLES}
        </style>
      </head>
      <body>
        <header class="banner">Payment simulator, no real money</header>
        <main class="${width}">${content}</main>
      </body>
    </html> `;
}

/** Sends a page that loads nothing and that no other site can frame. */
export function sendPage(response: ServerResponse, status: number, content: Html): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(content.text);
}
