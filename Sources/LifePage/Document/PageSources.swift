// swift-format-ignore-file
// Written by script/page from the files in Resources. Change those.

/// The files of the page.
enum PageSources {
    static let page = #####"""
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<!--csp-->
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Espalier</title>
<link rel="icon" href="data:,">
<!--style-->
</head>
<body>
<a class="skip" href="#device">Go to the device</a>
<a class="skip" href="#cause">Go to the cause</a>

<header id="top">
  <div class="identity">
    <div class="title-row">
      <h1 id="title">Espalier</h1>
      <p id="connection" class="chip" data-tone="quiet">Loading</p>
    </div>
    <p id="facts"></p>
  </div>
  <label id="device-choice" hidden>Device <select id="device-select"></select></label>
  <div id="controls"></div>
</header>

<p id="notice" role="alert" hidden></p>

<section id="time" aria-labelledby="time-heading">
  <h2 id="time-heading" class="unseen">Time</h2>
  <div id="time-bar"></div>
</section>

<main id="main">
  <section id="device" aria-labelledby="device-heading" tabindex="-1">
    <div class="section-head">
      <h2 id="device-heading">Device</h2>
      <p id="device-state" class="quiet"></p>
    </div>
    <div id="status-page"></div>
    <section id="apps" aria-labelledby="apps-heading">
      <h3 id="apps-heading">Apps, packages, certificates</h3>
      <div id="apps-view"></div>
    </section>
  </section>

  <section id="cause" aria-labelledby="cause-heading" tabindex="-1">
    <h2 id="cause-heading" class="unseen">Cause</h2>
    <div id="tabs" role="tablist" aria-label="Cause">
      <button type="button" role="tab" id="tab-conversation" aria-controls="panel-conversation" aria-selected="true">Conversation</button>
      <button type="button" role="tab" id="tab-tree" aria-controls="panel-tree" aria-selected="false" tabindex="-1">Tree</button>
      <button type="button" role="tab" id="tab-diagnostics" aria-controls="panel-diagnostics" aria-selected="false" tabindex="-1">Diagnostics</button>
      <button type="button" role="tab" id="tab-events" aria-controls="panel-events" aria-selected="false" tabindex="-1">Events</button>
    </div>
    <div role="tabpanel" id="panel-conversation" aria-labelledby="tab-conversation"></div>
    <div role="tabpanel" id="panel-tree" aria-labelledby="tab-tree" hidden></div>
    <div role="tabpanel" id="panel-diagnostics" aria-labelledby="tab-diagnostics" hidden></div>
    <div role="tabpanel" id="panel-events" aria-labelledby="tab-events" hidden></div>
  </section>
</main>

<p id="progress" class="unseen" role="status" aria-live="polite"></p>
<dialog id="keys" aria-labelledby="keys-heading"></dialog>
<noscript><p class="noscript">This page draws a recorded life and needs JavaScript to do it. It asks nothing of any other address.</p></noscript>

<!--data-->
<!--script-->
</body>
</html>

"""#####

    static let styles: [PageSource] = [
        PageSource(
            name: "style.css",
            text: #####"""
/* Colours, spacing and type of the page; what helper files add builds on these names. */
:root {
  color-scheme: light dark;
  --bg: #f3f5f8;
  --surface: #ffffff;
  --surface-2: #f7f9fb;
  --raised: #ffffff;
  --text: #16202c;
  --muted: #566272;
  --border: #d5dce5;
  --border-strong: #8895a7;
  --accent: #1b5fb4;
  --accent-text: #ffffff;
  --accent-bg: #e4eefb;
  --good: #1c7340;
  --good-bg: #e0f3e7;
  --bad: #b3242f;
  --bad-bg: #fce9ea;
  --warn: #875600;
  --warn-bg: #fdf1d7;
  --mark-bg: #fff3b8;
  --work: #3478c9;
  --work-bg: #cfe1f7;
  --pause-bg: #dde3ea;
  --user-bg: #dceee6;
  --glass-bg: #0d3a66;
  --glass-text: #ffffff;
  --glass-muted: #d2e2f3;
  --glass-line: #ffffff3d;
  --glass-soft: #ffffff1f;
  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-5: 1.5rem;
  --space-6: 2rem;
  --radius: 6px;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", monospace;
  --small: 0.8125rem;
  --tiny: 0.75rem;
  --label-width: 9.5rem;
}

@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0f141a;
    --surface: #171d25;
    --surface-2: #1c232c;
    --raised: #222b36;
    --text: #e5eaf1;
    --muted: #a0acbb;
    --border: #2d3743;
    --border-strong: #6b7989;
    --accent: #7db3f5;
    --accent-text: #0b1a2c;
    --accent-bg: #1d3350;
    --good: #6fd195;
    --good-bg: #163323;
    --bad: #ff8e8b;
    --bad-bg: #401b1f;
    --warn: #e9bd5f;
    --warn-bg: #3a2c10;
    --mark-bg: #40380f;
    --work: #5d9ae6;
    --work-bg: #21426b;
    --pause-bg: #2f3944;
    --user-bg: #1f3f33;
    --glass-bg: #0b2f55;
  }
}

*, *::before, *::after { box-sizing: border-box; }
html { font: 15px/1.45 var(--font); background: var(--bg); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
h1 { font-size: 1.15rem; font-weight: 650; line-height: 1.25; }
h2 { font-size: 1rem; font-weight: 650; }
h3 { font-size: 0.95rem; font-weight: 650; }
h4 { font-size: 0.95rem; font-weight: 600; }
code, kbd, pre { font-family: var(--mono); font-size: 0.92em; }
[hidden] { display: none !important; }
.quiet { color: var(--muted); font-size: var(--small); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--space-2); top: -4rem; z-index: 20; background: var(--surface); color: var(--accent); padding: var(--space-2) var(--space-3); border-radius: var(--radius); }
.skip:focus { top: var(--space-2); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
section:focus { outline: none; }

button, select, input[type=search], input[type=text] {
  font: inherit; font-size: var(--small); color: var(--text); background: var(--surface); border: 1px solid var(--border-strong);
  border-radius: var(--radius); padding: 0.28rem 0.7rem; min-height: 1.9rem;
}
select { padding-right: 0.3rem; }
button { cursor: pointer; white-space: nowrap; }
button:hover:not(:disabled, [aria-disabled=true]) { background: var(--accent-bg); border-color: var(--accent); }
button:disabled { color: var(--muted); border-color: var(--border); cursor: default; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); font-weight: 600; }
button.primary:hover:not(:disabled, [aria-disabled=true]) { background: var(--accent); filter: brightness(1.12); }
button.primary:disabled { background: var(--surface-2); border-color: var(--border); color: var(--muted); }
button.small { min-height: 1.7rem; padding: 0.12rem 0.55rem; }
button[aria-pressed=true] { background: var(--accent-bg); border-color: var(--accent); color: var(--accent); font-weight: 600; }
button.link { border: 0; background: none; padding: 0.2rem 0; min-height: 0; color: var(--accent); text-decoration: underline; text-underline-offset: 3px; }
kbd { border: 1px solid var(--border-strong); border-bottom-width: 2px; border-radius: 4px; padding: 0 0.35em; background: var(--surface-2); }
label { font-size: var(--small); color: var(--muted); }

/* Header */
#top { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); padding: var(--space-3) var(--space-4); background: var(--surface); border-bottom: 1px solid var(--border); }
.identity { flex: 1 1 20rem; min-width: 0; }
.title-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-3); }
#facts { color: var(--muted); font-size: var(--small); }
.chip { font-size: var(--small); border-radius: 99px; padding: 0.1rem 0.7rem; border: 1px solid var(--border); color: var(--muted); }
.chip[data-tone=good] { color: var(--good); border-color: currentColor; }
.chip[data-tone=bad] { color: var(--bad); border-color: currentColor; background: var(--bad-bg); }
#controls { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
.clock-state { font-size: var(--small); color: var(--muted); }
.clock-state:empty { display: none; }
.buttons { display: flex; flex-wrap: wrap; gap: var(--space-2); }
#notice { display: flex; justify-content: space-between; align-items: center; gap: var(--space-3); background: var(--warn-bg); color: var(--warn); padding: var(--space-2) var(--space-4); border-bottom: 1px solid var(--border); }

