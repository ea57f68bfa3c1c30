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
