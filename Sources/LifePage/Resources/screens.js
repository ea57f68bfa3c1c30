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