/* Time bar */
#time { background: var(--surface); border-bottom: 1px solid var(--border); padding: var(--space-2) var(--space-4) var(--space-2); }
.time-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--space-1) var(--space-4); margin-bottom: var(--space-1); }
.time-tools { flex: 0 1 auto; }
.time-text { flex: 1 1 14rem; min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.time-now { font-size: 1.35rem; font-weight: 650; letter-spacing: -0.01em; }
.time-moment { color: var(--muted); font-size: var(--small); }
.time-tools { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2); }
.time-tools select { max-width: 13rem; min-height: 1.7rem; padding-block: 0.1rem; }
.lanes, .rail { display: grid; grid-template-columns: var(--label-width) minmax(0, 1fr); }
.lanes { max-height: 13.5rem; overflow-y: auto; overflow-x: hidden; scrollbar-width: thin; }
.rail { position: relative; padding-right: var(--gutter, 0); }
.rail > * { grid-column: 2; }
.lane-labels { padding-right: var(--space-2); }
.lane-name { display: block; font-size: var(--tiny); color: var(--muted); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; height: 15px; line-height: 15px; }
.lane-name.of-phase { height: 24px; line-height: 22px; }
.lane-name.of-mark { height: 17px; line-height: 17px; }
.plot, .rail { --start: 8px; --end: 24px; }
.plot { position: relative; min-width: 0; cursor: ew-resize; touch-action: pan-y; user-select: none; }
.plot svg, .rail svg { display: block; width: 100%; }
/* --x is set on these two */
.playhead, .future { --x: 0; position: absolute; top: 0; bottom: 0; pointer-events: none; left: calc(var(--start) + var(--x) * (100% - var(--start) - var(--end))); }
.playhead { width: 2px; margin-left: -1px; background: var(--accent); }
.future { right: 0; background: var(--surface); opacity: 0.55; }
.rail input[type=range] { width: calc(100% + var(--start) - var(--end)); margin: -3px 0; height: 24px; appearance: none; background: none; cursor: ew-resize; grid-row: 1; }
.rail .axis { grid-row: 2; }
.rail input[type=range]::-webkit-slider-runnable-track { height: 4px; border-radius: 2px; background: var(--border); }
.rail input[type=range]::-webkit-slider-thumb { appearance: none; width: 16px; height: 16px; margin-top: -6px; border-radius: 50%; background: var(--accent); border: 2px solid var(--surface); box-shadow: 0 0 0 1px var(--accent); }
.rail input[type=range]::-moz-range-track { height: 4px; border-radius: 2px; background: var(--border); }
.rail input[type=range]::-moz-range-thumb { width: 12px; height: 12px; border-radius: 50%; background: var(--accent); border: 2px solid var(--surface); }
.axis text { font-size: 11px; fill: var(--muted); }
.scale-note { font-size: var(--tiny); color: var(--muted); padding-left: var(--label-width); }
.gap, .stripe { pointer-events: none; }
.stripe { fill: var(--pause-bg); }
.phase rect { fill: var(--work-bg); stroke: var(--work); stroke-width: 1; }
.phase text { font-size: 11px; fill: var(--text); pointer-events: none; }
.phase[data-kind=pause] rect { fill: var(--pause-bg); stroke: var(--border-strong); stroke-dasharray: 3 2; }
.phase[data-kind=user] rect { fill: var(--user-bg); stroke: var(--good); }
.phase[data-kind=success] rect { fill: var(--good-bg); stroke: var(--good); stroke-width: 2; }
.phase[data-kind=error] rect { fill: var(--bad-bg); stroke: var(--bad); stroke-width: 2; }
.bar.selected rect { fill: var(--accent); stroke: var(--text); stroke-width: 1.5; }
.lane-name.selected { color: var(--text); font-weight: 700; }
.segment { cursor: pointer; }
.segment line { stroke: var(--border-strong); stroke-width: 1.5; stroke-dasharray: 2 3; }
.segment rect { fill: var(--work); }
.segment.download rect { fill: none; stroke: var(--work); stroke-width: 1.5; }
.segment path { fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.segment .tick { stroke: var(--good); }
.segment .cross, .session .cross { stroke: var(--bad); }
.segment[data-state="4"] line { stroke: var(--bad); stroke-dasharray: none; }
.session, .mark { cursor: pointer; }
.session line { stroke: var(--border-strong); stroke-width: 1.5; }
.session path { fill: none; stroke-width: 2; }
.hit { fill: transparent; }
.mark path { fill: none; stroke: var(--muted); stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
.mark text { font-size: 10px; fill: var(--muted); }
.mark[data-kind=failure] path { stroke: var(--bad); stroke-width: 2.4; }
.mark[data-kind=refusal] path { stroke: var(--warn); }
.mark[data-kind=user] path { stroke: var(--good); }
.mark[data-kind=button] path { stroke: var(--accent); }
.mark:hover path, .session:hover line { stroke-width: 3; }
.segment:hover rect { filter: brightness(1.15); }

.short { display: none; }

/* The two columns */
#main { display: grid; grid-template-columns: clamp(18rem, 34vw, 30rem) minmax(0, 1fr); gap: var(--space-4); padding: var(--space-4); align-items: start; }
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 var(--space-3); margin-bottom: var(--space-2); }
#apps { margin-top: var(--space-4); }
#apps > h3 { margin-bottom: var(--space-2); }
#cause { background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); min-width: 0; display: flex; flex-direction: column; }
#tabs { display: flex; gap: 0; border-bottom: 1px solid var(--border); overflow-x: auto; padding: 0 var(--space-2); }
#tabs button { border: 0; border-bottom: 3px solid transparent; border-radius: 0; background: none; padding: 0.55rem 0.8rem; color: var(--muted); font-weight: 550; }
#tabs button[aria-selected=true] { color: var(--text); border-bottom-color: var(--accent); }
#tabs button:focus-visible { outline-offset: -3px; }
#device, [role=tabpanel] { position: relative; }
[role=tabpanel] { min-height: 0; flex: 1 1 auto; overflow: auto; }

/* The device */
.machine { border-radius: 14px; background: #20262e; padding: 10px 10px 6px; box-shadow: 0 1px 2px #0003, 0 8px 24px -12px #0006; }
.machine-foot { width: 3.2rem; height: 3px; border-radius: 2px; background: #5a6675; margin: 5px auto 0; }
.glass { --accent: #ffffff; background: var(--glass-bg); color: var(--glass-text); border-radius: 6px; min-height: 25rem; display: flex; flex-direction: column; padding: 1.4rem 1.6rem 1.2rem; }
.screen { flex: 1 1 auto; display: flex; flex-direction: column; }
.glass .quiet, .glass .page-subtitle { color: var(--glass-muted); }
.page-title { font-size: 1.35rem; font-weight: 600; }
.page-subtitle { font-size: var(--small); margin: 0.15rem 0 1rem; }
.categories { list-style: none; display: flex; flex-direction: column; gap: 0.7rem; }
.category { border-top: 1px solid var(--glass-line); padding-top: 0.6rem; }
.category-head { display: grid; grid-template-columns: 1.5rem 1fr auto; align-items: baseline; gap: 0.1rem 0.5rem; }
.category-head h4 { overflow-wrap: normal; }
.category-state { font-size: var(--small); color: var(--glass-muted); text-align: right; }
.category[data-state=failed] .category-state, .category[data-state=cancelled] .category-state { color: #ffc2bf; font-weight: 600; }
.category[data-state=notStarted] h4, .category[data-state=failedFromPreviousCategory] h4 { color: var(--glass-muted); }
.lines { list-style: none; margin: 0.3rem 0 0 2rem; font-size: var(--small); }
.line { display: grid; grid-template-columns: 1.2rem 1fr; gap: 0.3rem; padding: 0.1rem 0; }
.line.silent { color: var(--glass-muted); }
.line[data-state=failed] { color: #ffc2bf; }
.sign { display: inline-block; width: 1em; text-align: center; font-weight: 700; line-height: 1; }
.sign::before { content: "○"; }
.sign[data-state=inProgress]::before { content: "◐"; display: inline-block; animation: turn 1.6s linear infinite; }
.sign[data-state=rebootRequiredAndTryAgain]::before { content: "↻"; }
.sign[data-state=succeeded]::before { content: "✓"; }
.sign[data-state=failed]::before, .sign[data-state=cancelled]::before { content: "✕"; }
.sign[data-state=failedFromPreviousCategory]::before, .sign[data-state=failedFromPreviousSubcategory]::before { content: "–"; }
@keyframes turn { to { transform: rotate(1turn); } }
.page-error { margin-top: 1rem; background: #5c1319; border-left: 4px solid #ff8e8b; border-radius: 4px; padding: 0.7rem 0.9rem; }
.error-text { white-space: pre-wrap; }
.error-code { margin-top: 0.3rem; font-size: var(--small); color: #ffd9d7; }
.details { align-self: flex-start; margin-top: 0.9rem; font-size: var(--small); }
.glass button.link { color: #fff; }
.screen-actions { margin-top: 1.1rem; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.6rem 1rem; }
.links { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; }
.screen-actions > .buttons { margin-left: auto; }
.glass .screen-button { background: var(--glass-soft); border-color: #ffffff99; color: #fff; min-width: 6.5rem; }
.glass .screen-button.primary { background: #fff; color: #0d3a66; }
.glass button:hover:not(:disabled, [aria-disabled=true]) { background: #ffffff38; border-color: #fff; }
.glass .screen-button.primary:hover:not(:disabled, [aria-disabled=true]) { background: #e4eefb; }
.glass button.link:hover { background: none; }
.glass [aria-disabled=true] { cursor: not-allowed; opacity: 0.72; }
.questions { list-style: none; display: grid; gap: var(--space-2); margin-top: var(--space-4); }
.questions > li { padding: var(--space-3); border: 1px solid var(--glass-line); border-radius: var(--radius); background: #0005; }
.questions ol { padding-left: 1.4em; }
.question-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.question-answer { color: var(--glass-muted); font-size: var(--small); }
.why { margin-top: 0.6rem; font-size: var(--tiny); color: var(--glass-muted); }
.screen-message { margin: auto; max-width: 24rem; text-align: center; display: flex; flex-direction: column; gap: 0.5rem; align-items: center; padding: 1.5rem 0; }
.screen-message h3 { font-size: 1.3rem; font-weight: 600; }
.screen-message p { color: var(--glass-muted); font-size: var(--small); }
.glyph { font-size: 2.2rem; line-height: 1; }
.glyph[data-glyph=restart]::before { content: "↻"; }
.glyph[data-glyph=tick]::before { content: "✓"; }
.glyph[data-glyph=dots]::before { content: "···"; letter-spacing: 0.1em; }
.glyph[data-glyph=power]::before { content: "○"; }
.glyph[data-glyph=user]::before, .glyph[data-glyph=desktop]::before { content: ""; display: block; width: 2.6rem; height: 1.8rem; border: 2px solid currentColor; border-radius: 4px; }
.glyph[data-glyph=user]::before { width: 2.2rem; height: 2.2rem; border-radius: 50%; }
.glass[data-screen=off], .glass[data-screen=restarting] { background: #07090c; }
.glass[data-screen=white] { background: #fff; color: #16202c; --glass-muted: #566272; }
.glass[data-screen=technicianSuccess] { background: #14532d; }
.glass[data-screen=technicianFailure] { background: #6b1219; --glass-muted: #ffdcda; }
.glass[data-screen=technicianFailure] .page-error { background: #3f090d; }
.glass[data-screen=desktop], .glass[data-screen=left] { background: #24455f; }
.sign-in { display: grid; grid-template-columns: auto auto; gap: 0.3rem 0.8rem; font-size: var(--small); text-align: left; }
.sign-in dd { border: 1px solid var(--glass-line); border-radius: 4px; padding: 0 0.6rem; min-width: 9rem; color: var(--glass-muted); }
.stages { list-style: none; text-align: left; font-size: var(--small); }
.stages li::before { content: "○ "; }
.stages li[data-state=succeeded]::before { content: "✓ "; }
.stages li[data-state=inProgress]::before { content: "◐ "; }
.server-nodes { width: 100%; border-collapse: collapse; font-size: var(--tiny); }
.server-nodes caption { text-align: left; color: var(--glass-muted); padding-bottom: 0.3rem; }
.server-nodes td:first-child { white-space: nowrap; overflow-wrap: normal; }
.server-nodes td, .server-nodes th { text-align: left; font-weight: 400; padding: 0.15rem 0.5rem 0.15rem 0; border-top: 1px solid var(--glass-line); vertical-align: top; }
.server-nodes .value-empty { color: var(--glass-muted); }

dialog { border: 1px solid var(--border); border-radius: 10px; background: var(--surface); color: var(--text); padding: var(--space-5); max-width: min(34rem, calc(100vw - 2rem)); }
dialog::backdrop { background: #0008; }
dialog h2 { margin-bottom: var(--space-3); }
dialog table + h2 { margin-top: var(--space-4); }
.signs { list-style: none; columns: 2; font-size: var(--small); color: var(--muted); }
.signs li { display: flex; align-items: center; gap: var(--space-2); break-inside: avoid; padding: 0.1rem 0; }
.signs svg { flex: none; }
dialog th { text-align: left; padding: 0.25rem 1.2rem 0.25rem 0; font-weight: 400; white-space: nowrap; }
dialog td { color: var(--muted); }
dialog form { margin-top: var(--space-4); text-align: right; }
.noscript { padding: var(--space-4); }

"""#####),
        PageSource(
            name: "layout.css",
            text: #####"""
/* What the page looks like in windows of different widths, in forced colours and on paper. */

/* Wide: columns scroll on their own, so that cause and device stay beside each other. */
@media (min-width: 961px) and (min-height: 641px) {
  html, body { height: 100%; }
  body { display: flex; flex-direction: column; }
  #main { flex: 1 1 0; min-height: 0; align-items: stretch; }
  #device { overflow-y: auto; min-height: 0; padding-right: 2px; scrollbar-width: thin; }
  #cause { min-height: 0; }
}

@media (max-width: 960px) {
  #main { grid-template-columns: minmax(0, 1fr); padding: var(--space-3); }
  [role=tabpanel] { max-height: 85vh; }
}

@media (max-width: 640px) {
  :root { --label-width: 0rem; }
  #top { padding: var(--space-2) var(--space-3); }
  #time { position: sticky; top: 0; z-index: 5; padding: var(--space-2) var(--space-3); }
  .lane-labels, .zoom, .shorten { display: none; }
  .long { display: none; }
  .short { display: inline; }
  .time-tools { flex-wrap: nowrap; }
  .time-tools button { min-width: 2.2rem; }
  .time-head { flex-wrap: nowrap; align-items: baseline; }
  .time-text { flex-basis: 0; }
  .time-tools button { padding-inline: 0.4rem; }
  .scale-note { padding-left: 0; }
  .lanes, .rail { grid-template-columns: minmax(0, 1fr); }
  .rail > * { grid-column: 1; }
  .glass { padding: 1.1rem 1rem; min-height: 20rem; }
  #tabs { padding: 0; }
  #tabs button { flex: 1 1 auto; padding-inline: 0.3rem; }
}

@media (max-height: 800px) { .lanes { max-height: 10.5rem; } }

@media (forced-colors: active) {
  :root {
    --text: CanvasText; --muted: CanvasText; --surface: Canvas; --surface-2: Canvas; --bg: Canvas; --border: CanvasText; --border-strong: CanvasText;
    --accent: Highlight; --accent-bg: Canvas; --accent-text: HighlightText; --good: CanvasText; --good-bg: Canvas; --bad: CanvasText; --bad-bg: Canvas;
    --warn: CanvasText; --warn-bg: Canvas; --work: Highlight; --work-bg: Canvas; --pause-bg: Canvas; --user-bg: Canvas; --mark-bg: Canvas;
  }
  .glass, .machine, .page-error, .chip, #notice { border: 1px solid CanvasText; }
  .playhead { background: Highlight; forced-color-adjust: none; }
  .future { opacity: 0; }
  button.primary { background: ButtonFace; color: ButtonText; border-color: ButtonText; border-width: 2px; }
  #tabs button { border-bottom-color: Canvas; }
  #tabs button[aria-selected=true], button[aria-pressed=true] { outline: 2px solid Highlight; outline-offset: -3px; }
}

@media print {
  :root {
    color-scheme: light;
    --bg: #fff; --surface: #fff; --surface-2: #fff; --raised: #fff; --text: #000; --muted: #444; --border: #bbb; --border-strong: #777;
    --accent: #1b5fb4; --accent-bg: #e4eefb; --good: #1c7340; --good-bg: #e0f3e7; --bad: #b3242f; --bad-bg: #fce9ea; --warn: #875600; --warn-bg: #fdf1d7;
    --work: #3478c9; --work-bg: #cfe1f7; --pause-bg: #dde3ea; --user-bg: #dceee6; --mark-bg: #fff3b8;
  }
  html, body, #main, #device, #cause, [role=tabpanel] { display: block; height: auto !important; max-height: none !important; overflow: visible !important; background: #fff; color: #000; }
  [role=tabpanel][hidden] { display: none !important; }
  #controls, .time-tools, .rail input, .skip, #tabs button[aria-selected=false], .details { display: none !important; }
  .machine, .glass { background: #fff !important; color: #000 !important; box-shadow: none; border: 1px solid #888; --glass-muted: #444; --glass-line: #888; min-height: 0; }
  .page-error { background: #fff; border: 1px solid #b3242f; }
  .category, .machine { break-inside: avoid; }
  .error-code, .line[data-state=failed], .category-state, .glass button.link, .glass .screen-button { color: #000 !important; }
  .glass .screen-button { border-color: #000; }
  #device { margin-bottom: 1rem; }
}

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}

"""#####),
        PageSource(
            name: "panels.css",
            text: #####"""
/* What stands beside the device: conversation, tree, diagnostics, events, and the table of apps below the device. */

.panel { display: flex; flex-direction: column; overflow: hidden; container-type: inline-size; container-name: panel; --row-height: 27px; }
#cause { overflow: hidden; }
#tabs { flex: none; }
.panel-tools { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); padding: var(--space-2) var(--space-3); border-bottom: 1px solid var(--border); background: var(--surface-2); flex: none; }
.panel-scroller { flex: 1 1 auto; min-height: 8rem; overflow: auto; overscroll-behavior: contain; scroll-padding-block: 2.2rem 0.5rem; }
.panel-scroller.pinned { overflow-anchor: none; }
.panel-scroller:focus-visible { outline-offset: -2px; }
.panel-empty { color: var(--muted); padding: var(--space-4); font-size: var(--small); }
.off-screen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; white-space: nowrap; }
.tool-group { display: inline-flex; flex-wrap: wrap; gap: var(--space-1) var(--space-2); }
.check { display: inline-flex; align-items: center; min-height: 1.7rem; gap: 0.35rem; color: var(--text); white-space: nowrap; }
.check input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--accent); }
.search-field { display: inline-flex; align-items: center; gap: var(--space-2); flex: 1 1 11rem; max-width: 24rem; min-width: 0; }
.search-input { flex: 1 1 auto; min-width: 6rem; width: 100%; }
.search-count { font-size: var(--small); color: var(--muted); white-space: nowrap; }
.search-count:empty { display: none; }

button.text-button { border-color: transparent; background: none; color: var(--accent); padding: 0.1rem 0.35rem; min-height: 1.6rem; white-space: normal; text-align: start; max-width: 100%; }
button.text-button:hover:not(:disabled) { background: var(--accent-bg); border-color: transparent; }
button.text-button:disabled { color: var(--muted); opacity: 0.7; }
button.text-button[aria-pressed=true] { background: var(--accent-bg); }
.copy-said:empty { display: none; }
.copy-said { font-size: var(--tiny); color: var(--good); margin-inline-start: 0.2rem; }

.value { font-family: var(--mono); font-size: 0.92em; unicode-bidi: isolate; }
.value-empty { color: var(--muted); font-style: italic; }
.block-value { display: inline-block; max-width: 100%; vertical-align: top; font-family: var(--mono); font-size: 0.92em; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; max-height: 22rem; overflow: auto; }
.invisible-character { font-family: var(--mono); font-size: 0.82em; color: var(--warn); background: var(--warn-bg); border-radius: 3px; padding: 0 0.2em; margin: 0 0.08em; unicode-bidi: isolate; }
.address { display: inline-flex; min-width: 0; max-width: 100%; white-space: nowrap; }
.address-head { color: var(--muted); overflow: hidden; text-overflow: ellipsis; flex: 0 1000 auto; min-width: 1.2em; }
.address-tail { flex: 0 0 auto; max-width: calc(100% - 1.2em); overflow: hidden; text-overflow: ellipsis; }
.address-tail:first-child { max-width: 100%; }
.address-whole { font-family: var(--mono); font-size: 0.92em; overflow-wrap: anywhere; }
.word { display: inline-block; font-size: var(--tiny); line-height: 1.35; border-radius: 99px; padding: 0 0.5em; border: 1px solid currentColor; white-space: nowrap; }
.word.good, .good { color: var(--good); }
.word.bad, .bad, .word.error { color: var(--bad); }
.word.warning { color: var(--warn); }
.word.note { color: var(--muted); }
.hint { display: block; color: var(--muted); font-size: var(--small); }
.hint::before { content: "Hint: "; font-weight: 600; }
.facts > div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 var(--space-2); padding: 0.12rem 0; font-size: var(--small); }
.facts dt { color: var(--muted); }
.facts .format { display: inline-block; color: var(--muted); border: 1px solid var(--border); border-radius: 3px; padding: 0 0.3em; margin-inline-end: 0.4em; font-size: var(--tiny); }
.writer { color: var(--muted); font-size: var(--tiny); white-space: nowrap; }
.writer.bad { color: var(--bad); }

/* Conversation */
.session { content-visibility: auto; contain-intrinsic-block-size: auto calc(2.1rem + var(--messages, 1) * 2.2rem + var(--rows, 0) * 1.75rem); border-bottom: 1px solid var(--border); }
.session > h3 { position: sticky; top: 0; z-index: 2; font-size: inherit; font-weight: inherit; }
.session-toggle { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-3); width: 100%; text-align: start; border: 0; border-radius: 0; background: var(--surface-2); padding: 0.35rem var(--space-3); white-space: normal; border-bottom: 1px solid var(--border); }
.session-toggle:focus-visible, .message-toggle:focus-visible, .command-line:focus-visible { outline-offset: -2px; }
.session-toggle::before, .message-toggle::before { content: "▸"; display: inline-block; width: 0.8rem; color: var(--muted); flex: none; }
.session-toggle[aria-expanded=true]::before, .message-toggle[aria-expanded=true]::before { content: "▾"; }
.session-number { font-weight: 650; }
.session-trigger { color: var(--text); }
.session-meta, .message-meta { display: inline-flex; flex-wrap: wrap; gap: 0 var(--space-3); color: var(--muted); font-size: var(--small); }
.session-end { margin-inline-start: auto; font-size: var(--small); color: var(--muted); }
.session-end[data-kind=running] { color: var(--accent); }
.session-end[data-kind=broken], .session-end[data-kind=refused] { color: var(--bad); font-weight: 600; }
.session.broken > h3 > .session-toggle { background: var(--bad-bg); }
.message { content-visibility: auto; contain-intrinsic-block-size: auto calc(2.2rem + var(--rows, 0) * 1.75rem); border-inline-start: 3px solid var(--border); margin-inline-start: var(--space-3); }
.message.server { border-inline-start-color: var(--work); }
.message.client { border-inline-start-color: var(--good); }
.message + .message { border-top: 1px solid var(--border); }
.message-head { display: flex; align-items: center; gap: 0 var(--space-2); padding-inline-end: var(--space-2); }
.message-head h4 { flex: 1 1 auto; min-width: 0; font-size: inherit; font-weight: inherit; }
.message-toggle { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-2); width: 100%; border: 0; border-radius: 0; background: none; text-align: start; white-space: normal; padding: 0.3rem var(--space-2); }
.message-direction { font-weight: 600; }
.message.server .message-direction { color: var(--accent); }
.message.client .message-direction { color: var(--good); }
.message-number { color: var(--muted); }
.message-summary { display: inline-flex; flex-wrap: wrap; gap: 0 var(--space-2); color: var(--muted); }
.message-summary .refused, .message-error { color: var(--bad); font-weight: 600; }
.message-error { padding: 0.2rem var(--space-3) var(--space-2); font-size: var(--small); font-weight: 400; }
.message-meta { white-space: nowrap; flex: none; }
.message-body { padding-bottom: 0.25rem; }
.fold { margin-inline-start: 1.4rem; }
.commands { list-style: none; }
button.command-line { display: grid; grid-template-columns: 2.6rem 6.2rem minmax(0, 1fr) auto; gap: 0 var(--space-2); align-items: baseline; width: 100%; text-align: start; border: 0; border-radius: 0; background: none; padding: 0.14rem var(--space-2) 0.14rem calc(1.2rem + var(--depth, 0) * 1.1rem); min-height: 1.7rem; }
.command-id { color: var(--muted); font-variant-numeric: tabular-nums; text-align: end; overflow: hidden; text-overflow: ellipsis; }
.command-name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
.command-what { display: flex; align-items: baseline; gap: var(--space-3); min-width: 0; overflow: hidden; }
.command-what .address { flex: 0 2 auto; min-width: min(13rem, 62%); }
.command-what .value { flex: 0 1 auto; min-width: 3.4rem; max-width: 70%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.command-what .address + .value::before { content: "= "; color: var(--muted); }
/* What a code means, where the row says nothing else */
.command-words { color: var(--muted); flex: none; }
.command-status { color: var(--muted); white-space: nowrap; }
.command-status.bad { color: var(--bad); font-weight: 600; }
.command.refused > .command-line { background: var(--bad-bg); }
.command.touched > .command-line { background: var(--mark-bg); }
.command.selected > .command-line { background: var(--accent-bg); box-shadow: inset 3px 0 var(--accent); }
.command-details { background: var(--surface-2); border-block: 1px solid var(--border); padding: var(--space-2) var(--space-3) var(--space-2) 2.2rem; }
.touched-nodes { list-style: none; }
.touched-nodes li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-2); }
.touch-bar { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-2); padding: var(--space-1) var(--space-3); background: var(--mark-bg); border-bottom: 1px solid var(--border); font-size: var(--small); flex: none; }
.touch-text, .touch-address { display: flex; min-width: 0; }
.touch-bar .tool-group { align-items: center; }
.touch-text { gap: 0.4em; min-width: 0; flex: 1 1 14rem; white-space: pre; }

/* XML */
.message-xml { border-block: 1px solid var(--border); background: var(--surface-2); }
.message-xml > .quiet { padding: var(--space-2) var(--space-3); }
.xml-tools { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-2); padding: var(--space-1) var(--space-3); border-bottom: 1px solid var(--border); }
.xml-body { max-height: min(28rem, 50vh); overflow: auto; overscroll-behavior: contain; font-family: var(--mono); font-size: var(--small); line-height: 1.5; padding: var(--space-2) 0; }
.xml-body:focus-visible { outline-offset: -2px; }
.xml-chunk:not(.drawn) { block-size: calc(var(--lines) * 1.5em); }
.xml-line { padding-inline: calc(var(--space-3) + var(--depth, 0) * 1.1em + 1.6em) var(--space-3); text-indent: -1.6em; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; min-height: 1.5em; }
.xml-body.as-sent .xml-line { padding-inline-start: var(--space-3); text-indent: 0; }
.xml-punctuation { color: var(--muted); }
.xml-name { color: var(--accent); }
.xml-attribute { color: var(--warn); }
.xml-quoted, .xml-cdata { color: var(--good); }
.xml-comment { color: var(--muted); font-style: italic; }
mark { background: var(--mark-bg); color: inherit; border-radius: 2px; }
mark.current { outline: 2px solid var(--accent); }

/* Rows of one height, of which only those in the window exist */
.windowed-canvas { position: relative; }
.windowed-canvas > * { position: absolute; inset-inline: 0; top: 0; block-size: var(--row-height); }

/* Tree */
.tree-changes { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-2); padding: 0.2rem var(--space-3); border-bottom: 1px solid var(--border); flex: none; }
.tree-summary { flex: 1 1 14rem; font-size: var(--small); color: var(--muted); }
.tree-split { display: flex; flex-direction: column; flex: 1 1 auto; min-height: 0; }
.tree-side { display: flex; flex-direction: column; flex: 1 1 60%; min-height: 9rem; min-width: 0; }
.tree { padding: 0; }
.tree-row { display: flex; align-items: center; gap: 0.4rem; padding-inline: calc(var(--space-2) + var(--level, 0) * 1.05rem) var(--space-3); white-space: nowrap; overflow: hidden; font-size: var(--small); cursor: default; }
.tree-row:hover { background: var(--surface-2); }
.tree-sign { flex: none; width: 1.1rem; text-align: center; color: var(--muted); cursor: pointer; }
.tree-name { flex: 0 1 auto; min-width: 4rem; overflow: hidden; text-overflow: ellipsis; }
.tree-row.branch .tree-name { font-weight: 600; }
.tree-also { flex: 0 2 auto; overflow: hidden; text-overflow: ellipsis; font-size: var(--tiny); }
.tree-equals { color: var(--muted); flex: none; }
.tree-row .value { flex: 1 2 4rem; min-width: 2.5rem; overflow: hidden; text-overflow: ellipsis; }
.tree-words { flex: none; display: inline-flex; align-items: center; gap: 0.35rem; margin-inline-start: auto; }
.change-word { color: var(--good); background: var(--good-bg); border-color: transparent; }
.touch-word { color: var(--text); background: var(--mark-bg); border-color: var(--border-strong); }
.tree-row.touched { background: var(--mark-bg); }
.tree-row.changed { box-shadow: inset 3px 0 var(--good); }
.tree-row[aria-selected=true] { background: var(--accent-bg); box-shadow: inset 3px 0 var(--accent); }
.tree:focus-visible .tree-row.active { outline: 2px solid var(--accent); outline-offset: -2px; }
.node-details { flex: 1 1 40%; min-height: 0; overflow: auto; border-top: 2px solid var(--border); padding: var(--space-2) var(--space-3) var(--space-4); overscroll-behavior: contain; }
.node-details[data-empty] { display: none; }
.node-details h4 { font-size: var(--small); margin: var(--space-3) 0 0.15rem; }
.node-head { display: flex; align-items: baseline; justify-content: space-between; gap: var(--space-2); }
.node-head > button.text-button { flex: none; white-space: nowrap; }
.node-address { font-size: var(--small); margin-bottom: var(--space-2); }
.node-value { border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface-2); padding: var(--space-2); }
.node-history, .node-commands { list-style: none; }
button.history-line { display: grid; grid-template-columns: 4.2rem minmax(0, 1fr) auto; gap: 0 var(--space-2); align-items: baseline; width: 100%; text-align: start; border: 0; background: none; padding: 0.1rem 0.3rem; min-height: 1.6rem; white-space: normal; }
.history-time { color: var(--muted); }
.now > .history-line { background: var(--accent-bg); font-weight: 600; }
.later > .history-line { color: var(--muted); font-style: italic; }
@container panel (min-width: 44rem) {
  .tree-split { flex-direction: row; }
  .tree-side { flex: 1 1 58%; }
  .node-details { flex: 0 0 min(42%, 26rem); border-top: 0; border-inline-start: 1px solid var(--border); }
  .node-details[data-empty] { display: block; }
}

/* Events */
.event-row { border-bottom: 1px solid var(--border); }
button.event-line { display: grid; grid-template-columns: 4.4rem 4.6rem minmax(0, 1fr); gap: 0 var(--space-2); align-items: center; width: 100%; height: 100%; min-height: 0; border: 0; border-radius: 0; background: none; text-align: start; padding: 0 var(--space-3); }
.event-line:focus-visible { outline-offset: -2px; }
.event-time, .event-kind { color: var(--muted); }
.event-kind { font-size: var(--tiny); }
.event-text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.event-row[data-tone=heading] .event-text { font-weight: 600; }
.event-row[data-tone=good] .event-text { color: var(--good); }
.event-row[data-tone=bad] .event-text { color: var(--bad); font-weight: 600; }
.event-row[data-tone=quiet] .event-text { color: var(--muted); }
.event-row.later .event-text, .event-row.later .event-time { color: var(--muted); font-style: italic; font-weight: 400; }
.event-row.later { background: var(--surface-2); }
.event-row.now { box-shadow: inset 3px 0 var(--accent); background: var(--accent-bg); }
.event-row.touched { background: var(--mark-bg); }

/* Diagnostics */
.diagnostics { list-style: none; }
.diagnostic { content-visibility: auto; contain-intrinsic-block-size: auto 5.5rem; padding: var(--space-2) var(--space-3); border-bottom: 1px solid var(--border); border-inline-start: 3px solid var(--border); }
.diagnostic.error { border-inline-start-color: var(--bad); }
.diagnostic.warning { border-inline-start-color: var(--warn); }
.diagnostic-head, .diagnostic-links { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--space-2); font-size: var(--small); }
.diagnostic-message { font-weight: 550; }
.diagnostic-message::first-letter { text-transform: uppercase; }
.diagnostic-links { margin-inline-start: -0.35rem; }
.diagnostic-links > .quiet { margin-inline-start: 0.35rem; }
.ending:not(:empty), .expectations:not(:empty) { padding: var(--space-3); border-bottom: 1px solid var(--border); }
.ending .diagnostics { margin: var(--space-2) calc(-1 * var(--space-3)) calc(-1 * var(--space-3)); border-top: 1px solid var(--border); }
.outcome { font-weight: 600; }
.expectation-table, .apps-table { border-collapse: collapse; width: 100%; font-size: var(--small); margin-top: var(--space-2); }
.expectation-table th, .expectation-table td, .apps-table th, .apps-table td { text-align: start; vertical-align: top; padding: 0.25rem var(--space-2) 0.25rem 0; border-top: 1px solid var(--border); font-weight: 400; }
.expectation-table thead th, .apps-table thead th { color: var(--muted); border-top: 0; white-space: nowrap; }

/* Apps */
.apps-table { margin-top: 0; background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); border-collapse: separate; border-spacing: 0; }
.apps-table th, .apps-table td { padding-inline: var(--space-2); }
.apps-table thead th { padding-block: 0.2rem; }
.app-name { padding-inline: 0 !important; font-weight: 600; }
.app-kind { display: block; }
.app-state > *, .app-since > * { display: block; }
.app-since { white-space: nowrap; }
.app-word { font-weight: 600; }
.app-state[data-state="2"] .app-word { color: var(--accent); }
.app-state[data-state="3"] .app-word { color: var(--good); }
.app-state[data-state="4"] .app-word, .app-error { color: var(--bad); }
.apps-table tr.selected > * { background: var(--accent-bg); }

@container panel (max-width: 34rem) {
  button.command-line { grid-template-columns: 1.6rem minmax(0, 1fr) auto; padding-inline-start: calc(0.4rem + var(--depth, 0) * 0.7rem); }
  .command-what { grid-column: 2 / -1; grid-row: 2; }
  .command-status { grid-column: 3; grid-row: 1; }
  .message { margin-inline-start: 0; }
  .message-head { flex-wrap: wrap; }
  .message-head h4 { flex-basis: 100%; }
  .message-meta { padding-inline-start: 1.6rem; flex: 1 1 auto; }
  .command-details { padding-inline-start: var(--space-3); }
  .facts > div { grid-template-columns: 5.2rem minmax(0, 1fr); }
  .session-meta { padding-inline-start: 1.4rem; }
  .panel-tools > .tool-group { flex-wrap: nowrap; overflow-x: auto; max-width: 100%; }
  .tool-group > button { white-space: nowrap !important; flex: none; }
}
@media (max-width: 640px) {
  .panel { --row-height: 32px; }
  .panel-scroller { scroll-padding-block: 3.6rem 0.5rem; }
  .panel:has(.events) { --row-height: 46px; }
  button.event-line { grid-template-columns: 3.4rem minmax(0, 1fr); padding-inline: var(--space-2); }
  .event-kind { display: none; }
  .event-text { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; line-height: 1.3; }
}
@media (forced-colors: active) {
  .command.selected > .command-line, .tree-row[aria-selected=true], .apps-table tr.selected > *, .event-row.later .event-text, .event-row.later .event-time { color: var(--muted); font-style: italic; font-weight: 400; }
.event-row.later { background: var(--surface-2); }
.event-row.now { outline: 2px solid Highlight; outline-offset: -2px; }
  .command.touched > .command-line, .tree-row.touched, .event-row.touched { outline: 1px dashed Highlight; outline-offset: -1px; }
}
@media print {
  .panel, .panel-scroller { overflow: visible; max-height: none; }
  .panel-tools, .touch-bar, .tree-changes button { display: none; }
  .message { content-visibility: visible; }
}

"""#####),
    ]

    static let scripts: [PageSource] = [
        PageSource(
            name: "dom.js",
            text: #####"""
"use strict";

// The document is made of elements and text nodes only: what comes from a server or a capture never becomes markup.

const svgNamespace = "http://www.w3.org/2000/svg";

/** An element. An attribute that is a function becomes a listener (`onclick`), false and null leave it out, true sets it
 *  empty; `class` may be a list. Children are elements, texts, numbers or lists of them; null and false are left out. */
function el(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes, ...children) {
  return build(document.createElementNS(svgNamespace, tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === null || value === undefined || value === false) continue;
    else if (name === "style" || /^on/i.test(name)) throw new TypeError(`${name} is not an attribute for el()`);
    else element.setAttribute(name, Array.isArray(value) ? value.filter(Boolean).join(" ") : value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what `parent` holds. */
function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** Writes only what differs, so that nothing is laid out or announced anew. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets, or with null removes, an attribute that differs. */
function setAttribute(element, name, value) {
  if (value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else {
    const text = value === true ? "" : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

"""#####),
        PageSource(
            name: "words.js",
            text: #####"""
"use strict";

/** Seconds of a device's life as the tool prints them everywhere: `mm:ss`, minutes beyond 59, milliseconds when there are any. */
function formatTime(seconds) {
  const milliseconds = Math.round(Math.abs(seconds) * 1000);
  const pad = (number, width) => String(number).padStart(width, "0");
  const clock = `${pad(Math.floor(milliseconds / 60000), 2)}:${pad(Math.floor(milliseconds / 1000) % 60, 2)}`;
  const rest = milliseconds % 1000;
  return (seconds < 0 ? "-" : "") + clock + (rest === 0 ? "" : "." + pad(rest, 3));
}

/** A length of time in words that are short: `45 s`, `2 min 5 s`, `3 h 20 min`. */
function formatDuration(seconds) {
  const total = Math.round(Math.abs(seconds));
  if (Math.abs(seconds) < 1 && seconds !== 0) return `${Math.round(Math.abs(seconds) * 1000)} ms`;
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  if (hours > 0) return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
  if (minutes > 0) return rest ? `${minutes} min ${rest} s` : `${minutes} min`;
  return `${rest} s`;
}

/** `1 message`, `2 messages`. */
function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : (many ?? one + "s")}`;
}

// Tables of words are looked up by names that a file or a server has written: `__proto__: null` keeps what every object
// inherits ("constructor") from being taken for a word.

/** What `object`, a table that came as data, says of `name` itself. */
function own(object, name) { return object && Object.hasOwn(object, name) ? object[name] : undefined; }

// The texts of a category (ESP/Page/Category.swift); lines carry their own text.
const categoryWords = {
  __proto__: null,
  waitingForPrevious: "Waiting for the previous step",
  workingOnIt: "Working on it...",
  complete: "Complete",
  error: "Error",
  previousStepFailed: "Previous step failed",
};

// States of lines and categories as people read them, for signs and silent steps.
const stateWords = {
  __proto__: null,
  notStarted: "not started",
  inProgress: "in progress",
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
  failedFromPreviousCategory: "previous step failed",
  failedFromPreviousSubcategory: "previous step failed",
  rebootRequiredAndTryAgain: "restart required",
};

// Tracked apps count 1 to 4 (ESP-413).
const appStateWords = { __proto__: null, 1: "waiting", 2: "installing", 3: "installed", 4: "failed" };

// Why a session began (Device/Life/Agenda.swift, SessionTrigger).
const triggerWords = {
  __proto__: null,
  enrollment: "after enrolment",
  syncLoop: "by the page's sync loop",
  domainJoin: "waiting for the domain join",
  devicePreparation: "for device preparation",
  change: "because a tracked item changed",
  push: "because the server asked",
  notification: "by a notification of the server",
  alert: "to deliver an alert",
  schedule: "by the polling schedule",
  login: "because a user signed in",
  user: "because the user asked",
  unenrollment: "to leave management",
};

function triggerText(trigger) { return triggerWords[trigger] ?? visibleText(trigger); }

const outcomeWords = {
  __proto__: null,
  succeeded: "succeeded", failed: "failed", continued: "left by Continue anyway", reset: "reset", hung: "still open at its end",
};

// What would turn the direction of the text around it, or cannot be seen: the same set as
// Conformance/Reports/SafeText.swift, and halves of surrogate pairs, which no Swift text has.
const unsafeCharacters =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that came from a file or a server, in one line: unsafe characters are shown as a sign, line breaks and tabs as
 *  spaces. */
function visibleText(text) {
  const string = String(text ?? "");
  if (/^[\x20-\x7e]*$/.test(string)) return string;
  return string.replace(/[\t\n\r]/g, " ").replace(unsafeCharacters, "\ufffd");
}

/** The same for text of several lines: line breaks and tabs stay. */
function visibleBlock(text) {
  return String(text ?? "").replace(/\r\n?/g, "\n").replace(unsafeCharacters, (character) => ("\n\t".includes(character) ? character : "\ufffd"));
}

"""#####),
        PageSource(
            name: "life-state.js",
            text: #####"""
"use strict";

/** What a device is like at one moment. Steps are folded into it one by one; the values in its maps are never changed, only
 *  replaced, so a copy of the maps is a copy of the state. */
class LifeState {
  constructor(head) {
    this.index = -1;
    this.t = 0;
    this.pageState = null;
    this.screen = "starting";
    this.categories = new Map();
    this.lines = new Map();
    this.controls = { buttons: [], links: [], disabled: [] };
    this.error = null;
    this.apps = new Map();
    this.tree = new Map();
    this.messageCount = 0;
    this.signedInUser = null;
    this.signIn = null;
    // The stage of quality updates, the state of Autopilot device preparation.
    this.updates = null;
    this.devicePreparation = null;
    this.logsCollected = null;
    // What the server asks the user in this step (oma-dm.md 2.5).
    this.questions = [];
    this.isWhite = false;
    this.behindWhite = null;
    for (const node of head?.nodes ?? []) this.setNode(node, -1);
    for (const category of head?.categories ?? []) {
      this.categories.set(category.id, { state: "notStarted", text: categoryWords.waitingForPrevious });
      for (const line of category.lines) {
        this.lines.set(line.id, { state: "notStarted", text: null });
      }
    }
  }

  copy() {
    const copy = Object.assign(Object.create(LifeState.prototype), this);
    copy.categories = new Map(this.categories);
    copy.lines = new Map(this.lines);
    copy.apps = new Map(this.apps);
    copy.tree = new Map(this.tree);
    return copy;
  }

  fold(step) {
    this.index = step.n;
    this.t = step.t;
    // A white page (ESP-326) lasts for its step; the machine behind it is in another state already.
    if (this.behindWhite !== null) this.screen = this.behindWhite;
    this.behindWhite = null;
    if (this.questions.length > 0) this.questions = [];
    for (const event of step.events ?? []) this.foldEvent(event);
    if (this.isWhite) [this.behindWhite, this.screen, this.isWhite] = [this.screen, "white", false];
    for (const node of step.nodes ?? []) this.setNode(node, step.n);
    this.messageCount += step.messages?.length ?? 0;
  }

  setNode(node, index) {
    if (!node.removed) {
      this.tree.set(node.uri, {
        value: node.value ?? null, writer: node.writer, facts: node.facts ?? null, secret: node.secret === true,
        changedAt: index,
      });
      return;
    }
    this.tree.delete(node.uri);
    const below = node.uri + "/";
    for (const uri of this.tree.keys()) if (uri.startsWith(below)) this.tree.delete(uri);
  }

  setApp(event, change) {
    const id = installedKey(event);
    const old = this.apps.get(id) ?? {
      state: 1, status: null, error: null, exitCode: null, enforcement: null, since: event.t,
    };
    const app = { ...old, ...change };
    if (old.state !== app.state || !this.apps.has(id)) app.since = event.t;
    this.apps.set(id, app);
  }

  foldEvent(event) {
    switch (event.type) {
      case "pageState":
        this.pageState = event.state;
        this.screen = LifeState.screens[event.state] ?? "status";
        this.updates = null;
        if (event.state !== "S5" && event.state !== "S5b") this.signIn = null;
        break;
      case "category":
        this.categories.set(event.category, { state: event.state, text: categoryWords[event.text] ?? event.text });
        break;
      case "line":
        this.lines.set(event.line, { state: event.state, text: event.text });
        break;
      case "controls":
        this.controls = { buttons: event.buttons, links: event.links, disabled: event.disabled ?? [] };
        break;
      case "error":
        this.error = { code: event.code, text: event.text };
        break;
      case "errorCleared":
        this.error = null;
        this.logsCollected = null;
        break;
      case "signInScreen":
        this.signIn = { prompt: event.prompt, userName: event.userName };
        this.screen = "signIn";
        break;
      case "userSignedIn":
        this.signedInUser = event.sid;
        this.screen = "desktop";
        break;
      case "userSignedOut":
        this.signedInUser = null;
        this.signIn = { prompt: true, userName: "filledIn" };
        this.screen = "signIn";
        break;
      case "restartRequested":
        this.screen = "restarting";
        break;
      case "machineStarted":
      case "poweredOn":
        this.resume();
        break;
      case "poweredOff":
        this.screen = "off";
        break;
      case "qualityUpdates":
        this.updates = event.stage;
        if (["scanning", "installing"].includes(event.stage)) this.screen = "updating";
        else if (event.stage === "restarting") this.screen = "restarting";
        break;
      case "devicePreparation":
        this.devicePreparation = event.state;
        this.screen = "preparing";
        break;
      case "whitePage":
        this.isWhite = true;
        break;
      case "resetStarted":
        this.screen = "reset";
        break;
      case "logsCollected":
        this.logsCollected = event.areas;
        break;
      case "question":
        this.questions = [...this.questions, event];
        break;
      case "app":
        this.setApp(event, { state: event.state, error: event.error, name: event.name });
        break;
      case "enforcement":
        this.setApp(event, { enforcement: event.state, exitCode: event.exitCode });
        break;
      case "package":
      case "installation":
        this.setApp(event, { state: appState(event), status: event.status, name: event.name, kind: event.kind ?? "msi" });
        break;
      case "certificate":
        this.setApp(event, { state: appState(event), status: event.status, kind: "certificate" });
        break;
      case "script":
        this.setApp(event, { state: appState(event), exitCode: event.exitCode, name: event.name, kind: "script" });
        break;
    }
  }

  /** After a restart stands again what the state of the page says: an error, a result or a finished page comes back without
   *  a new state (esp-behaviour.md 4.2). A user stays signed in, as sessions after it say, too (2.2, LoginStatus). */
  resume() {
    if (this.devicePreparation !== null) this.screen = "preparing";
    else if (this.pageState === null || this.pageState === "S2r") this.screen = "starting";
    else if (this.pageState === "S8" && this.signedInUser === null) {
      this.screen = "signIn";
      this.signIn ??= { prompt: true, userName: "filledIn" };
    } else this.screen = LifeState.screens[this.pageState] ?? "starting";
  }
}

/** What stands on the screen in each state of the page machine (esp-behaviour.md 4.2). */
LifeState.screens = {
  __proto__: null,
  S0: "starting", S1: "status", S2: "status", S2r: "restarting", S3: "status", S4: "status", S5: "signIn", S5b: "signIn",
  S6: "status", S7: "status", S8: "desktop", S9: "left", S10: "reset", S11: "technicianSuccess", S12: "technicianFailure",
  S13: "left",
};

/** How the page counts the status of an MSI, a modern app or Office (windows-csp.md 3.3.1), as 1 to 4. */
function packageState(event) {
  switch (event.kind ?? "msi") {
    case "msi":
      return event.status === 70 ? 3 : event.status === 30 || event.status === 60 ? 4 : 2;
    case "uwp":
    case "store":
      return { __proto__: null, 1: 2, 2: 4, 3: 3 }[event.status] ?? 1;
    case "office":
      return event.status === 70 || event.status === 0 ? 3 : event.status === 997 ? 2 : 4;
    default:
      return 2;
  }
}

/** Whether an address is the renewal of the enrolment's certificate, whose Status has numbers of its own (enrollment.md 10). */
function isRenewal(uri) { return uri.endsWith("/WSTEP/Renew"); }

/** SCEP says 1 enrolled, 2 pending, 16 failed; PFX says 0 or a code; a renewal 0 not started, 1 under way, 2 succeeded,
 *  3 failed. */
function certificateState(event) {
  if (event.uri.includes("/PFXCertInstall/")) return event.status === 0 ? 3 : 4;
  if (isRenewal(event.uri)) return { __proto__: null, 0: 1, 1: 2, 2: 3 }[event.status] ?? 4;
  return { __proto__: null, 1: 3, 2: 2, 16: 4, 32: 4 }[event.status] ?? 4;
}

/** What a state's `apps` call the thing that an event is about: the id of an app, the address of a package or certificate. */
function installedKey(event) {
  switch (event.type) {
    case "app":
    case "enforcement": return event.id;
    case "package":
    case "installation":
    case "certificate": return event.uri;
    case "script": return "script " + event.name;
    default: return null;
  }
}

/** What an event says of something that is installed, as 1 to 4 (ESP-413); null for events about other things. */
function appState(event) {
  switch (event.type) {
    case "app": return event.state;
    case "package":
    case "installation": return packageState(event);
    case "certificate": return certificateState(event);
    case "script": return event.exitCode === null ? 2 : event.exitCode === "0" ? 3 : 4;
    default: return null;
  }
}

"""#####),
        PageSource(
            name: "timeline.js",
            text: #####"""
"use strict";

/** A life as it was recorded: head, steps, ending. Any moment is folded from the nearest state that is kept. */
class Timeline {
  constructor() {
    this.head = null;
    this.steps = [];
    this.ending = null;
    /** What the catalogue says of nodes, by id. */
    this.facts = new Map();
    /** Every message, by n, with the index of its step. */
    this.messages = [];
    /** `keyframes[i]` is the state before step `i * Timeline.spacing`. */
    this.keyframes = [new LifeState(null)];
    this.cached = null;
    this.tracks = null;
  }

  get last() { return this.steps.length - 1; }

  get end() { return this.steps.length ? Math.max(this.steps[this.last].t, this.ending?.endedAt ?? 0) : 0; }

  addHead(head) {
    this.head = head;
    this.addFacts(head.facts);
    this.keyframes = [new LifeState(head)];
    this.cached = null;
    this.tracks = new LifeTracks(head);
  }

  /** Takes the next step; one that is there already is left out, so that nothing doubles after a lost connection. */
  addStep(step) {
    if (step.n !== this.steps.length) {
      if (step.n < this.steps.length) return false;
      throw new RangeError(`Step ${step.n} came where step ${this.steps.length} was expected.`);
    }
    this.steps.push(step);
    this.addFacts(step.facts);
    for (const message of step.messages ?? []) this.messages[message.n] = { message, step: step.n };
    return true;
  }

  addEnding(ending) { this.ending = ending; }

  addFacts(facts) {
    for (const fact of facts ?? []) this.facts.set(fact.id, fact);
  }

  /** The state after step `index`; -1 is the device before anything happened. Not to be changed. */
  stateAt(index) {
    const wanted = Math.max(-1, Math.min(index, this.last));
    if (this.cached?.index === wanted) return this.cached;
    this.keepFrames(wanted);
    const frame = Math.floor((wanted + 1) / Timeline.spacing);
    let from = frame * Timeline.spacing;
    let base = this.keyframes[frame];
    // The state shown last is often nearer than the frame.
    if (this.cached && this.cached.index < wanted && this.cached.index >= from) {
      base = this.cached;
      from = base.index + 1;
    }
    const state = base.copy();
    for (let i = from; i <= wanted; i++) state.fold(this.steps[i]);
    this.cached = state;
    return state;
  }

  keepFrames(wanted) {
    while (this.keyframes.length * Timeline.spacing <= wanted + 1) {
      const start = (this.keyframes.length - 1) * Timeline.spacing;
      const state = this.keyframes[this.keyframes.length - 1].copy();
      for (let i = start; i < start + Timeline.spacing; i++) state.fold(this.steps[i]);
      this.keyframes.push(state);
    }
  }

  /** The last step at or before `t`; -1 before the first. */
  indexAt(t) {
    let [low, high] = [0, this.steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.steps[middle].t <= t) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What the time bar draws, but for the sessions: phases, bars, marks. */
  spans() {
    this.tracks?.follow(this.steps);
    return this.tracks;
  }
}

/** What this page can read of `schemaVersion`. */
Timeline.version = 1;
/** Every so many steps a whole state is kept. */
Timeline.spacing = 64;

"""#####),
        PageSource(
            name: "life-tracks.js",
            text: #####"""
"use strict";

/** A life as the time bar draws it. Grows with the steps; each list is in order of time.
 *
 *  - `phases`: {screen, pageState, from, to, step}: what was on the screen.
 *  - `bars`: {id, name, kind, uri, segments: [{state: 1 to 4, isDownload, from, to, step}]}: what was installed. `to` is null
 *    while it lasts.
 *  - `marks`: {kind, t, step, title, about}: restarts, power, sign-ins, buttons, questions, failures, refusals.
 *
 *  Sessions are in the LifeIndex. */
class LifeTracks {
  constructor(head) {
    this.phases = [];
    this.bars = [];
    this.marks = [];
    this.next = 0;
    this.state = new LifeState({ ...head, nodes: [] });
    this.byID = new Map();
    this.names = new Map((head.apps ?? []).map((app) => [app.id.toLowerCase(), app]));
    this.marksByTime = new Map();
    // A server does not see the screen.
    this.isServer = head.view === "server";
  }

  follow(steps) {
    for (; this.next < steps.length; this.next++) this.take(steps[this.next]);
  }

  take(step) {
    this.state.fold({ n: step.n, t: step.t, events: step.events });
    for (const event of step.events ?? []) {
      this.bar(event, step);
      const mark = LifeTracks.mark(event);
      if (mark) this.addMark({ ...mark, t: event.t, step: step.n });
    }
    for (const message of step.messages ?? []) this.message(message, step);
    this.answers(step);
    this.phase(step);
  }

  phase(step) {
    if (this.isServer) return;
    const last = this.phases[this.phases.length - 1];
    const key = { screen: this.state.screen, pageState: this.state.pageState };
    if (last && last.screen === key.screen && last.pageState === key.pageState) return;
    if (last) last.to = step.t;
    // What lasted no time was never seen.
    if (last && last.from === last.to) this.phases.pop();
    this.phases.push({ ...key, from: step.t, to: null, step: step.n });
  }

  bar(event, step) {
    const state = appState(event);
    if (state === null) return;
    const id = installedKey(event);
    let bar = this.byID.get(id);
    if (!bar) {
      const known = this.names.get(id.toLowerCase()) ?? this.names.get(nodeName(lastSegment(id)).toLowerCase());
      bar = {
        id, name: event.name ?? known?.name ?? nodeName(lastSegment(id)),
        kind: known?.kind ?? (event.type === "app" ? "win32" : event.type === "package" ? "msi" : event.kind ?? event.type),
        uri: event.uri ?? null, segments: [],
      };
      this.byID.set(id, bar);
      this.bars.push(bar);
    }
    const last = bar.segments[bar.segments.length - 1];
    const isDownload = event.type === "package" && [10, 20, 25].includes(event.status);
    if (last?.state === state && last.isDownload === isDownload) return;
    if (last) last.to = event.t;
    // What lasted no time is not drawn.
    if (last && last.from === last.to && last.state < 3) bar.segments.pop();
    bar.segments.push({ state, isDownload, from: event.t, to: null, step: step.n });
    if (state === 4) {
      const code = event.error ?? (event.status === undefined ? null : `status ${event.status}`);
      this.addMark({
        kind: "failure", t: event.t, step: step.n, about: { kind: "app", id },
        title: `${bar.name} failed${code ? ` (${code})` : ""}`,
      });
    }
  }

  message(message, step) {
    if (message.direction !== "server") return;
    // A command with several Items has a row for each.
    const refused = new Map();
    message.rows.forEach((row, index) => {
      if (Number(row.status) >= 400 && !["Status", "Results"].includes(row.name) && !refused.has(row.id ?? index)) refused.set(row.id ?? index, index);
    });
    if (refused.size === 0) return;
    const [index] = refused.values();
    const first = message.rows[index];
    this.addMark({
      kind: "refusal", t: message.t, step: step.n, about: { kind: "command", message: message.n, row: index },
      title: refused.size === 1
        ? `${first.name} ${first.target ?? ""} refused with ${first.status}`
        : `${refused.size} commands refused, the first with ${first.status}`,
    });
  }

  /** Refusals that came in a later step than the command, as a server sees them. */
  answers(step) {
    const refused = (step.answers ?? []).filter(([, row, status]) => row >= 0 && Number(status) >= 400);
    if (refused.length === 0) return;
    const [message, row, status] = refused[0];
    this.addMark({
      kind: "refusal", t: step.t, step: step.n, about: { kind: "command", message, row },
      title: refused.length === 1 ? `A command refused with ${status}` : `${refused.length} commands refused, the first with ${status}`,
    });
  }

  addMark(mark) {
    this.marks.push(mark);
    const others = this.marksByTime.get(mark.t);
    if (others) others.push(mark);
    else this.marksByTime.set(mark.t, [mark]);
  }

  /** What happens at one moment and is over; null for what the lanes show, or nobody needs. */
  static mark(event) {
    switch (event.type) {
      case "error": return { kind: "failure", title: `Error screen${event.code ? ` ${event.code}` : ""}` };
      case "restartRequested": return { kind: "restart", title: "A restart is asked for" };
      case "machineStarted": return { kind: "power", title: "The machine is up again" };
      case "poweredOff": return { kind: "power", title: "The device shuts down" };
      case "poweredOn": return { kind: "power", title: "The device is turned on" };
      case "userSignedIn": return { kind: "user", title: "The user signs in" };
      case "userSignedOut": return { kind: "user", title: "The user signs out" };
      case "buttonPressed": return { kind: "button", title: "The user presses a button", button: event.button };
      case "buttonNotOffered": return { kind: "button", title: "The user looks for a button that is not offered", button: event.button };
      case "sessionEnded":
      case "sessionBroken": {
        const { sentence, isBad } = sessionEnding(event);
        return isBad ? { kind: "failure", title: sentence } : null;
      }
      case "question": return { kind: "question", title: `The server asks: ${event.text}` };
      case "resetStarted": return { kind: "restart", title: "The reset of the system starts" };
      case "enrolled": return { kind: "power", title: "The device enrols" };
      case "unenrolled": return { kind: "power", title: "The device has left management" };
      case "certificateExpired": return { kind: "failure", title: "The certificate of the enrolment has ended" };
      case "drifted": return { kind: "failure", title: `A program changes ${event.uri}`, about: { kind: "node", uri: event.uri } };
      default: return null;
    }
  }
}

"""#####),
        PageSource(
            name: "feed.js",
            text: #####"""
"use strict";

/** Where a life comes from. Feeds dispatch "head", "steps", "clock", "ending" and "connection" with what came as `detail`. */
class Feed extends EventTarget {
  send(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}

/** A finished life that stands in the document itself. */
class ReportFeed extends Feed {
  constructor(element) {
    super();
    this.element = element;
    this.device = null;
  }

  start() {
    let life;
    try {
      life = JSON.parse(this.element.textContent);
    } catch {
      this.send("connection", { state: "broken", text: "The life in this file cannot be read", hint: "Write the report again." });
      return;
    }
    this.send("head", life.head);
    this.send("steps", life.steps);
    if (life.ending) this.send("ending", life.ending);
    this.send("connection", { state: "report", text: "Report" });
  }

  async fetchXML() { return null; }
}

/** A life that the tool plays now, over Server-Sent Events. */
class LiveFeed extends Feed {
  constructor(token) {
    super();
    this.token = token;
    this.device = null;
    this.source = null;
    this.failures = 0;
  }

  address(path) { return `/devices/${encodeURIComponent(this.device)}/${path}?token=${encodeURIComponent(this.token)}`; }

  /** Which devices there are: a list of {id, title, detail}. */
  async devices() {
    const response = await fetch(`/devices?token=${encodeURIComponent(this.token)}`);
    if (!response.ok) throw await PageError.from(response);
    return (await response.json()).devices;
  }

  watch(device) {
    this.stop();
    this.device = device;
    this.last = null;
    this.open();
  }

  stop() {
    this.source?.close();
    this.source = null;
    clearTimeout(this.retry);
  }

  open() {
    const after = this.last ? `&after=${encodeURIComponent(this.last)}` : "";
    const source = new EventSource(this.address("events") + after);
    this.source = source;
    const on = (type, use) => source.addEventListener(type, (event) => {
      if (this.source !== source) return;
      if (event.lastEventId) this.last = event.lastEventId;
      use(JSON.parse(event.data));
    });
    on("head", (head) => this.send("head", head));
    on("step", (step) => this.send("steps", [step]));
    on("steps", (steps) => this.send("steps", steps));
    on("clock", (clock) => this.send("clock", clock));
    on("ending", (ending) => this.send("ending", ending));
    source.addEventListener("open", () => {
      this.failures = 0;
      this.send("connection", { state: "live", text: "Connected" });
    });
    source.addEventListener("error", () => this.lost(source));
  }

  /** EventSource tries again by itself unless it was refused; then we do, more and more slowly. */
  lost(source) {
    if (this.source !== source) return;
    this.failures += 1;
    this.send("connection", {
      state: "lost",
      text: "Connection lost, trying again",
      hint: this.failures > 1 ? "When the tool has ended, start it again and open the address that it prints." : null,
    });
    if (source.readyState !== EventSource.CLOSED) return;
    this.source = null;
    this.retry = setTimeout(() => this.open(), Math.min(1000 * 2 ** Math.min(this.failures, 4), 15000));
  }

  async fetchXML(n) {
    const response = await fetch(this.address(`messages/${n}`));
    if (!response.ok) throw await PageError.from(response);
    return response.text();
  }

  /** Does something at the device. Returns the clock. */
  async act(action) {
    let response;
    try {
      response = await fetch(`/devices/${encodeURIComponent(this.device)}/actions`, {
        method: "POST",
        headers: { "Authorization": `Bearer ${this.token}`, "Content-Type": "application/json" },
        body: JSON.stringify(action),
      });
    } catch {
      throw new PageError("The tool does not answer", "When it has ended, start it again and open the address that it prints.");
    }
    if (!response.ok) throw await PageError.from(response);
    return response.json();
  }
}

/** What the tool says when something cannot be done. */
class PageError extends Error {
  constructor(message, hint) {
    super(message);
    this.hint = hint ?? null;
  }

  static async from(response) {
    try {
      const fault = await response.json();
      return new PageError(fault.error ?? `The tool answered ${response.status}`, fault.hint);
    } catch {
      return new PageError(`The tool answered ${response.status}`, null);
    }
  }
}

"""#####),
        PageSource(
            name: "address.js",
            text: #####"""
"use strict";

/** What is shown, as the part of the page's address behind `#`: `device`, `t`, `step`, `tab`, `node`, `message`, `app`. */
class PageAddress {
  static read() {
    const fields = new URLSearchParams(location.hash.slice(1));
    const number = (name) => {
      const text = fields.get(name);
      return text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
    };
    const [message, row] = (fields.get("message") ?? "").split(".");
    let selection = null;
    if (fields.get("node")) selection = { kind: "node", uri: fields.get("node") };
    else if (/^\d+$/.test(message)) selection = { kind: "command", message: Number(message), row: /^\d+$/.test(row) ? Number(row) : -1 };
    else if (fields.get("app")) selection = { kind: "app", id: fields.get("app") };
    return { device: fields.get("device"), t: number("t"), step: number("step"), tab: fields.get("tab"), selection };
  }

  /** A step is named only where its time does not say which it is; the live end has no time. */
  static write({ timeline, index, following, tab, selection, feed }, isNewPlace) {
    const parts = [];
    if (feed.device && feed.device !== "1") parts.push(`device=${encodeURIComponent(feed.device)}`);
    if (!following && index >= -1 && timeline.head) {
      const t = index < 0 ? 0 : timeline.steps[index].t;
      parts.push(`t=${t}`);
      if (timeline.indexAt(t) !== index) parts.push(`step=${index}`);
    }
    if (tab !== "conversation") parts.push(`tab=${tab}`);
    if (selection?.kind === "node") parts.push(`node=${encodeURIComponent(selection.uri)}`);
    if (selection?.kind === "command") parts.push(`message=${selection.message}${selection.row >= 0 ? "." + selection.row : ""}`);
    if (selection?.kind === "app") parts.push(`app=${encodeURIComponent(selection.id)}`);
    const hash = parts.length ? "#" + parts.join("&") : "";
    if (hash === location.hash) return;
    const address = location.pathname + location.search + hash;
    try {
      if (isNewPlace) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // Browsers bound how often an address may change; the next change writes it.
    }
  }
}

"""#####),
        PageSource(
            name: "player.js",
            text: #####"""
"use strict";

/** Lets time run: at the live end by the device's own clock, elsewhere by going through what was recorded. */
class Player {
  constructor(app) {
    this.app = app;
    this.isPlaying = false;
    /** Seconds of the device's time in a second; null: as fast as it can. */
    this.speed = 20;
    this.t = 0;
  }

  /** Whether the device's own clock is what the controls move. */
  get isLive() {
    const { app } = this;
    return !app.isReport && app.following && app.clock?.controllable === true && app.clock.state !== "over";
  }

  get canPlay() { return this.isLive ? this.app.clock.state !== "attended" : this.app.timeline.last >= 0; }

  get plays() { return this.isLive ? this.app.clock.state === "playing" : this.isPlaying; }

  toggle() {
    if (this.isLive) this.app.act({ action: this.plays ? "pause" : "play" });
    else if (this.isPlaying) this.pause();
    else this.play();
  }

  /** One step on or back. At the live end, on is what the device does next. */
  step(direction) {
    if (direction > 0 && this.isLive && this.app.isAtEnd) {
      this.app.act({ action: "step" });
      return;
    }
    this.pause();
    this.app.goTo(this.app.index + direction);
  }

  setSpeed(speed) {
    this.speed = speed;
    if (this.isLive) this.app.act({ action: "speed", speed });
    this.app.changed();
  }

  play() {
    const { app } = this;
    if (app.timeline.last < 0) return;
    if (app.isAtEnd) app.goTo(-1);
    app.following = false;
    this.isPlaying = true;
    this.t = app.index < 0 ? 0 : app.timeline.steps[app.index].t;
    this.at = performance.now();
    this.tick();
    app.changed();
  }

  pause() {
    if (!this.isPlaying) return;
    this.isPlaying = false;
    cancelAnimationFrame(this.frame);
    this.app.changed();
  }

  tick() {
    if (!this.isPlaying) return;
    const { app } = this;
    const now = performance.now();
    if (this.speed === null) {
      if (now - this.at > 60) {
        this.at = now;
        app.index = Math.min(app.index + 1, app.timeline.last);
        this.t = app.timeline.steps[app.index].t;
      }
    } else {
      this.t += (now - this.at) / 1000 * this.speed;
      this.at = now;
      app.index = Math.max(app.index, app.timeline.indexAt(this.t));
    }
    if (app.isAtEnd) this.finish();
    else this.frame = requestAnimationFrame(() => this.tick());
    app.changed();
  }

  finish() {
    this.isPlaying = false;
    // A life that goes on is followed again.
    if (!this.app.isReport && !this.app.isOver) this.app.follow();
  }

  /** The device's time that is shown: between two events it goes on while the clock runs. */
  get shownTime() {
    const { app } = this;
    const step = app.index < 0 ? 0 : app.timeline.steps[app.index]?.t ?? 0;
    if (this.isPlaying) return Math.max(step, this.t);
    if (!app.following || !app.clock) return step;
    const { clock } = app;
    if (clock.state !== "playing" || clock.speed === null || app.connection.state !== "live") return Math.max(step, clock.t);
    const passed = (performance.now() - clock.at) / 1000 * clock.speed;
    return Math.max(step, Math.min(clock.t + passed, clock.next ?? Infinity));
  }
}

"""#####),
        PageSource(
            name: "screens.js",
            text: #####"""
"use strict";

/** What is on the device's screen, as one short text. */
function screenTitle(state) {
  switch (state.screen) {
    case "starting": return "Before the status page";
    case "status": return state.error ? "Status page: error" : "Status page";
    case "restarting": return "Restarting";
    case "off": return "Turned off";
    case "signIn": return state.signIn?.prompt ? "Sign-in screen, asking for name and password" : "Sign-in screen";
    case "desktop": return "Desktop";
    case "technicianSuccess": return "Technician's result: success";
    case "technicianFailure": return "Technician's result: failure";
    case "reset": return "Reset under way";
    case "white": return "White page";
    case "left": return state.pageState === "S13" ? "Status page skipped" : "Status page left";
    case "updating": return "Quality updates";
    case "preparing": return "Autopilot device preparation";
    default: return state.screen;
  }
}

/** A moment in words: what the page is doing, and the line that is at work. */
function momentWords(state, timeline) {
  if (!timeline.head) return [];
  if (timeline.head.view === "server") return [`${count(state.messageCount, "message")} so far`];
  if (state.screen !== "status") return [screenTitle(state)];
  let working = null;
  for (const line of state.lines.values()) if (line.state === "inProgress" && line.text) working = visibleText(line.text);
  return [own(timeline.head.pageStates, state.pageState) ?? screenTitle(state), working].filter(Boolean);
}

/** What t is by the calendar, where time is real; null for virtual time. */
function calendarTime(head, t) {
  const milliseconds = head?.start ? Date.parse(head.start) + t * 1000 : NaN;
  if (!(Math.abs(milliseconds) <= 8.64e15)) return null;
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ") + " UTC";
}

"""#####),
        PageSource(
            name: "page-board.js",
            text: #####"""
"use strict";

/** The status page itself: its three categories, their lines, and the error below them (esp-behaviour.md 1.4, 4.3). */
class PageBoard {
  constructor(timeline, view) {
    this.life = timeline;
    this.view = view;
    this.title = el("h3", { class: "page-title" });
    this.subtitle = el("p", { class: "page-subtitle" });
    this.categories = (timeline.head.categories ?? []).map((category) => new CategoryBlock(category));
    this.error = el("div", { class: "page-error", hidden: true });
    this.details = el("button", { type: "button", class: "link details", "aria-expanded": "false", onclick: () => this.toggle() }, "Show details");
    this.element = el("div", { class: "page" },
      this.title, this.subtitle,
      el("ol", { class: "categories" }, this.categories.map((block) => block.element)),
      this.error, this.details);
  }

  toggle() {
    this.view.showsDetails = !this.view.showsDetails;
    this.view.app.changed();
  }

  update(state, timeline) {
    const isAfterSignIn = ["S6", "S7"].includes(state.pageState);
    const isFailure = state.screen === "technicianFailure";
    setAttribute(this.element, "data-result", isFailure ? "failure" : null);
    setText(this.title, isFailure ? "Setup failed" : state.error ? "Setup has stopped" : isAfterSignIn ? "Setting up the account" : "Setting up this device");
    setText(this.subtitle, PageBoard.subtitle(state, timeline));
    // Lines of a category that is done make room for the next, as on the real page.
    const isDone = (block) => state.categories.get(block.category.id)?.state === "succeeded";
    const latest = this.categories.findLast((block) => CategoryBlock.hasStarted(state, block.category.id));
    // Device categories run in OOBE only (1.4): a page after the enrolment of a desktop has none of them (7.4).
    const isWithoutOOBE = isAfterSignIn && this.categories.every(({ category }) =>
      category.id === "AccountSetupCategory" || (state.categories.get(category.id)?.state ?? "notStarted") === "notStarted");
    for (const block of this.categories) {
      setHidden(block.element, isWithoutOOBE && block.category.id !== "AccountSetupCategory");
      const isOpen = CategoryBlock.hasStarted(state, block.category.id) && (block === latest || !isDone(block));
      block.update(state, isOpen, this.view.showsDetails);
    }
    this.updateError(state);
    setText(this.details, this.view.showsDetails ? "Hide details" : "Show details");
    setAttribute(this.details, "aria-expanded", this.view.showsDetails ? "true" : "false");
  }

  static subtitle(state, timeline) {
    const provider = visibleText(timeline.head.device?.provider ?? "your organization");
    switch (state.pageState) {
      case "S4": return "This part is done. The page closes by itself.";
      case "S12": return "The technician's part did not succeed.";
      case "S3":
      case "S7": return state.controls.buttons.length + state.controls.links.length > 0 ? "What can be done is offered below." : "Nothing is offered here to go on with.";
      case "S6":
        if (state.categories.get("AccountSetupCategory")?.state !== "succeeded") break;
        // ESP-523: some users have to leave it themselves.
        return state.controls.buttons.includes("signOut") ? "Setup is complete. Sign out to go on." : "Setup is complete. The page closes by itself.";
    }
    return `${provider} is preparing it. It may restart on its own.`;
  }

  updateError(state) {
    const { error } = state;
    const logs = state.logsCollected;
    const key = JSON.stringify([error, logs]);
    if (this.errorKey === key) return;
    this.errorKey = key;
    setHidden(this.error, error === null);
    fill(this.error,
      error && el("p", { class: "error-text" }, visibleBlock(error.text)),
      error?.code && el("p", { class: "error-code" }, "Error code ", el("code", null, error.code)),
      error && logs && el("p", { class: "quiet" }, `Logs were collected: ${logs.map(visibleText).join(", ")}.`));
  }
}

/** One category: sign, title, state in words, lines. */
class CategoryBlock {
  constructor(category) {
    this.category = category;
    this.sign = el("span", { class: "sign", "aria-hidden": "true" });
    this.state = el("span", { class: "category-state" });
    this.lines = category.lines.map((line) => {
      const sign = el("span", { class: "sign", "aria-hidden": "true" });
      const text = el("span", { class: "line-text" });
      const words = el("span", { class: "unseen" });
      return { line, sign, text, words, element: el("li", { class: ["line", line.label === null && "silent"] }, sign, text, words) };
    });
    this.list = el("ul", { class: "lines" }, this.lines.map((line) => line.element));
    this.element = el("li", { class: "category" },
      el("div", { class: "category-head" }, this.sign, el("h4", null, visibleText(category.title)), this.state), this.list);
  }

  static hasStarted(state, id) {
    return !["notStarted", "failedFromPreviousCategory"].includes(state.categories.get(id)?.state ?? "notStarted");
  }

  update(state, isOpen, showsDetails) {
    const now = state.categories.get(this.category.id) ?? { state: "notStarted", text: "" };
    setAttribute(this.element, "data-state", now.state);
    setAttribute(this.sign, "data-state", now.state);
    setText(this.state, now.text);
    setHidden(this.list, !isOpen && !showsDetails);
    if (!this.list.hidden) for (const line of this.lines) this.updateLine(line, state, showsDetails);
  }

  updateLine({ line, sign, text, words, element }, state, showsDetails) {
    setHidden(element, line.label === null && !showsDetails);
    if (element.hidden) return;
    const now = state.lines.get(line.id) ?? { state: "notStarted", text: null };
    setAttribute(sign, "data-state", now.state);
    setAttribute(element, "data-state", now.state);
    const isSilent = line.label === null;
    const stateWord = stateWords[now.state] ?? now.state;
    setText(text, visibleText(isSilent ? `${lastLinePart(line.id)} (silent step, not on Windows' page: ${stateWord})` : now.text ?? `${line.label} (${categoryWords.waitingForPrevious})`));
    setText(words, isSilent ? "" : `: ${stateWord}`);
  }
}

"""#####),
        PageSource(
            name: "screen-messages.js",
            text: #####"""
"use strict";

/** What the device shows when it is not the status page, in words of our own. */
class ScreenMessage {
  static key(state, timeline) {
    return JSON.stringify([
      state.screen, state.pageState, state.signIn, timeline.head.device?.mode, state.updates, state.devicePreparation, state.signedInUser,
      state.screen === "preparing" ? ScreenMessage.progress(state) : null,
    ]);
  }

  static build(state, timeline) {
    const { glyph, title, text, tone } = ScreenMessage.of(state, timeline);
    return [el("div", { class: "screen-message", "data-tone": tone ?? null },
      glyph && el("span", { class: "glyph", "data-glyph": glyph, "aria-hidden": "true" }),
      el("h3", null, title),
      (Array.isArray(text) ? text : [text]).filter(Boolean).map((line) => el("p", null, line)),
      state.screen === "signIn" && ScreenMessage.signIn(state),
      state.screen === "preparing" && ScreenMessage.preparation(state))];
  }

  static of(state, timeline) {
    switch (state.screen) {
      case "starting":
        return { glyph: "dots", title: "The device starts", text: "The status page is not up yet." };
      case "restarting":
        return { glyph: "restart", title: "Restarting", text: state.pageState === "S2r" ? "The status page asked for it, and goes on afterwards." : "The device goes on when it is up again." };
      case "off":
        return { glyph: "power", title: "Turned off", text: "Nothing is on the screen." };
      case "signIn":
        return {
          glyph: "user", title: "Sign in",
          // Self-deploying has no user whose credentials could be used (7.2).
          text: state.signIn?.prompt ? "The user has to type name and password."
            : timeline.head.device?.mode === "selfDeploying" ? "Setup is over. The device has no user of its own."
              : "The credentials of the join are used again.",
        };
      case "desktop":
        return { glyph: "desktop", title: "Desktop", tone: "good", text: ["The user can work. No status page is up.", state.signedInUser && `Signed in: ${visibleText(state.signedInUser)}`] };
      case "left":
        return state.pageState === "S13"
          ? { glyph: "desktop", title: "No status page", text: "The server's settings skip it; apps and policies come in the background." }
          : { glyph: "desktop", title: "Desktop", text: "The page was left before it ended. What is missing goes on in the background." };
      case "technicianSuccess":
        return { glyph: "tick", tone: "success", title: "Ready for its user", text: "The technician's part succeeded. Reseal shuts the device down; its user goes on when it is turned on." };
      case "reset":
        return { glyph: "restart", title: "Reset under way", text: "The system is set back. This life ends here." };
      case "white":
        return { title: "White page", text: "The page stays white for a while. Nothing is wrong behind it." };
      case "updating":
        return {
          glyph: "dots", title: state.updates === "installing" ? "Installing quality updates" : "Looking for quality updates",
          text: "At the end of setup, before the sign-in. The status page is over; this counts for none of its timers.",
        };
      case "preparing":
        return { glyph: state.devicePreparation === "ProvisioningComplete" ? "tick" : "dots", title: "Device preparation", text: ["Autopilot device preparation shows no Enrollment Status Page.", "What it tells its server:"] };
      default:
        return { title: screenTitle(state), text: null };
    }
  }

  static signIn(state) {
    if (!state.signIn?.prompt) return null;
    const name = state.signIn.userName === "filledIn" ? "filled in" : "empty";
    return el("dl", { class: "sign-in" }, el("dt", null, "User name"), el("dd", null, name), el("dt", null, "Password"), el("dd", null, "empty"));
  }

  static progress(state) {
    const apps = [...state.apps.values()];
    return [apps.filter((app) => app.state === 3).length, apps.length];
  }

  static preparation(state) {
    const stages = ["PendingProvisioning", "Bootstrapping", "ExecutingProvisioning", "ProvisioningComplete"];
    const now = stages.indexOf(state.devicePreparation);
    const [done, all] = ScreenMessage.progress(state);
    return [
      el("ol", { class: "stages" }, stages.map((stage, index) => el("li", { "data-state": index < now || now === 3 ? "succeeded" : index === now ? "inProgress" : "notStarted", "aria-current": index === now ? "step" : null }, stage))),
      all > 0 && el("p", null, `${done} of ${all} installed`),
    ];
  }
}

/** The frame of a device that is seen from its server: the server knows its nodes, and not its screen. */
class ServerSide {
  static draw(view, state, timeline) {
    const rows = ServerSide.rows(state);
    view.draw(JSON.stringify(rows), () => [
      el("div", { class: "screen-message" },
        el("h3", null, "Only the device sees its page"),
        el("p", null, "A management server sees the sessions and the nodes that came in them.")),
      rows.length > 0 && el("table", { class: "server-nodes" },
        el("caption", null, "What the nodes tell of the page"),
        el("thead", null, el("tr", null, ["Scope", "Node", "Value"].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", null, rows.map(([scope, name, value]) => el("tr", null, el("td", null, scope), el("th", { scope: "row" }, el("bdi", null, visibleText(name))), el("td", null, inlineValue(value)))))),
    ]);
    setHidden(view.actions, true);
    setHidden(view.why, true);
  }

  static rows(state) {
    const rows = [];
    for (const [uri, node] of state.tree) {
      const match = /^\.\/(Device|User)\/Vendor\/MSFT\/(?:DMClient\/Provider\/[^/]+\/FirstSyncStatus|EnrollmentStatusTracking)\/(.+)$/.exec(uri);
      if (match && node.value !== null) rows.push([match[1], match[2], node.value]);
    }
    return rows.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
  }
}

"""#####),
        PageSource(
            name: "status-page.js",
            text: #####"""
"use strict";

/** The device's screen: the status page as its user sees it, or what stands before, between and after. */
class StatusPageView {
  constructor(root, app) {
    this.app = app;
    this.showsDetails = false;
    this.caption = document.getElementById("device-state");
    this.screen = el("div", { class: "screen" });
    this.questions = el("ul", { class: "questions", "aria-label": "What the server asks the user", hidden: true });
    this.why = el("p", { id: "why-not", class: "why", hidden: true });
    this.actions = el("div", { class: "screen-actions" });
    this.glass = el("div", { class: "glass", tabindex: "-1", role: "group", "aria-label": "The device's screen" }, this.screen, this.questions, this.actions, this.why);
    fill(root, el("div", { class: "machine" }, this.glass, el("div", { class: "machine-foot", "aria-hidden": "true" })));
  }

  update(state, timeline) {
    if (!timeline.head) {
      this.draw("empty", () => [el("p", { class: "screen-message" }, "Waiting for the life to begin.")]);
      setText(this.caption, "");
      return;
    }
    if (timeline.head.view === "server") {
      setText(this.caption, "");
      ServerSide.draw(this, state, timeline);
      return;
    }
    const name = own(timeline.head.pageStates, state.pageState);
    setText(this.caption, [screenTitle(state), name && state.pageState !== "S0" ? `${state.pageState} ${name}` : null].filter(Boolean).join(" · "));
    setAttribute(this.glass, "data-screen", state.screen);
    if (state.screen === "status" || state.screen === "technicianFailure") this.drawPage(state, timeline);
    else this.draw(ScreenMessage.key(state, timeline), () => ScreenMessage.build(state, timeline));
    this.drawQuestions(state);
    this.drawControls(state, timeline);
  }

  drawQuestions({ questions }) {
    if (this.asked === questions) return;
    this.asked = questions;
    setHidden(this.questions, questions.length === 0);
    fill(this.questions, questions.map((question) => el("li", null,
      el("p", { class: "question-text" }, visibleBlock(question.text)),
      question.choices.length > 0 && el("ol", null, question.choices.map((choice) => el("li", null, visibleText(choice)))),
      el("p", { class: "question-answer" }, questionAnswer(question)))));
  }

  /** Builds the screen anew only when its key changes. */
  draw(key, build) {
    if (this.key === key) return;
    this.key = key;
    this.page = null;
    fill(this.screen, build());
  }

  drawPage(state, timeline) {
    if (this.page?.life !== timeline) {
      this.draw(null, () => []);
      this.key = "page";
      this.page = new PageBoard(timeline, this);
      fill(this.screen, this.page.element);
    } else if (this.key !== "page") {
      this.key = "page";
      fill(this.screen, this.page.element);
    }
    this.page.update(state, timeline);
  }

  // Buttons and links: the device offers them; they work at the live end only.

  drawControls(state, timeline) {
    const { buttons, links, disabled } = state.controls;
    const isDark = ["off", "restarting", "white", "reset"].includes(state.screen);
    const whyNot = this.whyNot();
    const key = isDark ? "" : JSON.stringify([buttons, links, disabled, whyNot]);
    if (this.controlsKey === key) return;
    this.controlsKey = key;
    const hadFocus = this.actions.contains(document.activeElement);
    const isNone = key === "" || buttons.length + links.length === 0;
    const make = (name, isLink) => {
      const isOff = disabled.includes(name);
      const button = el("button", {
        type: "button", class: isLink ? "link" : ["screen-button", name === "tryAgain" || name === "reseal" ? "primary" : null],
        "aria-disabled": isOff || whyNot !== null ? "true" : null,
        "aria-describedby": whyNot !== null ? "why-not" : null,
        onclick: () => { if (!isOff && whyNot === null) this.app.press(name); },
      }, own(timeline.head.buttons, name) ?? name, isOff ? el("span", { class: "unseen" }, " (not available now)") : null);
      return button;
    };
    fill(this.actions,
      isNone || links.length === 0 ? null : el("div", { class: "links" }, links.map((name) => make(name, true))),
      isNone || buttons.length === 0 ? null : el("div", { class: "buttons" }, buttons.map((name) => make(name, false))));
    setHidden(this.actions, isNone);
    setHidden(this.why, isNone || whyNot === null);
    setText(this.why, whyNot ?? "");
    if (hadFocus) this.glass.focus();
  }

  /** Why a button does nothing now; null when it works. */
  whyNot() {
    const { app } = this;
    if (app.isReport) return "This is a recorded life: its buttons show what was offered, and do nothing.";
    if (app.clock?.controllable === false) return "Only the device's own user can press its buttons.";
    if (app.isOver) return "The life is over: its buttons do nothing any more.";
    if (!app.following) return "You are looking at an earlier moment. Go back to live to press a button.";
    return null;
  }
}

"""#####),
        PageSource(
            name: "time-scale.js",
            text: #####"""
"use strict";

/** Where a time of the life stands on the time bar, from 0 to 1. A life has minutes of action in hours of waiting; the scale
 *  that shortens waiting gives a long gap between two events the logarithm of its length, and a short one enough room. */
class TimeScale {
  /** @param times the times at which something happened, rising; @param from, to the part that is shown */
  constructor(times, from, to, isShortened) {
    this.from = from;
    this.to = Math.max(to, from + 1e-3);
    this.isShortened = isShortened;
    const inside = times.filter((t) => t > from && t < this.to);
    this.times = [from, ...inside, this.to];
    const gaps = this.times.slice(1).map((t, i) => t - this.times[i]);
    this.cap = TimeScale.cap(gaps);
    this.offsets = [0];
    for (const gap of gaps) this.offsets.push(this.offsets.at(-1) + (isShortened ? TimeScale.weight(gap, this.cap) : gap));
    this.length = this.offsets.at(-1);
  }

  static cap(gaps) {
    const sorted = [...gaps].sort((a, b) => a - b);
    return Math.max(3 * (sorted[sorted.length >> 1] ?? 1), 1);
  }

  static weight(gap, cap) {
    return gap > cap ? cap * (1 + Math.log(gap / cap)) : Math.max(gap, cap / 24);
  }

  /** Whether shortened waiting would give the events clearly more room. */
  static isWorthShortening(times, from, to) {
    const shortened = new TimeScale(times, from, to, true);
    return to - from > 1.8 * shortened.length;
  }

  x(t) {
    if (t <= this.from) return 0;
    if (t >= this.to) return 1;
    const i = this.gapAt(this.times, t);
    const share = (t - this.times[i]) / (this.times[i + 1] - this.times[i] || 1);
    return (this.offsets[i] + share * (this.offsets[i + 1] - this.offsets[i])) / this.length;
  }

  t(x) {
    if (x <= 0) return this.from;
    if (x >= 1) return this.to;
    const offset = x * this.length;
    const i = this.gapAt(this.offsets, offset);
    const share = (offset - this.offsets[i]) / (this.offsets[i + 1] - this.offsets[i] || 1);
    return this.times[i] + share * (this.times[i + 1] - this.times[i]);
  }

  gapAt(list, value) {
    let [low, high] = [0, list.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The gaps that are drawn shorter than they are: {from, to}. */
  get shortenedGaps() {
    if (!this.isShortened) return [];
    return this.times.slice(1).flatMap((to, i) => (to - this.times[i] > 2 * this.cap ? [{ from: this.times[i], to }] : []));
  }

  /** Times to write on the axis, at least `distance` (of 1) apart. */
  ticks(distance) {
    if (this.isShortened) {
      const ticks = [];
      for (const t of this.times) if (ticks.length === 0 || this.x(t) - this.x(ticks.at(-1)) >= distance) ticks.push(t);
      return ticks;
    }
    const wanted = (this.to - this.from) * distance;
    const step = TimeScale.steps.find((step) => step >= wanted) ?? Math.ceil(wanted / 86400) * 86400;
    const ticks = [];
    for (let t = Math.ceil(this.from / step) * step; t <= this.to && ticks.length < 200; t += step) ticks.push(t);
    return ticks;
  }
}

TimeScale.steps = [
  0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400,
];

"""#####),
        PageSource(
            name: "time-picture.js",
            text: #####"""
"use strict";

/** Draws the lanes of the time bar into SVG. Colour is never the only sign: waiting is a dashed line, work a bar, success a
 *  tick, failure a cross. */
class TimePicture {
  constructor(app, scale, width, end) {
    this.app = app;
    this.scale = scale;
    this.width = width;
    this.end = end;
  }

  x(t) { return TimePicture.start + this.scale.x(t) * (this.width - TimePicture.start - TimePicture.end); }

  isShown(from, to) { return (to ?? this.end) >= this.scale.from && from <= this.scale.to; }

  draw(tracks, drawing, labels, axis) {
    const names = [];
    const shapes = [];
    let y = 0;
    const lane = (name, height, kind, bar = null) => {
      names.push(el("span", { class: `lane-name ${kind}`, title: name, "data-bar": bar }, name));
      const top = y;
      y += height;
      return top;
    };
    if (tracks) {
      if (tracks.phases.length) shapes.push(this.phases(tracks.phases, lane("On the screen", TimePicture.phaseHeight, "of-phase")));
      // A narrow window has the table of apps instead.
      const bars = this.width < TimePicture.narrow ? [] : tracks.bars;
      for (const bar of bars) shapes.push(this.bar(bar, lane(visibleText(bar.name), TimePicture.barHeight, "of-bar", bar.id)));
      shapes.push(this.sessions(LifeIndex.of(this.app.timeline).sessions, lane("Sessions", TimePicture.sessionHeight, "of-session")));
      shapes.push(this.marks(tracks.marks, lane("Marks", TimePicture.markHeight, "of-mark")));
    }
    fill(labels, names);
    setAttribute(drawing, "viewBox", `0 0 ${this.width} ${y}`);
    setAttribute(drawing, "width", this.width);
    setAttribute(drawing, "height", y);
    fill(drawing, this.gaps(y), shapes);
    this.drawAxis(axis);
  }

  gaps(height) {
    const pattern = svg("pattern", { id: "stripes", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("rect", { class: "stripe", width: 2, height: 6 }));
    return [svg("defs", null, pattern), ...this.scale.shortenedGaps.map((gap) =>
      svg("rect", { class: "gap", x: this.x(gap.from), y: 0, width: this.x(gap.to) - this.x(gap.from), height, fill: "url(#stripes)" }))];
  }

  phases(phases, y) {
    return svg("g", null, phases.filter((phase) => this.isShown(phase.from, phase.to)).map((phase) => {
      const [left, right] = [this.x(phase.from), this.x(phase.to ?? this.end)];
      const title = TimePicture.phaseTitle(phase, this.app.timeline.head);
      const width = Math.max(right - left - 1, 1.5);
      const fits = title.length * 6.4 + 10 < width;
      return svg("g", { class: "phase", "data-kind": TimePicture.phaseKind(phase) },
        svg("title", null, `${title}, from ${formatTime(phase.from)}${phase.to === null ? "" : ` to ${formatTime(phase.to)}`}`),
        svg("rect", { x: left, y: y + 2, width, height: TimePicture.phaseHeight - 6, rx: 3 }),
        fits ? svg("text", { x: left + 6, y: y + 15 }, title) : null);
    }));
  }

  bar(bar, y) {
    const middle = y + TimePicture.barHeight / 2;
    return svg("g", { class: "bar", "data-bar": bar.id }, bar.segments.filter((segment) => this.isShown(segment.from, segment.to)).map((segment) => {
      const [left, right] = [this.x(segment.from), this.x(segment.to ?? this.end)];
      const words = segment.isDownload ? "downloading" : appStateWords[segment.state];
      return svg("g", { class: ["segment", segment.isDownload && "download"], "data-state": segment.state, "data-mark": "", onclick: () => this.goToBar(bar, segment) },
        svg("title", null, `${visibleText(bar.name)}: ${words} from ${formatTime(segment.from)}`
          + (segment.to === null ? "" : ` to ${formatTime(segment.to)} (${formatDuration(segment.to - segment.from)})`)),
        this.segment(segment.state, left, right, middle));
    }));
  }

  segment(state, left, right, middle) {
    const width = Math.max(right - left, 2);
    const line = svg("line", { x1: left, x2: left + width, y1: middle, y2: middle });
    switch (state) {
      case 1: return line;
      case 2: return svg("rect", { x: left, y: middle - 4, width, height: 8, rx: 2 });
      case 3: return svg("path", { class: "tick", d: `M${left + 3} ${middle}l2.5 3 4.5 -6.5` });
      case 4: return [svg("path", { class: "cross", d: `M${left + 2} ${middle - 3.5}l7 7m0 -7l-7 7` }), right - left > 16 ? svg("line", { x1: left + 13, x2: right, y1: middle, y2: middle }) : null];
      default: return line;
    }
  }

  goToBar(bar, segment) {
    this.app.player.pause();
    this.app.goTo(segment.step, true);
    this.app.select(appSelection(bar.id, LifeIndex.of(this.app.timeline)));
  }

  sessions(sessions, y) {
    let last = -Infinity;
    const middle = y + TimePicture.sessionHeight / 2;
    return svg("g", null, sessions.filter((session) => this.isShown(session.t, session.end?.t)).map((session) => {
      const x = this.x(session.t);
      const isBroken = session.end !== null && session.end.kind !== "ended";
      // Ticks that would cover each other are drawn once; broken sessions always.
      if (x - last < 2.5 && !isBroken) return null;
      last = x;
      const words = [`Session ${session.number} at ${formatTime(session.t)}`, session.trigger && triggerText(session.trigger), isBroken && session.end.text];
      return svg("g", { class: "session", "data-broken": isBroken, "data-mark": "", onclick: () => this.goToSession(session) },
        svg("title", null, words.filter(Boolean).join(", ")),
        svg("rect", { class: "hit", x: x - 3, y, width: 6, height: TimePicture.sessionHeight }),
        isBroken
          ? svg("path", { class: "cross", d: `M${x - 3} ${middle - 3}l6 6m0 -6l-6 6` })
          : svg("line", { x1: x, x2: x, y1: y + 3, y2: y + TimePicture.sessionHeight - 3 }));
    }));
  }

  goToSession(session) {
    this.app.player.pause();
    this.app.goTo(session.step, true);
    if (session.messages.length === 0) return;
    this.app.show("conversation");
    this.app.select({ kind: "command", message: session.messages[0], row: -1 });
  }

  marks(marks, y) {
    const middle = y + TimePicture.markHeight / 2;
    // Marks at one place become one, which leads to the gravest.
    const groups = [];
    for (const mark of marks) {
      if (!this.isShown(mark.t, mark.t)) continue;
      const x = this.x(mark.t);
      const group = groups.at(-1);
      if (group && x - group.x < 10) group.marks.push(mark);
      else groups.push({ x, marks: [mark] });
    }
    return svg("g", null, groups.map(({ x, marks }) => {
      const first = [...marks].sort((a, b) => TimePicture.gravity.indexOf(a.kind) - TimePicture.gravity.indexOf(b.kind))[0];
      return svg("g", { class: "mark", "data-kind": first.kind, "data-mark": "", onclick: () => this.goToMark(first) },
        svg("title", null, marks.map((mark) => `${formatTime(mark.t)} ${TimePicture.markTitle(mark, this.app.timeline.head)}`).join("\n")),
        svg("rect", { class: "hit", x: x - 7, y, width: 14, height: TimePicture.markHeight }),
        svg("path", { d: TimePicture.shapes[first.kind](x, middle) }),
        marks.length > 1 ? svg("text", { x: x + 7, y: middle + 3.5 }, String(marks.length)) : null);
    }));
  }

  static markTitle(mark, head) {
    return visibleText(mark.button ? `${mark.title}: ${own(head?.buttons, mark.button) ?? mark.button}` : mark.title);
  }

  goToMark(mark) {
    this.app.player.pause();
    this.app.goTo(mark.step, true);
    if (mark.about?.kind === "command") this.app.show("conversation");
    TimePicture.select(mark, this.app);
  }

  /** Selects what a mark is about. */
  static select({ about }, app) {
    if (about) app.select(about.kind === "app" ? appSelection(about.id, LifeIndex.of(app.timeline)) : about);
  }

  drawAxis(axis) {
    const height = 16;
    setAttribute(axis, "viewBox", `0 0 ${this.width} ${height}`);
    setAttribute(axis, "width", this.width);
    setAttribute(axis, "height", height);
    // A life in which no time has passed has one moment.
    const ticks = this.app.timeline.end === 0 ? [this.scale.from] : this.scale.ticks(64 / Math.max(this.width, 64));
    fill(axis, ticks.map((t) => {
      const x = this.x(t);
      const anchor = x < 30 ? "start" : x > this.width - 30 ? "end" : "middle";
      return svg("text", { x: anchor === "start" ? 1 : anchor === "end" ? this.width - 1 : x, y: 12, "text-anchor": anchor }, formatTime(t));
    }));
  }

  /** What the signs of the bar mean: pictures and words. */
  static signs() {
    const picture = (kind, state, ...children) => svg("svg", { viewBox: "0 0 36 16", width: 36, height: 16, "aria-hidden": "true" },
      svg("g", { class: kind, "data-state": state ?? null, "data-kind": state ?? null }, children));
    const line = svg("line", { x1: 2, x2: 34, y1: 8, y2: 8 });
    const box = () => svg("rect", { x: 2, y: 4, width: 32, height: 8, rx: 2 });
    return [
      [picture("segment", 1, line), "waiting"],
      [picture("segment download", 2, box()), "downloading"],
      [picture("segment", 2, box()), "installing"],
      [picture("segment", 3, svg("path", { class: "tick", d: "M12 8l2.5 3 4.5 -6.5" })), "installed"],
      ...Object.entries(TimePicture.markWords).map(([kind, words]) => [picture("mark", kind, svg("path", { d: TimePicture.shapes[kind](16, 8) })), words]),
    ];
  }

  static phaseTitle(phase, head) {
    if (phase.screen === "status" || phase.screen === "left") return own(head?.pageStates, phase.pageState) ?? screenTitle(phase);
    return screenTitle(phase);
  }

  static phaseKind(phase) {
    if (["S3", "S7"].includes(phase.pageState) || phase.screen === "technicianFailure") return "error";
    if (["off", "restarting", "white", "starting"].includes(phase.screen)) return "pause";
    if (["signIn", "desktop", "left"].includes(phase.screen)) return "user";
    if (phase.screen === "technicianSuccess") return "success";
    if (phase.screen === "reset") return "error";
    return "work";
  }
}

// Where the scale begins and ends, from the edges: half the slider's thumb, and room for the signs of the last moment, which stand
// behind it, with their number. The style sheet has both (.plot, .rail).
TimePicture.start = 8;
TimePicture.end = 24;
TimePicture.narrow = 480;
TimePicture.phaseHeight = 24;
TimePicture.barHeight = 15;
TimePicture.sessionHeight = 15;
TimePicture.markHeight = 17;
TimePicture.gravity = ["failure", "refusal", "restart", "question", "button", "user", "power"];
TimePicture.markWords = {
  failure: "a failure", refusal: "refused commands", restart: "a restart", button: "a button is pressed", question: "the server asks the user", user: "a user signs in or out",
  power: "the device is turned on or off",
};
TimePicture.shapes = {
  failure: (x, y) => `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`,
  refusal: (x, y) => `M${x} ${y - 5}l5 9h-10z`,
  restart: (x, y) => `M${x + 3.5} ${y - 3.5}a5 5 0 1 0 1.5 3.5m-1.5 -3.5v-3m0 3h-3`,
  button: (x, y) => `M${x - 4.5} ${y - 4.5}h9v9h-9z`,
  question: (x, y) => `M${x - 5} ${y - 4.5}h10v7h-5l-3 3v-3h-2z`,
  user: (x, y) => `M${x} ${y - 5}a2.4 2.4 0 1 0 .01 0M${x - 4.5} ${y + 5}a4.5 4.5 0 0 1 9 0z`,
  power: (x, y) => `M${x} ${y - 5}v4m-2.6 -2.4a4.3 4.3 0 1 0 5.2 0`,
};

"""#####),
        PageSource(
            name: "time-bar.js",
            text: #####"""
"use strict";

/** The whole life from left to right: phases, installs, sessions, marks; and the moment that is shown. */
class TimeBar {
  constructor(root, app) {
    this.app = app;
    this.window = null;
    this.isShortened = null;
    this.drawn = null;
    this.build(root);
    app.addEventListener("life", () => this.showAll());
    app.addEventListener("selection", () => this.markBar());
    this.width = this.plot.clientWidth;
    new ResizeObserver(() => {
      this.width = this.plot.clientWidth;
      this.invalidate();
    }).observe(this.plot);
  }

  build(root) {
    this.time = el("span", { class: "time-now" }, "00:00");
    this.moment = el("span", { class: "time-moment" });
    this.text = el("p", { class: "time-text" }, this.time, " ", this.moment);
    this.zoom = el("select", { onchange: () => this.zoomTo(this.zoom.value) }, el("option", { value: "" }, "Whole life"));
    this.shorten = el("button", { type: "button", class: "small shorten", "aria-pressed": "false", onclick: () => this.toggleScale() }, "Shorten waiting");
    const [back, on] = [this.markButton(-1, "Previous mark", "P", "‹"), this.markButton(1, "Next mark", "N", "›")];
    this.live = el("button", { type: "button", class: "small live", title: "To the newest moment (L)", onclick: () => this.app.follow() }, "Live");
    this.labels = el("div", { class: "lane-labels", "aria-hidden": "true" });
    this.drawing = svg("svg", { "aria-hidden": "true", focusable: "false" });
    this.future = el("div", { class: "future" });
    this.head = el("div", { class: "playhead" });
    this.range = el("input", {
      type: "range", min: "0", max: String(TimeBar.fineness), step: "1", value: "0", "aria-label": "Moment of the life",
      oninput: () => this.goToPlace(Number(this.range.value) / TimeBar.fineness),
      // Let go between two moments, the thumb goes to the one that is shown.
      onchange: () => this.moveThumb(),
      onkeydown: (event) => this.key(event),
    });
    this.plot = el("div", { class: "plot" }, this.drawing, this.future, this.head);
    this.scroller = el("div", { class: "lanes" }, this.labels, this.plot);
    this.axis = svg("svg", { class: "axis", "aria-hidden": "true", focusable: "false" });
    this.rail = el("div", { class: "rail" }, this.axis, this.range);
    this.note = el("p", { class: "scale-note", hidden: true });
    this.plot.addEventListener("pointerdown", (event) => this.grab(event));
    fill(root,
      el("div", { class: "time-head" },
        this.text,
        el("div", { class: "time-tools" }, el("label", { class: "zoom" }, "Show ", this.zoom), this.shorten, back, on, this.live)),
      this.scroller, this.rail, this.note);
  }

  markButton(direction, name, key, sign) {
    return el("button", {
      type: "button", class: "small", "aria-label": name, title: `${name} (${key}): a failure, a restart, a sign-in, a button, a question`,
      onclick: () => this.goToMark(direction),
    }, el("span", { class: "long" }, name), el("span", { class: "short", "aria-hidden": "true" }, sign));
  }

  update(state, timeline) {
    const shown = this.app.player.shownTime;
    const isMoving = shown !== (state.index < 0 ? 0 : state.t);
    const t = isMoving ? Math.floor(shown) : shown;
    setText(this.time, formatTime(t));
    const words = momentWords(state, timeline);
    const moment = [words.join(", "), ...this.markTitles(state, timeline), calendarTime(timeline.head, t)].filter(Boolean).join(" · ");
    setText(this.moment, moment);
    setAttribute(this.text, "title", moment);
    setHidden(this.live, this.app.isReport);
    setAttribute(this.live, "aria-pressed", this.app.following ? "true" : "false");
    this.draw(timeline);
    this.place(timeline, shown, [formatTime(t), ...words].join(", "));
    if (this.app.clock?.state === "playing" && this.app.following && this.app.clock.speed !== null) this.app.changed();
  }

  /** What happened at the moment that is shown, at most two things. */
  markTitles(state, timeline) {
    const marks = (timeline.spans()?.marksByTime.get(state.t) ?? []).filter((mark) => mark.step <= state.index);
    const titles = marks.slice(0, 2).map((mark) => TimePicture.markTitle(mark, timeline.head));
    return marks.length > 2 ? [...titles, `${marks.length - 2} more`] : titles;
  }

  invalidate() {
    this.drawn = null;
    this.app.changed();
  }

  // The scale.

  showAll() {
    this.window = null;
    this.isShortened = null;
    this.invalidate();
  }

  zoomTo(value) {
    const phase = value === "" ? null : this.app.timeline.spans().phases[Number(value)];
    this.window = phase ? { from: phase.from, step: phase.step } : null;
    this.invalidate();
  }

  toggleScale() {
    this.isShortened = !this.scale?.isShortened;
    this.invalidate();
  }

  makeScale(timeline, tracks, end) {
    const times = [];
    for (const step of timeline.steps) if (times.at(-1) !== step.t) times.push(step.t);
    let [from, to] = [0, end];
    if (this.window) {
      const phase = tracks.phases.find((phase) => phase.step === this.window.step);
      if (phase) [from, to] = [phase.from, phase.to ?? end];
    }
    const isShortened = this.isShortened ?? TimeScale.isWorthShortening(times, from, to);
    return new TimeScale(times, from, to, isShortened);
  }

  // Drawing, when the life, the scale or the width has changed.

  draw(timeline) {
    const { width } = this;
    if (width === 0) return;
    const key = `${width} ${timeline.steps.length} ${timeline.end} ${this.window?.step} ${this.isShortened}`;
    if (this.drawn === key && this.life === timeline) return;
    // A long life that grows is drawn anew four times a second at most.
    const now = performance.now();
    if (this.life === timeline && this.drawn !== null && timeline.steps.length > 500 && now - this.drawnAt < 250) {
      this.later ??= setTimeout(() => {
        this.later = null;
        this.app.changed();
      }, 250);
      return;
    }
    this.drawn = key;
    this.drawnAt = now;
    this.life = timeline;
    const tracks = timeline.spans();
    const end = Math.max(timeline.end, 1);
    this.scale = this.makeScale(timeline, tracks ?? { phases: [] }, end);
    const picture = new TimePicture(this.app, this.scale, width, end);
    picture.draw(tracks, this.drawing, this.labels, this.axis);
    this.markBar();
    this.rail.style.setProperty("--gutter", `${this.scroller.offsetWidth - this.scroller.clientWidth}px`);
    setAttribute(this.shorten, "aria-pressed", this.scale.isShortened ? "true" : "false");
    const gaps = this.scale.shortenedGaps.length;
    setHidden(this.note, gaps === 0);
    setText(this.note, gaps ? `Long waits are drawn shorter (${count(gaps, "wait")}, striped): distances are not to scale there.` : "");
    this.offerPhases(tracks, timeline);
  }

  /** Marks the bar of the app that is selected. */
  markBar() {
    const { selection } = this.app;
    const id = selection?.kind === "app" ? selection.id : null;
    for (const part of this.scroller.querySelectorAll("[data-bar]")) {
      part.classList.toggle("selected", part.dataset.bar === id);
      if (part.dataset.bar === id && part.matches(".lane-name")) part.scrollIntoView({ block: "nearest" });
    }
  }

  offerPhases(tracks, timeline) {
    const names = (tracks?.phases ?? []).map((phase) => `${formatTime(phase.from)} ${TimePicture.phaseTitle(phase, timeline.head)}`);
    const wanted = names.join("\n");
    if (this.offered !== wanted) {
      this.offered = wanted;
      fill(this.zoom, el("option", { value: "" }, "Whole life"), names.map((name, index) => el("option", { value: String(index) }, name)));
    }
    const index = this.window ? tracks.phases.findIndex((phase) => phase.step === this.window.step) : -1;
    this.zoom.value = index < 0 ? "" : String(index);
  }

  /** Moves what shows the moment; nothing is laid out anew. */
  place(timeline, t, text) {
    if (!this.scale) return;
    if (this.window && (t < this.scale.from || t > this.scale.to) && !this.isGrabbed) {
      this.showAll();
      return;
    }
    const x = timeline.steps.length ? this.scale.x(t) : 0;
    const place = `${(x * 100).toFixed(3)}%`;
    if (this.placed !== place) {
      this.placed = place;
      this.x = x;
      // On the two that use it: a property that the whole drawing inherits costs 20 ms of style for each move.
      for (const part of [this.head, this.future]) part.style.setProperty("--x", x.toFixed(5));
      this.moveThumb();
    }
    // At the end nothing is still to come, and the signs of the last moment stand behind it.
    setHidden(this.future, x >= 1);
    setAttribute(this.range, "aria-valuetext", text);
    this.range.disabled = timeline.steps.length === 0;
  }

  moveThumb() { this.range.value = String(Math.round((this.x ?? 0) * TimeBar.fineness)); }

  // Moving.

  goToPlace(x) {
    if (!this.scale) return;
    this.app.player.pause();
    this.app.goTo(Math.max(0, this.app.timeline.indexAt(this.scale.t(x))));
  }

  /** Drags the moment. A press on a bar or a mark is a choice, unless the pointer moves away. */
  grab(press) {
    if (press.button !== 0) return;
    const grip = new AbortController();
    const take = (event) => {
      this.isGrabbed = true;
      this.plot.setPointerCapture(event.pointerId);
    };
    const move = (event) => {
      if (!this.isGrabbed && Math.abs(event.clientX - press.clientX) < 4) return;
      if (!this.isGrabbed) take(event);
      const box = this.plot.getBoundingClientRect();
      this.goToPlace((event.clientX - box.left - TimePicture.start) / (box.width - TimePicture.start - TimePicture.end));
    };
    const end = () => {
      this.isGrabbed = false;
      grip.abort();
    };
    if (!press.target.closest("[data-mark]")) {
      take(press);
      move(press);
    }
    for (const [type, use] of [["pointermove", move], ["pointerup", end], ["pointercancel", end]]) {
      addEventListener(type, use, { signal: grip.signal });
    }
    press.preventDefault();
  }

  key(event) {
    const { app } = this;
    const { sessions } = LifeIndex.of(app.timeline);
    const go = {
      ArrowRight: () => app.player.step(1),
      ArrowUp: () => app.player.step(1),
      ArrowLeft: () => app.player.step(-1),
      ArrowDown: () => app.player.step(-1),
      Home: () => app.goTo(0),
      End: () => app.goTo(app.timeline.last),
      PageUp: () => app.goTo(sessions.find((session) => session.step > app.index)?.step ?? app.timeline.last),
      PageDown: () => app.goTo(sessions.findLast((session) => session.step < app.index)?.step ?? 0),
    }[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  }

  goToMark(direction) {
    const { app } = this;
    const marks = app.timeline.spans()?.marks ?? [];
    const mark = direction > 0
      ? marks.find((mark) => mark.step > app.index)
      : marks.findLast((mark) => mark.step < app.index);
    if (!mark) return;
    app.player.pause();
    app.goTo(mark.step, true);
    app.announcer.say(`${formatTime(mark.t)}, ${TimePicture.markTitle(mark, app.timeline.head)}`);
    TimePicture.select(mark, app);
  }
}

/** How finely the slider divides the life. */
TimeBar.fineness = 10000;

"""#####),
        PageSource(
            name: "clock.js",
            text: #####"""
"use strict";

/** Play, pause, step, speed, and in words what the clock does. */
class ClockControls {
  constructor(root, app) {
    this.app = app;
    this.state = el("p", { class: "clock-state" });
    this.back = el("button", { type: "button", title: "One step back (left arrow)", onclick: () => app.player.step(-1) }, "Previous event");
    this.play = el("button", { type: "button", class: "primary", title: "Play or pause (space)", onclick: () => app.player.toggle() }, "Play");
    this.on = el("button", { type: "button", title: "To the next event (right arrow)", onclick: () => app.player.step(1) }, "Next event");
    this.speed = el("select", { onchange: () => app.player.setSpeed(this.speed.value === "" ? null : Number(this.speed.value)) },
      ClockControls.speeds.map((speed) => el("option", { value: speed ?? "" }, speed === null ? "as fast as it can" : `${speed} times`)));
    this.keys = el("button", { type: "button", class: "small", title: "Keys (?)", "aria-label": "Keys", onclick: () => app.keyboard.open() }, "?");
    fill(root, this.state,
      el("div", { class: "buttons", role: "group", "aria-label": "Clock" }, this.back, this.play, this.on),
      el("label", { class: "speed" }, "Speed ", this.speed), this.keys);
  }

  update(state, timeline) {
    const { player, clock } = this.app;
    setText(this.state, this.words(timeline));
    setText(this.play, player.plays ? "Pause" : "Play");
    this.play.disabled = !player.canPlay;
    this.back.disabled = this.app.index < 0;
    this.on.disabled = this.app.isAtEnd && (!player.isLive || clock.state === "attended");
    const speed = String((player.isLive ? clock.speed : player.speed) ?? "");
    if (this.speed.value !== speed) this.speed.value = speed;
    // A speed of the command line that is not in the list.
    if (this.speed.value !== speed) {
      this.speed.append(el("option", { value: speed }, `${speed} times`));
      this.speed.value = speed;
    }
  }

  words(timeline) {
    const { app } = this;
    if (!timeline.head) return "";
    if (app.player.isPlaying) return "Playing what was recorded";
    if (!app.isReport && !app.following) return "Back in time";
    const outcome = timeline.ending && (outcomeWords[timeline.ending.outcome] ?? timeline.ending.outcome);
    if (app.isOver && (!app.isReport || app.isAtEnd)) return `Over: ${outcome}`;
    if (app.isReport) return "";
    switch (app.clock?.state) {
      case "waiting": return "Waiting for the first browser";
      case "paused": return app.clock.next === null || app.clock.next === undefined ? "Paused" : `Paused, next event at ${formatTime(app.clock.next)}`;
      case "playing": return app.clock.speed === null ? "Playing as fast as it can" : "Playing";
      case "attended": return "At rest: press a button";
      case "over": return outcome ? `Over: ${outcome}` : "Over";
      default: return timeline.head.view === "server" ? "Following the device" : "";
    }
  }
}

ClockControls.speeds = [1, 10, 20, 60, 600, null];

"""#####),
        PageSource(
            name: "keyboard.js",
            text: #####"""
"use strict";

/** The keys that work everywhere, but in fields and where a control uses them itself. */
class Keyboard {
  constructor(app) {
    this.app = app;
    this.dialog = document.getElementById("keys");
    this.build();
    addEventListener("keydown", (event) => this.press(event));
  }

  build() {
    const rows = Keyboard.list.map(([keys, text]) =>
      el("tr", null, el("th", { scope: "row" }, keys.map((key, index) => [index ? " " : null, el("kbd", null, key)])), el("td", null, text)));
    fill(this.dialog,
      el("h2", { id: "keys-heading" }, "Keys"),
      el("table", null, el("tbody", null, rows)),
      el("h2", null, "Signs of the time bar"),
      el("ul", { class: "signs" }, TimePicture.signs().map(([picture, words]) => el("li", null, picture, " ", words))),
      el("form", { method: "dialog" }, el("button", { type: "submit" }, "Close")));
  }

  open() { this.dialog.showModal(); }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.dialog.open) return;
    const target = event.target;
    const isRange = target instanceof HTMLInputElement && target.type === "range";
    if (target.closest?.("input, select, textarea, [contenteditable]") && !isRange) return;
    const isOwn = (key) => (key === " " && target.closest?.("button, a[href], summary, [role=button], [role=treeitem], [role=option], [role=row]"))
      || (key.startsWith("Arrow") && target.closest?.("[role=tree], [role=tablist], [role=grid], [role=listbox], [role=radiogroup], [data-own-keys]"));
    if (isOwn(event.key)) return;
    const action = {
      " ": () => this.app.player.toggle(),
      ArrowRight: () => this.app.player.step(1),
      ArrowLeft: () => this.app.player.step(-1),
      l: () => this.app.follow(),
      n: () => this.app.timeBar.goToMark(1),
      p: () => this.app.timeBar.goToMark(-1),
      "1": () => this.app.show("conversation"),
      "2": () => this.app.show("tree"),
      "3": () => this.app.show("diagnostics"),
      "4": () => this.app.show("events"),
      "/": () => this.app.panels.search(),
      "?": () => this.open(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

Keyboard.list = [
  [["Space"], "Play or pause"],
  [["←", "→"], "One step back or forward"],
  [["P", "N"], "To the previous or next mark: a failure, a restart, a sign-in, a button, a question"],
  [["Page down", "Page up"], "In the time bar: to the previous or next session"],
  [["Home", "End"], "In the time bar: to the start or the end"],
  [["↑", "↓"], "From row to row, in the conversation, the tree and the events"],
  [["L"], "To the newest moment, and follow it"],
  [["1", "2", "3", "4"], "Conversation, Tree, Diagnostics, Events"],
  [["/"], "Search in the tab"],
  [["?"], "This list"],
];

"""#####),
        PageSource(
            name: "shell.js",
            text: #####"""
"use strict";

/** What stands above everything: which device, how the page is connected. */
class HeaderView {
  constructor(root, app) {
    this.app = app;
    this.title = root.querySelector("#title");
    this.facts = root.querySelector("#facts");
    this.connection = root.querySelector("#connection");
    this.choice = root.querySelector("#device-choice");
    this.select = root.querySelector("#device-select");
    this.select.addEventListener("change", () => app.watch(this.select.value));
    app.addEventListener("devices", (event) => this.offer(event.detail));
  }

  offer(devices) {
    setHidden(this.choice, devices.length < 2);
    const key = JSON.stringify(devices);
    if (this.offered === key) return;
    this.offered = key;
    fill(this.select, devices.map((device) =>
      el("option", { value: device.id }, visibleText([device.title, device.detail].filter(Boolean).join(", ")))));
    if (this.app.feed.device) this.select.value = this.app.feed.device;
  }

  update(state, timeline) {
    const head = timeline.head;
    const title = head ? visibleText(head.title) : "Espalier";
    setText(this.title, title);
    const pageTitle = head ? `${title} - Espalier` : "Espalier";
    if (document.title !== pageTitle) document.title = pageTitle;
    if (this.described !== head) {
      this.described = head;
      // Each apart, so that a name that is written from right to left turns nothing but itself.
      fill(this.facts, head && HeaderView.describe(head).map((fact, n) => [n > 0 && " · ", el("bdi", null, visibleText(fact))]));
    }
    this.updateConnection(this.app.connection);
  }

  updateConnection(connection) {
    if (this.shown === connection) return;
    this.shown = connection;
    const { state: kind, text, hint } = connection;
    setText(this.connection, text);
    setAttribute(this.connection, "data-tone", { __proto__: null, live: "good", report: "quiet", loading: "quiet" }[kind] ?? "bad");
    setAttribute(this.connection, "title", hint ?? null);
    if (kind === "lost" && hint) this.app.notice(`${text}. ${hint}`);
    else if (this.wasLost && kind === "live") this.app.notice(null);
    this.wasLost = kind === "lost";
  }

  static describe(head) {
    const device = head.device ?? {};
    return [
      device.name,
      device.windows && `Windows ${device.windows.replace("-", " ")}`,
      device.edition,
      device.build,
      HeaderView.modes[device.mode] ?? device.mode,
      device.join && (HeaderView.joins[device.join] ?? device.join),
      device.provider && `managed by ${device.provider}`,
      device.protocol && device.protocol !== "windows" && `protocol ${device.protocol}`,
      head.view === "server" && "seen from its management server",
    ].filter(Boolean);
  }
}

HeaderView.modes = {
  __proto__: null,
  userDriven: "user-driven", preProvisioning: "pre-provisioning", selfDeploying: "self-deploying",
  devicePreparation: "device preparation",
};
HeaderView.joins = { __proto__: null, entra: "Entra join", hybrid: "hybrid join" };

/** The four tabs: one panel is up, and only that is kept up to date. */
class TabPanels {
  constructor(root, app) {
    this.app = app;
    this.tabs = App.tabs.map((name) => root.querySelector(`#tab-${name}`));
    const views = { conversation: ConversationView, tree: TreeView, diagnostics: DiagnosticsView, events: EventsView };
    this.panels = App.tabs.map((name) => {
      const panel = root.querySelector(`#panel-${name}`);
      return { name, panel, view: new views[name](panel, app) };
    });
    this.tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => app.show(App.tabs[index]));
      tab.addEventListener("keydown", (event) => this.move(event, index));
    });
    this.show(app.tab);
  }

  move(event, index) {
    const last = this.tabs.length - 1;
    const next = { ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.app.show(App.tabs[next]);
    this.tabs[next].focus();
  }

  show(name) {
    this.cost = 0;
    this.panels.forEach((panel, index) => {
      const isShown = panel.name === name;
      setHidden(panel.panel, !isShown);
      setAttribute(this.tabs[index], "aria-selected", isShown ? "true" : "false");
      setAttribute(this.tabs[index], "tabindex", isShown ? null : "-1");
    });
  }

  /** While much changes, a panel that takes long is brought up to date less often, so that the rest stays smooth. */
  update(state, timeline) {
    const { view } = this.panels.find((panel) => panel.name === this.app.tab);
    const start = performance.now();
    if (this.cost > 8 && start - this.updatedAt < 2 * this.cost) {
      this.pending ??= setTimeout(() => {
        this.pending = null;
        this.app.changed();
      }, 2 * this.cost);
      return;
    }
    view.update(state, timeline);
    this.updatedAt = performance.now();
    this.cost = Math.min(this.updatedAt - start, 250);
    // What the frame took beyond its own time is the panel's, too: layout comes after the script.
    requestAnimationFrame(() => { this.cost = Math.min(Math.max(this.cost, performance.now() - start - 17), 250); });
  }

  /** Puts the cursor into the search field of the panel that is up. */
  search() {
    const { panel } = this.panels.find((panel) => panel.name === this.app.tab);
    const field = panel.querySelector("input[type=search]");
    field?.focus();
    field?.select();
  }
}

/** Tells a screen reader how the life goes on: categories, errors, what is on the screen; at most every two seconds, and
 *  only the last word. */
class ProgressAnnouncer {
  constructor(element) {
    this.element = element;
    this.said = "";
  }

  /** What the reader has asked for, at once. */
  say(text) {
    clearTimeout(this.timer);
    this.timer = null;
    setText(this.element, text);
  }

  update(state, timeline) {
    if (!timeline.head) return;
    this.waiting = ProgressAnnouncer.sentence(state, timeline);
    if (this.timer || this.waiting === this.said) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.waiting === this.said) return;
      this.said = this.waiting;
      setText(this.element, this.said);
    }, 2000);
  }

  static sentence(state, timeline) {
    const parts = [];
    if (timeline.head.view === "server") return count(state.messageCount, "message");
    if (state.error) parts.push(`Error${state.error.code ? ` ${state.error.code}` : ""}: ${visibleText(state.error.text)}`);
    else if (state.screen !== "status") parts.push(screenTitle(state));
    for (const category of timeline.head.categories ?? []) {
      const now = state.categories.get(category.id);
      if (now && now.state !== "notStarted") parts.push(`${category.title}: ${now.text}`);
    }
    return parts.join(". ");
  }
}

"""#####),
        PageSource(
            name: "safe-text.js",
            text: #####"""
"use strict";

// Text of a server or a capture as elements: unsafe characters (words.js) are shown by their numbers, and so is U+F000, which
// stands between the entries of lists (ESP-402) and has no picture in any font.
const numberedCharacters = new RegExp(`${unsafeCharacters.source}|\\uf000`, "g");

/** Texts and elements for `text`. In a block, line breaks and tabs stay as they are; in a line they are shown by a sign. */
function safeNodes(text, isBlock = false) {
  const source = String(text);
  const nodes = [];
  let end = 0;
  for (const match of source.matchAll(numberedCharacters)) {
    const character = match[0];
    if (isBlock && (character === "\n" || character === "\t")) continue;
    if (match.index > end) nodes.push(source.slice(end, match.index));
    nodes.push(invisibleCharacter(character));
    end = match.index + character.length;
  }
  if (end < source.length) nodes.push(source.slice(end));
  return nodes;
}

function invisibleCharacter(character) {
  const number = "U+" + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const sign = { "\n": "↵", "\r": "␍", "\t": "⇥" }[character] ?? number;
  return el("span", { class: "invisible-character", title: number }, sign);
}

/** A value in one line of a list: at most `limit` characters of it, set apart from the direction of what stands around. */
function inlineValue(text, limit = 120) {
  const source = String(text);
  if (source === "") return el("bdi", { class: "value value-empty" }, "empty");
  const cut = source.length > limit;
  return el("bdi", { class: "value" }, safeNodes(cut ? source.slice(0, limit) : source), cut && "…");
}

/** A value that may be long, whole: a button shows the rest of it. */
function blockValue(text, limit = 400) {
  const source = String(text);
  if (source === "") return el("span", { class: "value-empty" }, "empty");
  const holder = el("bdi", { class: "block-value" });
  if (source.length <= limit) {
    fill(holder, safeNodes(source, true));
    return holder;
  }
  const rest = el("button", {
    type: "button", class: "text-button", "aria-expanded": "false",
    onclick: () => {
      const open = rest.getAttribute("aria-expanded") === "false";
      rest.setAttribute("aria-expanded", String(open));
      fill(holder, safeNodes(open ? source : source.slice(0, limit) + "…", true));
      setText(rest, open ? "Show less" : showAll);
    },
  });
  const showAll = `Show all ${count(source.length, "character")}`;
  setText(rest, showAll);
  fill(holder, safeNodes(source.slice(0, limit) + "…", true));
  return el("span", { class: "block-value-holder" }, holder, rest);
}

/** The address of a node in one line: where room is short its beginning gives way, never its last name. */
function addressText(address) {
  const cut = address.lastIndexOf("/");
  return el("bdi", { class: "address", title: visibleText(address) },
    cut > 0 && el("span", { class: "address-head" }, safeNodes(address.slice(0, cut + 1))),
    el("span", { class: "address-tail" }, safeNodes(cut > 0 ? address.slice(cut + 1) : address)));
}

/** A button that puts a text on the clipboard and says so. `text` may be a function that answers it or a promise of it. */
function copyButton(text, label, name) {
  const button = el("button", { type: "button", class: "text-button copy-button", "aria-label": name ?? label }, label);
  const said = el("span", { class: "copy-said", role: "status" });
  button.addEventListener("click", async () => {
    let answer = "Copied";
    try {
      await writeClipboard(await (typeof text === "function" ? text() : text));
    } catch {
      answer = "The browser does not let this page copy";
    }
    setText(said, answer);
    setTimeout(() => setText(said, ""), 2000);
  });
  return el("span", { class: "copy" }, button, said);
}

/** A page that was opened from a file has no asynchronous clipboard in every browser; a selected text field always works. */
async function writeClipboard(text) {
  if (navigator.clipboard?.writeText) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // The older way below may be allowed.
    }
  }
  const field = el("textarea", { class: "off-screen", readonly: true, "aria-hidden": "true", tabindex: "-1" });
  field.value = text;
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  if (!done) throw new Error("refused");
}

"""#####),
        PageSource(
            name: "protocol-words.js",
            text: #####"""
"use strict";

// The names of SyncML/StatusCode+Names.swift (oma-dm.md 2.8).
const statusNames = {
  __proto__: null,
  101: "In progress", 200: "OK", 201: "Item added", 202: "Accepted for processing", 203: "Non-authoritative response",
  204: "No content", 205: "Reset content", 206: "Partial content", 207: "Conflict resolved with merge",
  208: "Conflict resolved, client wins", 209: "Conflict resolved with duplicate", 210: "Delete without archive",
  211: "Item not deleted", 212: "Authentication accepted", 213: "Chunked item accepted and buffered",
  214: "Operation cancelled", 215: "Not executed", 216: "Atomic roll back OK", 300: "Multiple choices",
  301: "Moved permanently", 302: "Found", 303: "See other", 304: "Not modified", 305: "Use proxy", 400: "Bad request",
  401: "Invalid credentials", 402: "Payment needed", 403: "Forbidden", 404: "Not found", 405: "Command not allowed",
  406: "Optional feature not supported", 407: "Missing credentials", 408: "Request timeout", 409: "Conflict", 410: "Gone",
  411: "Size required", 412: "Incomplete command", 413: "Request entity too large", 414: "URI too long",
  415: "Unsupported media type or format", 416: "Requested size too big", 417: "Retry later", 418: "Already exists",
  419: "Conflict resolved with server data", 420: "Device full", 421: "Unknown search grammar", 422: "Bad CGI script",
  423: "Soft-delete conflict", 424: "Size mismatch", 425: "Permission denied", 426: "Partial item not accepted",
  427: "Item not empty", 428: "Move failed", 500: "Command failed", 501: "Command not implemented", 502: "Bad gateway",
  503: "Service unavailable", 504: "Gateway timeout", 505: "DTD version not supported", 506: "Processing error",
  507: "Atomic failed", 508: "Refresh required", 509: "Reserved", 510: "Data store failure", 511: "Server failure",
  512: "Synchronization failed", 513: "Protocol version not supported", 514: "Operation cancelled",
  516: "Atomic roll back failed", 517: "Atomic response too large to fit",
};

/** `405 Command not allowed`. */
function statusText(status) {
  // A status is text of the peer: "constructor" is none of the names.
  return Object.hasOwn(statusNames, status) ? `${status} ${statusNames[status]}` : visibleText(status);
}

/** As CommandOutcome.succeeded has it: 214 to 216 belong to the twos, but say that nothing was done. */
function isRefusal(status) {
  const code = Number(status);
  return !(code >= 100 && code < 300) || (code >= 214 && code <= 216);
}

// What an Alert is for (oma-dm.md 2.5).
const alertWords = {
  __proto__: null,
  1100: "display", 1101: "confirm or reject", 1102: "text input", 1103: "single choice", 1104: "multiple choice",
  1200: "server-initiated management", 1201: "client-initiated management", 1222: "next message", 1223: "session abort",
  1224: "client event", 1225: "no end of data", 1226: "generic alert",
};

/** What became of a question to the user (oma-dm.md 2.5): the status of its Alert, in words. */
function questionAnswer({ code, status, answers }) {
  if (answers.length > 0) return `Answer: ${answers.map(visibleText).join(", ")}`;
  switch (status) {
    case 200: return code === 1100 ? "It was shown." : "The user accepts.";
    case 304: return "The user rejects.";
    case 214: return "The user cancels.";
    case 408: return "Nobody answers in time.";
    default: return statusText(status);
  }
}

// NumberTable.swift (esp-behaviour.md 3.4).
const packageStatusWords = {
  __proto__: null,
  0: "none", 10: "initialized", 20: "download in progress", 25: "pending download retry", 30: "download failed",
  40: "download completed", 48: "pending user session", 50: "enforcement in progress", 55: "pending enforcement retry",
  60: "enforcement failed", 70: "success",
};
const enforcementWords = {
  __proto__: null,
  1000: "succeeded", 1003: "install command received", 2000: "in progress", 2007: "waiting for dependencies",
  2008: "installed, restart needed", 2009: "downloaded, not yet installed", 3000: "requirements not met",
  4000: "unknown outcome", 5000: "failed", 5003: "content download failed", 5999: "failed, immediate retry",
  6000: "not attempted", 6001: "not attempted: dependency failed", 6002: "not attempted: pending hard restart",
  6003: "not attempted: requirements of a dependency not met",
  6004: "not attempted: dependency not installed automatically",
  6005: "not attempted: dependency not installed automatically",
};
const providerStateWords = { __proto__: null, 1: "NotInstalled", 2: "NotRequired", 3: "Completed", 4: "Error" };
// CSP/Providers/Office/OfficeInstall.swift.
const officeStatusWords = {
  __proto__: null,
  13: "the signature of the deployment tool could not be verified", 1460: "the download of the deployment tool failed",
  1602: "cancelled by the user", 1603: "a prerequisite is not met", 17000: "the client could not be started",
  17001: "the installation could not be queued", 17002: "the installation could not be completed",
  17003: "another installation is running", 17004: "the client needs to be cleaned up", 17005: "cancelled as planned",
  17006: "blocked by running apps", 17007: "another version has to be removed first", 17100: "the command line is wrong",
};
// The codes of esp-behaviour.md 4.6 that have one meaning.
const errorCodeWords = {
  __proto__: null,
  "0x800705B4": "time-out", "0x87D1041C": "the installer ended, but detection does not find the app",
  "0x80070652": "another installation is running", "0x80070001": "the installer ended with 1",
  "0x80070643": "the installer ended with 1603", "0x80180014": "enrolment refused", "0x80180018": "licence or too many devices",
};

/** What an HRESULT means, in whatever case it is written; undefined for one without a meaning of its own. */
function errorCodeMeaning(code) { return errorCodeWords["0x" + String(code).slice(2).toUpperCase()]; }

/** A number as CSPs keep an HRESULT, signed and decimal, in the usual form; null where it is none or zero. */
function hresultText(value) {
  const number = Number(value);
  if (!/^-?\d+$/.test(String(value)) || number === 0 || number < -2147483648 || number > 4294967295) return null;
  return "0x" + (number >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

const kindWords = {
  __proto__: null,
  win32: "Win32 app", msi: "MSI", uwp: "UWP app", store: "Store app", office: "Office", certificate: "Certificate",
  script: "Script", job: "Job",
};
const severityWords = { __proto__: null, error: "Error", warning: "Warning", note: "Note" };

/** A certificate's Status in words; life-state.js says which of the four states it is. */
function certificateText(uri, status) {
  if (uri.includes("/PFXCertInstall/")) return status === 0 ? "imported" : `import failed with ${status}`;
  if (isRenewal(uri)) return { __proto__: null, 0: "not started", 1: "renewal under way", 2: "renewed", 3: "renewal failed" }[status] ?? "unknown";
  return { __proto__: null, 1: "enrolled", 2: "pending", 16: "failed" }[status] ?? "unknown";
}

/** How a session ended (SessionEnd in DeviceEvent+JSON.swift). */
function sessionEndText(reason) {
  const [word, detail] = String(reason).split(" ");
  switch (word) {
    case "completed": return "completed";
    case "abortedByServer": return "given up by the server";
    case "abortedByClient": return "given up by the device";
    case "headerRefused": return `header refused with ${statusText(detail)}`;
    case "unenrolled": return "ended by unenrolment";
    case "clientNotAuthenticated": return "the server did not accept the device's credentials";
    case "serverNotAuthenticated": return "the device did not accept the server's credentials";
    default: return visibleText(reason);
  }
}

/** The end of a session in words and as a sentence, and whether it ended otherwise than it should. */
function sessionEnding(event) {
  if (event.type === "sessionBroken") {
    const text = `broke: ${visibleText(event.reason)}`;
    return { text, sentence: `Session ${event.session} ${text}`, isBad: true };
  }
  const text = sessionEndText(event.reason);
  return { text, sentence: `Session ${event.session}: ${text}`, isBad: event.reason !== "completed" && event.reason !== "unenrolled" };
}

/** `1,132 bytes`, `9.4 kB`. */
function sizeText(bytes) {
  return bytes < 10000 ? count(bytes, "byte") : `${(bytes / 1000).toFixed(1)} kB`;
}

/** What stands behind the last `/` of an address. */
function lastSegment(address) { return address.slice(address.lastIndexOf("/") + 1); }

/** The name of a node, percent-escapes read; an escape that is none stays as it is. */
function nodeName(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

"""#####),
        PageSource(
            name: "event-words.js",
            text: #####"""
"use strict";

/** An event as one line for people: {text, tone}. It says all that LifeText.swift says, and what that leaves out. */
function eventWords(event, head) {
  const known = eventSentences[event.type];
  const words = known ? known(event, head) : event.type;
  const [text, tone] = Array.isArray(words) ? words : [words, "plain"];
  return { text, tone };
}

/** The kinds by which events are filtered. */
function eventKind(event) { return eventKinds[event.type] ?? "Other"; }

const eventKinds = { __proto__: null };
for (const [kind, types] of Object.entries({
  "Page": ["pageState", "category", "line", "controls", "error", "errorCleared", "pageLeft", "duration", "whitePage", "buttonPressed",
    "buttonNotOffered", "logsCollected", "preparationStarted", "setting"],
  "Apps": ["app", "enforcement", "package", "packageSource", "installation", "certificate", "script", "job", "agentStarted", "agentPhase", "agentLog"],
  "Sessions": ["sessionStarted", "messageSent", "messageReceived", "commandAnswered", "sessionEnded", "sessionBroken", "redirected",
    "sessionAborted", "keptAlive", "credentials", "question", "notification", "alertQueued", "pollingStarted"],
  "Nodes": ["nodeWritten", "policyHeldBack", "policyTookEffect", "drifted", "driftUndone", "policiesRefreshed", "configLock", "effectNotEmulated"],
  "Device": ["signInScreen", "userSignedIn", "userSignedOut", "poweredOff", "poweredOn", "restartRequested", "machineStarted",
    "registrationKicked", "qualityUpdates", "devicePreparation", "resetStarted", "enrolled", "certificateRenewed", "unenrolled", "certificateExpired"],
  "Log": ["eventLog"],
})) for (const type of types) eventKinds[type] = kind;

/** What the people who wrote the scenario or the server call it: always as a line. */
function named(text) { return visibleText(text ?? ""); }

function lastName(uri) { return named(nodeName(lastSegment(String(uri)))); }

function buttonTitle(head, button) { return own(head?.buttons, button) ?? button; }

function sessionEndWords(event) {
  const { sentence, isBad } = sessionEnding(event);
  return [sentence, isBad ? "bad" : "quiet"];
}

function toneOfState(state) { return state === 4 ? "bad" : state === 3 ? "good" : "quiet"; }

const eventSentences = {
  __proto__: null,
  // A server is not always told why.
  sessionStarted: (e) => [`Session ${e.session} starts${e.trigger === null ? "" : ` ${triggerText(e.trigger)}`}`, "heading"],
  messageSent: (e) => [`The device sends message ${e.message} of session ${e.session} (${sizeText(e.bytes)})`, "quiet"],
  messageReceived: (e) => [`The server sends message ${e.message} of session ${e.session} (${sizeText(e.bytes)})`, "quiet"],
  commandAnswered: (e) => {
    const refused = isRefusal(e.status);
    const words = `${named(e.command)} ${named(e.target)}: ${statusText(e.status)}${e.originalError ? ` (${named(e.originalError)})` : ""}`;
    return [refused ? `Refused: ${words}` : words, refused ? "bad" : "quiet"];
  },
  sessionEnded: sessionEndWords,
  sessionBroken: sessionEndWords,
  redirected: (e) => `Session ${e.session} goes on at ${named(e.address)}`,
  sessionAborted: (e) => [`The ${named(e.by)} gives session ${e.session} up`, "heading"],
  keptAlive: (e) => [`The device keeps session ${e.session} alive`, "quiet"],
  credentials: (e) => [`Session ${e.session}: ${statusText(e.status)} for the credentials of the ${named(e.of)}${e.authentication ? ` (${named(e.authentication)})` : ""}`,
    e.status >= 400 ? "bad" : "quiet"],
  question: (e) => [`The server asks "${named(e.text)}": ${[statusText(e.status), ...e.answers.map(named)].join(", ")}`, "heading"],
  notification: (e) => [e.refusal ? `A notification comes in: ${named(e.refusal)}` : "A notification comes in", "heading"],
  alertQueued: (e) => [`Alert ${e.code} waits to be sent: ${named(e.alertType)}`, "quiet"],
  pollingStarted: () => "The polling schedule starts",
  nodeWritten: (e) => [`The ${named(e.writer)} sets ${named(e.uri)}${e.value === null || e.value === undefined ? "" : ` to ${named(e.value)}`}`, "quiet"],
  pageState: (e, head) => [`Page: ${own(head?.pageStates, e.state) ?? e.state} (${e.state})`, "heading"],
  category: (e, head) => {
    const title = head?.categories?.find((category) => category.id === e.category)?.title ?? e.category;
    const isBad = e.state === "failed" || e.state === "failedFromPreviousCategory";
    return [`${named(title)}: ${categoryWords[e.text] ?? named(e.text)}`, e.state === "succeeded" ? "good" : isBad ? "bad" : "heading"];
  },
  line: (e) => [named(e.text ?? `${lastLinePart(e.line)}: ${stateWords[e.state] ?? e.state}`), e.state === "failed" ? "bad" : e.state === "succeeded" ? "good" : "plain"],
  controls: (e, head) => {
    const names = [...e.buttons, ...e.links].map((button) => buttonTitle(head, button));
    return names.length ? `Offered: ${names.join(", ")}` : ["No button is offered", "quiet"];
  },
  error: (e) => [`Error screen${e.code ? ` ${named(e.code)}` : ""}: ${named(e.text)}`, "bad"],
  errorCleared: () => ["The error screen goes", "plain"],
  setting: (e) => [`Setting ${named(e.name)}: ${named(e.value)}`, "quiet"],
  eventLog: (e) => [`Event ${e.id}${e.name ? ` ${named(e.name)}` : ""}${e.message ? `: ${named(e.message)}` : ""}`, "quiet"],
  duration: (e) => [`${named(e.name)} of the ${named(e.scope)} page: ${formatDuration(e.seconds)}`, "quiet"],
  pageLeft: (e) => [`${e.scope === "device" ? "Device" : "Account"} page left: ${named(e.outcome)}`, e.outcome === "succeeded" ? "good" : "plain"],
  signInScreen: (e) => [e.prompt ? "Sign-in screen asks for name and password" : "Sign-in screen", "heading"],
  userSignedIn: () => ["The user signs in", "heading"],
  userSignedOut: () => ["The user signs out", "heading"],
  poweredOff: () => ["The device shuts down", "heading"],
  poweredOn: () => ["The device is turned on", "heading"],
  preparationStarted: (e) => `Begins: ${named(e.step)}`,
  registrationKicked: () => "The registration task starts again",
  script: (e) => [`Script ${named(e.name)}: ${e.exitCode === null ? "runs" : `ended with ${named(e.exitCode)}`}`, e.exitCode === null || e.exitCode === "0" ? "quiet" : "bad"],
  policyHeldBack: (e) => [`Held back until the user's flow: ${named(e.uri)}`, "quiet"],
  policyTookEffect: (e) => [`Takes effect now: ${named(e.uri)}`, "quiet"],
  qualityUpdates: (e) => `Quality updates: ${named(e.stage)}`,
  devicePreparation: (e) => [`Autopilot device preparation: ${named(e.state)}`, "heading"],
  whitePage: () => ["The page stays white for a while", "quiet"],
  buttonPressed: (e, head) => [`The user presses ${buttonTitle(head, e.button)}`, "heading"],
  buttonNotOffered: (e, head) => [`The user looks for ${buttonTitle(head, e.button)}, which is not offered`, "bad"],
  agentStarted: () => "The agent starts",
  agentPhase: (e) => `The agent's phase: ${named(e.phase)}`,
  app: (e) => [`App ${named(e.name)}: ${appStateWords[e.state] ?? e.state}${e.error ? ` (${named(e.error)})` : ""}`, toneOfState(e.state)],
  agentLog: (e) => [`Agent: ${named(e.text)}`, "quiet"],
  enforcement: (e, head) => [`App ${named(head?.apps?.find((app) => app.id === e.id)?.name ?? e.id)}: enforcement ${e.state} ${enforcementWords[e.state] ?? ""}${
    e.exitCode !== null && e.exitCode !== undefined ? `, exit code ${named(e.exitCode)}` : ""}`, e.state >= 4000 && e.state < 6000 ? "bad" : "quiet"],
  package: (e) => [`MSI ${named(e.name)}: ${packageStatusWords[e.status] ?? `status ${e.status}`}`, toneOfState(packageState(e))],
  packageSource: (e) => [`MSI ${lastName(e.uri)} comes from ${named(e.url)}`, "quiet"],
  installation: (e) => {
    const state = packageState(e);
    const reason = e.kind === "office" && officeStatusWords[e.status] ? ` (${e.status}: ${officeStatusWords[e.status]})` : "";
    return [`${kindWords[e.kind] ?? named(e.kind)} ${named(e.name)}: ${appStateWords[state]}${reason}`, toneOfState(state)];
  },
  certificate: (e) => [`Certificate ${lastName(e.uri)}: ${certificateText(e.uri, e.status)}`, toneOfState(certificateState(e))],
  job: (e) => [`${named(e.kind)}: ${named(e.status)}`, "quiet"],
  effectNotEmulated: (e) => [`Windows would do something here that is not emulated: ${named(e.uri)}`, "quiet"],
  restartRequested: () => ["A restart is asked for", "heading"],
  machineStarted: () => ["The machine is up again", "heading"],
  logsCollected: (e) => `Logs are collected: ${(e.areas ?? []).map(named).join(", ")}`,
  resetStarted: () => ["The reset of the system starts", "heading"],
  enrolled: () => ["The device enrols", "heading"],
  certificateRenewed: () => ["The device gets another certificate", "heading"],
  unenrolled: () => ["The device has left management", "heading"],
  drifted: (e) => [`A program sets ${named(e.uri)} to ${named(e.value)}`, "bad"],
  driftUndone: (e) => [`${{ __proto__: null, configRefresh: "Config refresh", configLock: "Config lock", declaredConfiguration: "Declared configuration" }[e.by] ?? named(e.by)} sets ${named(e.uri)} back to ${named(e.value)}`, "good"],
  policiesRefreshed: (e) => `Config refresh applies the policies again: ${count(e.restored, "value")} put back`,
  configLock: (e) => `Config lock: ${named(e.state)}`,
  certificateExpired: () => ["The certificate of the enrolment has ended; it is not renewed automatically any more", "bad"],
};

/** `AccountSetup.PrepareMultifactorAuth` as `PrepareMultifactorAuth`. */
function lastLinePart(line) { return named(String(line).split(".").at(-1).replace(/Subcategory$/, "")); }

"""#####),
        PageSource(
            name: "life-index.js",
            text: #####"""
"use strict";

/** What the panels look up in a life: sessions, the answers to commands, the commands of a node, the history of nodes and
 *  apps, diagnostics. It follows the timeline and reads each step once; nothing in it depends on the moment shown. */
class LifeIndex {
  /** The index of a timeline, with all its steps read. */
  static of(timeline) {
    let index = LifeIndex.kept.get(timeline);
    if (!index || index.head !== timeline.head) {
      index = new LifeIndex(timeline);
      LifeIndex.kept.set(timeline, index);
    }
    index.follow();
    return index;
  }

  constructor(timeline) {
    this.timeline = timeline;
    this.head = timeline.head;
    this.read = 0;
    /** {message, step, answers: Map row → {status, originalError, step}} by the message's n. */
    this.messages = [];
    /** In order: {number, trigger, t, step, messages: [n], end: {kind: "ended"|"broken", text, step, t} | null}. */
    this.sessions = [];
    this.sessionsByNumber = new Map();
    /** `session|direction|messageID` → n, to find what a Status is about. */
    this.messagesByID = new Map();
    /** {message, step} of answers that came in a later step than the message, in order. */
    this.lateAnswers = [];
    /** Address in lower case → [{message, row}]. */
    this.commandsByAddress = new Map();
    /** Address in lower case → [{step, t, value, writer, secret, removed}]. */
    this.history = new Map();
    /** The steps in which nodes changed. */
    this.changeSteps = [];
    /** Key of an app (as in the state's `apps`) → [{step, t, state}]. */
    this.appHistory = new Map();
    /** {diagnostic, step, t}, in order. */
    this.diagnostics = [];
    /** {event, step}, in order. */
    this.events = [];
  }

  follow() {
    const steps = this.timeline.steps;
    for (; this.read < steps.length; this.read++) this.add(steps[this.read], this.read);
  }

  add(step, index) {
    for (const event of step.events ?? []) {
      this.events.push({ event, step: index });
      this.addEvent(event, index);
    }
    for (const message of step.messages ?? []) this.addMessage(message, index);
    for (const [message, row, status, originalError] of step.answers ?? []) {
      this.answer(message, row, { status, originalError: originalError ?? null, step: index });
    }
    for (const node of step.nodes ?? []) this.addNode(node, step.t, index);
    if (step.nodes?.length) this.changeSteps.push(index);
    for (const diagnostic of step.diagnostics ?? []) this.diagnostics.push({ diagnostic, step: index, t: step.t });
  }

  addEvent(event, step) {
    switch (event.type) {
      case "sessionStarted":
        this.session(event.session, event.t, step).trigger = event.trigger;
        break;
      case "sessionEnded":
        this.session(event.session, event.t, step).end = {
          kind: sessionEnding(event).isBad ? "refused" : "ended", text: sessionEnding(event).text, step, t: event.t,
        };
        break;
      case "sessionBroken":
        this.session(event.session, event.t, step).end = { kind: "broken", text: sessionEnding(event).text, step, t: event.t };
        break;
    }
    const state = appState(event);
    if (state !== null) this.addApp(installedKey(event), state, event.t, step);
  }

  addApp(key, state, t, step) {
    const changes = this.list(this.appHistory, key);
    if (changes.at(-1)?.state !== state) changes.push({ step, t, state });
  }

  session(number, t, step) {
    let session = this.sessionsByNumber.get(number);
    if (!session) {
      session = { number, trigger: null, t, step, messages: [], end: null, position: this.sessions.length };
      this.sessionsByNumber.set(number, session);
      this.sessions.push(session);
    }
    return session;
  }

  addMessage(message, step) {
    this.messages[message.n] = { message, step, answers: new Map() };
    this.session(message.session, message.t, step).messages.push(message.n);
    if (message.messageID !== null && message.messageID !== undefined) {
      this.messagesByID.set(`${message.session}|${message.direction}|${message.messageID}`, message.n);
    }
    const rows = message.rows ?? [];
    for (let row = 0; row < rows.length; row++) {
      if (rows[row].name === "Status") this.readStatus(message, rows[row], step);
      else if (rows[row].uri) this.list(this.commandsByAddress, rows[row].uri.toLowerCase()).push({ message: message.n, row });
    }
  }

  /** A Status says `Replace 1/6`: the command's name, MsgRef and CmdRef. It answers every row of that command which has no
   *  answer of its own. */
  readStatus(message, status, step) {
    const found = /^(\S+) (\S+)\/(\S+)$/.exec(status.target ?? "");
    if (!found || status.status === null) return;
    const other = message.direction === "client" ? "server" : "client";
    const about = this.messagesByID.get(`${message.session}|${other}|${found[2]}`);
    if (about === undefined) return;
    const answer = { status: status.status, originalError: status.originalError ?? null, step };
    if (found[3] === "0") return this.answer(about, -1, answer);
    const rows = this.messages[about].message.rows;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row].id === found[3] && rows[row].status === null) this.answer(about, row, answer);
    }
  }

  /** The first answer stands: what the recorder says of a row comes no later than the message that carries it. */
  answer(message, row, answer) {
    const answers = this.messages[message]?.answers;
    if (!answers || answers.has(row)) return;
    answers.set(row, answer);
    if (answer.step > this.messages[message].step) this.lateAnswers.push({ message, step: answer.step });
  }

  /** The status of a row as it was known at step `index`: {status, originalError} or null. */
  statusAt(entry, row, index) {
    const own = entry.message.rows[row];
    if (own.status !== null && own.status !== undefined) {
      return { status: own.status, originalError: own.originalError ?? null };
    }
    const answer = entry.answers.get(row);
    return answer && answer.step <= index ? answer : null;
  }

  addNode(node, t, step) {
    const change = {
      step, t, value: node.value ?? null, writer: node.writer ?? null, secret: node.secret === true, removed: node.removed === true,
    };
    const key = node.uri.toLowerCase();
    this.list(this.history, key).push(change);
    if (!node.removed) return;
    for (const [address, changes] of this.history) {
      if (address.startsWith(key + "/") && !changes.at(-1).removed) changes.push(change);
    }
  }

  /** The commands that touched a node: those on it and those on a node above it. */
  commandsTouching(uri) {
    const found = [];
    for (let key = uri.toLowerCase(); key.includes("/"); key = key.slice(0, key.lastIndexOf("/"))) {
      found.push(...(this.commandsByAddress.get(key) ?? []));
    }
    return found.sort((a, b) => a.message - b.message || a.row - b.row);
  }

  /** The nodes of a state's tree that a command touched: the one it names and those below. */
  nodesTouched(uri, tree) {
    if (!uri) return [];
    const key = uri.toLowerCase();
    const found = [];
    for (const address of tree.keys()) {
      const lower = address.toLowerCase();
      if (lower === key || lower.startsWith(key + "/")) found.push(address);
    }
    return found;
  }

  /** The message and row that a diagnostic is about: in the message it names, or, where it names none, the last command
   *  before it with its CmdID and address, a refused one rather than another; null when there is none. */
  commandOf(diagnostic, step = Infinity) {
    const sought = diagnostic.target?.toLowerCase();
    const fits = (row) => row.name !== "Status" && row.name !== "Results"
      && (!diagnostic.commandID || row.id === diagnostic.commandID)
      && (!sought || row.uri?.toLowerCase() === sought || row.target?.toLowerCase() === sought);
    const named = this.messages[diagnostic.m];
    if (named) {
      const row = named.message.rows.findIndex(fits);
      return { message: diagnostic.m, row: row < 0 ? null : row };
    }
    if (!diagnostic.commandID) return null;
    let other = null;
    for (let n = this.messages.length - 1; n >= 0; n--) {
      const entry = this.messages[n];
      if (!entry || entry.step > step || entry.message.direction !== "server") continue;
      const row = entry.message.rows.findIndex(fits);
      if (row < 0) continue;
      if (isRefusal(this.statusAt(entry, row, Infinity)?.status ?? 200)) return { message: n, row };
      // Without an address a CmdID alone says too little.
      if (sought) other ??= { message: n, row };
    }
    return other;
  }

  list(map, key) {
    let list = map.get(key);
    if (!list) map.set(key, (list = []));
    return list;
  }
}

LifeIndex.kept = new WeakMap();

/** How many of a list sorted by `step` have happened by step `index`. */
function countUntil(list, index, stepOf = (item) => item.step) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stepOf(list[middle]) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True for a panel that is not on the screen; it is brought up to date when it is shown again. */
function isHidden(root) { return root.closest("[hidden]") !== null; }

/** Calls `callback` when a panel that was hidden is shown. */
function onShown(root, callback) {
  let wasHidden = isHidden(root);
  new ResizeObserver(() => {
    const hidden = isHidden(root);
    if (wasHidden && !hidden) callback();
    wasHidden = hidden;
  }).observe(root);
}

"""#####),
        PageSource(
            name: "windowed-list.js",
            text: #####"""
"use strict";

/** A list of rows of one height, of which only those near the window of its scroller are in the document. Sizes and the
 *  place are kept here, so that drawing never has to ask the browser to lay the page out first. */
class WindowedList {
  /** `scroller` is the element that scrolls, `render(index)` makes a row, `key(index)` names it: a row whose name stays is
   *  kept. The height of a row is the style sheet's `--row-height`. */
  constructor(scroller, { render, key }) {
    this.scroller = scroller;
    this.render = render;
    this.key = key;
    this.count = 0;
    this.height = 30;
    this.visible = 0;
    this.top = 0;
    this.pending = null;
    this.rows = new Map();
    this.canvas = el("div", { class: "windowed-canvas", role: "presentation" });
    scroller.append(this.canvas);
    scroller.addEventListener("scroll", () => {
      this.top = scroller.scrollTop;
      this.draw();
    }, { passive: true });
    new ResizeObserver(() => this.measure()).observe(scroller);
  }

  measure() {
    const height = parseFloat(getComputedStyle(this.scroller).getPropertyValue("--row-height")) || 30;
    const visible = this.scroller.clientHeight;
    if (height === this.height && visible === this.visible) return;
    const first = this.top / this.height;
    this.height = height;
    this.visible = visible;
    this.size = null;
    this.reset(this.count, true);
    if (visible === 0) return;
    if (this.pending) this.reveal(...this.pending);
    else this.scrollTo(first * height);
  }

  /** How many rows there are now; all are made anew unless `keeps` says that a row with a known name is as it was. */
  reset(rowCount, keeps = false) {
    this.count = rowCount;
    if (!keeps) this.forget(() => true);
    const size = rowCount * this.height;
    if (this.size !== size) this.canvas.style.blockSize = `${size}px`;
    this.size = size;
    this.top = Math.max(0, Math.min(this.top, size - this.visible));
    this.draw();
  }

  /** Takes the rows away whose look has changed. */
  forget(isOld) {
    for (const [key, row] of this.rows) {
      if (!isOld(key, row)) continue;
      row.remove();
      this.rows.delete(key);
    }
  }

  draw() {
    if (this.visible === 0) return;
    const first = Math.max(0, Math.floor(this.top / this.height) - WindowedList.margin);
    const last = Math.min(this.count, Math.ceil((this.top + this.visible) / this.height) + WindowedList.margin);
    const wanted = new Map();
    for (let index = first; index < last; index++) wanted.set(this.key(index), index);
    this.forget((key) => !wanted.has(key));
    let before = null;
    for (const [key, index] of wanted) {
      let row = this.rows.get(key);
      if (!row) {
        row = this.render(index);
        this.rows.set(key, row);
      }
      if (row.place !== index * this.height) {
        row.place = index * this.height;
        row.style.transform = `translateY(${row.place}px)`;
      }
      const next = before ? before.nextSibling : this.canvas.firstChild;
      if (next !== row) this.canvas.insertBefore(row, next);
      before = row;
    }
  }

  /** Scrolls as little as shows the row; a row that was out of sight comes to rest near the middle if `isCentred`. */
  reveal(index, isCentred = false) {
    // Before it is measured, a list does not know what is in view.
    this.pending = this.visible === 0 ? [index, isCentred] : null;
    if (this.pending) return;
    const top = index * this.height;
    const bottom = top + this.height;
    if (top >= this.top && bottom <= this.top + this.visible) return;
    if (isCentred) this.scrollTo(top - this.visible / 3);
    else this.scrollTo(top < this.top ? top : bottom - this.visible);
  }

  scrollTo(top) {
    this.top = Math.max(0, Math.min(top, this.size - this.visible));
    this.draw();
    this.scroller.scrollTop = this.top;
  }

  isInView(index) { return (index + 1) * this.height > this.top && index * this.height < this.top + this.visible; }

  get page() { return Math.max(1, Math.floor(this.visible / this.height) - 1); }
}

/** Rows kept above and below the window. */
WindowedList.margin = 8;

"""#####),
        PageSource(
            name: "xml-text.js",
            text: #####"""
"use strict";

// XML cut into tokens and lines for reading. It is not a parser: what is not well formed becomes plain text, and every
// character of the input is in exactly one token. All of it takes time in proportion to the length, whatever comes.

/** Tokens {kind, text} of `xml`: "tag" (also declarations and instructions), "comment", "cdata" or "text". */
function xmlTokens(xml) {
  const tokens = [];
  let plain = 0;
  let at = xml.indexOf("<");
  const add = (kind, end) => {
    if (at > plain) tokens.push({ kind: "text", text: xml.slice(plain, at) });
    tokens.push({ kind, text: xml.slice(at, end) });
    plain = at = end;
  };
  while (at >= 0) {
    if (xml.startsWith("<!--", at)) {
      const end = xml.indexOf("-->", at + 4);
      if (end < 0) break;
      add("comment", end + 3);
    } else if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at + 9);
      if (end < 0) break;
      add("cdata", end + 3);
    } else {
      const end = tagEnd(xml, at);
      if (end < 0) break;
      if (xml[end] === ">") add("tag", end + 1);
      else at = end;
    }
    at = xml.indexOf("<", at);
  }
  if (plain < xml.length) tokens.push({ kind: "text", text: xml.slice(plain) });
  return tokens;
}

/** The place of the `>` that ends the tag at `start`, or of the next `<` where it is none; -1 at the end of the text. */
function tagEnd(xml, start) {
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at];
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">" || character === "<") return at;
  }
  return -1;
}

/** A tag cut into {kind, text}: "punctuation", "name", "attribute", "quoted". */
function tagParts(tag) {
  const parts = [];
  let isNamed = false;
  const opening = /^<[/?!]?/.exec(tag)[0];
  const closing = /[/?]?>$/.exec(tag.slice(opening.length))?.[0] ?? "";
  parts.push({ kind: "punctuation", text: opening });
  const inside = tag.slice(opening.length, tag.length - closing.length);
  for (const [text] of inside.matchAll(/"[^"]*"|'[^']*'|[^\s="']+|[\s\S]/g)) {
    if (text.length > 1 && (text[0] === '"' || text[0] === "'")) parts.push({ kind: "quoted", text });
    else if (/^[\s=]/.test(text)) parts.push({ kind: "punctuation", text });
    else {
      parts.push({ kind: isNamed ? "attribute" : "name", text });
      isNamed = true;
    }
  }
  if (closing) parts.push({ kind: "punctuation", text: closing });
  return parts;
}

/** Lines {depth, tokens} as they were sent: no character is added or left out but the line breaks. */
function xmlLinesAsSent(xml) {
  const lines = [];
  let line = { depth: 0, tokens: [] };
  for (const token of xmlTokens(xml)) {
    const pieces = token.text.split("\n");
    pieces.forEach((text, position) => {
      if (position > 0) {
        lines.push(line);
        line = { depth: 0, tokens: [] };
      }
      // A tag that goes over a line break is shown as plain text.
      if (text) line.tokens.push(pieces.length > 1 ? { kind: token.kind === "tag" ? "text" : token.kind, text } : token);
    });
  }
  lines.push(line);
  return lines;
}

/** Lines for reading: one for each element, those that hold text only with their text; blanks between tags are left out. */
function xmlLinesIndented(xml) {
  const tokens = xmlTokens(xml);
  const lines = [];
  let depth = 0;
  const isTag = (token) => token?.kind === "tag";
  const closes = (token) => isTag(token) && token.text.startsWith("</");
  const opens = (token) => isTag(token) && /^<[^/?!]/.test(token.text) && !token.text.endsWith("/>");
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token.kind === "text" && token.text.trim() === "") continue;
    if (closes(token)) {
      depth = Math.max(0, depth - 1);
      lines.push({ depth, tokens: [token] });
      continue;
    }
    if (!opens(token)) {
      pushText(lines, depth, token);
      continue;
    }
    // An element with text only, in one line: the opening tag, texts, the closing tag.
    let end = at + 1;
    while (end < tokens.length && (tokens[end].kind === "text" || tokens[end].kind === "cdata")) end++;
    const content = tokens.slice(at + 1, end);
    const isLong = content.some((part) => part.text.includes("\n") && part.text.trim() !== "");
    if (closes(tokens[end]) && !isLong) {
      lines.push({ depth, tokens: [token, ...content.filter((part) => part.text.trim() !== ""), tokens[end]] });
      at = end;
    } else {
      lines.push({ depth, tokens: [token] });
      depth += 1;
    }
  }
  return lines;
}

function pushText(lines, depth, token) {
  for (const text of token.text.split("\n")) {
    if (text.trim() !== "") lines.push({ depth, tokens: [{ kind: token.kind, text: text.replace(/\r$/, "") }] });
  }
}

"""#####),
        PageSource(
            name: "xml-view.js",
            text: #####"""
"use strict";

/** The XML of one message: indented for reading or as it was sent, with a search in it. Lines are drawn in chunks when they
 *  come near the window, so that some hundred kilobytes cost no more than a page of them. */
class XMLView {
  constructor(xml, name) {
    this.xml = xml;
    this.isIndented = true;
    this.matches = [];
    this.matchesByLine = new Map();
    this.current = -1;
    this.search = new SearchField({ label: `Search in the XML of ${name}`, placeholder: "Search in the XML", onSearch: () => this.find() });
    this.search.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.search.apply();
      this.move(event.shiftKey ? -1 : 1);
    });
    this.previous = this.button("Previous", () => this.move(-1));
    this.next = this.button("Next", () => this.move(1));
    this.form = this.button("As sent", () => this.turn());
    this.form.setAttribute("aria-pressed", "false");
    this.body = el("div", { class: "xml-body", tabindex: "0", role: "region", "aria-label": `XML of ${name}` });
    this.element = el("div", { class: "xml-view" },
      el("div", { class: "xml-tools" }, this.search.element, this.previous, this.next, this.form,
        copyButton(xml, "Copy", `Copy the XML of ${name}`)),
      this.body);
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.draw(entry.target);
    }, { root: this.body, rootMargin: "600px" });
    this.show();
    this.find();
  }

  button(text, onclick) { return el("button", { type: "button", class: "text-button", onclick }, text); }

  /** Ends what would go on watching a view that is no longer on the page. */
  close() { this.observer.disconnect(); }

  turn() {
    this.isIndented = !this.isIndented;
    this.form.setAttribute("aria-pressed", String(!this.isIndented));
    this.show();
    this.find();
  }

  show() {
    this.lines = this.isIndented ? xmlLinesIndented(this.xml) : xmlLinesAsSent(this.xml);
    this.body.classList.toggle("as-sent", !this.isIndented);
    this.observer.disconnect();
    fill(this.body);
    this.chunks = [];
    for (let start = 0; start < this.lines.length; start += XMLView.chunkLines) {
      const chunk = el("div", { class: "xml-chunk" });
      chunk.start = start;
      chunk.end = Math.min(this.lines.length, start + XMLView.chunkLines);
      chunk.style.setProperty("--lines", String(chunk.end - start));
      this.chunks.push(chunk);
      this.body.append(chunk);
      this.observer.observe(chunk);
    }
  }

  draw(chunk, isForced = false) {
    if (chunk.isDrawn && !isForced) return;
    chunk.isDrawn = true;
    chunk.classList.add("drawn");
    const lines = [];
    for (let number = chunk.start; number < chunk.end; number++) lines.push(this.line(number));
    fill(chunk, lines);
  }

  line(number) {
    const { depth, tokens } = this.lines[number];
    const line = el("div", { class: "xml-line" });
    line.style.setProperty("--depth", String(Math.min(depth, 24)));
    const length = tokens.reduce((sum, token) => sum + token.text.length, 0);
    const marks = this.matchesByLine.get(number) ?? [];
    let offset = 0;
    // Colours for a line of a hundred kilobytes would cost more than they tell.
    const parts = length > 20000 && tokens.length > 50
      ? [{ kind: "text", text: tokens.map((token) => token.text).join("") }]
      : tokens.flatMap((token) => (token.kind === "tag" ? tagParts(token.text) : [token]));
    for (const { kind, text } of parts) {
      const content = this.marked(text, offset, marks);
      append(line, [kind === "text" ? content : el("span", { class: `xml-${kind}` }, content)]);
      offset += text.length;
    }
    return line;
  }

  /** A text of a line, from `offset` in that line, with the found words marked. */
  marked(text, offset, marks) {
    const nodes = [];
    let done = 0;
    for (const mark of marks) {
      const start = Math.max(mark.start - offset, 0);
      const end = Math.min(mark.end - offset, text.length);
      if (end <= 0 || start >= text.length) continue;
      nodes.push(...safeNodes(text.slice(done, start), true));
      nodes.push(el("mark", { class: mark === this.matches[this.current] && "current" }, safeNodes(text.slice(start, end), true)));
      done = end;
    }
    nodes.push(...safeNodes(text.slice(done), true));
    return nodes;
  }

  find() {
    const sought = this.search.words.join(" ");
    this.matches = [];
    this.matchesByLine = new Map();
    this.current = -1;
    if (sought) {
      for (let line = 0; line < this.lines.length && this.matches.length < XMLView.mostMatches; line++) {
        const text = this.lines[line].tokens.map((token) => token.text).join("").toLowerCase();
        const found = [];
        for (let start = text.indexOf(sought); start >= 0 && this.matches.length < XMLView.mostMatches;
          start = text.indexOf(sought, start + sought.length)) {
          found.push({ line, start, end: start + sought.length });
          this.matches.push(found.at(-1));
        }
        if (found.length > 0) this.matchesByLine.set(line, found);
      }
    }
    setHidden(this.previous, !sought);
    setHidden(this.next, !sought);
    for (const chunk of this.chunks) if (chunk.isDrawn) this.draw(chunk, true);
    if (this.matches.length > 0) this.move(1);
    else this.search.say(sought ? "Not found" : "");
  }

  move(by) {
    if (this.matches.length === 0) return;
    const old = this.matches[this.current];
    this.current = (this.current + by + this.matches.length) % this.matches.length;
    const match = this.matches[this.current];
    for (const line of new Set([old?.line, match.line])) {
      if (line === undefined) continue;
      this.draw(this.chunks[Math.floor(line / XMLView.chunkLines)], true);
    }
    const chunk = this.chunks[Math.floor(match.line / XMLView.chunkLines)];
    const line = chunk.children[match.line - chunk.start];
    (line.querySelector("mark.current") ?? line).scrollIntoView({ block: "nearest" });
    const more = this.matches.length === XMLView.mostMatches ? "+" : "";
    this.search.say(`${this.current + 1} of ${this.matches.length}${more}`);
  }
}

XMLView.chunkLines = 80;
XMLView.mostMatches = 2000;

"""#####),
        PageSource(
            name: "session-view.js",
            text: #####"""
"use strict";

/** The heading of a session and the place of its messages. */
class SessionView {
  constructor(session, head) {
    this.session = session;
    // A server learns of no end: its sessions just stop.
    this.openEnd = head.view === "server" ? "" : "under way";
    this.isOpen = true;
    this.ending = el("span", { class: "session-end" });
    this.count = el("span", {});
    this.toggle = el("button", { type: "button", class: "session-toggle", "aria-expanded": "true", onclick: () => this.open(!this.isOpen) },
      el("span", { class: "session-number" }, `Session ${session.number}`), " ",
      session.trigger && el("span", { class: "session-trigger" }, triggerText(session.trigger)), " ",
      el("span", { class: "session-meta" }, el("span", {}, formatTime(session.t)), " ", this.count), " ",
      this.ending);
    this.body = el("div", { class: "session-body" });
    // No landmark: a long life has hundreds, and their headings are what leads to them.
    this.element = el("div", { class: "session", hidden: true }, el("h3", {}, this.toggle), this.body);
  }

  /** Takes a message. The numbers say how high the session will be, so that it need not be laid out to be scrolled over. */
  add(view) {
    this.body.append(view.element);
    this.rows = (this.rows ?? 0) + view.rowEstimate;
    this.element.style.setProperty("--rows", String(this.rows));
    this.element.style.setProperty("--messages", String(this.body.children.length));
  }

  open(isOpen) {
    this.isOpen = isOpen;
    setAttribute(this.toggle, "aria-expanded", String(isOpen));
    setHidden(this.body, !isOpen);
  }

  /** Shows what was known of the session at step `index`. */
  update(index) {
    const { session } = this;
    let shown = 0;
    for (const message of this.body.children) if (!message.hidden) shown += 1;
    setHidden(this.element, session.step > index || (session.messages.length > 0 && shown === 0));
    setText(this.count, count(shown, "message"));
    const end = session.end && session.end.step <= index ? session.end : null;
    const kind = end?.kind ?? "running";
    setText(this.ending, end?.text ?? this.openEnd);
    setAttribute(this.ending, "data-kind", kind);
    this.element.classList.toggle("broken", kind === "broken" || kind === "refused");
  }
}

"""#####),
        PageSource(
            name: "command-line.js",
            text: #####"""
"use strict";

/** One command, Status or Results of a message: a line that is a button, and below it, when it is selected, all that is known
 *  of it. */
class CommandLine {
  constructor(messageView, number) {
    this.messageView = messageView;
    this.number = number;
    this.row = messageView.rows[number];
    const { row } = this;
    this.status = el("span", { class: "command-status" });
    this.button = el("button", {
      type: "button", class: "command-line", tabindex: "-1", "aria-expanded": "false", onclick: () => this.choose(),
    },
    el("span", { class: "command-id" }, safeNodes(row.id ?? "")), " ",
    el("span", { class: "command-name" }, safeNodes(row.name)), " ",
    el("span", { class: "command-what" },
      /^Alert \d+$/.test(row.name) && el("span", { class: "command-words" }, alertWords[row.name.slice(6)] ?? ""), " ",
      row.target !== null && row.target !== undefined && addressText(row.target), " ",
      row.data !== null && row.data !== undefined && row.name !== "Status" && inlineValue(row.data)), " ",
    this.status);
    this.element = el("li", { class: "command" }, this.button);
    this.element.style.setProperty("--depth", String(Math.min(row.depth ?? 0, 8)));
    this.refreshStatus();
    this.markSelection();
  }

  get isServerCommand() {
    return this.messageView.entry.message.direction === "server" && !["Status", "Results", "Final"].includes(this.row.name);
  }

  refreshStatus() {
    const answer = this.messageView.status(this.number);
    const refused = answer !== null && isRefusal(answer.status);
    setText(this.status, answer ? statusText(answer.status) : this.isServerCommand ? "no answer yet" : "");
    this.element.classList.toggle("refused", refused && this.row.name !== "Status");
    this.status.classList.toggle("bad", refused);
    this.status.classList.toggle("good", answer !== null && !refused);
    if (this.details) this.showDetails();
  }

  choose() {
    const { conversation, entry } = this.messageView;
    const { selection } = conversation.app;
    const isSelected = selection?.kind === "command" && selection.message === entry.message.n && selection.row === this.number;
    conversation.app.select(isSelected ? null : { kind: "command", message: entry.message.n, row: this.number });
  }

  markSelection() {
    const { conversation, entry } = this.messageView;
    const { selection } = conversation.app;
    const isSelected = selection?.kind === "command" && selection.message === entry.message.n && selection.row === this.number;
    this.element.classList.toggle("selected", isSelected);
    this.element.classList.toggle("touched", conversation.isTouching(entry.message.n, this.number));
    setAttribute(this.button, "aria-expanded", String(isSelected));
    if (isSelected && !this.details) this.showDetails();
    else if (!isSelected && this.details) {
      this.details.remove();
      this.details = null;
    }
  }

  /** What the nodes are now, and what has been found, changes with the moment. */
  refreshDetails() {
    if (this.details && this.detailsKey !== this.momentKey()) this.showDetails();
  }

  momentKey() {
    const { conversation } = this.messageView;
    const { index, app } = conversation;
    const nodes = this.row.uri ? index.nodesTouched(this.row.uri, app.state.tree) : [];
    const values = nodes.slice(0, mostTouchedNodes).map((uri) => [uri, app.state.tree.get(uri).value]);
    return JSON.stringify([nodes.length, values, countUntil(index.diagnostics, conversation.moment)]);
  }

  showDetails() {
    this.detailsKey = this.momentKey();
    const details = commandDetails(this);
    if (this.details) this.details.replaceWith(details);
    else this.element.append(details);
    this.details = details;
  }
}

/** What is known of a command: where, what, the answer and why, the nodes it touched. */
function commandDetails(line) {
  const { row, number } = line;
  const { conversation, entry } = line.messageView;
  const { app, index } = conversation;
  const answer = line.messageView.status(number);
  const list = el("dl", { class: "facts" });
  const add = (name, ...content) => list.append(el("div", {}, el("dt", {}, name), el("dd", {}, content)));
  if (row.target) add(row.name === "Status" ? "About" : "Address", el("bdi", { class: "address-whole" }, safeNodes(row.target)), " ", row.name !== "Status" && copyButton(row.target, "Copy", "Copy the address"));
  if (row.data !== null && row.data !== undefined) {
    add("Data", row.format && el("span", { class: "format" }, safeNodes(row.format)), blockValue(row.data),
      row.dataLength && el("span", { class: "quiet" }, ` the first ${row.data.length} of ${count(row.dataLength, "character")}; the XML has them all`));
  } else if (row.format) add("Format", safeNodes(row.format));
  if (answer) {
    add("Answer", statusText(answer.status), answer.originalError && [", original error ", el("code", {}, safeNodes(answer.originalError)),
      errorCodeMeaning(answer.originalError) && ` (${errorCodeMeaning(answer.originalError)})`]);
  }
  if (row.rule) add("Decided by", safeNodes(row.rule));
  if (row.line) add("Line", `${row.line} of the message`);
  for (const { diagnostic, step } of index.diagnostics) {
    if (step > conversation.moment || diagnostic.m !== entry.message.n || diagnostic.commandID !== row.id) continue;
    if (diagnostic.target && row.target && diagnostic.target.toLowerCase() !== row.target.toLowerCase() && diagnostic.target.toLowerCase() !== row.uri?.toLowerCase()) continue;
    add(severityWords[diagnostic.severity] ?? diagnostic.severity, safeNodes(diagnostic.message), diagnostic.hint && el("span", { class: "hint" }, safeNodes(diagnostic.hint)));
  }
  const nodes = row.uri ? index.nodesTouched(row.uri, app.state.tree) : [];
  if (row.uri) add("Nodes now", nodes.length === 0 ? "none in the tree at this moment" : touchedNodes(nodes, app));
  return el("div", { class: "command-details" }, list);
}

/** So many nodes that a command touched are shown with it. */
const mostTouchedNodes = 6;

function touchedNodes(nodes, app) {
  return [
    el("ul", { class: "touched-nodes" }, nodes.slice(0, mostTouchedNodes).map((uri) => el("li", {},
      el("button", {
        type: "button", class: "text-button", onclick: () => {
          app.select({ kind: "node", uri });
          app.show("tree");
        },
      }, addressText(uri)), " ",
      app.state.tree.get(uri).secret ? el("span", { class: "quiet" }, "not shown") : app.state.tree.get(uri).value !== null && inlineValue(app.state.tree.get(uri).value, 60)))),
    el("button", { type: "button", class: "text-button", onclick: () => app.show("tree") },
      nodes.length > mostTouchedNodes ? `Show all ${nodes.length} in the tree` : "Show in the tree"),
  ];
}

"""#####),
        PageSource(
            name: "message-view.js",
            text: #####"""
"use strict";

/** One message of the conversation: a line that sums it up, its commands, its XML on demand. The rows are made when the message
 *  comes near the window, and taken away when it is filtered out. */
class MessageView {
  constructor(entry, conversation) {
    this.entry = entry;
    this.conversation = conversation;
    const { message } = entry;
    this.rows = message.rows ?? [];
    this.folded = this.rows.map((row) => MessageView.isFolded(row, message));
    const shown = this.folded.filter((folded) => !folded).length;
    this.isUnfolded = false;
    this.isDrawn = false;
    this.xml = null;
    this.xmlView = null;
    this.lines = new Map();
    this.summary = el("span", { class: "message-summary" });
    this.toggle = el("button", { type: "button", class: "message-toggle", "aria-expanded": "true", onclick: () => this.open(!this.isOpen) },
      el("span", { class: "message-direction" }, message.direction === "client" ? "Device to server" : "Server to device"), " ",
      el("span", { class: "message-number" }, "message ", safeNodes(String(message.messageID ?? message.message))), " ",
      this.summary);
    this.xmlButton = el("button", {
      type: "button", class: "text-button", "aria-expanded": "false", "aria-label": `XML of ${this.name}`, onclick: () => this.toggleXML(),
    }, "XML");
    this.body = el("div", { class: "message-body" });
    this.element = el("article", { class: ["message", message.direction], "aria-label": this.name },
      el("div", { class: "message-head" },
        el("h4", {}, this.toggle),
        el("span", { class: "message-meta" },
          el("span", {}, formatTime(message.t)), el("span", {}, sizeText(message.bytes)),
          message.encoding === "wbxml" && el("span", {}, "WBXML"),
          message.final === false && el("span", {}, "not final")),
        this.xmlButton),
      this.body);
    this.element.view = this;
    // A message without commands of its own says all in its summary.
    this.isOpen = shown > 0 || !message.wellFormed;
    setAttribute(this.toggle, "aria-expanded", String(this.isOpen));
    this.rowEstimate = this.isOpen ? shown + (shown < this.rows.length ? 1 : 0) : 0;
    this.element.style.setProperty("--rows", String(this.rowEstimate));
    setHidden(this.body, !this.isOpen);
    this.summarize();
  }

  get name() {
    const { message } = this.entry;
    return `message ${message.message} of session ${message.session}, ${message.direction === "client" ? "device to server" : "server to device"}`;
  }

  /** Statuses, results and what the device says of itself in each package 1 are seldom what somebody looks for. */
  static isFolded(row, message) {
    return row.name === "Status" || row.name === "Results"
      || (message.direction === "client" && row.name === "Replace" && /^\.\/devinfo\//i.test(row.uri ?? ""));
  }

  /** "6 commands, 1 refused, 5 statuses". */
  summarize() {
    const { message } = this.entry;
    if (message.wellFormed === false) {
      fill(this.summary, el("span", { class: "refused" }, "not a message"));
      return;
    }
    // A command with several Items has a row for each.
    const numberOf = (isCounted) => new Set(this.rows.map((row, n) => (isCounted(row, n) ? row.id ?? `row ${n}` : null)).filter((id) => id !== null)).size;
    const commands = numberOf((row, n) => !this.folded[n]);
    const refused = numberOf((row, n) => row.name !== "Status" && isRefusal(this.status(n)?.status ?? 200));
    const header = this.status(-1) ?? (message.headerStatus ? { status: message.headerStatus } : null);
    fill(this.summary,
      commands > 0 && el("span", {}, count(commands, "command")), " ",
      refused > 0 && el("span", { class: "refused" }, `${refused} refused`), " ",
      commands === 0 && el("span", {}, this.foldedText() || "empty"), " ",
      header && isRefusal(header.status) && el("span", { class: "refused" }, `header: ${statusText(header.status)}`));
  }

  /** "12 statuses, 2 results, 5 items of DevInfo". */
  foldedText() {
    const number = (name) => this.rows.filter((row, n) => this.folded[n] && row.name === name).length;
    return [
      number("Status") && count(number("Status"), "status", "statuses"), number("Results") && count(number("Results"), "result"),
      number("Replace") && `${count(number("Replace"), "item")} of DevInfo`,
    ].filter(Boolean).join(", ");
  }

  status(row) {
    if (row >= 0) return this.conversation.index.statusAt(this.entry, row, this.conversation.moment);
    const answer = this.entry.answers.get(-1);
    return answer && answer.step <= this.conversation.moment ? answer : null;
  }

  open(isOpen) {
    this.isOpen = isOpen;
    setAttribute(this.toggle, "aria-expanded", String(isOpen));
    setHidden(this.body, !isOpen);
    this.element.style.minBlockSize = "";
    if (isOpen) this.draw();
  }

  /** Makes the rows, if they are not there or no longer what is to be seen. */
  draw() {
    if (!this.isOpen || this.isDrawn) return;
    this.isDrawn = true;
    this.element.style.minBlockSize = "";
    this.lines.clear();
    const { message } = this.entry;
    if (message.wellFormed === false) {
      fill(this.body, el("p", { class: "message-error" }, safeNodes(message.error ?? "This is no message.")));
      return;
    }
    const matching = this.conversation.matchesOf(this.entry);
    const isShown = (n) => (matching ? matching.has(n) : this.isUnfolded || !this.folded[n]);
    const list = el("ol", { class: "commands" });
    this.rows.forEach((row, n) => {
      if (!isShown(n)) return;
      const line = new CommandLine(this, n);
      this.lines.set(n, line);
      list.append(line.element);
    });
    fill(this.body, !matching && this.foldButton(), list);
  }

  foldButton() {
    const text = this.foldedText();
    if (!text) return null;
    return el("button", {
      type: "button", class: "text-button fold", "aria-expanded": String(this.isUnfolded),
      onclick: () => {
        this.isUnfolded = !this.isUnfolded;
        this.redraw();
        this.body.querySelector(".fold")?.focus();
      },
    }, this.isUnfolded ? `Hide ${text}` : `Show ${text}`);
  }

  /** What is to be seen has changed. */
  redraw() {
    this.isDrawn = false;
    this.lines.clear();
    fill(this.body);
    if (this.conversation.isNear(this)) this.draw();
  }

  get isSelected() {
    const { selection } = this.conversation.app;
    return selection?.kind === "command" && selection.message === this.entry.message.n;
  }

  /** Takes the rows away again, far from the window; the message keeps its `height`. */
  undraw(height) {
    if (!this.isDrawn || this.isSelected || this.element.contains(document.activeElement)) return;
    this.isDrawn = false;
    this.lines.clear();
    this.element.style.minBlockSize = height > 0 ? `${height}px` : "";
    fill(this.body);
  }

  /** Later answers have come or, back in time, have not. */
  refreshStatuses() {
    this.isStale = false;
    this.summarize();
    for (const line of this.lines.values()) line.refreshStatus();
  }

  markSelection() {
    for (const line of this.lines.values()) line.markSelection();
  }

  /** Shows the row, wherever it is hidden, and answers its line. */
  reveal(row) {
    this.open(true);
    if (this.folded[row] && !this.isUnfolded) {
      this.isUnfolded = true;
      this.redraw();
    }
    this.draw();
    return this.lines.get(row) ?? null;
  }

  async toggleXML() {
    if (this.xml) {
      this.xml.remove();
      this.xml = null;
      this.xmlView?.close();
      this.xmlView = null;
      this.xmlButton.setAttribute("aria-expanded", "false");
      return;
    }
    this.xmlButton.setAttribute("aria-expanded", "true");
    const place = el("div", { class: "message-xml" }, el("p", { class: "quiet", role: "status" }, "Loading"));
    this.xml = place;
    this.element.append(place);
    try {
      const xml = await this.conversation.app.fetchXML(this.entry.message.n);
      if (xml === null || xml === undefined) throw new Error("The XML of this message is not in the report: there was too much of it, or secrets in it could not be told apart.");
      if (this.xml !== place) return;
      this.conversation.pin(false);
      this.xmlView = new XMLView(xml, this.name);
      fill(place, this.xmlView.element);
      // Below many commands it would open where nobody sees it.
      place.scrollIntoView({ block: "nearest" });
    } catch (fault) {
      fill(place, el("p", { class: "message-error", role: "alert" }, safeNodes(fault.message), fault.hint && [" ", safeNodes(fault.hint)]));
    }
  }
}

"""#####),
        PageSource(
            name: "touch-bar.js",
            text: #####"""
"use strict";

/** With a node selected: how many commands touched it so far, and the way from one to the next. */
class TouchBar {
  /** @param reveal (message, row) brings a command into view */
  constructor(app, reveal) {
    this.reveal = reveal;
    this.uri = null;
    this.commands = [];
    this.position = -1;
    this.words = el("span", {});
    this.address = el("span", { class: "touch-address" });
    this.place = el("span", { class: "quiet", role: "status" });
    this.way = el("span", { class: "tool-group" },
      el("button", { type: "button", class: "text-button", onclick: () => this.go(-1) }, "Previous"),
      el("button", { type: "button", class: "text-button", onclick: () => this.go(1) }, "Next"), this.place);
    this.element = el("div", { class: "touch-bar", hidden: true },
      el("span", { class: "touch-text" }, this.words, " ", this.address), this.way,
      el("button", { type: "button", class: "text-button", "aria-label": "Clear the selection", onclick: () => app.select(null) }, "Clear"));
  }

  /** Its buttons stay the same elements, so that a keyboard keeps its place while messages come in. */
  show(uri, commands) {
    setHidden(this.element, uri === null);
    if (this.uri !== uri) {
      this.uri = uri;
      this.position = -1;
      fill(this.address, uri !== null && addressText(uri));
    }
    this.commands = commands;
    setText(this.words, commands.length === 0 ? "No command touched" : `${count(commands.length, "command")} touched`);
    setHidden(this.way, commands.length === 0);
    this.say();
  }

  go(by) {
    const { length } = this.commands;
    // Before the first step, back is the last one.
    this.position = this.position < 0 ? (by > 0 ? 0 : length - 1) : (this.position + by + length) % length;
    const { message, row } = this.commands[this.position];
    this.reveal(message, row);
    this.say();
  }

  say() { setText(this.place, this.position < 0 ? "" : `${this.position + 1} of ${this.commands.length}`); }
}

"""#####),
        PageSource(
            name: "conversation.js",
            text: #####"""
"use strict";

/** The messages of a life, by session, as far as they have been exchanged at the moment shown. */
class ConversationView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.moment = -1;
    this.messageCount = 0;
    this.sessions = [];
    this.views = [];
    this.near = new Set();
    this.touching = new Set();
    this.matched = new Map();
    this.found = 0;
    this.isPinned = true;
    this.top = 0;
    root.classList.add("panel");
    this.search = new SearchField({
      label: "Search in commands: address, data, status", placeholder: "Address, data, status", onSearch: () => this.filter(),
    });
    this.direction = el("select", { "aria-label": "Direction", onchange: () => this.filter() },
      el("option", { value: "" }, "Both directions"), el("option", { value: "server" }, "Server to device"), el("option", { value: "client" }, "Device to server"));
    this.refused = el("input", { type: "checkbox", onchange: () => this.filter() });
    this.touchBar = new TouchBar(app, (message, row) => this.reveal(this.views[message], row));
    this.empty = el("p", { class: "panel-empty" }, "No message has been exchanged yet.");
    this.list = el("div", { class: "sessions" });
    this.scroller = el("div", { class: "panel-scroller", role: "region", "aria-label": "Messages; the arrows up and down go from row to row", tabindex: "0" }, this.empty, this.list);
    fill(root,
      el("div", { class: "panel-tools" }, this.search.element, this.direction, el("label", { class: "check" }, this.refused, "Refused only"),
        el("span", { class: "tool-group" },
          el("button", { type: "button", class: "text-button", onclick: () => this.openAll(true) }, "Open all"),
          el("button", { type: "button", class: "text-button", onclick: () => this.openAll(false) }, "Close all"))),
      this.touchBar.element, this.scroller);
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { root: this.scroller, rootMargin: "500px" });
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.stay()).observe(this.list);
    app.addEventListener("selection", () => this.select());
    addEventListener("beforeprint", () => {
      for (const view of this.views) if (!view.element.hidden) view.draw();
    });
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    if (index !== this.index) this.restart(index);
    const isGrown = this.grow();
    if (!isGrown && this.moment === state.index && this.messageCount === state.messageCount) {
      if (this.isSelectionNew) this.select();
      return;
    }
    const from = Math.min(this.messageCount, state.messageCount);
    const to = Math.max(this.messageCount, state.messageCount);
    const moments = [Math.min(this.moment, state.index), Math.max(this.moment, state.index)];
    this.moment = state.index;
    this.messageCount = state.messageCount;
    const before = this.found;
    for (let n = from; n < to; n++) {
      if (this.isFiltering && n < this.messageCount) this.matchAgain(n);
      this.hide(n);
      this.found += (n < this.messageCount ? 1 : -1) * this.foundIn(n);
    }
    this.refreshAnswers(...moments);
    if (this.app.selection?.kind === "command") this.views[this.app.selection.message]?.lines.get(this.app.selection.row)?.refreshDetails();
    // Sessions come one after the other: those before the range have ended, those behind it are still to come.
    const first = Math.max(0, countUntil(this.index.sessions, moments[0]) - 2);
    const last = countUntil(this.index.sessions, moments[1]);
    for (let at = first; at < last; at++) this.sessions[at].update(state.index);
    setHidden(this.empty, state.messageCount > 0);
    if (this.found !== before) this.sayFound();
    if (isGrown || from !== to) this.showTouching();
    if (this.isSelectionNew) this.select();
  }

  restart(index) {
    this.index = index;
    this.moment = -1;
    this.messageCount = 0;
    this.sessions = [];
    this.views = [];
    this.near.clear();
    this.matched.clear();
    this.found = 0;
    this.observer.disconnect();
    fill(this.list);
    this.pin(true);
    this.isSelectionNew = this.app.selection !== null;
  }

  /** Takes what has come since; a message that is not yet shown is hidden. */
  grow() {
    let isGrown = false;
    for (; this.sessions.length < this.index.sessions.length; isGrown = true) {
      const view = new SessionView(this.index.sessions[this.sessions.length], this.index.head);
      this.sessions.push(view);
      this.list.append(view.element);
    }
    for (; this.views.length < this.index.messages.length; isGrown = true) {
      const entry = this.index.messages[this.views.length];
      const view = new MessageView(entry, this);
      setHidden(view.element, true);
      this.views.push(view);
      this.sessionOf(entry).add(view);
      this.observer.observe(view.element);
    }
    return isGrown;
  }

  sessionOf(entry) { return this.sessions[this.index.sessionsByNumber.get(entry.message.session).position]; }

  hide(n) {
    const view = this.views[n];
    if (view) setHidden(view.element, n >= this.messageCount || this.matchesOf(view.entry)?.size === 0);
  }

  /** Messages of which an answer came, or is now still to come, between two moments. */
  refreshAnswers(from, to) {
    const late = this.index.lateAnswers;
    const changed = new Set(late.slice(countUntil(late, from), countUntil(late, to)).map((answer) => answer.message));
    for (const n of changed) {
      const view = this.views[n];
      if (!view) continue;
      view.isStale = true;
      if (this.isFiltering && n < this.messageCount) {
        this.found += this.matchAgain(n);
        this.hide(n);
        this.sessionOf(view.entry).update(this.moment);
      }
      if (this.near.has(view)) view.refreshStatuses();
    }
  }

  // Near the window.

  seen(entries) {
    for (const entry of entries) {
      const { view } = entry.target;
      if (entry.isIntersecting) {
        this.near.add(view);
        if (view.isStale) view.refreshStatuses();
      } else {
        this.near.delete(view);
        view.undraw(entry.boundingClientRect.height);
      }
    }
    this.drawNear();
  }

  /** Makes the rows of messages near the window, the last ones first when the end is followed, for some milliseconds of each
   *  frame: dragging the time stays smooth, and the rows are there when the hand rests. */
  drawNear() {
    const start = performance.now();
    const waiting = [...this.near].filter((view) => view.isOpen && !view.isDrawn && !view.element.hidden);
    if (this.isPinned) waiting.sort((a, b) => b.entry.message.n - a.entry.message.n);
    for (const view of waiting) {
      if (performance.now() - start > 5) break;
      view.draw();
    }
    if (this.drawing || waiting.every((view) => view.isDrawn)) return;
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      this.drawNear();
    });
  }

  isNear(view) { return this.near.has(view); }

  /** Reading further up unpins, coming back to the end pins again. Heights that change move the place, too, but not up. */
  scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    if (scrollTop + clientHeight >= scrollHeight - 40) this.pin(true);
    else if (scrollTop < this.top - 2) this.pin(false);
    this.top = scrollTop;
  }

  pin(isPinned) {
    this.isPinned = isPinned;
    this.scroller.classList.toggle("pinned", isPinned);
  }

  /** Keeps the newest message in view, unless the reader has scrolled away. */
  stay() {
    if (!this.isPinned || isHidden(this.root)) return;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.top = this.scroller.scrollTop;
  }

  openAll(isOpen) {
    this.pin(false);
    for (const session of this.sessions) session.open(isOpen);
  }

  // Filter.

  get isFiltering() { return !this.search.isEmpty || this.refused.checked || this.direction.value !== ""; }

  filter() {
    this.matched.clear();
    this.found = 0;
    for (const view of this.views) {
      const matches = this.matchesOf(view.entry);
      if (view.entry.message.n < this.messageCount) this.found += matches?.size ?? 0;
      this.hide(view.entry.message.n);
      if (!matches || matches.size > 0) view.redraw();
    }
    for (const session of this.sessions) session.update(this.moment);
    this.sayFound();
  }

  sayFound() { this.search.say(this.isFiltering ? count(this.found, "row") : ""); }

  /** How many rows of message `n` the filter finds. */
  foundIn(n) { return this.matchesOf(this.views[n].entry)?.size ?? 0; }

  /** The answers that are known decide what is found in message `n`. Answers how many rows more that are than before. */
  matchAgain(n) {
    const view = this.views[n];
    const before = this.matched.get(view.entry);
    this.matched.delete(view.entry);
    const matches = this.matchesOf(view.entry);
    if (before && (matches.size !== before.size || [...matches].some((row) => !before.has(row)))) view.redraw();
    return matches.size - (before?.size ?? 0);
  }

  /** The rows of a message that the filter lets through; null when there is no filter. */
  matchesOf(entry) {
    if (!this.isFiltering) return null;
    let matches = this.matched.get(entry);
    if (matches) return matches;
    matches = new Set();
    this.matched.set(entry, matches);
    if (this.direction.value && this.direction.value !== entry.message.direction) return matches;
    const isWhole = this.search.isEmpty && !this.refused.checked;
    entry.message.rows.forEach((row, n) => {
      if (isWhole ? !MessageView.isFolded(row, entry.message) : this.isMatch(entry, row, n)) matches.add(n);
    });
    return matches;
  }

  isMatch(entry, row, n) {
    const status = this.index.statusAt(entry, n, this.moment)?.status;
    if (this.refused.checked && (status === undefined || row.name === "Status" || !isRefusal(status))) return false;
    if (this.search.isEmpty) return true;
    return this.search.matches(
      [row.name, row.id, row.target, row.data, row.originalError, row.rule, status && statusText(status)].join(" ").toLowerCase());
  }

  // Selection.

  select() {
    if (isHidden(this.root) || !this.index) {
      this.isSelectionNew = true;
      return;
    }
    this.isSelectionNew = false;
    const { selection } = this.app;
    this.showTouching();
    for (const view of this.views) view.markSelection();
    if (selection?.kind !== "command") return;
    const view = this.views[selection.message];
    if (!view) {
      // An address may name a message that is still to come.
      this.isSelectionNew = true;
      return;
    }
    if (selection.message >= this.messageCount) this.app.goTo(view.entry.step, true);
    this.reveal(view, selection.row ?? -1);
  }

  reveal(view, row) {
    if (this.matchesOf(view.entry) && !this.matchesOf(view.entry).has(row)) this.clearFilter();
    this.sessionOf(view.entry).open(true);
    this.pin(false);
    this.settle(view, row, 4);
  }

  /** Scrolls to a row. What is scrolled over gets its true height only then, so it takes some frames to come to rest. */
  settle(view, row, frames) {
    const line = row === null || row < 0 ? null : view.reveal(row);
    requestAnimationFrame(() => {
      (line?.element.isConnected ? line.element : view.element).scrollIntoView({ block: "nearest" });
      if (frames > 0) this.settle(view, row, frames - 1);
    });
  }

  clearFilter() {
    this.refused.checked = false;
    this.direction.value = "";
    this.search.clear();
    this.filter();
  }

  isTouching(message, row) { return this.touching.has(`${message}.${row}`); }

  showTouching() {
    const { selection } = this.app;
    const uri = selection?.kind === "node" ? selection.uri : null;
    const touching = uri ? this.index.commandsTouching(uri).filter((command) => command.message < this.messageCount) : [];
    this.touching = new Set(touching.map(({ message, row }) => `${message}.${row}`));
    this.touchBar.show(uri, touching);
  }

  // Arrows go from row to row.

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, .xml-body")) return;
    const stops = [...this.list.querySelectorAll("button.session-toggle, button.message-toggle, button.command-line")]
      .filter((button) => button.checkVisibility ? button.checkVisibility() : button.offsetParent !== null);
    const at = stops.indexOf(event.target.closest("button"));
    const top = this.scroller.getBoundingClientRect().top + 40;
    const next = at < 0 ? stops.find((button) => button.getBoundingClientRect().top >= top) : stops[at + step];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.pin(false);
    next.focus();
  }
}

