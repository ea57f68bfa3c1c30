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
