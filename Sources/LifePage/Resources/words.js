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