"""#####),
        PageSource(
            name: "tree-model.js",
            text: #####"""
"use strict";

/** The management tree of one state as branches: interior nodes come from the addresses of what is below them. It follows a
 *  tree from moment to moment and changes only what differs. */
class TreeModel {
  constructor() {
    this.root = { key: "", uri: ".", name: "", parent: null, children: [], level: 0, isSorted: true };
    /** Key (address in lower case) → {key, id, uri, name, parent, children, level}; the root has the key "". */
    this.nodes = new Map([["", this.root]]);
    this.made = 0;
    /** Addresses that the tree has itself. */
    this.uris = new Set();
    this.tree = new Map();
  }

  /** Takes a state's tree. Answers true when nodes came or went; values alone change nothing here. */
  follow(tree) {
    this.tree = tree;
    let isChanged = false;
    for (const uri of tree.keys()) {
      if (this.uris.has(uri)) continue;
      this.uris.add(uri);
      this.node(uri);
      isChanged = true;
    }
    if (this.uris.size === tree.size) return isChanged;
    for (const uri of this.uris) {
      if (tree.has(uri)) continue;
      this.uris.delete(uri);
      this.prune(this.nodes.get(uri.toLowerCase()));
    }
    return true;
  }

  /** The node at an address, made with all above it. */
  node(uri) {
    const key = uri.toLowerCase();
    const known = this.nodes.get(key);
    if (known) return known;
    const cut = uri.lastIndexOf("/");
    const isTop = cut <= 1 || TreeModel.scopes.has(key);
    const parent = isTop ? this.root : this.node(uri.slice(0, cut));
    this.made += 1;
    const node = { key, id: `tree-node-${this.made}`, uri, name: nodeName(uri.slice(cut + 1)), parent, children: [], level: parent.level + 1, isSorted: true };
    parent.children.push(node);
    parent.isSorted = false;
    this.nodes.set(key, node);
    return node;
  }

