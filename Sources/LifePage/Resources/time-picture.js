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
