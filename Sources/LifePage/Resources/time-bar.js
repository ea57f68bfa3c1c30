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