  /** Takes a node away, and those above it that are left with nothing. */
  prune(node) {
    while (node && node !== this.root && node.children.length === 0 && !this.uris.has(node.uri)) {
      const { parent } = node;
      parent.children.splice(parent.children.indexOf(node), 1);
      this.nodes.delete(node.key);
      node = parent;
    }
  }

  entry(node) { return this.tree.get(node.uri); }

  /** The first levels in the order people look for them; the rest by name. */
  children(node) {
    if (!node.isSorted) {
      node.children.sort((a, b) => TreeModel.rank(a) - TreeModel.rank(b) || TreeModel.collator.compare(a.name, b.name));
      node.isSorted = true;
    }
    return node.children;
  }

  static rank(node) {
    if (node.level !== 1) return 0;
    const place = ["./device/vendor/msft", "./user/vendor/msft", "./devinfo", "./devdetail"].indexOf(node.key);
    return place < 0 ? 4 : place;
  }

  /** Words for the branches. */
  static title(node) { return TreeModel.scopes.get(node.key) ?? node.name; }

  /** The rows to be seen, from the top: branches in `open` are entered; with `isShown` (a set of keys) only those in it are
   *  seen, and all are entered that are not in `closed`. */
  rows(open, closed, isShown) {
    const rows = [];
    const walk = (node) => {
      const all = this.children(node);
      const children = isShown ? all.filter((child) => isShown.has(child.key)) : all;
      children.forEach((child, position) => {
        const isOpen = child.children.length > 0 && (isShown ? !closed.has(child.key) : open.has(child.key));
        rows.push({ node: child, isOpen, position: position + 1, size: children.length });
        if (isOpen) walk(child);
      });
    };
    walk(this.root);
    return rows;
  }

