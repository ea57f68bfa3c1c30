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
