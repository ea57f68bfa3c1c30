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