  /** The keys of the nodes that `test` accepts, and of all above them. */
  withAncestors(test) {
    const keys = new Set();
    let found = 0;
    for (const node of this.nodes.values()) {
      if (node === this.root || !test(node)) continue;
      found += 1;
      for (let up = node; up && !keys.has(up.key); up = up.parent) keys.add(up.key);
    }
    return { keys, found };
  }

  /** The node at an address, or the nearest above it that is there. */
  nearest(uri) {
    for (let key = uri.toLowerCase(); key; key = key.slice(0, Math.max(0, key.lastIndexOf("/")))) {
      const node = this.nodes.get(key);
      if (node) return node;
    }
    return null;
  }
}

TreeModel.collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
/** The two main branches, which stand for their first three levels. */
TreeModel.scopes = new Map([["./device/vendor/msft", "Device scope"], ["./user/vendor/msft", "User scope"]]);

"""#####),
        PageSource(
            name: "tree-row.js",
            text: #####"""
"use strict";

/** One row of the tree: name, value, what changed, who wrote it. `view` is the TreeView it stands in. */
const TreeRow = {
  /** All that a row's look depends on, as a key. */
  look(view, { node, isOpen, position, size }) {
    const entry = view.model.entry(node);
    return [isOpen, position, size, entry?.value, entry?.secret, entry?.writer, view.changed.words.get(node.key), view.changed.below.get(node.key),
      view.marked.has(node.key) && view.markWord, view.selectedKey === node.key, view.isFull, node.children.length].join("\u0000");
  },

  build(view, row) {
    const { node, isOpen, position, size } = row;
    const entry = view.model.entry(node);
    const isBranch = node.children.length > 0;
    const word = view.changed.words.get(node.key);
    const below = view.changed.below.get(node.key);
    const isMarked = view.marked.has(node.key);
    const value = entry && (entry.secret ? el("span", { class: "quiet" }, "not shown") : entry.value !== null && inlineValue(entry.value, 160));
    const line = el("div", {
      class: ["tree-row", isMarked && "touched", word && "changed", isBranch && "branch"], role: "treeitem", id: node.id,
      "aria-level": String(node.level), "aria-posinset": String(position), "aria-setsize": String(size),
      "aria-expanded": isBranch && String(isOpen), "aria-selected": String(view.selectedKey === node.key), "data-key": node.key,
    },
    el("span", { class: "tree-sign", "aria-hidden": "true" }, isBranch ? (isOpen ? "▾" : "▸") : ""),
    el("span", { class: "tree-name" }, view.isFull ? addressText(node.uri) : el("bdi", {}, safeNodes(TreeModel.title(node)))),
    TreeModel.scopes.has(node.key) && !view.isFull && el("span", { class: "quiet tree-also" }, node.uri),
    value && [el("span", { class: "tree-equals" }, "="), value],
    el("span", { class: "tree-words" },
      word && el("span", { class: "word change-word" }, word),
      !isOpen && below && el("span", { class: "word change-word" }, `${below} changed`),
      isMarked && el("span", { class: "word touch-word" }, view.markWord),
      entry?.writer && el("span", { class: "writer" }, visibleText(entry.writer))));
    line.style.setProperty("--level", String(Math.min(node.level - 1, 12)));
    line.look = TreeRow.look(view, row);
    line.classList.toggle("active", node.key === view.active);
    return line;
  },
};

"""#####),
        PageSource(
            name: "tree.js",
            text: #####"""
"use strict";

/** The management tree at the moment shown, with what changed, and beside it all that is known of one node. */
class TreeView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.model = new TreeModel();
    this.open = new Set(TreeModel.scopes.keys());
    // While a filter shows what it found, all branches are open but those that were closed by hand.
    this.closed = new Set();
    this.rows = [];
    this.active = null;
    this.marked = new Set();
    this.isFull = false;
    this.index = null;
    root.classList.add("panel");
    this.search = new SearchField({ label: "Search in the tree: address or value", placeholder: "Address or value", onSearch: () => this.draw(true) });
    this.changedOnly = el("input", { type: "checkbox", onchange: () => this.draw(true) });
    this.full = el("input", { type: "checkbox", onchange: () => this.turn() });
    this.shortcuts = el("div", { class: "tool-group" });
    this.summary = el("p", { class: "tree-summary" });
    this.previous = el("button", { type: "button", class: "text-button", onclick: () => this.goToChange(-1) }, "Previous change");
    this.next = el("button", { type: "button", class: "text-button", onclick: () => this.goToChange(1) }, "Next change");
    this.tree = el("div", { class: "tree panel-scroller", role: "tree", tabindex: "0", "aria-label": "Management tree" });
    this.empty = el("p", { class: "panel-empty", hidden: true }, "No node is there.");
    this.details = new NodeDetails(app);
    fill(root,
      el("div", { class: "panel-tools" }, this.search.element,
        el("label", { class: "check" }, this.changedOnly, "Only what changed"), el("label", { class: "check" }, this.full, "Full addresses"), this.shortcuts),
      el("div", { class: "tree-changes" }, this.summary, this.previous, this.next),
      el("div", { class: "tree-split" }, el("div", { class: "tree-side" }, this.empty, this.tree), this.details.element));
    this.list = new WindowedList(this.tree, {
      render: (at) => TreeRow.build(this, this.rows[at]), key: (at) => this.rows[at].node.key,
    });
    this.tree.addEventListener("keydown", (event) => this.key(event));
    this.tree.addEventListener("click", (event) => this.click(event));
    app.addEventListener("selection", () => this.select());
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    if (!isAnother && this.state === state && this.read === index.read) return;
    this.index = index;
    this.read = index.read;
    this.state = state;
    this.timeline = timeline;
    const isRestructured = this.model.follow(state.tree);
    this.summarize();
    this.draw(isRestructured || isAnother);
    if (this.isSelectionNew || isAnother || this.isSelectionElsewhere()) this.select();
    this.details.update(state, timeline, index);
  }

  // What is seen.

  get isFiltering() { return !this.search.isEmpty || this.changedOnly.checked; }

  draw(isRestructured) {
    if (!this.state) return;
    const changed = this.changedKeys();
    let shown = null;
    if (this.isFiltering) {
      const { keys, found } = this.model.withAncestors((node) => this.isMatch(node));
      shown = keys;
      this.search.say(this.search.isEmpty ? "" : count(found, "node"));
    } else this.search.say("");
    this.changed = changed;
    const rows = this.model.rows(this.open, this.closed, shown);
    // Rows whose look did not change are kept in the document.
    const known = new Map(rows.filter((row) => this.list.rows.has(row.node.key)).map((row) => [row.node.key, TreeRow.look(this, row)]));
    this.list.forget((key, line) => known.get(key) !== line.look);
    this.rows = rows;
    this.list.reset(rows.length, true);
    setHidden(this.empty, rows.length > 0);
    if (isRestructured) this.drawShortcuts();
    if (!rows.some((row) => row.node.key === this.active)) this.activate(rows[0]?.node.key ?? null);
    else this.activate(this.active);
  }

  isMatch(node) {
    const entry = this.model.entry(node);
    if (this.changedOnly.checked && !(entry && entry.changedAt >= 0)) return false;
    if (this.search.isEmpty) return true;
    return this.search.matches(`${node.uri} ${node.name} ${entry && !entry.secret ? entry.value ?? "" : ""}`.toLowerCase());
  }

  /** Key → "new" or "changed" for the nodes of this step, and for nodes above them how many there are below. */
  changedKeys() {
    const words = new Map();
    const below = new Map();
    for (const node of this.timeline.steps[this.state.index]?.nodes ?? []) {
      if (node.removed) continue;
      const key = node.uri.toLowerCase();
      const history = this.index.history.get(key) ?? [];
      const before = history[countUntil(history, this.state.index - 1) - 1];
      const wasThere = before ? !before.removed : this.isInHead(key);
      words.set(key, wasThere ? "changed" : "new");
      for (let up = this.model.nodes.get(key)?.parent; up; up = up.parent) below.set(up.key, (below.get(up.key) ?? 0) + 1);
    }
    return { words, below };
  }

  isInHead(key) {
    if (this.headOf !== this.timeline.head) {
      this.headOf = this.timeline.head;
      this.headKeys = new Set((this.headOf.nodes ?? []).map((node) => node.uri.toLowerCase()));
    }
    return this.headKeys.has(key);
  }

  summarize() {
    const nodes = this.timeline.steps[this.state.index]?.nodes ?? [];
    const removed = nodes.filter((node) => node.removed).length;
    const changed = nodes.length - removed;
    const parts = [changed > 0 && `${count(changed, "node")} changed`, removed > 0 && `${removed} removed`].filter(Boolean);
    setText(this.summary, `${count(this.state.tree.size, "node")}. ${parts.length ? `At ${formatTime(this.state.t)}: ${parts.join(", ")}.` : "Nothing changed in this step."}`);
    const done = countUntil(this.index.changeSteps, this.state.index, (step) => step);
    const isHere = this.index.changeSteps[done - 1] === this.state.index;
    setAttribute(this.previous, "disabled", done - (isHere ? 1 : 0) <= 0);
    setAttribute(this.next, "disabled", done >= this.index.changeSteps.length);
  }

  goToChange(by) {
    const { changeSteps } = this.index;
    const done = countUntil(changeSteps, this.state.index, (step) => step);
    const isHere = changeSteps[done - 1] === this.state.index;
    const step = by > 0 ? changeSteps[done] : changeSteps[done - (isHere ? 2 : 1)];
    if (step === undefined) return;
    this.app.goTo(step, true);
    const node = (this.timeline.steps[step].nodes ?? []).find((change) => !change.removed);
    if (node) this.app.select({ kind: "node", uri: node.uri });
  }

  /** The nodes that the status page itself reads. */
  drawShortcuts() {
    const wanted = [];
    for (const scope of TreeModel.scopes.keys()) {
      const name = scope.startsWith("./user") ? "user" : "device";
      const providers = this.model.nodes.get(scope + "/dmclient/provider")?.children ?? [];
      for (const node of [...providers.map((provider) => this.model.nodes.get(provider.key + "/firstsyncstatus")), this.model.nodes.get(scope + "/enrollmentstatustracking")]) {
        if (node) wanted.push([node, `${node.name}, ${name}`]);
      }
    }
    const names = wanted.map(([node]) => node.key).join(" ");
    if (names === this.shortcutsShown) return;
    this.shortcutsShown = names;
    fill(this.shortcuts, wanted.slice(0, 6).map(([node, text]) => el("button", {
      type: "button", class: "text-button", onclick: () => {
        this.open.add(node.key);
        this.app.select({ kind: "node", uri: node.uri });
      },
    }, safeNodes(text))));
  }

  turn() {
    this.isFull = this.full.checked;
    this.draw(false);
  }

  // Selection.

  select() {
    if (isHidden(this.root) || !this.state) {
      this.isSelectionNew = true;
      return;
    }
    this.isSelectionNew = false;
    const { selection } = this.app;
    this.marked = new Set();
    this.selectedKey = null;
    let goal = null;
    this.markWord = selection?.kind === "app" ? "this app" : "touched";
    if (selection?.kind === "node") {
      goal = this.model.nearest(selection.uri);
      this.selectedKey = goal?.key ?? null;
      this.details.show(selection.uri);
    } else if (selection?.kind === "command" || selection?.kind === "app") {
      const uris = selection.kind === "app" ? selection.uris ?? appSelection(selection.id, this.index).uris : [this.index.messages[selection.message]?.message.rows[selection.row]?.uri];
      for (const uri of uris) {
        for (const touched of this.index.nodesTouched(uri, this.state.tree)) this.marked.add(touched.toLowerCase());
        if (uri && this.model.nodes.has(uri.toLowerCase())) this.marked.add(uri.toLowerCase());
        goal ??= uri ? this.model.nearest(uri) : null;
      }
      for (const key of this.marked) this.openAbove(this.model.nodes.get(key));
    } else this.details.show(null);
    if (goal) this.openAbove(goal);
    this.draw(false);
    if (goal) this.activate(goal.key, true);
  }

  /** The selected node has come or gone. */
  isSelectionElsewhere() {
    const { selection } = this.app;
    return selection?.kind === "node" && (this.model.nearest(selection.uri)?.key ?? null) !== this.selectedKey;
  }

  openAbove(node) {
    for (let up = node?.parent; up && up.parent; up = up.parent) this.open.add(up.key);
  }

  activate(key, isRevealed = false) {
    const at = this.rows.findIndex((row) => row.node.key === key);
    const old = this.list.rows.get(this.active);
    old?.classList.remove("active");
    this.active = at < 0 ? null : key;
    if (isRevealed && at >= 0) this.list.reveal(at, true);
    this.list.rows.get(key)?.classList.add("active");
    setAttribute(this.tree, "aria-activedescendant", at < 0 ? null : this.rows[at].node.id);
  }

  choose(key) {
    const node = this.model.nodes.get(key);
    if (node) this.app.select({ kind: "node", uri: node.uri });
  }

  toggle(key, isOpen) {
    const [keys, isIn] = this.isFiltering ? [this.closed, !isOpen] : [this.open, isOpen];
    if (isIn) keys.add(key);
    else keys.delete(key);
    this.draw(false);
  }

  click(event) {
    const line = event.target.closest(".tree-row");
    if (!line) return;
    const { key } = line.dataset;
    const row = this.rows.find((candidate) => candidate.node.key === key);
    this.activate(key);
    if (event.target.closest(".tree-sign") || row.node.key === this.selectedKey) this.toggle(key, !row.isOpen);
    else {
      if (row.node.children.length > 0 && !row.isOpen) this.toggle(key, true);
      this.choose(key);
    }
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.rows.findIndex((row) => row.node.key === this.active);
    const row = this.rows[at];
    const goTo = (position) => {
      const goal = this.rows[Math.max(0, Math.min(this.rows.length - 1, position))];
      if (!goal) return;
      this.list.reveal(this.rows.indexOf(goal));
      this.activate(goal.node.key);
    };
    const isBranch = row?.node.children.length > 0;
    switch (event.key) {
      case "ArrowDown": goTo(at + 1); break;
      case "ArrowUp": goTo(at - 1); break;
      case "PageDown": goTo(at + this.list.page); break;
      case "PageUp": goTo(at - this.list.page); break;
      case "Home": goTo(0); break;
      case "End": goTo(this.rows.length - 1); break;
      case "ArrowRight":
        if (isBranch && !row.isOpen) this.toggle(row.node.key, true);
        else if (isBranch) goTo(at + 1);
        break;
      case "ArrowLeft":
        if (isBranch && row.isOpen) this.toggle(row.node.key, false);
        else if (row && row.node.level > 1) goTo(this.rows.findIndex((other) => other.node === row.node.parent));
        break;
      case "Enter":
      case " ":
        if (row) this.choose(row.node.key);
        break;
      case "*":
        for (const sibling of row?.node.parent?.children ?? []) if (sibling.children.length > 0) this.toggle(sibling.key, true);
        break;
      default:
        // Signs and digits belong to the page.
        if (!/^[\p{L}_{.]$/u.test(event.key)) return;
        this.typeAhead(event.key, at);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Letters typed one after the other go to the next row whose name begins with them. */
  typeAhead(letter, at) {
    const now = performance.now();
    this.typed = now - (this.typedAt ?? 0) < 700 ? this.typed + letter.toLowerCase() : letter.toLowerCase();
    this.typedAt = now;
    const start = this.typed.length > 1 ? at : at + 1;
    for (let step = 0; step < this.rows.length; step++) {
      const position = (start + step + this.rows.length) % this.rows.length;
      const { node } = this.rows[position];
      if (!TreeModel.title(node).toLowerCase().startsWith(this.typed)) continue;
      this.list.reveal(position);
      this.activate(node.key);
      return;
    }
  }
}

"""#####),
        PageSource(
            name: "search.js",
            text: #####"""
"use strict";

/** A search field with a name, and a count of what it found that is announced. */
class SearchField {
  constructor({ label, placeholder, onSearch }) {
    this.onSearch = onSearch;
    this.words = [];
    this.input = el("input", {
      type: "search", class: "search-input", "aria-label": label, placeholder, autocomplete: "off", spellcheck: "false",
      oninput: () => this.later(),
      onkeydown: (event) => {
        if (event.key === "Escape" && this.input.value !== "") {
          this.clear();
          event.stopPropagation();
        }
      },
    });
    this.found = el("span", { class: "search-count", role: "status" });
    this.element = el("div", { class: "search-field" }, this.input, this.found);
  }

  get isEmpty() { return this.words.length === 0; }

  /** Typing is not followed letter by letter: a list of ten thousand rows is filtered when the hand rests. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(), 120);
  }

  apply() {
    const words = searchWords(this.input.value);
    if (words.join(" ") === this.words.join(" ")) return;
    this.words = words;
    this.onSearch();
  }

  clear() {
    this.input.value = "";
    clearTimeout(this.timer);
    this.apply();
  }

  /** True when each word is somewhere in `text`, which is in lower case. */
  matches(text) { return this.words.every((word) => text.includes(word)); }

  say(text) { setText(this.found, text); }
}

/** The words of a search, in lower case; what stands between quotation marks is one word. */
function searchWords(text) {
  return [...text.toLowerCase().matchAll(/"([^"]+)"?|(\S+)/g)].map((found) => found[1] ?? found[2]);
}

"""#####),
        PageSource(
            name: "node-details.js",
            text: #####"""
"use strict";

/** All that is known of one node at the moment shown: its value, what the catalogue says of it, what happened to it. */
class NodeDetails {
  constructor(app) {
    this.app = app;
    this.uri = null;
    this.shown = null;
    this.element = el("section", { class: "node-details", "aria-label": "Node", tabindex: "-1" });
    this.isLong = false;
    this.drawEmpty();
  }

  drawEmpty() {
    fill(this.element, el("p", { class: "panel-empty" }, "Choose a node to see its value, its history and the commands that touched it."));
  }

  show(uri) {
    if (this.uri !== uri) this.isLong = false;
    this.uri = uri;
    this.draw();
  }

  update(state, timeline, index) {
    [this.state, this.timeline, this.index] = [state, timeline, index];
    this.draw();
  }

  draw() {
    if (!this.state) return;
    setAttribute(this.element, "data-empty", this.uri === null ? "" : null);
    if (this.uri === null) {
      if (this.shown !== null) this.drawEmpty();
      this.shown = null;
      return;
    }
    const entry = this.state.tree.get(this.uri) ?? this.caseless(this.uri);
    const changes = this.changes();
    const commands = this.index.commandsTouching(this.uri);
    const happened = commands.filter((command) => command.message < this.state.messageCount).length;
    const isBranch = this.isBranch();
    // Drawn anew only when something that is seen differs, so that a reader's place and focus stay.
    const shown = [this.uri, entry?.value, entry?.writer, entry?.facts, changes.length, countUntil(changes, this.state.index), happened, this.isLong, isBranch && this.state.index].join("\u0000");
    if (shown === this.shown) return;
    this.shown = shown;
    const cut = this.uri.lastIndexOf("/");
    fill(this.element,
      el("div", { class: "node-head" },
        el("h3", {}, el("bdi", {}, safeNodes(nodeName(this.uri.slice(cut + 1))))),
        el("button", { type: "button", class: "text-button", "aria-label": "Close the node", onclick: () => this.app.select(null) }, "Close")),
      el("p", { class: "node-address" }, el("bdi", { class: "address-whole" }, safeNodes(this.uri)), " ", copyButton(this.uri, "Copy", "Copy the address")),
      this.value(entry, changes),
      this.facts(entry),
      isBranch ? this.below() : this.history(changes),
      isBranch && happened === 0 ? null : this.commands(commands, happened));
  }

  isBranch() {
    const below = this.uri.toLowerCase() + "/";
    for (const address of this.state.tree.keys()) if (address.toLowerCase().startsWith(below)) return true;
    return false;
  }

  /** An interior node has no history of its own; what is below it has. */
  below() {
    const prefix = this.uri.toLowerCase() + "/";
    const nodes = [...this.state.tree.keys()].filter((address) => address.toLowerCase().startsWith(prefix));
    const changes = [];
    let commands = 0;
    for (const [address, history] of this.index.history) {
      if (!address.startsWith(prefix)) continue;
      for (const change of history) if (change.step <= this.state.index) changes.push({ address, change });
    }
    for (const [address, list] of this.index.commandsByAddress) {
      if (address.startsWith(prefix)) commands += countUntil(list, this.state.messageCount - 1, (command) => command.message);
    }
    changes.sort((a, b) => a.change.step - b.change.step);
    const name = (address) => nodes.find((uri) => uri.toLowerCase() === address) ?? address;
    return [
      el("p", { class: "quiet" }, `${count(nodes.length, "node")} below it, ${count(commands, "command")} on them.`),
      changes.length > 0 && el("h4", {}, changes.length > NodeDetails.mostChanges ? `The last of ${count(changes.length, "change")} below it` : "Changes below it"),
      el("ol", { class: "node-history" }, changes.slice(-NodeDetails.mostChanges).map(({ address, change }) => el("li", {},
        el("button", {
          type: "button", class: "history-line", onclick: () => this.app.select({ kind: "node", uri: name(address) }),
        },
        el("span", { class: "history-time" }, formatTime(change.t)),
        el("span", {}, safeNodes(nodeName(name(address).slice(this.uri.length + 1))), " ",
          change.removed ? el("span", { class: "quiet" }, "removed") : change.secret ? el("span", { class: "quiet" }, "not shown") : change.value !== null && inlineValue(change.value, 40)),
        el("span", { class: "writer" }, change.writer ? visibleText(change.writer) : ""))))),
    ];
  }

  caseless(uri) {
    const key = uri.toLowerCase();
    for (const [address, entry] of this.state.tree) if (address.toLowerCase() === key) return entry;
    return null;
  }

  value(entry, changes) {
    if (!entry) {
      const last = changes[countUntil(changes, this.state.index) - 1];
      if (this.isBranch()) return el("p", { class: "quiet" }, "An interior node: it has nodes below it and no value.");
      return el("p", { class: "quiet" }, last?.removed ? `Removed at ${formatTime(last.t)}.` : "Not there at this moment.");
    }
    return el("div", { class: "node-value" },
      entry.secret ? el("span", { class: "quiet" }, "There is a value, and it is not shown.")
        : entry.value === null ? el("span", { class: "quiet" }, "No value.") : blockValue(entry.value),
      entry.writer && el("p", { class: "quiet" }, `Written by the ${visibleText(entry.writer)}${this.meaning(entry)}`));
  }

  /** The number of the page's own state nodes in words. */
  meaning(entry) {
    const number = Number(entry.value);
    if (entry.value === null || entry.value === "" || !Number.isInteger(number)) return "";
    const key = this.uri.toLowerCase();
    let word;
    if (/\/tracking\/[^/]+\/[^/]+\/installationstate$/.test(key)) word = appStateWords[number];
    else if (/\/policyproviders\/[^/]+\/installationstate$/.test(key)) word = providerStateWords[number];
    else if (/\/enterprisedesktopappmanagement\/msi\/[^/]+\/status$/.test(key)) word = packageStatusWords[number];
    else if (key.endsWith("/wasdevicesuccessfullyprovisioned")) word = ["failed", "succeeded", "under way"][number];
    return word ? `; ${number} is "${word}"` : "";
  }

  facts(entry) {
    const facts = entry && entry.facts !== null ? this.timeline.facts.get(entry.facts) : null;
    if (!facts) return null;
    const list = el("dl", { class: "facts" });
    const add = (name, value) => {
      const isThere = Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
      if (isThere) list.append(el("div", {}, el("dt", {}, name), el("dd", {}, safeNodes(Array.isArray(value) ? value.join(", ") : value))));
    };
    add("CSP", facts.csp);
    add("Format", facts.type ? `${facts.format}, ${facts.type}` : facts.format);
    add("Access", facts.access);
    add("Occurrence", occurrenceWords[facts.occurrence?.toLowerCase()] ?? facts.occurrence);
    add("Scope", facts.scope);
    add("Default", facts.default);
    add("Allowed", facts.allowed);
    add("Since", facts.since);
    add("Editions", facts.editions);
    add("Notes", facts.notes);
    return [el("h4", {}, "What the catalogue says"), list];
  }

  /** From before the first step on: {step, t, value, writer, secret, removed}. */
  changes() {
    const first = (this.timeline.head.nodes ?? []).find((node) => node.uri.toLowerCase() === this.uri.toLowerCase());
    const later = this.index.history.get(this.uri.toLowerCase()) ?? [];
    if (!first) return later;
    return [{ step: -1, t: null, value: first.value, writer: first.writer, secret: first.secret === true, removed: false }, ...later];
  }

  history(changes) {
    const heading = el("h4", {}, "History");
    if (changes.length === 0) return [heading, el("p", { class: "quiet" }, "Nothing has written it.")];
    const happened = countUntil(changes, this.state.index);
    const first = this.isLong ? 0 : Math.max(0, happened - NodeDetails.mostChanges);
    const last = this.isLong ? changes.length : Math.min(changes.length, happened + 2);
    const hidden = changes.length - (last - first);
    return [heading,
      el("ol", { class: "node-history" }, changes.slice(first, last).map((change, position) => {
        const isNow = first + position === happened - 1;
        return el("li", { class: [change.step > this.state.index && "later", isNow && "now"] },
          el("button", { type: "button", class: "history-line", "aria-current": isNow && "step", onclick: () => this.app.goTo(change.step, true) },
            el("span", { class: "history-time" }, change.t === null ? "before" : formatTime(change.t)),
            change.removed ? el("span", { class: "quiet" }, "removed") : change.secret ? el("span", { class: "quiet" }, "not shown")
              : change.value === null ? el("span", { class: "quiet" }, "no value") : inlineValue(change.value, 80),
            el("span", { class: "writer" }, change.writer ? visibleText(change.writer) : "")));
      })),
      hidden > 0 && el("button", {
        type: "button", class: "text-button", onclick: () => {
          this.isLong = true;
          this.draw();
        },
      }, `Show all ${count(changes.length, "change")}`)];
  }

  commands(commands, happened) {
    const shown = commands.slice(0, happened).slice(-NodeDetails.mostCommands);
    return [
      el("h4", {}, happened === 0 ? "No command has touched it" : `${count(happened, "command")} touched it`),
      shown.length < happened && el("p", { class: "quiet" }, `The last ${shown.length}; the conversation marks all.`),
      shown.length > 0 && el("ul", { class: "node-commands" }, shown.map(({ message, row }) => {
        const entry = this.index.messages[message];
        const command = entry.message.rows[row];
        const answer = this.index.statusAt(entry, row, this.state.index);
        return el("li", {}, el("button", {
          type: "button", class: "history-line", onclick: () => {
            this.app.select({ kind: "command", message, row });
            this.app.show("conversation");
          },
        },
        el("span", { class: "history-time" }, formatTime(entry.message.t)),
        el("span", {}, safeNodes(command.name), " ", command.data !== null && command.data !== undefined && inlineValue(command.data, 60),
          command.uri.toLowerCase() !== this.uri.toLowerCase() && el("span", { class: "quiet" }, " on a node above")),
        el("span", { class: ["writer", answer && isRefusal(answer.status) && "bad"] }, answer ? statusText(answer.status) : "")));
      })),
      happened > 0 && el("button", { type: "button", class: "text-button", onclick: () => this.app.show("conversation") }, "Show in the conversation"),
    ];
  }
}

NodeDetails.mostChanges = 12;
NodeDetails.mostCommands = 12;

/** The DDF's words for how often a node may be there. */
const occurrenceWords = {
  __proto__: null,
  one: "exactly one", zeroorone: "none or one", zeroormore: "any number", oneormore: "one or more", zeroorn: "none up to a number",
  oneorn: "one up to a number",
};

"""#####),
        PageSource(
            name: "apps.js",
            text: #####"""
"use strict";

/** Apps, packages, certificates and scripts at the moment shown, in the order of the page. */
class AppsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.rows = new Map();
    this.body = el("tbody", {});
    this.empty = el("p", { class: "panel-empty" }, "Nothing to install yet.");
    this.table = el("table", { class: "apps-table", hidden: true },
      el("caption", { class: "off-screen" }, "Apps, packages, certificates and scripts at this moment"),
      el("thead", {}, el("tr", {}, ["Name", "State", "Since"].map((title) => el("th", { scope: "col" }, title)))), this.body);
    fill(root, this.empty, this.table);
    app.addEventListener("selection", () => this.markSelection());
  }

  update(state, timeline) {
    if (!timeline.head) {
      this.index = null;
      this.rows.clear();
      fill(this.body);
      setHidden(this.table, true);
      setHidden(this.empty, false);
      return;
    }
    const index = LifeIndex.of(timeline);
    if (index === this.index && state === this.state) return;
    if (index !== this.index) {
      this.rows.clear();
      fill(this.body);
    }
    this.index = index;
    this.state = state;
    const items = this.items(state, timeline.head);
    setHidden(this.table, items.length === 0);
    setHidden(this.empty, items.length > 0);
    const keys = new Set(items.map((item) => item.key));
    for (const [key, row] of this.rows) {
      if (keys.has(key)) continue;
      row.element.remove();
      this.rows.delete(key);
    }
    let before = null;
    for (const item of items) {
      let row = this.rows.get(item.key);
      if (!row) this.rows.set(item.key, (row = this.row(item)));
      this.write(row, item, state);
      const place = before ? before.nextElementSibling : this.body.firstElementChild;
      if (place !== row.element) this.body.insertBefore(row.element, place);
      before = row.element;
    }
    this.markSelection();
  }

  /** {key, name, kind, scope, tracked, state (or null before it is known)}: what the head names first, then what else came. */
  items(state, head) {
    const left = new Map(state.apps);
    const items = [];
    for (const app of head.apps ?? []) {
      const key = left.has(app.id) ? app.id : appKey(app.id, left.keys());
      items.push({ key: key ?? app.id, name: app.name, kind: app.kind, scope: app.scope, tracked: app.tracked, state: key ? left.get(key) : null });
      left.delete(key);
    }
    for (const [key, entry] of left) {
      const kind = entry.kind ?? (key.startsWith("./") ? "msi" : "win32");
      const scope = key.startsWith("./User/") ? "user" : key.startsWith("./") ? "device" : null;
      items.push({ key, name: entry.name ?? nodeName(lastSegment(key)), kind, scope, tracked: null, state: entry });
    }
    return items;
  }

  row(item) {
    const name = el("button", { type: "button", class: "text-button app-name", "aria-pressed": "false", onclick: () => this.choose(item.key) }, el("bdi", {}, safeNodes(item.name)));
    const [kind, state, since] = [el("span", { class: "app-kind quiet" }), el("td", { class: "app-state" }), el("td", { class: "app-since" })];
    return { name, kind, state, since, element: el("tr", {}, el("th", { scope: "row" }, name, kind), state, since), written: null };
  }

  write(row, item, state) {
    const { state: app } = item;
    // A package says why it failed in a node of its own.
    const lastError = app?.state === 4 && item.key.startsWith("./") ? hresultText(state.tree.get(item.key + "/LastError")?.value) : null;
    const error = app?.error ?? lastError;
    const elapsed = app ? this.elapsed(item.key, state) : null;
    const written = [item.kind, item.scope, item.tracked, app?.state, app?.status, error, app?.exitCode, app?.enforcement, app?.since, elapsed].join("|");
    if (row.written === written) return;
    row.written = written;
    setText(row.kind, [kindWords[item.kind] ?? visibleText(item.kind), item.scope && `${item.scope} scope`, item.tracked === false && "not tracked"].filter(Boolean).join(", "));
    fill(row.state, this.stateWords(item, app, error));
    setAttribute(row.state, "data-state", app ? String(app.state) : "0");
    fill(row.since, app ? [el("span", {}, formatTime(app.since)), elapsed !== null && el("span", { class: "quiet" }, elapsed)] : "");
  }

  stateWords(item, app, error) {
    if (!app) return el("span", { class: "quiet" }, "not begun");
    const isPackage = item.kind === "msi" || item.kind === "office";
    const word = item.kind === "certificate" ? certificateText(item.key, app.status)
      : item.kind === "script" ? { __proto__: null, 2: "running", 3: "ended", 4: "failed" }[app.state] : appStateWords[app.state] ?? "unknown";
    const detail = [];
    if (app.status !== null && app.status !== undefined && item.kind !== "certificate") {
      detail.push(`status ${app.status}${isPackage && packageStatusWords[app.status] ? `, ${packageStatusWords[app.status]}` : ""}`);
    }
    if (app.enforcement) detail.push(`${app.enforcement} ${enforcementWords[app.enforcement] ?? ""}`);
    const isMissing = (value) => value === null || value === undefined;
    return [
      el("span", { class: "app-word" }, word, item.kind !== "script" && item.kind !== "certificate" && !isPackage && el("span", { class: "quiet" }, ` (${app.state})`)),
      detail.length > 0 && el("span", { class: "quiet" }, detail.join("; ")),
      !isMissing(error) && el("span", { class: "app-error" }, el("code", {}, safeNodes(error)), errorCodeMeaning(error) && ` ${errorCodeMeaning(error)}`),
      !isMissing(app.exitCode) && el("span", { class: app.exitCode === "0" ? "quiet" : "app-error" }, "exit code ", safeNodes(app.exitCode)),
    ];
  }

  /** How long it took, or takes already. */
  elapsed(key, state) {
    const history = this.index.appHistory.get(key) ?? [];
    const happened = history.slice(0, countUntil(history, state.index));
    const begin = happened.findLast((change, n) => change.state === 2 && happened[n - 1]?.state !== 2);
    if (!begin) return null;
    const end = happened.find((change) => change.step >= begin.step && change.state > 2);
    return end ? `took ${formatDuration(end.t - begin.t)}` : `for ${formatDuration(state.t - begin.t)}`;
  }

  choose(key) {
    const { selection } = this.app;
    this.app.select(selection?.kind === "app" && selection.id === key ? null : appSelection(key, this.index));
  }

  markSelection() {
    const { selection } = this.app;
    for (const [key, row] of this.rows) {
      const isSelected = selection?.kind === "app" && selection.id === key;
      setAttribute(row.name, "aria-pressed", String(isSelected));
      row.element.classList.toggle("selected", isSelected);
    }
  }
}

/** The key in a state's apps of what the head calls `id`: an MSI is known there by its product code, here by its node. */
function appKey(id, keys) {
  const sought = id.toLowerCase();
  for (const key of keys) if (key.startsWith("./") && nodeName(lastSegment(key)).toLowerCase() === sought) return key;
  return null;
}

/** The selection of an app: its key, and the nodes that are about it (its own, and those that track it: ESP-413). */
function appSelection(key, index) {
  const name = key.startsWith("./") ? nodeName(lastSegment(key)) : key;
  const uris = new Set(key.startsWith("./") ? [key] : []);
  const sought = name.toLowerCase();
  if (!key.startsWith("script ")) {
    for (const address of index.history.keys()) {
      // The id of an app is its own; what a package or certificate is called may be a word of other addresses.
      if (key.startsWith("./") && !address.includes("/enrollmentstatustracking/")) continue;
      const at = nodeName(address).indexOf(sought);
      if (at < 0) continue;
      const segments = address.split("/");
      const position = segments.findIndex((segment) => nodeName(segment).includes(sought));
      if (position > 0) uris.add(segments.slice(0, position + 1).join("/"));
    }
  }
  return { kind: "app", id: key, uris: [...uris] };
}

"""#####),
        PageSource(
            name: "diagnostics.js",
            text: #####"""
"use strict";

/** Why a life went as it did: what the ending says first, then what was found on the way, then what the scenario expected. */
class DiagnosticsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.shown = -1;
    this.items = [];
    root.classList.add("panel");
    this.severity = el("select", { "aria-label": "Severity", onchange: () => this.draw() },
      el("option", { value: "" }, "All"), el("option", { value: "error" }, "Errors"), el("option", { value: "warning" }, "Warnings"), el("option", { value: "note" }, "Notes"));
    this.search = new SearchField({ label: "Search in diagnostics", placeholder: "Search in diagnostics", onSearch: () => this.draw() });
    this.total = el("span", { class: "quiet", role: "status" });
    this.ending = el("div", { class: "ending" });
    this.list = el("ol", { class: "diagnostics" });
    this.empty = el("p", { class: "panel-empty" });
    this.expectations = el("div", { class: "expectations" });
    fill(root, el("div", { class: "panel-tools" }, this.search.element, this.severity, this.total),
      el("div", { class: "panel-scroller", role: "region", "aria-label": "Diagnostics", tabindex: "0" }, this.ending, this.empty, this.list, this.expectations));
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    // The ending is known when the last step is shown.
    const ending = timeline.ending && state.index >= timeline.last ? timeline.ending : null;
    const shown = countUntil(index.diagnostics, state.index);
    const isNewEnding = isAnother || this.endingShown !== ending;
    [this.index, this.endingShown, this.timeline] = [index, ending, timeline];
    if (isAnother) {
      this.items = [];
      fill(this.list);
    }
    if (isNewEnding) this.drawEnding();
    if (isAnother || isNewEnding || shown !== this.shown) {
      this.shown = shown;
      this.draw();
    }
  }

  draw() {
    if (!this.index) return;
    const isMatch = (diagnostic) => (!this.severity.value || diagnostic.severity === this.severity.value)
      && (this.search.isEmpty || this.search.matches([diagnostic.message, diagnostic.hint, diagnostic.rule, diagnostic.reference, diagnostic.target].join(" ").toLowerCase()));
    const found = this.index.diagnostics.slice(0, this.shown).filter(({ diagnostic }) => isMatch(diagnostic));
    setText(this.total, found.length ? count(found.length, "finding") : "");
    // Findings are drawn once; those of later moments are hidden.
    for (let at = this.items.length; at < this.shown; at++) {
      const item = this.index.diagnostics[at];
      this.items.push({ item, element: this.item(item.diagnostic, item) });
      this.list.append(this.items[at].element);
    }
    const isFound = new Set(found);
    for (const { item, element } of this.items) setHidden(element, !isFound.has(item));
    setHidden(this.empty, found.length > 0 || (this.endingShown?.diagnostics.length ?? 0) > 0);
    setText(this.empty, this.shown > 0 ? "No finding is like that." : "Nothing to find fault with up to this moment.");
  }

  drawEnding() {
    const ending = this.endingShown;
    if (!ending) {
      fill(this.ending);
      fill(this.expectations);
      return;
    }
    const isGood = ending.outcome === "succeeded";
    const why = ending.diagnostics ?? [];
    fill(this.ending,
      el("h3", {}, isGood ? "How it ended" : "Why it ended so"),
      el("p", { class: ["outcome", isGood ? "good" : "bad"] }, `At ${formatTime(ending.endedAt)} the life ${outcomeSentences[ending.outcome] ?? `ended: ${visibleText(ending.outcome)}`}.`),
      why.length > 0 ? el("ol", { class: "diagnostics" }, why.map((diagnostic) => this.item(diagnostic, null)))
        : !isGood && el("p", { class: "quiet" }, "Nothing that the server did explains it."));
    const expectations = ending.expectations ?? [];
    const failed = expectations.filter((expectation) => !expectation.passed).length;
    fill(this.expectations, expectations.length > 0 && [
      el("h3", {}, "What the scenario expected"),
      el("p", {}, failed ? `${failed} of ${count(expectations.length, "expectation")} failed.` : `${expectations.length === 1 ? "The expectation" : `All ${expectations.length} expectations`} passed.`),
      el("table", { class: "expectation-table" },
        el("thead", {}, el("tr", {}, ["Result", "Line", "Expectation"].map((title) => el("th", { scope: "col" }, title)))),
        el("tbody", {}, [...expectations].sort((a, b) => Number(a.passed) - Number(b.passed)).map((expectation) => el("tr", {},
          el("td", {}, el("span", { class: ["word", expectation.passed ? "good" : "bad"] }, expectation.passed ? "passed" : "failed")),
          el("td", {}, expectation.line ?? ""),
          el("td", {}, el("bdi", {}, safeNodes(expectation.text)), expectation.found && el("span", { class: "quiet" }, " found: ", safeNodes(expectation.found))))))),
    ]);
    if (!this.list.children.length) setHidden(this.empty, why.length > 0);
  }

  /** One finding; `place` is {step, t}, null for the ending's. */
  item(diagnostic, place) {
    const command = this.index.commandOf(diagnostic, place?.step);
    return el("li", { class: ["diagnostic", diagnostic.severity] },
      el("p", { class: "diagnostic-head" },
        el("span", { class: ["word", diagnostic.severity] }, severityWords[diagnostic.severity] ?? visibleText(diagnostic.severity)),
        place && el("button", { type: "button", class: "text-button", "aria-label": `Go to ${formatTime(place.t)}`, onclick: () => this.app.goTo(place.step, true) }, formatTime(place.t)),
        el("code", { class: "quiet" }, safeNodes(diagnostic.rule))),
      el("p", { class: "diagnostic-message" }, el("bdi", {}, safeNodes(diagnostic.message))),
      diagnostic.hint && el("p", { class: "hint" }, el("bdi", {}, safeNodes(diagnostic.hint))),
      el("p", { class: "diagnostic-links" },
        command && el("button", { type: "button", class: "text-button", onclick: () => this.goToCommand(command) }, this.commandTitle(diagnostic, command)),
        diagnostic.target && el("button", { type: "button", class: "text-button", onclick: () => this.goToNode(diagnostic.target) }, addressText(diagnostic.target)),
        diagnostic.reference && el("span", { class: "quiet" }, safeNodes(diagnostic.reference))));
  }

  commandTitle(diagnostic, { message, row }) {
    const { session, message: number } = this.index.messages[message].message;
    const name = row === null ? "" : ` ${visibleText(this.index.messages[message].message.rows[row].name)} ${visibleText(diagnostic.commandID ?? "")},`;
    return `Show${name} message ${number} of session ${session}`;
  }

  goToCommand({ message, row }) {
    this.app.select({ kind: "command", message, row: row ?? -1 });
    this.app.show("conversation");
  }

  goToNode(target) {
    this.app.select({ kind: "node", uri: target.replace(/^\.\/Vendor\//i, "./Device/Vendor/") });
    this.app.show("tree");
  }
}

const outcomeSentences = {
  __proto__: null,
  succeeded: "had succeeded", failed: "had failed", continued: "had gone on by Continue anyway", reset: "had ended in a reset", hung: "hung: the page was still open",
};

"""#####),
        PageSource(
            name: "events.js",
            text: #####"""
"use strict";

/** The event log, one line each, with filters; a line leads to its moment. Events later than the moment shown are there, too,
 *  and look it: so the log leads forward again. */
class EventsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.lines = [];
    this.found = [];
    this.taken = 0;
    root.classList.add("panel");
    this.search = new SearchField({ label: "Search in events", placeholder: "Search in events", onSearch: () => this.filter() });
    this.kind = el("select", { "aria-label": "Kind of event", onchange: () => this.filter() },
      el("option", { value: "" }, "All kinds"), [...new Set(Object.values(eventKinds)), "Other"].map((kind) => el("option", { value: kind }, kind)));
    this.total = el("span", { class: "quiet" });
    this.scroller = el("div", { class: "panel-scroller events", role: "list", "aria-label": "Events", tabindex: "0" });
    this.empty = el("p", { class: "panel-empty" }, "Nothing has happened yet.");
    fill(root, el("div", { class: "panel-tools" }, this.search.element, this.kind, this.total), this.empty, this.scroller);
    this.list = new WindowedList(this.scroller, {
      render: (at) => this.line(this.found[at], at), key: (at) => this.found[at],
    });
    this.scroller.addEventListener("keydown", (event) => this.key(event));
    app.addEventListener("selection", () => {
      this.list.reset(this.list.count);
    });
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    if (isAnother) {
      [this.index, this.lines, this.found, this.taken, this.position] = [index, [], [], 0, -1];
      this.list.reset(0);
    }
    if (this.taken === index.events.length && state.index === this.moment && !isAnother) return;
    this.moment = state.index;
    this.take();
    this.draw();
  }

  /** Looks at events once; whether a filter lets one through is asked once, too. */
  take() {
    for (; this.taken < this.index.events.length; this.taken++) {
      const { event } = this.index.events[this.taken];
      this.lines.push({ ...eventWords(event, this.index.head), kind: eventKind(event) });
      if (this.isMatch(this.taken)) this.found.push(this.taken);
    }
  }

  isMatch(at) {
    const line = this.lines[at];
    if (this.kind.value && this.kind.value !== line.kind) return false;
    if (this.search.isEmpty) return true;
    line.searched ??= `${line.text} ${this.index.events[at].event.type}`.toLowerCase();
    return this.search.matches(line.searched);
  }

  filter() {
    this.found = [];
    for (let at = 0; at < this.taken; at++) if (this.isMatch(at)) this.found.push(at);
    this.position = -1;
    this.list.reset(0);
    this.draw();
    this.search.say(this.search.isEmpty ? "" : count(this.found.length, "event"));
  }

  /** Rows stay as they are but for what they are to the moment. The last event that has happened is kept in view, unless the
   *  reader has scrolled away from it. */
  draw() {
    const happened = countUntil(this.found, this.moment, (at) => this.index.events[at].step);
    const isFollowed = this.position < 0 || this.list.isInView(this.position);
    this.position = Math.max(0, happened - 1);
    for (const [at, row] of this.list.rows) this.place(row, at);
    setHidden(this.empty, this.found.length > 0);
    setText(this.empty, this.taken > 0 ? "No event is like that." : "Nothing has happened yet.");
    setText(this.total, happened === this.found.length ? count(happened, "event") : `${happened.toLocaleString("en")} of ${count(this.found.length, "event")} so far`);
    this.list.reset(this.found.length, true);
    if (isFollowed) this.list.reveal(this.position, true);
  }

  place(row, at) {
    const { step } = this.index.events[at];
    row.classList.toggle("now", step === this.moment);
    row.classList.toggle("later", step > this.moment);
    setAttribute(row.firstChild, "aria-current", step === this.moment ? "step" : null);
    setText(row.later, step > this.moment ? "later, " : "");
  }

  line(at, position) {
    const { event, step } = this.index.events[at];
    const { text, tone, kind } = this.lines[at];
    const later = el("span", { class: "off-screen" });
    const row = el("div", { class: ["event-row", this.isAbout(event) && "touched"], role: "listitem", "data-tone": tone, "aria-setsize": String(this.found.length), "aria-posinset": String(position + 1) },
      el("button", { type: "button", class: "event-line", tabindex: "-1", title: text, onclick: () => this.choose(event, step) },
        later, el("span", { class: "event-time" }, formatTime(event.t)), " ", el("span", { class: "event-kind" }, kind), " ", el("bdi", { class: "event-text" }, text)));
    row.later = later;
    this.place(row, at);
    return row;
  }

  /** Goes to the moment of an event and selects what it is about. */
  choose(event, step) {
    if (event.type === "commandAnswered") this.app.select(this.commandOf(event, step) ?? this.app.selection);
    else if (event.type === "nodeWritten") this.app.select({ kind: "node", uri: event.uri });
    else if (event.type === "app" || event.type === "enforcement") this.app.select(appSelection(event.id, this.index));
    else if (["package", "installation", "certificate"].includes(event.type)) this.app.select(appSelection(event.uri, this.index));
    this.app.goTo(step, true);
  }

  commandOf(event, step) {
    for (const message of [...this.index.messages].reverse()) {
      if (!message || message.step > step || message.message.direction !== "server") continue;
      const row = message.message.rows.findIndex((row) => row.id === event.commandID && row.name === event.command && (!event.target || row.target === event.target));
      if (row >= 0) return { kind: "command", message: message.message.n, row };
      if (message.step < step - 1) return null;
    }
    return null;
  }

  isAbout(event) {
    const { selection } = this.app;
    if (selection?.kind === "node") return event.uri?.toLowerCase() === selection.uri.toLowerCase();
    if (selection?.kind === "app") return event.id === selection.id || event.uri === selection.id || (event.type === "script" && "script " + event.name === selection.id);
    return false;
  }

  /** Arrows go from line to line. */
  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: this.list.page, PageUp: -this.list.page, Home: -Infinity, End: Infinity }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.list.rows];
    const focused = buttons.find(([, row]) => row.contains(document.activeElement));
    const at = focused ? this.found.indexOf(focused[0]) : this.position - Math.sign(by);
    const next = Math.max(0, Math.min(this.found.length - 1, at + by));
    event.preventDefault();
    event.stopPropagation();
    this.list.reveal(next);
    this.list.rows.get(this.found[next])?.querySelector("button").focus();
  }
}

"""#####),
        PageSource(
            name: "app.js",
            text: #####"""
"use strict";

/** Wires feed, timeline, views and address. Views read `timeline`, `state` and `selection` and call the methods; they listen
 *  to "selection", "state", "clock" and "connection". */
class App extends EventTarget {
  constructor() {
    super();
    this.timeline = new Timeline();
    this.state = this.timeline.stateAt(-1);
    this.selection = null;
    this.clock = null;
    this.connection = { state: "loading", text: "Loading" };
    this.index = -1;
    this.following = true;
    this.tab = "conversation";
    const life = document.getElementById("life");
    this.isReport = life !== null;
    this.token = new URLSearchParams(location.search).get("token") ?? "";
    this.feed = this.isReport ? new ReportFeed(life) : new LiveFeed(this.token);
    this.player = new Player(this);
    this.wanted = PageAddress.read();
    this.tab = App.tabs.includes(this.wanted.tab) ? this.wanted.tab : "conversation";
    this.selection = this.wanted.selection;
  }

  start() {
    const root = (id) => document.getElementById(id);
    this.timeBar = new TimeBar(root("time-bar"), this);
    this.announcer = new ProgressAnnouncer(root("progress"));
    this.always = [
      new HeaderView(root("top"), this),
      this.timeBar,
      new ClockControls(root("controls"), this),
      new StatusPageView(root("status-page"), this),
      this.announcer,
      new AppsView(root("apps-view"), this),
    ];
    this.panels = new TabPanels(root("cause"), this);
    this.keyboard = new Keyboard(this);
    this.feed.addEventListener("head", (event) => this.begin(event.detail));
    this.feed.addEventListener("steps", (event) => this.takeSteps(event.detail));
    this.feed.addEventListener("ending", (event) => this.takeEnding(event.detail));
    this.feed.addEventListener("clock", (event) => this.takeClock(event.detail));
    this.feed.addEventListener("connection", (event) => this.takeConnection(event.detail));
    addEventListener("popstate", () => this.restore(PageAddress.read()));
    // The empty page is painted before the life is read.
    requestAnimationFrame(() => setTimeout(() => this.open()));
    this.render();
  }

  async open() {
    if (this.isReport) {
      this.feed.start();
      return;
    }
    try {
      const devices = await this.feed.devices();
      if (this.feed.device === null && devices.length > 0) {
        const wanted = devices.find((device) => device.id === this.wanted?.device);
        this.feed.watch((wanted ?? devices[0]).id);
      } else if (devices.length === 0) {
        this.takeConnection({ state: "live", text: "Connected, no device yet", hint: "It appears when one enrols." });
      }
      this.dispatchEvent(new CustomEvent("devices", { detail: devices }));
      // More devices may enrol at a server.
      if (devices.length === 0 || this.timeline.head?.view === "server" || devices.length > 1) setTimeout(() => this.open(), 5000);
    } catch (fault) {
      if (this.feed.device === null) this.takeConnection({
        state: "lost", text: fault instanceof PageError ? fault.message : "Connection lost, trying again",
        hint: fault.hint ?? "When the tool has ended, start it again and open the address that it prints.",
      });
      setTimeout(() => this.open(), 5000);
    }
  }

  watch(device) {
    this.begin(null);
    this.feed.watch(device);
  }

  // What the feed brings.

  begin(head) {
    // The same life again, after a lost connection: what is there stays, and its steps are not taken twice.
    if (head && this.timeline.head?.life === head.life && !this.isReport) return;
    if (head && head.schemaVersion !== Timeline.version) {
      this.isUnreadable = true;
      this.takeConnection({ state: "broken", text: "Another version" });
      this.notice(`This life is recorded in version ${head.schemaVersion}, and this page reads version ${Timeline.version}. Open it with the page of the tool that recorded it.`);
      return;
    }
    this.isUnreadable = false;
    const isAnotherLife = this.timeline.head !== null;
    this.timeline = new Timeline();
    if (head) this.timeline.addHead(head);
    this.index = -1;
    this.clock = null;
    this.player.pause();
    if (isAnotherLife) {
      this.selection = null;
      this.wanted = null;
      this.following = true;
    }
    this.dispatchEvent(new CustomEvent("life"));
    this.changed();
  }

  takeSteps(steps) {
    if (this.isUnreadable) return;
    try {
      for (const step of steps) this.timeline.addStep(step);
    } catch (fault) {
      if (!(fault instanceof RangeError) || this.isReport) throw fault;
      // Something was missed: the life is read anew.
      this.watch(this.feed.device);
      return;
    }
    if (this.wanted) this.restore(this.wanted);
    if (this.following) this.index = this.timeline.last;
    this.changed();
  }

  takeEnding(ending) {
    if (this.isUnreadable) return;
    this.timeline.addEnding(ending);
    if (ending) this.wanted = null;
    this.changed();
  }

  takeClock(clock) {
    this.clock = { ...clock, at: performance.now() };
    this.dispatchEvent(new CustomEvent("clock"));
    this.changed();
  }

  takeConnection(connection) {
    if (this.isUnreadable && connection.state !== "broken") return;
    this.connection = connection;
    this.dispatchEvent(new CustomEvent("connection"));
    this.changed();
  }

  // What views ask for.

  get isAtEnd() { return this.index >= this.timeline.last; }

  /** Whether nothing can come any more. A life at rest whose page offers a button has an ending, and may go on. */
  get isOver() { return this.timeline.ending !== null && (this.clock === null || this.clock.state === "over"); }

  /** Shows step `index`. From a place that the reader chose by a click (`isNewPlace`) Back returns to the one before. */
  goTo(index, isNewPlace = false) {
    if (isNewPlace) this.leavePlace();
    this.wanted = null;
    this.following = false;
    this.index = Math.max(-1, Math.min(index, this.timeline.last));
    this.changed();
  }

  /** Back to the newest moment, and on with it. */
  follow() {
    this.following = true;
    this.index = this.timeline.last;
    this.player.pause();
    this.changed();
  }

  select(selection) {
    this.leavePlace();
    this.setSelection(selection);
  }

  setSelection(selection) {
    this.selection = selection;
    this.dispatchEvent(new CustomEvent("selection"));
    this.changed();
  }

  show(tab) {
    if (!App.tabs.includes(tab) || tab === this.tab) return;
    this.leavePlace();
    this.setTab(tab);
  }

  setTab(tab) {
    this.tab = tab;
    this.panels.show(tab);
    this.changed();
  }

  async fetchXML(n) {
    const message = this.timeline.messages[n]?.message;
    return message?.xml ?? this.feed.fetchXML(n);
  }

  press(button) { return this.act({ action: "press", button }); }

  async act(action) {
    if (this.isReport) return;
    try {
      // The clock comes with the events: what is answered here may be older than what has come there in the meantime.
      await this.feed.act(action);
      this.notice(null);
    } catch (fault) {
      this.notice([fault.message, fault.hint].filter(Boolean).join(". "));
    }
  }

  /** One sentence above everything, read out at once; null takes it away. */
  notice(text) {
    const element = document.getElementById("notice");
    fill(element, text && [el("span", null, visibleText(text)), el("button", { type: "button", class: "small", onclick: () => this.notice(null) }, "Dismiss")]);
    setHidden(element, !text);
  }

  // Drawing: at most once a frame, however much came in.

  changed() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.render();
    });
  }

  render() {
    const isNew = this.state !== (this.state = this.timeline.stateAt(this.index));
    for (const view of this.always) view.update(this.state, this.timeline);
    this.panels.update(this.state, this.timeline);
    // For style sheets and tests: which step is shown, of how many.
    setAttribute(document.body, "data-step", this.state.index);
    setAttribute(document.body, "data-steps", this.timeline.steps.length);
    if (isNew) this.dispatchEvent(new CustomEvent("state"));
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => this.writeAddress(), 250);
  }

  /** Before something changes that Back shall undo: the address of the place that is left is written down. */
  leavePlace() {
    if (this.isNewPlace) return;
    this.writeAddress();
    this.isNewPlace = true;
  }

  writeAddress() {
    if (this.wanted || !this.timeline.head) return;
    PageAddress.write(this, this.isNewPlace);
    this.isNewPlace = false;
  }

  /** Goes where an address says, as soon as the life has come so far. */
  restore(address) {
    this.wanted = null;
    const tab = App.tabs.includes(address.tab) ? address.tab : "conversation";
    if (tab !== this.tab) this.setTab(tab);
    const isSame = ["uri", "message", "row", "id"].every((name) => address.selection?.[name] === this.selection?.[name]);
    if (!isSame) this.setSelection(address.selection);
    if (address.t === null && address.step === null) {
      this.following = true;
      this.index = this.timeline.last;
      this.changed();
      return;
    }
    // A step belongs to its time: in another recording of the life it may be another one.
    const isThatStep = address.step !== null && (address.t === null || this.timeline.steps[address.step]?.t === address.t);
    const index = isThatStep ? address.step : this.timeline.indexAt(address.t);
    if (!this.isReport && !this.isOver && (address.t ?? 0) > this.timeline.end) {
      this.wanted = address;
      return;
    }
    this.goTo(index);
  }
}

App.tabs = ["conversation", "tree", "diagnostics", "events"];

new App().start();

"""#####),
    ]
}
